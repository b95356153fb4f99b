"""What probes have shown, one JSON line each, keyed on the converted code: a broken off run can be taken up again."""

from __future__ import annotations

import json
import threading
from importlib.metadata import version
from pathlib import Path
from typing import Any


class Ledger:
    """An append-only file of probe results. Lines of another manim are not seen; a torn last line is skipped.

    Results of the farm's own failures and of run-out time are never kept: trying again may help.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._manim = version("manim")
        self._lock = threading.Lock()
        self._rows: dict[str, dict[str, Any]] = {}
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists():
            self._read()

    def _read(self) -> None:
        for row in self._path.read_text(encoding="utf-8", errors="replace").splitlines():
            try:
                entry = json.loads(row)
                if entry["manim"] == self._manim:
                    self._rows[entry["key"]] = entry["facts"]
            except (ValueError, KeyError, TypeError):
                continue

    def known(self, key: str) -> dict[str, Any] | None:
        """The facts kept for this code."""
        return self._rows.get(key)

    def keep(self, key: str, facts: dict[str, Any]) -> None:
        """Write one result down, at once."""
        with self._lock:
            self._rows[key] = facts
            if facts["kind"] in ("farm", "timeout"):
                return
            with self._path.open("a", encoding="utf-8") as file:
                file.write(json.dumps({"key": key, "manim": self._manim, "facts": facts}) + "\n")
