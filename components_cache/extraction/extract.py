"""From a scene that works to candidates. Public entry: `extract`."""

from __future__ import annotations

from components_cache.extraction.acts import acts
from components_cache.extraction.blocks import blocks
from components_cache.extraction.candidate import Candidate, Dropped
from components_cache.extraction.definitions import definitions
from components_cache.extraction.reading import read
from components_cache.origin import OWN, Origin
from core.scene import SceneCode
from corpus.licences import is_shareable

LONGEST = 200_000
"""Characters of a scene's file that is still looked through."""


def extract(scene: SceneCode, origin: Origin) -> list[Candidate | Dropped]:
    """Candidates of a scene that ran: functions, classes, blocks that build a group, acts. Runs nothing.

    Empty for code that does not parse, is too long, or whose licence does not let its parts be used elsewhere.
    """
    if len(scene.code) > LONGEST or not may_be_taken(origin.licence):
        return []
    try:
        source = read(scene.code, scene.name)
    except (SyntaxError, ValueError):
        return []
    found: dict[str, Candidate | Dropped] = {}
    for piece in (part for take in (definitions, blocks, acts) for part in take(source, origin)):
        found.setdefault(piece.code if isinstance(piece, Candidate) else f"{piece.shape} {piece.name}", sound(piece))
    return list(found.values())


def may_be_taken(licence: str) -> bool:
    """Whether parts of code under a licence may be used in other people's scenes."""
    return licence == OWN or is_shareable(licence)


def sound(piece: Candidate | Dropped) -> Candidate | Dropped:
    """A candidate whose code holds together; editing text may fail where nobody has thought of."""
    if isinstance(piece, Dropped):
        return piece
    try:
        piece.component  # noqa: B018  # raises when it does not describe itself
    except (SyntaxError, LookupError, ValueError) as problem:
        return Dropped(piece.name, piece.shape, f"its code does not hold together: {problem}", piece.line)
    return piece
