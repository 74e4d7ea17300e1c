// Recorded id or CSS: `#id` where the recorded element has one, else its path of tags and classes. As with a recorded
// script the first match counts; when that cannot be seen, the script stops.

export const recordedCss = {
  name: "recorded id or CSS path",
  knows: "the recorded page",
  record: (page, target) => page.evaluate(record, target),
  find: (page, recorded) => page.evaluate((path) => findingEye.pointingAt(document.querySelector(path)), recorded),
};

function record(target) {
  const own = (element) => element.localName + [...element.classList].map((name) => `.${CSS.escape(name)}`).join("");
  const step = (element) => {
    const alike = [...(element.parentElement?.children ?? [])].filter((one) => own(one) === own(element));
    if (alike.length < 2) return own(element);
    const place = [...element.parentElement.children].filter((one) => one.localName === element.localName);
    return `${own(element)}:nth-of-type(${place.indexOf(element) + 1})`;
  };
  const element = findingEye.marked(target);
  if (!element) return null;
  const steps = [];
  for (let at = element; at && at !== document.documentElement; at = at.parentElement) {
    if (at.id) return [`#${CSS.escape(at.id)}`, ...steps].join(" > ");
    steps.unshift(step(at));
  }
  return steps.join(" > ");
}
