"""Folders and git repositories: clones, commits, licences."""

from __future__ import annotations

import hashlib
import re
import subprocess
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from core.errors import SourceError

CLONE_TIMEOUT = 900.0
_URL = re.compile(r"^(https?://|git@|ssh://|git://|file://)\S+$|\.git/?$")
_SKIPPED = {".git", "__pycache__", "node_modules", ".venv", "venv", "site-packages", "media", ".ipynb_checkpoints"}

LICENCES: tuple[tuple[str, str], ...] = (
    ("CC-BY-NC-SA-4.0", r"Attribution-NonCommercial-ShareAlike 4\.0|BY-NC-SA 4\.0"),
    ("CC-BY-NC-4.0", r"Attribution-NonCommercial 4\.0|BY-NC 4\.0"),
    ("CC-BY-SA-4.0", r"Attribution-ShareAlike 4\.0|BY-SA 4\.0"),
    ("CC-BY-4.0", r"Attribution 4\.0 International|CC BY 4\.0"),
    ("CC0-1.0", r"CC0 1\.0|Creative Commons Zero"),
    ("AGPL-3.0-only", r"GNU AFFERO GENERAL PUBLIC LICENSE"),
    ("LGPL-3.0-only", r"GNU LESSER GENERAL PUBLIC LICENSE"),
    ("GPL-3.0-only", r"GNU GENERAL PUBLIC LICENSE\s+Version 3"),
    ("GPL-2.0-only", r"GNU GENERAL PUBLIC LICENSE\s+Version 2"),
    ("Apache-2.0", r"Apache License\s+Version 2\.0"),
    ("MPL-2.0", r"Mozilla Public License Version 2\.0"),
    ("BSD-3-Clause", r"Redistribution and use in source and binary forms[\s\S]*Neither the name"),
    ("BSD-2-Clause", r"Redistribution and use in source and binary forms"),
    ("MIT", r"Permission is hereby granted, free of charge|\bMIT License\b"),
    ("Unlicense", r"This is free and unencumbered software released into the public domain"),
)
"""SPDX id and what its text says; the first that matches holds."""


@dataclass(frozen=True, slots=True)
class Place:
    """A folder to read, the folder its imports refer to (the repository's root), and what is known of both.

    `context` is a hash of all Python files under `root`: what a file's conversion may depend on.
    """

    folder: Path
    root: Path
    commit: str
    licence: str
    context: str


def is_url(text: str) -> bool:
    """Whether this names a git repository somewhere else."""
    return bool(_URL.search(text)) and not Path(text).is_dir()


def visit(folder: Path) -> Place:
    """What a folder is. Raises `SourceError` when it is not there."""
    if not folder.is_dir():
        raise SourceError(f"there is no folder {folder}")
    folder = folder.resolve()
    top = _git(folder, "rev-parse", "--show-toplevel")
    root = Path(top).resolve() if top else folder
    context = _context(root)
    commit = _git(root, "rev-parse", "HEAD") if top else ""
    return Place(folder, root, commit or f"tree:{context}", licence(root), context)


def clone(url: str, into: Path) -> Path:
    """The clone of a repository, made or brought up to date. An old clone serves where the network does not."""
    name = re.sub(r"\W+", "-", re.sub(r"^\w+://|\.git/?$", "", url)).strip("-")
    target = into / name
    if (target / ".git").is_dir():
        _run(["git", "-C", str(target), "pull", "--ff-only", "--quiet"])
        return target
    into.mkdir(parents=True, exist_ok=True)
    problem = _run(["git", "clone", "--depth", "1", "--quiet", "--", url, str(target)])
    if problem:
        raise SourceError(f"{url} cannot be cloned: {problem}", advice="clone it yourself and name the folder")
    return target


def files(place: Place, *endings: str) -> list[Path]:
    """All files with these endings, in order, without what tools and environments leave lying about."""
    found = (path for path in place.folder.rglob("*") if path.suffix.lower() in endings and path.is_file())
    return sorted(path for path in found if not _SKIPPED & set(path.relative_to(place.folder).parts))


def licence(root: Path) -> str:
    """SPDX id of a folder's licence file, else of what its README says, else `NOASSERTION`."""
    for pattern in ("LICEN[CS]E*", "COPYING*", "README*"):
        for path in sorted(root.glob(pattern)):
            found = licence_of(path.read_text(encoding="utf-8", errors="replace")) if path.is_file() else ""
            if found:
                return found
    return "NOASSERTION"


def licence_of(text: str) -> str:
    """SPDX id of a licence text, or empty."""
    return next((spdx for spdx, pattern in LICENCES if re.search(pattern, text, re.IGNORECASE)), "")


@lru_cache(maxsize=32)
def _context(root: Path) -> str:
    seen = hashlib.sha256()
    for path in sorted(root.rglob("*.py")):
        if path.is_file() and not _SKIPPED & set(path.relative_to(root).parts):
            seen.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes())
    return seen.hexdigest()[:12]


def _git(folder: Path, *arguments: str) -> str:
    try:
        done = subprocess.run(
            ["git", "-C", str(folder), *arguments], capture_output=True, text=True, timeout=30, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""


def _run(command: list[str]) -> str:
    """Run git without asking anybody anything; returns the last line of its complaint, or empty."""
    quiet = ["git", "-c", "core.askPass=true", "-c", "credential.helper=", *command[1:]]
    try:
        done = subprocess.run(
            quiet, capture_output=True, text=True, timeout=CLONE_TIMEOUT, check=False, stdin=subprocess.DEVNULL
        )
    except (OSError, subprocess.TimeoutExpired) as problem:
        return str(problem)
    return "" if done.returncode == 0 else (done.stderr.strip().splitlines() or ["git failed"])[-1]
