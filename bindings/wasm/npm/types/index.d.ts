// Made by `cargo xtask wasm generate` of head.d.ts and the schemas of okrkit.

/** A value that nobody can change, all the way down. What is given to okrkit may be frozen or not. */
export type Frozen<T> = T extends object ? { readonly [K in keyof T]: Frozen<T[K]> } : T;

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
  profile?: Frozen<ProfileOrName>;
}

/** One refusal for all that is wrong. */
export class OkrError extends Error {
  /** Every problem, each with its code, where it is, what is wrong and what to do. */
  readonly issues: readonly Frozen<Issue>[];
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
  static parse(document: string | Frozen<PlanDocument>): Plan;

  /** Every figure of the plan as of a day. */
  evaluate(options: Scored): Frozen<Scorecard>;

  /**
   * The plan with a check-in added to a key result. Only the check-in crosses into WebAssembly.
   *
   * @param keyResult - the id of the key result
   * @param checkIn - what is checked in; it becomes the last of the list
   */
  checkIn(keyResult: string, checkIn: Frozen<CheckIn>): Plan;

  /** The document of the plan, as an object of its own. */
  toJSON(): PlanDocument;

  /** The document of the plan as text, always in the same form. */
  toString(): string;

  /** Lets go of the plan now. It cannot be used after that. */
  dispose(): void;

  /** Lets go of the plan now, at the end of the block of a `using`. */
  [Symbol.dispose](): void;

  /**
   * An objective as it is written, by id.
   * @param objective - x
   */
  objective(objective: string): Frozen<Objective | null>;
  /**
   * A key result as it is written, by id.
   * @param keyResult - x
   */
  keyResult(keyResult: string): Frozen<KeyResult | null>;
  /**
   * An indicator as it is written, by id.
   * @param kpi - x
   */
  kpi(kpi: string): Frozen<Kpi | null>;
  /**
   * The plan with edits applied in order, all or none.
   * @param edits - x
   */
  apply(edits: Frozen<Edit[]>): Plan;
  /**
   * The figures that any node has, by id.
   * @param node - x
   */
  nodeScore(node: string, options: Scored): Frozen<NodeScore | null>;
  /**
   * The figures of an objective.
   * @param objective - x
   */
  objectiveScore(objective: string, options: Scored): Frozen<ObjectiveScore | null>;
  /**
   * The figures of a key result.
   * @param keyResult - x
   */
  keyResultScore(keyResult: string, options: Scored): Frozen<KeyResultScore | null>;
  /** The figures of the objectives named, or of all. */
  objectiveScores(options: Scored & {
    /** x */
    objectives?: Frozen<string[]>;
  }): Frozen<{ [name: string]: ObjectiveScore | null }>;
  /** The figures of the key results named, or of all. */
  keyResultScores(options: Scored & {
    /** x */
    keyResults?: Frozen<string[]>;
  }): Frozen<{ [name: string]: KeyResultScore | null }>;
  /**
   * The groups of a kind, by name.
   * @param by - x
   */
  groupBy(by: string, options: Scored): Frozen<{ [name: string]: GroupScore }>;
  /** What objectives can be grouped by. */
  groupBys(options: Scored): Frozen<string[]>;
  /** The figures over all objectives. */
  total(options: Scored): Frozen<GroupScore>;
  /**
   * Why a figure is what it is, as steps, and in words where a language is named.
   * @param subject - x
   * @param figure - x
   */
  explain(subject: Frozen<Subject>, figure: Frozen<Figure>, options: Scored & {
    /** x */
    language?: Frozen<Language>;
  }): Frozen<Explanation & { text?: string }> | null;
  /** What the alignment rules find. */
  findings(options: Scored): Frozen<Issue[]>;
  /**
   * The plan by several profiles, and the fields that make the difference.
   * @param profiles - x
   */
  compare(profiles: Frozen<ProfileOrName[]>, options: Dated): Frozen<Comparison>;
  /**
   * The scorecard as a series over days.
   * @param days - x
   */
  trend(days: Frozen<Days>, options?: {
    /** x */
    profile?: Frozen<ProfileOrName>;
  }): Frozen<Trend>;
  /**
   * Where a key result is going.
   * @param keyResult - x
   */
  forecast(keyResult: string, options: Scored & {
    /** x */
    policy?: Frozen<ForecastPolicy>;
  }): Frozen<Forecast | null>;
  /**
   * Where an objective is going.
   * @param objective - x
   */
  forecastObjective(objective: string, options: Scored & {
    /** x */
    policy?: Frozen<ForecastPolicy>;
  }): Frozen<ObjectiveForecast | null>;
  /** Where every objective and key result is going. */
  forecastAll(options: Scored & {
    /** x */
    policy?: Frozen<ForecastPolicy>;
  }): Frozen<Forecasts>;
  /**
   * A method of forecasting held against what came.
   * @param method - x
   */
  backtest(method: Frozen<Method>, options: Scored & {
    /** x */
    policy?: Frozen<BacktestPolicy>;
  }): Frozen<Backtest>;
  /** Whether confidence was warranted. */
  calibration(options: Scored & {
    /** x */
    cycles?: Frozen<string[]>;
    /** x */
    policy?: Frozen<CalibrationPolicy>;
  }): Frozen<Calibration>;
  /**
   * What a key result came to in earlier cycles.
   * @param keyResult - x
   */
  pastReadings(keyResult: string, options: Scored): Frozen<PastReading[]>;
  /**
   * Edits tried out: what would change, and why.
   * @param edits - x
   */
  whatIf(edits: Frozen<Edit[]>, options: Scored): Frozen<WhatIf>;
  /**
   * What key results must still reach for a score of their objective.
   * @param objective - x
   * @param score - x
   */
  required(objective: string, score: number, options: Scored): Frozen<Required | null>;
  /**
   * How much the score of an objective moves with each reading.
   * @param objective - x
   */
  sensitivity(objective: string, options: Scored): Frozen<Sensitivity[] | null>;
  /**
   * How an indicator stands.
   * @param kpi - x
   */
  kpiStatus(kpi: string, options: Dated): Frozen<KpiStatus | null>;
  /** How every indicator stands. */
  kpis(options: Dated): Frozen<KpiStatus[]>;
  /**
   * The plan with a key result made of an indicator.
   * @param kpi - x
   * @param objective - x
   * @param keyResult - x
   * @param aim - x
   */
  promote(kpi: string, objective: string, keyResult: string, aim: Frozen<Aim>, options: Dated & {
    /** x */
    title?: Frozen<Text>;
    /** x */
    weight?: number;
  }): Plan;
  /**
   * The plan with an indicator in the place of a key result.
   * @param keyResult - x
   */
  demote(keyResult: string, options?: {
    /** x */
    kpi?: string;
    /** x */
    healthy?: Frozen<Healthy>;
  }): Plan;
  /** What is unwise in the plan, without what it accepts. */
  lint(options: Scored & {
    /** x */
    policy?: Frozen<LintPolicy>;
  }): Frozen<Finding[]>;
  /** What is unwise in the plan, with what it accepts beside it. */
  lintReport(options: Scored & {
    /** x */
    policy?: Frozen<LintPolicy>;
  }): Frozen<LintReport>;
  /**
   * The findings with line and column in the text of the plan.
   * @param text - x
   */
  lintToText(text: string, options: Scored & {
    /** x */
    policy?: Frozen<LintPolicy>;
  }): string;
  /**
   * The findings as a SARIF 2.1.0 log.
   * @param uri - x
   * @param text - x
   */
  lintToSarif(uri: string, text: string, options: Scored & {
    /** x */
    policy?: Frozen<LintPolicy>;
  }): string;
  /**
   * What came of a cycle.
   * @param cycle - x
   */
  close(cycle: string, options: Scored & {
    /** x */
    policy?: Frozen<ReviewPolicy>;
  }): Frozen<CycleReview | null>;
  /**
   * The plan with what goes on from one cycle in another.
   * @param from - x
   * @param to - x
   */
  carryForward(from: string, to: string, options?: {
    /** x */
    policy?: Frozen<CarryPolicy>;
  }): { readonly plan: Plan } & Frozen<CarryReport>;
  /**
   * What a meeting has to talk about.
   * @param kind - x
   */
  agenda(kind: Frozen<AgendaKind>, options: Scored & {
    /** x */
    policy?: Frozen<AgendaPolicy>;
  }): Frozen<Agenda>;
  /**
   * The slots of a key result, and how each went.
   * @param keyResult - x
   */
  checkInSlots(keyResult: string, options: Dated): Frozen<Slot[] | null>;
  /** What share of check-ins came in time. */
  discipline(options: Dated): Frozen<Discipline>;
  /** Who owes which check-in. */
  owed(options: Dated): Frozen<Owed>;
  /** How old the news of key results are. */
  staleness(options: Dated & {
    /** x */
    policy?: Frozen<StalenessPolicy>;
  }): Frozen<Staleness[]>;
  /**
   * The plan as a viewer may have it.
   * @param viewer - x
   */
  redact(viewer: Frozen<Viewer>, options?: {
    /** x */
    policy?: Frozen<RedactionPolicy>;
  }): Plan;
  /**
   * Whether a viewer sees an objective.
   * @param objective - x
   * @param viewer - x
   */
  isVisible(objective: string, viewer: Frozen<Viewer>, options?: {
    /** x */
    policy?: Frozen<RedactionPolicy>;
  }): boolean | null;
  /** What changed between two plans. */
  diff(after: Plan): Frozen<PlanDiff>;
  /** What changed between two plans, for reviewers. */
  diffToText(after: Plan): string;
  /**
   * The plan with every change of a difference made.
   * @param diff - x
   */
  applyDiff(diff: Frozen<PlanDiff>): Plan;
  /** One plan of two that came of the same. */
  merge(ours: Plan, theirs: Plan): { readonly plan: Plan | null } & Frozen<MergeReport>;
}

