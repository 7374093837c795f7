// A plan of 5,000 key results: while the slider moves there is no task longer than 50 ms, by the browser's own trace.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { launch, serve } from "./browser.mjs";

/** 1,000 objectives with five key results each, thirteen check-ins a key result, teams, owners and links to one objective above. */
function largePlan() {
  const dayOf = (week) => new Date(Date.UTC(2026, 0, 5 + 7 * week)).toISOString().slice(0, 10);
  const objectives = Array.from({ length: 1000 }, (_, o) => ({
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
const DAYS = 89;

let server;
let browser;
before(async () => {
  server = await serve();
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await server?.close();
});

/** What says, in each view, what the day makes of the figures. */
const SEEN = {
  cards: '[data-figure="o0 progress"]',
  tree: '[data-figure="o0 progress"]',
  graph: '[data-graph="o0"]',
  groups: '[data-figure="total progress"]',
  forecast: "[data-method] td",
  agenda: "[data-section]",
  lint: "[data-rule]",
};

for (const [view, seen] of Object.entries(SEEN)) test(`the slider moves over 5,000 key results without a long task, in the view ${view}`, async () => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(server.url);
  await page.waitForSelector("[data-objective]");
  const transfer = await page.evaluateHandle((text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], "large.json"));
    return transfer;
  }, JSON.stringify(largePlan()));
  await page.dispatchEvent("body", "drop", { dataTransfer: transfer });
  await page.waitForSelector('[data-objective="o0"]', { timeout: 30_000 });
  await page.click(`[data-view="${view}"]`);
  await page.waitForSelector(seen, { timeout: 30_000 });
  // What was started by opening comes to its end first.
  await page.waitForTimeout(3000);
  await browser.startTracing(page, { categories: ["blink.user_timing", "devtools.timeline", "disabled-by-default-devtools.timeline"] });
  const moved = await page.evaluate(async ([days, selector]) => {
    const input = document.querySelector("[data-as-of]");
    const progress = () => document.querySelector(selector)?.textContent;
    const seen = new Set();
    for (let day = 0; day < days; day += 1) {
      performance.mark("a day");
      input.value = String(day);
      input.dispatchEvent(new Event("input", { bubbles: true }));
      await new Promise((next) => requestAnimationFrame(next));
      seen.add(progress());
    }
    return seen.size;
  }, [DAYS, seen]);
  const trace = JSON.parse((await browser.stopTracing()).toString("utf8"));
  // What lint finds in this plan is the same on every day.
  assert.ok(moved > (view === "lint" ? 0 : 10), `the figures moved: ${moved} values were seen`);
  const main = new Set(trace.traceEvents.filter(({ name, args }) => name === "thread_name" && args.name === "CrRendererMain").map(({ pid, tid }) => `${pid} ${tid}`));
  const tasks = trace.traceEvents.filter(({ name, ph, pid, tid }) => name === "RunTask" && ph === "X" && main.has(`${pid} ${tid}`));
  assert.ok(tasks.length > DAYS, `the trace has the tasks: ${tasks.length}`);
  // The time that the task itself took, not that in which the machine did something else.
  const took = tasks.map(({ tdur }) => tdur);
  assert.ok(took.every(Number.isFinite), "the trace has the time of the thread");
  const long = took.filter((each) => each > 50_000).map((each) => `${Math.round(each / 1000)} ms`);
  // All that the main thread did from one day to the next: at 60 frames a second there are 16.7 ms for it.
  const starts = trace.traceEvents.filter(({ name }) => name === "a day").map(({ ts }) => ts).sort((a, b) => a - b);
  assert.ok(starts.length >= DAYS, `the trace has the days: ${starts.length}`);
  const days = starts.slice(1).map((next, at) => tasks.filter(({ ts }) => ts >= starts[at] && ts < next).reduce((sum, { tdur }) => sum + tdur, 0) / 1000);
  const perDay = days.sort((a, b) => a - b)[Math.floor(days.length / 2)];
  console.log(`longest task: ${Math.round(Math.max(...took) / 1000)} ms of ${tasks.length}; ${perDay.toFixed(1)} ms in the middle of the days`);
  assert.deepEqual(long, []);
  assert.ok(perDay < 16.7, `a day takes ${perDay} ms`);
  await page.close();
});
