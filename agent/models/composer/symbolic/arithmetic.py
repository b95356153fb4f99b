"""Arithmetic in the right order: one operation a line."""

from __future__ import annotations

from dataclasses import replace

from agent.models.composer.symbolic.cas import cas
from agent.models.composer.symbolic.derivation import PLAIN, YELLOW, Line
from agent.models.composer.symbolic.tree import Node, bare, to_sympy, to_tex

RANK = {"!": 5, "^": 5, "call": 5, "*": 3, "/": 3, "+": 1, "-": 1}
NOTES = {
    "^": "powers first",
    "*": "then products",
    "/": "then quotients",
    "+": "sums last",
    "-": "sums last",
    "call": "functions",
    "!": "factorial",
}


def arithmetic_lines(node: Node) -> list[Line] | None:
    """A number's calculation, the next operation marked in each line; None if it is not short and rational."""
    lines: list[Line] = [Line((to_tex(bare(node)),), (PLAIN,))]
    current = bare(node)
    for _ in range(9):
        spot = _next(current)
        if spot is None:
            break
        value = to_sympy(spot[1])
        if not value.is_Rational:
            return None
        widened = _widened(spot[1])
        if widened is not None:
            shown = to_tex(bare(_put(current, spot[0], widened)))
            lines.append(Line(("= ", shown), (PLAIN, PLAIN), "a common denominator"))
        current = _put(current, spot[0], _leaf(value))
        note = "brackets first" if spot[2] else NOTES.get(spot[1].op, "")
        lines.append(Line(("= ", to_tex(bare(current))), (PLAIN, YELLOW if _next(current) is None else PLAIN), note))
    return lines if 3 <= len(lines) <= 10 else None


def _leaf(value: object) -> Node:
    sympy = cas()

    number = sympy.sympify(value)
    size = (
        Node("num", str(abs(number).p))
        if number.q == 1
        else Node("/", args=(Node("num", str(abs(number).p)), Node("num", str(number.q))), name="done")
    )
    return Node("neg", args=(size,), name="done") if number < 0 else size


def _widened(node: Node) -> Node | None:
    """A sum of two fractions over one denominator; None where they have that already."""
    if node.op not in ("+", "-"):
        return None
    one, two = (to_sympy(arg) for arg in node.args)
    below = cas().ilcm(one.q, two.q)
    if one.q == two.q:
        return None
    return Node(node.op, args=tuple(_over(value * below, below) for value in (one, two)))


def _over(above: object, below: object) -> Node:
    top = Node("num", str(abs(above)))  # type: ignore[arg-type]
    return Node("/", args=(Node("neg", args=(top,)) if above < 0 else top, Node("num", str(below))))  # type: ignore[operator]


def _done(node: Node) -> bool:
    return (
        node.op == "num"
        or node.name == "done"
        or _lowest(node)
        or (node.op == "neg" and _done(node.args[0]))
        or (node.op == "group" and _done(node.args[0]))
    )


def _lowest(node: Node) -> bool:
    """Whether a node is a fraction of numbers that cannot be worked out further."""
    if node.op != "/" or {arg.op for arg in node.args} != {"num"} or "." in "".join(arg.name for arg in node.args):
        return False
    above, below = (int(arg.name) for arg in node.args)
    return cas().igcd(above, below) == 1 and below != 1


Path = tuple[int, ...]


def _next(node: Node, path: Path = (), inside: bool = False) -> tuple[Path, Node, bool] | None:
    """The operation to do next: deepest bracket, strongest operator, leftmost."""
    found = _ready(node, path, inside, 0)
    if not found:
        return None
    place, operation, bracketed, _ = max(found, key=lambda item: (item[3], RANK.get(item[1].op, 0)))
    return place, operation, bracketed


def _ready(node: Node, path: Path, inside: bool, depth: int) -> list[tuple[Path, Node, bool, int]]:
    if node.op in RANK and not _done(node) and all(_done(arg) for arg in node.args):
        return [(path, node, inside, depth)]
    deeper = depth + (node.op == "group")
    return [
        item
        for k, arg in enumerate(node.args)
        if not _done(node)
        for item in _ready(arg, (*path, k), inside or node.op == "group", deeper)
    ]


def _put(node: Node, path: Path, leaf: Node) -> Node:
    """The tree with `leaf` at `path`; brackets around a finished number go."""
    if not path:
        return leaf
    args = tuple(_put(arg, path[1:], leaf) if k == path[0] else arg for k, arg in enumerate(node.args))
    if node.op == "group" and args[0].op == "num":
        return args[0]
    return replace(node, args=args, implicit=False)
