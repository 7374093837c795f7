// Compiled with `tsc --strict`, and never run: what a careful program may rely on.
import { Plan, OkrError, catalog, profiles } from "okrkit";
import type { Issue, Measure, PlanDocument, ProfileDocument, Scorecard, Status } from "okrkit";
import { start } from "okrkit/slim";

const document: PlanDocument = {
  okrkit: 1,
  id: "acme",
  cycles: [{ id: "q1", starts: "2026-01-01", ends: "2026-03-31" }],
  objectives: [{ id: "grow", title: { en: "Grow", ar: "تنمية" }, cycle: "q1", key_results: [] }],
};

using plan = Plan.parse(document);
const card: Scorecard = plan.evaluate({ asOf: "2026-02-14", known: "2026-02-14T12:00:00Z", profile: "viva" });
const score: number | null | undefined = card.objectives["grow"]?.score;
const status: Status | undefined = card.objectives["grow"]?.status;

const ours: ProfileDocument = { okrkit_profile: 1, id: "ours", extends: "default", missing: "zero" };
plan.evaluate({ asOf: { on: "2026-02-14", known: "2026-02-14T12:00:00Z" }, profile: ours });

const after: Plan = plan
  .checkIn("revenue", { on: "2026-02-14", value: 1, confidence: 0.5 })
  .apply([{ kind: "check_in", key_result: "revenue", check_in: { on: "2026-02-15", done: true } }]);
const { plan: merged, conflicts } = plan.merge(after, plan);
const document2: PlanDocument | undefined = merged?.toJSON();
const text: string | undefined = plan.explain("grow", "progress", { asOf: "2026-02-14", language: "ar" })?.text;

/** What is told of a measure, by its kind. */
function targetOf(measure: Measure): number | null | undefined {
  switch (measure.kind) {
    case "metric":
      return measure.target;
    case "exact":
      return measure.target;
    case "done":
      return null;
    default:
      return undefined;
  }
}

try {
  Plan.parse("{}");
} catch (error) {
  if (error instanceof OkrError) {
    const issues: readonly Issue[] = error.issues;
    issues.map(({ code, path, message, help }) => [code, path, message, help].join(" "));
  }
}

start(new Uint8Array());
profiles.named("google").id satisfies string;
catalog.sales().objectives.length satisfies number;
void [score, status, after, conflicts, document2, text, targetOf];

// @ts-expect-error a `Date` has no day of its own
plan.evaluate({ asOf: new Date() });
// @ts-expect-error no such status
const wrong: Status = "on-track";
// @ts-expect-error results are not changed
card.plan = "other";
// @ts-expect-error a metric needs a target
const measure: Measure = { kind: "metric", start: 0 };
// @ts-expect-error no such figure
plan.explain("grow", "speed", { asOf: "2026-02-14" });
