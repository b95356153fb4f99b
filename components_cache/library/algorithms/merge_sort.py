"""Merge sort: halve, halve again, merge."""

from manim import *

from components_cache.library.algorithms.array import array_row, paint_cell, tint
from components_cache.library.algorithms.bars import brisk, pick_numbers
from components_cache.library.theme import FOCUS, GHOST, GOOD, MAIN, OTHER, Narrator


def merge_sort(scene: Scene, values: list[int] = [], count: int = 8, seed: int = 3):
    """Merge sort: halve until single numbers are left, then merge sorted halves.

    Tags: algorithms, sorting, divide and conquer, recursion, merging
    Wishes:
        merge sort
        merge sort on 8 numbers
        how does merge sort work?
        divide and conquer sorting: split the array and merge the sorted halves
        sort by splitting in halves and merging
        visualize the merge step of two sorted lists
        why does merge sort take n log n time?
        Animate merge sort dividing an array recursively and combining the sorted parts
    Parameters:
        values: the numbers to sort; 2 to 12 items in [0, 99]; said: values, numbers, array
        count: how many numbers, if none are given; in [3, 12]; said: elements, items, numbers, boxes
        seed: picks the random numbers; in [0, 999]; said: seed
    """
    narrator = Narrator(scene)
    numbers = pick_numbers(values, count, seed)
    parts = _parts(0, len(numbers), 0)
    depth = max(part[2] for part in parts)
    places = _places(parts, depth, len(numbers))
    side = places["side"]
    row = array_row(numbers, side)
    for place, box in enumerate(row):
        box.move_to(places[0][place]).value = numbers[place]
    boxes = list(row)
    narrator.say("Sorting one number is easy: there is nothing to do. So we halve ...", FadeIn(row, lag_ratio=0.1))
    for level in range(1, depth + 1):
        _split(scene, boxes, parts, places, level)
    narrator.say("... until single numbers are left. Each of them is sorted.", *[tint(box, OTHER) for box in boxes])
    narrator.say("To merge, look only at the two front numbers and take the smaller.", wait=0.6)
    pace = brisk(11, sum(high - low for low, high, _ in parts if high - low > 1), 0.6, 0.25)
    for level in range(depth - 1, -1, -1):
        for low, high, _ in [part for part in parts if part[2] == level and part[1] - part[0] > 1]:
            _merge(scene, boxes, low, high, places[level], max(pace, 0.45) if level == 0 else pace)
    narrator.say(
        "Sorted: about $\\log_2 n$ levels with at most $n$ steps each.", *[tint(box, GOOD, 0.5) for box in boxes]
    )
    narrator.say("That is $n \\log_2 n$ in total, far less than $n^2$ when $n$ is large.")


def _parts(low: int, high: int, depth: int) -> list[tuple[int, int, int]]:
    """All ranges (low, high, depth) of the recursion."""
    if high - low < 2:
        return [(low, high, depth)]
    middle = (low + high + 1) // 2
    return [(low, high, depth), *_parts(low, middle, depth + 1), *_parts(middle, high, depth + 1)]


def _places(parts, depth: int, size: int) -> dict:
    """For every level the point of every place of the array, and the side of a box under "side"."""
    side = min(1.05, 12.4 / (size * 1.4), 4.2 / (depth + 1))
    drop = min(1.6, 4.4 / max(1, depth))
    made = {"side": side}
    for level in range(depth + 1):
        starts = {low for low, high, at in parts if at == level or (at < level and high - low < 2)}
        xs, x = [], 0.0
        for place in range(size):
            x += (0.45 * side if place in starts and place else 0) + side
            xs.append(x)
        shift = (xs[0] + xs[-1]) / 2
        made[level] = [[x - shift, 0.1 + drop * (depth / 2 - level), 0] for x in xs]
    return made


def _split(scene: Scene, boxes, parts, places, level: int) -> None:
    """The boxes move down one level and leave ghosts behind."""
    moving = [place for low, high, at in parts if at == level for place in range(low, high)]
    ghosts = VGroup(*[Square(places["side"], color=GHOST, stroke_width=1.5).move_to(boxes[i]) for i in moving])
    scene.add(ghosts)
    scene.bring_to_back(ghosts)
    scene.play(*[boxes[i].animate.move_to(places[level][i]) for i in moving], run_time=0.8)


def _merge(scene: Scene, boxes, low: int, high: int, targets, pace: float) -> None:
    """Merge the two sorted halves of [low, high) upwards into `targets`."""
    middle = (low + high + 1) // 2
    left, right = boxes[low:middle], boxes[middle:high]
    for target in range(low, high):
        fronts = [half[0] for half in (left, right) if half]
        for box in fronts:
            paint_cell(box, FOCUS)
        taken = left if not right or (left and left[0].value <= right[0].value) else right
        boxes[target] = taken.pop(0)
        scene.play(boxes[target].animate.move_to(targets[target]), run_time=pace)
        for box in fronts:
            paint_cell(box, MAIN if box is boxes[target] else OTHER)
    for box in boxes[low:high]:
        paint_cell(box, OTHER)
