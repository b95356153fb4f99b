"""Small pieces of Manim code: numbers, vectors, strings, colours, loops."""

from __future__ import annotations

import re

from agent.models.composer.direct.formulas import name_to_tex

INK = "#f4f1ea"
BACKGROUND = "#0d1017"
FONT = "CMU Serif"
"""The house look, written into the code: ground, text colour and font."""

EDGES = {"UP": "UP", "DOWN": "DOWN", "LEFT": "LEFT", "RIGHT": "RIGHT"}


def number(value: float) -> str:
    """A number as an author would write it: 2, 1.5, 0.33."""
    rounded = round(value, 2)
    return str(int(rounded)) if rounded == int(rounded) else f"{rounded:g}"


def vector(x: float, y: float) -> str:
    """A displacement such as `2 * RIGHT + UP`; `ORIGIN` for none."""
    parts = [_along(x, "RIGHT", "LEFT"), _along(y, "UP", "DOWN")]
    return " + ".join(part for part in parts if part) or "ORIGIN"


def _along(value: float, positive: str, negative: str) -> str:
    if abs(value) < 0.005:
        return ""
    name, size = (positive if value > 0 else negative), number(abs(value))
    return name if size == "1" else f"{size} * {name}"


def color(name: str) -> str:
    """A Manim colour constant, or a quoted hex value."""
    return f'"{name}"' if name.startswith("#") else name


def quoted(text: str) -> str:
    """A Python string literal in double quotes."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def raw(tex: str) -> str:
    """A raw string literal for TeX; plain where there is no backslash."""
    if '"' in tex:
        return quoted(tex)
    return f'r"{tex}"' if "\\" in tex else f'"{tex}"'


def is_symbol(name: str) -> bool:
    """Whether a label is mathematics (A, r, x_1, theta) and not a word."""
    return bool(
        re.fullmatch(r"[A-Za-z]'*|[A-Za-z]_?\d+|\\[a-zA-Z]+|[-\d.,()^+=/\\{} a-zA-Z]*[\^=\\][^\n]*|-?\d+(\.\d+)?", name)
    ) or (name in ("alpha", "beta", "gamma", "theta", "phi", "pi", "delta", "omega", "lambda", "mu"))


def label_code(name: str, size: int = 0) -> str:
    """`MathTex("A")` for symbols, `Text("Centre")` for words."""
    font = f", font_size={size}" if size else ""
    if is_symbol(name):
        return f"MathTex({raw(name_to_tex(name))}{font})"
    return f"Text({quoted(name)}, font_size={size or 28})"


def singular(name: str) -> str:
    """The loop variable for the members of a group: `dots` → `dot`."""
    last = name.split("_")[-1]
    for plural, one in (
        ("vertices", "vertex"),
        ("boxes", "box"),
        ("radii", "radius"),
        ("axes", "axis"),
        ("ies", "y"),
        ("rhombuses", "rhombus"),
    ):
        if last.endswith(plural):
            return last[: -len(plural)] + one
    if last.endswith("grid"):
        return "cell"
    return last[:-1] if last.endswith("s") and not last.endswith("ss") else "item"


def class_name(words: str) -> str:
    """A scene class name from a title: `Circle to Square` → `CircleToSquare`."""
    parts = re.findall(r"[A-Za-z0-9]+", words)
    name = "".join(part[:1].upper() + part[1:] for part in parts)[:40]
    return name if name and name[0].isalpha() else f"Scene{name}" if name else "Drawing"
