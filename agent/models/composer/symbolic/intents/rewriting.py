"""Expressions rewritten: factored, expanded, simplified, split into partial fractions, worked out."""

from __future__ import annotations

import math
from typing import Any

from agent.models.composer.draft import Draft
from agent.models.composer.symbolic.cas import cas
from agent.models.composer.symbolic.derivation import BLUE, GREEN, PLAIN, YELLOW, Line, line
from agent.models.composer.symbolic.intent import Intent, drafted
from agent.models.composer.symbolic.intents.calculus import steps_call
from agent.models.composer.symbolic.intents.equations import solvable
from agent.models.composer.symbolic.naming import titled
from agent.models.composer.symbolic.printing import tex
from agent.models.composer.symbolic.reading import Expression, MathReading
from agent.models.composer.symbolic.tree import bare, to_sympy

REWRITES = {
    "factor": ("factor*",),
    "expand": ("expand*", "multiply out", "multiply", "foil"),
    "simplify": ("simplif*", "reduce"),
    "apart": ("partial fraction*", "partial fractions"),
    "together": ("common denominator", "combine"),
    "square": ("completing the square", "complete the square", "vertex form"),
}
"""What can be done with an expression, and the words that ask for it."""


def rewrite(reading: MathReading) -> Draft | None:
    """`factor x^3 - 8`, `expand (x+1)^3`, `simplify (x^2-1)/(x-1)`, `partial fractions of 1/(x^2-1)`."""
    sympy = cas()

    kind = next((k for k, words in REWRITES.items() if reading.says(*words)), None)
    usable = [e for e in reading.expressions if e.sympy.free_symbols and not e.weak and sympy.count_ops(e.sympy) <= 40]
    if kind is None or len(usable) != 1 or len(solvable(reading)) > (usable[0].name != ""):
        return None
    e = usable[0]
    lines = _rewritten(kind, e)
    if lines is None:
        return None
    act = steps_call(lines, takeaway="Both sides are equal for every value.")
    title = titled(
        {"factor": "Factoring", "expand": "Expanding", "apart": "Partial fractions of"}.get(kind, "Simplifying"),
        reading,
        e,
        "An expression, rewritten",
    )
    known = (
        "factor factorise factorize factoring expand expanding simplify simplifying multiply out partial "
        "fraction fractions decomposition step steps foil complete completing square reduce into brackets "
        "vertex form write binomial polynomial common denominator combine"
    )
    return drafted(reading, title, f"{kind} {e.sympy}", (act,), understood=known, sure=0.95)


def _rewritten(kind: str, e: Expression) -> list[Line] | None:
    sympy = cas()

    x, f = e.variable, e.sympy
    head = [line(e.tex)]
    if kind == "factor":
        return _factor_lines(head, f, x)
    if kind == "expand":
        return _expand_lines(head, e)
    if kind == "apart":
        return _apart_lines(head, f, x)
    if kind == "square":
        a, b, c = sympy.Poly(f, x).all_coeffs()
        half = b / (2 * a)
        return [
            *head,
            Line(
                (
                    f"= {tex(a) if a != 1 else ''}\\left({tex(x**2 + b / a * x)}",
                    f"+ {tex(half**2)} - {tex(half**2)}",
                    rf"\right) {_plus(c)}",
                ),
                (PLAIN, YELLOW, PLAIN),
                "add and subtract the same square",
            ),
            line(
                rf"= {tex(a) if a != 1 else ''}\left({tex(x + half)}\right)^2 {_plus(c - a * half**2)}",
                "a complete square",
                GREEN,
            ),
        ]
    if kind == "together":
        return [*head, line(f"= {tex(sympy.together(f))}", "one denominator", GREEN)]
    return _simple_lines(head, f)


def _plus(value: Any) -> str:
    return "" if not value else f"+ {tex(value)}" if value > 0 else f"- {tex(-value)}"


