"""Classic questions about graphs: Euler walks, colouring, topological order, grid search, PageRank."""

import heapq

import numpy as np
from manim import *

from components_cache.library.graphs.network import NAMES, Network, planar_edges, spread_points
from components_cache.library.theme import (
    BACKGROUND,
    BAD,
    FOCUS,
    GHOST,
    GOOD,
    INK,
    MAIN,
    MUTED,
    WARM,
    Narrator,
    words,
)


def konigsberg_bridges(scene: Scene):
    """Bridges of Königsberg: no walk crosses every bridge exactly once, because four places have odd degree.

    Tags: graphs, Euler path, degree, bridges, history, walk
    Wishes:
        seven bridges of Königsberg
        Euler path
        can you cross every bridge exactly once
        Koenigsberg bridge problem
        Koenigsberg
        Eulerian path
        walk over all seven bridges once
        draw a figure without lifting the pen
        why is the bridge walk impossible?
        vertices of odd degree
    """
    narrator = Narrator(scene)
    water = Rectangle(width=9.4, height=2.6, stroke_width=0).set_fill(BLUE_E, 0.45).move_to([0, 0.1, 0])
    isle = Ellipse(width=2.6, height=1.1, stroke_width=0).set_fill(GREEN_E, 1).move_to([-1.4, 0.1, 0])
    east = Rectangle(width=2.6, height=1.0, stroke_width=0).set_fill(GREEN_E, 1).move_to([3.4, 0.1, 0])
    spots = {"N": [0, 2.2, 0], "S": [0, -2.0, 0], "I": [-1.4, 0.1, 0], "E": [3.4, 0.1, 0]}
    bends = [
        ("N", "I", -0.35),
        ("N", "I", 0.35),
        ("S", "I", -0.35),
        ("S", "I", 0.35),
        ("N", "E", 0),
        ("S", "E", 0),
        ("I", "E", 0),
    ]
    planks = VGroup()
    for one, two, bend in bends:
        planks.add(_plank(one, two, bend))
    lands = VGroup(
        words("north bank", 28, GREEN_B).move_to([0, 2.2, 0]), words("south bank", 28, GREEN_B).move_to([0, -2.0, 0])
    )
    lands.add(words("island", 28).move_to(isle), words("east", 28).move_to(east))
    narrator.say(
        "Königsberg, 1736: a river, four pieces of land, seven bridges.",
        FadeIn(water, isle, east, lands),
        FadeIn(planks),
    )
    narrator.say("Is there a walk that crosses every bridge exactly once?")
    dots = {name: Dot(point, 0.2, color=MAIN).set_z_index(3) for name, point in spots.items()}
    edges = VGroup()
    for one, two, bend in bends:
        a, b = np.array(spots[one]), np.array(spots[two])
        edges.add(ArcBetweenPoints(a, b, angle=3.2 * bend) if bend else Line(a, b))
    edges.set_stroke(FOCUS, 5)
    narrator.say(
        "Euler forgets the shapes: lands become points, bridges become lines.",
        FadeOut(water, isle, east, lands),
        ReplacementTransform(planks, edges),
        *[GrowFromCenter(dot) for dot in dots.values()],
    )
    degree = {name: sum(name in (a, b) for a, b, _ in bends) for name in spots}
    sides = {"N": UP, "S": DOWN, "I": LEFT, "E": RIGHT}
    counts = VGroup(*[words(str(degree[n]), 34, WARM).next_to(dots[n], sides[n], buff=0.18) for n in spots])
    narrator.say("How many bridges meet at each point?", FadeIn(counts, lag_ratio=0.3), wait=1)
    narrator.say("Passing through a land uses two bridges: one in, one out.", wait=1)
    narrator.say("So only the start and the end may have an odd number of bridges.", wait=1)
    narrator.say(
        "But here all four are odd: the walk is impossible.",
        *[dot.animate.set_color(BAD) for dot in dots.values()],
        wait=1,
    )
    extra = CubicBezier(spots["N"], [7.4, 2.2, 0], [7.4, -2.0, 0], spots["S"], color=GOOD, stroke_width=5)
    even = VGroup(*[words("4", 34, GOOD).move_to(counts[i]) for i in (0, 1)])
    calm = [dots[n].animate.set_color(GOOD) for n in "NS"]
    narrator.say(
        "One more bridge leaves two odd points, and then it works.", Create(extra), Transform(counts[:2], even), *calm
    )


