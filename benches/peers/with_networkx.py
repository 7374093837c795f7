"""networkx: a graph of key results and objectives, walked from the leaves up."""

import math

import networkx as nx

from peer import serve


def prepare(data):
    graph = nx.DiGraph()
    graph.add_nodes_from(data.objectives)
    columns = (data.start.tolist(), data.target.tolist(), data.reading.tolist(), data.weight.tolist())
    for at, (id, start, target, reading, weight) in enumerate(zip(data.objective_id, *columns)):
        graph.add_node(at, start=start, target=target, reading=reading)
        graph.add_edge(at, id, weight=weight)
    graph.add_edges_from((id, parent, {"weight": 1.0}) for id, parent in zip(data.objectives, data.parents) if parent is not None)

    def scored(order, with_tree):
        scores = {}
        nodes, into = graph.nodes, graph.pred
        for node in order:
            if isinstance(node, int):
                row = nodes[node]
                if not math.isnan(row["reading"]):
                    progress = (row["reading"] - row["start"]) / (row["target"] - row["start"])
                    scores[node] = min(1.0, max(0.0, progress))
                continue
            weight = weighted = 0.0
            for child, edge in into[node].items():
                score = scores.get(child) if with_tree or isinstance(child, int) else None
                if score is not None:
                    weight += edge["weight"]
                    weighted += edge["weight"] * score
            if weight > 0:
                scores[node] = weighted / weight
        return scores

    # Without a tree the order is known: key results before objectives.
    first = [*range(len(data.objective_id)), *data.objectives]
    tasks = {"scores": lambda: scored(first, False), "tree": lambda: scored(nx.topological_sort(graph), True)}
    return tasks, dict


serve(prepare)
