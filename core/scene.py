"""Scene code: a self-contained ManimCE file with one scene to render."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SceneCode:
    """Python source that runs with plain `manim file.py NAME`.

    `components` names the library parts inlined into it; `notes` says what was changed on the way.
    """

    code: str
    name: str
    components: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
