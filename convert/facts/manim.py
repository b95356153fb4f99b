"""The facts about the installed ManimCE, read from `manim.json` (see `convert.facts.generate`)."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

FILE = Path(__file__).with_name("manim.json")


@lru_cache(maxsize=1)
def _facts() -> dict[str, Any]:
    return json.loads(FILE.read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def exported() -> frozenset[str]:
    """Names that `from manim import *` binds."""
    return frozenset(_facts()["names"])


def bases(name: str) -> tuple[str, ...]:
    """The class and what it derives from, most derived first; empty for what is not a ManimCE class."""
    facts = _facts()["classes"].get(name)
    return (name, *facts["bases"]) if facts else ()


@lru_cache(maxsize=1024)
def keywords(name: str) -> frozenset[str] | None:
    """Keywords that the class accepts; None if unknown, or if it takes any."""
    facts = _facts()["classes"].get(name)
    if facts is None or facts["any"]:
        return None
    return frozenset(facts["keywords"]).union(*(_facts()["classes"][cls]["keywords"] for cls in _handed_on(name)))


def _handed_on(name: str) -> tuple[str, ...]:
    """Classes that get the keywords which this one does not take itself."""
    if name == "LaggedStartMap":  # whichever it is given
        return tuple(cls for cls, facts in _facts()["classes"].items() if "Animation" in facts["bases"])
    return ("Transform",) if "TransformMatchingAbstractBase" in bases(name) else ()


def positional(name: str) -> tuple[str, ...]:
    """Parameters of the class's own `__init__`, in order; a leading star marks the one that takes all the rest."""
    facts = _facts()["classes"].get(name)
    return tuple(facts["own"]) if facts else ()


@lru_cache(maxsize=4096)
def method_keywords(name: str) -> frozenset[str] | None:
    """Keywords that a method of this name accepts on any ManimCE class; None if there is none, or it takes any."""
    found = _facts()["methods"].get(name)
    if found is None or any(parameter.startswith("**") for parameter in found):
        return None
    return frozenset(found)


def has_method(name: str) -> bool:
    """Whether any ManimCE class has an attribute of this name."""
    return name in _facts()["methods"]
