"""Stack, queue, linked list: things in a line."""

import itertools

import numpy as np
from manim import *

from components_cache.library.algorithms.array import array_row, cell, index_labels, paint_cell, pointer, tint
from components_cache.library.theme import BAD, FOCUS, GOOD, MAIN, MUTED, OTHER, WARM, Narrator, words


def stack_push_pop(scene: Scene, values: list[int] = [3, 8, 5, 1], pops: int = 2):
    """Stack: what was put on last comes off first.

    Tags: data structures, stack, push, pop, LIFO, last in first out
    Wishes:
        stack push and pop
        how does a stack work
        stack data structure with 5 elements
        last in first out
        LIFO data structure
        a stack is like a pile of plates, you take the top one
        push and pop operations
        Visualize pushing and popping elements on a stack
    Parameters:
        values: what is pushed, in this order; 2 to 6 items in [0, 999]; said: values, numbers, elements, push
        pops: how many are taken off again; in [1, 6]; said: pops, pop
    """
    narrator = Narrator(scene)
    numbers = [int(value) for value in values]
    side = min(0.85, 4.8 / len(numbers))
    tray = VMobject(color=MUTED, stroke_width=5).set_points_as_corners(
        [
            [-1.3, -2.3 + side * len(numbers) + 0.25, 0],
            [-1.3, -2.4, 0],
            [1.3, -2.4, 0],
            [1.3, -2.3 + side * len(numbers) + 0.25, 0],
        ]
    )
    narrator.say("A stack is a pile: you only reach its top.", Create(tray), wait=0.5)
    pile: list[VGroup] = []
    top = VGroup(Arrow(0.9 * RIGHT, ORIGIN, color=FOCUS, buff=0, stroke_width=5), words("top", 30, FOCUS)).arrange(
        RIGHT, buff=0.15
    )
    for place, number in enumerate(numbers):
        box = _slab(number, side).move_to([-4.6, 1.2, 0])
        told = words(f"push {number}", 32, OTHER).next_to(box, UP, buff=0.3)
        spot = np.array([0, -2.3 + side * (place + 0.5), 0])
        scene.play(FadeIn(box, told), run_time=0.35)
        moves = [top.animate.next_to(spot + 1.3 * RIGHT, RIGHT, buff=0.25)] if place else []
        over = [0, 2.4, 0]
        path = VMobject().set_points_smoothly([box.get_center(), over, spot])
        if place == 0:
            top.next_to(spot + 1.3 * RIGHT, RIGHT, buff=0.25)
            moves = [FadeIn(top)]
        scene.play(MoveAlongPath(box, path), *moves, run_time=0.8)
        scene.play(FadeOut(told), run_time=0.2)
        pile.append(box)
        if place == 0:
            narrator.say("Push: put one on top.", wait=0.2)
    narrator.say("Pop: take the top one off. It is the one that came last.", wait=0.3)
    out = VGroup()
    for _ in range(min(pops, len(pile))):
        box = pile.pop()
        out.add(box)
        goal = np.array([5.2, 2.3 - side * (len(out) - 0.5), 0])
        path = VMobject().set_points_smoothly([box.get_center(), [2.0, 2.4, 0], goal])
        spot = pile[-1].get_center() if pile else np.array([0, -2.3, 0])
        scene.play(MoveAlongPath(box, path), top.animate.next_to(spot + 1.3 * RIGHT, RIGHT, buff=0.25), run_time=0.8)
        box[0].set_fill(WARM, 0.3).set_stroke(WARM)
        scene.wait(0.15)
    narrator.say("Last in, first out: they come off in the opposite order.")
    narrator.say("Undo, going back, nested calls: whatever must end in reverse order uses a stack.")


def _slab(value: int, side: float) -> VGroup:
    box = Rectangle(width=2.3, height=side - 0.08, color=MAIN, stroke_width=2.5).set_fill(MAIN, 0.3)
    return VGroup(box, words(str(value), 30).move_to(box))


