"""Scenes of a few lines, probed with exactly the shims that they name."""

from __future__ import annotations

import textwrap
from collections.abc import Callable

import pytest

from convert.shims import shims_for
from core.run import RunResult
from render.farm import Farm
from tests.render.conftest import farm, farm_settings  # noqa: F401  # the fixtures

ALWAYS = {"@tolerant", ".play", ".wait", ".add"}

Probe = Callable[..., RunResult]


@pytest.fixture
def probe(farm: Farm) -> Probe:  # noqa: F811
    """Probe a `construct` of the lines given; the assertions in it speak for themselves."""

    def run(body: str, *keys: str, base: str = "Scene") -> RunResult:
        shims = shims_for({*keys, *ALWAYS})
        lines = textwrap.indent(textwrap.dedent(body).strip(), " " * 8)
        code = f"from manim import *\n{shims.code}\n\nclass Shown({base}):\n    def construct(self):\n{lines}\n"
        result = farm.probe(code, "Shown", timeout=100)
        assert result.status == "ok", result.error
        return result

    return run
