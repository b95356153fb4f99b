"""Matrices as movements of the plane: the grid moves, the basis arrows say everything."""

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
    path_points,
    plate,
    point_text,
    rest_grid,
    rotation_of,
    row_of,
)
from components_cache.library.theme import FOCUS, INK, THIRD, Narrator, words


def basis_plane(vectors, *matrices):
    """The resting grid, the moving grid and the two basis arrows with labels; everything stays on the stage."""
    unit = fitting_unit([(1, 0), (0, 1), *vectors], *matrices)
    grid = MovingGrid(unit)
    arrows = VGroup(grid.arrow((1, 0), FIRST_BASIS), grid.arrow((0, 1), SECOND_BASIS))
    labels = VGroup(
        grid.tag(words("i", 30, FIRST_BASIS), (1, 0), -0.75),
        grid.tag(words("j", 30, SECOND_BASIS), (0, 1), 0.75),
    )
    return rest_grid(unit), grid, arrows, labels


def corner_matrix(grid: MovingGrid, vectors, matrices, *parts) -> VGroup:
    """A plate with texts and matrices in the corner that the arrows leave free."""
    panel = plate(row_of(*parts))
    points = path_points(grid, [(1, 0), (0, 1), *vectors], *matrices)
    return panel.move_to(free_corner(points, panel.width, panel.height))


def matrix_transformation(scene: Scene, matrix: list[list[float]] = [[1, 1], [0, 1]]):
    """A matrix as a movement of the plane: the grid moves, and the columns say where the basis vectors land.

    Tags: linear algebra, linear transformation, matrix, basis vectors, grid
    Wishes:
        what does a matrix do to the plane?
        linear transformations
        show a 2D grid and apply a matrix transformation to it
        matrix [[0,-1],[1,0]] as a transformation
        linear map
        how does a matrix move the grid and the basis vectors?
        where do i-hat and j-hat land?
        transform the plane with a 2x2 matrix
        Animate a grid being deformed by a matrix
        matrices as functions on the plane
        matrix
    Parameters:
        matrix: the 2x2 matrix; 2 to 2 items in [-6, 6]; said: matrix
    """
    still, grid, arrows, labels = basis_plane([], matrix)
    box = bracketed(matrix, columns=BASIS_COLORS)
    panel = corner_matrix(grid, [], [matrix], "A =", box)
    narrator = Narrator(scene)
    scene.add(still)
    scene.play(FadeIn(grid), run_time=0.6)
    narrator.say(
        "Every vector is built from i = (1, 0) and j = (0, 1).",
        GrowArrow(arrows[0]),
        GrowArrow(arrows[1]),
        FadeIn(labels),
    )
    narrator.say("The columns of A say where these two must go.", FadeIn(panel))
    narrator.say("All of the plane has to follow.", grid.moved_by(matrix, 3.5), wait=1)
    columns = list(zip(*matrix, strict=True))
    for k, name in enumerate("ij"):
        column = VGroup(*[row[k] for row in box[0]])
        text = f"{name} lands on {point_text(columns[k])}: the {('first', 'second')[k]} column."
        narrator.say(
            text,
            Circumscribe(column, color=BASIS_COLORS[k], buff=0.07),
            color=BASIS_COLORS[k],
            wait=0.8,
        )
    narrator.say(
        "Grid lines stay straight, parallel and evenly spaced; the origin stays put.",
        wait=1.5,
    )


