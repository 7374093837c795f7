// Made by `cargo xtask wasm generate` of head.d.ts and the schemas of okrkit.

/** A document that is still being written: all types here are `readonly` down to the last list, and this one is not. */
export type Mutable<T> = T extends object ? { -readonly [K in keyof T]: Mutable<T[K]> } : T;

/** Some of a thing: any of its fields may be absent, lists are whole. */
export type Some<T> = T extends readonly unknown[] ? T : T extends object ? { readonly [K in keyof T]?: Some<T[K]> } : T;

/** A profile: a whole one, or what differs from the one it extends. */
export type ProfileDocument = Profile | (Some<Profile> & { readonly extends: string });

/** The name of a profile that okrkit brings, or a profile of your own. */
export type ProfileOrName = string | ProfileDocument;

/** The day that figures are asked for. No clock is read. */
export interface Dated {
  /** The day, such as `2026-02-14`; or a day and what was known by then. */
  asOf: AsOf;
  /** An instant, RFC 3339, such as `2026-02-14T12:00:00Z`: what was recorded later does not exist. Without it everything counts. */
  known?: string;
}

/** By what figures are computed. */
export interface Scored extends Dated {
  /** The profile to go by: the name of one that okrkit brings, or one of your own. Without it the plan's. */
  profile?: ProfileOrName;
}

/** One refusal for all that is wrong. */
export class OkrError extends Error {
  /** Every problem, each with its code, where it is, what is wrong and what to do. */
  readonly issues: readonly Issue[];
}

/**
 * A plan: valid, and never changed. What changes one makes another, and shares with it what stayed.
 *
 * It lives in WebAssembly memory and is let go of when nothing refers to it any more. Who wants it gone at once says
 * `using plan = …` or calls `dispose`.
 */
export class Plan {
  private constructor();

  /**
   * Reads a plan from its text or from an object.
   *
   * @throws OkrError - with everything that is wrong
   */
  static parse(document: string | PlanDocument): Plan;

  /** Every figure of the plan as of a day. */
  evaluate(options: Scored): Scorecard;

  /**
   * The plan with a check-in added to a key result. Only the check-in crosses into WebAssembly.
   *
   * @param keyResult - the id of the key result
   * @param checkIn - what is checked in; it becomes the last of the list
   */
  checkIn(keyResult: string, checkIn: CheckIn): Plan;

  /** Begins to work on the plan: edits go in, and what they change comes out. This plan stays as it is. */
  live(options: Scored): Live;

  /** The document of the plan, as an object of its own that may be changed. */
  toJSON(): Mutable<PlanDocument>;

  /** The document of the plan as text, always in the same form. */
  toString(): string;

  /** Lets go of the plan now. It cannot be used after that. */
  dispose(): void;

  /** Lets go of the plan now, at the end of the block of a `using`. */
  [Symbol.dispose](): void;

  /**
   * An objective as it is written, by id.
   * @param objective - the id of the objective
   */
  objective(objective: string): Objective | null;
  /**
   * A key result as it is written, by id.
   * @param keyResult - the id of the key result
   */
  keyResult(keyResult: string): KeyResult | null;
  /**
   * An indicator as it is written, by id.
   * @param kpi - the id of the indicator
   */
  kpi(kpi: string): Kpi | null;
  /**
   * The plan with edits applied in order, all or none.
   * @param edits - the changes, in order
   */
  apply(edits: readonly Edit[]): Plan;
  /**
   * The figures that any node has, by id.
   * @param node - the id of an objective or key result
   */
  nodeScore(node: string, options: Scored): NodeScore | null;
  /**
   * The figures of an objective.
   * @param objective - the id of the objective
   */
  objectiveScore(objective: string, options: Scored): ObjectiveScore | null;
  /**
   * The figures of a key result.
   * @param keyResult - the id of the key result
   */
  keyResultScore(keyResult: string, options: Scored): KeyResultScore | null;
  /** The figures of the objectives named, or of all. */
  objectiveScores(options: Scored & {
    /** ids of objectives; without them all */
    objectives?: readonly string[];
  }): { readonly [name: string]: ObjectiveScore | null };
  /** The figures of the key results named, or of all. */
  keyResultScores(options: Scored & {
    /** ids of key results; without them all */
    keyResults?: readonly string[];
  }): { readonly [name: string]: KeyResultScore | null };
  /**
   * The groups of a kind, by name.
   * @param by - what objectives are grouped by: team, team_tree, owner, cycle, category, or a tag
   */
  groupBy(by: string, options: Scored): { readonly [name: string]: GroupScore };
  /** What objectives can be grouped by. */
  groupBys(options: Scored): readonly string[];
  /** The figures over all objectives. */
  total(options: Scored): GroupScore;
  /**
   * Why a figure is what it is, as steps, and in words where a language is named.
   * @param subject - what is explained
   * @param figure - which figure
   */
  explain(subject: Subject, figure: Figure, options: Scored & {
    /** the language of the words */
    language?: Language;
  }): (Explanation & { readonly text?: string }) | null;
  /** What the alignment rules find. */
  findings(options: Scored): readonly Issue[];
  /**
   * The plan by several profiles, and the fields that make the difference.
   * @param profiles - the profiles; the others are compared with the first
   */
  compare(profiles: readonly ProfileOrName[], options: Dated): Comparison;
  /**
   * The scorecard as a series over days.
   * @param days - the days of the series
   */
  trend(days: Days, options?: {
    /** the profile to go by; without it the plan's own */
    profile?: ProfileOrName;
  }): Trend;
  /**
   * Where a key result is going.
   * @param keyResult - the id of the key result
   */
  forecast(keyResult: string, options: Scored & {
    /** what differs from the defaults */
    policy?: ForecastPolicy;
  }): Forecast | null;
  /**
   * Where an objective is going.
   * @param objective - the id of the objective
   */
  forecastObjective(objective: string, options: Scored & {
    /** what differs from the defaults */
    policy?: ForecastPolicy;
  }): ObjectiveForecast | null;
  /** Where every objective and key result is going. */
  forecastAll(options: Scored & {
    /** what differs from the defaults */
    policy?: ForecastPolicy;
  }): Forecasts;
  /**
   * A method of forecasting held against what came.
   * @param method - a method of forecasting
   */
  backtest(method: Method, options: Scored & {
    /** the ids of cycles; without any all */
    cycles?: readonly string[];
    /** what differs from the defaults */
    policy?: BacktestPolicy;
  }): Backtest;
  /** Whether confidence was warranted. */
  calibration(options: Scored & {
    /** the ids of cycles; without any all */
    cycles?: readonly string[];
    /** what differs from the defaults */
    policy?: CalibrationPolicy;
  }): Calibration;
  /**
   * What a key result came to in earlier cycles.
   * @param keyResult - the id of the key result
   */
  pastReadings(keyResult: string, options: Scored): readonly PastReading[];
  /**
   * Edits tried out: what would change, and why.
   * @param edits - the changes, in order
   */
  whatIf(edits: readonly Edit[], options: Scored): WhatIf;
  /**
   * What key results must still reach for a score of their objective.
   * @param objective - the id of the objective
   * @param score - the score wanted, in [0,1]
   */
  required(objective: string, score: number, options: Scored & {
    /** what differs from the defaults */
    policy?: RequiredPolicy;
  }): Required | null;
  /**
   * How much the score of an objective moves with each reading.
   * @param objective - the id of the objective
   */
  sensitivity(objective: string, options: Scored): (readonly Sensitivity[]) | null;
  /**
   * How an indicator stands.
   * @param kpi - the id of the indicator
   */
  kpiStatus(kpi: string, options: Dated): KpiStatus | null;
  /** How every indicator stands. */
  kpis(options: Dated): readonly KpiStatus[];
  /**
   * The plan with a key result made of an indicator.
   * @param kpi - the id of the indicator
   * @param objective - the id of the objective
   * @param keyResult - the id that the key result gets
   * @param aim - what it shall reach
   */
  promote(kpi: string, objective: string, keyResult: string, aim: Aim, options: Dated & {
    /** a title, if not the indicator's */
    title?: Text;
    /** a weight, if not 1 */
    weight?: number;
  }): Plan;
  /**
   * The plan with an indicator in the place of a key result.
   * @param keyResult - the id of the key result
   */
  demote(keyResult: string, options?: {
    /** the id that the indicator gets; without it that of the one the key result was made of, else the key result's own */
    kpi?: string;
    /** where it should be; without it the range of the indicator that is there already, else the bounds of a threshold */
    healthy?: Healthy;
  }): Plan;
  /** What is unwise in the plan, without what it accepts. */
  lint(options: Scored & {
    /** what differs from the defaults */
    policy?: LintPolicy;
  }): readonly Finding[];
  /** What is unwise in the plan, with what it accepts beside it. */
  lintReport(options: Scored & {
    /** what differs from the defaults */
    policy?: LintPolicy;
  }): LintReport;
  /**
   * The findings with line and column in the text of the plan.
   * @param text - the text that the plan was read from
   */
  lintToText(text: string, options: Scored & {
    /** what differs from the defaults */
    policy?: LintPolicy;
  }): string;
  /**
   * The findings as a SARIF 2.1.0 log.
   * @param uri - what names the document, relative or absolute
   * @param text - the text that the plan was read from
   */
  lintToSarif(uri: string, text: string, options: Scored & {
    /** what differs from the defaults */
    policy?: LintPolicy;
  }): string;
  /**
   * What came of a cycle.
   * @param cycle - the id of the cycle
   */
  close(cycle: string, options: Scored & {
    /** what differs from the defaults */
    policy?: ReviewPolicy;
  }): CycleReview | null;
  /**
   * The plan with what goes on from one cycle in another.
   * @param from - the id of the cycle that ends
   * @param to - the id of the next one
   */
  carryForward(from: string, to: string, options?: {
    /** what differs from the defaults */
    policy?: CarryPolicy;
  }): { readonly plan: Plan } & CarryReport;
  /**
   * What a meeting has to talk about.
   * @param kind - which meeting
   */
  agenda(kind: AgendaKind, options: Scored & {
    /** what differs from the defaults */
    policy?: AgendaPolicy;
  }): Agenda;
  /**
   * The slots of a key result, and how each went.
   * @param keyResult - the id of the key result
   */
  checkInSlots(keyResult: string, options: Dated): (readonly Slot[]) | null;
  /** What share of check-ins came in time. */
  discipline(options: Dated): Discipline;
  /** Who owes which check-in. */
  owed(options: Dated): Owed;
  /** How old the news of key results are. */
  staleness(options: Dated & {
    /** what differs from the defaults */
    policy?: StalenessPolicy;
  }): readonly Staleness[];
  /**
   * The plan as a viewer may have it.
   * @param viewer - who looks at the plan
   */
  redact(viewer: Viewer, options?: {
    /** what differs from the defaults */
    policy?: RedactionPolicy;
  }): Plan;
  /**
   * Whether a viewer sees an objective.
   * @param objective - the id of the objective
   * @param viewer - who looks at the plan
   */
  isVisible(objective: string, viewer: Viewer, options?: {
    /** what differs from the defaults */
    policy?: RedactionPolicy;
  }): boolean | null;
  /**
   * Hidden key results whose numbers `redact` has to leave.
   * @param viewer - who looks at the plan
   */
  valuesKept(viewer: Viewer, options?: {
    /** what differs from the defaults */
    policy?: RedactionPolicy;
  }): readonly ValuesKept[];
  /** What changed between two plans. */
  diff(after: Plan): PlanDiff;
  /** What changed between two plans, for reviewers. */
  diffToText(after: Plan): string;
  /**
   * The plan with every change of a difference made.
   * @param diff - a difference, as `diff` gives it
   */
  applyDiff(diff: PlanDiff): Plan;
  /** One plan of two that came of the same. */
  merge(ours: Plan, theirs: Plan): { readonly plan: Plan | null } & MergeReport;
}

/** What edits changed: exactly what has to be drawn again. */
export interface Changed {
  /** The objectives whose figures are others than before, and new ones, by id. */
  readonly objectives: { readonly [name: string]: ObjectiveScore };
  /** The key results, likewise. */
  readonly key_results: { readonly [name: string]: KeyResultScore };
  /** The ids of what is gone. */
  readonly removed: readonly string[];
}

/**
 * A plan that is worked on, with its figures kept up to date by one profile and as of one day. After a check-in only its key
 * result and what is above it are computed again, so it takes as long in a large plan as in a small one.
 */
export class Live {
  private constructor();

  /** The plan as it is now. */
  readonly plan: Plan;

  /**
   * Applies edits, all or none, and tells what they changed.
   *
   * @throws OkrError - with everything that is wrong; plan and figures stay as they are
   */
  apply(edits: readonly Edit[]): Changed;

  /**
   * Checks in.
   *
   * @param keyResult - the id of the key result
   * @param checkIn - what is checked in; it becomes the last of the list
   */
  checkIn(keyResult: string, checkIn: CheckIn): Changed;

  /**
   * Shows another plan, such as one of before, and tells what that changes. Where the two differ by check-ins alone, only what those
   * touch is computed.
   */
  show(plan: Plan): Changed;

  /**
   * Goes to another day, and tells what that changes.
   *
   * @throws OkrError - if it is no day; plan and figures stay as they are
   */
  moveTo(asOf: Scored["asOf"], options?: Pick<Scored, "known">): Changed;

  /**
   * Judges by another profile, named or given, and tells what that changes.
   *
   * @throws OkrError - with everything that is wrong with the profile; plan and figures stay as they are
   */
  judgeBy(profile: NonNullable<Scored["profile"]>): Changed;

  /** Every figure as it is now. */
  scorecard(): Scorecard;

  /** Lets go of it now. It cannot be used after that; plans that were taken from it can. */
  dispose(): void;

  /** Lets go of it now, at the end of the block of a `using`. */
  [Symbol.dispose](): void;
}

/** What `trends` has: `days`. */
export const trends: {
  /**
   * Days at a cadence.
   * @param from - the first day
   * @param to - the last day
   * @param every - how far apart
   */
  days(from: string, to: string, every: Cadence): readonly string[];
};

/**
 * Quotas for the periods to come, from those that were.
 * @param history - the figures of past periods, oldest first
 */
export function propose(history: readonly number[], options?: {
    /** after how many periods a pattern comes back; 1, which it is without it, for none */
    seasonLength?: number;
    /** what differs from the defaults */
    policy?: ProposalPolicy;
  }): Proposal;

/**
 * Proposals held against a history.
 * @param history - the figures of past periods, oldest first
 */
export function backtestHistory(history: readonly number[], options?: {
    /** after how many periods a pattern comes back; 1, which it is without it, for none */
    seasonLength?: number;
    /** what differs from the defaults */
    policy?: BacktestPolicy;
  }): Backtest;

/**
 * The share of a period that has gone on a day.
 * @param starts - the first day
 * @param ends - the last day
 * @param on - the day
 */
export function elapsed(starts: string, ends: string, on: string): number;

/** What `lint` has: `rules`, `rule`. */
export const lint: {
  /** Every lint rule, with its reason and what to do in a language. */
  rules(options?: {
    /** the language of the words */
    language?: Language;
  }): readonly Rule[];
  /**
   * A lint rule by its id, with its reason and what to do in a language.
   * @param id - the id of the rule
   */
  rule(id: string, options?: {
    /** the language of the words */
    language?: Language;
  }): Rule | null;
};

