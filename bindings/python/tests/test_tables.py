"""Tables in and out, of every library."""

import datetime as dt
import gc
import threading
from decimal import Decimal
from pathlib import Path
from typing import Any

import datafusion
import duckdb
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pyarrow.dataset
import pyarrow.parquet
import pytest

import okrkit

DAY = "2026-02-14"
FIGURES = ["score", "progress", "expected", "gap", "ratio", "grade", "band", "confidence", "starts", "ends", "days_since_check_in"]

#: grow: (2 × 0.48 + 1 × 0.3) / 3 = 0.42, its third row has no figure; keep: 0.5.
ROWS: dict[str, list[Any]] = {
    "objective_id": ["grow", "keep", "grow", "grow"],
    "region": ["gulf", "levant", "gulf", "gulf"],
    "start": [0.0, 6.0, 6.0, 0.0],
    "target": [500_000.0, 4.0, 4.0, 50.0],
    "reading": [240_000.0, 5.0, 5.4, None],
    "weight": [2.0, 1.0, 1.0, 1.0],
}
SCORES = {"grow": pytest.approx(0.42, abs=1e-12), "keep": 0.5}


def from_duckdb() -> Any:
    rows = pa.table(ROWS)
    assert rows.num_rows == 4
    return duckdb.sql("select * from rows")


def from_datafusion() -> Any:
    context = datafusion.SessionContext()
    context.from_pydict(ROWS, name="rows")
    # In this order.
    return context.sql("select * from rows order by case objective_id when 'keep' then 1 when 'grow' then 0 end, weight desc, start")


TABLES = {
    "pyarrow": lambda: pa.table(ROWS),
    "pyarrow batches": lambda: pa.Table.from_batches(pa.table(ROWS).to_batches(max_chunksize=1)),
    "pyarrow batch": lambda: pa.RecordBatch.from_pydict(ROWS),
    "pyarrow reader": lambda: pa.table(ROWS).to_reader(max_chunksize=2),
    "pyarrow slice": lambda: pa.concat_tables([pa.table(ROWS), pa.table(ROWS)]).slice(4),
    "pyarrow large text": lambda: pa.table(ROWS).cast(
        pa.schema([(n, pa.large_string() if n in {"objective_id", "region"} else pa.float64()) for n in ROWS])
    ),
    "pyarrow dictionary": lambda: pa.table({**ROWS, "objective_id": pa.array(ROWS["objective_id"]).dictionary_encode()}),
    "pyarrow decimals": lambda: pa.table({**ROWS, "target": [Decimal(str(int(t))) for t in ROWS["target"]]}),
    "pyarrow integers": lambda: pa.table(
        {**ROWS, "start": pa.array([0, 6, 6, 0], pa.int16()), "weight": pa.array([2, 1, 1, 1], pa.uint8())}
    ),
    "polars": lambda: pl.DataFrame(ROWS),
    "polars categorical": lambda: pl.DataFrame(ROWS).with_columns(pl.col("objective_id", "region").cast(pl.Categorical)),
    "pandas": lambda: pd.DataFrame(ROWS).convert_dtypes(),
    "pandas category": lambda: pd.DataFrame(ROWS).convert_dtypes().astype({"objective_id": "category", "region": "category"}),
    "pandas arrow": lambda: pd.DataFrame(ROWS).convert_dtypes(dtype_backend="pyarrow"),
    "duckdb": from_duckdb,
    "datafusion": from_datafusion,
}


@pytest.mark.parametrize("make", TABLES.values(), ids=TABLES.keys())
def test_a_table_of_any_library_is_scored_alike(make: Any) -> None:
    scored = okrkit.score_table(make(), DAY, group_by="region")
    table = scored.to_pyarrow()
    assert dict(zip(table["objective_id"].to_pylist(), table["score"].to_pylist(), strict=True)) == SCORES
    regions = scored.groups["region"].to_pyarrow().to_pydict()
    assert regions["region"] == ["gulf", "levant"]
    assert regions["n"] == [1, 1]


def test_a_scored_table_goes_into_every_library() -> None:
    scored = okrkit.score_table(pa.table(ROWS), DAY)
    assert len(scored) == 2
    assert scored.to_polars()["objective_id"].to_list() == ["grow", "keep"]
    assert scored.to_pandas()["score"].tolist() == [SCORES["grow"], 0.5]
    assert pl.DataFrame(scored).height == 2
    frame = scored.to_pyarrow()
    assert frame.num_rows == 2
    relation = duckdb.sql("select max(score) from scored")
    assert relation is not None
    assert relation.fetchall() == [(0.5,)]