def _factor_lines(head: list[Line], f: Any, x: Any) -> list[Line] | None:
    sympy = cas()

    result = sympy.factor(f)
    if result == f:
        return [*head, line(r"\text{cannot be factored over the integers}", "", YELLOW)]
    lines = [*head]
    pulled = sympy.factor_terms(f)
    if pulled not in (f, result) and pulled.is_Mul:
        lines.append(line(f"= {tex(pulled)}", "take out what all terms share", BLUE))
    poly = sympy.Poly(f, x) if f.is_polynomial(x) and len(f.free_symbols) == 1 else None
    if poly is not None and poly.degree() == 2 and poly.LC() == 1 and poly.nth(1) and poly.nth(0):
        roots = sympy.solve(f, x)
        a, b = -roots[0], -roots[-1]
        lines.append(
            line(
                f"= x^2 {_plus(a)}x {_plus(b)}x {_plus(a * b)}".replace("1x", "x"),
                f"sum ${tex(a + b)}$, product ${tex(a * b)}$",
                BLUE,
            )
        )
    note = "factor"
    if poly is not None and poly.length() == 2 and poly.nth(0) and poly.degree() in (2, 3) and pulled == f:
        kind = _two_powers(poly, x)
        if kind is not None:
            lines.append(line(f"= {kind[0]}", kind[1], BLUE))
            note = kind[2]
    return [*lines, line(f"= {tex(result)}", note, GREEN)]


def _two_powers(poly: Any, x: Any) -> tuple[str, str, str] | None:
    """a² − b² and a³ ± b³: written as such, why, and the rule that follows."""
    sympy = cas()
    n, last = poly.degree(), poly.nth(0)
    roots = [sympy.real_root(poly.LC(), n), sympy.real_root(abs(last), n)]
    if not all(r.is_Rational for r in roots) or (n == 2 and last > 0):
        return None
    sign = "-" if last < 0 else "+"
    name = "squares" if n == 2 else "cubes"
    rule = "(a - b)(a + b)" if n == 2 else f"(a {sign} b)(a^2 {'+' if last < 0 else '-'} ab + b^2)"
    word = "difference" if last < 0 else "sum"
    return f"{_powered(roots[0] * x, n)} {sign} {_powered(roots[1], n)}", f"a {word} of two {name}", f"${rule}$"


def _expand_lines(head: list[Line], e: Expression) -> list[Line] | None:
    f = e.sympy
    result = cas().expand(f)
    if result == f:
        return None
    factors = _factors(e)
    lines = [*head]
    if len(factors) == 2 and all(g.is_Add for g in factors):
        one, two = (g.as_ordered_terms() for g in factors)
        pieces = [rf"{_signed(s)} \cdot {_signed(t)}" for s in one for t in two]
        lines.append(Line(("= ", " + ".join(pieces)), (PLAIN, BLUE), "every term with every term"))
    elif f.is_Pow and f.exp.is_Integer and f.exp <= 5 and f.base.is_Add and len(f.base.args) == 2:
        a, b = f.base.as_ordered_terms()
        n = int(f.exp)
        pieces = [_times(math.comb(n, k), _powered(a, n - k), _powered(b, k)) for k in range(n + 1)]
        lines.append(Line(("= ", " + ".join(pieces)), (PLAIN, BLUE), "binomial theorem"))
    if lines[-1].parts[-1].replace(" ", "") == tex(result).replace(" ", ""):
        return lines
    return [*lines, line(f"= {tex(result)}", "collect", GREEN)]


def _factors(e: Expression) -> list[Any]:
    """The factors in the order in which they were written; a square counts as two."""
    top = bare(e.node)
    if top.op == "*" and all(arg.op == "group" for arg in top.args):
        return [to_sympy(arg) for arg in top.args]
    return [e.sympy.base] * 2 if e.sympy.is_Pow and e.sympy.exp == 2 else []


def _signed(term: Any) -> str:
    return rf"\left({tex(term)}\right)" if term.could_extract_minus_sign() else tex(term)


