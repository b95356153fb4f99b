"""Equations, systems and inequalities solved as a person would write it, line by line."""

from __future__ import annotations

from typing import Any

from agent.models.composer.symbolic.cas import cas
from agent.models.composer.symbolic.derivation import BLUE, GREEN, PLAIN, YELLOW, Line, line
from agent.models.composer.symbolic.printing import decimal, tex
from agent.models.composer.symbolic.reading import Equation


def equation_lines(
    equation: Equation, x: Any, *, square: bool = False, by_formula: bool = False
) -> tuple[list[Line], list[Any]]:
    """The lines that solve an equation for `x`, and its real solutions.

    `square` asks for completing the square, `by_formula` for the quadratic formula. Raises ValueError without a method.
    """
    sympy = cas()

    left, right = equation.left.sympy, equation.right.sympy
    head = [line(equation.tex)]
    difference = sympy.expand(left - right)
    try:
        poly = sympy.Poly(difference, x)
    except sympy.PolynomialError:
        return _other(head, equation, x)
    if not all(c.is_number for c in poly.all_coeffs()):
        return _other(head, equation, x)
    if poly.degree() == 1:
        return _linear(head, left, right, x)
    if poly.degree() == 2:
        return _quadratic(head, poly, x, right, square=square, by_formula=by_formula)
    return _factored(head, poly, x)


def _linear(head: list[Line], left: Any, right: Any, x: Any) -> tuple[list[Line], list[Any]]:
    sympy = cas()

    a, b = sympy.Poly(sympy.expand(left), x).nth(1), sympy.Poly(sympy.expand(left), x).nth(0)
    c, d = sympy.Poly(sympy.expand(right), x).nth(1), sympy.Poly(sympy.expand(right), x).nth(0)
    lines = [*head]
    if sympy.expand(left) != left or sympy.expand(right) != right:
        lines.append(line(f"{tex(sympy.expand(left))} = {tex(sympy.expand(right))}", "multiply out"))
    if c:
        word = "subtract" if not c.could_extract_minus_sign() else "add"
        lines.append(line(f"{tex((a - c) * x + b)} = {tex(d)}", f"{word} ${tex(abs(c) * x)}$ on both sides"))
    if b:
        word = "subtract" if b > 0 else "add"
        lines.append(line(f"{tex((a - c) * x)} = {tex(d - b)}", f"{word} ${tex(abs(b))}$ on both sides"))
    value = sympy.nsimplify((d - b) / (a - c))
    if a - c != 1:
        lines.append(line(f"{tex(x)} = {tex(value)}", f"divide by ${tex(a - c)}$", GREEN))
    return lines, [value]


def _quadratic(
    head: list[Line], poly: Any, x: Any, right: Any, *, square: bool, by_formula: bool
) -> tuple[list[Line], list[Any]]:
    sympy = cas()

    lines = [*head]
    if right != 0:
        lines.append(line(f"{tex(poly.as_expr())} = 0", "bring everything to one side"))
    a, b, c = poly.all_coeffs()
    disc = b * b - 4 * a * c
    roots = sorted(
        {sympy.nsimplify((-b - sympy.sqrt(disc)) / (2 * a)), sympy.nsimplify((-b + sympy.sqrt(disc)) / (2 * a))},
        key=lambda r: float(sympy.re(r)),
    )
    if square:
        return [*lines, *_completed(a, b, c, x, roots)], roots if disc >= 0 else []
    if not b and disc > 0 and not by_formula and not sympy.sqrt(disc).is_rational:
        root = sympy.sqrt(-c / a)
        if tex(poly.as_expr()) != tex(x**2 + c / a) or right == 0:
            lines = [*head, line(f"{tex(x**2)} = {tex(-c / a)}", "the square alone")]
        else:
            lines = [*head]
        return [*lines, line(rf"{tex(x)} = \pm {tex(root)}", "take the root"), _answers(x, roots)], roots
    if disc < 0:
        lines += _by_formula(a, b, c, disc)
        lines.append(line(r"\text{no real solution}", "no real number has a negative square", YELLOW))
        return lines, []
    if sympy.sqrt(disc).is_rational and not by_formula:
        return [*lines, *_by_factors(poly, a, b, c, x, roots)], roots
    lines += _by_formula(a, b, c, disc)
    lines.append(_answers(x, roots))
    return lines, roots


