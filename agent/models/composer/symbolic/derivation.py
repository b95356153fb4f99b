"""Derivatives and integrals worked out rule by rule, as lines of TeX with the reason for each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from agent.models.composer.symbolic.cas import cas
from agent.models.composer.symbolic.printing import tex

PLAIN, BLUE, YELLOW, GREEN = 0, 1, 2, 3


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a calculation: pieces of TeX, a colour number for each, and the reason."""

    parts: tuple[str, ...]
    tints: tuple[int, ...]
    note: str = ""


def line(text: str, note: str = "", tint: int = PLAIN) -> Line:
    """A line of one piece."""
    return Line((text,), (tint,), note)


def derivative_lines(expression: Any, variable: Any, shown: str) -> list[Line]:
    """d/dx of `expression` (`shown` is its TeX), one rule at a time, until nothing is left to differentiate."""
    sympy = cas()

    start = rf"\frac{{d}}{{d{tex(variable)}}}"
    lines = [Line((rf"{start}\left[", shown, r"\right]"), (PLAIN, YELLOW, PLAIN))]
    current: Any = sympy.Derivative(expression, variable, evaluate=False)
    for _ in range(6):
        pending = sorted(current.atoms(sympy.Derivative), key=str)
        if not pending:
            break
        notes: list[str] = []
        changes = {node: _rule(node.expr, variable, notes) for node in pending}
        current = _replaced(current, changes)
        lines.append(_terms(current, " and ".join(dict.fromkeys(notes))))
    short = _shortest(current)
    if tex(short) != tex(current):
        lines.append(_terms(short, "tidy up"))
    return lines


def _replaced(tree: Any, changes: dict[Any, Any]) -> Any:
    """The tree with derivatives replaced; nothing else is evaluated."""
    if tree in changes:
        return changes[tree]
    return tree.func(*[_replaced(arg, changes) for arg in tree.args]) if tree.args else tree


def _shortest(expression: Any) -> Any:
    sympy = cas()

    options = [expression, sympy.simplify(expression), sympy.factor_terms(expression), sympy.factor(expression)]
    return min(options, key=lambda option: (sympy.count_ops(option), len(tex(option))))


def _terms(expression: Any, note: str) -> Line:
    """A line whose top-level terms are blue and green in turn."""
    terms = expression.as_ordered_terms() if expression.is_Add else [expression]
    if len(terms) == 1 or len(terms) > 5:
        return Line(("= ", tex(expression)), (PLAIN, PLAIN), note)
    parts, tints = ["= "], [PLAIN]
    for k, term in enumerate(terms):
        text = tex(term)
        parts.append(text if k == 0 or text.startswith("-") else f"+ {text}")
        tints.append((BLUE, GREEN)[k % 2])
    return Line(tuple(parts), tuple(tints), note)


def _rule(u: Any, x: Any, notes: list[str]) -> Any:
    """The derivative of `u` by one rule; parts that need another rule stay as derivatives."""
    sympy = cas()

    if not u.has(x):
        notes.append("constants do not change")
        return sympy.Integer(0)
    constant, rest = u.as_independent(x, as_Add=False)
    if constant != 1 and not u.is_Add:
        return constant * _rule(rest, x, notes)
    if u.is_Add:
        notes.append("sum rule: term by term")
        return sympy.Add(*[_later(term, x) for term in u.args])
    if u.is_Mul:
        return _product(u, x, notes)
    if u.is_Pow or isinstance(u, sympy.exp):
        return _power(u, x, notes)
    if u == x:
        return sympy.Integer(1)
    inner = u.args[0]
    outer = u.func(sympy.Dummy("v", real=True))
    slope = outer.diff(outer.args[0]).subs(outer.args[0], inner)
    if inner == x:
        notes.append(f"the derivative of ${tex(u)}$")
        return slope
    notes.append("chain rule: outside times inside")
    return sympy.Mul(slope, _later(inner, x))


def _later(u: Any, x: Any) -> Any:
    """A derivative for the next line; trivial ones at once."""
    sympy = cas()

    constant, rest = u.as_independent(x, as_Add=False)
    if not u.has(x):
        return sympy.Integer(0)
    if rest == x or (rest.is_Pow and rest.base == x and rest.exp.is_number and rest.exp.is_Integer and constant != 1):
        return u.diff(x)
    return (
        constant * sympy.Derivative(rest, x, evaluate=False)
        if constant != 1
        else sympy.Derivative(u, x, evaluate=False)
    )


