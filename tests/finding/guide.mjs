// This guide: the extension as it ships, judged by where its ring is and by what it selected.

/** The element the guide adds to a page. */
const HOST = "einvoice-api-guide";

/** It has said its last word when it says the same after this many rests; to believe its silence takes more. */
const RESTS = { word: 2, silence: 3 };

/** A doubt is shown only after this time, in milliseconds: parts of a page may come late. */
const DOUBT = 1_600;

/** How many rests the extension may take to reach a page, or to stop saying something else each time. */
const PATIENCE = 100;

/** The two things it may do by itself. */
const ACTS = ["through-gsp", "gsp"];

/** The entry it is to select, as this and that list writes it. */
const WANTED = /^tera software (ltd|limited)\.?$/i;

export class Guide {
  static async on(browser) {
    const session = await browser.context.newCDPSession(browser.page);
    const guide = new Guide(browser, session);
    session.on("Runtime.executionContextCreated", ({ context }) => guide.entered(context));
    await session.send("Runtime.enable");
    return guide;
  }

  constructor(browser, session) {
    this.browser = browser;
    this.page = browser.page;
    this.session = session;
    this.isThere = false;
  }

  /** What it makes of a page where `expected` comes next, or nothing. Pages of others keep their own time. */
  async judge(served, expected, { isOurs = true } = {}) {
    this.isThere = false;
    await this.browser.open(served);
    await this.lastWord();
    if (await this.page.evaluate((host) => document.querySelector(host) === null, HOST)) {
      await (isOurs ? this.pass(DOUBT) : this.page.waitForTimeout(DOUBT));
      await this.lastWord();
    }
    const ring = await this.ring();
    // Asked last: what the ring already stands on may be the outcome of an act.
    return verdict(expected, ring, await this.page.evaluate(() => findingEye.changes()));
  }

  /** Lets so much time pass for the page, in no time. */
  async pass(budget) {
    const over = new Promise((resolve) => this.session.once("Emulation.virtualTimeBudgetExpired", resolve));
    await this.session.send("Emulation.setVirtualTimePolicy", { policy: "advance", budget });
    await over;
    // Its clock would stand still from here on.
    await this.session.send("Emulation.setVirtualTimePolicy", { policy: "advance" });
  }

  entered(context) {
    this.isThere ||= context.origin.startsWith("chrome-extension:");
  }

  async lastWord() {
    for (let rests = 0; !this.isThere; rests++) {
      if (rests === PATIENCE) throw new Error("the extension does not reach the pages");
      await this.page.evaluate(() => findingRest());
    }
    const isThrough = await this.page.evaluate(saysTheSame, { host: HOST, rests: RESTS, patience: PATIENCE });
    if (!isThrough) throw new Error("the guide never comes to an end");
  }

  /** What the visible ring is on. Only the browser's own tools may enter its closed shadow root. */
  async ring() {
    const { result: host } = await this.session.send("Runtime.evaluate", {
      expression: `document.querySelector("${HOST}")`,
    });
    if (!host.objectId) return null;
    const { node } = await this.session.send("DOM.describeNode", { objectId: host.objectId, depth: -1, pierce: true });
    const ring = withPart(node, "ring");
    if (!ring) return null;
    const { object } = await this.session.send("DOM.resolveNode", { backendNodeId: ring.backendNodeId });
    const { result: spot } = await this.session.send("Runtime.callFunctionOn", {
      objectId: object.objectId,
      functionDeclaration: `${centreIfShown}`,
      returnByValue: true,
    });
    return spot.value && this.page.evaluate(ringed, { host: HOST, spot: spot.value });
  }
}

async function saysTheSame({ host, rests, patience }) {
  const word = () => {
    const guide = document.querySelector(host);
    return guide && ["state", "step", "target"].map((name) => guide.getAttribute(`data-${name}`)).join();
  };
  let [last, times] = [null, 0];
  for (let rest = 0; rest < patience; rest++) {
    await findingRest();
    const now = word();
    times = now === last ? times + 1 : 1;
    last = now;
    if (times >= (now === null ? rests.silence : rests.word)) return true;
  }
  return false;
}

function ringed({ host, spot }) {
  return { ...findingEye.pointingTo(spot), called: document.querySelector(host).dataset.target ?? null };
}

function centreIfShown() {
  const { left, top, width, height } = this.getBoundingClientRect();
  const isShown = this.checkVisibility({ visibilityProperty: true }) && width > 0 && height > 0;
  return isShown ? { x: left + width / 2, y: top + height / 2 } : null;
}

function withPart(node, part) {
  const attributes = node.attributes ?? [];
  if (attributes.some((name, at) => at % 2 === 0 && name === "part" && attributes[at + 1] === part)) return node;
  for (const child of [...(node.shadowRoots ?? []), ...(node.children ?? [])]) {
    const found = withPart(child, part);
    if (found) return found;
  }
  return null;
}

function verdict(expected, ring, acts) {
  const wrongAct = acts.find((act) => !ACTS.includes(expected) || !isRight(act));
  if (wrongAct) return { verdict: "wrong", where: `selection in ${wrongAct.tag}`, isTrue: isRight(wrongAct) };
  const hasActed = acts.some((act) => act.name === expected);
  if (ring === null) return { verdict: hasActed ? "right" : "silent" };
  const isTrue = ring.name !== null && ring.name === ring.called;
  // After its selection the ring is on whatever comes then.
  const isRightRing = expected !== null && (hasActed ? isTrue : ring.name === expected);
  return { verdict: isRightRing ? "right" : "wrong", where: `ring on ${ring.tag}`, isTrue };
}

function isRight(act) {
  return act.name === "through-gsp" ? act.isChecked : act.name === "gsp" && WANTED.test(act.choice);
}
