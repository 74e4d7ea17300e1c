// Who is measured: nothing, a content script that does nothing, three peers told exactly where to point, and the guide.
import { mkdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { HOST } from "./portal.mjs";

/** What a peer is to point at: it is told, the guide finds out. */
const FIND = `[...document.querySelectorAll("a, button, h4, div, span, p, li")]
  .findLast((one) => one.textContent.trim() === "API Registration")`;
const WORDS = "Press API Registration.";

/** The peers: their files in node_modules, and how each is told to point. */
const PEERS = [
  {
    name: "driver.js",
    script: "driver.js/dist/driver.js.iife.js",
    css: "driver.js/dist/driver.css",
    use: `window.driver.js.driver().highlight({ element: found, popover: { description: ${JSON.stringify(WORDS)} } });`,
    said: ".driver-popover",
  },
  {
    name: "Shepherd",
    script: "shepherd.js/dist/cjs/shepherd.cjs",
    css: "shepherd.js/dist/css/shepherd.css",
    wrap: (text) => `const Shepherd = ((exports) => {${text}\nreturn exports.default; })({});`,
    use: `const tour = new Shepherd.Tour({ useModalOverlay: true });
      tour.addStep({ text: ${JSON.stringify(WORDS)}, attachTo: { element: found, on: "bottom" } });
      tour.start();`,
    said: ".shepherd-element",
  },
  {
    name: "intro.js",
    script: "intro.js/minified/intro.min.js",
    css: "intro.js/minified/introjs.min.css",
    use: `introJs.tour().setOptions({ steps: [{ element: found, intro: ${JSON.stringify(WORDS)} }] }).start();`,
    said: ".introjs-tooltip",
  },
];

/** What shows that the guide has said its words. */
const GUIDE_SAID = "einvoice-api-guide[data-step]";

/** Everybody, with the folders of the generated extensions below `work`. */
export async function contenders(modules, work, extension) {
  const peers = await Promise.all(PEERS.map((peer) => generated(modules, work, peer)));
  const scripts = (names) => bytesOf(names.map((name) => join(extension, name)));
  return [
    { name: "no extension", policy: "none" },
    await generated(modules, work, { name: "empty content script" }),
    ...peers,
    { name: "the guide", extension, policy: "none", said: GUIDE_SAID, bytes: await scripts(["guide.js"]) },
    {
      name: "the guide's twin",
      extension,
      policy: "strict",
      said: GUIDE_SAID,
      bytes: await scripts(["guide.js", "guide-twin.js"]),
    },
  ];
}

async function generated(modules, work, { name, script, css, wrap = (text) => text, use, said }) {
  const folder = join(work, name.replaceAll(/\W/g, "-"));
  await mkdir(folder, { recursive: true });
  const library = script ? wrap(await readFile(join(modules, script), "utf8")) : "";
  const call = use ? `{ const found = ${FIND}; if (found) { ${use} } }` : "";
  const content = { matches: [`${HOST}/*`], js: ["content.js"], run_at: "document_idle" };
  const files = ["content.js"];
  await writeFile(join(folder, "content.js"), `${library}\n;${call}\n`);
  if (css) {
    content.css = ["content.css"];
    files.push("content.css");
    await writeFile(join(folder, "content.css"), await readFile(join(modules, css)));
  }
  const manifest = { manifest_version: 3, name: `Bench: ${name}`, version: "1", content_scripts: [content] };
  await writeFile(join(folder, "manifest.json"), JSON.stringify(manifest));
  return { name, extension: folder, policy: "none", said, bytes: await bytesOf(files.map((file) => join(folder, file))) };
}

/** What files weigh, plain and compressed. */
async function bytesOf(files) {
  const sizes = await Promise.all(files.map(async (file) => (await stat(file)).size));
  const texts = await Promise.all(files.map((file) => readFile(file)));
  const sum = (all) => all.reduce((total, one) => total + one, 0);
  return { plain: sum(sizes), gzip: sum(texts.map((text) => gzipSync(text, { level: 9 }).length)) };
}
