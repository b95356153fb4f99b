"""Syntax trees of mathematics as it was written, and what they become: SymPy objects and TeX.

Nothing is evaluated from text: every node maps to one SymPy constructor from the tables below.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from agent.models.composer.symbolic.cas import cas

MAX_DIGITS, MAX_NUMBER_POWER, MAX_POWER, MAX_FACTORIAL = 15, 64, 40, 20
BIG_VALUE = 10**60

SAME_NAME = (
    "sin cos tan sec csc cot sinh cosh tanh coth asin acos atan acot asec acsc asinh acosh atanh exp floor ceiling "
    "sign log sqrt cbrt Abs re im arg conjugate Heaviside gamma erf gcd Min Max"
)
FUNCTIONS = {name: name for name in SAME_NAME.split()} | {
    "ln": "log", "arcsin": "asin", "arccos": "acos", "arctan": "atan", "cosec": "csc", "ceil": "ceiling", "abs": "Abs",
    "sgn": "sign", "arcsinh": "asinh", "arccosh": "acosh", "arctanh": "atanh", "arccot": "acot",
    "min": "Min", "max": "Max", "lg": "log10", "log2": "log2", "log10": "log10",
    "√": "sqrt", "∛": "cbrt", "heaviside": "Heaviside",
}  # fmt: skip
"""As people write a function → SymPy's name."""

INVERSE = {"sin": "asin", "cos": "acos", "tan": "atan", "sinh": "asinh", "cosh": "acosh", "tanh": "atanh"}
CONSTANTS = {"pi": "pi", "e": "E", "infinity": "oo", "inf": "oo", "oo": "oo", "i": "I"}
GREEK = ("theta", "phi", "alpha", "beta", "gamma", "lambda", "mu", "omega", "sigma", "rho", "tau", "epsilon", "delta")
TEX_FUNCTIONS = frozenset(
    [
        "sin",
        "cos",
        "tan",
        "sec",
        "csc",
        "cot",
        "sinh",
        "cosh",
        "tanh",
        "coth",
        "exp",
        "ln",
        "log",
        "arcsin",
        "arccos",
        "arctan",
        "min",
        "max",
        "gcd",
    ]
)


class Unreadable(ValueError):
    """Raised when a text is no mathematics, or mathematics too large to compute with."""


class TooLarge(Unreadable):
    """Raised for mathematics that would explode (10^10^10): it is passed over whole."""


@dataclass(frozen=True, slots=True)
class Node:
    """A node: `op` is num, sym, neg, +, -, *, /, ^, !, call, group or one of the big operators; `name` its text."""

    op: str
    name: str = ""
    args: tuple[Node, ...] = ()
    implicit: bool = False

    def depth(self) -> int:
        """Longest way to a leaf."""
        return 1 + max((arg.depth() for arg in self.args), default=0)

    def leaves(self) -> int:
        """Number of numbers and symbols."""
        return sum(arg.leaves() for arg in self.args) or 1


def to_sympy(node: Node) -> Any:
    """The SymPy object of a tree. Raises Unreadable for numbers that would explode."""
    return _BUILD[node.op](node)


def _number(node: Node) -> Any:
    sympy = cas()

    if len(node.name) > MAX_DIGITS:
        raise TooLarge("a number with too many digits")
    return sympy.Rational(node.name)


def _symbol(node: Node) -> Any:
    sympy = cas()

    if node.name in CONSTANTS:
        return getattr(sympy, CONSTANTS[node.name])
    return sympy.Symbol(node.name, real=node.name not in ("z", "w"))


def _neg(node: Node) -> Any:
    return -to_sympy(node.args[0])


def _add(node: Node) -> Any:
    return to_sympy(node.args[0]) + to_sympy(node.args[1])


def _subtract(node: Node) -> Any:
    return to_sympy(node.args[0]) - to_sympy(node.args[1])


def _multiply(node: Node) -> Any:
    return _sane(to_sympy(node.args[0]) * to_sympy(node.args[1]))


def _divide(node: Node) -> Any:
    below = to_sympy(node.args[1])
    if below == 0:
        raise Unreadable("a division by zero")
    return to_sympy(node.args[0]) / below


