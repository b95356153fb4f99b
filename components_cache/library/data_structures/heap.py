"""Heaps: a tree in an array, a priority queue, heap sort."""

import numpy as np
from manim import *

from components_cache.library.algorithms.array import cell, paint_cell
from components_cache.library.algorithms.bars import pick_numbers
from components_cache.library.theme import (
    BACKGROUND,
    FOCUS,
    GHOST,
    GOOD,
    MAIN,
    MUTED,
    WARM,
    Narrator,
    words,
)


class HeapPicture:
    """A heap drawn twice: as a complete binary tree and as the array that holds it. `keys` is the array."""

    def __init__(self, room: int):
        self.keys: list[int] = []
        self.discs: list[VGroup] = []
        self.boxes: list[VGroup] = []
        self.side = min(0.8, 12 / room)
        levels = int(np.log2(room)) + 1
        self.drop = min(1.15, 3.3 / max(1, levels - 1))
        self.frames = VGroup(*[Square(self.side, color=GHOST, stroke_width=2) for _ in range(room)])
        self.frames.arrange(RIGHT, buff=0).move_to([0, -2.2, 0])
        self.width = 11.0 if levels > 3 else 8.5
        self.links: dict[int, Line] = {}

    def spot(self, place: int) -> np.ndarray:
        """The point of the tree node number `place` (0-based)."""
        level = int(np.log2(place + 1))
        left = place + 1 - 2**level
        return np.array([self.width * ((left + 0.5) / 2**level - 0.5), 2.4 - self.drop * level, 0])

    def add(self, key: int) -> list[Animation]:
        """A new key at the end of the array, and so at the next free place of the tree."""
        place = len(self.keys)
        circle = Circle(0.33, color=MAIN, stroke_width=3).set_fill(BACKGROUND, 1)
        disc = VGroup(circle, words(str(key), 26)).move_to(self.spot(place)).set_z_index(2)
        box = cell(key, self.side, MAIN, 26).move_to(self.frames[place])
        self.keys.append(key)
        self.discs.append(disc)
        self.boxes.append(box)
        made = [FadeIn(disc, scale=0.5), FadeIn(box)]
        if place:
            self.links[place] = Line(self.spot((place - 1) // 2), self.spot(place), color=MUTED, stroke_width=3)
            made.append(Create(self.links[place]))
        return made

    def swap(self, one: int, two: int) -> list[Animation]:
        """Exchange two places in both pictures."""
        for row in (self.keys, self.discs, self.boxes):
            row[one], row[two] = row[two], row[one]
        moves = [self.discs[p].animate.move_to(self.spot(p)) for p in (one, two)]
        return [*moves, *[self.boxes[p].animate.move_to(self.frames[p]) for p in (one, two)]]

    def paint(self, place: int, color) -> None:
        """Colour one place in both pictures at once."""
        self.discs[place][0].set_stroke(color)
        paint_cell(self.boxes[place], color)

    def drop_last(self) -> list[Animation]:
        """The last place leaves the tree; its box stays where it is."""
        gone = [FadeOut(self.discs.pop())]
        place = len(self.discs)
        if place in self.links:
            gone.append(FadeOut(self.links.pop(place)))
        return gone


def priority_queue_heap(scene: Scene, values: list[int] = [7, 4, 9, 2, 6, 1, 8], take: int = 2):
    """Heap: a tree whose parents are never larger than their children, so the smallest is always on top.

    Tags: data structures, heap, priority queue, binary heap, min-heap, sift up
    Wishes:
        binary heap
        priority queue with a heap
        insert 5, 3, 8, 1 into a min heap
        how does a heap work
        min-heap
        heap data structure
        priority queue
        sift up and sift down in a heap
        always take the smallest element first
        insert and extract-min
    Parameters:
        values: the keys in the order they are inserted; 3 to 10 items in [0, 99]; said: values, keys, numbers, insert
        take: how often the smallest is taken out at the end; in [0, 3]; said: take, extract, remove
    """
    narrator = Narrator(scene)
    keys = [int(value) for value in values]
    heap = HeapPicture(len(keys))
    narrator.say("A heap is a tree that lives in an array, row by row.", FadeIn(heap.frames), wait=0.5)
    told: set[str] = set()
    for number, key in enumerate(keys):
        pace = 0.6 if number < 3 else 0.4
        scene.play(*heap.add(key), run_time=pace)
        place = number
        heap.paint(place, FOCUS)
        while place and heap.keys[(place - 1) // 2] > heap.keys[place]:
            if "up" not in told:
                told.add("up")
                narrator.say("Smaller than its parent? Then they swap, and it climbs.", wait=0.2)
            scene.play(*heap.swap(place, (place - 1) // 2), run_time=pace)
            place = (place - 1) // 2
        scene.wait(0.15)
        heap.paint(place, MAIN)
    heap.paint(0, GOOD)
    narrator.say("Every parent is smaller than its children: the smallest of all is on top.", wait=1)
    for turn in range(min(take, len(keys) - 1)):
        text = "Take the top: the last key moves up there, and sinks to its place."
        if turn == 0:
            narrator.say(text, wait=0.2)
        last = len(heap.discs) - 1
        scene.play(heap.discs[0].animate.set_opacity(0), heap.boxes[0].animate.set_opacity(0.12), run_time=0.5)
        scene.play(*heap.swap(0, last), run_time=0.6)
        scene.play(*heap.drop_last(), FadeOut(heap.boxes.pop()), run_time=0.3)
        heap.keys.pop()
        heap.paint(0, FOCUS)
        end = _sink(scene, heap, 0, len(heap.discs), 0.5, smallest=True)
        heap.paint(end, MAIN)
        heap.paint(0, GOOD)
    narrator.say("A key climbs or sinks one branch only: about $\\log_2 n$ swaps for $n$ keys.")


def _sink(scene: Scene, heap: HeapPicture, place: int, size: int, pace: float, smallest: bool) -> int:
    """Let the key at `place` sink in the first `size` places; returns where it ends up."""
    sign = 1 if smallest else -1
    while True:
        children = [c for c in (2 * place + 1, 2 * place + 2) if c < size]
        best = min(children, key=lambda c: sign * heap.keys[c], default=place)
        if sign * heap.keys[best] >= sign * heap.keys[place]:
            return place
        scene.play(*heap.swap(place, best), run_time=pace)
        place = best


def heap_sort(scene: Scene, values: list[int] = [], count: int = 7, seed: int = 3):
    """Heap sort: build a heap with the largest on top, then take the top again and again.

    Tags: algorithms, sorting, heap, max-heap, in place
    Wishes:
        heap sort
        heapsort on 8 numbers
        how does heap sort work
        sort with a binary heap
        build a max-heap and repeatedly remove the root
        sorting algorithm that uses a heap tree
        Animate heap sort on an array and its tree
    Parameters:
        values: the numbers to sort; 3 to 10 items in [0, 99]; said: values, numbers, array
        count: how many numbers, if none are given; in [3, 10]; said: elements, items, numbers
        seed: picks the random numbers; in [0, 999]; said: seed
    """
    narrator = Narrator(scene)
    keys = pick_numbers(values, count, seed, 1, 60)
    heap = HeapPicture(len(keys))
    adding = [animation for key in keys for animation in heap.add(key)]
    narrator.say("Read the array as a tree: row by row.", FadeIn(heap.frames), *adding, wait=0.5)
    narrator.say("Make it a heap: from the bottom up, smaller parents sink.", wait=0.2)
    size = len(keys)
    for place in range(size // 2 - 1, -1, -1):
        heap.paint(place, FOCUS)
        scene.wait(0.25)
        heap.paint(_sink(scene, heap, place, size, 0.5, smallest=False), MAIN)
    narrator.say("Now the largest is on top. Swap it with the last one: it is home.", wait=0.2)
    for end in range(size - 1, 0, -1):
        pace = 0.6 if end > size - 3 else 0.4
        heap.paint(0, WARM)
        scene.play(*heap.swap(0, end), run_time=pace)
        paint_cell(heap.boxes[end], GOOD, 0.5)
        scene.play(*heap.drop_last(), run_time=0.25)
        if end == size - 1:
            narrator.say("The new top sinks to its place, and the heap is one smaller.", wait=0.1)
        heap.paint(0, FOCUS)
        heap.paint(_sink(scene, heap, 0, end, pace, smallest=False), MAIN)
    paint_cell(heap.boxes[0], GOOD, 0.5)
    narrator.say(
        "Sorted in its own array: $n$ times a way of about $\\log_2 n$ steps.", *[FadeOut(d) for d in heap.discs]
    )
