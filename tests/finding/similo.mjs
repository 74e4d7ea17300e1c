// Similo, written anew from its paper: M. Nass, E. Alégroth, R. Feldt, M. Leotta, F. Ricca, "Similarity-based Web
// Element Localization for Robust Test Automation" (2023, arXiv 2208.00677). Details it leaves open are as in its
// authors' program. Fourteen properties are compared, the weighted sum decides, the most similar visible element wins.
// Elements in shadow roots and frames are candidates too, which the paper does not ask for.

/** A score counts as certain above this share of the highest possible, and this far ahead of the next element. */
const CERTAIN = { score: 0.6, margin: 0.1 };

export const similo = {
  name: "Similo",
  knows: "the recorded page",
  record: (page, target) => page.evaluate((target) => findingSimilo.record(target), target),
  find: (page, recorded) => page.evaluate((recorded) => findingSimilo.best(recorded), recorded),
};

/** The second row is made of the first one's answers. */
export const certainSimilo = {
  name: `Similo, above ${CERTAIN.score} and ${CERTAIN.margin} ahead`,
  knows: similo.knows,
  from: (best) => (best && best.score >= CERTAIN.score && best.margin >= CERTAIN.margin ? best : null),
};

/** Runs in the page before its own scripts and leaves `findingSimilo` there. */
export function installSimilo() {
  if (window !== window.top) return;

  const CANDIDATES = "input,textarea,button,select,a,h1,h2,h3,h4,h5,li,span,div,p,th,tr,td,label,svg";
  const PROPERTIES = [
    ["tag", 1.5, equal],
    ["class", 0.5, edits],
    ["name", 1.5, equal],
    ["id", 1.5, equal],
    ["href", 0.5, edits],
    ["alt", 0.5, edits],
    ["xpath", 0.5, edits],
    ["idXPath", 0.5, edits],
    ["isButton", 0.5, equal],
    ["location", 0.5, nearness],
    ["area", 0.5, ratio],
    ["shape", 0.5, ratio],
    ["text", 1.5, edits],
    ["neighbours", 1.5, sharedWords],
  ];
  /** Neighbours are looked for this far around an element, and among elements no higher than this, in pixels. */
  const AROUND = 50;
  const HIGHEST = 100;
  const WIDEST = 600;

  function equal(one, other) {
    return one === other ? 1 : 0;
  }

  /** One minus the share of letters that Levenshtein's distance has to change. */
  function edits(one, other) {
    if (one === other) return 1;
    const letters = [one, other].map((text) => text.replace(/[^\p{L}\p{N}]/gu, ""));
    const [long, short] = letters.sort((a, b) => b.length - a.length);
    const longest = Math.max(one.length, other.length);
    let row = Array.from({ length: short.length + 1 }, (_, at) => at);
    for (let i = 1; i <= long.length; i++) {
      const next = [i];
      for (let j = 1; j <= short.length; j++) {
        const changed = row[j - 1] + (long[i - 1] === short[j - 1] ? 0 : 1);
        next[j] = Math.min(changed, row[j] + 1, next[j - 1] + 1);
      }
      row = next;
    }
    return Math.max(0, longest - row[short.length]) / longest;
  }

  /** Falls to nothing over a hundred pixels. */
  function nearness(one, other) {
    return Math.max(0, 100 - Math.hypot(one.x - other.x, one.y - other.y)) / 100;
  }

  function ratio(one, other) {
    return Math.min(one, other) / Math.max(one, other);
  }

  /** The share of letters in words that both have, where the start or the end of a word is enough. */
  function sharedWords(one, other) {
    const holdsAtAnEnd = (a, b) => a.startsWith(b) || a.endsWith(b);
    const isIn = (word) => other.some((its) => holdsAtAnEnd(its, word) || holdsAtAnEnd(word, its));
    const letters = (words) => words.join("").length;
    return Math.min(1, letters(one.filter(isIn)) / Math.max(letters(one), letters(other)));
  }

  /** The text one can see: not too short, not too long, in one line; else the value or the placeholder. */
  function textOf(element) {
    const text = element.textContent.trim();
    const isText = text.length >= 3 && text.length <= 50 && !/[\n\t]/.test(text);
    const value = typeof element.value === "string" ? element.value.trim() : "";
    return (isText ? text : value || element.placeholder?.trim() || "").toLowerCase();
  }

  function place(element) {
    let count = 1;
    for (let at = element.previousElementSibling; at; at = at.previousElementSibling) {
      if (at.localName === element.localName) count++;
    }
    return `/${element.localName}[${count}]`;
  }

  function xpathOf(element, stopsAtId) {
    let path = "";
    for (let at = element; at; at = at.parentElement) {
      if (stopsAtId && at.id) return `//*[@id='${at.id}']${path}`.toLowerCase();
      path = place(at) + path;
    }
    return path.toLowerCase();
  }

  function isButton(element) {
    const isLink = element.localName === "a" && (element.getAttribute("class") ?? "").includes("btn");
    const isInput = element.localName === "input" && ["button", "submit", "reset"].includes(element.type);
    return isLink || isInput || element.localName === "button";
  }

  function measured(element) {
    const box = element.getBoundingClientRect();
    const [x, y, width, height] = [box.left, box.top + scrollY, box.width, box.height].map(Math.trunc);
    return { element, x, y, width, height, text: textOf(element) };
  }

  function candidates() {
    return [...findingEye.elements()]
      .filter((element) => element.matches(CANDIDATES) && findingEye.isVisible(element))
      .map(measured)
      .filter(({ width, height }) => width > 0 && height > 0);
  }

  /** The words of the elements around, each once. */
  function neighbours(own, all) {
    if (own.height > HIGHEST || own.width > WIDEST) return [];
    const isNear = (one) =>
      one !== own &&
      one.height <= HIGHEST &&
      one.x < own.x + own.width + AROUND &&
      one.x + one.width > own.x - AROUND &&
      one.y < own.y + own.height + AROUND &&
      one.y + one.height > own.y - AROUND;
    const words = all.filter(isNear).flatMap((one) => one.text.split(/\s+/));
    return [...new Set(words)].filter((word) => word !== "");
  }

  /** The fourteen properties; one that an element does not have is left out. */
  function describe(own, all) {
    const { element, x, y, width, height, text } = own;
    const attribute = (name) => element.getAttribute(name)?.trim().toLowerCase();
    const properties = {
      tag: element.localName,
      class: attribute("class"),
      name: attribute("name"),
      id: attribute("id"),
      href: attribute("href") && String(element.href).toLowerCase(),
      alt: attribute("alt"),
      xpath: xpathOf(element, false),
      idXPath: xpathOf(element, true),
      isButton: isButton(element) ? "yes" : "no",
      location: { x, y },
      area: width * height,
      shape: Math.trunc((width * 100) / height),
      text,
      neighbours: neighbours(own, all),
    };
    const isThere = ([, value]) => Boolean(value) && value.length !== 0;
    return Object.fromEntries(Object.entries(properties).filter(isThere));
  }

  function score(recorded, properties) {
    const points = PROPERTIES.filter(([name]) => name in recorded && name in properties).map(
      ([name, weight, alike]) => weight * alike(recorded[name], properties[name]),
    );
    return points.reduce((sum, one) => sum + one, 0);
  }

  function highest(recorded) {
    return PROPERTIES.reduce((sum, [name, weight]) => sum + (name in recorded ? weight : 0), 0);
  }

  function record(target) {
    const element = findingEye.marked(target);
    const all = candidates();
    const own = all.find((one) => one.element === element) ?? (element && measured(element));
    return own && describe(own, all);
  }

  /** The winner, its share of the highest score, and its lead over the next element neither around nor inside it. */
  function best(recorded) {
    const all = candidates();
    const scored = all.map((one) => ({ element: one.element, score: score(recorded, describe(one, all)) }));
    scored.sort((one, other) => other.score - one.score);
    const [winner] = scored;
    if (!winner) return null;
    const isApart = ({ element }) => !element.contains(winner.element) && !winner.element.contains(element);
    const next = scored.find(isApart)?.score ?? 0;
    const most = highest(recorded);
    const pointing = findingEye.pointingAt(winner.element);
    return pointing && { ...pointing, score: winner.score / most, margin: (winner.score - next) / most };
  }

  globalThis.findingSimilo = { record, best };
}
