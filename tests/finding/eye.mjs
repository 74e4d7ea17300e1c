// What every contestant is judged with, inside the page: who is visible where, what bears which mark, what was changed.

/** Runs in the page before its own scripts and leaves `findingEye` there. */
export function installEye() {
  if (window !== window.top) {
    // The guide may act in a frame that is whole before the frame's `load` is told to the page around it.
    document.addEventListener("DOMContentLoaded", () => window.top.findingEye?.remember(), true);
    return;
  }

  const inner = (element) => element.shadowRoot ?? (element.localName === "iframe" ? element.contentDocument : null);

  /** All elements, also those in open shadow roots and in frames of the same origin. */
  function* elements(root = document) {
    for (const element of root.querySelectorAll("*")) {
      yield element;
      const within = inner(element);
      if (within) yield* elements(within);
    }
  }

  const frameOf = (element) => element.ownerDocument.defaultView?.frameElement ?? null;

  const above = (element) => element.parentElement ?? element.getRootNode().host ?? frameOf(element);

  /** An element's box in the window of the whole page. */
  function box(element) {
    const { left, top, width, height } = element.getBoundingClientRect();
    const frame = frameOf(element);
    if (!frame) return { left, top, width, height };
    const outer = box(frame);
    return { left: left + outer.left + frame.clientLeft, top: top + outer.top + frame.clientTop, width, height };
  }

  const centre = ({ left, top, width, height }) => ({ x: left + width / 2, y: top + height / 2 });

  const holds = ({ left, top, width, height }, { x, y }) =>
    x >= left && x <= left + width && y >= top && y <= top + height;

  function isVisible(element) {
    const { width, height } = element.getBoundingClientRect();
    const frame = frameOf(element);
    const isShown = element.checkVisibility({ visibilityProperty: true }) && width > 0 && height > 0;
    return isShown && (!frame || isVisible(frame));
  }

  /** The element that a click would reach. */
  function under({ x, y }, root = document) {
    const element = root.elementFromPoint(x, y);
    if (!element || element === root.host) return element;
    const within = inner(element);
    if (!within) return element;
    if (element.shadowRoot) return under({ x, y }, within) ?? element;
    const { left, top } = element.getBoundingClientRect();
    return under({ x: x - left - element.clientLeft, y: y - top - element.clientTop }, within) ?? element;
  }

  /** The mark an element stands under. */
  function markOf(element) {
    for (let at = element; at; at = above(at)) {
      if (at.dataset?.is) return at.dataset.is;
    }
    return null;
  }

  /** The mark of the smallest visible element at this spot. */
  function markAt(spot) {
    let smallest = null;
    for (const element of elements()) {
      if (!element.dataset?.is || !isVisible(element)) continue;
      const area = box(element);
      if (!holds(area, spot)) continue;
      const size = area.width * area.height;
      if (smallest === null || size < smallest.size) smallest = { size, name: element.dataset.is };
    }
    return smallest?.name ?? null;
  }

  /** How an element is told of: by the control it is part of, without the many entries of a list. */
  function tag(element) {
    if (!element) return "nothing";
    const control = element.closest("[data-is], a, button, input, select, label, [role]") ?? element;
    const words = control.localName === "select" ? "" : control.textContent.replace(/\s+/g, " ");
    return `${control.outerHTML.split(">", 1)[0]}> ${words.slice(0, 40)}`.trim();
  }

  /** What pointing at an element comes to; nothing when there is none to be seen. */
  function pointingAt(element) {
    if (!element || !isVisible(element)) return null;
    return { name: markOf(element) ?? markAt(centre(box(element))), tag: tag(element) };
  }

  /** What pointing at a spot comes to. */
  function pointingTo(spot) {
    const element = under(spot);
    return { name: (element && markOf(element)) ?? markAt(spot), tag: tag(element) };
  }

  /** The first visible element with this mark. */
  function marked(name) {
    return [...elements()].find((element) => element.dataset?.is === name && isVisible(element)) ?? null;
  }

  const known = new Map();

  const state = (control) =>
    control.localName === "select" ? control.selectedIndex : `${control.checked} ${control.value}`;

  /** Keeps how each control is before anybody acts. */
  function remember() {
    for (const element of elements()) {
      const isControl = ["input", "select", "textarea"].includes(element.localName);
      const isWhole = element.ownerDocument.readyState !== "loading";
      if (isControl && isWhole && !known.has(element)) known.set(element, state(element));
    }
  }
  document.addEventListener("DOMContentLoaded", remember, true);
  document.addEventListener("load", remember, true);

  /** The controls somebody has changed since. A radio that only made way for another does not count. */
  function changes() {
    return [...known]
      .filter(([control, before]) => control.isConnected && state(control) !== before)
      .filter(([control]) => control.type !== "radio" || control.checked)
      .map(([control]) => ({
        name: markOf(control),
        tag: tag(control),
        isChecked: control.checked === true,
        choice: control.selectedOptions?.[0]?.label.replace(/\s+/g, " ").trim() ?? null,
      }));
  }

  globalThis.findingEye = { elements, isVisible, pointingAt, pointingTo, marked, remember, changes };
}
