"""Classifiers on the plane: decision tree, support vector machine, perceptron."""

import numpy as np
from manim import *

from components_cache.library.machine_learning.drawing import dot_cloud, on_axes, plain_axes, polyline
from components_cache.library.theme import (
    BAD,
    FOCUS,
    GOOD,
    INK,
    MAIN,
    MUTED,
    WARM,
    Narrator,
    formula,
    words,
)

HALF_WIDTH, HALF_HEIGHT = 3.9, 2.6


def labelled_dots(axes, data: np.ndarray, label: np.ndarray, radius: float = 0.09) -> VGroup:
    """Dots in the colours of two classes: 0 blue, 1 orange."""
    dots = dot_cloud(axes, data, MAIN, radius)
    for dot, kind in zip(dots, label, strict=True):
        dot.set_color(WARM if kind > 0 else MAIN)
    return dots


def straight_border(axes, w: np.ndarray, b: float, color=FOCUS, width: float = 5) -> VMobject:
    """The part of w·x + b = 0 inside the picture."""
    direction = np.array([-w[1], w[0]]) / np.linalg.norm(w)
    points = -b * w / (w @ w) + np.outer(np.linspace(-12, 12, 961), direction)
    inside = points[(np.abs(points[:, 0]) <= HALF_WIDTH) & (np.abs(points[:, 1]) <= HALF_HEIGHT)]
    if len(inside) < 2:
        return VMobject()
    return polyline(axes, inside[[0, -1], 0], inside[[0, -1], 1], color, width)


def _class_plane() -> tuple:
    axes = plain_axes([-HALF_WIDTH, HALF_WIDTH, 1], [-HALF_HEIGHT, HALF_HEIGHT, 1], 2 * HALF_WIDTH, 2 * HALF_HEIGHT)
    axes.shift(2.6 * LEFT + 0.05 * UP)
    frame = Rectangle(width=2 * HALF_WIDTH, height=2 * HALF_HEIGHT, color=MUTED, stroke_width=2).move_to(axes)
    return axes, frame


