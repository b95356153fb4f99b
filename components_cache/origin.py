"""Where a scene is from, and what is known about it when components are taken from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

OWN = "LicenseRef-own"
"""The licence of what was made on this machine: its maker decides."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Provenance of a harvested scene; every component keeps it, and can be revoked by each part of it.

    `source` is what kind of place it is from (`wish`, `file`, or a source of the corpus), `place` where in there: the
    run, the path. `wish` is what was asked for, `model` who wrote the code. `parents` are ids of stored components
    that were inlined into it. `acts` says whether whole scenes may become acts.
    """

    source: str
    place: str = ""
    scene: str = ""
    title: str = ""
    description: str = ""
    tags: tuple[str, ...] = ()
    wish: str = ""
    model: str = ""
    licence: str = OWN
    commit: str = ""
    parents: tuple[str, ...] = ()
    acts: bool = True


def origin_of(data: dict[str, Any]) -> Origin:
    """An origin as it was written to JSON."""
    tuples: dict[str, Any] = {key: tuple(data.get(key, ())) for key in ("tags", "parents")}
    return Origin(**{**data, **tuples})
