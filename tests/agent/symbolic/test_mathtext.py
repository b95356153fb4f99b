"""Mathematics as people write it is read; hostile or explosive wishes are passed over quickly."""

import time

import pytest
import sympy

from agent.models.composer.symbolic.mathtext import read

X = sympy.Symbol("x", real=True)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("plot x^2 sin x", X**2 * sympy.sin(X)),
        ("graph of e^-x^2", sympy.exp(-(X**2))),
        ("plot |x-2|+1", sympy.Abs(X - 2) + 1),
        ("√x", sympy.sqrt(X)),
        ("draw x² − 4·x + 3", X**2 - 4 * X + 3),
        (r"\frac{1}{1+x^2}", 1 / (1 + X**2)),
        ("xe^(-x)", X * sympy.exp(-X)),
        ("e^2x", sympy.exp(2 * X)),
        ("sin^2 x", sympy.sin(X) ** 2),
        ("sin^{-1} x", sympy.asin(X)),
        ("plot sinx", sympy.sin(X)),
        ("ln(x)/2", sympy.log(X) / 2),
        ("log_2(x)", sympy.log(X, 2)),
        ("-x^2 + 4", 4 - X**2),
        ("x squared plus 3x minus 4", X**2 + 3 * X - 4),
        ("the square root of x", sympy.sqrt(X)),
        ("2sin(3x)cos x", 2 * sympy.sin(3 * X) * sympy.cos(X)),
    ],
)
def test_expression(text: str, meant: object) -> None:
    (found,) = read(text).expressions
    assert sympy.simplify(found.sympy - meant) == 0


def test_written_order_is_kept_in_tex() -> None:
    assert read("1 + 2/(x+1)").expressions[0].tex == r"1 + \frac{2}{x + 1}"


def test_source_is_numpy() -> None:
    assert read("plot sin(x)/x").expressions[0].function == "lambda x: np.sin(x) / x"


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("x from -2 to 2", -2, 2),
        ("between 0 and pi", 0, sympy.pi),
        ("sin x on [0, 4]", 0, 4),
        ("from x = 1 to x = 3", 1, 3),
        ("for -2 <= x <= 5", -2, 5),
        ("sum of 1/n from n=1 to infinity", 1, sympy.oo),
    ],
)
def test_interval(text: str, low: object, high: object) -> None:
    (found,) = read(text).intervals
    assert (found.low, found.high) == (low, high)


@pytest.mark.parametrize(
    ("text", "target", "side"),
    [
        ("as n goes to infinity", sympy.oo, ""),
        ("as x -> 0+", 0, "+"),
        ("as x approaches 2 from the left", 2, "-"),
        ("x → ∞", sympy.oo, ""),
    ],
)
def test_approach(text: str, target: object, side: str) -> None:
    (found,) = read(text).approaches
    assert (found.target, found.side) == (target, side)


def test_points_matrices_series_assignments() -> None:
    assert read("mark the point (3, 8)").points == ((3, 8),)
    assert read("matrix [[1,1],[0,1]]").matrices == (sympy.Matrix([[1, 1], [0, 1]]),)
    assert read("1/2 + 1/4 + 1/8 + ...").series[0].terms == (
        sympy.Rational(1, 2),
        sympy.Rational(1, 4),
        sympy.Rational(1, 8),
    )
    assert dict(read("binomial n=20 p=0.3").assignments) == {"n": 20, "p": sympy.Rational(3, 10)}
    assert read("add the vectors (2,1) and (-1,3)").vectors == ((2, 1), (-1, 3))


def test_equations() -> None:
    one, two = read("solve 2x + 3y = 12, x - y = 1").equations
    assert (one.tex, two.tex) == ("2 x + 3 y = 12", "x - y = 1")
    assert read("dy/dx = y - x").equations[0].tex == "y' = y - x"
    assert read("y'' + y = 0").equations[0].symbols == {"y''", "y"}


@pytest.mark.parametrize(
    "text", ["recipe for banana bread", "a 4x4 grid of dots", "points A and B", "a 3D cube", "step-by-step", ""]
)
def test_prose_holds_no_mathematics(text: str) -> None:
    found = read(text)
    assert found.expressions == ()
    assert found.equations == ()


@pytest.mark.parametrize(
    "text",
    [
        "10^10^10",
        "9^9^9^9",
        "(" * 3000,
        "x^" * 900,
        "-" * 4000,
        "x+" * 1900,
        "20!!!!!",
        "gamma(10^8)",
        "[[" * 900,
        "((10^60)^60)^60",
        "1/0",
        "int " * 900,
    ],
)
def test_explosive_mathematics_is_passed_over(text: str) -> None:
    started = time.perf_counter()
    for expression in read(text).expressions:
        assert sympy.count_ops(expression.sympy) < 200
    assert time.perf_counter() - started < 5


@pytest.mark.parametrize(
    "text",
    [
        "__import__('os').system('touch /tmp/owned')",
        "plot exec('x=1')",
        "plot (lambda: 1)()",
        "x.__class__",
        "open('/etc/passwd').read()",
    ],
)
def test_code_is_never_run(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    import builtins
    import os

    def caught(*_: object, **__: object) -> None:
        raise AssertionError("a wish was executed")

    monkeypatch.setattr(os, "system", caught)
    monkeypatch.setattr(builtins, "exec", caught)
    names = {s.name for e in read(text).expressions for s in e.sympy.free_symbols}
    assert all(name.isidentifier() and not name.startswith("_") for name in names)
