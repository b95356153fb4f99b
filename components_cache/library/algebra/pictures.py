"""Identities as areas: binomial squares, differences of squares, odd numbers, Gauss's sum, a geometric series."""

from manim import *

from components_cache.library.theme import (
    FOCUS,
    GOOD,
    INK,
    MAIN,
    MUTED,
    OTHER,
    WARM,
    Narrator,
    fit,
    formula,
)


def tile(corner, x: float, y: float, w: float, h: float, color, opacity: float = 0.6) -> Rectangle:
    """A rectangle whose lower left corner lies (x, y) from `corner`."""
    made = Rectangle(width=w, height=h, color=color, fill_opacity=opacity, stroke_width=3)
    return made.move_to(np.array(corner) + (x + w / 2) * RIGHT + (y + h / 2) * UP)


def binomial_square(scene: Scene, a: float = 3.0, b: float = 2.0):
    """Square of a sum: a square cut into a², b² and two rectangles ab.

    Tags: algebra, binomial formula, area, FOIL, expanding
    Wishes:
        (a+b)^2 as areas
        why is (a+b)^2 not a^2 + b^2?
        binomial formula as a picture
        expand a plus b squared
        square of a sum
        visual proof of the first binomial formula with areas
        expand the bracket (a+b)^2 geometrically
        why does the middle term 2ab appear when squaring a sum?
        Freshman's dream mistake, why (x+y)^2 has a cross term
        Visualize the algebraic identity (a+b)^2 = a^2 + 2ab + b^2 with colored rectangles
    Parameters:
        a: first length; in [1, 9]; said: a
        b: second length; in [1, 9]; said: b
    """
    narrator = Narrator(scene)
    unit = 4.6 / (a + b)
    p = min(max(a * unit, 1.2), 3.4)
    q = 4.6 - p
    corner = np.array([-5.6, -2.35, 0])
    whole = tile(corner, 0, 0, p + q, p + q, INK, 0.08)
    cells = VGroup(
        tile(corner, 0, q, p, p, MAIN),
        tile(corner, p, q, q, p, WARM),
        tile(corner, 0, 0, p, q, WARM),
        tile(corner, p, 0, q, q, OTHER),
    )
    sides = VGroup(
        formula("a", size=44, color=MAIN).next_to(corner + p / 2 * RIGHT + (p + q) * UP, UP, buff=0.12),
        formula("b", size=44, color=OTHER).next_to(corner + (p + q / 2) * RIGHT + (p + q) * UP, UP, buff=0.12),
        formula("a", size=44, color=MAIN).next_to(corner + (q + p / 2) * UP, LEFT, buff=0.15),
        formula("b", size=44, color=OTHER).next_to(corner + q / 2 * UP, LEFT, buff=0.15),
    )
    rule = formula("(a+b)^2", "=", "a^2", "+", "ab", "+", "ab", "+", "b^2", size=48).move_to([3.3, 1.7, 0])
    for place, color in ((2, MAIN), (4, WARM), (6, WARM), (8, OTHER)):
        rule[place].set_color(color)
    narrator.say("A square with side $a + b$.", Create(whole), FadeIn(sides), Write(rule[:2]))
    names = VGroup(
        *[formula(tex, size=44).move_to(cell) for tex, cell in zip(("a^2", "ab", "ab", "b^2"), cells, strict=True)]
    )
    order = [(0, 2, "It holds the square of $a$ ..."), (3, 8, "... and the square of $b$ ...")]
    for cell, place, text in order:
        narrator.say(text, FadeIn(cells[cell], names[cell]), wait=0.3)
        scene.play(TransformFromCopy(names[cell], rule[place]), FadeIn(rule[3] if place == 2 else rule[7]))
    narrator.say("... but two rectangles are left, each $a$ times $b$.", FadeIn(cells[1:3], names[1:3]), wait=0.4)
    scene.play(TransformFromCopy(names[1], rule[4]), TransformFromCopy(names[2], rule[6]), FadeIn(rule[5]))
    short = formula("(a+b)^2", "=", "a^2", "+", "2ab", "+", "b^2", size=56).move_to([3.3, 0.3, 0])
    short[2].set_color(MAIN), short[4].set_color(WARM), short[6].set_color(OTHER)
    narrator.say("Collect them.", TransformFromCopy(rule, short))
    numbers = formula(
        f"{a + b:g}^2 = {a * a:g} + {2 * a * b:g} + {b * b:g} = {(a + b) ** 2:g}", size=42, color=MUTED
    ).move_to([3.3, -1.0, 0])
    narrator.say(
        "Never forget the two rectangles.", FadeIn(fit(numbers, 6)), Indicate(cells[1:3], color=FOCUS), wait=1.5
    )


