// A plan as large as one likes, and a page that has it open.

import { drop } from "./browser.mjs";

/** Objectives with five key results each, thirteen check-ins a key result, teams, owners and links to one objective above. */
export function largePlan(nObjectives) {
  const dayOf = (week) => new Date(Date.UTC(2026, 0, 5 + 7 * week)).toISOString().slice(0, 10);
  const objectives = Array.from({ length: nObjectives }, (_, o) => ({
    id: `o${o}`,
    title: { en: `Objective ${o}`, ar: `الهدف ${o}` },
    cycle: "q1",
    team: `t${o % 20}`,
    owners: [{ who: `p${o % 50}` }],
    key_results: Array.from({ length: 5 }, (_, k) => ({
      id: `o${o}k${k}`,
      title: { en: `Key result ${o}.${k}`, ar: `النتيجة ${o}.${k}` },
      measure: { kind: "metric", start: 0, target: 100 + k },
      check_ins: Array.from({ length: 13 }, (_, week) => ({ on: dayOf(week), value: (week + 1) * (3 + ((o + k) % 5)), confidence: 0.5 })),
    })),
  }));
  return {
    okrkit: 1,
    id: "large",
    cycles: [{ id: "q1", starts: "2026-01-01", ends: "2026-03-31", check_in_every: "week" }],
    teams: Array.from({ length: 20 }, (_, t) => ({ id: `t${t}`, title: `Team ${t}` })),
    objectives,
    links: objectives.slice(1).map(({ id }) => ({ child: id, parent: "o0", kind: "supports" })),
  };
}

/** From 1 January to 30 March. */
export const DAYS = 89;

/** What says, in each view, what the day makes of the figures. */
export const SEEN = {
  cards: '[data-figure="o0 progress"]',
  tree: '[data-figure="o0 progress"]',
  graph: '[data-graph="o0"]',
  groups: '[data-figure="total progress"]',
  forecast: "[data-method] td",
  agenda: "[data-section]",
  lint: "[data-rule]",
};

/** Opens a large plan in a view, and waits until all that was asked is answered. */
export async function openLarge(page, url, view, nObjectives) {
  await page.addInitScript(watchWorkers);
  await page.goto(url);
  await page.waitForSelector("[data-objective]");
  await drop(page, "large.json", JSON.stringify(largePlan(nObjectives)));
  await page.waitForSelector('[data-objective="o0"]', { timeout: 60_000 });
  await page.click(`[data-view="${view}"]`);
  await page.waitForSelector(SEEN[view], { timeout: 60_000 });
  await page.waitForFunction(() => globalThis.asked === 0, undefined, { timeout: 60_000 });
}

/** In the page: counts the questions to workers that have no answer yet. */
function watchWorkers() {
  globalThis.asked = 0;
  globalThis.mostAsked = 0;
  const { Worker: Original } = globalThis;
  globalThis.Worker = class extends Original {
    constructor(...values) {
      super(...values);
      this.addEventListener("message", () => (globalThis.asked -= 1));
    }
    postMessage(message, ...values) {
      super.postMessage(message, ...values);
      if (!("id" in message)) return;
      globalThis.asked += 1;
      globalThis.mostAsked = Math.max(globalThis.mostAsked, globalThis.asked);
    }
  };
}
