"""Random walks in one and two dimensions, the gambler's ruin, a Markov chain."""

import numpy as np
from manim import *

from components_cache.library.machine_learning.drawing import halo, plated, polyline
from components_cache.library.theme import (
    BAD,
    FOCUS,
    GHOST,
    GOOD,
    INK,
    MAIN,
    MUTED,
    OTHER,
    PALETTE,
    WARM,
    Narrator,
    formula,
    plot_axes,
    words,
)


def random_walk_1d(scene: Scene, steps: int = 100, walkers: int = 12, probability: float = 0.5, seed: int = 5):
    """Random walk in one dimension: plus or minus one, and the spread grows like the square root of time.

    Tags: probability, random walk, one dimension, diffusion, square root of n, coin flips
    Wishes:
        random walk
        random walk in one dimension
        how far does a drunkard get after 100 steps?
        why does a random walk grow like the square root of n?
        drunkard's walk on a line
        one-dimensional random walk
        how far from the start after n random steps?
        coin-flip walk
        plus one minus one steps
    Parameters:
        steps: number of steps; in [20, 400]; said: steps, time
        walkers: number of walks; in [3, 30]; said: walkers, walks
        probability: chance of a step up; in [0.3, 0.7]; said: probability, p
        seed: random seed; in [1, 99]; said: seed
    """
    narrator = Narrator(scene)
    rng = np.random.default_rng(seed)
    moves = np.where(rng.random((walkers, steps)) < probability, 1, -1)
    walks = np.concatenate([np.zeros((walkers, 1)), moves.cumsum(axis=1)], axis=1)
    drift, spread = 2 * probability - 1, 2 * np.sqrt(probability * (1 - probability))
    time = np.arange(steps + 1)
    top = max(np.abs(walks).max(), abs(drift) * steps + 2.2 * spread * np.sqrt(steps)) * 1.05
    axes = plot_axes([0, steps, steps], [-top, top, top], width=11.4, height=5.2, numbers=False).shift(0.3 * LEFT)
    names = VGroup(
        words("steps", size=26, color=MUTED).next_to(axes.x_axis.get_end(), RIGHT, buff=0.1),
        words("position", size=26, color=MUTED).next_to(axes.y_axis.get_end(), RIGHT, buff=0.2).shift(0.15 * DOWN),
    )
    narrator.say("Flip a coin: heads one step up, tails one step down.", FadeIn(axes, names))
    first = polyline(axes, time, walks[0], FOCUS, 3)
    scene.play(Create(first), run_time=3.5, rate_func=linear)
    narrator.say("No one can say where it goes. So send many walkers.", wait=0.3)
    paths = VGroup(
        *[
            polyline(axes, time, walk, PALETTE[n % len(PALETTE)], 2).set_stroke(opacity=0.7)
            for n, walk in enumerate(walks[1:])
        ]
    )
    scene.play(*[Create(p) for p in paths], run_time=3, rate_func=linear)
    ts = np.linspace(0, steps, 200)
    mean = DashedVMobject(polyline(axes, ts, drift * ts, INK, 3), num_dashes=50)
    hull = VGroup(*[polyline(axes, ts, drift * ts + s * spread * np.sqrt(ts), GOOD, 5) for s in (-1, 1)])
    text = "On average they go nowhere ..." if abs(drift) < 1e-9 else "On average they drift ..."
    narrator.say(text, Create(mean), first.animate.set_stroke(width=2))
    value = drift * steps
    rule = plated(formula(r"\pm\sqrt{n}" if abs(drift) < 1e-9 else r"(2p-1)n \pm 2\sqrt{p(1-p)n}", size=40, color=GOOD))
    rule.move_to(axes.c2p(0.36 * steps, (0.8 if value >= 0 else -0.8) * top))
    narrator.say("... but the spread grows, with the square root of the number of steps.", Create(hull), FadeIn(rule))
    inside = float((np.abs(walks[:, -1] - drift * steps) <= spread * np.sqrt(steps)).mean())
    narrator.say(
        f"Four times the steps, only twice the spread. {inside:.0%} of these ended inside the curves.", wait=2.3
    )


