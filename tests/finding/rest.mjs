// Waiting for a state, never for a time: a page is at rest when it is loaded, draws, idles, and nothing on it moves.

/** Runs in the page before its own scripts and leaves `findingRest` there. */
export function installRest() {
  if (window !== window.top) return;

  /** How many frames with an idle moment after each make a rest. */
  const TURNS = 3;
  /** A page that has not come to rest after so many looks never will: something on it moves without an end. */
  const LOOKS = 20;

  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const idle = () => new Promise((resolve) => requestIdleCallback(resolve));
  const isStill = () =>
    document.readyState === "complete" &&
    document.getAnimations().every((one) => one.effect.getTiming().iterations === Infinity);

  async function isAtRest() {
    let rested = isStill();
    for (let turn = 0; turn < TURNS; turn++) {
      await frame();
      await idle();
      rested &&= isStill();
    }
    return rested;
  }

  /** Answers once the page has been at rest for a while. */
  globalThis.findingRest = async () => {
    for (let look = 0; look < LOOKS; look++) {
      if (await isAtRest()) return;
    }
  };
}