def _plank(one: str, two: str, bend: float) -> Line:
    """A bridge on the map."""
    if "I" in (one, two) and "E" in (one, two):
        return Line([-0.15, 0.1, 0], [2.15, 0.1, 0], color=FOCUS, stroke_width=10)
    x = 3.4 if "E" in (one, two) else -1.4 + 2 * bend
    top = "N" in (one, two)
    inner = (0.6 if "E" in (one, two) else 0.48) * (1 if top else -1) + 0.1
    outer = 1.55 if top else -1.35
    return Line([x, outer, 0], [x, inner, 0], color=FOCUS, stroke_width=10)


def graph_coloring(scene: Scene, nodes: int = 9, seed: int = 5):
    """Graph colouring: neighbours get different colours, with as few colours as possible.

    Tags: graphs, colouring, chromatic number, map, four colours, greedy
    Wishes:
        graph coloring
        graph colouring with few colours
        four colour theorem on a planar graph
        colour the nodes so that neighbours differ
        map colouring
        four colour theorem
        chromatic number
        color the countries of a map so that neighbours have different colors
        greedy vertex coloring
    Parameters:
        nodes: how many nodes; in [4, 14]; said: nodes, vertices, points, countries
        seed: picks the graph; in [0, 999]; said: seed
    """
    narrator = Narrator(scene)
    points = spread_points(nodes, 11, 4.2, seed, (0, 0.25))
    graph = Network(points, planar_edges(points))
    narrator.say("Colour the nodes so that joined ones differ.", graph.appear(), wait=0.5)
    order = sorted(points, key=lambda n: (-len(graph.neighbours[n]), n))
    colors, given = [YELLOW, BLUE_C, GREEN_C, RED_C, PURPLE_B, ORANGE], {}
    narrator.say("Busy nodes first; each takes the first colour that no neighbour has.", wait=0.2)
    for number, name in enumerate(order):
        taken = {given[n] for n in graph.neighbours[name] if n in given}
        given[name] = next(k for k in range(len(colors)) if k not in taken)
        near = [graph.edges[name, n] for n in graph.neighbours[name] if n in given]
        for edge in near:
            edge.set_stroke(INK, 5)
        scene.play(graph.light_node(name, colors[given[name]]), run_time=0.65 if number < 4 else 0.45)
        scene.wait(0.25 if number < 4 else 0.1)
        for edge in near:
            edge.set_stroke(MUTED, 3)
    used = max(given.values()) + 1
    narrator.say(f"{used} colours are enough here, and no two neighbours are alike.")
    narrator.say("Graphs that can be drawn without crossings never need more than four.")


