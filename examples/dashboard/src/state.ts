// What the page knows: signals, and what follows from them. Nothing here touches the document.

import { batch, computed, signal, type ReadonlySignal } from "@preact/signals";
import { OkrError, type Edit, type Issue, type Plan, type Subject } from "okrkit";

import { addDays, daysBetween, Format } from "./format";
import { isKeyResult, outlineOf, type Outline } from "./outline";
import { Scores } from "./scores";
import { TEXTS, type Language } from "./texts";

export type View = "cards" | "tree" | "graph" | "groups" | "forecast" | "agenda" | "lint";
export const VIEWS: readonly View[] = ["cards", "tree", "graph", "groups", "forecast", "agenda", "lint"];
export type Theme = "auto" | "light" | "dark";
export const THEMES: readonly Theme[] = ["auto", "light", "dark"];

// ---- how the page speaks and looks

export const language = signal<Language>("en");
export const theme = signal<Theme>("auto");
export const texts = computed(() => TEXTS[language.value]);
export const format = computed(() => new Format(language.value));
/** What a screen reader is told of what has just happened. */
export const said = signal("");

// ---- the plan and its history

/** A plan at one moment of the page's history. Plans are values that share what is alike, so keeping them all costs little. */
export interface Moment {
  readonly plan: Plan;
  /** A number of its own, by which the worker knows it. */
  readonly version: number;
  /** How it came of the moment before; absent for a plan that was opened. */
  readonly edits?: readonly Edit[];
}

interface History {
  readonly past: readonly Moment[];
  readonly now: Moment;
  readonly future: readonly Moment[];
}

const history = signal<History | null>(null);
let versions = 0;

export const outline = signal<Outline | null>(null);
export const now: ReadonlySignal<Moment | null> = computed(() => history.value?.now ?? null);
export const canUndo = computed(() => (history.value?.past.length ?? 0) > 0);
export const canRedo = computed(() => (history.value?.future.length ?? 0) > 0);

/** What was wrong with the last file that was opened. */
export interface Refusal {
  readonly file: string;
  readonly issues: readonly Issue[];
  /** Why it could not even be read, in the words of the browser. */
  readonly unreadable?: string;
}

/** The file that is being read, which takes a while if it is large. */
export const opening = signal<string | null>(null);
export const refusal = signal<Refusal | null>(null);

/** Takes a plan that was read: it becomes the one the page shows. */
export function opened(plan: Plan): void {
  const found = outlineOf(plan.toJSON());
  batch(() => {
    outline.value = found;
    history.value = { past: [], now: { plan, version: ++versions }, future: [] };
    refusal.value = null;
    profile.value = null;
    view.value = "cards";
    clearFilters();
    tried.value = new Map();
    explaining.value = null;
    checkingIn.value = null;
    forecastOf.value = null;
    marked.value = null;
    asOf.value = dayToShow(plan, found);
    period.value = busiestCycle(found, asOf.value);
  });
}

/** The last day of the plan on which anything was said, so that a page that is opened shows something. */
function dayToShow(plan: Plan, found: Outline): string {
  const last = new Scores(plan, found.ends, found.profile);
  let freshest = Number.POSITIVE_INFINITY;
  for (const objective of found.objectives) {
    const days = last.objective(objective.id)?.days_since_check_in;
    if (days != null) freshest = Math.min(freshest, days);
  }
  return Number.isFinite(freshest) ? addDays(found.ends, -freshest) : found.ends;
}

/** Applies edits, all or none. What refuses them is handed back. */
export function edit(edits: readonly Edit[]): readonly Issue[] {
  const at = history.value;
  if (at === null) return [];
  try {
    const plan = at.now.plan.apply(edits);
    history.value = { past: [...at.past, at.now], now: { plan, version: ++versions, edits }, future: [] };
    return [];
  } catch (error) {
    if (error instanceof OkrError) return error.issues;
    throw error;
  }
}

export function undo(): void {
  const at = history.value;
  const before = at?.past.at(-1);
  if (!at || !before) return;
  history.value = { past: at.past.slice(0, -1), now: before, future: [at.now, ...at.future] };
  said.value = texts.value.undone;
}

export function redo(): void {
  const at = history.value;
  const [next, ...future] = at?.future ?? [];
  if (!at || !next) return;
  history.value = { past: [...at.past, at.now], now: next, future };
  said.value = texts.value.redone;
}

/** The moments from the last plan that was opened to now: what another context needs to come to the same plan. */
export function momentsUpToNow(): readonly Moment[] {
  const at = history.value;
  return at === null ? [] : [...at.past, at.now];
}

// ---- what is asked of it

