// Plans for the tests, small enough to work out by hand.

/** One objective of two key results: 0.4 with weight 3, 0.28 with weight 1, so 0.37. 50 of 100 days have gone on 2026-02-20. */
export const spring = () => ({
  okrkit: 1,
  id: "acme",
  cycles: [{ id: "spring", starts: "2026-01-01", ends: "2026-04-11" }],
  objectives: [
    {
      id: "grow",
      title: { en: "Grow sales revenue", ar: "تنمية إيرادات المبيعات" },
      cycle: "spring",
      key_results: [
        {
          id: "revenue",
          title: "Reach 500,000 USD in sales",
          weight: 3,
          measure: { kind: "metric", start: 0, target: 500000 },
          check_ins: [{ on: "2026-02-18", value: 200000, by: "amal" }],
        },
        {
          id: "deals",
          title: "Close 50 new deals",
          measure: { kind: "metric", start: 0, target: 50, reading: "sum" },
          check_ins: [
            { on: "2026-01-31", value: 8 },
            { on: "2026-02-18", value: 6 },
          ],
        },
      ],
    },
  ],
});

export const asOf = "2026-02-20";
