"""What the library did otherwise in certain years, as features of the shims, one row a fact."""

from __future__ import annotations

from core.snippet import Dialect

_NOW = 9999
_UNDATED: dict[str, int] = {"ancient": 2017, "old_gl": 2020}
"""The year of a file by its imports, if its path does not say."""
_PARTS_SINCE = 2021
"""Until 2021-01-13 `mob[0]` was the mobject itself if it had points; since then it is its first part."""

_FORMULAS = ("OldTex", "OldTexText", "TexMobject", "TextMobject")
_BUBBLES = ("Bubble", "SpeechBubble", "ThoughtBubble", "DoubleSpeechBubble", "get_bubble")
_MATRICES = ("Matrix", "IntegerMatrix", "DecimalMatrix", "TexMatrix", "MobjectMatrix")

BETWEEN = (
    # first year, last year, names of which the code must read one, feature
    (0, 2017, _FORMULAS, "@glyphs_of_one"),
    (0, 2018, ("set_fill",), "@filled"),
    (0, 2023, _BUBBLES, "@bubbles_of_shapes"),
    (0, 2020, ("add_numbers",), "@numbered_line"),
    (2021, _NOW, _FORMULAS, "@drawn_parts"),
    (2021, 2021, _FORMULAS, "@double_braces"),
    (2024, _NOW, _MATRICES, "@entries_as_parts"),
)


def features(year: int, dialect: Dialect, names: set[str]) -> set[str]:
    """The features that code of a year needs because of its age, if it reads these names; 0 is no known year."""
    year = year or _UNDATED.get(dialect, _NOW)
    return {feature for first, last, wanted, feature in BETWEEN if first <= year <= last and names.intersection(wanted)}


def indexes_parts(year: int, dialect: Dialect) -> bool:
    """Whether an index and a loop reach the parts of a mobject only, never the mobject itself."""
    return year >= _PARTS_SINCE if year else dialect == "gl"