/** What `profiles` has: `read`, `named`, `names`, `all`, `gradeOf`, `bandOf`. */
export const profiles: {
  /**
   * A profile of your own, read from its text, whole.
   * @param text - the document
   */
  read(text: string): Profile;
  /**
   * A profile that okrkit brings, by name.
   * @param name - the name of the profile
   */
  named(name: string): Profile;
  /** The names of the profiles that okrkit brings. */
  names(): readonly string[];
  /** The profiles that okrkit brings, by name. */
  all(): { readonly [name: string]: Profile };
  /**
   * The grade of a score.
   * @param profile - the profile to go by
   * @param score - a score, in [0,1]
   */
  gradeOf(profile: ProfileOrName, score: number): number;
  /**
   * The band of a grade.
   * @param profile - the profile to go by
   * @param grade - a grade
   */
  bandOf(profile: ProfileOrName, grade: number): string | null;
};

/** What `catalog` has: `sales`, `read`, `template`, `baselines`, `withBaseline`, `plan`, `instantiate`. */
export const catalog: {
  /** The fifteen OKRs of sales teams. */
  sales(): CatalogDocument;
  /**
   * A catalogue of your own, read from its text.
   * @param text - the document
   */
  read(text: string): CatalogDocument;
  /**
   * A template of a catalogue, by id.
   * @param template - the id of the template
   */
  template(template: string, options?: {
    /** a catalogue; without it that of sales */
    catalog?: CatalogDocument;
  }): Template | null;
  /** The key results of a catalogue that need a start or baseline. */
  baselines(options?: {
    /** a catalogue; without it that of sales */
    catalog?: CatalogDocument;
  }): readonly KeyResult[];
  /**
   * The catalogue with a start or baseline filled in.
   * @param keyResult - the id of the key result
   * @param baseline - what it is compared with, on the measure's own scale
   */
  withBaseline(keyResult: string, baseline: number, options?: {
    /** a catalogue; without it that of sales */
    catalog?: CatalogDocument;
  }): CatalogDocument;
  /**
   * A plan of all templates of a catalogue.
   * @param id - the id of the plan
   * @param cycle - the cycle of the plan
   */
  plan(id: string, cycle: Cycle, options?: {
    /** a catalogue; without it that of sales */
    catalog?: CatalogDocument;
    /** the team of all objectives */
    team?: Team;
  }): Plan;
  /**
   * An objective made of a template.
   * @param template - the id of the template
   * @param cycle - the id of the cycle
   */
  instantiate(template: string, cycle: string, options?: {
    /** a catalogue; without it that of sales */
    catalog?: CatalogDocument;
    /** the id of the team */
    team?: string;
  }): Objective | null;
};

/** What `documents` has: `locate`. */
export const documents: {
  /**
   * Where JSON pointers lead in a text.
   * @param text - the text that the pointers lead into
   * @param pointers - RFC 6901 JSON pointers
   */
  locate(text: string, pointers: readonly string[]): readonly Position[];
};

/** What `texts` has: `get`. */
export const texts: {
  /**
   * A text in a language.
   * @param text - a text, or texts by language
   * @param language - a language tag, such as `ar` or `en-GB`
   */
  get(text: Text, language: string): string;
};

/** What `codes` has: `all`. */
export const codes: {
  /** Every code of a problem, with meaning and help. */
  all(): readonly CodeEntry[];
};

/** What `cycles` has: `quarter`, `half`, `year`, `fiscalYear`, `fiscalQuarter`. */
export const cycles: {
  /**
   * A quarter of a calendar year.
   * @param year - the year, 1 to 9999
   * @param quarter - 1 to 4
   */
  quarter(year: number, quarter: number): Cycle;
  /**
   * A half of a calendar year.
   * @param year - the year, 1 to 9999
   * @param half - 1 or 2
   */
  half(year: number, half: number): Cycle;
  /**
   * A calendar year.
   * @param year - the year, 1 to 9999
   */
  year(year: number): Cycle;
  /**
   * A fiscal year, by the calendar year in which it ends.
   * @param year - the year, 1 to 9999
   * @param firstMonth - the month with which the year begins, 1 to 12
   */
  fiscalYear(year: number, firstMonth: number): Cycle;
  /**
   * A quarter of such a fiscal year.
   * @param year - the year, 1 to 9999
   * @param firstMonth - the month with which the year begins, 1 to 12
   * @param quarter - 1 to 4
   */
  fiscalQuarter(year: number, firstMonth: number, quarter: number): Cycle;
};

/** A plan as it is written. `Plan` is the checked form. */
export interface PlanDocument {
  /** The version of the format. */
  readonly okrkit: 1;
  /** The id of the plan. */
  readonly id: string;
  /** For people. */
  readonly title?: Text;
  /** For people, at length. */
  readonly description?: Text;
  /** The profile it is meant to be judged by; `default` if not given. */
  readonly profile?: string;
  /** The cycles. */
  readonly cycles: readonly Cycle[];
  /** The teams. */
  readonly teams?: readonly Team[];
  /** The indicators that are watched beside the objectives. */
  readonly kpis?: readonly Kpi[];
  /** The objectives. */
  readonly objectives: readonly Objective[];
  /** The links between objectives and key results. */
  readonly links?: readonly Link[];
  /** How it wants to be linted. */
  readonly lint?: LintSettings;
  /** Data of your own: any JSON, kept to the letter and never read. */
  readonly ext?: Ext;
}

/** Text, in one language or in several: `"Grow"` or `{"en": "Grow", "ar": "تنمية"}`. */
export type Text = string | { readonly [name: string]: string };

/** A span of days in which objectives are pursued. */
export interface Cycle {
  /** The id; cycles have a namespace of their own. */
  readonly id: string;
  /** For people. */
  readonly title?: Text;
  /** For people, at length. */
  readonly description?: Text;
  /** The first day. */
  readonly starts: string;
  /** The last day. */
  readonly ends: string;
  /** The cycle this one is a part of. */
  readonly parent?: string;
  /** How often key results of this cycle are checked in, from its first day. */
  readonly check_in_every?: Cadence;
  /** When in a slot that is due; without it on its last day. */
  readonly check_in_due?: Due;
  /** Data of your own: any JSON, kept to the letter and never read. */
  readonly ext?: Ext;
}

/** How often something is due: the length of a slot. */
export type Cadence = "day" | "week" | "two_weeks" | "month" | "quarter";

/** When the check-in of a slot is due. */
export interface Due {
  /** On which day of the slot. */
  readonly on?: DueOn;
  /** With `day_of_month`: which, 1 to 31. */
  readonly day?: number;
  /** What first and last weekdays leave out. */
  readonly weekend?: Weekend;
  /** For how many days after it is due a check-in still counts for the slot, as late. Whole, 0 or more. */
  readonly grace_days?: number;
  /** Data of your own: any JSON, kept to the letter and never read. */
  readonly ext?: Ext;
}

/** On which day of a slot a check-in is due. */
export type DueOn = "slot_end" | "first_weekday" | "last_weekday" | "day_of_month";

/** The two days on which nobody is expected to check in. */
export type Weekend = "saturday_sunday" | "friday_saturday";

/** Data of your own: any JSON, kept to the letter and never read. */
export type Ext = unknown;

/** A team. It stands above those whose parent it is, and above theirs. */
export interface Team {
  /** The id; teams have a namespace of their own. */
  readonly id: string;
  /** For people. */
  readonly title: Text;
  /** For people, at length. */
  readonly description?: Text;
  /** The team above. */
  readonly parent?: string;
  /** A label such as `company`; it has no meaning here. */
  readonly level?: string;
  /** How often its key results are checked in; else as the nearest team above that says so, then the cycle. */
  readonly check_in_every?: Cadence;
  /** When in a slot that is due; else likewise. */
  readonly check_in_due?: Due;
  /** Data of your own: any JSON, kept to the letter and never read. */
  readonly ext?: Ext;
}

/** A key performance indicator: watched in every cycle and never scored. */
export interface Kpi {
  /** The id; KPIs have a namespace of their own. */
  readonly id: string;
  /** For people. */
  readonly title: Text;
  /** For people, at length. */
  readonly description?: Text;
  /** The team it belongs to. */
  readonly team?: string;
  /** Who watches it. */
  readonly owners?: readonly Owner[];
  /** The unit of its readings and of its range. */
  readonly unit?: Unit;
  /** Where it should be. */
  readonly healthy: Healthy;
  /** What it was, in the order it was entered. */
  readonly readings?: readonly KpiReading[];
  /** Data of your own: any JSON, kept to the letter and never read. */
  readonly ext?: Ext;
}

/** Somebody responsible. */
export interface Owner {
  /** Who it is, in your own terms; compared code point by code point. */
  readonly who: string;
  /** Their part of the responsibility, in [0,1]. */
  readonly share?: number;
  /** Data of your own: any JSON, kept to the letter and never read. */
  readonly ext?: Ext;
}

/**
 * The unit of a measure's numbers. Two are the same when they are exactly equal; nothing is ever converted.
 *
 * ```
 * use okrkit::Unit;
 * assert_eq!(Unit::currency("USD").to_string(), "USD");
 * assert_eq!(Unit::count("calls").per(okrkit::Period::Week).to_string(), "calls per week");
 * assert_ne!(Unit::currency("USD"), Unit::currency("EUR"));
 * ```
 */
export interface Unit {
  /** The kind. */
  readonly kind: UnitKind;
  /** The ISO 4217 code of a currency, e.g. `USD`. Required there, allowed nowhere else. */
  readonly code?: string;
  /** What is counted (any text, `count`), or `minute`, `hour`, `day`, `week`, `month` (`duration`, required there). */
  readonly of?: string;
  /** The period of a rate. */
  readonly per?: Period;
  /** Data of your own: any JSON, kept to the letter and never read. */
  readonly ext?: Ext;
}

/** The kind of a `Unit`. */
export type UnitKind = "number" | "percent" | "points" | "currency" | "duration" | "count";

/** The period of a rate, as in calls per week. */
export type Period = "day" | "week" | "month" | "quarter" | "year";

/** The range in which an indicator is healthy: one bound or two. */
export interface Healthy {
  /** Healthy where the reading is greater. */
  readonly above?: number;
  /** Healthy where the reading is greater or equal. */
  readonly at_least?: number;
  /** Healthy where the reading is less. */
  readonly below?: number;
  /** Healthy where the reading is less or equal. */
  readonly at_most?: number;
  /** Data of your own: any JSON, kept to the letter and never read. */
  readonly ext?: Ext;
}

/** What a key performance indicator was on a day. */
export interface KpiReading {
  /** The day. */
  readonly on: string;
  /** On the indicator's own scale. */
  readonly value: number;
  /** In words. */
  readonly note?: string;
  /** Who took it. */
  readonly by?: string;
  /** Where it comes from. */
  readonly source?: Source;
  /** When it became known; without it at 00:00 UTC of `on`. */
  readonly recorded?: string;
  /** Data of your own: any JSON, kept to the letter and never read. */
  readonly ext?: Ext;
}

/** Where a check-in comes from. */
export type Source = "manual" | "api" | "import";

/** What is to be brought about, in words; how far it is, its key results say. */
export interface Objective {
  /** The id, in one namespace with the key results. */
  readonly id: string;
  /** For people. */
  readonly title: Text;
  /** For people, at length. */
  readonly description?: Text;
  /** The cycle it belongs to. */
  readonly cycle: string;
  /** The team it belongs to. */
  readonly team?: string;
  /** Who is responsible. */
  readonly owners?: readonly Owner[];
  /** `revenue`, `customer`, `product`, `process`, `team`, or any other word. */
  readonly category?: string;
  /** What success means. */
  readonly ambition?: Ambition;
  /** Words to group by. */
  readonly tags?: { readonly [name: string]: string };
  /** Its first day, if not the cycle's. */
  readonly starts?: string;
  /** Its last day, if not the cycle's. */
  readonly ends?: string;
  /** What held before the first of `stages`; without those, what holds. */
  readonly stage?: Stage;
  /** Its dated changes of stage. */
  readonly stages?: readonly StageChange[];
  /** What the team learned from it. */
  readonly learned?: Text;
  /** Scores set by hand. */
  readonly manual_scores?: readonly ManualScore[];
  /** Who sees it. */
  readonly visibility?: Visibility;
  /** KPIs, by id, without whose health it is not achieved. */
  readonly guardrails?: readonly string[];
  /** What is to be decided about it. */
  readonly decisions?: readonly Decision[];
  /** The objective of an earlier cycle that it goes on from, by id; it need not be in the plan any more. */
  readonly continued_from?: string;
  /** How it is measured. */
  readonly key_results?: readonly KeyResult[];
  /** Data of your own: any JSON, kept to the letter and never read. */
  readonly ext?: Ext;
}

/** What success means for an objective. */
export type Ambition = "aspirational" | "committed" | "learning";

/** Where an objective or key result is in its life. */
export type Stage = "active" | "draft" | "closed" | "dropped";

/** A dated change of stage. */
export interface StageChange {
  /** From which day on. */
  readonly on: string;
  /** The stage from then on. */
  readonly stage?: Stage;
  /** Why. */
  readonly reason?: string;
  /** Who said so. */
  readonly by?: string;
  /** When it became known; without it at 00:00 UTC of `on`. */
  readonly recorded?: string;
  /** Data of your own: any JSON, kept to the letter and never read. */
  readonly ext?: Ext;
}

/** A score set by hand. From its day on it takes the place of the computed one, which stays beside it. */
export interface ManualScore {
  /** From which day on. */
  readonly on: string;
  /** The score, in [0,1]. */
  readonly value: number;
  /** Why. */
  readonly reason?: string;
  /** Who said so. */
  readonly by?: string;
  /** When it became known; without it at 00:00 UTC of `on`. */
  readonly recorded?: string;
  /** Data of your own: any JSON, kept to the letter and never read. */
  readonly ext?: Ext;
}

/** Who sees an objective and its key results. */
export type Visibility = "public" | "team" | "private";

/** Something to be decided. */
export interface Decision {
  /** What is to be decided. */
  readonly what: string;
  /** The day by which it is due. */
  readonly due: string;
  /** Who decides. */
  readonly by?: string;
  /** The day on which it was decided. Without it the decision is open. */
  readonly decided?: string;
  /** What was decided. */
  readonly outcome?: string;
  /** Data of your own: any JSON, kept to the letter and never read. */
  readonly ext?: Ext;
}

/** A result by which an objective is measured. */
export interface KeyResult {
  /** The id, in one namespace with the objectives. */
  readonly id: string;
  /** For people. */
  readonly title: Text;
  /** For people, at length. */
  readonly description?: Text;
  /** Who is responsible. */
  readonly owners?: readonly Owner[];
  /** How it is measured. */
  readonly measure: Measure;
  /** Its part of the objective, in proportion; 1 if neither weight nor share is given, 0 to leave it out. */
  readonly weight?: number;
  /** Instead of a weight: its part of the objective, kept as it is, in [0,1]. */
  readonly share?: number;
  /** Its first day, if not the objective's. */
  readonly starts?: string;
  /** Its last day, if not the objective's. */
  readonly ends?: string;
  /** What is expected when, if not the straight line. Days rise; linear between, flat outside. */
  readonly expected_path?: readonly PathPoint[];
  /** What held before the first of `stages`; without those, what holds. */
  readonly stage?: Stage;
  /** Its dated changes of stage. */
  readonly stages?: readonly StageChange[];
  /** What was checked in, in the order it was entered. */
  readonly check_ins?: readonly CheckIn[];
  /** Changes of its terms. */
  readonly amendments?: readonly Amendment[];
  /** Scores set by hand. */
  readonly manual_scores?: readonly ManualScore[];
  /** How often it is checked in; else as the team of its objective says, then the cycle. */
  readonly check_in_every?: Cadence;
  /** When in a slot that is due; else likewise. */
  readonly check_in_due?: Due;
  /** The key result of an earlier cycle that it goes on from, by id; it need not be in the plan any more. */
  readonly continued_from?: string;
  /** The KPI it was made of, by id. */
  readonly kpi?: string;
  /** Data of your own: any JSON, kept to the letter and never read. */
  readonly ext?: Ext;
}

