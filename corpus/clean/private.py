"""Step: personal paths, addresses and keys. What a person did not mean to publish is not published again."""

from __future__ import annotations

import re
from collections.abc import Callable

from corpus.clean.step import Cleaned

_HOME = r"(?:/(?:Users|home|root|mnt/[a-z]/Users)|[A-Za-z]:(?:\\\\|\\|/)+Users)(?:\\\\|\\|/)+"
RULES: tuple[tuple[str, str, str | Callable[[re.Match[str]], str]], ...] = (
    ("removed a personal path", rf"{_HOME}[^\s\"'`)<>|]*", lambda found: _last_part(found[0])),
    (
        "removed a change of sys.path",
        r"^(?P<indent>[ \t]*)sys\.path\.(?:append|insert)\([^\n]*\)[ \t]*$",
        r"\g<indent>pass",
    ),
    (
        "removed a key",
        r"\b(?:sk-(?:proj-|ant-)?[\w-]{20,}|gh[pousr]_\w{30,}|github_pat_\w{30,}|hf_[A-Za-z]{30,}|AKIA[0-9A-Z]{16}"
        r"|AIza[\w-]{30,}|xox[abprs]-[\w-]{10,}|glpat-[\w-]{20,})",
        "YOUR_KEY",
    ),
    (
        "removed a key",
        r"(?i)(?P<head>\b\w*(?:api_?key|secret|passwd|password|access_?token|auth_?token)\w*[\"']?\s*[=:]\s*)"
        r"(?P<quote>[\"'])(?!YOUR_KEY)[^\"'\s]{8,}(?P=quote)",
        r"\g<head>\g<quote>YOUR_KEY\g<quote>",
    ),
    (
        "removed an address",
        r"(?<![\w.])[\w.+-]+@(?!example\.)[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|edu|io|de|fr|uk|cn|ru|jp|dev)\b",
        "someone@example.com",
    ),
)
"""What was removed, what it looks like, and what stands there now."""


def remove_private(code: str) -> Cleaned:
    """Code without paths, mail addresses and keys of a person."""
    notes: dict[str, None] = {}
    for what, pattern, instead in RULES:
        changed = re.sub(pattern, instead, code, flags=re.MULTILINE)
        if changed != code:
            code = changed
            notes[what] = None
    return Cleaned(code, tuple(notes))


def _last_part(path: str) -> str:
    """The file or folder that a path ends with, without the way to it and the person in it."""
    parts = [part for part in re.split(r"[\\/]+", path) if part]
    person = 4 if parts[0] == "mnt" else 3 if ":" in parts[0] else 2
    return parts[-1] if len(parts) > person else "folder"