/** What `trends` has: `days`. */
export const trends: {
  /**
   * Days at a cadence.
   * @param from - x
   * @param to - x
   * @param every - x
   */
  days(from: Day, to: Day, every: Frozen<Cadence>): Frozen<Day[]>;
};

/**
 * Quotas for the periods to come, from those that were.
 * @param history - x
 */
export function propose(history: Frozen<number[]>, options?: {
    /** x */
    seasonLength?: number;
    /** x */
    policy?: Frozen<ProposalPolicy>;
  }): Frozen<Proposal>;

/**
 * Proposals held against a history.
 * @param history - x
 */
export function backtestHistory(history: Frozen<number[]>, options?: {
    /** x */
    seasonLength?: number;
    /** x */
    policy?: Frozen<BacktestPolicy>;
  }): Frozen<Backtest>;

/**
 * The share of a period that has gone on a day.
 * @param starts - x
 * @param ends - x
 * @param on - x
 */
export function elapsed(starts: Day, ends: Day, on: Day): number;

/** What `lint` has: `rules`, `rule`. */
export const lint: {
  /** Every lint rule. */
  rules(): Frozen<Rule[]>;
  /**
   * A lint rule by its id.
   * @param id - x
   */
  rule(id: string): Frozen<Rule | null>;
};

/** What `profiles` has: `read`, `named`, `names`, `all`, `gradeOf`, `bandOf`. */
export const profiles: {
  /**
   * A profile of your own, read from its text, whole.
   * @param text - x
   */
  read(text: string): Frozen<Profile>;
  /**
   * A profile that okrkit brings, by name.
   * @param name - x
   */
  named(name: string): Frozen<Profile>;
  /** The names of the profiles that okrkit brings. */
  names(): Frozen<string[]>;
  /** The profiles that okrkit brings, by name. */
  all(): Frozen<{ [name: string]: Profile }>;
  /**
   * The grade of a score.
   * @param profile - x
   * @param score - x
   */
  gradeOf(profile: Frozen<ProfileOrName>, score: number): number;
  /**
   * The band of a grade.
   * @param profile - x
   * @param grade - x
   */
  bandOf(profile: Frozen<ProfileOrName>, grade: number): string | null;
};

