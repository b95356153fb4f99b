"""The text of a formula, mended: what LaTeX cannot typeset becomes what was probably meant. Public entry: `cleaned`."""

from __future__ import annotations

import re
from collections.abc import Callable

from agent.repair.facts.tex import COMMANDS, TYPOGRAPHY, UNDEFINED
from core.signs import SIGNS

_CONTROLS = {"\x0c": r"\f", "\t": r"\t", "\x08": r"\b", "\x07": r"\a", "\x0b": r"\v", "\r": r"\r"}
_ALIGNED = re.compile(r"\\begin\{(align|equation|gather|eqnarray|displaymath|math|multline)\*?\}")
_ROWS = re.compile(r"\\begin\{(?:[bpvBV]?matrix|array|cases|aligned|tabular|align\*?|split|gathered)\}")
_WORDS = re.compile(r"(?<![\\\w{])(?:[A-Za-z]{2,}[,.;:!?]?\s+)+[A-Za-z]{2,}[,.;:!?]?(?![\w}])")


def cleaned(text: str, *, math: bool) -> str:
    """All mends that leave good LaTeX as it is, one after the other."""
    for step in (*_ANY, *(_MATH if math else _TEXT)):
        text = step(text)
    return text


def controls(text: str) -> str:
    r"""`"\frac"` in a string that is not raw holds a form feed: the backslash is put back."""
    for char, written in _CONTROLS.items():
        text = re.sub(rf"{re.escape(char)}(?=[a-zA-Z])", lambda _: written, text)  # noqa: B023  # used at once
    return re.sub(r"\n(?=(?:u|eq|e|abla|ot|otin|i|ewline)\b)", lambda _: r"\n", text)


def escaped_twice(text: str) -> str:
    r"""`r"\\frac"` is a new row and the word "frac"."""
    return re.sub(r"\\\\([a-zA-Z]+)", lambda found: f"\\{found[1]}" if found[1] in COMMANDS else found[0], text)


def percent(text: str) -> str:
    return re.sub(r"(?<!\\)([%#])(?!\n|\d)|(?<!\\)(%)(?=\d)", lambda found: f"\\{found[1] or found[2]}", text)


def environments(text: str) -> str:
    r"""`\begin{a} … \end{b}`, and `\end{vmatrix = …` without its brace."""
    text = re.sub(r"\\(begin|end)\{(\w+\*?)(?=[^\w*}])", r"\\\1{\2}", text)
    stack: list[str] = []

    def fit(found: re.Match[str]) -> str:
        if found[1] == "begin":
            stack.append(found[2])
            return found[0]
        return rf"\end{{{stack.pop()}}}" if stack else ""

    text = re.sub(r"\\(begin|end)\{(\w+\*?)\}", fit, text)
    return text + "".join(rf"\end{{{name}}}" for name in reversed(stack))


def balanced(text: str) -> str:
    """Braces that close nothing go; those left open close after what they most likely hold."""
    kept: list[str] = []
    stack: list[int] = []
    for part in re.findall(r"\\.|[^\\]|\\$", text, re.DOTALL):
        if part == "}" and not stack:
            continue
        if part == "}":
            stack.pop()
        if part == "{":
            stack.append(len(kept))
        kept.append(part)
    for place in reversed(stack):
        kept.insert(_closing_place(kept, place), "}")
    return "".join(kept)


def _closing_place(parts: list[str], place: int) -> int:
    """After the first word of an index or exponent; before what the enclosing brace or row ends; else at the end."""
    rest = "".join(parts[place + 1 :])
    if place and parts[place - 1] in "_^" and (first := re.match(r"\s*(?:\\[a-zA-Z]+|[\w+\-=]+)", rest)):
        return place + 1 + _count(parts[place + 1 :], len(first[0]))
    depth = 0
    for number, part in enumerate(parts[place + 1 :], place + 1):
        depth += (part == "{") - (part == "}")
        if depth < 0 or (depth == 0 and part in ("$", "\\\\", "&")):
            return number
    return len(parts)


def _count(parts: list[str], length: int) -> int:
    """How many parts hold so many characters."""
    total = number = 0
    while number < len(parts) and total < length:
        total += len(parts[number])
        number += 1
    return number


def delimiters(text: str) -> str:
    r"""`\left` and `\right` in pairs, or neither."""
    if len(re.findall(r"\\left(?![a-zA-Z])", text)) == len(re.findall(r"\\right(?![a-zA-Z])", text)):
        return text
    if (
        len(re.findall(r"\\left(?![a-zA-Z])", text)) == 1 + len(re.findall(r"\\right(?![a-zA-Z])", text))
        and "\\begin" in text
    ):
        return text + r"\right."
    return re.sub(r"\\(?:left|right)(?![a-zA-Z])\s*\.?", "", text)


def scripts(text: str) -> str:
    """`2^3^2` → `2^{3^2}`; `f'^2` → `{f'}^2`."""
    text = re.sub(r"(\w)('+)\^", r"{\1\2}^", text)
    atom = r"(\{[^{}]*\}|\\[a-zA-Z]+|[^\s\\{}^_])"
    return re.sub(rf"([\^_]){atom}\1{atom}", r"\1{\2\1\3}", text)


def symbols(text: str) -> str:
    for char, command in (TYPOGRAPHY | SIGNS).items():
        text = text.replace(char, command)
    return _without_pictures(text)


