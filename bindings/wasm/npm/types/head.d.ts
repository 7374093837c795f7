// The types of what is written by hand; those of the verbs are put in by the generator.

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

  // methods
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
