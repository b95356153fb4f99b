"""Hash tables: buckets, collisions, chains and probing."""

from manim import *

from components_cache.library.algorithms.array import cell, paint_cell
from components_cache.library.theme import BAD, FOCUS, GHOST, GOOD, MUTED, OTHER, WARM, Narrator, words


def hash_table_chaining(scene: Scene, values: list[int] = [23, 12, 44, 31, 8, 26, 15], buckets: int = 7):
    """Hash table: the remainder tells the bucket, and keys that collide are chained.

    Tags: data structures, hashing, dictionary, collisions, separate chaining, modulo
    Wishes:
        how a hash table handles collisions
        hash table with chaining
        hash map with 5 buckets
        how does a dictionary find a key so fast
        hash map
        hash collisions with linked lists in buckets
        how does a hash function choose a bucket?
        hashing with separate chaining
        what happens when two keys hash to the same slot?
        Animate inserting keys into buckets of a hash table
    Parameters:
        values: the keys that are stored; 3 to 10 items in [0, 99]; said: values, keys, numbers
        buckets: how many buckets; in [3, 8]; said: buckets, slots, size, modulo, mod
    """
    narrator = Narrator(scene)
    keys = list(dict.fromkeys(int(value) for value in values))
    side = min(0.72, 5.2 / buckets)
    table = _buckets(buckets, side, -1.6)
    chains: dict[int, list[VGroup]] = {n: [] for n in range(buckets)}
    longest = max([sum(key % buckets == n for key in keys) for n in range(buckets)])
    step = min(1.6 * side, 7.0 / max(1, longest))
    narrator.say(
        f"{buckets} buckets. Where should a key go, so that we find it again at once?", FadeIn(table, lag_ratio=0.1)
    )
    crowded = False
    for number, key in enumerate(keys):
        home = key % buckets
        pace = 0.7 if number < 3 else 0.45
        new, sum_shown = _hashed(scene, key, buckets, side, pace)
        if number == 0:
            narrator.say(f"A hash function decides: here the remainder of division by {buckets}.", wait=0.6)
        if chains[home] and not crowded:
            crowded = True
            narrator.say("A collision: this bucket is taken.", table[home][0].animate.set_stroke(BAD, 4), wait=0.5)
        before = chains[home][-1] if chains[home] else table[home]
        goal = [table[home].get_x() + 0.55 + side + step * len(chains[home]), table[home].get_y(), 0]
        link = Arrow(before.get_right(), goal + (side / 2 - 0.02) * LEFT, buff=0.06, color=MUTED, stroke_width=3)
        link.set_z_index(-1)
        scene.play(new.animate.move_to(goal), FadeOut(sum_shown), run_time=pace)
        scene.play(GrowArrow(link), run_time=0.3)
        paint_cell(new, WARM if chains[home] else OTHER, 0.3)
        if chains[home] and len(chains[home]) == 1 and table[home][0].get_stroke_color() == ManimColor(BAD):
            narrator.say("So the bucket keeps a chain, and the new key goes to its end.", wait=0.4)
            table[home][0].set_stroke(GHOST, 2.5)
        chains[home].append(new)
    _look_up(scene, narrator, chains, table, keys[-1], buckets, side)
    text = f"Only one bucket was searched, not all {len(keys)} keys."
    narrator.say(text if longest < len(keys) else "With all keys in one bucket, hashing has gained nothing.")
    narrator.say("With enough buckets the chains stay short: finding takes constant time on average.")


def _buckets(count: int, side: float, x: float) -> VGroup:
    made = VGroup()
    for number in range(count):
        box = Square(side - 0.06, color=GHOST, stroke_width=2.5).set_fill(GHOST, 0.25)
        box.move_to([x, 0.05 + side * ((count - 1) / 2 - number), 0])
        made.add(VGroup(box, words(str(number), 24, MUTED).move_to(box)))
    return made


