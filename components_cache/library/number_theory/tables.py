"""Tables of whole numbers: the sieve, Pascal's triangle, Cantor's diagonal, a factor tree."""

import math

from manim import *

from components_cache.library.geometry.figures import haloed
from components_cache.library.theme import (
    BACKGROUND,
    BAD,
    FOCUS,
    GHOST,
    GOOD,
    INK,
    MUTED,
    OTHER,
    PALETTE,
    Narrator,
    fit,
    formula,
    words,
)


def sieve_of_eratosthenes(scene: Scene, limit: int = 60):
    """Sieve of Eratosthenes: strike out the multiples, and the primes remain.

    Tags: number theory, primes, algorithm, multiples
    Wishes:
        sieve of Eratosthenes
        find all primes up to 50
        how to find prime numbers by crossing out multiples
        primes below 100
        Eratosthenes
        prime sieve
        cross out multiples to find primes
        list of prime numbers up to 100
        how did the ancient Greeks find primes?
        Animate the sieve on a grid of numbers
        prime numbers
        primes
    Parameters:
        limit: the largest number; in [20, 100]; said: limit, up to, below, until, to
    """
    narrator = Narrator(scene)
    columns = 10 if limit > 30 else 6
    rows = math.ceil(limit / columns)
    cell = min(0.82, 5.3 / rows, 8.6 / columns)
    cells = {}
    grid = VGroup()
    for k in range(1, limit + 1):
        box = Square(cell * 0.9, color=GHOST, stroke_width=2, fill_opacity=0.0)
        number = words(str(k), size=30 if cell > 0.6 else 26)
        number.scale(min(1, 0.62 * cell / number.width))
        item = VGroup(box, number.move_to(box))
        row, place = divmod(k - 1, columns)
        cells[k] = item.move_to([-6.3 + (place + 0.5) * cell, 2.7 - (row + 0.5) * cell, 0])
        grid.add(item)
    grid.shift((0.05 - grid.get_center()[1]) * UP + max(0.0, (9.6 - grid.width) / 2) * RIGHT)
    narrator.say(f"All numbers from 1 to {limit}. Which are prime?", FadeIn(grid))
    scene.play(FadeIn(_struck(cells[1], GHOST)), run_time=0.4)
    column = grid.get_right()[0] + 1.8
    head = words("primes", 30, GOOD).move_to([column, 2.3, 0])
    scene.play(FadeIn(head), run_time=0.4)
    alive = set(range(2, limit + 1))
    found: list[int] = []
    shown = VGroup()
    for p in range(2, math.isqrt(limit) + 1):
        if p not in alive:
            continue
        found.append(p)
        color = PALETTE[(len(found) - 1) % 4 if len(found) < 4 else 6]
        out = [m for m in range(2 * p, limit + 1, p) if m in alive]
        alive -= set(out)
        first = FadeIn(_kept(cells[p]))
        tag = formula(str(p), size=40, color=GOOD).move_to([column, 1.7 - 0.55 * (len(found) - 1), 0])
        shown.add(tag)
        strikes = [FadeIn(_struck(cells[m], color)) for m in out]
        text = {
            2: "2 is prime: strike out its multiples.",
            3: "The next number left, 3, is prime too.",
            5: "4 is gone. Next: 5.",
        }.get(p, f"Next: {p}.")
        narrator.say(text, first, FadeIn(tag), wait=0.2)
        if strikes:
            scene.play(LaggedStart(*strikes, lag_ratio=0.5 / len(strikes) * 3, run_time=1.6))
    left = sorted(alive - set(found))
    narrator.say(
        f"Beyond the square root of {limit} nothing new is struck out.",
        *[FadeIn(_kept(cells[k])) for k in left],
    )
    count = formula(f"{len(alive)}", size=64, color=GOOD).move_to([column, -1.6, 0])
    label = words("in all", 28, MUTED).next_to(count, DOWN, buff=0.2)
    narrator.say(f"What stays are the {len(alive)} primes up to {limit}.", FadeIn(count, label), wait=1.5)