def queue_first_in_first_out(scene: Scene, values: list[int] = [4, 7, 2, 9, 5], served: int = 3):
    """Queue: whoever came first is served first.

    Tags: data structures, queue, enqueue, dequeue, FIFO, first in first out
    Wishes:
        queue enqueue and dequeue
        how does a queue work
        queue data structure
        first in first out
        FIFO data structure
        waiting line, first come first served
        enqueue at the back and dequeue at the front
        Visualize the operations of a queue data structure
    Parameters:
        values: who comes, in this order; 2 to 8 items in [0, 999]; said: values, numbers, elements, enqueue
        served: how many leave again; in [1, 8]; said: served, dequeue, leave
    """
    narrator = Narrator(scene)
    numbers = [int(value) for value in values]
    side = min(1.25, 10.5 / len(numbers))
    left = -side * len(numbers) / 2
    lane = VGroup(*[Line([left - 0.2, y, 0], [-left + 0.2, y, 0], color=MUTED, stroke_width=5) for y in (0.75, -0.55)])
    heads = VGroup(
        words("front", 28, WARM).move_to([left + 0.4, 1.25, 0]),
        words("back", 28, OTHER).move_to([-left - 0.4, 1.25, 0]),
    )
    narrator.say("A queue is a waiting line: join at the back, leave at the front.", Create(lane), FadeIn(heads))
    line: list[VGroup] = []
    for number in numbers:
        box = cell(number, side - 0.15, MAIN, 30).move_to([6.0, 0.1, 0])
        spot = [left + side * (len(line) + 0.5), 0.1, 0]
        scene.play(FadeIn(box, run_time=0.25))
        scene.play(box.animate.move_to(spot), run_time=0.55)
        line.append(box)
        if len(line) == 1:
            narrator.say("Enqueue: go to the end of the line.", wait=0.2)
    narrator.say("Dequeue: the one that has waited longest leaves, all others move up.", wait=0.3)
    out = VGroup()
    for _ in range(min(served, len(numbers))):
        box = line.pop(0)
        out.add(box)
        goal = [left + side * (len(out) - 0.5), -1.75, 0]
        paint_cell(box, WARM, 0.3)
        path = VMobject().set_points_smoothly([box.get_center(), [left - 0.9, -0.6, 0], goal])
        scene.play(MoveAlongPath(box, path), run_time=0.6)
        if line:
            scene.play(
                *[b.animate.move_to([left + side * (i + 0.5), 0.1, 0]) for i, b in enumerate(line)], run_time=0.35
            )
    narrator.say("First in, first out: they leave in the order in which they came.")
    narrator.say("Printers, web servers, breadth-first search: whoever wants fairness uses a queue.")


class Chain:
    """A linked list as a picture: boxes with a pointer part and arrows from one to the next."""

    def __init__(self, values: list[int], y: float = 0.2):
        self.y = y
        self.step = min(1.9, 12.2 / (len(values) + 1.5))
        self.boxes = [self.box(value) for value in values]
        self.end = words("end", 26, MUTED)
        for mobject, spot in zip([*self.boxes, self.end], self.spots(len(values)), strict=True):
            mobject.move_to(spot)
        line = [*self.boxes, self.end]
        self.arrows = [self.arrow(a, b) for a, b in itertools.pairwise(line)]

    def spots(self, count: int) -> list:
        """Points for `count` boxes and the end."""
        return [np.array([(i - count / 2) * self.step, self.y, 0]) for i in range(count + 1)]

    def box(self, value: int) -> VGroup:
        """One node: a box for the value and a small one for the pointer."""
        side = min(0.8, 0.5 * self.step)
        main = cell(value, side, MAIN, 28)
        part = Rectangle(width=0.4 * side, height=side, color=MAIN, stroke_width=2.5).next_to(main, RIGHT, buff=0)
        return VGroup(main[0], main[1], part, Dot(part.get_center(), 0.06, color=FOCUS))

    def arrow(self, start: Mobject, end: Mobject, color=FOCUS) -> Arrow:
        """From the pointer of a box to the next box."""
        return Arrow(start[3].get_center(), end.get_left(), buff=0.04, color=color, stroke_width=4, tip_length=0.17)


