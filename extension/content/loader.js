// Starts the guide. WebAssembly first, at once and from the bytes above: nothing is fetched.

/** Whether the extension this script came from is still there: not updated, removed or switched off since. */
function extensionIsAlive() {
  return globalThis.chrome?.runtime?.id !== undefined;
}

/** Gives the module to the glue and returns the guide's functions. */
function load(assembly, module) {
  const guide = bindings(assembly);
  guide.initSync({ module });
  return guide;
}

function begin() {
  if (!extensionIsAlive()) return;
  let guide;
  try {
    guide = load(WebAssembly, Uint8Array.fromHex(MODULE));
  } catch (refusal) {
    withoutWebAssembly(refusal);
    return;
  }
  guide.start();
}

begin();
