// The four peers: those that record do so on the recorded pages, then all of them look for each target on each page.
import { absoluteXPath } from "./absolute-xpath.mjs";
import { playwright } from "./playwright.mjs";
import { recordedCss } from "./recorded-css.mjs";
import { certainSimilo, similo } from "./similo.mjs";
import { Score } from "./tally.mjs";

const PEERS = [recordedCss, absoluteXPath, playwright, similo];

/** Lets them all look; the scores come in the order of the table. */
export async function judgePeers(browser, pages) {
  const recorded = await record(browser, pages);
  const scored = [...PEERS, certainSimilo];
  const scores = new Map(scored.map((peer) => [peer, new Score(peer.name, peer.knows, pages.targets)]));
  for (const entry of pages.compared) {
    await browser.open(await pages.served(entry));
    for (const peer of PEERS) {
      const answer = await find(peer, browser.page, recorded.get(peer).get(entry.target));
      scores.get(peer).count(entry, verdict(entry, answer));
      if (peer === similo) scores.get(certainSimilo).count(entry, verdict(entry, certainSimilo.from(answer)));
    }
  }
  return { all: [...scores.values()], playwright: scores.get(playwright) };
}

async function record(browser, pages) {
  const recorded = new Map(PEERS.map((peer) => [peer, new Map()]));
  for (const entry of pages.recorded) {
    await browser.open(await pages.served(entry));
    for (const peer of PEERS) recorded.get(peer).set(entry.target, await peer.record(browser.page, entry.target));
  }
  return recorded;
}

async function find(peer, page, recorded) {
  return recorded ? peer.find(page, recorded) : null;
}

function verdict(entry, answer) {
  if (answer === null) return "silent";
  // A list of GSPs without the wanted one is still the list that a peer was asked for.
  return answer.name === entry.target ? "right" : "wrong";
}
