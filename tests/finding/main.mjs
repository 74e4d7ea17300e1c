// How often the guide finds the right element on generated portal pages, beside four peers on the same pages.
import { join } from "node:path";
import { playwrightNames } from "./accname.mjs";
import { Browser } from "./browser.mjs";
import { Guide } from "./guide.mjs";
import { judgeDecoys, judgeGuide } from "./guided.mjs";
import { options } from "./options.mjs";
import { Pages } from "./pages.mjs";
import { judgePeers } from "./peers.mjs";
import { report } from "./report.mjs";
import { installSimilo } from "./similo.mjs";

const chosen = options();
const { extension, testPages } = chosen;
const pages = await Pages.read(chosen.pages, chosen);

// The peers have a browser of their own: what the guide shows and selects is not to reach them.
const [guide, rest] = await Promise.all([onGeneratedPages(), besides()]);
const { text, isEverWrong } = report({ guide, ...rest, guideNames: chosen.names, recorded: chosen.recorded });
console.log(text);
process.exitCode = isEverWrong ? 1 : 0;

function onGeneratedPages() {
  return withBrowser({ extension }, async (browser) => judgeGuide(await Guide.on(browser), pages));
}

async function besides() {
  const found = await withBrowser({ scripts: [installSimilo] }, async (browser) => ({
    peers: await judgePeers(browser, pages),
    names: testPages && (await playwrightNames(browser, join(testPages, "accname"))),
  }));
  return { ...found, decoys: testPages && (await onDecoys()) };
}

function onDecoys() {
  return withBrowser({ extension }, async (browser) => judgeDecoys(await Guide.on(browser), join(testPages, "decoys")));
}

async function withBrowser(how, run) {
  const browser = await Browser.launch(how);
  try {
    return await run(browser);
  } finally {
    await browser.close();
  }
}
