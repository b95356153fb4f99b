"""Wishes about complex numbers: maps of the plane, products, roots, polar form, the Mandelbrot set."""

from __future__ import annotations

import re
from typing import Any

from agent.models.composer.draft import Draft
from agent.models.composer.symbolic.cas import cas
from agent.models.composer.symbolic.derivation import BLUE, GREEN, line
from agent.models.composer.symbolic.intent import Intent, call, drafted
from agent.models.composer.symbolic.intents.calculus import steps_call
from agent.models.composer.symbolic.intents.matrices import plain_float
from agent.models.composer.symbolic.printing import source, tex
from agent.models.composer.symbolic.reading import Expression, MathReading
from agent.models.composer.symbolic.tree import bare, to_sympy

COMMON = "complex number numbers plane imaginary real argand diagram geometric geometrically picture"
ROOT_WORDS = "root roots of unity solution solutions solve nth circle polygon equation cube square"
ORDINALS = {
    "square": 2,
    "cube": 3,
    "cubic": 3,
    "third": 3,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
    "twelfth": 12,
}


def pair(value: Any) -> tuple[float, float]:
    """A SymPy number as (real, imaginary)."""
    number = complex(value)
    return plain_float(number.real), plain_float(number.imag)


def _constants(reading: MathReading) -> list[Any]:
    """Numbers without symbols, in order."""
    return [e.sympy for e in reading.expressions if not e.sympy.free_symbols]


def complex_map(reading: MathReading) -> Draft | None:
    """A function of z as a movement of the plane."""
    words = ("complex", "conformal", "map", "maps", "mapping", "grid", "transform*")
    for expression in reading.functions:
        names = {s.name for s in expression.sympy.free_symbols}
        if names == {"z"} or (names <= {"x", "w"} and reading.says("complex map*", "conformal*")):
            sure = 0.95 if reading.says(*words) else 0.7 if expression.name == "f" else 0
            return _map(reading, expression, sure) if sure else None
    return None


def _map(reading: MathReading, expression: Expression, sure: float) -> Draft:
    import sympy

    inner = expression.sympy.subs(next(iter(expression.sympy.free_symbols)), sympy.Symbol("z"))
    function = f"lambda z: {source(inner)}"
    tex = expression.tex
    understood = (
        f"{COMMON} map maps mapping function conformal transform transformation acts act does apply image what "
        "bend bends deform deforms distort visualise visualize"
    )
    act = call("complex_map", function=function, label=repr(tex))
    return drafted(reading, "A complex map", f"z goes to {tex}", (act,), understood=understood, sure=sure)


def product(reading: MathReading) -> Draft | None:
    """The product of two complex numbers, written as one or named one after the other."""
    numbers = _constants(reading)
    top = bare(reading.expressions[0].node) if len(numbers) == len(reading.expressions) == 1 else None
    if top is not None and top.op == "*" and any(arg.op == "group" for arg in top.args):
        numbers = [to_sympy(arg) for arg in top.args]
        asked = True
    else:
        asked = reading.says("multiply*", "product", "times", "multiplication", "multiplied")
    if len(numbers) != 2 or not asked or not any(pair(n)[1] for n in numbers):
        return None
    z, w = (pair(n) for n in numbers)
    if not any(w) or not any(z):
        return None
    understood = (
        f"{COMMON} multiply multiplied multiplying multiplication product times by rotation rotate scaling "
        "scale rotates"
    )
    act = call("complex_multiplication", z=z, w=w)
    return drafted(reading, "Complex multiplication", f"{numbers[0]} times {numbers[1]}", (act,), understood=understood)


