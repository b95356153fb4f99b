"""Wishes with matrices, vectors, complex numbers, differential equations, surfaces and distributions find their act."""

import ast

import pytest

from agent.models.composer.symbolic.match import match
from components_cache.catalogue import catalogue
from components_cache.compose import compose

WISHES = [
    ("what does the matrix [[2,0],[1,1]] do to space?", "matrix_transformation"),
    ("apply the linear transformation with matrix (1 0; 0 -1)", "matrix_transformation"),
    ("2x2 matrix 0 -1 1 0 as a transformation of the grid", "matrix_transformation"),
    ("eigenvalues and eigenvectors of \\begin{pmatrix}4&1\\\\2&3\\end{pmatrix}", "eigenvectors"),
    ("find the eigenvectors of the matrix 1 2 2 1", "eigenvectors"),
    ("does [[0,-1],[1,0]] have eigenvectors?", "eigenvectors"),
    ("determinant of [[1,2],[3,4]]", "determinant_as_area"),
    ("why is det [[0,1],[1,0]] negative", "determinant_as_area"),
    ("determinant of [[1,2,3],[4,5,6],[7,8,10]]", "formula_steps"),  # only 2x2 can be shown as an area
    ("invert the matrix [[1,2],[3,5]]", "inverse_matrix"),
    ("null space of [[1,2],[2,4]]", "rank_and_null_space"),
    ("SVD of [[3,0],[4,5]]", "svd_rotate_stretch_rotate"),
    ("trace of [[1,5],[2,7]]", "trace_of_a_matrix"),
    ("multiply [[1,0],[2,1]] by [[3,1],[1,1]] step by step", "matrix_multiplication"),
    ("matrix product of [[2,1],[0,3]] and [[1,4],[5,2]]", "matrix_multiplication"),
    ("first apply [[0,-1],[1,0]], then [[1,1],[0,1]]", "composition_of_matrices"),
    ("apply [[2,1],[1,1]] to the vector (1,-1)", "matrix_on_vector"),
    ("matrix [[1,2],[3,4]] times the vector (5,6)", "matrix_vector_product"),
    ("row reduce [[1,2,3],[4,5,6]]", "gaussian_elimination"),
    ("Gaussian elimination on [[1,1,1,6],[0,2,5,-4],[2,5,-1,27]]", "gaussian_elimination"),
    ("matrix that rotates the plane by 30 degrees", "rotation_matrix"),
    ("shear matrix with factor 2", "shear_transformation"),
    ("sum of the vectors (3,1) and (1,-2)", "add_vectors"),
    ("add (1,2), (3,-1) and (-2,2) tip to tail", "add_vectors"),
    ("dot product of [1,2] and [3,4]", "dot_product_as_projection"),
    ("project (2,3) onto (4,1)", "vector_projection"),
    ("cross product of (1,2,3) and (4,5,6)", "cross_product"),
    ("are (1,2) and (2,4) linearly independent?", "linear_combinations"),
    ("span of (1,0) and (1,1)", "linear_combinations"),
    ("Gram-Schmidt on (3,1) and (2,2)", "gram_schmidt"),
    ("express the vector (5,1) in the basis (1,1), (1,-1)", "change_of_basis"),
    ("length of the vector (3,4)", "vector_in_the_plane"),
    ("complex map 1/z", "complex_map"),
    ("how does f(z) = z^3 bend the complex plane?", "complex_map"),
    ("conformal map e^z", "complex_map"),
    ("multiply (2+i) by (1-3i)", "complex_multiplication"),
    ("product of the complex numbers 3+2i and 1+i", "complex_multiplication"),
    ("roots of z^6 = 64", "roots_of_a_number"),
    ("solve z^3 = 8i in the complex plane", "roots_of_a_number"),
    ("7th roots of unity", "roots_of_a_number"),
    ("polar form of 1 - i", "modulus_and_argument"),
    ("conjugate of 3+2i", "complex_conjugate"),
    ("is c = -1+0.2i in the Mandelbrot set?", "mandelbrot_iteration"),
    ("direction field of y' = sin(x) + y", "slope_field"),
    ("dy/dx = x*y with the solution through (0,1)", "slope_field"),
    ("Euler's method for y' = x - y, y(0) = 1 with step size 0.25", "eulers_method"),
    ("phase portrait of x' = y, y' = -sin(x) - 0.2y", "phase_portrait"),
    ("dx/dt = x(1-y), dy/dt = y(x-1) in the phase plane", "phase_portrait"),
    ("phase portrait of the linear system with matrix [[1,3],[-2,-1]]", "linear_system_portrait"),
    ("phase portrait of a damped pendulum with damping 0.5", "damped_pendulum_portrait"),
    ("x'' + 0.5x' + 4x = 0", "harmonic_oscillator"),
    ("exponential decay with half-life 5", "exponential_growth"),
    ("logistic growth with carrying capacity 500", "logistic_growth"),
    ("bacteria doubling every 3 hours, exponential growth", "exponential_growth"),
    ("3D surface z = x^2 - y^2", "surface_plot"),
    ("plot z = exp(-x^2-y^2) from -3 to 3", "surface_plot"),
    ("contour lines of x^2 - y^2", "level_curves"),
    ("gradient of f(x,y) = x*y at the point (2,1)", "gradient_at_point"),
    ("partial derivatives of x^2*y + y^3 at (1,1)", "partial_derivatives"),
    ("tangent plane to z = x^2 + y^2 at (1, 1)", "tangent_plane"),
    ("vector field F = (x, -y)", "vector_field"),
    ("divergence and curl of (x^2, x*y)", "vector_field"),
    ("rotate y = sqrt(x) from 0 to 4 about the x-axis, volume of revolution", "volume_of_revolution"),
    ("double integral of x*y over 0 to 2", "double_integral"),
    ("binomial distribution with 12 trials and p = 0.25", "binomial_distribution"),
    ("probability of at least 7 heads in 10 coin flips", "binomial_distribution"),
    ("normal distribution mean 70 sd 8, shade between 60 and 80", "normal_distribution"),
    ("normal with mu=50, sigma=5, shade below 45", "normal_distribution"),
    ("N(0,1) versus N(2,2): compare the normal distributions", "two_normals"),
    ("z-score of 130 with mean 100 and sd 15", "z_score"),
    ("Poisson distribution with lambda = 3", "poisson_distribution"),
    ("exponential distribution with rate 0.5, probability of more than 4", "exponential_distribution"),
    ("uniform distribution on [2, 8]", "uniform_distribution"),
    ("sum of three dice", "dice_distribution"),
    ("P(X <= 3) for a binomial n=8 p=0.4", "binomial_distribution"),
    ("what does [[1,1],[0,1]] do to the unit square?", "matrix_transformation"),
    ("what does the matrix [[1,1],[0,1]] do to the plane?", "matrix_transformation"),
    ("determinant of [[3,1],[1,2]] as an area", "determinant_as_area"),
    ("complex map z^2 on a grid", "complex_map"),
    ("slope field of dy/dx = y - x with a few solutions", "slope_field"),
    ("phase portrait of a damped pendulum", "damped_pendulum_portrait"),
    ("surface z = sin(x)cos(y)", "surface_plot"),
    ("add the vectors (2,1) and (-1,3)", "add_vectors"),
    ("cross product of (1,0,0) and (0,1,0)", "cross_product"),
    ("roots of z^5 = 1", "roots_of_a_number"),
    ("binomial distribution n=20 p=0.3", "binomial_distribution"),
    ("normal distribution with mean 100 and sd 15, shade above 130", "normal_distribution"),
    ("gradient of x^2 + 3y^2 at (1,1)", "gradient_at_point"),
]


