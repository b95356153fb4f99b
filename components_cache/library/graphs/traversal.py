"""Walking through a graph: breadth first and depth first."""

from collections import deque

import numpy as np
from manim import *

from components_cache.library.graphs.network import NAMES, Network, Strip, planar_edges, spread_points
from components_cache.library.theme import FOCUS, GHOST, GOOD, OTHER, WARM, Narrator, words


def breadth_first_search(scene: Scene, nodes: int = 10, seed: int = 2):
    """Breadth-first search: a wave runs through the graph, ring by ring, ordered by a queue.

    Tags: graphs, traversal, BFS, queue, layers, shortest path in edges
    Wishes:
        breadth first search
        BFS on a graph with 10 nodes
        how does breadth-first search use a queue
        visit a graph level by level
        graph traversal with a queue
        explore all neighbours first, then their neighbours
        layer by layer exploration of a network
        Animate breadth-first search with a queue on a small graph
    Parameters:
        nodes: how many nodes; in [4, 14]; said: nodes, vertices, points
        seed: picks the graph; in [0, 999]; said: seed
    """
    narrator = Narrator(scene)
    points = spread_points(nodes, 11, 3.3, seed, (0, 0.65))
    graph = Network(points, planar_edges(points, round(1.35 * nodes)))
    line = Strip("queue", -6, -2.3, FOCUS)
    start = "A"
    narrator.say("Start at one node and put it into a queue.", graph.appear(), FadeIn(line.title), wait=0.3)
    scene.play(line.put(start), graph.light_node(start, FOCUS, filled=False), run_time=0.5)
    ring, waiting, notes = {start: 0}, deque([start]), VGroup()
    step = 0
    while waiting:
        here = waiting.popleft()
        color = _ring_color(ring[here])
        fresh = [name for name in sorted(graph.neighbours[here]) if name not in ring]
        for name in fresh:
            ring[name] = ring[here] + 1
            waiting.append(name)
        pace = 0.7 if step < 3 else 0.45
        scene.play(line.take_first(), graph.light_node(here, color), run_time=pace)
        if step == 0:
            narrator.say("Take the first one out, and queue its neighbours.", wait=0.2)
        if step == 1:
            narrator.say("Always the one that has waited longest.", wait=0.2)
        _discover(scene, graph, line, here, fresh, color, pace)
        step += 1
    far = max(ring.values())
    for name, steps in ring.items():
        notes.add(words(str(steps), 26, _ring_color(steps)).move_to(graph.beside(name, 0.24)))
    narrator.say("The wave went out ring by ring: each number is the distance from A.", FadeIn(notes, lag_ratio=0.1))
    narrator.say(f"So BFS finds paths with the fewest edges, here never more than {far}.")


def _ring_color(ring: int):
    """The colour of a ring around the start."""
    return [YELLOW, GREEN_C, TEAL_C, BLUE_C, PURPLE_B, PINK, ORANGE, RED_C][ring % 8]


def _discover(scene: Scene, graph: Network, line: Strip, here: str, fresh: list[str], color, pace: float) -> None:
    """Draw the edges to the newly found neighbours and put these into the line."""
    if not fresh:
        return
    drawn = [graph.grow_edge(here, name, color)[1] for name in fresh]
    joined = [line.put(name) for name in fresh]
    rings = [graph.light_node(name, FOCUS, filled=False) for name in fresh]
    scene.play(*drawn, *joined, *rings, run_time=pace)


def depth_first_search(scene: Scene, nodes: int = 10, seed: int = 2):
    """Depth-first search: go on as deep as possible, and step back only at dead ends.

    Tags: graphs, traversal, DFS, stack, backtracking, recursion
    Wishes:
        depth first search
        DFS on a graph
        how does depth-first search backtrack with a stack
        explore a maze of nodes as deep as possible first
        go deep first and backtrack
        graph traversal with a stack or recursion
        how do you explore a maze?
        Animate depth-first search on a graph with backtracking
    Parameters:
        nodes: how many nodes; in [4, 14]; said: nodes, vertices, points
        seed: picks the graph; in [0, 999]; said: seed
    """
    narrator = Narrator(scene)
    points = spread_points(nodes, 11, 3.3, seed, (0, 0.65))
    graph = Network(points, planar_edges(points, round(1.35 * nodes)))
    line = Strip("stack", -6, -2.3, WARM)
    narrator.say("Start at A. The stack remembers the way we came.", graph.appear(), FadeIn(line.title), wait=0.3)
    scene.play(line.put("A"), graph.light_node("A", FOCUS), run_time=0.5)
    path, order = ["A"], ["A"]
    told = set()
    while path:
        here = path[-1]
        fresh = [name for name in sorted(graph.neighbours[here]) if name not in order]
        pace = 0.6 if len(order) < 4 else 0.42
        if fresh:
            _tell_once(narrator, told, "on", "Go on to a neighbour that was never visited.")
            drawing = graph.grow_edge(here, fresh[0], FOCUS)[1]
            lit = [graph.light_node(here, WARM), graph.light_node(fresh[0], FOCUS)]
            scene.play(drawing, *lit, line.put(fresh[0]), run_time=pace)
            path.append(fresh[0])
            order.append(fresh[0])
        else:
            if len(order) < len(points):
                _tell_once(narrator, told, "back", "A dead end: step back until there is a way on.")
            elif len(path) > 1:
                _tell_once(narrator, told, "home", "All nodes are visited: the stack empties.")
                pace = 0.25
            path.pop()
            lit = [graph.light_node(path[-1], FOCUS)] if path else []
            scene.play(line.take_last(), graph.light_node(here, GOOD), *lit, run_time=pace)
    numbers = [words(str(i + 1), 26, FOCUS).move_to(graph.beside(n, 0.24)) for i, n in enumerate(order)]
    order_shown = FadeIn(VGroup(*numbers), lag_ratio=0.1)
    narrator.say("In this order: one long walk with steps back, never twice the same node.", order_shown)
    narrator.say("The yellow edges form a tree. Its branches are the ways DFS went down.")