def topological_sort(scene: Scene, nodes: int = 8, seed: int = 2):
    """Topological sort: put tasks in an order that respects every arrow.

    Tags: graphs, directed acyclic graph, DAG, order, dependencies, Kahn
    Wishes:
        topological sort
        order tasks by their dependencies
        Kahn's algorithm on a DAG
        topological ordering of a directed acyclic graph
        topological order
        dependency graph
        in which order must tasks be done?
        course prerequisites as a directed graph
        sort the nodes of a DAG
    Parameters:
        nodes: how many tasks; in [4, 10]; said: nodes, tasks, vertices
        seed: picks the graph; in [0, 999]; said: seed
    """
    narrator = Narrator(scene)
    points = spread_points(nodes, 10.5, 3.2, seed, (0, 0.95))
    edges = planar_edges(points, round(1.3 * nodes))
    shuffled = [NAMES[i] for i in np.random.default_rng(seed).permutation(nodes)]
    named = dict(zip(points, shuffled, strict=True))
    graph = Network({named[n]: p for n, p in points.items()}, [(named[a], named[b]) for a, b in edges], directed=True)
    narrator.say("An arrow means: this one must be done before that one.", graph.appear(), wait=0.6)
    needs = {n: sum(b == n for _, b in graph.edges) for n in graph.nodes}
    step = min(1.1, 12 / nodes)
    slots = VGroup(*[Circle(0.38, color=GHOST, stroke_width=2) for _ in range(nodes)])
    for i, slot in enumerate(slots):
        slot.move_to([(i - (nodes - 1) / 2) * step, -2.2, 0])
    scene.play(FadeIn(slots), run_time=0.4)
    done: list[str] = []
    while len(done) < nodes:
        free = sorted(n for n in graph.nodes if n not in done and not needs[n])
        for n in free:
            graph.paint_node(n, FOCUS)
        if not done:
            narrator.say("Yellow: nothing has to come before them. Take one ...", wait=0.5)
        else:
            scene.wait(0.25)
        here = free[0]
        out = [graph.edges[here, n] for n in graph.neighbours[here]]
        gone = [edge.animate.set_opacity(0.12) for edge in out]
        picture = graph.nodes[here].copy()
        graph.nodes[here][0].set_fill(GHOST).set_stroke(GHOST)
        picture[0].set_fill(GOOD).set_stroke(GOOD)
        scene.play(picture.animate.move_to(slots[len(done)]), *gone, run_time=0.7)
        done.append(here)
        if len(done) == 1:
            narrator.say("... and its arrows vanish. That sets others free.", wait=0.3)
        for n in graph.neighbours[here]:
            needs[n] -= 1
    narrator.say("In this order, everything that is needed comes first.")
    narrator.say("It only fails if the arrows run in a circle: then nobody can begin.")


