"""manimgl's `BulletedList`: one text a line, whatever formulas stand in it."""

from manim import *


class GlBulletedList(VGroup):
    """Lines with a dot before each, or with its number."""

    def __init__(self, *items, buff=MED_LARGE_BUFF, aligned_edge=LEFT, numbered=False, **kwargs):
        words = {name: value for name, value in kwargs.items() if name != "isolate"}
        marks = [f"{number}. " if numbered else r"$\bullet$ " for number in range(1, len(items) + 1)]
        super().__init__(*(GlTexText(mark + str(item), **words) for mark, item in zip(marks, items)))
        self.arrange(DOWN, buff=buff, aligned_edge=aligned_edge)

    def fade_all_but(self, index, opacity=0.25, scale_factor=0.7):
        """One line is of its full size, the others are small and dim."""
        largest = max((part.height for part in self.submobjects), default=0)
        for position, part in enumerate(self.submobjects):
            factor = 1.0 if position == index else scale_factor
            part.set_fill(opacity=1.0 if position == index else opacity)
            part.scale(factor * largest / part.height if part.height else 1, about_edge=LEFT)
        return self
