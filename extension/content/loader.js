// Starts the guide. WebAssembly first, from the bytes above: nothing is fetched.

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

/** The smallest module there is, to ask whether the page's policy lets any in. */
const EMPTY = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);

async function begin() {
  if (!extensionIsAlive()) return;
  let guide;
  try {
    new WebAssembly.Module(EMPTY);
    guide = load(WebAssembly, await unpack(MODULE));
  } catch (refusal) {
    withoutWebAssembly(refusal);
    return;
  }
  guide.start();
}

begin();