def _by_factors(poly: Any, a: Any, b: Any, c: Any, x: Any, roots: list[Any]) -> list[Line]:
    sympy = cas()

    factors = sympy.factor_list(poly.as_expr(), x)
    pieces = [
        f"({tex(f)})" + (f"^{{{k}}}" if k > 1 else "") if f.is_Add else tex(f) + (f"^{{{k}}}" if k > 1 else "")
        for f, k in factors[1]
    ]
    head = "" if factors[0] == 1 else "-" if factors[0] == -1 else tex(factors[0])
    note = f"two numbers with sum ${tex(-b)}$ and product ${tex(c)}$" if a == 1 and b and c else "factor"
    tints = [(BLUE, GREEN)[k % 2] for k in range(len(pieces))]
    lines = [
        Line((head, *pieces, "= 0") if head else (*pieces, "= 0"), ((PLAIN,) if head else ()) + (*tints, PLAIN), note)
    ]
    if len(pieces) > 1:
        zeros = [f"{tex(f)} = 0" for f, _ in factors[1]]
        lines.append(
            Line(
                (zeros[0], r"\quad\text{or}\quad", zeros[1]), (BLUE, PLAIN, GREEN), "a product is zero when a factor is"
            )
        )
        roots = [sympy.solve(f, x)[0] for f, _ in factors[1]]
    lines.append(_answers(x, roots))
    return lines


def _by_formula(a: Any, b: Any, c: Any, disc: Any) -> list[Line]:
    sympy = cas()

    general = (r"x = {-b \pm \sqrt{", "b^2 - 4ac", r"} \over 2a}")
    return (
        [
            Line(general, (PLAIN, YELLOW, PLAIN), f"quadratic formula: $a={tex(a)},\\ b={tex(b)},\\ c={tex(c)}$"),
            Line(
                (rf"x = {{{tex(-b)} \pm \sqrt{{", tex(disc), rf"}} \over {tex(2 * a)}}}"),
                (PLAIN, YELLOW, PLAIN),
                "put the numbers in",
            ),
        ]
        if not disc.has(sympy.I)
        else []
    )


def _completed(a: Any, b: Any, c: Any, x: Any, roots: list[Any]) -> list[Line]:
    """Completing the square."""
    sympy = cas()

    p, q = b / a, c / a
    half = p / 2
    value = half**2 - q
    inside = tex(x + half)
    lines = [
        line(
            f"{tex(x**2 + p * x)} = {tex(-q)}",
            "constants to the right" if a == 1 else f"divide by ${tex(a)}$, constants to the right",
        )
    ]
    if p:
        lines.append(
            Line(
                (tex(x**2 + p * x), f"+ {tex(half**2)}", f"= {tex(-q)}", f"+ {tex(half**2)}"),
                (PLAIN, YELLOW, PLAIN, YELLOW),
                f"add the square of half of ${tex(p)}$",
            )
        )
        lines.append(Line((rf"\left({inside}\right)^2", f"= {tex(value)}"), (BLUE, PLAIN), "a complete square"))
    if value < 0:
        return [*lines, line(r"\text{no real solution}", "a square is never negative", YELLOW)]
    lines.append(line(rf"{inside} = \pm {tex(sympy.sqrt(value))}" if value else f"{inside} = 0", "take the root"))
    return [*lines, _answers(x, roots)]


def _factored(head: list[Line], poly: Any, x: Any) -> tuple[list[Line], list[Any]]:
    sympy = cas()

    if poly.degree() > 8:
        raise ValueError("degree too high")
    factored = sympy.factor(poly.as_expr())
    roots = sorted(set(sympy.real_roots(poly)), key=float)
    lines = [*head]
    if sympy.expand(poly.as_expr()) != poly.as_expr() or poly.as_expr() != factored:
        lines.append(line(f"{tex(factored)} = 0", "factor", BLUE))
        lines.append(line(r"\text{one factor must be } 0", "a product is zero when a factor is"))
    return [*lines, _answers(x, roots)], roots


def _other(head: list[Line], equation: Equation, x: Any) -> tuple[list[Line], list[Any]]:
    """Exponential, root, absolute and other equations, by SymPy's solver."""
    sympy = cas()

    left, right = equation.left.sympy, equation.right.sympy
    plain = sympy.Symbol(x.name, real=True)
    found = sympy.solve(sympy.Eq(left, right), x)
    found = (
        [r for r in found if r.is_real and not r.free_symbols - {plain}]
        if not (left - right).free_symbols - {x}
        else found
    )
    if not 1 <= len(found) <= 6 or any(len(tex(r)) > 60 for r in found):
        raise ValueError("no short solution")
    lines = [*head, *_isolating(left, right, x)]
    return [*lines, _answers(x, found)], list(found)


