"""Prompts as Markdown files with a version. Public entry: `prompt`.

A file has front matter (`version`, `purpose`), then a `# System` and a `# User` part. `{{name}}` is filled by
`Prompt.render`, `{{> name}}` takes in another file. Values are put in once and never searched for further braces,
so text that comes from outside cannot pull anything in.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent
_INCLUDE = re.compile(r"^\{\{> (\w+)\}\}$", re.MULTILINE)
_FIELD = re.compile(r"\{\{(\w+)\}\}")
_PARTS = re.compile(r"^# (System|User)\n", re.MULTILINE)

Message = dict[str, str]
"""One turn of a dialogue: `role` and `content`."""


@dataclass(frozen=True, slots=True)
class Prompt:
    """A prompt template: its system and user texts, and its version with those of the files taken in."""

    name: str
    version: str
    system: str
    user: str

    @property
    def fields(self) -> frozenset[str]:
        """Names that `render` must be given."""
        return frozenset(_FIELD.findall(self.system) + _FIELD.findall(self.user))

    def render(self, **values: str) -> list[Message]:
        """The messages. Empty values leave no gap. Raises `KeyError` when a field has no value."""
        return [
            {"role": "system", "content": _fill(self.system, values)},
            {"role": "user", "content": _fill(self.user, values)},
        ]


@cache
def prompt(name: str) -> Prompt:
    """The prompt kept in `NAME.md`. Raises `FileNotFoundError` or `ValueError` for a file that is no prompt."""
    version, body = _read(name)
    versions = [f"{name}-{version}", *(f"{inner}-{_read(inner)[0]}" for inner in _INCLUDE.findall(body))]
    text = _INCLUDE.sub(lambda found: _read(found[1])[1], body)
    pieces = _PARTS.split(text)
    if [pieces[i] for i in range(1, len(pieces), 2)] != ["System", "User"]:
        raise ValueError(f"{name}.md needs one # System and one # User part")
    return Prompt(name, "+".join(versions), pieces[2].strip(), pieces[4].strip())


def _read(name: str) -> tuple[str, str]:
    """Version and body of a file."""
    text = (_FOLDER / f"{name}.md").read_text(encoding="utf-8")
    found = re.match(r"---\n(.*?)\n---\n(.*)", text, re.DOTALL)
    version = found and re.search(r"^version: *(\S+)", found[1], re.MULTILINE)
    if not found or not version:
        raise ValueError(f"{name}.md has no version in its front matter")
    return version[1], found[2].strip()


def _fill(template: str, values: dict[str, str]) -> str:
    text = _FIELD.sub(lambda found: values[found[1]].strip("\n") if values[found[1]] else _GAP, template)
    return re.sub(rf"\n*{_GAP}(?=\n|$)", "", text).replace(_GAP, "").strip()


_GAP = "\x00"
"""Stands where an empty value was, until the gap around it is closed."""
