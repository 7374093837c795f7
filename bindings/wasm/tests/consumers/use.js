// What a program does with the package, the same in every place it is installed in.
export function use({ Plan, OkrError, profiles }) {
  const plan = Plan.parse({
    okrkit: 1,
    id: "acme",
    cycles: [{ id: "q1", starts: "2026-01-01", ends: "2026-03-31" }],
    objectives: [
      {
        id: "grow",
        title: "Grow",
        cycle: "q1",
        key_results: [{ id: "revenue", title: "Revenue", measure: { kind: "metric", start: 0, target: 500000 } }],
      },
    ],
  });
  const card = plan.checkIn("revenue", { on: "2026-01-31", value: 120000 }).evaluate({ asOf: "2026-02-14" });
  let refused = "nothing";
  try {
    Plan.parse("{}");
  } catch (error) {
    refused = error instanceof OkrError ? error.issues[0].code : `${error}`;
  }
  return `${card.key_results.revenue.progress} ${card.objectives.grow.status} ${profiles.names().length} ${refused}`;
}
