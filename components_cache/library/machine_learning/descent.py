"""Walking downhill: gradient descent on a curve, on a map, with different rates, with momentum and noise."""

import numpy as np
from manim import *

from components_cache.library.machine_learning.drawing import on_axes, plain_axes, reading
from components_cache.library.theme import (
    BAD,
    FOCUS,
    GHOST,
    GOOD,
    INK,
    MAIN,
    MUTED,
    WARM,
    Narrator,
    formula,
    plot_axes,
    words,
)


def wavy_loss(w):
    """A loss with a shallow and a deep valley, for |w| up to 4."""
    return 0.02 * w**4 - 0.28 * w**2 + 0.25 * w + 2.2


def wavy_slope(w):
    """The derivative of `wavy_loss`."""
    return 0.08 * w**3 - 0.56 * w + 0.25


def descent_path(slope, start: float, rate: float, steps: int, reach: float) -> list[float]:
    """Parameters visited by gradient descent; stops early once |w| passes `reach`."""
    path = [start]
    for _ in range(steps):
        path.append(path[-1] - rate * slope(path[-1]))
        if abs(path[-1]) > reach:
            return path[:-1]
    return path


def gradient_descent(scene: Scene, learning_rate: float = 0.8, start: float = 0.1, steps: int = 12):
    """Gradient descent: step by step downhill on the loss, against the slope.

    A ball on a loss curve reads the slope under its feet and takes a step in the other direction. Steps get smaller
    where the curve is flat, and the ball settles in a valley.

    Tags: machine learning, optimisation, gradient descent, loss, slope, learning rate, training
    Wishes:
        explain gradient descent
        gradient descent
        how does gradient descent find a minimum of a loss function?
        gradient descent with learning rate 0.5 and 10 steps
        how does a model learn by following the slope downhill?
        walk downhill to the minimum of a function
        minimise a loss function
        how do neural networks learn by going downhill?
        ball rolling into the valley of a cost function
        optimisation by following the negative gradient
    Parameters:
        learning_rate: how far a step goes for a slope of one; in [0.05, 3]; said: learning rate, step size, lr, eta, alpha
        start: where the walk begins; in [-3.6, 3.6]; said: start, starting at, starts at, from
        steps: how many steps at most; in [4, 30]; said: steps, iterations
    """
    narrator = Narrator(scene)
    axes = plot_axes([-4, 4, 1], [0, 4, 1], width=9.6, height=4.4, numbers=False).shift(0.35 * DOWN + 1.4 * LEFT)
    curve = axes.plot(wavy_loss, x_range=[-4, 4], color=MAIN)
    names = VGroup(
        words("parameter w", size=26, color=MUTED).next_to(axes.x_axis.get_end(), DOWN, buff=0.15).shift(1.1 * LEFT),
        words("loss", size=26, color=MUTED).next_to(axes.y_axis.get_end(), RIGHT, buff=0.2),
    )
    narrator.say(
        "Every parameter w gives a loss. We want the lowest point.", Create(axes), Create(curve), FadeIn(names)
    )
    place = ValueTracker(start)

    def on_curve(w: float) -> np.ndarray:
        return axes.c2p(w, wavy_loss(w))

    def slope_line() -> Line:
        w = place.get_value()
        direction = normalize(axes.c2p(1, wavy_slope(w)) - axes.c2p(0, 0))
        return Line(on_curve(w) - 0.9 * direction, on_curve(w) + 0.9 * direction, color=FOCUS, stroke_width=5)

    ball = Dot(on_curve(start), radius=0.13, color=INK).add_updater(lambda d: d.move_to(on_curve(place.get_value())))
    tangent = always_redraw(slope_line)
    rule = formula("w", r"\leftarrow", "w", "-", r"\eta", r"\,\tfrac{dL}{dw}", size=44)
    rule[5].set_color(FOCUS)
    rule[4].set_color(WARM)
    panel = VGroup(
        rule,
        reading(r"\eta", learning_rate, WARM),
        reading(r"\tfrac{dL}{dw}", wavy_slope(start), FOCUS, sign=True),
        reading("w", start, INK, sign=True),
        reading("L", wavy_loss(start), MAIN),
    )
    panel.arrange(DOWN, aligned_edge=LEFT, buff=0.38).move_to(5.05 * RIGHT + 0.1 * UP)
    downhill = "left" if wavy_slope(start) > 0 else "right"
    narrator.say(
        f"Here the slope tells us: downhill is to the {downhill}.", FadeIn(ball), Create(tangent), FadeIn(panel[2:])
    )
    narrator.say(
        r"Take a step against the slope, scaled by the learning rate $\eta$.", FadeIn(panel[:2], shift=0.2 * LEFT)
    )
    panel[2][1].add_updater(lambda d: d.set_value(wavy_slope(place.get_value())))
    panel[3][1].add_updater(lambda d: d.set_value(place.get_value()))
    panel[4][1].add_updater(lambda d: d.set_value(wavy_loss(place.get_value())))
    path = descent_path(wavy_slope, start, learning_rate, steps, 4.0)
    marks = VGroup()
    for number, (before, after) in enumerate(zip(path, path[1:], strict=False)):
        trace = Dot(on_curve(before), radius=0.06, color=WARM)
        marks.add(trace)
        scene.add(trace)
        scene.play(place.animate.set_value(after), run_time=1.1 if number < 2 else max(0.22, 0.6 - 0.05 * number))
        scene.wait(0.3 if number < 2 else 0.05)
    verdict = _descent_verdict(path, steps, learning_rate)
    color = GOOD if abs(wavy_slope(path[-1])) < 0.06 else BAD if len(path) <= steps else FOCUS
    ring = Circle(radius=0.28, color=color).move_to(on_curve(path[-1]))
    narrator.say(verdict, Create(ring), wait=2)


