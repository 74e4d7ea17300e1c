// The guide on the generated pages and on pages that have nothing to do with it.
import { atHome, filesBelow } from "./pages.mjs";
import { Score } from "./tally.mjs";

/** Its score on the compared pages, and each of its wrong answers on any. */
export async function judgeGuide(guide, pages) {
  const score = new Score("this guide", "its own rules", pages.targets);
  const wrong = [];
  for (const entry of pages.entries) {
    const { verdict, where, isTrue } = await guide.judge(await pages.served(entry), entry.expected);
    if (!pages.isRecorded(entry)) score.count(entry, verdict);
    if (verdict === "wrong") wrong.push({ line: `${entry.target} ${entry.seed} ${entry.file}: ${where}`, isTrue });
  }
  return { score, wrong };
}

/** The pages of a folder on which it is not silent. */
export async function judgeDecoys(guide, folder) {
  const names = await filesBelow(folder);
  const wrong = [];
  for (const name of names) {
    const { verdict, where } = await guide.judge(await atHome(folder, name), null, { isOurs: false });
    if (verdict === "wrong") wrong.push(`${name}: ${where}`);
  }
  return { all: names.length, wrong };
}