def linked_list(scene: Scene, values: list[int] = [4, 8, 15, 23], insert: int = 10, position: int = 2, delete: int = 1):
    """Linked list: every node points to the next one; inserting and deleting only bends pointers.

    Tags: data structures, linked list, pointers, insertion, deletion, nodes
    Wishes:
        linked list insertion and deletion
        how does a linked list work
        insert into a linked list
        delete a node from a linked list
        singly linked list
        chain of nodes with pointers
        insert a node between two nodes
        how do pointers connect the elements of a list?
        Animate inserting and removing nodes in a linked list
    Parameters:
        values: what the nodes hold; 2 to 6 items in [0, 99]; said: values, numbers, nodes
        insert: the new value; in [0, 99]; said: insert, add, new
        position: how many nodes stand before the new one; in [1, 5]; said: position, after, index
        delete: the place of the node that is deleted, from 0; in [0, 5]; said: delete, remove
    """
    narrator = Narrator(scene)
    chain = Chain([int(value) for value in values])
    chain.step = min(1.9, 12.2 / (len(values) + 2.5))
    count = len(values)
    position, delete = min(position, count - 1), min(delete, count)
    start = pointer("start", OTHER, up=False).next_to(chain.boxes[0], UP, buff=0.15)
    start.set_x(chain.boxes[0][0].get_x())
    picture = [FadeIn(VGroup(*chain.boxes), lag_ratio=0.2), FadeIn(start), FadeIn(chain.end)]
    narrator.say(
        "Each node holds a value and a pointer to the next node.", *picture, *[GrowArrow(a) for a in chain.arrows]
    )
    before, after = chain.boxes[position - 1], chain.boxes[position]
    new = chain.box(insert)
    new.move_to((before.get_center() + after.get_center()) / 2 + 1.7 * DOWN)
    paint_cell(new, GOOD)
    new[2].set_stroke(GOOD)
    narrator.say(f"Insert {insert} here. Nothing has to move out of the way.", FadeIn(new), wait=0.5)
    up = chain.arrow(new, after, GOOD)
    up.put_start_and_end_on(new[3].get_center(), after.get_corner(DL) + 0.12 * RIGHT + 0.04 * DOWN)
    narrator.say("First the new node points to its follower ...", GrowArrow(up), wait=0.3)
    down = Arrow(
        before[3].get_center(), new.get_corner(UL) + 0.2 * RIGHT, buff=0.04, color=GOOD, stroke_width=4, tip_length=0.17
    )
    narrator.say(
        "... then the one before points to it. Two pointers, whatever the length!",
        Transform(chain.arrows[position - 1], down),
        wait=0.6,
    )
    chain.boxes.insert(position, new)
    chain.arrows.insert(position, up)
    _line_up(scene, chain, start)
    gone = chain.boxes[delete]
    narrator.say(
        f"Delete {_value_of(gone)}: the pointer to it jumps over it.",
        tint(gone, BAD),
        gone[2].animate.set_stroke(BAD),
        wait=0.3,
    )
    _jump_over(scene, chain, delete, start)
    chain.arrows.pop(delete)
    chain.boxes.pop(delete)
    _line_up(scene, chain, start)
    narrator.say("Changing is cheap, but to find a place we must walk there from the start.")


def _value_of(box: VGroup) -> str:
    return box[1].original_text


def _jump_over(scene: Scene, chain: Chain, place: int, start: VGroup) -> None:
    """Bend the pointer before `place` over its node and let the node go."""
    gone, out = chain.boxes[place], chain.arrows[place]
    follower = [*chain.boxes, chain.end][place + 1]
    if place == 0:
        goal = start.copy().next_to(follower, UP, buff=0.15)
        scene.play(Transform(start, goal), run_time=0.8)
    else:
        begin = chain.boxes[place - 1][3].get_center()
        bend = CurvedArrow(
            begin, follower.get_top() + 0.05 * UP, angle=-TAU / 4.5, color=FOCUS, stroke_width=4, tip_length=0.17
        )
        scene.play(FadeOut(chain.arrows[place - 1]), Create(bend), run_time=0.9)
        chain.arrows[place - 1] = bend
    scene.play(FadeOut(gone, shift=0.8 * DOWN), FadeOut(out), run_time=0.6)


def _line_up(scene: Scene, chain: Chain, start: VGroup) -> None:
    """Bring the boxes back into one row with straight arrows."""
    line = [*chain.boxes, chain.end]
    spots = chain.spots(len(chain.boxes))
    targets = [mobject.copy().move_to(spot) for mobject, spot in zip(line, spots, strict=True)]
    arrows = [chain.arrow(a, b) for a, b in itertools.pairwise(targets)]
    mark = start.copy().next_to(targets[0], UP, buff=0.15).set_x(targets[0][0].get_x())
    swaps = [ReplacementTransform(old, new) for old, new in zip(chain.arrows, arrows, strict=True)]
    moves = [mobject.animate.move_to(spot) for mobject, spot in zip(line, spots, strict=True)]
    scene.play(*moves, *swaps, Transform(start, mark), run_time=0.8)
    chain.arrows = arrows


