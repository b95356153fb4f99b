"""The three sorts that everybody meets first: bubble, selection and insertion sort."""

from manim import *

from components_cache.library.algorithms.bars import Bars, brisk, pick_numbers, tallies
from components_cache.library.theme import FOCUS, GOOD, MAIN, OTHER, WARM, Narrator


def bubble_sort(scene: Scene, values: list[int] = [], count: int = 8, seed: int = 1):
    """Bubble sort: neighbours swap until the largest numbers have bubbled to the right.

    Tags: algorithms, sorting, comparison sort, swaps, adjacent swaps
    Wishes:
        bubble sort on 8 bars
        bubble sort
        how does bubble sort work?
        sort 5, 3, 8, 1 with bubble sort, swapping neighbours
        swap adjacent bars that are in the wrong order
        repeatedly compare neighbouring elements and swap them
        big values float to the end of the array
        why is bubble sort slow?
        Animate bubble sort with colored bars showing every comparison and swap
    Parameters:
        values: the numbers to sort; 3 to 12 items in [1, 99]; said: values, numbers, array
        count: how many bars, if no numbers are given; in [3, 12]; said: bars, elements, items, numbers
        seed: picks the random numbers; in [0, 999]; said: seed
    """
    narrator = Narrator(scene)
    bars = Bars(pick_numbers(values, count, seed))
    compared, swapped = tallies("comparisons", "swaps")
    narrator.say(
        "Compare two neighbours. If the left one is larger, they swap.", bars.grow(), FadeIn(compared, swapped)
    )
    size = len(bars.row)
    pace = brisk(12, size * (size - 1) // 2 - size)
    for end in range(size - 1, 0, -1):
        before = swapped.count
        _bubble_pass(scene, bars, end, 0.5 if end == size - 1 else pace, compared, swapped)
        if end == size - 1:
            narrator.say("The largest has bubbled to the end, and stays there.", wait=0.8)
            narrator.say("Again from the left, one bar shorter each time.", wait=0.3)
        if swapped.count == before:
            break
    narrator.say(f"Nothing left to swap: sorted after {compared.count} comparisons.", bars.celebrate())
    narrator.say("At most $n(n-1)/2$ comparisons: twice the bars, four times the work.")


def _bubble_pass(scene: Scene, bars: Bars, end: int, pace: float, compared, swapped) -> None:
    """One pass over places 0 to `end`, which then holds its final number."""
    for place in range(end):
        bars.paint([place, place + 1], FOCUS)
        compared.up()
        if bars.value(place) > bars.value(place + 1):
            swapped.up()
            scene.play(*bars.swap(place, place + 1), run_time=pace)
        else:
            scene.wait(0.7 * pace)
        bars.paint([place, place + 1], MAIN)
    bars.paint([end], GOOD)


def selection_sort(scene: Scene, values: list[int] = [], count: int = 8, seed: int = 2):
    """Selection sort: the smallest number left is found and put at the front, again and again.

    Tags: algorithms, sorting, comparison sort, minimum
    Wishes:
        selection sort
        selection sort on 10 bars
        sort an array by always picking the smallest remaining element
        how does selection sort work
        repeatedly select the minimum and move it to the front
        find the smallest bar and swap it into first place
        sorting by choosing the minimum each time
        Animate selection sort step by step with bars, marking the current minimum
    Parameters:
        values: the numbers to sort; 3 to 12 items in [1, 99]; said: values, numbers, array
        count: how many bars, if no numbers are given; in [3, 12]; said: bars, elements, items, numbers
        seed: picks the random numbers; in [0, 999]; said: seed
    """
    narrator = Narrator(scene)
    bars = Bars(pick_numbers(values, count, seed))
    compared, swapped = tallies("comparisons", "swaps")
    narrator.say("Find the smallest bar ...", bars.grow(), FadeIn(compared, swapped), wait=0.3)
    size = len(bars.row)
    pace = brisk(12, size * (size - 1) // 2)
    for front in range(size - 1):
        slow = 0.35 if front == 0 else pace
        least = _scan_for_least(scene, bars, front, slow, compared)
        if front == 0:
            narrator.say("... and swap it to the front. It never moves again.", wait=0.2)
        if least != front:
            swapped.up()
            scene.play(*bars.swap(front, least), run_time=max(0.35, slow))
        bars.paint(range(front + 1, size), MAIN)
        bars.paint([front], GOOD)
        if front == 0:
            narrator.say("Then the smallest of what is left, and so on.", wait=0.2)
    narrator.say(f"Sorted with only {swapped.count} swaps, but {compared.count} comparisons.", bars.celebrate())
    narrator.say("Always $n(n-1)/2$ comparisons, even if it was sorted before.")


def _scan_for_least(scene: Scene, bars: Bars, front: int, pace: float, compared) -> int:
    """The place of the smallest bar from `front` on; the smallest so far is orange."""
    least = front
    bars.paint([least], WARM)
    for place in range(front + 1, len(bars.row)):
        bars.paint([place], FOCUS)
        compared.up()
        scene.wait(pace)
        bars.paint([place], MAIN)
        if bars.value(place) < bars.value(least):
            bars.paint([least], MAIN)
            least = place
            bars.paint([least], WARM)
    return least


def insertion_sort(scene: Scene, values: list[int] = [], count: int = 8, seed: int = 4):
    """Insertion sort: each new number slides left to its place, like a card into a hand.

    Tags: algorithms, sorting, comparison sort, cards
    Wishes:
        insertion sort
        insertion sort on 7 numbers
        sorting playing cards in your hand
        how does insertion sort work
        insert each element into the already sorted part
        how do people sort a hand of cards?
        shift larger elements to the right and drop the key in
        Visualize insertion sort growing a sorted prefix from left to right
    Parameters:
        values: the numbers to sort; 3 to 12 items in [1, 99]; said: values, numbers, array
        count: how many bars, if no numbers are given; in [3, 12]; said: bars, elements, items, numbers, cards
        seed: picks the random numbers; in [0, 999]; said: seed
    """
    narrator = Narrator(scene)
    bars = Bars(pick_numbers(values, count, seed))
    compared, moved = tallies("comparisons", "moves")
    narrator.say(
        "Like a hand of cards: the left part is always sorted.", bars.grow(), FadeIn(compared, moved), wait=0.4
    )
    bars.paint([0], OTHER)
    size = len(bars.row)
    pace = brisk(12, size * (size - 1) // 4)
    for new in range(1, size):
        bars.paint([new], FOCUS)
        if new == 1:
            narrator.say("The next bar slides left past every larger one.", wait=0.3)
        if new == min(3, size - 1):
            narrator.say("It stops at the first one that is not larger.", wait=0.3)
        scene.wait(0.2)
        _slide_left(scene, bars, new, max(pace, 0.4) if new < 3 else pace, compared, moved)
    narrator.say(f"Sorted after {compared.count} comparisons and {moved.count} moves.", bars.celebrate())
    narrator.say("If the bars are nearly sorted already, hardly anything moves: then it is very fast.")


def _slide_left(scene: Scene, bars: Bars, new: int, pace: float, compared, moved) -> None:
    """Move the bar at `new` left until its left neighbour is not larger."""
    place = new
    while place > 0:
        compared.up()
        if bars.value(place - 1) <= bars.value(place):
            break
        moved.up()
        scene.play(*bars.swap(place - 1, place), run_time=pace)
        place -= 1
    scene.wait(0.15)
    bars.paint([place], OTHER)
