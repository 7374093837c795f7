// The way into WebAssembly: calls, what is kept there, and what happens when it stops.

import * as glue from "../glue/okrkit.js";

/** One refusal for all that is wrong: `issues` has every problem with its code, place, message and help. */
export class OkrError extends Error {
  constructor(issues, options) {
    const [first, ...more] = issues;
    const place = first.path ? ` at ${first.path}` : "";
    super(`${first.message}${place}${more.length ? `, and ${more.length} more` : ""}`, options);
    this.name = "OkrError";
    this.issues = frozen(issues);
  }
}

/** Freezes a value that came of JSON, and all it holds. */
export function frozen(value) {
  if (!Object.isFrozen(value)) {
    for (const key of Object.keys(value)) frozen(value[key]);
    Object.freeze(value);
  }
  return value;
}

/** Hands over the WebAssembly module or its bytes; later calls change nothing. */
export const start = (module) => void glue.initSync({ module });

// Grows when an instance is given up; numbers of an earlier one mean nothing.
let instance = 0;

/** Calls into WebAssembly. If that stops there, a fresh instance takes its place and plans are made again when they are used. */
function cross(name, ...values) {
  try {
    return glue[name](...values);
  } catch (cause) {
    // Traps; what the stack or the memory has no room for comes as a `RangeError`.
    if (!(cause instanceof WebAssembly.RuntimeError || cause instanceof RangeError)) throw cause;
    instance += 1;
    glue.__wbg_reset_state();
    throw new OkrError(
      [
        {
          code: "engine.stopped",
          severity: "error",
          path: "",
          message: "the engine stopped in this call and was started afresh; nothing of the call was done, and plans are as they were",
          help: "report it, with the plan and the call",
        },
      ],
      { cause },
    );
  }
}

function opened(text) {
  const answer = JSON.parse(text);
  if (answer.issues) throw new OkrError(answer.issues);
  return answer;
}

/** A plan in WebAssembly memory, and how it came about: a text, or a call on others. */
export class Kept {
  constructor(number, recipe, make = made) {
    this.recipe = recipe;
    this.make = make;
    this.place = { instance, number, cards: new Map() };
    forgotten.register(this, this.place, this);
  }

  /** The number it is kept under. */
  get number() {
    if (!this.place) throw new TypeError("this was disposed of");
    if (this.place.instance !== instance) {
      this.place.number = this.make(this.recipe);
      this.place.cards.clear();
      this.place.instance = instance;
    }
    return this.place.number;
  }

  dispose() {
    if (this.place) {
      forgotten.unregister(this);
      release(this.place);
      this.place = undefined;
    }
  }
}

function release({ instance: of, number, cards }) {
  if (of === instance) [number, ...cards.values()].forEach((each) => cross("free", each));
}

const forgotten = new FinalizationRegistry(release);

/** Makes a plan anew in a fresh instance. Goes up the line of first plans step by step: it may be long. */
function made(recipe) {
  const steps = [];
  while (recipe.verb) {
    steps.push(recipe);
    recipe = recipe.on[0] ?? {};
  }
  let number = recipe.text === undefined ? undefined : opened(cross("read", recipe.text)).plan;
  for (const { verb, on, text } of steps.reverse()) {
    const numbers = on.map((other, at) => (at === 0 ? number : made(other)));
    number = opened(cross("call", verb, Uint32Array.from(numbers), text)).plan;
    for (const used of numbers) cross("free", used);
  }
  return number;
}

/** Reads a plan. */
export function read(text) {
  return new Kept(opened(cross("read", text)).plan, { text, size: text.length, root: text.length });
}

export const write = (kept) => cross("write", kept.number);

/** Calls a verb on plans; a plan in the answer comes as one that is kept. */
export function call(verb, on, text) {
  const answer = opened(cross("call", verb, Uint32Array.from(on, (kept) => kept.number), text));
  if (answer.plan !== undefined) {
    const recipe = { verb, on: on.map((kept) => kept.recipe), text };
    answer.plan = new Kept(answer.plan, bounded(recipe, () => cross("write", answer.plan)));
  }
  return answer;
}

/** A recipe that is no longer than what it makes. */
function bounded(recipe, write) {
  const root = recipe.on[0]?.root ?? 0;
  recipe.root = root;
  recipe.size = recipe.text.length + recipe.on.reduce((sum, { size }) => sum + size, 0);
  // What led here takes more room than what came of it: keep that instead.
  if (recipe.size > 2 * root + 65536) {
    const text = write();
    return { text, size: text.length, root: text.length };
  }
  return recipe;
}

const N_CARDS = 4;

/** The number of a scorecard of a plan. The last few are kept, so that asking about many nodes evaluates once. */
export function card(kept, text) {
  const plan = kept.number;
  const { cards } = kept.place;
  let number = cards.get(text);
  if (number === undefined) {
    const { scorecards } = opened(cross("call", "evaluate", Uint32Array.of(plan), text));
    number = Object.values(scorecards)[0];
    if (cards.size >= N_CARDS) {
      const [[oldest, its]] = cards;
      cards.delete(oldest);
      cross("free", its);
    }
  } else {
    cards.delete(text);
  }
  cards.set(text, number);
  return number;
}

/** Calls a verb on a scorecard. */
export const callCard = (verb, number, text) => opened(cross("call", verb, Uint32Array.of(number), text));

/** The parts of a whole scorecard: figures, the rest, the ids. */
export const whole = (kept, text) => parts(kept, card(kept, text));

function parts(kept, number) {
  const rest = JSON.parse(cross("rest", number));
  return [cross("figures"), rest, (kept.order ??= JSON.parse(cross("order", number)))];
}

/** Begins to work on a plan, evaluated by the arguments in `text`. */
export function live(kept, text) {
  const number = card(kept, text);
  const begun = new Kept(cross("live", number), kept.recipe, (recipe) => {
    const plan = new Kept(made(recipe), recipe);
    const again = cross("live", card(plan, JSON.stringify(begun.by)));
    plan.dispose();
    return again;
  });
  // By name, since a plan that is shown later may name another.
  begun.by = { profile: cross("own_profile", number), ...JSON.parse(text) };
  return begun;
}

/** Applies a list of edits as text to a plan that is worked on: what they changed. */
export function apply(kept, edits) {
  const { json } = opened(cross("live_apply", kept.number, edits));
  const recipe = { verb: "plan.apply", on: [kept.recipe], text: `{"edits":${edits}}` };
  kept.recipe = bounded(recipe, () => write(now(kept)));
  return json;
}

/** Shows another plan where one is worked on: what is otherwise. */
export function show(kept, plan) {
  const changed = JSON.parse(cross("live_show", kept.number, plan.number));
  kept.recipe = plan.recipe;
  return changed;
}

/** Evaluates what is worked on by other arguments: what is otherwise. */
export function turn(kept, text) {
  const plan = now(kept);
  try {
    const by = { ...kept.by, ...JSON.parse(text) };
    const changed = JSON.parse(cross("live_show", kept.number, card(plan, JSON.stringify(by))));
    kept.by = by;
    return changed;
  } finally {
    plan.dispose();
  }
}

/** The parts of the scorecard of what is worked on. */
export function liveWhole(kept) {
  const number = cross("live_card", kept.number);
  // What is worked on may gain nodes and lose some, so their order is not kept.
  const found = parts({}, number);
  cross("free", number);
  return found;
}

/** The plan that is worked on, as it is now. */
export const now = (kept) => new Kept(cross("live_plan", kept.number), kept.recipe);
