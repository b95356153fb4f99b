"""Arrays as rows of boxes, pointers to boxes, tables of boxes, lines of code."""

from manim import *

from components_cache.library.theme import FOCUS, INK, MAIN, MUTED, words


def cell(value, size: float = 0.8, color=MAIN, text_size: float = 30) -> VGroup:
    """A box with a value in it: parts 0 (the box) and 1 (the text)."""
    box = Square(size, color=color, stroke_width=2.5).set_fill(color, 0.25)
    text = words(str(value), text_size)
    if text.width > 0.86 * size:
        text.scale_to_fit_width(0.86 * size)
    return VGroup(box, text.move_to(box))


def array_row(values, size: float = 0.8, color=MAIN, text_size: float = 30) -> VGroup:
    """Boxes side by side, one for each value."""
    return VGroup(*[cell(value, size, color, text_size) for value in values]).arrange(RIGHT, buff=0)


def index_labels(row: VGroup, first: int = 0) -> VGroup:
    """Small numbers under the boxes of a row."""
    return VGroup(*[words(str(first + i), 24, MUTED).next_to(box, DOWN, buff=0.14) for i, box in enumerate(row)])


def paint_cell(box: VGroup, color, opacity: float = 0.25) -> None:
    """Colour a box at once."""
    box[0].set_stroke(color).set_fill(color, opacity)


def tint(box: VGroup, color, opacity: float = 0.25) -> Animation:
    """Colour a box in an animation."""
    return box[0].animate.set_stroke(color).set_fill(color, opacity)


def dim(box: VGroup) -> Animation:
    """Let a box step back: it is out of the question."""
    return box.animate.set_opacity(0.15)


def pointer(label: str, color=FOCUS, size: float = 26, up: bool = True) -> VGroup:
    """A small arrow head with a name, to stand under a box (or over it with `up=False`)."""
    head = Triangle(color=color, fill_opacity=1, stroke_width=0).scale(0.13)
    if not up:
        head.rotate(PI)
    return VGroup(head, words(label, size, color)).arrange(DOWN if up else UP, buff=0.1)


def under(mark: Mobject, box: Mobject, gap: float = 0.15) -> Mobject:
    """Put a pointer under a box."""
    return mark.next_to(box, DOWN, buff=gap)


def code_lines(lines: list[str], size: float = 24) -> VGroup:
    """Lines of pseudocode in typewriter type, left aligned; leading spaces indent."""
    shown = VGroup()
    for number, line in enumerate(lines):
        text = Text(line.strip(), font="CMU Typewriter Text", font_size=size, color=INK, warn_missing_font=False)
        text.move_to([0.16 * (len(line) - len(line.lstrip())), -0.45 * number, 0], aligned_edge=LEFT)
        shown.add(text)
    return shown


def light_line(lines: VGroup, number: int) -> None:
    """Light one line of code and mute the others, at once. -1 mutes all."""
    for place, line in enumerate(lines):
        line.set_color(FOCUS if place == number else MUTED)