def _descent_verdict(path: list[float], steps: int, rate: float) -> str:
    if len(path) <= steps:
        return "The step is too large: the next one leaves the valley altogether."
    if abs(wavy_slope(path[-1])) > 0.06:
        turns = sum(1 for a, b, c in zip(path, path[1:], path[2:], strict=False) if (b - a) * (c - b) < 0)
        if turns > 1 or rate > 1.5:
            return "Large steps jump back and forth across the valley."
        return "Small steps are safe but slow: it is still on its way down."
    deep = wavy_loss(path[-1]) < 1.2
    return (
        "Flat ground, slope zero: a minimum is found."
        if deep
        else "It settled in the nearest valley, not the deepest one."
    )


def learning_rate_effect(scene: Scene, rates: list[float] = [0.1, 0.5, 1.9, 2.1], start: float = -2.4, steps: int = 10):
    """The learning rate: too small crawls, too large explodes.

    The same loss bowl and the same start, with several learning rates side by side.

    Tags: machine learning, optimisation, learning rate, step size, divergence, convergence
    Wishes:
        effect of the learning rate on gradient descent
        what happens when the learning rate is too large?
        compare learning rates 0.1, 0.5 and 2.1
        why does training diverge?
        step size too big or too small
        why does gradient descent overshoot?
        choosing the learning rate
        too large a learning rate makes training explode
    Parameters:
        rates: the learning rates to compare, for a loss of w squared over two; 2 to 4 items in [0.02, 2.4]; said: rates, learning rates
        start: where all walks begin; in [-2.5, 2.5]; said: start
        steps: how many steps; in [5, 20]; said: steps, iterations
    """
    narrator = Narrator(scene)
    start = start if abs(start) > 0.8 else 2.0
    count = len(rates)
    width = min(4.2, 12.6 / count - 0.3)
    panels, balls, paths = VGroup(), VGroup(), []
    for rate in rates:
        axes = plain_axes([-3, 3, 1], [0, 4.6, 1], width, 3.4)
        bowl = axes.plot(lambda w: w**2 / 2, x_range=[-3, 3], color=MAIN)
        label = formula(rf"\eta = {rate:g}", color=WARM, size=40).next_to(axes, UP, buff=0.2)
        panels.add(VGroup(axes, bowl, label))
        paths.append(descent_path(lambda w: w, start, rate, steps, 3.0))
    panels.arrange(RIGHT, buff=0.35).move_to(0.35 * UP)
    for panel in panels:
        balls.add(Dot(panel[0].c2p(start, start**2 / 2), radius=0.12, color=FOCUS))
    narrator.say("The same bowl, the same start. Only the learning rate differs.", LaggedStart(*map(FadeIn, panels)))
    scene.play(LaggedStart(*[GrowFromCenter(ball) for ball in balls], lag_ratio=0.15), run_time=0.6)
    narrator.say("Each step goes against the slope, times the learning rate.", wait=0.4)
    gone: set[int] = set()
    for step in range(steps):
        moves = [m for n in range(count) for m in _rate_step(scene, panels[n][0], balls[n], paths[n], step, n, gone)]
        scene.play(*moves, run_time=0.7 if step < 2 else 0.4) if moves else None
    notes = VGroup()
    for panel, rate, path in zip(panels, rates, paths, strict=True):
        text, color = _rate_verdict(rate, abs(path[-1] / start))
        notes.add(words(text, size=28, color=color).next_to(panel, DOWN, buff=0.3))
    scene.play(LaggedStart(*[FadeIn(note, shift=0.2 * UP) for note in notes], lag_ratio=0.3))
    narrator.say(r"Here each step multiplies $w$ by $1-\eta$: it shrinks only while $0 < \eta < 2$.", wait=2.5)


