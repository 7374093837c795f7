import assert from "node:assert/strict";
import { test } from "node:test";
import { OkrError, Plan, catalog, profiles } from "../npm/pkg/node.js";
import { asOf, spring } from "./plans.mjs";

const issuesOf = (act) => {
  try {
    act();
  } catch (error) {
    assert.ok(error instanceof OkrError, `${error}`);
    return error.issues;
  }
  assert.fail("nothing was thrown");
};
const near = (found, expected) => assert.ok(Math.abs(found - expected) < 1e-9, `${found}, not ${expected}`);

test("a plan of text and one of an object are the same", () => {
  const [text, object] = [Plan.parse(JSON.stringify(spring())), Plan.parse(spring())];
  assert.deepEqual(text.toJSON(), object.toJSON());
  assert.deepEqual(object.diff(text).changes, []);
  assert.equal(object.toJSON().objectives[0].title.ar, "تنمية إيرادات المبيعات");
});

test("evaluation gives the figures of every node", () => {
  const card = Plan.parse(spring()).evaluate({ asOf });
  near(card.objectives.grow.progress, 0.37);
  assert.equal(card.objectives.grow.grade, 0.4);
  assert.equal(card.objectives.grow.status, "behind");
  assert.equal(card.key_results.deals.reading, 14);
  near(card.key_results.revenue.share, 0.75);
});

test("results are plain objects that nobody can change", () => {
  const card = Plan.parse(spring()).evaluate({ asOf });
  assert.equal(Object.getPrototypeOf(card.key_results.revenue), Object.prototype);
  assert.ok(Object.isFrozen(card) && Object.isFrozen(card.key_results) && Object.isFrozen(card.key_results.revenue));
  assert.throws(() => (card.key_results.revenue.score = 1), TypeError);
  assert.deepEqual(structuredClone(card), card);
});

test("the profile is a name, a document of one's own, or the plan's", () => {
  const plan = Plan.parse({ ...spring(), profile: "viva" });
  assert.equal(plan.evaluate({ asOf }).profile, "viva");
  assert.equal(plan.evaluate({ asOf, profile: "google" }).profile, "google");
  const ours = { okrkit_profile: 1, id: "ours", extends: "viva", missing: "zero" };
  assert.equal(plan.evaluate({ asOf, profile: ours }).profile, "ours");
  assert.equal(profiles.names()[0], "default");
  assert.deepEqual(profiles.named("default").sweet_spot, [0.6, 0.7]);
});

test("everything wrong is told at once, each with code, path, message and help", () => {
  const document = spring();
  document.objectives[0].cycle = "sprng";
  document.objectives[0].key_results[0].measure.target = 0;
  const issues = issuesOf(() => Plan.parse(document));
  assert.deepEqual(
    issues.map(({ code, path }) => [code, path]).sort(),
    [
      ["cycle.unknown", "/objectives/0/cycle"],
      ["measure.start_equals_target", "/objectives/0/key_results/0/measure"],
    ],
  );
  for (const { message, help } of issues) assert.ok(message.length > 0 && help.length > 0);
  assert.ok(Object.isFrozen(issues[0]));
});

test("text that is no JSON says where it breaks", () => {
  const [issue] = issuesOf(() => Plan.parse('{"okrkit": 1,'));
  assert.equal(issue.code, "document.syntax");
  assert.equal(issue.position.line, 1);
});

test("a `Date` is refused, wherever it stands", () => {
  const plan = Plan.parse(spring());
  const day = new Date("2026-02-20");
  assert.deepEqual(issuesOf(() => plan.evaluate({ asOf: day })).map(({ code, path }) => [code, path]), [["date.invalid", "/as_of"]]);
  assert.match(issuesOf(() => plan.evaluate({ asOf: day }))[0].message, /time zone/);
  assert.equal(issuesOf(() => plan.checkIn("revenue", { on: day, value: 1 }))[0].path, "/edits/0/check_in/on");
  const document = spring();
  document.cycles[0].starts = day;
  assert.equal(issuesOf(() => Plan.parse(document))[0].path, "/cycles/0/starts");
});

