// What the page reads of a plan document: everything that check-ins do not change. It is made once for each plan that is opened.

import type { Titled, UnitShape } from "./format";

/** A measure as the page needs it: what a check-in of it holds, and what its numbers mean. */
export interface MeasureShape {
  readonly kind: string;
  readonly unit?: UnitShape;
  readonly start?: number | null;
  readonly target?: number;
  readonly baseline?: number | null;
  readonly reading?: string;
  readonly judge?: unknown;
  readonly steps?: readonly { readonly id: string; readonly title?: Titled }[];
  readonly parts?: Readonly<Record<string, MeasureShape>>;
  readonly points?: readonly (readonly [number, number])[];
  readonly commit?: number;
  readonly stretch?: number;
  readonly above?: number;
  readonly at_least?: number;
  readonly below?: number;
  readonly at_most?: number;
  readonly count?: number;
  readonly each_at_least?: number;
}

export interface KeyResultOutline {
  readonly id: string;
  readonly title: Titled;
  readonly objective: string;
  readonly owners: readonly string[];
  readonly measure: MeasureShape;
}

export interface ObjectiveOutline {
  readonly id: string;
  readonly title: Titled;
  readonly cycle: string;
  readonly team: string | undefined;
  readonly owners: readonly string[];
  readonly category: string | undefined;
  readonly tags: Readonly<Record<string, string>>;
  readonly keyResults: readonly KeyResultOutline[];
}

export interface LinkOutline {
  readonly child: string;
  readonly parent: string;
  readonly kind: string;
}

export interface CycleOutline {
  readonly id: string;
  readonly title: Titled;
  readonly starts: string;
  readonly ends: string;
}

/** A plan without its dated facts. */
export interface Outline {
  readonly id: string;
  readonly title: Titled;
  readonly profile: string;
  readonly starts: string;
  readonly ends: string;
  readonly cycles: readonly CycleOutline[];
  readonly teams: ReadonlyMap<string, { readonly title: Titled; readonly parent: string | undefined }>;
  readonly objectives: readonly ObjectiveOutline[];
  /** The titles of indicators, by their ids. */
  readonly kpis: ReadonlyMap<string, Titled>;
  readonly byId: ReadonlyMap<string, ObjectiveOutline | KeyResultOutline>;
  readonly links: readonly LinkOutline[];
  readonly owners: readonly string[];
  readonly tagNames: readonly string[];
}

interface Owned {
  readonly owners?: readonly { readonly who: string }[];
}

interface DocumentShape {
  readonly id: string;
  readonly title?: Titled;
  readonly profile?: string;
  readonly cycles: readonly { readonly id: string; readonly title?: Titled; readonly starts: string; readonly ends: string }[];
  readonly teams?: readonly { readonly id: string; readonly title: Titled; readonly parent?: string }[];
  readonly objectives: readonly (Owned & {
    readonly id: string;
    readonly title: Titled;
    readonly cycle: string;
    readonly team?: string;
    readonly category?: string;
    readonly tags?: Readonly<Record<string, string>>;
    readonly key_results?: readonly (Owned & { readonly id: string; readonly title: Titled; readonly measure: MeasureShape })[];
  })[];
  readonly kpis?: readonly { readonly id: string; readonly title: Titled }[];
  readonly links?: readonly { readonly child: string; readonly parent: string; readonly kind?: string }[];
}

const who = (owned: Owned): string[] => (owned.owners ?? []).map((owner) => owner.who);

/** Reads an outline off a document. */
export function outlineOf(document: unknown): Outline {
  const plan = document as DocumentShape;
  const objectives = plan.objectives.map(
    (objective): ObjectiveOutline => ({
      id: objective.id,
      title: objective.title,
      cycle: objective.cycle,
      team: objective.team,
      owners: who(objective),
      category: objective.category,
      tags: objective.tags ?? {},
      keyResults: (objective.key_results ?? []).map((keyResult) => ({
        id: keyResult.id,
        title: keyResult.title,
        objective: objective.id,
        owners: who(keyResult),
        measure: keyResult.measure,
      })),
    }),
  );
  const byId = new Map<string, ObjectiveOutline | KeyResultOutline>();
  for (const objective of objectives) {
    byId.set(objective.id, objective);
    for (const keyResult of objective.keyResults) byId.set(keyResult.id, keyResult);
  }
  const owners = objectives.flatMap((objective) => [...objective.owners, ...objective.keyResults.flatMap((keyResult) => keyResult.owners)]);
  const days = plan.cycles.flatMap((cycle) => [cycle.starts, cycle.ends]).sort();
  return {
    id: plan.id,
    title: plan.title ?? plan.id,
    profile: plan.profile ?? "default",
    starts: days[0] ?? "2026-01-01",
    ends: days.at(-1) ?? "2026-12-31",
    cycles: plan.cycles.map(({ id, title, starts, ends }) => ({ id, title: title ?? id, starts, ends })),
    teams: new Map((plan.teams ?? []).map((team) => [team.id, { title: team.title, parent: team.parent }])),
    objectives,
    kpis: new Map((plan.kpis ?? []).map(({ id, title }) => [id, title])),
    byId,
    links: (plan.links ?? []).map((link) => ({ child: link.child, parent: link.parent, kind: link.kind ?? "contributes" })),
    owners: [...new Set(owners)].sort(),
    tagNames: [...new Set(objectives.flatMap((objective) => Object.keys(objective.tags)))].sort(),
  };
}

/** Whether a node is a key result. */
export function isKeyResult(node: ObjectiveOutline | KeyResultOutline): node is KeyResultOutline {
  return "measure" in node;
}

/** The team and all teams below it. */
export function teamsBelow(outline: Outline, team: string): ReadonlySet<string> {
  const below = new Set([team]);
  // Parents may stand after their children in a document, so it goes round until nothing is added.
  for (let size = 0; size !== below.size; ) {
    size = below.size;
    for (const [id, { parent }] of outline.teams) if (parent !== undefined && below.has(parent)) below.add(id);
  }
  return below;
}
