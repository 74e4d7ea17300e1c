// When WebAssembly is refused. Chromium applies the page's Content-Security-Policy to content scripts, so a page may
// forbid it. Then the same guide comes translated to JavaScript (guide-twin.js).

async function withoutWebAssembly(refusal) {
  let twin;
  try {
    ({ default: twin } = await import(chrome.runtime.getURL("guide-twin.js")));
  } catch (failure) {
    if (extensionIsAlive()) console.warn("e-Invoice API Guide cannot start:", refusal, failure);
    return;
  }
  run(twin);
}
