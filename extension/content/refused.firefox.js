// When WebAssembly is refused. Firefox leaves content scripts out of the page's Content-Security-Policy, so this is
// someone's own choice (`javascript.options.wasm`), and there is no other way in.

function withoutWebAssembly(refusal) {
  console.warn("e-Invoice API Guide cannot start, because WebAssembly is switched off:", refusal);
}
