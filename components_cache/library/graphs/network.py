"""Networks: named points joined by lines, random planar ones, and strips that show a queue or a stack."""

import numpy as np
from manim import *

from components_cache.library.theme import BACKGROUND, INK, MAIN, MUTED, words

NAMES = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


class Network(VGroup):
    """Nodes joined by edges. `points` maps names to places; an edge is (name, name) or (name, name, weight).

    `nodes[name]` has parts 0 (circle) and 1 (name); `edges[one, two]` is the line, for both orders unless `directed`.
    """

    def __init__(self, points: dict, edges: list, radius: float = 0.33, directed: bool = False, text_size: float = 28):
        super().__init__()
        self.radius, self.directed = radius, directed
        self.points_of = {name: np.array([*point[:2], 0.0]) for name, point in points.items()}
        self.nodes = {name: self._node(name, point, text_size) for name, point in self.points_of.items()}
        self.edges, self.weights, self.labels = {}, {}, {}
        self.neighbours = {name: [] for name in points}
        for one, two, *weight in edges:
            self._join(one, two, *weight)
        self.lines = VGroup(*dict.fromkeys(self.edges.values()))
        self.add(self.lines, VGroup(*dict.fromkeys(self.labels.values())), VGroup(*self.nodes.values()))

    def _node(self, name: str, point, text_size: float) -> VGroup:
        circle = Circle(self.radius, color=MAIN, stroke_width=3).set_fill(BACKGROUND, 1).move_to(point)
        return VGroup(circle, words(str(name), text_size).move_to(point))

    def _join(self, one: str, two: str, weight=None) -> None:
        start, end = self.points_of[one], self.points_of[two]
        towards = (end - start) / np.linalg.norm(end - start)
        line = Line(start + self.radius * towards, end - self.radius * towards, color=MUTED, stroke_width=3)
        if self.directed:
            line.add_tip(tip_length=0.2, tip_width=0.18)
        self.neighbours[one].append(two)
        self.edges[one, two] = line
        if not self.directed:
            self.neighbours[two].append(one)
            self.edges[two, one] = line
        if weight is not None:
            self._weigh(one, two, weight)

    def _weigh(self, one: str, two: str, weight) -> None:
        label = words(str(weight), 24)
        label.set_stroke(BACKGROUND, 4, background=True)
        patch = Circle(0.2, stroke_width=0).set_fill(BACKGROUND, 1)
        label = VGroup(patch, label).move_to((self.points_of[one] + self.points_of[two]) / 2)
        for pair in [(one, two)] if self.directed else [(one, two), (two, one)]:
            self.weights[pair], self.labels[pair] = weight, label

    def paint_node(self, name: str, color, filled: bool = True) -> None:
        """Colour a node at once; a filled one has the colour as its ground, with dark writing."""
        circle, label = self.nodes[name]
        circle.set_stroke(color).set_fill(color if filled else BACKGROUND, 1)
        label.set_color(BACKGROUND if filled else INK)

    def light_node(self, name: str, color, filled: bool = True) -> Animation:
        """Colour a node in an animation."""
        circle, label = self.nodes[name]
        return AnimationGroup(
            circle.animate.set_stroke(color).set_fill(color if filled else BACKGROUND, 1),
            label.animate.set_color(BACKGROUND if filled else INK),
        )

    def light_edge(self, one: str, two: str, color, width: float = 6) -> Animation:
        """Colour an edge in an animation."""
        return self.edges[one, two].animate.set_stroke(color, width)

    def grow_edge(self, one: str, two: str, color, width: float = 6) -> tuple[Line, Animation]:
        """A coloured copy of an edge that is drawn from `one` to `two`."""
        start, end = self.points_of[one], self.points_of[two]
        towards = (end - start) / np.linalg.norm(end - start) * self.radius
        line = Line(start + towards, end - towards, color=color, stroke_width=width)
        return line, Create(line)

    def beside(self, name: str, distance: float = 0.3) -> np.ndarray:
        """A free spot next to a node, in the widest gap between its edges."""
        here = self.points_of[name]
        linked = {two for one, two in self.edges if one == name} | {one for one, two in self.edges if two == name}
        if not linked:
            return here + (self.radius + distance) * UP
        angles = sorted(float(np.arctan2(*(self.points_of[n] - here)[1::-1])) for n in linked)
        gaps = [(b - a, (a + b) / 2) for a, b in zip(angles, [*angles[1:], angles[0] + TAU], strict=True)]
        angle = max(gaps)[1]
        return here + (self.radius + distance) * np.array([np.cos(angle), np.sin(angle), 0])

    def appear(self) -> Animation:
        """Nodes pop up, then edges are drawn."""
        spots = LaggedStart(*[FadeIn(node, scale=0.6) for node in self.nodes.values()], lag_ratio=0.08)
        links = AnimationGroup(Create(self.lines, lag_ratio=0.05), FadeIn(self[1]))
        return AnimationGroup(spots, links, lag_ratio=0.4, run_time=1.8)


