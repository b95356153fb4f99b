"""A mend that could be made, and one that was: what was wrong, what was done."""

from __future__ import annotations

from dataclasses import dataclass

from core.run import SceneError


@dataclass(frozen=True, slots=True)
class Mend:
    """Changed code. `id` is family and kind, such as "keyword.renamed"; `why` is a sentence for people.

    A last `resort` loses something: it is tried when nothing else has led anywhere.
    """

    id: str
    why: str
    code: str
    resort: bool = False


@dataclass(frozen=True, slots=True)
class Mended:
    """A mend that got a script further: the error it answered, and what it changed from."""

    id: str
    why: str
    error: SceneError
    before: str
    after: str
