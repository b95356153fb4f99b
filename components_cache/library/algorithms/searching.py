"""Looking for a number in a row: one by one, or by halving."""

import math

import numpy as np
from manim import *

from components_cache.library.algorithms.array import array_row, dim, index_labels, paint_cell, pointer, tint, under
from components_cache.library.theme import BAD, FOCUS, GOOD, MUTED, OTHER, WARM, Narrator, words


def haystack(values: list[int], count: int, target: int, seed: int, ordered: bool) -> list[int]:
    """The given values, or `count` different numbers in [1, 99] among which is the target, not in the middle."""
    if values:
        return sorted(int(v) for v in values) if ordered else [int(v) for v in values]
    for attempt in range(50):
        rng = np.random.default_rng(seed + 1000 * attempt)
        others = rng.choice([n for n in range(1, 100) if n != target], count - 1, replace=False)
        made = [int(n) for n in rng.permutation([*others, target])]
        made = sorted(made) if ordered else made
        if made[(count - 1) // 2] != target and made.index(target) >= count // 4:
            return made
    return made


def hit(box: VGroup) -> Animation:
    """A box turns green and grows: found."""
    target = box.copy().scale(1.15).set_z_index(2)
    paint_cell(target, GOOD, 0.7)
    return Transform(box.set_z_index(2), target)


def binary_search(scene: Scene, target: int = 23, values: list[int] = [], count: int = 15, seed: int = 1):
    """Binary search: look in the middle of a sorted row and throw away half of it each time.

    Tags: algorithms, searching, halving, logarithm, sorted array
    Wishes:
        binary search
        binary search for 23 in a sorted array
        find 42 in a sorted list by halving
        how does binary search work?
        search a sorted list by repeatedly cutting it in half
        guess a number by halving the range
        why does binary search only need log n steps?
        bisect a sorted array to locate a value
        look up a name in a phone book by opening it in the middle
        Animate the low, mid and high pointers of binary search
    Parameters:
        target: the number that is looked for; in [1, 99]; said: target, for, find, search, number
        values: the numbers to search, they are put in order; 3 to 16 items in [1, 99]; said: values, in, array, list
        count: how many numbers, if none are given; in [5, 16]; said: elements, items, numbers, boxes
        seed: picks the random numbers; in [0, 999]; said: seed
    """
    narrator = Narrator(scene)
    numbers = haystack(values, count, target, seed, ordered=True)
    row = array_row(numbers, min(0.9, 11.2 / len(numbers))).move_to([-0.6, 1.0, 0])
    indices = index_labels(row)
    wanted = words(f"Where is {target}?", 36, FOCUS).move_to([-0.6, 2.5, 0])
    narrator.say("The numbers are in order. That helps a lot.", FadeIn(row, indices, lag_ratio=0.03), FadeIn(wanted))
    low, high, looks = 0, len(numbers) - 1, 0
    ends = VGroup(pointer("low", OTHER), pointer("high", WARM))
    place_ends = _placing(ends, indices)
    place_ends(low, high)
    ruler = _left_over(row, low, high, 0)
    scene.play(FadeIn(ends), FadeIn(ruler), run_time=0.5)
    found = -1
    while low <= high and found < 0:
        middle = (low + high) // 2
        looks += 1
        verdict = _verdict(numbers[middle], target)
        note = words(verdict, 30, GOOD if numbers[middle] == target else FOCUS).move_to([-0.6, 1.85, 0])
        caption = {1: "Look at the middle one.", 2: "Again the middle of what is left."}
        if looks in caption:
            narrator.say(caption[looks], tint(row[middle], FOCUS, 0.6), FadeIn(note), wait=0.9)
        else:
            scene.play(tint(row[middle], FOCUS, 0.6), FadeIn(note), run_time=0.6)
            scene.wait(0.6)
        if numbers[middle] == target:
            found = middle
            scene.play(hit(row[middle]), FadeOut(ends), run_time=0.6)
            break
        gone = range(low, middle + 1) if numbers[middle] < target else range(middle, high + 1)
        low, high = (middle + 1, high) if numbers[middle] < target else (low, middle - 1)
        moved = ends.copy()
        if low <= high:
            place_ends(low, high, moved)
        dimmed = [dim(row[i]) for i in gone]
        if low <= high:
            dimmed.append(FadeIn(_left_over(row, low, high, looks), shift=0.2 * DOWN))
        if looks == 1:
            narrator.say(
                "One look, and half of the row is out.", *dimmed, Transform(ends, moved), FadeOut(note), wait=0.6
            )
        else:
            scene.play(*dimmed, Transform(ends, moved), FadeOut(note), run_time=0.7)
    if found < 0:
        paint_cell(row[min(max(low, 0), len(numbers) - 1)], BAD, 0.1)
        scene.play(FadeOut(ends), run_time=0.4)
        narrator.say(f"Nothing is left: {target} is not there. It took {looks} looks to be sure.")
    else:
        narrator.say(f"Found at place {found} after {_looks(looks)}, out of {len(numbers)} numbers.")
    most = math.floor(math.log2(len(numbers))) + 1
    narrator.say(f"Never more than {most} looks here. For a million numbers: only 20.")


def _left_over(row: VGroup, low: int, high: int, level: int) -> VGroup:
    """A bar as wide as the boxes that are still possible, with their number; one lower for each level."""
    y = -1.4 - 0.32 * level
    left, right = row[low].get_left()[0], row[high].get_right()[0]
    bar = Line([left + 0.06, y, 0], [right - 0.06, y, 0], color=OTHER, stroke_width=7)
    label = words(f"{high - low + 1} left", 24, MUTED)
    return VGroup(bar, label.move_to([max(row.get_right()[0] + 0.3, 3), y, 0], aligned_edge=LEFT))


def _looks(number: int) -> str:
    return "1 look" if number == 1 else f"{number} looks"


def _verdict(value: int, target: int) -> str:
    """What the middle number tells."""
    if value == target:
        return f"{value} is it!"
    return f"{value} < {target}: go right" if value < target else f"{value} > {target}: go left"


def _placing(ends: VGroup, indices: VGroup):
    """A function that puts the two end pointers under their boxes, side by side if they meet."""

    def place(low: int, high: int, marks: VGroup = ends) -> None:
        under(marks[0], indices[low])
        under(marks[1], indices[high])
        gap = marks[1].get_left()[0] - marks[0].get_right()[0]
        if gap < 0.15:
            marks[1].shift((marks[0].get_bottom()[1] - marks[1].get_top()[1] - 0.1) * UP)

    return place


def linear_search(scene: Scene, target: int = 17, values: list[int] = [], count: int = 12, seed: int = 5):
    """Linear search: look at one number after the other until the right one turns up.

    Tags: algorithms, searching, sequential search, unsorted array
    Wishes:
        linear search
        linear search for 17 in an array
        find a number in an unsorted list by checking each element
        sequential search
        check every element one by one until the target is found
        why is searching an unsorted array slow?
        scan through an array from left to right looking for a value
        Animate linear search highlighting each element in turn
    Parameters:
        target: the number that is looked for; in [1, 99]; said: target, for, find, search, number
        values: the numbers to search; 3 to 14 items in [1, 99]; said: values, in, array, list
        count: how many numbers, if none are given; in [4, 14]; said: elements, items, numbers, boxes
        seed: picks the random numbers; in [0, 999]; said: seed
    """
    narrator = Narrator(scene)
    numbers = haystack(values, count, target, seed, ordered=False)
    row = array_row(numbers, min(0.95, 12.8 / len(numbers)))
    indices = index_labels(row)
    wanted = words(f"Where is {target}?", 36, FOCUS).move_to(2 * UP)
    narrator.say(
        "The numbers are in no order. All we can do is look.", FadeIn(row, indices, lag_ratio=0.03), FadeIn(wanted)
    )
    mark = under(pointer("look", FOCUS), indices[0])
    scene.play(FadeIn(mark), run_time=0.4)
    looks, found = 0, False
    for place, number in enumerate(numbers):
        looks += 1
        paint_cell(row[place], FOCUS, 0.5)
        scene.play(mark.animate.set_x(row[place].get_x()), run_time=0.35)
        found = number == target
        note = words(f"{number} = {target}" if found else f"{number} is not {target}", 30, GOOD if found else MUTED)
        note.move_to(1.2 * UP)
        scene.add(note)
        scene.wait(0.35)
        if found:
            scene.play(hit(row[place]), run_time=0.5)
            break
        scene.remove(note)
        row[place].set_opacity(0.2)
    if found:
        narrator.say(f"Found after {_looks(looks)}. With luck it is the first, without luck the last.")
    else:
        narrator.say(f"Not there, and we had to look at all {looks} numbers to be sure.")
    narrator.say("On average half of the row: twice the numbers, twice the work.")