def spread_points(count: int, width: float, height: float, seed: int, center=(0.0, 0.0)) -> dict:
    """`count` named points that keep well apart in a box, named from left to right. Mitchell's best candidate."""
    rng = np.random.default_rng(seed)
    chosen = [np.array([-0.5, 0.0]) * [width, height]]
    while len(chosen) < count:
        tries = (rng.random((300, 2)) - 0.5) * [width, height]
        near = np.min([np.hypot(*(tries - point).T) for point in chosen], axis=0)
        chosen.append(tries[int(np.argmax(near))])
    chosen.sort(key=lambda point: float(point[0]))
    return {NAMES[i]: (float(p[0]) + center[0], float(p[1]) + center[1]) for i, p in enumerate(chosen)}


def planar_edges(points: dict, most: int = 0) -> list[tuple[str, str]]:
    """Edges that never cross and join all points: the Gabriel graph, thinned to `most` edges if given."""
    names = list(points)
    spot = {name: np.array(points[name][:2]) for name in names}
    pairs = [(a, b) for i, a in enumerate(names) for b in names[i + 1 :]]
    kept = [(a, b) for a, b in pairs if not _blocked(spot, a, b)]
    tree = least_tree(names, {pair: float(np.hypot(*(spot[pair[0]] - spot[pair[1]]))) for pair in kept})
    extra = sorted((pair for pair in kept if pair not in tree), key=lambda e: np.hypot(*(spot[e[0]] - spot[e[1]])))
    return kept if not most else [pair for pair in kept if pair in tree or pair in extra[: max(0, most - len(tree))]]


def _blocked(spot: dict, one: str, two: str) -> bool:
    """Whether another point lies in the circle around the edge."""
    middle, reach = (spot[one] + spot[two]) / 2, np.hypot(*(spot[one] - spot[two])) / 2
    return any(np.hypot(*(spot[n] - middle)) < 1.02 * reach for n in spot if n not in (one, two))


def least_tree(names: list[str], lengths: dict) -> set:
    """The edges of a minimum spanning tree, by Kruskal's algorithm."""
    group = {name: name for name in names}

    def root(name: str) -> str:
        while group[name] != name:
            name = group[name]
        return name

    tree = set()
    for one, two in sorted(lengths, key=lambda pair: lengths[pair]):
        if root(one) != root(two):
            group[root(one)] = root(two)
            tree.add((one, two))
    return tree


def layered_places(children: dict, root, width: float, top: float, drop: float, gap: float = 1.3) -> dict:
    """Points for a tree of any kind: leaves evenly spread, parents over the middle of their children."""
    rows: dict = {}
    x: dict = {}
    leaves = []

    def place(node, level: int) -> float:
        rows[node] = level
        spots = [place(child, level + 1) for child in children.get(node, [])]
        if not spots:
            leaves.append(node)
        x[node] = (spots[0] + spots[-1]) / 2 if spots else float(len(leaves) - 1)
        return x[node]

    place(root, 0)
    gap = min(gap, width / max(1, len(leaves) - 1))
    middle = (min(x.values()) + max(x.values())) / 2
    return {node: np.array([(x[node] - middle) * gap, top - drop * rows[node], 0.0]) for node in rows}


class Strip:
    """A waiting line of names in boxes, growing to the right: a queue (take first) or a stack (take last)."""

    def __init__(self, label: str, left: float, y: float, color=MAIN, side: float = 0.6):
        self.side, self.color, self.y = side, color, y
        self.title = words(label, 28, MUTED).move_to([left, y, 0], aligned_edge=LEFT)
        self.left = left + self.title.width + 0.25
        self.boxes: list[VGroup] = []

    def _spot(self, place: int) -> list[float]:
        return [self.left + (place + 0.5) * self.side, self.y, 0]

    def put(self, name: str) -> Animation:
        """A new box at the right end."""
        frame = Square(self.side, color=self.color, stroke_width=2.5).set_fill(self.color, 0.2)
        box = VGroup(frame, words(name, 26)).move_to(self._spot(len(self.boxes)))
        self.boxes.append(box)
        return FadeIn(box, shift=0.3 * LEFT)

    def take_first(self) -> Animation:
        """The leftmost box leaves and the others move up."""
        gone = self.boxes.pop(0)
        moved = [box.animate.move_to(self._spot(place)) for place, box in enumerate(self.boxes)]
        return AnimationGroup(FadeOut(gone, shift=0.4 * UP), *moved)

    def take_last(self) -> Animation:
        """The rightmost box leaves."""
        return FadeOut(self.boxes.pop(), shift=0.4 * UP)