def reverse_linked_list(scene: Scene, values: list[int] = [1, 2, 3, 4, 5]):
    """Reversing a linked list: one walk, and each pointer is turned around.

    Tags: data structures, linked list, pointers, reverse, three pointers
    Wishes:
        reverse a linked list
        how to reverse a linked list in place
        linked list reversal with prev, current and next pointers
        linked list reversal
        turn all pointers of a list around
        flip a singly linked list
        interview question: reverse a list in place
        Animate the three pointers that reverse a linked list
    Parameters:
        values: what the nodes hold; 2 to 6 items in [0, 99]; said: values, numbers, nodes
    """
    narrator = Narrator(scene)
    numbers = [int(value) for value in values]
    chain = Chain(numbers, 0.4)
    arrows = [GrowArrow(arrow) for arrow in chain.arrows]
    narrator.say(
        "Turn this list around, without a copy.",
        FadeIn(VGroup(*chain.boxes), lag_ratio=0.2),
        FadeIn(chain.end),
        *arrows,
    )
    marks = VGroup(pointer("previous", WARM), pointer("current", GOOD))
    marks[1].next_to(chain.boxes[0], DOWN, buff=0.2)
    marks[0].next_to(chain.boxes[0], DOWN, buff=0.2).shift(chain.step * LEFT)
    marks[0].set_x(max(-6.2, marks[0].get_x()))
    narrator.say("Walk along with two fingers: where we are, and where we came from.", FadeIn(marks), wait=0.4)
    back = None
    for place, box in enumerate(chain.boxes):
        if place == 0:
            turned = words("end", 26, MUTED).next_to(box[2], UP, buff=0.75)
            arrow = Arrow(box[2].get_top(), turned.get_bottom(), buff=0.05, color=WARM, stroke_width=4, tip_length=0.17)
            extra = [FadeIn(turned)]
        else:
            arrow = CurvedArrow(
                box[2].get_top() + 0.05 * UP,
                back[0].get_top() + 0.05 * UP,
                angle=TAU / 5,
                color=WARM,
                stroke_width=4,
                tip_length=0.17,
            )
            extra = []
        if place == 1:
            narrator.say("At each node: turn its pointer back, then step on.", wait=0.2)
        scene.play(FadeOut(chain.arrows[place]), Create(arrow), *extra, run_time=0.6)
        if place + 1 < len(numbers):
            scene.play(marks.animate.shift((chain.boxes[place + 1].get_x() - marks[1].get_x()) * RIGHT), run_time=0.5)
            marks[0].set_x(box.get_x())
        back = box
    scene.play(FadeOut(chain.end), run_time=0.3)
    begin = pointer("new start", GOOD).move_to(marks[1]).align_to(marks[1], UP)
    narrator.say(
        "The last node is the new start.", FadeOut(marks), FadeIn(begin), *[tint(b, GOOD) for b in chain.boxes[-1:]]
    )
    narrator.say("One walk through the list, and only two extra pointers: that is all.")


def array_versus_linked_list(scene: Scene, values: list[int] = [5, 1, 7, 3, 9], insert: int = 4):
    """Array versus linked list: one is quick to reach into, the other quick to change.

    Tags: data structures, array, linked list, comparison, insertion, random access
    Wishes:
        array versus linked list
        difference between an array and a linked list
        why is inserting into an array slow
        array vs linked list
        compare arrays and linked lists
        when is a linked list better than an array?
        random access versus cheap insertion
        contiguous memory versus scattered nodes
    Parameters:
        values: what is stored; 3 to 6 items in [0, 99]; said: values, numbers
        insert: the value that is put in front; in [0, 99]; said: insert, add, new
    """
    narrator = Narrator(scene)
    numbers = [int(value) for value in values]
    row = array_row(numbers, 0.85).move_to([0.6, 1.3, 0])
    places = index_labels(row)
    chain = Chain(numbers, -1.3)
    names = VGroup(
        words("array", 30, OTHER).move_to([0, 2.55, 0]), words("linked list", 30, OTHER).move_to([0, -0.25, 0])
    )
    links = VGroup(*chain.arrows)
    shown = FadeIn(row, places, names, VGroup(*chain.boxes), chain.end, links, lag_ratio=0.02)
    narrator.say("The same values: side by side in memory, or linked by pointers.", shown)
    third = min(3, len(numbers) - 1)
    narrator.say(f"Get number {third}: the array jumps right there ...", tint(row[third], FOCUS, 0.6), wait=0.5)
    narrator.say("... the list must walk from its start.", wait=0.1)
    for box in chain.boxes[: third + 1]:
        scene.play(tint(box, FOCUS, 0.6), run_time=0.35)
    calm = [tint(box, MAIN) for box in [row[third], *chain.boxes[: third + 1]]]
    narrator.say(f"Now put {insert} in front. In the array everybody has to move ...", *calm, wait=0.1)
    for box in reversed(row):
        scene.play(box.animate.shift(0.85 * RIGHT), run_time=0.3)
    new = cell(insert, 0.85, GOOD).move_to(row[0].get_center() + 0.85 * LEFT)
    last = words(str(len(numbers)), 24, MUTED).next_to(row[-1], DOWN, buff=0.14)
    scene.play(FadeIn(new, shift=0.4 * DOWN), FadeIn(last), run_time=0.5)
    head = chain.box(insert).move_to(chain.boxes[0].get_center())
    paint_cell(head, GOOD)
    head[2].set_stroke(GOOD)
    everything = VGroup(*chain.boxes, chain.end, links)
    head.move_to(chain.boxes[0].get_center() + (chain.step / 2) * LEFT)
    shift = everything.animate.shift((chain.step / 2) * RIGHT)
    narrator.say("... in the list it is one new node and one pointer.", shift, FadeIn(head), wait=0.1)
    scene.play(GrowArrow(chain.arrow(head, chain.boxes[0], GOOD)), run_time=0.5)
    narrator.say("Read often: take the array. Insert and delete often: take the list.")
