"""Counting: permutations, combinations, pigeonholes, handshakes, dominoes."""

from itertools import combinations, permutations
from math import comb, factorial

import numpy as np
from manim import *

from components_cache.library.theme import (
    BACKGROUND,
    FOCUS,
    GOOD,
    MAIN,
    MUTED,
    PALETTE,
    WARM,
    Narrator,
    formula,
    words,
)


def _ball(name: str, color, radius: float = 0.28) -> VGroup:
    disc = Circle(radius, color=color, stroke_width=2).set_fill(color, 0.85)
    return VGroup(disc, words(name, 26, BACKGROUND).move_to(disc))


def permutations_count(scene: Scene, n: int = 3):
    """Permutations: in how many orders can things stand in a row?

    Tags: discrete mathematics, combinatorics, permutations, factorial, arrangements, orders
    Wishes:
        permutations of 3 objects
        how many ways to arrange 4 books
        why is the number of permutations n factorial
        permutations
        number of permutations
        arrange letters in all possible orders
        n factorial
        in how many ways can 5 people line up?
        counting arrangements with a tree
        Visualize all orderings of a few colored balls
        combinatorics
    Parameters:
        n: how many things; in [2, 4]; said: n, objects, things, books, letters, items
    """
    narrator = Narrator(scene)
    colors = [BLUE_C, YELLOW, GREEN_C, RED_C][:n]
    names = "ABCD"[:n]
    balls = VGroup(*[_ball(name, color, 0.4) for name, color in zip(names, colors, strict=True)]).arrange(
        RIGHT, buff=0.5
    )
    balls.move_to([0, 1.6, 0])
    slots = (
        VGroup(*[Square(1.0, color=MUTED, stroke_width=3) for _ in range(n)])
        .arrange(RIGHT, buff=0.3)
        .move_to([0, -0.3, 0])
    )
    narrator.say(
        f"{n} things, {n} places. In how many orders can they stand?",
        FadeIn(balls, lag_ratio=0.2),
        Create(slots),
        wait=0.5,
    )
    left, factors = list(balls), VGroup()
    for place in range(n):
        count = n - place
        factor = words(str(count), 40, FOCUS).next_to(slots[place], DOWN, buff=0.3)
        factors.add(factor)
        ways = "1 way" if count == 1 else f"{count} ways"
        told = ["First place: ", "Second place: ", "Third place: ", "Last place: "][place if place < n - 1 else 3]
        ball = left.pop(0)
        narrator.say(f"{told}{ways} to fill it.", ball.animate.move_to(slots[place]), FadeIn(factor), wait=0.4)
    product = formula(r" \cdot ".join(str(n - k) for k in range(n)), f"= {n}! = {factorial(n)}", size=50, color=FOCUS)
    product.move_to([0, 2.35, 0])
    narrator.say("Every choice goes with every other: multiply.", FadeIn(product), wait=0.8)
    scene.play(FadeOut(VGroup(slots, factors, balls)), run_time=0.5)
    rows = VGroup(
        *[
            VGroup(*[_ball(name, colors[names.index(name)], 0.24) for name in order]).arrange(RIGHT, buff=0.06)
            for order in permutations(names)
        ]
    )
    per_row = {2: 2, 3: 3, 4: 6}[n]
    rows.arrange_in_grid(cols=per_row, buff=(0.5 if n == 4 else 1.0, 0.55)).move_to([0, -0.45, 0])
    rows.scale(1.5 if n < 4 else min(1, 12.4 / rows.width))
    narrator.say(
        f"Here they all are: {factorial(n)} orders.",
        LaggedStart(*[FadeIn(row, shift=0.2 * UP) for row in rows], lag_ratio=0.1, run_time=2.5),
    )
    narrator.say(f"With 10 things there are {factorial(10):,} orders already.".replace(",", " "))