/** The measure of a key result. */
export type Measure = ({
  readonly kind: "metric";
} & Metric) | ({
  readonly kind: "change";
} & Change) | ({
  readonly kind: "threshold";
} & Threshold) | ({
  readonly kind: "exact";
} & Exact) | ({
  readonly kind: "bands";
} & Bands) | ({
  readonly kind: "levels";
} & Levels) | ({
  readonly kind: "zones";
} & Zones) | ({
  readonly kind: "milestones";
} & Milestones) | ({
  readonly kind: "done";
} & Done) | ({
  readonly kind: "events";
} & Events) | ({
  readonly kind: "composite";
} & Composite) | ({
  readonly kind: "children";
} & Children) | ({
  readonly kind: "observe";
} & Observe);

/**
 * F1: a number on its way from a start to a target, up or down: progress (c − s)/(t − s).
 *
 * Worked: from 100 to 60 at 80 is (80 − 100)/(60 − 100) = 0.5; at 110 it is −0.25.
 */
export interface Metric {
  /** Where it began, on the metric's own scale. `null` (or absent): not known yet, progress is `no_data` with reason `start`. */
  readonly start?: Nullable;
  /** Where it shall be. */
  readonly target: number;
  /** The unit of both, and of the check-ins. */
  readonly unit?: Unit;
  /** What the values amount to. */
  readonly reading?: ReadingRule;
  /** Data of your own. */
  readonly ext?: Ext;
}

/** A number, or `null` where the figure is not known yet. */
export type Nullable = number | null;

/** What the values of a key result amount to on a day. */
export type ReadingRule = "latest" | "sum" | "mean" | "max" | "min";

/**
 * F2: a number to be moved against a baseline. The target is t = b(1 + percent/100) or b + amount, the start b (or 0), and
 * progress F1 between them.
 *
 * Worked: +10 % of 200 is 220, so 210 is (210 − 200)/(220 − 200) = 0.5. Ten percent of a baseline 0 is `undefined`
 * (`no_distance`): there is no way to go.
 */
export interface Change {
  /** What it is compared with. `null` (or absent): not known yet, progress is `no_data` with reason `baseline`. */
  readonly baseline?: Nullable;
  /** By how many per cent of the baseline: 10 means +10 %. One of `percent` and `amount`. */
  readonly percent?: number;
  /** By how much, on the metric's own scale. One of `percent` and `amount`. */
  readonly amount?: number;
  /** Where the way begins; without it at 0 when the reading is `sum`, else at the baseline. */
  readonly from?: ChangeFrom;
  /** The unit of the baseline and of the check-ins. */
  readonly unit?: Unit;
  /** What the values amount to. */
  readonly reading?: ReadingRule;
  /** Data of your own. */
  readonly ext?: Ext;
}

/** Where the way of a `Change` begins. */
export type ChangeFrom = "baseline" | "zero";

/**
 * F3: a number to be kept within one or two bounds.
 *
 * Judged by its latest reading it is met (1) or not (0), and its status is on track or the worst there is: pace has no
 * meaning for it. Judged by a share it is met / counted.
 *
 * Worked: at most 24 hours, with readings of 40 and 3 hours, judged by `check_ins`: 1/2 = 0.5; 40 met of a batch of 42:
 * 40/42 = 0.952; 9 of 13 planned weeks met: 9/13 = 0.692.
 */
export interface Threshold {
  /** Met where the reading is greater. */
  readonly above?: number;
  /** Met where the reading is greater or equal. */
  readonly at_least?: number;
  /** Met where the reading is less. */
  readonly below?: number;
  /** Met where the reading is less or equal. */
  readonly at_most?: number;
  /** How it is judged. */
  readonly judge?: Judge;
  /** The unit of the bounds and of the check-ins. */
  readonly unit?: Unit;
  /** What the values amount to. */
  readonly reading?: ReadingRule;
  /** Data of your own. */
  readonly ext?: Ext;
}

/** How a threshold is judged. */
export type Judge = "latest" | JudgeShare;

/** A share of check-ins, or of slots judged by their latest check-in. */
export interface JudgeShare {
  /** What the share is taken of. */
  readonly share_of: ShareOf;
  /** The length of a slot; without it the cycle's `check_in_every`. */
  readonly every?: Cadence;
  /** Data of your own: any JSON, kept to the letter and never read. */
  readonly ext?: Ext;
}

/** What the share of a `Threshold` is taken of. */
export type ShareOf = "check_ins" | "observed" | "up_to_latest" | "planned";

/**
 * F4: a number to be hit, where more is as wrong as less: 1 within the tolerance, else max(0, 1 − |c − t|/|t − s|).
 *
 * Worked: exactly 5 from 0, at 6: 1 − 1/5 = 0.8; at 10: 0.
 */
export interface Exact {
  /** Where it began; the distance from here to the target is where progress is 0 on either side. */
  readonly start: number;
  /** What is to be hit. */
  readonly target: number;
  /** How far off still counts as hit, 0 or more. */
  readonly tolerance?: number;
  /** The unit of the numbers. */
  readonly unit?: Unit;
  /** What the values amount to. */
  readonly reading?: ReadingRule;
  /** Data of your own. */
  readonly ext?: Ext;
}

/**
 * F5: a score drawn by hand over the values: linear between the points, or in steps, flat outside. Progress and score are
 * the same figure.
 *
 * Worked: [[0,1], [10, 0]] at 2.5 is 0.75; in steps [[0,1], [5, 0.5], [7, 0]] at 6 is 0.5.
 */
export interface Bands {
  /** The points, values rising, scores in [0,1]. */
  readonly points: readonly Point[];
  /** What holds between them. */
  readonly between?: Between;
  /** The unit of the values. */
  readonly unit?: Unit;
  /** What the values amount to. */
  readonly reading?: ReadingRule;
  /** Data of your own. */
  readonly ext?: Ext;
}

/** A value and its score: [value, score]. */
export type Point = readonly [number, number];

/** What holds between two points of `Bands`. */
export type Between = "linear" | "step";

/**
 * F5: a number against levels, read off the profile's anchors (0 at the start, 0.3 at commit, 0.7 at target, 1 at stretch by
 * default), linear between, flat outside. Progress and score are the same figure.
 *
 * Worked: levels 0/2/6/10 at 4: half way from 0.3 to 0.7 = 0.5. Falling levels work the same: 100/80/60/50 at 70 is 0.5.
 */
export interface Levels {
  /** Where it began: the anchor `fail`. */
  readonly start: number;
  /** What is promised. At least one of `commit`, `target`, `stretch`. */
  readonly commit?: number;
  /** What is aimed at. */
  readonly target?: number;
  /** What would be outstanding. */
  readonly stretch?: number;
  /** The unit of the numbers. */
  readonly unit?: Unit;
  /** What the values amount to. */
  readonly reading?: ReadingRule;
  /** Data of your own. */
  readonly ext?: Ext;
}

/** A level named by the owner, worth the profile's anchor (0, 0.3, 0.7, 1 by default). Progress and score are the same figure. */
export interface Zones {
  /** Data of your own. */
  readonly ext?: Ext;
}

/**
 * F6: weighted steps: Σw of the steps done / Σw. `steps_done` add up over the check-ins; `steps_undone` take back.
 *
 * Worked: weights 1, 1 and 2, with the first two done: 2/4 = 0.5.
 */
export interface Milestones {
  /** The steps, at least one, with a sum of weights above 0. */
  readonly steps: readonly Step[];
  /** Data of your own. */
  readonly ext?: Ext;
}

/** One step of `Milestones`. */
export interface Step {
  /** Names the step in `steps_done`. One step of a measure each. */
  readonly id: string;
  /** What is done then. */
  readonly title?: Text;
  /** Its part of the whole, in proportion; 1 if not given. */
  readonly weight?: number;
  /** The last day for it. */
  readonly ends?: string;
  /** Data of your own: any JSON, kept to the letter and never read. */
  readonly ext?: Ext;
}

/** Done (1) or not (0), by the latest check-in that says. */
export interface Done {
  /** Data of your own. */
  readonly ext?: Ext;
}

/**
 * F7: occurrences: Σ/count. Each check-in with `value` or `event` is one, worth 1; where `each_at_least` is given, 1 when its
 * value reaches it, else 0, or `value/each_at_least` within 0 and 1 when `partial`.
 *
 * Worked: 5 webinars of 200 attendees, held with 250, 180 and 200: (1 + 0 + 1)/5 = 0.4; partly counted
 * (1 + 0.9 + 1)/5 = 0.58.
 */
export interface Events {
  /** How many there shall be, above 0. */
  readonly count: number;
  /** What each must reach to count, above 0. */
  readonly each_at_least?: number;
  /** Whether one that falls short counts in part. */
  readonly partial?: boolean;
  /** The unit of the values. */
  readonly unit?: Unit;
  /** Allowed as on every measure that takes values; the reading of events is always the worth that counted. */
  readonly reading?: ReadingRule;
  /** Data of your own. */
  readonly ext?: Ext;
}

/**
 * Several measures that make one result together, such as a system launched *and* used. Each part's progress is clamped to
 * [0,1], then combined; a part without data leaves the whole without.
 *
 * Worked: launched (1) and adopted by 45 of 90 (0.5): the mean is 0.75, the weaker part 0.5, the product 0.5.
 */
export interface Composite {
  /** The parts by name, at least one; none of them composite, children or observe. */
  readonly parts: { readonly [name: string]: Measure };
  /** How they combine. */
  readonly combine: Combine;
  /** Data of your own. */
  readonly ext?: Ext;
}

/** How the parts of a `Composite` make one figure. */
export type Combine = "mean" | "min" | "product";

/**
 * What contributing links bring to a key result, instead of check-ins of its own.
 *
 * Worked: children at 29 of 30, 30 of 30 and 20 of 40: added 79 of 100 = 0.79; averaged (0.967 + 1 + 0.5)/3 = 0.822.
 */
export interface Children {
  /** How they roll up. */
  readonly roll_up?: ChildrenRollUp;
  /** For `sum`, required: where the sum began. */
  readonly start?: number;
  /** For `sum`, required: where it shall be. */
  readonly target?: number;
  /** For `sum`: the unit, the same as each child's. */
  readonly unit?: Unit;
  /** Data of your own. */
  readonly ext?: Ext;
}

/** How a `Children` measure takes what contributes to it. */
export type ChildrenRollUp = "mean" | "sum" | "min";

/** A number that is watched and never scored: outcome and status are `not_scored`, and it enters no roll-up. */
export interface Observe {
  /** The unit of the numbers. */
  readonly unit?: Unit;
  /** What the values amount to. */
  readonly reading?: ReadingRule;
  /** Data of your own. */
  readonly ext?: Ext;
}

/** What a reading is expected to be on a day. */
export interface PathPoint {
  /** The day. */
  readonly on: string;
  /** On the measure's own scale. */
  readonly value: number;
  /** Data of your own: any JSON, kept to the letter and never read. */
  readonly ext?: Ext;
}

/** What was known of a key result on a day. It carries the figures that its measure takes, any of the rest, or a note alone. */
export interface CheckIn {
  /** The day it is of. */
  readonly on: string;
  /** A number on the measure's own scale (85 means 85 %). */
  readonly value?: number;
  /** Whether it is done. */
  readonly done?: boolean;
  /** Ids of steps done since. */
  readonly steps_done?: readonly string[];
  /** Ids of steps that turned out not to be done. */
  readonly steps_undone?: readonly string[];
  /** The zone it is in. */
  readonly zone?: Zone;
  /** That one event took place. */
  readonly event?: boolean;
  /** Of a batch: how many met the threshold. */
  readonly met?: number;
  /** Of a batch: how many there were. */
  readonly of?: number;
  /** The figures of the parts of a composite. */
  readonly parts?: { readonly [name: string]: Figures };
  /** How likely success is in the owner's eyes, in [0,1]. */
  readonly confidence?: number;
  /** In words. */
  readonly note?: string;
  /** Who checked in. */
  readonly by?: string;
  /** Where it comes from. */
  readonly source?: Source;
  /** The owner's own call. It is shown as `owner_status` and never used. */
  readonly status?: Status;
  /** Names the check-in, so that a later one can correct it. */
  readonly id?: string;
  /** The `id` of a check-in that stands earlier in the list, and that this one takes the place of. */
  readonly replaces?: string;
  /** With `replaces`: withdraws the earlier one and puts nothing in its place. */
  readonly void?: boolean;
  /** What stands in the way, until a later check-in. */
  readonly blocker?: string;
  /** When it became known; without it at 00:00 UTC of `on`. */
  readonly recorded?: string;
  /** Data of your own: any JSON, kept to the letter and never read. */
  readonly ext?: Ext;
}

/** A level named by the owner. */
export type Zone = "fail" | "commit" | "target" | "stretch";

/** The figures of one part of a composite, within a check-in. */
export interface Figures {
  /** `CheckIn::value`. */
  readonly value?: number;
  /** `CheckIn::done`. */
  readonly done?: boolean;
  /** `CheckIn::steps_done`. */
  readonly steps_done?: readonly string[];
  /** `CheckIn::steps_undone`. */
  readonly steps_undone?: readonly string[];
  /** `CheckIn::zone`. */
  readonly zone?: Zone;
  /** `CheckIn::event`. */
  readonly event?: boolean;
  /** `CheckIn::met`. */
  readonly met?: number;
  /** `CheckIn::of`. */
  readonly of?: number;
  /** Data of your own: any JSON, kept to the letter and never read. */
  readonly ext?: Ext;
}

/** How a node stands, and what an owner may say of it. */
export type Status = "not_started" | "no_data" | "not_scored" | "on_track" | "behind" | "at_risk" | "achieved" | "missed" | "closed" | "dropped";

/** A change of the terms in mid-cycle. Days before it are judged as they were; the original terms stay beside it. */
export interface Amendment {
  /** From which day on. Of two on a day, the later in the list. */
  readonly on: string;
  /** Why. */
  readonly reason: string;
  /** Who decided. */
  readonly by?: string;
  /** What changes. */
  readonly set: AmendmentSet;
  /** When it became known; without it at 00:00 UTC of `on`. */
  readonly recorded?: string;
  /** Data of your own: any JSON, kept to the letter and never read. */
  readonly ext?: Ext;
}

/** What an amendment sets. */
export interface AmendmentSet {
  /** `KeyResult::weight`. It takes a share away. */
  readonly weight?: number;
  /** `KeyResult::share`. It takes a weight away. */
  readonly share?: number;
  /** `KeyResult::starts`. */
  readonly starts?: string;
  /** `KeyResult::ends`. */
  readonly ends?: string;
  /** `KeyResult::expected_path`. */
  readonly expected_path?: readonly PathPoint[];
  /** Fields of the measure to replace. The kind may not change. */
  readonly measure?: MeasureFields;
  /** Data of your own: any JSON, kept to the letter and never read. */
  readonly ext?: Ext;
}

/**
 * Fields of a measure. As the `measure` of an amendment it holds those to be replaced; the kind stays.
 *
 * Giving `percent` takes `amount` away, and the other way round; every other field replaces the one of its own name.
 */