def _struck(cell: VGroup, color) -> Square:
    """A dark tinted pane over a cell; laid on top, so that the grid itself need not be drawn again."""
    pane = Square(cell[0].width, stroke_width=0, fill_opacity=0.72)
    return pane.set_fill(interpolate_color(ManimColor(BACKGROUND), ManimColor(color), 0.3)).move_to(cell)


def _kept(cell: VGroup) -> VGroup:
    """A bright pane with the number of a cell on it."""
    pane = Square(cell[0].width, color=GOOD, fill_opacity=0.6, stroke_width=2).move_to(cell)
    return VGroup(pane, cell[1].copy())


def pascal_triangle(scene: Scene, rows: int = 7):
    """Pascal's triangle: each number is the sum of the two above it, and counts paths and choices.

    Tags: number theory, combinatorics, binomial coefficients, binomial theorem
    Wishes:
        Pascal's triangle and binomial coefficients
        Pascal's triangle
        binomial theorem
        how do you get the coefficients of (a+b)^4?
        binomial coefficients
        triangle of numbers where each is the sum of the two above
        expand the power of a binomial with binomial coefficients
        number of paths in a triangle
        Build Pascal's triangle row by row
        Pascal
    Parameters:
        rows: number of rows; in [5, 9]; said: rows, lines
    """
    narrator = Narrator(scene)
    gap_y = min(0.75, 5.2 / rows)
    gap_x = min(1.05, 7.4 / rows)
    top = np.array([-2.7, 2.5, 0])
    numbers = [[haloed(formula(str(math.comb(n, k)), size=40)) for k in range(n + 1)] for n in range(rows)]
    for n, row in enumerate(numbers):
        for k, number in enumerate(row):
            fit(number, 0.8 * gap_x).move_to(top + (k - n / 2) * gap_x * RIGHT + n * gap_y * DOWN)
    narrator.say("Start with a one, and put ones along both sides.", FadeIn(numbers[0][0], *numbers[1]), wait=0.5)
    for n in range(2, rows):
        grown = [FadeIn(numbers[n][0]), FadeIn(numbers[n][n])]
        for k in range(1, n):
            pair = VGroup(numbers[n - 1][k - 1], numbers[n - 1][k]).copy()
            grown.append(ReplacementTransform(pair, numbers[n][k]))
        if n == 2:
            narrator.say("Every other number is the sum of the two above it.", *grown, wait=0.4)
        else:
            scene.play(*grown, run_time=0.9)
    scene.wait(0.4)
    n, k = min(4, rows - 1), 2
    target = numbers[n][k]
    ring = Circle(0.42, color=FOCUS).move_to(target)
    choose = formula(rf"\binom{{{n}}}{{{k}}} = {math.comb(n, k)}", size=48, color=FOCUS).move_to([4.3, 1.9, 0])
    narrator.say(
        f"Row {n}, place {k}: the ways to choose {k} things out of {n}.", Create(ring), Write(choose), wait=0.8
    )
    walk = VMobject(color=OTHER, stroke_width=6, stroke_opacity=0.7)
    walk.set_points_as_corners(
        [
            numbers[0][0].get_center(),
            numbers[1][1].get_center(),
            numbers[2][1].get_center(),
            numbers[3][1].get_center(),
            target.get_center(),
        ]
    )
    walk.set_z_index(-1)
    narrator.say(f"A path from the top: {n} steps, {k} of them to the right.", Create(walk), wait=0.8)
    scene.play(FadeOut(walk, ring), run_time=0.4)
    terms = [
        (f"{math.comb(n, j) if math.comb(n, j) > 1 else ''}" + _power("a", n - j) + _power("b", j))
        for j in range(n + 1)
    ]
    power = formula(f"(a+b)^{n} =", size=44).move_to([4.3, 0.4, 0])
    expansion = formula(*[t if j == 0 else f"+ {t}" for j, t in enumerate(terms)], size=38)
    fit(expansion, 5.0).next_to(power, DOWN, buff=0.35).set_x(4.2)
    row = VGroup(*numbers[n])
    narrator.say(
        "The same row expands a power of a sum: the binomial theorem.",
        row.animate.set_color(FOCUS),
        Write(power),
        Write(expansion),
    )
    narrator.say(f"The row adds up to $2^{n} = {2**n}$: every choice at once.", Indicate(row, color=FOCUS), wait=1.5)


