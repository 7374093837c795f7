"""The tour runs from top to bottom, in a kernel of its own, and shows what it should."""

import re
from pathlib import Path

import jupytext  # type: ignore[import-untyped]
import nbclient
import nbconvert
import pytest

ROOT = Path(__file__).resolve().parents[3]
TOUR = ROOT / "examples" / "notebooks" / "tour.py"


@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::UserWarning", "ignore::ResourceWarning")
def test_the_tour_runs_and_can_be_looked_at() -> None:
    notebook = jupytext.read(TOUR)
    client = nbclient.NotebookClient(notebook, timeout=300, kernel_name="python3", resources={"metadata": {"path": str(TOUR.parent)}})
    client.execute()
    outputs = [output for cell in notebook.cells if cell.cell_type == "code" for output in cell.outputs]
    said = "".join(output.get("text", "") for output in outputs)
    assert [output for output in outputs if output.output_type == "error" or output.get("name") == "stderr"] == []
    views = [output["data"]["text/html"] for output in outputs if "text/html" in output.get("data", {})]
    pictures = [output for output in outputs if "image/png" in output.get("data", {})]
    assert len(pictures) == 4
    assert len(views) >= 8
    assert not any("<script" in view for view in views)
    # The reading of 21 deals on the way from 0 to 50 is 0.42, as a pencil finds.
    assert "progress of `deals` is 0.42" in said
    assert "row 1: " in said
    assert "row 2: " in said
    html, _ = nbconvert.HTMLExporter(theme="light").from_notebook_node(notebook)  # type: ignore[no-untyped-call]
    # To be looked at; the test has looked at what a program can see.
    page = ROOT / "target" / "python" / "tour.html"
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_text(html, encoding="utf-8")
    assert len(re.findall(r'aria-label="progress', html)) >= 48
