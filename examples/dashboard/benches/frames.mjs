// `cargo xtask dashboard bench`: what a day costs the page while the slider moves over 5,000 key results, by the browser's own
// trace. `--throttle 4` slows the processor down four times, as the browser's developer tools do; `--views cards,tree` takes some.

import { launch, serve } from "../tests/browser.mjs";
import { DAYS, openLarge, SEEN } from "../tests/large.mjs";

const option = (name, otherwise) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : process.argv[at + 1];
};
const throttle = Number(option("throttle", "1"));
const views = option("views", Object.keys(SEEN).join(",")).split(",");
const nObjectives = Number(option("objectives", "1000"));

const CATEGORIES = ["blink.user_timing", "devtools.timeline", "disabled-by-default-devtools.timeline"];

/** Moves the slider over the quarter, a frame a day. */
async function move(days) {
  const input = document.querySelector("[data-as-of]");
  for (let day = 0; day < days; day += 1) {
    performance.mark("a day");
    input.value = String(day);
    input.dispatchEvent(new Event("input", { bubbles: true }));
    await new Promise((next) => requestAnimationFrame(next));
  }
}

/** Tasks of the main thread in milliseconds of its own time, and what each day came to. */
function measured({ traceEvents }) {
  const main = new Set(traceEvents.filter(({ name, args }) => name === "thread_name" && args.name === "CrRendererMain").map(({ pid, tid }) => `${pid} ${tid}`));
  const tasks = traceEvents.filter(({ name, ph, pid, tid }) => name === "RunTask" && ph === "X" && main.has(`${pid} ${tid}`));
  const starts = traceEvents.filter(({ name }) => name === "a day").map(({ ts }) => ts);
  starts.sort((a, b) => a - b);
  const days = starts.slice(1).map((next, at) => tasks.filter(({ ts }) => ts >= starts[at] && ts < next).reduce((sum, { tdur }) => sum + tdur, 0) / 1000);
  return { tasks: tasks.map(({ tdur }) => tdur / 1000), days };
}

const at = (values, share) => [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))];

const server = await serve();
const browser = await launch();
try {
  console.log(`${5 * nObjectives} key results, ${DAYS} days, processor slowed down ${throttle} ×; milliseconds of the main thread's own time`);
  console.log("view      tasks > 50 ms   longest task   a day: median     95 %");
  for (const view of views) {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await openLarge(page, server.url, view, nObjectives);
    const session = await page.context().newCDPSession(page);
    await session.send("Emulation.setCPUThrottlingRate", { rate: throttle });
    await browser.startTracing(page, { categories: CATEGORIES });
    await page.evaluate(move, DAYS);
    const { tasks, days } = measured(JSON.parse((await browser.stopTracing()).toString("utf8")));
    const long = tasks.filter((each) => each > 50).length;
    const figures = [[String(long), 13], [Math.max(...tasks).toFixed(1), 15], [at(days, 0.5).toFixed(1), 16], [at(days, 0.95).toFixed(1), 9]];
    console.log(view.padEnd(10) + figures.map(([text, width]) => text.padStart(width)).join(""));
    await page.close();
  }
} finally {
  await browser.close();
  await server.close();
}
