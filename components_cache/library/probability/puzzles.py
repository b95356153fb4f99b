"""Puzzles: Monty Hall and the birthday paradox."""

import numpy as np
from manim import *

from components_cache.library.machine_learning.drawing import halo, polyline
from components_cache.library.theme import (
    FOCUS,
    GOOD,
    INK,
    MAIN,
    MUTED,
    OTHER,
    Narrator,
    formula,
    plot_axes,
    words,
)


def door(number: int, height: float = 2.4) -> VGroup:
    """A closed door: panel, knob, number."""
    panel = RoundedRectangle(
        width=0.6 * height, height=height, corner_radius=0.06, color=MAIN, fill_color=MAIN, fill_opacity=0.35
    )
    knob = Dot(panel.get_right() + 0.16 * height / 2.4 * LEFT * 1.2, radius=0.06 * height / 2.4, color=INK)
    tag = words(str(number), size=max(24, 40 * height / 2.4)).move_to(panel.get_center() + 0.25 * height * UP)
    return VGroup(panel, knob, tag)


def prize(car: bool, size: float = 1.0) -> VGroup:
    """A car (prize) or a goat (no prize), as simple pictures."""
    if car:
        body = RoundedRectangle(
            width=1.1, height=0.32, corner_radius=0.1, stroke_width=0, fill_color=GOOD, fill_opacity=1
        )
        roof = Polygon(
            [-0.35, 0.16, 0],
            [-0.2, 0.42, 0],
            [0.2, 0.42, 0],
            [0.38, 0.16, 0],
            stroke_width=0,
            fill_color=GOOD,
            fill_opacity=1,
        )
        wheels = [Dot([x, -0.17, 0], radius=0.12, color=INK) for x in (-0.3, 0.3)]
        return VGroup(body, roof, *wheels).scale(size)
    body = Ellipse(0.75, 0.42, stroke_width=0, fill_color=MUTED, fill_opacity=1)
    head = Ellipse(0.26, 0.34, stroke_width=0, fill_color=MUTED, fill_opacity=1).move_to([0.45, 0.28, 0])
    legs = [Line([x, -0.1, 0], [x, -0.42, 0], color=MUTED, stroke_width=5) for x in (-0.25, -0.1, 0.12, 0.27)]
    horns = [
        Line([0.42, 0.42, 0], [0.34, 0.6, 0], color=INK, stroke_width=4),
        Line([0.5, 0.42, 0], [0.5, 0.62, 0], color=INK, stroke_width=4),
    ]
    return VGroup(body, head, *legs, *horns).scale(size)


