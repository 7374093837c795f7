"""pandas: ids made codes once a run, then sums by code; faster than `groupby` by a good half. The tree level by level."""

import numpy as np
import pandas as pd

from peer import serve


def prepare(data):
    rows = pd.DataFrame(
        {"id": data.objective_id, "start": data.start, "target": data.target, "reading": data.reading, "weight": data.weight}
    )
    objectives = pd.DataFrame({"id": data.objectives, "parent": data.parents})

    def sums(frame, codes, n):
        progress = ((frame["reading"] - frame["start"]) / (frame["target"] - frame["start"])).clip(0, 1)
        weight = frame["weight"].to_numpy()
        weight, weighted = np.where(progress.isna(), 0.0, weight), (weight * progress).fillna(0.0).to_numpy()
        return np.bincount(codes, weight, n), np.bincount(codes, weighted, n)

    def scores():
        codes, ids = pd.factorize(rows["id"])
        weight, weighted = sums(rows, codes, len(ids))
        with np.errstate(invalid="ignore"):
            return pd.Series(weighted / weight, index=ids)

    def tree():
        index = pd.Index(objectives["id"])
        weight, weighted = sums(rows, index.get_indexer(rows["id"]), len(index))
        parent = index.get_indexer(objectives["parent"])
        depth = np.zeros(len(index), dtype=int)
        above = parent.copy()
        while (above >= 0).any():
            depth += above >= 0
            above = np.where(above >= 0, parent[above], -1)
        for level in range(depth.max(), 0, -1):
            here = np.flatnonzero((depth == level) & (weight > 0))
            np.add.at(weighted, parent[here], weighted[here] / weight[here])
            np.add.at(weight, parent[here], 1.0)
        with np.errstate(invalid="ignore"):
            return pd.Series(weighted / weight, index=index)

    return {"scores": scores, "tree": tree}, lambda series: series.to_dict()


serve(prepare)