def random_walk_2d(scene: Scene, steps: int = 600, walkers: int = 1, seed: int = 4):
    """Random walk in two dimensions: left, right, up or down, and the path becomes a cloud.

    Tags: probability, random walk, two dimensions, Brownian motion, diffusion, lattice, drunkard
    Wishes:
        random walk in two dimensions
        2D random walk
        random walk on a grid with 1000 steps
        Brownian motion of 3 particles
        Brownian motion
        drunkard wandering in the city
        random path on a lattice
        diffusing particle in the plane
    Parameters:
        steps: number of steps; in [100, 3000]; said: steps
        walkers: number of walkers; in [1, 5]; said: walkers, particles, walks
        seed: random seed; in [1, 99]; said: seed
    """
    narrator = Narrator(scene)
    rng = np.random.default_rng(seed)
    compass = np.array([[1, 0], [-1, 0], [0, 1], [0, -1]])
    walks = np.concatenate(
        [np.zeros((walkers, 1, 2)), compass[rng.integers(0, 4, (walkers, steps))].cumsum(axis=1)], axis=1
    )
    root = np.sqrt(steps)
    unit = min(0.28, 2.6 / max(np.abs(walks[:, :, 1]).max(), root), 3.7 / max(np.abs(walks[:, :, 0]).max(), root))
    centre = 2.3 * LEFT + 0.05 * UP
    colors = [FOCUS, OTHER, WARM, MAIN, GOOD]
    cross = VGroup(
        Line(centre + 2.6 * DOWN, centre + 2.6 * UP, color=GHOST),
        Line(centre + 3.8 * LEFT, centre + 3.8 * RIGHT, color=GHOST),
    )
    fan = VGroup(*[Arrow(ORIGIN, 0.95 * np.array([x, y, 0]), buff=0.1, color=INK, stroke_width=5) for x, y in compass])
    fan.move_to(4.7 * RIGHT + 1.6 * UP)
    quarter = formula(r"\tfrac14", size=36, color=MUTED)
    chances = VGroup(*[quarter.copy().move_to(fan.get_center() + 1.2 * np.array([x, y, 0])) for x, y in compass])
    narrator.say(
        "At each step: right, left, up or down, with equal chance.",
        FadeIn(cross),
        LaggedStart(*map(GrowArrow, fan)),
        FadeIn(chances),
    )
    counter = (
        VGroup(words("steps", size=28, color=MUTED), Integer(0, font_size=40))
        .arrange(RIGHT, buff=0.2)
        .move_to(4.5 * RIGHT + 0.55 * DOWN)
    )
    progress = ValueTracker(0)
    spots = [np.column_stack([centre[0] + unit * w[:, 0], centre[1] + unit * w[:, 1], 0 * w[:, 0]]) for w in walks]
    thin = max(1.8, min(4, 20 * unit))

    def trail(n: int) -> VMobject:
        now = max(1, int(progress.get_value()))
        return VMobject(color=colors[n], stroke_width=thin, stroke_opacity=0.85).set_points_as_corners(
            spots[n][: now + 1]
        )

    paths = [always_redraw(lambda n=n: trail(n)) for n in range(walkers)]
    heads = [Dot(spots[n][0], color=INK, radius=0.09) for n in range(walkers)]
    for n, head in enumerate(heads):
        head.add_updater(lambda d, n=n: d.move_to(spots[n][int(progress.get_value())]))
    counter[1].add_updater(lambda d: d.set_value(int(progress.get_value())).next_to(counter[0], RIGHT, buff=0.2))
    scene.play(FadeIn(counter[0], *heads))
    scene.add(*paths, *heads, counter[1])
    scene.play(progress.animate.set_value(12), run_time=3, rate_func=linear)
    narrator.say("Then faster.", wait=0)
    scene.play(progress.animate.set_value(steps), run_time=7, rate_func=rush_into)
    for mobject in (*paths, *heads, counter[1]):
        mobject.clear_updaters()
    ring = Circle(root * unit, color=GOOD, stroke_width=4).move_to(centre)
    rule = formula(r"\text{distance} \sim \sqrt{n}", rf"= {root:.1f}", size=40, color=GOOD).move_to(
        4.5 * RIGHT + 1.35 * DOWN
    )
    ends = [float(np.linalg.norm(w[-1])) for w in walks]
    narrator.say("The typical distance after n steps is the square root of n.", Create(ring), Write(rule))
    lines = [Line(centre, s[-1], color=INK, stroke_width=4) for s in spots]
    said = (
        f"This walk ended {ends[0]:.1f} steps away"
        if walkers == 1
        else f"These walks ended {np.mean(ends):.1f} steps away on average"
    )
    narrator.say(f"{said}, after {steps} steps.", *map(Create, lines), wait=2.3)


