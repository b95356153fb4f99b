"""Everyday figures made of a few shapes: faces, a house, a snowman, a tree."""

from __future__ import annotations

from collections.abc import Callable

from agent.models.composer.direct.notation import number
from agent.models.composer.direct.program import Thing

FACE = (
    "Circle(radius=1.6, {hue}, fill_opacity=0.9)",
    "Dot([-0.55, 0.5, 0], radius=0.18, color=BLACK)",
    "Dot([0.55, 0.5, 0], radius=0.18, color=BLACK)",
)
PARTS: dict[str, tuple[str, tuple[str, ...]]] = {  # kind: usual colour, parts
    "smiley": ("YELLOW", (*FACE, "Arc(radius=0.9, start_angle=-5 * PI / 6, angle=2 * PI / 3, color=BLACK)")),
    "sad_face": (
        "YELLOW",
        (*FACE, "Arc(radius=0.8, start_angle=PI / 6, angle=2 * PI / 3, arc_center=[0, -1.2, 0], color=BLACK)"),
    ),
    "house": (
        "BLUE",
        (
            "Rectangle(width=3, height=2, {hue}, fill_opacity=0.6)",
            "Polygon([-1.8, 1, 0], [1.8, 1, 0], [0, 2.3, 0], color=RED, fill_opacity=0.6)",
            "Rectangle(width=0.7, height=1.2, color=GOLD, fill_opacity=0.8).move_to([-0.6, -0.4, 0])",
            "Square(side_length=0.7, color=WHITE, fill_opacity=0.5).move_to([0.7, 0.1, 0])",
        ),
    ),
    "snowman": (
        "WHITE",
        (
            "Circle(radius=1.1, {hue}, fill_opacity=0.9).shift(DOWN)",
            "Circle(radius=0.7, {hue}, fill_opacity=0.9).shift(0.7 * UP)",
            "Dot([-0.22, 0.85, 0], color=BLACK)",
            "Dot([0.22, 0.85, 0], color=BLACK)",
            "Triangle(color=ORANGE, fill_opacity=1).scale(0.15).rotate(-PI / 2).move_to([0.1, 0.6, 0])",
        ),
    ),
    "traffic_light": (
        "GRAY",
        (
            "RoundedRectangle(corner_radius=0.3, width=1.6, height=4.2, {hue}, fill_opacity=0.4)",
            "Circle(radius=0.5, color=RED, fill_opacity=0.9).shift(1.3 * UP)",
            "Circle(radius=0.5, color=YELLOW, fill_opacity=0.9)",
            "Circle(radius=0.5, color=GREEN, fill_opacity=0.9).shift(1.3 * DOWN)",
        ),
    ),
    "tree": (
        "GREEN",
        (
            "Rectangle(width=0.5, height=1, color=DARK_BROWN, fill_opacity=1).shift(1.5 * DOWN)",
            "Polygon([-1.4, -1, 0], [1.4, -1, 0], [0, 0.6, 0], {hue}, fill_opacity=0.8)",
            "Polygon([-1.1, 0, 0], [1.1, 0, 0], [0, 1.5, 0], {hue}, fill_opacity=0.8)",
        ),
    ),
    "flower": (
        "PINK",
        (
            "Line(0.3 * DOWN, 2.4 * DOWN, color=GREEN, stroke_width=8)",
            "*[Circle(radius=0.45, {hue}, fill_opacity=0.8).shift(0.7 * rotate_vector(UP, k * TAU / 6)) "
            "for k in range(6)]",
            "Circle(radius=0.4, color=YELLOW, fill_opacity=1)",
        ),
    ),
}


def _figure(kind: str) -> Callable[[Thing, float, str], str]:
    usual, parts = PARTS[kind]

    def build(thing: Thing, scale: float, style: str) -> str:
        hue = next((part for part in style.split(", ") if part.startswith("color=")), f"color={usual}")
        code = f"VGroup({', '.join(part.format(hue=hue) for part in parts)})"
        size = thing.size * scale
        return code if abs(size - 1) < 1e-6 else f"{code}.scale({number(size)})"

    return build


FIGURES = {kind: _figure(kind) for kind in PARTS}
HUES = {kind: hue for kind, (hue, _) in PARTS.items()}
"""The colour a figure has where none is asked for."""