def _powered(term: Any, power: int) -> str:
    if not power:
        return ""
    base = tex(term) if term.is_Symbol or (term.is_Integer and term > 0) else rf"\left({tex(term)}\right)"
    return base if power == 1 else f"{base}^{{{power}}}"


def _times(count: int, *factors: str) -> str:
    """A product in TeX; a dot stands before a factor that starts with a digit."""
    kept = [factor for factor in ("" if count == 1 else str(count), *factors) if factor]
    text = kept[0]
    for factor in kept[1:]:
        text += rf" \cdot {factor}" if factor[0].isdigit() else f" {factor}"
    return text


def _apart_lines(head: list[Line], f: Any, x: Any) -> list[Line] | None:
    sympy = cas()

    top, bottom = sympy.fraction(sympy.together(f))
    result = sympy.apart(f, x)
    factored = sympy.factor(bottom)
    lines = [*head]
    if factored != bottom:
        lines.append(line(rf"= \frac{{{tex(top)}}}{{{tex(factored)}}}", "factor the denominator", BLUE))
    names = "ABCDEF"
    parts = [
        rf"\frac{{{names[k]}}}{{{tex(factor)}}}"
        for k, (factor, power) in enumerate(sympy.factor_list(bottom, x)[1])
        if power == 1 and sympy.degree(factor, x) == 1
    ]
    if len(parts) == len(result.as_ordered_terms()) and len(parts) > 1:
        lines.append(Line(("= ", " + ".join(parts)), (PLAIN, YELLOW), "one fraction for every factor"))
        for k, (factor, _) in enumerate(sympy.factor_list(bottom, x)[1][:3]):
            root = sympy.solve(factor, x)[0]
            value = sympy.limit(f * factor, x, root)
            lines.append(line(rf"{tex(x)} = {tex(root)}: \quad {names[k]} = {tex(value)}", "cover up that factor"))
    if result == f:
        return None
    return [*lines, line(f"= {tex(result)}", "", GREEN)]


def _simple_lines(head: list[Line], f: Any) -> list[Line] | None:
    sympy = cas()

    result = sympy.simplify(f)
    lines = [*head]
    top, bottom = sympy.fraction(sympy.together(f))
    if bottom != 1 and sympy.factor(top) / sympy.factor(bottom) != f and top.is_polynomial() and bottom.is_polynomial():
        lines.append(
            line(rf"= \frac{{{tex(sympy.factor(top))}}}{{{tex(sympy.factor(bottom))}}}", "factor both parts", BLUE)
        )
    note = "cancel" if bottom != 1 else "tidy up"
    return (
        [*lines, line(f"= {tex(result)}", note, GREEN)] if tex(result) != head[0].parts[0] or len(lines) > 1 else None
    )


def evaluate(reading: MathReading) -> Draft | None:
    """`compute 3*(4+5)^2 - 6/2 step by step`: order of operations."""
    from agent.models.composer.symbolic.arithmetic import arithmetic_lines

    numbers = [
        e
        for e in reading.expressions
        if not e.sympy.free_symbols and not e.name and e.node.leaves() > 2 and e.sympy.is_real
    ]
    said = reading.says(
        "order of operations",
        "compute*",
        "calculate*",
        "evaluate*",
        "step*",
        "what is",
        "work out",
        "simplify",
        "pemdas",
        "bodmas",
    )
    if len(numbers) != 1 or len(reading.expressions) > 1 or not (said or not reading.words):
        return None
    lines = arithmetic_lines(numbers[0].node)
    if lines is None:
        return None
    act = steps_call(
        lines,
        remark="Brackets, powers, products, sums: in this order.",
        takeaway="Always the innermost and strongest first.",
    )
    known = "order operations compute calculate evaluate step steps what pemdas bodmas simplify result arithmetic"
    return drafted(reading, "The order of operations", str(numbers[0].tex), (act,), understood=known, sure=0.93)


INTENTS = (
    Intent("rewrite", rewrite),
    Intent("evaluate", evaluate),
)
