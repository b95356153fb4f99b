"""Lists of topics: a wish a line (.txt), a table (.csv), one JSON object a line (.jsonl); and the shipped list.

Columns and keys: `wish` (or `topic`), and where wanted `quality`, `style`, `seed`, `field`, `level`. A line that cannot
be used is a problem with its number; the other lines go on.
"""

from __future__ import annotations

import csv
import hashlib
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from core.errors import BadInput
from core.wish import MAX_WISH_LENGTH, QUALITIES

POPULAR = Path(__file__).parent / "popular_topics.csv"
"""The shipped list: what students search, from school to university, each planned by the composer."""
COLUMNS = ("wish", "topic", "quality", "style", "seed", "field", "level")
LONGEST_NAME = 48


@dataclass(frozen=True, slots=True)
class Topic:
    """A wish of a list. `line` is its number in the file, 1-based; options are empty where the file names none."""

    line: int
    wish: str
    options: tuple[tuple[str, Any], ...] = ()
    field: str = ""
    level: str = ""

    @property
    def folder(self) -> str:
        """A folder name that stays the same when other lines come or go."""
        name = re.sub(r"[^a-z0-9]+", "-", self.wish.lower()).strip("-")[:LONGEST_NAME].rstrip("-") or "wish"
        digest = hashlib.sha256(json.dumps([self.wish, self.options]).encode()).hexdigest()[:6]
        return f"{name}-{digest}"


@dataclass(frozen=True, slots=True)
class Problem:
    """A line that cannot be used, and why."""

    line: int
    message: str
    text: str = ""


def read(path: Path) -> tuple[list[Topic], list[Problem]]:
    """The topics of a file and the lines that are none. Raises `BadInput` for a file that is no list at all."""
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        raise BadInput(f"{path.name} is no list of topics", advice=f"use {', '.join(READERS)}")
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput(f"{path} cannot be read: {error}", advice="give a file of UTF-8 text") from error
    topics: list[Topic] = []
    problems: list[Problem] = []
    for item in reader(text):
        topics.append(item) if isinstance(item, Topic) else problems.append(item)
    return topics, problems


def _lines(text: str) -> Iterator[Topic | Problem]:
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip() and not line.lstrip().startswith("#"):
            yield _topic(number, {"wish": line})


def _rows(text: str) -> Iterator[Topic | Problem]:
    rows = csv.reader(text.splitlines())
    header = [name.strip().lower() for name in next(rows, [])]
    if not {"wish", "topic"} & set(header):
        raise BadInput("the table has no column `wish`", advice=f"the first line names columns: {', '.join(COLUMNS)}")
    try:
        for row in rows:
            if any(cell.strip() for cell in row):
                yield _row(rows.line_num, header, row)
    except csv.Error as error:
        yield Problem(rows.line_num, f"the rest is no CSV: {error}")


def _row(number: int, header: list[str], row: list[str]) -> Topic | Problem:
    if len(row) > len(header):
        return Problem(number, f"{len(row)} cells in a table of {len(header)} columns", ",".join(row))
    return _topic(number, dict(zip(header, row, strict=False)))


def _objects(text: str) -> Iterator[Topic | Problem]:
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        try:
            found = json.loads(line)
        except ValueError as error:
            yield Problem(number, f"no JSON: {error}", line[:80])
            continue
        usable = isinstance(found, dict)
        yield _topic(number, found) if usable else Problem(number, "no JSON object", line[:80])


READERS: dict[str, Callable[[str], Iterator[Topic | Problem]]] = {".txt": _lines, ".csv": _rows, ".jsonl": _objects}


def _topic(number: int, found: dict[str, Any]) -> Topic | Problem:
    """A topic from its named parts."""
    wish = str(found.get("wish") or found.get("topic") or "").strip()
    options = {name: found[name] for name in ("quality", "style", "seed") if found.get(name) not in (None, "")}
    problem = _problem(wish, options)
    if problem:
        return Problem(number, problem, wish[:80])
    if "seed" in options:
        options["seed"] = int(options["seed"])
    return Topic(number, wish, tuple(options.items()), str(found.get("field") or ""), str(found.get("level") or ""))


def _problem(wish: str, options: dict[str, Any]) -> str:
    if not wish:
        return "there is no wish"
    if len(wish) > MAX_WISH_LENGTH:
        return f"the wish has {len(wish)} characters; at most {MAX_WISH_LENGTH} are read"
    if any(ord(char) < 32 for char in wish):
        return "the wish holds control characters"
    if options.get("quality", "low") not in QUALITIES:
        return f"no quality {options['quality']!r}; one of {', '.join(QUALITIES)}"
    if not re.fullmatch(r"-?\d{1,9}", str(options.get("seed", 0))):
        return f"the seed {options['seed']!r} is no whole number"
    return ""


def as_data(topic: Topic) -> dict[str, Any]:
    return asdict(topic) | {"options": dict(topic.options)}
