// Runs conformance cases with any copy of the package: in Node and in a page alike.

/** Runs the cases in the text of a file: how many passed, and what failed with why. */
export function run(okrkit, text) {
  const failures = [];
  let passed = 0;
  let suite;
  try {
    suite = JSON.parse(text);
  } catch (error) {
    return { passed, failures: [["the file", `no JSON: ${error.message}`]] };
  }
  if (typeof suite.suite !== "string" || !Array.isArray(suite.cases) || suite.cases.length === 0) {
    return { passed, failures: [["the file", "no suite with a name and cases"]] };
  }
  suite.cases.forEach((each, at) => {
    let why;
    try {
      why = check(okrkit, each);
    } catch (error) {
      why = `threw ${error}`;
    }
    if (why) failures.push([each.name ?? `case ${at}, counted from 0`, why]);
    else passed += 1;
  });
  return { passed, failures };
}

/** What is wrong with a case, or nothing. */
function check(okrkit, each) {
  if (typeof each.name !== "string") return "the case has no name";
  if (("plan" in each) === ("plan_text" in each)) return "the case has neither or both of `plan` and `plan_text`";
  const expect = Object.entries(each.expect ?? {});
  const absent = each.absent ?? [];
  const wanted = expect.length + absent.length;
  if ("error" in each ? wanted > 0 : wanted === 0) return "the case checks nothing, or an error beside figures";
  const wrong = [...expect.map(([pointer]) => pointer), ...absent].find((pointer) => pointer !== "" && !pointer.startsWith("/"));
  if (wrong !== undefined) return `\`${wrong}\` is no JSON pointer`;

  const issues = [];
  const tried = (act) => {
    try {
      return act();
    } catch (error) {
      if (!(error instanceof okrkit.OkrError)) throw error;
      issues.push(...error.issues);
    }
  };
  const plan = tried(() => okrkit.Plan.parse(each.plan_text ?? JSON.stringify(each.plan)));
  const { profile } = each;
  if (typeof profile === "string") tried(() => okrkit.profiles.named(profile));
  else if (profile !== undefined) tried(() => okrkit.profiles.read(JSON.stringify(profile)));
  else if (plan) tried(() => okrkit.profiles.named(plan.toJSON().profile ?? "default"));

  const found = issues.map(({ code, path, message }) => `${code} at \`${path}\`: ${message}`).join("; ");
  if ("error" in each) {
    return issues.some(({ code }) => code === each.error) ? undefined : `expected the error \`${each.error}\`, found ${found || "none"}`;
  }
  if (issues.length) return `unexpected ${found}`;

  const card = plan.evaluate(profile === undefined ? { asOf: each.as_of } : { asOf: each.as_of, profile });
  const tolerance = each.tolerance ?? 1e-9;
  const differences = [];
  for (const [pointer, value] of expect) {
    const there = at(card, pointer);
    if (there === undefined) differences.push(`${pointer}: expected ${JSON.stringify(value)}, found nothing`);
    else if (!agrees(value, there, tolerance)) differences.push(`${pointer}: expected ${JSON.stringify(value)}, found ${JSON.stringify(there)}`);
  }
  for (const pointer of absent) {
    const there = at(card, pointer);
    if (there !== undefined) differences.push(`${pointer}: expected nothing, found ${JSON.stringify(there)}`);
  }
  return differences.join("; ") || undefined;
}

/** What an RFC 6901 pointer leads to, or `undefined`. */
function at(value, pointer) {
  for (const part of pointer.split("/").slice(1)) {
    const name = part.replaceAll("~1", "/").replaceAll("~0", "~");
    const leads = Array.isArray(value) ? /^(0|[1-9]\d*)$/.test(name) : typeof value === "object" && value !== null;
    if (!leads || !Object.hasOwn(value, name)) return undefined;
    value = value[name];
  }
  return value;
}

const agrees = (expected, found, tolerance) =>
  typeof expected === "number" && typeof found === "number" ? Math.abs(expected - found) <= tolerance : same(expected, found);

function same(expected, found) {
  if (typeof expected !== "object" || expected === null || typeof found !== "object" || found === null) return expected === found;
  if (Array.isArray(expected) !== Array.isArray(found)) return false;
  const names = Object.keys(expected);
  return names.length === Object.keys(found).length && names.every((name) => Object.hasOwn(found, name) && same(expected[name], found[name]));
}
