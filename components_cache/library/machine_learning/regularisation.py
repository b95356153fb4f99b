"""Keeping weights small: L1 against L2, weight decay, dropout."""

import numpy as np
from manim import *

from components_cache.library.machine_learning.drawing import halo, on_axes, polyline
from components_cache.library.theme import (
    FOCUS,
    GHOST,
    GOOD,
    INK,
    MAIN,
    MUTED,
    OTHER,
    WARM,
    Narrator,
    formula,
    plot_axes,
    words,
)


def ball_boundary(power: int, radius: float) -> np.ndarray:
    """Points (n, 2) of the curve |w1| + |w2| = radius (power 1) or w1² + w2² = radius² (power 2)."""
    angles = np.linspace(0, TAU, 1441)
    ray = np.stack([np.cos(angles), np.sin(angles)], axis=1)
    size = np.abs(ray).sum(axis=1) if power == 1 else np.ones(len(ray))
    return radius * ray / size[:, None]


def quadratic_loss(points: np.ndarray, centre: np.ndarray, tilt: float = 0.6, stretch: float = 0.45) -> np.ndarray:
    """Height of the bowl whose level sets are ellipses around `centre`; `stretch` is short over long axis."""
    turn = np.array([[np.cos(tilt), np.sin(tilt)], [-np.sin(tilt), np.cos(tilt)]])
    along = (points - centre) @ turn.T
    return np.hypot(along[:, 0], along[:, 1] / stretch)


def l1_versus_l2(scene: Scene, optimum: tuple[float, float] = (1.3, 2.5), budget: float = 1.4):
    """L1 versus L2: the loss meets the diamond at a corner, the circle anywhere.

    Rings of equal loss grow from the best weights until they touch the allowed region. The diamond of L1 has corners on
    the axes, so one weight becomes exactly zero; the round region of L2 makes all weights small but none of them zero.

    Tags: machine learning, regularisation, regularization, L1, L2, lasso, ridge, sparsity, sparse weights
    Wishes:
        how does L1 regularization give sparse weights while L2 does not
        L1 vs L2 regularisation
        why does lasso give sparse solutions and ridge does not?
        diamond and circle picture of regularization
        L1 and L2 regularization
        lasso versus ridge
        why does the L1 penalty produce zeros?
        sparse solutions with the diamond-shaped constraint
        geometry of regularization
        unit balls of the L1 and L2 norm touching the loss contours
        regularization
    Parameters:
        optimum: weights with the lowest loss; in [0.8, 2.8]; said: optimum, best weights, minimum
        budget: how large the weights may be; in [0.6, 1.8]; said: budget, radius
    """
    narrator = Narrator(scene)
    centre = np.array(optimum, dtype=float)
    budget = min(budget, 0.75 * float(np.hypot(*centre)), 0.75 * float(centre.sum()))
    sides, touches = [], []
    for power, color, place in ((1, OTHER, 3.3 * LEFT), (2, WARM, 3.3 * RIGHT)):
        axes = _weight_axes().move_to(place + 0.25 * UP)
        region = polyline(axes, *ball_boundary(power, budget).T, color).set_fill(color, 0.3)
        rule = [r"|w_1| + |w_2| \le t", r"w_1^2 + w_2^2 \le t^2"][power - 1]
        name = VGroup(words(f"L{power}", size=32, color=color), formula(rule, size=36, color=color))
        name.arrange(RIGHT, buff=0.35).next_to(axes, DOWN, buff=0.12)
        sides.append((axes, region, name))
        edge = ball_boundary(power, budget)
        touches.append((edge[np.argmin(quadratic_loss(edge, centre))], quadratic_loss(edge, centre).min()))
    best = VGroup(*[Dot(axes.c2p(*centre), color=MAIN, radius=0.1) for axes, _, _ in sides])
    tags = VGroup(*[halo(words("lowest loss", size=24, color=MAIN)).next_to(dot, UP, buff=0.12) for dot in best])
    narrator.say(
        "Two weights. The loss alone would choose this point.",
        *[FadeIn(axes) for axes, _, _ in sides],
        FadeIn(best, tags),
    )
    narrator.say(
        "But the weights have a budget: a diamond for L1, a disc for L2.",
        *[FadeIn(region, scale=0.5) for _, region, _ in sides],
        *[Write(name) for _, _, name in sides],
    )
    rings = VGroup(*[_loss_rings(axes, centre, level) for (axes, _, _), (_, level) in zip(sides, touches, strict=True)])
    narrator.say(
        "Rings of equal loss grow until they touch the budget.",
        FadeOut(tags),
        *[LaggedStart(*map(Create, side), lag_ratio=0.5, run_time=3) for side in rings],
    )
    spots = VGroup()
    for (axes, _, _), (touch, _) in zip(sides, touches, strict=True):
        spots.add(Dot(axes.c2p(*touch), color=FOCUS, radius=0.12))
    scene.play(*[FadeIn(spot, scale=3) for spot in spots])
    values = VGroup()
    for (axes, _, _), (touch, _) in zip(sides, touches, strict=True):
        text = rf"w = ({touch[0] + 0:.2f},\ {touch[1]:.2f})".replace("-0.00", "0.00")
        values.add(formula(text, size=38, color=FOCUS).move_to(axes.c2p(2.35, -1.88)))
    zeros = int((np.abs(touches[0][0]) < 0.005).sum())
    first = (
        "L1 touches at a corner: one weight is exactly zero."
        if zeros
        else "Here L1 touches an edge: the best weights are too balanced."
    )
    narrator.say(first, FadeIn(values[0]), Indicate(spots[0], scale_factor=2))
    narrator.say(
        "L2 touches where the circle happens to be: both weights stay.",
        FadeIn(values[1]),
        Indicate(spots[1], scale_factor=2),
    )
    narrator.say(
        "Corners on the axes make weights sparse; a round budget has none.",
        *_corner_marks(sides[0][0], budget),
        wait=2.5,
    )


