# ---
# jupyter:
#   jupytext:
#     formats: py:percent
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # A quarter of a sales department
#
# A plan is a JSON document: objectives, key results, and what was checked in. This notebook reads one, asks how the quarter stands on a
# day, why a number is what it is, what other products would say, and where it is going.

# %%
import matplotlib.pyplot as plt
import okrkit
import pandas as pd
import polars as pl
from okrkit import plot

plan = okrkit.Plan.read("../data/sales-2026-q1.json")
plan

# %% [markdown]
# ## How do we stand?
#
# No clock is read: the day is an argument. The mark in each bar is where the progress was to be by then.

# %%
card = plan.evaluate(as_of="2026-02-15")
card

# %% [markdown]
# One figure, typed:

# %%
card["revenue"].reading, card["revenue"].score, card["revenue"].status

# %% [markdown]
# All of them in a DataFrame. Everything computed is between 0 and 1; `reading` and `target` are on the measure's own scale.

# %%
frame = card.to_pandas()
frame[frame["node"] == "key_result"][["objective", "title", "reading", "target", "score", "expected", "status"]].head(8)

# %% [markdown]
# In polars: the mean score of each team's key results, and who is furthest behind.

# %%
card.to_polars().filter(pl.col("node") == "key_result").group_by("team").agg(
    pl.col("score").mean(), pl.col("gap").max().alias("widest gap"), pl.len().alias("n")
).sort("score")

# %% [markdown]
# ## Why is this number what it is?

# %%
print(card.explain("deals", "progress"))

# %%
card.explain("grow-revenue")

# %% [markdown]
# ## What would other products say?
#
# Products disagree: about clamps, about missing data, about what "behind" means. Five of them side by side, with the rule that makes
# each difference.

# %%
comparison = plan.compare(["default", "google", "viva", "perdoo", "workfront"], as_of="2026-02-15")
pd.DataFrame({name: {node: score.status.value for node, score in each.objectives.items()} for name, each in comparison.scorecards.items()})

# %%
comparison.differences[0]

# %% [markdown]
# ## Where is it going?

# %%
ahead = plan.forecast("revenue", as_of="2026-02-15")
pd.DataFrame(
    [(p.method.value, p.reading.value, p.progress.value, p.reached_on) for p in ahead.projections],
    columns=["method", "reading", "progress", "reached on"],
)

# %% [markdown]
# What the others must still reach for the objective to score 0.7:

# %%
required = plan.required("grow-revenue", 0.7, as_of="2026-02-15")
required.alike.asks if required.alike.asks is not None else required.alike.why

# %% [markdown]
# ## A picture each

# %%
fig, ax = plt.subplots(figsize=(9, 6), layout="constrained")
plot.progress(card, ax=ax);

# %%
plot.status_by_team(card);

# %%
fig, (left, right) = plt.subplots(1, 2, figsize=(12, 4), layout="constrained")
plot.burn_up(plan, "revenue", "2026-02-15", ax=left)
plot.forecast(plan, "revenue", "2026-02-15", language="ar", ax=right);

# %%
plot.alignment(card, language="ar");

# %% [markdown]
# ## Check-ins from a table
#
# One call takes a whole DataFrame, all rows or none, and tells every bad row by its number.

# %%
rows = pd.DataFrame({"key_result": ["revenue", "deals", "deals"], "on": ["2026-02-20"] * 3, "value": [41_500.0, 5.0, float("nan")]})
rows["note"] = ["two renewals", None, "no news"]
later = plan.check_in_all(rows)
print(plan.diff(later))

# %%
try:
    plan.check_in_all(rows.assign(on=["2026-02-20", "2026-02-30", "2026-02-20"], key_result=["revenue", "deals", "no-such"]))
except okrkit.OkrError as error:
    print(error)

# %% [markdown]
# ## A million key results
#
# Where key results are rows of a warehouse and not plans, `score_table` takes them as they are: pandas, polars, pyarrow, DuckDB.

# %%
table = pl.DataFrame(
    {
        "objective_id": ["grow", "grow", "keep"],
        "region": ["gulf", "gulf", "levant"],
        "start": [0.0, 0.0, 6.0],
        "target": [50.0, 50.0, 4.0],
        "reading": [21.0, 40.0, 5.0],
    }
)
scored = okrkit.score_table(table, as_of="2026-02-15", group_by="region")
scored.to_polars().select("objective_id", "n_key_results", "progress", "score", "grade", "band")