export interface MeasureFields {
  /** The kind, if it is repeated. */
  readonly kind?: string;
  /** `Metric::start`, `Exact::start`, `Levels::start`, `Children::start`. */
  readonly start?: Nullable;
  /** `Metric::target`, `Exact::target`, `Levels::target`, `Children::target`. */
  readonly target?: number;
  /** `Change::baseline`. */
  readonly baseline?: Nullable;
  /** `Change::percent`. */
  readonly percent?: number;
  /** `Change::amount`. */
  readonly amount?: number;
  /** `Change::from`. */
  readonly from?: ChangeFrom;
  /** `Threshold::above`. */
  readonly above?: number;
  /** `Threshold::at_least`. */
  readonly at_least?: number;
  /** `Threshold::below`. */
  readonly below?: number;
  /** `Threshold::at_most`. */
  readonly at_most?: number;
  /** `Threshold::judge`. */
  readonly judge?: Judge;
  /** `Exact::tolerance`. */
  readonly tolerance?: number;
  /** `Bands::points`. */
  readonly points?: readonly Point[];
  /** `Bands::between`. */
  readonly between?: Between;
  /** `Levels::commit`. */
  readonly commit?: number;
  /** `Levels::stretch`. */
  readonly stretch?: number;
  /** `Milestones::steps`. */
  readonly steps?: readonly Step[];
  /** `Events::count`. */
  readonly count?: number;
  /** `Events::each_at_least`. */
  readonly each_at_least?: number;
  /** `Events::partial`. */
  readonly partial?: boolean;
  /** `Composite::parts`. */
  readonly parts?: { readonly [name: string]: Measure };
  /** `Composite::combine`. */
  readonly combine?: Combine;
  /** `Children::roll_up`. */
  readonly roll_up?: ChildrenRollUp;
  /** The unit of the numbers. */
  readonly unit?: Unit;
  /** What the values amount to. */
  readonly reading?: ReadingRule;
  /** Data of your own: any JSON, kept to the letter and never read. */
  readonly ext?: Ext;
}

/** A link from an objective or key result up to another. */
export interface Link {
  /** The id of the objective or key result below. */
  readonly child: string;
  /** The id of the objective or key result above. */
  readonly parent: string;
  /** What the link does. */
  readonly kind?: LinkKind;
  /** Its part among the contributions to the parent, in proportion; 1 if not given, 0 to leave it out. */
  readonly weight?: number;
  /** Its first day; without it there is none. */
  readonly starts?: string;
  /** Its last day; without it there is none. */
  readonly ends?: string;
  /** Data of your own: any JSON, kept to the letter and never read. */
  readonly ext?: Ext;
}

/** What a link does. */
export type LinkKind = "contributes" | "supports";

/** How a plan wants to be linted. */
export interface LintSettings {
  /** Rules, by id, with the level they have in this plan. */
  readonly levels?: { readonly [name: string]: LintLevel };
  /** What is accepted. */
  readonly ignore?: readonly LintIgnore[];
  /** Data of your own: any JSON, kept to the letter and never read. */
  readonly ext?: Ext;
}

/** How seriously a lint rule is taken. */
export type LintLevel = "off" | "note" | "warning" | "error";

/** A finding that is known and accepted. */
export interface LintIgnore {
  /** The rule, by its id. */
  readonly rule: string;
  /** The objective, key result, team, cycle or KPI it is accepted for, by id; without it everywhere. */
  readonly node?: string;
  /** Why. */
  readonly reason: string;
  /** Data of your own: any JSON, kept to the letter and never read. */
  readonly ext?: Ext;
}

/** Where progress is clamped. A score is within [0,1] in every profile. */
export interface Clamps {
  /** The progress of key results, as it is shown. */
  readonly shown: Clamp;
  /** What a member brings into a roll-up. */
  readonly member: Clamp;
  /** The progress of objectives. */
  readonly objective: Clamp;
  /** Data of your own: any JSON, kept to the letter and never read. */
  readonly ext?: Ext;
}

/** Bounds of a progress figure; `null` is none. */
export interface Clamp {
  /** What is below counts as this. */
  readonly floor: Nullable;
  /** What is above counts as this. */
  readonly cap: Nullable;
  /** Data of your own: any JSON, kept to the letter and never read. */
  readonly ext?: Ext;
}

/** What the roll-up makes of a member without a figure. */
export type Missing = "exclude" | "zero";

/** What an objective's figures are made of. */
export type Pool = ("key_results" | "children" | "pooled") | MixedPool;

/** The wire form of a mixed pool. */
export interface MixedPool {
  /** The share of an objective's own key results, in [0,1]. */
  readonly own_share: number;
  /** Data of your own: any JSON, kept to the letter and never read. */
  readonly ext?: Ext;
}

/** Whether weights and shares count. */
export type Weights = "use" | "ignore";

/**
 * What a child of several parents counts in each, as a weight: where readings are added or the least is taken weights do
 * not count, and the child counts whole in each.
 */
export type MultiParent = "full" | "divide";

/** How a number becomes progress. */
export type ProgressRule = "from_start" | "ratio";

/** The scores of the four levels. */
export interface Anchors {
  /** At the start. */
  readonly fail: number;
  /** At what was promised. */
  readonly commit: number;
  /** At what was aimed at. */
  readonly target: number;
  /** At the outstanding. */
  readonly stretch: number;
  /** Data of your own: any JSON, kept to the letter and never read. */
  readonly ext?: Ext;
}

/** Which terms a key result is judged by. */
export type Goalposts = "in_force" | "original";

/** Where the status of an objective comes from. */
export type ObjectiveStatus = "own" | "worst";

/** The score from which an objective that is over counts as achieved, by ambition; `null`: it is only closed. */
export interface Success {
  /** Of a promise. */
  readonly committed: Nullable;
  /** Of a goal one reaches for. */
  readonly aspirational: Nullable;
  /** Of something to be found out. */
  readonly learning: Nullable;
  /** Data of your own: any JSON, kept to the letter and never read. */
  readonly ext?: Ext;
}

/** One row of the pace table; the first whose condition holds decides. */
export interface PaceRow {
  /** The status it gives. */
  readonly status: PaceStatus;
  /** When it holds; the last row has none and always holds. */
  readonly when?: Condition;
  /** Data of your own: any JSON, kept to the letter and never read. */
  readonly ext?: Ext;
}

/** What a pace row may say. */
export type PaceStatus = "on_track" | "behind" | "at_risk";

/** What a pace row tests; all that is given must hold. A figure that is not there holds nothing. */
export interface Condition {
  /** Expected − progress. */
  readonly gap?: Bounds;
  /** The gap as a part of what is expected; 0 where nothing is expected yet. */
  readonly relative_gap?: Bounds;
  /** Progress / expected; beyond every bound where nothing is expected yet: upwards if progress is 0 or more. */
  readonly ratio?: Bounds;
  /** Progress, as shown. */
  readonly progress?: Bounds;
  /** The computed score. */
  readonly score?: Bounds;
  /** The grade of the computed score. */
  readonly grade?: Bounds;
  /** The share of the time that has gone. */
  readonly elapsed?: Bounds;
  /** The latest confidence. */
  readonly confidence?: Bounds;
  /** Days since the last check-in of any kind. */
  readonly days_since_check_in?: Bounds;
  /** Data of your own: any JSON, kept to the letter and never read. */
  readonly ext?: Ext;
}

/** Bounds of a figure, all of which must hold. Figures are compared at nine decimals, so that 0.5 − 0.4 is 0.1. */
export interface Bounds {
  /** Greater than this. */
  readonly above?: number;
  /** This or greater. */
  readonly at_least?: number;
  /** Less than this. */
  readonly below?: number;
  /** This or less. */
  readonly at_most?: number;
  /** Data of your own: any JSON, kept to the letter and never read. */
  readonly ext?: Ext;
}

/** F14: how scores become grades. */
export interface Grading {
  /** To how many decimals a score is rounded, 0 to 9, half up. */
  readonly decimals: number;
  /** The bands, rising; a grade belongs to the last one it reaches. */
  readonly bands: readonly GradeBand[];
  /** Data of your own: any JSON, kept to the letter and never read. */
  readonly ext?: Ext;
}

/** One grade band. */
export interface GradeBand {
  /** The least grade of the band. */
  readonly from: number;
  /** Its name. */
  readonly band: string;
  /** Data of your own: any JSON, kept to the letter and never read. */
  readonly ext?: Ext;
}

/** The alignment rules. None of them ever stops a plan from being read. */
export interface AlignRules {
  /** `Code::AlignLevel`. */
  readonly level: RuleSeverity;
  /** `Code::AlignPeriod`. */
  readonly period: PeriodCheck;
  /** `Code::AlignParents`. */
  readonly parents: RuleSeverity;
  /** `Code::AlignDepth`. */
  readonly depth: Limit;
  /** `Code::AlignFanOut`. */
  readonly fan_out: Limit;
  /** `Code::AlignOrphan`. */
  readonly orphan: RuleSeverity;
  /** `Code::AlignDoubleCount`. */
  readonly double_count: RuleSeverity;
  /** Data of your own: any JSON, kept to the letter and never read. */
  readonly ext?: Ext;
}

/** What a breach of an alignment rule is. */
export type RuleSeverity = "off" | "warning" | "error";

/** The rule about dates of children. */
export interface PeriodCheck {
  /** What is asked for. */
  readonly rule: PeriodRule;
  /** What a breach is. */
  readonly severity: RuleSeverity;
  /** Data of your own: any JSON, kept to the letter and never read. */
  readonly ext?: Ext;
}

/** How the dates of a child must lie to its parent's. */
export type PeriodRule = "free" | "overlap" | "within";

/** A rule with a largest number. */
export interface Limit {
  /** The largest number that is no breach. */
  readonly max: number;
  /** What a breach is. */
  readonly severity: RuleSeverity;
  /** Data of your own: any JSON, kept to the letter and never read. */
  readonly ext?: Ext;
}

/** One change of a plan, by its kind. */
export type Edit = {
  readonly kind: "set_title";
  readonly title?: Text;
} | {
  readonly kind: "set_description";
  readonly description?: Text;
} | {
  readonly kind: "set_profile";
  readonly profile?: string;
} | {
  readonly kind: "set_lint";
  readonly lint?: LintSettings;
} | {
  readonly kind: "set_ext";
  readonly ext?: Ext;
} | {
  readonly kind: "add_cycle";
  readonly cycle: Cycle;
} | {
  readonly kind: "change_cycle";
  readonly cycle: Cycle;
} | {
  readonly kind: "remove_cycle";
  readonly cycle: string;
} | {
  readonly kind: "add_team";
  readonly team: Team;
} | {
  readonly kind: "change_team";
  readonly team: Team;
} | {
  readonly kind: "remove_team";
  readonly team: string;
} | {
  readonly kind: "add_kpi";
  readonly kpi: Kpi;
} | {
  readonly kind: "change_kpi";
  readonly kpi: Kpi;
} | {
  readonly kind: "remove_kpi";
  readonly kpi: string;
} | {
  readonly kind: "read_kpi";
  readonly kpi: string;
  readonly reading: KpiReading;
} | {
  readonly kind: "add_objective";
  readonly objective: Objective;
} | {
  readonly kind: "change_objective";
  readonly objective: Objective;
} | {
  readonly kind: "remove_objective";
  readonly objective: string;
} | {
  readonly kind: "add_decision";
  readonly objective: string;
  readonly decision: Decision;
} | {
  readonly kind: "decide";
  readonly objective: string;
  readonly what: string;
  readonly on: string;
  readonly outcome?: string;
} | {
  readonly kind: "add_key_result";
  readonly objective: string;
  readonly key_result: KeyResult;
} | {
  readonly kind: "change_key_result";
  readonly key_result: KeyResult;
} | {
  readonly kind: "remove_key_result";
  readonly key_result: string;
} | {
  readonly kind: "check_in";
  readonly key_result: string;
  readonly check_in: CheckIn;
} | {
  readonly kind: "amend";
  readonly key_result: string;
  readonly amendment: Amendment;
} | {
  readonly kind: "set_stage";
  readonly node: string;
  readonly change: StageChange;
} | {
  readonly kind: "set_score";
  readonly node: string;
  readonly score: ManualScore;
} | {
  readonly kind: "link";
  readonly link: Link;
} | {
  readonly kind: "unlink";
  readonly child: string;
  readonly parent: string;
};

/** A profile: every choice on which products disagree. */
export interface Profile {
  /** The version of the profile format. */
  readonly okrkit_profile: 1;
  /** Its name. */
  readonly id: string;
  /** Where its rules are published. */
  readonly cites?: string;
  /** Where progress is clamped. */
  readonly clamp: Clamps;
  /** What becomes of missing data until the member's last day. */
  readonly missing: Missing;
  /** What becomes of missing data from the day after. */
  readonly missing_at_close: Missing;
  /** What an objective's figures are made of. */
  readonly pool: Pool;
  /** Whether weights count. */
  readonly weights: Weights;
  /** What a child of several parents counts in each. */
  readonly multi_parent: MultiParent;
  /** How a number becomes progress. */
  readonly progress: ProgressRule;
  /** The scores of the levels. */
  readonly anchors: Anchors;
  /** Which terms a key result is judged by. */
  readonly goalposts: Goalposts;
  /** Where the status of an objective comes from. */
  readonly objective_status: ObjectiveStatus;
  /** Whether a node that is complete counts as achieved while it runs. */
  readonly achieve_running: boolean;
  /** The scores of success. */
  readonly success: Success;
  /** The pace table. */
  readonly pace: readonly PaceRow[];
  /** How grades are made. */
  readonly grade: Grading;
  /** The grades that show a goal was well set, lowest and highest. */
  readonly sweet_spot: readonly number[];
  /** The alignment rules. */
  readonly align: AlignRules;
  /** Data of your own: any JSON, kept to the letter and never read. */
  readonly ext?: Ext;
}

/** The day something is computed for, and optionally an instant: facts recorded later do not exist. */
export type AsOf = string | {
  readonly on: string;
  readonly known?: string;
};

/** Every figure of a plan as of a day, by a profile. */
export interface Scorecard {
  /** The version of this form. */
  readonly okrkit_scorecard: 1;
  /** The id of the plan. */
  readonly plan: string;
  /** The id of the profile. */
  readonly profile: string;
  readonly as_of: AsOf;
  /** The ids in the order of the document. */
  readonly order: {
    readonly objectives: readonly string[];
    readonly key_results: readonly string[];
  };
  /** The figures of objectives, by id. */
  readonly objectives: { readonly [name: string]: ObjectiveScore };
  /** The figures of key results, by id. */
  readonly key_results: { readonly [name: string]: KeyResultScore };
  /** The figures of groups, by what they are grouped by and by name: the fixed five, and each tag. */
  readonly groups: {
    readonly team: { readonly [name: string]: GroupScore };
    readonly team_tree: { readonly [name: string]: GroupScore };
    readonly owner: { readonly [name: string]: GroupScore };
    readonly cycle: { readonly [name: string]: GroupScore };
    readonly category: { readonly [name: string]: GroupScore };
    readonly total: GroupScore;
    readonly [name: string]: { readonly [name: string]: GroupScore } | GroupScore;
  };
  readonly total: GroupScore;
  /** What the alignment rules find on the day. */
  readonly findings: readonly Issue[];
}

