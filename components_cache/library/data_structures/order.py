"""The order in which things leave: a stack and a queue side by side."""

import numpy as np
from manim import *

from components_cache.library.algorithms.array import cell
from components_cache.library.theme import MUTED, OTHER, WARM, Narrator, words

PILE_X, LANE_X = -3.6, 3.3
FLOOR_Y, LANE_Y, OUT_Y = -1.3, 0.3, -2.25
ITEM_COLORS = [BLUE_C, YELLOW, GREEN_C, PURPLE_B, PINK]


def stack_and_queue(scene: Scene, values: list[int] = [1, 2, 3, 4]):
    """Stack and queue: the same items go into both, and come out in opposite orders.

    Tags: data structures, stack, queue, comparison, LIFO, FIFO, push, pop, enqueue, dequeue
    Wishes:
        stack and queue
        stack vs queue
        stack and queue difference
        LIFO and FIFO
        LIFO vs FIFO
        difference between a stack and a queue
        compare stacks and queues
        last in first out versus first in first out
        push the same numbers into a stack and a queue
        when do I use a stack and when a queue?
        Visualize a stack and a queue side by side
    Parameters:
        values: what is put into both, in this order; 3 to 5 items in [0, 999]; said: values, numbers, items, elements
    """
    narrator = Narrator(scene)
    items = [int(value) for value in values]
    side = min(0.78, 3.1 / len(items))
    names = VGroup(words("stack", 36, OTHER).move_to([PILE_X, 2.5, 0]), words("queue", 36, WARM))
    names[1].move_to([LANE_X, 2.43, 0])
    rooms = VGroup(_tray(len(items), side), _lane(len(items), side))
    narrator.say("Two ways to keep things: a pile, and a waiting line.", FadeIn(names), Create(rooms), wait=0.5)
    stacked = [cell(item, side, color, 32) for item, color in zip(items, ITEM_COLORS, strict=False)]
    queued = [box.copy() for box in stacked]
    narrator.say("Put the same items into both, one after the other.", wait=0)
    for place in range(len(items)):
        _put_in(scene, stacked[place], queued[place], place, len(items), side)
    top, front = _sign("top", OTHER), _sign("front", WARM, DOWN)
    top.next_to(stacked[-1], LEFT, buff=0.25), front.next_to(queued[0], UP, buff=0.25)
    narrator.say("Now take one out of each.", FadeIn(top, front), wait=0.3)
    kept = (list(stacked), list(queued))
    for step in range(len(items)):
        _take_out(scene, kept, step, len(items), side, top)
        if step == 0:
            narrator.say("The stack gives the newest item, the queue the oldest.", wait=1)
    scene.wait(0.4)
    scene.play(FadeOut(rooms, top, front), run_time=0.5)
    _compare(scene, narrator, stacked, queued)


def _tray(count: int, side: float) -> VMobject:
    """An open box for a pile."""
    half, high = side / 2 + 0.12, FLOOR_Y + side * count + 0.15
    corners = [[-half, high], [-half, FLOOR_Y - 0.08], [half, FLOOR_Y - 0.08], [half, high]]
    return VMobject(color=MUTED, stroke_width=5).set_points_as_corners([[PILE_X + x, y, 0] for x, y in corners])


def _lane(count: int, side: float) -> VGroup:
    """Two rails for a waiting line, open at both ends."""
    half, gap = side * count / 2 + 0.3, side / 2 + 0.12
    return VGroup(
        *[
            Line([LANE_X - half, y, 0], [LANE_X + half, y, 0], color=MUTED, stroke_width=5)
            for y in (LANE_Y - gap, LANE_Y + gap)
        ]
    )


def _sign(text: str, color, way=RIGHT) -> VGroup:
    """A word with an arrow to the place where things leave."""
    arrow = Arrow(ORIGIN, 0.6 * way, color=color, buff=0, stroke_width=5, max_tip_length_to_length_ratio=0.4)
    return VGroup(words(text, 28, color), arrow).arrange(way, buff=0.12)


