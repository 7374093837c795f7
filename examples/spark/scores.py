"""Scores of key results that are spread over a cluster, with PySpark.

Before you take a cluster: one machine streams a dataset that is larger than its memory, batch by batch.

    reader = pyarrow.dataset.dataset("key_results/").scanner().to_reader()
    okrkit.score_table(reader, "2026-02-14").to_polars()

Past that, each worker computes sums that can be added (`partials`), and Spark adds them (`scores`). Plans with links are scored whole,
many to a task (`scorecards`); a group for each objective or plan would spend its time in starting groups.

    spark-submit scores.py key_results.parquet scores.parquet 2026-02-14

Driver and workers need the wheel of okrkit (one file for every Python from 3.11 on), `pyspark[sql]` and Java 17.
"""

import sys
from collections.abc import Iterator
from itertools import chain

import okrkit
import pyarrow as pa
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as F

SUMS = "objective_id string, weight double, weighted double, n long, score double"
FIGURES = "organisation string, objective string, score double, status string"


def partials(as_of: str, profile: str):
    """What a worker does with the batches of its partition: one compiled call over all of them."""

    def of_partition(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        first = next(batches, None)
        if first is None:
            return
        reader = pa.RecordBatchReader.from_batches(first.schema, chain([first], batches))
        yield from okrkit.partial_scores(reader, as_of, profile, n_threads=1).to_pyarrow().cast(SCHEMA).to_batches()

    return of_partition


SCHEMA = pa.schema(
    [("objective_id", pa.string()), ("weight", pa.float64()), ("weighted", pa.float64()), ("n", pa.int64()), ("score", pa.float64())]
)


def scores(key_results: DataFrame, as_of: str, profile: str = "default") -> DataFrame:
    """The score of every objective, and of how many key results it is made."""
    return (
        key_results.mapInArrow(partials(as_of, profile), SUMS)
        .groupBy("objective_id")
        .agg(F.try_divide(F.sum("weighted"), F.sum("weight")).alias("score"), F.sum("n").alias("n"))
    )


def scorecards(plans: DataFrame, as_of: str, profile: str = "default", n_buckets: int = 64) -> DataFrame:
    """The score and status of every objective of many plans: columns `organisation` and `plan`, the text of the plan.

    Organisations are put into buckets by a hash, so that a task has many plans and starts once.
    """

    def of_bucket(table: pa.Table) -> pa.Table:
        rows = []
        for row in table.to_pylist():
            card = okrkit.Plan.read(row["plan"]).evaluate(as_of, profile)
            rows += [(row["organisation"], name, score.score, score.status.value) for name, score in card.objectives.items()]
        names = ["organisation", "objective", "score", "status"]
        types = [pa.string(), pa.string(), pa.float64(), pa.string()]
        columns = [pa.array(column, kind) for column, kind in zip(zip(*rows, strict=True), types, strict=True)]
        return pa.table(columns, names=names)

    bucket = F.pmod(F.hash("organisation"), F.lit(n_buckets))
    return plans.groupBy(bucket).applyInArrow(of_bucket, FIGURES)


def main(source: str, target: str, as_of: str) -> None:
    """Reads Parquet, writes Parquet."""
    spark = SparkSession.builder.appName("okrkit").getOrCreate()
    scores(spark.read.parquet(source), as_of).write.mode("overwrite").parquet(target)


if __name__ == "__main__":
    main(*sys.argv[1:])
