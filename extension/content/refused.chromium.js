// When WebAssembly is refused. Chromium applies the page's Content-Security-Policy to content scripts, so a page may
// forbid it. Then the same module comes translated to JavaScript (guide-twin.js), behind the same glue.

/** What the glue needs of `WebAssembly`, answered by the module's twin in JavaScript. */
function assemblyOf(twin) {
  class Module {}
  class Instance {
    constructor(_module, imports) {
      this.exports = twin(imports);
    }
  }
  return { Module, Instance };
}

async function withoutWebAssembly(refusal) {
  let guide;
  try {
    const { default: twin } = await import(chrome.runtime.getURL("guide-twin.js"));
    const assembly = assemblyOf(twin);
    guide = load(assembly, new assembly.Module());
  } catch (failure) {
    if (extensionIsAlive()) console.warn("e-Invoice API Guide cannot start:", refusal, failure);
    return;
  }
  guide.start();
}
