"""Intervals: against values from elsewhere, and what they must be by their nature."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.harness.statistics import bootstrap, difference, estimate, wilson


def test_wilson_against_published_values() -> None:
    assert wilson(8, 10) == pytest.approx((0.4902, 0.9433), abs=1e-3)
    assert wilson(0, 10) == pytest.approx((0.0, 0.2775), abs=1e-3)
    assert wilson(0, 0) == (0.0, 1.0)


@given(st.integers(1, 300), st.data())
def test_wilson_holds_the_share(total: int, data: st.DataObject) -> None:
    count = data.draw(st.integers(0, total))
    low, high = wilson(count, total)
    assert 0 <= low <= count / total + 1e-9
    assert count / total - 1e-9 <= high <= 1


def test_the_bootstrap_is_the_same_for_the_same_values_and_narrows() -> None:
    few, many = [0.0, 1.0, 2.0, 5.0], [0.0, 1.0, 2.0, 5.0] * 30
    assert bootstrap(few) == bootstrap(few)
    assert bootstrap(many)[1] - bootstrap(many)[0] < bootstrap(few)[1] - bootstrap(few)[0]
    assert bootstrap([2.0, 2.0]) == (2.0, 2.0)


def test_trials_of_one_case_count_as_one() -> None:
    found = estimate([("a", 1.0), ("a", 0.0), ("a", 0.0), ("b", 1.0)], share=True)
    assert found is not None
    assert found.cases == 2
    assert found.mean == pytest.approx(2 / 3)
    single = estimate([("a", 1.0), ("b", 0.0)], share=True)
    assert single is not None
    assert (single.low, single.high) == wilson(1, 2)
    assert estimate([]) is None


def test_a_difference_pairs_cases_that_both_have() -> None:
    found = difference([("a", 1.0), ("b", 1.0), ("only old", 9.0)], [("a", 0.0), ("b", 1.0), ("only new", 7.0)])
    assert found is not None
    assert (found.mean, found.cases) == (-0.5, 2)
    assert difference([("a", 1.0)], [("b", 1.0)]) is None