@pytest.mark.parametrize(("wish", "act"), WISHES)
def test_a_wish_finds_its_act(wish: str, act: str) -> None:
    draft = match(wish)
    assert draft is not None
    assert draft.calls[0].component == act
    assert draft.confidence >= 0.85, draft.unread
    known = {parameter.name for parameter in catalogue()[act].parameters}
    for name, value in draft.calls[0].arguments:
        assert name in known
        ast.parse(value, mode="eval")


SLOTS = [
    ("eigenvectors of the matrix 3 1 0 2", {"matrix": "[[3, 1], [0, 2]]"}),
    ("multiply [[1,2],[3,4]] by [[0,1],[1,0]]", {"left": "[[1, 2], [3, 4]]", "right": "[[0, 1], [1, 0]]"}),
    ("first [[0,-1],[1,0]] then [[1,1],[0,1]]", {"first": "[[0, -1], [1, 0]]", "second": "[[1, 1], [0, 1]]"}),
    ("project (2,3) onto (4,1)", {"u": "(2, 3)", "onto": "(4, 1)"}),
    ("cross product of (1,2) and (3,4)", {"u": "(1, 2, 0)", "v": "(3, 4, 0)"}),
    ("solve z^3 + 8 = 0 over the complex numbers", {"degree": "3", "value": "(-8, 0)"}),
    ("sixth roots of unity", {"degree": "6", "value": "(1, 0)"}),
    ("slope field of dx/dt = x(1 - x)", {"function": "lambda x, y: y * (1 - y)"}),
    ("slope field of y' = x through (2, 4)", {"starts": "[(2, 4)]", "x_range": "(-6, 6)"}),
    ("2x'' + 8x = 0", {"omega": "2.0", "damping": "0.0"}),
    ("exponential decay with half-life 2", {"rate": "-0.346574"}),
    ("population growth of 3 percent per year, exponential", {"rate": "0.03"}),
    ("divergence and curl of (-y, x)", {"derived": "['0', '2']"}),
    ("gradient of x*y^2 at (10, 2)", {"point": "(10, 2)", "x_range": "(7, 13)"}),
    ("more than 7 heads in 10 coin flips", {"region": "'above'", "low": "8"}),
    ("fewer than 3 successes, binomial n=8 p=0.2", {"region": "'below'", "high": "2"}),
    ("exactly 4 heads in 9 coin tosses", {"region": "'between'", "low": "4", "high": "4"}),
    ("normal distribution with mean 10 and sd 2, within 1.5 standard deviations", {"low": "7", "high": "13"}),
    ("normal distribution with mean 5 and standard deviation 2", {"region": "'rule'"}),
    ("exponential waiting time with mean 4 minutes, longer than 6 minutes", {"rate": "0.25", "above": "6"}),
]