/** What `catalog` has: `sales`, `read`, `template`, `baselines`, `withBaseline`, `plan`, `instantiate`. */
export const catalog: {
  /** The fifteen OKRs of sales teams. */
  sales(): Frozen<Catalog>;
  /**
   * A catalogue of your own, read from its text.
   * @param text - x
   */
  read(text: string): Frozen<Catalog>;
  /**
   * A template of a catalogue, by id.
   * @param template - x
   */
  template(template: string, options?: {
    /** x */
    catalog?: Frozen<Catalog>;
  }): Frozen<Template | null>;
  /** The key results of a catalogue that need a start or baseline. */
  baselines(options?: {
    /** x */
    catalog?: Frozen<Catalog>;
  }): Frozen<KeyResult[]>;
  /**
   * The catalogue with a start or baseline filled in.
   * @param keyResult - x
   * @param baseline - x
   */
  withBaseline(keyResult: string, baseline: number, options?: {
    /** x */
    catalog?: Frozen<Catalog>;
  }): Frozen<Catalog>;
  /**
   * A plan of all templates of a catalogue.
   * @param id - x
   * @param cycle - x
   */
  plan(id: string, cycle: Frozen<Cycle>, options?: {
    /** x */
    catalog?: Frozen<Catalog>;
    /** x */
    team?: Frozen<Team>;
  }): Plan;
  /**
   * An objective made of a template.
   * @param template - x
   * @param cycle - x
   */
  instantiate(template: string, cycle: string, options?: {
    /** x */
    catalog?: Frozen<Catalog>;
    /** x */
    team?: string;
  }): Frozen<Objective | null>;
};

/** What `documents` has: `locate`. */
export const documents: {
  /**
   * Where JSON pointers lead in a text.
   * @param text - x
   * @param pointers - x
   */
  locate(text: string, pointers: Frozen<string[]>): Frozen<Position[]>;
};

/** What `texts` has: `get`. */
export const texts: {
  /**
   * A text in a language.
   * @param text - x
   * @param language - x
   */
  get(text: Frozen<Text>, language: string): string;
};

/** What `codes` has: `all`. */
export const codes: {
  /** Every code of a problem, with meaning and help. */
  all(): Frozen<CodeEntry[]>;
};

/** What `cycles` has: `quarter`, `half`, `year`, `fiscalYear`, `fiscalQuarter`. */
export const cycles: {
  /**
   * A quarter of a calendar year.
   * @param year - x
   * @param quarter - x
   */
  quarter(year: number, quarter: number): Frozen<Cycle>;
  /**
   * A half of a calendar year.
   * @param year - x
   * @param half - x
   */
  half(year: number, half: number): Frozen<Cycle>;
  /**
   * A calendar year.
   * @param year - x
   */
  year(year: number): Frozen<Cycle>;
  /**
   * A fiscal year, by the calendar year in which it ends.
   * @param year - x
   * @param firstMonth - x
   */
  fiscalYear(year: number, firstMonth: number): Frozen<Cycle>;
  /**
   * A quarter of such a fiscal year.
   * @param year - x
   * @param firstMonth - x
   * @param quarter - x
   */
  fiscalQuarter(year: number, firstMonth: number, quarter: number): Frozen<Cycle>;
};

/** A plan as it is written. `Plan` is the checked form. */
export interface PlanDocument {
  /** The version of the format. */
  okrkit: 1;
  /** The id of the plan. */
  id: string;
  /** For people. */
  title?: Text;
  /** For people, at length. */
  description?: Text;
  /** The profile it is meant to be judged by; `default` if not given. */
  profile?: string;
  /** The cycles. */
  cycles: Cycle[];
  /** The teams. */
  teams?: Team[];
  /** The indicators that are watched beside the objectives. */
  kpis?: Kpi[];
  /** The objectives. */
  objectives: Objective[];
  /** The links between objectives and key results. */
  links?: Link[];
  /** How it wants to be linted. */
  lint?: LintSettings;
  /** Data of your own: any JSON, kept to the letter and never read. */
  ext?: Ext;
}

/** A profile: every choice on which products disagree. */
export interface ProfileDocument {
  /** The version of the profile format. */
  okrkit_profile: 1;
  /** Its name. */
  id: string;
  /** Where its rules are published. */
  cites?: string;
  /** Where progress is clamped. */
  clamp: Clamps;
  /** What becomes of missing data until the member's last day. */
  missing: Missing;
  /** What becomes of missing data from the day after. */
  missing_at_close: Missing;
  /** What an objective's figures are made of. */
  pool: Pool;
  /** Whether weights count. */
  weights: Weights;
  /** What a child of several parents counts in each. */
  multi_parent: MultiParent;
  /** How a number becomes progress. */
  progress: ProgressRule;
  /** The scores of the levels. */
  anchors: Anchors;
  /** Which terms a key result is judged by. */
  goalposts: Goalposts;
  /** Where the status of an objective comes from. */
  objective_status: ObjectiveStatus;
  /** Whether a node that is complete counts as achieved while it runs. */
  achieve_running: boolean;
  /** The scores of success. */
  success: Success;
  /** The pace table. */
  pace: PaceRow[];
  /** How grades are made. */
  grade: Grading;
  /** The grades that show a goal was well set, lowest and highest. */
  sweet_spot: number[];
  /** The alignment rules. */
  align: AlignRules;
  /** Data of your own: any JSON, kept to the letter and never read. */
  ext?: Ext;
}

/** Text, in one language or in several: `"Grow"` or `{"en": "Grow", "ar": "تنمية"}`. */
export type Text = string | { [name: string]: string };

/** A span of days in which objectives are pursued. */
export interface Cycle {
  /** The id; cycles have a namespace of their own. */
  id: string;
  /** For people. */
  title?: Text;
  /** For people, at length. */
  description?: Text;
  /** The first day. */
  starts: string;
  /** The last day. */
  ends: string;
  /** The cycle this one is a part of. */
  parent?: string;
  /** How often key results of this cycle are checked in, from its first day. */
  check_in_every?: Cadence;
  /** When in a slot that is due; without it on its last day. */
  check_in_due?: Due;
  /** Data of your own: any JSON, kept to the letter and never read. */
  ext?: Ext;
}