export const view = signal<View>("cards");
export const asOf = signal("2026-01-01");
/** The profile to judge by; null for the plan's own. */
export const profile = signal<string | null>(null);
export const profileName = computed(() => profile.value ?? outline.value?.profile ?? "default");

export const card: ReadonlySignal<Scores | null> = computed(() => {
  const plan = now.value?.plan;
  return plan === undefined ? null : new Scores(plan, asOf.value, profileName.value);
});

/** By the plan's own profile, where another is switched on. */
export const ownCard: ReadonlySignal<Scores | null> = computed(() => {
  const plan = now.value?.plan;
  const own = outline.value?.profile;
  return plan === undefined || own === undefined || profileName.value === own ? null : new Scores(plan, asOf.value, own);
});

/** The cycle that is replayed and whose trends are drawn, by its id; null for all the days of the plan. */
export const period = signal<string | null>(null);
const span = computed(() => outline.value?.cycles.find(({ id }) => id === period.value) ?? outline.value);
export const firstDay = computed(() => span.value?.starts ?? "2026-01-01");
export const lastDay = computed(() => span.value?.ends ?? "2026-12-31");
export const nDays = computed(() => daysBetween(firstDay.value, lastDay.value));

/** Looks at a cycle, or at all days by null; the day that is shown stays where it is, if the cycle has it. */
export function lookAt(cycle: string | null): void {
  batch(() => {
    period.value = cycle;
    if (asOf.value < firstDay.value) asOf.value = firstDay.value;
    if (asOf.value > lastDay.value) asOf.value = lastDay.value;
  });
}

/** The cycle that most objectives are of, if the day is in it: in a year with its quarters, the quarter that is under way. */
function busiestCycle(plan: Outline, on: string): string | null {
  const nObjectives = (cycle: string): number => plan.objectives.filter((objective) => objective.cycle === cycle).length;
  const [busiest] = [...plan.cycles].sort((a, b) => nObjectives(b.id) - nObjectives(a.id));
  return busiest !== undefined && busiest.starts <= on && on <= busiest.ends ? busiest.id : null;
}

// ---- filters

export interface Filters {
  readonly team: string;
  readonly owner: string;
  readonly tag: string;
  readonly status: string;
  readonly search: string;
  /** Only what the profile that is switched on judges otherwise. */
  readonly differing: "" | "only";
}

const NO_FILTERS: Filters = { team: "", owner: "", tag: "", status: "", search: "", differing: "" };
export const filters = signal<Filters>(NO_FILTERS);

export function clearFilters(): void {
  filters.value = NO_FILTERS;
}

/** All that is there is drawn while the page is printed, not only what is near the window. */
export const isPrinting = signal(false);

// ---- what is open beside the list

/** The figures that unfold. The package explains some; the others follow from those or are said as they stand. */
export const FIGURES = ["reading", "target", "progress", "expected", "score", "grade", "confidence", "share", "status", "net_confidence"] as const;
export type FigureName = (typeof FIGURES)[number];
/** A figure of a node or of a group. */
export interface Explained {
  readonly subject: Subject;
  readonly figure: FigureName;
}
export const explaining = signal<Explained | null>(null);
export const checkingIn = signal<string | null>(null);
export const forecastOf = signal<string | null>(null);
/** The node that was jumped to last. */
export const marked = signal<string | null>(null);

/** Values that are tried out, by key result. */
export const tried = signal<ReadonlyMap<string, number>>(new Map());

/** Lets a value be as if it were checked in on the day. */
export function tryValue(keyResult: string, value: number): void {
  tried.value = new Map(tried.value).set(keyResult, value);
}

export const triedEdits: ReadonlySignal<readonly Edit[]> = computed(() =>
  [...tried.value].map(([key_result, value]) => ({ kind: "check_in" as const, key_result, check_in: { on: asOf.value, ...figureOf(key_result, value) } })),
);

/** A tried value as a check-in has it. Of what is counted up, only what is still missing is checked in. */
function figureOf(keyResult: string, value: number): { value: number } {
  const node = outline.value?.byId.get(keyResult);
  if (node === undefined || !isKeyResult(node) || node.measure.reading !== "sum") return { value };
  const reading = card.value?.keyResult(keyResult)?.reading;
  return { value: value - (typeof reading === "number" ? reading : 0) };
}

/** Opens a view as it is, with nothing marked in it. */
export function show(name: View): void {
  batch(() => {
    marked.value = null;
    view.value = name;
  });
}

/** Opens the cards of a team and of those below it. */
export function goToTeam(team: string): void {
  batch(() => {
    show("cards");
    filters.value = { ...NO_FILTERS, team };
  });
}

/** Opens the cards at a node and marks it. */
export function goTo(node: string): void {
  batch(() => {
    clearFilters();
    view.value = "cards";
    marked.value = node;
  });
}
