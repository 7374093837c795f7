"""An engine for objectives and key results: a plan in, an explained scorecard out.

A ``Plan`` is read from JSON, evaluated as of a day by a ``Profile`` into a ``Scorecard``, and everything else is asked of these two
in the verbs of the Rust core. Progress, scores, weights, shares and confidences are between 0 and 1; only what was checked in, and
a measure's own fields, are on the measure's own scale. No clock is read: the day is always an argument.

Example:
    >>> plan = okrkit.Plan.read({"okrkit": 1, "id": "acme",
    ...     "cycles": [{"id": "q1", "starts": "2026-01-01", "ends": "2026-03-31"}],
    ...     "objectives": [{"id": "grow", "title": "Grow quarterly sales revenue", "cycle": "q1", "key_results": [
    ...         {"id": "revenue", "title": "Reach 500,000 USD in sales",
    ...          "measure": {"kind": "metric", "start": 0, "target": 500_000},
    ...          "check_ins": [{"on": "2026-01-31", "value": 120_000}]}]}]})
    >>> card = plan.evaluate(as_of="2026-02-14")
    >>> card["grow"].score, card["grow"].status
    (0.24, <Status.AT_RISK: 'at_risk'>)
"""

from ._okrkit import VERSION as __version__  # noqa: F401

TYPE_CHECKING = False
if TYPE_CHECKING:
    from . import catalog as catalog
    from . import conformance as conformance
    from ._answers import *  # noqa: F403
    from ._as_of import AsOf as AsOf
    from ._errors import Issue as Issue
    from ._errors import OkrError as OkrError
    from ._errors import Position as Position
    from ._functions import *  # noqa: F403
    from ._parts import *  # noqa: F403
    from ._plan import Plan as Plan
    from ._rules import *  # noqa: F403
    from ._scorecard import Scorecard as Scorecard
    from ._tables import *  # noqa: F403
    from ._value import Day as Day
    from ._value import FrozenDict as FrozenDict
    from ._value import Moment as Moment
    from ._value import Number as Number
    from ._value import Value as Value
    from ._words import *  # noqa: F403


SUBMODULES = ("catalog", "conformance", "plot")


def __getattr__(name: str) -> object:
    """Imports what is asked for when it is asked for, so that ``import okrkit`` takes no time."""
    from importlib import import_module

    from ._index import HOME

    if name in SUBMODULES:
        return import_module(f"{__name__}.{name}")
    if name not in HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = getattr(import_module(f"{__name__}.{HOME[name]}"), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    from ._index import HOME

    return sorted({*globals(), *HOME, *SUBMODULES})
