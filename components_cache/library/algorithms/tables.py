"""Dynamic programming: tables that are filled once."""

import itertools

import numpy as np
from manim import *

from components_cache.library.algorithms.array import cell, tint
from components_cache.library.algorithms.bars import brisk
from components_cache.library.theme import FOCUS, GHOST, GOOD, INK, MAIN, MUTED, OTHER, WARM, Narrator, words


def coin_change(scene: Scene, amount: int = 10, coins: list[int] = [1, 3, 4]):
    """Coin change by dynamic programming: the fewest coins for every amount, each from smaller amounts.

    Tags: algorithms, dynamic programming, coins, table, optimal substructure
    Wishes:
        coin change problem
        dynamic programming with coins 1, 3, 4 and amount 10
        fewest coins to make change for 11
        dynamic programming explained
        minimum number of coins for an amount
        making change with the fewest coins
        bottom-up dynamic programming table for coins
        why does greedy change fail and dynamic programming not?
        Animate the DP table of the coin change problem
    Parameters:
        amount: the amount to pay; in [3, 14]; said: amount, change for, pay, total
        coins: the coins there are, 1 is always one of them; 2 to 4 items in [1, 12]; said: coins, denominations
    """
    narrator = Narrator(scene)
    coins = sorted({1, *[int(coin) for coin in coins if coin <= amount]})
    side = min(0.95, 12.6 / (amount + 1))
    purse = VGroup(*[_coin(coin) for coin in coins]).arrange(RIGHT, buff=0.3).move_to([0, 2.2, 0])
    slots = VGroup(*[Square(side, color=GHOST, stroke_width=2.5) for _ in range(amount + 1)]).arrange(RIGHT, buff=0)
    slots.move_to(1.2 * DOWN)
    amounts = VGroup(*[words(str(a), 26, MUTED).next_to(s, DOWN, buff=0.15) for a, s in enumerate(slots)])
    narrator.say(f"How few coins make {amount}?", FadeIn(purse, lag_ratio=0.2), wait=0.4)
    narrator.say("Answer it for every smaller amount first. For 0 we need no coin.", FadeIn(slots, amounts), wait=0.3)
    best, last = [0], [0]
    filled = [cell(0, side, OTHER, 30).move_to(slots[0])]
    scene.play(FadeIn(filled[0]), run_time=0.4)
    pace = brisk(12, amount, 1.0, 0.5)
    for a in range(1, amount + 1):
        options = {coin: best[a - coin] + 1 for coin in coins if coin <= a}
        chosen = min(options, key=lambda coin: (options[coin], -coin))
        arcs = {coin: _hop(slots[a - coin], slots[a], FOCUS if coin == chosen else GHOST) for coin in options}
        if a == max(coins):
            narrator.say("Try each coin last: one coin more than for what is left before it.", wait=0.3)
        scene.play(*[Create(arc) for arc in arcs.values()], run_time=0.6 * pace)
        best.append(options[chosen])
        last.append(chosen)
        filled.append(cell(best[a], side, MAIN, 30).move_to(slots[a]))
        scene.play(FadeIn(filled[a]), tint(filled[a - chosen], FOCUS), run_time=0.4 * pace)
        scene.wait(0.3 if a < 5 else 0.1)
        scene.play(FadeOut(VGroup(*arcs.values())), tint(filled[a - chosen], MAIN), run_time=0.25)
    used, place, hops = [], amount, VGroup()
    while place:
        used.append(last[place])
        hops.add(_hop(slots[place - last[place]], slots[place], GOOD))
        place -= last[place]
    told = words(f"{amount} = {' + '.join(map(str, used))}", 38, GOOD).move_to([0, 1.2, 0])
    narrator.say("Walk back along the best choices:", Create(hops, run_time=1.5), FadeIn(told), wait=1)
    greedy = _greedy_coins(amount, coins)
    end = f"The greedy way, large coins first, needs {greedy} here." if greedy > best[amount] else ""
    narrator.say(end or "Every amount was solved once, and then only looked up.")
    narrator.say("Dynamic programming: solve each small problem once, and keep the answer.")


def _coin(value: int) -> VGroup:
    disc = Circle(0.38, color=WARM, stroke_width=4).set_fill(WARM, 0.25)
    return VGroup(disc, words(str(value), 30).move_to(disc))


def _hop(start: Mobject, end: Mobject, color) -> Mobject:
    """A curved arrow from the top of one box to the top of another."""
    a, b = start.get_top() + 0.05 * UP, end.get_top() + 0.05 * UP
    angle = min(2.2, 4 * float(np.arctan(2.4 / np.linalg.norm(b - a))))  # never higher than 1.2 units
    return CurvedArrow(a, b, angle=-angle, color=color, stroke_width=4, tip_length=0.16)


def _greedy_coins(amount: int, coins: list[int]) -> int:
    count = 0
    for coin in sorted(coins, reverse=True):
        count, amount = count + amount // coin, amount % coin
    return count