def matrix_on_vector(
    scene: Scene,
    matrix: list[list[float]] = [[1, 2], [1, -1]],
    vector: tuple[float, float] = (1, 1),
):
    """A matrix acting on a vector: the grid moves and carries the vector along, still the same steps of i and j.

    Tags: linear algebra, linear transformation, matrix vector multiplication, grid, vector
    Wishes:
        show a 2D grid and a vector, then apply a matrix transformation to both
        how a matrix moves the vector (2, 1)
        apply the matrix [[2,1],[0,1]] to the vector (1,1)
        how a matrix moves an arrow of the plane
        a vector carried along by a linear transformation of the grid
        how a matrix changes a vector and the whole grid
        transform a vector with a matrix on a coordinate grid
        input vector and output vector of a matrix
    Parameters:
        matrix: the 2x2 matrix; 2 to 2 items in [-5, 5]; said: matrix
        vector: the vector that is carried along; in [-4, 4]; said: vector, point
    """
    x, y = vector
    columns = list(zip(*matrix, strict=True))
    result = [float(x * columns[0][r] + y * columns[1][r]) for r in (0, 1)]
    still, grid, arrows, labels = basis_plane([vector], matrix)
    ride = grid.arrow(vector, FOCUS, width=7)
    label = grid.tag(words("v", 30, FOCUS), vector)
    box, before = (
        bracketed(matrix, columns=BASIS_COLORS),
        bracketed([[x], [y]], columns=[FOCUS]),
    )
    panel = corner_matrix(
        grid,
        [vector],
        [matrix],
        box,
        before,
        "=",
        bracketed([[r] for r in result], columns=[FOCUS]),
    )
    after = VGroup(panel[1][2], panel[1][3])
    narrator = Narrator(scene)
    scene.add(still)
    scene.play(
        FadeIn(grid),
        *[GrowArrow(arrow) for arrow in arrows],
        FadeIn(labels),
        run_time=0.8,
    )
    steps = f"{number_text(x)} × i + {number_text(y)} × j".replace("+ −", "− ")
    narrator.say(
        f"v = {point_text(vector)} means {steps}.",
        GrowFromPoint(ride, grid.origin),
        FadeIn(label),
    )
    scene.play(FadeIn(panel[0]), FadeIn(box), FadeIn(before), run_time=0.6)
    narrator.say(
        "The matrix moves the basis vectors, and the grid goes with them.",
        grid.moved_by(matrix, 3.5),
        wait=1,
    )
    narrator.say(
        f"v is still {steps}, but of the new i and j.",
        Indicate(arrows[0]),
        Indicate(arrows[1]),
    )
    narrator.say(
        f"So v lands on {point_text(result)}: that is matrix times vector.",
        FadeIn(after),
        wait=1.5,
    )


def composition_of_matrices(
    scene: Scene,
    first: list[list[float]] = [[0, -1], [1, 0]],
    second: list[list[float]] = [[1, 1], [0, 1]],
):
    """Composition of transformations: first one matrix moves the plane, then the other; their product does both.

    Tags: linear algebra, composition, matrix multiplication, linear transformation
    Wishes:
        composition of linear transformations
        matrix multiplication as doing one transformation after another
        first rotate then shear the plane
        why matrix multiplication is composition
        product of matrices as composition
        two linear transformations in a row
        apply a rotation and then a shear
        why is matrix multiplication not commutative?
        matrix product as applying one map after the other
    Parameters:
        first: the matrix that acts first; 2 to 2 items in [-3, 3]; said: first, then
        second: the matrix that acts second; 2 to 2 items in [-3, 3]; said: second
    """
    product = np.array(second, dtype=float) @ np.array(first, dtype=float)
    still, grid, arrows, labels = basis_plane([], first, second)
    parts = [bracketed(m, size=30, columns=BASIS_COLORS) for m in (second, first, product)]
    panel = corner_matrix(grid, [], [first, second], parts[0], parts[1], "=", parts[2])
    narrator = Narrator(scene)
    scene.add(still)
    scene.play(
        FadeIn(grid),
        *[GrowArrow(arrow) for arrow in arrows],
        FadeIn(labels),
        run_time=0.8,
    )
    narrator.say("The first matrix acts on the plane …", FadeIn(panel[0]), FadeIn(parts[1]))
    scene.play(grid.moved_by(first, 2.5))
    narrator.say(
        "… and the second acts on the result. It is written on the left.",
        FadeIn(parts[0]),
    )
    scene.play(grid.moved_by(second, 2.5))
    narrator.say(
        "Now read off where i and j have landed:",
        Indicate(arrows[0]),
        Indicate(arrows[1]),
        wait=0.6,
    )
    landed = [point_text(product[:, k]) for k in (0, 1)]
    narrator.say(f"i on {landed[0]}, j on {landed[1]}.", FadeIn(panel[1][2]), FadeIn(parts[2]))
    narrator.say(
        "One matrix does both at once: that is the product.",
        Circumscribe(parts[2], color=FOCUS),
        wait=1.5,
    )


