"""Areas of straight figures by cutting and moving pieces."""

from manim import *

from components_cache.library.geometry.figures import right_angle_mark, shape
from components_cache.library.theme import FOCUS, GHOST, INK, MAIN, MUTED, OTHER, WARM, Narrator, fit, formula


def parallelogram_area(scene: Scene, base: float = 6.0, height: float = 3.0):
    """Area of a parallelogram: cut off a triangle, move it over, get a rectangle.

    Tags: geometry, area, parallelogram, cutting
    Wishes:
        area of a parallelogram
        why is a parallelogram base times height?
        cut a parallelogram into a rectangle
        parallelogram area
        base times height of a slanted shape
        shear or cut a parallelogram into a rectangle
        Why is the area of a parallelogram the same as that of a rectangle?
    Parameters:
        base: length of the base; in [1, 20]; said: base, width
        height: height; in [1, 20]; said: height, high
    """
    narrator = Narrator(scene)
    w, h = _drawn(base, height, 5.8, 3.6)
    lean = min(0.3 * w, 1.6)
    left = np.array([-5.6, -1.6, 0])
    a, b = left, left + w * RIGHT
    d, c = left + lean * RIGHT + h * UP, left + (w + lean) * RIGHT + h * UP
    foot = d + h * DOWN
    piece, rest = shape([a, foot, d], WARM, 0.6), shape([foot, b, c, d], MAIN, 0.5)
    whole = shape([a, b, c, d], MAIN, 0.5)
    measures = _measures(a, b, foot, d)
    narrator.say("A parallelogram with its base and its height.", DrawBorderThenFill(whole))
    scene.play(*[FadeIn(part) for part in measures])
    scene.remove(whole)
    scene.add(rest, piece, measures)
    narrator.say("Cut off the triangle along the height ...", piece.animate.set_fill(WARM, 0.85), wait=0.5)
    narrator.say("... and slide it to the other side.", piece.animate(run_time=1.8).shift(w * RIGHT), wait=0.5)

    outline = Polygon(foot, foot + w * RIGHT, d + w * RIGHT, d, color=FOCUS, stroke_width=6)
    narrator.say("A rectangle with the same base, the same height, the same area.", Create(outline))
    rule = formula("A", "=", "b", r"\cdot", "h", size=64)
    example = formula(f"= {base:g} \\cdot {height:g} = {base * height:g}", size=44, color=MUTED)
    _conclude(scene, narrator, rule, example, (2, 4), "Area of a parallelogram: base times height.")


def triangle_area(scene: Scene, base: float = 6.0, height: float = 4.0):
    """Area of a triangle: two copies make a parallelogram.

    Tags: geometry, area, triangle, half base times height
    Wishes:
        area of a triangle
        why is the area of a triangle half base times height?
        double a triangle to a parallelogram
        triangle area
        half base times height
        why one half in the triangle area formula?
        two identical triangles form a parallelogram
        surface of a triangle
    Parameters:
        base: length of the base; in [1, 20]; said: base, width
        height: height; in [1, 20]; said: height, high
    """
    narrator = Narrator(scene)
    w, h = _drawn(base, height, 5.2, 3.6)
    left = np.array([-5.6, -1.6, 0])
    a, b, top = left, left + w * RIGHT, left + 0.36 * w * RIGHT + h * UP
    triangle = shape([a, b, top], MAIN, 0.6)
    measures = _measures(a, b, left + 0.36 * w * RIGHT, top)
    narrator.say("A triangle with its base and its height.", DrawBorderThenFill(triangle))
    scene.play(*[FadeIn(part) for part in measures])
    twin = triangle.copy().set_color(OTHER)
    narrator.say("Take a second copy and turn it around the middle of a side.", FadeIn(twin), wait=0)
    scene.play(Rotate(twin, PI, about_point=(b + top) / 2), run_time=2)
    narrator.say("Together they are a parallelogram: base times height.", wait=0.8)
    piece = shape([a, left + 0.36 * w * RIGHT, top], WARM, 0.35)
    moved = piece.copy().shift(w * RIGHT)
    narrator.say("(Cut and slide, and it is a rectangle.)", FadeIn(piece), wait=0)
    scene.play(Transform(piece, moved), run_time=1.4)
    narrator.say("The triangle is half of it.", FadeOut(piece), twin.animate.set_fill(opacity=0.15))
    rule = formula("A", "=", r"\tfrac12", "b", r"\cdot", "h", size=64)
    example = formula(rf"= \tfrac12 \cdot {base:g} \cdot {height:g} = {base * height / 2:g}", size=44, color=MUTED)
    _conclude(scene, narrator, rule, example, (3, 5), "Area of a triangle: half of base times height.")