/** The figures of an objective: those of a `NodeScore`, to which it derefs, and its own. */
export interface ObjectiveScore {
  /** Whether progress is a number, and if not, what kind of none it is. */
  readonly outcome: "value" | "no_data" | "undefined" | "not_scored";
  readonly reason: Reason | null;
  /** How far it is. It may lie beyond 0 and 1 where the profile does not clamp it. */
  readonly progress: number | null;
  /** The score, in [0,1]: the manual one where there is one. */
  readonly score: number | null;
  /** The computed score, where a manual one takes its place. */
  readonly computed_score?: number | null;
  /** F14: the grade of the score. */
  readonly grade: number | null;
  /** The band of the grade. */
  readonly band: string | null;
  /** F12: the progress that is expected on the day. */
  readonly expected: number;
  /** Expected − progress. */
  readonly gap: number | null;
  /** Progress / expected; none where nothing is expected yet. */
  readonly ratio: number | null;
  /** F11: the share of its time that has gone. */
  readonly elapsed: number;
  /** F13. */
  readonly status: Status;
  /** How likely success is in the owners' eyes: the latest of a key result, F9 of the members' for an objective. */
  readonly confidence: number | null;
  /** The stage on the day. */
  readonly stage: Stage;
  /** Its first day. */
  readonly starts: string;
  /** Its last day. */
  readonly ends: string;
  /** Days since the last check-in of any kind; for an objective the freshest of its key results. */
  readonly days_since_check_in: number | null;
  /** Share of the members on track or achieved − share at risk, of those with a verdict; in [−1,1]. */
  readonly net_confidence: number | null;
  /** The KPIs among its guardrails that are out of range on the day, by id: it is not achieved while there is any. */
  readonly guardrails?: readonly string[];
}

/** Why a node has no figure. */
export type Reason = "no_check_ins" | "start" | "baseline" | "no_members" | "no_distance" | "target_zero" | "overflow";

/** The figures of a key result: those of a `NodeScore`, to which it derefs, and its own. */
export interface KeyResultScore {
  /** Whether progress is a number, and if not, what kind of none it is. */
  readonly outcome: "value" | "no_data" | "undefined" | "not_scored";
  readonly reason: Reason | null;
  /** How far it is. It may lie beyond 0 and 1 where the profile does not clamp it. */
  readonly progress: number | null;
  /** The score, in [0,1]: the manual one where there is one. */
  readonly score: number | null;
  /** The computed score, where a manual one takes its place. */
  readonly computed_score?: number | null;
  /** F14: the grade of the score. */
  readonly grade: number | null;
  /** The band of the grade. */
  readonly band: string | null;
  /** F12: the progress that is expected on the day. */
  readonly expected: number;
  /** Expected − progress. */
  readonly gap: number | null;
  /** Progress / expected; none where nothing is expected yet. */
  readonly ratio: number | null;
  /** F11: the share of its time that has gone. */
  readonly elapsed: number;
  /** F13. */
  readonly status: Status;
  /** How likely success is in the owners' eyes: the latest of a key result, F9 of the members' for an objective. */
  readonly confidence: number | null;
  /** The stage on the day. */
  readonly stage: Stage;
  /** Its first day. */
  readonly starts: string;
  /** Its last day. */
  readonly ends: string;
  /** Days since the last check-in of any kind; for an objective the freshest of its key results. */
  readonly days_since_check_in: number | null;
  /** What the check-ins amount to, on the measure's own scale. */
  readonly reading: Reading | null;
  /** The target in force, on the measure's own scale, where the measure has one. */
  readonly target: number | null;
  /** F8: its resulting part of its objective's progress; 0 where it did not enter. */
  readonly share: number;
  /** The owner's own call, from the latest check-in that has one. */
  readonly owner_status: Status | null;
  /** What the original terms would give, where amendments of the measure are in force. */
  readonly original?: Original;
}

/** What the check-ins up to a day amount to, in the measure's own terms. */
export type Reading = number | boolean | (readonly string[]) | Zone | { readonly [name: string]: Reading | null };

/** What a key result would be by its original terms. */
export interface Original {
  /** The target before any amendment. */
  readonly target: number | null;
  /** The progress towards it. */
  readonly progress: number | null;
  /** The score. */
  readonly score: number | null;
}

/** The figures of a group. Every objective that is active or closed counts once, whatever its size. */
export interface GroupScore {
  /** How many objectives are in it. */
  readonly n: number;
  /** The mean progress of those with a figure; missing ones by the profile, as in a roll-up. */
  readonly progress: number | null;
  /** The mean score, likewise. */
  readonly score: number | null;
  /** F14 of the score. */
  readonly grade: number | null;
  /** The band of the grade. */
  readonly band: string | null;
  /** The mean of what is expected of those that entered the progress. */
  readonly expected: number | null;
  /** The mean confidence of those that have one. */
  readonly confidence: number | null;
  /** How many have each status. */
  readonly status: { readonly [name: string]: number };
  /** Share on track or achieved − share at risk, of those with a verdict; in [−1,1]. */
  readonly net_confidence: number | null;
}

/** One problem: what, where, and what to do about it. */
export interface Issue {
  /** The stable code. */
  readonly code: "document.syntax" | "document.duplicate_field" | "document.unknown_field" | "document.missing_field" | "document.wrong_type" | "document.unknown_kind" | "document.unknown_word" | "document.unsupported_version" | "number.range" | "date.invalid" | "date.order" | "id.invalid" | "id.duplicate" | "cycle.dates" | "cycle.unknown" | "cycle.loop" | "cycle.order" | "team.unknown" | "team.loop" | "weight.negative" | "weight.both" | "share.range" | "share.sum" | "confidence.range" | "score.range" | "unit.currency" | "measure.empty" | "measure.start_equals_target" | "measure.levels_order" | "measure.bands_order" | "measure.bounds" | "measure.one_of" | "measure.not_positive" | "measure.no_cadence" | "measure.no_path" | "amendment.field" | "amendment.kind" | "check_in.shape" | "check_in.unknown_step" | "check_in.unknown_part" | "check_in.replaces" | "check_in.due" | "kpi.unknown" | "kpi.target" | "kpi.readings" | "lint.unknown_rule" | "lint.unknown_node" | "profile.unknown" | "profile.clamp" | "profile.anchors" | "profile.pace" | "profile.bands" | "profile.sweet_spot" | "link.unknown" | "link.self" | "link.duplicate" | "link.own_objective" | "link.loop" | "link.unit" | "link.not_children" | "edit.unknown" | "diff.mismatch" | "align.level" | "align.period" | "align.parents" | "align.depth" | "align.fan_out" | "align.orphan" | "align.double_count";
  readonly severity: Severity;
  /** RFC 6901 JSON pointer to the place; for a missing field it names the absent member. */
  readonly path: string;
  /** One line that says what is wrong here. */
  readonly message: string;
  /** What to do about a problem of this kind. */
  readonly help: string;
  /** The ids it is about, in order. */
  readonly nodes?: readonly string[];
  readonly position?: Position;
}

/** How much an `Issue` matters. */
export type Severity = "warning" | "error";

/** A place in a text. */
export interface Position {
  /** The line, from 1. */
  readonly line: number;
  /** The column, from 1, in Unicode scalars. */
  readonly column: number;
  /** The byte, from 0. */
  readonly offset: number;
}

/** The figures that objectives and key results have in common. Everything is on the scale 0–1 unless it says otherwise. */
export interface NodeScore {
  /** Whether progress is a number, and if not, what kind of none it is. */
  readonly outcome: "value" | "no_data" | "undefined" | "not_scored";
  readonly reason: Reason | null;
  /** How far it is. It may lie beyond 0 and 1 where the profile does not clamp it. */
  readonly progress: number | null;
  /** The score, in [0,1]: the manual one where there is one. */
  readonly score: number | null;
  /** The computed score, where a manual one takes its place. */
  readonly computed_score?: number | null;
  /** F14: the grade of the score. */
  readonly grade: number | null;
  /** The band of the grade. */
  readonly band: string | null;
  /** F12: the progress that is expected on the day. */
  readonly expected: number;
  /** Expected − progress. */
  readonly gap: number | null;
  /** Progress / expected; none where nothing is expected yet. */
  readonly ratio: number | null;
  /** F11: the share of its time that has gone. */
  readonly elapsed: number;
  /** F13. */
  readonly status: Status;
  /** How likely success is in the owners' eyes: the latest of a key result, F9 of the members' for an objective. */
  readonly confidence: number | null;
  /** The stage on the day. */
  readonly stage: Stage;
  /** Its first day. */
  readonly starts: string;
  /** Its last day. */
  readonly ends: string;
  /** Days since the last check-in of any kind; for an objective the freshest of its key results. */
  readonly days_since_check_in: number | null;
}

/** The id of an objective or key result, or a group: what objectives are grouped by, and which; all of them by `total`. */
export type Subject = string | {
  readonly by: string;
  readonly of?: string;
};

/** A figure that can be explained. */
export type Figure = "progress" | "score" | "grade" | "expected" | "status";

/** A language that explanations can be put into. */
export type Language = "en" | "ar";

/** Why a figure is what it is. */
export interface Explanation {
  /** Which figure. */
  readonly figure: Figure;
  /** The step that came to it; the steps below led there. */
  readonly step: ExplanationStep;
}

/** One step towards a figure. */
export interface ExplanationStep {
  /** What the step says. */
  readonly step: "progress" | "no_figure" | "no_expected" | "metric" | "ratio" | "change_target" | "threshold" | "threshold_share" | "judged" | "batch" | "slot" | "slot_gap" | "exact" | "bands" | "levels" | "zone" | "milestones" | "done" | "events" | "event" | "composite" | "part" | "no_part" | "children_sum" | "children_min" | "child" | "addend" | "observed" | "reading" | "check_in" | "left_out" | "amended" | "changed" | "original" | "original_terms" | "clamped" | "score" | "no_score" | "from_progress" | "manual" | "manual_ignored" | "computed" | "roll_up" | "mixed" | "member" | "divided_weight" | "missing_excluded" | "missing_zero" | "excluded" | "no_members" | "expected" | "expected_line" | "expected_time" | "expected_levels" | "expected_anchor" | "expected_steps" | "step_due" | "expected_path" | "elapsed" | "grade" | "band" | "status" | "by_stage" | "before_start" | "over_by_success" | "over_without_success" | "kept" | "broken" | "worst_member" | "member_status" | "achieved_running" | "pace_row" | "pace_test" | "gap" | "withheld" | "guardrail" | "group_status" | "count";
  readonly value: StepValue;
  /** The number of the formula, such as F9. */
  readonly formula?: string;
  /** The field of the profile that was applied, such as clamp.member. */
  readonly policy?: string;
  /** What went in, by name. */
  readonly inputs?: { readonly [name: string]: StepValue };
  /** What led here. */
  readonly steps?: readonly ExplanationStep[];
}

/** What a step came to: a number; a word, text or day; null for nothing. */
export type StepValue = number | string | null;

/** A plan by several profiles, side by side. */
export interface Comparison {
  /** The id of the plan; absent without any profile. */
  readonly plan?: string;
  readonly as_of?: AsOf;
  /** The names of the profiles, in the order given. A name that was there before gets a number: `ours`, `ours#2`. */
  readonly profiles: readonly string[];
  /** Every figure that is not the same by every profile: each objective before its key results. */
  readonly differences: readonly Difference[];
}

/** A figure of a node that is not the same by every profile. */
export interface Difference {
  /** The id of the objective or key result. */
  readonly node: string;
  /** Which figure. */
  readonly figure: ComparedFigure;
  /** What it is by each profile, those that agree included. */
  readonly values: { readonly [name: string]: StepValue };
  /** For each profile that differs from the first: the fields that made it so, in the order of `Policy::ALL`. Never empty. */
  readonly because: { readonly [name: string]: readonly Policy[] };
}

/** A figure that profiles are compared by. */
export type ComparedFigure = "progress" | "score" | "grade" | "band" | "expected" | "status";

/** A field of a profile that can move a figure, by its place in the document. */
export type Policy = "clamp.shown" | "clamp.member" | "clamp.objective" | "missing" | "missing_at_close" | "pool" | "weights" | "multi_parent" | "progress" | "anchors" | "goalposts" | "objective_status" | "achieve_running" | "success" | "pace" | "grade";

/** A list of days, or days at a cadence. */
export type Days = (readonly string[]) | {
  readonly from: string;
  readonly to: string;
  readonly every: Cadence;
};

/** A plan on every day. */
export interface Trend {
  /** The days, rising, each once. */
  readonly days: readonly string[];
  /** Every objective followed by its key results, in the order of the document. */
  readonly nodes: readonly NodeTrend[];
}

/** One node on every day. */
export interface NodeTrend {
  /** The id of the objective or key result. */
  readonly node: string;
  /** One point a day, in their order. */
  readonly points: readonly TrendPoint[];
}

/** A node on a day. The figures are those of `evaluate`, to the last bit. */
export interface TrendPoint {
  /** The day. */
  readonly on: string;
  /** Of a key result: what the check-ins amount to, where that is a number. For `sum` it is cumulative, as a burn-up needs. */
  readonly reading: number | null;
  /**
   * What that was to be: the expected path, else start + (target − start) × the share of time gone. None for a measure without
   * such a line: thresholds, bands, zones, milestones, done, composites, means of children, and what is only watched.
   */
  readonly expected_reading: number | null;
  /** The target in force, so that a chart shows where it was moved. */
  readonly target: number | null;
  /** Progress. */
  readonly progress: number | null;
  /** Why there is no progress. */
  readonly reason: Reason | null;
  /** The score, in [0,1]. */
  readonly score: number | null;
  /** The progress that is expected. */
  readonly expected: number;
  /** The status. */
  readonly status: Status;
}

/**
 * What a forecast may be made to do otherwise.
 *
 * A policy that is read by `call`, as Python and JavaScript do it, is refused where a number is out of its range. In
 * Rust any number may stand here, and one that is beyond counts as the nearest that is not.
 *
 * ```
 * let policy: okrkit::ForecastPolicy = serde_json::from_str(r#"{"coverage": 0.9}"#)?;
 * assert_eq!((policy.coverage, policy.last_k), (0.9, 4));
 * # Ok::<(), serde_json::Error>(())
 * ```
 */
export interface ForecastPolicy {
  /** How many days with a figure `last_k` looks back on, at least 2; 4. */
  readonly last_k?: number;
  /**
   * How many days with a figure `least_squares` and `theil_sen` need, at least 3; 3. Through two points there is always a line,
   * and nothing left to tell how good it is.
   */
  readonly min_observations?: number;
  /**
   * Of how many days with a figure, counted from the latest, `theil_sen` compares each pair; 200, which makes 19,900
   * pairs. At least 3, at most 1,000.
   */
  readonly theil_sen_latest?: number;
  /** How often the interval is to hold what comes, in [0,1]; 0.8. What holds always has no ends: at 1 there is no interval. */
  readonly coverage?: number;
  /** How many days ahead it is looked for the day on which the target is reached; 366. No more than the calendar has, 3,652,058. */
  readonly horizon_days?: number;
  /**
   * By which part of the larger two figures may differ and still be the same, in [0,1]; 1e-9. It keeps the last bits of a sum from
   * deciding whether a target is reached.
   */
  readonly tolerance?: number;
}

/** Where a key result is going. */
export interface Forecast {
  /** The id of the key result. */
  readonly key_result: string;
  /** The day asked about. */
  readonly as_of: AsOf;
  /** Its first day. */
  readonly starts: string;
  /** Its last day, which is forecast. */
  readonly ends: string;
  /** Where in its period it is. */
  readonly phase: Phase;
  /** What scale readings are on. */
  readonly scale: Scale;
  /** The reading of the day, on that scale. */
  readonly reading: Estimate;
  /** The progress of the day, as the scorecard shows it. Sales departments say attainment: 70,000 of 90,000 is 0.7778. */
  readonly progress: Estimate;
  /** F11: the share of its time that has gone. */
  readonly elapsed: number;
  /** progress / elapsed: 1 is just in time. Worked: 0.7778 with 0.7527 of the time gone is 1.0333. */
  readonly pace: Estimate;
  /** On how many days there was a figure. 0 for the mean or the least of others, which are not carried on by themselves. */
  readonly n_observations: number;
  /** What each method says, in the order of `Method::ALL`. */
  readonly projections: readonly Projection[];
  /** Around the reading of least squares. */
  readonly interval: Interval | null;
  /** Why there is no interval. `None` where there is one. */
  readonly no_interval: Lack | null;
  /**
   * How likely each goal is. Empty where the measure has none that a number could reach; of the mean or the least of others each
   * is `no_data`, for it is their progress that would have to be foreseen together.
   */
  readonly chances: readonly Chance[];
  /** How fast it has to go to reach the target. */
  readonly required: RequiredRate;
}

