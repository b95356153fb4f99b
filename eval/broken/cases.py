"""The set of scripts that repair is measured on: written whole, mutated, and working ones that must stay as they are.

The scripts lie in text files, a `#=== name | fault` line before each: most of them are no Python that tools could read.
The half of a script, tune or report, comes from the hash of its name, and was fixed before anything was tuned.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from eval.broken.mutations import mutants

FOLDER = Path(__file__).parent
Half = Literal["tune", "report"]
Origin = Literal["written", "mutated", "working"]
_HEAD = re.compile(r"^#=== ", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Case:
    """One script. `fault` is the class of what is wrong with it, empty for one that works."""

    name: str
    fault: str
    code: str
    origin: Origin

    @property
    def half(self) -> Half:
        return "tune" if hashlib.sha256(self.name.encode()).digest()[0] % 2 == 0 else "report"


def cases() -> list[Case]:
    """All scripts, in a fixed order."""
    written = [case for path in sorted((FOLDER / "scenes").glob("*.txt")) for case in _read(path, "written")]
    working = _read(FOLDER / "working.txt", "working")
    sources = {case.name: case.code for case in working}
    mutated = [Case(name, fault, code, "mutated") for name, fault, code in mutants(sources)]
    return [*written, *mutated, *working]


def _read(path: Path, origin: Origin) -> list[Case]:
    found: list[Case] = []
    for part in _HEAD.split(path.read_text(encoding="utf-8"))[1:]:
        head, _, code = part.partition("\n")
        name, _, fault = head.partition("|")
        found.append(Case(name.strip(), fault.strip(), code, origin))
    return found
