// Numbers, days and readings in the language of the page, by Intl alone.

import type { Language } from "./texts";

/** A title as a document has it. */
export type Titled = string | Readonly<Record<string, string>>;

/** A unit as a document has it. */
export interface UnitShape {
  readonly kind: string;
  readonly code?: string;
  readonly of?: string;
  readonly per?: string;
}

/** The text in the language of the page, else in English, else in whatever there is. */
export function titleIn(title: Titled, language: Language): string {
  if (typeof title === "string") return title;
  return title[language] ?? title["en"] ?? Object.values(title)[0] ?? "";
}

const DURATIONS = new Set(["minute", "hour", "day", "week", "month"]);

/** The forms of one language. Making an Intl object is slow, so each is made once. */
export class Format {
  readonly #language: Language;
  readonly #percent: Intl.NumberFormat;
  readonly #figure: Intl.NumberFormat;
  readonly #grade: Intl.NumberFormat;
  readonly #count: Intl.NumberFormat;
  readonly #day: Intl.DateTimeFormat;
  readonly #shortDay: Intl.DateTimeFormat;
  readonly #list: Intl.ListFormat;
  readonly #byUnit = new Map<string, Intl.NumberFormat>();

  constructor(language: Language) {
    this.#language = language;
    this.#percent = new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 0 });
    this.#figure = new Intl.NumberFormat(language, { maximumFractionDigits: 3 });
    this.#grade = new Intl.NumberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 2 });
    this.#count = new Intl.NumberFormat(language, { maximumFractionDigits: 2 });
    // Days of a plan have no time zone; UTC at both ends keeps them what they are.
    this.#day = new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC", calendar: "gregory" });
    this.#shortDay = new Intl.DateTimeFormat(language, { day: "numeric", month: "short", timeZone: "UTC", calendar: "gregory" });
    this.#list = new Intl.ListFormat(language, { type: "conjunction" });
  }

  /** 0.256 as 26 %. */
  percent(value: number | null | undefined): string {
    return value == null ? "–" : this.#percent.format(value);
  }

  /** A score: 0.256. */
  figure(value: number | null | undefined): string {
    return value == null ? "–" : this.#figure.format(value);
  }

  /** A grade: 0.3. */
  grade(value: number | null | undefined): string {
    return value == null ? "–" : this.#grade.format(value);
  }

  /** A plain number. */
  count(value: number): string {
    return this.#count.format(value);
  }

  /** 2026-02-14 as 14 February 2026. */
  day(on: string): string {
    return this.#day.format(new Date(`${on}T00:00:00Z`));
  }

  /** 2026-02-14 as 14 Feb. */
  shortDay(on: string): string {
    return this.#shortDay.format(new Date(`${on}T00:00:00Z`));
  }

  /** a, b and c. */
  list(items: readonly string[]): string {
    return this.#list.format(items);
  }

  /** The same in parts, so that each item can keep its own direction. */
  listParts(items: readonly string[]): readonly { readonly text: string; readonly isItem: boolean }[] {
    return this.#list.formatToParts(items).map(({ type, value }) => ({ text: value, isItem: type === "element" }));
  }

  /** A number on a measure's own scale, with its unit. */
  value(value: number | null | undefined, unit?: UnitShape): string {
    if (value == null) return "–";
    if (unit === undefined || unit.kind === "number" || unit.kind === "points") return this.#count.format(value);
    const key = `${unit.kind} ${unit.code ?? ""} ${unit.of ?? ""}`;
    let form = this.#byUnit.get(key);
    if (form === undefined) {
      form = new Intl.NumberFormat(this.#language, optionsFor(unit));
      this.#byUnit.set(key, form);
    }
    // 85 means 85 %; Intl would say 8,500 %.
    const text = form.format(unit.kind === "percent" ? value / 100 : value);
    return unit.kind === "count" && unit.of !== undefined ? `${text} ${unit.of}` : text;
  }
}

function optionsFor(unit: UnitShape): Intl.NumberFormatOptions {
  if (unit.kind === "percent") return { style: "percent", maximumFractionDigits: 1 };
  if (unit.kind === "currency" && unit.code !== undefined) {
    return { style: "currency", currency: unit.code, currencyDisplay: "code", maximumFractionDigits: 0 };
  }
  if (unit.kind === "duration" && unit.of !== undefined && DURATIONS.has(unit.of)) {
    return { style: "unit", unit: unit.of, unitDisplay: "short", maximumFractionDigits: 1 };
  }
  return { maximumFractionDigits: 2 };
}

const DAY = 86_400_000;

/** Days from the first to the second, both ISO. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY);
}

/** The day so many days later, ISO. */
export function addDays(on: string, days: number): string {
  return new Date(Date.parse(`${on}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}