test("a number that JSON cannot write is refused and does not become unknown", () => {
  const plan = Plan.parse(spring());
  const [issue] = issuesOf(() => plan.checkIn("revenue", { on: "2026-02-19", value: NaN }));
  assert.deepEqual([issue.code, issue.path], ["number.range", "/edits/0/check_in/value"]);
});

test("a check-in makes another plan, and the old one stays as it was", () => {
  const before = Plan.parse(spring());
  const after = before.checkIn("revenue", { on: "2026-02-19", value: 300000 });
  near(before.evaluate({ asOf }).key_results.revenue.progress, 0.4);
  near(after.evaluate({ asOf }).key_results.revenue.progress, 0.6);
  near(after.evaluate({ asOf }).objectives.grow.progress, 0.52);
});

test("work on a plan tells what changed, and leaves the plan it began with", () => {
  const document = spring();
  document.objectives.push({ id: "other", title: "Other", cycle: "spring", key_results: [] });
  const plan = Plan.parse(document);
  const live = plan.live({ asOf });
  const changed = live.checkIn("revenue", { on: "2026-02-19", value: 300000 });
  assert.deepEqual([Object.keys(changed.objectives), Object.keys(changed.key_results), changed.removed], [["grow"], ["revenue"], []]);
  const card = live.plan.evaluate({ asOf });
  assert.deepEqual(changed.objectives.grow, card.objectives.grow);
  assert.deepEqual(changed.key_results.revenue, card.key_results.revenue);
  near(plan.evaluate({ asOf }).key_results.revenue.progress, 0.4);
  assert.equal(issuesOf(() => live.checkIn("nothing", { on: "2026-02-19", value: 1 }))[0].code, "edit.unknown");
  assert.deepEqual(live.apply([{ kind: "remove_key_result", key_result: "deals" }]).removed, ["deals"]);
  live.dispose();
  assert.throws(() => live.checkIn("revenue", { on: "2026-02-19", value: 1 }), /disposed/);
});

test("what is worked on goes to another day, profile and plan, and tells what that changes", () => {
  const plan = Plan.parse(spring());
  const live = plan.live({ asOf });
  const before = plan.evaluate({ asOf });
  const changed = (told, figures) => {
    assert.ok(Object.isFrozen(told.objectives));
    assert.deepEqual(live.scorecard(), figures);
    for (const kind of ["objectives", "key_results"]) for (const [id, node] of Object.entries(told[kind])) assert.deepEqual(node, figures[kind][id]);
    return [...Object.keys(told.objectives), ...Object.keys(told.key_results)];
  };
  assert.deepEqual(live.scorecard(), before);
  // Time went on, so more is expected of everything.
  const day = changed(live.moveTo("2026-03-20"), plan.evaluate({ asOf: "2026-03-20" }));
  assert.deepEqual(day.sort(), [...Object.keys(before.objectives), ...Object.keys(before.key_results)].sort());
  assert.deepEqual(changed(live.moveTo("2026-03-20"), plan.evaluate({ asOf: "2026-03-20" })), []);
  assert.ok(changed(live.judgeBy("google"), plan.evaluate({ asOf: "2026-03-20", profile: "google" })).length > 0);
  const known = { asOf, known: "2026-02-20T12:00:00Z", profile: "google" };
  changed(live.moveTo(asOf, { known: known.known }), plan.evaluate(known));
  // Another plan is judged as the one before, whatever it names itself, and it can be gone back from.
  const other = Plan.parse({ ...spring(), profile: "workfront" }).checkIn("revenue", { on: "2026-02-19", value: 300000 });
  changed(live.show(other), other.evaluate(known));
  changed(live.moveTo(asOf), other.evaluate({ asOf, profile: "google" }));
  changed(live.show(plan), plan.evaluate({ asOf, profile: "google" }));
  assert.equal(issuesOf(() => live.moveTo("soon"))[0].code, "date.invalid");
  assert.ok(issuesOf(() => live.judgeBy("nobody")).length > 0);
  assert.deepEqual(live.scorecard(), plan.evaluate({ asOf, profile: "google" }));
});