def difference_of_squares(scene: Scene, a: float = 5.0, b: float = 2.0):
    """Difference of squares: cut the L-shape and turn it into a rectangle (a + b)(a - b).

    Tags: algebra, factoring, area, third binomial formula
    Wishes:
        difference of squares
        a^2 - b^2 = (a+b)(a-b) as a picture
        factor a squared minus b squared
        third binomial formula
        geometric proof that x^2 - y^2 factors into (x-y)(x+y)
        how to factor the difference of two perfect squares
        cut a small square out of a big square and rearrange the rest
        Animate the factorization of a squared minus b squared by rearranging an L-shaped region
    Parameters:
        a: the larger side; in [2, 12]; said: a
        b: the smaller side; in [1, 10]; said: b
    """
    narrator = Narrator(scene)
    b = min(b, 0.8 * a)
    share = min(max(b / a, 0.25), 0.7)
    side = min(3.9, 6.6 / (1 + share))
    p, q = side, share * side
    corner = np.array([-6.0, -2.0, 0])
    square = tile(corner, 0, 0, p, p, MAIN)
    small = tile(corner, p - q, p - q, q, q, FOCUS, 0.7)
    marks = VGroup(
        formula("a", size=44, color=MAIN).next_to(square, LEFT, buff=0.15),
        formula("b", size=40, color=FOCUS).next_to(small, UP, buff=0.12),
    )
    rule = formula("a^2", "-", "b^2", size=56).move_to([3.6, 2.0, 0])
    rule[0].set_color(MAIN), rule[2].set_color(FOCUS)
    narrator.say("From a square of side $a$ ...", FadeIn(square), FadeIn(marks[0]), Write(rule[0]), wait=0.3)
    narrator.say("... take away a square of side $b$.", FadeIn(small, marks[1]), Write(rule[1:]), wait=0.4)
    lower, upper = tile(corner, 0, 0, p, p - q, MAIN), tile(corner, 0, p - q, p - q, q, OTHER)
    scene.add(lower, upper)
    scene.remove(square)
    narrator.say("An L is left. Cut it in two ...", FadeOut(small, marks[1]), wait=0.4)
    scene.play(upper.animate.shift(0.3 * UP))
    goal = tile(corner, p, 0, q, p - q, OTHER)
    narrator.say(
        "... and turn the upper piece to the side.",
        upper.animate(run_time=1.6).rotate(-PI / 2).move_to(goal),
        FadeOut(marks[0]),
        wait=0.4,
    )
    frame = tile(corner, 0, 0, p + q, p - q, INK, 0).set_stroke(width=5)
    sides = VGroup(
        formula("a", "+", "b", size=44).next_to(frame, DOWN, buff=0.15),
        formula("a", "-", "b", size=44).next_to(frame, UP, buff=0.15),
    )
    for group in sides:
        group[0].set_color(MAIN), group[2].set_color(FOCUS)
    sides[1].align_to(frame, LEFT)
    sides[1].next_to(frame, UP, buff=0.15)
    full = formula("= (a+b)", "(a-b)", size=52).next_to(rule, DOWN, buff=0.5)
    narrator.say("A rectangle: $a+b$ wide and $a-b$ high.", Create(frame), FadeIn(sides), Write(full))
    numbers = formula(
        f"{a:g}^2 - {b:g}^2 = {a + b:g} \\cdot {a - b:g} = {a * a - b * b:g}", size=42, color=MUTED
    ).next_to(full, DOWN, buff=0.6)
    narrator.say("Difference of squares: sum times difference.", FadeIn(fit(numbers, 5.4)), wait=1.5)


