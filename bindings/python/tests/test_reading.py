"""Plans in and out."""

import copy
import json
import pickle
from pathlib import Path

import pytest

import okrkit
from small import document


def test_a_plan_is_read_from_a_path_text_bytes_and_a_dict(tmp_path: Path) -> None:
    text = json.dumps(document())
    path = tmp_path / "plan.json"
    path.write_text(text, encoding="utf-8")
    plans = [okrkit.Plan.read(source) for source in (path, str(path), text, text.encode(), document())]
    assert all(plan == plans[0] for plan in plans)
    assert plans[0].id == "acme"
    revenue = plans[0].key_result("revenue")
    assert revenue is not None
    assert revenue.measure == okrkit.Metric(start=0, target=500_000)


def test_a_file_that_is_not_there_is_a_file_not_found_error() -> None:
    with pytest.raises(FileNotFoundError):
        okrkit.Plan.read("no-such-plan.json")


def test_the_canonical_text_of_a_plan_reads_as_the_same_plan(sales: okrkit.Plan) -> None:
    assert okrkit.Plan.read(sales.to_json()) == sales
    assert okrkit.Plan.read(sales.to_json()).to_json() == sales.to_json()
    assert okrkit.Plan.from_dict(sales.to_dict()) == sales


def test_a_plan_of_its_own_parts_is_the_same_plan(sales: okrkit.Plan) -> None:
    parts = {
        **sales.to_dict(),
        "objectives": list(sales.objectives),
        "cycles": sales.cycles,
        "teams": sales.teams,
        "links": sales.links,
        "kpis": sales.kpis,
    }
    assert okrkit.Plan.read(parts) == sales


def test_a_plan_is_picklable_copyable_and_immutable(sales: okrkit.Plan) -> None:
    assert pickle.loads(pickle.dumps(sales)) == sales
    assert copy.copy(sales) is sales
    assert copy.deepcopy(sales) is sales
    with pytest.raises(AttributeError, match="immutable"):
        sales.id = "other"  # type: ignore[misc]
    with pytest.raises(TypeError, match="Plan.read"):
        okrkit.Plan()


def test_nodes_are_found_by_id(sales: okrkit.Plan) -> None:
    assert "no-such-node" not in sales
    with pytest.raises(KeyError):
        sales["no-such-node"]
    for objective in sales.objectives:
        assert objective.id in sales
        assert sales[objective.id] == objective
        for key_result in objective.key_results:
            assert sales[key_result.id] == key_result
    assert len(sales) == len(sales.objectives) == 16
    assert len(sales.key_results) == 48


def test_every_problem_of_a_document_is_told_at_once() -> None:
    with pytest.raises(okrkit.OkrError) as caught:
        okrkit.Plan.read(document(cycles=[{"id": "q1", "starts": "2026-02-30", "ends": "2026-03-31"}], titel="ACME"))
    found = {(issue.code, issue.path) for issue in caught.value.issues}
    assert ("date.invalid", "/cycles/0/starts") in found
    assert ("document.unknown_field", "/titel") in found
    assert isinstance(caught.value, ValueError)
    assert all(issue.message and issue.help for issue in caught.value.issues)
    assert caught.value.codes == tuple(issue.code for issue in caught.value.issues)


def test_a_problem_in_a_text_has_a_line_and_a_column() -> None:
    with pytest.raises(okrkit.OkrError) as caught:
        okrkit.Plan.read('{"okrkit": 1,\n  "id" "acme"}')
    (issue,) = caught.value.issues
    assert issue.code == "document.syntax"
    assert issue.position is not None
    assert issue.position.line == 2


def test_an_error_survives_pickling() -> None:
    with pytest.raises(okrkit.OkrError) as caught:
        okrkit.Plan.read(document(id=""))
    again = pickle.loads(pickle.dumps(caught.value))
    assert again.issues == caught.value.issues
    assert str(again) == str(caught.value)


def test_a_profile_is_read_from_bytes() -> None:
    document = {"okrkit_profile": 1, "id": "ours", "extends": "viva", "missing": "zero"}
    assert okrkit.Profile.read(json.dumps(document).encode()) == okrkit.Profile.read(document)
    with pytest.raises(okrkit.OkrError) as refused:
        okrkit.Profile.read(b'{\n"id": "\xff"}')
    (issue,) = refused.value.issues
    assert (issue.code, issue.message) == ("document.syntax", "the text is not UTF-8 from byte 9 on, at line 2 column 8")
