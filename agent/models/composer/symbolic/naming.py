"""Names for titles and labels."""

from __future__ import annotations

import re
from typing import Any

from agent.models.composer.symbolic.printing import number, tex
from agent.models.composer.symbolic.reading import Expression, MathReading

RAISED = str.maketrans("0123456789-+nx", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺ⁿˣ")


def spoken(text: str) -> str:
    """Typed mathematics as a title can show it: `x^2` → `x²`, `sqrt(x)` → `√x`; empty if it would not read well."""
    text = re.sub(r"\s+", " ", text).strip()
    if re.match(r"(?:int|lim|sum|d/d[a-z])\b", text):
        return ""
    power = r"\^(?:\((-?[\dnx]{1,3})\)|(-?[\dnx]{1,3}))(?![\w^.])"
    text = re.sub(power, lambda m: (m[1] or m[2]).translate(RAISED), text)
    text = re.sub(r"sqrt\s?\((\w)\)|sqrt\s(\w)\b", lambda m: f"√{m[1] or m[2]}", text)
    text = re.sub(r"\btheta\b", "θ", re.sub(r"\bpi\b", "π", text)).replace("*", "·").replace(" · ", " · ")
    text = re.sub(r" (?=[)\]])|(?<=[(\[]) |(?<=\d) (?=[θπ])", "", text)
    return "" if len(text) > 36 or "^" in text or "_" in text else text


def titled(prefix: str, reading: MathReading, expression: Expression, plain: str) -> str:
    """`prefix` and the expression as it was typed, or `plain` where that cannot be shown in a title."""
    start, end = expression.span
    name = spoken(reading.plain[start:end])
    return f"{prefix} {name}" if name else plain


def equation_tex(expression: Expression) -> str:
    """`y = …` for a label; `f(x) = …` where it was written so."""
    name = expression.name or "y"
    head = f"{name}({tex(expression.variable)})" if name in "fgh" else name
    return f"{head} = {expression.tex}"


def point_tex(x: Any, y: Any) -> str:
    """`(2, -1)` in TeX, exact where that is short."""
    return rf"({number(x, 2)}, {number(y, 2)})"