def odd_numbers_square(scene: Scene, n: int = 6):
    """Sum of odd numbers: each odd number wraps the square into the next larger square.

    Tags: algebra, number theory, sums, proof without words, induction
    Wishes:
        why is the sum of the first n odd numbers n squared
        1 + 3 + 5 + 7 makes a perfect square
        sum of odd numbers
        odd numbers make squares
        why do consecutive odd numbers add up to a perfect square?
        L-shaped layers of dots growing into a bigger square
        visual proof that 1 + 3 + 5 + ... + (2n-1) is a perfect square
        gnomon proof with odd numbers
        Demonstrate with dots how adding the next odd number completes a square
    Parameters:
        n: how many odd numbers; in [3, 10]; said: n, first, odd numbers
    """
    narrator = Narrator(scene)
    cell = 4.9 / n
    corner = np.array([-6.0, -2.45, 0])
    colors = [MAIN, WARM, OTHER, FOCUS]
    total = VGroup()
    big = formula("1", size=56).move_to([3.3, 0.4, 0])
    text = formula("1", size=44).move_to([3.3, 1.7, 0])
    for k in range(1, n + 1):
        layer = VGroup(*[Dot(radius=0.36 * cell, color=colors[(k - 1) % 4]) for _ in range(2 * k - 1)])
        places = [(i, k - 1) for i in range(k)] + [(k - 1, j) for j in range(k - 2, -1, -1)]
        for dot, (i, j) in zip(layer, places, strict=True):
            dot.move_to(corner + (i + 0.5) * cell * RIGHT + (j + 0.5) * cell * UP)
        total.add(layer)
        terms = " + ".join(str(2 * j - 1) for j in range(1, k + 1))
        new_text = fit(formula(terms, size=44), 6.2).move_to([3.3, 1.7, 0])
        new_big = formula("=", f"{k * k}", "=", f"{k}^2", size=60).move_to([3.3, 0.4, 0])
        new_big[3].set_color(colors[(k - 1) % 4])
        come = LaggedStart(*[GrowFromCenter(dot) for dot in layer], lag_ratio=0.06)
        if k == 1:
            narrator.say("One is a square.", come, FadeIn(new_text, new_big), wait=0.5)
        elif k == 2:
            narrator.say(
                "Three more wrap around it: the next square.",
                come,
                FadeOut(text, big),
                FadeIn(new_text, new_big),
                wait=0.6,
            )
        elif k == 3:
            narrator.say(
                "Five more, the next one. Each layer needs two more than the last.",
                come,
                FadeOut(text, big),
                FadeIn(new_text, new_big),
                wait=0.6,
            )
        else:
            scene.play(come, FadeOut(text, big, run_time=0.3), FadeIn(new_text, new_big, run_time=0.6))
            scene.wait(0.3)
        text, big = new_text, new_big
    last = SurroundingRectangle(total[-1], color=INK, buff=0.06, stroke_width=2)
    why = formula("n^2 - (n-1)^2 = 2n - 1", size=42, color=MUTED).move_to([3.3, -0.9, 0])
    scene.play(Create(last), FadeIn(why))
    rule = formula(r"1 + 3 + 5 + \cdots + (2n-1) = n^2", size=46, color=GOOD).move_to([3.3, -2.0, 0])
    narrator.say("The first $n$ odd numbers fill an $n$ by $n$ square.", Write(rule), FadeOut(last), wait=1.5)