def _grid(rows: int, columns: int, side: float, center) -> list[list[Square]]:
    """Empty boxes as rows of a table."""
    x0, y0 = center[0] - side * (columns - 1) / 2, center[1] + side * (rows - 1) / 2
    box = Square(side, color=GHOST, stroke_width=1.5)
    return [[box.copy().move_to([x0 + side * j, y0 - side * i, 0]) for j in range(columns)] for i in range(rows)]


def edit_distance(scene: Scene, first: str = "kitten", second: str = "sitting"):
    """Edit distance: the fewest letters to change, insert or delete, from a table of all beginnings.

    Tags: algorithms, dynamic programming, Levenshtein, strings, spelling
    Wishes:
        edit distance
        Levenshtein distance between kitten and sitting
        how does a spell checker measure how different two words are
        edit distance dynamic programming table
        Levenshtein distance
        how similar are two words?
        minimum insertions, deletions and substitutions between two strings
        turn one word into another with the fewest edits
        Fill in the dynamic programming matrix for string edit distance
    Parameters:
        first: the first word, up to 8 letters; said: from, between
        second: the second word, up to 8 letters; said: to, and
    """
    one, two = first[:8], second[:8]
    table = [[i + j if i * j == 0 else 0 for j in range(len(two) + 1)] for i in range(len(one) + 1)]
    for i, a in enumerate(one, 1):
        for j, b in enumerate(two, 1):
            table[i][j] = min(table[i - 1][j] + 1, table[i][j - 1] + 1, table[i - 1][j - 1] + (a != b))
    say = [
        f"How many letters must change to turn {one} into {two}?",
        "Each box compares two beginnings of the words.",
        "Equal letters: copy the diagonal. Else one more than the best neighbour.",
        "Walk back from the corner: diagonal steps keep or change a letter.",
        f"The distance is {table[-1][-1]}: that many single-letter changes, and no fewer.",
    ]
    _word_table(scene, one, two, table, say, _edit_path(one, two, table))


def longest_common_subsequence(scene: Scene, first: str = "AGCAT", second: str = "GACTA"):
    """Longest common subsequence: the most letters that two words share in the same order.

    Tags: algorithms, dynamic programming, LCS, strings, DNA, diff
    Wishes:
        longest common subsequence
        LCS dynamic programming table
        longest common subsequence of two DNA strings
        LCS
        longest common subsequence of two strings
        how does diff find what two texts have in common?
        common letters of two words in the same order
        Animate filling the LCS table and tracing back the answer
    Parameters:
        first: the first word, up to 8 letters; said: of, between
        second: the second word, up to 8 letters; said: and
    """
    one, two = first[:8], second[:8]
    table = [[0] * (len(two) + 1) for _ in range(len(one) + 1)]
    for i, a in enumerate(one, 1):
        for j, b in enumerate(two, 1):
            table[i][j] = table[i - 1][j - 1] + 1 if a == b else max(table[i - 1][j], table[i][j - 1])
    path, i, j = [(len(one), len(two))], len(one), len(two)
    while i and j:
        if one[i - 1] == two[j - 1]:
            i, j = i - 1, j - 1
        elif table[i - 1][j] >= table[i][j - 1]:
            i -= 1
        else:
            j -= 1
        path.append((i, j))
    shared = "".join(one[a - 1] for (a, b), (c, d) in itertools.pairwise(path) if a - c and b - d)[::-1]
    say = [
        "Which letters do both words share, in the same order?",
        "Each box holds the answer for two beginnings of the words.",
        "Equal letters: the diagonal and one more. Else the better neighbour.",
        "Walk back from the corner: every diagonal step is a shared letter.",
        f"The longest common subsequence is {shared or 'empty'}, of length {table[-1][-1]}.",
    ]
    _word_table(scene, one, two, table, say, path)


def _edit_path(one: str, two: str, table) -> list[tuple[int, int]]:
    """The boxes of a best way, from the last corner to the first."""
    i, j = len(one), len(two)
    path = [(i, j)]
    while i or j:
        if i and j and table[i][j] == table[i - 1][j - 1] + (one[i - 1] != two[j - 1]):
            i, j = i - 1, j - 1
        elif i and table[i][j] == table[i - 1][j] + 1:
            i -= 1
        else:
            j -= 1
        path.append((i, j))
    return path