def a_star_grid(scene: Scene, rows: int = 8, columns: int = 16, walls: float = 0.25, seed: int = 3):
    """A* search: the shortest way through a maze, drawn towards the goal.

    Tags: graphs, path finding, A star, heuristic, grid, maze
    Wishes:
        A* search on a grid
        A star pathfinding around obstacles
        how do games find a path around walls
        A star
        pathfinding in games
        shortest path through a maze with a heuristic
        robot finds its way around obstacles
        A* algorithm versus walls
    Parameters:
        rows: rows of the grid; in [5, 9]; said: rows
        columns: columns of the grid; in [8, 18]; said: columns
        walls: share of squares that are walls; in [0, 0.3]; said: walls, obstacles, density
        seed: picks the walls; in [0, 999]; said: seed
    """
    narrator = Narrator(scene)
    start, goal = (rows // 2, 0), (rows // 2, columns - 1)
    blocked, order, path = _open_maze(rows, columns, walls, seed, start, goal)
    side = min(5.3 / rows, 12.6 / columns)
    squares = {}
    for r in range(rows):
        for c in range(columns):
            square = Square(side - 0.05, stroke_width=0).set_fill(
                GHOST if (r, c) in blocked else MAIN, 0.95 if (r, c) in blocked else 0.12
            )
            squares[r, c] = square.move_to([side * (c - (columns - 1) / 2), 0.05 + side * ((rows - 1) / 2 - r), 0])
    for place, color in ((start, GOOD), (goal, BAD)):
        squares[place].set_fill(color, 1)
    narrator.say("From green to red around the walls: what is the shortest way?", FadeIn(VGroup(*squares.values())))
    narrator.say("A* tries squares with the least steps so far plus distance still to go.", wait=0.3)
    chunk = max(1, len(order) // 28)
    inner = [place for place in order if place not in (start, goal)]
    for i in range(0, len(inner), chunk):
        scene.play(*[squares[p].animate.set_fill(FOCUS, 0.45) for p in inner[i : i + chunk]], run_time=0.22)
    line = VMobject(color=INK, stroke_width=7).set_points_as_corners([squares[p].get_center() for p in path])
    narrator.say(
        f"Arrived: the way has {len(path) - 1} steps, and none is shorter.", Create(line, run_time=1.6), wait=0.8
    )
    total = rows * columns - len(blocked)
    narrator.say(f"It looked at {len(order)} of {total} free squares. The hint kept it on course.")


def _open_maze(rows: int, columns: int, walls: float, seed: int, start, goal):
    """Walls drawn with `seed` that leave a way open, the order in which A* settles squares, and its way."""
    for attempt in range(40):
        rng = np.random.default_rng(seed + 1000 * attempt)
        blocked = {(r, c) for r in range(rows) for c in range(columns) if rng.random() < walls} - {start, goal}
        order, path = _a_star(rows, columns, blocked, start, goal)
        if path:
            return blocked, order, path
    return set(), *_a_star(rows, columns, set(), start, goal)


def _a_star(rows: int, columns: int, blocked: set, start, goal):
    """A* with Manhattan distance: (squares in the order they were settled, path or an empty list)."""

    def hint(place) -> int:
        return abs(place[0] - goal[0]) + abs(place[1] - goal[1])

    steps, came, settled = {start: 0}, {}, []
    waiting = [(hint(start), hint(start), start)]
    while waiting:
        *_, here = heapq.heappop(waiting)
        if here in settled:
            continue
        settled.append(here)
        if here == goal:
            path = [goal]
            while path[-1] != start:
                path.append(came[path[-1]])
            return settled, path[::-1]
        r, c = here
        for near in ((r + 1, c), (r - 1, c), (r, c + 1), (r, c - 1)):
            inside = 0 <= near[0] < rows and 0 <= near[1] < columns and near not in blocked
            if inside and steps[here] + 1 < steps.get(near, 10**6):
                steps[near], came[near] = steps[here] + 1, here
                heapq.heappush(waiting, (steps[near] + hint(near), hint(near), near))
    return settled, []


def pagerank(scene: Scene, nodes: int = 7, seed: int = 3, damping: float = 0.85):
    """PageRank: pages share their importance along links until nothing changes any more.

    Tags: graphs, PageRank, web, random surfer, importance, Google, Markov chain
    Wishes:
        PageRank
        how does Google rank pages
        random surfer on a graph of web pages
        Google's algorithm
        ranking of web pages by links
        importance flows along links
        random surfer
        how does a search engine decide which page is important?
    Parameters:
        nodes: how many pages; in [4, 9]; said: nodes, pages, sites
        seed: picks the links; in [0, 999]; said: seed
        damping: chance to follow a link instead of jumping anywhere; in [0.5, 0.95]; said: damping
    """
    narrator = Narrator(scene)
    rng = np.random.default_rng(seed)
    points = spread_points(nodes, 10.5, 3.9, seed, (0, 0.2))
    edges = [(a, b) if rng.random() < 0.5 else (b, a) for a, b in planar_edges(points)]
    graph = Network(points, edges, 0.42, directed=True)
    names = list(points)
    rank = dict.fromkeys(names, 1 / nodes)
    for name in names:
        graph.nodes[name][1].become(words(f"{100 / nodes:.0f}", 28).move_to(points[name] + (0,)))
    narrator.say("Pages and links. At first all are equally important, in percent.", graph.appear())
    narrator.say("Each page passes its importance on, shared among its links.", wait=0.3)
    for turn in range(8):
        fresh = dict.fromkeys(names, (1 - damping) / nodes)
        for name in names:
            goals = graph.neighbours[name] or names
            for goal in goals:
                fresh[goal] += damping * rank[name] / len(goals)
        rank = fresh
        _show_ranks(scene, graph, points, rank, narrator if turn == 1 else None, 0.8 if turn < 3 else 0.4)
    best = max(names, key=lambda n: rank[n])
    narrator.say("After a few rounds nothing changes any more.", graph.nodes[best][0].animate.set_stroke(FOCUS, 8))
    narrator.say("Important is what important pages link to: that is PageRank.")


def _show_ranks(scene: Scene, graph: Network, points: dict, rank: dict, narrator, pace: float) -> None:
    """Dots travel along the links, then every node shows its new share and its colour."""
    lines = list(graph.edges.values())
    dots = [Dot(line.get_start(), 0.08, color=FOCUS) for line in lines]
    moves = [dot.animate.move_to(line.get_end()) for dot, line in zip(dots, lines, strict=True)]
    scene.play(*moves, run_time=pace)
    scene.remove(*dots)
    top = max(rank.values())
    for name, share in rank.items():
        circle, label = graph.nodes[name]
        circle.set_fill(interpolate_color(ManimColor(BACKGROUND), ManimColor(WARM), 0.75 * share / top), 1)
        label.become(words(f"{100 * share:.0f}", 28).move_to(circle))
    if narrator:
        narrator.say("What many pages link to grows.", wait=0.2)