def combinations_count(scene: Scene, n: int = 5, k: int = 2):
    """Combinations: choosing some of many when the order does not matter.

    Tags: discrete mathematics, combinatorics, combinations, binomial coefficient, choose
    Wishes:
        combinations
        choose 2 out of 5
        n choose k explained
        permutations versus combinations
        how many teams of 3 from 5 people
        binomial coefficient as a count of subsets
        how many ways to pick 3 of 6 when order doesn't matter?
        choosing a committee
        subsets of a given size
        difference between combinations and permutations
    Parameters:
        n: how many there are; in [3, 6]; said: # choose, n, from, of, out of
        k: how many are chosen; in [1, 4]; said: k, choose, teams of, pick
    """
    narrator = Narrator(scene)
    k = min(k, n)
    names = "ABCDEF"[:n]
    colors = [BLUE_C, YELLOW, GREEN_C, RED_C, PURPLE_B, ORANGE]
    row = (
        VGroup(*[_ball(name, colors[i], 0.36) for i, name in enumerate(names)])
        .arrange(RIGHT, buff=0.4)
        .move_to([0, 2.3, 0])
    )
    narrator.say(f"Choose {k} of {n}. The order does not matter.", FadeIn(row, lag_ratio=0.15), wait=0.4)
    chosen = list(combinations(names, k))
    groups = VGroup(
        *[VGroup(*[_ball(x, colors[names.index(x)], 0.25) for x in pick]).arrange(RIGHT, buff=0.06) for pick in chosen]
    )
    groups.arrange_in_grid(cols=5 if len(chosen) > 8 else max(1, min(5, len(chosen))), buff=(0.6, 0.3)).move_to(
        [0, 0.25, 0]
    )
    if groups.height > 2.7:
        groups.scale(2.7 / groups.height)
    ordered, orders = factorial(n) // factorial(n - k), factorial(k)
    factors = r" \cdot ".join(str(n - i) for i in range(k))
    first = formula(factors, f"= {ordered}" if k > 1 else "", size=44).move_to([0, -1.75, 0])
    narrator.say(f"One after another: {ordered} ordered ways.", FadeIn(first), wait=0.6)
    text = (
        f"But each group was counted {orders} times, once for each order."
        if k > 1
        else "With a single choice there is no order to forget."
    )
    narrator.say(text, LaggedStart(*[FadeIn(g, scale=0.7) for g in groups], lag_ratio=0.12, run_time=2.2), wait=0.6)
    end = formula(rf"\binom{{{n}}}{{{k}}} = \frac{{{factors}}}{{{k}!}} = {comb(n, k)}", size=44, color=FOCUS).move_to(
        [0, -2.05, 0]
    )
    narrator.say(f"So divide by {k}! = {orders}: {comb(n, k)} groups are left.", FadeOut(first), FadeIn(end), wait=0.8)
    narrator.say("Permutations count rows, combinations count handfuls.")


