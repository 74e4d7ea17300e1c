// Starts one of the extension's own pages, whose policy allows WebAssembly.

async function begin() {
  const pages = bindings(WebAssembly);
  pages.initSync({ module: await unpack(MODULE) });
  pages.start();
}

begin();