def _rate_step(scene, axes, ball, path: list[float], step: int, number: int, gone: set[int]) -> list:
    """The animations of one step in one panel; a walk that has left its bowl flies off once."""
    if step + 1 >= len(path):
        if number in gone:
            return []
        gone.add(number)
        side = -1 if path[-1] > 0 else 1
        return [FadeOut(ball, shift=1.2 * side * RIGHT + 0.9 * UP)]
    here, there = path[step], path[step + 1]
    jump = Line(axes.c2p(here, here**2 / 2), axes.c2p(there, there**2 / 2), color=WARM, stroke_width=2)
    scene.add(Dot(jump.get_start(), radius=0.05, color=WARM))
    return [Create(jump), ball.animate.move_to(jump.get_end())]


def _rate_verdict(rate: float, left: float) -> tuple[str, str]:
    if rate > 2:
        return "explodes", BAD
    if rate == 2:
        return "never settles", BAD
    if left < 0.05:
        return "arrives", GOOD
    return ("zigzags slowly", FOCUS) if rate > 1 else ("crawls", FOCUS)


def valley_paths(rate: float, momentum: float, start: np.ndarray, stretch: float, steps: int) -> np.ndarray:
    """Points visited on the loss (x² + stretch·y²)/2 with heavy-ball momentum."""
    point, speed, path = start.astype(float), np.zeros(2), [start]
    for _ in range(steps):
        speed = momentum * speed - rate * point * np.array([1.0, stretch])
        point = np.clip(point + speed, [-5.8, -2.6], [5.8, 2.6])
        path.append(point)
    return np.array(path)


def contour_rings(axes, stretch: float, levels) -> VGroup:
    """Ellipses of equal loss of (x² + stretch·y²)/2, brighter towards the minimum."""
    rings = VGroup()
    unit_x, unit_y = np.linalg.norm(axes.c2p(1, 0) - axes.c2p(0, 0)), np.linalg.norm(axes.c2p(0, 1) - axes.c2p(0, 0))
    for number, level in enumerate(levels):
        ring = Ellipse(2 * level * unit_x, 2 * level / np.sqrt(stretch) * unit_y, stroke_width=2)
        shade = interpolate_color(ManimColor(MAIN), ManimColor(GHOST), number / len(levels))
        rings.add(ring.set_stroke(shade).move_to(axes.c2p(0, 0)))
    return rings


