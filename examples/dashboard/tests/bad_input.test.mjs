// Broken, hostile and very large files: every problem is shown in place, nothing is executed, the plan from before stays.

import assert from "node:assert/strict";
import { rmSync, writeFileSync } from "node:fs";
import { describe, test } from "node:test";

import { drop, figure, LANGUAGES, nShown, open, read, sales, shot, VIEWS, violations } from "./page.mjs";

const problems = (page) => page.locator("[data-problems]");

/** Chooses a file of this text by the button. */
async function choose(page, name, text) {
  const file = shot(name);
  writeFileSync(file, text);
  await page.setInputFiles('input[type="file"]', file);
  return () => rmSync(file);
}

/** In the page, before anything else: between `hold` and `release` no answer of a worker arrives, so that it seems to take that long. */
function holdAnswers() {
  let held;
  globalThis.hold = () => (held = []);
  globalThis.release = () => {
    const answers = held;
    held = undefined;
    for (const [worker, data] of answers) worker.dispatchEvent(new MessageEvent("message", { data }));
  };
  const { Worker: Original } = globalThis;
  globalThis.Worker = class extends Original {
    constructor(...values) {
      super(...values);
      this.addEventListener("message", (event) => {
        if (held === undefined) return;
        event.stopImmediatePropagation();
        held.push([this, event.data]);
      });
    }
  };
}

for (const language of LANGUAGES) {
  describe(`bad input in ${language}`, () => {
    test("that is no JSON is told with its place, and the plan stays", async () => {
      const { page, close, t } = await open({ language });
      await drop(page, "broken.json", '{"okrkit": 1,\n  "id": ');
      await problems(page).locator('[data-code="document.syntax"]').waitFor();
      assert.ok((await read(problems(page))).includes(t.place("2", "9")));
      assert.ok((await read(problems(page))).includes(t.problemsKept));
      assert.equal(await nShown(page), sales.objectives.length);
      assert.deepEqual(await violations(page), []);
      await page.screenshot({ path: shot(`problems-${language}.png`) });
      await page.getByRole("button", { name: t.dismiss }).click();
      assert.equal(await problems(page).count(), 0);
      await close();
    });

    test("with several mistakes is told all of them", async () => {
      const { page, close } = await open({ language });
      const plan = structuredClone(sales);
      plan.objectives[1].cycle = "q9";
      plan.objectives[2].titel = "x";
      plan.objectives[3].key_results[0].measure.kind = "metrik";
      await drop(page, "wrong.json", JSON.stringify(plan, null, 2));
      for (const code of ["cycle.unknown", "document.unknown_field", "document.unknown_kind"]) await problems(page).locator(`[data-code="${code}"]`).first().waitFor();
      await close();
    });

    test("with a script in every text is shown as text, and nothing of it runs", async () => {
      const { page, close } = await open({ language });
      const evil = '<img src=x onerror="globalThis.hacked=1"><script>globalThis.hacked=1</script>';
      const plan = {
        okrkit: 1,
        id: evil,
        title: evil,
        cycles: [{ id: "q1", starts: "2026-01-01", ends: "2026-03-31" }],
        teams: [{ id: "t", title: evil }],
        objectives: [
          {
            id: "o",
            title: evil,
            cycle: "q1",
            team: "t",
            owners: [{ who: evil }],
            tags: { region: evil },
            key_results: [{ id: "k", title: evil, measure: { kind: "metric", start: 0, target: 10 }, check_ins: [{ on: "2026-01-20", value: 3, by: evil, note: evil }] }],
          },
        ],
      };
      await drop(page, `${evil}.json`, JSON.stringify(plan));
      await page.waitForSelector('[data-objective="o"]');
      assert.ok((await page.locator('[data-objective="o"] h3').innerText()).includes("<script>"));
      await figure(page, "k", "progress").click();
      await page.locator("[data-why]").waitFor();
      await page.keyboard.press("Escape");
      for (const view of VIEWS) {
        await page.click(`[data-view="${view}"]`);
        // What is no element cannot run, now or later.
        assert.equal(await page.locator("img, #app script").count(), 0, view);
      }
      assert.equal(await page.evaluate(() => globalThis.hacked), undefined);
      await close();
    });

    test("that the browser cannot read is told as such", async () => {
      const { page, close, t } = await open({ language });
      await page.evaluate(() => {
        const gone = new File([""], "gone.json");
        gone.text = () => Promise.reject(new DOMException("the file was moved", "NotFoundError"));
        const event = new Event("drop", { cancelable: true });
        Object.defineProperty(event, "dataTransfer", { value: { files: [gone] } });
        dispatchEvent(event);
      });
      await problems(page).waitFor();
      assert.ok((await read(problems(page))).includes(t.problemsTitle("gone.json")));
      assert.ok((await read(problems(page))).includes("the file was moved"));
      assert.equal(await nShown(page), sales.objectives.length);
      await close();
    });
  });
}

describe("a file of 50 MB", () => {
  test("that is no plan is refused in place while the page goes on", async () => {
    const { page, close } = await open({ before: holdAnswers });
    const text = `{"okrkit": 1, "id": "big", "cycles": [], "objectives": [${'{"x":1},'.repeat(6_250_000)}{}]}`;
    assert.ok(text.length > 50_000_000);
    await page.evaluate(() => globalThis.hold());
    const remove = await choose(page, "big.json", text);
    await page.locator("[data-opening]").waitFor();
    // The page can be used while the worker reads, and shows what does not need it.
    await page.click('[data-view="tree"]');
    await page.locator('[data-tree="annual-revenue"]').first().waitFor();
    assert.equal(await page.locator("[data-opening]").count(), 1);
    await page.evaluate(() => globalThis.release());
    await problems(page).locator("[data-code]").first().waitFor({ timeout: 60_000 });
    assert.equal(await page.locator("[data-opening]").count(), 0);
    assert.ok((await page.title()).includes(sales.id));
    remove();
    await close();
  });

  test("that is a plan is opened, and can be worked with", async () => {
    const { page, close, t } = await open();
    const note = "x".repeat(1000);
    const objectives = Array.from({ length: 1000 }, (_, o) => ({
      id: `o${o}`,
      title: `Objective ${o}`,
      cycle: "q1",
      key_results: Array.from({ length: 5 }, (_, k) => ({
        id: `o${o}k${k}`,
        title: `Key result ${o}.${k}`,
        measure: { kind: "metric", start: 0, target: 100 },
        check_ins: Array.from({ length: 10 }, (_, n) => ({ on: `2026-01-${String(n + 10)}`, value: 5 * (n + 1), note })),
      })),
    }));
    const text = JSON.stringify({ okrkit: 1, id: "large", cycles: [{ id: "q1", starts: "2026-01-01", ends: "2026-03-31" }], objectives });
    assert.ok(text.length > 50_000_000);
    const remove = await choose(page, "large.json", text);
    await page.waitForSelector('[data-objective="o0"]', { timeout: 120_000 });
    assert.equal(await nShown(page), 1000);
    // The last of ten check-ins says 50 of 100.
    assert.equal(await read(figure(page, "o0k0", "progress")), "50%");
    await page.getByLabel(t.search, { exact: true }).fill("objective 999");
    assert.equal(await nShown(page), 1);
    await figure(page, "o999", "progress").waitFor();
    remove();
    await close();
  });
});
