"""`NumberLine().add_numbers()` was the line, not its numbers, until 2020: feature `@numbered_line`."""

import functools

from manim import *


def _giving_the_line(add_numbers):
    @functools.wraps(add_numbers)
    def giving_the_line(self, *numbers, **kwargs):
        add_numbers(self, *numbers, **kwargs)
        return self

    return giving_the_line


def _install_numbered_line():
    GlNumberLine.add_numbers = _giving_the_line(GlNumberLine.add_numbers)


_install_numbered_line()
