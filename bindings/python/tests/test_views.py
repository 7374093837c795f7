"""How things look in a notebook."""

import re
from html.parser import HTMLParser
from typing import Any

import pytest

import okrkit
from small import document

DAY = "2026-02-15"
VIEWS = {
    "plan": lambda plan: plan,
    "scorecard": lambda plan: plan.evaluate(DAY),
    "explanation": lambda plan: plan.evaluate(DAY).explain(plan.objectives[0].id),
    "comparison": lambda plan: plan.compare(["default", "viva", "google"], DAY),
    "lint": lambda plan: plan.lint(DAY),
    "agenda": lambda plan: plan.agenda("weekly", DAY),
}


class Tags(HTMLParser):
    """Looks whether every element is closed, and which there are."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: set[str] = set()
        self.attributes: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open.append(tag)
        self.seen.add(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def parsed(html: str) -> Tags:
    tags = Tags()
    tags.feed(html)
    assert tags.open == []
    return tags


@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS.keys())
def test_a_view_is_whole_html_without_script(sales: okrkit.Plan, view: Any) -> None:
    tags = parsed(view(sales)._repr_html_())
    assert tags.seen <= {"div", "table", "thead", "tbody", "tr", "th", "td", "span", "b", "bdi", "pre", "ul", "li"}
    assert tags.attributes <= {"style", "dir", "title", "role", "aria-label"}


@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS.keys())
def test_what_users_write_cannot_become_markup(view: Any) -> None:
    evil = "<script>alert('x')</script>\"&"
    plan = document(title=evil)
    objective = plan["objectives"][0]
    objective.update(title=evil, owners=[{"who": evil}], category=evil)
    key_result = objective["key_results"][0]
    key_result.update(title=evil, owners=[{"who": evil}])
    key_result["check_ins"].append({"on": "2026-02-14", "value": 1, "note": evil, "by": evil, "blocker": evil})
    html = view(okrkit.Plan.read(plan))._repr_html_()
    assert "<script" not in html
    parsed(html)


def test_a_status_is_a_word_on_a_colour_and_every_word_can_be_read() -> None:
    from okrkit import _html

    def luminance(colour: str) -> float:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    for status in okrkit.Status:
        badge = _html.badge(status)
        assert status.value.replace("_", " ") in badge
        back, front = (luminance(colour) for colour in re.findall(r"#[0-9a-f]{6}", badge))
        assert (max(back, front) + 0.05) / (min(back, front) + 0.05) >= 4.5, status


def test_a_bar_shows_progress_and_the_mark_of_what_is_expected() -> None:
    html = okrkit.Plan.read(document()).evaluate("2026-02-14")._repr_html_()
    # 120,000 of 500,000 is 24 %; 44 of 89 days have gone.
    assert "progress 24 %, 49 % expected" in html
    assert "width:24.0%" in html
    assert "left:49.4%" in html


def test_arabic_takes_its_own_direction(sales: okrkit.Plan) -> None:
    html = sales.evaluate(DAY)._repr_html_()
    assert html.count('<bdi dir="auto"') > 64
    title = sales.objectives[0].title
    assert not isinstance(title, str)
    assert title["ar"] in html


def test_a_figure_that_is_not_there_says_why() -> None:
    plan = document()
    plan["objectives"][0]["key_results"][0]["check_ins"] = []
    html = okrkit.Plan.read(plan).evaluate(DAY)._repr_html_()
    assert "no check ins" in html
    assert "no data" in html