def test_a_table_gives_the_figures_that_a_plan_gives(sales: okrkit.Plan) -> None:
    card = sales.evaluate("2026-02-15")
    rows = [row for row in card.to_pyarrow().to_pylist() if row["node"] == "key_result"]
    weights = {key_result.id: 1.0 if key_result.weight is None else key_result.weight for key_result in sales.key_results}
    plain = {objective.id for objective in sales.objectives if all(kr.share is None for kr in objective.key_results)}
    table = pa.table(
        {
            "objective_id": [row["objective"] for row in rows],
            "progress": pa.array([row["progress"] for row in rows], pa.float64()),
            "start": [0.0] * len(rows),
            "target": [1.0] * len(rows),
            "weight": [weights[row["id"]] for row in rows],
            "starts": [row["starts"] for row in rows],
            "ends": [row["ends"] for row in rows],
        }
    )
    scored = okrkit.score_table(table, "2026-02-15").to_pyarrow().to_pylist()
    checked = 0
    for row in scored:
        if row["objective_id"] in plain:
            # Sums of other groupings differ in the last bit.
            assert row["score"] == pytest.approx(card[row["objective_id"]].score, abs=1e-15)
            checked += 1
    assert checked > 10


def test_rows_are_scored_one_by_one_in_their_order() -> None:
    scores = okrkit.score_rows(pa.table(ROWS), DAY).to_pyarrow()["score"].to_pylist()
    assert scores == [0.48, 0.5, pytest.approx(0.3), None]


def test_partial_scores_of_parts_add_up_to_those_of_the_whole() -> None:
    whole = pa.table(ROWS)
    parts = [okrkit.partial_scores(whole.slice(at, 1), DAY).to_pyarrow() for at in range(4)]
    merged = okrkit.merge_partial_scores(pa.concat_tables(parts)).to_pyarrow().to_pydict()
    assert dict(zip(merged["objective_id"], merged["score"], strict=True)) == SCORES
    assert dict(zip(merged["objective_id"], merged["n"], strict=True)) == {"grow": 2, "keep": 1}


def test_every_bad_row_is_told_by_its_number() -> None:
    bad = {**ROWS, "objective_id": ["grow", None, "grow", "grow"], "weight": [2.0, 1.0, -1.0, 1.0]}
    with pytest.raises(okrkit.OkrError) as caught:
        okrkit.score_table(pa.Table.from_batches(pa.table(bad).to_batches(max_chunksize=1)), DAY)
    assert {(issue.code, issue.path) for issue in caught.value.issues} >= {("weight.negative", "/rows/2/weight")}
    assert any(issue.path == "/rows/1/objective_id" for issue in caught.value.issues)


@pytest.mark.parametrize("wrong", [[1, 2], {"objective_id": ["grow"]}, None, "table", pl.LazyFrame(ROWS)], ids=lambda w: type(w).__name__)
def test_what_is_no_table_is_a_type_error(wrong: Any) -> None:
    with pytest.raises(TypeError, match="Arrow|collect"):
        okrkit.score_table(wrong, DAY)


def test_a_table_without_its_key_and_one_without_rows() -> None:
    with pytest.raises(okrkit.OkrError) as caught:
        okrkit.score_table(pa.table({"target": [1.0]}), DAY)
    assert [issue.path for issue in caught.value.issues] == ["/objective_id", "/reading"]
    assert len(okrkit.score_table(pa.table(ROWS).slice(0, 0), DAY)) == 0


