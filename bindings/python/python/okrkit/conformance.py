"""Runs files of conformance cases: ``python -m okrkit.conformance FILE…``.

It says what the runner of the Rust core says: a line for each case that fails, then ``N passed, N failed``. The exit status is 0
where cases ran and all of them hold, and 1 otherwise.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from . import _okrkit
from ._errors import OkrError
from ._plan import Plan
from ._rules import Profile

__all__ = ["Report", "main", "run"]

#: How far a number may be from the expected one where a case does not say.
TOLERANCE = 1e-9

_MISSING = object()


class Report:
    """What came of the cases of a file.

    Attributes:
        passed: How many cases hold.
        failures: Name and reason of each that does not. A file that is no suite fails as a whole.
    """

    passed: int
    failures: list[tuple[str, str]]

    def __init__(self) -> None:
        self.passed = 0
        self.failures = []


class _Malformed(Exception):
    pass


def run(text: str) -> Report:
    """Runs the cases in the text of a file.

    Args:
        text: A suite in JSON.

    Example:
        >>> from okrkit import conformance
        >>> report = conformance.run('''{"suite": "ids", "cases": [{"name": "an id is not empty",
        ...     "plan": {"okrkit": 1, "id": "", "cycles": [], "objectives": []}, "error": "id.invalid"}]}''')
        >>> report.passed, report.failures
        (1, [])
    """
    report = Report()
    try:
        cases = _cases(text)
    except _Malformed as error:
        report.failures.append(("the file", str(error)))
        return report
    for at, case in enumerate(cases):
        name = case.get("name") if isinstance(case, dict) else None
        try:
            differences = _check(case)
        except _Malformed as error:
            differences = [str(error)]
        except Exception as error:  # a fault of the library is a failure of the one case
            differences = [f"raised {type(error).__name__}: {error}"]
        if differences:
            report.failures.append((name if isinstance(name, str) else f"case {at}, counted from 0", "; ".join(differences)))
        else:
            report.passed += 1
    return report


def _cases(text: str) -> list[Any]:
    try:
        file = _okrkit.from_json(text)
    except OkrError as error:
        raise _Malformed(error.issues[0].message) from None
    if not isinstance(file, dict) or not isinstance(file.get("suite"), str):
        raise _Malformed("no suite: `suite` is no text")
    cases = file.get("cases")
    if not isinstance(cases, list):
        raise _Malformed("no suite: `cases` is no list")
    if not cases:
        raise _Malformed("the suite has no cases")
    return cases


def _check(case: Any) -> list[str]:
    """Everything in which a case differs from what it expects."""
    if not isinstance(case, dict) or not isinstance(case.get("name"), str):
        raise _Malformed("the case has no name")
    _check_plan(case)
    if "as_of" in case:
        _check_as_of(case["as_of"])
    error, expect, absent, tolerance = _wants(case)
    plan, profile, issues = _read(case)
    if error is not None:
        if any(code == error for code, _ in issues):
            return []
        return [f"expected the error `{error}`, found {_shown(issues) if issues else 'none'}"]
    if plan is None:
        return [f"unexpected {_shown(issues)}"]
    card = plan.evaluate(case["as_of"], profile).to_dict()
    return _differences(card, expect, absent, tolerance)


def _wants(case: dict[str, Any]) -> tuple[str | None, dict[str, Any], list[str], float]:
    error = case.get("error")
    expect = case.get("expect", {})
    absent = case.get("absent", [])
    tolerance = case.get("tolerance", TOLERANCE)
    if not isinstance(expect, dict):
        raise _Malformed("`expect` is no object")
    if not isinstance(absent, list) or not all(isinstance(pointer, str) for pointer in absent):
        raise _Malformed("`absent` is no list of pointers")
    if not _is_number(tolerance) or not tolerance >= 0:
        raise _Malformed("`tolerance` is no number from 0 on")
    pointers = sorted({*expect, *absent})
    for pointer in pointers:
        if pointer and not pointer.startswith("/"):
            raise _Malformed(f"`{pointer}` is no JSON pointer")
    if "error" not in case:
        if not pointers:
            raise _Malformed("the case checks nothing: it has no `expect`, `absent` or `error`")
        if "as_of" not in case:
            raise _Malformed("the case has no `as_of`")
    elif not isinstance(error, str):
        raise _Malformed("`error` is no text")
    elif pointers:
        raise _Malformed("what cannot be read has no scorecard: the case has `error` beside `expect` or `absent`")
    return error, expect, absent, tolerance


def _check_plan(case: dict[str, Any]) -> None:
    if ("plan" in case) == ("plan_text" in case):
        both = "both `plan` and" if "plan" in case else "neither `plan` nor"
        raise _Malformed(f"the case has {both} `plan_text`")
    if "plan_text" in case and not isinstance(case["plan_text"], str):
        raise _Malformed("`plan_text` is no text")


def _check_as_of(as_of: Any) -> None:
    try:
        if not isinstance(as_of, (str, dict)):
            raise TypeError
        _okrkit.check_as_of(as_of)
    except (OkrError, TypeError):
        raise _Malformed(f"`as_of` is no day and no {{on, known}}: {_json(as_of)}") from None


def _read(case: dict[str, Any]) -> tuple[Plan | None, Profile | None, list[tuple[str, str]]]:
    """Plan and profile where both can be read, and otherwise every code and message."""
    issues: list[tuple[str, str]] = []
    plan = profile = None
    try:
        plan = Plan.from_json(case["plan_text"]) if "plan_text" in case else Plan.from_dict(case["plan"])
    except OkrError as error:
        issues += _told(error)
    try:
        if "profile" in case:
            profile = Profile.read(case["profile"])
        elif plan is not None:
            profile = Profile.named(plan.profile)
    except OkrError as error:
        issues += _told(error)
    return (None, None, issues) if plan is None or profile is None else (plan, profile, issues)


def _told(error: OkrError) -> list[tuple[str, str]]:
    return [(issue.code, f"{issue.code} at `{issue.path}`: {issue.message}") for issue in error.issues]


def _shown(issues: list[tuple[str, str]]) -> str:
    return "; ".join(text for _, text in issues)


def _at(document: Any, pointer: str) -> Any:
    """What a JSON pointer leads to, or nothing."""
    found = document
    for part in pointer.split("/")[1:]:
        name = part.replace("~1", "/").replace("~0", "~")
        if isinstance(found, dict) and name in found:
            found = found[name]
        elif isinstance(found, list) and name.isdecimal() and (name == "0" or name[0] != "0") and int(name) < len(found):
            found = found[int(name)]
        else:
            return _MISSING
    return found


def _differences(card: Mapping[str, Any], expect: dict[str, Any], absent: list[str], tolerance: float) -> list[str]:
    differences = []
    for pointer, expected in expect.items():
        found = _at(card, pointer)
        if found is _MISSING:
            differences.append(f"{pointer}: expected {_json(expected)}, found nothing")
        elif not _agrees(expected, found, tolerance):
            differences.append(f"{pointer}: expected {_json(expected)}, found {_json(found)}")
    for pointer in absent:
        found = _at(card, pointer)
        if found is not _MISSING:
            differences.append(f"{pointer}: expected nothing, found {_json(found)}")
    return differences


def _json(value: Any) -> str:
    """JSON on one line, floats as the Rust runner writes them: 1e-7 and not 1e-07."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return re.sub(r"(?<=\d)e([+-])0*(?=\d)", lambda found: "e" + found[1].replace("+", ""), text)


