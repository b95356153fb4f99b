"""What the library did otherwise in certain years, as features of the shims, one row a fact."""

from __future__ import annotations

from core.snippet import Dialect

_ANCIENT = 2017
"""The year of a file whose imports are of the years before 2018, if its path does not say."""
_PARTS_SINCE = 2021
"""Until 2021-01-13 `mob[0]` was the mobject itself if it had points; since then it is its first part."""

UNTIL = (
    # last year, names of which the code must read one, feature
    (2017, ("OldTex", "OldTexText", "TexMobject", "TextMobject"), "@glyphs_of_one"),
    (2018, ("set_fill",), "@filled"),
    (2020, ("add_numbers",), "@numbered_line"),
)


def features(year: int, dialect: Dialect, names: set[str]) -> set[str]:
    """The features that code of a year needs because of its age, if it reads these names; 0 is no known year."""
    year = year or (_ANCIENT if dialect == "ancient" else 9999)
    return {feature for last, wanted, feature in UNTIL if year <= last and names.intersection(wanted)}


def indexes_parts(year: int, dialect: Dialect) -> bool:
    """Whether an index and a loop reach the parts of a mobject only, never the mobject itself."""
    return year >= _PARTS_SINCE if year else dialect == "gl"
