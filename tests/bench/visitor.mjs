// One browser for one contender, which loads the same page again and again and tells what each load took.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { HOST } from "./portal.mjs";
import { CATEGORIES, MARK, costs } from "./trace.mjs";

/** How long a load is watched after it ended, in milliseconds: the same for everybody, so that late work is in it. */
const WATCHED = 500;

const ARGUMENTS = ["--no-sandbox", "--headless=new", "--disable-background-networking", "--no-first-run"];

export class Visitor {
  static async launch(contender, portal, executablePath) {
    const home = await mkdtemp(join(tmpdir(), "bench-"));
    const loading = contender.extension
      ? ["--disable-features=DisableLoadExtensionCommandLineSwitch", `--load-extension=${contender.extension}`]
      : [];
    const context = await chromium.launchPersistentContext(home, {
      executablePath,
      headless: false,
      viewport: { width: 1366, height: 768 },
      args: [...ARGUMENTS, ...portal.browserArguments, ...loading],
      ignoreDefaultArgs: ["--disable-extensions"],
    });
    const page = context.pages()[0];
    const visitor = new Visitor(contender, home, context, page, await context.newCDPSession(page));
    if (contender.said) await context.addInitScript(watch, { said: contender.said, mark: MARK });
    await page.goto(`${HOST}/practice/start?at=menu&csp=${contender.policy}`);
    visitor.address = page.url();
    return visitor;
  }

  constructor(contender, home, context, page, session) {
    Object.assign(this, { contender, home, context, page, session });
  }

  /** One load: its costs by trace, and what the page holds when all garbage is gone, in bytes. */
  async load() {
    const events = [];
    const collect = ({ value }) => events.push(...value);
    this.session.on("Tracing.dataCollected", collect);
    await this.session.send("Tracing.start", {
      transferMode: "ReportEvents",
      traceConfig: { includedCategories: CATEGORIES, excludedCategories: ["*"] },
    });
    await this.page.goto(this.address, { waitUntil: "load" });
    await this.page.waitForTimeout(WATCHED);
    const complete = new Promise((done) => this.session.once("Tracing.tracingComplete", done));
    await this.session.send("Tracing.end");
    await complete;
    this.session.off("Tracing.dataCollected", collect);
    return { ...costs(events), memory: await this.memory(), said: await this.hasSaid() };
  }

  async memory() {
    await this.session.send("HeapProfiler.collectGarbage");
    const { usedSize, embedderHeapUsedSize, backingStorageSize } = await this.session.send("Runtime.getHeapUsage");
    return usedSize + (embedderHeapUsedSize ?? 0) + (backingStorageSize ?? 0);
  }

  /** Whether the contender does its work here at all: a measurement of one that does nothing would be worth nothing. */
  async hasSaid() {
    const { said } = this.contender;
    return said === undefined || (await this.page.locator(said).count()) > 0;
  }

  async close() {
    await this.context.close();
    await rm(this.home, { recursive: true, force: true });
  }
}

/** Runs in the page: sets a mark when the contender's words stand in the document. */
function watch({ said, mark }) {
  addEventListener("DOMContentLoaded", () => {
    const watcher = new MutationObserver(() => {
      if (!document.querySelector(said)) return;
      performance.mark(mark);
      watcher.disconnect();
    });
    watcher.observe(document.documentElement, { attributeFilter: ["data-step"], childList: true, subtree: true });
  });
}