def _product(u: Any, x: Any, notes: list[str]) -> Any:
    sympy = cas()

    top, bottom = sympy.fraction(u)
    if bottom.has(x):
        if not top.has(x):
            notes.append("reciprocal rule")
            return -top * sympy.Derivative(bottom, x, evaluate=False) / bottom**2
        notes.append("quotient rule: (u/v)' = (u'v - uv')/v²")
        above = sympy.Derivative(top, x, evaluate=False) * bottom - top * sympy.Derivative(bottom, x, evaluate=False)
        return above / bottom**2
    factors = u.as_ordered_factors()
    left, right = factors[0], sympy.Mul(*factors[1:])
    notes.append("product rule: (uv)' = u'v + uv'")
    one, two = sympy.Derivative(left, x, evaluate=False), sympy.Derivative(right, x, evaluate=False)
    return one * right + left * two


def _power(u: Any, x: Any, notes: list[str]) -> Any:
    sympy = cas()

    base, exponent = u.as_base_exp()
    if not exponent.has(x):
        if base == x:
            notes.append("power rule")
            return exponent * base ** (exponent - 1)
        notes.append("power rule and chain rule")
        return exponent * base ** (exponent - 1) * _later(base, x)
    if not base.has(x):
        factor = sympy.log(base)
        notes.append("exponentials keep their shape" if exponent == x else "chain rule: outside times inside")
        return u * factor * (1 if exponent == x else _later(exponent, x))
    notes.append("write it as a power of e")
    return u * sympy.Derivative(exponent * sympy.log(base), x, evaluate=False)


def integral_lines(expression: Any, variable: Any, shown: str) -> list[Line]:
    """An indefinite integral with the method that solves it. Raises ValueError where none of the standard ones does."""
    sympy = cas()

    result = sympy.integrate(expression, variable)
    if result.has(sympy.Integral, sympy.Piecewise) or result.free_symbols - {variable}:
        raise ValueError("no elementary integral")
    d = rf"\, d{tex(variable)}"
    inside = rf"\left({shown}\right)" if expression.is_Add else shown
    lines = [Line((r"\int", inside, d), (PLAIN, YELLOW, PLAIN))]
    lines += _method(expression, variable)
    short = min((result, sympy.simplify(result), sympy.expand(result)), key=lambda option: len(tex(option)))
    lines.append(Line(("= ", tex(short), " + C"), (PLAIN, BLUE, GREEN), "every antiderivative up to a constant C"))
    return lines


def _method(expression: Any, variable: Any) -> list[Line]:
    """The lines between the question and the answer."""
    sympy = cas()
    from sympy.integrals.manualintegrate import (
        AddRule,
        AlternativeRule,
        ConstantTimesRule,
        PartsRule,
        RewriteRule,
        URule,
        integral_steps,
    )

    rule: Any = integral_steps(expression, variable)
    if isinstance(rule, AlternativeRule):
        rule = rule.alternatives[0]
    if isinstance(rule, ConstantTimesRule):
        rule = rule.substep
    d = rf"\, d{tex(variable)}"
    if isinstance(rule, RewriteRule):
        return [line(rf"= \int {_bracketed(rule.rewritten)} {d}", "written differently")]
    if isinstance(rule, AddRule):
        terms = sympy.expand(expression).as_ordered_terms()
        joined = " ".join(_signed(rf"\int {tex(_size(t))} {d}", t, k) for k, t in enumerate(terms))
        return [line(f"= {joined}", "term by term")]
    if isinstance(rule, PartsRule):
        u, dv = rule.u, rule.dv
        v = sympy.integrate(dv, variable)
        return [
            line(rf"u = {tex(u)}, \quad v' = {tex(dv)}", "integration by parts", BLUE),
            line(rf"u' = {tex(u.diff(variable))}, \quad v = {tex(v)}", "", GREEN),
            line(rf"= {tex(u * v)} - \int {tex(sympy.simplify(v * u.diff(variable)))} {d}", "∫ uv' = uv - ∫ u'v"),
        ]
    if isinstance(rule, URule):
        u = rule.u_func
        inside = sympy.simplify(expression / u.diff(variable)).subs(u, sympy.Symbol("u"))
        if variable in inside.free_symbols:
            return []
        return [
            line(rf"u = {tex(u)}, \quad du = {tex(u.diff(variable))} {d}", "substitution", BLUE),
            line(rf"= \int {tex(inside)} \, du", "everything in u"),
        ]
    return []


def _bracketed(expression: Any) -> str:
    return rf"\left({tex(expression)}\right)" if expression.is_Add else tex(expression)


def _size(term: Any) -> Any:
    return -term if term.could_extract_minus_sign() else term


def _signed(text: str, term: Any, place: int) -> str:
    if term.could_extract_minus_sign():
        return f"- {text}"
    return f"+ {text}" if place else text