/** Where in its period a key result is. */
export type Phase = "running" | "not_started" | "over";

/** What scale the readings of a forecast are on. */
export type Scale = "reading" | "progress";

/** A computed figure, or why there is none. Never a made-up number. */
export type Estimate = {
  readonly outcome: "value";
  /** The number. */
  readonly value: number;
} | {
  readonly outcome: "no_data";
  /** Why. */
  readonly reason: Lack;
};

/** Why there is no estimate. */
export type Lack = "no_check_ins" | "too_few_observations" | "start" | "baseline" | "no_members" | "no_distance" | "target_zero" | "overflow" | "not_scored" | "not_numeric" | "members" | "no_goal" | "not_started" | "over" | "no_time_gone" | "no_time_left" | "no_interval" | "steps" | "never" | "beyond_horizon";

/** What a method says of the end of the period. */
export interface Projection {
  /** The method. */
  readonly method: Method;
  /** The reading on the last day. */
  readonly reading: Estimate;
  /** The progress of that reading, within the profile's clamp for what is shown. */
  readonly progress: Estimate;
  /** By how much the reading moves each day. */
  readonly per_day: Estimate;
  /**
   * The day on which the target is reached, if it goes on like that. Today where the reading of the day reaches it, whatever the
   * line says, or where the line does and nothing was checked in today; never before tomorrow where something was and does not.
   * It may lie after the last day.
   */
  readonly reached_on: string | null;
  /**
   * Why there is no such day: `never`, `beyond_horizon`, nothing to be reached, or the method has no line. `None` where there
   * is one.
   */
  readonly not_reached: Lack | null;
}

/** How a line is drawn through what was observed. */
export type Method = "run_rate" | "last_k" | "least_squares" | "theil_sen";

/**
 * Between which readings the last day's is likely to be.
 *
 * Of readings of their own it is that of a line of least squares, n readings yᵢ on the days xᵢ, for the day x:
 *
 * ```text
 * standard error s·√(1 + 1/n + (x − x̄)²/Σ(xᵢ − x̄)²)      s² = Σ residual²/(n − 2)      n − 2 degrees of freedom
 * ```
 *
 * Of running sums (`"reading": "sum"`, events, milestones, and what adds up such) it is that of their increments: n increments xᵢ
 * over dᵢ days, T days in all, for h days after the last of them:
 *
 * ```text
 * standard error s·√(h + h²/T)      s² = Σ (xᵢ − r·dᵢ)²/dᵢ/(n − 1), r = Σxᵢ/T      n − 1 degrees of freedom
 * ```
 *
 * (random walk with drift: Hyndman and Athanasopoulos, *Forecasting: Principles and Practice*, 3rd ed., table 5.2, where each
 * increment takes a day). A sum is told anew on each day with a figure; of events every day up to the one asked about is an
 * increment, 0 where nothing happened. Worked: 10, 12, 8 and 10 in four weeks, 40 in T = 28 days: residuals 0, 2, −2, 0, so
 * s² = (4 + 4)/7/3 = 0.381; 28 days later 80 ± 1.638·√(0.381·(28 + 28)) = 80 ± 7.6.
 */
export interface Interval {
  /** How often it is to hold, in [0,1]. */
  readonly coverage: number;
  /** The lower end, on the scale of the forecast. */
  readonly low: number;
  /** The upper end. */
  readonly high: number;
  /** Half the width in units of t. */
  readonly standard_error: number;
  /** Of Student's t. */
  readonly degrees_of_freedom: number;
}

/** How likely a goal is. */
export interface Chance {
  /** Which goal. */
  readonly goal: Goal;
  /** The reading nearest to today's that reaches it. `None` where none does. */
  readonly reading: number | null;
  /**
   * How likely the reading at the end reaches it, in [0,1], by the predictive distribution of least squares: Student's t
   * with the degrees of freedom of the `Interval` around the line, Q((reading − line)/standard error).
   */
  readonly probability: Estimate;
}

/** Something to be reached by the end. */
export type Goal = "commit" | "target" | "stretch" | "success";

/** How fast it has to go from today to reach the target on the last day. */
export interface RequiredRate {
  /**
   * What the reading still has to move: down where negative, 0 where the target is reached. Before the first check-in it is the
   * whole way, from the start of the measure or from 0 where increments are added.
   */
  readonly remaining: Estimate;
  /** Days from the day asked about to the last one; before it begins, from the first one. */
  readonly days_left: number;
  /** remaining / days left. 0 where the target is reached, `no_time_left` on the last day. */
  readonly per_day: Estimate;
  /** The same for seven days. Worked: (500,000 − 210,000) over 42 days is 48,333.33 a week. */
  readonly per_week: Estimate;
}

/** Where an objective is going. */
export interface ObjectiveForecast {
  /** The id of the objective. */
  readonly objective: string;
  /** The day asked about. */
  readonly as_of: AsOf;
  /** The progress of the day, as the scorecard shows it. */
  readonly progress: Estimate;
  /** What each method says, in the order of `Method::ALL`. */
  readonly projections: readonly ObjectiveProjection[];
}

/** What a method says of an objective at the end of its members' periods. */
export interface ObjectiveProjection {
  /** The method. */
  readonly method: Method;
  /**
   * The projected progress of the members, rolled up by the profile. Where the method carries none of them on it is `no_data`,
   * with `over` where all are over and else `members`: that all stays as it is today is no forecast.
   */
  readonly progress: Estimate;
  /** The score likewise, manual ones included, in [0,1]. One that is set by hand on the objective itself stays in any case. */
  readonly score: Estimate;
  /** Whether the score without manual ones reaches the profile's success for the ambition. `None` where either is missing. */
  readonly is_success: boolean | null;
  /**
   * Members, by id, that the method has no number for and that stand where they are today, in the order of the roll-up: key
   * results and, where children enter the pool, objectives.
   */
  readonly held: readonly string[];
}

/** The forecasts of a whole plan. */
export interface Forecasts {
  /** Of each objective, in the order of the document. */
  readonly objectives: readonly ObjectiveForecast[];
  /** Of each key result, in the order of the document. */
  readonly key_results: readonly Forecast[];
}

/** From where forecasts are made again. */
export interface BacktestPolicy {
  /**
   * Of a key result: at which shares of its time a forecast is made, each in [0,1]; a quarter, a half and three quarters. At
   * most 1,000; those beyond, or outside of 0 to 1, make no case.
   */
  readonly origins?: readonly number[];
  /** Of a history: how many of its latest periods are forecast, each from those before it; 40. At most 1,000. */
  readonly latest?: number;
  /** How key results are forecast. */
  readonly forecast?: ForecastPolicy;
  /** How a history is carried on. */
  readonly proposal?: ProposalPolicy;
}

/**
 * How quotas are proposed.
 *
 * A policy that is read by `call` is refused where a number is out of its range. In Rust any number may stand here,
 * and one that is beyond counts as the nearest that is not.
 */
export interface ProposalPolicy {
  /** Which way is better; higher. */
  readonly better?: Better;
  /**
   * How often what comes is to lie between commit and stretch, in [0,1]; 0.8, so that commit is missed one time in ten. At 1
   * there is neither: what holds always has no ends.
   */
  readonly coverage?: number;
  /** For how many periods ahead quotas are proposed; 1. At most 1,000. */
  readonly ahead?: number;
  /** The richest model to be used; `season`. A history that is too short for it gets a simpler one. */
  readonly richest?: SeasonModel;
  /** How many steps the grid of the smoothing parameters has between 0 and 1; 10. At least 1, at most 50. */
  readonly grid?: number;
  /**
   * What no quota is below. Without it 0 where no figure of the history is below 0, since sales, deals and shares are never
   * negative, and nothing where one is. A floor that is low enough, such as −1e300, is none.
   */
  readonly floor?: number | null;
}

/** Which way a figure is better. */
export type Better = "higher" | "lower";

/** What smoothing follows. */
export type SeasonModel = "level" | "trend" | "season";

/** How good a method has been. */
export interface Backtest {
  /** How many forecasts there are to go by. */
  readonly n: number;
  /** The mean absolute error: Σ|forecast − actual| / n. */
  readonly mean_absolute_error: Estimate;
  /** Σ(forecast − actual) / n: above 0 it promised too much. */
  readonly bias: Estimate;
  /** The share of cases with an interval in which what came was within it; to be held against the policy's coverage. */
  readonly coverage: Estimate;
  /** Each of them, in the order of the document and of time. */
  readonly cases: readonly BacktestCase[];
}

/** One forecast that was made again, and what came. */
export interface BacktestCase {
  /** The id of the key result; `None` in a history. */
  readonly key_result: string | null;
  /** The day it was made from; `None` in a history. */
  readonly on: string | null;
  /** How many days with a figure, or periods, were known. */
  readonly n_known: number;
  /** What was forecast: progress of a key result, the figure of a history. */
  readonly forecast: number;
  /** What came, on the same scale. */
  readonly actual: number;
  /** Whether it came within the interval. `None` for a method without one. */
  readonly is_within: boolean | null;
}

/** How confidences are held against outcomes. */
export interface CalibrationPolicy {
  /** Which confidences count; each. */
  readonly predictions?: Predictions;
  /** How many bins of equal width there are between 0 and 1; 10. At least 1, at most 1,000. */
  readonly n_bins?: number;
}

/** Which of the confidences checked in for a key result are held against its outcome. */
export type Predictions = "each" | "first" | "last";

/** How warranted confidence was. */
export interface Calibration {
  /** How many confidences were held against an outcome. */
  readonly n: number;
  /** Of how many key results. */
  readonly n_key_results: number;
  /** The Brier score, Σ(confidence − outcome)²/n with outcome 1 or 0: 0 at best, 0.25 for always saying 0.5 (Brier 1950). */
  readonly brier: Estimate;
  /** The mean confidence. */
  readonly mean_confidence: Estimate;
  /** The share that was achieved, each confidence counting once. Below the mean confidence people were too sure. */
  readonly hit_rate: Estimate;
  /** By confidence, rising. */
  readonly bins: readonly ConfidenceBin[];
}

/** The confidences within a range, and what became of them. */
export interface ConfidenceBin {
  /** From which confidence on. */
  readonly from: number;
  /** Up to which, without it; the last bin holds 1 too. */
  readonly to: number;
  /** How many there were. */
  readonly n: number;
  /** Their mean. */
  readonly mean_confidence: Estimate;
  /** The share of them whose key result was achieved. Well calibrated, it is near the mean. */
  readonly hit_rate: Estimate;
}

/** What a key result came to. */
export interface PastReading {
  /** The id of the key result. */
  readonly key_result: string;
  /** Its last day. */
  readonly ends: string;
  /** The reading on that day. */
  readonly reading: Estimate;
}

/** Quotas proposed from a history. */
export interface Proposal {
  /** How many past periods it goes by. */
  readonly n_history: number;
  /** The model that was used. `None` where the history is too short for any. */
  readonly model: SeasonModel | null;
  /** How fast its parts follow the data. */
  readonly smoothing: Smoothing | null;
  /** Errors − parameters: what Student's t has for the interval. */
  readonly degrees_of_freedom: number;
  /** One for each period ahead. */
  readonly quotas: readonly Quota[];
}

/** How fast each part follows the data: α, β* and γ, each in [0,1]; 0 for a part the model has not. */
export interface Smoothing {
  /** α: of the level. */
  readonly level: number;
  /** β*: of the trend, as a part of α. */
  readonly trend: number;
  /** γ: of the season. */
  readonly season: number;
}

/** Quotas for one period. */
export interface Quota {
  /** How many periods ahead, 1 being the next. */
  readonly ahead: number;
  /** What can be promised: the end of the interval on the worse side. */
  readonly commit: Estimate;
  /** What is to be expected: the forecast. */
  readonly target: Estimate;
  /** What would be outstanding: the end of the interval on the better side. */
  readonly stretch: Estimate;
  /** The standard error of the forecast. */
  readonly standard_error: Estimate;
}

/** A plan before and after some edits. */
export interface WhatIf {
  /**
   * Every node whose figures differ: objective by objective in the order of the document after, each before its key results;
   * then what is gone, in the order of the document before.
   */
  readonly changes: readonly NodeChange[];
}

/** A node whose figures would not be the same. */
export interface NodeChange {
  /** The id of the objective or key result. */
  readonly node: string;
  /** Whether it is there before and after. */
  readonly presence: Presence;
  /**
   * The figures that differ, to the last bit, in the order of `ChangedFigure::ALL`. Of what the original terms give, that is
   * the progress alone; their target and score are on the scorecards.
   */
  readonly figures: readonly FigureChange[];
  /** What made them differ: edits in their order, then members in that of the roll-up, then shares. */
  readonly because: readonly Cause[];
}

/** Where a node is found. */
export type Presence = "kept" | "added" | "removed";

/** A figure before and after. */
export interface FigureChange {
  /** Which figure. */
  readonly figure: ChangedFigure;
  /** What it was; `null` where there was none. */
  readonly before: StepValue;
  /** What it would be. */
  readonly after: StepValue;
}

/**
 * A figure of an objective or a key result that edits may change: each that the scorecard has, but for the target and the
 * score by the original terms.
 */
export type ChangedFigure = "reading" | "target" | "outcome" | "reason" | "progress" | "score" | "computed_score" | "grade" | "band" | "expected" | "gap" | "ratio" | "elapsed" | "status" | "confidence" | "net_confidence" | "stage" | "starts" | "ends" | "days_since_check_in" | "share" | "owner_status" | "original_progress" | "guardrails";

/** What made the figures of a node change. */
export type Cause = {
  readonly kind: "edit";
  /** Its place among the edits, from 0. */
  readonly edit: number;
} | {
  readonly kind: "member";
  /** The id of the member, which has causes of its own. */
  readonly node: string;
} | {
  readonly kind: "shares";
  /** The id of the objective, which has causes of its own. */
  readonly objective: string;
};

/**
 * How near a search for readings goes.
 *
 * A policy that is read by `call`, as Python and JavaScript do it, is refused where a number is out of its range. In
 * Rust any number may stand here; one out of its range counts as the end of it that is nearer, and what is none as 0.
 *
 * ```
 * let policy: okrkit::RequiredPolicy = serde_json::from_str(r#"{"near": 1e-6}"#)?;
 * assert_eq!((policy.same, policy.near), (1e-12, 1e-6));
 * # Ok::<(), serde_json::Error>(())
 * ```
 */
export interface RequiredPolicy {
  /**
   * Scores nearer than this are one, in [0, 0.001]; 1e-12. Status compares at nine decimals, and three more leave room for what is
   * computed between.
   */
  readonly same?: number;
  /**
   * How near the score that a check-in gives has to be to the one it was asked for, in [0, 0.001]; 1e-10. What no double brings so
   * near is refused for its precision.
   */
  readonly near?: number;
}

