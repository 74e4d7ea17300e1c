// Starts the guide, at once and from the bytes above: nothing is fetched.

/** Whether the extension this script came from is still there: not updated, removed or switched off since. */
function extensionIsAlive() {
  return globalThis.chrome?.runtime?.id !== undefined;
}

/** Starts the guide. Whatever that throws, it leaves the page as it was; what is thrown later, the guide catches. */
function run(guide) {
  try {
    guide.start();
  } catch {
    // By the prototypes' own functions: a page's form may be named `querySelector`. Of what was thrown nothing is told.
    const element = Document.prototype.querySelector.call(document, ":root > einvoice-api-guide");
    if (element !== null) Element.prototype.remove.call(element);
    if (extensionIsAlive()) console.warn("e-Invoice API Guide cannot start on this page.");
  }
}

function begin() {
  if (!extensionIsAlive()) return;
  try {
    wasm_bindgen.initSync({ module: Uint8Array.fromBase64(MODULE) });
  } catch (refusal) {
    withoutWebAssembly(refusal);
    return;
  }
  run(wasm_bindgen);
}

begin();
