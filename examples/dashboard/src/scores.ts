// The scorecard of one day as the views ask for it: node by node, each asked for once. The scorecard itself stays with the plan in
// WebAssembly, so that a day costs one evaluation and what is on the screen, however large the plan is.

import type { Figure, GroupScore, KeyResultScore, NodeScore, ObjectiveScore, Plan, Scorecard, Subject } from "okrkit";

import type { Language } from "./texts";

/** Figures of a plan as of a day, by a profile. */
export class Scores {
  readonly #plan: Plan;
  readonly #by: { readonly asOf: string; readonly profile: string };
  readonly #objectives = new Map<string, ObjectiveScore | null>();
  readonly #keyResults = new Map<string, KeyResultScore | null>();

  constructor(plan: Plan, asOf: string, profile: string) {
    this.#plan = plan;
    this.#by = { asOf, profile };
  }

  objective(id: string): ObjectiveScore | null {
    const known = this.#objectives.get(id);
    if (known !== undefined) return known;
    const found = this.#plan.objectiveScore(id, this.#by);
    this.#objectives.set(id, found);
    return found;
  }

  keyResult(id: string): KeyResultScore | null {
    const known = this.#keyResults.get(id);
    if (known !== undefined) return known;
    const found = this.#plan.keyResultScore(id, this.#by);
    this.#keyResults.set(id, found);
    return found;
  }

  /** Fetches what is not known yet of some objectives and key results in two crossings at most, however many they are. */
  fetch(objectives: readonly string[], keyResults: readonly string[]): void {
    const [wanted, within] = [objectives.filter((id) => !this.#objectives.has(id)), keyResults.filter((id) => !this.#keyResults.has(id))];
    if (wanted.length > 0) for (const [id, score] of Object.entries(this.#plan.objectiveScores({ ...this.#by, objectives: wanted }))) this.#objectives.set(id, score);
    if (within.length > 0) for (const [id, score] of Object.entries(this.#plan.keyResultScores({ ...this.#by, keyResults: within }))) this.#keyResults.set(id, score);
  }

  /** What objectives and key results have in common. */
  node(id: string): NodeScore | null {
    return this.#keyResults.get(id) ?? this.objective(id) ?? this.keyResult(id);
  }

  groupBy(by: string): Readonly<Record<string, GroupScore>> {
    return this.#plan.groupBy(by, this.#by);
  }

  total(): GroupScore {
    return this.#plan.total(this.#by);
  }

  /** Why a figure is what it is, in words: a line a step, indented by two spaces a level. */
  why(subject: Subject, figure: Figure, language: Language): string {
    return this.#plan.explain(subject, figure, { ...this.#by, language })?.text ?? "";
  }

  whole(): Scorecard {
    return this.#plan.evaluate(this.#by);
  }
}
