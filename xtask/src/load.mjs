// Run by the build (load.rs) on what it made: does the guide load, both ways, and do strings survive growing memory?
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { runInNewContext } from "node:vm";
import { MODULE, wasm_bindgen } from "./bindings.mjs";
import twin from "./guide-twin.mjs";

const version = process.argv[2];

// The browsers the guide is for have both of these; Node has them from 25 and 21.
Uint8Array.fromBase64 ??= (text) => new Uint8Array(Buffer.from(text, "base64"));
ArrayBuffer.prototype.transfer ??= function (length) {
  const detached = structuredClone(this, { transfer: [this] });
  const grown = new ArrayBuffer(length);
  new Uint8Array(grown).set(new Uint8Array(detached));
  return grown;
};

function check(way, guide, instance) {
  assert.equal(typeof guide.start, "function", `${way}: the guide has no start()`);
  assert.equal(typeof guide.version, "function", `${way}: the guide has no version()`);
  assert.equal(guide.version(), version, `${way}: version()`);
  const before = instance.memory.buffer;
  instance.memory.grow(16);
  assert.equal(before.byteLength, 0, `${way}: growing the memory must detach the old buffer`);
  assert.equal(guide.version(), version, `${way}: version() after growing the memory`);
}

const module = Uint8Array.fromBase64(MODULE);
assert.deepEqual(Buffer.from(module), readFileSync(process.argv[3]), "what is written down is not the module beside it");
check("with WebAssembly", wasm_bindgen, wasm_bindgen.initSync({ module }));
// It is there already: asked again, it is only handed out.
check("with the twin", twin, twin.initSync());

// Where there is no extension (any more), the script leaves without a word.
runInNewContext(readFileSync(new URL("guide.js", import.meta.url), "utf8"), { TextDecoder, TextEncoder });
