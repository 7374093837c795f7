"""The PySpark example gives what one machine gives. It needs `pyspark[sql]` and Java, and so it is run by a command of its own."""

import importlib.util
import os
import pickle
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet
import pytest

import okrkit

os.environ["PYSPARK_PYTHON"] = sys.executable
from pyspark import cloudpickle
from pyspark.sql import SparkSession

EXAMPLE = Path(__file__).resolve().parents[3] / "examples" / "spark" / "scores.py"
DAY = "2026-02-14"


@pytest.fixture(scope="module")
def example() -> Any:
    """The example, as a module."""
    spec = importlib.util.spec_from_file_location("scores", EXAMPLE)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    # Workers do not have the file: what is in it goes to them by value.
    sys.modules["scores"] = module
    cloudpickle.register_pickle_by_value(module)
    return module


@pytest.fixture(scope="module")
def spark() -> Iterator[SparkSession]:
    """A Spark of two workers on this machine."""
    builder = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").config("spark.sql.shuffle.partitions", "4")
    session = builder.config("spark.driver.bindAddress", "127.0.0.1").config("spark.driver.host", "127.0.0.1").getOrCreate()
    yield session
    session.stop()


def key_results(n: int) -> pa.Table:
    """Rows of shuffled objectives, some without a reading."""
    random = np.random.default_rng(7)
    readings = random.uniform(0, 1, n)
    return pa.table(
        {
            "objective_id": [f"o{number}" for number in random.integers(0, n // 5, n)],
            "start": pa.array(np.zeros(n)),
            "target": pa.array(random.uniform(1, 2, n)),
            "reading": pa.array(readings, mask=readings < 0.05),
            "weight": pa.array(random.uniform(0, 3, n)),
        }
    )


def test_scores_of_a_cluster_are_those_of_one_machine(spark: SparkSession, example: Any, tmp_path: Path) -> None:
    table = key_results(20_000)
    pyarrow.parquet.write_table(table, tmp_path / "key_results.parquet")
    frame = spark.read.parquet(str(tmp_path / "key_results.parquet")).repartition(5)
    found = {row["objective_id"]: (row["score"], row["n"]) for row in example.scores(frame, DAY).collect()}
    alone = okrkit.partial_scores(table, DAY).to_pyarrow().to_pylist()
    assert len(found) == len(alone) > 3_000
    for row in alone:
        score, n = found[row["objective_id"]]
        assert n == row["n"]
        assert score == (None if row["score"] is None else pytest.approx(row["score"], abs=1e-12))


def test_a_frame_as_it_is_is_a_table(spark: SparkSession) -> None:
    rows = [("grow", 0.0, 500_000.0, 240_000.0, 2.0), ("grow", 6.0, 4.0, 5.4, 1.0), ("keep", 6.0, 4.0, None, 1.0)]
    frame = spark.createDataFrame(rows, "objective_id string, start double, target double, reading double, weight double")
    # (2 × 0.48 + 0.3)/3 = 0.42.
    wanted = {"grow": pytest.approx(0.42, abs=1e-12), "keep": None}
    for table in (frame, frame.toArrow()):
        scored = okrkit.score_table(table, DAY).to_pyarrow()
        assert dict(zip(scored["objective_id"].to_pylist(), scored["score"].to_pylist(), strict=True)) == wanted


def test_whole_plans_are_scored_in_buckets(spark: SparkSession, example: Any, sales: okrkit.Plan) -> None:
    plans = [(f"organisation {number}", sales.to_json()) for number in range(20)]
    frame = spark.createDataFrame(plans, "organisation string, plan string")
    rows = example.scorecards(frame, DAY, n_buckets=4).collect()
    card = sales.evaluate(DAY)
    assert len(rows) == 20 * 16
    for row in rows:
        score = card.objective(row["objective"])
        assert score is not None
        assert (row["score"], row["status"]) == (score.score, score.status.value)


def test_a_bad_row_on_a_worker_says_what_is_wrong(spark: SparkSession, example: Any) -> None:
    frame = spark.createDataFrame(
        [("o", 0.0, 1.0, 0.5, -1.0)], "objective_id string, start double, target double, reading double, weight double"
    )
    with pytest.raises(Exception, match=r"weight\.negative"):
        example.scores(frame, DAY).collect()


def test_plans_and_values_go_to_workers(spark: SparkSession, sales: okrkit.Plan) -> None:
    check_in = okrkit.CheckIn("2026-02-14", value=1)
    assert pickle.loads(cloudpickle.dumps((sales, check_in))) == (sales, check_in)
    scores = spark.sparkContext.parallelize(["2026-01-31", "2026-02-14"], 2).map(lambda day: sales.evaluate(day)["revenue"]).collect()
    assert scores == [sales.evaluate(day)["revenue"] for day in ("2026-01-31", "2026-02-14")]
