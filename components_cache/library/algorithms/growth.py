"""How running times grow: Big-O side by side."""

import numpy as np
from manim import *

from components_cache.library.theme import (
    BAD,
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


def big_o_growth(scene: Scene, n: int = 10):
    """Big-O growth: logarithmic, linear, quadratic and exponential steps race as the input grows.

    Tags: algorithms, complexity, Big O, asymptotic, running time, growth
    Wishes:
        Big O notation
        compare O(log n), O(n), O(n^2) and O(2^n)
        time complexity of algorithms
        how fast do running times grow
        Big O
        asymptotic running time
        why is an exponential algorithm hopeless?
        number of steps as the input gets bigger
        complexity classes compared on a chart
        O(1), O(log n), O(n) and O(n^2) visualized
    Parameters:
        n: the largest input on the axis; in [6, 20]; said: n, input, size, up to
    """
    narrator = Narrator(scene)
    top = 4 * n
    step = {True: 2, False: 4}[n <= 12]
    axes = plot_axes([0, n, step], [0, top, n], width=6.4, height=4.6).move_to([-3.1, 0.0, 0])
    names = VGroup(words("input size n", 26, MUTED), words("steps", 26, MUTED))
    names[0].next_to(axes, DOWN, buff=0.06).align_to(axes, RIGHT)
    names[1].next_to(axes.c2p(0, top), RIGHT, buff=0.2)
    kinds = [
        (r"\log_2 n", GOOD, np.log2, 1.0),
        ("n", OTHER, lambda x: x, 0.0),
        (r"n \log_2 n", MAIN, lambda x: x * np.log2(x), 1.0),
        ("n^2", WARM, lambda x: x**2, 0.0),
        ("2^n", BAD, lambda x: 2**x, 0.0),
    ]
    said = [
        "Halving: binary search takes about $\\log_2 n$ steps.",
        "Looking at everything once: $n$ steps.",
        "Good sorting: $n \\log_2 n$.",
        "Every pair: $n^2$. Twice the input, four times the work.",
        "Every subset: $2^n$. One more item doubles the work!",
    ]
    sizes = [10, 20, 50]
    head = VGroup(*[words(str(s), 26, MUTED).move_to([3.1 + 1.45 * i, 2.35, 0]) for i, s in enumerate(sizes)])
    label = words("n =", 26, MUTED).move_to([2.2, 2.35, 0], aligned_edge=RIGHT)
    narrator.say("How many steps for an input of size n?", Create(axes), FadeIn(names, head, label), wait=0.4)
    for row, ((tex, color, function, first), text) in enumerate(zip(kinds, said, strict=True)):
        last = _leaves(function, first, n, top)
        curve = axes.plot(function, x_range=[first, last, 0.05], color=color, stroke_width=5)
        y = 1.6 - 0.85 * row
        name = formula(tex, size=36, color=color).move_to([2.2, y, 0], aligned_edge=RIGHT)
        cells = VGroup(
            *[_count(function(s)).set_color(color).move_to([3.1 + 1.45 * i, y, 0]) for i, s in enumerate(sizes)]
        )
        narrator.say(text, Create(curve, run_time=1.4), FadeIn(name), FadeIn(cells, lag_ratio=0.3), wait=1)
    narrator.say("With a billion steps a second, $2^{50}$ takes 13 days. The others are done at once.")


def _leaves(function, first: float, n: int, top: float) -> float:
    """Where a growing curve leaves the axes."""
    xs = np.linspace(max(first, 0.01), n, 800)
    inside = xs[[float(function(x)) <= top for x in xs]]
    return float(inside[-1])


def _count(value: float) -> VMobject:
    """A number of steps, rounded."""
    if value < 100000:
        return words(f"{value:,.0f}".replace(",", " "), 26)
    power = int(np.floor(np.log10(value)))
    return formula(rf"{value / 10**power:.0f} \cdot 10^{{{power}}}", size=32)
