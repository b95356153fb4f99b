"""The mathematics of a wish as marks that can be compared: equal for `2x` and `x*2`, different for `x + x`.

SymPy decides what is equal, and the numbers and symbols that were written must be the same: a wish to simplify `x + x`
is none to simplify `2x`.
"""

from __future__ import annotations

import re
from typing import Any

from agent.models.composer.symbolic.mathtext import read
from agent.models.composer.symbolic.reading import Equation, Expression, MathReading
from agent.models.composer.symbolic.tree import Node
from components_cache.wishes.guards import Mark, Marked

BRACKETED = re.compile(r"\[[\s\[\]\d,./;^*+-]*\]|\([\s\d./+-]+(?:,[\s\d./+-]+)+\)|<[\s\d./+-]+(?:,[\s\d./+-]+)+>")
"""Matrices, lists and points of numbers."""


def marked(text: str) -> Marked:
    """A wish in plain notation with its mathematics marked."""
    reading = read(text)
    marks = [
        *(Mark(m.start(), m.end(), f"l:{_squeezed(m[0])}") for m in BRACKETED.finditer(reading.plain)),
        *(Mark(*i.span, f"i:{i.low}..{i.high}") for i in reading.intervals),
        *(Mark(*a.span, _target(a.target, a.side)) for a in reading.approaches),
        *(Mark(*s.span, f"s:{s.joined}{s.terms}") for s in reading.series),
        *(Mark(*q.span, _relation(q, reading)) for q in reading.equations),
        *(Mark(*e.span, _expression(e, reading)) for e in reading.expressions if not e.weak or e.node.op == "call"),
        *(Mark(*n.span, f"n:{n.value}") for n in reading.numbers if not _in_a_name(reading.plain, n.span[0])),
    ]
    return Marked(reading.plain, _apart(marks))


def _in_a_name(text: str, start: int) -> bool:
    """Whether a number belongs to the letter before it: `L1`."""
    return start > 0 and text[start - 1].isalpha()


def _apart(marks: list[Mark]) -> tuple[Mark, ...]:
    """Marks from left to right; of two that overlap the longer one, and the first of equals."""
    kept: list[Mark] = []
    for mark in sorted(marks, key=lambda mark: mark.start - mark.end):
        if mark.end > mark.start and all(mark.end <= other.start or mark.start >= other.end for other in kept):
            kept.append(mark)
    return tuple(sorted(kept, key=lambda mark: mark.start))


def _squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def _target(target: Any, side: str) -> str:
    return f"n:{target}{side}"


def _relation(equation: Equation, reading: MathReading) -> str:
    """`y = …` and `f(x) = …` name a function; `x = 1` is a place; every other relation is itself."""
    left, right = equation.left, equation.right
    if equation.relation == "=" and left.node.op == "sym" and left.node.name in ("x", "y"):
        return _expression(right, reading) if right.sympy.free_symbols else f"n:{right.sympy}"
    if not equation.symbols:
        return f"q:{_squeezed(reading.plain[equation.span[0] : equation.span[1]])}"
    sides = [_expression(side, reading) for side in (left, right)]
    return f"q:{equation.relation}".join(sorted(sides) if equation.relation in ("=", "!=") else sides)


def _expression(expression: Expression, reading: MathReading) -> str:
    """What it is and what it was written with; without unknowns, as it was written."""
    if not getattr(expression.sympy, "free_symbols", None):
        value = expression.sympy
        if expression.node.op in ("num", "neg"):
            return f"n:{value}"
        return f"c:{_squeezed(reading.plain[expression.span[0] : expression.span[1]])}"
    return f"f:{expression.sympy}|{' '.join(sorted(_leaves(expression.node)))}"


def _leaves(node: Node) -> list[str]:
    """The numbers and symbols of a tree; `exp(x)` is `e^x`."""
    if node.op in ("num", "sym"):
        return [node.name]
    own = ["e"] if node.op == "call" and node.name == "exp" else [node.name] if node.op == "call" else []
    return own + [leaf for arg in node.args for leaf in _leaves(arg)]
