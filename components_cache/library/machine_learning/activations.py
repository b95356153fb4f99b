"""Activation functions: the bends that make a network more than a line."""

import numpy as np
from manim import *

from components_cache.library.machine_learning.drawing import plain_axes, polyline
from components_cache.library.machine_learning.network import sigmoid
from components_cache.library.theme import (
    FOCUS,
    GHOST,
    GOOD,
    INK,
    MAIN,
    OTHER,
    WARM,
    Narrator,
    formula,
    words,
)


def activation_functions(scene: Scene, sweep: float = 3.0):
    """Activation functions: sigmoid, tanh, ReLU and GELU bend a straight line in four ways.

    Tags: machine learning, neural network, activation function, sigmoid, tanh, ReLU, GELU, nonlinearity
    Wishes:
        activation functions
        compare sigmoid, tanh and ReLU
        what is a ReLU?
        why do neural networks need nonlinear activation functions?
        sigmoid function
        tanh
        GELU
        nonlinearities in neural networks
        ReLU versus sigmoid
        Compare common activation functions on one plot
    Parameters:
        sweep: inputs run from minus this to this; in [2, 5]; said: sweep, range
    """
    narrator = Narrator(scene)
    xs = np.linspace(-sweep, sweep, 161)
    top = sweep
    kinds = [
        ("sigmoid", MAIN, r"\frac{1}{1+e^{-x}}", -0.35, 1.35, sigmoid),
        ("tanh", OTHER, r"\tanh x", -1.35, 1.35, np.tanh),
        ("ReLU", WARM, r"\max(0, x)", -0.7, top, lambda x: np.maximum(0, x)),
        ("GELU", GOOD, r"x\,\Phi(x)", -0.7, top, lambda x: 0.5 * x * (1 + np.tanh(0.79788456 * (x + 0.044715 * x**3)))),
    ]
    at = ValueTracker(-sweep)
    panels, movers = VGroup(), VGroup()
    for n, (name, color, rule, low, high, bend) in enumerate(kinds):
        place = np.array([-3.3 + 6.6 * (n % 2), 1.5 - 2.8 * (n // 2), 0])
        axes = plain_axes([-sweep, sweep, 1], [low, high, 1], 3.7, 2.35).move_to(place + 1.1 * RIGHT)
        keep, inside = bend(xs) <= high, (xs >= low) & (xs <= high)
        line = polyline(axes, xs[inside], xs[inside], GHOST, 3)
        title = VGroup(words(name, size=30, color=color), formula(rule, size=34, color=color)).arrange(DOWN, buff=0.25)
        title.move_to(place + 2.0 * LEFT)
        panels.add(VGroup(axes, line, polyline(axes, xs[keep], bend(xs[keep]), color), title))
        movers.add(_bend_marker(axes, at, bend, high))
    narrator.say("Without bending, a deep network is only one straight line.", *[FadeIn(p[0], p[1]) for p in panels])
    narrator.say("Activation functions bend it.", *[Create(p[2]) for p in panels], *[Write(p[3]) for p in panels])
    scene.add(movers)
    narrator.say(
        "The same input runs through all four.", at.animate(run_time=5, rate_func=linear).set_value(sweep), wait=0.4
    )
    narrator.say("Sigmoid and tanh saturate; ReLU and GELU keep growing on one side.", wait=0.8)
    narrator.say(
        "Flat ends mean tiny gradients: that is why deep networks like ReLU.",
        at.animate(run_time=2.5).set_value(-sweep * 0.8),
        wait=2,
    )


def _bend_marker(axes, at, bend, top: float) -> VGroup:
    dot = Dot(color=FOCUS, radius=0.09).add_updater(
        lambda d: d.move_to(axes.c2p(at.get_value(), min(top, float(bend(np.array(at.get_value()))))))
    )
    foot = Dot(color=INK, radius=0.06).add_updater(lambda d: d.move_to(axes.c2p(at.get_value(), 0)))
    return VGroup(foot, dot)