def _power(node: Node) -> Any:
    base, exponent = to_sympy(node.args[0]), to_sympy(node.args[1])
    if exponent.is_number:
        most = MAX_NUMBER_POWER if base.is_number else MAX_POWER
        if not exponent.is_finite or abs(exponent.evalf(6)) > most:
            raise TooLarge("an exponent that is too large")
    if base == 0 and exponent.is_negative:
        raise Unreadable("a division by zero")
    return _sane(base**exponent)


def _sane(value: Any) -> Any:
    if value.is_Rational and (abs(value.p) > BIG_VALUE or value.q > BIG_VALUE):
        raise TooLarge("a number that is too large")
    return value


def _factorial(node: Node) -> Any:
    sympy = cas()

    inside = to_sympy(node.args[0])
    if inside.is_number and not (inside.is_Integer and 0 <= inside <= MAX_FACTORIAL):
        raise TooLarge("a factorial that is too large")
    return sympy.factorial(inside)


def _call(node: Node) -> Any:
    sympy = cas()

    arguments = [to_sympy(arg) for arg in node.args]
    name = FUNCTIONS[node.name]
    if any(argument.is_number and argument.is_finite and abs(argument.evalf(6)) > 10**9 for argument in arguments):
        raise TooLarge("an argument that is too large")
    if name == "gamma" and arguments[0].is_number and not abs(arguments[0].evalf(6)) <= MAX_FACTORIAL:
        raise TooLarge("a factorial that is too large")
    if name in ("log2", "log10"):
        return sympy.log(arguments[0], int(name[3:]))
    if name == "Heaviside":
        return getattr(sympy, name)(arguments[0], 1)
    return getattr(sympy, name)(*arguments)


def _group(node: Node) -> Any:
    return to_sympy(node.args[0])


def _integral(node: Node) -> Any:
    sympy = cas()

    inside, variable, *limits = (to_sympy(arg) for arg in node.args)
    return sympy.Integral(inside, (variable, *limits) if limits else variable)


def _sum(node: Node) -> Any:
    sympy = cas()

    inside, variable, low, high = (to_sympy(arg) for arg in node.args)
    if variable == sympy.I:  # `i` as a counter
        variable = sympy.Symbol("i", real=True)
        inside = inside.subs(sympy.I, variable)
    return sympy.Sum(inside, (variable, low, high))


def _limit(node: Node) -> Any:
    sympy = cas()

    inside, variable, target = (to_sympy(arg) for arg in node.args)
    return sympy.Limit(inside, variable, target, node.name or "+-")


def _derivative(node: Node) -> Any:
    sympy = cas()

    inside, variable = (to_sympy(arg) for arg in node.args)
    return sympy.Derivative(inside, (variable, int(node.name or 1)))


_BUILD: dict[str, Callable[[Node], Any]] = {
    "num": _number, "sym": _symbol, "neg": _neg, "+": _add, "-": _subtract, "*": _multiply, "/": _divide, "^": _power,
    "!": _factorial, "call": _call, "group": _group, "integral": _integral, "sum": _sum, "limit": _limit,
    "derivative": _derivative,
}  # fmt: skip

RANK = {"+": 1, "-": 1, "neg": 2, "*": 3, "/": 3, "^": 5, "!": 5}


def to_tex(node: Node) -> str:
    """TeX of a tree, keeping the order and the grouping of what was written."""
    return _TEX.get(node.op, _tex_leaf)(node)


def _tex_leaf(node: Node) -> str:
    name = node.name
    if name in ("infinity", "inf", "oo"):
        return r"\infty"
    if name.rstrip("'") in (*GREEK, "pi"):
        return "\\" + name
    return name


def bare(node: Node) -> Node:
    """The tree without the brackets around it."""
    return bare(node.args[0]) if node.op == "group" else node


def _inner(node: Node, rank: int) -> str:
    """TeX of an operand, in brackets where it binds more loosely than `rank`."""
    plain = bare(node)
    text = to_tex(plain)
    return rf"\left({text}\right)" if RANK.get(plain.op, 9) < rank else text


def _tex_sum(node: Node) -> str:
    left, right = node.args
    return f"{_inner(left, 1)} {node.op} {_inner(right, 2 if node.op == '+' else 3)}"