/** How often something is due: the length of a slot. */
export type Cadence = "day" | "week" | "two_weeks" | "month" | "quarter";

/** When the check-in of a slot is due. */
export interface Due {
  /** On which day of the slot. */
  on?: DueOn;
  /** With `day_of_month`: which, 1 to 31. */
  day?: number;
  /** What first and last weekdays leave out. */
  weekend?: Weekend;
  /** For how many days after it is due a check-in still counts for the slot, as late. Whole, 0 or more. */
  grace_days?: number;
  /** Data of your own: any JSON, kept to the letter and never read. */
  ext?: Ext;
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
  id: string;
  /** For people. */
  title: Text;
  /** For people, at length. */
  description?: Text;
  /** The team above. */
  parent?: string;
  /** A label such as `company`; it has no meaning here. */
  level?: string;
  /** How often its key results are checked in; else as the nearest team above that says so, then the cycle. */
  check_in_every?: Cadence;
  /** When in a slot that is due; else likewise. */
  check_in_due?: Due;
  /** Data of your own: any JSON, kept to the letter and never read. */
  ext?: Ext;
}

/** A key performance indicator: watched in every cycle and never scored. */
export interface Kpi {
  /** The id; KPIs have a namespace of their own. */
  id: string;
  /** For people. */
  title: Text;
  /** For people, at length. */
  description?: Text;
  /** The team it belongs to. */
  team?: string;
  /** Who watches it. */
  owners?: Owner[];
  /** The unit of its readings and of its range. */
  unit?: Unit;
  /** Where it should be. */
  healthy: Healthy;
  /** What it was, in the order it was entered. */
  readings?: KpiReading[];
  /** Data of your own: any JSON, kept to the letter and never read. */
  ext?: Ext;
}

/** Somebody responsible. */
export interface Owner {
  /** Who it is, in your own terms; compared code point by code point. */
  who: string;
  /** Their part of the responsibility, in \[0,1\]. */
  share?: number;
  /** Data of your own: any JSON, kept to the letter and never read. */
  ext?: Ext;
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
  kind: UnitKind;
  /** The ISO 4217 code of a currency, e.g. `USD`. Required there, allowed nowhere else. */
  code?: string;
  /** What is counted (any text, `count`), or `minute`, `hour`, `day`, `week`, `month` (`duration`, required there). */
  of?: string;
  /** The period of a rate. */
  per?: Period;
  /** Data of your own: any JSON, kept to the letter and never read. */
  ext?: Ext;
}

/** The kind of a `Unit`. */
export type UnitKind = "number" | "percent" | "points" | "currency" | "duration" | "count";

/** The period of a rate, as in calls per week. */
export type Period = "day" | "week" | "month" | "quarter" | "year";

/** The range in which an indicator is healthy: one bound or two. */
export interface Healthy {
  /** Healthy where the reading is greater. */
  above?: number;
  /** Healthy where the reading is greater or equal. */
  at_least?: number;
  /** Healthy where the reading is less. */
  below?: number;
  /** Healthy where the reading is less or equal. */
  at_most?: number;
  /** Data of your own: any JSON, kept to the letter and never read. */
  ext?: Ext;
}

/** What a key performance indicator was on a day. */
export interface KpiReading {
  /** The day. */
  on: string;
  /** On the indicator's own scale. */
  value: number;
  /** In words. */
  note?: string;
  /** Who took it. */
  by?: string;
  /** Where it comes from. */
  source?: Source;
  /** When it became known; without it at 00:00 UTC of `on`. */
  recorded?: string;
  /** Data of your own: any JSON, kept to the letter and never read. */
  ext?: Ext;
}

/** Where a check-in comes from. */
export type Source = "manual" | "api" | "import";

/** What is to be brought about, in words; how far it is, its key results say. */
export interface Objective {
  /** The id, in one namespace with the key results. */
  id: string;
  /** For people. */
  title: Text;
  /** For people, at length. */
  description?: Text;
  /** The cycle it belongs to. */
  cycle: string;
  /** The team it belongs to. */
  team?: string;
  /** Who is responsible. */
  owners?: Owner[];
  /** `revenue`, `customer`, `product`, `process`, `team`, or any other word. */
  category?: string;
  /** What success means. */
  ambition?: Ambition;
  /** Words to group by. */
  tags?: { [name: string]: string };
  /** Its first day, if not the cycle's. */
  starts?: string;
  /** Its last day, if not the cycle's. */
  ends?: string;
  /** What held before the first of `stages`; without those, what holds. */
  stage?: Stage;
  /** Its dated changes of stage. */
  stages?: StageChange[];
  /** What the team learned from it. */
  learned?: Text;
  /** Scores set by hand. */
  manual_scores?: ManualScore[];
  /** Who sees it. */
  visibility?: Visibility;
  /** KPIs, by id, without whose health it is not achieved. */
  guardrails?: string[];
  /** What is to be decided about it. */
  decisions?: Decision[];
  /** The objective of an earlier cycle that it goes on from, by id; it need not be in the plan any more. */
  continued_from?: string;
  /** How it is measured. */
  key_results?: KeyResult[];
  /** Data of your own: any JSON, kept to the letter and never read. */
  ext?: Ext;
}

/** What success means for an objective. */
export type Ambition = "aspirational" | "committed" | "learning";

/** Where an objective or key result is in its life. */
export type Stage = "active" | "draft" | "closed" | "dropped";

/** A dated change of stage. */
export interface StageChange {
  /** From which day on. */
  on: string;
  /** The stage from then on. */
  stage?: Stage;
  /** Why. */
  reason?: string;
  /** Who said so. */
  by?: string;
  /** When it became known; without it at 00:00 UTC of `on`. */
  recorded?: string;
  /** Data of your own: any JSON, kept to the letter and never read. */
  ext?: Ext;
}

