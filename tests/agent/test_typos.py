"""Typing errors are mended where they can mean only one word, and left alone everywhere else."""

import pytest

from agent.models.composer.typos import corrected


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("a red cirlce", "a red circle"),
        ("green squre", "green square"),
        ("derivitive of x^2", "derivative of x^2"),
        ("intregral of x", "integral of x"),
        ("graf of x^2 pls", "graph of x^2 please"),
        ("bubbel sort", "bubble sort"),
    ],
)
def test_slips_are_mended(typed: str, meant: str) -> None:
    assert corrected(typed) == meant


@pytest.mark.parametrize(
    "text",
    ["draw a horse", "the stock market", "write 'Helo wrold'", r"\fracc{1}{2}", "recipe for bread"],
)
def test_other_words_stay(text: str) -> None:
    assert corrected(text) == text
