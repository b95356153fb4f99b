"""Change of basis, and the singular value decomposition as three simple movements."""

import numpy as np
from manim import *

from components_cache.library.linear_algebra.plane import (
    BASIS_COLORS,
    FIRST_BASIS,
    SECOND_BASIS,
    MovingGrid,
    bracketed,
    fitting_unit,
    free_corner,
    number_text,
    plane_arrow,
    plate,
    point_text,
    rest_grid,
    row_of,
    turning_angle,
)
from components_cache.library.theme import BAD, FOCUS, INK, THIRD, WARM, Narrator, words

SVD_CENTER = (2.2, 0.0, 0.0)


def change_of_basis(
    scene: Scene,
    first: tuple[float, float] = (2, 1),
    second: tuple[float, float] = (-1, 1),
    vector: tuple[float, float] = (3, 3),
):
    """Change of basis: the same arrow, described in two languages, two grids and two pairs of numbers.

    Tags: linear algebra, basis, coordinates, change of basis
    Wishes:
        change of basis
        coordinates of a vector in another basis
        express (1,2) in the basis (2,1), (-1,1)
        the same vector in two coordinate systems
        change of coordinates
        translate coordinates between two bases
        a vector seen from a different coordinate system
        basis change matrix
        how do the coordinates of a vector depend on the basis?
        Jennifer's basis
    Parameters:
        first: the first vector of the new basis; in [-4, 4]; said: basis
        second: the second vector of the new basis; in [-4, 4]; said: and
        vector: the vector to describe, in the usual coordinates; in [-6, 6]; said: vector, express
    """
    matrix = np.array([first, second], dtype=float).T
    narrator = Narrator(scene)
    if abs(np.linalg.det(matrix)) < 1e-9:
        narrator.say(f"{point_text(first)} and {point_text(second)} lie on one line: they are no basis.", color=BAD)
        return
    inside = np.linalg.solve(matrix, np.array(vector, dtype=float))
    unit = fitting_unit([(1, 0), (0, 1), first, second, vector, inside[0] * np.array(first)], most=1.1)
    still, grid = rest_grid(unit, opacity=0.9), MovingGrid(unit, color=WARM, opacity=0.45)
    v = plane_arrow(still.origin, still.place(vector), FOCUS, 8)
    scene.play(FadeIn(still), run_time=0.6)
    ours = row_of("ours:", bracketed([[vector[0]], [vector[1]]], 32, [FOCUS]), size=30)
    theirs = row_of("theirs:", bracketed([[inside[0]], [inside[1]]], 32, [WARM]), size=30)
    panel = plate(VGroup(ours, theirs).arrange(DOWN, buff=0.3, aligned_edge=RIGHT))
    tips = [first, second, vector, inside[0] * np.array(first)]
    busy = [still.place(np.array(p) * t) for p in tips for t in (0.5, 1)]
    panel.move_to(free_corner(busy, panel.width, panel.height))
    narrator.say(
        f"On our grid this arrow is {point_text(vector)}.",
        GrowFromPoint(v, still.origin),
        FadeIn(panel[0]),
        FadeIn(ours),
    )
    _walk(scene, still, (1, 0), (0, 1), vector, BASIS_COLORS)
    arrows = VGroup(grid.arrow((1, 0), WARM), grid.arrow((0, 1), THIRD))
    narrator.say("Somebody else uses another grid, with other basis vectors:", FadeIn(grid), FadeIn(arrows), wait=0.4)
    scene.add(v)
    scene.play(grid.moved_by(matrix, 2.5))
    scene.add(v)
    narrator.say(f"b₁ = {point_text(first)} and b₂ = {point_text(second)}.", Indicate(arrows[0]), Indicate(arrows[1]))
    steps = f"{number_text(inside[0])} × b₁ and {number_text(inside[1])} × b₂"
    narrator.say(f"For them the same arrow is {steps}.", FadeIn(theirs), wait=0.4)
    _walk(scene, still, first, second, inside, [WARM, THIRD], keep=True)
    narrator.say("Their numbers, times the matrix with columns b₁ and b₂, give ours; its inverse goes back.", wait=2)


def _walk(scene, grid, one, two, numbers, colors, keep: bool = False) -> None:
    """Walk along the first basis vector, then along the second, to the tip."""
    turn = numbers[0] * np.array(one, dtype=float)
    end = turn + numbers[1] * np.array(two, dtype=float)
    places = [grid.origin, grid.place(turn), grid.place(end)]
    steps = VGroup(*[plane_arrow(*places[k : k + 2], colors[k], 7) for k in range(2)])
    scene.play(GrowFromPoint(steps[0], grid.origin), run_time=0.9)
    scene.play(GrowFromPoint(steps[1], grid.place(turn)), run_time=0.9)
    scene.wait(0.5)
    if not keep:
        scene.play(FadeOut(steps), run_time=0.4)


