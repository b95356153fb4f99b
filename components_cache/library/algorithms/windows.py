"""Two fingers on an array: two pointers and the sliding window; greedy intervals; counting sort."""

import numpy as np
from manim import *

from components_cache.library.algorithms.array import array_row, paint_cell, pointer, tint, under
from components_cache.library.theme import BAD, FOCUS, GHOST, GOOD, INK, MAIN, MUTED, OTHER, WARM, Narrator, words


def two_pointers(scene: Scene, target: int = 21, values: list[int] = [1, 3, 4, 7, 9, 12, 14, 18, 22]):
    """Two pointers: find two numbers with a given sum in a sorted row, closing in from both ends.

    Tags: algorithms, two pointers, pair sum, sorted array
    Wishes:
        two pointers technique
        find two numbers that sum to 21 in a sorted array
        two sum with two pointers
        two sum in a sorted list
        left and right pointer moving towards each other
        which pair adds up to the target?
        pair with a given sum
    Parameters:
        target: the sum that is wanted; in [3, 120]; said: target, sum, sum to, add up to
        values: the numbers, they are put in order; 3 to 12 items in [0, 99]; said: values, numbers, array, in
    """
    narrator = Narrator(scene)
    numbers = sorted(int(value) for value in values)
    row = array_row(numbers, min(1.1, 12.6 / len(numbers)))
    wanted = words(f"Which two add up to {target}?", 36, FOCUS).move_to([0, 2.4, 0])
    narrator.say(
        "The numbers are in order. One finger on each end.", FadeIn(row, lag_ratio=0.05), FadeIn(wanted), wait=0.4
    )
    left, right = 0, len(numbers) - 1
    marks = [under(pointer("left", OTHER), row[0]), under(pointer("right", WARM), row[-1])]
    scene.play(FadeIn(*marks), tint(row[0], OTHER, 0.5), tint(row[-1], WARM, 0.5), run_time=0.5)
    told: set[str] = set()
    looks, note = 0, None
    while left < right:
        total = numbers[left] + numbers[right]
        looks += 1
        sign = "=" if total == target else "<" if total < target else ">"
        color = GOOD if total == target else INK
        fresh = words(
            f"{numbers[left]} + {numbers[right]} = {total}" + (f" {sign} {target}" if sign != "=" else ""), 34, color
        )
        fresh.move_to([0, 1.4, 0])
        scene.play(*([FadeOut(note)] if note else []), FadeIn(fresh), run_time=0.4)
        note = fresh
        if total == target:
            break
        side, text = (
            ("left", "Too small: the left finger moves to a larger number.")
            if total < target
            else ("right", "Too large: the right finger moves to a smaller number.")
        )
        if side not in told:
            told.add(side)
            narrator.say(text, wait=0.5)
        else:
            scene.wait(0.4)
        old = left if side == "left" else right
        left, right = (left + 1, right) if side == "left" else (left, right - 1)
        row[old].set_opacity(0.2)
        if left == right:
            scene.play(FadeOut(*marks), run_time=0.3)
            break
        new, mark, shade = (left, marks[0], OTHER) if side == "left" else (right, marks[1], WARM)
        scene.play(mark.animate.set_x(row[new].get_x()), tint(row[new], shade, 0.5), run_time=0.5)
    if left < right:
        end = f"Found after {looks} sum{'s' if looks > 1 else ''}: {numbers[left]} + {numbers[right]} = {target}."
        narrator.say(end, tint(row[left], GOOD, 0.7), tint(row[right], GOOD, 0.7))
    else:
        narrator.say(f"The fingers have met: no two numbers add up to {target}.", FadeOut(note))
    pairs = len(numbers) * (len(numbers) - 1) // 2
    narrator.say(f"Each step rules out one number for good. Trying all pairs would be {pairs} sums.")