def _power(letter: str, exponent: int) -> str:
    return "" if exponent == 0 else letter if exponent == 1 else f"{letter}^{exponent}"


def cantor_diagonal(scene: Scene, size: int = 7, seed: int = 1):
    """Cantor's diagonal argument: no list can contain every infinite sequence of zeros and ones.

    Tags: set theory, infinity, uncountable, real numbers, proof
    Wishes:
        Cantor's diagonal argument
        why are there more real numbers than integers?
        uncountable infinity
        diagonal proof
        Cantor
        diagonal argument
        the real numbers are uncountable
        some infinities are bigger than others
        why can't the reals be listed?
        diagonalization with zeros and ones
    Parameters:
        size: rows and columns that are drawn; in [5, 9]; said: rows, size
        seed: which random list; in [1, 99]; said: seed
    """
    narrator = Narrator(scene)
    digits = np.random.default_rng(seed).integers(0, 2, (size, size))
    cell = min(0.68, 4.3 / (size + 0.0))
    corner = np.array([-4.9, 2.55, 0])
    table = [
        [
            formula(str(digits[i][j]), size=40).move_to(corner + (j + 0.5) * cell * RIGHT + (i + 0.5) * cell * DOWN)
            for j in range(size)
        ]
        for i in range(size)
    ]
    names = VGroup(
        *[formula(f"s_{i + 1}", size=38, color=MUTED).next_to(table[i][0], LEFT, buff=0.5) for i in range(size)]
    )
    dots = VGroup(*[_dots(MUTED).next_to(table[i][-1], RIGHT, buff=0.25) for i in range(size)])
    rows = VGroup(*[VGroup(names[i], *table[i], dots[i]) for i in range(size)])
    narrator.say(
        "Suppose somebody lists all infinite sequences of 0 and 1.",
        LaggedStart(*[FadeIn(r, shift=0.3 * RIGHT) for r in rows], lag_ratio=0.2),
    )
    claim = words("the complete list?", 32, INK).move_to([3.9, 2.2, 0])
    scene.play(FadeIn(claim))
    boxes = VGroup(*[Square(cell * 0.9, color=FOCUS, stroke_width=4).move_to(table[i][i]) for i in range(size)])
    narrator.say(
        "Go down the diagonal ...",
        LaggedStart(*[Create(b) for b in boxes], lag_ratio=0.25),
        *[table[i][i].animate.set_color(FOCUS) for i in range(size)],
        wait=0.3,
    )
    made, flips = VGroup(), []
    for i in range(size):
        new = formula(str(1 - digits[i][i]), size=44, color=GOOD)
        new.move_to([table[0][i].get_x(), corner[1] - size * cell - 0.55, 0])
        made.add(new)
        flips.append(TransformFromCopy(table[i][i], new))
    tag = formula("s", size=42, color=GOOD).next_to(made, LEFT, buff=0.55)
    tail = _dots(GOOD).next_to(made, RIGHT, buff=0.25)
    narrator.say(
        "... and flip every digit: 0 becomes 1, 1 becomes 0.",
        LaggedStart(*flips, lag_ratio=0.3, run_time=3),
        FadeIn(tag, tail),
        wait=0.5,
    )
    check = VGroup()
    for i, text in enumerate(
        ("differs from the first in digit 1", "differs from the second in digit 2", "differs from the third in digit 3")
    ):
        line = words(text, 28, GOOD).move_to([3.9, 1.1 - 0.65 * i, 0])
        check.add(line)
        pair = VGroup(boxes[i].copy(), made[i].copy())
        if i == 0:
            narrator.say(
                "Is the new sequence somewhere in the list?",
                FadeIn(line),
                Indicate(pair[0], color=BAD),
                Indicate(made[i], color=BAD),
                wait=0.3,
            )
        else:
            scene.play(FadeIn(line), Indicate(pair[0], color=BAD), Indicate(made[i], color=BAD))
        scene.remove(pair[0])
    more = words("... and from every other one, too", 28, GOOD).move_to([3.9, 1.1 - 0.65 * 3, 0])
    cross = Cross(claim, stroke_color=BAD, stroke_width=5)
    narrator.say("It differs from every row, so it is missing.", FadeIn(more), wait=0.5)
    scene.play(FadeOut(claim), FadeIn(words("never complete", 32, BAD).move_to(claim)))
    cross.set_opacity(0)
    narrator.say("No list holds them all: this infinity is larger than counting.", wait=1.5)


