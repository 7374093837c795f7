"""The conformance cases, and the runner."""

import subprocess
import sys
from pathlib import Path

from okrkit import conformance

ROOT = Path(__file__).resolve().parents[3]

BROKEN = """{"suite": "broken", "cases": [
  {"name": "another figure", "as_of": "2026-02-14", "expect": {
    "/objectives/grow/score": 0.3, "/objectives/grow/status": "behind", "/nothing": 1,
    "/objectives/grow/expected": 1e-7, "/objectives/grow/band": null, "/order": {"objectives": ["grow"]}},
    "absent": ["/order"], "plan": PLAN},
  {"name": "another error", "plan": {"okrkit": 1, "id": "", "cycles": [], "objectives": []}, "error": "link.loop"},
  {"name": "no error", "plan": PLAN, "error": "link.loop"},
  {"name": "an error", "plan": {"okrkit": 1, "id": "", "cycles": [], "objectives": []}, "as_of": "2026-02-14", "absent": ["/x"]},
  {"name": "no such profile", "plan": PLAN, "profile": "vivva", "as_of": "2026-02-14", "absent": ["/x"]},
  {"name": "no plan", "as_of": "2026-02-14", "absent": ["/x"]},
  {"name": "two plans", "plan": PLAN, "plan_text": "", "as_of": "2026-02-14", "absent": ["/x"]},
  {"name": "no day", "plan": PLAN, "as_of": "2026-02-30", "absent": ["/x"]},
  {"name": "no instant", "plan": PLAN, "as_of": {"on": "2026-02-14", "known": 1.50}, "absent": ["/x"]},
  {"name": "nothing to check", "plan": PLAN, "as_of": "2026-02-14"},
  {"name": "no pointer", "plan": PLAN, "as_of": "2026-02-14", "absent": ["x"]},
  {"name": "error and figure", "plan": PLAN, "error": "link.loop", "absent": ["/x"]},
  {"name": "negative tolerance", "plan": PLAN, "as_of": "2026-02-14", "absent": ["/x"], "tolerance": -1},
  {"plan": PLAN, "as_of": "2026-02-14", "absent": ["/x"]},
  {"name": "holds", "plan": PLAN, "as_of": "2026-02-14", "expect": {"/objectives/grow/score": 0.24}}
]}"""
PLAN = """{"okrkit": 1, "id": "acme", "cycles": [{"id": "q1", "starts": "2026-01-01", "ends": "2026-03-31"}], "objectives": [
  {"id": "grow", "title": "Grow", "cycle": "q1", "key_results": [{"id": "revenue", "title": "Revenue",
   "measure": {"kind": "metric", "start": 0, "target": 500000}, "check_ins": [{"on": "2026-01-31", "value": 120000}]}]}]}"""


def python(*files: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "okrkit.conformance", *files], capture_output=True, text=True, check=False, cwd=ROOT)


def rust(*files: str) -> subprocess.CompletedProcess[str]:
    command = ["cargo", "run", "--quiet", "--locked", "--package", "okrkit-testing", "--bin", "conformance", "--", *files]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)


def test_every_case_holds_and_the_runner_says_what_that_of_rust_says(vectors: list[Path]) -> None:
    files = [str(file.relative_to(ROOT)) for file in vectors]
    ours, theirs = python(*files), rust(*files)
    assert ours.returncode == 0, ours.stdout
    assert (ours.stdout, ours.returncode) == (theirs.stdout, theirs.returncode)
    assert int(ours.stdout.split()[0]) > 800


def test_cases_that_do_not_hold_are_told_as_the_runner_of_rust_tells_them(tmp_path: Path) -> None:
    texts = {
        "broken.json": BROKEN.replace("PLAN", PLAN),
        "syntax.json": '{"suite": "x", "cases": [}',
        "empty.json": '{"suite": "x", "cases": []}',
        "suite.json": '{"cases": []}',
        "cases.json": '{"suite": "x"}',
    }
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    files = [str(tmp_path / name) for name in texts]
    ours, theirs = python(*files), rust(*files)
    assert ours.stdout == theirs.stdout
    assert ours.stdout.splitlines()[-1] == "1 passed, 18 failed"
    assert (ours.returncode, theirs.returncode) == (1, 1)


def test_a_run_without_cases_has_failed(tmp_path: Path) -> None:
    assert python().returncode == 1
    assert python(str(tmp_path / "none.json")).returncode == 1
    assert conformance.run("[]").failures
