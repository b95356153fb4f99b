"""Wishes with mathematics become calls of the right acts with the right numbers; other wishes do not."""

import ast
from pathlib import Path

import pytest
import sympy

from agent.models.composer.symbolic.analysis import features, recognise
from agent.models.composer.symbolic.deadline import Expired, deadline
from agent.models.composer.symbolic.derivation import derivative_lines, integral_lines
from agent.models.composer.symbolic.match import match
from agent.models.composer.symbolic.mathtext import read
from agent.models.composer.symbolic.solving import equation_lines
from components_cache.catalogue import catalogue

X = sympy.Symbol("x", real=True)


@pytest.mark.parametrize(
    ("wish", "component", "expected"),
    [
        ("plot cos(x) from -3 to 3", "function_graphs", {"x_range": [-3, 3, 1]}),
        ("tangent of x^3 at x = 2", "tangent_at", {"at": 2, "height": 8.0, "slope": 12.0}),
        ("area under 3x^2 from 1 to 2", "area_under_curve", {"start": 1, "end": 2}),
        ("midpoint Riemann sum of x^2 on [0,3] with 6 rectangles", "riemann_sums", {"side": "middle", "exact": 9.0}),
        ("area between x and x^2", "area_between_curves", {"start": 0, "end": 1}),
        ("derivative of x^3 cos x", "formula_steps", {}),
        ("limit of (x^2-9)/(x-3) as x approaches 3", "limit_at_point", {"target": 3, "value": 6.0, "finite": True}),
        ("limit of n/(n+1) as n goes to infinity", "sequence_limit", {"value": 1.0}),
        ("Taylor series of sin x up to order 5", "taylor_polynomials", {"orders": [1, 3, 5]}),
        ("does 1/2 + 1/4 + 1/8 + ... converge?", "partial_sums", {"total": 1.0, "converges": True}),
        ("sum of 1/n from n=1 to infinity", "partial_sums", {"converges": False}),
        ("ellipse x^2/25 + y^2/9 = 1", "ellipse_foci", {"a": 5, "b": 3}),
        ("hyperbola y^2 - x^2 = 4", "hyperbola_foci", {"a": 2, "b": 2, "sideways": False}),
        ("y^2 = 8x with focus", "parabola_focus", {"p": 2, "upward": False}),
        ("polar curve r = 2 sin(2 theta)", "polar_curve", {"turns": 1}),
        ("inverse of 3x - 6", "inverse_by_reflection", {}),
        ("compare ln x, x and e^x for large x", "growth_race", {}),
        ("slope triangle of y = 3x - 1 from x = 0 to x = 2", "slope_triangle", {"slope": 3, "intercept": -1}),
        ("distance between (1,2) and (4,6)", "distance_formula", {"a": (1, 2), "b": (4, 6)}),
        ("solve 4x - 7 >= 5 on a number line", "solution_set", {"ends": [(3.0, True, "3")]}),
        (
            "cosine wave with amplitude 3 and period 2",
            "labelled_wave",
            {"kind": "cos", "amplitude": 3.0, "period": 2.0},
        ),
    ],
)
def test_wish(wish: str, component: str, expected: dict[str, object]) -> None:
    draft = match(wish)
    assert draft is not None
    assert draft.confidence > 0.75, draft.unread
    assert draft.calls[0].component == component
    given = dict(draft.calls[0].arguments)
    assert {key: ast.literal_eval(given[key]) for key in expected} == expected


@pytest.mark.parametrize(
    "wish",
    [
        "recipe for banana bread",
        "n = 20 monkeys",
        "plot twist of a movie",
        "solve world hunger",
        "compare cats and dogs",
        "how do planes fly",
        "solve n = 6",
    ],
)
def test_other_wishes_are_left_alone(wish: str) -> None:
    assert match(wish) is None


def test_words_that_were_not_understood_lower_the_confidence() -> None:
    clear, strange = match("plot x^2"), match("plot x^2 riding a unicorn through Paris")
    assert clear is not None
    assert strange is not None
    assert strange.confidence < 0.5 < clear.confidence
    assert "unicorn" in strange.unread


def test_negation_lowers_the_confidence() -> None:
    draft = match("plot x^2 without axes")
    assert draft is not None
    assert draft.confidence < 0.75


def test_every_call_names_a_library_act_and_its_parameters() -> None:
    for wish in (
        "plot 1/x",
        "solve x^2 = 2",
        "tangent of e^x at 0",
        "r = theta",
        "shift x^2 to (x-1)^2 + 2",
        "expand (x+1)(x+2)",
    ):
        draft = match(wish)
        assert draft is not None, wish
        for call in draft.calls:
            names = {parameter.name for parameter in catalogue()[call.component].parameters}
            assert {key for key, _ in call.arguments} <= names
            for _, source in call.arguments:
                ast.parse(source, mode="eval")


@pytest.mark.parametrize(
    "text", ["x^2 sin x", "(x^2+1)/(x-1)", "ln(x^2+1)", "sqrt(1+x^2)", "e^(3x) cos x", "(2x+1)^5", "x^x", "3/x^2"]
)
def test_derivative_ends_at_the_derivative(text: str) -> None:
    e = read(text).expressions[0]
    lines = derivative_lines(e.sympy, e.variable, e.tex)
    last = (
        "".join(lines[-1].parts)
        .removeprefix("= ")
        .replace("\\left", "")
        .replace("\\right", "")
        .replace("{\\ln x}", "(\\ln x)")
    )
    (found,) = read(last).expressions
    assert sympy.simplify(found.sympy - e.sympy.diff(X)).subs(X, sympy.Rational(7, 5)).evalf() == pytest.approx(
        0, abs=1e-9
    )


def test_integral_ends_at_an_antiderivative() -> None:
    e = read("x e^x").expressions[0]
    lines = integral_lines(e.sympy, e.variable, e.tex)
    (found,) = read(lines[-1].parts[1].replace("\\left", "").replace("\\right", "")).expressions
    assert sympy.simplify(found.sympy.diff(X) - e.sympy) == 0


@pytest.mark.parametrize(
    ("text", "roots"),
    [
        ("x^2 - 5x + 6 = 0", [2, 3]),
        ("3x - 7 = 2x + 5", [12]),
        ("x^2 = 2", [-sympy.sqrt(2), sympy.sqrt(2)]),
        ("x^2 + 1 = 0", []),
    ],
)
def test_equation(text: str, roots: list[object]) -> None:
    lines, found = equation_lines(read(text).equations[0], X)
    assert found == roots
    assert len(lines) >= 2


def test_features_of_a_rational_function() -> None:
    found = features(X / (X**2 - 1), X)
    assert found.poles == pytest.approx((-1, 1))
    assert found.roots == pytest.approx((0,))
    assert found.levels == pytest.approx((0,))


@pytest.mark.parametrize("value", [sympy.Rational(2, 3), sympy.sqrt(2), sympy.pi / 3, sympy.E, sympy.Integer(-4)])
def test_recognise(value: sympy.Expr) -> None:
    assert recognise(float(value)) == value


def test_deadline_stops_a_loop() -> None:
    with pytest.raises(Expired), deadline(0.1):
        while True:
            pass


def test_deadline_never_interrupts_an_import(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A module whose import is cut off is lost to the process: its lock stays taken."""
    (tmp_path / "slow_to_import.py").write_text("import time\nfor _ in range(30):\n    time.sleep(0.01)\ndone = True\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    with pytest.raises(Expired), deadline(0.05):
        import slow_to_import  # pyright: ignore[reportMissingImports]

        assert slow_to_import.done
        while True:
            pass
    assert __import__("slow_to_import").done