@pytest.mark.parametrize(("wish", "slots"), SLOTS)
def test_slots_are_filled_from_the_wish(wish: str, slots: dict[str, str]) -> None:
    draft = match(wish)
    assert draft is not None
    arguments = dict(draft.calls[0].arguments)
    assert {name: arguments.get(name) for name in slots} == slots


REFUSED = [
    "row reduce [[1,2],[3,4]]",  # no augmented matrix
    "binomial distribution n=500 p=0.5",
    "binomial distribution n=10 p=1.5",
    "x'' - 4x = 0 as an oscillator",  # grows without end
    "sum of 12 dice",
]


@pytest.mark.parametrize("wish", REFUSED)
def test_what_cannot_be_shown_is_left_alone(wish: str) -> None:
    draft = match(wish)
    assert draft is None or draft.confidence < 0.6


@pytest.mark.parametrize("wish", ["eigenvectors of [[2,1],[1,2]] and a recipe for soup", "z^2 map set to jazz music"])
def test_words_that_were_not_understood_lower_the_confidence(wish: str) -> None:
    draft = match(wish)
    assert draft is None or (draft.confidence < 0.6 and draft.unread)


def test_composed_code_carries_the_function_of_the_wish() -> None:
    draft = match("slope field of y' = sin(x) * y")
    assert draft is not None
    code = compose(draft.title, draft.calls, "Wish").code
    compile(code, "wish.py", "exec")
    assert "np.sin(x)" in code
    assert "sympy" not in code
