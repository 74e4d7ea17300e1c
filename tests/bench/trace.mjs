// What a trace of one load says: the renderer's main thread by kind of work, and when the first words were drawn.

/** The mark that the page's own clock sets when words stand in the document. */
export const MARK = "first words";

export const CATEGORIES = [
  "devtools.timeline",
  "disabled-by-default-devtools.timeline",
  "v8",
  "v8.wasm",
  "disabled-by-default-v8.wasm.detailed",
  "blink.user_timing",
];

/** The kinds of work, and the events that are of each; what is of none is other. */
export const KINDS = [
  ["wasm", /^(v8\.)?wasm\./i],
  ["gc", /^(MinorGC|MajorGC|V8\.GC|BlinkGC|CppGC)/],
  ["script", /^(EvaluateScript|v8\.compile|V8\.Compile|v8\.run|V8\.Execute|v8\.evaluate)/i],
  ["calls", /^(FunctionCall|EventDispatch|TimerFire|FireAnimationFrame|FireIdleCallback|RunMicrotasks|v8\.callFunction|V8\.)/],
  ["style, layout", /^(UpdateLayoutTree|Layout|RecalculateStyles|HitTest|InvalidateLayout|ParseAuthorStyleSheet|IntersectionObserver)/],
  ["paint", /^(PrePaint|Paint|Layerize|Commit|UpdateLayer|CompositeLayers|UpdateLayerTree)/],
];
export const OTHER = "other";

/** The main thread's milliseconds by kind, and by event name those inside the extension's own first run. */
export function costs(events) {
  const main = mainThread(events);
  const own = events.filter((event) => event.ph === "X" && event.pid === main.pid && event.tid === main.tid);
  own.sort((a, b) => a.ts - b.ts || b.dur - a.dur);
  const kinds = Object.fromEntries([...KINDS.map(([name]) => name), OTHER].map((name) => [name, 0]));
  const parts = {};
  for (const { event, self, above } of withSelfTimes(own)) {
    kinds[kindOf(event.name)] += self;
    if (above.concat(event).some(isFromExtension)) parts[event.name] = (parts[event.name] ?? 0) + self;
  }
  const total = Object.values(kinds).reduce((sum, one) => sum + one, 0);
  return { total, kinds, parts, longest: longestRun(own), ready: readyTime(events, own, main) };
}

function kindOf(name) {
  return KINDS.find(([, pattern]) => pattern.test(name))?.[0] ?? OTHER;
}

/** The main thread of the process that showed the portal's page. */
function mainThread(events) {
  const isPage = ({ name, args }) => name === "ParseHTML" && args.beginData?.url?.startsWith("https://einvoice1.");
  const parsed = events.find(isPage);
  if (!parsed) throw new Error("the trace holds no page of the portal");
  return parsed;
}

/**
 * Each event with the milliseconds that none of its children took. The thread's own clock counts: time in which it
 * waited, or other programs had the processor, is nobody's cost.
 */
function withSelfTimes(events) {
  const open = [];
  const all = [];
  for (const event of events) {
    while (open.length > 0 && open.at(-1).event.ts + open.at(-1).event.dur <= event.ts) open.pop();
    const one = { event, self: threadTime(event), above: open.map((other) => other.event) };
    if (open.length > 0) open.at(-1).self -= threadTime(event);
    open.push(one);
    all.push(one);
  }
  return all;
}

/** Milliseconds of the thread. Of the few events that do not tell, the time stays with what they happened in. */
function threadTime({ tdur = 0 }) {
  return tdur / 1000;
}

/** Whether it runs the extension's code, from its first line or called back later. */
function isFromExtension({ name, args }) {
  if (name !== "EvaluateScript" && name !== "FunctionCall") return false;
  return (args.data?.url ?? "").startsWith("chrome-extension:");
}

/** The longest that the extension's code ran without giving the page a turn, in milliseconds of the clock. */
function longestRun(own) {
  return Math.max(0, ...own.filter(isFromExtension).map(({ dur }) => dur / 1000));
}

/** From the content script's first line to the end of the first picture with words in it, in milliseconds. */
function readyTime(events, own, main) {
  const started = own.find((event) => event.name === "EvaluateScript" && isFromExtension(event));
  const marked = events.find(({ name, pid, ts }) => name === MARK && pid === main.pid && ts >= started?.ts);
  if (!started || !marked) return null;
  const drawn = own.find(({ name, ts }) => name === "Commit" && ts >= marked.ts);
  return drawn ? (drawn.ts + drawn.dur - started.ts) / 1000 : null;
}
