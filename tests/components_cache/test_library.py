"""Every act renders alone, with its defaults and with random parameters in range, without a layout finding."""

import random

import pytest
from _pytest.mark import ParameterSet

from components_cache.catalogue import catalogue
from components_cache.compose import compose
from components_cache.sampling import sample
from core.component import Component
from core.storyboard import ActCall
from layout.findings import check
from render.farm import Farm

ACTS = [component for component in catalogue().values() if component.kind == "act"]


@pytest.fixture(scope="module")
def farm() -> Farm:
    return Farm.connect()


def _cases() -> list[ParameterSet]:
    """Physics with its defaults always; all other acts, and all random draws, in the sweep."""
    return [
        pytest.param(act, draw, id=f"{act.name}-{draw}", marks=[] if quick else [pytest.mark.sweep])
        for act in ACTS
        for draw in ("defaults", "random")
        for quick in [draw == "defaults" and ".physics." in act.module]
    ]


@pytest.mark.render
@pytest.mark.parametrize(("act", "draw"), _cases())
def test_act(act: Component, draw: str, farm: Farm) -> None:
    arguments = () if draw == "defaults" else sample(act, random.Random(act.name))
    made = compose(act.title, (ActCall(act.name, arguments),), "Proof")
    run = farm.probe(made.code, "Proof")
    assert run.error is None, f"{dict(arguments)}: {run.error}"
    assert run.report is not None
    assert 6 <= run.report.duration <= 90, f"{run.report.duration:.0f} s is not a good length"
    findings = [finding.message for finding in check(run.report)]
    assert not findings, f"{dict(arguments)}: {findings}"