/** A score set by hand. From its day on it takes the place of the computed one, which stays beside it. */
export interface ManualScore {
  /** From which day on. */
  on: string;
  /** The score, in \[0,1\]. */
  value: number;
  /** Why. */
  reason?: string;
  /** Who said so. */
  by?: string;
  /** When it became known; without it at 00:00 UTC of `on`. */
  recorded?: string;
  /** Data of your own: any JSON, kept to the letter and never read. */
  ext?: Ext;
}

/** Who sees an objective and its key results. */
export type Visibility = "public" | "team" | "private";

/** Something to be decided. */
export interface Decision {
  /** What is to be decided. */
  what: string;
  /** The day by which it is due. */
  due: string;
  /** Who decides. */
  by?: string;
  /** The day on which it was decided. Without it the decision is open. */
  decided?: string;
  /** What was decided. */
  outcome?: string;
  /** Data of your own: any JSON, kept to the letter and never read. */
  ext?: Ext;
}

/** A result by which an objective is measured. */
export interface KeyResult {
  /** The id, in one namespace with the objectives. */
  id: string;
  /** For people. */
  title: Text;
  /** For people, at length. */
  description?: Text;
  /** Who is responsible. */
  owners?: Owner[];
  /** How it is measured. */
  measure: Measure;
  /** Its part of the objective, in proportion; 1 if neither weight nor share is given, 0 to leave it out. */
  weight?: number;
  /** Instead of a weight: its part of the objective, kept as it is, in \[0,1\]. */
  share?: number;
  /** Its first day, if not the objective's. */
  starts?: string;
  /** Its last day, if not the objective's. */
  ends?: string;
  /** What is expected when, if not the straight line. Days rise; linear between, flat outside. */
  expected_path?: PathPoint[];
  /** What held before the first of `stages`; without those, what holds. */
  stage?: Stage;
  /** Its dated changes of stage. */
  stages?: StageChange[];
  /** What was checked in, in the order it was entered. */
  check_ins?: CheckIn[];
  /** Changes of its terms. */
  amendments?: Amendment[];
  /** Scores set by hand. */
  manual_scores?: ManualScore[];
  /** How often it is checked in; else as the team of its objective says, then the cycle. */
  check_in_every?: Cadence;
  /** When in a slot that is due; else likewise. */
  check_in_due?: Due;
  /** The key result of an earlier cycle that it goes on from, by id; it need not be in the plan any more. */
  continued_from?: string;
  /** The KPI it was made of, by id. */
  kpi?: string;
  /** Data of your own: any JSON, kept to the letter and never read. */
  ext?: Ext;
}

/** The measure of a key result. */
export type Measure = ({
  kind: "metric";
} & Metric) | ({
  kind: "change";
} & Change) | ({
  kind: "threshold";
} & Threshold) | ({
  kind: "exact";
} & Exact) | ({
  kind: "bands";
} & Bands) | ({
  kind: "levels";
} & Levels) | ({
  kind: "zones";
} & Zones) | ({
  kind: "milestones";
} & Milestones) | ({
  kind: "done";
} & Done) | ({
  kind: "events";
} & Events) | ({
  kind: "composite";
} & Composite) | ({
  kind: "children";
} & Children) | ({
  kind: "observe";
} & Observe);

/**
 * F1: a number on its way from a start to a target, up or down: progress (c − s)/(t − s).
 *
 * Worked: from 100 to 60 at 80 is (80 − 100)/(60 − 100) = 0.5; at 110 it is −0.25.
 */
export interface Metric {
  /** Where it began, on the metric's own scale. `null` (or absent): not known yet, progress is `no_data` with reason `start`. */
  start?: Nullable;
  /** Where it shall be. */
  target: number;
  /** The unit of both, and of the check-ins. */
  unit?: Unit;
  /** What the values amount to. */
  reading?: ReadingRule;
  /** Data of your own. */
  ext?: Ext;
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
  baseline?: Nullable;
  /** By how many per cent of the baseline: 10 means +10 %. One of `percent` and `amount`. */
  percent?: number;
  /** By how much, on the metric's own scale. One of `percent` and `amount`. */
  amount?: number;
  /** Where the way begins; without it at 0 when the reading is `sum`, else at the baseline. */
  from?: ChangeFrom;
  /** The unit of the baseline and of the check-ins. */
  unit?: Unit;
  /** What the values amount to. */
  reading?: ReadingRule;
  /** Data of your own. */
  ext?: Ext;
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
  above?: number;
  /** Met where the reading is greater or equal. */
  at_least?: number;
  /** Met where the reading is less. */
  below?: number;
  /** Met where the reading is less or equal. */
  at_most?: number;
  /** How it is judged. */
  judge?: Judge;
  /** The unit of the bounds and of the check-ins. */
  unit?: Unit;
  /** What the values amount to. */
  reading?: ReadingRule;
  /** Data of your own. */
  ext?: Ext;
}

/** How a threshold is judged. */
export type Judge = "latest" | JudgeShare;

/** A share of check-ins, or of slots judged by their latest check-in. */
export interface JudgeShare {
  /** What the share is taken of. */
  share_of: ShareOf;
  /** The length of a slot; without it the cycle's `check_in_every`. */
  every?: Cadence;
  /** Data of your own: any JSON, kept to the letter and never read. */
  ext?: Ext;
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
  start: number;
  /** What is to be hit. */
  target: number;
  /** How far off still counts as hit, 0 or more. */
  tolerance?: number;
  /** The unit of the numbers. */
  unit?: Unit;
  /** What the values amount to. */
  reading?: ReadingRule;
  /** Data of your own. */
  ext?: Ext;
}

/**
 * F5: a score drawn by hand over the values: linear between the points, or in steps, flat outside. Progress and score are
 * the same figure.
 *
 * Worked: [\[0,1\], [10, 0]] at 2.5 is 0.75; in steps [\[0,1\], [5, 0.5], [7, 0]] at 6 is 0.5.
 */
export interface Bands {
  /** The points, values rising, scores in \[0,1\]. */
  points: Point[];
  /** What holds between them. */
  between?: Between;
  /** The unit of the values. */
  unit?: Unit;
  /** What the values amount to. */
  reading?: ReadingRule;
  /** Data of your own. */
  ext?: Ext;
}