def gauss_sum(scene: Scene, n: int = 8):
    """Gauss's trick: two staircases make a rectangle, so 1 + 2 + ... + n = n(n+1)/2.

    Tags: algebra, sums, triangular numbers, proof without words, arithmetic series
    Wishes:
        sum 1 to n with Gauss's trick
        sum of the first 100 numbers
        triangular numbers
        1 + 2 + 3 + ... + n formula
        add up all whole numbers from 1 to 100
        little Gauss in school
        arithmetic series formula
        why is the sum of the first n integers n(n+1)/2?
        pair the first and the last number to add a long row
        Animate two copies of a staircase of dots forming a rectangle to derive the sum formula
        visual proof for triangular numbers
    Parameters:
        n: the last number of the drawn sum; in [3, 14]; said: 1 to #, n, first, up to, numbers
    """
    narrator = Narrator(scene)
    cell = min(0.62, 5.6 / (n + 1), 5.0 / n)
    corner = np.array([-6.2, -n * cell / 2 + 0.05, 0])

    def staircase(color) -> VGroup:
        squares = VGroup()
        for row in range(n):
            for column in range(row + 1):
                box = Square(cell, color=color, fill_opacity=0.65, stroke_width=1.5)
                squares.add(box.move_to(corner + (column + 0.5) * cell * RIGHT + (n - row - 0.5) * cell * UP))
        return squares

    stairs = staircase(MAIN)
    head = fit(formula(" + ".join(str(k) for k in range(1, n + 1)), size=44, color=MAIN), 6.4).move_to([3.2, 2.2, 0])
    narrator.say(
        f"Add the numbers from 1 to {n}: a staircase.",
        LaggedStart(*[FadeIn(s) for s in stairs], lag_ratio=0.02),
        Write(head),
    )
    twin = stairs.copy().set_color(WARM)
    center = corner + (n + 1) * cell / 2 * RIGHT + n * cell / 2 * UP
    back = fit(formula(" + ".join(str(k) for k in range(n, 0, -1)), size=44, color=WARM), 6.4).next_to(
        head, DOWN, buff=0.35
    )
    scene.add(twin)
    narrator.say(
        "Take it twice, the second one turned around.",
        Rotate(twin, PI, about_point=center, run_time=2),
        FadeIn(back),
        wait=0.6,
    )
    wide = Brace(VGroup(stairs, twin), DOWN, buff=0.1, color=MUTED)
    wide_tag = formula(f"{n}+1", size=36).next_to(wide, DOWN, buff=0.1)
    if wide_tag.get_bottom()[1] < -2.95:
        VGroup(stairs, twin).shift(0.4 * UP)
        VGroup(wide, wide_tag).shift(0.4 * UP)
    tall = Brace(VGroup(stairs, twin), RIGHT, buff=0.1, color=MUTED)
    tall_tag = formula(f"{n}", size=36).next_to(tall, RIGHT, buff=0.1)
    pairs = formula("=", f"{n}", r"\cdot", f"({n}+1)", "=", f"{n * (n + 1)}", size=48).next_to(back, DOWN, buff=0.5)
    narrator.say(
        f"A full rectangle: every column pair adds up to {n + 1}.", FadeIn(wide, wide_tag, tall, tall_tag), Write(pairs)
    )
    half = formula(
        f"1+\\cdots+{n}", "=", rf"\frac{{{n} \cdot {n + 1}}}{{2}}", "=", f"{n * (n + 1) // 2}", size=48, color=MAIN
    )
    half.next_to(pairs, DOWN, buff=0.5)
    narrator.say("The staircase is half of it.", twin.animate.set_opacity(0.15), Write(half))
    rule = (
        formula(r"1 + 2 + \cdots + n = \frac{n(n+1)}{2}", size=48, color=GOOD).next_to(half, DOWN, buff=0.45).set_x(3.2)
    )
    narrator.say(r"Gauss did it up to 100 in his head: $50 \cdot 101 = 5050$.", Write(rule), wait=1.5)


