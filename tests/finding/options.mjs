// What the command line and the environment say: which pages, which extension, how many.
import { parseArgs } from "node:util";

const USAGE = `node tests/finding/main.mjs --pages DIR --extension DIR [--count N] [--recorded SEED] [--names "N of M"]

  --pages      the folder of generated portal pages, with its index.json
  --extension  the folder of the extension for Chromium
  --count      only the pages of the first N seeds
  --recorded   the seed whose pages the recorded locators know, and which counts for nobody (0 unless given)
  --names      the guide's own share of right accessible names, from the test that measures it

CHROMIUM     the browser (found on PATH unless set)
TEST_PAGES   a folder with decoys/ and accname/, where there is one`;

export function options() {
  const { values } = parseArgs({
    options: {
      pages: { type: "string" },
      extension: { type: "string" },
      count: { type: "string" },
      recorded: { type: "string", default: "0" },
      names: { type: "string" },
    },
  });
  if (!values.pages || !values.extension) {
    throw new Error(`--pages and --extension are needed.\n\n${USAGE}`);
  }
  return {
    pages: values.pages,
    extension: values.extension,
    count: values.count ? Number(values.count) : Infinity,
    recorded: Number(values.recorded),
    names: values.names,
    testPages: process.env.TEST_PAGES,
  };
}
