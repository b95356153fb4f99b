"""Machines: a finite automaton reads a word, a Turing machine counts."""

import numpy as np
from manim import *

from components_cache.library.theme import (
    BACKGROUND,
    BAD,
    FOCUS,
    GOOD,
    INK,
    MAIN,
    MUTED,
    WARM,
    Narrator,
    words,
)


def finite_automaton(scene: Scene, number: int = 22):
    """Finite automaton: three states decide whether a binary number is divisible by three.

    Tags: discrete mathematics, automaton, DFA, states, transitions, regular language, divisibility
    Wishes:
        finite automaton
        deterministic finite automaton running on a string
        DFA that checks divisibility by 3
        state machine for binary numbers
        DFA
        finite state machine
        state machine reading a bit string
        accepting and rejecting states
        recognise a regular language
        how does an automaton decide if a number is divisible by 3?
    Parameters:
        number: the number that is read in binary; in [0, 1023]; said: number, for, on, input
    """
    narrator = Narrator(scene)
    spots = [np.array([x, 0.5, 0]) for x in (-4.0, 0.0, 4.0)]
    states = VGroup()
    for state, spot in enumerate(spots):
        circle = Circle(0.6, color=MAIN, stroke_width=4).set_fill(BACKGROUND, 1).move_to(spot)
        states.add(VGroup(circle, words(str(state), 36).move_to(spot)))
    ring = Circle(0.5, color=GOOD, stroke_width=3).move_to(spots[0])
    arrows, labels = _automaton_arrows(spots)
    narrator.say(
        "Three states: the remainder, when divided by 3, of what was read so far.", FadeIn(states), Create(ring)
    )
    narrator.say(
        "Reading a digit d turns remainder r into 2r + d.",
        *[Create(a) for a in arrows.values()],
        FadeIn(*labels.values()),
    )
    bits = f"{number:b}"
    tape = VGroup(*[words(bit, 44, INK) for bit in bits]).arrange(RIGHT, buff=0.35).move_to([0, -1.9, 0])
    name = words(f"{number} in binary:", 30, MUTED).next_to(tape, LEFT, buff=0.5)
    VGroup(name, tape).move_to([0, -1.9, 0])
    narrator.say(
        f"Does 3 divide {number}? Read its digits from the left, starting in state 0.", FadeIn(name, tape), wait=0.4
    )
    state = 0
    states[0][0].set_fill(WARM, 0.7)
    mark = Triangle(color=FOCUS, fill_opacity=1, stroke_width=0).scale(0.14).next_to(tape[0], DOWN, buff=0.15)
    pace = 0.8 if len(bits) < 7 else 0.6
    for place, bit in enumerate(bits):
        goal = (2 * state + int(bit)) % 3
        mark.set_x(tape[place].get_x())
        scene.add(mark)
        tape[place].set_color(FOCUS)
        arrow, label = arrows[state, bit], labels[state, bit]
        runner = Dot(radius=0.13, color=FOCUS).move_to(arrow.get_start())
        arrow.set_color(FOCUS)
        label.set_color(FOCUS)
        scene.play(MoveAlongPath(runner, VMobject().set_points(arrow.points.copy())), run_time=pace)
        scene.remove(runner)
        arrow.set_color(MUTED)
        label.set_color(INK)
        tape[place].set_color(MUTED)
        states[state][0].set_fill(BACKGROUND, 1)
        state = goal
        states[state][0].set_fill(WARM, 0.7)
        scene.wait(0.2)
    scene.remove(mark)
    good = state == 0
    states[state][0].set_fill(GOOD if good else BAD, 0.7)
    end = f"It ends in state {state}: " + (
        f"{number} is divisible by 3." if good else f"{number} leaves remainder {state}."
    )
    narrator.say(end)
    narrator.say("No counting, no dividing: three states of memory are enough for numbers of any length.")