def rotation_matrix(scene: Scene, degrees: float = 60):
    """Rotation matrix: turn the plane and read its columns off the unit circle.

    Tags: linear algebra, rotation, unit circle, matrix, trigonometry
    Wishes:
        rotation matrix
        why the rotation matrix has cosine and sine
        matrix that rotates by 45 degrees
        rotate the plane by 120 degrees
        rotate the plane with a matrix
        2D rotation matrix with cos and sin
        rotate vectors by an angle
        derive the rotation matrix
        matrix for a quarter turn
    Parameters:
        degrees: the angle of the turn; in [-180, 180]; said: degrees, angle, by
    """
    angle = degrees * PI / 180
    matrix = rotation_of(angle)
    unit = 2.0
    still, grid = rest_grid(unit), MovingGrid(unit)
    arrows = VGroup(grid.arrow((1, 0), FIRST_BASIS), grid.arrow((0, 1), SECOND_BASIS))
    circle = Circle(radius=unit, color=INK, stroke_width=2)
    rows = [["cos θ", "−sin θ"], ["sin θ", "cos θ"]]
    symbols, numbers = (
        bracketed(rows, columns=BASIS_COLORS),
        bracketed(matrix, columns=BASIS_COLORS),
    )
    panel = plate(VGroup(symbols, row_of("θ =", f"{number_text(degrees)}°"), numbers).arrange(DOWN, buff=0.35))
    panel.move_to([4.9, 0, 0])
    narrator = Narrator(scene)
    scene.add(still)
    scene.play(FadeIn(grid), *[GrowArrow(a) for a in arrows], run_time=0.8)
    narrator.say("i and j both end on the unit circle, a quarter turn apart.", Create(circle))
    narrator.say(
        f"Turn the plane by {number_text(degrees)}°.",
        grid.moved_by(matrix, 2.5),
        wait=0.4,
    )
    legs = [_legs(unit, angle, FIRST_BASIS), _legs(unit, angle + PI / 2, SECOND_BASIS)]
    scene.play(FadeIn(panel[0]))
    for k, text in enumerate(("i lands on (cos θ, sin θ).", "j is a quarter turn ahead: (−sin θ, cos θ).")):
        column = VGroup(*[row[k] for row in symbols[0]])
        brackets = [FadeIn(symbols[1])] if k == 0 else []
        narrator.say(text, Create(legs[k]), FadeIn(column), *brackets, color=BASIS_COLORS[k])
    narrator.say(
        "Two columns, and the whole rotation is known.",
        FadeIn(panel[1][1]),
        FadeIn(numbers),
        wait=1.5,
    )


def _legs(radius: float, angle: float, color) -> VGroup:
    tip = radius * np.array([np.cos(angle), np.sin(angle), 0])
    foot = np.array([tip[0], 0, 0])
    return VGroup(
        Line(ORIGIN, foot, color=color, stroke_width=7),
        DashedLine(foot, tip, color=color, stroke_width=4),
    )


def shear_transformation(scene: Scene, factor: float = 1.0):
    """Shear: every row slides sideways, the further up the more; areas stay the same.

    Tags: linear algebra, shear, matrix, area, linear transformation
    Wishes:
        what is a shear?
        shear matrix
        shear the plane by 1.5
        a transformation that slides rows sideways
        shearing the grid
        slant the plane sideways
        shear mapping keeps area
        the shear matrix [[1,1],[0,1]]
    Parameters:
        factor: how far the row at height 1 slides; in [-3, 3]; said: factor, by, shear
    """
    matrix = [[1, factor], [0, 1]]
    still, grid, arrows, labels = basis_plane([(1, 1)], matrix)
    square = grid.carry(
        lambda: Polygon(
            *[grid.place(p) for p in ((0, 0), (1, 0), (1, 1), (0, 1))],
            color=THIRD,
            fill_opacity=0.5,
        )
    )
    panel = corner_matrix(grid, [(1, 1)], [matrix], bracketed(matrix, columns=BASIS_COLORS))
    narrator = Narrator(scene)
    scene.add(still)
    scene.play(
        FadeIn(grid),
        FadeIn(square),
        *[GrowArrow(a) for a in arrows],
        FadeIn(labels),
        run_time=0.8,
    )
    narrator.say(
        f"A shear leaves i alone and tips j over to ({number_text(factor)}, 1).",
        FadeIn(panel),
    )
    narrator.say(
        "Each row slides sideways, the higher the further.",
        grid.moved_by(matrix, 3),
        wait=1,
    )
    narrator.say(
        "The square leans, but base and height stay 1: so does its area.",
        Indicate(square, scale_factor=1.05),
    )
    back = np.linalg.inv(np.array(matrix, dtype=float))
    narrator.say("Sliding back undoes it.", grid.moved_by(back, 1.6), wait=0.2)
    narrator.say(
        "A shear changes shapes and angles, never areas: its determinant is 1.",
        grid.moved_by(matrix, 1.6),
    )