def _word_table(scene: Scene, one: str, two: str, table, say: list[str], path) -> None:
    """Fill a table of two words row by row and walk back along `path`."""
    narrator = Narrator(scene)
    rows, columns = len(table), len(table[0])
    side = min(0.66, 5.5 / (rows + 1), 12 / (columns + 1))
    boxes = _grid(rows, columns, side, (side / 2, 0.05 - side / 2))
    frame = VGroup(*[box for line in boxes for box in line])
    down = VGroup(*[words(c, 30, FOCUS).move_to(boxes[i + 1][0].get_center() + side * LEFT) for i, c in enumerate(one)])
    across = VGroup(*[words(c, 30, WARM).move_to(boxes[0][j + 1].get_center() + side * UP) for j, c in enumerate(two)])
    narrator.say(say[0], FadeIn(down, across, lag_ratio=0.1), wait=0.8)
    edge = {
        (i, j): words(str(table[i][j]), 26, MUTED).move_to(boxes[i][j])
        for i in range(rows)
        for j in range(columns)
        if i * j == 0
    }
    narrator.say(say[1], FadeIn(frame), FadeIn(VGroup(*edge.values())), wait=0.6)
    narrator.say(say[2], wait=0.2)
    shown = dict(edge)
    for i in range(1, rows):
        fresh = {(i, j): words(str(table[i][j]), 26).move_to(boxes[i][j]) for j in range(1, columns)}
        same = [boxes[i][j] for j in range(1, columns) if one[i - 1] == two[j - 1]]
        for box in same:
            box.set_fill(OTHER, 0.35)
        shown |= fresh
        each = brisk(9, rows * columns, 0.16, 0.05)
        scene.play(
            LaggedStart(*[FadeIn(n, scale=1.4) for n in fresh.values()], lag_ratio=0.6), run_time=each * columns + 0.5
        )
    scene.play(boxes[-1][-1].animate.set_fill(GOOD, 0.7).set_stroke(GOOD, 3), run_time=0.5)
    walk = [boxes[i][j].animate.set_fill(GOOD, 0.5).set_stroke(GOOD, 3) for i, j in path[1:]]
    narrator.say(say[3], LaggedStart(*walk, lag_ratio=0.4, run_time=2.2), wait=0.8)
    narrator.say(say[4])


def knapsack(scene: Scene, capacity: int = 8, weights: list[int] = [2, 3, 4, 5], worths: list[int] = [3, 4, 5, 8]):
    """Knapsack: the most valuable load, from a table of items and capacities.

    Tags: algorithms, dynamic programming, knapsack, 0/1, table, optimisation
    Wishes:
        knapsack problem
        0/1 knapsack dynamic programming
        knapsack with capacity 8
        pack the most valuable items into a bag
        which items should the thief take with a weight limit?
        maximize value under a weight limit
        Fill the dynamic programming table for the knapsack problem
        burglar's bag problem
    Parameters:
        capacity: what the knapsack can carry; in [3, 10]; said: capacity, limit, knapsack
        weights: the weights of the items; 2 to 5 items in [1, 9]; said: weights
        worths: the values of the items; 2 to 5 items in [1, 20]; said: values, worths
    """
    narrator = Narrator(scene)
    items = list(zip([int(w) for w in weights], [int(v) for v in worths], strict=False))
    table = [[0] * (capacity + 1)]
    for weight, worth in items:
        above = table[-1]
        table.append([max(above[c], above[c - weight] + worth if c >= weight else 0) for c in range(capacity + 1)])
    side = min(0.78, 4.2 / len(table))
    boxes = _grid(len(table), capacity + 1, side, (1.9, -0.35))
    names = VGroup(*[words(f"weight {w}, value {v}", 26, INK) for w, v in items])
    for name, line in zip(names, boxes[1:], strict=True):
        name.next_to(line[0], LEFT, buff=0.3)
    none = words("no item", 26, MUTED).next_to(boxes[0][0], LEFT, buff=0.3)
    top = VGroup(*[words(str(c), 26, MUTED).next_to(box, UP, buff=0.14) for c, box in enumerate(boxes[0])])
    carry = words("capacity", 26, MUTED).next_to(top, UP, buff=0.2)
    narrator.say(f"The knapsack carries {capacity}. Which items give the most value?", FadeIn(names, lag_ratio=0.2))
    frame = VGroup(*[box for line in boxes for box in line])
    zeros = VGroup(*[words("0", 26, MUTED).move_to(box) for box in boxes[0]])
    narrator.say(
        "Each box: the best value with the items so far and this capacity.", FadeIn(frame, top, carry, none, zeros)
    )
    for row in range(1, len(items) + 1):
        if row == 1:
            narrator.say(
                "Leave the item out: the box above. Take it: step back by its weight, add its value.", wait=0.4
            )
        paint = [names[row - 1].animate.set_color(FOCUS)]
        scene.play(*paint, run_time=0.3)
        fresh = [
            words(str(v), 26, OTHER if v > table[row - 1][c] else INK).move_to(boxes[row][c])
            for c, v in enumerate(table[row])
        ]
        scene.play(LaggedStart(*[FadeIn(n, scale=1.4) for n in fresh], lag_ratio=0.5), run_time=1.6)
        names[row - 1].set_color(INK)
    place, taken, walk = capacity, [], []
    for row in range(len(items), 0, -1):
        walk.append(boxes[row][place].animate.set_fill(GOOD, 0.5).set_stroke(GOOD, 3))
        if table[row][place] != table[row - 1][place]:
            taken.append(row - 1)
            place -= items[row - 1][0]
    lit = [names[n].animate.set_color(GOOD) for n in taken]
    narrator.say(
        "Walk up from the corner: where the value changed, the item was taken.", LaggedStart(*walk, lag_ratio=0.5), *lit
    )
    load = sum(items[n][0] for n in taken)
    narrator.say(
        f"Best value {table[-1][-1]} with weight {load} of {capacity}, without trying all {2 ** len(items)} choices."
    )
