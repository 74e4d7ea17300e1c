// How long a look takes on pages of many sizes: the module as the build makes it, in Chromium.
import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { Browser } from "./browser.mjs";

/** The sizes, in elements. */
const SIZES = [100, 1_000, 10_000, 100_000];
/** How many looks are timed, after as many that are not: fewer on the largest pages. */
const looksAt = (size) => (size > 30_000 ? 11 : 41);
/** The filler of most pages is not about e-Invoices; that of some is, in every line. */
const REMARKS = { "rows of none": "A remark", "rows of the job": "A remark on the e-Invoice API" };

const { values } = parseArgs({ options: { module: { type: "string" }, glue: { type: "string" } } });
const [module, glue] = await Promise.all([readFile(values.module, "base64"), readFile(values.glue, "utf8")]);
const browser = await Browser.launch({ scripts: [{ content: `${glue};globalThis.glue = wasm_bindgen;` }] });
try {
  console.log("elements  the page is full of  look, ms (median)  slowest tenth");
  for (const [how, remark] of Object.entries(REMARKS)) {
    for (const size of SIZES) await print(how, pageOf(rows(size, remark)), looksAt(size));
  }
  await print("a list of 5,000", pageOf(list(5_000)), looksAt(5_000));
  await print("2,000 links", pageOf(links(2_000)), looksAt(2_000));
} finally {
  await browser.close();
}

/** Times the looks at a page and prints them. */
async function print(how, html, looks) {
  await browser.open({ url: "https://einvoice1.gst.gov.in/ApiRegistration/RegisterGsp", html });
  const { elements, times } = await browser.page.evaluate(timed, { module, looks });
  const [median, tenth] = [times[looks >> 1], times[Math.floor(looks * 0.9)]].map((time) => time.toFixed(2));
  console.log(`${String(elements).padStart(8)}  ${how.padEnd(17)}  ${median.padStart(17)}  ${tenth.padStart(13)}`);
}

function timed({ module, looks }) {
  const bytes = Uint8Array.from(atob(module), (letter) => letter.charCodeAt(0));
  const bound = glue.initSync({ module: new WebAssembly.Module(bytes) }) && glue;
  bound.times(looks);
  const times = Array.from(bound.times(looks)).sort((a, b) => a - b);
  return { elements: document.querySelectorAll("*").length, times };
}

/** About so many elements: news, tables and links as on portals. */
function rows(elements, remark) {
  const row = (n) => `<div class=row><div class=col><label>Row ${n}</label></div><div class=col><span>${remark} ${n}</span>
    <a href='/Others/Page${n}'>Notification ${n}</a></div><ul><li>A line of the news</li><li><b>Bold</b> words</li></ul>
    </div>`;
  return Array.from({ length: elements / 10 }, (_, n) => row(n)).join("");
}

/** A list to choose from, longer than that of the GSPs. */
function list(entries) {
  const options = Array.from({ length: entries }, (_, n) => `<option>Provider ${n} Private Limited`).join("");
  return `<label>State <select>${options}</select></label>`;
}

function links(count) {
  return Array.from({ length: count }, (_, n) => `<a href='/Others/Page${n}'>Notification ${n}</a> `).join("");
}

/** The registration form behind something that is not about it. */
function pageOf(filler) {
  return `<!doctype html><title>e-Invoice System</title><body><h4>e-Invoice System</h4>${filler}
    <p>GSTIN: 29ZZZCZ0000Z1ZX - Name: MADE-UP</p><h5>API Registration</h5>
    <form><p>DO you wish to Register your GSTIN for API Interface:
    <input type=radio name=t> Through GSP <input type=radio name=t> Through ERP</p>
    <p>Select your GSP: <select><option>--Select--<option>Tera Software Limited</select></p>
    <p>Username: API_<input></p><p>Password: <input type=password></p>
    <p>Re-enter Password: <input type=password></p><button>Submit</button></form>`;
}
