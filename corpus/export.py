"""The corpus as a data set to share: parquet, chats for fine-tuning, and a card with the licences."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TextIO

from core.errors import BadInput
from core.snippet import Snippet
from corpus import store
from corpus.card import card
from corpus.families import Families
from corpus.licences import is_shareable
from corpus.statistics import difficulty, statistics

Split = Literal["train", "validation"]
SYSTEM = (
    "You write Manim Community Edition scenes: one self-contained Python file that runs with `manim`, in the style of "
    "3Blue1Brown."
)
KINDS = ("scene", "example")


@dataclass(frozen=True)
class Wanted:
    """What goes into an export. By default only what credit is enough for, and not what is known to fail.

    `restricted` adds all licences, among them CC BY-NC-SA; `verified` takes only what ran. `validation` is the share of
    families held back, 0 to 1.
    """

    restricted: bool = False
    verified: bool = False
    validation: float = 0.05

    def takes(self, snippet: Snippet) -> bool:
        if snippet.verified == "failed" or (self.verified and not snippet.is_verified and snippet.kind != "api"):
            return False
        return self.restricted or is_shareable(snippet.licence)


@dataclass(frozen=True)
class Exported:
    """What was written where: `snippets` in the parquet, chats by split, and what stayed out because of its licence."""

    folder: Path
    snippets: int
    train: int
    validation: int
    kept_back: int


def export(corpus: Path, folder: Path, wanted: Wanted | None = None) -> Exported:
    """Write `data/corpus.parquet`, `chat/train.jsonl`, `chat/validation.jsonl` and `README.md` into `folder`.

    Chats are in curriculum order, short scenes first. Raises `BadInput` when nothing may be exported.
    """
    wanted = wanted or Wanted()
    if not 0 <= wanted.validation < 1:
        raise BadInput(f"a share of {wanted.validation} cannot be held back", advice="give a number from 0 to below 1")
    families = Families(store.read(corpus))
    kept_back = sum(not is_shareable(snippet.licence) for snippet in store.read(corpus)) if not wanted.restricted else 0
    count = store.write(folder / "data" / "corpus.parquet", _taken(corpus, wanted))
    if not count:
        raise BadInput(
            "nothing to export", advice="with --restricted also code under CC BY-NC-SA and the like is taken"
        )
    written = _write_chats(corpus, folder / "chat", wanted, families)
    counted = statistics(_taken(corpus, wanted))
    (folder / "README.md").write_text(
        card(counted, written["train"], written["validation"], restricted=wanted.restricted), encoding="utf-8"
    )
    return Exported(folder, count, written["train"], written["validation"], kept_back)


def chat(snippet: Snippet, wish: str) -> dict[str, object]:
    """One conversation: a wish, and the file that answers it."""
    return {
        "messages": [
            {"role": "system", "content": SYSTEM},
            {"role": "user", "content": wish},
            {"role": "assistant", "content": f"```python\n{snippet.code}```"},
        ],
        "id": snippet.id,
        "source": snippet.source,
        "licence": snippet.licence,
        "difficulty": difficulty(snippet.code),
    }


def split_of(family: str, share: float) -> Split:
    """Where a family goes: by a hash of its name, so that it never moves from one side to the other."""
    place = int.from_bytes(hashlib.sha256(family.encode()).digest()[:8], "big") / 2**64
    return "validation" if place < share else "train"


def _taken(corpus: Path, wanted: Wanted) -> Iterator[Snippet]:
    return (snippet for snippet in store.read(corpus) if wanted.takes(snippet))


def _write_chats(corpus: Path, folder: Path, wanted: Wanted, families: Families) -> dict[Split, int]:
    """Both splits, each level of difficulty in turn; memory holds one row group."""
    folder.mkdir(parents=True, exist_ok=True)
    written: dict[Split, int] = {"train": 0, "validation": 0}
    with (
        (folder / "train.jsonl").open("w", encoding="utf-8") as train,
        (folder / "validation.jsonl").open("w", encoding="utf-8") as validation,
    ):
        files: dict[Split, TextIO] = {"train": train, "validation": validation}
        for level in range(1, 6):
            for snippet in _taken(corpus, wanted):
                if snippet.kind in KINDS and difficulty(snippet.code) == level:
                    side = split_of(families.of(snippet), wanted.validation)
                    written[side] += _write(files[side], snippet)
    return written


def _write(file: TextIO, snippet: Snippet) -> int:
    wishes: Iterable[str] = dict.fromkeys((snippet.description, *snippet.wishes))
    rows = [chat(snippet, wish.strip()) for wish in wishes if wish.strip()]
    file.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    return len(rows)
