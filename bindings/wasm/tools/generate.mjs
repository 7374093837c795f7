// Writes what the package knows of the core from the core's own schemas: the types of documents and answers, the methods, and
// the table by which they are called. `node tools/generate.mjs` writes, with `--check` it says what is not up to date.

import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { comment, declaration, typeOf } from "./types.mjs";

const binding = join(dirname(fileURLToPath(import.meta.url)), "..");
const schema = (name) => JSON.parse(readFileSync(join(binding, "../../crates/okrkit/schema", `${name}-1.json`), "utf8"));
const [plan, profile, verbs] = ["plan", "profile", "verbs"].map(schema);

// These are written by hand in `index.js`, or there is nothing left to ask.
const BY_HAND = new Set(["read", "write", "plan.to_document", "evaluate", "scorecard.to_json", "scorecard.findings", "document.schemas"]);

// These are in head.d.ts.
const BY_HEAD = new Set(["ProfileOrName"]);

// What the name of the function would not tell on a plan, or would tell twice.
const NAMES = {
  "plan_diff.apply": "applyDiff",
  "plan_diff.to_string": "diffToText",
  "scorecard.key_result": "keyResultScore",
  "scorecard.key_results": "keyResultScores",
  "scorecard.node": "nodeScore",
  "scorecard.objective": "objectiveScore",
  "scorecard.objectives": "objectiveScores",
  "visibility.is_visible": "isVisible",
};
const SPACES = { code: "codes", cycle: "cycles", document: "documents", profile: "profiles", template: "catalog", text: "texts", trend: "trends" };

const camel = (name) => name.replaceAll(/[_.](\w)/g, (_, letter) => letter.toUpperCase());

// `Date` is taken.
const nameOf = (reference) => reference.split("/").at(-1).replace(/^Date$/, "Day");

/** A verb as JavaScript has it. */
function methodOf([verb, { about, on, plans = [], arguments: reference, answer }]) {
  const { properties, required } = verbs.$defs[nameOf(reference.$ref)];
  const onPlan = on !== "nothing";
  const [module, last] = verb.includes(".") ? verb.split(".") : ["", verb];
  const plain = module === "plan" || module === "scorecard" ? last : onPlan ? verb : last;
  // By position comes what must be given, but for what every verb takes.
  const positional = required.filter((name) => name !== "as_of" && !(name === "profile" && onPlan));
  const named = Object.keys(properties).filter((name) => !positional.includes(name));
  return {
    verb,
    about,
    answer,
    space: onPlan ? "Plan" : (SPACES[module] ?? module),
    name: NAMES[verb] ?? camel(plain),
    scored: on === "scorecard",
    others: plans.slice(1),
    positional,
    named,
    properties,
    required,
  };
}

const methods = Object.entries(verbs.verbs)
  .filter(([verb]) => !BY_HAND.has(verb))
  .map(methodOf);

function table() {
  const lines = methods.map(({ verb, space, name, answer, scored, others, positional }) =>
    [verb, `${space}.${name}`, scored ? "scored" : answer.plan ? "plan" : "value", others.length, ...positional].join(" "),
  );
  return `// Made by \`cargo xtask wasm generate\`: of each verb its place, what it makes, how many more plans and which arguments by position.
export const VERBS = \`
${lines.join("\n")}
\`.trim().split("\\n");
`;
}

/** The types of documents as they are given; of answers as they come. */
function documents() {
  const known = new Map();
  const add = (name, definition) => known.has(nameOf(name)) || known.set(nameOf(name), declaration(nameOf(name), definition, nameOf));
  add("PlanDocument", plan);
  for (const [name, definition] of Object.entries(plan.$defs)) add(name, definition);
  for (const [name, definition] of Object.entries(profile.$defs)) add(name, definition);
  for (const [name, definition] of Object.entries(verbs.$defs)) name.endsWith("Arguments") || BY_HEAD.has(name) || add(name, definition);
  return [...known.values()].join("\n");
}

function signature(method) {
  const { about, others, positional, named, properties, required, scored, answer } = method;
  const typed = (name) => typeOf({ ...properties[name], description: undefined }, nameOf);
  const parameters = [...others.map((name) => [name, "Plan", ""]), ...positional.map((name) => [camel(name), typed(name), properties[name].description])];
  const dated = scored || named.includes("as_of");
  const judged = scored || (dated && named.includes("profile"));
  const options = named
    .filter((name) => name !== "as_of" && !(name === "profile" && judged))
    .map((name) => `${comment(properties[name].description, "    ")}    ${camel(name)}${required.includes(name) ? "" : "?"}: ${typed(name)};\n`);
  const rest = [judged ? "Scored" : dated ? "Dated" : "", options.length ? `{\n${options.join("")}  }` : ""].filter(Boolean).join(" & ");
  const must = scored || named.some((name) => required.includes(name));
  const about_ = [
    `${about[0].toUpperCase()}${about.slice(1)}.`,
    ...parameters.filter(([, , text]) => text).map(([name, , text]) => `@param ${name} - ${text}`),
  ].join("\n");
  const list = parameters.map(([name, type]) => `${name}: ${type}`);
  if (rest) list.push(`options${must ? "" : "?"}: ${rest}`);
  return { about: about_, list: list.join(", "), gives: resultOf(answer) };
}

function resultOf({ plan: made, text, json }) {
  if (json === undefined) return made ? (made === "always" ? "Plan" : "Plan | null") : "string";
  const type = typeOf(json, nameOf);
  if (made) return `{ readonly plan: ${made === "always" ? "Plan" : "Plan | null"} } & ${type}`;
  if (text) return `(${type.replace(" | null", "")} & { readonly text?: string }) | null`;
  return type;
}

const declared = (method, before, indent) => {
  const { about, list, gives } = signature(method);
  return `${comment(about, indent)}${indent}${before}${method.name}(${list}): ${gives};\n`;
};

function index() {
  const head = readFileSync(join(binding, "npm/types/head.d.ts"), "utf8");
  const onPlan = methods.filter(({ space }) => space === "Plan").map((method) => declared(method, "", "  "));
  const spaces = Map.groupBy ? Map.groupBy(methods, ({ space }) => space) : groupBy(methods);
  spaces.delete("Plan");
  const rest = [...spaces].map(([space, its]) => {
    if (space === "") return its.map((method) => declared(method, "export function ", "")).join("\n");
    const about = `What \`${space}\` has: ${its.map(({ name }) => `\`${name}\``).join(", ")}.`;
    return `${comment(about)}export const ${space}: {\n${its.map((method) => declared(method, "", "  ")).join("")}};\n`;
  });
  const made = "// Made by `cargo xtask wasm generate` of head.d.ts and the schemas of okrkit.\n";
  const written = head.replace(/^\/\/[^\n]*\n/, made).replace("  // methods\n", () => onPlan.join(""));
  return [written, ...rest, documents()].join("\n");
}

function groupBy(all) {
  const found = new Map();
  for (const method of all) found.set(method.space, [...(found.get(method.space) ?? []), method]);
  return found;
}

const files = { "npm/src/verbs.js": table(), "npm/types/index.d.ts": index() };
const check = process.argv.includes("--check");
for (const [file, text] of Object.entries(files)) {
  const path = join(binding, file);
  if (!check) {
    writeFileSync(path, text);
  } else if (readFileSync(path, "utf8") !== text) {
    console.error(`${file} is not up to date: cargo xtask wasm generate`);
    process.exitCode = 1;
  }
}