/** A value and its score: [value, score]. */
export type Point = [number, number];

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
  start: number;
  /** What is promised. At least one of `commit`, `target`, `stretch`. */
  commit?: number;
  /** What is aimed at. */
  target?: number;
  /** What would be outstanding. */
  stretch?: number;
  /** The unit of the numbers. */
  unit?: Unit;
  /** What the values amount to. */
  reading?: ReadingRule;
  /** Data of your own. */
  ext?: Ext;
}

/** A level named by the owner, worth the profile's anchor (0, 0.3, 0.7, 1 by default). Progress and score are the same figure. */
export interface Zones {
  /** Data of your own. */
  ext?: Ext;
}

/**
 * F6: weighted steps: Σw of the steps done / Σw. `steps_done` add up over the check-ins; `steps_undone` take back.
 *
 * Worked: weights 1, 1 and 2, with the first two done: 2/4 = 0.5.
 */
export interface Milestones {
  /** The steps, at least one, with a sum of weights above 0. */
  steps: Step[];
  /** Data of your own. */
  ext?: Ext;
}

/** One step of `Milestones`. */
export interface Step {
  /** Names the step in `steps_done`. One step of a measure each. */
  id: string;
  /** What is done then. */
  title?: Text;
  /** Its part of the whole, in proportion; 1 if not given. */
  weight?: number;
  /** The last day for it. */
  ends?: string;
  /** Data of your own: any JSON, kept to the letter and never read. */
  ext?: Ext;
}

/** Done (1) or not (0), by the latest check-in that says. */
export interface Done {
  /** Data of your own. */
  ext?: Ext;
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
  count: number;
  /** What each must reach to count, above 0. */
  each_at_least?: number;
  /** Whether one that falls short counts in part. */
  partial?: boolean;
  /** The unit of the values. */
  unit?: Unit;
  /** Allowed as on every measure that takes values; the reading of events is always the worth that counted. */
  reading?: ReadingRule;
  /** Data of your own. */
  ext?: Ext;
}

/**
 * Several measures that make one result together, such as a system launched *and* used. Each part's progress is clamped to
 * \[0,1\], then combined; a part without data leaves the whole without.
 *
 * Worked: launched (1) and adopted by 45 of 90 (0.5): the mean is 0.75, the weaker part 0.5, the product 0.5.
 */
export interface Composite {
  /** The parts by name, at least one; none of them composite, children or observe. */
  parts: { [name: string]: Measure };
  /** How they combine. */
  combine: Combine;
  /** Data of your own. */
  ext?: Ext;
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
  roll_up?: ChildrenRollUp;
  /** For `sum`, required: where the sum began. */
  start?: number;
  /** For `sum`, required: where it shall be. */
  target?: number;
  /** For `sum`: the unit, the same as each child's. */
  unit?: Unit;
  /** Data of your own. */
  ext?: Ext;
}

/** How a `Children` measure takes what contributes to it. */
export type ChildrenRollUp = "mean" | "sum" | "min";

/** A number that is watched and never scored: outcome and status are `not_scored`, and it enters no roll-up. */
export interface Observe {
  /** The unit of the numbers. */
  unit?: Unit;
  /** What the values amount to. */
  reading?: ReadingRule;
  /** Data of your own. */
  ext?: Ext;
}

/** What a reading is expected to be on a day. */
export interface PathPoint {
  /** The day. */
  on: string;
  /** On the measure's own scale. */
  value: number;
  /** Data of your own: any JSON, kept to the letter and never read. */
  ext?: Ext;
}

/** What was known of a key result on a day. It carries the figures that its measure takes, any of the rest, or a note alone. */
export interface CheckIn {
  /** The day it is of. */
  on: string;
  /** A number on the measure's own scale (85 means 85 %). */
  value?: number;
  /** Whether it is done. */
  done?: boolean;
  /** Ids of steps done since. */
  steps_done?: string[];
  /** Ids of steps that turned out not to be done. */
  steps_undone?: string[];
  /** The zone it is in. */
  zone?: Zone;
  /** That one event took place. */
  event?: boolean;
  /** Of a batch: how many met the threshold. */
  met?: number;
  /** Of a batch: how many there were. */
  of?: number;
  /** The figures of the parts of a composite. */
  parts?: { [name: string]: Figures };
  /** How likely success is in the owner's eyes, in \[0,1\]. */
  confidence?: number;
  /** In words. */
  note?: string;
  /** Who checked in. */
  by?: string;
  /** Where it comes from. */
  source?: Source;
  /** The owner's own call. It is shown as `owner_status` and never used. */
  status?: Status;
  /** Names the check-in, so that a later one can correct it. */
  id?: string;
  /** The `id` of a check-in that stands earlier in the list, and that this one takes the place of. */
  replaces?: string;
  /** With `replaces`: withdraws the earlier one and puts nothing in its place. */
  void?: boolean;
  /** What stands in the way, until a later check-in. */
  blocker?: string;
  /** When it became known; without it at 00:00 UTC of `on`. */
  recorded?: string;
  /** Data of your own: any JSON, kept to the letter and never read. */
  ext?: Ext;
}

/** A level named by the owner. */
export type Zone = "fail" | "commit" | "target" | "stretch";

/** The figures of one part of a composite, within a check-in. */
export interface Figures {
  /** `CheckIn::value`. */
  value?: number;
  /** `CheckIn::done`. */
  done?: boolean;
  /** `CheckIn::steps_done`. */
  steps_done?: string[];
  /** `CheckIn::steps_undone`. */
  steps_undone?: string[];
  /** `CheckIn::zone`. */
  zone?: Zone;
  /** `CheckIn::event`. */
  event?: boolean;
  /** `CheckIn::met`. */
  met?: number;
  /** `CheckIn::of`. */
  of?: number;
  /** Data of your own: any JSON, kept to the letter and never read. */
  ext?: Ext;
}

/** How a node stands, and what an owner may say of it. */
export type Status = "not_started" | "no_data" | "not_scored" | "on_track" | "behind" | "at_risk" | "achieved" | "missed" | "closed" | "dropped";

