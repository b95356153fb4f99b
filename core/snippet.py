"""A snippet: a piece of Manim code with what is known about it. The corpus makes them, retrieval finds them."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Literal

SnippetKind = Literal[
    "scene",  # a self-contained file with one scene to render
    "example",  # the same, written to show one thing: a docstring example
    "api",  # an entry of ManimCE's reference: `code` is the signature, `description` the docstring
    "helper",  # a function, with what it needs
    "component",  # a class of mobject or animation, or an act of the library, with what it needs
]
Dialect = Literal["ce", "old_ce", "gl", "old_gl", "ancient", "mixed", "unknown"]
"""What a snippet was written for: today's ManimCE or an older one, manimgl of some age. Clean `code` is ManimCE."""

Verified = Literal[
    "unchecked",  # nobody has looked yet
    "failed",  # it cannot run; `problem` says why
    "static",  # it parses, is allowed, and uses only names that exist
    "probed",  # it ran through the render farm's probe
]


@dataclass(frozen=True, slots=True)
class Snippet:
    """One piece of Manim code and where it is from.

    `id` is made of source, path, name and code, so it is stable as long as these are. `name` is the scene's, the
    function's or the dotted API name. `path` is relative to the source, `line` 1-based in it (0: unknown), `commit` a
    git hash, a version or a tree hash. `licence` is an SPDX id (`NOASSERTION` if unknown). `video` and `year` (0:
    unknown) say which video it was made for. `wishes` are further descriptions of the same code. `comments` are its
    comments in prose. `score` is how well the description fits the code, 0 to 1, and -1 if nobody asked. `duration`
    (seconds), `animations` and `findings` (layout objections) come from the probe. `feedback` is the sum of people's
    votes. `notes` say what was changed on the way here.
    """

    id: str
    code: str
    title: str = ""
    description: str = ""
    name: str = ""
    kind: SnippetKind = "scene"
    scenes: tuple[str, ...] = ()
    source: str = ""
    path: str = ""
    line: int = 0
    commit: str = ""
    licence: str = "NOASSERTION"
    dialect: Dialect = "ce"
    video: str = ""
    year: int = 0
    wishes: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    comments: tuple[str, ...] = ()
    verified: Verified = "unchecked"
    problem: str = ""
    score: float = -1.0
    duration: float = 0.0
    animations: int = 0
    findings: int = 0
    feedback: int = 0
    notes: tuple[str, ...] = ()

    @property
    def is_verified(self) -> bool:
        """Whether it ran in the farm."""
        return self.verified == "probed"


def snippet_id(source: str, path: str, name: str, code: str) -> str:
    """The id of a snippet: 20 hexadecimal digits."""
    return hashlib.sha256("\0".join((source, path, name, code)).encode("utf-8", "replace")).hexdigest()[:20]
