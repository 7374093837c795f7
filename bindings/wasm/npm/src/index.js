// What a program sees: plans, scorecards and the verbs. The table of verbs is generated from the core's.

import { Kept, OkrError, apply, call, card, callCard, frozen, live, liveWhole, now, read, show, turn, whole, write } from "./engine.js";
import { scorecard } from "./scorecard.js";
import { VERBS } from "./verbs.js";

export { OkrError };

const DATE = "a `Date` is a moment, and the day it falls on depends on the time zone";

/** A value as JSON. What JSON would change without a word, such as a `Date` or `NaN`, is refused. */
function json(value) {
  const text = JSON.stringify(value);
  const issues = [];
  look(value, "", issues);
  if (issues.length) throw new OkrError(issues);
  return text;
}

function look(value, path, issues) {
  const say = (code, message, help) => issues.push({ code, severity: "error", path, message, help });
  if (typeof value === "number" && !Number.isFinite(value)) {
    say("number.range", `\`${value}\` is no number of JSON`, "leave the field out, or put `null` where it may be unknown");
  } else if (value instanceof Date) {
    say("date.invalid", DATE, "give the day as text, such as `2026-02-14`");
  } else if (typeof value === "object" && value !== null && !value.toJSON) {
    for (const key of Object.keys(value)) look(value[key], `${path}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`, issues);
  }
}

const snake = (name) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Arguments of a verb as JSON: some by position, the others by name. */
function argumentsOf(names, values, options = {}) {
  const given = {};
  names.forEach((name, at) => (given[name] = values[at]));
  for (const [name, value] of Object.entries(options)) given[snake(name)] = value;
  if (given.known !== undefined) given.as_of = { on: given.as_of, known: given.known };
  delete given.known;
  return json(given);
}

const inside = Symbol("okrkit");
const keptOf = (plan) => {
  if (!(plan instanceof Plan)) throw new TypeError("a plan is wanted here: `Plan.parse` makes one");
  return plan[inside];
};

export class Plan {
  constructor(kept) {
    if (!(kept instanceof Kept)) throw new TypeError("`Plan.parse` makes a plan");
    Object.defineProperty(this, inside, { value: kept });
    Object.freeze(this);
  }

  static parse(document) {
    return new Plan(read(typeof document === "string" ? document : json(document)));
  }

  evaluate(options) {
    return scorecard(...whole(keptOf(this), argumentsOf([], [], options)));
  }

  checkIn(keyResult, checkIn) {
    return this.apply([{ kind: "check_in", key_result: keyResult, check_in: checkIn }]);
  }

  live(options) {
    return new Live(live(keptOf(this), argumentsOf([], [], options)));
  }

  toJSON() {
    return JSON.parse(write(keptOf(this)));
  }

  toString() {
    return write(keptOf(this));
  }

  dispose() {
    keptOf(this).dispose();
  }
}

export class Live {
  constructor(kept) {
    if (!(kept instanceof Kept)) throw new TypeError("`plan.live` makes one");
    Object.defineProperty(this, inside, { value: kept });
    Object.freeze(this);
  }

  get plan() {
    return new Plan(now(this[inside]));
  }

  apply(edits) {
    return frozen(apply(this[inside], json(edits)));
  }

  checkIn(keyResult, checkIn) {
    return this.apply([{ kind: "check_in", key_result: keyResult, check_in: checkIn }]);
  }

  show(plan) {
    return frozen(show(this[inside], keptOf(plan)));
  }

  moveTo(asOf, options) {
    return frozen(turn(this[inside], argumentsOf([], [], { asOf, ...options })));
  }

  judgeBy(profile) {
    return frozen(turn(this[inside], argumentsOf([], [], { profile })));
  }

  scorecard() {
    return scorecard(...liveWhole(this[inside]));
  }

  dispose() {
    this[inside].dispose();
  }
}

const dispose = Symbol.dispose ?? Symbol.for("Symbol.dispose");
Plan.prototype[dispose] = Plan.prototype.dispose;
Live.prototype[dispose] = Live.prototype.dispose;

/** What came of a call, as a program sees it. */
function told({ plan, json, text }, makes) {
  const made = makes === "plan";
  if (plan !== undefined) plan = new Plan(plan);
  if (json === undefined) return made ? plan : text;
  if (made) return Object.freeze({ plan: plan ?? null, ...frozen(json) });
  return frozen(text === undefined || json === null ? json : { ...json, text });
}

const spaces = { "": {} };
for (const line of VERBS) {
  const [verb, place, makes, nOthers, ...names] = line.split(" ");
  const [space, name] = place.split(".");
  const options = (values) => argumentsOf(names, values, values[names.length]);
  if (space === "Plan") {
    const scored = makes === "scored";
    Plan.prototype[name] = function (...values) {
      const others = values.splice(0, +nOthers);
      if (!scored) return told(call(verb, [this, ...others].map(keptOf), options(values)), makes);
      const { asOf, known, profile, ...rest } = values[names.length] ?? {};
      const number = card(keptOf(this), argumentsOf([], [], { asOf, known, profile }));
      return told(callCard(verb, number, argumentsOf(names, values, rest)), makes);
    };
  } else {
    (spaces[space] ??= {})[name] = (...values) => told(call(verb, [], options(values)), makes);
  }
}
Object.values(spaces).forEach(Object.freeze);

export const { catalog, codes, cycles, documents, lint, profiles, texts, trends } = spaces;
export const { backtestHistory, elapsed, propose } = spaces[""];
