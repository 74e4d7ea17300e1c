// What a load of the practice portal's main menu costs with each contender, over none: `./build.sh bench`.
import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { contenders } from "./contenders.mjs";
import { Portal } from "./portal.mjs";
import { summary } from "./summary.mjs";
import { printed } from "./table.mjs";
import { keysToVerdicts } from "./typing.mjs";
import { Visitor } from "./visitor.mjs";

/** Loads that are not counted: they fill the browser's caches. */
const WARM_UP = 3;

const { values } = parseArgs({
  options: {
    extension: { type: "string" },
    portal: { type: "string" },
    modules: { type: "string" },
    work: { type: "string" },
    out: { type: "string" },
    loads: { type: "string", default: "20" },
  },
});
const portal = await Portal.start(values.portal);
const visitors = [];
try {
  for (const contender of await contenders(values.modules, values.work, values.extension)) {
    visitors.push(await Visitor.launch(contender, portal, process.env.CHROMIUM));
  }
  const measured = visitors.map(({ contender }) => ({ contender, loads: [] }));
  for (let round = 0; round < WARM_UP + Number(values.loads); round++) {
    for (const [index, visitor] of visitors.entries()) {
      const load = await visitor.load();
      if (!load.said) throw new Error(`${visitor.contender.name} says nothing on ${visitor.address}`);
      if (round >= WARM_UP) measured[index].loads.push(load);
    }
  }
  const guide = visitors.find(({ contender }) => contender.name === "the guide");
  const results = summary(measured, await keysToVerdicts(guide.page));
  await writeFile(values.out, `${JSON.stringify(results, null, 2)}\n`);
  console.log(printed(results));
} finally {
  await Promise.all(visitors.map((visitor) => visitor.close()));
  await portal.stop();
}
