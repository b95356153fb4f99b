"""A component: a verified, typed, reusable piece of a scene."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

SceneKind = Literal["Scene", "MovingCameraScene", "ThreeDScene"]


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter. `annotation` and `default` are Python source.

    `low` and `high` bound a number, the items of a list, or the numbers of a point; None is no bound.
    `shortest` and `longest` bound the length of a list. `choices` lists the allowed strings.
    `said` are the words that stand beside the value in a wish ("8 bars", "learning rate 0.3").
    """

    name: str
    annotation: str
    default: str
    description: str = ""
    low: float | None = None
    high: float | None = None
    shortest: int | None = None
    longest: int | None = None
    choices: tuple[str, ...] = ()
    said: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Component:
    """A library act or mobject builder. `module` is the dotted module that defines `name`."""

    name: str
    module: str
    title: str
    summary: str
    description: str
    kind: Literal["act", "mobject"]
    scene_kind: SceneKind = "Scene"
    tags: tuple[str, ...] = ()
    wishes: tuple[str, ...] = ()
    parameters: tuple[Parameter, ...] = ()
    line: int = 0

    @property
    def signature(self) -> str:
        """The call as a model sees it."""
        inside = ", ".join(f"{p.name}: {p.annotation} = {p.default}" for p in self.parameters)
        return f"{self.name}({inside})"
