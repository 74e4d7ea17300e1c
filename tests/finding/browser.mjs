// A Chromium with one page, with the extension or without, to which pages are handed from memory: no request leaves.
import { execFileSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { chromium } from "playwright-core";
import { installEye } from "./eye.mjs";
import { installRest } from "./rest.mjs";

/** The screen most people of the job sit before. */
const SCREEN = { width: 1366, height: 768 };

/** How long a page may take to load, in milliseconds. */
const PATIENCE = 60_000;

export class Browser {
  static async launch({ extension, scripts = [] } = {}) {
    const home = await mkdtemp(join(tmpdir(), "finding-"));
    const context = await chromium.launchPersistentContext(home, {
      executablePath: chromiumPath(),
      headless: false,
      viewport: SCREEN,
      args: extension ? [...ARGUMENTS, ...loading(extension)] : ARGUMENTS,
      ignoreDefaultArgs: ["--disable-extensions"],
    });
    const browser = new Browser(home, context, context.pages()[0]);
    for (const script of [installEye, installRest, ...scripts]) await context.addInitScript(script);
    await context.route("**/*", (route) => browser.answer(route));
    return browser;
  }

  constructor(home, context, page) {
    this.home = home;
    this.context = context;
    this.page = page;
    this.page.setDefaultTimeout(PATIENCE);
    this.next = null;
  }

  /** Opens a page that comes from memory. */
  async open(served) {
    this.next = served;
    await this.page.goto(served.url, { waitUntil: "load", timeout: PATIENCE });
  }

  async close() {
    await this.context.close();
    await rm(this.home, { recursive: true, force: true });
  }

  /** The one expected page is answered once; the extension's own files pass; all else finds no network. */
  async answer(route) {
    const request = route.request();
    if (request.url().startsWith("chrome-extension:")) return route.continue();
    const page = this.next;
    if (page === null || !request.isNavigationRequest() || request.url() !== page.url) return route.abort("aborted");
    this.next = null;
    return route.fulfill({ contentType: "text/html; charset=utf-8", body: page.html });
  }
}

const ARGUMENTS = ["--headless=new", "--no-sandbox", "--disable-background-networking", "--no-first-run"];

function loading(extension) {
  const folder = resolve(extension);
  return [
    "--disable-features=DisableLoadExtensionCommandLineSwitch",
    `--disable-extensions-except=${folder}`,
    `--load-extension=${folder}`,
  ];
}

function chromiumPath() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  return execFileSync("sh", ["-c", "command -v chromium || command -v chromium-browser"], { encoding: "utf8" }).trim();
}
