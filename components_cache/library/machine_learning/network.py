"""Neural networks: one neuron, a forward pass, backpropagation with real numbers, activation functions."""

import numpy as np
from manim import *

from components_cache.library.machine_learning.drawing import halo, plain_axes, plated, polyline
from components_cache.library.theme import (
    BACKGROUND,
    BAD,
    FOCUS,
    GOOD,
    INK,
    MAIN,
    MUTED,
    OTHER,
    WARM,
    Narrator,
    formula,
)


def sigmoid(z):
    """The logistic function, from 0 to 1."""
    return 1 / (1 + np.exp(-z))


def unit_circle(value: float = 0.0, radius: float = 0.3, color=MAIN) -> Circle:
    """A neuron whose filling is as bright as its activation `value` in [0, 1]."""
    fill = interpolate_color(ManimColor(BACKGROUND), ManimColor(color), float(np.clip(value, 0, 1)))
    return Circle(radius, color=color, stroke_width=3, fill_color=fill, fill_opacity=1)


def network_layers(sizes: list[int], width: float = 9, height: float = 5, radius: float = 0.3) -> VGroup:
    """Columns of neurons, one column per layer, evenly spread over `width` x `height` units."""
    columns = VGroup()
    radius = min(radius, 0.42 * height / max(sizes))
    for n, size in enumerate(sizes):
        gap = min(1.1, height / max(size, 1))
        column = VGroup(*[unit_circle(radius=radius).shift((k - (size - 1) / 2) * gap * DOWN) for k in range(size)])
        columns.add(column.shift((n / max(1, len(sizes) - 1) - 0.5) * width * RIGHT))
    return columns


def network_edges(columns: VGroup, weights: list[np.ndarray] | None = None) -> list[VGroup]:
    """Lines between neighbouring layers; positive weights blue, negative red, strong ones thick."""
    bundles = []
    for n, (left, right) in enumerate(zip(columns, columns[1:], strict=False)):
        bundle = VGroup()
        for b, q in enumerate(right):
            for a, p in enumerate(left):
                w = 0.5 if weights is None else float(weights[n][b, a])
                color = MUTED if weights is None else (OTHER if w > 0 else BAD)
                line = Line(
                    p.get_center(), q.get_center(), color=color, stroke_width=0.8 + 2.2 * min(1, abs(w)), z_index=-1
                )
                bundle.add(line.set_stroke(opacity=0.55))
        bundles.append(bundle)
    return bundles


