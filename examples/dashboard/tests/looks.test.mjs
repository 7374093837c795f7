// How the page looks in both languages, in light and dark, on a narrow screen and on paper.

import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { describe, test } from "node:test";

import { day, figure, LANGUAGES, MID_FEBRUARY, open, read, sales, shot, VIEWS, violations } from "./page.mjs";

/** What a view shows once its answer is there. */
const FULL = { forecast: "[data-fan]", agenda: "[data-section]", lint: "[data-rule]" };

async function show(page, view) {
  await page.click(`[data-view="${view}"]`);
  if (FULL[view] !== undefined) await page.waitForSelector(FULL[view]);
}

for (const language of LANGUAGES) {
  describe(`the dashboard looks well in ${language}`, () => {
    test("opens on the sales plan, in the direction of the language", async () => {
      const { page, close, t } = await open({ language });
      assert.equal(await page.getAttribute("html", "dir"), { en: "ltr", ar: "rtl" }[language]);
      assert.equal(await page.getAttribute("html", "lang"), language);
      await day(page, MID_FEBRUARY);
      const card = page.locator('[data-objective="grow-revenue"]');
      assert.ok((await card.innerText()).includes(sales.objectives.find(({ id }) => id === "grow-revenue").title[language]));
      assert.ok((await card.locator(".status").first().innerText()).includes(t.status_behind));
      assert.match(await read(page.locator('[data-reading="revenue"]')), /193,500.*\/.*500,000/);
      // (2 × 0.387 + 0.42 + 0.255) / 4 = 0.362.
      assert.equal(await read(figure(page, "grow-revenue", "progress")), "36%");
      // What begins the line stands where the language begins.
      const [title, status] = await Promise.all([card.locator("h3").boundingBox(), card.locator(".status").first().boundingBox()]);
      assert.equal(title.x < status.x, language === "en");
      await page.screenshot({ path: shot(`cards-${language}.png`) });
      await close();
    });

    test("has no violation of WCAG 2.2 AA in any view, in light and dark", async () => {
      for (const colorScheme of ["light", "dark"]) {
        const { page, close } = await open({ language, colorScheme });
        await day(page, MID_FEBRUARY);
        await page.locator("[data-profile] select").selectOption("notion");
        for (const view of VIEWS) {
          await show(page, view);
          assert.deepEqual(await violations(page), [], `${view}, ${colorScheme}`);
          await page.screenshot({ path: shot(`${view}-${language}-${colorScheme}.png`) });
        }
        await show(page, "cards");
        await page.click('[data-check-in="revenue"]');
        assert.deepEqual(await violations(page), [], `the form, ${colorScheme}`);
        await page.screenshot({ path: shot(`check-in-${language}-${colorScheme}.png`) });
        await page.keyboard.press("Escape");
        await close();
      }
    });

    test("fits a window of 360 pixels", async () => {
      const { page, close } = await open({ language, viewport: { width: 360, height: 740 } });
      for (const view of VIEWS) {
        await show(page, view);
        const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        assert.equal(over, 0, view);
      }
      await show(page, "cards");
      // Nothing sticks out of a card either.
      const out = await page.evaluate(() =>
        [...document.querySelectorAll(".card")].flatMap((card) => {
          const { left, right } = card.getBoundingClientRect();
          return [...card.querySelectorAll("dd, h4, input, button")].filter((each) => each.getBoundingClientRect().left < left || each.getBoundingClientRect().right > right).map((each) => each.outerHTML);
        }),
      );
      assert.deepEqual(out, []);
      await page.locator('[data-objective="grow-revenue"]').scrollIntoViewIfNeeded();
      await page.screenshot({ path: shot(`narrow-${language}.png`) });
      await close();
    });

    test("prints every card whole, without what only a screen has a use for", async () => {
      const { page, close } = await open({ language });
      await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
      await page.emulateMedia({ media: "print" });
      for (const selector of [".tools", ".filters", ".actions", ".try", "[data-as-of]"]) assert.equal(await page.locator(selector).first().isVisible(), false, selector);
      assert.equal(await page.locator("[data-key-result]:visible").count(), sales.objectives.reduce((n, objective) => n + objective.key_results.length, 0));
      await page.emulateMedia({ media: null });
      await page.evaluate(() => dispatchEvent(new Event("afterprint")));
      await page.waitForFunction(() => document.querySelector(".placeholder") !== null);
      writeFileSync(shot(`print-${language}.pdf`), await page.pdf({ format: "A4" }));
      await close();
    });
  });
}
