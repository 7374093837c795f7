"""How things look in a notebook: plain HTML with everything escaped, and no script.

A status has a colour and a word. Texts of users stand in elements that take their direction from what they hold, so that Arabic and
English mix as they should.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ._plan import Plan
    from ._scorecard import Scorecard

__all__: list[str] = []

#: Background and text of each status; every pair has a contrast of at least 4.5.
COLOURS = {
    "achieved": ("#0b6e4f", "#ffffff"),
    "on_track": ("#d5f0dd", "#0f5132"),
    "behind": ("#fff0c2", "#664d03"),
    "at_risk": ("#fbd9d6", "#842029"),
    "missed": ("#a4262c", "#ffffff"),
    "closed": ("#e2e3e5", "#41464b"),
    "dropped": ("#e2e3e5", "#41464b"),
}
NEUTRAL = ("#eef1f5", "#3d4752")
LEVELS = {"error": COLOURS["missed"], "warning": COLOURS["behind"], "note": NEUTRAL}

FRAME = "font-family:system-ui,sans-serif;font-size:13px;line-height:1.4;color:#1c2430;background:#ffffff;padding:8px"
TABLE = "border-collapse:collapse;margin:6px 0"
CELL = "padding:3px 10px;border-bottom:1px solid #d9dee5;text-align:start;vertical-align:middle;background:#ffffff;color:#1c2430"
NUMBER = CELL + ";text-align:end;font-variant-numeric:tabular-nums"


def escape(text: object) -> str:
    """Text that cannot be taken for markup."""
    return str(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;").replace("'", "&#39;")


def user(text: object) -> str:
    """A text of a user, in the direction of what it holds."""
    return f'<bdi dir="auto">{escape(text)}</bdi>'


def title(text: Any) -> str:
    """A title, in one language or in several: the first of them, the others as a hint."""
    if isinstance(text, Mapping):
        first, *others = text.values() or [""]
        hint = escape(" · ".join(others))
        return f'<bdi dir="auto" title="{hint}">{escape(first)}</bdi>' if others else user(first)
    return user(text)


def number(value: float | None) -> str:
    """A number for people: no more digits than somebody reads."""
    if value is None:
        return "–"
    return f"{value:,.0f}" if abs(value) >= 1000 else f"{value:.3g}"


def percent(value: float | None) -> str:
    """A share or a score in per cent."""
    return "–" if value is None else f"{100 * value:.0f} %"


def word(status: str) -> str:
    """A word of the core as people write it."""
    return escape(str(status).replace("_", " "))


def badge(status: str, colours: Mapping[str, tuple[str, str]] = COLOURS) -> str:
    """A word on its colour."""
    back, front = colours.get(str(status), NEUTRAL)
    style = f"background:{back};color:{front};border-radius:9px;padding:1px 8px;white-space:nowrap"
    return f'<span style="{style}">{word(status)}</span>'


def bar(progress: float | None, expected: float | None, reason: str | None, status: str) -> str:
    """Progress as a bar with a mark where it was to be; without a figure the reason."""
    if progress is None:
        return f'<span style="color:#5b6673">{word(reason or "no_data")}</span>'
    width = 100 * min(1.0, max(0.0, progress))
    back = {"behind": "#d39e00", "at_risk": "#c0392b", "missed": "#a4262c"}.get(status, "#1f8a5b")
    mark = ""
    said = f"progress {percent(progress)}"
    if expected is not None:
        said += f", {percent(expected)} expected"
        left = 100 * min(1.0, max(0.0, expected))
        mark = f'<span style="position:absolute;top:-2px;bottom:-2px;left:{left:.1f}%;width:2px;background:#1c2430"></span>'
    fill = f'<span style="position:absolute;top:0;bottom:0;left:0;width:{width:.1f}%;background:{back};border-radius:4px"></span>'
    frame = "position:relative;display:inline-block;width:140px;height:10px;background:#e4e8ee;border-radius:4px;direction:ltr"
    drawn = f'<span role="img" aria-label="{said}" title="{said}" style="{frame}">{fill}{mark}</span>'
    return f'<span style="white-space:nowrap">{drawn} {percent(progress)}</span>'


def table(heads: Iterable[str], rows: Iterable[Iterable[str]], numbers: frozenset[int] = frozenset()) -> str:
    """A table of cells that are HTML already."""

    def cell(at: int, text: str, tag: str) -> str:
        return f'<{tag} style="{NUMBER if at in numbers else CELL}">{text}</{tag}>'

    head = "".join(cell(at, escape(text), "th") for at, text in enumerate(heads))
    body = "".join("<tr>" + "".join(cell(at, text, "td") for at, text in enumerate(row)) + "</tr>" for row in rows)
    return f'<table style="{TABLE}"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'


def framed(head: str, *parts: str) -> str:
    """Parts below a head."""
    return f'<div style="{FRAME}"><div style="font-weight:600;margin-bottom:4px">{head}</div>{"".join(parts)}</div>'


def owners(node: Any) -> str:
    """Who is responsible."""
    return ", ".join(user(owner.who) for owner in node.owners)


def day(as_of: Any) -> str:
    """A day, and what was known if that was asked."""
    known = getattr(as_of, "known", None)
    return escape(as_of if known is None else f"{as_of.on} as known at {known:%Y-%m-%d %H:%M} UTC")


#: No page gets longer than this many nodes; who has more filters before they look.
MOST = 400


def cut(n: int) -> str:
    """What is said of rows that are not shown."""
    return f'<div style="color:#5b6673">and {n - MOST} more</div>' if n > MOST else ""


def plan(plan: Plan) -> str:
    """A plan: what is in it. How far it is, a scorecard says."""
    rows = []
    for objective in plan.objectives:
        rows.append([f"<b>{title(objective.title)}</b>", user(objective.cycle), user(objective.team or ""), owners(objective), "", ""])
        for key_result in objective.key_results:
            last = max((check_in.on for check_in in key_result.check_ins), default=None)
            said = f"{len(key_result.check_ins)}" + (f", the last on {last}" if last else "")
            name = f'<span style="padding-inline-start:18px">{title(key_result.title)}</span>'
            rows.append([name, "", "", owners(key_result), word(key_result.measure.kind), said])
    head = f"Plan {title(plan.title or plan.id)}: {len(plan)} objectives, {len(rows) - len(plan)} key results"
    heads = ["objective, key result", "cycle", "team", "owners", "measure", "check-ins"]
    return framed(head, table(heads, rows[:MOST]), cut(len(rows)))


def scorecard(card: Scorecard) -> str:
    """A scorecard: every objective with its key results."""
    objectives, key_results = card.objectives, card.key_results
    rows = []
    for objective in card.plan.objectives:
        rows.append(figures(f"<b>{title(objective.title)}</b>", objectives[objective.id], ""))
        for key_result in objective.key_results:
            score = key_results[key_result.id]
            name = f'<span style="padding-inline-start:18px">{title(key_result.title)}</span>'
            rows.append(figures(name, score, reading(score)))
    total = card.total
    said = ", ".join(f"{count} {word(status)}" for status, count in total.status.items() if count)
    head = f"Scorecard of {title(card.plan.title or card.plan.id)} as of {day(card.as_of)} by {user(card.profile.id)}"
    summary = f"<div>score {number(total.score)} over {total.n} objectives: {said}</div>"
    heads = ["objective, key result", "progress (mark: expected)", "score", "grade", "status", "reading / target"]
    return framed(head, summary, table(heads, rows[:MOST], frozenset({2, 3, 5})), cut(len(rows)))


def figures(name: str, score: Any, read: str) -> list[str]:
    """A row of a scorecard."""
    grade = "–" if score.grade is None else f"{score.grade:g}" + (f" {escape(score.band)}" if score.band else "")
    reason = score.reason or score.outcome
    progress = bar(score.progress, score.expected, reason, str(score.status))
    return [name, progress, number(score.score), grade, badge(score.status), read]


def reading(score: Any) -> str:
    """What was read, on the measure's own scale."""
    read, target = score.reading, score.target
    if isinstance(read, bool):
        return "done" if read else "not done"
    if isinstance(read, (int, float)):
        return f"{number(read)} / {number(target)}" if target is not None else number(read)
    if read is None:
        return ""
    if isinstance(read, tuple):
        return "1 step" if len(read) == 1 else f"{len(read)} steps"
    return "" if isinstance(read, Mapping) else word(read)


