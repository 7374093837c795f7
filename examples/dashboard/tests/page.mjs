// The page under test: opened with nothing kept from before, and handled as a person would.

import assert from "node:assert/strict";
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { after, before } from "node:test";
import { fileURLToPath } from "node:url";

import { transformWithOxc } from "vite";

import { launch, serve } from "./browser.mjs";

export { drop } from "./browser.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const shots = join(here, "..", "screenshots");
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** The plan that the page opens on. */
export const sales = JSON.parse(readFileSync(join(here, "..", "..", "data", "sales-2026-q1.json"), "utf8"));

// The tests call things by what stands on them, in either language, so they read the texts of the page.
const texts = join(here, "..", "src", "texts.ts");
const { code } = await transformWithOxc(readFileSync(texts, "utf8"), texts);
export const { TEXTS } = await import(`data:text/javascript,${encodeURIComponent(code)}`);
export const LANGUAGES = ["en", "ar"];
export const VIEWS = ["cards", "tree", "graph", "groups", "forecast", "agenda", "lint"];

let server;
let browser;
before(async () => {
  mkdirSync(shots, { recursive: true });
  server = await serve();
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await server?.close();
});

/** Where a picture goes. */
export const shot = (name) => join(shots, name);

/** A page; `before` runs in it before anything else, `close` fails the test on any error of its own. */
export async function open({ language = "en", viewport = { width: 1280, height: 900 }, colorScheme = "light", before } = {}) {
  const context = await browser.newContext({ locale: language === "ar" ? "ar" : "en-GB", viewport, colorScheme });
  const page = await context.newPage();
  const errors = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  page.on("dialog", (dialog) => {
    errors.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  if (before !== undefined) await page.addInitScript(before);
  await page.goto(server.url);
  await page.waitForSelector("[data-objective]");
  const close = async () => {
    await context.close();
    assert.deepEqual(errors, []);
  };
  return { page, close, t: TEXTS[language] };
}

/** Sets a slider as a hand would, down to the event. */
export const slide = (page, selector, value) =>
  page.locator(selector).evaluate((input, value) => {
    input.value = value;
    input.dispatchEvent(new Event("input", { bubbles: true }));
  }, String(value));

/** Days after 1 January 2026, on which the quarter begins. */
export const day = (page, days) => slide(page, "[data-as-of]", days);
export const MID_FEBRUARY = 45;
export const END_OF_MARCH = 89;

/** The button of a figure. */
export const figure = (page, subject, name) => page.locator(`[data-figure="${subject} ${name}"]`).first();

/** Text as it is read: without the marks that only steer its direction. */
export const plain = (text) => text.replace(/[\u200e\u200f\u061c\u2066-\u2069]/g, "");

/** What stands at a place, as it is read. */
export const read = async (locator) => plain(await locator.innerText());

export const nShown = async (page) => Number(await page.locator("[data-shown]").getAttribute("data-shown"));

/** The violations of WCAG 2.2 A and AA that axe finds, one line each. */
export async function violations(page) {
  await page.evaluate(axe);
  const found = await page.evaluate(() => globalThis.axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] }));
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).slice(0, 3).join(" | ")}`);
}
