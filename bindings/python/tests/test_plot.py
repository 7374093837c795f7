"""Charts hold the figures they are of."""

from collections.abc import Iterator

import matplotlib as mpl

mpl.use("Agg")
import matplotlib.pyplot as plt
import pytest

import okrkit
from okrkit import plot
from small import document

DAY = "2026-02-14"


@pytest.fixture(autouse=True)
def _close() -> Iterator[None]:
    yield
    plt.close("all")


def small() -> okrkit.Plan:
    return okrkit.Plan.read(document(teams=[{"id": "sales", "title": {"en": "Sales", "ar": "المبيعات"}}]))


def test_a_bar_is_as_long_as_the_progress_and_the_mark_where_it_was_to_be() -> None:
    ax = plot.progress(small().evaluate(DAY))
    (bar,) = ax.patches
    assert bar.get_width() == 0.24  # type: ignore[attr-defined]
    (mark,) = ax.lines
    assert list(mark.get_xdata()) == [pytest.approx(44 / 89)] * 2  # type: ignore[arg-type]
    assert [text.get_text() for text in ax.texts] == ["at risk"]


def test_a_chart_goes_where_it_is_told_to(sales: okrkit.Plan) -> None:
    card = sales.evaluate(DAY)
    figure, axes = plt.subplots(1, 5)
    drawn = [
        plot.progress(card, ax=axes[0]),
        plot.status_by_team(card, ax=axes[1]),
        plot.burn_up(sales, "revenue", DAY, ax=axes[2]),
        plot.forecast(sales, "revenue", DAY, ax=axes[3]),
        plot.alignment(card, language="ar", ax=axes[4]),
    ]
    assert drawn == list(axes)
    figure.canvas.draw()


def test_the_heat_map_counts_every_objective_once(sales: okrkit.Plan) -> None:
    ax = plot.status_by_team(sales.evaluate(DAY))
    assert sum(int(text.get_text()) for text in ax.texts) == 16
    assert [label.get_text() for label in ax.get_yticklabels()][:2] == ["Cedar Trading", "Sales enablement"]


def test_a_burn_up_ends_at_the_reading_of_the_day(sales: okrkit.Plan) -> None:
    reading, expected, target = plot.burn_up(sales, "revenue", "2026-02-15").lines
    assert list(reading.get_ydata())[-1] == 193_500  # type: ignore[arg-type]
    assert list(expected.get_ydata())[-1] == 500_000  # type: ignore[arg-type]
    assert set(target.get_ydata()) == {500_000}  # type: ignore[arg-type]


def test_a_forecast_ends_where_each_method_does(sales: okrkit.Plan) -> None:
    ahead = sales.forecast("revenue", "2026-02-15")
    ends = {list(line.get_ydata())[-1] for line in plot.forecast(sales, "revenue", "2026-02-15").lines}  # type: ignore[arg-type]
    assert {projection.reading.value for projection in ahead.projections} <= ends


def test_what_is_not_there_is_a_key_error(sales: okrkit.Plan) -> None:
    with pytest.raises(KeyError):
        plot.burn_up(sales, "no-such", DAY)
    with pytest.raises(KeyError):
        plot.forecast(sales, "no-such", DAY)


def test_arabic_letters_are_joined_and_ordered() -> None:
    """Joined letters are narrower than the same letters one by one, and there is a glyph for each."""
    figure = plt.figure()
    renderer = figure.canvas.get_renderer()  # type: ignore[attr-defined]
    joined = figure.text(0, 0, "مبيعات").get_window_extent(renderer).width
    apart = sum(figure.text(0, 0, letter).get_window_extent(renderer).width for letter in "مبيعات")
    assert 0 < joined < apart
