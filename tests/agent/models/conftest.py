"""A wish, a scene, and a model that talks to the replay server."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from agent.models.litellm_model import LitellmModel
from core.settings import Settings
from core.storyboard import ScenePlan
from core.wish import Wish
from tests.replay.server import ReplayServer

CODE = """from manim import *


class CircleToSquare(Scene):
    def construct(self):
        circle = Circle()
        self.play(Create(circle))
        self.play(Transform(circle, Square()))
        self.wait(1)
"""

Make = Callable[..., LitellmModel]


@pytest.fixture
def model(replay: ReplayServer) -> Make:
    """A function that makes a model; keywords are settings without their `model_`, and those of `LitellmModel`."""

    def make(name: str = "qwen", **options: Any) -> LitellmModel:
        own = {key: options.pop(key) for key in ("on_token", "temperature", "seed") if key in options}
        values: dict[str, Any] = {
            "base_url": replay.url,
            "api_key": "sk-replay-0123456789",
            "timeout": 60.0,  # the first request of a process also pays for imports, on a machine that may be busy
            "retries": 2,
        }
        config = Settings(**{f"model_{key}": value for key, value in (values | options).items()})
        return LitellmModel(name, config=config, first_wait=0.01, **own)

    return make


@pytest.fixture
def wish() -> Wish:
    return Wish("a circle that becomes a square")


@pytest.fixture
def scene() -> ScenePlan:
    return ScenePlan("Circle to square", "Create a circle, then transform it into a square.", "model")
