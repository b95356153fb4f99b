"""Quicksort: partition around a pivot, then the same on both sides."""

from manim import *

from components_cache.library.algorithms.bars import Bars, brisk, pick_numbers, tallies
from components_cache.library.theme import FOCUS, GHOST, GOOD, MAIN, OTHER, THIRD, WARM, Narrator


def quicksort(scene: Scene, values: list[int] = [], count: int = 10, pivot: str = "last", seed: int = 7):
    """Quicksort: smaller numbers go left of the pivot, larger ones right, and the same again on each side.

    Tags: algorithms, sorting, divide and conquer, partition, pivot, recursion
    Wishes:
        quicksort
        quick sort with partition around a pivot
        how does quicksort work on 10 bars
        show the partition step of quicksort with the first element as pivot
        quicksort algorithm visualization
        partition an array around a pivot
        how does the pivot divide the list?
        divide and conquer sort with a pivot element
        Animate quick sort choosing pivots and partitioning bars recursively
    Parameters:
        values: the numbers to sort; 3 to 14 items in [1, 99]; said: values, numbers, array
        count: how many bars, if no numbers are given; in [4, 14]; said: bars, elements, items, numbers
        pivot: which number of a range is its pivot; one of: last, first, middle; said: pivot
        seed: picks the random numbers; in [0, 999]; said: seed
    """
    narrator = Narrator(scene)
    numbers = pick_numbers(values, count, seed)
    bars = Bars(numbers, feet=True)
    (compared,) = tallies("comparisons")
    narrator.say("Choose one bar as the pivot.", bars.grow(), FadeIn(compared), wait=0.4)
    ranges = [(0, len(numbers) - 1)]
    first = True
    while ranges:
        low, high = ranges.pop()
        if low > high:
            continue
        home = _partition(scene, bars, low, high, pivot, compared, narrator if first else None, len(numbers))
        if first:
            narrator.say("Now sort the left side and the right side in the same way.", wait=0.2)
        first = False
        ranges += [(home + 1, high), (low, home - 1)]
    bars.paint(range(len(numbers)), GOOD)
    narrator.say(f"Every bar is home: sorted after {compared.count} comparisons.", bars.celebrate())
    narrator.say("Good pivots split in the middle: about $n \\log_2 n$ steps. Bad ones cost $n^2$.")


def _partition(scene: Scene, bars: Bars, low: int, high: int, pivot: str, compared, narrator, size: int) -> int:
    """Partition places low to high around the pivot and return where the pivot ends up. Lomuto's scheme."""
    others = [place for place in range(size) if not low <= place <= high]
    was = {place: bars.row[place][0].get_fill_color() for place in others}
    bars.paint([place for place in others if was[place] != ManimColor(GOOD)], GHOST)
    bars.paint(range(low, high + 1), MAIN)
    if low == high:
        bars.paint([low], GOOD)
        scene.wait(0.2)
        return low
    chosen = {"last": high, "first": low, "middle": (low + high) // 2}[pivot]
    bars.paint([chosen], WARM)
    level = _pivot_line(bars, low, high, chosen)
    if narrator:
        narrator.say("Its height divides the others into smaller and larger ones.", Create(level), wait=0.4)
    else:
        scene.play(Create(level), run_time=0.25)
    if chosen != high:
        scene.play(*bars.swap(chosen, high), run_time=0.5)
    border = _sweep(scene, bars, low, high, 0.4 if narrator else brisk(9, 3 * size, 0.25), compared)
    scene.play(*bars.swap(border, high), run_time=0.5)
    bars.paint([border], GOOD)
    if narrator:
        narrator.say("The pivot goes between them. That is its final place!", wait=0.6)
    scene.play(FadeOut(level), run_time=0.2)
    return border


def _sweep(scene: Scene, bars: Bars, low: int, high: int, pace: float, compared) -> int:
    """Move everything smaller than the pivot at `high` to the front; return the first place of the larger ones."""
    border = low
    for place in range(low, high):
        bars.paint([place], FOCUS)
        compared.up()
        if bars.value(place) >= bars.value(high):
            scene.wait(pace)
            bars.paint([place], THIRD)
            continue
        if place != border:
            scene.play(*bars.swap(place, border), run_time=1.4 * pace)
        else:
            scene.wait(pace)
        bars.paint([border], OTHER)
        border += 1
    return border


def _pivot_line(bars: Bars, low: int, high: int, chosen: int) -> DashedLine:
    """A dashed line at the height of the pivot over the range."""
    y = bars.value_y(bars.value(chosen))
    left, right = bars.place_x(low - 0.5), bars.place_x(high + 0.5)
    return DashedLine([left, y, 0], [right, y, 0], color=WARM, stroke_width=2.5, dash_length=0.12)