test("edits are applied all or none", () => {
  const plan = Plan.parse(spring());
  const good = { kind: "check_in", key_result: "revenue", check_in: { on: "2026-02-19", value: 1 } };
  const bad = { kind: "check_in", key_result: "revenu", check_in: { on: "2026-02-19", value: 1 } };
  const issues = issuesOf(() => plan.apply([good, bad]));
  assert.deepEqual(issues.map(({ code, path }) => [code, path]), [["edit.unknown", "/edits/1"]]);
  assert.deepEqual(plan.toJSON(), Plan.parse(spring()).toJSON());
});

test("what became known later does not count for what was known", () => {
  const document = spring();
  document.objectives[0].key_results[0].check_ins.push({ on: "2026-02-19", value: 500000, recorded: "2026-03-01T00:00:00Z" });
  const plan = Plan.parse(document);
  near(plan.evaluate({ asOf }).key_results.revenue.progress, 1);
  near(plan.evaluate({ asOf, known: "2026-02-20T12:00:00Z" }).key_results.revenue.progress, 0.4);
  near(plan.evaluate({ asOf: { on: asOf, known: "2026-02-20T12:00:00Z" } }).key_results.revenue.progress, 0.4);
});

test("a figure explains itself, in words where a language is named", () => {
  const plan = Plan.parse(spring());
  const why = plan.explain("revenue", "progress", { asOf, language: "en" });
  assert.ok(why.text.startsWith("progress of `revenue` is 0.4\n"), why.text);
  assert.match(plan.explain("grow", "progress", { asOf, language: "ar" }).text, /[\u0600-\u06ff]/);
  assert.equal(plan.explain("grow", "progress", { asOf }).text, undefined);
  assert.equal(plan.explain("nobody", "progress", { asOf }), null);
});

test("profiles are compared, with the field that makes the difference", () => {
  const { differences } = Plan.parse(spring()).compare(["default", "google"], { asOf });
  assert.ok(differences.length > 0);
});

test("two plans that came of one are merged", () => {
  const base = Plan.parse(spring());
  const ours = base.checkIn("revenue", { on: "2026-02-19", value: 300000 });
  const theirs = base.checkIn("deals", { on: "2026-02-19", value: 11 });
  const { plan, conflicts } = base.merge(ours, theirs);
  assert.deepEqual(conflicts, []);
  const card = plan.evaluate({ asOf });
  near(card.key_results.revenue.progress, 0.6);
  near(card.key_results.deals.progress, 0.5);
});

test("what meetings, lint, forecasts and reviews say comes as data", () => {
  const plan = Plan.parse(spring());
  assert.equal(plan.agenda("weekly", { asOf }).kind, "weekly");
  assert.ok(plan.lint({ asOf }).every(({ rule }) => typeof rule === "string"));
  assert.equal(plan.forecast("revenue", { asOf }).key_result, "revenue");
  assert.equal(plan.close("spring", { asOf: "2026-04-12" }).cycle, "spring");
  assert.equal(plan.backtest("run_rate", { asOf: "2026-05-12", cycles: ["no-such"] }).n, 0);
});

test("a number of a policy that is out of its range is told with its place", () => {
  const plan = Plan.parse(spring());
  const issues = issuesOf(() => plan.forecast("revenue", { asOf, policy: { coverage: 80, last_k: 1 } }));
  assert.deepEqual(
    issues.map(({ code, path }) => [code, path]),
    [
      ["number.range", "/policy/coverage"],
      ["number.range", "/policy/last_k"],
    ],
  );
});

test("the catalogue of sales makes a plan", () => {
  assert.equal(catalog.sales().objectives.length, 15);
  const plan = catalog.plan("mine", { id: "q1", starts: "2026-01-01", ends: "2026-03-31" });
  assert.equal(plan.toJSON().objectives.length, 15);
});

test("an argument with a wrong name names the nearest", () => {
  const [issue] = issuesOf(() => Plan.parse(spring()).evaluate({ asOf, profle: "viva" }));
  assert.match(issue.message, /did you mean `profile`/);
});

test("a plan that was disposed of says so, and disposing twice does no harm", () => {
  const plan = Plan.parse(spring());
  plan[Symbol.dispose]();
  plan.dispose();
  assert.throws(() => plan.evaluate({ asOf }), /disposed/);
});

test("what is no plan is refused where a plan is wanted", () => {
  assert.throws(() => Plan.parse(spring()).diff({}), /a plan is wanted/);
  assert.throws(() => new Plan(), /Plan.parse/);
});