/** What must still be reached for an objective to have a score. */
export interface Required {
  /** The id of the objective. */
  readonly objective: string;
  /** The day on which it is to be reached. */
  readonly as_of: AsOf;
  /** The score wanted. */
  readonly score: number;
  /** The score today. */
  readonly now: Estimate;
  /** Everybody to the same progress, those beyond it staying where they are. */
  readonly alike: Route;
  /** With the least progress in all: first to whom the greatest share belongs, each as far as it goes. */
  readonly least_effort: Route;
  /** One key result alone, for each that can be moved. */
  readonly alone: readonly Alone[];
  /** Members that stay as they are, and why. */
  readonly held: readonly Held[];
}

/** A way to a score. */
export type Route = {
  readonly outcome: "possible";
  /** What has to be reached, in the order of the roll-up; who is not named stays. Empty where the score is there already. */
  readonly asks: readonly Ask[];
  /** The score that gives: the one wanted, or more where steps and levels leave nothing between. */
  readonly gives: number;
} | {
  readonly outcome: "impossible";
  /** Why. */
  readonly why: Obstacle;
  /** The highest score on this way, where there is one. */
  readonly at_most: Estimate;
};

/** What a key result has to reach. */
export interface Ask {
  /** The id of the key result. */
  readonly key_result: string;
  /** Its score today; `null` where it has no data. */
  readonly from: number | null;
  /** The score it gets to, in [0,1]; of progress within 0 and 1 that is the progress. */
  readonly to: number;
  /** The reading it gets to, where the reading is a number. */
  readonly reading: number | null;
  /**
   * A check-in of the day that brings it there: the value (of a sum: what is to be added), that it is done, the steps, the zone,
   * the event.
   */
  readonly check_in: CheckIn;
  /** How many such check-ins it takes: 1, or the number of events. */
  readonly times: number;
}

/** Why a score cannot be reached. */
export type Obstacle = "not_enough" | "nothing_to_move" | "manual_score" | "out_of_range" | "precision";

/** The way of one key result alone. */
export interface Alone {
  /** The id of the key result. */
  readonly key_result: string;
  /** Its way. */
  readonly route: Route;
}

/** A member that stays as it is. */
export interface Held {
  /** The id of the key result or objective. */
  readonly node: string;
  /** Its score; `no_data` where it has none and does not enter. */
  readonly score: Estimate;
  /** Why it stays. */
  readonly why: Holds;
}

/** Why a member stays as it is. */
export type Holds = "manual_score" | "closed" | "not_started" | "objective" | "rolled_up" | "entangled" | "start" | "baseline" | "undefined" | "not_invertible";

/** How much an objective's score moves with a key result. */
export interface Sensitivity {
  /** The id of the key result. */
  readonly key_result: string;
  /** What part of the score it makes, in [0,1]. */
  readonly share: number;
  /**
   * By how much the score moves for one unit of the reading, on the measure's own scale; below 0 where less is better. 0 where
   * a clamp or a manual score keeps it from moving. `no_data` with `steps` where the score moves in steps.
   */
  readonly per_unit: Estimate;
}

/** How an indicator stands on a day, by its latest reading that is known. */
export interface KpiStatus {
  /** The id of the indicator. */
  readonly kpi: string;
  /** How it stands; without a reading by the day `no_data`. */
  readonly health: Health;
  /** The latest reading, on the indicator's own scale. Of two of a day, the later in the list. */
  readonly reading: number | null;
  /** The day it is of. */
  readonly read_on: string | null;
  /** The day of the first reading since which it is so without a break. */
  readonly since: string | null;
  /** Where it goes, from the reading of the day before; none where there was none before. */
  readonly trend: KpiTrend | null;
  /** The latest reading less the one before, on the indicator's own scale. */
  readonly change: number | null;
  /** How many days ago it was read, 0 or more. */
  readonly days_since_reading: number | null;
}

/** How an indicator stands. */
export type Health = "no_data" | "healthy" | "out_of_range";

/** Where an indicator goes. */
export type KpiTrend = "steady" | "rising" | "falling";

/** What an indicator shall reach as a key result: its healthy range, or a target on its own scale. */
export type Aim = "healthy" | {
  readonly target: number;
};

/**
 * Every limit that a rule goes by, with its default.
 *
 * Shares are on the scale 0–1, days are whole. A limit that no plan reaches turns a rule off; so does its level in the plan.
 *
 * ```
 * let policy: okrkit::LintPolicy = serde_json::from_str(r#"{"most_key_results": 4}"#)?;
 * assert_eq!((policy.most_key_results, policy.fewest_key_results), (4, 2));
 * # Ok::<(), serde_json::Error>(())
 * ```
 */
export interface LintPolicy {
  /** The fewest objectives of a team in a cycle: 3 (Doerr, Google re:Work: three to five). */
  readonly fewest_objectives?: number;
  /** The most objectives of a team in a cycle: 5. */
  readonly most_objectives?: number;
  /** The fewest key results of an objective: 2. */
  readonly fewest_key_results?: number;
  /** The most key results of an objective: 5. */
  readonly most_key_results?: number;
  /** How many key results of a committed objective must enter its score: 2. */
  readonly committed_key_results?: number;
  /** From how many objectives of a team and cycle on it is odd if all have the same ambition: 3. */
  readonly same_ambition_from?: number;
  /** The largest part that one key result may have of its objective: 0.8. */
  readonly largest_share?: number;
  /** How long the title of an objective may be, in Unicode scalars: 90. */
  readonly objective_title_chars?: number;
  /** How long the title of a key result may be, in Unicode scalars: 120. */
  readonly key_result_title_chars?: number;
  /** The first number that is taken for a year in the title of an objective: 1900. */
  readonly first_year?: number;
  /** The last number that is taken for a year: 2199. */
  readonly last_year?: number;
  /** Words after which such a number is a year. It is one too where a cycle of the plan reaches into that year. */
  readonly year_words?: readonly string[];
  /** Words that are numbers. */
  readonly number_words?: readonly string[];
  /** Verbs of doing something: what somebody is busy with. In any language; case, accents and vowel signs do not matter. */
  readonly activity_words?: readonly string[];
  /** Verbs of making something: what is there afterwards, not what it is good for. */
  readonly output_words?: readonly string[];
  /** Words that say better and not how much. */
  readonly vague_words?: readonly string[];
  /** Words after which a number should rise. */
  readonly rising_words?: readonly string[];
  /** Words after which a number should fall. */
  readonly falling_words?: readonly string[];
  /** Words after which another verb may follow in a title. */
  readonly joining_words?: readonly string[];
  /** The most key results that one person may own at a time: 6. */
  readonly most_owned?: number;
  /** Until how many days after the start a first reading at the target means that it was there already: 7. */
  readonly first_reading_days?: number;
  /** For how many days a threshold must have been kept to count as no news: 45. */
  readonly kept_days?: number;
  /** By how many check-ins at least: 4. */
  readonly kept_check_ins?: number;
  /** From how many key results of an objective on it is odd if all are of one kind: 3. */
  readonly one_kind_from?: number;
  /** From how many key results of an objective on it is odd if all of them are work that gets done: 2. */
  readonly only_done_from?: number;
  /** How old the latest reading of a guardrail may be, in days: 31. */
  readonly guardrail_days?: number;
  /** From when on a key result is stale, as `staleness` has it. */
  readonly staleness?: StalenessPolicy;
  /** How many days after the start the first check-in is due: 7. */
  readonly first_check_in_days?: number;
  /** How many days after its end an objective may still be open: 14. */
  readonly close_days?: number;
  /** How long the same blocker may be reported, in days: 14. */
  readonly blocker_days?: number;
  /** The share of the time from which an easier target is a late one: 2/3. */
  readonly late_from?: number;
  /** How often a target may be made easier: 1. */
  readonly most_lowered?: number;
  /** The share of the time within which a target that is reached was no stretch: 1/3. */
  readonly early_until?: number;
  /** From how many ended aspirational objectives of a team on it is telling that all scored in full: 3. */
  readonly full_from?: number;
  /** The score from which an objective scored in full: 1. */
  readonly full_score?: number;
  /** How far progress may fall from one check-in to the next: 0.3. */
  readonly jump_back?: number;
  /** How far a score set by hand may lie from the computed one: 0.2. */
  readonly manual_distance?: number;
  /** The confidence from which somebody is confident: 0.7. */
  readonly high_confidence?: number;
  /** The confidence up to which somebody is not: 0.3. */
  readonly low_confidence?: number;
  /** How far progress must be beyond what is expected to count as ahead: 0.1. */
  readonly ahead?: number;
  /** How many times in a row the same confidence is no judgement any more: 5. */
  readonly same_confidence?: number;
}

/** From when on a key result is called ageing or stale. */
export interface StalenessPolicy {
  /** Ageing where the last check-in is more than so many slots old. 1 by default. */
  readonly ageing_after_slots?: number;
  /** Stale where it is more than so many slots old. 2 by default. */
  readonly stale_after_slots?: number;
  /** How many days stand for a slot where no cadence is set. 14 by default. */
  readonly slot_days?: number;
}

/** Something that is unwise in a plan. */
export interface Finding {
  /** The id of the rule. */
  readonly rule: string;
  /** How seriously it is taken in this plan; never `off`. */
  readonly level: LintLevel;
  /** RFC 6901 JSON pointer to the place in the document, or to where an absent member would be. */
  readonly path: string;
  /**
   * The ids it is about, the first the one it is found at: objectives, key results, teams, cycles, KPIs. None
   * where something is accepted everywhere and found nowhere.
   */
  readonly nodes: readonly string[];
  /** One line that says what is unwise here. */
  readonly message: string;
  /** What to do about it. */
  readonly fix: string;
}

/** All that the rules find. */
export interface LintReport {
  /** What is to be looked at: rule by rule in the order of `rules`, within a rule in the order of the document. */
  readonly findings: readonly Finding[];
  /** What the plan accepts, likewise. */
  readonly ignored: readonly Ignored[];
}

/** A finding that the plan accepts. */
export interface Ignored {
  /** What was found. */
  readonly finding: Finding;
  /** Why it is accepted, in the words of the plan. */
  readonly reason: string;
}

/** A rule, with what people want to know of it. */
export interface Rule {
  /** The stable id, `family.rule`. Once published it is never renamed. */
  readonly id: string;
  /** The level it has where the plan does not set another. */
  readonly level: LintLevel;
  /** Why it is there, in a sentence or two. */
  readonly why: string;
  /** What to do about a finding, in one line. */
  readonly fix: string;
  /** Where the advice comes from, if it is somebody's in particular. */
  readonly source: string | null;
  /**
   * What it finds: changes of the example plan (`docs/lint-plan.json`), JSON pointer → value, `null` to take away, and
   * `as_of` where it is another day than the example's.
   */
  readonly bad: string;
  /** The same done well: it finds nothing. */
  readonly good: string;
}

/** How a cycle is looked back on. */
export interface ReviewPolicy {
  /** How far short of success a score may be and ask only to be finished. 0.1 by default. */
  readonly near?: number;
  /**
   * Below this score a goal or the way to it is to be thought over. 0.3 by default, below which Google's guide sees no real
   * progress.
   */
  readonly far?: number;
  /** The rate of check-ins in time below which nobody can tell what a low grade means. 0.5 by default. */
  readonly discipline_at_least?: number;
  /** The score from which a key result counts as easy. 1 by default. */
  readonly easy_score?: number;
  /** For how many cycles in a row every result has to be easy to be told. 3 by default. */
  readonly easy_cycles?: number;
  /** How many days may lie between two cycles in a row. 7 by default. */
  readonly cycle_gap_days?: number;
  /**
   * By what part of its length a cycle may be longer or shorter than the one before. 0.25 by default, so that a year is no
   * predecessor of a quarter.
   */
  readonly cycle_length_tolerance?: number;
}

/** What came of a cycle. */
export interface CycleReview {
  /** The id of the cycle. */
  readonly cycle: string;
  /** The day it is looked at. */
  readonly as_of: AsOf;
  /** Whether its last day is over. Until then all of this is how it stands, not how it ended. */
  readonly is_over: boolean;
  /** The figures over its objectives. */
  readonly total: GroupScore;
  /** Each objective followed by its key results, in the order of the document. Drafts and what was dropped are left out. */
  readonly grades: readonly FinalGrade[];
  /** For each ambition that occurs. */
  readonly by_ambition: readonly AmbitionReview[];
  /** For each band of the profile, from the lowest, and for what has no grade. */
  readonly bands: readonly BandCount[];
  /** Objectives and key results to celebrate: those that succeeded, in the order of the document. */
  readonly wins: readonly string[];
  /** What each node that fell short asks for. */
  readonly next_steps: readonly NextStep[];
  /** Where amendments moved what is judged by. */
  readonly goalposts: readonly MovedGoalposts[];
  /** For whom every result was easy, cycle after cycle. */
  readonly too_easy: readonly TooEasy[];
  /** What was learned. */
  readonly learned: readonly Lesson[];
  /** The ids of objectives of which nobody wrote down what was learned. */
  readonly without_learned: readonly string[];
}

/** What a node ends with. */
export interface FinalGrade {
  /** The id of the objective or key result. */
  readonly node: string;
  /** The objective of a key result; none for an objective. */
  readonly objective: string | null;
  /** What success meant. */
  readonly ambition: Ambition;
  /** The score, the manual one where there is one. */
  readonly score: number | null;
  /** F14. */
  readonly grade: number | null;
  /** The band of the grade. */
  readonly band: string | null;
  /** The status on the day. */
  readonly status: Status;
  /**
   * Whether the score reaches what success asks of its ambition. None without a score, and where the profile asks nothing (by
   * default of learning goals).
   */
  readonly success: boolean | null;
  /** Its owners; those of the objective for a key result without any. */
  readonly people: readonly string[];
}

/** How objectives of one ambition ended. */
export interface AmbitionReview {
  /** The ambition. */
  readonly ambition: Ambition;
  /** How many objectives have it. */
  readonly n: number;
  /** How many succeeded. */
  readonly succeeded: number;
  /** How many did not. */
  readonly fell_short: number;
  /** succeeded / (succeeded + fell short), in [0,1]. None where none was judged. */
  readonly success_rate: number | null;
}

/** How many nodes ended in a band. */
export interface BandCount {
  /** The band; none for those without a grade. */
  readonly band: string | null;
  /** How many objectives. */
  readonly objectives: number;
  /** How many of their key results. */
  readonly key_results: number;
}

/** What one node asks for. */
export interface NextStep {
  /** The id of the objective or key result. */
  readonly node: string;
  /** What it asks for. */
  readonly what: NextStepWhat;
  /** Its score. */
  readonly score: number | null;
  /** The score that success asks for. */
  readonly success: number | null;
  /** Of a key result with slots: the share of check-ins that came in time. */
  readonly discipline: number | null;
  /** What stands in the way, in the words of the last check-in. */
  readonly blocker: string | null;
  /** Who is asked. */
  readonly people: readonly string[];
}

/** What a node that fell short asks for; the first that fits. */
export type NextStepWhat = "measure" | "post_mortem" | "unblock" | "check_in" | "finish" | "rethink" | "learn" | "resize";

/** A node whose score depends on which terms count. */
export interface MovedGoalposts {
  /** The id of the key result, or of an objective with such a one below it. */
  readonly node: string;
  /** How many amendments are in force; 0 for an objective. */
  readonly n_amendments: number;
  /** The day of the last of them. */
  readonly amended_on: string | null;
  /** Why, in the words of the last of them. */
  readonly reason: string | null;
  /** The target as it was written. */
  readonly original_target: number | null;
  /** The target in force. */
  readonly target: number | null;
  /** The computed score by the original terms. */
  readonly original_score: number | null;
  /** The computed score by the terms in force. */
  readonly score: number | null;
}

