// How long it takes from a key in the password to the guide's verdict on it, on the registration form.
import { HOST } from "./portal.mjs";

/** How many keys are timed: one that makes the password a wrong one, one that empties it again, and so on. */
const KEYS = 40;

/** Milliseconds from each key's event to the change of the verdict that it brings. */
export async function keysToVerdicts(page) {
  await page.goto(`${HOST}/practice/start?at=form&csp=none`);
  await page.waitForSelector("einvoice-api-guide[data-password]", { state: "attached" });
  await page.evaluate(listen);
  await page.locator("input[type=password]").first().focus();
  for (let key = 0; key < KEYS; key++) {
    await page.keyboard.press(key % 2 === 0 ? "a" : "Backspace");
    await page.waitForFunction((count) => globalThis.verdictTimes.length === count, key + 1);
  }
  return page.evaluate(() => globalThis.verdictTimes);
}

/** Runs in the page: notes the time between a key and the next change of the verdict. */
function listen() {
  globalThis.verdictTimes = [];
  let pressed = null;
  addEventListener("keydown", (event) => (pressed = event.timeStamp), { capture: true });
  const watcher = new MutationObserver(() => {
    if (pressed !== null) globalThis.verdictTimes.push(performance.now() - pressed);
    pressed = null;
  });
  watcher.observe(document.querySelector("einvoice-api-guide"), { attributeFilter: ["data-password"] });
}
