"""Weighted graphs: shortest paths and minimum spanning trees."""

import itertools

import numpy as np
from manim import *

from components_cache.library.graphs.network import Network, planar_edges, spread_points
from components_cache.library.theme import BAD, FOCUS, GHOST, GOOD, INK, MUTED, OTHER, WARM, Narrator, formula, words


def weighted_network(nodes: int, seed: int, center=(0.0, 0.1), size=(11.2, 4.3), rough: float = 0.5) -> Network:
    """A planar network whose weights are about the lengths of its edges, more or less `rough`."""
    rng = np.random.default_rng(seed + 1)
    points = spread_points(nodes, *size, seed, center)
    edges = []
    for one, two in planar_edges(points, round(1.6 * nodes)):
        length = np.hypot(points[one][0] - points[two][0], points[one][1] - points[two][1])
        edges.append((one, two, max(1, round(1.7 * length * rng.uniform(1 - rough, 1 + rough)))))
    return Network(points, edges)


def dijkstra_shortest_path(scene: Scene, nodes: int = 8, seed: int = 4):
    """Dijkstra's algorithm: the nearest node that is not final yet becomes final, and offers its neighbours a way.

    Tags: graphs, shortest path, weighted graph, greedy, priority queue, navigation
    Wishes:
        Dijkstra's shortest path
        Dijkstra's algorithm on a weighted graph with 8 nodes
        how does a navigation system find the shortest route
        shortest path in a graph
        Dijkstra
        shortest route in a road network
        how does GPS find the fastest way?
        cheapest path between two nodes of a weighted graph
        Animate distances being relaxed in Dijkstra's algorithm
    Parameters:
        nodes: how many nodes; in [4, 10]; said: nodes, vertices, points, cities
        seed: picks the graph; in [0, 999]; said: seed
    """
    narrator = Narrator(scene)
    graph = weighted_network(nodes, seed)
    names = list(graph.nodes)
    start, goal = names[0], names[-1]
    narrator.say(f"What is the shortest way from {start} to {goal}?", graph.appear())
    tags = {name: _distance_tag(graph, name, 0 if name == start else None) for name in names}
    narrator.say(f"Only {start} is known: distance 0. All others: unknown, infinity.", FadeIn(VGroup(*tags.values())))
    distance, parent, final = {start: 0}, {}, set()
    step = 0
    while len(final) < len(names):
        here = min((n for n in distance if n not in final), key=lambda n: (distance[n], n))
        final.add(here)
        if step == 1:
            narrator.say("The smallest open distance cannot get any better. It becomes final.", wait=0.3)
        scene.play(graph.light_node(here, GOOD), tags[here].animate.set_color(GOOD), run_time=0.6)
        if here == goal:
            break
        if step == 0:
            narrator.say("From here, offer every neighbour a way: distance plus edge.", wait=0.3)
        for other in sorted(n for n in graph.neighbours[here] if n not in final):
            _relax(scene, graph, tags, distance, parent, here, other, 0.75 if step < 2 else 0.5)
        step += 1
    path = [goal]
    while path[-1] != start:
        path.append(parent[path[-1]])
    path.reverse()
    narrator.say(f"Follow the final edges back from {goal}: the way is {' – '.join(path)}.", wait=0.2)
    for one, two in list(itertools.pairwise(path))[::-1]:
        scene.play(graph.light_edge(one, two, FOCUS, 9), run_time=0.4)
    scene.wait(0.6)
    narrator.say(
        f"Length {distance[goal]}, and no shorter way was missed: distances only grow.",
        *[graph.light_node(n, FOCUS) for n in path],
    )


def _distance_tag(graph: Network, name: str, distance) -> VMobject:
    tag = formula(r"\infty", size=38, color=MUTED) if distance is None else words(str(distance), 28, FOCUS)
    return tag.move_to(graph.beside(name, 0.26))


def _relax(
    scene: Scene, graph: Network, tags: dict, distance: dict, parent: dict, here: str, other: str, pace: float
) -> None:
    """Offer `other` the way through `here`; keep it if it is shorter than what it has."""
    offer = distance[here] + graph.weights[here, other]
    edge = graph.edges[here, other]
    if offer >= distance.get(other, np.inf):
        edge.set_stroke(BAD, 5)
        scene.wait(pace * 0.7)
        edge.set_stroke(GHOST, 3)
        return
    old = parent.get(other)
    distance[other], parent[other] = offer, here
    dropped = [graph.light_edge(old, other, GHOST, 3)] if old else []
    new = _distance_tag(graph, other, offer)
    # the old number is replaced, so that one tag stands at every node
    scene.play(
        graph.light_edge(here, other, OTHER, 6),
        FadeOut(tags[other], scale=0.5),
        FadeIn(new, scale=1.5),
        *dropped,
        run_time=pace,
    )
    tags[other] = new


