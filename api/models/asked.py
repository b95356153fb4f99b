"""What clients send."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

from components_cache.styles import STYLES
from core.wish import MAX_WISH_LENGTH, Complexity, Quality

MAX_CODE_LENGTH = 200_000
"""Longest code in characters."""
TASK_ID = r"^[0-9a-f]{32}$"


def _plain(text: str) -> str:
    """Raises ValueError for text that holds control characters or half a surrogate pair."""
    if any(
        (ord(char) < 32 and char not in "\n\t\r") or 0xD800 <= ord(char) < 0xE000 or ord(char) == 127 for char in text
    ):
        raise ValueError("it holds control characters; send plain text")
    return text


CONTROL = r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f"
Text = Annotated[str, AfterValidator(_plain), Field(json_schema_extra={"pattern": f"^[^{CONTROL}]*$"})]
Prompt = Annotated[
    Text,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=MAX_WISH_LENGTH),
    Field(json_schema_extra={"pattern": rf"^[^{CONTROL}]*[^\s{CONTROL}][^{CONTROL}]*$"}),
]
Code = Annotated[Text, StringConstraints(min_length=1, max_length=MAX_CODE_LENGTH)]
Name = Annotated[Text, StringConstraints(strip_whitespace=True, max_length=80)]
TaskId = Annotated[str, StringConstraints(pattern=TASK_ID)]


class Body(BaseModel):
    """A request body: unknown fields are errors, so that a misspelt one is noticed."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=False)


class Options(Body):
    """How a video is to be made. All have defaults."""

    quality: Quality = Field("low", description="low 480p15, medium 720p30, high 1080p60, 4k 2160p60")
    resolution: Literal["480p", "720p", "1080p", "1440p", "2160p"] | None = Field(
        None, description="height of the frame, where it should differ from the quality's own"
    )
    style: str = Field("3b1b", max_length=40, json_schema_extra={"enum": [*STYLES]})
    complexity: Complexity = Field(
        "medium", description="low: the core idea alone; high: a further view, or a worked example, as well"
    )
    temperature: float = Field(0.2, strict=True, ge=0, le=2, description="of the language model; the composer has none")
    seed: int = Field(0, strict=True, ge=0, lt=2**32, description="fixes every random choice")
    model: str | None = Field(None, max_length=120, description="composer, or any litellm model")


class Generate(Body):
    """A wish."""

    prompt: Prompt = Field(description="what you want to see, in your own words")
    options: Options = Options()  # pyright: ignore[reportCallIssue]  # all have defaults
    project: Name = Field("", description="a name under which tasks are listed together")

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {
                    "prompt": "Create a circle that transforms into a square",
                    "options": {"quality": "low", "resolution": "720p", "style": "3b1b", "complexity": "medium"},
                }
            ]
        },
    )


class Chat(Body):
    """Something said about a video, or a first wish."""

    message: Prompt = Field(description="what should be different, or what you want to see")
    task_id: TaskId | None = Field(None, description="the video that is meant; without it the message is a wish")
    conversation_id: TaskId | None = Field(
        None, description="where a first wish belongs; a new conversation without it"
    )
    options: Options | None = Field(None, description="other options than those of the video")
    project: Name = ""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [{"task_id": "5f0c6f4e1c6f4c0f9b0e6a3f3b0d9a11", "message": "make the circle red"}]
        },
    )


class Convert(Body):
    """Code of any Manim."""

    code: Code


class Opinion(Body):
    """What somebody thinks of a video."""

    task_id: TaskId
    thumb: Literal["up", "down"]
    text: Annotated[Text, StringConstraints(strip_whitespace=True, max_length=4000)] = ""


class RenderOptions(Body):
    """How code is rendered."""

    quality: Quality = "low"
    resolution: Literal["480p", "720p", "1080p", "1440p", "2160p"] | None = None
    seed: int = Field(0, strict=True, ge=0, lt=2**32)


class Render(Body):
    """A scene of your own."""

    code: Code = Field(description="a ManimCE file")
    scene: Name = Field("", description="the scene's class; may be left out where there is one")
    options: RenderOptions = RenderOptions()  # pyright: ignore[reportCallIssue]  # all have defaults
    project: Name = ""
    conversation_id: TaskId | None = Field(None, description="where it belongs; a new conversation without it")
    parent_id: TaskId | None = Field(None, description="the task whose code this was")

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {
                    "code": "from manim import *\n\nclass Hello(Scene):\n    def construct(self):\n"
                    "        self.play(Create(Circle()))\n",
                    "scene": "Hello",
                }
            ]
        },
    )