def pigeonhole_principle(scene: Scene, pigeons: int = 7, holes: int = 6):
    """Pigeonhole principle: more pigeons than holes, so some hole has at least two.

    Tags: discrete mathematics, counting, proof, pigeonhole, Dirichlet
    Wishes:
        pigeonhole principle
        10 pigeons in 9 holes
        why must two people share a birthday month
        pigeonhole
        Dirichlet's box principle
        more socks than drawers
        if there are more items than boxes, two share a box
        Prove that among 13 people two have birthdays in the same month
    Parameters:
        pigeons: how many pigeons; in [2, 12]; said: pigeons, items, objects, balls
        holes: how many holes; in [1, 9]; said: holes, boxes, pigeonholes
    """
    narrator = Narrator(scene)
    most = -(-pigeons // holes)
    width = min(1.6, 12.4 / holes)
    size = min(0.42, (width - 0.2) / (4.6 if most > 1 else 2.5), 5.0 / pigeons)
    boxes = VGroup(*[Rectangle(width=width - 0.15, height=1.8, color=MUTED, stroke_width=3) for _ in range(holes)])
    boxes.arrange(RIGHT, buff=0.15).move_to([0, -1.2, 0])
    birds = VGroup(*[_pigeon(size, MAIN) for _ in range(pigeons)]).arrange(RIGHT, buff=0.25).move_to([0, 1.7, 0])
    narrator.say(
        f"{pigeons} pigeons, {holes} hole{'s' if holes > 1 else ''}.",
        FadeIn(birds, lag_ratio=0.1),
        Create(boxes),
        wait=0.5,
    )
    narrator.say("Try to keep them apart: one into each hole.", wait=0.2)
    for number, bird in enumerate(birds):
        home, level = number % holes, number // holes
        if number == holes:
            narrator.say("All holes are taken, and there are pigeons left.", wait=0.4)
        x = boxes[home].get_x() + (level % 2 - 0.5) * 2.25 * size * (most > 1)
        spot = [x, boxes[home].get_bottom()[1] + size * 1.3 * (level // 2) + size + 0.1, 0]
        color = [bird.animate.move_to(spot)]
        scene.play(*color, run_time=0.4)
        if level:
            scene.play(boxes[home].animate.set_stroke(FOCUS, 5), run_time=0.25)
    if pigeons <= holes:
        narrator.say("Here everybody finds an own hole: there are enough of them.")
        return
    narrator.say(f"However they choose: some hole has at least {most} of them.")
    narrator.say(
        f"In general: $\\lceil {pigeons} / {holes} \\rceil = {most}$. If all had fewer, there would be too few pigeons."
    )


def _pigeon(size: float, color) -> VGroup:
    """A small bird."""
    body = Ellipse(width=1.7 * size, height=1.1 * size, stroke_width=0).set_fill(color, 1)
    head = Circle(0.36 * size, stroke_width=0).set_fill(color, 1).move_to([0.8 * size, 0.55 * size, 0])
    beak = (
        Triangle(stroke_width=0)
        .set_fill(WARM, 1)
        .scale(0.18 * size)
        .rotate(-PI / 2)
        .move_to([1.25 * size, 0.52 * size, 0])
    )
    eye = Dot([0.88 * size, 0.62 * size, 0], 0.09 * size, color=BACKGROUND)
    return VGroup(body, head, beak, eye)


def handshake_problem(scene: Scene, people: int = 6):
    """Handshakes: everybody shakes hands with everybody once.

    Tags: discrete mathematics, counting, handshake, complete graph, triangular numbers, pairs
    Wishes:
        handshake problem
        how many handshakes for 6 people
        how many games when every team plays every other
        number of edges in a complete graph
        handshake lemma counting
        everyone at a party shakes hands with everyone else
        number of pairs among n people
        how many matches in a round robin tournament?
        edges of a complete graph
    Parameters:
        people: how many people; in [3, 10]; said: people, persons, guests, teams, n, vertices
    """
    narrator = Narrator(scene)
    angles = [PI / 2 - TAU * i / people for i in range(people)]
    spots = [np.array([-3.0 + 2.3 * np.cos(t), 0.05 + 2.3 * np.sin(t), 0]) for t in angles]
    dots = VGroup(
        *[
            Circle(0.24, color=PALETTE[i % 8], stroke_width=2).set_fill(PALETTE[i % 8], 1).move_to(p)
            for i, p in enumerate(spots)
        ]
    )
    dots.set_z_index(2)
    narrator.say(
        f"{people} people meet, and everybody shakes hands with everybody.", FadeIn(dots, lag_ratio=0.1), wait=0.4
    )
    lines, total = VGroup(), 0
    step = min(0.6, 4.2 / people)
    for i in range(people - 1):
        fresh = VGroup(*[Line(spots[i], spots[j], color=PALETTE[i % 8], stroke_width=3) for j in range(i + 1, people)])
        lines.add(fresh)
        total += len(fresh)
        row = words(f"{'+ ' if i else ''}{len(fresh)} new", 28, PALETTE[i % 8]).move_to([3.9, 2.4 - step * i, 0])
        if i == 1:
            narrator.say("The next one has shaken one of these hands already.", wait=0.2)
        first = f"The first one has {len(fresh)} hands to shake."
        if i == 0:
            narrator.say(first, Create(fresh, lag_ratio=0.3), FadeIn(row), wait=0.3)
        else:
            scene.play(Create(fresh, lag_ratio=0.2), FadeIn(row), run_time=0.8)
    sum_up = words(f"= {total}", 36, FOCUS).move_to([3.9, 2.4 - step * (people - 1) - 0.1, 0])
    narrator.say(f"Together: {total} handshakes.", FadeIn(sum_up), wait=0.6)
    rule = formula(rf"\frac{{{people} \cdot {people - 1}}}{{2}} = {total}", size=46, color=FOCUS).move_to(
        [3.9, -2.1, 0]
    )
    narrator.say(
        f"Or at once: {people} people with {people - 1} hands each, and every handshake counted twice.", FadeIn(rule)
    )


def induction_dominoes(scene: Scene, dominoes: int = 10):
    """Mathematical induction: one domino falls and each knocks over the next, so 1 + 2 + ... + n = n(n+1)/2 for all n.

    Tags: discrete mathematics, proof, induction, dominoes, base case, induction step
    Wishes:
        mathematical induction
        induction as falling dominoes
        how does a proof by induction work
        proof by induction of 1 + 2 + ... + n
        prove by induction that 1 + 2 + ... + n = n(n+1)/2
        falling dominoes as a picture of induction
        base case and inductive step
        how does induction prove something for all natural numbers?
        Animate a chain of dominoes to explain mathematical induction
    Parameters:
        dominoes: how many dominoes are shown; in [4, 14]; said: dominoes
    """
    narrator = Narrator(scene)
    gap = min(1.0, 10.8 / dominoes)
    height = min(1.9, 2.1 * gap)
    base = -0.4
    floor = Line([-6.4, base, 0], [6.4, base, 0], color=MUTED, stroke_width=3)
    first = -gap * (dominoes - 1) / 2 - 0.3
    tiles = VGroup()
    for place in range(dominoes):
        tile = Rectangle(width=0.16, height=height, stroke_width=0).set_fill(MAIN, 1)
        tiles.add(tile.move_to([first + gap * place, base, 0], aligned_edge=DOWN))
    signs = VGroup(
        *[
            formula(f"{place + 1}", size=32, color=MUTED).next_to(tile, DOWN, buff=0.2)
            for place, tile in enumerate(tiles)
        ]
    )
    claim = formula(r"1 + 2 + \dots + n", "=", r"\tfrac{n(n+1)}{2}", size=44).move_to([0, 2.4, 0])
    narrator.say(
        "A statement for every number n: a row of dominoes without end.",
        FadeIn(floor, tiles, signs, lag_ratio=0.03),
        FadeIn(claim),
    )
    start = formula(r"n = 1: \quad 1 = \tfrac{1 \cdot 2}{2}", size=38, color=GOOD).move_to([-3.6, -1.9, 0])
    narrator.say("Base case: the first domino falls.", tiles[0].animate.set_fill(GOOD), FadeIn(start), wait=1)
    step = formula(r"\tfrac{n(n+1)}{2} + (n+1) = \tfrac{(n+1)(n+2)}{2}", size=38, color=FOCUS).move_to([3.0, -1.9, 0])
    middle = dominoes // 2
    pair = [tiles[i].animate.set_fill(FOCUS) for i in (middle - 1, middle)]
    narrator.say("Induction step: if one falls, then it knocks over the next one.", *pair, FadeIn(step), wait=1.4)
    scene.play(*[tiles[i].animate.set_fill(MAIN) for i in (middle - 1, middle)], run_time=0.3)
    fallen = float(np.arcsin(min(1.0, (gap - 0.1) / height)))
    angle = min(fallen, 1.2)
    drops = [
        Rotate(tile, -(angle if i < dominoes - 1 else PI / 2), about_point=tile.get_corner(DR))
        for i, tile in enumerate(tiles)
    ]
    narrator.say("Both together: all of them fall.", LaggedStart(*drops, lag_ratio=0.3, run_time=3.2), wait=0.3)
    scene.play(*[tile.animate.set_fill(GOOD) for tile in tiles], claim.animate.set_color(GOOD), run_time=0.6)
    narrator.say("Two small proofs settle infinitely many cases: that is induction.")