/** A change of the terms in mid-cycle. Days before it are judged as they were; the original terms stay beside it. */
export interface Amendment {
  /** From which day on. Of two on a day, the later in the list. */
  on: string;
  /** Why. */
  reason: string;
  /** Who decided. */
  by?: string;
  /** What changes. */
  set: AmendmentSet;
  /** When it became known; without it at 00:00 UTC of `on`. */
  recorded?: string;
  /** Data of your own: any JSON, kept to the letter and never read. */
  ext?: Ext;
}

/** What an amendment sets. */
export interface AmendmentSet {
  /** `KeyResult::weight`. It takes a share away. */
  weight?: number;
  /** `KeyResult::share`. It takes a weight away. */
  share?: number;
  /** `KeyResult::starts`. */
  starts?: string;
  /** `KeyResult::ends`. */
  ends?: string;
  /** `KeyResult::expected_path`. */
  expected_path?: PathPoint[];
  /** Fields of the measure to replace. The kind may not change. */
  measure?: MeasureFields;
  /** Data of your own: any JSON, kept to the letter and never read. */
  ext?: Ext;
}

/**
 * Fields of a measure. As the `measure` of an amendment it holds those to be replaced; the kind stays.
 *
 * Giving `percent` takes `amount` away, and the other way round; every other field replaces the one of its own name.
 */
export interface MeasureFields {
  /** The kind, if it is repeated. */
  kind?: string;
  /** `Metric::start`, `Exact::start`, `Levels::start`, `Children::start`. */
  start?: Nullable;
  /** `Metric::target`, `Exact::target`, `Levels::target`, `Children::target`. */
  target?: number;
  /** `Change::baseline`. */
  baseline?: Nullable;
  /** `Change::percent`. */
  percent?: number;
  /** `Change::amount`. */
  amount?: number;
  /** `Change::from`. */
  from?: ChangeFrom;
  /** `Threshold::above`. */
  above?: number;
  /** `Threshold::at_least`. */
  at_least?: number;
  /** `Threshold::below`. */
  below?: number;
  /** `Threshold::at_most`. */
  at_most?: number;
  /** `Threshold::judge`. */
  judge?: Judge;
  /** `Exact::tolerance`. */
  tolerance?: number;
  /** `Bands::points`. */
  points?: Point[];
  /** `Bands::between`. */
  between?: Between;
  /** `Levels::commit`. */
  commit?: number;
  /** `Levels::stretch`. */
  stretch?: number;
  /** `Milestones::steps`. */
  steps?: Step[];
  /** `Events::count`. */
  count?: number;
  /** `Events::each_at_least`. */
  each_at_least?: number;
  /** `Events::partial`. */
  partial?: boolean;
  /** `Composite::parts`. */
  parts?: { [name: string]: Measure };
  /** `Composite::combine`. */
  combine?: Combine;
  /** `Children::roll_up`. */
  roll_up?: ChildrenRollUp;
  /** The unit of the numbers. */
  unit?: Unit;
  /** What the values amount to. */
  reading?: ReadingRule;
  /** Data of your own: any JSON, kept to the letter and never read. */
  ext?: Ext;
}

/** A link from an objective or key result up to another. */
export interface Link {
  /** The id of the objective or key result below. */
  child: string;
  /** The id of the objective or key result above. */
  parent: string;
  /** What the link does. */
  kind?: LinkKind;
  /** Its part among the contributions to the parent, in proportion; 1 if not given, 0 to leave it out. */
  weight?: number;
  /** Its first day; without it there is none. */
  starts?: string;
  /** Its last day; without it there is none. */
  ends?: string;
  /** Data of your own: any JSON, kept to the letter and never read. */
  ext?: Ext;
}

/** What a link does. */
export type LinkKind = "contributes" | "supports";

/** How a plan wants to be linted. */
export interface LintSettings {
  /** Rules, by id, with the level they have in this plan. */
  levels?: { [name: string]: LintLevel };
  /** What is accepted. */
  ignore?: LintIgnore[];
  /** Data of your own: any JSON, kept to the letter and never read. */
  ext?: Ext;
}

/** How seriously a lint rule is taken. */
export type LintLevel = "off" | "note" | "warning" | "error";

/** A finding that is known and accepted. */
export interface LintIgnore {
  /** The rule, by its id. */
  rule: string;
  /** The objective, key result, team, cycle or KPI it is accepted for, by id; without it everywhere. */
  node?: string;
  /** Why. */
  reason: string;
  /** Data of your own: any JSON, kept to the letter and never read. */
  ext?: Ext;
}

/** Where progress is clamped. A score is within \[0,1\] in every profile. */
export interface Clamps {
  /** The progress of key results, as it is shown. */
  shown: Clamp;
  /** What a member brings into a roll-up. */
  member: Clamp;
  /** The progress of objectives. */
  objective: Clamp;
  /** Data of your own: any JSON, kept to the letter and never read. */
  ext?: Ext;
}

/** Bounds of a progress figure; `null` is none. */
export interface Clamp {
  /** What is below counts as this. */
  floor: Nullable;
  /** What is above counts as this. */
  cap: Nullable;
  /** Data of your own: any JSON, kept to the letter and never read. */
  ext?: Ext;
}

/** What the roll-up makes of a member without a figure. */
export type Missing = "exclude" | "zero";

/** What an objective's figures are made of. */
export type Pool = ("key_results" | "children" | "pooled") | MixedPool;

/** The wire form of a mixed pool. */
export interface MixedPool {
  /** The share of an objective's own key results, in \[0,1\]. */
  own_share: number;
  /** Data of your own: any JSON, kept to the letter and never read. */
  ext?: Ext;
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
  fail: number;
  /** At what was promised. */
  commit: number;
  /** At what was aimed at. */
  target: number;
  /** At the outstanding. */
  stretch: number;
  /** Data of your own: any JSON, kept to the letter and never read. */
  ext?: Ext;
}

/** Which terms a key result is judged by. */
export type Goalposts = "in_force" | "original";

/** Where the status of an objective comes from. */
export type ObjectiveStatus = "own" | "worst";