def total(reading: MathReading) -> Draft | None:
    """The sum or difference of two complex numbers: `(1+i) + (2-i)`, `1+i and 2-i addition`."""
    found = _operands(reading, "+", ("add*", "sum", "plus", "addition"))
    minus = found is None
    found = found or _operands(reading, "-", ("subtract*", "difference", "minus"))
    if found is None:
        return None
    (a, b), (c, d) = (value.as_real_imag() for value in found)
    sign = "-" if minus else "+"
    x, y = (a - c, b - d) if minus else (a + c, b + d)
    left, right = (rf"\left({tex(value)}\right)" for value in found)
    lines = [
        line(f"{left} {sign} {right}"),
        line(rf"= {_group(a, sign, c)} + {_group(b, sign, d)} i", "real and imaginary part", BLUE),
        line(f"= {tex(x + y * cas().I)}", "", GREEN),
    ]
    arrows = call("add_vectors", vectors=[pair(found[0]), pair(-found[1] if minus else found[1])])
    acts = (steps_call(lines, remark="Real parts together, imaginary parts together."), arrows)
    title = "Subtracting complex numbers" if minus else "Adding complex numbers"
    understood = (
        f"{COMMON} add adding addition sum plus subtract subtraction subtracting difference minus arrows vectors"
    )
    return drafted(reading, title, f"{found[0]} {sign} {found[1]}", acts, understood=understood)


def _group(a: Any, sign: str, b: Any) -> str:
    second = rf"\left({tex(b)}\right)" if b < 0 else tex(b)
    return rf"\left({tex(a)} {sign} {second}\right)"


def _operands(reading: MathReading, sign: str, words: tuple[str, ...]) -> tuple[Any, Any] | None:
    """Two numbers joined by a sign between brackets, or standing apart beside one of the words; one is not real."""
    numbers = _constants(reading)
    if len(numbers) == 1:
        top = bare(reading.expressions[0].node)
        bracketed = top.op == sign and all(arg.op == "group" for arg in top.args)
        numbers = [to_sympy(arg) for arg in top.args] if bracketed else []
    elif not reading.says(*words):
        return None
    if len(numbers) != 2 or not any(pair(value)[1] for value in numbers) or not all(map(any, map(pair, numbers))):
        return None
    return numbers[0], numbers[1]


def quotient(reading: MathReading) -> Draft | None:
    """`(2+i)/(1-i)`: the fraction widened with the conjugate of its denominator."""
    sympy = cas()
    top = [bare(e.node) for e in reading.expressions if not e.sympy.free_symbols]
    if len(top) != 1 or top[0].op != "/" or reading.equations:
        return None
    z, w = (to_sympy(arg) for arg in top[0].args)
    if not pair(w)[1]:
        return None
    mirror, above, below = (
        sympy.conjugate(w),
        sympy.expand(z * sympy.conjugate(w)),
        sympy.expand(w * sympy.conjugate(w)),
    )
    result = sympy.expand(above / below)
    lines = [
        line(rf"\frac{{{tex(z)}}}{{{tex(w)}}}"),
        line(
            rf"= \frac{{\left({tex(z)}\right) \left({tex(mirror)}\right)}}"
            rf"{{\left({tex(w)}\right) \left({tex(mirror)}\right)}}",
            "widen with the conjugate", BLUE,
        ),
        line(rf"= \frac{{{tex(above)}}}{{{tex(below)}}}", "the denominator becomes real", BLUE),
    ]  # fmt: skip
    lines += [line(f"= {tex(result)}", "", GREEN)] if below != 1 else []
    understood = f"{COMMON} divide divided dividing division quotient by"
    act = steps_call(lines, takeaway="A number times its conjugate is real.")
    return drafted(reading, "Dividing complex numbers", f"{z} / {w}", (act,), understood=understood)


def roots(reading: MathReading) -> Draft | None:
    """Solutions of z^n = a, or the n-th roots of a number."""
    found = _from_equation(reading) or _from_words(reading)
    if found is None or not 2 <= found[0] <= 24:
        return None
    degree, value = found
    understood = f"{COMMON} {ROOT_WORDS} {' '.join(ORDINALS)}"
    act = call("roots_of_a_number", degree=degree, value=pair(value))
    title = "Roots of unity" if value == 1 else f"The {degree} roots on a circle"
    return drafted(reading, title, f"z^{degree} = {value}", (act,), understood=understood)


