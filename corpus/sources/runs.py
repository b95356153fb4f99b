"""Scenes that the agent made here, with what people thought of them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from core.snippet import Snippet, snippet_id
from corpus.sources.source import Document

NAME = "runs"
LICENCE = "LicenseRef-own"
"""Whatever the user decides: an export takes these only when asked."""


class Runs:
    """Source: the folder `runs` with its kept outcomes. Having none yet is no error.

    `feedback.json` beside a run, `{"vote": 1}` or a list of such votes, is added up.
    """

    name = NAME

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def documents(self) -> Iterator[Document]:
        for path in sorted(self._folder.glob("*/*/outcome.json")):
            outcome = _load(path)
            if isinstance(outcome, dict) and outcome.get("made") and isinstance(outcome.get("code"), dict):
                yield Document(_snippet(outcome, path, self._folder))


def _snippet(outcome: dict[str, Any], path: Path, folder: Path) -> Snippet:
    code, plan = outcome["code"], outcome.get("plan") or {}
    title, name = str(plan.get("title", "")), str(code.get("name", ""))
    place = path.parent.relative_to(folder).as_posix()
    return Snippet(
        id=snippet_id(NAME, place, name, str(code.get("code", ""))),
        code=str(code.get("code", "")),
        title=title,
        description=str(plan.get("brief") or title),
        name=name,
        scenes=(name,),
        source=NAME,
        path=place,
        licence=LICENCE,
        video=path.parent.parent.name,
        tags=tuple(map(str, code.get("components", ()))),
        feedback=_votes(path.parent.parent / "feedback.json"),
    )


def _votes(path: Path) -> int:
    found = _load(path)
    votes = found if isinstance(found, list) else [found]
    return sum(int(vote["vote"]) for vote in votes if isinstance(vote, dict) and isinstance(vote.get("vote"), int))


def _load(path: Path) -> Any:
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