def _hashed(scene: Scene, key: int, buckets: int, side: float, pace: float) -> tuple[VGroup, VGroup]:
    """Show a key and the sum that tells its bucket."""
    new = cell(key, min(0.62, side * 0.86), FOCUS, 26).move_to([-4.6, 0.9, 0])
    told = words(f"{key} mod {buckets} = {key % buckets}", 34, FOCUS).move_to([-4.6, 0, 0])
    scene.play(FadeIn(new, shift=0.3 * DOWN), FadeIn(told), run_time=pace)
    scene.wait(0.5 * pace)
    return new, told


def _look_up(scene: Scene, narrator: Narrator, chains, table: VGroup, key: int, buckets: int, side: float) -> None:
    """Find a key again: one sum, then a walk along one chain."""
    home = key % buckets
    told = words(f"{key} mod {buckets} = {home}", 34, FOCUS).move_to([-4.6, 0, 0])
    narrator.say(f"To find {key} again: the same sum, then walk along that one chain.", FadeIn(told), wait=0.3)
    scene.play(table[home][0].animate.set_stroke(FOCUS, 4), run_time=0.4)
    for box in chains[home]:
        scene.play(box[0].animate.set_stroke(FOCUS).set_fill(FOCUS, 0.5), run_time=0.4)
    scene.play(chains[home][-1][0].animate.set_stroke(GOOD).set_fill(GOOD, 0.6), run_time=0.4)


def hash_table_probing(scene: Scene, values: list[int] = [23, 12, 44, 31, 8, 15], buckets: int = 8):
    """Hash table with open addressing: a key whose slot is taken tries the next one.

    Tags: data structures, hashing, collisions, open addressing, linear probing, modulo
    Wishes:
        hash table with linear probing
        open addressing collision resolution
        how does linear probing work
        closed hashing with linear probing
        when a slot is occupied try the next one
        hash table collision resolution without lists
        Animate open addressing in a hash table
    Parameters:
        values: the keys that are stored, at most one for each slot; 3 to 10 items in [0, 99]; said: values, keys, numbers
        buckets: how many slots; in [4, 12]; said: buckets, slots, size, modulo, mod
    """
    narrator = Narrator(scene)
    keys = list(dict.fromkeys(int(value) for value in values))[:buckets]
    side = min(1.2, 12.4 / buckets)
    slots = VGroup(*[Square(side - 0.06, color=GHOST, stroke_width=2.5).set_fill(GHOST, 0.2) for _ in range(buckets)])
    slots.arrange(RIGHT, buff=0.06).move_to(0.9 * DOWN)
    numbers = VGroup(*[words(str(n), 26, MUTED).next_to(slot, DOWN, buff=0.15) for n, slot in enumerate(slots)])
    narrator.say("Every slot has room for one key only.", FadeIn(slots, numbers, lag_ratio=0.05), wait=0.4)
    taken: dict[int, int] = {}
    probes, told = 0, False
    for number, key in enumerate(keys):
        pace = 0.6 if number < 3 else 0.4
        new = cell(key, min(0.9, side - 0.16), FOCUS, 28).move_to([-1.9, 1.9, 0])
        shown = words(f"{key} mod {buckets} = {key % buckets}", 34, FOCUS).next_to(new, RIGHT, buff=0.5)
        scene.play(FadeIn(new, shift=0.2 * DOWN), FadeIn(shown), run_time=pace)
        place = key % buckets
        scene.play(new.animate.move_to(slots[place].get_center() + (side + 0.05) * UP), run_time=pace)
        probes += 1
        while place in taken:
            slots[place].set_stroke(BAD, 4)
            if not told:
                told = True
                narrator.say("Taken! Then simply try the next slot, and the next ...", wait=0.3)
            scene.wait(0.25)
            slots[place].set_stroke(GHOST, 2.5)
            place = (place + 1) % buckets
            probes += 1
            scene.play(new.animate.move_to(slots[place].get_center() + (side + 0.05) * UP), run_time=pace)
        color = OTHER if place == key % buckets else WARM
        scene.play(new.animate.move_to(slots[place]), FadeOut(shown), run_time=0.35)
        paint_cell(new, color, 0.3)
        taken[place] = key
    narrator.say(f"{len(keys)} keys needed {probes} looks. Orange keys are not in their own slot.")
    narrator.say("Full stretches grow together, so keep a good part of the table empty.")
