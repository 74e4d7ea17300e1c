// Accessible names as Playwright's own engine computes them, on pages that say which name is right.
import { atHome, filesBelow } from "./pages.mjs";

/** How many names of the pages in a folder Playwright gets right, of how many. */
export async function playwrightNames(browser, folder) {
  const total = { right: 0, all: 0 };
  for (const name of await filesBelow(folder)) {
    await browser.open(await atHome(folder, name));
    const page = await names(browser.page);
    total.right += page.filter(({ expected, computed }) => computed === expected).length;
    total.all += page.length;
  }
  return total;
}

/** The engine has no public door: it lives in the context that Playwright keeps beside the page's own. */
async function names(page) {
  const frame = page._connection.toImpl(page).mainFrame();
  const context = await frame.utilityContext();
  return context.evaluate(
    (injected) =>
      [...injected.document.querySelectorAll("[data-expectedlabel]")].map((element) => ({
        expected: element.getAttribute("data-expectedlabel"),
        computed: injected.utils.getElementAccessibleNameText(element, false),
      })),
    await context.injectedScript(),
  );
}
