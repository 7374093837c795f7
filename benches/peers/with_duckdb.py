"""DuckDB: SQL over tables of its own; the tree by a recursive query that carries each part up with what it counts for there."""

import duckdb
import pyarrow as pa

from peer import serve

SCORES = """
    SELECT id, sum(weight * least(1, greatest(0, (reading - start) / (target - start)))) / sum(weight) AS score
    FROM key_results WHERE reading IS NOT NULL GROUP BY id
"""

# An objective's score is Σ over all below it of their own sums, each divided by the weights on the way up. Every objective of the input
# has key results with readings below it or of its own, so each child counts 1.
TREE = """
    WITH RECURSIVE own AS (
        SELECT id, sum(weight) AS weight, sum(weight * least(1, greatest(0, (reading - start) / (target - start)))) AS weighted
        FROM key_results WHERE reading IS NOT NULL GROUP BY id
    ), total AS (
        SELECT o.id, o.parent, coalesce(any_value(own.weight), 0) + count(c.id) AS weight, coalesce(any_value(own.weighted), 0) AS weighted
        FROM objectives o LEFT JOIN own ON own.id = o.id LEFT JOIN objectives c ON c.parent = o.id GROUP BY o.id, o.parent
    ), up AS (
        SELECT id AS node, parent, weighted / weight AS part FROM total WHERE weight > 0
        UNION ALL
        SELECT total.id, total.parent, up.part / total.weight FROM up JOIN total ON total.id = up.parent
    )
    SELECT node AS id, sum(part) AS score FROM up GROUP BY node
"""


def prepare(data):
    session = duckdb.connect()
    rows = pa.table(
        {
            "id": data.objective_id,
            "start": data.start,
            "target": data.target,
            "reading": pa.array(data.reading, from_pandas=True),
            "weight": data.weight,
        }
    )
    tree = pa.table({"id": data.objectives, "parent": pa.array(data.parents, pa.string())})
    session.sql("CREATE TABLE key_results AS SELECT * FROM rows")
    session.sql("CREATE TABLE objectives AS SELECT * FROM tree")

    def run(query):
        return lambda: session.sql(query).to_arrow_table()

    return {"scores": run(SCORES), "tree": run(TREE)}, lambda t: dict(zip(t["id"].to_pylist(), t["score"].to_pylist()))


serve(prepare)
