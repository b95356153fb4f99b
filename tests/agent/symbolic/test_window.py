"""The window of a plot shows the shape of the function, whatever its size, kinks and roots."""

import pytest

from agent.models.composer.symbolic.analysis import numeric
from agent.models.composer.symbolic.mathtext import read
from agent.models.composer.symbolic.window import window


@pytest.mark.parametrize(
    "text",
    [
        "|x|",
        "|x-2|",
        "sqrt(x)",
        "x^(1/3)",
        "x^(2/3)",
        "sqrt(|x|)",
        "x^2",
        "e^(-x^2)",
        "ln x",
        "x^x",
        "1000x",
        "0.001x^2",
    ],
)
def test_a_window_is_wide_enough_and_filled_by_the_curve(text: str) -> None:
    import numpy as np

    e = read(f"plot {text}").expressions[0]
    shown = window([e])
    low, high, _ = shown.x_range
    assert high - low >= 3
    values = numeric(e.sympy, e.variable)(np.linspace(low, high, 500))
    seen = values[(values >= shown.y_range[0]) & (values <= shown.y_range[1])]
    assert np.ptp(seen) > 0.5 * (shown.y_range[1] - shown.y_range[0])


def test_high_powers_get_a_narrow_window() -> None:
    shown = window([read("plot x^10").expressions[0]])
    assert shown.x_range[:2] == [-1.5, 1.5]


def test_far_roots_of_a_polynomial_are_found() -> None:
    shown = window([read("plot (x-100)^2").expressions[0]])
    assert shown.x_range[0] < 100 < shown.x_range[1]


@pytest.mark.parametrize("text", ["y = 5", "y = -2", "y = 0"])
def test_constants_are_shown_with_the_axis(text: str) -> None:
    shown = window([read(text).expressions[0]])
    assert shown.y_range[0] < 0 < shown.y_range[1]


def test_a_level_that_is_reached_is_no_asymptote() -> None:
    assert window([read("plot sign(x)").expressions[0]]).features[0].levels == ()
    assert window([read("plot arctan(x)").expressions[0]]).features[0].levels
