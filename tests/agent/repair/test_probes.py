"""Whole scripts, mended with the real farm."""

from __future__ import annotations

import pytest

from agent.repair.repair import Repaired, repair
from eval.broken.cases import cases
from render.farm import Farm
from tests.render.conftest import farm, farm_settings  # noqa: F401  # fixtures

pytestmark = [pytest.mark.render, pytest.mark.usefixtures("own_home")]
CASES = {case.name: case for case in cases()}


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