def _weight_axes() -> VGroup:
    axes = Axes(
        x_range=[-2, 3.4, 1],
        y_range=[-2, 3.4, 1],
        x_length=4.9,
        y_length=4.9,
        axis_config={"color": MUTED, "stroke_width": 2, "tip_length": 0.15, "include_ticks": False},
    )
    axes.add(formula("w_1", size=32, color=MUTED).next_to(axes.x_axis.get_end(), UP, buff=0.12))
    axes.add(formula("w_2", size=32, color=MUTED).next_to(axes.y_axis.get_end(), LEFT, buff=0.12))
    return axes


def _loss_rings(axes, centre: np.ndarray, touch: float, tilt: float = 0.6, stretch: float = 0.45) -> VGroup:
    """Ellipses up to the one at which the region is touched; only their part inside the picture is drawn."""
    angles = np.linspace(0, TAU, 181)
    turn = np.array([[np.cos(tilt), -np.sin(tilt)], [np.sin(tilt), np.cos(tilt)]])
    rings = VGroup()
    for share in (0.25, 0.5, 0.75, 1.0):
        ring = centre + share * touch * np.stack([np.cos(angles), stretch * np.sin(angles)], axis=1) @ turn.T
        inside = np.all(np.abs(ring - 0.7) < 2.75, axis=1)
        pieces = VMobject(stroke_color=MAIN, stroke_width=3 if share == 1 else 1.8, stroke_opacity=0.4 + 0.6 * share)
        for run in np.split(np.arange(len(ring)), np.flatnonzero(np.diff(inside.astype(int))) + 1):
            if inside[run[0]] and len(run) > 1:
                pieces.append_points(VMobject().set_points_as_corners(on_axes(axes, *ring[run].T)).points)
        rings.add(pieces)
    return rings


def _corner_marks(axes, budget: float) -> list:
    corners = [(budget, 0), (0, budget), (-budget, 0), (0, -budget)]
    return [Flash(axes.c2p(*corner), color=OTHER, flash_radius=0.25) for corner in corners]