def explanation(explanation: Any) -> str:
    """An explanation: its words where they can be had, else its steps."""
    head = f"Why this {word(explanation.figure)}"
    if explanation._kept() is not None:
        style = "white-space:pre-wrap;font:inherit;margin:0"
        return framed(head, f'<pre dir="auto" style="{style}">{escape(explanation.to_text())}</pre>')
    return framed(head, _steps([explanation.step]))


def _steps(steps: Iterable[Any]) -> str:
    items = []
    for step in steps:
        value = f": {user(step.value)}" if step.value is not None else ""
        formula = f" ({escape(step.formula)})" if step.formula else ""
        items.append(f"<li>{word(step.step)}{value}{formula}{_steps(step.steps)}</li>")
    return f'<ul style="margin:2px 0;padding-inline-start:18px">{"".join(items)}</ul>' if items else ""


def comparison(comparison: Any) -> str:
    """A comparison: a column for each profile, and what makes the differences."""
    profiles = list(comparison.profiles)
    cards = comparison.scorecards
    parts = []
    if cards:
        each = {profile: cards[profile].objectives for profile in profiles}
        rows = []
        for objective in next(iter(cards.values())).plan.objectives:
            cells = []
            for profile in profiles:
                score = each[profile][objective.id]
                cells.append(f"{badge(score.status)} {number(score.score)}")
            rows.append([title(objective.title), *cells])
        parts += [table(["objective", *profiles], rows[:MOST]), cut(len(rows))]
    rows = []
    for difference in comparison.differences:
        values = " · ".join(f"{user(profile)} {_figure(value)}" for profile, value in difference.values.items())
        because = "; ".join(f"{user(profile)}: {', '.join(word(policy) for policy in why)}" for profile, why in difference.because.items())
        rows.append([user(difference.node), word(difference.figure), values, because])
    n = len(comparison.differences)
    head = f"Comparison as of {day(comparison.as_of)}" if comparison.as_of is not None else "Comparison"
    parts += [table(["node", "figure", "by profile", "because of"], rows[:50])]
    if n > 50:
        parts.append(f'<div style="color:#5b6673">and {n - 50} more differences</div>')
    return framed(f"{head}: {len(profiles)} profiles, {n} differences", *parts)