def _dots(color) -> VGroup:
    """Three dots: and so on."""
    return VGroup(*[Dot(radius=0.04, color=color) for _ in range(3)]).arrange(RIGHT, buff=0.1)


def factor_tree(scene: Scene, number: int = 360):
    """Prime factor tree: split a number until only primes are left.

    Tags: number theory, primes, factorisation, fundamental theorem of arithmetic
    Wishes:
        prime factor tree
        prime factorisation of 360
        factor 84 into primes
        break a number into primes
        prime factorization
        factor tree
        decompose a number into prime numbers
        fundamental theorem of arithmetic
        every integer is a product of primes
    Parameters:
        number: the number to factor; in [12, 2000]; said: number, of, factor
    """
    narrator = Narrator(scene)
    primes = _prime_factors(number)
    steps = len(primes) - 1
    if not steps:
        number, primes = number + 1, _prime_factors(number + 1)
        steps = len(primes) - 1
    drop = min(1.15, 4.3 / max(steps, 1))
    reach = min(1.3, 7.5 / max(steps + 1, 1))
    place = np.array([-0.5 * reach * (steps - 1) - 1.9, 2.4, 0])
    rest = number
    node = _leaf(rest, place, INK)
    narrator.say(f"Which primes is {number} made of?", FadeIn(node), wait=0.5)
    leaves = VGroup()
    for i, p in enumerate(primes[:-1]):
        rest //= p
        left, right = place + drop * DOWN + 0.75 * reach * LEFT, place + drop * DOWN + 0.75 * reach * RIGHT
        last = i == steps - 1
        first, second = _leaf(p, left, GOOD), _leaf(rest, right, GOOD if last else INK)
        branches = VGroup(*[Line(place, end, buff=0.38, color=MUTED) for end in (left, right)])
        grow = [Create(branches), FadeIn(first, second)]
        if i == 0:
            narrator.say(f"Split off the smallest prime that divides it: {p}.", *grow, wait=0.4)
        else:
            scene.play(*grow, run_time=0.8)
        leaves.add(first)
        if last:
            leaves.add(second)
        place = right
    narrator.say("Stop when every branch ends in a prime.", Indicate(leaves, color=GOOD), wait=0.6)
    counted = [(p, primes.count(p)) for p in sorted(set(primes))]
    product = r" \cdot ".join(f"{p}^{{{e}}}" if e > 1 else f"{p}" for p, e in counted)
    result = fit(formula(f"{number} = {product}", size=56, color=GOOD), 5.2).move_to([4.0, 1.9, 0])
    scene.play(TransformFromCopy(leaves, result))
    narrator.say("However you split, the primes at the end are the same.", Circumscribe(result, color=FOCUS), wait=1.5)


def _leaf(value: int, place, color) -> VGroup:
    ring = Circle(0.36, color=color, stroke_width=3, fill_opacity=0.15)
    return VGroup(ring, fit(formula(str(value), size=36, color=color), 0.55)).move_to(place)


def _prime_factors(number: int) -> list[int]:
    found, p = [], 2
    while p * p <= number:
        while number % p == 0:
            found.append(p)
            number //= p
        p += 1
    return [*found, number] if number > 1 else found
