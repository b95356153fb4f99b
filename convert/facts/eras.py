"""What the library did otherwise in certain years, as features of the shims, one row a fact."""

from __future__ import annotations

import re
from pathlib import Path

from core.snippet import Dialect

_YEAR = re.compile(r"(?:^|[/_])(20[12]\d)(?=/)")
_ANCIENT = 2017
"""The year of a file whose imports are of the years before 2018, if its path does not say."""

UNTIL = (
    # last year, names of which the code must read one, feature
    (2017, ("OldTex", "OldTexText", "TexMobject", "TextMobject"), "@glyphs_of_one"),
    (2018, ("set_fill",), "@filled"),
    (2020, ("add_numbers",), "@numbered_line"),
)


def features(file: Path | None, dialect: Dialect, names: set[str]) -> set[str]:
    """The features that the code of a file, which reads these names and attributes, needs because of its age."""
    year = _year(file) or (_ANCIENT if dialect == "ancient" else 9999)
    return {feature for last, wanted, feature in UNTIL if year <= last and names.intersection(wanted)}


def _year(file: Path | None) -> int:
    """The last year among the folders, where repositories keep one folder a year."""
    found = _YEAR.findall(file.as_posix()) if file else []
    return int(found[-1]) if found else 0
