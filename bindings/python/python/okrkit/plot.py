"""Charts, with matplotlib: ``pip install okrkit[plot]``.

Every function takes ``ax=None`` and returns the ``Axes`` it drew into, so that a chart can stand beside others and be changed. Nothing is
shown or saved. A status has its word beside its colour. Arabic titles are joined and ordered by matplotlib itself, from 3.11 on.

Example:
    >>> import matplotlib
    >>> matplotlib.use("Agg")
    >>> from okrkit import plot
    >>> plot.progress(card, language="ar").get_xlabel()
    'progress'
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from ._functions import text_in, trend_days
from ._html import COLOURS, NEUTRAL, number

if TYPE_CHECKING:
    from collections.abc import Iterable

    from matplotlib.axes import Axes

    from ._answers import ForecastPolicy
    from ._plan import Plan
    from ._rules import Profile
    from ._scorecard import Scorecard
    from ._value import Day

__all__ = ["alignment", "burn_up", "forecast", "progress", "status_by_team"]

#: Strong colours for bars and lines; pale ones are for cells with text in them.
STRONG = {"achieved": "#0b6e4f", "on_track": "#1f8a5b", "behind": "#d39e00", "at_risk": "#c0392b", "missed": "#a4262c"}
GREY = "#8a94a0"
INK = "#1c2430"


def _axes(ax: Axes | None, width: float, height: float) -> Axes:
    if ax is not None:
        return ax
    import matplotlib.pyplot as plt

    return plt.subplots(figsize=(width, height), layout="constrained")[1]


def _title(text: Any, language: str, longest: int = 48) -> str:
    """A title in a language, cut where it would swamp the chart."""
    said = text_in(text, language)
    return said if len(said) <= longest else said[: longest - 1].rstrip() + "…"


def _bare(ax: Axes) -> None:
    ax.spines[["top", "right"]].set_visible(False)


def progress(card: Scorecard, objectives: Iterable[str] | None = None, *, language: str = "en", ax: Axes | None = None) -> Axes:
    """The progress of objectives against what is expected of them.

    Args:
        card: The scorecard.
        objectives: Ids of objectives; without them all.
        language: The language of titles.
        ax: Where to draw; without it a new figure.

    Returns:
        The axes: a bar for each objective from the top down, a mark where it was to be, its status beside it.

    Example:
        >>> ax = okrkit.plot.progress(card, ["grow-revenue"])
        >>> len(ax.patches)
        1
    """
    wanted = None if objectives is None else set(objectives)
    shown = [objective for objective in card.plan.objectives if wanted is None or objective.id in wanted]
    ax = _axes(ax, 8, 0.6 + 0.36 * max(1, len(shown)))
    scores = card.objectives
    for at, objective in enumerate(shown):
        score = scores[objective.id]
        status = str(score.status)
        if score.progress is not None:
            ax.barh(at, score.progress, height=0.56, color=STRONG.get(status, GREY))
        ax.plot([score.expected, score.expected], [at - 0.4, at + 0.4], color=INK, linewidth=2)
        said = status.replace("_", " ") if score.progress is not None else str(score.reason or score.outcome).replace("_", " ")
        ax.annotate(said, (1.02, at), xycoords=("axes fraction", "data"), va="center", fontsize=9, color=INK)
    ax.set_yticks(range(len(shown)), [_title(objective.title, language) for objective in shown])
    ax.invert_yaxis()
    ax.set_xlim(min(0.0, ax.get_xlim()[0]), max(1.0, ax.get_xlim()[1]))
    ax.xaxis.set_major_formatter(lambda value, _: f"{100 * value:.0f} %")
    ax.set_xlabel("progress")
    ax.set_title(f"Progress and what is expected, {card.as_of}", loc="left")
    _bare(ax)
    return ax


def status_by_team(card: Scorecard, *, language: str = "en", by: str = "team", ax: Axes | None = None) -> Axes:
    """How many objectives of each team have which status, as a heat map.

    Args:
        card: The scorecard.
        language: The language of the names of teams.
        by: What objectives are grouped by: ``team``, ``team_tree``, ``owner``, ``cycle``, ``category``, a tag.
        ax: Where to draw; without it a new figure.

    Example:
        >>> ax = okrkit.plot.status_by_team(card)
        >>> [label.get_text() for label in ax.get_xticklabels()][:2]
        ['at risk', 'behind']
    """
    groups = card.group_by(by)
    names = {team.id: _title(team.title, language, 28) for team in card.plan.teams}
    order = ["missed", "at_risk", "behind", "no_data", "not_started", "on_track", "achieved", "closed", "dropped", "not_scored"]
    statuses = [status for status in order if any(group.status.get(status, 0) for group in groups.values())]
    ax = _axes(ax, 1.6 + 1.1 * max(1, len(statuses)), 0.9 + 0.42 * max(1, len(groups)))
    from matplotlib.patches import Rectangle

    for row, group in enumerate(groups.values()):
        for column, status in enumerate(statuses):
            count = group.status.get(status, 0)
            back, front = COLOURS.get(status, NEUTRAL)
            share = count / group.n if group.n else 0.0
            ax.add_patch(Rectangle((column - 0.48, row - 0.46), 0.96, 0.92, color=back, alpha=0.15 + 0.85 * share if count else 0.05))
            if count:
                ax.text(column, row, str(count), ha="center", va="center", color=front if share > 0.5 else INK)
    ax.set_xticks(range(len(statuses)), [status.replace("_", " ") for status in statuses])
    ax.set_yticks(range(len(groups)), [names.get(name, name) for name in groups])
    ax.set_xlim(-0.5, max(0.5, len(statuses) - 0.5))
    ax.set_ylim(max(0.5, len(groups) - 0.5), -0.5)
    ax.tick_params(length=0)
    ax.spines[:].set_visible(False)
    ax.set_title(f"Objectives by {by.replace('_', ' ')} and status, {card.as_of}", loc="left")
    return ax


def burn_up(
    plan: Plan,
    key_result: str,
    as_of: Day,
    profile: str | Profile | None = None,
    *,
    language: str = "en",
    ax: Axes | None = None,
) -> Axes:
    """The reading of a key result day by day, beside the one expected and the target.

    Args:
        plan: The plan.
        key_result: The id of the key result.
        as_of: The last day with a reading; expectations go on to the end of the period.
        profile: A profile; without it the one the plan names.
        language: The language of the title.
        ax: Where to draw; without it a new figure.

    Raises:
        KeyError: Where there is no key result of that id.

    Example:
        >>> okrkit.plot.burn_up(plan, "revenue", "2026-02-15").get_ylabel()
        'USD'
    """
    card = plan.evaluate(as_of, profile)
    score, found = card.key_result(key_result), plan.key_result(key_result)
    if score is None or found is None:
        raise KeyError(key_result)
    day = card.as_of if isinstance(card.as_of, dt.date) else card.as_of.on
    points = plan.trend(trend_days(score.starts, score.ends, "day"), profile).node(key_result)
    ax = _axes(ax, 8, 4)
    past = [point for point in points if point.on <= day and point.reading is not None]
    ax.plot([point.on for point in past], [point.reading for point in past], color=STRONG["on_track"], linewidth=2, label="reading")  # type: ignore[arg-type]
    expected = [point for point in points if point.expected_reading is not None]
    ax.plot([point.on for point in expected], [point.expected_reading for point in expected], "--", color=GREY, label="expected")  # type: ignore[arg-type]
    targets = [point for point in points if point.target is not None]
    ax.step([point.on for point in targets], [point.target for point in targets], where="post", color=INK, linewidth=1, label="target")  # type: ignore[arg-type]
    _dated(ax, found, score, language)
    ax.legend(frameon=False)
    return ax


def forecast(
    plan: Plan,
    key_result: str,
    as_of: Day,
    profile: str | Profile | None = None,
    *,
    policy: ForecastPolicy | None = None,
    language: str = "en",
    ax: Axes | None = None,
) -> Axes:
    """What a key result read so far, and where each method carries it on to: a line each, and a fan where there is an interval.

    Args:
        plan: The plan.
        key_result: The id of the key result.
        as_of: The day of the forecast.
        profile: A profile; without it the one the plan names.
        policy: What differs from the defaults of forecasts.
        language: The language of the title.
        ax: Where to draw; without it a new figure.

    Raises:
        KeyError: Where there is no key result of that id.

    Example:
        >>> ax = okrkit.plot.forecast(plan, "revenue", "2026-02-15")
        >>> len(ax.lines) > 2
        True
    """
    ahead = plan.forecast(key_result, as_of, profile, policy=policy)
    card = plan.evaluate(as_of, profile)
    score, found = card.key_result(key_result), plan.key_result(key_result)
    assert score is not None
    assert found is not None
    day = ahead.as_of if isinstance(ahead.as_of, dt.date) else ahead.as_of.on
    ax = _axes(ax, 8, 4)
    past = plan.trend(trend_days(ahead.starts, max(ahead.starts, min(day, ahead.ends)), "day"), profile).node(key_result)
    past_days = [point.on for point in past if point.reading is not None]
    ax.plot(past_days, [point.reading for point in past if point.reading is not None], color=INK, linewidth=2, label="reading")  # type: ignore[arg-type]
    now = ahead.reading.value
    if now is not None:
        if ahead.interval is not None:
            said = f"{100 * ahead.interval.coverage:.0f} % interval"
            low, high = ahead.interval.low, ahead.interval.high
            ax.fill_between([day, ahead.ends], [now, low], [now, high], color="#3b6ea8", alpha=0.18, linewidth=0, label=said)  # type: ignore[arg-type]
        for projection, style in zip(ahead.projections, ("-", "--", "-.", ":"), strict=False):
            if projection.reading.value is not None:
                method = projection.method.value.replace("_", " ")
                ax.plot([day, ahead.ends], [now, projection.reading.value], style, color="#3b6ea8", label=method)  # type: ignore[arg-type]
    if score.target is not None:
        ax.axhline(score.target, color=STRONG["on_track"], linewidth=1, label="target")
    _dated(ax, found, score, language)
    ax.legend(frameon=False, fontsize=8)
    return ax


def _dated(ax: Axes, key_result: Any, score: Any, language: str) -> None:
    """Days below, the unit at the side, the title above."""
    from matplotlib import dates

    unit = getattr(key_result.measure, "unit", None)
    said = "" if unit is None else unit.code or unit.of or str(unit.kind)
    ax.set_ylabel(said)
    ax.yaxis.set_major_formatter(lambda value, _: number(value))
    ax.set_xlim(score.starts, score.ends)
    ax.xaxis.set_major_formatter(dates.ConciseDateFormatter(ax.xaxis.get_major_locator()))  # type: ignore[no-untyped-call]
    ax.set_title(_title(key_result.title, language, 60), loc="left")
    _bare(ax)


def alignment(card: Scorecard, *, language: str = "en", ax: Axes | None = None) -> Axes:
    """Which objective contributes to which, as a tree with the status of each.

    Args:
        card: The scorecard.
        language: The language of titles.
        ax: Where to draw; without it a new figure.

    Returns:
        The axes: what stands above is to the left. Full lines contribute, dotted ones only support.

    Example:
        >>> len(okrkit.plot.alignment(card).texts)
        16
    """
    plan = card.plan
    owner = {key_result.id: objective.id for objective in plan.objectives for key_result in objective.key_results}
    links = [(owner.get(link.child, link.child), owner.get(link.parent, link.parent), str(link.kind)) for link in plan.links]
    parents: dict[str, list[str]] = {}
    for child, parent, _ in links:
        if child != parent:
            parents.setdefault(child, []).append(parent)

    depth: dict[str, int] = {}

    def deep(node: str) -> int:
        if node not in depth:
            depth[node] = 0
            depth[node] = max((deep(parent) + 1 for parent in parents.get(node, [])), default=0)
        return depth[node]

    for objective in plan.objectives:
        deep(objective.id)
    ranks: dict[int, list[str]] = {}
    for objective in plan.objectives:
        ranks.setdefault(depth[objective.id], []).append(objective.id)
    most = max((len(rank) for rank in ranks.values()), default=1)
    place = {node: (rank, (most - len(nodes)) / 2 + at) for rank, nodes in ranks.items() for at, node in enumerate(nodes)}
    ax = _axes(ax, 4.2 * max(1, len(ranks)), 0.6 + 0.44 * most)
    for child, parent, kind in links:
        if child in place and parent in place:
            (x, y), (above_x, above_y) = place[child], place[parent]
            style = "-" if kind == "contributes" else ":"
            ax.plot([above_x + 0.4, x - 0.4], [above_y, y], style, color=GREY, linewidth=1, zorder=1)
    scores = card.objectives
    for objective in plan.objectives:
        x, y = place[objective.id]
        status = str(scores[objective.id].status)
        back, front = COLOURS.get(status, NEUTRAL)
        said = f"{_title(objective.title, language, 34)}\n{status.replace('_', ' ')}"
        box = {"boxstyle": "round,pad=0.3", "facecolor": back, "edgecolor": "none"}
        ax.text(x, y, said, ha="center", va="center", fontsize=8, color=front, bbox=box, zorder=2)
    ax.set_xlim(-0.6, len(ranks) - 0.4)
    ax.set_ylim(most - 0.3, -0.7)
    ax.set_axis_off()
    ax.set_title(f"Alignment, {card.as_of}", loc="left")
    return ax
