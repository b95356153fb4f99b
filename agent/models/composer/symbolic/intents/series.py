"""Taylor series, infinite sums and their partial sums."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from agent.models.composer.draft import Draft
from agent.models.composer.symbolic.analysis import clean, numeric
from agent.models.composer.symbolic.cas import cas
from agent.models.composer.symbolic.intent import Intent, call, drafted
from agent.models.composer.symbolic.intents.calculus import lambda_of
from agent.models.composer.symbolic.intents.plots import functions_of_x, interval_of
from agent.models.composer.symbolic.naming import equation_tex, titled
from agent.models.composer.symbolic.printing import decimal, number, tex
from agent.models.composer.symbolic.reading import Expression, MathReading, Series
from agent.models.composer.symbolic.window import window


def taylor(reading: MathReading) -> Draft | None:
    """`Taylor series of cos x up to order 8`, `approximate ln(1+x) by polynomials`, `Maclaurin series of e^x`."""
    sympy = cas()

    functions = functions_of_x(reading)
    said = reading.says("taylor*", "maclaurin*", "power series") or (
        reading.says("approximat*") and reading.says("polynomial*")
    )
    if not functions or not said:
        return None
    e = functions[0]
    x = e.variable
    center = _center(reading, x)
    order = int(reading.value("order", "degree", "up", "n") or _terms(reading) or 7)
    order = max(1, min(order, 15))
    coefficients = [sympy.nsimplify(e.sympy.diff(x, k).subs(x, center) / sympy.factorial(k)) for k in range(order + 1)]
    if not all(c.is_finite and c.is_real for c in coefficients):
        return None
    orders = _orders(coefficients, order)
    known = (
        "taylor maclaurin series polynomial polynomials power expansion order degree approximate "
        "approximation up growing increasing around about center centre term terms centered first at near"
    )
    shown = _taylor_window(e, reading, center)
    act = call(
        "taylor_polynomials",
        function=lambda_of(e.sympy, x),
        label=repr(equation_tex(e)),
        center=clean(float(center)),
        coefficients=[float(c) for c in coefficients],
        orders=orders,
        names=_names(coefficients, orders, x, center),
        x_range=shown.x_range,
        y_range=shown.y_range,
        poles=list(shown.features[0].poles),
    )
    return drafted(
        reading,
        titled("Taylor series of", reading, e, "Taylor series"),
        f"Taylor polynomials of {e.sympy}",
        (act,),
        understood=known,
        sure=0.96,
    )


def _center(reading: MathReading, x: Any) -> Any:
    sympy = cas()

    for name, value in reading.assignments:
        if name in (x.name, "a"):
            return value
    said = next((n.value for n in reading.numbers if n.before in ("at", "around", "about", "near", "point")), None)
    return sympy.Integer(0) if said is None else said


def _terms(reading: MathReading) -> Any | None:
    return next((2 * n.value for n in reading.numbers if n.after.startswith("term")), None)


def _orders(coefficients: list[Any], order: int) -> list[int]:
    """The orders that bring something new, at most six of them."""
    useful = [k for k, c in enumerate(coefficients) if c != 0 and k <= order] or [0]
    if len(useful) <= 6:
        return useful
    return sorted({useful[round(i * (len(useful) - 1) / 5)] for i in range(6)})


def _names(coefficients: list[Any], orders: list[int], x: Any, center: Any) -> list[str]:
    """Each polynomial in TeX; long ones show their last terms after dots."""
    names: list[str] = []
    for order in orders:
        terms = [(k, c) for k, c in enumerate(coefficients[: order + 1]) if c != 0] or [(0, coefficients[0])]
        shown = terms if len(terms) <= 4 else terms[-2:]
        text = r"\cdots " if len(terms) > 4 else ""
        for k, c in shown:
            piece = _term(k, c, x, center)
            negative = piece.startswith("-")
            text += piece if not text else f" - {piece[1:].strip()}" if negative else f" + {piece}"
        names.append(text)
    return names


def _term(k: int, c: Any, x: Any, center: Any) -> str:
    sympy = cas()

    base = tex(x) if center == 0 else f"({tex(x - center)})"
    power = "" if k == 0 else base if k == 1 else f"{base}^{{{k}}}"
    if not power:
        return number(c)
    if not c.is_Rational:
        return f"{decimal(c, 3)} {power}"
    sign, size = ("-" if c < 0 else ""), abs(sympy.Rational(c))
    top = power if size.p == 1 else f"{size.p} {power}"
    return f"{sign}{top}" if size.q == 1 else rf"{sign}\frac{{{top}}}{{{size.q}}}"


def _taylor_window(e: Expression, reading: MathReading, center: Any) -> Any:
    sympy = cas()

    at = float(center)
    span = interval_of(reading)
    if span is None:
        span = (at - 7.0, at + 7.0) if e.sympy.has(sympy.sin, sympy.cos) else (at - 3.0, at + 3.0)
    shown = window([e], span, [(at, float(e.sympy.subs(e.variable, center)))])
    low, high, step = shown.y_range
    if e.sympy.has(sympy.sin, sympy.cos) and high - low < 4:
        low, high, step = -2, 2, 1
    return type(shown)(shown.x_range, [low, high, step], shown.features, False)


def infinite_sum(reading: MathReading) -> Draft | None:
    """`partial sums of 1/2 + 1/4 + 1/8 + ...`, `sum of 1/n^2 from n=1 to infinity`, `the harmonic series`."""
    sympy = cas()

    n = sympy.Symbol("n", real=True)
    asked = _asked_sum(reading, n)
    if asked is None:
        return None
    term, first, label = asked
    whole = sympy.Symbol("n", integer=True, positive=True)
    total = sympy.summation(term.subs(n, whole), (whole, first, sympy.oo))
    finite = bool(total.is_finite and total.is_real) and not total.has(sympy.Sum)
    if total.has(sympy.Sum):
        return None
    f = numeric(term, n)
    terms = [float(f(float(k))) for k in range(first, first + 12)]
    if any(t != t or abs(t) > 1e6 for t in terms):
        return None
    count = int(reading.value("term", "terms") or 8)
    label += f" = {tex(total)}" if finite else ""
    known = (
        "partial sum sums series geometric harmonic ratio infinite infinity converge converges convergence "
        "diverge diverges add terms number line limit does total first alternating visual proof square show "
        "visually why basel"
    )
    act = call(
        "partial_sums",
        term=lambda_of(term, n),
        first=first,
        count=max(4, min(count, 12)),
        label=repr(label),
        total=float(total) if finite else 0.0,
        total_label=repr(number(total) + (rf" \approx {decimal(total)}" if finite and not total.is_Rational else "")),
        converges=finite,
        takeaway=repr(
            "Infinitely many steps, and still a finite length."
            if finite
            else "The sums grow beyond every bound."
            if all(t > 0 for t in terms)
            else "The sums do not settle."
        ),
    )
    acts = [act]
    halves = sympy.simplify(term - sympy.Rational(1, 2) ** n) == 0 and first == 1
    if halves:
        square = call("geometric_square", below=2)
        acts = [square] if reading.says("square", "visual", "picture", "area") else [act, square]
    name = (
        "The geometric series"
        if halves or reading.says("geometric")
        else "The harmonic series"
        if reading.says("harmonic")
        else "Adding infinitely many terms"
    )
    return drafted(reading, name, f"Partial sums of {term}", tuple(acts), understood=known, sure=0.95)


def _asked_sum(reading: MathReading, n: Any) -> tuple[Any, int, str] | None:
    """The n-th term, the first n, and the sum in TeX."""
    sympy = cas()

    for written in reading.series:
        if written.joined == "+" and len(written.terms) >= 3:
            term = _continued(written, n)
            if term is not None:
                shown = " ".join(_signed(t, k) for k, t in enumerate(written.terms[:4]))
                return term, 1, rf"{shown} + \cdots"
    for e in reading.expressions:
        if isinstance(e.sympy, sympy.Sum) and e.sympy.args[1][2] == sympy.oo and e.sympy.args[1][1].is_Integer:
            inside, (variable, low, _) = e.sympy.args
            return inside.subs(variable, n), int(low), e.tex
    return _named_sum(reading, n)


def _named_sum(reading: MathReading, n: Any) -> tuple[Any, int, str] | None:
    """`sum of 1/n^2 to infinity`, `the harmonic series`."""
    sympy = cas()

    endless = any(not i.high.is_finite for i in reading.intervals)
    endless = endless or reading.says("series", "infinite*", "converge*", "diverge*", "partial sum*", "infinity")
    endless = endless or (not reading.intervals and any(_fades(e) for e in reading.expressions))
    if (
        endless
        and reading.says("sum*", "series", "add*")
        and not reading.says("taylor*", "maclaurin*", "fourier*", "power")
    ):
        for e in reading.expressions:
            names = [s.name for s in e.sympy.free_symbols]
            if names in (["n"], ["k"]):
                low = next((i.low for i in reading.intervals if i.low.is_Integer), sympy.Integer(1))
                return e.sympy.subs(e.variable, n), int(low), rf"\sum_{{{names[0]}={low}}}^{{\infty}} {e.tex}"
        if reading.says("harmonic"):
            return 1 / n, 1, r"1 + \frac{1}{2} + \frac{1}{3} + \frac{1}{4} + \cdots"
        if reading.says("geometric") and not reading.expressions:
            return sympy.Rational(1, 2) ** n, 1, r"\frac{1}{2} + \frac{1}{4} + \frac{1}{8} + \cdots"
    return None


def _fades(e: Expression) -> bool:
    """Whether terms in n or k go to zero: their sum without bounds means the series."""
    sympy = cas()
    names = [symbol.name for symbol in e.sympy.free_symbols]
    return names in (["n"], ["k"]) and sympy.limit(e.sympy, e.variable, sympy.oo) == 0


def _signed(value: Any, place: int) -> str:
    text = tex(value)
    return text if not place or text.startswith("-") else f"+ {text}"


def _continued(written: Series, n: Any) -> Any | None:
    """The n-th term (from n = 1 on) of a series that goes on as it began: geometric, or 1/p(n), or p(n)."""
    sympy = cas()

    terms = [sympy.nsimplify(t) for t in written.terms]
    if any(not t.is_Rational or t == 0 for t in terms):
        return None
    ratios = {b / a for a, b in pairwise(terms)}
    if len(ratios) == 1:
        return terms[0] * ratios.pop() ** (n - 1)
    signs = [1 if t > 0 else -1 for t in terms]
    alternating = all(a != b for a, b in pairwise(signs))
    sign = signs[0] * sympy.Integer(-1) ** (n - 1) if alternating else 1
    sizes = [abs(t) for t in terms]
    for turned in (False, True):
        values = [1 / t if turned else t for t in sizes]
        points = [(k + 1, value) for k, value in enumerate(values)]
        guess = sympy.factor(sympy.interpolate(points, n))
        if sympy.degree(guess, n) <= max(1, len(terms) - 2) and (alternating or all(t > 0 for t in terms)):
            return sign * (1 / guess if turned else guess)
    return None


INTENTS = (Intent("Taylor", taylor), Intent("infinite sum", infinite_sum))
