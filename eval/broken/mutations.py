"""Working scenes broken in one place each, by rule: one row a fault. Public entry: `mutants`."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator, Mapping

EACH = 3
"""Most scenes that one rule breaks."""

# fault class, name of the rule, what it looks for, what it puts there (first `count` places, 0 means all)
ROWS: tuple[tuple[str, str, str, str, int], ...] = (
    ("old_name", "show_creation", r"\bCreate\(", "ShowCreation(", 0),
    ("old_name", "fade_down", r"\bFadeIn\(", "FadeInFromDown(", 1),
    ("old_name", "tex_mobject", r"\bMathTex\(", "TexMobject(", 0),
    ("old_name", "text_mobject", r"\bText\(", "TextMobject(", 0),
    ("old_name", "get_graph", r"\.plot\(", ".get_graph(", 0),
    ("invented_name", "misspelt", r"\bCreate\(", "Crete(", 1),
    ("invented_name", "fade_in_up", r"\bFadeIn\(", "FadeInUp(", 1),
    ("invented_name", "write_text", r"\bWrite\(", "WriteText(", 1),
    ("colour", "light_blue", r"\bBLUE\b", "LIGHT_BLUE", 0),
    ("colour", "cyan", r"\bYELLOW\b", "CYAN", 0),
    ("colour", "crimson", r"\bRED\b", "CRIMSON", 1),
    ("colour", "dark_green", r"\bGREEN\b", "DARK_GREEN", 1),
    ("keyword", "r", r"\bradius=", "r=", 1),
    ("keyword", "colour", r"\bcolor=", "colour=", 0),
    ("keyword", "size", r"\bfont_size=", "size=", 0),
    ("keyword", "duration", r"\brun_time=", "duration=", 0),
    ("keyword", "spacing", r"\bbuff=", "spacing=", 0),
    ("keyword", "opacity", r"\bfill_opacity=", "opacity=", 0),
    ("keyword", "side", r"\bside_length=", "side=", 0),
    ("keyword", "width", r"\bx_length=", "width=", 0),
    ("keyword", "graph_width", r"(\.plot\(.*?)\)\n", r"\1, line_width=4)\n", 1),
    ("positional", "circle", r"Circle\(radius=([\d.]+), color=", r"Circle(\1, ", 1),
    ("positional", "fade_shift", r"FadeIn\((\w+)\)", r"FadeIn(\1, UP)", 1),
    ("positional", "dot_colour", r"Dot\((\w+\.n2p\(.*?\)), color=", r"Dot(\1, ", 1),
    ("import", "none", r"^from manim import \*\n", "", 1),
    ("import", "only_scene", r"^from manim import \*", "from manim import Scene, Circle", 1),
    ("import", "numpy_gone", r"^import numpy as np\n", "", 1),
    ("latex", "not_raw", r'MathTex\(r"', 'MathTex("', 1),
    ("latex", "percent", r"(Text|Title)\(\"(\w+)", r'Tex("100% \2', 1),
    ("parts", "past", r"\[([012])\]\)", r"[\g<1>9])", 1),
    ("group", "list", r"VGroup\(\*\[", "VGroup([", 1),
    ("group", "image", r"\bGroup\(", "VGroup(", 1),
    ("animation", "mobject", r"self\.play\((?:Create|FadeIn)\((\w+)\)\)", r"self.play(\1)", 1),
    ("animation", "not_animate", r"self\.play\((\w+)\.animate\.", r"self.play(\1.", 1),
    ("animation", "list", r"self\.play\(\*\[", "self.play([", 1),
    ("axes", "min_max", r"x_range=\[(-?\d+), (\d+)(?:, 1)?\]", r"x_min=\1, x_max=\2", 1),
    ("points", "flat", r"\[([^\[\],]+), ([^\[\],]+), 0\]", r"[\1, \2]", 0),
    ("camera", "plain_scene", r"\((?:MovingCamera|ThreeD)Scene\)", "(Scene)", 1),
    ("scene_class", "no_base", r"\(Scene\)", "", 1),
    ("scene_class", "no_self", r"construct\(self\)", "construct()", 1),
    ("run_time", "zero_wait", r"self\.wait\(\)", "self.wait(0)", 1),
    ("run_time", "zero", r"run_time=[\d.]+", "run_time=0", 1),
    ("attribute", "to_top", r"\.to_edge\(UP\)", ".to_top()", 1),
    ("attribute", "place_next", r"\.next_to\(", ".place_next_to(", 1),
    ("attribute", "move", r"\.shift\(", ".move(", 1),
    ("attribute", "resize", r"\.scale\(", ".resize(", 1),
    ("attribute", "colour", r"\.set_color\(", ".set_colour(", 1),
    ("attribute", "camel", r"\.move_to\(", ".moveTo(", 1),
    ("attribute", "right", r"\.get_right\(\)", ".right", 1),
    ("attribute", "fill", r"\.set_fill\(", ".fill(", 1),
    ("updater", "none", r"add_updater\(lambda m: m\.", r"add_updater(lambda: m.", 1),
    ("updater", "redraw", r"always_redraw\(lambda: ", "always_redraw(lambda m: ", 1),
    ("endless", "forever", r"self\.wait\(\)\n", "while True:\n            self.wait()\n", 1),
    ("syntax", "paren", r"\)\)\n", ")\n", 1),
    ("syntax", "colon", r"construct\(self\):", "construct(self)", 1),
)


def mutants(sources: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    """Name, fault class and code of every mutant of the working scenes, in a fixed order."""
    for fault, rule, pattern, new, count in ROWS:
        yield from _some(fault, rule, sources, lambda code: re.sub(pattern, new, code, count=count, flags=re.MULTILINE))  # noqa: B023  # used at once
    for fault, rule, change in _WHOLE:
        yield from _some(fault, rule, sources, change)


def _some(
    fault: str, rule: str, sources: Mapping[str, str], change: Callable[[str], str]
) -> Iterator[tuple[str, str, str]]:
    """The rule on the first few scenes that it changes, in an order that differs from rule to rule."""
    order = sorted(sources, key=lambda name: hashlib.sha256(f"{rule}:{name}".encode()).hexdigest())
    broken = (
        (f"m_{rule}_{name[2:]}", fault, change(sources[name]))
        for name in order
        if change(sources[name]) != sources[name]
    )
    for _, mutant in zip(range(EACH), broken, strict=False):
        yield mutant


def _cut(code: str) -> str:
    return code.rstrip()[: int(len(code) * 0.8)]


def _told(code: str) -> str:
    return f"Certainly! This is the scene:\n\n```python\n{code}```\n\nRun it with `manim -pql scene.py`.\n"


def _flat(code: str) -> str:
    """The body of `construct` moved out by one level."""
    head, mark, body = code.partition("def construct(self):\n")
    return head + mark + re.sub(r"^    ", "", body, flags=re.MULTILINE)


def _tabs(code: str) -> str:
    """Every third line is indented by tabs."""
    lines = code.splitlines()
    return "\n".join(line.replace("        ", "\t") if n % 3 == 0 else line for n, line in enumerate(lines)) + "\n"


_WHOLE: tuple[tuple[str, str, Callable[[str], str]], ...] = (
    ("cut_off", "cut", _cut),
    ("prose", "told", _told),
    ("indentation", "flat", _flat),
    ("indentation", "tabs", _tabs),
)