def minimum_spanning_tree(scene: Scene, nodes: int = 9, method: str = "kruskal", seed: int = 6):
    """Minimum spanning tree: the cheapest edges that join everything without a circle.

    Tags: graphs, spanning tree, Kruskal, Prim, greedy, network, cheapest
    Wishes:
        minimum spanning tree
        Kruskal's algorithm
        Prim's algorithm for the minimum spanning tree
        connect all cities with the least cable
        Kruskal
        Prim
        connect all points with minimal total length
        cheapest network without cycles
        Animate Kruskal's algorithm adding edges in order of weight
    Parameters:
        nodes: how many nodes; in [4, 11]; said: nodes, vertices, points, cities
        method: Kruskal takes the cheapest edge anywhere, Prim grows one tree; one of: kruskal, prim; said: algorithm
        seed: picks the graph; in [0, 999]; said: seed
    """
    narrator = Narrator(scene)
    graph = weighted_network(nodes, seed, center=(0, 0.35), size=(11.4, 4.0))
    narrator.say("Join all nodes as cheaply as possible.", graph.appear())
    rule = {
        "kruskal": "Kruskal: always take the cheapest edge that is left ...",
        "prim": "Prim: grow one tree from A by the cheapest edge that leaves it.",
    }
    narrator.say(rule[method], wait=0.6)
    cost = words("cost 0", 32, FOCUS).move_to([0, -2.45, 0])
    scene.play(FadeIn(cost), run_time=0.4)
    total = (_play_kruskal if method == "kruskal" else _play_prim)(scene, graph, narrator, cost)
    rest = [graph.light_edge(*pair, GHOST, 2) for pair in graph.weights if graph.edges[pair].get_stroke_width() < 5]
    narrator.say(f"All {nodes} nodes are joined by {nodes - 1} edges, at cost {total}.", *rest)
    narrator.say("Greedy, and still the best possible: no other tree is cheaper.")


def _play_kruskal(scene: Scene, graph: Network, narrator: Narrator, cost: Text) -> int:
    group = {name: name for name in graph.nodes}
    total, skipped = 0, False
    pairs = sorted({tuple(sorted(pair)) for pair in graph.weights}, key=lambda pair: (graph.weights[pair], pair))
    for one, two in pairs:
        if group[one] == group[two]:
            graph.edges[one, two].set_stroke(BAD, 4)
            if not skipped:
                skipped = True
                narrator.say("... but never one that closes a circle.", wait=0.5)
            scene.wait(0.35)
            graph.edges[one, two].set_stroke(GHOST, 2)
            continue
        old, new = group[two], group[one]
        group = {name: new if root == old else root for name, root in group.items()}
        total += graph.weights[one, two]
        _take_edge(scene, graph, one, two, cost, total)
        if len(set(group.values())) == 1:
            break
    return total


def _play_prim(scene: Scene, graph: Network, narrator: Narrator, cost: Text) -> int:
    inside, total = {next(iter(graph.nodes))}, 0
    scene.play(*[graph.light_node(name, GOOD) for name in inside], run_time=0.4)
    while len(inside) < len(graph.nodes):
        leaving = sorted(pair for pair in graph.weights if pair[0] in inside and pair[1] not in inside)
        for pair in leaving:
            graph.edges[pair].set_stroke(FOCUS, 4)
        scene.wait(0.6 if len(inside) < 4 else 0.3)
        one, two = min(leaving, key=lambda pair: (graph.weights[pair], pair))
        for pair in leaving:
            graph.edges[pair].set_stroke(MUTED, 3)
        inside.add(two)
        total += graph.weights[one, two]
        _take_edge(scene, graph, one, two, cost, total)
        if len(inside) == 3:
            narrator.say("Yellow edges leave the tree. The cheapest of them joins it.", wait=0.3)
    return total


def _take_edge(scene: Scene, graph: Network, one: str, two: str, cost: Text, total: int) -> None:
    """Put an edge into the tree and add to the cost."""
    sum_now = words(f"cost {total}", 32, FOCUS).move_to(cost)
    lit = [graph.light_node(one, GOOD), graph.light_node(two, GOOD), graph.light_edge(one, two, GOOD, 7)]
    scene.play(*lit, run_time=0.55)
    cost.become(sum_now)
    scene.wait(0.15)


