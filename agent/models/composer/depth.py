"""Depth: what the option `complexity` changes in the composer's storyboard, or that it can change nothing.

Low and medium show what was wished for and nothing else. High goes on with the nearest act of the same topic, as a
scene of its own, where the library has one that is near enough and takes, or shows, all values of the wish.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

import numpy as np

from agent.models.composer.slots import fill
from agent.models.composer.strange import strange
from agent.models.composer.topics import topics
from core.component import Component
from core.storyboard import ActCall, ScenePlan, Storyboard
from core.wish import Complexity

NEAR = 0.7
"""Least cosine between the mean texts of two acts of one module from which on one goes on with the other's topic."""
SHORT = "complexity low changes nothing here: the composer shows what was asked for and nothing else"
DRAWING = "complexity high changes nothing here: a drawing shows exactly what was asked for"
PARTS = "complexity high changes nothing here: the wish says itself which scenes there are"
ALONE = "complexity high changes nothing here: the library has no further act on this topic"


def deepened(board: Storyboard, text: str, complexity: Complexity) -> Storyboard:
    """The storyboard as deep as asked for; what cannot be done stands in its notes."""
    if complexity == "medium":
        return board
    if complexity == "low":
        return _noted(board, SHORT)
    scene, *rest = board.scenes
    if rest:
        return _noted(board, PARTS)
    if scene.kind != "act":
        return _noted(board, DRAWING)
    extra = next((plan for act in further(scene.calls[-1].component) if (plan := _plan(act, text))), None)
    return replace(board, scenes=(scene, extra)) if extra else _noted(board, ALONE)


@lru_cache(maxsize=512)
def further(name: str) -> tuple[Component, ...]:
    """Other acts on the topic of a curated act, nearest first."""
    index = topics()
    places = {component.name: place for place, component in enumerate(index.components)}
    if name not in places:
        return ()
    own = index.components[places[name]]
    rivals = [place for place, act in enumerate(index.components) if act.module == own.module and act is not own]
    near = {place: float(_mean(place) @ _mean(places[name])) for place in rivals}
    return tuple(index.components[place] for place in sorted(rivals, key=lambda p: -near[p]) if near[place] >= NEAR)


def _mean(place: int) -> np.ndarray:
    start, stop = topics().rows[place]
    mean = topics().matrix[start:stop].mean(axis=0)
    return mean / np.linalg.norm(mean)


def _plan(act: Component, text: str) -> ScenePlan | None:
    """A scene of the act with the values of the wish; None where it would show other ones."""
    filled = fill(act, text)
    if any(strange(act, filled, text)):
        return None
    return ScenePlan(act.title, " ".join([act.summary, *filled.notes]), "act", (ActCall(act.name, filled.arguments),))


def _noted(board: Storyboard, note: str) -> Storyboard:
    return replace(board, notes=(*board.notes, note))