def _isolating(left: Any, right: Any, x: Any) -> list[Line]:
    """Steps for a^x = b and √(…) = b."""
    sympy = cas()

    if left.is_Pow and left.exp == sympy.Rational(1, 2):
        return [line(f"{tex(left.base)} = {tex(right**2)}", "square both sides")]
    power = left.as_base_exp()
    if (left.is_Pow or isinstance(left, sympy.exp)) and power[1].has(x) and not right.has(x):
        base, exponent = power
        side = rf"\ln {tex(right)}" if base == sympy.E else rf"\log_{{{tex(base)}}} {tex(right)}"
        return [line(f"{tex(exponent)} = {side}", "take the logarithm")]
    if isinstance(left, sympy.Abs):
        inner = tex(left.args[0])
        return [
            Line(
                (f"{inner} = {tex(right)}", r"\quad\text{or}\quad", f"{inner} = {tex(-right)}"),
                (BLUE, PLAIN, GREEN),
                "two cases",
            )
        ]
    if isinstance(left, sympy.log):
        return [line(rf"{tex(left.args[0])} = e^{{{tex(right)}}}", "raise e to both sides")]
    return []


def _answers(x: Any, roots: list[Any]) -> Line:
    if not roots:
        return line(r"\text{no real solution}", "", YELLOW)
    parts: list[str] = []
    tints: list[int] = []
    for k, root in enumerate(roots):
        if k:
            parts.append(r",\quad" if len(roots) > 2 else r"\quad\text{or}\quad")
            tints.append(PLAIN)
        exact = tex(root)
        known = root.is_Rational or root.free_symbols or len(roots) > 1
        rough = "" if known else rf" \approx {decimal(root)}"
        parts.append(f"{tex(x)} = {exact}{rough}" if len(exact) < 30 else rf"{tex(x)} \approx {decimal(root)}")
        tints.append((BLUE, GREEN)[k % 2])
    return Line(tuple(parts), tuple(tints))


def system_lines(one: Equation, two: Equation, x: Any, y: Any) -> tuple[list[Line], tuple[Any, Any] | None]:
    """Two linear equations by substitution; the solution, or None where there is not exactly one."""
    sympy = cas()

    lines = [Line((one.tex, r",\qquad", two.tex), (BLUE, PLAIN, GREEN))]
    first, second, letter, other = _easiest(one, two, x, y)
    found = sympy.solve([one.difference, two.difference], [x, y], dict=True)
    if not found or len(found[0]) < 2:
        word = "the same line: every point on it" if found else "parallel lines: no solution"
        return [*lines, line(rf"\text{{{word}}}", "", YELLOW)], None
    alone = sympy.solve(first.difference, letter)[0]
    tint = BLUE if first is one else GREEN
    inside = second.left.sympy.subs(letter, sympy.Symbol("Q"))
    shown = tex(inside).replace("Q", rf"\left({tex(alone)}\right)")
    right = tex(second.right.sympy.subs(letter, sympy.Symbol("Q"))).replace("Q", rf"\left({tex(alone)}\right)")
    merged = sympy.expand((second.left.sympy - second.right.sympy).subs(letter, alone))
    slope, rest = merged.coeff(other), merged.subs(other, 0)
    values = {x: found[0][x], y: found[0][y]}
    lines += [
        line(f"{tex(letter)} = {tex(alone)}", f"solve one equation for ${tex(letter)}$", tint),
        line(f"{shown} = {right}", "put it into the other one"),
        line(f"{tex(slope * other)} = {tex(-rest)}", "tidy up"),
        line(f"{tex(other)} = {tex(values[other])}", f"divide by ${tex(slope)}$", YELLOW)
        if slope != 1
        else line(f"{tex(other)} = {tex(values[other])}", "", YELLOW),
        line(
            f"{tex(letter)} = {_put_in(alone, other, values[other])} = {tex(values[letter])}", "put it back in", YELLOW
        ),
    ]
    return lines, (values[x], values[y])


def _put_in(expression: Any, letter: Any, value: Any) -> str:
    """TeX of the expression with a number in brackets in the letter's place, not yet worked out."""
    sympy = cas()

    text = tex(expression.subs(letter, sympy.Symbol("Q")))
    return text.replace("Q", rf"\left({tex(value)}\right)")


def _easiest(one: Equation, two: Equation, x: Any, y: Any) -> tuple[Equation, Equation, Any, Any]:
    """The equation and the letter that are solved first: a coefficient of ±1 is easiest."""
    sympy = cas()

    for first, second in ((one, two), (two, one)):
        for letter, other in ((y, x), (x, y)):
            if abs(sympy.expand(first.difference).coeff(letter)) == 1:
                return first, second, letter, other
    has_x = bool(sympy.expand(one.difference).coeff(x))
    return (one, two, x, y) if has_x else (one, two, y, x)