def weight_decay(scene: Scene, decay: float = 0.15, steps: int = 14, count: int = 8, seed: int = 4):
    """Weight decay: each step multiplies every weight by a little less than one.

    Weights that the data does not need fade to zero, weights that the data pulls at settle where pull and decay balance.

    Tags: machine learning, regularisation, weight decay, L2, shrinkage, training
    Wishes:
        how weight decay shrinks the weights towards zero
        weight decay
        what does weight decay of 0.1 do to the weights?
        why does L2 regularisation shrink weights?
        L2 penalty shrinks weights every update
        what does decay do to the parameters during training?
        multiply weights by a factor slightly below one
        regularization that pulls weights toward zero
    Parameters:
        decay: share of each weight that is lost per step; in [0.02, 0.4]; said: decay, weight decay, lambda
        steps: number of steps; in [6, 30]; said: steps, iterations, epochs
        count: how many weights; in [4, 14]; said: weights, bars
        seed: random seed; in [1, 99]; said: seed
    """
    narrator = Narrator(scene)
    rng = np.random.default_rng(seed)
    weights = rng.uniform(0.9, 2.4, count) * np.where(np.arange(count) % 2, -1, 1)
    pulled = np.arange(count) % 3 == 1
    pull = np.where(pulled, decay * weights * 0.75, 0)
    axis = Line(6.2 * LEFT, 6.2 * RIGHT, color=MUTED, stroke_width=2).shift(0.35 * DOWN)
    gap = 11.6 / count
    tracker = [ValueTracker(w) for w in weights]

    def bar(n: int) -> Rectangle:
        value = tracker[n].get_value()
        box = Rectangle(width=0.62 * gap, height=max(abs(value), 0.005), stroke_width=0, fill_opacity=0.9)
        box.set_fill(MAIN).move_to(axis.get_center() + ((n - (count - 1) / 2) * gap) * RIGHT + value / 2 * UP)
        return box

    bars = VGroup(*[always_redraw(lambda n=n: bar(n)) for n in range(count)])
    outline = VGroup(*[bar(n).set_fill(opacity=0).set_stroke(MUTED, 1.5) for n in range(count)])
    names = VGroup()
    for n in range(count):
        side = DOWN if weights[n] > 0 else UP
        names.add(
            formula(f"w_{{{n + 1}}}", size=32, color=MUTED).move_to(
                bar(n).get_center() * [1, 0, 0] + axis.get_center() + 0.3 * side
            )
        )
    narrator.say(
        "The weights of a model, some positive, some negative.",
        Create(axis),
        LaggedStart(*map(FadeIn, bars)),
        FadeIn(names),
    )
    rule = formula("w", r"\leftarrow", f"{1 - decay:.2g}", r"\cdot w", size=46).move_to(2.5 * UP + 3.2 * LEFT)
    rule[2].set_color(FOCUS)
    scene.add(outline)
    narrator.say(f"Weight decay: every step keeps only {1 - decay:.0%} of each weight.", Write(rule))
    for step in range(steps):
        weights = (1 - decay) * weights
        scene.play(
            *[t.animate.set_value(w) for t, w in zip(tracker, weights, strict=True)], run_time=0.6 if step < 3 else 0.22
        )
    narrator.say(
        f"Nobody pulls back: after {steps} steps {(1 - decay) ** steps:.1%} is left. Large weights lose most.", wait=1.2
    )
    start = [outline[n].height * np.sign(outline[n].get_center()[1] - axis.get_y()) for n in range(count)]
    longer = formula("w", r"\leftarrow", f"{1 - decay:.2g}", r"\cdot w", r"-\ \eta\,\tfrac{dL}{dw}", size=46)
    longer[2].set_color(FOCUS)
    longer[4].set_color(GOOD)
    longer.move_to(rule, aligned_edge=LEFT)
    note = words("the data pulls at these", size=28, color=GOOD).move_to(2.5 * UP + 3.2 * RIGHT)
    narrator.say(
        "Now train again. The data needs only the green ones.",
        *[t.animate.set_value(w) for t, w in zip(tracker, start, strict=True)],
        TransformMatchingShapes(rule, longer),
        *[outline[n].animate.set_stroke(GOOD, 3) for n in np.flatnonzero(pulled)],
        FadeIn(note),
    )
    weights = np.array(start, dtype=float)
    for step in range(steps):
        weights = (1 - decay) * weights + pull
        scene.play(
            *[t.animate.set_value(w) for t, w in zip(tracker, weights, strict=True)], run_time=0.5 if step < 3 else 0.2
        )
    narrator.say("What the data needs settles where pull and decay balance. The rest fades to zero.", wait=2.4)


