"""Many trials: the law of large numbers, the central limit theorem, the Galton board."""

import numpy as np
from manim import *

from components_cache.library.machine_learning.drawing import halo, polyline
from components_cache.library.theme import (
    BAD,
    FOCUS,
    GHOST,
    GOOD,
    MAIN,
    MUTED,
    OTHER,
    WARM,
    Narrator,
    formula,
    plot_axes,
    words,
)


def bar_chart(heights, low: float, bar_width: float, base, unit_x: float, unit_y: float, color=MAIN) -> VGroup:
    """Bars over low, low + bar_width, ...: `base` is the scene point of (0, 0), units are scene units."""
    bars = VGroup()
    for n, height in enumerate(heights):
        box = Rectangle(width=0.9 * bar_width * unit_x, height=max(0.003, height * unit_y), stroke_width=0)
        box.set_fill(color, 0.85)
        box.move_to(base + np.array([(low + n * bar_width) * unit_x, height * unit_y / 2, 0]))
        bars.add(box)
    return bars


def law_of_large_numbers(scene: Scene, flips: int = 400, probability: float = 0.5, runs: int = 3, seed: int = 2):
    """Law of large numbers: the share of heads settles at its probability.

    Tags: probability, law of large numbers, coin flips, coin toss, convergence, relative frequency
    Wishes:
        law of large numbers with coin flips
        law of large numbers
        does the share of heads go to one half?
        flip a coin 1000 times
        biased coin with probability 0.3 in the long run
        long-run relative frequency of heads
        tossing a coin many times
        average converges to the expected value
        does the proportion of heads approach 50 percent?
        Simulate thousands of coin tosses
        coin flips
    Parameters:
        flips: number of coin flips; in [50, 2000]; said: flips, tosses, times, trials
        probability: chance of heads; in [0.1, 0.9]; said: probability, heads, p
        runs: how many independent experiments; in [1, 5]; said: runs, experiments
        seed: random seed; in [1, 99]; said: seed
    """
    narrator = Narrator(scene)
    rng = np.random.default_rng(seed)
    tosses = rng.random((runs, flips)) < probability
    shares = tosses.cumsum(axis=1) / np.arange(1, flips + 1)
    axes = plot_axes([0, flips, flips / 4], [0, 1, 0.25], width=10.6, height=3.5, numbers=False).shift(
        0.85 * DOWN + 0.35 * RIGHT
    )
    marks = VGroup(
        *[words(f"{q:g}", size=24, color=MUTED).next_to(axes.c2p(0, q), LEFT, buff=0.2) for q in (0, 0.5, 1)]
    )
    marks.add(
        *[
            words(f"{round(flips * q)}", size=24, color=MUTED).next_to(axes.c2p(flips * q, 0), DOWN, buff=0.15)
            for q in (0.5, 1)
        ]
    )
    coins = VGroup(*[_coin(bool(t)) for t in tosses[0][:16]]).arrange(RIGHT, buff=0.14).move_to(2.35 * UP)
    narrator.say(
        "Flip a coin again and again. Yellow is heads.",
        LaggedStart(*[FadeIn(c, shift=0.3 * DOWN) for c in coins], lag_ratio=0.15),
    )
    goal = DashedLine(axes.c2p(0, probability), axes.c2p(flips, probability), color=GOOD, stroke_width=3)
    goal_name = halo(formula(f"p = {probability:g}", size=36, color=GOOD)).next_to(goal, RIGHT, buff=0.08)
    name = words("share of heads", size=26, color=MUTED).next_to(axes.c2p(0, 1), RIGHT, buff=0.3).shift(0.28 * UP)
    narrator.say("After every flip, note the share of heads so far.", Create(axes), FadeIn(marks, name), Create(goal))
    scene.play(FadeIn(goal_name), run_time=0.3)
    colors = [FOCUS, WARM, OTHER, MAIN, BAD]
    keep = np.unique(np.round(np.geomspace(1, flips, 260)).astype(int)) if flips > 260 else np.arange(1, flips + 1)
    for n in range(runs):
        path = polyline(axes, keep, shares[n][keep - 1], colors[n], 3)
        if n == 1:
            narrator.say("Do it again: another beginning, the same end.", wait=0.2)
        scene.play(Create(path, rate_func=rush_from if n else smooth), run_time=4 if n == 0 else 2)
    width = 2 * np.sqrt(probability * (1 - probability))
    xs = np.linspace(max(1, flips / 300), flips, 200)
    tube = np.minimum(width / np.sqrt(xs), 2)
    edges = VGroup(*[polyline(axes, xs, np.clip(probability + s * tube, 0, 1), MUTED, 2) for s in (-1, 1)])
    text = "Chance does not balance out, it is diluted: the error shrinks like $1/\\sqrt{n}$."
    narrator.say(text, Create(edges), wait=2.3)


