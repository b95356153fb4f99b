"""A storyboard as a model writes it: the JSON schema it is given, and what it answered, checked."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from agent.models.answers import read_json
from core.storyboard import ScenePlan, Storyboard

MOST_SCENES = 6


class SceneAnswer(BaseModel):
    """One scene of the plan."""

    model_config = ConfigDict(extra="ignore", str_strip_whitespace=True)

    title: str = Field(min_length=1, max_length=120, description="at most 50 characters")
    brief: str = Field(min_length=10, max_length=6000, description="everything this scene shows, in order")


class StoryboardAnswer(BaseModel):
    """The plan of a video."""

    model_config = ConfigDict(extra="ignore", str_strip_whitespace=True)

    title: str = Field(min_length=1, max_length=120, description="title of the video")
    scenes: list[SceneAnswer] = Field(min_length=1, max_length=MOST_SCENES, description="scenes in order")


def schema() -> dict[str, Any]:
    """The JSON schema of a plan, in the strict form that providers ask for: all required, nothing more."""
    return _strict(StoryboardAnswer.model_json_schema())


def read_plan(text: str) -> Storyboard:
    """The storyboard in an answer. Raises `ValueError` that says, for the model to read, what is wrong."""
    value = read_json(text)
    try:
        answer = StoryboardAnswer.model_validate(value)
    except ValidationError as error:
        raise ValueError(_problems(error)) from error
    scenes = tuple(ScenePlan(scene.title, scene.brief, "model") for scene in answer.scenes)
    return Storyboard(answer.title, scenes)


def _problems(error: ValidationError) -> str:
    rows = [f"{'.'.join(str(part) for part in row['loc']) or 'answer'}: {row['msg']}" for row in error.errors()]
    return "; ".join(rows[:6])


_BOUNDS = ("minLength", "maxLength", "minItems", "maxItems", "title")
"""Keywords that some providers refuse in a strict schema; the answer is checked against them here instead."""


def _strict(node: Any) -> Any:
    if isinstance(node, list):
        return [_strict(item) for item in node]  # pyright: ignore[reportUnknownVariableType]
    if not isinstance(node, dict):
        return node
    kept: dict[str, Any] = {}
    for key, value in node.items():  # pyright: ignore[reportUnknownVariableType]
        if key == "properties":
            kept[key] = {name: _strict(inner) for name, inner in value.items()}
        elif key not in _BOUNDS:
            kept[str(key)] = _strict(value)  # pyright: ignore[reportUnknownArgumentType]
    if kept.get("type") == "object":
        kept |= {"additionalProperties": False, "required": list(kept.get("properties", {}))}
    return kept
