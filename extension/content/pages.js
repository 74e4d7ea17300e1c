// Starts one of the extension's own pages, whose policy allows WebAssembly.

wasm_bindgen.initSync({ module: Uint8Array.fromBase64(MODULE) });
wasm_bindgen.start();