def _from_equation(reading: MathReading) -> tuple[int, Any] | None:
    import sympy

    for equation in reading.equations:
        symbols = list(equation.difference.free_symbols) if equation.relation == "=" else []
        if len(symbols) != 1 or (symbols[0].name not in ("z", "w") and not reading.says("complex", "unity")):
            continue
        if not equation.difference.is_polynomial(symbols[0]):
            continue
        poly = sympy.Poly(equation.difference, symbols[0])
        terms = poly.all_coeffs()
        if len(terms) > 2 and not any(terms[1:-1]) and terms[-1] != 0:
            return int(poly.degree()), sympy.simplify(-terms[-1] / terms[0])
    return None


def _from_words(reading: MathReading) -> tuple[int, Any] | None:
    import sympy

    text = reading.text.lower()
    names = "|".join(ORDINALS)
    lone = re.search(r"\b(sqrt|square root|cube root)[\s(]+(?:of )?(?:the )?(?:complex )?(?:number )?(.+)$", text)
    if lone and (value := _not_positive(lone[2])) is not None:
        return (3 if lone[1] == "cube root" else 2), value
    match = re.search(rf"(?:(\d+)(?:st|nd|rd|th)|\b({names})) (?:complex )?roots? of (unity|\S+)", text)
    if not match:
        return None
    degree = int(match[1]) if match[1] else ORDINALS[match[2]]
    if match[3] == "unity":
        return degree, sympy.Integer(1)
    numbers = [*_constants(reading), *[n.value for n in reading.numbers]]
    return (
        (degree, numbers[-1]) if numbers and (reading.says("complex") or match[2] not in ("square", "cube")) else None
    )


def _not_positive(text: str) -> Any | None:
    """The complex or negative number that a text is, else None."""
    from agent.models.composer.symbolic.mathtext import read

    found = read(f"w = {text.strip(' .?!)(')}").equations
    value = found[0].right.sympy if len(found) == 1 else None
    if value is None or value.free_symbols or not value.is_finite or (value.is_real and value >= 0):
        return None
    return value


def single(reading: MathReading) -> Draft | None:
    """One complex number: polar form, conjugate, or its orbit under z² + c."""
    numbers = [value for name, value in reading.assignments if name in ("z", "c")] + _constants(reading)
    if not numbers:
        return None
    z = pair(numbers[0])
    if reading.says("mandelbrot*", "iterat*", "orbit") and max(map(abs, z)) <= 2:
        act = call("mandelbrot_iteration", c=z)
        understood = f"{COMMON} mandelbrot set iterate iteration iterations orbit point squared plus z c inside belongs"
        return drafted(reading, "Mandelbrot set", f"the orbit of 0 for c = {numbers[0]}", (act,), understood=understood)
    if reading.says("conjugate*"):
        act = call("complex_conjugate", z=z)
        return drafted(
            reading,
            "Complex conjugate",
            f"the conjugate of {numbers[0]}",
            (act,),
            understood=f"{COMMON} conjugate conjugates reflection mirror",
        )
    inside = bare(reading.expressions[0].node) if reading.expressions else None
    if inside is not None and inside.op == "call" and inside.name == "abs":
        z = pair(to_sympy(inside.args[0]))
        if not z[1]:
            return None
    elif not any(z) or not reading.says("modulus", "argument", "polar*", "absolute value", "complex"):
        return None
    act = call("modulus_and_argument", z=z)
    understood = f"{COMMON} modulus argument polar form absolute value angle length exponential plot point"
    return drafted(reading, "Modulus and argument", f"polar form of {numbers[0]}", (act,), understood=understood)


INTENTS = (
    Intent("complex_map", complex_map),
    Intent("complex_product", product),
    Intent("complex_sum", total),
    Intent("complex_quotient", quotient),
    Intent("complex_roots", roots),
    Intent("complex_number", single),
)