def _tex_product(node: Node) -> str:
    left, right = _inner(node.args[0], 2), _inner(node.args[1], 3 if bare(node.args[1]).op != "neg" else 4)
    dot = right[:1].isdigit() or (not node.implicit and left[-1:].isdigit() and right[:1].isdigit())
    both_numbers = right.startswith(r"\frac") and left[-1:].isdigit()
    return rf"{left} \cdot {right}" if dot or both_numbers else f"{left} {right}"


def _tex_power(node: Node) -> str:
    base, exponent = node.args
    above = to_tex(bare(exponent))
    plain = bare(base)
    if plain.op == "call" and plain.name in TEX_FUNCTIONS and plain.name != "exp":
        return rf"\{plain.name}^{{{above}}}{_argument(plain)}"
    inside = to_tex(plain)
    if plain.op not in ("num", "sym") or plain.name.startswith("-"):
        inside = rf"\left({inside}\right)"
    return f"{inside}^{{{above}}}"


def _argument(node: Node) -> str:
    inside = bare(node.args[0])
    return f" {to_tex(inside)}" if inside.op == "sym" else rf"\left({to_tex(inside)}\right)"


def _tex_call(node: Node) -> str:
    name = FUNCTIONS[node.name]
    inside = ", ".join(to_tex(bare(arg)) for arg in node.args)
    if name in ("sqrt", "cbrt"):
        return rf"\sqrt{'[3]' if name == 'cbrt' else ''}{{{inside}}}"
    if name == "Abs":
        return rf"\left|{inside}\right|"
    if name == "exp":
        return f"e^{{{inside}}}"
    if name in ("log2", "log10"):
        return rf"\log_{{{name[3:]}}}{_argument(node)}"
    if name == "log" and len(node.args) == 2:
        return rf"\log_{{{to_tex(bare(node.args[1]))}}}{_argument(node)}"
    shown = rf"\{node.name}" if node.name in TEX_FUNCTIONS else _TEX_NAMES.get(name, rf"\operatorname{{{name}}}")
    return f"{shown}{_argument(node)}" if len(node.args) == 1 else rf"{shown}\left({inside}\right)"


_TEX_NAMES = {"asin": r"\arcsin", "acos": r"\arccos", "atan": r"\arctan", "sign": r"\operatorname{sgn}"}


def _tex_integral(node: Node) -> str:
    inside, variable, *limits = (to_tex(bare(arg)) for arg in node.args)
    around = f"_{{{limits[0]}}}^{{{limits[1]}}}" if limits else ""
    return rf"\int{around} {inside} \, d{variable}"


def _tex_bigsum(node: Node) -> str:
    inside, variable, low, high = (to_tex(bare(arg)) for arg in node.args)
    return rf"\sum_{{{variable}={low}}}^{{{high}}} {inside}"


def _tex_limit(node: Node) -> str:
    inside, variable, target = (to_tex(bare(arg)) for arg in node.args)
    side = f"^{node.name}" if node.name in ("+", "-") else ""
    return rf"\lim_{{{variable} \to {target}{side}}} {inside}"


def _tex_derivative(node: Node) -> str:
    inside, variable = (to_tex(bare(arg)) for arg in node.args)
    order = f"^{node.name}" if node.name not in ("", "1") else ""
    return rf"\frac{{d{order}}}{{d{variable}{order}}}\left[{inside}\right]"


_TEX: dict[str, Callable[[Node], str]] = {
    "neg": lambda node: f"-{_inner(node.args[0], 3)}",
    "+": _tex_sum,
    "-": _tex_sum,
    "*": _tex_product,
    "/": lambda node: rf"\frac{{{to_tex(bare(node.args[0]))}}}{{{to_tex(bare(node.args[1]))}}}",
    "^": _tex_power,
    "!": lambda node: f"{_inner(node.args[0], 5)}!",
    "group": lambda node: rf"\left({to_tex(bare(node))}\right)",
    "call": _tex_call,
    "integral": _tex_integral,
    "sum": _tex_bigsum,
    "limit": _tex_limit,
    "derivative": _tex_derivative,
}