def _figure(value: Any) -> str:
    return number(value) if isinstance(value, (int, float)) else word("–" if value is None else value)


def lint(report: Any) -> str:
    """What lint finds, the worst first as it stands in the report."""
    rows = [
        [badge(finding.level, LEVELS), user(finding.rule), ", ".join(map(user, finding.nodes)), user(finding.message), user(finding.fix)]
        for finding in report.findings
    ]
    head = f"Lint: {len(report.findings)} findings, {len(report.ignored)} accepted"
    return framed(head, table(["level", "rule", "about", "what", "what to do"], rows[:MOST]), cut(len(rows)))


def agenda(agenda: Any) -> str:
    """An agenda, section by section."""
    sections: dict[str, list[list[str]]] = {}
    for item in agenda.items:
        change = " → ".join(_figure(value) for value in (item.from_, item.to) if value is not None)
        people = ", ".join(map(user, item.people))
        sections.setdefault(str(item.section), []).append(
            [user(item.node or ""), word(item.what), change, escape(item.on or ""), user(item.text or ""), people]
        )
    heads = ["about", "what", "figures", "on", "text", "people"]
    parts = [
        f'<div style="margin-top:6px;font-weight:600">{word(section)}</div>' + table(heads, rows) for section, rows in sections.items()
    ]
    return framed(f"{word(agenda.kind).capitalize()} agenda, {agenda.since} to {day(agenda.as_of)}", *parts)