def monty_hall(scene: Scene, doors: int = 3, games: int = 300, seed: int = 1):
    """The Monty Hall problem: switching wins whenever the first choice was wrong.

    Tags: probability, Monty Hall, game show, three doors, goat and car, paradox, simulation
    Wishes:
        Monty Hall problem
        Monty Hall with 10 doors
        should I switch doors in the game show?
        three doors, a car and two goats
        Monty Hall
        goat behind the door
        switch or stay in the three door game
        game show paradox with doors
        why is switching doors better?
        Simulate the Monty Hall game many times
    Parameters:
        doors: number of doors; in [3, 10]; said: doors
        games: how many games are simulated; in [50, 2000]; said: games, times, trials
        seed: random seed; in [1, 99]; said: seed
    """
    narrator = Narrator(scene)
    height = min(2.4, 11.5 / doors / 0.75)
    row = (
        VGroup(*[door(n + 1, height) for n in range(doors)])
        .arrange(RIGHT, buff=min(0.9, 0.2 * height))
        .move_to(1.1 * UP)
    )
    others = "goats" if doors > 2 else "goat"
    narrator.say(
        f"{_count_word(doors)} doors: one hides a car, the others {others}.",
        LaggedStart(*[FadeIn(d) for d in row], lag_ratio=0.1),
    )
    pick, keep = 0, doors - 1 if doors == 3 else min(doors - 1, 6)
    chosen = SurroundingRectangle(row[pick], color=FOCUS, buff=0.1)
    yours = formula(r"\frac{1}{" + str(doors) + "}", size=50, color=FOCUS).next_to(row[pick], DOWN, buff=0.3)
    narrator.say("You choose one. It has the car with chance one in " + str(doors) + ".", Create(chosen), FadeIn(yours))
    rest = VGroup(*row[1:])
    brace = Brace(rest, DOWN, color=OTHER)
    theirs = formula(r"\frac{" + str(doors - 1) + "}{" + str(doors) + "}", size=50, color=OTHER).next_to(
        brace, DOWN, buff=0.15
    )
    narrator.say("All the others together hold the rest of the chance.", GrowFromCenter(brace), FadeIn(theirs))
    opened = [n for n in range(1, doors) if n != keep]
    goats = VGroup(*[prize(False, 0.4 * height).move_to(row[n]) for n in opened])
    openings = [row[n].animate.set_opacity(0.08) for n in opened]
    how = "a door with a goat" if len(opened) == 1 else f"{len(opened)} doors with goats"
    narrator.say(f"The host, who knows, opens {how}.", *openings, FadeIn(goats))
    small = Brace(row[keep], DOWN, color=OTHER)
    narrator.say(
        "That cannot change your door. The whole rest now sits behind one door!",
        Transform(brace, small),
        theirs.animate.next_to(small, DOWN, buff=0.15),
    )
    table = VGroup(words("stay", size=30, color=FOCUS), words("switch", size=30, color=OTHER)).arrange(
        DOWN, buff=0.35, aligned_edge=LEFT
    )
    table.move_to(1.75 * DOWN + 4.9 * LEFT)
    narrator.say(
        f"Not convinced? Play {games} games both ways.",
        VGroup(row, chosen, goats, yours, brace, theirs).animate.scale(0.72).shift(0.75 * UP),
        FadeIn(table),
    )
    rng = np.random.default_rng(seed)
    stay = rng.integers(0, doors, games) == 0
    bars = [_win_bar(table[0], FOCUS), _win_bar(table[1], OTHER)]
    progress = ValueTracker(0)
    wins = np.concatenate([[0], stay.cumsum()])
    for bar, series in zip(bars, (wins, np.arange(games + 1) - wins), strict=True):
        _grow_bar(bar, series, progress, games)
        scene.add(bar)
    scene.play(progress.animate.set_value(games), run_time=4, rate_func=linear)
    for bar in bars:
        for part in bar:
            part.clear_updaters()
    narrator.say(f"Switching loses only if the first guess was right: it wins {doors - 1} out of {doors}.", wait=2.4)


def _count_word(count: int) -> str:
    return {3: "Three", 4: "Four", 5: "Five", 6: "Six", 7: "Seven", 8: "Eight", 9: "Nine", 10: "Ten"}[count]


def _win_bar(name: Text, color) -> VGroup:
    start = np.array([-4.0, name.get_center()[1], 0])
    bar = Rectangle(width=0.01, height=0.34, stroke_width=0, fill_color=color, fill_opacity=0.9).move_to(
        start, aligned_edge=LEFT
    )
    return VGroup(bar, Integer(0, unit=r"\%\text{ won}", font_size=36, color=color).next_to(bar, RIGHT, buff=0.2))


def _grow_bar(bar: VGroup, series: np.ndarray, progress: ValueTracker, games: int) -> None:
    """Let the bar follow the wins so far, as a share of all games."""
    start = bar[0].get_left()

    def stretch(box) -> None:
        done = int(progress.get_value())
        box.stretch_to_fit_width(max(0.01, 7.6 * series[done] / games)).move_to(start, aligned_edge=LEFT)

    def count(number) -> None:
        done = max(1, int(progress.get_value()))
        number.set_value(round(100 * series[done] / done)).next_to(bar[0], RIGHT, buff=0.2)

    bar[0].add_updater(stretch)
    bar[1].add_updater(count)


