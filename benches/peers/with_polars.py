"""Polars: one lazy expression; the tree level by level, from the leaves up."""

import polars as pl

from peer import serve


def prepare(data):
    rows = pl.DataFrame(
        {
            "id": pl.Series(data.objective_id),
            "start": data.start,
            "target": data.target,
            "reading": pl.Series(data.reading).fill_nan(None),
            "weight": data.weight,
        }
    )
    objectives = pl.DataFrame({"id": pl.Series(data.objectives), "parent": pl.Series(data.parents, dtype=pl.String)})
    progress = ((pl.col("reading") - pl.col("start")) / (pl.col("target") - pl.col("start"))).clip(0, 1)
    weight, weighted = pl.col("weight"), pl.col("weight") * progress
    has_reading = pl.col("reading").is_not_null()

    def sums():
        return rows.lazy().filter(has_reading).group_by("id").agg(weight=weight.sum(), weighted=weighted.sum())

    def scores():
        return sums().select("id", score=pl.col("weighted") / pl.col("weight")).collect()

    def tree():
        levels = [objectives.filter(pl.col("parent").is_null())]
        while levels[-1].height:
            levels.append(objectives.join(levels[-1].select(parent="id"), on="parent", how="semi"))
        own, below, done = sums().collect(), None, []
        for level in reversed(levels[:-1]):
            level = level.join(own, on="id", how="left")
            if below is not None:
                level = level.join(below, on="id", how="left").with_columns(
                    weight=pl.col("weight").fill_null(0) + pl.col("n").fill_null(0),
                    weighted=pl.col("weighted").fill_null(0) + pl.col("sum").fill_null(0),
                )
            level = level.filter(pl.col("weight") > 0).select("id", "parent", score=pl.col("weighted") / pl.col("weight"))
            done.append(level.select("id", "score"))
            below = level.group_by("parent").agg(n=pl.len(), sum=pl.col("score").sum()).rename({"parent": "id"})
        return pl.concat(done)

    return {"scores": scores, "tree": tree}, lambda frame: dict(frame.iter_rows())


serve(prepare)