def _automaton_arrows(spots) -> tuple[dict, dict]:
    """Arrows and labels by (state, digit) for the rule r → 2r + d modulo 3."""
    arrows, labels = {}, {}
    tip = {"color": MUTED, "stroke_width": 4, "tip_length": 0.2}
    for state in range(3):
        for bit in "01":
            goal = (2 * state + int(bit)) % 3
            here, there = spots[state], spots[goal]
            if goal == state:
                a, b = here + [-0.32, 0.56, 0], here + [0.32, 0.56, 0]
                arrow = CurvedArrow(a, b, angle=-1.55 * PI, **tip)
                spot = arrow.get_top() + 0.28 * UP
            else:
                right = goal > state
                lift = 0.25 if right else -0.25
                sign = 1 if right else -1
                arrow = CurvedArrow(here + [0.56 * sign, lift, 0], there + [-0.56 * sign, lift, 0], angle=-0.9, **tip)
                spot = arrow.point_from_proportion(0.5) + (0.32 if right else -0.32) * UP
            arrows[state, bit] = arrow
            labels[state, bit] = words(bit, 32).move_to(spot)
    return arrows, labels


def turing_machine(scene: Scene, number: int = 11):
    """Turing machine: a head on a tape adds one to a binary number.

    Tags: discrete mathematics, Turing machine, computation, tape, head, states
    Wishes:
        Turing machine
        how does a Turing machine work
        Turing machine that adds one to a binary number
        Turing
        tape and head model of computation
        a machine that reads and writes symbols on an infinite tape
        what can be computed?
        binary increment on a tape
    Parameters:
        number: the number at the start; in [0, 255]; said: number, to, start
    """
    narrator = Narrator(scene)
    bits = list(f"{number:b}")
    tape = [" ", " ", *bits, " "]
    side = min(1.0, 12 / len(tape))
    boxes = (
        VGroup(*[Square(side, color=MUTED, stroke_width=3) for _ in tape]).arrange(RIGHT, buff=0).move_to([0, -0.9, 0])
    )
    signs = {i: words(s, 40).move_to(boxes[i]) for i, s in enumerate(tape) if s != " "}
    rules = [
        "seek:  0 or 1, go right",
        "seek:  blank, go left, then add",
        "add:  1, write 0, go left",
        "add:  0 or blank, write 1, halt",
    ]
    table = (
        VGroup(*[words(rule, 28, MUTED) for rule in rules])
        .arrange(DOWN, buff=0.18, aligned_edge=LEFT)
        .move_to([-3.2, 1.9, 0])
    )
    head = VGroup(Triangle(color=FOCUS, fill_opacity=1, stroke_width=0).scale(0.25).rotate(PI))
    head.next_to(boxes[2], UP, buff=0.08)
    state = words("state: seek", 34, FOCUS).move_to([4.2, 1.9, 0])
    narrator.say(
        "A tape, a head that reads and writes one square, and a list of rules.",
        FadeIn(boxes, *signs.values()),
        FadeIn(head),
    )
    narrator.say(f"These four rules add one to {number}.", FadeIn(table), FadeIn(state), wait=1)
    place, mode = 2, "seek"
    while mode != "halt":
        symbol = tape[place]
        rule = _rule_number(mode, symbol)
        table[rule].set_color(FOCUS)
        boxes[place].set_stroke(FOCUS, 5).set_z_index(1)
        scene.wait(0.35)
        changes = []
        if mode == "add":
            tape[place] = "0" if symbol == "1" else "1"
            fresh = words(tape[place], 40, GOOD).move_to(boxes[place])
            changes = [*([FadeOut(signs[place])] if place in signs else []), FadeIn(fresh, scale=1.5)]
            signs[place] = fresh
        old = place
        place, mode = (place + 1, "seek") if rule == 0 else (place - 1, "add") if rule in (1, 2) else (place, "halt")
        moves = [head.animate.set_x(boxes[place].get_x())] if place != old else []
        if changes or moves:
            scene.play(*changes, *moves, run_time=0.5)
        boxes[old].set_stroke(MUTED, 3).set_z_index(0)
        table[rule].set_color(MUTED)
        state.become(
            words(f"state: {mode}", 34, GOOD if mode == "halt" else WARM if mode == "add" else FOCUS).move_to(state)
        )
    result = int("".join(tape).strip(), 2)
    narrator.say(f"It halts: {''.join(tape).strip()} is {result} in binary.")
    narrator.say("Whatever any computer can compute, a machine like this can compute too.")


def _rule_number(mode: str, symbol: str) -> int:
    if mode == "seek":
        return 1 if symbol == " " else 0
    return 2 if symbol == "1" else 3