def test_progress_is_told_batch_by_batch() -> None:
    done: list[int] = []
    okrkit.score_table(pa.table(ROWS).to_reader(max_chunksize=3), DAY, progress=done.append)
    assert done == [3, 1]

    def stop(_: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        okrkit.score_table(pa.table(ROWS), DAY, progress=stop)


def test_progress_of_a_plan_in_tables_is_told_batch_by_batch(sales: okrkit.Plan) -> None:
    tables = sales.to_tables()
    done: list[int] = []
    assert okrkit.Plan.from_tables(tables, progress=done.append) == sales
    assert sum(done) == sum(map(len, tables.values()))

    def stop(_: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        okrkit.Plan.from_tables(tables, progress=stop)


def test_a_stream_that_fails_half_way_is_an_error() -> None:
    def batches() -> Any:
        yield pa.RecordBatch.from_pydict(ROWS)
        raise RuntimeError("the disk is gone")

    reader = pa.RecordBatchReader.from_batches(pa.RecordBatch.from_pydict(ROWS).schema, batches())
    with pytest.raises(TypeError, match="the disk is gone"):
        okrkit.score_table(reader, DAY)


def test_a_dataset_is_streamed(tmp_path: Path) -> None:
    for part in range(3):
        pyarrow.parquet.write_table(pa.table(ROWS), tmp_path / f"{part}.parquet")
    reader = pyarrow.dataset.dataset(tmp_path).scanner().to_reader()
    table = okrkit.score_table(reader, DAY).to_pyarrow()
    assert dict(zip(table["objective_id"].to_pylist(), table["n_key_results"].to_pylist(), strict=True)) == {"grow": 9, "keep": 3}


def test_other_threads_go_on_meanwhile_and_many_may_score_at_once() -> None:
    n = 200_000
    keys = pa.array(np.arange(n) % 5_000).cast(pa.string())
    table = pa.table(
        {"objective_id": keys, "start": pa.array(np.zeros(n)), "target": pa.array(np.ones(n)), "reading": pa.array(np.full(n, 0.5))}
    )
    found: list[Any] = []

    def work() -> None:
        found.append(okrkit.score_table(table, DAY).to_pyarrow()["score"].to_pylist())

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 4
    assert all(scores == [0.5] * 5_000 for scores in found)


def test_a_table_outlives_what_it_was_made_of() -> None:
    scored = okrkit.score_table(pa.table(ROWS), DAY)
    frame = scored.to_pyarrow()
    del scored
    gc.collect()
    assert frame["objective_id"].to_pylist() == ["grow", "keep"]


def test_a_plan_in_tables_is_the_same_plan(sales: okrkit.Plan) -> None:
    tables = sales.to_tables()
    assert set(tables) == {"plan", "cycles", "teams", "objectives", "key_results", "check_ins", "links"}
    assert okrkit.Plan.from_tables(tables) == sales
    assert okrkit.Plan.from_tables({name: table.to_pyarrow() for name, table in tables.items()}) == sales
    assert okrkit.Plan.from_tables({name: table.to_polars() for name, table in tables.items()}) == sales


def test_what_is_wrong_with_a_plan_in_tables_is_told_with_its_place(sales: okrkit.Plan) -> None:
    tables: dict[str, Any] = {name: table.to_polars() for name, table in sales.to_tables().items()}
    tables["check_ins"] = tables["check_ins"].drop("document").with_columns(pl.lit("2026-02-30").alias("on"))
    with pytest.raises(okrkit.OkrError) as caught:
        okrkit.Plan.from_tables(tables)
    assert caught.value.codes[0] == "date.invalid"
    assert caught.value.issues[0].path == "/check_ins/rows/0/on"
    tables["check_ins"] = sales.to_tables()["check_ins"].to_polars().with_columns(pl.lit("no-such").alias("key_result_id"))
    with pytest.raises(okrkit.OkrError) as caught:
        okrkit.Plan.from_tables(tables)
    assert (caught.value.codes[0], caught.value.issues[0].path) == ("link.unknown", "/check_ins/rows/0/key_result_id")
    with pytest.raises(okrkit.OkrError, match="no table `objectivs`"):
        okrkit.Plan.from_tables({"objectivs": pa.table(ROWS)})


def test_a_scorecard_as_a_table_has_its_figures(sales: okrkit.Plan) -> None:
    card = sales.evaluate("2026-02-15")
    rows = card.to_pyarrow().to_pylist()
    assert [row["id"] for row in rows] == list(card)
    for row in rows:
        score = card[row["id"]]
        for figure in FIGURES:
            assert row[figure] == getattr(score, figure)
        assert row["status"] == score.status.value
        assert row["outcome"] == score.outcome
    assert card.to_pandas().shape == card.to_polars().shape == (64, 29)
    assert isinstance(rows[0]["starts"], dt.date)


ROWS_IN: list[dict[str, Any]] = [
    {"key_result": "revenue", "on": "2026-03-30", "value": 400_000.0, "note": None},
    {"key_result": "deals", "on": "2026-03-30", "value": 3.0, "note": "late"},
    {"key_result": "revenue", "on": "2026-03-31", "value": 410_000.0},
]


@pytest.mark.parametrize("make", [list, pl.DataFrame, pd.DataFrame, pa.Table.from_pylist], ids=["list", "polars", "pandas", "pyarrow"])
def test_check_ins_come_from_a_table_in_one_call(sales: okrkit.Plan, make: Any) -> None:
    one_by_one = sales
    for row in ROWS_IN:
        one_by_one = one_by_one.check_in(row["key_result"], on=row["on"], value=row["value"], note=row.get("note"))
    assert sales.check_in_all(make(ROWS_IN)) == one_by_one


@pytest.mark.parametrize("make", [list, pl.DataFrame, pd.DataFrame], ids=["list", "polars", "pandas"])
def test_every_bad_check_in_of_a_table_is_told_by_its_row(sales: okrkit.Plan, make: Any) -> None:
    rows = [
        {"key_result": "revenue", "on": "2026-03-30", "value": 1.0, "confidence": None},
        {"key_result": "no-such", "on": "2026-03-30", "value": 1.0, "confidence": None},
        {"key_result": "revenue", "on": "2026-02-30", "value": 1.0, "confidence": None},
        {"key_result": "deals", "on": "2026-03-30", "value": 1.0, "confidence": 2.0},
        {"key_result": "revenue", "on": "2026-03-31", "value": 1.0, "confidence": -1.0},
    ]
    with pytest.raises(okrkit.OkrError) as caught:
        sales.check_in_all(make(rows))
    found = {(issue.path, issue.code) for issue in caught.value.issues}
    assert found == {
        ("/rows/1", "edit.unknown"),
        ("/rows/2/on", "date.invalid"),
        ("/rows/3/confidence", "confidence.range"),
        ("/rows/4/confidence", "confidence.range"),
    }
    assert all(issue.message.startswith("row ") for issue in caught.value.issues)
