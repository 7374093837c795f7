// What a day of the slider asks of the page is bounded by what is on the screen, not by the plan: counted, and not timed, since a
// count is the same on every machine. How long a day takes is told by `benches/frames.mjs`.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { launch, serve } from "./browser.mjs";
import { DAYS, openLarge, SEEN } from "./large.mjs";

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

/** In the page, before anything else: counts the calls into WebAssembly. What workers do is not counted. */
function watchCalls() {
  globalThis.calls = 0;
  const { Instance } = WebAssembly;
  WebAssembly.Instance = function (...values) {
    const { exports } = new Instance(...values);
    const counted = Object.entries(exports).map(([name, value]) => [
      name,
      typeof value !== "function" || name.startsWith("__")
        ? value
        : (...args) => {
            globalThis.calls += 1;
            return value(...args);
          },
    ]);
    return { exports: Object.fromEntries(counted) };
  };
}

/** In the page: moves the slider over the quarter, a frame a day, and gives the most that any day came to. */
async function move([days, selector]) {
  const input = document.querySelector("[data-as-of]");
  let found;
  const observer = new MutationObserver((records) => {
    found.changes += records.length;
    for (const { addedNodes } of records) found.added += addedNodes.length;
  });
  observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  const most = { changes: 0, added: 0, calls: 0 };
  const seen = new Set();
  globalThis.mostAsked = globalThis.asked;
  for (let day = 0; day < days; day += 1) {
    found = { changes: 0, added: 0 };
    globalThis.calls = 0;
    input.value = String(day);
    input.dispatchEvent(new Event("input", { bubbles: true }));
    await new Promise((next) => requestAnimationFrame(next));
    found.calls = globalThis.calls;
    for (const name of Object.keys(most)) most[name] = Math.max(most[name], found[name]);
    seen.add(document.querySelector(selector)?.textContent);
  }
  observer.disconnect();
  return { ...most, asked: globalThis.mostAsked, seen: seen.size };
}

/** What a day may come to, in any view, however large the plan: fewer changes of the page than the plan has objectives. */
const AT_MOST = { changes: 600, added: 60, calls: 20, asked: 2 };

for (const [view, seen] of Object.entries(SEEN)) {
  test(`a day of 5,000 key results changes what is on the screen and no more, in the view ${view}`, async () => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.addInitScript(watchCalls);
    await openLarge(page, server.url, view, 1000);
    const counts = await page.evaluate(move, [DAYS, seen]);
    // What lint finds in this plan is the same on every day.
    assert.ok(counts.seen > (view === "lint" ? 0 : 10), `the figures moved: ${counts.seen} values were seen`);
    // Only what a worker answers waits for it.
    if (!["forecast", "agenda", "lint"].includes(view)) assert.ok(counts.changes > 0 && counts.calls > 0, JSON.stringify(counts));
    for (const [name, most] of Object.entries(AT_MOST)) assert.ok(counts[name] <= most, `${name}: ${counts[name]}, and ${most} may be`);
    // Nothing is left behind that is still to be done.
    await page.waitForFunction(() => globalThis.asked === 0, undefined, { timeout: 60_000 });
    await page.close();
  });
}
