"""Reinforcement learning: value iteration in a grid world."""

import numpy as np
from manim import *

from components_cache.library.theme import BACKGROUND, BAD, FOCUS, GHOST, GOOD, INK, MUTED, Narrator, formula, words

STEPS = [(0, 1), (0, -1), (-1, 0), (1, 0)]


def grid_targets(columns: int, rows: int, walls: set, pits: set, goal: tuple) -> dict:
    """For every free cell the four cells that its moves lead to (walls and borders push back)."""
    cells = {(c, r) for c in range(columns) for r in range(rows)} - walls
    free = cells - pits - {goal}
    return {(c, r): [(c + x, r + y) if (c + x, r + y) in cells else (c, r) for x, y in STEPS] for c, r in free}


def value_iteration(scene: Scene, columns: int = 6, rows: int = 4, discount: float = 0.9, seed: int = 3):
    """Value iteration: the value of the goal spreads through a grid world, step by step.

    Each cell takes the best of its neighbours, times a discount; arrows then point uphill in value, which is the best policy.

    Tags: machine learning, reinforcement learning, grid world, value iteration, Bellman equation, policy, reward
    Wishes:
        reinforcement learning grid world
        value iteration
        how does an agent learn the way to a goal?
        Bellman equation in a grid world with discount 0.8
        reinforcement learning
        Bellman equation
        agent in a grid world
        discounted rewards
        how do rewards propagate backwards?
        optimal policy in a maze
    Parameters:
        columns: width of the world; in [4, 8]; said: columns, width
        rows: height of the world; in [3, 5]; said: rows, height
        discount: worth of a reward one step later; in [0.5, 0.97]; said: discount, gamma
        seed: random seed of the walls; in [1, 99]; said: seed
    """
    narrator = Narrator(scene)
    goal, start = (columns - 1, rows - 1), (0, 0)
    walls, pits, targets = _open_world(columns, rows, goal, start, seed)
    side = min(9.0 / columns, 5.3 / rows, 1.25)
    origin = np.array([-2.0 - side * (columns - 1) / 2, 0.05 - side * (rows - 1) / 2, 0])

    def spot(cell: tuple) -> np.ndarray:
        return origin + side * np.array([cell[0], cell[1], 0])

    boxes = {}
    for c in range(columns):
        for r in range(rows):
            color = GHOST if (c, r) in walls else BACKGROUND
            boxes[c, r] = Square(side, stroke_color=MUTED, stroke_width=1.5, fill_color=color, fill_opacity=1).move_to(
                spot((c, r))
            )
    boxes[goal].set_fill(GOOD, 0.9)
    for pit in pits:
        boxes[pit].set_fill(BAD, 0.9)
    marks = VGroup(
        words("+1", size=30, color=BACKGROUND).move_to(spot(goal)),
        *[words("−1", size=30, color=BACKGROUND).move_to(spot(p)) for p in pits],
    )
    narrator.say("A little world: a goal, a pit, and walls.", FadeIn(VGroup(*boxes.values())), FadeIn(marks))
    values = dict.fromkeys(targets, 0.0) | {goal: 1.0} | dict.fromkeys(pits, -1.0)
    numbers = {cell: words("0", size=26, color=MUTED).move_to(spot(cell)) for cell in targets}
    rule = formula(r"V(s) = \gamma", r"\max_a", r"V(s')", size=42).move_to(4.95 * RIGHT + 1.9 * UP)
    rule[2].set_color(FOCUS)
    gamma = formula(rf"\gamma = {discount:g}", size=40).next_to(rule, DOWN, buff=0.4)
    narrator.say("How good is it to be in a cell? At first nobody knows.", FadeIn(*numbers.values()))
    narrator.say("Each cell takes the best of its neighbours, a little discounted.", Write(rule), FadeIn(gamma))
    counter = (
        VGroup(words("sweep", size=28, color=MUTED), Integer(1, font_size=42))
        .arrange(RIGHT, buff=0.2)
        .next_to(gamma, DOWN, buff=0.6)
    )
    scene.play(FadeIn(counter), run_time=0.3)
    for sweep in range(1, columns + rows + 6):
        fresh = {cell: discount * max(values[t] for t in options) for cell, options in targets.items()}
        changed = [cell for cell in targets if abs(fresh[cell] - values[cell]) > 1e-9]
        if not changed:
            break
        values |= fresh
        counter[1].set_value(sweep)
        moves = []
        for cell in changed:
            new = words(f"{values[cell]:.2f}".replace("-", "−"), size=26, color=INK).move_to(spot(cell))
            shade = interpolate_color(
                ManimColor(BACKGROUND), ManimColor(FOCUS if values[cell] > 0 else BAD), 0.55 * min(1, abs(values[cell]))
            )
            moves += [boxes[cell].animate.set_fill(shade, 1), FadeOut(numbers[cell]), FadeIn(new)]
            numbers[cell] = new
        scene.play(*moves, run_time=1.0 if sweep < 3 else 0.55)
        scene.wait(0.3 if sweep < 3 else 0.05)
    narrator.say("Sweep by sweep the value of the goal has spread to every cell.", wait=0.6)
    arrows = VGroup()
    for cell, options in targets.items():
        best = int(np.argmax([values[t] for t in options]))
        arrow = Arrow(
            ORIGIN,
            0.42 * side * np.array([*STEPS[best], 0]),
            buff=0,
            color=INK,
            stroke_width=5,
            max_tip_length_to_length_ratio=0.4,
        )
        arrows.add(arrow.move_to(spot(cell)))
    narrator.say(
        "Now in every cell simply step towards the best value: that is the policy.",
        FadeOut(*[numbers[c] for c in targets]),
        LaggedStart(*map(GrowArrow, arrows), lag_ratio=0.03),
    )
    path, here = [start], start
    while here in targets and len(path) < 40:
        here = targets[here][int(np.argmax([values[t] for t in targets[here]]))]
        path.append(here)
    ball = Dot(spot(start), color=FOCUS, radius=0.2)
    track = VMobject().set_points_as_corners([spot(cell) for cell in path])
    scene.play(FadeIn(ball, scale=2), run_time=0.4)
    narrator.say(
        f"From the corner the goal is {len(path) - 1} steps away, by the safest shortest way.",
        MoveAlongPath(ball, track, run_time=3, rate_func=linear),
        FadeOut(marks[0], run_time=3),
        wait=2,
    )


def _open_world(columns: int, rows: int, goal: tuple, start: tuple, seed: int) -> tuple[set, set, dict]:
    """Random walls and one pit that leave a way from start to goal."""
    rng = np.random.default_rng(seed)
    while True:
        cells = [(c, r) for c in range(columns) for r in range(rows) if (c, r) not in (goal, start)]
        order = rng.permutation(len(cells))
        walls = {cells[k] for k in order[: columns * rows // 6]}
        pits = {cells[order[-1]]}
        targets = grid_targets(columns, rows, walls, pits, goal)
        reached, frontier = {start}, [start]
        while frontier:
            cell = frontier.pop()
            fresh = [t for t in targets.get(cell, []) if t not in reached]
            reached |= set(fresh)
            frontier += fresh
        if goal in reached and all(cell in reached for cell in targets):
            return walls, pits, targets
