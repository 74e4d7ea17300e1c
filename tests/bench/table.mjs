// The results in words and columns.

const MB = 1024 * 1024;

export function printed({ none, rows, budgets }) {
  const kinds = Object.keys(none.kinds);
  const head = ["over no extension", "total", ...kinds, "all script", "ready", "MB held", "KB", "KB gzip"];
  const lines = rows.slice(1).map((row) => [
    row.name,
    ms(row.total),
    ...kinds.map((kind) => ms(row.kinds[kind])),
    ms(row.script),
    row.ready === null ? "-" : ms(row.ready),
    (row.memory / MB).toFixed(2),
    (row.bytes.plain / 1000).toFixed(1),
    (row.bytes.gzip / 1000).toFixed(1),
  ]);
  const guides = rows.filter((row) => row.name.startsWith("the guide"));
  const met = budgets.filter((budget) => budget.isMet).length;
  return [
    `One load of the main menu, medians of ${rows[0].loads}, ms of the main thread's own time by trace.`,
    `With no extension a load takes ${ms(none.total)} ms.`,
    "",
    columns([head, ...lines]),
    "",
    ...guides.map(profile),
    columns([["budget", "found", "at most", ""], ...budgets.map(verdict)]),
    "",
    `The guide keeps ${met} of these ${budgets.length} budgets.`,
  ].join("\n");
}

function profile({ name, profile }) {
  const parts = profile.map((part) => `${part.name} ${ms(part.time)}`);
  return `In the scripts of ${name}, ms: ${parts.join(", ")}\n`;
}

function verdict({ name, found, most, unit, isMet }) {
  const shown = found === null ? "not seen" : `${found.toFixed(1)} ${unit}`;
  return [name, shown, `${most.toFixed(1)} ${unit}`, isMet ? "met" : "not met"];
}

function ms(time) {
  return time.toFixed(1);
}

/** Lines of cells as columns, the first to the left, the others to the right. */
function columns(lines) {
  const widths = lines[0].map((_, index) => Math.max(...lines.map((line) => line[index].length)));
  const padded = (cell, index) => (index === 0 ? cell.padEnd(widths[index]) : cell.padStart(widths[index]));
  return lines.map((line) => line.map(padded).join("  ").trimEnd()).join("\n");
}