def perceptron(scene: Scene, points: int = 24, margin: float = 0.35, seed: int = 2):
    """The perceptron: every misclassified point turns the border a little towards itself.

    Tags: machine learning, classification, perceptron, linear classifier, learning rule, history of neural networks
    Wishes:
        perceptron
        perceptron learning rule
        how does a perceptron learn?
        linear classifier corrected by its mistakes
        perceptron algorithm
        Rosenblatt's perceptron
        a line moves after each misclassified point
        the first learning machine
        linear separation by error correction
    Parameters:
        points: number of points; in [10, 50]; said: points
        margin: gap between the two classes; in [0.2, 0.8]; said: margin, gap
        seed: random seed; in [1, 99]; said: seed
    """
    narrator = Narrator(scene)
    rng = np.random.default_rng(seed)
    axes, frame = _class_plane()
    angle = rng.uniform(-0.7, 0.7)
    truth = np.array([np.cos(angle), np.sin(angle)])
    data = rng.uniform([-3.6, -2.35], [3.6, 2.35], (points * 6, 2))
    data = data[np.abs(data @ truth) > margin][:points]
    label = np.where(data @ truth > 0, 1, -1)
    dots = labelled_dots(axes, data, label)
    w, b = np.array([-0.55, 0.9]), 0.4
    border = straight_border(axes, w, b)
    arrow = _normal_arrow(axes, w, b)
    narrator.say(
        "Two classes, and a border that is only a guess.",
        Create(frame),
        LaggedStart(*map(FadeIn, dots), lag_ratio=0.03),
        Create(border),
        GrowArrow(arrow),
    )
    rule = formula(r"w", r"\leftarrow", "w", r"\pm", r"x", size=50).move_to(4.5 * RIGHT + 1.7 * UP)
    rule[4].set_color(BAD)
    errors = VGroup(
        words("mistakes", size=30, color=BAD),
        Integer(int((label * (data @ w + b) <= 0).sum()), font_size=46, color=BAD),
    ).arrange(RIGHT, buff=0.25)
    errors.move_to(4.5 * RIGHT + 0.4 * UP)
    narrator.say("The arrow points to the side that it calls orange.", FadeIn(errors), wait=0.6)
    for number in range(60):
        wrong = np.flatnonzero(label * (data @ w + b) <= 0)
        if not len(wrong):
            break
        chosen = wrong[0] if number else wrong[len(wrong) // 2]
        w, b = w + 0.5 * label[chosen] * data[chosen], b + 0.5 * label[chosen]
        ring = Circle(0.2, color=BAD, stroke_width=4).move_to(dots[chosen])
        left = int((label * (data @ w + b) <= 0).sum())
        moves = [Transform(border, straight_border(axes, w, b)), Transform(arrow, _normal_arrow(axes, w, b))]
        if number == 0:
            narrator.say(
                "Take a point on the wrong side: add or subtract it from the weights.", Create(ring), Write(rule)
            )
        elif number < 8:
            scene.play(Create(ring), run_time=0.35)
        if number < 8:
            scene.play(*moves, run_time=0.9 if number == 0 else 0.5)
            errors[1].set_value(left)
            scene.play(FadeOut(ring), run_time=0.2)
    scene.play(
        Transform(border, straight_border(axes, w, b)), Transform(arrow, _normal_arrow(axes, w, b)), run_time=0.6
    )
    left = int((label * (data @ w + b) <= 0).sum())
    errors[1].set_value(left)
    if left == 0:
        errors.set_color(GOOD)
        narrator.say(
            "No mistakes left. If a straight border exists, the perceptron finds one.",
            border.animate.set_color(GOOD),
            wait=2.2,
        )
        return
    narrator.say("The narrower the gap, the longer it takes; but it will arrive.", wait=2.2)


def _normal_arrow(axes, w: np.ndarray, b: float) -> Arrow:
    foot = np.clip(-b * w / (w @ w), [-2.6, -1.5], [2.6, 1.5])
    unit = w / np.linalg.norm(w)
    return Arrow(axes.c2p(*foot), axes.c2p(*(foot + 0.95 * unit)), buff=0, color=FOCUS, stroke_width=5)


def widest_margin(data: np.ndarray, label: np.ndarray) -> tuple[np.ndarray, float, float]:
    """Direction, offset and half width of the widest gap between two separable classes, by scanning directions."""
    best = (np.array([1.0, 0.0]), 0.0, -1.0)
    for angle in np.linspace(-PI, PI, 1441):
        w = np.array([np.cos(angle), np.sin(angle)])
        low, high = (data[label > 0] @ w).min(), (data[label < 0] @ w).max()
        if (low - high) / 2 > best[2]:
            best = (w, -(low + high) / 2, (low - high) / 2)
    return best


def support_vector_machine(scene: Scene, points: int = 26, gap: float = 0.7, seed: int = 5):
    """Support vector machine: of all borders take the one with the widest street.

    Tags: machine learning, classification, SVM, support vector machine, maximum margin, support vectors
    Wishes:
        support vector machine
        SVM margin
        maximum margin classifier
        what are support vectors?
        maximal margin hyperplane
        widest street between two classes
        separating two classes with the largest gap
    Parameters:
        points: number of points; in [10, 50]; said: points
        gap: half the gap between the classes; in [0.4, 1.1]; said: gap, margin
        seed: random seed; in [1, 99]; said: seed
    """
    narrator = Narrator(scene)
    rng = np.random.default_rng(seed)
    axes, frame = _class_plane()
    angle = rng.uniform(-0.6, 0.6)
    truth = np.array([np.cos(angle), np.sin(angle)])
    data = rng.uniform([-3.6, -2.35], [3.6, 2.35], (points * 12, 2))
    data = data[np.abs(data @ truth) > gap][:points]
    label = np.where(data @ truth > 0, 1, -1)
    dots = labelled_dots(axes, data, label)
    w, b, half = widest_margin(data, label)
    narrator.say(
        "Many straight borders part these classes.", Create(frame), LaggedStart(*map(FadeIn, dots), lag_ratio=0.02)
    )
    others = VGroup()
    for turn in np.linspace(-0.6, 0.6, 25):
        v = np.array([np.cos(turn) * w[0] - np.sin(turn) * w[1], np.sin(turn) * w[0] + np.cos(turn) * w[1]])
        low, high = (data[label > 0] @ v).min(), (data[label < 0] @ v).max()
        if low - high > 0.02:
            others.add(straight_border(axes, v, -(high + (0.15 if turn > 0 else 0.85) * (low - high)), MUTED, 3))
    others = VGroup(*list(others)[:: max(1, len(others) // 5)])
    narrator.say("All make no mistake. Which one is the safest?", LaggedStart(*map(Create, others), lag_ratio=0.3))
    border = straight_border(axes, w, b)
    edges = VGroup(straight_border(axes, w, b - half, INK, 2.5), straight_border(axes, w, b + half, INK, 2.5))
    street = _street(axes, w, b, half)
    narrator.say(
        "Open a street along the border, as wide as the points allow.",
        FadeOut(others),
        Create(border),
        FadeIn(street),
        Create(edges),
    )
    near = np.flatnonzero(np.abs(np.abs(data @ w + b) - half) < 0.02)
    rings = VGroup(*[Circle(0.2, color=GOOD, stroke_width=4).move_to(dots[k]) for k in near])
    notes = VGroup(
        formula("w \\cdot x + b = 0", size=42, color=FOCUS),
        formula(r"\text{margin} = \frac{2}{\lVert w \rVert}", size=42),
        words("support vectors", size=30, color=GOOD),
    )
    notes.arrange(DOWN, buff=0.5).move_to(4.5 * RIGHT + 0.4 * UP)
    narrator.say(
        "Only the points at the kerb hold it: the support vectors.",
        LaggedStart(*map(Create, rings)),
        FadeIn(notes[0], notes[2]),
    )
    free = [dots[k].animate.set_opacity(0.25) for k in range(len(data)) if k not in set(near)]
    narrator.say("All others could move or vanish, and the border would stay.", *free, FadeIn(notes[1]), wait=2.3)


def _street(axes, w: np.ndarray, b: float, half: float) -> VMobject:
    """The band |w·x + b| <= half, clipped to the picture, as the hull of its corner points."""
    grid = [(x, y) for x in np.linspace(-HALF_WIDTH, HALF_WIDTH, 241) for y in (-HALF_HEIGHT, HALF_HEIGHT)]
    grid += [(x, y) for y in np.linspace(-HALF_HEIGHT, HALF_HEIGHT, 161) for x in (-HALF_WIDTH, HALF_WIDTH)]
    rim = np.array([p for p in grid if abs(np.array(p) @ w + b) <= half])
    if len(rim) < 3:
        return VMobject()
    middle = rim.mean(axis=0)
    order = np.argsort(np.arctan2(rim[:, 1] - middle[1], rim[:, 0] - middle[0]))
    corners = on_axes(axes, *rim[[*order, order[0]]].T)
    return VMobject(stroke_width=0, fill_color=FOCUS, fill_opacity=0.14).set_points_as_corners(corners).set_z_index(-1)


def best_split(data: np.ndarray, label: np.ndarray) -> tuple[int, float, float]:
    """(feature, threshold, impurity) of the split with the smallest weighted Gini impurity."""
    best = (0, 0.0, np.inf)
    for feature in (0, 1):
        order = np.sort(data[:, feature])
        for cut in (order[1:] + order[:-1]) / 2:
            left = data[:, feature] <= cut
            sizes = [left.sum(), (~left).sum()]
            if min(sizes) == 0:
                continue
            shares = [label[left].mean(), label[~left].mean()]
            gini = sum(n * 2 * q * (1 - q) for n, q in zip(sizes, shares, strict=True)) / len(label)
            if gini < best[2] - 1e-9:
                best = (feature, float(cut), float(gini))
    return best


def decision_tree(scene: Scene, depth: int = 3, points: int = 60, seed: int = 4):
    """A decision tree: ask one question at a time, and each answer cuts the plane.

    Splits are chosen by the Gini impurity; on the right the tree of questions grows along.

    Tags: machine learning, classification, decision tree, splits, Gini impurity, CART
    Wishes:
        decision tree
        decision tree splitting the plane
        how does a decision tree choose its questions?
        decision tree of depth 2
        classification tree with yes-no questions
        split the plane by thresholds
        Gini impurity
        CART
        tree-based classifier
    Parameters:
        depth: how many questions in a row; in [1, 3]; said: depth, levels
        points: number of points; in [30, 100]; said: points
        seed: random seed; in [1, 99]; said: seed
    """
    narrator = Narrator(scene)
    rng = np.random.default_rng(seed)
    axes, frame = _class_plane()
    data = rng.uniform([-3.6, -2.35], [3.6, 2.35], (points, 2))
    x0, y0 = rng.uniform(-0.8, 0.8), rng.uniform(-0.5, 0.5)
    label = ((data[:, 0] > x0) ^ ((data[:, 1] > y0 + 0.7) & (data[:, 0] > x0 - 2.2))).astype(int)
    label = np.where(rng.random(points) < 0.04, 1 - label, label)
    dots = labelled_dots(axes, data, label)
    narrator.say(
        "Two classes that no straight line can part.", Create(frame), LaggedStart(*map(FadeIn, dots), lag_ratio=0.01)
    )
    narrator.say("A decision tree asks one simple question at a time.", wait=0.5)
    leaves = [
        (np.arange(points), [-HALF_WIDTH, HALF_WIDTH, -HALF_HEIGHT, HALF_HEIGHT], np.array([4.5, 2.3, 0]), 1.15, None)
    ]
    tints = VGroup()
    for level in range(depth):
        moves, fresh, nodes = [], [], VGroup()
        for members, box, spot, spread, parent in leaves:
            links = (
                [] if parent is None else [Line(parent + 0.24 * DOWN, spot + 0.24 * UP, color=MUTED, stroke_width=2)]
            )
            if len(set(label[members])) < 2:
                nodes.add(*links, _leaf_dot(spot, label[members]))
                tints.add(_tint(axes, box, label[members]))
                continue
            feature, cut, _ = best_split(data[members], label[members])
            ends = [(cut, box[2]), (cut, box[3])] if feature == 0 else [(box[0], cut), (box[1], cut)]
            moves.append(Create(Line(axes.c2p(*ends[0]), axes.c2p(*ends[1]), color=FOCUS, stroke_width=4)))
            nodes.add(
                *links,
                formula(rf"{'xy'[feature]} > {cut:.1f}", size=34 if level < 2 else 30, color=FOCUS).move_to(spot),
            )
            low = data[members, feature] <= cut
            for part, side, sign in ((members[low], 0, -1), (members[~low], 1, 1)):
                inner = list(box)
                inner[2 * feature + (1 - side)] = cut
                fresh.append((part, inner, spot + np.array([sign * spread, -1.35, 0]), spread * 0.46, spot))
        text = [
            "Choose the cut that leaves the two sides as pure as possible.",
            "Then ask again, separately on each side.",
            "And once more.",
        ][level]
        narrator.say(text, *moves, FadeIn(nodes), wait=0.6)
        leaves = fresh
    ends = VGroup()
    for members, box, spot, _, parent in leaves:
        if len(members):
            ends.add(
                Line(parent + 0.24 * DOWN, spot + 0.24 * UP, color=MUTED, stroke_width=2),
                _leaf_dot(spot, label[members]),
            )
            tints.add(_tint(axes, box, label[members]))
    text = "Each leaf takes the majority of its points: the plane is cut into boxes."
    narrator.say(text, FadeIn(ends), FadeIn(tints))
    narrator.say("Easy to read, quick to use; but too deep a tree learns the noise.", wait=2.2)


def _leaf_dot(spot, labels: np.ndarray) -> Dot:
    return Dot(spot, radius=0.17, color=WARM if labels.mean() > 0.5 else MAIN)


def _tint(axes, box: list[float], labels: np.ndarray) -> Rectangle:
    left, right, low, high = box
    color = WARM if labels.mean() > 0.5 else MAIN
    a, b = axes.c2p(left, low), axes.c2p(right, high)
    rect = Rectangle(width=b[0] - a[0], height=b[1] - a[1], stroke_width=0, fill_color=color, fill_opacity=0.2)
    return rect.move_to((a + b) / 2).set_z_index(-1)
