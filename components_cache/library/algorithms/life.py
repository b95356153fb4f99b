"""Conway's Game of Life."""

import numpy as np
from manim import *

from components_cache.library.theme import FOCUS, GHOST, Narrator


def game_of_life(scene: Scene, pattern: str = "gun", generations: int = 48, seed: int = 1):
    """Game of Life: three rules about neighbours bring a grid of cells to life.

    Tags: algorithms, cellular automaton, Conway, emergence, simulation
    Wishes:
        Conway's game of life
        game of life glider gun
        game of life with a random start
        cellular automaton
        Conway
        cells that are born and die by simple rules
        glider
        how can simple rules make complex patterns?
        cellular automata
    Parameters:
        pattern: what it starts with; one of: gun, glider, random, pulsar, acorn; said: pattern, start
        generations: how many steps; in [5, 60]; said: generations, steps
        seed: picks the random start; in [0, 999]; said: seed
    """
    narrator = Narrator(scene)
    rows, columns, side = 18, 42, 0.305
    alive = _seeded(pattern, rows, columns, seed)
    frame = Rectangle(width=columns * side + 0.1, height=rows * side + 0.1, color=GHOST, stroke_width=2)
    cells = _living(alive, side)
    narrator.say("Each square is alive or dead. Its eight neighbours decide.", Create(frame), FadeIn(cells), wait=0.8)
    narrator.say("With two or three living neighbours it stays alive, otherwise it dies.", wait=1)
    narrator.say("A dead square with exactly three living neighbours comes to life.", wait=1)
    pace = max(0.14, min(0.4, 12 / generations))
    for step in range(generations):
        born = _next_generation(alive)
        if not (born != alive).any():
            break
        alive = born
        fresh = _living(alive, side)
        scene.remove(cells)
        scene.add(fresh)
        cells = fresh
        scene.wait(pace if step > 4 else 0.45)
    count = int(alive.sum())
    narrator.say(f"After {generations} generations {count} cells are alive.")
    narrator.say("Simple rules, rich behaviour: nobody designed what they do.")


def _next_generation(alive: np.ndarray) -> np.ndarray:
    """One step of the rules, on a torus."""
    around = sum(np.roll(alive, (dy, dx), (0, 1)) for dy in (-1, 0, 1) for dx in (-1, 0, 1) if dy or dx)
    return ((around == 3) | (alive.astype(bool) & (around == 2))).astype(int)


def _living(alive: np.ndarray, side: float) -> VGroup:
    rows, columns = alive.shape
    model = Square(side - 0.04, stroke_width=0).set_fill(FOCUS, 1)
    spots = [[(c - (columns - 1) / 2) * side, 0.05 + ((rows - 1) / 2 - r) * side, 0] for r, c in np.argwhere(alive)]
    return VGroup(*[model.copy().move_to(spot) for spot in spots])


def _seeded(pattern: str, rows: int, columns: int, seed: int) -> np.ndarray:
    """The grid at the start."""
    alive = np.zeros((rows, columns), dtype=int)
    if pattern == "random":
        middle = np.random.default_rng(seed).random((10, 20)) < 0.35
        alive[4:14, 11:31] = middle
        return alive
    if pattern == "pulsar":
        quarter = [(0, 2), (0, 3), (0, 4), (2, 0), (3, 0), (4, 0), (5, 2), (5, 3), (5, 4), (2, 5), (3, 5), (4, 5)]
        for y, x in quarter:
            for a, b in ((y, x), (y, 12 - x), (12 - y, x), (12 - y, 12 - x)):
                alive[2 + a, 14 + b] = 1
        return alive
    gun = [
        "000000000000000000000000100000000000",
        "000000000000000000000010100000000000",
        "000000000000110000001100000000000011",
        "000000000001000100001100000000000011",
        "110000000010000010001100000000000000",
        "110000000010001011000010100000000000",
        "000000000010000010000000100000000000",
        "000000000001000100000000000000000000",
        "000000000000110000000000000000000000",
    ]
    shapes = {"gun": gun, "glider": ["010", "001", "111"], "acorn": ["0100000", "0001000", "1100111"]}
    spot = {"gun": (1, 3), "glider": (2, 6), "acorn": (8, 18)}[pattern]
    for r, line in enumerate(shapes[pattern]):
        for c, bit in enumerate(line):
            alive[spot[0] + r, spot[1] + c] = int(bit)
    return alive
