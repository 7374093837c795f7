"""What the peers in Python share: the input, and the loop that takes orders from the program that holds the clock of the rounds.

A folder has the columns of the key results (`start.f64`, `target.f64`, `reading.f64`, `weight.f64`: doubles, a missing reading is NaN;
`objective_id.txt`: a line each), and of the objectives (`objectives.txt`: ids; `parents.txt`: the id of the parent, or an empty line).

An order is a line: `scores` or `tree` runs the task and answers with the nanoseconds it took; `write FILE` writes the scores of the last
task as doubles in the order of the objectives, NaN for none.
"""

import sys
import time
from pathlib import Path

import numpy as np


class Input:
    def __init__(self, folder):
        folder = Path(folder)
        self.start, self.target, self.reading, self.weight = (
            np.fromfile(folder / f"{name}.f64") for name in ("start", "target", "reading", "weight")
        )
        self.objective_id = folder.joinpath("objective_id.txt").read_text().splitlines()
        self.objectives = folder.joinpath("objectives.txt").read_text().splitlines()
        self.parents = [line or None for line in folder.joinpath("parents.txt").read_text().split("\n")[: len(self.objectives)]]


def serve(prepare):
    """`prepare(input)` gives, by name, the tasks and a function that makes the result of a task a dict from id to score or None."""
    data = Input(sys.argv[1])
    tasks, as_dict = prepare(data)
    print("ready", *tasks, flush=True)
    result = None
    for line in sys.stdin:
        order, *rest = line.split()
        if order == "write":
            scores = as_dict(result)
            values = (scores.get(id) for id in data.objectives)
            np.array([np.nan if value is None else value for value in values], dtype=float).tofile(rest[0])
            print("written", flush=True)
            continue
        before = time.perf_counter_ns()
        result = tasks[order]()
        print(time.perf_counter_ns() - before, flush=True)
