/** What the glue above needs of `WebAssembly`, answered by the twin. */
const WebAssembly = {
  Module: class {},
  Instance: class {
    constructor(_module, imports) {
      this.exports = twin(imports);
    }
  },
};

wasm_bindgen.initSync({ module: new WebAssembly.Module() });
export default wasm_bindgen;