def _tell_once(narrator: Narrator, told: set[str], key: str, text: str) -> None:
    if key not in told:
        told.add(key)
        narrator.say(text, wait=0.3)


def search_comparison(scene: Scene, nodes: int = 11, seed: int = 3):
    """Breadth-first versus depth-first search: the same tree, searched by a queue and by a stack.

    Tags: graphs, traversal, BFS, DFS, queue, stack, comparison, tree
    Wishes:
        breadth first search versus depth first search
        BFS vs DFS
        difference between BFS and DFS
        compare breadth-first and depth-first traversal side by side
        BFS and DFS compared
        when to use breadth first and when depth first search?
        queue versus stack traversal
        side-by-side animation of both graph searches
        how do breadth-first and depth-first search differ
    Parameters:
        nodes: how many nodes; in [5, 13]; said: nodes, vertices, points
        seed: picks the tree; in [0, 999]; said: seed
    """
    narrator = Narrator(scene)
    parents = _bushy_tree(nodes, seed)
    wide, deep = _tree_network(parents, -3.4), _tree_network(parents, 3.4)
    heads = VGroup(
        words("breadth first: a queue", 30, OTHER).move_to([-3.4, 2.6, 0]),
        words("depth first: a stack", 30, WARM).move_to([3.4, 2.6, 0]),
    )
    wall = Line([0, 2.7, 0], [0, -2.6, 0], color=GHOST, stroke_width=2)
    narrator.say("The same tree twice. Who is visited when?", wide.appear(), deep.appear(), FadeIn(heads), Create(wall))
    queue, stack = Strip("queue", -6.4, -2.35, OTHER, 0.52), Strip("stack", 0.4, -2.35, WARM, 0.52)
    scene.play(FadeIn(queue.title, stack.title), queue.put("A"), stack.put("A"), run_time=0.6)
    waiting, piled = ["A"], ["A"]
    said = {
        0: "Left: take the one that waited longest. Right: the one that came last.",
        3: "Left finishes level by level. Right dives down.",
    }
    for step in range(nodes):
        if step in said:
            narrator.say(said[step], wait=0.3)
        pace = 0.6 if step < 4 else 0.45
        first, last = waiting.pop(0), piled.pop()
        waiting += wide.neighbours[first]
        piled += deep.neighbours[last][::-1]
        numbers = [_order_number(wide, first, step + 1), _order_number(deep, last, step + 1)]
        moves = [queue.take_first(), stack.take_last(), wide.light_node(first, OTHER), deep.light_node(last, WARM)]
        scene.play(*moves, FadeIn(VGroup(*numbers)), run_time=pace)
        joined = [queue.put(name) for name in wide.neighbours[first]] + [
            stack.put(n) for n in deep.neighbours[last][::-1]
        ]
        if joined:
            scene.play(*joined, run_time=0.7 * pace)
    narrator.say("Breadth first finds near things first and needs memory for a whole level.")
    narrator.say("Depth first remembers one path and its side doors. Only the waiting line differs!")


def _bushy_tree(nodes: int, seed: int) -> list[int]:
    """Parents of nodes 1, 2, ... in level order: random, at most three children, at most four levels."""
    rng = np.random.default_rng(seed)
    level, children, parents = [0], [0], []
    for _ in range(1, nodes):
        last = parents[-1] if parents else 0
        free = [n for n in range(len(level)) if children[n] < 3 and level[n] < 3]
        open_ones = [n for n in free if n >= last] or free
        weights = np.array([1.0 / (1 + 1.2 * i) for i in range(len(open_ones))])
        parent = int(rng.choice(open_ones, p=weights / weights.sum()))
        parents.append(parent)
        children[parent] += 1
        level.append(level[parent] + 1)
        children.append(0)
    return parents


def _tree_network(parents: list[int], middle: float) -> Network:
    """The tree as a network around x = middle: leaves evenly spread, parents over their children."""
    count = len(parents) + 1
    below = {n: [c + 1 for c, p in enumerate(parents) if p == n] for n in range(count)}
    depth = [0] * count
    for child, parent in enumerate(parents):
        depth[child + 1] = depth[parent] + 1
    x: dict[int, float] = {}

    def place(node: int) -> float:
        spots = [place(child) for child in below[node]]
        x[node] = sum(spots) / len(spots) if spots else len([n for n in x if not below[n]])
        return x[node]

    place(0)
    leaves = max(1, len([n for n in range(count) if not below[n]]) - 1)
    gap, drop = min(1.3, 5.4 / leaves), 3.05 / max(depth)
    shift = leaves / 2
    points = {NAMES[n]: (middle + (x[n] - shift) * gap, 1.85 - drop * depth[n]) for n in range(count)}
    edges = [(NAMES[parent], NAMES[child + 1]) for child, parent in enumerate(parents)]
    tree = Network(points, edges, radius=0.29, text_size=26)
    for name, index in zip(points, range(count), strict=True):
        tree.neighbours[name] = [NAMES[c] for c in below[index]]
    return tree


def _order_number(tree: Network, name: str, number: int) -> Text:
    side = RIGHT if tree.neighbours[name] else DOWN
    return words(str(number), 24, FOCUS).next_to(tree.nodes[name], side, buff=0.06)