def neuron(
    scene: Scene, inputs: list[float] = [0.9, -0.5, 0.3], weights: list[float] = [1.2, -0.8, 0.5], bias: float = -0.4
):
    """A neuron: weighted sum of the inputs, plus a bias, through an activation function.

    Tags: machine learning, neural network, neuron, perceptron unit, weighted sum, bias, activation
    Wishes:
        what does a neuron compute?
        a single artificial neuron
        weighted sum and activation of one neuron
        neuron with inputs 1, 0.5 and bias 0.2
        artificial neuron
        a perceptron unit
        weights, bias and activation
        how does a single neuron of a neural net work?
        inputs times weights plus bias through a sigmoid
    Parameters:
        inputs: the numbers that come in; 2 to 4 items in [-2, 2]; said: inputs
        weights: one weight per input; 2 to 4 items in [-2, 2]; said: weights
        bias: the number added to the sum; in [-2, 2]; said: bias
    """
    narrator = Narrator(scene)
    count = min(len(inputs), len(weights))
    xs, ws = inputs[:count], weights[:count]
    total, height = sum(x * w for x, w in zip(xs, ws, strict=True)) + bias, 1.25
    cell = Circle(0.62, color=MAIN, fill_color=BACKGROUND, fill_opacity=1).move_to(0.2 * RIGHT + 0.55 * UP)
    cell_sign = formula(r"\Sigma", size=60, color=MAIN).move_to(cell)
    dots, lines, x_tags, w_tags = VGroup(), VGroup(), VGroup(), VGroup()
    for n in range(count):
        spot = np.array([-5.2, 0.55 + ((count - 1) / 2 - n) * height, 0])
        dots.add(Circle(0.45, color=OTHER, fill_color=BACKGROUND, fill_opacity=1).move_to(spot))
        x_tags.add(formula(f"{xs[n]:g}", size=31, color=OTHER).move_to(spot))
        lines.add(Line(spot, cell.get_center(), color=WARM, stroke_width=1.5 + 2 * abs(ws[n]), z_index=-1))
        w_tags.add(
            plated(formula(rf"\times {ws[n]:g}", size=34, color=WARM)).move_to(lines[n].point_from_proportion(0.42))
        )
    narrator.say("Numbers come in ...", *[FadeIn(m) for m in (dots, x_tags)])
    narrator.say("... each is multiplied by its own weight ...", Create(lines), FadeIn(w_tags), FadeIn(cell, cell_sign))
    terms = []
    for n in range(count):
        terms += [
            f"({xs[n]:g})" if xs[n] < 0 and n else f"{xs[n]:g}",
            r"\cdot",
            f"({ws[n]:g})" if ws[n] < 0 else f"{ws[n]:g}",
            "+" if n < count - 1 else "",
        ]
    total_line = formula(*terms, rf"{'+' if bias >= 0 else '-'}\,{abs(bias):g}", rf"= {total:.2f}", size=40).move_to(
        1.95 * DOWN
    )
    for n in range(count):
        total_line[4 * n].set_color(OTHER)
        total_line[4 * n + 2].set_color(WARM)
    total_line[-2].set_color(FOCUS)
    pulses = [ShowPassingFlash(line.copy().set_stroke(INK, 6), time_width=0.4) for line in lines]
    narrator.say("... and all are added up, together with a bias.", *pulses, Write(total_line), wait=1.2)
    axes = plain_axes([-4, 4, 1], [-0.15, 1.15, 1], 3.4, 1.9).move_to(3.5 * RIGHT + 0.6 * UP)
    samples = np.linspace(-4, 4, 81)
    curve = polyline(axes, samples, sigmoid(samples), GOOD)
    link = Arrow(cell.get_right(), axes.get_left(), buff=0.1, color=MUTED, stroke_width=4)
    name = formula(r"\sigma(z) = \frac{1}{1+e^{-z}}", size=34, color=GOOD).next_to(axes, UP, buff=0.25)
    narrator.say(
        "The activation function bends the sum into a range, here from 0 to 1.",
        GrowArrow(link),
        Create(axes),
        Create(curve),
        FadeIn(name),
    )
    shown = float(np.clip(total, -4, 4))
    mark = Dot(axes.c2p(shown, 0), color=FOCUS)
    scene.play(FadeIn(mark, scale=2))
    rise = Line(axes.c2p(shown, 0), axes.c2p(shown, sigmoid(shown)), color=FOCUS, stroke_width=3)
    answer = formula(rf"{sigmoid(total):.2f}", size=46, color=FOCUS).move_to(6.0 * RIGHT + 0.6 * UP)
    scene.play(mark.animate.move_to(axes.c2p(shown, sigmoid(shown))), Create(rise), FadeIn(answer, shift=0.3 * RIGHT))
    narrator.say(
        "That is all: weigh, add, bend. A network is many of these.", Circumscribe(answer, color=FOCUS), wait=2.2
    )