def trapezoid_area(scene: Scene, bottom: float = 6.0, top: float = 3.0, height: float = 3.0):
    """Area of a trapezoid: two copies make a long parallelogram.

    Tags: geometry, area, trapezoid, trapezium
    Wishes:
        area of a trapezoid
        trapezium area formula
        why is the area of a trapezoid half of a plus b times h
        trapezoid area
        area of a trapezium
        average of the two parallel sides times the height
        two trapezoids make a parallelogram
    Parameters:
        bottom: length of the lower side; in [1, 20]; said: bottom, a
        top: length of the upper side; in [1, 20]; said: top, b
        height: height; in [1, 20]; said: height, high
    """
    narrator = Narrator(scene)
    total, h = _drawn(bottom + top, height, 7.6, 3.4)
    p, q = total * bottom / (bottom + top), total * top / (bottom + top)
    left = np.array([-6.0, -1.6, 0])
    shift = (p - q) * 0.5
    a, b = left, left + p * RIGHT
    d, c = left + shift * RIGHT + h * UP, left + (shift + q) * RIGHT + h * UP
    figure = VGroup(shape([a, b, c, d], MAIN, 0.6))
    lower = formula("a", size=40, color=FOCUS).next_to((a + b) / 2, DOWN, buff=0.15)
    upper = formula("b", size=40, color=WARM).next_to((c + d) / 2, UP, buff=0.15)
    start = a if shift >= 0 else a + (shift - 0.0) * RIGHT
    rise = DashedLine([d[0], a[1], 0], d, color=INK)
    tall = formula("h", size=40).next_to(rise, RIGHT, buff=0.12)
    VGroup(figure, lower, upper, rise, tall).shift(max(0.0, -6.3 - start[0]) * RIGHT)
    narrator.say(
        "A trapezoid: two parallel sides $a$ and $b$, and a height $h$.",
        DrawBorderThenFill(figure),
        FadeIn(lower, upper),
    )
    scene.play(Create(rise), FadeIn(tall))
    pivot = (figure[0].get_vertices()[1] + figure[0].get_vertices()[2]) / 2
    twin = figure.copy().set_color(OTHER)
    names = VGroup(lower.copy(), upper.copy())
    narrator.say("Turn a second copy around the middle of a side.", FadeIn(twin), wait=0)
    scene.play(Rotate(twin, PI, about_point=pivot), run_time=2)
    names[0].move_to(2 * pivot - lower.get_center())
    names[1].move_to(2 * pivot - upper.get_center())
    narrator.say("Together: a parallelogram with base $a + b$.", FadeIn(names))
    rule = formula("A", "=", r"\tfrac12", "(", "a", "+", "b", ")", r"\cdot", "h", size=52)
    value = (bottom + top) * height / 2
    example = formula(rf"= \tfrac12 ({bottom:g} + {top:g}) \cdot {height:g} = {value:g}", size=40, color=MUTED)
    rule[6].set_color(WARM)
    _conclude(
        scene, narrator, rule, example, (4, 9), "Area of a trapezoid: mean of the parallel sides, times the height."
    )


def _drawn(width: float, height: float, most_wide: float, most_high: float) -> tuple[float, float]:
    """The figure's size on the stage: true proportions where they fit, never thinner than a third of a unit's use."""
    factor = min(most_wide / width, most_high / height)
    return max(width * factor, 1.6), max(height * factor, 1.2)


def _measures(left, right, foot, top) -> VGroup:
    """Base label, dashed height with its label, right angle."""
    rise = DashedLine(foot, top, color=INK)
    return VGroup(
        rise,
        right_angle_mark(foot, right, top, 0.22),
        formula("b", size=40, color=FOCUS).next_to((left + right) / 2, DOWN, buff=0.15),
        formula("h", size=40).next_to(rise, RIGHT, buff=0.12),
    )


def _conclude(
    scene: Scene, narrator: Narrator, rule: MathTex, example: MathTex, places: tuple[int, int], text: str
) -> None:
    """Write the rule and the numbers on the right, with a frame and the last caption."""
    rule[places[0]].set_color(FOCUS)
    block = VGroup(fit(rule, 4.2), fit(example, 4.2)).arrange(DOWN, buff=0.45).move_to([4.5, 0.6, 0])
    frame = SurroundingRectangle(rule, color=GHOST, buff=0.25, corner_radius=0.1)
    scene.play(Write(rule))
    scene.play(FadeIn(example, shift=0.2 * UP))
    narrator.say(text, Create(frame), wait=1.5)
    block.set_z_index(1)
