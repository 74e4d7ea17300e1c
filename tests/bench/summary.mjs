// From many loads to medians over no extension, and to verdicts on the budgets (milliseconds, bytes).

/** Kinds of work that are running a script. */
const SCRIPT = ["script", "calls", "wasm"];
/** The dearest parts that a profile names. */
const PARTS = 8;

const MOST_READY = 10;
const MOST_READY_TWIN = 60;
const MOST_KEY = 50;
/** What the browser calls a long task. */
const MOST_RUN = 50;
const MOST_MEMORY = 4 * 1024 * 1024;

export function summary(measured, keys) {
  const none = medians(measured[0].loads);
  const rows = measured.map(({ contender, loads }) => ({
    name: contender.name,
    loads: loads.length,
    bytes: contender.bytes ?? { plain: 0, gzip: 0 },
    ...over(medians(loads), none),
    longest: median(loads.map((load) => load.longest)),
    ready: median(loads.map((load) => load.ready).filter((time) => time !== null)),
    profile: profile(loads),
  }));
  return { none, rows, budgets: budgets(rows, median(keys)) };
}

function medians(loads) {
  const kinds = Object.keys(loads[0].kinds);
  const kind = (name) => median(loads.map((load) => load.kinds[name]));
  const scripts = loads.map((load) => SCRIPT.reduce((sum, name) => sum + load.kinds[name], 0));
  return {
    total: median(loads.map((load) => load.total)),
    script: median(scripts),
    memory: median(loads.map((load) => load.memory)),
    kinds: Object.fromEntries(kinds.map((name) => [name, kind(name)])),
  };
}

function over(one, none) {
  const kinds = Object.entries(one.kinds).map(([name, time]) => [name, time - none.kinds[name]]);
  return {
    total: one.total - none.total,
    script: one.script - none.script,
    memory: one.memory - none.memory,
    kinds: Object.fromEntries(kinds),
  };
}

/** The parts of what runs in the extension's own scripts, the dearest first. */
function profile(loads) {
  const names = new Set(loads.flatMap((load) => Object.keys(load.parts)));
  const parts = [...names].map((name) => ({ name, time: median(loads.map((load) => load.parts[name] ?? 0)) }));
  return parts.sort((a, b) => b.time - a.time).slice(0, PARTS);
}

function budgets(rows, key) {
  const row = (name) => rows.find((one) => one.name === name);
  const [driver, guide, twin] = ["driver.js", "the guide", "the guide's twin"].map(row);
  const ms = (name, found, most) => ({ name, found, most, unit: "ms", isMet: found !== null && found <= most });
  return [
    ms("main-thread time, at most half of driver.js's", guide.total, driver.total / 2),
    ms("script time, at most twice driver.js's", guide.script, driver.script * 2),
    ms("first words drawn after the script's start", guide.ready, MOST_READY),
    ms("the twin's first words", twin.ready, MOST_READY_TWIN),
    ms("from a key in the password to its verdict", key, MOST_KEY),
    ms("the longest run of its script at a load", guide.longest, MOST_RUN),
    {
      name: "memory after a collection, over no extension",
      found: guide.memory / 1024 / 1024,
      most: MOST_MEMORY / 1024 / 1024,
      unit: "MB",
      isMet: guide.memory <= MOST_MEMORY,
    },
  ];
}

/** The middle one; of none, nothing. */
export function median(values) {
  if (values.length === 0) return null;
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}
