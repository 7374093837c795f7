"""Check-ins from a table, with every bad row told by its number."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from ._errors import Issue, OkrError

if TYPE_CHECKING:
    from ._plan import Plan
    from ._tables import ArrowStream

__all__: list[str] = []


def check_in_all(plan: Plan, rows: ArrowStream | Iterable[Mapping[str, Any]]) -> Plan:
    """The plan with a check-in for each row, all or none."""
    edits = [_edit(row) for row in _rows(rows)]
    try:
        return plan.apply(edits)
    except OkrError as error:
        found, more = list(error.issues), error.more
    told = [_of_edit(issue) for issue in found]
    bad = {row for row, _ in told if row is not None}
    if bad and all(issue.path.startswith("/edits/") for issue in found):
        # What could not be read hides what the plan would have said of the other rows, so those are asked alone.
        good = [at for at in range(len(edits)) if at not in bad]
        try:
            plan.apply([edits[at] for at in good])
        except OkrError as error:
            told += [(None if row is None else good[row], issue) for row, issue in _placed(plan, [edits[at] for at in good], error.issues)]
            more += error.more
    elif not bad:
        told = _placed(plan, edits, found)
    told.sort(key=lambda item: -1 if item[0] is None else item[0])
    raise OkrError([issue if row is None else _at_row(row, issue) for row, issue in told], more) from None


def _rows(rows: Any) -> list[dict[str, Any]]:
    """The rows of a table as mappings, without the cells that hold nothing."""
    if hasattr(rows, "to_dicts"):  # polars
        found = rows.to_dicts()
    elif hasattr(rows, "iterrows"):  # pandas
        found = [{name: value for name, value in row.items() if _is_something(value)} for row in rows.to_dict("records")]
    elif hasattr(rows, "__arrow_c_stream__"):
        import pyarrow as pa

        found = pa.table(rows).to_pylist()
    else:
        found = [dict(row) for row in rows]
    return [{str(name): value for name, value in row.items() if value is not None} for row in found]


def _is_something(value: Any) -> bool:
    """Whether a cell of pandas holds a value: `NaN`, `NaT` and `NA` are none."""
    return type(value).__name__ not in {"NaTType", "NAType"} and not (isinstance(value, float) and math.isnan(value))


def _edit(row: dict[str, Any]) -> dict[str, Any]:
    check_in = {name: value for name, value in row.items() if name != "key_result"}
    edit: dict[str, Any] = {"kind": "check_in", "check_in": check_in}
    if "key_result" in row:
        edit["key_result"] = row["key_result"]
    return edit


def _of_edit(issue: Issue) -> tuple[int | None, Issue]:
    """The row of an issue about an edit."""
    found = re.match(r"/edits/(\d+)(?:/check_in)?", issue.path)
    if not found:
        return None, issue
    return int(found[1]), issue.replace(path=issue.path[found.end() :])


def _placed(plan: Plan, edits: list[dict[str, Any]], issues: Iterable[Issue]) -> list[tuple[int | None, Issue]]:
    """The rows of issues about the plan as it would be: check-ins are added in the order of the rows."""
    before = {
        (place, within): (key_result.id, len(key_result.check_ins))
        for place, objective in enumerate(plan.objectives)
        for within, key_result in enumerate(objective.key_results)
    }
    rows: dict[tuple[str, int], int] = {}
    counts: Counter[str] = Counter()
    for row, edit in enumerate(edits):
        key_result = str(edit.get("key_result"))
        rows[key_result, counts[key_result]] = row
        counts[key_result] += 1
    told: list[tuple[int | None, Issue]] = []
    for issue in issues:
        found = re.match(r"/objectives/(\d+)/key_results/(\d+)/check_ins/(\d+)", issue.path)
        if not found:
            told.append(_of_edit(issue))
            continue
        place, within, at = (int(number) for number in found.groups())
        key_result, n_before = before[place, within]
        told.append((rows.get((key_result, at - n_before)), issue.replace(path=issue.path[found.end() :])))
    return told


def _at_row(row: int, issue: Issue) -> Issue:
    return issue.replace(path=f"/rows/{row}{issue.path}", message=f"row {row}: {issue.message}")
