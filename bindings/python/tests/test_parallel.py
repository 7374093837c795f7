"""Threads and processes."""

import multiprocessing
import threading
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor

import okrkit

DAYS = [f"2026-{month:02}-{day:02}" for month in (1, 2, 3) for day in range(1, 29)]


def scored(plan: okrkit.Plan, day: str) -> okrkit.Scorecard:
    return plan.evaluate(day, "viva")


def test_threads_share_a_plan(sales: okrkit.Plan) -> None:
    alone = [scored(sales, day) for day in DAYS]
    with ThreadPoolExecutor(8) as threads:
        assert list(threads.map(lambda day: scored(sales, day), DAYS)) == alone


def test_the_first_use_of_a_class_may_come_from_many_threads_at_once(sales: okrkit.Plan) -> None:
    card = sales.evaluate("2026-02-15")
    barrier = threading.Barrier(8)
    found: list[object] = []

    def work() -> None:
        barrier.wait()
        found.append((card["revenue"], sales.lint("2026-02-15"), card.explain("revenue")))

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 8
    assert all(one == found[0] for one in found)


def test_plans_and_results_go_to_other_processes_and_come_back(sales: okrkit.Plan) -> None:
    days = DAYS[::10]
    # Spawned, as on every system but Linux: nothing is inherited, all is pickled.
    with ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("spawn")) as processes:
        cards = list(processes.map(scored, [sales] * len(days), days))
        reviews = list(processes.map(okrkit.Plan.close, [sales], ["q1"], ["2026-04-05"]))
    assert cards == [scored(sales, day) for day in days]
    assert reviews == [sales.close("q1", "2026-04-05")]
