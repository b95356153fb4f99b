"""Division with remainder: Euclid's algorithm, clock arithmetic, RSA, endless primes, an irrational root."""

import math

from manim import *

from components_cache.library.geometry.figures import direction
from components_cache.library.theme import (
    BAD,
    FOCUS,
    GOOD,
    INK,
    MAIN,
    MUTED,
    PALETTE,
    WARM,
    Narrator,
    fit,
    formula,
    words,
)


def euclid_tiling(scene: Scene, a: int = 16, b: int = 10):
    """Euclid's algorithm: fill a rectangle with the largest squares, the last square is the gcd.

    Tags: number theory, greatest common divisor, gcd, division with remainder
    Wishes:
        Euclid's algorithm for gcd as tiling
        greatest common divisor of 48 and 18
        gcd by cutting squares off a rectangle
        how does the Euclidean algorithm work?
        gcd
        highest common factor of 30 and 12
        fill a rectangle with the largest possible squares
        how to find the largest number dividing both
        gcd as tiling with squares
        Euclid
    Parameters:
        a: the larger number; in [2, 99]; said: a, gcd of, of
        b: the smaller number; in [2, 99]; said: b, and
    """
    narrator = Narrator(scene)
    a, b = max(a, b), min(a, b)
    wide, high = max(a, 1), max(b, a / 6)
    unit = min(7.4 / wide, 4.7 / high)
    size_x, size_y = a * unit, b * unit
    corner = np.array([-6.2, 0.1 - size_y / 2, 0])
    frame = Rectangle(width=size_x, height=size_y, color=INK, stroke_width=4).move_to(
        corner + size_x / 2 * RIGHT + size_y / 2 * UP
    )
    names = VGroup(
        formula(str(a), size=40).next_to(frame, DOWN, buff=0.15),
        formula(str(b), size=40).next_to(frame, RIGHT, buff=0.15),
    )
    narrator.say(f"A rectangle, {a} by {b}. Which is the largest square tile that fits?", Create(frame), FadeIn(names))
    steps = _euclid_steps(a, b)
    x, y, w, h = 0.0, 0.0, float(a), float(b)
    lines, last = VGroup(), VGroup()
    for i, (big, small, times, rest) in enumerate(steps):
        color = PALETTE[(0, 4, 6, 5, 2, 1)[i % 6]] if rest else FOCUS
        squares = VGroup()
        for _ in range(times):
            box = Square(small * unit, color=color, fill_opacity=0.6, stroke_width=2)
            squares.add(box.move_to(corner + (x + small / 2) * unit * RIGHT + (y + small / 2) * unit * UP))
            if w > h or (w == h and rest == 0):
                x, w = x + small, w - small
            else:
                y, h = y + small, h - small
        line = formula(f"{big}", "=", f"{times}", r"\cdot", f"{small}", "+", f"{rest}", size=40)
        line[4].set_color(color)
        lines.add(line.move_to([4.7, 2.3 - 0.62 * i, 0]))
        texts = [
            "Cut off the largest possible squares.",
            "What is left is smaller. Do it again.",
            "And again, until nothing is left.",
        ]
        grow = LaggedStart(*[GrowFromCenter(s) for s in squares], lag_ratio=0.3)
        if i < 3:
            narrator.say(texts[i], grow, Write(line), wait=0.4)
        else:
            scene.play(grow, Write(line), run_time=1)
        last = squares
    gcd = steps[-1][1]
    result = formula(rf"\gcd({a}, {b}) = {gcd}", size=52, color=FOCUS).next_to(lines, DOWN, buff=0.5).set_x(4.7)
    fit(result, 3.9)
    narrator.say(
        f"The last square, of side {gcd}, measures everything before it.",
        Indicate(last[-1], color=FOCUS),
        Write(result),
    )
    if (a // gcd) * (b // gcd) <= 260 and gcd > 1:
        tall, wide_line = (
            Line(ORIGIN, size_y * UP, color=FOCUS, stroke_width=2),
            Line(ORIGIN, size_x * RIGHT, color=FOCUS),
        )
        step = gcd * unit
        columns = [tall.copy().shift(corner + k * step * RIGHT) for k in range(a // gcd + 1)]
        rows = [wide_line.copy().set_stroke(width=2).shift(corner + k * step * UP) for k in range(b // gcd + 1)]
        grid = VGroup(*columns, *rows)
        narrator.say(f"Squares of side {gcd} tile the whole rectangle.", Create(grid), wait=1.5)
    else:
        narrator.say(f"No larger square tiles the whole {a} by {b} rectangle.", wait=1.5)


def _euclid_steps(a: int, b: int) -> list[tuple[int, int, int, int]]:
    """(dividend, divisor, quotient, remainder) until the remainder is 0."""
    steps = []
    while b:
        steps.append((a, b, a // b, a % b))
        a, b = b, a % b
    return steps


def modular_clock(scene: Scene, modulus: int = 12, start: int = 9, add: int = 5):
    """Modular arithmetic: numbers wound around a clock, only the remainder counts.

    Tags: number theory, congruence, remainder, clock arithmetic
    Wishes:
        modular arithmetic as a clock
        what does mod 12 mean?
        9 + 5 mod 12 on a clock
        congruence and remainders
        modulo
        clock arithmetic
        what time is it 10 hours after 9 o'clock?
        remainders when dividing by 12
        numbers that wrap around like hours on a clock
        congruence modulo n
    Parameters:
        modulus: hours on the clock; in [5, 16]; said: modulus, mod, modulo, hours
        start: the first number; in [0, 30]; said: start, from
        add: the number that is added; in [1, 30]; said: add, plus, +
    """
    narrator = Narrator(scene)
    center, radius = np.array([-3.5, 0.05, 0]), 2.1

    def spot(k: float, r: float = radius) -> np.ndarray:
        return center + r * direction(PI / 2 - TAU * k / modulus)

    ring = Circle(radius, color=MUTED).move_to(center)
    ticks = VGroup(*[Dot(spot(k), radius=0.05, color=MUTED) for k in range(modulus)])
    names = VGroup(*[formula(str(k), size=38).move_to(spot(k, radius + 0.42)) for k in range(modulus)])
    narrator.say(
        f"A clock with the numbers 0 to {modulus - 1}.",
        Create(ring),
        FadeIn(ticks),
        LaggedStart(*[FadeIn(n) for n in names], lag_ratio=0.1),
    )
    start_at, total = start % modulus, start + add
    hand = ValueTracker(0.0)
    needle = always_redraw(
        lambda: Arrow(center, spot(hand.get_value(), radius - 0.1), buff=0, color=FOCUS, stroke_width=6)
    )
    rule = formula(f"{start}", "+", f"{add}", "=", f"{total}", size=56).move_to([3.6, 1.9, 0])
    rule[0].set_color(MAIN), rule[2].set_color(WARM)
    scene.add(needle)
    text = f"Go to {start_at}." if start < modulus else f"{start} winds around and stops at {start_at}."
    narrator.say(text, hand.animate(run_time=1.4).set_value(start), Write(rule[0]), wait=0.3)
    sweep = always_redraw(lambda: _sweep(center, start, hand.get_value(), modulus))
    scene.add(sweep)
    narrator.say(
        f"Add {add}: walk on {add} hours.",
        Write(rule[1:]),
        hand.animate(run_time=max(1.5, min(4, 0.3 * add)), rate_func=smooth).set_value(total),
        wait=0.4,
    )
    ring_up = Circle(0.34, color=GOOD).move_to(names[total % modulus])
    turns = total // modulus
    split = formula(f"{total}", "=", f"{turns}", r"\cdot", f"{modulus}", "+", f"{total % modulus}", size=48).move_to(
        [3.6, 0.8, 0]
    )
    split[6].set_color(GOOD)
    narrator.say("Full turns do not matter, only the remainder.", Create(ring_up), Write(split))
    answer = formula(f"{start} + {add}", r"\equiv", f"{total % modulus}", rf"\pmod{{{modulus}}}", size=48).move_to(
        [3.6, -0.3, 0]
    )
    answer[2].set_color(GOOD)
    narrator.say(f"We say: {total} is congruent to {total % modulus} modulo {modulus}.", Write(answer))
    same = ", ".join(str(total % modulus + k * modulus) for k in range(4))
    family = (
        VGroup(words("all at the same place:", 28, MUTED), formula(same + r", \ldots", size=42, color=GOOD))
        .arrange(DOWN, buff=0.25)
        .move_to([3.6, -1.7, 0])
    )
    narrator.say("Arithmetic on a clock: numbers that share a remainder are one.", FadeIn(family), wait=1.5)


def _sweep(center, start: float, end: float, modulus: int) -> VMobject:
    """A spiral arc from one hour to another, a little wider after each turn."""
    hours = np.linspace(start, max(end, start + 1e-3), 60)
    points = [center + (1.0 + 0.28 * (h - start) / modulus) * direction(PI / 2 - TAU * h / modulus) for h in hours]
    return VMobject(color=WARM, stroke_width=5).set_points_smoothly(points)


def infinitely_many_primes(scene: Scene, count: int = 4):
    """Infinitely many primes: multiply all you know, add one, and a new prime divides the result.

    Tags: number theory, primes, Euclid, proof by contradiction
    Wishes:
        infinitude of primes
        why are there infinitely many primes?
        Euclid's proof that primes never end
        Euclid's theorem on primes
        there is no largest prime
        prime numbers never run out
        infinite primes proof
        multiply all primes and add one
    Parameters:
        count: how many primes are in the finite list; in [3, 6]; said: primes, list, first
    """
    narrator = Narrator(scene)
    primes = [2, 3, 5, 7, 11, 13][:count]
    boxes = VGroup(*[_card(p, MAIN) for p in primes]).arrange(RIGHT, buff=0.45).move_to([0, 2.0, 0])
    narrator.say(
        "Suppose these were all primes there are.",
        LaggedStart(*[FadeIn(b, shift=0.2 * UP) for b in boxes], lag_ratio=0.2),
    )
    n = math.prod(primes) + 1
    product = formula("N", "=", r" \cdot ".join(str(p) for p in primes), "+ 1", "=", f"{n}", size=52).move_to(
        [0, 0.8, 0]
    )
    product[3].set_color(FOCUS)
    narrator.say("Multiply them all, and add one.", Write(product), wait=0.6)
    rests = VGroup()
    texts = [
        "Divide by the first: remainder 1.",
        "By the second: remainder 1 again.",
        "By every prime of the list: always 1 is left.",
    ]
    for p in primes:
        row = formula(f"{n} = {n // p} \\cdot {p}", "+ 1", size=36)
        row[1].set_color(FOCUS)
        rests.add(row)
    rests.arrange_in_grid(cols=2 if count > 3 else 1, buff=(1.2, 0.3)).move_to([0, -0.65, 0])
    for i, row in enumerate(rests):
        if i < 3:
            narrator.say(texts[i], FadeIn(row), boxes[i].animate.set_stroke(BAD), wait=0.3)
        else:
            scene.play(FadeIn(row), boxes[i].animate.set_stroke(BAD), run_time=0.6)
    smallest = next(k for k in range(2, n + 1) if n % k == 0)
    new = _card(smallest, GOOD).next_to(boxes, RIGHT, buff=0.45)
    shift = (new.width + 0.45) / 2
    note = formula(
        f"{n}" + (r"\text{ is itself prime}" if smallest == n else f"= {smallest} \\cdot {n // smallest}"),
        size=44,
        color=GOOD,
    ).move_to([0, -2.2, 0])
    narrator.say("But some prime divides it, so one is missing in the list.", Write(note), wait=0.5)
    new.shift(shift * LEFT)
    scene.play(boxes.animate.shift(shift * LEFT), FadeIn(new, scale=1.5))
    narrator.say("Every finite list misses a prime: there are infinitely many.", Indicate(new, color=GOOD), wait=1.5)


def _card(value: int, color) -> VGroup:
    number = formula(str(value), size=48)
    box = RoundedRectangle(
        corner_radius=0.12, width=max(0.95, number.width + 0.4), height=0.95, color=color, fill_opacity=0.15
    )
    return VGroup(box, number.move_to(box))


def root_two_irrational(scene: Scene, pace: float = 1.0):
    """The square root of two is irrational: two equal squares in a large one leave a smaller copy of themselves.

    Tags: number theory, irrational numbers, proof by descent, squares
    Wishes:
        square root of 2 is irrational
        why is sqrt(2) not a fraction?
        proof by infinite descent
        irrationality of sqrt 2
        square root of two
        prove that the square root of two is irrational
        why can't root 2 be written as a ratio?
        irrational numbers
        proof by contradiction with a fraction in lowest terms
    Parameters:
        pace: seconds to look at each step; in [0.5, 3]; said: pace, seconds per step
    """
    narrator = Narrator(scene)
    side, ratio = 4.9, 1 / math.sqrt(2)
    corner = np.array([-5.8, -2.4, 0])
    small = side * ratio

    def tile(x: float, y: float, s: float, color, opacity: float = 0.5) -> Square:
        made = Square(s, color=color, fill_opacity=opacity, stroke_width=3)
        return made.move_to(corner + (x + s / 2) * RIGHT + (y + s / 2) * UP)

    large = tile(0, 0, side, MAIN, 0.25)
    first, second = tile(0, side - small, small, WARM), tile(side - small, 0, small, WARM)
    rule = formula(r"\sqrt2 = \frac{p}{q}", size=52).move_to([3.5, 2.0, 0])
    claim = formula("p^2", "=", "q^2", "+", "q^2", size=52).move_to([3.5, 0.8, 0])
    claim[0].set_color(MAIN), claim[2].set_color(WARM), claim[4].set_color(WARM)
    narrator.say(r"Suppose $\sqrt2$ were a fraction, with the smallest possible $p$ and $q$.", Write(rule), wait=pace)
    tag = formula("p", size=44, color=MAIN).next_to(large, LEFT, buff=0.15)
    narrator.say(
        "Then a whole square is as large as two smaller whole squares.", FadeIn(large, tag), Write(claim), wait=pace
    )
    names = VGroup(
        formula("q", size=44, color=WARM).next_to(first, UP, buff=0.1),
        formula("q", size=44, color=WARM).next_to(second, DOWN, buff=0.1),
    )
    names[1].next_to(second, RIGHT, buff=0.12)
    narrator.say(
        "Put the two into the corners of the large one.",
        FadeIn(first, shift=0.5 * DR),
        FadeIn(second, shift=0.5 * UL),
        FadeIn(names),
        wait=pace,
    )
    inner = tile(side - small, side - small, 2 * small - side, FOCUS, 0.85)
    gaps = VGroup(tile(0, 0, side - small, GOOD, 0.85), tile(small, small, side - small, GOOD, 0.85))
    narrator.say("The middle is covered twice, two corners not at all.", FadeIn(inner), FadeIn(gaps), wait=pace)
    again = formula("(2q-p)^2", "=", "(p-q)^2", "+", "(p-q)^2", size=38).move_to([3.5, -0.4, 0])
    again[0].set_color(FOCUS), again[2].set_color(GOOD), again[4].set_color(GOOD)
    narrator.say("The areas must balance: again one square equals two.", Write(again), wait=pace)
    copy = VGroup(inner, gaps).copy()
    narrator.say("Whole numbers again, but smaller! And so on, without end.", Indicate(copy, color=INK), wait=pace)
    scene.remove(copy)
    end = words("whole numbers cannot shrink forever", 30, BAD).move_to([3.5, -1.5, 0])
    narrator.say(r"Impossible. So $\sqrt2$ is no fraction.", FadeIn(end), wait=1.5)
