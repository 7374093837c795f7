"""A plan whose figures can be checked by hand."""

from typing import Any


def document(**changes: Any) -> dict[str, Any]:
    """One objective, one key result from 0 to 500,000 with 120,000 on the 31st of January 2026."""
    return {
        "okrkit": 1,
        "id": "acme",
        "cycles": [{"id": "q1", "starts": "2026-01-01", "ends": "2026-03-31"}],
        "objectives": [
            {
                "id": "grow",
                "title": "Grow quarterly sales revenue",
                "cycle": "q1",
                "key_results": [
                    {
                        "id": "revenue",
                        "title": "Reach 500,000 USD in sales",
                        "measure": {"kind": "metric", "start": 0, "target": 500_000},
                        "check_ins": [{"on": "2026-01-31", "value": 120_000}],
                    }
                ],
            }
        ],
        **changes,
    }


def with_check_in(**check_in: Any) -> dict[str, Any]:
    """The same plan with one more check-in."""
    plan = document()
    plan["objectives"][0]["key_results"][0]["check_ins"].append(check_in)
    return plan
