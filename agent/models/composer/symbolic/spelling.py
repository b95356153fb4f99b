"""Spelling: the many ways mathematics is typed (Unicode, LaTeX, English words) as one plain notation."""

from __future__ import annotations

import re

SIGNS = str.maketrans(
    {
        "−": "-", "–": "-", "—": " - ", "·": "*", "×": "*", "∙": "*", "⋅": "*", "÷": "/", "∕": "/", "π": " pi ",
        "θ": " theta ", "φ": " phi ", "λ": " lambda ", "ω": " omega ", "α": " alpha ", "∞": " infinity ",
        "≤": "<=", "≥": ">=", "≠": "!=", "→": "->", "…": "...", "⋯": "...", "½": "(1/2)", "¼": "(1/4)", "¾": "(3/4)",
        "⅓": "(1/3)", "⅔": "(2/3)", "’": "'", "‘": "'", "′": "'", "″": "''", "“": '"', "”": '"',
        "Σ": " sum ", "∑": " sum ",
        "∫": " int ", "`": " ", "∣": "|", "\u00a0": " ",
    }
)  # fmt: skip
RAISED = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺ⁿˣ", "0123456789-+nx", strict=True))
LOWERED = dict(zip("₀₁₂₃₄₅₆₇₈₉", "0123456789", strict=True))
ORDINALS = {
    "second": 2,
    "third": 3,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
}
SIGMA = r"\bsum\s+(?:of\s+|from\s+)*([a-z])\s*=\s*(-?\d+)\s*to\s*(\d+|infinity)\s*,?\s*(?:of\s+)?(?=[\w(])"
"""`sum k=1 to 5 of k^2`."""
TERM = r"(?:\d+(?:\.\d+)?\s*)?(?:\b|(?<=\d))(?:[a-z]|theta|pi)\b|\d+(?:\.\d+)?|\)"

LEIBNIZ = re.compile(r"\(\((d(?:\^\(?(\d)\)?)?\s*([a-z]?))\)/\(d\s*([a-z])(?:\^\(?\d\)?)?\)\)")
CLEAR_COMMA = re.compile(r"(?<![\w.,])0,\d+(?![\d,.])|=\s*-?\d+,\d+[a-z*]")
"""A comma that can only be a decimal one."""
COMMA = re.compile(r"(?<![\w.,])(\d+),(\d+)(?![\d,.])|(?<=[a-z]\^)(\d+),(\d+)(?![\d,.])")
LATEX = (
    (r"\\(?:left|right|displaystyle|,|;|!|quad|qquad|mathrm|operatorname|text)", " "),
    (r"\\(?:cdot|times)", "*"),
    (r"\\div", "/"),
    (r"\\(?:to|rightarrow)(?![a-z])", "->"),
    (r"\\infty", " infinity "),
    (r"\\(?:leq?)(?![a-z])", "<="),
    (r"\\(?:geq?)(?![a-z])", ">="),
    (r"\\(?:c?dots|ldots)", "..."),
    (r"\\[{}]", " "),
    (r"\\int(?![a-z])", " int "),
    (r"\\sum(?![a-z])", " sum "),
    (r"\\lim(?![a-z])", " lim "),
    (r"\\pm", " ± "),
    (r"\\([a-zA-Z]+)", r" \1 "),
)
ENGLISH = (
    (r"(?<=\d)\s?\.\.\s?(?=\d)", " to "),
    (r"\b(\d+) ?% of (?=\d)", r"\1/100*"),
    (rf"({TERM})\s+squared\b", r"\1^2"),
    (rf"({TERM})\s+cubed\b", r"\1^3"),
    (rf"({TERM})\s+to the (?:power(?: of)?|power)\s+(?=-?[\dxnt])", r"\1^"),
    (r"\b(\d+|x|e|t|n)\s+to the (?=[xnt]\b|-x\b|\d)", r"\1^"),
    (r"\b(?:one|1)\s+over\s+(?=[\w(])", "1/"),
    (rf"({TERM})\s+divided by\s+(?=[\w(])", r"\1/"),
    (rf"({TERM})\s+plus\s+(?=[\w(])", r"\1+"),
    (rf"({TERM})\s+minus\s+(?=[\w(])", r"\1-"),
    (rf"({TERM})\s+times\s+(?=(?:[a-z]|\d+|sin|cos|tan|sqrt|e)\b)", r"\1*"),
    (rf"({TERM})\s+(?:equals|is equal to)\s+(?=[-\w(|])", r"\1="),
    (r"\bthe square root of\b|\bsquare root of\b", " sqrt "),
    (r"\b(?:the )?cube root of\b", " cbrt "),
    (r"\b(?:the )?absolute value of (?=[a-z]\b)", " abs "),
    (r"\b(?:the )?natural log(?:arithm)? of\b", " ln "),
    (r"\bsine (?:of )?(?=(?:\d+(?:\.\d+)?)?\s?[xt]\b|\()", " sin "),
    (r"\bcosine (?:of )?(?=(?:\d+(?:\.\d+)?)?\s?[xt]\b|\()", " cos "),
    (r"\blog(?:arithm)? base (\d+|e) (?:of )?(?=[\w(])", r" log_\1 "),
    (r"\b(?:plus|positive) infinity\b", " infinity "),
    (r"\b(?:minus|negative) infinity\b", " -infinity "),
    (r"(?<=[\dxn\w)])\*\*(?=[\s\w(-])", "^"),
)