def shrinkage_paths(scene: Scene, strength: float = 1.0, weights: list[float] = [2.6, 1.7, 1.0, 0.6, -0.4, -1.4, -2.2]):
    """Shrinking weights: L2 scales every weight down, L1 subtracts and stops at zero.

    For the same weights the penalty grows from nothing to `strength`; L1 sets small weights exactly to zero.

    Tags: machine learning, regularisation, L1, L2, lasso, ridge, soft threshold, sparsity, shrinkage
    Wishes:
        how L1 and L2 shrink weights
        soft thresholding versus ridge shrinkage
        weights under L1 and L2 penalty as the strength grows
        why lasso sets weights exactly to zero
        soft thresholding
        how do ridge and lasso coefficients shrink as lambda increases?
        regularization path
        weights go to zero one after another under lasso
        proportional shrinkage versus subtraction
    Parameters:
        strength: the largest penalty; in [0.4, 2]; said: strength, penalty, lambda
        weights: the weights without penalty; 3 to 9 items in [-2.8, 2.8]; said: weights
    """
    narrator = Narrator(scene)
    penalty = ValueTracker(0)
    shown = np.clip(np.array(weights, dtype=float), -2.8, 2.8)
    lower, upper = min(-0.6, shown.min()) - 0.3, max(0.6, shown.max()) + 0.3
    panels = VGroup()
    rules = [
        (OTHER, "L1", r"w \mapsto \mathrm{sign}(w)\max(|w|-\lambda, 0)", lambda w, s: np.sign(w) * max(abs(w) - s, 0)),
        (WARM, "L2", r"w \mapsto \dfrac{w}{1+\lambda}", lambda w, s: w / (1 + s)),
    ]
    for side, (color, name, rule, shrink) in zip((3.4 * LEFT, 3.4 * RIGHT), rules, strict=True):
        axes = plot_axes([0, len(shown) + 1, 1], [lower, upper, 1], width=5.6, height=3.5, numbers=False).move_to(
            side + 0.8 * DOWN
        )
        head = VGroup(words(name, size=32, color=color), formula(rule, size=34, color=color)).arrange(RIGHT, buff=0.35)
        head.move_to(side + 2.4 * UP)
        ghosts, live = VGroup(), VGroup()
        for n, w in enumerate(shown, start=1):
            ghosts.add(Dot(axes.c2p(n, w), radius=0.07, color=GHOST))
            live.add(
                always_redraw(
                    lambda n=n, w=w, axes=axes, color=color, shrink=shrink: _stem(
                        axes, n, shrink(w, penalty.get_value()), color
                    )
                )
            )
        panels.add(VGroup(axes, head, ghosts, live))
    narrator.say("The same weights twice.", *[FadeIn(panel[0], panel[2], panel[3]) for panel in panels])
    counter = VGroup(formula(r"\lambda =", size=40, color=FOCUS), DecimalNumber(0, font_size=40, color=FOCUS)).arrange(
        RIGHT, buff=0.15
    )
    counter.move_to(1.55 * UP)
    counter[1].add_updater(lambda d: d.set_value(penalty.get_value()))
    narrator.say(
        r"Now a penalty of strength $\lambda$ shrinks them, in two ways.",
        *[Write(panel[1]) for panel in panels],
        FadeIn(counter),
    )
    narrator.say(
        "L1 takes the same amount from each; L2 takes the same share.",
        penalty.animate(run_time=6, rate_func=linear).set_value(strength),
        wait=0.8,
    )
    marks = VGroup(
        *[
            Circle(0.17, color=FOCUS).move_to(panels[0][0].c2p(n, 0))
            for n, w in enumerate(shown, 1)
            if abs(w) <= strength + 1e-9
        ]
    )
    text = (
        f"L1: {len(marks)} of {len(shown)} weights are exactly zero. L2: none."
        if len(marks)
        else "Still none is zero: the penalty is weaker than the smallest weight."
    )
    narrator.say(text, *[Create(mark) for mark in marks], wait=2.4)