def gamblers_ruin(
    scene: Scene, start: int = 10, goal: int = 20, probability: float = 0.47, games: int = 20, seed: int = 6
):
    """The gambler's ruin: a small disadvantage almost surely ends in ruin.

    Tags: probability, gambler's ruin, random walk, casino, betting, absorbing barrier
    Wishes:
        gambler's ruin
        why does the casino always win?
        start with 10 coins and play until 20 or ruin
        probability of ruin in roulette
        gambler
        casino advantage
        roulette player goes broke
        bet one coin at a time until broke or rich
        probability of going bankrupt
    Parameters:
        start: coins at the start; in [3, 20]; said: start, coins
        goal: coins at which the player stops; in [8, 40]; said: goal, target
        probability: chance of winning one round; in [0.42, 0.55]; said: probability, p
        games: number of players shown; in [5, 40]; said: games, players
        seed: random seed; in [1, 99]; said: seed
    """
    narrator = Narrator(scene)
    rng = np.random.default_rng(seed)
    goal = max(goal, start + 2)
    walks = []
    for _ in range(games):
        path = [start]
        while 0 < path[-1] < goal and len(path) < 1200:
            path.append(path[-1] + (1 if rng.random() < probability else -1))
        walks.append(np.array(path))
    length = int(max(len(w) for w in walks))
    axes = plot_axes([0, length, length], [0, goal, goal], width=10.2, height=4.7, numbers=False).shift(
        0.9 * LEFT + 0.05 * DOWN
    )
    lines = VGroup(
        Line(axes.c2p(0, goal), axes.c2p(length, goal), color=GOOD, stroke_width=4),
        Line(axes.c2p(0, 0), axes.c2p(length, 0), color=BAD, stroke_width=4),
    )
    tags = VGroup(
        words(f"{goal}: goal", size=28, color=GOOD).next_to(lines[0], RIGHT, buff=0.2),
        words("0: ruin", size=28, color=BAD).next_to(lines[1], RIGHT, buff=0.25),
    )
    level = words(str(start), size=26, color=INK).next_to(axes.c2p(0, start), LEFT, buff=0.15)
    narrator.say(
        f"Start with {start} coins, bet one at a time, stop at {goal} or at nothing.",
        FadeIn(axes),
        Create(lines),
        FadeIn(tags, level),
    )
    narrator.say(f"Each round is won with probability {probability:g}.", wait=0.4)
    for n, walk in enumerate(walks):
        won = walk[-1] >= goal
        path = polyline(axes, np.arange(len(walk)), walk, GOOD if won else BAD, 3 if n == 0 else 1.8)
        scene.play(Create(path, rate_func=linear), run_time=3 if n == 0 else 0.35)
    ratio = (1 - probability) / probability
    chance = start / goal if abs(ratio - 1) < 1e-9 else (1 - ratio**start) / (1 - ratio**goal)
    won = sum(w[-1] >= goal for w in walks)
    rule = formula(
        r"P(\text{goal}) = \frac{1 - r^{" + str(start) + r"}}{1 - r^{" + str(goal) + r"}}",
        rf"= {chance:.2f},",
        r"\quad r = \tfrac{1-p}{p}",
        size=40,
    )
    if abs(ratio - 1) < 1e-9:
        rule = formula(r"P(\text{goal}) = \frac{" + str(start) + "}{" + str(goal) + "}", rf"= {chance:.2f}", size=40)
    rule = plated(rule, buff=0.15)
    rule.move_to(axes.c2p(length * 0.62, goal * 0.5))
    narrator.say(f"{won} of {games} players reached the goal.", wait=0.8)
    fair, shown = start / goal, f"{chance:.0%}" if chance > 0.01 else "less than 1%"
    text = (
        f"In a fair game it would be {fair:.0%}; here it is {shown}. A small edge decides."
        if abs(chance - fair) > 0.005
        else "In a fair game the chance is your share of all the coins."
    )
    narrator.say(text, FadeIn(rule), wait=2.4)


