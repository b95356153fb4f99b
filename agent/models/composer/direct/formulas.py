"""Formulas as people write them, as TeX; and formulas known by name."""

from __future__ import annotations

import re

from core.signs import SIGNS

NAMED: dict[str, str] = {
    "pythagorean theorem": r"a^2 + b^2 = c^2",
    "pythagoras theorem": r"a^2 + b^2 = c^2",
    "pythagoras": r"a^2 + b^2 = c^2",
    "quadratic formula": r"x = \frac{-b \pm \sqrt{b^2 - 4ac}}{2a}",
    "euler identity": r"e^{i\pi} + 1 = 0",
    "euler's identity": r"e^{i\pi} + 1 = 0",
    "euler's formula": r"e^{i\theta} = \cos\theta + i\sin\theta",
    "distance formula": r"d = \sqrt{(x_2 - x_1)^2 + (y_2 - y_1)^2}",
    "midpoint formula": r"M = \left(\frac{x_1 + x_2}{2}, \frac{y_1 + y_2}{2}\right)",
    "slope formula": r"m = \frac{y_2 - y_1}{x_2 - x_1}",
    "law of cosines": r"c^2 = a^2 + b^2 - 2ab\cos C",
    "law of sines": r"\frac{a}{\sin A} = \frac{b}{\sin B} = \frac{c}{\sin C}",
    "binomial theorem": r"(a + b)^n = \sum_{k=0}^{n} \binom{n}{k} a^{n-k} b^k",
}
"""Names in lower case and their TeX."""

AREA: dict[str, str] = {
    "circle": r"A = \pi r^2",
    "square": r"A = s^2",
    "rectangle": r"A = w h",
    "triangle": r"A = \frac{1}{2} b h",
    "right_triangle": r"A = \frac{1}{2} a b",
    "ellipse": r"A = \pi a b",
    "sphere": r"A = 4 \pi r^2",
    "cube": r"A = 6 s^2",
}
PERIMETER: dict[str, str] = {
    "circle": r"C = 2 \pi r",
    "square": r"P = 4 s",
    "rectangle": r"P = 2(w + h)",
    "triangle": r"P = a + b + c",
}
VOLUME: dict[str, str] = {
    "sphere": r"V = \frac{4}{3} \pi r^3",
    "cube": r"V = s^3",
    "cylinder": r"V = \pi r^2 h",
    "cone": r"V = \frac{1}{3} \pi r^2 h",
}

_FUNCTIONS = [
    "arcsin",
    "arccos",
    "arctan",
    "sinh",
    "cosh",
    "tanh",
    "sin",
    "cos",
    "tan",
    "cot",
    "sec",
    "csc",
    "log",
    "ln",
    "exp",
    "lim",
    "max",
    "min",
    "det",
    "gcd",
]
_GREEK = [
    "alpha",
    "beta",
    "gamma",
    "delta",
    "epsilon",
    "theta",
    "lambda",
    "mu",
    "nu",
    "pi",
    "rho",
    "sigma",
    "tau",
    "phi",
    "chi",
    "psi",
    "omega",
    "Gamma",
    "Delta",
    "Theta",
    "Lambda",
    "Sigma",
    "Phi",
    "Psi",
    "Omega",
]
_SIGNS = (
    ("**", "^"), ("<=", r" \le "), (">=", r" \ge "), ("!=", r" \ne "), ("+/-", r" \pm "), ("infinity", r"\infty "),
    ("...", r"\dots "), ("%", r"\%"), ("#", r"\#"), ("&", r"\&"),
    *((sign, command) for sign, command in SIGNS.items() if sign != "√"),
)  # fmt: skip


def to_tex(formula: str) -> str:
    """Plain or half-TeX mathematics as TeX: `sqrt(x)/2` becomes `\\frac{\\sqrt{x}}{2}`. TeX is left as it is."""
    tex = formula.strip()
    for sign, command in _SIGNS:
        tex = tex.replace(sign, command) if not (sign in "%#&" and "\\" + sign in tex) else tex
    tex = re.sub(r"√\(([^()]*)\)|(?<![\\a-z])sqrt\(([^()]*)\)", lambda m: rf"\sqrt{{{m[1] or m[2]}}}", tex)
    tex = re.sub(r"√(\w+)", r"\\sqrt{\1}", tex)
    tex = re.sub(r"\^\(([^()]*)\)", r"^{\1}", tex)
    tex = re.sub(r"([\^_])(-?\d{2,}|-\w)", r"\1{\2}", tex)
    tex = re.sub(r"(?<![\w}\\])(\w{1,3})/(\w{1,3})(?![\w{(^])", r"\\frac{\1}{\2}", tex)
    tex = re.sub(r"(?<=[\w)])\s*\*\s*(?=[\w(\\])", r" \\cdot ", tex)
    tex = re.sub(rf"(?<![\\a-zA-Z])({'|'.join(_FUNCTIONS)})(?![a-zA-Z])", r"\\\1 ", tex)
    tex = re.sub(rf"(?<![\\a-zA-Z])({'|'.join(_GREEK)})(?![a-zA-Z])", r"\\\1 ", tex)
    return re.sub(r" +", " ", _balanced(tex)).strip()


def _balanced(tex: str) -> str:
    """Close what was left open, so that TeX never sees an unbalanced brace."""
    missing = tex.count("{") - tex.count("}")
    return tex + "}" * missing if missing > 0 else "{" * -missing + tex


def name_to_tex(name: str) -> str:
    """A label such as `A`, `theta`, `x1` as TeX."""
    if re.fullmatch(r"[A-Za-z]'*", name):
        return name
    if match := re.fullmatch(r"([A-Za-z])_?(\d+)", name):
        return f"{match[1]}_{{{match[2]}}}"
    if name in _GREEK:
        return f"\\{name}"
    return to_tex(name)