def _stem(axes, n: int, value: float, color) -> VGroup:
    foot, tip = axes.c2p(n, 0), axes.c2p(n, value)
    return VGroup(
        Line(foot, tip, color=color, stroke_width=6), Dot(tip, color=color if abs(value) > 1e-9 else INK, radius=0.1)
    )


def dropout(scene: Scene, rate: float = 0.4, rounds: int = 5, hidden: int = 6, seed: int = 2):
    """Dropout: in every training step a random part of the neurons is switched off.

    Tags: machine learning, regularisation, dropout, neural network, training
    Wishes:
        dropout in a neural network
        how does dropout work?
        dropout with rate 0.5
        randomly switching off neurons
        randomly turn off neurons during training
        regularise a network by dropping units
        why does dropping neurons prevent overfitting?
        dropout layer
    Parameters:
        rate: probability that a neuron is switched off; in [0.1, 0.7]; said: rate, dropout, probability
        rounds: how many training steps are shown; in [2, 8]; said: rounds, steps
        hidden: neurons in each hidden layer; in [4, 7]; said: neurons, hidden
        seed: random seed; in [1, 99]; said: seed
    """
    narrator = Narrator(scene)
    rng = np.random.default_rng(seed)
    sizes = [4, hidden, hidden, 2]
    layers, on_fill = VGroup(), interpolate_color(ManimColor(MAIN), ManimColor(BACKGROUND), 0.65)
    for n, size in enumerate(sizes):
        column = VGroup(
            *[Circle(0.26, color=MAIN, stroke_width=3, fill_color=on_fill, fill_opacity=1) for _ in range(size)]
        )
        layers.add(column.arrange(DOWN, buff=0.2).move_to((n - 1.5) * 3 * RIGHT + 0.35 * UP))
    edges = {
        (n, a, b): Line(p.get_center(), q.get_center(), color=MUTED, stroke_width=1.5, z_index=-1)
        for n in range(3)
        for a, p in enumerate(layers[n])
        for b, q in enumerate(layers[n + 1])
    }
    lines = VGroup(*edges.values())
    narrator.say(
        "A network in which every neuron talks to every neuron of the next layer.",
        FadeIn(layers),
        Create(lines, lag_ratio=0.02),
    )
    counter = VGroup(words("training step", size=28, color=MUTED), Integer(1, font_size=36, color=FOCUS)).arrange(
        RIGHT, buff=0.2
    )
    counter.move_to(2.45 * DOWN)
    scene.play(FadeIn(counter), run_time=0.4)
    narrator.say(f"In each training step, every hidden neuron is switched off with probability {rate:g}.", wait=0.5)
    for number in range(rounds):
        keep = [np.ones(4, bool), rng.random(hidden) >= rate, rng.random(hidden) >= rate, np.ones(2, bool)]
        for mask in keep[1:3]:
            mask[0] |= not mask.any()
        changes = [
            circle.animate.set_style(fill_color=on_fill if on else BACKGROUND, stroke_opacity=1 if on else 0.25)
            for column, mask in zip(layers, keep, strict=True)
            for circle, on in zip(column, mask, strict=True)
        ]
        changes += [
            line.animate.set_stroke(opacity=1 if keep[n][a] and keep[n + 1][b] else 0.04)
            for (n, a, b), line in edges.items()
        ]
        counter[1].set_value(number + 1)
        scene.play(*changes, run_time=0.7)
        flow = VGroup(
            *[line.copy().set_stroke(FOCUS, 3) for (n, a, b), line in edges.items() if keep[n][a] and keep[n + 1][b]]
        )
        scene.play(ShowPassingFlash(flow, time_width=0.4), run_time=0.9)
    narrator.say("No neuron can rely on one particular partner: knowledge is spread out.", wait=1)
    back = [circle.animate.set_style(fill_color=on_fill, stroke_opacity=1) for column in layers for circle in column]
    narrator.say(
        f"When predicting, all neurons work, with outputs scaled by {1 - rate:.2g}.",
        *back,
        *[line.animate.set_stroke(opacity=1) for line in edges.values()],
        FadeOut(counter),
        wait=2.2,
    )
