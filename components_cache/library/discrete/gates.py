"""Logic: truth tables, gates, the half adder."""

import numpy as np
from manim import *

from components_cache.library.theme import (
    BAD,
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
    words,
)

GATE_TEX = {"and": r"\wedge", "or": r"\vee", "xor": r"\oplus", "implies": r"\Rightarrow", "iff": r"\Leftrightarrow"}


def gate_value(kind: str, a: int, b: int) -> int:
    """The output (0 or 1) of a gate for two input bits."""
    plain = {"and": a & b, "or": a | b, "xor": a ^ b, "implies": (1 - a) | b, "iff": 1 - (a ^ b)}
    return plain[kind] if kind in plain else 1 - {"nand": a & b, "nor": a | b}[kind]


def truth_table(scene: Scene, operator: str = "and"):
    """Truth table: what comes out for every combination of true and false.

    Tags: discrete mathematics, logic, boolean, and, or, xor, implication, nand, nor
    Wishes:
        truth table of and
        truth table for A xor B
        truth table of implication
        logical or truth table
        boolean logic table
        when is the statement A and B true in logic?
        truth table of exclusive or
        logical implication explained with true and false
        boolean algebra
    Parameters:
        operator: the connective; one of: and, or, xor, implies, iff, nand, nor; said: operator, gate
    """
    narrator = Narrator(scene)
    sense = {
        "and": "true only if both are true",
        "or": "true if at least one is true",
        "xor": "true if exactly one is true",
        "implies": "false only if a truth leads to a falsehood",
        "iff": "true if both are equal",
        "nand": "false only if both are true",
        "nor": "true only if neither is true",
    }[operator]
    head = VGroup(*[formula(tex, size=46) for tex in ("A", "B", _gate_formula(operator))])
    head[0].set_color(OTHER)
    head[1].set_color(WARM)
    columns = (-2.6, -0.9, 1.8)
    for part, x in zip(head, columns, strict=True):
        part.move_to([x, 2.2, 0])
    lines = VGroup(
        Line([-3.6, 1.7, 0], [3.6, 1.7, 0], color=MUTED, stroke_width=3),
        Line([0.1, 2.6, 0], [0.1, -2.5, 0], color=MUTED, stroke_width=3),
    )
    narrator.say("Two statements, each true or false: four cases.", FadeIn(head), Create(lines), wait=0.5)
    for row, (a, b) in enumerate([(1, 1), (1, 0), (0, 1), (0, 0)]):
        y = 1.05 - 1.0 * row
        bits = VGroup(*[_truth(bit).move_to([x, y, 0]) for bit, x in zip((a, b), columns, strict=False)])
        result = gate_value(operator, a, b)
        box = RoundedRectangle(corner_radius=0.12, width=6.8, height=0.82, color=FOCUS, stroke_width=2).move_to(
            [0, y, 0]
        )
        scene.play(FadeIn(bits), Create(box), run_time=0.5)
        scene.play(TransformFromCopy(bits, VGroup(_truth(result).move_to([columns[2], y, 0]))), run_time=0.7)
        scene.wait(0.4)
        scene.play(FadeOut(box), run_time=0.2)
    shown = "xor" if operator == "xor" else operator
    narrator.say(f"So “{shown}” is {sense}.")
    if operator == "implies":
        narrator.say("From something false anything may follow: no promise was broken.")
    else:
        ones = sum(gate_value(operator, a, b) for a in (0, 1) for b in (0, 1))
        narrator.say(
            f"Of the four cases, {ones} {'is' if ones == 1 else 'are'} true: that is all there is to know about it."
        )


def _gate_formula(operator: str) -> str:
    if operator in GATE_TEX:
        return rf"A {GATE_TEX[operator]} B"
    return r"\lnot (A \wedge B)" if operator == "nand" else r"\lnot (A \vee B)"


def _truth(bit: int) -> Text:
    return words("true" if bit else "false", 34, GOOD if bit else BAD)