def symbols_in_text(text: str) -> str:
    """Typography as it is, symbols of mathematics between dollars."""
    for char, command in TYPOGRAPHY.items():
        text = text.replace(char, command)
    parts = text.split("$")
    for number in range(0, len(parts), 2):
        parts[number] = re.sub(
            "|".join(map(re.escape, SIGNS)), lambda found: f"${SIGNS[found[0]].strip()}$", parts[number]
        )
    for number in range(1, len(parts), 2):
        parts[number] = symbols(parts[number])
    return _without_pictures("$".join(parts))


def _without_pictures(text: str) -> str:
    """Without characters that no font of LaTeX has."""
    return re.sub("[\u2600-\u27bf\u2b00-\u2bff\ufe0f\U0001f000-\U0001faff]", "", text)


def no_dollars(text: str) -> str:
    r"""Mathematics needs no dollars; words around them go into `\text{…}`."""
    text = re.sub(r"^\s*\\\[|\\\]\s*$|\\\(|\\\)", "", text)
    if "$" not in text.replace(r"\$", ""):
        return text
    parts = re.split(r"(?<!\\)\$+", text)
    return "".join(
        part if number % 2 else rf"\text{{{part}}}" if part.strip() else part for number, part in enumerate(parts)
    )


def no_alignment(text: str) -> str:
    """`MathTex` is an `align*` already."""
    if not _ALIGNED.search(text):
        return text
    return re.sub(
        r"\\(?:begin|end)\{(?:align|equation|gather|eqnarray|displaymath|math|multline)\*?\}", "", text
    ).strip()


def words(text: str) -> str:
    r"""What stands in `\text{…}` is escaped; a stray `_` there stops LaTeX."""

    def escape(found: re.Match[str]) -> str:
        inner = re.sub(r"(?<!\\)([%#&_])", r"\\\1", found[2])
        return f"\\{found[1]}{{{inner}}}"

    return re.sub(r"\\(text(?:bf|it|rm)?|mbox)\{([^{}$]*)\}", escape, text)


def undefined(text: str) -> str:
    names = "|".join(sorted(UNDEFINED, key=len, reverse=True))
    return re.sub(
        rf"\\({names})(?![a-zA-Z])", lambda found: UNDEFINED[found[1]] if found[1] not in _KNOWN else found[0], text
    )


_KNOWN = frozenset({"div", "mod", "implies"})
"""Commands that there are, which the table says better only for those who have no amsmath."""


def ampersands(text: str) -> str:
    return text if _ROWS.search(text) else re.sub(r"(?<!\\)&(?!\w+;)", r"\\&", text)


def closed_dollars(text: str) -> str:
    """A formula that was opened and not closed ends before the next two words, or at the end."""
    if len(re.findall(r"(?<!\\)\$", text)) % 2 == 0:
        return text
    head, _, tail = text.rpartition("$")
    prose = re.search(r"\s+[A-Za-z]{3,}(?=\s+[A-Za-z]{2,})", tail)
    if prose and prose.start() > 0:
        return f"{head}${tail[: prose.start()]}${tail[prose.start() :]}"
    return f"{text}$"


_WORDED = (
    r"text|emph|\\|newline|centering|item|Large|large|small|LaTeX|TeX|ldots|pounds|par\b|quad|hspace|vspace|"
    r"_|&|%|#|\$|\{|\}"
)
"""Commands that belong in a text."""
_SCRIPT = r"(?<!\\)[_^](?:\{[^{}]*\}|\\?\w+)"
_MATHY = re.compile(
    rf"(?:[A-Za-z0-9()|]*(?:{_SCRIPT})+(?:\([^()\s]*\))?|"
    rf"\\(?!{_WORDED})[a-zA-Z]+(?:\{{[^{{}}]*\}})*(?:{_SCRIPT})*|[<>]=?|->)"
)


def mathematics(text: str) -> str:
    """Powers, indices and commands of mathematics in a text go between dollars; `snake_case` is escaped."""
    parts = re.split(r"((?<!\\)\$[^$]*\$|\\begin\{.*?\\end\{\w+\*?\})", text, flags=re.DOTALL)
    return "".join(part if number % 2 else _dollared(part) for number, part in enumerate(parts))


def _dollared(text: str) -> str:
    text = re.sub(r"\b([A-Za-z]{2,}(?:_[A-Za-z]{2,})+)\b", lambda found: found[1].replace("_", r"\_"), text)
    return _MATHY.sub(lambda found: f"${found[0].replace('->', chr(92) + 'to')}$", text)


Step = Callable[[str], str]
_ANY: tuple[Step, ...] = (controls, escaped_twice, percent, environments)
_MATH: tuple[Step, ...] = (no_dollars, no_alignment, words, symbols, undefined, balanced, delimiters, scripts)
_TEXT: tuple[Step, ...] = (closed_dollars, symbols_in_text, ampersands, mathematics, balanced)


def plain(text: str) -> str:
    """What can be read of a formula without LaTeX."""
    text = re.sub(r"\\(?:text(?:bf|it|rm)?|mathrm|mathbf|operatorname\*?)\{([^{}]*)\}", r"\1", text)
    text = re.sub(r"\\d?frac\{([^{}]*)\}\{([^{}]*)\}", r"(\1)/(\2)", text)
    return re.sub(r"[\\${}]", "", text).strip() or " "