def svd_rotate_stretch_rotate(scene: Scene, matrix: list[list[float]] = [[1, 1.5], [-0.5, 1.5]]):
    """SVD as rotate, stretch, rotate: every matrix turns, stretches along two right-angled axes, and turns again.

    Tags: linear algebra, singular value decomposition, svd, rotation, ellipse
    Wishes:
        SVD as rotate, stretch, rotate
        singular value decomposition
        what does the SVD of [[3,0],[4,5]] look like
        every matrix is a rotation, a scaling and a rotation
        singular values
        how does a matrix turn a circle into an ellipse?
        decompose a matrix into U Sigma V transpose
        rotation, scaling, rotation of a matrix
        Visualize the singular value decomposition geometrically
    Parameters:
        matrix: the 2x2 matrix; 2 to 2 items in [-4, 4]; said: matrix, svd of
    """
    left, sizes, right = _turning_svd(matrix)
    stretch = np.diag(sizes)
    unit = fitting_unit(
        [(np.cos(t), np.sin(t)) for t in np.linspace(0, TAU, 12)], right, stretch, left, most=1.3, width=3.4
    )
    still, grid = rest_grid(unit, SVD_CENTER), MovingGrid(unit, SVD_CENTER)
    arrows = VGroup(grid.arrow((1, 0), FIRST_BASIS), grid.arrow((0, 1), SECOND_BASIS))
    ring = grid.carry(lambda: _image_of_circle(grid))
    angles = [np.degrees(turning_angle(right)), np.degrees(turning_angle(_without_flip(left)))]
    lines = [
        row_of("A =", bracketed(matrix, 30), size=30),
        words(f"1. turn by {number_text(angles[0], 0)}°", 28, THIRD),
        words(f"2. stretch by {number_text(sizes[0])} and {number_text(sizes[1])}", 28, FOCUS),
        words(f"3. {_flip(left)}turn by {number_text(angles[1], 0)}°", 28, THIRD),
    ]
    panel = plate(VGroup(*lines).arrange(DOWN, buff=0.22, aligned_edge=LEFT)).move_to([-4.6, 1.4, 0])
    panel.to_edge(LEFT, buff=0.6)
    narrator = Narrator(scene)
    scene.add(still)
    scene.play(FadeIn(grid), *[GrowArrow(a) for a in arrows], Create(ring), run_time=1)
    narrator.say("Any matrix, however twisted, is three simple movements.", FadeIn(panel[0]), FadeIn(lines[0]))
    narrator.say(
        "First a rotation: the circle stays a circle.", grid.moved_by(right, 2.5), FadeIn(lines[1]), color=THIRD
    )
    narrator.say(
        "Then a stretch along the axes: the circle becomes an ellipse.",
        grid.moved_by(stretch, 2.5),
        FadeIn(lines[2]),
        color=FOCUS,
    )
    narrator.say(
        "Then another rotation: the ellipse turns into place.", grid.moved_by(left, 2.5), FadeIn(lines[3]), color=THIRD
    )
    axes = _half_axes(grid, left, sizes)
    narrator.say(
        "The stretch factors are the singular values: the half axes of the ellipse.", FadeIn(axes), color=FOCUS
    )
    narrator.say("Together: A = U Σ Vᵀ. The grid is just where A puts it.", Indicate(lines[0]), wait=1.8)


def _turning_svd(matrix):
    """U, the singular values and V transposed, with V transposed a proper rotation by at most a quarter turn."""
    left, sizes, right = np.linalg.svd(np.array(matrix, dtype=float))
    if np.linalg.det(right) < 0:
        right[1] *= -1
        left[:, 1] *= -1
    if np.trace(right) < 0:
        right, left = -right, -left
    return left, sizes, right


def _without_flip(matrix):
    return matrix @ np.diag([1, -1]) if np.linalg.det(matrix) < 0 else matrix


def _flip(left) -> str:
    return "flip and " if np.linalg.det(left) < 0 else ""


def _image_of_circle(grid) -> VMobject:
    points = [grid.place((np.cos(t), np.sin(t))) for t in np.linspace(0, TAU, 49)]
    return VMobject(color=INK, stroke_width=4).set_points_smoothly(points)


def _half_axes(grid, left, sizes) -> VGroup:
    ends = [grid.origin + grid.unit * size * np.append(left[:, k], 0) for k, size in enumerate(sizes)]
    return VGroup(*[Line(grid.origin, end, color=FOCUS, stroke_width=7) for end in ends])