def geometric_series_square(scene: Scene, terms: int = 9):
    """Geometric series: halves of halves fill a square, so 1/2 + 1/4 + 1/8 + ... = 1.

    Tags: algebra, infinite series, limit, proof without words
    Wishes:
        geometric series in a square
        why do the halves 1/2 + 1/4 + 1/8 + ... add up to one?
        infinite sum that is finite
        sum of an infinite geometric series
        halving a square forever
        why do one half plus one quarter plus one eighth and so on make one?
        Zeno's paradox of halving the distance
        how can infinitely many pieces have a finite area?
        visual proof of a convergent infinite series with a unit square
        Visualize an infinite geometric sum by repeatedly filling half of the remaining area
    Parameters:
        terms: how many pieces are drawn; in [5, 12]; said: terms, pieces
    """
    narrator = Narrator(scene)
    side = 5.0
    corner = np.array([-5.9, -2.45, 0])
    frame = tile(corner, 0, 0, side, side, INK, 0)
    narrator.say("A square of area 1.", Create(frame))
    colors = [MAIN, OTHER, WARM, GOOD, FOCUS]
    x, y, w, h = 0.0, 0.0, side, side
    total = formula("0", size=48).move_to([3.4, 0.6, 0])
    pieces = VGroup()
    head = formula(r"\tfrac12", size=48).move_to([3.4, 1.9, 0])
    for k in range(1, terms + 1):
        if k % 2:
            w /= 2
            piece = tile(corner, x, y, w, h, colors[k % 5], 0.7)
            x += w
        else:
            h /= 2
            piece = tile(corner, x, y, w, h, colors[k % 5], 0.7)
            y += h
        pieces.add(piece)
        tag = VGroup(formula(rf"\frac{{1}}{{{2**k}}}", size=max(30, 56 - 7 * k)).move_to(piece)) if k <= 5 else VGroup()
        shown = [rf"\tfrac{{1}}{{{2**j}}}" for j in range(1, min(k, 6) + 1)]
        new_head = fit(formula("+".join(shown) + (r"+\cdots" if k > 6 else ""), size=48), 6).move_to([3.4, 1.9, 0])
        new_total = formula("=", rf"\frac{{{2**k - 1}}}{{{2**k}}}", rf"= 1 - \frac{{1}}{{{2**k}}}", size=48).move_to(
            [3.4, 0.6, 0]
        )
        texts = {1: "Fill one half.", 2: "Half of what is left: a quarter.", 3: "Again half of the rest, and again ..."}
        grow = [GrowFromCenter(piece), FadeIn(tag)]
        if k == 1:
            head, total = VGroup(), VGroup()
        if k in texts:
            narrator.say(
                texts[k],
                *grow,
                FadeOut(head, total),
                FadeIn(new_head, new_total),
                wait=0.4,
            )
        elif k <= 6:
            scene.play(*grow, FadeOut(head, total, run_time=0.3), FadeIn(new_head, new_total), run_time=0.8)
        else:
            scene.play(
                *grow,
                FadeOut(total, run_time=0.2),
                FadeIn(new_total),
                FadeOut(head, run_time=0.2),
                FadeIn(new_head),
                run_time=0.5,
            )
        head, total = new_head, new_total
    narrator.say(
        "What is missing is always as small as the last piece.",
        Indicate(pieces[-1], color=INK, scale_factor=1.5),
        wait=0.8,
    )
    rule = formula(r"\sum_{k=1}^{\infty} \frac{1}{2^k} = 1", size=60, color=GOOD).move_to([3.4, -1.3, 0])
    narrator.say("Infinitely many pieces fill the square: the sum is exactly 1.", Write(rule), wait=1.5)