def _on_pile(place: int, side: float) -> np.ndarray:
    return np.array([PILE_X, FLOOR_Y + side * (place + 0.5), 0])


def _in_line(place: int, count: int, side: float) -> np.ndarray:
    """The place in the line, counted from the front at the right."""
    return np.array([LANE_X + side * (count / 2 - place - 0.5), LANE_Y, 0])


def _over(*points) -> VMobject:
    return VMobject().set_points_smoothly([np.array(point, dtype=float) for point in points])


def _put_in(scene: Scene, high: VGroup, low: VGroup, place: int, count: int, side: float) -> None:
    """One item appears in the middle, and a copy of it goes each way."""
    source = np.array([0, 2.2, 0])
    high.move_to(source), low.move_to(source)
    scene.play(FadeIn(high, scale=1.4), run_time=0.3)
    scene.add(low)
    back = [LANE_X - side * count / 2 - 0.5, LANE_Y, 0]
    scene.play(
        MoveAlongPath(high, _over(source, [PILE_X + 0.5, 2.05, 0], _on_pile(place, side))),
        MoveAlongPath(low, _over(source, back, _in_line(place, count, side))),
        run_time=0.9,
    )


def _take_out(scene: Scene, kept, step: int, count: int, side: float, top: VGroup) -> None:
    """The top of the pile and the front of the line leave; the others in the line move up."""
    pile, line = kept
    high, low = pile.pop(), line.pop(0)
    slot = (side + 0.12) * (step - (count - 1) / 2)
    left, right = [PILE_X + slot, OUT_Y, 0], [LANE_X + slot, OUT_Y, 0]
    out_of_tray = _over(high.get_center(), [PILE_X + 0.3, 2.0, 0], [PILE_X + 1.7, 0.3, 0], left)
    end = LANE_X + side * count / 2 + 0.7
    out_of_lane = _over(low.get_center(), [end, LANE_Y - 0.2, 0], [end - 0.3, LANE_Y - 1.2, 0], right)
    scene.play(MoveAlongPath(high, out_of_tray), MoveAlongPath(low, out_of_lane), run_time=1.0)
    if pile:
        moves = [box.animate.move_to(_in_line(i, count, side)) for i, box in enumerate(line)]
        scene.play(*moves, top.animate.next_to(pile[-1], LEFT, buff=0.25), run_time=0.4)


def _compare(scene: Scene, narrator: Narrator, stacked: list, queued: list) -> None:
    """What went in above what came out, on both sides, and what each is good for."""
    verdicts = VGroup()
    moves = []
    for x, boxes, color, text, turned in (
        (PILE_X, stacked, OTHER, "last in, first out", True),
        (LANE_X, queued, WARM, "first in, first out", False),
    ):
        ins = VGroup(*[box.copy() for box in boxes]).arrange(RIGHT, buff=0.12).move_to([x + 0.3, 0.85, 0])
        outs = VGroup(*(boxes[::-1] if turned else boxes))
        moves.append(outs.animate.move_to([x + 0.3, -0.45, 0]))
        told = VGroup(words("in", 28, MUTED), words("out", 28, MUTED))
        for word, y in zip(told, (0.85, -0.45), strict=True):
            word.next_to([ins.get_left()[0], y, 0], LEFT, buff=0.25)
        verdicts.add(VGroup(words(text, 32, color).move_to([x, 1.75, 0]), told, ins))
    narrator.say("The stack turns the order around, the queue keeps it.", *moves, FadeIn(verdicts))
    uses = VGroup(words("undo, back button, nested calls", 28), words("printers, web servers, fair turns", 28))
    uses[0].move_to([PILE_X, -1.8, 0]), uses[1].move_to([LANE_X, -1.8, 0])
    narrator.say("Reverse order needs a stack; fairness needs a queue.", FadeIn(uses), wait=2)
