"""What the cache hands back: a finished wish with its files, or why a wish could not be made."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from components_cache.wishes import files


@dataclass(frozen=True)
class Kept:
    """A finished wish. `id` is its key, `text` the wish as it was first made, `files` name → digest of the content.

    `details` is what the door says about it, `plan` the storyboard, `seconds` what it took to make.
    """

    id: str
    text: str
    files: dict[str, str]
    details: dict[str, Any]
    plan: dict[str, Any]
    seconds: float
    made_at: datetime

    def deliver(self, out: Path) -> dict[str, Path]:
        """Copies in the folder `out`, by name. Raises `files.Damaged`, before anything is written."""
        stored = {name: files.checked(name, digest) for name, digest in self.files.items()}
        out.mkdir(parents=True, exist_ok=True)
        for name, path in stored.items():
            files.copy(path, out / name)
        return {name: out / name for name in stored}

    def to_json(self) -> str:
        return json.dumps(asdict(self) | {"made_at": self.made_at.timestamp()})

    @staticmethod
    def from_json(text: str | bytes) -> Kept:
        """Raises ValueError, TypeError or KeyError for what `to_json` did not write."""
        found: dict[str, Any] = json.loads(text)
        moment: Any = datetime.fromtimestamp(found["made_at"], UTC)
        return Kept(**(found | {"made_at": moment}))


@dataclass(frozen=True)
class Refusal:
    """Why a wish was not made: the error's class name, its message, advice and other fields, and when that was."""

    kind: str
    message: str
    advice: str
    at: datetime
    more: dict[str, Any] = field(default_factory=dict[str, Any])
