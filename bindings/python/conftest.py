"""What tests and the examples of the documentation start from."""

import shutil
from pathlib import Path

import pytest

import okrkit

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def sales_path() -> Path:
    """The sales plan of the examples: 16 objectives, 48 key results, one quarter."""
    return ROOT / "examples" / "data" / "sales-2026-q1.json"


@pytest.fixture(scope="session")
def sales(sales_path: Path) -> okrkit.Plan:
    """The same, read."""
    return okrkit.Plan.read(sales_path)


@pytest.fixture(scope="session")
def vectors() -> list[Path]:
    """The files of conformance cases."""
    found = sorted((ROOT / "crates" / "okrkit-testing" / "vectors").glob("*.json"))
    assert found, "the conformance cases are gone"
    return found


@pytest.fixture(autouse=True)
def _documented(
    request: pytest.FixtureRequest, sales_path: Path, sales: okrkit.Plan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Examples begin with `import okrkit` done, the sales plan in `sales.json`, and `plan` and `card` of it."""
    if request.node.__class__.__name__ == "DoctestItem":
        monkeypatch.chdir(tmp_path)
        shutil.copy(sales_path, "sales.json")
        names = request.getfixturevalue("doctest_namespace")
        names.update(okrkit=okrkit, plan=sales, card=sales.evaluate("2026-02-15"))
