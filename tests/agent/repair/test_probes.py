"""Whole scripts, mended with the real farm."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from agent.repair.repair import Repaired, repair
from core.settings import settings
from eval.broken.cases import cases
from render.farm import Farm
from tests.render.conftest import farm, farm_settings  # noqa: F401  # fixtures

pytestmark = pytest.mark.render
CASES = {case.name: case for case in cases()}


@pytest.fixture(scope="module", autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """One home for all: the table of signatures is read off manim once."""
    patch = pytest.MonkeyPatch()
    patch.setenv("TULKU_HOME", str(tmp_path_factory.mktemp("home")))
    settings.cache_clear()
    yield
    patch.undo()
    settings.cache_clear()


def fixed(name: str, farm: Farm) -> Repaired:  # noqa: F811  # the fixture
    return repair(CASES[name].code, lambda code, scene: farm.probe(code, scene, timeout=60))


@pytest.mark.parametrize("name", ["sine_unit_circle", "colour_typo_names", "percent_tex", "fenced", "two_d_points"])
def test_broken_scripts_run_after_it(name: str, farm: Farm) -> None:  # noqa: F811
    done = fixed(name, farm)
    assert (done.status == "fixed" and done.run is None) or (done.run and done.run.ok)
    assert done.mends


def test_a_working_script_is_the_same_byte_for_byte(farm: Farm) -> None:  # noqa: F811
    done = fixed("w_old_comment", farm)
    assert (done.status, done.code) == ("works", CASES["w_old_comment"].code)
