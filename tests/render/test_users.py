"""Who runs what a farm starts."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from render.users import FIRST, JOBS, LAST, TEX, Users


def _all(farm: str) -> list[int]:
    users = Users(Path(farm))
    return [*map(users.of_job, range(JOBS)), *map(users.of_tex, range(TEX))]


@given(st.text(alphabet="abc/é", min_size=1))
def test_every_job_and_formula_has_a_user_of_its_own(farm: str) -> None:
    users = _all(farm)
    assert len(set(users)) == JOBS + TEX
    assert min(users) >= FIRST and max(users) < LAST  # the last is for looking what others can read


def test_farms_of_two_homes_share_no_user() -> None:
    assert not set(_all("/home/ann/.tulku/farm")) & set(_all("/home/bob/.tulku/farm"))