def neural_network_forward(scene: Scene, layers: list[int] = [4, 6, 6, 3], seed: int = 3):
    """Neural network: numbers flow through the layers, each layer a weighted sum of the one before.

    Activations are computed with random weights and shown as brightness; the brightest output is the answer.

    Tags: machine learning, neural network, forward pass, deep learning, layers, activations, multilayer perceptron
    Wishes:
        what does a neural network compute?
        neural network
        forward pass through a neural network with layers 3, 5, 2
        how do numbers flow through a deep network?
        forward propagation
        multilayer perceptron
        layers of neurons passing numbers forward
        how does a neural network turn inputs into an output?
        Visualize data flowing through a feedforward network
    Parameters:
        layers: neurons in each layer; 3 to 5 items in [2, 8]; said: layers, neurons
        seed: random seed; in [1, 99]; said: seed
    """
    narrator = Narrator(scene)
    rng = np.random.default_rng(seed)
    sizes = [int(np.clip(size, 2, 8)) for size in layers]
    weights = [rng.normal(0, 1.1, (b, a)) for a, b in zip(sizes, sizes[1:], strict=False)]
    values = [rng.uniform(0.1, 1, sizes[0])]
    for matrix in weights:
        values.append(sigmoid(2 * matrix @ (values[-1] - 0.4)))
    columns = network_layers(sizes, width=8.6, height=4.4).shift(0.5 * UP)
    bundles = network_edges(columns, weights)
    narrator.say(
        "A network: layers of neurons, each a number between 0 and 1.",
        LaggedStart(*[FadeIn(c) for c in columns], lag_ratio=0.2),
    )
    scene.play(*[Create(bundle, lag_ratio=0.01) for bundle in bundles])
    narrator.say("Every line is a weight: blue counts for, red counts against.", wait=1)
    in_tags = VGroup(
        *[
            DecimalNumber(v, font_size=30, color=OTHER).next_to(c, LEFT, buff=0.2)
            for v, c in zip(values[0], columns[0], strict=True)
        ]
    )
    narrator.say("Put numbers into the first layer.", *_lit(columns[0], values[0]), FadeIn(in_tags))
    rule = formula("a'", "=", r"\sigma(", "W", "a", "+ b)", size=44).move_to(2.35 * DOWN)
    rule[3].set_color(WARM)
    rule[0].set_color(MAIN)
    rule[4].set_color(MAIN)
    narrator.say("Each next neuron adds up what arrives, times the weights.", FadeIn(rule), wait=0.5)
    for n, bundle in enumerate(bundles):
        flash = bundle.copy().set_stroke(FOCUS, 3, opacity=1)
        scene.play(ShowPassingFlash(flash, time_width=0.5), run_time=0.9)
        scene.play(*_lit(columns[n + 1], values[n + 1]), run_time=0.5)
    out_tags = VGroup(
        *[
            DecimalNumber(v, font_size=30, color=INK).next_to(c, RIGHT, buff=0.2)
            for v, c in zip(values[-1], columns[-1], strict=True)
        ]
    )
    best = int(np.argmax(values[-1]))
    out_tags[best].set_color(FOCUS)
    ring = Circle(columns[-1][best].width / 2 + 0.08, color=FOCUS).move_to(columns[-1][best])
    narrator.say("The strongest output is the network's answer.", FadeIn(out_tags), Create(ring))
    narrator.say("A neural network is a function: numbers in, numbers out, shaped by its weights.", wait=2)


def _lit(column, values) -> list:
    return [c.animate.become(unit_circle(v, c.width / 2).move_to(c)) for c, v in zip(column, values, strict=True)]