def gate_picture(kind: str, color=MAIN) -> VGroup:
    """The usual symbol of a gate, about 1.3 units wide: part 0 is the outline, the rest its ornaments."""
    if kind in ("and", "nand"):
        outline = VMobject().append_points(Line([-0.6, -0.5, 0], [0.05, -0.5, 0]).points)
        outline.append_points(Arc(0.5, -PI / 2, PI, arc_center=[0.05, 0, 0]).points)
        outline.add_line_to(np.array([-0.6, 0.5, 0])).add_line_to(np.array([-0.6, -0.5, 0]))
        made = VGroup(outline)
    else:
        nose = [0.65, 0, 0]
        outline = VMobject().set_points(ArcBetweenPoints([-0.65, -0.5, 0], nose, angle=PI / 3.2).points)
        outline.append_points(ArcBetweenPoints(nose, [-0.65, 0.5, 0], angle=PI / 3.2).points)
        outline.append_points(ArcBetweenPoints([-0.65, 0.5, 0], [-0.65, -0.5, 0], angle=-PI / 3).points)
        made = VGroup(outline)
        if kind == "xor":
            made.add(ArcBetweenPoints([-0.82, 0.5, 0], [-0.82, -0.5, 0], angle=-PI / 3))
    if kind in ("nand", "nor"):
        made.add(Circle(0.09).move_to([0.68 if kind == "nand" else 0.76, 0, 0]))
    return made.set_stroke(color, 3.5).set_fill(opacity=0)


def logic_gates(scene: Scene):
    """Logic gates: and, or, xor, nand, all fed with the same bits.

    Tags: discrete mathematics, logic, gates, circuits, boolean, and, or, xor, nand
    Wishes:
        logic gates
        and, or and xor gates
        how do logic gates work
        show the logic gate symbols with inputs and outputs
        AND gate and OR gate
        logic gates in a computer
        NAND and XOR gates
        how do transistors decide true or false: boolean gates
        Show the basic logic gates with inputs switching on and off
    """
    narrator = Narrator(scene)
    kinds = ["and", "or", "xor", "nand"]
    gates = VGroup()
    for place, kind in enumerate(kinds):
        picture = gate_picture(kind).scale(1.05).move_to([-4.95 + 3.3 * place, 0.4, 0])
        wires = VGroup(*[Line([x - 0.5, 0, 0], [x, 0, 0]) for x in (0, 0, 0)])
        left, right = picture.get_left()[0], picture.get_right()[0]
        inset = 0.13 if kind in ("or", "xor") else 0.02
        for wire, y in zip(wires[:2], (0.68, 0.12), strict=True):
            wire.put_start_and_end_on([left - 0.35, y, 0], [left + inset, y, 0])
        wires[2].put_start_and_end_on([right + 0.02, 0.4, 0], [right + 0.35, 0.4, 0])
        gates.add(
            VGroup(
                picture,
                wires.set_stroke(MUTED, 4),
                words(kind.upper(), 30, MUTED).move_to([-4.95 + 3.3 * place, 1.8, 0]),
            )
        )
    narrator.say("Four gates. Each turns two bits into one.", FadeIn(gates, lag_ratio=0.15), wait=0.5)
    said = [
        "Both inputs 0.",
        "One input is 1: OR and XOR switch on.",
        "The same the other way round.",
        "Both are 1: AND switches on, XOR off.",
    ]
    shown = VGroup()
    for text, (a, b) in zip(said, [(0, 0), (0, 1), (1, 0), (1, 1)], strict=True):
        fresh = VGroup()
        for kind, gate in zip(kinds, gates, strict=True):
            out = gate_value(kind, a, b)
            bits = VGroup(*[_bit(v).next_to(w, LEFT, buff=0.12) for v, w in zip((a, b), gate[1], strict=False)])
            fresh.add(VGroup(bits, _bit(out).next_to(gate[1][2], RIGHT, buff=0.12)))
            for wire, value in zip(gate[1], (a, b, out), strict=True):
                wire.set_stroke(FOCUS if value else GHOST)
            gate[0].set_stroke(GOOD if out else GHOST)
        narrator.say(text, FadeOut(shown), FadeIn(fresh), wait=1.1)
        shown = fresh
    row = words("NAND is AND turned around. All other gates can be built from it.", 28, OTHER).move_to([0, -1.7, 0])
    narrator.say("NAND is off only when both are on.", FadeIn(row))