def gradient_descent_contour(
    scene: Scene,
    learning_rate: float = 0.17,
    start: tuple[float, float] = (-4.8, 1.6),
    stretch: float = 8,
    steps: int = 22,
):
    """Gradient descent on a contour map: each step crosses the contour lines at a right angle.

    In a long narrow valley the steepest way down is not the way to the minimum, so the path zigzags.

    Tags: machine learning, optimisation, gradient, contour lines, level curves, zigzag, two parameters
    Wishes:
        gradient descent on a contour map
        gradient descent in two dimensions
        why does gradient descent zigzag in a narrow valley?
        descend a loss landscape from (-4, 1)
        gradient descent on a 2D loss surface
        descending a loss landscape seen from above
        path of gradient descent across level curves
        zigzag in a ravine
        minimise a function of two variables step by step
    Parameters:
        learning_rate: step size; in [0.02, 0.24]; said: learning rate, step size, eta
        start: first point; in [-5, 5]; said: start, from
        stretch: how many times steeper the valley is across than along; in [2, 8]; said: stretch, steepness, condition number
        steps: number of steps; in [5, 40]; said: steps, iterations
    """
    narrator = Narrator(scene)
    axes = plain_axes([-6, 6, 1], [-2.6, 2.6, 1], 12.6, 5.4).shift(0.05 * UP)
    begin = np.array([start[0], np.clip(start[1], -2.2, 2.2)])
    if abs(begin[0]) < 1 and abs(begin[1]) < 0.5:
        begin = np.array([-4.8, 1.6])
    reach = min(5.6, 2.55 * np.sqrt(stretch))
    rings = contour_rings(axes, stretch, np.linspace(0.6, reach, 8))
    goal = Star(color=GOOD, fill_opacity=1, outer_radius=0.16).move_to(axes.c2p(0, 0))
    narrator.say(
        "A map of the loss: one ring per height, the lowest point in the middle.",
        LaggedStart(*map(Create, rings)),
        FadeIn(goal),
    )
    path = valley_paths(learning_rate, 0.0, begin, stretch, steps)
    spots = on_axes(axes, path[:, 0], path[:, 1])
    ball = Dot(spots[0], radius=0.12, color=FOCUS)
    uphill = normalize(np.array([begin[0], stretch * begin[1], 0]))
    arrow = Arrow(spots[0], spots[0] - 1.3 * uphill, buff=0, color=WARM, stroke_width=6)
    level = np.sqrt(begin[0] ** 2 + stretch * begin[1] ** 2)
    own = contour_rings(axes, stretch, [level])[0].set_stroke(FOCUS, 3)
    shown = [Create(own)] if own.height < 5.6 and own.width < 13 else []
    narrator.say(
        "The steepest way down is at right angles to the ring it stands on ...", FadeIn(ball), *shown, GrowArrow(arrow)
    )
    aim = DashedLine(spots[0], axes.c2p(0, 0), color=MUTED, stroke_width=3)
    narrator.say("... which is not the direction of the minimum.", Create(aim))
    scene.play(FadeOut(arrow, aim, *([own] if shown else [])), run_time=0.4)
    for number, (a, b) in enumerate(zip(spots, spots[1:], strict=False)):
        scene.play(
            Create(Line(a, b, color=WARM, stroke_width=4)),
            ball.animate.move_to(b),
            run_time=max(0.12, 0.55 - 0.06 * number),
        )
        scene.add(Dot(b, radius=0.045, color=WARM), ball)
    zigzag = learning_rate * stretch > 1
    end = (
        "In a narrow valley it zigzags: across much, along little."
        if zigzag
        else "Small steps: first down into the valley, then slowly along its floor."
    )
    narrator.say(end, wait=2.2)