def markov_chain(scene: Scene, stay_sunny: float = 0.8, stay_rainy: float = 0.6, days: int = 12, seed: int = 3):
    """A Markov chain: tomorrow depends only on today, and the long run forgets the start.

    Tags: probability, Markov chain, transition matrix, stationary distribution, steady state
    Wishes:
        Markov chain
        sunny and rainy days as a Markov chain
        stationary distribution of a two-state Markov chain
        transition probabilities sunny and rainy
        transition matrix of states
        tomorrow depends only on today
        steady state distribution
        states and transition probabilities
        memoryless process with two states
    Parameters:
        stay_sunny: chance that sun follows sun; in [0.1, 0.95]; said: sunny
        stay_rainy: chance that rain follows rain; in [0.1, 0.95]; said: rainy
        days: number of days; in [6, 20]; said: days, steps
        seed: random seed; in [1, 99]; said: seed
    """
    narrator = Narrator(scene)
    rng = np.random.default_rng(seed)
    matrix = np.array([[stay_sunny, 1 - stay_sunny], [1 - stay_rainy, stay_rainy]])
    spots = [np.array([-5.2, 1.0, 0]), np.array([-1.6, 1.0, 0])]
    colors, names = [FOCUS, MAIN], ["sun", "rain"]
    circles = VGroup(
        *[Circle(0.62, color=c, fill_color=c, fill_opacity=0.18).move_to(s) for c, s in zip(colors, spots, strict=True)]
    )
    tags = VGroup(*[words(t, size=30, color=c).move_to(s) for t, c, s in zip(names, colors, spots, strict=True)])
    there = CurvedArrow(spots[0] + [0.5, 0.45, 0], spots[1] + [-0.5, 0.45, 0], angle=-0.9, color=INK, tip_length=0.2)
    back = CurvedArrow(spots[1] + [-0.5, -0.45, 0], spots[0] + [0.5, -0.45, 0], angle=-0.9, color=INK, tip_length=0.2)
    loops = VGroup(
        *[
            Arc(0.42, start_angle=a, angle=b, arc_center=s + np.array([d * 0.85, 0, 0]), color=INK).add_tip(
                tip_length=0.2
            )
            for s, d, a, b in ((spots[0], -0.8, 0.9, 4.3), (spots[1], 0.8, PI - 0.9, -4.3))
        ]
    )
    numbers = VGroup(
        formula(f"{1 - stay_sunny:.2g}", size=34).next_to(there, UP, buff=0.1),
        formula(f"{1 - stay_rainy:.2g}", size=34).next_to(back, DOWN, buff=0.1),
        formula(f"{stay_sunny:g}", size=34).move_to(spots[0] + [-0.75, 0.9, 0]),
        formula(f"{stay_rainy:g}", size=34).move_to(spots[1] + [0.75, 0.9, 0]),
    )
    narrator.say(
        "Two states. Arrows say how likely each change is.",
        FadeIn(circles, tags),
        Create(there),
        Create(back),
        Create(loops),
        FadeIn(numbers),
    )
    token = Dot(color=INK, radius=0.14)
    state, history = 0, [0]
    token.move_to(spots[0] + 0.4 * DOWN)
    row = VGroup()
    gap = 12.4 / (days + 1)
    side = min(0.55, 0.8 * gap)

    def square(day: int, s: int) -> Square:
        return Square(side, stroke_width=0, fill_color=colors[s], fill_opacity=0.9).move_to(
            [-6.2 + gap * (day + 0.5), -2.3, 0]
        )

    row.add(square(0, 0))
    narrator.say("Tomorrow depends only on today.", FadeIn(token), FadeIn(row[0]), wait=0.3)
    for day in range(1, days + 1):
        fresh = int(rng.random() >= matrix[state, 0])
        way = ArcBetweenPoints(token.get_center(), spots[fresh] + 0.4 * DOWN, angle=0.6) if fresh != state else None
        move = MoveAlongPath(token, way) if way is not None else Indicate(circles[state], color=INK, scale_factor=1.1)
        row.add(square(day, fresh))
        scene.play(move, FadeIn(row[-1]), run_time=0.55 if day < 4 else 0.25)
        state = fresh
        history.append(state)
    axes = plot_axes([0, days, days], [0, 1, 1], width=4.9, height=3.2, numbers=False).move_to(3.75 * RIGHT + 0.85 * UP)
    title = words("chance of sun on day n", size=26, color=FOCUS).next_to(axes, UP, buff=0.05)
    curves = []
    for begin, color in ((np.array([1.0, 0]), FOCUS), (np.array([0, 1.0]), MAIN)):
        shares = [begin]
        for _ in range(days):
            shares.append(shares[-1] @ matrix)
        curves.append(polyline(axes, np.arange(days + 1), np.array(shares)[:, 0], color, 4))
    limit = (1 - stay_rainy) / (2 - stay_sunny - stay_rainy)
    goal = DashedLine(axes.c2p(0, limit), axes.c2p(days, limit), color=GOOD)
    value = halo(formula(f"{limit:.2f}", size=36, color=GOOD)).next_to(goal, RIGHT, buff=0.1)
    narrator.say(
        "Now follow the chances: starting in the sun, or starting in the rain ...",
        FadeIn(axes, title),
        Create(curves[0], run_time=2),
        Create(curves[1], run_time=2),
    )
    narrator.say(
        "... both end at the same share of sun. The chain forgets its start.", Create(goal), FadeIn(value), wait=2.4
    )