/** The score from which an objective that is over counts as achieved, by ambition; `null`: it is only closed. */
export interface Success {
  /** Of a promise. */
  committed: Nullable;
  /** Of a goal one reaches for. */
  aspirational: Nullable;
  /** Of something to be found out. */
  learning: Nullable;
  /** Data of your own: any JSON, kept to the letter and never read. */
  ext?: Ext;
}

/** One row of the pace table; the first whose condition holds decides. */
export interface PaceRow {
  /** The status it gives. */
  status: PaceStatus;
  /** When it holds; the last row has none and always holds. */
  when?: Condition;
  /** Data of your own: any JSON, kept to the letter and never read. */
  ext?: Ext;
}

/** What a pace row may say. */
export type PaceStatus = "on_track" | "behind" | "at_risk";

/** What a pace row tests; all that is given must hold. A figure that is not there holds nothing. */
export interface Condition {
  /** Expected − progress. */
  gap?: Bounds;
  /** The gap as a part of what is expected; 0 where nothing is expected yet. */
  relative_gap?: Bounds;
  /** Progress / expected; beyond every bound where nothing is expected yet: upwards if progress is 0 or more. */
  ratio?: Bounds;
  /** Progress, as shown. */
  progress?: Bounds;
  /** The computed score. */
  score?: Bounds;
  /** The grade of the computed score. */
  grade?: Bounds;
  /** The share of the time that has gone. */
  elapsed?: Bounds;
  /** The latest confidence. */
  confidence?: Bounds;
  /** Days since the last check-in of any kind. */
  days_since_check_in?: Bounds;
  /** Data of your own: any JSON, kept to the letter and never read. */
  ext?: Ext;
}

/** Bounds of a figure, all of which must hold. Figures are compared at nine decimals, so that 0.5 − 0.4 is 0.1. */
export interface Bounds {
  /** Greater than this. */
  above?: number;
  /** This or greater. */
  at_least?: number;
  /** Less than this. */
  below?: number;
  /** This or less. */
  at_most?: number;
  /** Data of your own: any JSON, kept to the letter and never read. */
  ext?: Ext;
}

/** F14: how scores become grades. */
export interface Grading {
  /** To how many decimals a score is rounded, 0 to 9, half up. */
  decimals: number;
  /** The bands, rising; a grade belongs to the last one it reaches. */
  bands: GradeBand[];
  /** Data of your own: any JSON, kept to the letter and never read. */
  ext?: Ext;
}

/** One grade band. */
export interface GradeBand {
  /** The least grade of the band. */
  from: number;
  /** Its name. */
  band: string;
  /** Data of your own: any JSON, kept to the letter and never read. */
  ext?: Ext;
}

/** The alignment rules. None of them ever stops a plan from being read. */
export interface AlignRules {
  /** `Code::AlignLevel`. */
  level: RuleSeverity;
  /** `Code::AlignPeriod`. */
  period: PeriodCheck;
  /** `Code::AlignParents`. */
  parents: RuleSeverity;
  /** `Code::AlignDepth`. */
  depth: Limit;
  /** `Code::AlignFanOut`. */
  fan_out: Limit;
  /** `Code::AlignOrphan`. */
  orphan: RuleSeverity;
  /** `Code::AlignDoubleCount`. */
  double_count: RuleSeverity;
  /** Data of your own: any JSON, kept to the letter and never read. */
  ext?: Ext;
}

/** What a breach of an alignment rule is. */
export type RuleSeverity = "off" | "warning" | "error";

/** The rule about dates of children. */
export interface PeriodCheck {
  /** What is asked for. */
  rule: PeriodRule;
  /** What a breach is. */
  severity: RuleSeverity;
  /** Data of your own: any JSON, kept to the letter and never read. */
  ext?: Ext;
}

/** How the dates of a child must lie to its parent's. */
export type PeriodRule = "free" | "overlap" | "within";

/** A rule with a largest number. */
export interface Limit {
  /** The largest number that is no breach. */
  max: number;
  /** What a breach is. */
  severity: RuleSeverity;
  /** Data of your own: any JSON, kept to the letter and never read. */
  ext?: Ext;
}

export type MergeReport = unknown;

export type KpiStatus = unknown;

export type Comparison = unknown;

export type ObjectiveForecast = unknown;

export type Days = unknown;

export type AsOf = string | {
  on: string;
  known?: string;
};

export type ReviewPolicy = unknown;

export type Slot = unknown;

export type Position = unknown;

export type Language = unknown;

export type Schema = unknown;

export type Forecasts = unknown;

export type Catalog = unknown;

export type Owed = unknown;

export type WhatIf = unknown;

export type Sensitivity = unknown;

export type NodeScore = unknown;

export type Trend = unknown;

export type Forecast = unknown;

export type Explanation = unknown;

export type CycleReview = unknown;

export type RedactionPolicy = unknown;

export type Issue = unknown;

export type CarryReport = unknown;

export type ProfileOrName = unknown;

export type Proposal = unknown;

export type Finding = unknown;

export type Edit = unknown;

export type CodeEntry = unknown;

export type Backtest = unknown;

export type Figure = unknown;

export type GroupScore = unknown;

export type ProposalPolicy = unknown;

export type LintPolicy = unknown;

export type Rule = unknown;

export type AgendaPolicy = unknown;

export type Agenda = unknown;

export type Required = unknown;

export type Staleness = unknown;

export type Scorecard = unknown;

export type CarryPolicy = unknown;

export type Calibration = unknown;

export type Discipline = unknown;

export type CalibrationPolicy = unknown;

export type Method = unknown;

export type Template = unknown;

export type ForecastPolicy = unknown;

export type Aim = unknown;

export type ObjectiveScore = unknown;

export type PastReading = unknown;

export type BacktestPolicy = unknown;

export type PlanDiff = unknown;

export type Profile = unknown;

export type Subject = unknown;

export type KeyResultScore = unknown;

export type StalenessPolicy = unknown;

export type LintReport = unknown;

export type Day = unknown;

export type Viewer = unknown;

export type AgendaKind = unknown;
