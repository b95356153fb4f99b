"""The Tower of Hanoi."""

from manim import *

from components_cache.library.algorithms.bars import Tally, brisk
from components_cache.library.theme import FOCUS, MUTED, PALETTE, Narrator, words


def tower_of_hanoi(scene: Scene, discs: int = 4):
    """Tower of Hanoi: a tower moves disc by disc, never a larger disc on a smaller one.

    Tags: algorithms, recursion, puzzle, powers of two
    Wishes:
        Tower of Hanoi with 4 discs
        solve the towers of Hanoi recursively
        Hanoi puzzle with 3 disks
        why does the Tower of Hanoi need 2^n - 1 moves
        three pegs and a stack of disks
        move all rings from one peg to another without putting a bigger one on a smaller one
        how many moves does the Hanoi puzzle take?
        recursive algorithm for the Hanoi tower
        Animate the solution of the Tower of Hanoi puzzle move by move
        Hanoi
    Parameters:
        discs: how many discs; in [1, 6]; said: discs, disks, rings, plates, n
    """
    narrator = Narrator(scene)
    pegs, towers = _pegs(), [[], [], []]
    pile = VGroup()
    for size in range(discs, 0, -1):
        disc = _disc(size, discs)
        _drop_point(pegs, towers, disc, 0)
        towers[0].append(disc)
        pile.add(disc)
    moves = Tally("moves", FOCUS, 32).move_to([0, 2.45, 0])
    total = 2**discs - 1
    narrator.say(
        "Bring the tower to the last peg, one disc at a time ...",
        FadeIn(pegs),
        FadeIn(pile, lag_ratio=0.2),
        FadeIn(moves),
    )
    narrator.say("... and never put a larger disc on a smaller one.", wait=0.8)
    pace = brisk(17, total, 1.1, 0.24)
    plan = _moves(discs, 0, 2, 1)
    for number, (source, goal) in enumerate(plan):
        if discs > 1 and number == 0:
            narrator.say(f"First the {_smaller(discs - 1)} to the middle peg, out of the way.", wait=0.2)
        if discs > 1 and number == total // 2:
            narrator.say("Now the largest disc can go to its place.", wait=0.2)
        if discs > 1 and number == total // 2 + 1:
            narrator.say(f"Then the {_smaller(discs - 1)} once more, on top of it.", wait=0.2)
        _carry(scene, pegs, towers, source, goal, max(pace, 0.8) if number == total // 2 else pace)
        moves.up()
    narrator.say(f"Done in {total} moves: $2 \\cdot {(total - 1) // 2} + 1 = 2^{discs} - 1$.")
    narrator.say("One more disc doubles the moves and adds one: $M_{n+1} = 2 M_n + 1$.")


def _smaller(count: int) -> str:
    return "smaller disc" if count == 1 else f"{count} smaller discs"


def _moves(discs: int, source: int, goal: int, spare: int) -> list[tuple[int, int]]:
    """The moves (from, to) that bring `discs` discs from `source` to `goal`."""
    if discs == 0:
        return []
    before = _moves(discs - 1, source, spare, goal)
    return [*before, (source, goal), *_moves(discs - 1, spare, goal, source)]


def _pegs() -> VGroup:
    made = VGroup()
    for x, name in zip((-4.3, 0, 4.3), "ABC", strict=True):
        rod = Rectangle(width=0.14, height=3.7, stroke_width=0, fill_color=MUTED, fill_opacity=0.55)
        foot = Rectangle(width=3.9, height=0.12, stroke_width=0, fill_color=MUTED, fill_opacity=0.55)
        rod.move_to([x, -1.95, 0], aligned_edge=DOWN)
        foot.move_to([x, -2.01, 0])
        made.add(VGroup(rod, foot, words(name, 30, MUTED).move_to([x, -2.42, 0])))
    return made


def _disc(size: int, discs: int) -> RoundedRectangle:
    height = min(0.62, 3.0 / discs)
    width = 0.9 + 2.7 * size / max(discs, 3)
    disc = RoundedRectangle(corner_radius=0.45 * height, width=width, height=height - 0.04, stroke_width=0)
    return disc.set_fill(PALETTE[(size - 1) % len(PALETTE)], 1)


def _drop_point(pegs: VGroup, towers, disc: Mobject, goal: int) -> Mobject:
    """Put a disc on top of tower `goal` (without noting it there)."""
    top = towers[goal][-1].get_top()[1] + 0.04 if towers[goal] else -1.93
    return disc.move_to([pegs[goal][0].get_x(), top + disc.height / 2, 0])


def _carry(scene: Scene, pegs: VGroup, towers, source: int, goal: int, pace: float) -> None:
    """Lift the top disc, carry it over and set it down, in `pace` seconds."""
    disc = towers[source].pop()
    end = _drop_point(pegs, towers, disc.copy(), goal).get_center()
    start = disc.get_center()
    path = VMobject().set_points_smoothly(
        [start, [start[0], 1.75, 0], [(start[0] + end[0]) / 2, 2.0, 0], [end[0], 1.75, 0], end]
    )
    towers[goal].append(disc)
    scene.play(MoveAlongPath(disc, path), run_time=pace)