def _coin(heads: bool) -> VGroup:
    color = FOCUS if heads else GHOST
    return Circle(0.26, color=color, fill_color=color, fill_opacity=0.9 if heads else 0.5, stroke_width=2)


def central_limit_theorem(scene: Scene, summands: int = 8, shape: str = "dice", samples: int = 3000, seed: int = 1):
    """Central limit theorem: sums of many independent numbers are bell shaped.

    Histograms of sums of 1, 2, ... random numbers, from a fair die, a skewed or a two-humped law. The bell appears each time.

    Tags: probability, central limit theorem, CLT, normal distribution, bell curve, sums, dice, histogram
    Wishes:
        central limit theorem
        why do so many quantities follow a bell curve?
        sum of 10 dice becomes a bell curve
        central limit theorem with a skewed distribution
        histograms of sums of dice
        sample means become normal
        why does the bell curve appear everywhere?
        averages of many random numbers
        sum of independent random variables looks gaussian
        Animate histograms converging to a normal curve
    Parameters:
        summands: the largest number of summands; in [3, 30]; said: summands, dice, terms, n
        shape: law of one number; one of: dice, skewed, coins
        samples: how often each sum is drawn; in [500, 10000]; said: samples, rolls
        seed: random seed; in [1, 99]; said: seed
    """
    narrator = Narrator(scene)
    rng = np.random.default_rng(seed)
    laws = {
        "dice": (np.arange(1, 7), np.ones(6) / 6, "one die"),
        "skewed": (np.arange(1, 7), np.array([0.45, 0.25, 0.14, 0.08, 0.05, 0.03]), "one loaded die"),
        "coins": (np.array([0, 1]), np.array([0.5, 0.5]), "one coin"),
    }
    faces, chances, one = laws[shape]
    counts = sorted({1, 2, min(4, summands - 1), summands})
    base = 2.3 * DOWN
    floor = Line(6.2 * LEFT, 6.2 * RIGHT, color=MUTED, stroke_width=2).shift(base)
    things = "coins" if shape == "coins" else "dice"
    label = words(one, size=32, color=MAIN).move_to(2.5 * UP + 4.6 * LEFT)
    bars, ticks = _sum_histogram(rng, faces, chances, counts[0], samples, base)
    start = {
        "dice": "Roll one die many times: every number comes equally often.",
        "skewed": "A loaded die: small numbers come much more often.",
        "coins": "Flip a coin many times: 0 or 1, equally often.",
    }
    narrator.say(
        start[shape],
        Create(floor),
        FadeIn(label),
        LaggedStart(*[GrowFromEdge(b, DOWN) for b in bars], lag_ratio=0.1),
        FadeIn(ticks),
    )
    for n in counts[1:]:
        fresh, fresh_ticks = _sum_histogram(rng, faces, chances, n, samples, base)
        text = {
            2: f"Add two {things}: the middle has more ways to come about.",
            summands: f"Sum of {n} {things}: a bell.",
        }.get(n, f"Sum of {n} {things}.")
        renamed = words(f"sum of {n} {things}", size=32, color=MAIN).move_to(label, aligned_edge=LEFT)
        narrator.say(
            text,
            ReplacementTransform(bars, fresh),
            FadeOut(ticks),
            FadeIn(fresh_ticks),
            FadeOut(label),
            FadeIn(renamed),
            wait=1,
        )
        bars, ticks, label = fresh, fresh_ticks, renamed
    mean, sd = summands * faces @ chances, np.sqrt(summands * (faces**2 @ chances - (faces @ chances) ** 2))
    curve = _bell_over(bars, mean, sd, base)
    rule = formula(
        r"\mu =", rf"{summands}\,\mu_1", r"\qquad \sigma =", rf"\sqrt{{{summands}}}\,\sigma_1", size=40, color=FOCUS
    )
    rule.move_to(2.4 * UP + 4.0 * RIGHT)
    narrator.say("The normal curve with the same mean and spread fits.", Create(curve, run_time=1.5), FadeIn(rule))
    narrator.say("Whatever you add up, independent and often enough: the sum is bell shaped.", wait=2.4)


