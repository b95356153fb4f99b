"""Small scenes for the layout checks: what a bad one is, and how a body becomes a file."""

from __future__ import annotations

from dataclasses import dataclass
from textwrap import dedent, indent

from core.finding import FindingKind


@dataclass(frozen=True)
class Bad:
    """A body and the kinds of findings that it must give. `mendable` is false where only a person or model can help."""

    body: str
    kinds: frozenset[FindingKind]
    mendable: bool = True
    base: str = "Scene"


def code(body: str, base: str = "Scene") -> str:
    """The whole file of a scene called `Bad`."""
    inner = indent(dedent(body).strip(), " " * 8)
    return f"from manim import *\n\n\nclass Bad({base}):\n    def construct(self):\n{inner}\n"
