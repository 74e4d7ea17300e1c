/** The module's bytes. They come compressed: half of what the browser would otherwise have to read. */
async function unpack(packed) {
  const stream = new Blob([Uint8Array.fromBase64(packed)]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