def _sum_histogram(rng, faces, chances, count: int, samples: int, base) -> tuple[VGroup, VGroup]:
    """Bars of the relative frequencies of a sum, scaled to fill the stage, and a few numbers under them."""
    sums = rng.choice(faces, (samples, count), p=chances).sum(axis=1)
    mean, sd = count * faces @ chances, np.sqrt(count * (faces**2 @ chances - (faces @ chances) ** 2))
    low, high = max(count * faces[0], int(mean - 4 * sd)), min(count * faces[-1], int(np.ceil(mean + 4 * sd)))
    values = np.arange(low, high + 1)
    heights = np.array([(sums == v).mean() for v in values])
    unit_x = min(1.5, 11.6 / (len(values) + 1))
    unit_y = (2.2 if count == 1 else 4.0) / heights.max()
    origin = base + unit_x * (low + high) / 2 * LEFT
    bars = bar_chart(heights, low, 1, origin, unit_x, unit_y)
    bars.scaling = (unit_x, unit_y, origin)
    step = max(1, -(-len(values) // 9))
    ticks = VGroup(
        *[
            words(str(v), size=24, color=MUTED).move_to(origin + unit_x * v * RIGHT + 0.27 * DOWN)
            for v in values[::step]
        ]
    )
    return bars, ticks


def _bell_over(bars: VGroup, mean: float, sd: float, base) -> VMobject:
    unit_x, unit_y, origin = bars.scaling
    xs = np.linspace(mean - 3.6 * sd, mean + 3.6 * sd, 160)
    ys = np.exp(-(((xs - mean) / sd) ** 2) / 2) / (sd * np.sqrt(TAU))
    points = origin + np.outer(xs * unit_x, RIGHT) + np.outer(ys * unit_y, UP)
    inside = np.abs(points[:, 0]) < 6.5
    return VMobject(color=FOCUS, stroke_width=5).set_points_as_corners(points[inside])


def galton_board(scene: Scene, rows: int = 8, balls: int = 90, seed: int = 3):
    """Galton board: many small left-or-right choices pile up into a bell.

    Tags: probability, Galton board, binomial distribution, bell curve, quincunx, central limit theorem
    Wishes:
        Galton board
        balls falling through pins make a bell curve
        quincunx with 10 rows
        why does a Galton board show a binomial distribution?
        bean machine with balls and pins
        balls bouncing off pegs pile up
        quincunx
        plinko board and the bell curve
    Parameters:
        rows: rows of pins; in [4, 11]; said: rows, pins
        balls: number of balls; in [20, 120]; said: balls, marbles
        seed: random seed; in [1, 99]; said: seed
    """
    narrator = Narrator(scene)
    rng = np.random.default_rng(seed)
    gap = min(0.72, 8.0 / (rows + 1))
    drop = 2.7 / rows
    top = np.array([0, 2.45, 0])
    turns = rng.integers(0, 2, (balls, rows))
    ends = turns.sum(axis=1)
    tallest = max(np.bincount(ends, minlength=rows + 1).max(), 1)
    size = min(0.11, 2.25 / tallest / 2, 0.3 * gap)

    def pin(row: int, k: int) -> np.ndarray:
        return top + np.array([(k - row / 2) * gap, -(row + 0.6) * drop, 0])

    pins = VGroup(*[Dot(pin(r, k), radius=0.05, color=MUTED) for r in range(rows) for k in range(r + 1)])
    floor = -2.65
    walls = VGroup()
    for k in range(rows + 2):
        x = (k - (rows + 1) / 2) * gap
        walls.add(Line([x, floor, 0], [x, top[1] - (rows + 0.55) * drop, 0], color=GHOST, stroke_width=2))
    walls.add(Line(walls[0].get_start(), walls[rows + 1].get_start(), color=GHOST, stroke_width=2))
    narrator.say("At each pin a ball goes left or right, with equal chance.", FadeIn(pins, walls))
    stacks = np.zeros(rows + 1, dtype=int)
    moves, marbles = [], VGroup()
    for n in range(balls):
        path = [top, *[pin(r, int(turns[n, :r].sum())) + 0.12 * UP for r in range(rows)]]
        slot = int(ends[n])
        rest = np.array([(slot - rows / 2) * gap, floor + size * (2 * stacks[slot] + 1), 0])
        stacks[slot] += 1
        track = VMobject().set_points_as_corners([*path, np.array([rest[0], path[-1][1] - 0.3 * drop, 0]), rest])
        ball = Dot(top, radius=size, color=FOCUS)
        marbles.add(ball)
        moves.append(MoveAlongPath(ball, track, run_time=2, rate_func=linear))
    scene.play(moves[0])
    scene.play(moves[1])
    narrator.say("Only one way leads to the edge, many lead to the middle.", wait=0.2)
    scene.play(LaggedStart(*moves[2:], lag_ratio=min(0.08, 4 / balls)))
    ks = np.arange(rows + 1)
    ways = (
        np.array([float(np.prod(np.arange(k + 1, rows + 1)) / np.prod(np.arange(1, rows - k + 1))) for k in ks])
        / 2**rows
    )
    outline = VGroup()
    for k, share in zip(ks, ways, strict=True):
        y = floor + share * balls * 2 * size
        x = (k - rows / 2) * gap
        outline.add(Line([x - 0.45 * gap, y, 0], [x + 0.45 * gap, y, 0], color=GOOD, stroke_width=5))
    rule = formula(
        r"P(k) = \binom{" + str(rows) + r"}{k} \frac{1}{2^{" + str(rows) + "}}", size=44, color=GOOD
    ).move_to(4.7 * RIGHT + 1.6 * UP)
    narrator.say(
        "Counting the ways gives the binomial distribution: the bell.",
        LaggedStart(*map(Create, outline)),
        Write(rule),
        wait=2.3,
    )
