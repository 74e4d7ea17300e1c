// The tables and lines one reads at the end.

const share = (count, all) => (all === 0 ? "-" : `${((100 * count) / all).toFixed(1)} %`);

const sum = ({ right, wrong, silent }) => right + wrong + silent;

const cell = (count, all) => `${share(count, all)} (${count})`;

/** Right, wrong, silent where the target is, wrong where it is not. */
function columns({ present, absent }) {
  const [there, away] = [sum(present), sum(absent)];
  return [
    cell(present.right, there),
    cell(present.wrong, there),
    cell(present.silent, there),
    cell(absent.wrong, away),
  ];
}

function table(rows) {
  const widths = rows[0].map((_, at) => Math.max(...rows.map((row) => row[at].length)));
  const cellOf = (text, at) => (at === 0 ? text.padEnd(widths[at]) : text.padStart(widths[at]));
  return rows.map((row) => row.map(cellOf).join("  ")).join("\n");
}

const HEADS = ["right", "wrong", "silent", "wrong when absent"];

/** Everything there is to say, and whether the guide was wrong anywhere. */
export function report({ guide, peers, decoys, names, guideNames, recorded }) {
  const blocks = [
    contestants([guide.score, ...peers.all], recorded),
    byTarget(guide.score),
    byTarget(peers.playwright),
    answers(guide.wrong),
  ];
  if (decoys?.all) blocks.push(listed(`of ${decoys.all} pages of others, the guide speaks on`, decoys.wrong));
  if (names?.all) blocks.push(accessibleNames(names, guideNames));
  const count = guide.wrong.length + (decoys?.wrong.length ?? 0);
  blocks.push(count === 0 ? "The guide was never wrong." : `The guide was wrong on ${count} pages.`);
  return { text: blocks.join("\n\n"), isEverWrong: count > 0 };
}

/** One row a contestant. */
function contestants(scores, recorded) {
  const [{ all }] = scores;
  const about = [
    `${sum(all.present)} pages with the target, ${sum(all.absent)} without it.`,
    `What is recorded was recorded on the portal of seed ${recorded}, whose pages do not count.`,
  ];
  const rows = scores.map((score) => [score.name, score.knows, ...columns(score.all)]);
  return `${about.join("\n")}\n\n${table([["", "knows", ...HEADS], ...rows])}`;
}

/** One row a target. */
function byTarget(score) {
  const rows = [...score.byTarget].map(([target, tally]) => [target, ...columns(tally)]);
  return table([[score.name, ...HEADS], ...rows]);
}

/** What the guide points at when it should not may still be what it says it is. */
function answers(wrong) {
  const list = listed("wrong answers of the guide", wrong.map(({ line }) => line));
  const count = wrong.filter(({ isTrue }) => isTrue).length;
  return count === 0 ? list : `${list}\n${count} of them are something else of the job, and what the guide calls it.`;
}

function listed(title, lines) {
  return [`${title}: ${lines.length || "none"}`, ...lines.map((line) => `  ${line}`)].join("\n");
}

function accessibleNames({ right, all }, guideNames) {
  const lines = [`accessible names, Playwright: ${right} of ${all}`];
  if (guideNames) lines.push(`accessible names, this guide: ${guideNames}`);
  return lines.join("\n");
}