def _bit(value: int) -> Text:
    return words(str(value), 32, FOCUS if value else MUTED)


def half_adder(scene: Scene, a: int = 1, b: int = 1):
    """Half adder: two gates add two bits, with a carry.

    Tags: discrete mathematics, logic, gates, circuits, addition, binary, carry, xor, and
    Wishes:
        half adder
        how do logic gates add numbers
        half adder circuit with xor and and
        how does a computer add two bits
        binary adder
        adding two bits with logic gates
        how does a computer add?
        sum and carry
        Build a half adder from an XOR and an AND gate
    Parameters:
        a: the first bit at the end; in [0, 1]; said: a, first bit
        b: the second bit at the end; in [0, 1]; said: b, second bit
    """
    narrator = Narrator(scene)
    xor, conj = (
        gate_picture("xor").scale(1.3).move_to([-0.6, 1.2, 0]),
        gate_picture("and").scale(1.3).move_to([-0.6, -1.2, 0]),
    )
    paths = {
        "a": [[[-5, 1.55, 0], [-1.45, 1.55, 0]], [[-3.6, 1.55, 0], [-3.6, -0.85, 0], [-1.38, -0.85, 0]]],
        "b": [[[-5, 0.85, 0], [-1.45, 0.85, 0]], [[-2.6, 0.85, 0], [-2.6, -1.55, 0], [-1.38, -1.55, 0]]],
        "sum": [[[0.25, 1.2, 0], [1.6, 1.2, 0]]],
        "carry": [[[0.12, -1.2, 0], [1.6, -1.2, 0]]],
    }
    wires = {
        k: VGroup(*[VMobject(color=GHOST, stroke_width=4).set_points_as_corners(p) for p in v])
        for k, v in paths.items()
    }
    forks = VGroup(Dot([-3.6, 1.55, 0], 0.07, color=MUTED), Dot([-2.6, 0.85, 0], 0.07, color=MUTED))
    tags = VGroup(words("sum", 28, MUTED).move_to([2.6, 1.75, 0]), words("carry", 28, MUTED).move_to([2.6, -0.65, 0]))
    names = VGroup(
        words("XOR", 26, MUTED).next_to(xor, UP, buff=0.15), words("AND", 26, MUTED).next_to(conj, DOWN, buff=0.15)
    )
    narrator.say(
        "One XOR and one AND get the same two bits.",
        FadeIn(xor, conj, names),
        *[Create(w) for w in wires.values()],
        FadeIn(forks),
    )
    scene.play(FadeIn(tags), run_time=0.4)
    cases = [case for case in [(0, 0), (0, 1), (1, 0), (1, 1)] if case != (a, b)] + [(a, b)]
    sums, shown = VGroup(), VGroup()
    for number, (first, second) in enumerate(cases):
        total, carry = first ^ second, first & second
        values = {"a": first, "b": second, "sum": total, "carry": carry}
        bits = VGroup(_bit(first).move_to([-5.35, 1.55, 0]), _bit(second).move_to([-5.35, 0.85, 0]))
        bits.add(_bit(total).move_to([2.0, 1.2, 0]), _bit(carry).move_to([2.0, -1.2, 0]))
        line = words(f"{first} + {second} = {carry}{total}", 34, GOOD if number == 3 else INK).move_to(
            [5.0, 1.3 - 0.75 * number, 0]
        )
        flow = [wires[k].animate.set_stroke(FOCUS if v else GHOST) for k, v in values.items()]
        scene.play(FadeOut(shown), FadeIn(bits[:2]), run_time=0.3)
        scene.play(
            *flow,
            FadeIn(bits[2:]),
            xor.animate.set_stroke(GOOD if total else MAIN),
            conj.animate.set_stroke(GOOD if carry else MAIN),
            run_time=0.8,
        )
        scene.play(FadeIn(line), run_time=0.4)
        scene.wait(0.5)
        shown = bits
        sums.add(line)
    narrator.say("XOR gives the last digit, AND the carry: together they add in binary.")
    narrator.say("Chains of such adders are how a computer adds any two numbers.")
