"""Plain Python: dictionaries and loops."""

import math

from peer import serve


def prepare(data):
    columns = (data.start.tolist(), data.target.tolist(), data.reading.tolist(), data.weight.tolist())
    rows = list(zip(data.objective_id, *columns))
    parents = dict(zip(data.objectives, data.parents))

    def sums():
        out = {}
        for id, start, target, reading, weight in rows:
            if math.isnan(reading):
                continue
            progress = (reading - start) / (target - start)
            progress = 0.0 if progress < 0 else 1.0 if progress > 1 else progress
            sum = out.get(id)
            if sum is None:
                out[id] = [weight, weight * progress]
            else:
                sum[0] += weight
                sum[1] += weight * progress
        return out

    def scores():
        return {id: weighted / weight for id, (weight, weighted) in sums().items()}

    def tree():
        out, waits = sums(), {}
        for parent in parents.values():
            waits[parent] = waits.get(parent, 0) + 1
        ready = [id for id in parents if id not in waits]
        result = {}
        while ready:
            id = ready.pop()
            sum = out.get(id)
            if sum is not None:
                result[id] = sum[1] / sum[0]
            parent = parents[id]
            if parent is None:
                continue
            if sum is not None:
                above = out.setdefault(parent, [0.0, 0.0])
                above[0] += 1.0
                above[1] += result[id]
            waits[parent] -= 1
            if waits[parent] == 0:
                ready.append(parent)
        return result

    return {"scores": scores, "tree": tree}, dict


serve(prepare)