def backpropagation(
    scene: Scene,
    inputs: tuple[float, float] = (1.0, 0.5),
    target: float = 1.0,
    learning_rate: float = 0.5,
    seed: int = 5,
):
    """Backpropagation: numbers run forward, gradients run backward, by the chain rule.

    A network with two inputs, two hidden neurons and one output, with every number computed: forward pass, loss,
    gradients of all six weights, one update, and the loss afterwards.

    Tags: machine learning, neural network, backpropagation, backprop, chain rule, gradient, training
    Wishes:
        backpropagation on a tiny network
        backpropagation
        how does backprop compute gradients with the chain rule?
        forward and backward pass with real numbers
        how does a neural network learn from its error?
        gradients flow backwards through the network
        chain rule in neural networks
        training a tiny network with numbers
        Animate the backward pass and weight update
    Parameters:
        inputs: the two inputs; in [-2, 2]; said: inputs, input
        target: the wanted output; in [-2, 2]; said: target
        learning_rate: step size of the update; in [0.05, 0.8]; said: learning rate, step size
        seed: random seed of the weights; in [1, 99]; said: seed
    """
    narrator = Narrator(scene)
    rng = np.random.default_rng(seed)
    x = np.array(inputs, dtype=float)
    w, v = np.round(rng.uniform(-1, 1, (2, 2)), 2), np.round(rng.uniform(-1, 1, 2), 2)
    spots = {
        "x": [np.array([-5.6, 1.7, 0]), np.array([-5.6, -0.9, 0])],
        "h": [np.array([-1.2, 1.7, 0]), np.array([-1.2, -0.9, 0])],
        "y": [np.array([3.0, 0.4, 0])],
    }
    ways = {("w", b, a): (spots["x"][a], spots["h"][b]) for b in range(2) for a in range(2)}
    ways |= {("v", 0, a): (spots["h"][a], spots["y"][0]) for a in range(2)}
    lines = {key: Line(p, q, color=MUTED, stroke_width=3, z_index=-1) for key, (p, q) in ways.items()}
    cells = {(name, k): unit_circle(0, 0.5).move_to(spot) for name, row in spots.items() for k, spot in enumerate(row)}
    values = {("w", b, a): w[b, a] for b in range(2) for a in range(2)} | {("v", 0, a): v[a] for a in range(2)}
    tags = {key: _edge_tag(lines[key], values[key], INK, 0.26) for key in lines}
    net = VGroup(*lines.values(), *cells.values())
    narrator.say("A tiny network: six weights, random at first.", FadeIn(net), FadeIn(*tags.values()))
    hidden, output, loss = _tiny_forward(x, w, v, target)
    shown = VGroup(*[_cell_number(cells["x", k], x[k], OTHER) for k in range(2)])
    narrator.say("Forward: the inputs travel along the weights ...", FadeIn(shown), wait=0.3)
    rule = formula(r"h = \sigma(w_1 x_1 + w_2 x_2)", size=40, color=MAIN).move_to(2.3 * DOWN + 1.6 * LEFT)
    inner = VGroup(*[_cell_number(cells["h", k], hidden[k], MAIN) for k in range(2)])
    first, second = [lines[k] for k in lines if k[0] == "w"], [lines[k] for k in lines if k[0] == "v"]
    scene.play(*_pulses(first, FOCUS), FadeIn(rule))
    narrator.say("... are added, squashed by a sigmoid, weighted again ...", FadeIn(inner), wait=0.6)
    scene.play(*_pulses(second, FOCUS))
    out = _cell_number(cells["y", 0], output, MAIN)
    loss_box = _loss_panel(output, target, loss)
    narrator.say("... and give an output. The loss says how wrong it is.", FadeIn(out), FadeIn(loss_box[:3]), wait=1.2)
    error = output - target
    delta = error * v * hidden * (1 - hidden)
    grads = {("v", 0, a): error * hidden[a] for a in range(2)}
    grads |= {("w", b, a): delta[b] * x[a] for b in range(2) for a in range(2)}
    marks = {key: _edge_tag(lines[key], grads[key], WARM, 0.74) for key in lines}
    back = formula(r"\frac{dL}{dy} = y - t", rf"= {error:+.2f}", size=40, color=WARM).move_to(rule)
    narrator.say(
        "Backward: how would the loss change if the output changed?",
        ReplacementTransform(rule, back),
        _note(cells["y", 0], error)[0],
    )
    chain = formula(r"\frac{dL}{dv} = \frac{dL}{dy}\cdot h", size=40, color=WARM).move_to(rule)
    narrator.say(
        "For a weight: multiply by the number that came along it.",
        ReplacementTransform(back, chain),
        *_pulses(second, WARM, True),
        *[FadeIn(marks[k]) for k in marks if k[0] == "v"],
    )
    deeper = formula(
        r"\frac{dL}{dz} = \frac{dL}{dy}\cdot v \cdot \sigma'(z),\qquad \sigma' = h(1-h)", size=40, color=WARM
    ).move_to(rule)
    notes = [_note(cells["h", k], delta[k])[0] for k in range(2)]
    narrator.say(
        "To go deeper: back through the weight and through the bend of the sigmoid.",
        ReplacementTransform(chain, deeper),
        *notes,
    )
    last = formula(r"\frac{dL}{dw} = \frac{dL}{dz}\cdot x", size=40, color=WARM).move_to(rule)
    narrator.say(
        "And again: times the number that came along.",
        ReplacementTransform(deeper, last),
        *_pulses(first, WARM, True),
        *[FadeIn(marks[k]) for k in marks if k[0] == "w"],
    )
    w2 = w - learning_rate * np.outer(delta, x)
    v2 = v - learning_rate * error * hidden
    after = {("w", b, a): w2[b, a] for b in range(2) for a in range(2)} | {("v", 0, a): v2[a] for a in range(2)}
    step = formula(r"w \leftarrow w - ", rf"{learning_rate:g}", r"\cdot \tfrac{dL}{dw}", size=42).move_to(rule)
    step[2].set_color(WARM)
    fresh = {key: _edge_tag(lines[key], after[key], GOOD, 0.26) for key in lines}
    narrator.say(
        "Now every weight takes a small step against its gradient.",
        ReplacementTransform(last, step),
        *[Transform(tags[k], fresh[k]) for k in tags],
    )
    _, output2, loss2 = _tiny_forward(x, w2, v2, target)
    new_out = _cell_number(cells["y", 0], output2, GOOD)
    scene.play(*_pulses(first + second, FOCUS), run_time=1)
    better = formula(rf"L = {loss2:.3f}", size=40, color=GOOD if loss2 <= loss else BAD).next_to(
        loss_box[2], DOWN, buff=0.4
    )
    ending = (
        "One step, and the loss is smaller. Repeat millions of times."
        if loss2 <= loss
        else "This step was too long: the loss grew. Take smaller ones."
    )
    narrator.say(ending, Transform(out, new_out), FadeIn(better, shift=0.3 * DOWN), wait=2.4)


