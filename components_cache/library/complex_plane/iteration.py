"""Iterating z → z² + c: the orbit of one point and the Mandelbrot set behind it."""

import numpy as np
from manim import *

from components_cache.library.complex_plane.complex_map import complex_text
from components_cache.library.theme import BAD, FOCUS, GOOD, INK, MAIN, MUTED, Narrator, formula, words


def mandelbrot_iteration(scene: Scene, c: tuple[float, float] = (-0.4, 0.55), steps: int = 14):
    """Mandelbrot set: square and add c, again and again; does the orbit stay, or does it fly away?

    Tags: complex numbers, mandelbrot set, iteration, fractal, orbit
    Wishes:
        Mandelbrot set
        iterate z^2 + c for one point
        why is c = -0.4+0.55i in the Mandelbrot set?
        orbit of a point under z squared plus c
        Mandelbrot fractal
        iterating z -> z^2 + c, does it escape?
        bounded and escaping orbits of a quadratic map
        Visualize which points belong to the Mandelbrot set
        Mandelbrot
    Parameters:
        c: the number that is added, as (real, imaginary); in [-2, 2]; said: c, point
        steps: how many steps are shown; in [4, 40]; said: steps, iterations
    """
    center, unit = np.array([-1.9, 0.05, 0]), 1.25
    start = complex(*c)
    orbit, escaped = _orbit(start, int(steps))

    def place(value):
        return center + unit * np.array([value.real, value.imag, 0])

    circle = Circle(radius=2 * unit, color=MUTED, stroke_width=2).move_to(center)
    axes = VGroup(
        *[
            Line(center - 2.15 * unit * way, center + 2.15 * unit * way, color=MUTED, stroke_width=1.5)
            for way in (RIGHT, UP)
        ]
    )
    law = formula("z", r"\longrightarrow", "z^2 + c", size=48).move_to([4.2, 2.0, 0])
    name = words(f"c = {complex_text(start)}", 32, GOOD).move_to([4.2, 1.2, 0])
    narrator = Narrator(scene)
    narrator.say(
        "Start with z = 0. Square it, add c, and do it again.", FadeIn(axes), Create(circle), FadeIn(law), FadeIn(name)
    )
    home = Dot(place(start), color=GOOD, radius=0.09)
    scene.play(FadeIn(home, scale=2), run_time=0.5)
    rows, dot = VGroup(), Dot(place(orbit[0]), color=FOCUS, radius=0.08)
    scene.add(dot)
    for k in range(1, len(orbit)):
        if k <= 5:
            rows.add(words(f"z{'₀₁₂₃₄₅'[k]} = {complex_text(orbit[k])}", 28).move_to([4.2, 1.15 - 0.6 * k, 0]))
        path = Line(place(orbit[k - 1]), place(orbit[k]), color=FOCUS, stroke_width=2.5)
        extra = [FadeIn(rows[-1])] if k <= 5 else []
        scene.play(Create(path), dot.animate.move_to(place(orbit[k])), *extra, run_time=0.7 if k <= 5 else 0.3)
    verdict = (
        "Outside the circle of radius 2 it can only fly away." if escaped else "The orbit stays near: it never leaves."
    )
    narrator.say(verdict, Indicate(dot, scale_factor=2), color=BAD if escaped else GOOD, wait=1.2)
    narrator.say("Mark every c whose orbit stays …", FadeIn(_picture(center, unit)), wait=1)
    scene.add(home)
    inside = "not in" if escaped else "in"
    narrator.say(f"… and the Mandelbrot set appears. Our c is {inside} it.", Flash(home, color=GOOD), color=INK, wait=2)


def _orbit(c: complex, steps: int):
    """The orbit of 0, cut off where it leaves the circle of radius 2, and whether it does within 300 steps."""
    orbit, z = [0j], 0j
    for _ in range(300):
        z = z * z + c
        if abs(z) > 2:
            last = z if abs(z) < 2.1 else orbit[-1] + (z - orbit[-1]) * 0.999
            inside = abs(last.real) < 2.6 and abs(last.imag) < 2.1
            return orbit[: steps + 1] + ([last] if inside else [2.1 * z / abs(z)]), True
        orbit.append(z)
    return orbit[: steps + 1], False


def _picture(center, unit: float, rows: int = 110) -> VMobject:
    """The set as one shape: a short horizontal stroke for every run of its points in a row of the picture."""
    x, y = np.linspace(-2.0, 0.6, 260), np.linspace(1.25, -1.25, rows)
    c = x[None, :] + 1j * y[:, None]
    z = np.zeros_like(c)
    for _ in range(60):
        live = np.abs(z) <= 2
        z[live] = z[live] ** 2 + c[live]
    inside = np.pad(np.abs(z) <= 2, ((0, 0), (1, 1))).astype(int)
    edges = np.diff(inside, axis=1)
    pieces = []
    for row, height in zip(edges, y, strict=True):
        for left, right in zip(np.flatnonzero(row == 1), np.flatnonzero(row == -1) - 1, strict=True):
            a, b = np.array([x[left] - 0.005, height, 0]), np.array([x[right] + 0.005, height, 0])
            pieces.append([a, a + (b - a) / 3, a + 2 * (b - a) / 3, b])
    shape = VMobject(color=MAIN, stroke_width=3.2, stroke_opacity=0.55)
    shape.set_points(center + unit * np.array(pieces).reshape(-1, 3))
    return shape