def decimal_points(text: str) -> str:
    """A text with the commas of decimals (`0,5`) as points, where one of them can mean nothing else."""
    open_text = re.sub(r"[(\[][^()\[\]]*[)\]]", lambda match: "·" * len(match[0]), text)
    if not CLEAR_COMMA.search(open_text):
        return text
    commas = {match.start() + match[0].index(",") for match in COMMA.finditer(open_text)}
    return "".join("." if place in commas else letter for place, letter in enumerate(text))


def plain(text: str) -> str:
    """One plain notation: ASCII operators, `^` powers, `sqrt(…)`, no LaTeX commands; letters keep their case."""
    text = decimal_points(text)
    text = _raised(text.translate(SIGNS).replace("√", " sqrt ").replace("∛", " cbrt "))
    text = _latex(text)
    text = _rows(text)
    text = _x_as_times(text)
    for pattern, replacement in ENGLISH:
        text = re.sub(pattern, replacement, text, flags=re.IGNORECASE)
    text = re.sub(SIGMA, r" sum_(\1=\2)^(\3) ", text)
    return re.sub(rf"\b(x|t|n)\s+to the ({'|'.join(ORDINALS)})(?: power)?\b", _ordinal, text)


def _ordinal(match: re.Match[str]) -> str:
    return f"{match[1]}^{ORDINALS[match[2]]}"


def _raised(text: str) -> str:
    marks = "".join(map(re.escape, RAISED))
    text = re.sub(f"[{marks}]+", lambda m: "^(" + "".join(RAISED[c] for c in m[0]) + ")", text)
    return re.sub(f"[{''.join(LOWERED)}]+", lambda m: "_" + "".join(LOWERED[c] for c in m[0]), text)


def _latex(text: str) -> str:
    if "\\" in text or "$" in text:
        text = re.sub(r"\\begin\{[bpv]?matrix\}(.*?)\\end\{[bpv]?matrix\}", _matrix, text, flags=re.DOTALL)
        text = text.replace("$", " ")
        for _ in range(8):  # innermost fractions first
            text = re.sub(r"\\[dt]?frac\s*\{([^{}]*)\}\s*\{([^{}]*)\}", r"((\1)/(\2))", text)
            text = re.sub(r"\\sqrt\s*\[3\]\s*\{([^{}]*)\}", r" cbrt(\1)", text)
            text = re.sub(r"\\sqrt\s*\{([^{}]*)\}", r" sqrt(\1)", text)
            text = re.sub(r"([\^_])\{([^{}]*)\}", r"\1(\2)", text)
            text = re.sub(LEIBNIZ, _leibniz, text)
        for pattern, replacement in LATEX:
            text = re.sub(pattern, replacement, text)
    return re.sub(r"([\^_])\{([^{}]*)\}", r"\1(\2)", text)


def _leibniz(match: re.Match[str]) -> str:
    r"""`\frac{d^2}{dx^2}` as `d^2/dx^2`."""
    above, order, function, variable = match.groups()
    raised = f"^{order}" if order else ""
    return f" d{raised}{function}/d{variable}{raised} " if above else match[0]


def _matrix(match: re.Match[str]) -> str:
    rows = [row.strip() for row in match[1].split(r"\\") if row.strip()]
    return "[" + ",".join("[" + ",".join(cell.strip() for cell in row.split("&")) + "]" for row in rows) + "]"


def _rows(text: str) -> str:
    """Matrices typed with semicolons, `(1 0; 0 1)`, or as four bare numbers, `matrix 1 1 0 1`, as nested brackets."""
    number = r"[-+]?\d+(?:\.\d+)?(?:/\d+)?"
    row = rf"{number}(?:\s*,\s*{number}|\s+{number})*"
    nested = rf"[\[(]\s*({row}(?:\s*;\s*{row})+)\s*[\])]"
    text = re.sub(nested, _nested, text)
    bare = rf"(?<=matrix)\s+({number}[\s,]+{number}\s*[;,\s]\s*{number}[\s,]+{number})(?![\w.,]*\d)"
    return re.sub(bare, _square, text, flags=re.IGNORECASE)


def _nested(match: re.Match[str]) -> str:
    rows = [",".join(re.split(r"[\s,]+", row.strip())) for row in match[1].split(";")]
    return "[" + ",".join(f"[{row}]" for row in rows) + "]"


def _square(match: re.Match[str]) -> str:
    a, b, c, d = re.split(r"[\s,;]+", match[1].strip())
    return f" [[{a},{b}],[{c},{d}]]"


def _x_as_times(text: str) -> str:
    """`3 x 4` between numbers is a product; `2x2` stays a word for a size."""
    text = re.sub(r"(?<![\w.])(\d+)[x](\d+)(?![\w.])", r"\1by\2", text)
    return re.sub(r"(?<=\d)\s+x\s+(?=\d)", " * ", text)