def _tiny_forward(x, w, v, target: float) -> tuple[np.ndarray, float, float]:
    hidden = sigmoid(w @ x)
    output = float(v @ hidden)
    return hidden, output, (output - target) ** 2 / 2


def _edge_tag(line, value: float, color, where: float) -> Mobject:
    return plated(DecimalNumber(value, font_size=32, color=color)).move_to(line.point_from_proportion(where))


def _cell_number(cell, value: float, color) -> DecimalNumber:
    return DecimalNumber(value, font_size=30, color=color).move_to(cell)


def _pulses(lines, color, backward: bool = False) -> list:
    copies = [line.copy().set_stroke(color, 7) for line in lines]
    return [ShowPassingFlash(c.reverse_points() if backward else c, time_width=0.5) for c in copies]


def _note(cell, value: float) -> tuple:
    """A gradient under a neuron, and nothing else: kept as a tuple so that the caller can add more."""
    tag = DecimalNumber(value, font_size=30, color=WARM, include_sign=True).next_to(cell, UP, buff=0.1)
    return (FadeIn(halo(tag), shift=0.2 * LEFT),)


def _loss_panel(output: float, target: float, loss: float) -> VGroup:
    rows = VGroup(
        formula(rf"t = {target:g}", size=40, color=GOOD),
        formula(r"L = \tfrac12 (y-t)^2", size=40),
        formula(rf"L = {loss:.3f}", size=40, color=BAD),
    )
    return rows.arrange(DOWN, buff=0.35, aligned_edge=LEFT).move_to(5.3 * RIGHT + 0.9 * UP)