def travelling_salesman(scene: Scene, cities: int = 12, seed: int = 3):
    """Travelling salesman: a greedy round trip, made shorter by uncrossing it (2-opt).

    Tags: graphs, optimisation, round trip, tour, nearest neighbour, 2-opt, heuristic, NP-hard
    Wishes:
        travelling salesman problem
        traveling salesman with 12 cities
        nearest neighbour tour improved by 2-opt
        shortest round trip through all cities
        TSP
        shortest tour that visits every city once
        delivery route optimisation
        why is the travelling salesman problem hard?
        Animate improving a route by removing crossings
    Parameters:
        cities: how many cities; in [5, 20]; said: cities, points, nodes, towns
        seed: picks the map; in [0, 999]; said: seed
    """
    narrator = Narrator(scene)
    rng = np.random.default_rng(seed)
    spots = np.array(list(spread_points(cities, 11.5, 4.4, seed + 50, (0, 0.4)).values()))
    spots += rng.uniform(-0.25, 0.25, spots.shape)
    spots = np.column_stack([spots, np.zeros(cities)])
    dots = VGroup(*[Dot(point, 0.1, color=INK) for point in spots])
    narrator.say(f"Visit all {cities} cities and come home. Which round trip is shortest?", FadeIn(dots, lag_ratio=0.1))
    tour = _nearest_tour(spots, int(np.argmax(spots[:, 0])))
    line = _tour_line(spots, tour, WARM)
    meter = words(f"length {_tour_length(spots, tour):.1f}", 32, WARM).move_to([0, -2.45, 0])
    scene.bring_to_back(line)
    narrator.say(
        "A greedy try: always go on to the nearest new city.", Create(line, run_time=3, rate_func=linear), wait=0.3
    )
    greedy = _tour_length(spots, tour)
    scene.play(FadeIn(meter), run_time=0.4)
    narrator.say("The last legs are long. Take two legs and swap their ends, if that is shorter.", wait=0.3)
    for _ in range(14):
        better = _best_exchange(spots, tour)
        if better is None:
            break
        i, j = better
        legs = VGroup(*[Line(spots[tour[k]], spots[tour[(k + 1) % cities]], color=BAD, stroke_width=7) for k in (i, j)])
        scene.play(FadeIn(legs), run_time=0.35)
        tour[i + 1 : j + 1] = tour[i + 1 : j + 1][::-1]
        new_line = _tour_line(spots, tour, FOCUS)
        fresh = words(f"length {_tour_length(spots, tour):.1f}", 32, FOCUS).move_to(meter)
        scene.play(FadeOut(legs), FadeOut(line), FadeIn(new_line), run_time=0.5)
        meter.become(fresh)
        line = new_line
        scene.bring_to_front(dots)
    best = _tour_length(spots, tour)
    text = f"No swap helps any more: {100 * (greedy - best) / greedy:.0f} % shorter than the greedy tour."
    if greedy - best < 1e-9:
        text = "No swap helps: the greedy tour was good already."
    narrator.say(text, line.animate.set_color(GOOD), meter.animate.set_color(GOOD))
    narrator.say(f"To be sure it is the best, we would have to compare $({cities}-1)!/2$ tours.")


def _nearest_tour(spots, start: int) -> list[int]:
    tour = [start]
    while len(tour) < len(spots):
        left = [n for n in range(len(spots)) if n not in tour]
        tour.append(min(left, key=lambda n: float(np.linalg.norm(spots[n] - spots[tour[-1]]))))
    return tour


def _tour_length(spots, tour: list[int]) -> float:
    path = spots[[*tour, tour[0]]]
    return float(np.linalg.norm(np.diff(path, axis=0), axis=1).sum())


def _tour_line(spots, tour: list[int], color) -> VMobject:
    return VMobject(color=color, stroke_width=4).set_points_as_corners(spots[[*tour, tour[0]]])


def _best_exchange(spots, tour: list[int]):
    """The pair of legs whose exchange shortens the tour most, or None. 2-opt."""
    size, best, gain = len(tour), None, 1e-9
    for i in range(size - 1):
        for j in range(i + 2, size - (i == 0)):
            a, b, c, d = (spots[tour[k % size]] for k in (i, i + 1, j, j + 1))
            saved = np.linalg.norm(a - b) + np.linalg.norm(c - d) - np.linalg.norm(a - c) - np.linalg.norm(b - d)
            if saved > gain:
                best, gain = (i, j), saved
    return best
