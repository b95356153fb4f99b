"""What is asked for is what is shown: places, orders, bounds, shapes and operations. Wishes of our own."""

import ast

import pytest

from agent.models.composer.draft import Draft
from agent.models.composer.symbolic.match import match
from agent.models.composer.symbolic.mathtext import read
from agent.models.composer.symbolic.spelling import decimal_points

SURE = 0.75


def drafted(wish: str) -> Draft:
    draft = match(wish)
    assert draft is not None, wish
    assert draft.confidence > SURE, (wish, draft.unread)
    return draft


def shown(wish: str) -> str:
    """All arguments of the first call as one text."""
    return " ".join(source for _, source in drafted(wish).calls[0].arguments)


@pytest.mark.parametrize(
    ("wish", "at"),
    [
        ("tangent to cos x at pi/3", 1.0472),
        ("tangent line of x^2 in the point 3/4", 0.75),
        ("tangent of sqrt(x) at sqrt(2)", 1.41421),
        ("tangent at -2 for x^3", -2),
        ("tangent to ln x at x = 2", 2),
    ],
)
def test_places_are_read(wish: str, at: float) -> None:
    given = dict(drafted(wish).calls[0].arguments)
    assert ast.literal_eval(given["at"]) == pytest.approx(at, abs=1e-4)


@pytest.mark.parametrize(
    ("wish", "last"),
    [
        ("second derivative of x^5", "20 x^{3}"),
        ("3rd derivative of x^4", "24 x"),
        ("d/dx of x^6", "6 x^{5}"),
        (r"\frac{d^2}{dx^2} x^3", "6 x"),
        ("f(x) = x^4, f''", "12 x^{2}"),
        ("y = x^7, find dy/dx", "7 x^{6}"),
        ("derivative of x^2 at -4", "-8"),
    ],
)
def test_derivatives_are_of_the_order_that_is_asked(wish: str, last: str) -> None:
    lines = ast.literal_eval(dict(drafted(wish).calls[0].arguments)["lines"])
    assert last in "".join(lines[-1])


@pytest.mark.parametrize(
    ("wish", "component", "part"),
    [
        ("sum of 3^n from n=0 to 4", "formula_steps", "121"),
        (r"\sum_{k=1}^{20} k", "formula_steps", "210"),
        ("Σ n=1 to 6 of n^2", "formula_steps", "91"),
        ("product of k from k=1 to 6", "formula_steps", "720"),
        ("sum of (1/4)^n, n = 0 to infinity", "partial_sums", "4}{3"),
        ("line through (0,1) and (2,7)", "formula_steps", "y = 3 x + 1"),
        ("circle with center (2,-1) and radius 4", "circle_equation", "(2, -1)"),
        ("midpoint of (0,2) and (4,8)", "formula_steps", "(2, 5)"),
        ("parabola with vertex (1,1) through (2,4)", "formula_steps", "a = 3"),
        ("area of the triangle (0,0), (6,0), (0,4)", "formula_steps", "= 12"),
        ("determinant of [[1,2,0],[0,1,3],[2,0,1]]", "formula_steps", "= 13"),
        ("transpose of [[1,2,3],[4,5,6]]", "formula_steps", "4"),
        ("(2+i) + (1-3i)", "formula_steps", "3 - 2 i"),
        ("(1+i)/(1-i)", "formula_steps", "= i"),
        ("|5+12i|", "modulus_and_argument", "(5, 12)"),
        ("square root of -9", "roots_of_a_number", "(-9, 0)"),
        ("gradient descent on x^2 + x with learning rate 0.3", "descent_on_curve", "0.3"),
        ("Newton's method for x^3 - 5", "newton_iteration", "x ** 3 - 5"),
        ("bisection method for x^2 - 5", "bisection_method", "x ** 2 - 5"),
        ("find a root of x^3 + x = 1 by bisection on [0,1]", "bisection_method", "x ** 3 + x - 1"),
        ("double integral of x + y over [0,2] x [0,3]", "double_integral", "(0, 3)"),
        ("bar chart of 4, 7, 1", "bar_chart", "[4, 7, 1]"),
        ("average of 2, 6, 7", "formula_steps", "= 5"),
        ("median of 9, 1, 5", "formula_steps", r"\text{median} = 5"),
        ("1/4 + 1/6", "formula_steps", r"\frac{5}{12}"),
        ("log2(x)", "function_graphs", r"\log_{2} x"),
    ],
)
def test_the_asked_operation_is_done(wish: str, component: str, part: str) -> None:
    assert drafted(wish).calls[0].component == component
    assert part in shown(wish).replace("\\\\", "\\")


@pytest.mark.parametrize(
    "wish",
    [
        "curvature of x^3",
        "fourier transform of x^2",
        "are y = 2x + 1 and y = -x/2 perpendicular",
        "tangent to x^2 with 17 of them",
        "determinant of [[1,2,3],[4,5,6]]",
    ],
)
def test_a_draft_that_does_something_else_is_not_sure(wish: str) -> None:
    draft = match(wish)
    assert draft is None or draft.confidence < 0.5


def test_numbers_in_products_are_set_apart() -> None:
    assert r"3 x^{2} \cdot 2" in shown("expand (x+2)^3").replace("\\\\", "\\")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("y = 0,5x + 1", "y = 0.5x + 1"),
        ("f(x)=2,5x^2-1,5x", "f(x)=2.5x^2-1.5x"),
        ("sort 3,5,1", "sort 3,5,1"),
        ("points (0,5) and (1,2)", "points (0,5) and (1,2)"),
        ("plot x^2, 2x", "plot x^2, 2x"),
    ],
)
def test_decimal_commas(text: str, expected: str) -> None:
    assert decimal_points(text) == expected


def test_bounds_of_a_counter_are_an_interval() -> None:
    (interval,) = read("sum of n^2, n = 2 to 9").intervals
    assert (interval.variable, interval.low, interval.high) == ("n", 2, 9)
