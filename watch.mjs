// Runs in each page before its own scripts, in all contenders alike: tells when a contender's words are there, and when
// nothing moves any more.

/** Leaves `benchRest` in the page, which answers how many milliseconds it took until the words were there, or null. */
export function installWatch(shown) {
  if (window !== window.top) return;

  /** The page is watched for at least this long after its load, in milliseconds: late work counts. */
  const LATER = 1_000;
  /** How many frames with an idle moment after each make a rest. */
  const FRAMES = 3;

  const loaded = new Promise((resolve) => addEventListener("load", resolve, { once: true }));
  const words = shown === null ? Promise.resolve() : new Promise(watch);

  function watch(resolve) {
    const observer = new MutationObserver(() => {
      if (document.querySelector(shown) === null) return;
      performance.mark("bench-words");
      observer.disconnect();
      resolve();
    });
    observer.observe(document, { childList: true, subtree: true, attributeFilter: ["data-state"] });
  }

  globalThis.benchRest = async () => {
    await Promise.all([loaded, words]);
    await new Promise((resolve) => setTimeout(resolve, LATER));
    for (let frame = 0; frame < FRAMES; frame++) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      await new Promise((resolve) => requestIdleCallback(resolve));
    }
    performance.mark("bench-rest");
  };
}
