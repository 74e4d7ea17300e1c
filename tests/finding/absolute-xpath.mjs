// Absolute XPath: the recorded element's place in the tree, counted from the root.

export const absoluteXPath = {
  name: "absolute XPath",
  knows: "the recorded page",
  record: (page, target) => page.evaluate(record, target),
  find: (page, recorded) => page.evaluate(find, recorded),
};

function record(target) {
  const element = findingEye.marked(target);
  if (!element) return null;
  const place = (element) => {
    const around = [...(element.parentElement?.children ?? [element])];
    const alike = around.filter((one) => one.localName === element.localName);
    return `/${element.localName}[${alike.indexOf(element) + 1}]`;
  };
  let path = "";
  for (let at = element; at; at = at.parentElement) path = place(at) + path;
  return path;
}

function find(path) {
  const found = document.evaluate(path, document, null, XPathResult.FIRST_ORDERED_NODE_TYPE, null);
  return findingEye.pointingAt(found.singleNodeValue);
}