def sliding_window(scene: Scene, size: int = 3, values: list[int] = [4, 2, 7, 1, 8, 5, 3, 6, 2]):
    """Sliding window: the largest sum of neighbours, kept up to date with one addition and one subtraction.

    Tags: algorithms, sliding window, maximum sum, subarray
    Wishes:
        sliding window technique
        maximum sum of 3 consecutive numbers
        sliding window of size 4
        maximum sum subarray of fixed size
        a window of k elements moves along the array
        running sum of consecutive elements
    Parameters:
        size: how many neighbours; in [2, 6]; said: size, window, k, consecutive
        values: the numbers; 4 to 12 items in [0, 99]; said: values, numbers, array
    """
    narrator = Narrator(scene)
    numbers = [int(value) for value in values]
    size = min(size, len(numbers) - 1)
    side = min(1.1, 12.6 / len(numbers))
    row = array_row(numbers, side).move_to([0, 0.4, 0])
    frame = RoundedRectangle(
        corner_radius=0.12, width=side * size + 0.12, height=side + 0.3, color=FOCUS, stroke_width=6
    )
    frame.move_to(VGroup(*row[:size]))
    total = sum(numbers[:size])
    best, place = total, 0
    now = words(f"sum {total}", 38, FOCUS).move_to([-2.2, 2.2, 0])
    most = words(f"largest {best}", 38, GOOD).move_to([2.4, 2.2, 0])
    narrator.say(f"Which {size} neighbours have the largest sum?", FadeIn(row, lag_ratio=0.05), wait=0.4)
    narrator.say("Add up the first window.", Create(frame), FadeIn(now), FadeIn(most), wait=0.5)
    for end in range(size, len(numbers)):
        out, new = numbers[end - size], numbers[end]
        total += new - out
        if end == size:
            narrator.say("Slide by one: subtract what leaves, add what enters.", wait=0.3)
        change = VGroup(words(f"- {out}", 34, BAD), words(f"+ {new}", 34, GOOD))
        change[0].next_to(row[end - size], DOWN, buff=0.4)
        change[1].next_to(row[end], DOWN, buff=0.4)
        pace = 0.8 if end < size + 2 else 0.5
        scene.play(frame.animate.shift(side * RIGHT), FadeIn(change), run_time=pace)
        now.become(words(f"sum {total}", 38, FOCUS).move_to(now))
        if total > best:
            best, place = total, end - size + 1
            most.become(words(f"largest {best}", 38, GOOD).move_to(most))
        scene.wait(0.3)
        scene.play(FadeOut(change), run_time=0.2)
    lit = [tint(box, GOOD, 0.6) for box in row[place : place + size]]
    now.become(words(f"sum {best}", 38, FOCUS).move_to(now))
    narrator.say(
        f"The largest sum is {best}.", frame.animate.set_color(GOOD).move_to(VGroup(*row[place : place + size])), *lit
    )
    narrator.say("Two operations for each step, however wide the window is.")


