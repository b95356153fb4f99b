"""Finite sums and products: written out, added up, with a closed formula where there is a short one."""

from __future__ import annotations

import re
from typing import Any

from agent.models.composer.draft import Draft
from agent.models.composer.symbolic.cas import cas
from agent.models.composer.symbolic.derivation import BLUE, GREEN, PLAIN, Line, line
from agent.models.composer.symbolic.intent import Intent, drafted
from agent.models.composer.symbolic.intents.calculus import steps_call
from agent.models.composer.symbolic.printing import tex
from agent.models.composer.symbolic.reading import MathReading

MOST_TERMS, MOST_DIGITS = 2000, 24
KNOWN = (
    "sum sums product add adding multiply series finite partial sigma notation total terms term first all numbers "
    "from to find geometric arithmetic result natural integers squares cubes powers"
)


def finite_sum(reading: MathReading) -> Draft | None:
    """`sum of 2^n from n=0 to 10`, `\\sum_{k=1}^{100} k`, `product of k from k=1 to 5`."""
    asked = _asked(reading)
    if asked is None:
        return None
    term, variable, low, high, product = asked
    if not (low.is_Integer and high.is_Integer and 0 < high - low < MOST_TERMS):
        return None
    values = [term.subs(variable, low + k) for k in range(int(high - low) + 1)]
    if not all(value.is_Rational for value in values):
        return None
    sympy = cas()

    total = sympy.prod(values) if product else sum(values)
    if len(str(total)) > MOST_DIGITS:
        return None
    sign, word = (r"\prod", "product") if product else (r"\sum", "sum")
    inside = rf"\left({tex(term)}\right)" if term.is_Add else tex(term)
    head = rf"{sign}_{{{tex(variable)}={low}}}^{{{high}}} {inside}"
    lines = [line(head), Line(("= ", _written(values, product)), (PLAIN, BLUE), f"{len(values)} numbers")]
    lines += [] if product else _closed(term, variable, low, high)
    lines.append(line(rf"= {tex(total)}", "", GREEN))
    takeaway = f"Every {'factor' if product else 'term'} comes from the same rule."
    act = steps_call(lines, remark="Written out in full.", takeaway=takeaway)
    brief = f"{word} of {term} from {low} to {high}"
    return drafted(reading, f"A {word}, written out", brief, (act,), understood=KNOWN, sure=0.96)


def _asked(reading: MathReading) -> tuple[Any, Any, Any, Any, bool] | None:
    """The term, its counter, the bounds, and whether it is a product."""
    sympy = cas()

    for e in reading.expressions:
        if isinstance(e.sympy, sympy.Sum):
            inside, (variable, low, high) = e.sympy.args
            return inside, variable, low, high, False
    product = reading.says("product", "multiply*")
    if not (product or reading.says("sum", "add*", "sigma")) or reading.says("riemann*", "taylor*", "matrix"):
        return None
    for e in reading.expressions:
        for interval in reading.intervals:
            named = interval.variable in ("", e.variable.name)
            if len(e.sympy.free_symbols) == 1 and e.variable.name in ("n", "k", "x", "m", "j") and named:
                return e.sympy, e.variable, interval.low, interval.high, product
    return None


def _written(values: list[Any], product: bool) -> str:
    """All numbers of a short sum, the first and the last of a long one."""
    shown = values if len(values) <= 6 else [*values[:4], None, values[-1]]
    joint = r" \cdot " if product else " + "
    pieces = [r"\cdots" if value is None else _bracketed(value) for value in shown]
    return joint.join(pieces)


def _bracketed(value: Any) -> str:
    return rf"\left({tex(value)}\right)" if value < 0 else tex(value)


def _closed(term: Any, variable: Any, low: Any, high: Any) -> list[Line]:
    """The closed formula for an upper end N, with the number put in; nothing where it is long."""
    sympy = cas()

    counter, end = sympy.Symbol("k", integer=True), sympy.Symbol("N", integer=True, positive=True)
    formula = sympy.factor(sympy.summation(term.subs(variable, counter), (counter, low, end)))
    if formula.has(sympy.Sum, sympy.Piecewise) or sympy.count_ops(formula) > 14 or high - low < 5:
        return []
    put_in = re.sub(r"(?<=\d) N", r" \\cdot N", tex(formula)).replace("N", str(high))
    return [line(f"= {put_in}", rf"${tex(formula)}$ for $N = {high}$", BLUE)]


INTENTS = (Intent("finite sum", finite_sum),)