def birthday_paradox(scene: Scene, people: int = 23, days: int = 365, seed: int = 7):
    """The birthday paradox: 23 people are enough for an even chance of a shared birthday.

    Tags: probability, birthday paradox, birthday problem, pairs, collision, complement
    Wishes:
        birthday paradox
        birthday problem with 30 people
        how many people are needed for a shared birthday?
        why are 23 people enough?
        birthday problem
        probability that two people share a birthday
        shared birthday in a class
        how many people until two have the same birthday?
        same birthday in a room of 30
    Parameters:
        people: number of people in the room; in [5, 60]; said: people, students, persons
        days: length of the year; in [100, 1000]; said: days
        seed: random seed; in [1, 99]; said: seed
    """
    narrator = Narrator(scene)
    people = int(people)
    centre, radius = 3.9 * LEFT + 0.1 * UP, 2.35
    angles = PI / 2 - TAU * np.arange(people) / people
    dots = VGroup(
        *[Dot(centre + radius * np.array([np.cos(a), np.sin(a), 0]), color=MAIN, radius=0.09) for a in angles]
    )
    narrator.say(
        f"{people} people in a room. Do two share a birthday?", LaggedStart(*map(GrowFromCenter, dots), lag_ratio=0.05)
    )
    first = VGroup(*[Line(dots[0].get_center(), d.get_center(), color=FOCUS, stroke_width=2) for d in dots[1:]])
    narrator.say("It is not about you: that would be only these pairs.", Create(first, lag_ratio=0.05))
    web = VMobject(color=MUTED, stroke_width=1, stroke_opacity=0.6)
    for i in range(1, people):
        for j in range(i + 1, people):
            web.start_new_path(dots[i].get_center())
            web.add_line_to(dots[j].get_center())
    pairs = people * (people - 1) // 2
    count = formula(rf"\frac{{{people} \cdot {people - 1}}}{{2}} = {pairs}", r"\text{ pairs}", size=42).move_to(
        3.4 * RIGHT + 2.3 * UP
    )
    narrator.say(
        f"Any two people will do: {pairs} pairs, each a chance of 1 in {days}.", Create(web, run_time=2), FadeIn(count)
    )
    most = max(60, people)
    chance = 1 - np.cumprod(1 - np.arange(most) / days)
    axes = plot_axes([0, most, 10], [0, 1, 0.5], width=5.4, height=3.0, numbers=False).move_to(
        3.5 * RIGHT + 0.75 * DOWN
    )
    marks = VGroup(
        *[
            words(t, size=24, color=MUTED).next_to(axes.c2p(0, v), LEFT, buff=0.15)
            for t, v in (("50%", 0.5), ("100%", 1))
        ],
        *[
            words(str(v), size=24, color=MUTED).next_to(axes.c2p(v, 0), DOWN, buff=0.15)
            for v in range(20, most + 1, 20)
        ],
    )
    rule = formula(
        r"P(\text{all different}) = \tfrac{"
        + f"{days}"
        + r"}{"
        + f"{days}"
        + r"} \cdot \tfrac{"
        + f"{days - 1}"
        + r"}{"
        + f"{days}"
        + r"} \cdot \tfrac{"
        + f"{days - 2}"
        + r"}{"
        + f"{days}"
        + r"} \cdots",
        size=36,
    )
    rule.move_to(3.2 * RIGHT + 1.5 * UP)
    narrator.say("Each newcomer must avoid all the days that are taken.", Write(rule))
    curve = polyline(axes, np.arange(1, most + 1), chance, FOCUS, 4)
    narrator.say(
        "The chance that all differ melts away; the chance of a match climbs.",
        FadeIn(axes, marks),
        Create(curve, run_time=2.5),
    )
    p = float(chance[people - 1])
    spot = Dot(axes.c2p(people, p), color=GOOD, radius=0.1)
    lines = VGroup(
        DashedLine(axes.c2p(people, 0), spot.get_center(), color=GOOD),
        DashedLine(axes.c2p(0, p), spot.get_center(), color=GOOD),
    )
    side = UP if people < 14 else LEFT + UP
    value = halo(words(f"{p:.0%}" if p < 0.995 else f"{p:.1%}", size=32, color=GOOD)).next_to(spot, side, buff=0.12)
    same = _shared_days(np.random.default_rng(seed), people, days)
    links = [Create(Line(dots[i].get_center(), dots[j].get_center(), color=GOOD, stroke_width=6)) for i, j in same]
    ring = [dots[k].animate.set_color(GOOD).scale(1.5) for pair in same for k in pair]
    narrator.say(
        f"With {people} people the chance of a shared birthday is {p:.0%}.",
        Create(lines),
        FadeIn(spot, value),
        first.animate.set_stroke(MUTED, 1),
        *links,
        *ring,
        wait=2.4,
    )


def _shared_days(rng, people: int, days: int) -> list[tuple[int, int]]:
    """One pair that shares a day in a random room, if there is one."""
    birthdays = rng.integers(0, days, people)
    for i in range(people):
        for j in range(i + 1, people):
            if birthdays[i] == birthdays[j]:
                return [(i, j)]
    return []