def interval_scheduling(scene: Scene, count: int = 9, seed: int = 4):
    """Interval scheduling: take as many talks as possible by always choosing the one that ends first.

    Tags: algorithms, greedy, scheduling, intervals, activity selection
    Wishes:
        interval scheduling
        greedy activity selection
        attend as many talks as possible without overlap
        greedy algorithm example
        activity selection problem
        schedule as many meetings as possible in one room
        greedy choice by earliest finishing time
        non-overlapping intervals
    Parameters:
        count: how many intervals; in [4, 12]; said: intervals, talks, meetings, activities, jobs
        seed: picks the intervals; in [0, 999]; said: seed
    """
    narrator = Narrator(scene)
    rng = np.random.default_rng(seed)
    starts = rng.uniform(0, 9.2, count)
    spans = sorted(((float(a), float(min(12, a + rng.uniform(1.2, 4.5)))) for a in starts), key=lambda span: span[1])
    step = min(0.52, 4.6 / count)
    bars = VGroup()
    for row, (a, b) in enumerate(spans):
        bar = RoundedRectangle(corner_radius=0.1, width=b - a, height=0.75 * step, stroke_width=0).set_fill(MAIN, 0.9)
        bars.add(bar.move_to([(a + b) / 2 - 6, 2.5 - step * (row + 0.5), 0]))
    floor = 2.4 - step * count
    line = Arrow([-6.3, floor, 0], [6.4, floor, 0], color=MUTED, buff=0, stroke_width=3, tip_length=0.18)
    clock = words("time", 26, MUTED).next_to(line, DOWN, buff=0.12).align_to(line, RIGHT)
    shuffled = [bars[int(i)] for i in rng.permutation(count)]
    narrator.say(
        "Talks that overlap. How many can one person hear from start to end?",
        LaggedStart(*[FadeIn(b) for b in shuffled], lag_ratio=0.1),
        Create(line),
        FadeIn(clock),
    )
    narrator.say("Greedy: of all that are still possible, take the one that ends first.", wait=0.5)
    chosen, free = 0, -1.0
    sweep = DashedLine([-6, 2.6, 0], [-6, floor, 0], color=FOCUS, stroke_width=3)
    scene.play(Create(sweep), run_time=0.4)
    for (a, b), bar in zip(spans, bars, strict=True):
        if a < free:
            scene.play(bar.animate.set_fill(GHOST, 0.6), run_time=0.3)
            continue
        chosen, free = chosen + 1, b
        clash = [other for (c, d), other in zip(spans, bars, strict=True) if d > b and c < b]
        scene.play(bar.animate.set_fill(GOOD, 1), sweep.animate.set_x(b - 6), run_time=0.8)
        if chosen == 1 and clash:
            narrator.say(
                "What overlaps with it is out.", *[other.animate.set_fill(GHOST, 0.6) for other in clash], wait=0.3
            )
    narrator.say(f"{chosen} talk{'s' if chosen > 1 else ''}, and no plan can have more.", FadeOut(sweep))
    narrator.say("Ending first leaves most time for the rest: here the greedy choice is the best.")


def counting_sort(scene: Scene, values: list[int] = [3, 1, 4, 1, 5, 2, 6, 5, 3]):
    """Counting sort: count how often each number comes, then write them down in order.

    Tags: algorithms, sorting, counting, buckets, linear time, radix
    Wishes:
        counting sort
        sort without comparing
        counting sort of small numbers
        bucket sort
        sort by counting occurrences
        linear time sorting of small integers
        histogram-based sorting
        radix-like sorting without comparisons
    Parameters:
        values: the numbers to sort; 3 to 12 items in [0, 9]; said: values, numbers, array
    """
    narrator = Narrator(scene)
    numbers = [min(9, max(0, int(value))) for value in values]
    side = min(0.9, 11 / len(numbers))
    row = array_row(numbers, side).move_to([0, 2.2, 0])
    low, high = min(numbers), max(numbers)
    width = min(1.1, 11 / (high - low + 1))
    names = {
        v: words(str(v), 30, MUTED).move_to([(v - (low + high) / 2) * width, -2.35, 0]) for v in range(low, high + 1)
    }
    floor = Line([names[low].get_x() - width / 2, -1.95, 0], [names[high].get_x() + width / 2, -1.95, 0], color=MUTED)
    most = max(numbers.count(v) for v in names)
    unit = min(side, width - 0.1, 3.1 / most)
    narrator.say(
        "Small numbers need no comparing. One pile for each value.", FadeIn(row), FadeIn(floor, *names.values())
    )
    piles: dict[int, list[VGroup]] = {v: [] for v in names}
    narrator.say("First walk: put each number onto its pile.", wait=0.2)
    for box, value in zip(row, numbers, strict=True):
        goal = [names[value].get_x(), -1.95 + unit * (len(piles[value]) + 0.5), 0]
        piles[value].append(box)
        scene.play(box.animate.scale(min(1, (unit - 0.04) / side)).move_to(goal), run_time=0.45)
        paint_cell(box, OTHER)
    narrator.say("Second walk: read the piles from left to right.", wait=0.2)
    place = 0
    for value in names:
        for box in reversed(piles[value]):
            goal = [(place - (len(numbers) - 1) / 2) * side, 2.2, 0]
            scene.play(box.animate.scale(side / box.height).move_to(goal), run_time=0.4)
            paint_cell(box, GOOD, 0.5)
            place += 1
    narrator.say("Sorted, and no two numbers were ever compared.")
    narrator.say("Two walks only: the work grows like the number of items. Radix sort does it digit by digit.")