def _is_number(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _agrees(expected: Any, found: Any, tolerance: float) -> bool:
    """Whether numbers are within the tolerance, and everything else is the same."""
    if _is_number(expected) and _is_number(found):
        return bool(abs(expected - found) <= tolerance)
    return _same(expected, found)


def _same(expected: Any, found: Any) -> bool:
    """Equality of JSON: 1 and 1.0 are one number, true is none."""
    if isinstance(expected, bool) or isinstance(found, bool):
        return expected is found
    if isinstance(expected, list) and isinstance(found, list):
        return len(expected) == len(found) and all(map(_same, expected, found))
    if isinstance(expected, dict) and isinstance(found, dict):
        return expected.keys() == found.keys() and all(_same(expected[name], found[name]) for name in expected)
    return bool(expected == found)


def main(files: list[str]) -> int:
    """Runs files and prints what came of them; gives the exit status."""
    if not files:
        print("no file to run", file=sys.stderr)
    passed = failed = 0
    for file in files:
        try:
            report = run(Path(file).read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError) as error:
            report = Report()
            report.failures.append(("the file", str(error)))
        for name, why in report.failures:
            print(f"FAILED {file}: {name}: {why}")
        passed += report.passed
        failed += len(report.failures)
    print(f"{passed} passed, {failed} failed")
    return 0 if passed and not failed else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
