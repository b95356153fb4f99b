"""Printing SymPy results: Python source with `np.` functions, and TeX in the house notation."""

from __future__ import annotations

import re
from typing import Any

from agent.models.composer.symbolic.cas import cas

NAMES = {
    "Abs": "abs",
    "asin": "np.arcsin",
    "acos": "np.arccos",
    "atan": "np.arctan",
    "asinh": "np.arcsinh",
    "acosh": "np.arccosh",
    "atanh": "np.arctanh",
    "ceiling": "np.ceil",
    "Max": "max",
    "Min": "min",
    "re": "np.real",
    "im": "np.imag",
    "conjugate": "np.conj",
    "arg": "np.angle",
    "factorial": "math.factorial",
    "gamma": "math.gamma",
    "erf": "math.erf",
} | {name: f"np.{name}" for name in ("sin", "cos", "tan", "exp", "log", "sinh", "cosh", "tanh", "floor", "sign")}
RECIPROCAL = {
    "sec": "np.cos",
    "csc": "np.sin",
    "cot": "np.tan",
    "sech": "np.cosh",
    "csch": "np.sinh",
    "coth": "np.tanh",
}
CONSTANTS = {"Pi": "np.pi", "Exp1": "np.e", "ImaginaryUnit": "1j", "GoldenRatio": "(1 + np.sqrt(5)) / 2"}
ADD, MUL, POW, ATOM = 1, 2, 4, 9


def source(value: Any) -> str:
    """Python source of a SymPy expression: `x**2 * np.sin(x)`. Raises ValueError for what numpy has no name for."""
    return _code(value)[0]


def _at(value: Any, rank: int) -> str:
    text, own = _code(value)
    return f"({text})" if own < rank else text


def _code(value: Any) -> tuple[str, int]:
    """Source and how tightly its outermost operator binds."""
    if value.is_Symbol:
        return str(value.name), ATOM
    if value.is_Rational:
        return _rational(value)
    if value.is_Float:
        return _signed(repr(float(f"{float(value):.12g}")))
    for test, code in ((value.is_Add, _sum), (value.is_Mul, _product), (value.is_Pow, _power)):
        if test:
            return code(value)
    name = type(value).__name__
    return (CONSTANTS[name], ATOM) if name in CONSTANTS else _function(value, name)


def _signed(text: str) -> tuple[str, int]:
    return text, MUL if text.startswith("-") else ATOM


def _rational(value: Any) -> tuple[str, int]:
    if value.q == 1:
        return _signed(str(value.p))
    if (value * 1000).is_Integer:
        return _signed(f"{float(value):g}") if abs(value) < 1000 else _signed(repr(float(value)))
    return f"{value.p} / {value.q}", MUL


def _sum(value: Any) -> tuple[str, int]:
    text = ""
    for term in value.as_ordered_terms():
        negative = term.could_extract_minus_sign()
        piece = _at(-term if negative else term, ADD + negative)
        text += (f" {'-' if negative else '+'} {piece}") if text else ("-" if negative else "") + piece
    return text, ADD


def _product(value: Any) -> tuple[str, int]:
    sign = "-" if value.could_extract_minus_sign() else ""
    above: list[str] = []
    below: list[str] = []
    for factor in (-value if sign else value).as_ordered_factors():
        base, exponent = factor.as_base_exp()
        if factor.is_Rational and factor.q != 1 and not (factor * 100).is_Integer:
            above += [str(factor.p)] if factor.p != 1 else []
            below.append(str(factor.q))
        elif exponent.is_Rational and exponent.is_negative and not factor.is_Rational:
            below.append(_at(base**-exponent, POW))
        else:
            above.append(_at(factor, MUL))
    text = " * ".join(above) or "1"
    if below:
        text += f" / {below[0]}" if len(below) == 1 else f" / ({' * '.join(below)})"
    return sign + text, MUL


def _power(value: Any) -> tuple[str, int]:
    base, exponent = value.as_base_exp()
    if exponent.is_Rational and exponent.is_negative:
        return f"1 / {_at(base**-exponent, POW)}", MUL
    if str(exponent) == "1/2":
        return f"np.sqrt({source(base)})", ATOM
    if (
        exponent.is_Rational and exponent.q % 2 and exponent.q > 1 and not base.is_number
    ):  # the real root, also left of 0
        inside = source(base)
        sign = f"np.sign({inside}) * " if exponent.p % 2 else ""
        return f"{sign}abs({inside}) ** ({exponent.p} / {exponent.q})", MUL
    return f"{_at(base, ATOM)} ** {_at(exponent, ATOM)}", POW


def _function(value: Any, name: str) -> tuple[str, int]:
    inside = ", ".join(source(arg) for arg in value.args)
    if name in RECIPROCAL:
        return f"1 / {RECIPROCAL[name]}({inside})", MUL
    if name == "Heaviside":
        return f"np.heaviside({source(value.args[0])}, 1)", ATOM
    if name not in NAMES:
        raise ValueError(f"no numpy name for {name}")
    return f"{NAMES[name]}({inside})", ATOM


def tex(value: Any) -> str:
    """TeX of a SymPy object: `ln`, `sin x` without brackets around a lone symbol."""
    sympy = cas()

    text = sympy.latex(value, ln_notation=True, inv_trig_style="full")
    return re.sub(r"\{\\left\(([a-z]|\\theta) \\right\)\}", r" \1", text)


def number(value: Any, digits: int = 3) -> str:
    """TeX of a number: exact where that is short (2/3, √2, π/4), else rounded."""
    sympy = cas()

    value = sympy.sympify(value)
    if value.is_infinite:
        return tex(value)
    big = value.is_Rational and value.q > 1 and (value.q > 99 or abs(value.p) > 999)
    exact = tex(value)
    return decimal(value, digits) if big or len(exact) > 24 or value.has(sympy.Float) else exact


def decimal(value: Any, digits: int = 3) -> str:
    """A number rounded to `digits` decimals, without trailing zeros."""
    text = f"{float(value):.{digits}f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text in ("-0", "") else text
