// The pages from disk: the generated ones by their index, the third-party ones by their folders.
import { existsSync } from "node:fs";
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";

/** Everything stands on this host, as the guide expects it. */
export const PORTAL = "https://einvoice1.gst.gov.in";

export class Pages {
  static async read(folder, { count, recorded }) {
    const index = JSON.parse(await readFile(join(folder, "index.json"), "utf8"));
    const seeds = [...new Set(index.map((entry) => entry.seed))].sort((a, b) => a - b).slice(0, count);
    const chosen = index.filter((entry) => seeds.includes(entry.seed) || entry.seed === recorded);
    return new Pages(folder, chosen, recorded);
  }

  constructor(folder, index, recorded) {
    this.folder = folder;
    this.recordedSeed = recorded;
    this.entries = index.map((entry) => ({ ...entry, isPresent: !entry.file.endsWith(".without.html") }));
    this.targets = [...new Set(index.map((entry) => entry.target))];
  }

  /** Whether it is of the portal that the recorded locators were recorded on. */
  isRecorded(entry) {
    return entry.seed === this.recordedSeed;
  }

  /** The pages that count for everybody. */
  get compared() {
    return this.entries.filter((entry) => !this.isRecorded(entry));
  }

  /** The recorded page of each target. */
  get recorded() {
    return this.entries.filter((entry) => this.isRecorded(entry) && entry.isPresent);
  }

  async served(entry) {
    return { url: new URL(entry.path, PORTAL).href, html: await readFile(join(this.folder, entry.file), "utf8") };
  }
}

/** The HTML files below a folder, in order. */
export async function filesBelow(folder) {
  if (!existsSync(folder)) return [];
  const names = await readdir(folder, { recursive: true });
  return names.filter((name) => name.endsWith(".html")).sort();
}

/** A file of a folder, as if it were the portal's first page. */
export async function atHome(folder, name) {
  return { url: `${PORTAL}/`, html: await readFile(join(folder, name), "utf8") };
}