/** Somebody whose every result was easy, cycle after cycle. */
export interface TooEasy {
  /** A person or a team. */
  readonly whom: TooEasyFor;
  /** Who, or the id of the team. */
  readonly name: string;
  /** The ids of the cycles, from the latest back. */
  readonly cycles: readonly string[];
  /** How many key results that were. */
  readonly n_key_results: number;
}

/** Who had it easy. */
export type TooEasyFor = "person" | "team";

/** What a team learned. */
export interface Lesson {
  /** The id of the objective. */
  readonly objective: string;
  /** In the words of the plan. */
  readonly learned: Text;
}

/** How a cycle is carried forward. */
export interface CarryPolicy {
  /** Where key results start again. `continue` by default. */
  readonly how?: CarryHow;
  /** Which objectives and key results go on. `unfinished` by default. */
  readonly which?: CarryWhich;
}

/** Where a key result that is carried forward starts again. */
export type CarryHow = "continue" | "restart" | "residual";

/** What is carried forward. */
export type CarryWhich = "unfinished" | "fell_short" | "all";

/** What was carried forward, beside the plan. */
export interface CarryReport {
  /** What was copied: each objective before its key results, in the order of the document. */
  readonly copied: readonly Carried[];
  /** What was left behind, likewise. */
  readonly left: readonly LeftBehind[];
  /** The links upwards that what was copied had and its copies have not, in the order of the document. */
  readonly left_links: readonly LeftLink[];
}

/** A node and the one that goes on from it. */
export interface Carried {
  /** The id in the cycle that ended. */
  readonly from: string;
  /** The id in the next one. */
  readonly to: string;
}

/** A node that does not go on. */
export interface LeftBehind {
  /** The id. */
  readonly id: string;
  /** Why. */
  readonly why: LeftWhy;
}

/** Why something is left behind. */
export type LeftWhy = "reached" | "succeeded" | "dropped" | "draft" | "already_carried" | "nothing_left" | "objective_left";

/** A link of something that goes on, which its copy does not have. */
export interface LeftLink {
  /** The id of the child, in the cycle that ended. */
  readonly child: string;
  /** The id of the parent. */
  readonly parent: string;
  /** Why. */
  readonly why: LeftLinkWhy;
}

/** Why a link is left behind. */
export type LeftLinkWhy = "parent_left" | "parent_changed" | "parent_ended" | "link_ended";

/** Which meeting an agenda is for. */
export type AgendaKind = "weekly" | "monthly";

/** What goes on an agenda. */
export interface AgendaPolicy {
  /** How many days back the last weekly meeting was. 7 by default. */
  readonly weekly_days?: number;
  /** How many days back the last monthly meeting was. 28 by default, so that both fall on one day of the week. */
  readonly monthly_days?: number;
  /** How many days ahead decisions are told. 7 by default. */
  readonly decision_days?: number;
  /** The least move of a confidence that is told. 0.2 by default: a step of 0.1 is often no more than a mood. */
  readonly confidence_move?: number;
  /** The least part of the score of success that a run rate has to lead to. 1 by default. */
  readonly run_rate_at_least?: number;
  /** When news are stale. */
  readonly staleness?: StalenessPolicy;
}

/** What a meeting has to talk about, section by section. */
export interface Agenda {
  /** Which meeting. */
  readonly kind: AgendaKind;
  /** The day it is compared with: that of the meeting before. */
  readonly since: string;
  /** The day of the meeting. */
  readonly as_of: AsOf;
  /** In the order of the sections, within one in that of the document (decisions by the day they are due). */
  readonly items: readonly AgendaItem[];
}

/** One thing to talk about. */
export interface AgendaItem {
  /** Where it belongs. */
  readonly section: AgendaSection;
  /** What it is about. */
  readonly what: AgendaWhat;
  /** The id of the objective or key result. */
  readonly node: string;
  /** What was before; see `AgendaWhat`. */
  readonly from: StepValue;
  /** What is now. */
  readonly to: StepValue;
  /** For progress: what is expected by now. */
  readonly expected: number | null;
  /** The day it is about, where there is one. */
  readonly on: string | null;
  /** Words of the plan, or of a finding. */
  readonly text: string | null;
  /** Who is to speak about it: who decides or who said so, else the owners. */
  readonly people: readonly string[];
}

/** A part of an agenda. Those of a weekly one come first, in the order in which they are talked about. */
export type AgendaSection = "wins" | "fell_behind" | "stale" | "blockers" | "decisions" | "trend" | "confidence" | "at_risk" | "alignment";

/** What an item of an agenda is about; it says what `from`, `to`, `on` and `text` are. */
export type AgendaWhat = "reached" | "status_improved" | "step_done" | "status_worsened" | "news_stale" | "check_in_overdue" | "blocker" | "decision_due" | "progress" | "confidence_rose" | "confidence_fell" | "status_at_risk" | "run_rate_low" | "misaligned";

/** One length of the cadence, in which one check-in is due. */
export interface Slot {
  /** Its first day. */
  readonly starts: string;
  /** Its last day, clipped to the cycle. */
  readonly ends: string;
  /** The day by which the check-in is due. */
  readonly due: string;
  /** How that stands. */
  readonly status: SlotStatus;
  /** The day of the check-in that serves it, where one does. */
  readonly served_on: string | null;
}

/** How it stands with the check-in of a slot. */
export type SlotStatus = "on_time" | "late" | "missed" | "pending" | "future";

/** How check-ins were kept to, by everybody. */
export interface Discipline {
  /** Over all key results. */
  readonly total: DisciplineRate;
  /**
   * Of each person: the key results they own, and those without owners of objectives they own. One of several owners counts
   * whole for each.
   */
  readonly by_person: { readonly [name: string]: DisciplineRate };
  /** Of each team, by id: the key results of its own objectives. */
  readonly by_team: { readonly [name: string]: DisciplineRate };
  /** Of each key result that has slots, by id. */
  readonly by_key_result: { readonly [name: string]: DisciplineRate };
}

/** How check-ins were kept to. */
export interface DisciplineRate {
  /** How many slots were served in time. */
  readonly on_time: number;
  /** How many within the days of grace. */
  readonly late: number;
  /** How many not at all. */
  readonly missed: number;
  /** on time / (on time + late + missed), in [0,1]. None where no slot has come to an end. */
  readonly rate: number | null;
}

/** The check-ins that are owed on a day. */
export interface Owed {
  /** Key result by key result, in the order of the document. */
  readonly check_ins: readonly OwedCheckIn[];
  /** The ids of the key results that each person owes a check-in of. */
  readonly by_person: { readonly [name: string]: readonly string[] };
  /** Likewise by the id of the team. */
  readonly by_team: { readonly [name: string]: readonly string[] };
  /** Those that nobody is named for. */
  readonly of_nobody: readonly string[];
}

/** A key result that wants a check-in. */
export interface OwedCheckIn {
  /** The id of the key result. */
  readonly key_result: string;
  /** The id of its objective. */
  readonly objective: string;
  /** The id of the objective's team. */
  readonly team: string | null;
  /** The owners of the key result, else of the objective; empty where nobody is named. */
  readonly people: readonly string[];
  /** The day by which the first check-in of those that are owed was due, or will be. */
  readonly since: string;
  /** For how many days it has been due; 0 where that day is still to come, or is the day itself. */
  readonly days_overdue: number;
  /** How many slots in a row have none, the one that runs included. */
  readonly n_slots: number;
  /** The day of the check-in that served a slot last. */
  readonly last_served_on: string | null;
}

/** How old the news of a key result are. */
export interface Staleness {
  /** The id of the key result. */
  readonly key_result: string;
  /** Its owners, else those of its objective. */
  readonly people: readonly string[];
  /** The day of the last check-in of any kind. */
  readonly last_check_in: string | null;
  /** Days since then; without a check-in since the key result's first day. */
  readonly days: number;
  /** How many days a slot has: the length of the one that runs. */
  readonly slot_days: number;
  /** What the policy calls that. */
  readonly freshness: Freshness;
}

/** How old the news of a key result are. */
export type Freshness = "fresh" | "ageing" | "stale";

/** Somebody who looks at a plan, as owners are named, and the ids of their teams. Without either anybody. */
export interface Viewer {
  readonly who?: string;
  readonly teams?: readonly string[];
}

/** How a plan is redacted. */
export interface RedactionPolicy {
  /**
   * What stands in the place of titles, and with a number behind it of ids: `hidden` gives `hidden-1`. One that makes no id is
   * passed over for `hidden`.
   */
  readonly placeholder?: string;
  /** Whether the team of a hidden objective is told. */
  readonly team?: HiddenTeam;
  /** Who counts as an owner. */
  readonly owners?: SeenBy;
  /** Whether hidden numbers stay. */
  readonly values?: HiddenValues;
  /**
   * The named profile by which visible figures are to stay what they are; without it the one that the plan names, and `default`
   * where that is one of your own. What counts of it is how numbers become progress: its `progress`, `anchors` and `goalposts`.
   */
  readonly profile?: string | null;
  /**
   * For how many days, at most, the progress or the expected progress of one hidden key result is worked out, each as often as it
   * became known anew; 1,830, which are five years.
   */
  readonly most_days?: number;
}

/** Whether the team of a hidden objective is told. */
export type HiddenTeam = "removed" | "kept";

/** Whose objective a private one is. */
export type SeenBy = "all_owners" | "owners_of_objective";

/** What becomes of the numbers of a hidden key result. */
export type HiddenValues = "progress" | "kept";

/** A hidden key result whose numbers stand in the redacted plan. */
export interface ValuesKept {
  /** Its id, as it is without redaction. */
  readonly key_result: string;
  /** Why. */
  readonly why: ValuesKeptWhy;
}

/** Why the numbers of a hidden key result stay. */
export type ValuesKeptWhy = "policy" | "added" | "amended" | "closed" | "too_many_days" | "undefined";

/**
 * What changed between two plans.
 *
 * Its `Display` is for reviewers; `apply` makes the second plan of the first.
 */
export interface PlanDiff {
  /**
   * The changes: of the plan itself, its cycles, teams and KPIs; objective by objective in the order they have now, each
   * before its key results; objectives that are gone; links.
   */
  readonly changes: readonly PlanChange[];
}

/**
 * One change.
 *
 * Places in lists are counted from 0: where something was taken out, in the list as it was before all changes; where it was put
 * in, in the list as it is after them.
 */
export type PlanChange = {
  readonly added: {
    /** What it is. */
    readonly of: Of;
    /** Of a key result: the id of its objective. */
    readonly objective?: string;
    /** Its place in the list. */
    readonly at: number;
    /** As it is written. */
    readonly value: FieldValue;
  };
} | {
  readonly removed: {
    /** What it was. */
    readonly of: Of;
    /** Of a key result: the id of its objective. */
    readonly objective?: string;
    /** The place it had in the list. */
    readonly at: number;
    /** As it was written. */
    readonly value: FieldValue;
  };
} | {
  readonly moved: {
    /** What it is. */
    readonly of: Of;
    /** Of a key result: the id of the objective it was of. */
    readonly from?: string;
    /** Of a key result: the id of the objective it is of. */
    readonly to?: string;
    /** Its place in the list. */
    readonly at: number;
  };
} | {
  readonly field: {
    /** What it is a field of. */
    readonly of: Of;
    /** Which: a JSON pointer from there, such as `/measure/target`. */
    readonly field: string;
    /** What stood there; absent where nothing did. */
    readonly before?: FieldValue;
    /** What stands there; absent where nothing does. */
    readonly after?: FieldValue;
  };
} | {
  readonly entry_added: {
    /** What it is an entry of. */
    readonly of: Of;
    /** In which list: a JSON pointer from there, such as `/check_ins`. */
    readonly field: string;
    /** Its place in the list. */
    readonly at: number;
    /** As it is written. */
    readonly entry: FieldValue;
  };
} | {
  readonly entry_removed: {
    /** What it was an entry of. */
    readonly of: Of;
    /** In which list. */
    readonly field: string;
    /** The place it had in the list. */
    readonly at: number;
    /** As it was written. */
    readonly entry: FieldValue;
  };
};

/** What a change is of. */
export type Of = "plan" | {
  readonly cycle: string;
} | {
  readonly team: string;
} | {
  readonly kpi: string;
} | {
  readonly objective: string;
} | {
  readonly key_result: string;
} | {
  readonly link: {
    /** The id of the child. */
    readonly child: string;
    /** The id of the parent. */
    readonly parent: string;
  };
};

/** What stands in a field of a plan, as it is written there: any JSON. */
export type FieldValue = unknown;

/** What came of a merge, beside the plan. */
export interface MergeReport {
  /** What both sides changed, and not alike. Everything else is merged without a loss. */
  readonly conflicts: readonly Conflict[];
  /** Why there is no plan: each side is valid, and both together are not. `null` where there is one. */
  readonly refused: Refused | null;
}

/** Something that both sides changed, and not alike. */
export interface Conflict {
  /** What it is about. */
  readonly of: Of;
  /**
   * Which field, as a JSON pointer from there with ids in the place of numbers; empty where it is about the thing as a whole.
   * `/objective` is the objective a key result stands in, and the name of a list its order. `/check_ins/ID` is a check-in, or
   * what the sides put in its place; of an entry without an id, that is `/check_ins/DAY`.
   */
  readonly field: string;
  /** What stood there before; absent where nothing did. */
  readonly base?: FieldValue;
  /** What our side has; absent where it has nothing there, or no longer. */
  readonly ours?: FieldValue;
  /** What their side has; absent likewise. */
  readonly theirs?: FieldValue;
  /**
   * What stands in the merged plan. `Taken::Both` belongs to a problem of a refused one, and the values are what each side did
   * that has to do with it.
   */
  readonly taken: Taken;
}

/** What a merge took where the sides are in conflict. */
export type Taken = "ours" | "theirs" | "base" | "both";

/** A merged document that is no plan. */
export interface Refused {
  /** The document, to be mended. */
  readonly document: PlanDocument;
  /** What is wrong with it. */
  readonly issues: readonly Issue[];
}

/** A catalogue as it is written. `Catalog` is the checked form. */
export interface CatalogDocument {
  /** The version of the format. */
  readonly okrkit_catalog: 1;
  /** The id of the catalogue. */
  readonly id: string;
  /** For people. */
  readonly title: Text;
  /** For people, at length. */
  readonly description?: Text;
  /** The templates. */
  readonly objectives: readonly Template[];
  /** Data of your own: any JSON, kept to the letter and never read. */
  readonly ext?: Ext;
}

/**
 * An objective of no cycle and no team, with key results that have nothing checked in.
 *
 * It is plain data: change it as you like. It is checked again when it becomes part of a plan.
 */
export interface Template {
  /** The id, in one namespace with the key results of the whole catalogue. */
  readonly id: string;
  /** For people. */
  readonly title: Text;
  /** For people, at length. */
  readonly description?: Text;
  /** `revenue`, `customer`, `product`, `process`, `team`, or any other word. */
  readonly category?: string;
  /** What success means. */
  readonly ambition?: Ambition;
  /** Words to group by. */
  readonly tags?: { readonly [name: string]: string };
  /** How it is measured. */
  readonly key_results?: readonly KeyResult[];
  /** Data of your own: any JSON, kept to the letter and never read. */
  readonly ext?: Ext;
}

/** A code of the catalogue. */
export interface CodeEntry {
  /** The code as it is written. */
  readonly code: string;
  /** What it means, in one line. */
  readonly meaning: string;
  /** What to do about it, in one line. */
  readonly help: string;
}

export type Schema = {} | boolean;
