"""Big operators as they are typed: integrals, sums, limits, `d/dx` and `dy/dx`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from agent.models.composer.symbolic.tree import Node, Unreadable

if TYPE_CHECKING:
    from agent.models.composer.symbolic.grammar import Parser

X = Node("sym", "x")


def big_operator(parser: Parser, name: str, below: str) -> Node:
    """The operator that starts at the parser's place. Raises Unreadable if it is only a word."""
    if name in ("int", "sum", "lim"):
        parser.step()
        parser.depth += 4  # big operators are rarely nested
        if parser.depth > 24:
            raise Unreadable("too deeply nested")
        parser.place += 1
        return {"int": _integral, "sum": _sum, "lim": _limit}[name](parser, below)
    return _differential(parser, name)


def _leaf(text: str) -> Node:
    if re.fullmatch(r"\d+", text):
        return Node("num", text)
    if re.fullmatch(r"[a-z]|pi|infinity|inf", text):
        return Node("sym", text)
    raise Unreadable(f"no limit in {text!r}")


def _bound(parser: Parser, mark: str) -> Node | None:
    """What stands after `_` or `^`."""
    if not parser.sees(mark):
        return None
    parser.place += 1
    return parser.unary() if parser.sees("-") else parser.atom()


def _integral(parser: Parser, below: str) -> Node:
    low = _leaf(below) if below else _bound(parser, "_")
    high = _bound(parser, "^")
    end = next(
        (
            i
            for i in range(parser.place, min(parser.end, parser.place + 80))
            if re.fullmatch(r"d[a-z]", parser.tokens[i].text)
        ),
        None,
    )
    inside = _slice(parser, end)
    variable = X
    if end is not None:
        variable = Node("sym", parser.tokens[end].text[1])
        parser.place = end + 1
    limits = (low, high) if low is not None and high is not None else ()
    return Node("integral", args=(inside, variable, *limits))


def _slice(parser: Parser, end: int | None) -> Node:
    """One expression up to `end`; the parser's own end comes back afterwards."""
    kept, parser.end = parser.end, parser.end if end is None else end
    try:
        inside = parser.sum()
        if end is not None and parser.place != end:
            raise Unreadable("something else stands in the integral")
    finally:
        parser.end = kept
    return inside


def _sum(parser: Parser, below: str) -> Node:
    if below or not parser.sees("_"):
        raise Unreadable("a sum without its counter")
    parser.place += 1
    parser.take("(")
    variable = parser.atom()
    parser.take("=")
    low = parser.sum()
    parser.take(")")
    high = _bound(parser, "^")
    if high is None:
        raise Unreadable("a sum without its end")
    return Node("sum", args=(parser.product(), variable, low, high))


def _limit(parser: Parser, below: str) -> Node:
    if below:
        raise Unreadable("a limit without its target")
    if parser.sees("_"):
        parser.place += 1
    bracketed = parser.sees("(") and parser.sees("->", ahead=2)
    parser.place += bracketed
    variable = parser.atom()
    parser.take("->")
    target = parser.unary()
    if parser.sees("^") and parser.sees("+", "-", ahead=1):
        parser.place += 1
    side = parser.tokens[parser.place].text if parser.sees("+", "-") and not parser.tokens[parser.place].space else ""
    parser.place += bool(side)
    if bracketed:
        parser.take(")")
    parser.place += parser.sees("of")
    return Node("limit", side, (parser.sum(), variable, target))


def _differential(parser: Parser, name: str) -> Node:
    """`d/dx f`, `d^2/dx^2 f`; `dy/dx` is a symbol of its own, written y'."""
    start = parser.place
    text = "".join(token.text for token in parser.tokens[start : min(start + 10, parser.end)])
    text = re.sub(r"\^\((\d)\)", r"^\1", text)
    match = re.match(r"d(?:\^(\d))?([a-z]?)/d([a-z])(?:\^(\d))?", text)
    if not match or match[1] != match[4]:
        raise Unreadable(f"{name} is a word")
    _step(parser, match)
    parser.place += parser.sees("of")
    order = match[1] or "1"
    if match[2]:
        return Node("sym", match[2] + "'" * int(order))
    return Node("derivative", order, (parser.sum(), Node("sym", match[3])))


def _step(parser: Parser, match: re.Match[str]) -> None:
    """Move behind the tokens that `match` covers (brackets around exponents are not counted in it)."""
    left = len(match[0])
    while left > 0:
        text = parser.tokens[parser.place].text
        left -= 0 if text in "()" else len(text)
        parser.place += 1
    if parser.sees(")") and parser.sees("(", ahead=-2):
        parser.place += 1
