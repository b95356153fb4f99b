"""Counting and sequences: binary numbers and the Collatz walk."""

from manim import *

from components_cache.library.theme import (
    FOCUS,
    GHOST,
    GOOD,
    INK,
    MUTED,
    OTHER,
    WARM,
    Narrator,
    fit,
    formula,
    plot_axes,
    words,
)


def binary_numbers(scene: Scene, number: int = 45):
    """Binary numbers: every number is a sum of different powers of two.

    Tags: number theory, binary, base two, bits, place value
    Wishes:
        binary numbers
        how to write 45 in binary
        counting with zeros and ones
        convert a decimal number to binary
        binary
        base 2
        binary number system
        how do computers count with bits?
        powers of two that sum to a number
        convert 13 to binary
    Parameters:
        number: the number to write; in [3, 255]; said: number, write, convert, of
    """
    narrator = Narrator(scene)
    bits = max(4, number.bit_length())
    width = min(1.35, 11.6 / bits)
    cards, values, digits = VGroup(), VGroup(), VGroup()
    for place in range(bits):
        x = (place - (bits - 1) / 2) * width
        box = RoundedRectangle(corner_radius=0.1, width=width * 0.86, height=1.2, color=GHOST).move_to([x, 0.7, 0])
        cards.add(box)
        values.add(fit(formula(str(2 ** (bits - 1 - place)), size=48), width * 0.7).move_to(box))
        digits.add(formula("0", size=60, color=MUTED).move_to([x, -0.8, 0]))
    narrator.say(
        "Lay out cards: 1, 2, 4, 8 ... each twice the one to its right.",
        LaggedStart(*[FadeIn(VGroup(c, v)) for c, v in zip(cards[::-1], values[::-1], strict=True)], lag_ratio=0.2),
    )
    goal = formula(str(number), size=64, color=FOCUS).move_to([0, 2.3, 0])
    narrator.say(f"Which of them add up to {number}?", Write(goal), FadeIn(digits), wait=0.6)
    rest, used = number, []
    texts = iter(["Take the largest card that fits, and write 1.", "See what is left, and go on."])
    for place in range(bits):
        value = 2 ** (bits - 1 - place)
        if value > rest:
            scene.play(
                VGroup(cards[place], values[place]).animate.set_opacity(0.3),
                Indicate(digits[place], color=INK),
                run_time=0.5,
            )
            continue
        rest -= value
        used.append(value)
        one = formula("1", size=60, color=GOOD).move_to(digits[place])
        left = formula(str(number), "-", " - ".join(map(str, used)), "=", str(rest), size=44).move_to([0, 2.3, 0])
        left[4].set_color(FOCUS)
        fit(left, 11)
        turn = [
            cards[place].animate.set_stroke(GOOD).set_fill(GOOD, 0.35),
            FadeOut(digits[place]),
            FadeIn(one),
            FadeOut(goal),
            FadeIn(left),
        ]
        text = next(texts, "")
        if text:
            narrator.say(text, *turn, wait=0.4)
        else:
            scene.play(*turn, run_time=0.9)
        goal = left
    result = formula(f"{number}", "=", " + ".join(map(str, used)), "=", f"{number:b}_2", size=48).move_to([0, -2.1, 0])
    result[4].set_color(GOOD)
    narrator.say("The row of ones and zeros is the number in binary.", Write(fit(result, 12)), wait=0.6)
    narrator.say("Every number has exactly one such row: that is how computers count.", wait=1.5)


def collatz_walk(scene: Scene, start: int = 7):
    """Collatz conjecture: halve even numbers, triple odd ones and add one; every walk seems to end at 1.

    Tags: number theory, Collatz, 3n+1, unsolved problem, iteration
    Wishes:
        Collatz conjecture
        3n + 1 problem
        hailstone numbers starting at 7
        an unsolved problem about halving and tripling
        Collatz
        3x+1 problem
        hailstone sequence
        halve if even, triple plus one if odd
        does every number reach one under the 3n+1 rule?
        unsolved conjecture with a simple rule
    Parameters:
        start: the first number; in [3, 60]; said: start, starting at, from, number
    """
    narrator = Narrator(scene)
    walk = [start]
    while walk[-1] != 1 and len(walk) < 130:
        n = walk[-1]
        walk.append(n // 2 if n % 2 == 0 else 3 * n + 1)
    top = max(walk)
    step = _nice_step(top)
    steps = len(walk) - 1
    across = [0, steps * 1.04 + 0.5, _nice_step(steps)]
    axes = plot_axes(across, [0, top * 1.08, step], 8.2, 4.9).move_to([-2.0, -0.05, 0])
    even, odd = (
        formula(r"\text{even: } n \to n/2", size=40, color=OTHER),
        formula(r"\text{odd: } n \to 3n+1", size=40, color=WARM),
    )
    rules = VGroup(even, odd).arrange(DOWN, buff=0.3, aligned_edge=LEFT).move_to([4.6, 2.0, 0])
    narrator.say("Take a number. Even: halve it. Odd: triple it and add one.", FadeIn(rules), Create(axes))
    dot = Dot(axes.c2p(0, start), color=FOCUS)
    shown = Integer(start, font_size=72, color=FOCUS).move_to([4.6, 0.4, 0])
    narrator.say(f"Start with {start}.", FadeIn(dot, shown), wait=0.4)
    pace = min(0.5, 9 / steps)
    for k in range(steps):
        color = OTHER if walk[k] % 2 == 0 else WARM
        line = Line(
            axes.c2p(k, walk[k]), axes.c2p(k + 1, walk[k + 1]), color=color, stroke_width=3 if steps > 40 else 5
        )
        if pace >= 0.15 or k % 2 == 0 or k == steps - 1:
            motion = dot.animate.move_to(line.get_end())
            time = pace if pace >= 0.15 else 2 * pace
            scene.play(Create(line), motion, ChangeDecimalToValue(shown, walk[k + 1]), run_time=time)
        else:
            scene.add(line)
    facts = (
        VGroup(words(f"{steps} steps", 30), words(f"highest: {top}", 30))
        .arrange(DOWN, buff=0.25)
        .move_to([4.6, -1.0, 0])
    )
    narrator.say("It climbs and falls like a hailstone, and lands on 1.", FadeIn(facts))
    narrator.say("Does every number end at 1? Nobody has proved it.", wait=1.5)


def _nice_step(most: float) -> int:
    """A round tick distance that gives four to eight ticks."""
    for factor in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000):
        if most / factor <= 8:
            return factor
    return 10000
