"""Type checkers find every planted mistake, and nothing else."""

import re
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
CONSUMER = HERE / "consumer.py"
WRONG = {at for at, line in enumerate(CONSUMER.read_text(encoding="utf-8").splitlines(), 1) if "# wrong" in line}


def found(command: list[str], pattern: str) -> set[int]:
    """The lines in which a checker finds something wrong."""
    ran = subprocess.run([sys.executable, "-m", *command, str(CONSUMER)], capture_output=True, text=True, check=False, cwd=HERE.parent)
    return {int(line) for line in re.findall(pattern, ran.stdout)}


def test_there_are_mistakes_to_find() -> None:
    assert len(WRONG) == 13


def test_mypy_finds_every_planted_mistake() -> None:
    assert found(["mypy", "--strict"], r"consumer\.py:(\d+): error") == WRONG


def test_pyright_finds_every_planted_mistake() -> None:
    assert found(["pyright", "--pythonpath", sys.executable], r"consumer\.py:(\d+):\d+ - error") == WRONG
