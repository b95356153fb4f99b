"""Bars: numbers as upright bars that are compared, swapped and finished; counters beside them."""

import numpy as np
from manim import *

from components_cache.library.theme import FOCUS, GOOD, INK, MAIN, MUTED, words


def pick_numbers(values: list[int], count: int, seed: int, low: int = 4, high: int = 60) -> list[int]:
    """The given values, or `count` different whole numbers in [low, high] drawn with `seed`."""
    if values:
        return [int(value) for value in values]
    rng = np.random.default_rng(seed)
    return [int(value) for value in rng.choice(np.arange(low, high + 1), count, replace=False)]


def brisk(seconds: float, steps: int, slowest: float = 0.5, fastest: float = 0.1) -> float:
    """Seconds for one step so that `steps` of them take about `seconds` altogether."""
    return max(fastest, min(slowest, seconds / max(1, steps)))


class Bars(VGroup):
    """Upright bars with their numbers on top. `row` lists them from left to right, also after swaps.

    `span` and `tall` are the width and height of the whole in units, `floor` the y of its lower edge; with `feet`
    the numbers stand under the bars instead of on top.
    """

    def __init__(self, values: list[int], span: float = 0, tall: float = 4.0, floor: float = -2.6, feet: bool = False):
        super().__init__()
        span = span or min(12.4, 1.25 * len(values))
        self.slot = span / len(values)
        self.first_x = -span / 2 + self.slot / 2
        self.feet = feet
        self.floor = floor + (0.4 if feet else 0)
        self.unit = tall / max(values)
        self.row = [self._bar(value, place) for place, value in enumerate(values)]
        self.add(*self.row)

    def _bar(self, value: int, place: int) -> VGroup:
        body = Rectangle(width=0.8 * self.slot, height=max(0.05, value * self.unit), stroke_width=0)
        body.set_fill(MAIN, 1).move_to([self.place_x(place), self.floor, 0], aligned_edge=DOWN)
        size = 28 if self.slot > 0.7 else 24
        bar = VGroup(body, words(str(value), size).next_to(body, DOWN if self.feet else UP, buff=0.1))
        bar.value = value
        return bar

    def place_x(self, place: float) -> float:
        """The x of place number `place` (0-based)."""
        return self.first_x + place * self.slot

    def value_y(self, value: float) -> float:
        """The y of the top of a bar of that value."""
        return self.floor + value * self.unit

    def value(self, place: int) -> int:
        """The number that stands at `place` now."""
        return self.row[place].value

    def paint(self, places, color) -> None:
        """Colour the bars at these places at once."""
        for place in places:
            self.row[place][0].set_fill(color)

    def swap(self, one: int, two: int) -> list[Animation]:
        """Exchange two bars; play the animations that are returned."""
        self.row[one], self.row[two] = self.row[two], self.row[one]
        return [self.row[place].animate.set_x(self.place_x(place)) for place in {one, two}]

    def grow(self) -> Animation:
        """The bars rise from the floor one after another."""
        rising = [AnimationGroup(GrowFromEdge(bar[0], DOWN), FadeIn(bar[1], shift=0.2 * UP)) for bar in self.row]
        return LaggedStart(*rising, lag_ratio=0.1, run_time=1.2)

    def celebrate(self) -> Animation:
        """All bars turn green in a wave."""
        return LaggedStart(*[bar[0].animate.set_fill(GOOD) for bar in self.row], lag_ratio=0.1, run_time=0.8)


class Tally(VGroup):
    """A label with a whole number that counts up."""

    def __init__(self, label: str, color=INK, size: float = 28):
        name = words(label, size, MUTED)
        self.number = Integer(0, font_size=1.3 * size, color=color)
        self.number.next_to(name, RIGHT, buff=0.2).align_to(name[0], DOWN)
        super().__init__(name, self.number)

    def up(self, by: int = 1) -> None:
        """Count up at once."""
        self.number.set_value(self.number.get_value() + by)

    @property
    def count(self) -> int:
        return int(self.number.get_value())


def tallies(*labels: str) -> list[Tally]:
    """Counters in a row at the top of the stage, from the left."""
    made = [Tally(label, FOCUS) for label in labels]
    x = -6.2
    for tally in made:
        tally.move_to([x, 2.5, 0], aligned_edge=LEFT)
        tally.shift((2.4 - tally.number.get_bottom()[1]) * UP)
        x += tally.width + 1.2
    return made
