"""Names and words for what was found: from class names, comments, texts that are shown, and what was asked for."""

from __future__ import annotations

import builtins
import keyword
import re
from functools import cache

from components_cache.catalogue import catalogue
from convert.facts.manim import exported

NOISE = frozenset(
    """example examples scene scenes test tests demo demos my the a an of to and with in on for ex usage basic simple
    animation show anim construct intro custom class main video new this that
    """.split()  # noqa: SIM905  # a table of words reads best as text
)
VAGUE = frozenset(
    """group groups g vg vgroup grp all everything obj objs mob mobs mobject mobjects m x y a b c d e f p q r s t i j k
    result res tmp temp thing things objects items elements parts left right var vars lab labs color colour first second
    """.split()  # noqa: SIM905
)
"""Names of variables that say nothing."""
MOST_WORDS = 6
LONGEST_TITLE = 60
MOST_SAID = 5
"""Words of a comment that is still a name."""
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|[_\W]+")
_ENDING = re.compile(r"(?:\s+(?:examples?|scenes?|demos?|tests?)\s*\d*)+$", re.IGNORECASE)
"""What names of classes end with and titles should not."""
_UNSAFE = re.compile(r"[^\w\s.,;:!?'()+\-*/=<>^%&|@#°×·→≤≥≠∞∑∫√π²³$\[\]{}]")


def words(name: str) -> list[str]:
    """`SeveralArcPolygons` → several, arc, polygons."""
    return [word.lower() for word in _CAMEL.split(name) if word]


def spoken(name: str) -> str:
    """A name as a person would say it."""
    return " ".join(words(name))


def telling(name: str) -> list[str]:
    """The words of a name that say something, without the numbers that tell `dot1` from `dot2`."""
    plain = (word.rstrip("0123456789") for word in words(name))
    found = [word for word in plain if word and word not in NOISE]
    return [] if all(word in VAGUE or len(word) < 3 for word in found) else found


def specific(name: str, owner: str) -> str:
    """A name; with the words of its owner before it where it only says what class of mobject it is."""
    said = telling(name)
    if len(said) == 1 and {said[0], said[0].removesuffix("s")} & _classes():
        return " ".join([*(word for word in telling(owner) if word.removesuffix("s") not in said[0]), said[0]])
    return name


@cache
def _classes() -> frozenset[str]:
    return frozenset(name.lower() for name in exported()) | {"rect", "plot", "poly", "arc"}


def identifier(text: str) -> str:
    """A name for a function or parameter, that nothing else has."""
    parts = re.findall(r"[a-z0-9]+", "_".join(words(text)))[:MOST_WORDS]
    name = "_".join(parts) or "part"
    name = f"n_{name}" if name[0].isdigit() else name
    taken = keyword.iskeyword(name) or name in exported() or hasattr(builtins, name)
    return f"{name}_value" if taken else name


def component_name(*choices: str, taken: frozenset[str] = frozenset()) -> str:
    """The first choice that says something, as a name that neither manim nor the library uses."""
    said = next((parts for choice in choices if (parts := telling(choice))), ["picture"])
    name = identifier(" ".join(said[:MOST_WORDS])).removesuffix("_value")
    used = exported() | catalogue().keys() | taken | frozenset(dir(builtins)) | frozenset(keyword.kwlist)
    options = [name, f"{name}_picture", *(f"{name}_{number}" for number in range(2, 999))]
    return next(option for option in options if option not in used)


def brief(comment: str) -> str:
    """A comment that is short enough to be a name; else nothing."""
    return comment if len(comment.split()) <= MOST_SAID else ""


def sentence(text: str) -> str:
    """The first sentence of a description."""
    return re.split(r"(?<=[.!?])\s+(?=[A-Z`:\[])|\n\s*\n", text.strip(), maxsplit=1)[0]


def title(*choices: str) -> str:
    """A headline: the first choice that says something, in at most sixty characters."""
    for choice in choices:
        line = _ENDING.sub("", safe(choice).rstrip(" .:"))
        if " " not in line:
            line = " ".join(telling(line))
        if line:
            cut = line if len(line) <= LONGEST_TITLE else line[:LONGEST_TITLE].rsplit(" ", 1)[0]
            return (cut[:1].upper() + cut[1:]).replace(": ", ", ")
    return "A picture"


def safe(text: str, most: int = 400) -> str:
    """Words from outside, for a docstring: one line, without what could end it or escape from it."""
    plain = re.sub(r"``?|:\w+:|\\\w*", "", text)
    return " ".join(_UNSAFE.sub(" ", plain.replace("'''", "'")).split())[:most].strip()
