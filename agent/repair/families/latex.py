"""Formulas that LaTeX cannot typeset: their text is mended, or another class sets it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial

import libcst as cst

from agent.repair.case import Case
from agent.repair.facts.tex import PACKAGES
from agent.repair.families.placing import after_imports
from agent.repair.families.tex_texts import cleaned, plain
from agent.repair.mend import Mend
from convert.facts.tex import PREAMBLE
from convert.passes.syntax import called, method_of, with_args
from convert.passes.walk import Place

_MATH = frozenset(
    {
        "MathTex",
        "SingleStringMathTex",
        "get_graph_label",
        "get_axis_labels",
        "get_x_axis_label",
        "get_y_axis_label",
        "get_tex",
        "Matrix",
        "MathTable",
    }
)
_TEXT = frozenset({"Tex", "Title", "BulletedList", "get_text"})
_LITERALS = (cst.SimpleString, cst.ConcatenatedString)


def mends(case: Case) -> Iterator[Mend]:
    """Candidates for a formula; what is surely wrong is mended in all formulas of the file at once."""
    if case.error.kind != "latex" or case.tree is None:
        return
    shown = _shown(case)
    if code := _with_packages(case, shown):
        yield Mend("latex.package", "added the LaTeX package that a command needs", code)
    yield Mend("latex.isolated", "kept no letters apart that cut commands in two", case.edited((cst.Call, _uncut)))
    yield Mend(
        "latex.joined", "put a formula together whose parts cannot stand alone", case.edited((cst.Call, _joined))
    )
    yield Mend("latex.mathematics", "mathematics is set by `MathTex`", case.edited((cst.Call, _mathematics)))
    yield Mend(
        "latex.cleaned",
        "mended the LaTeX of the formulas",
        _rewritten(case, lambda text, math: cleaned(text, math=math)),
    )
    yield Mend("latex.cleaned_here", "mended the LaTeX of a formula", _rewritten_parts(case, shown))
    yield Mend("latex.fields", "put braces around values in a formula", case.edited((cst.FormattedString, _braced)))
    yield Mend("latex.math", "mathematics is set by `MathTex`", case.at_fault((cst.Call, _as("Tex", "MathTex", case))))
    yield Mend("latex.math_text", "a sentence is set by `Tex`", case.at_fault((cst.Call, _as("MathTex", "Tex", case))))
    for command in _undefined(case):
        named = _rewritten(case, partial(_named, command))
        yield Mend("latex.undefined", f"LaTeX has no `\\{command}`: wrote its name", named)
    if found := re.search(r"Undefined color [`']?(\w+)", case.error.latex_log + case.message):
        code = case.code.replace(f"{{{found[1]}}}", "{red}")
        yield Mend("latex.color", f"LaTeX has no colour `{found[1]}`", code)
    yield Mend(
        "latex.as_text",
        "wrote a formula that LaTeX cannot typeset as plain text",
        case.at_fault((cst.Call, _as_text)),
        True,
    )


def _named(command: str, text: str, math: bool) -> str:
    """The name of a command in place of the command."""
    return re.sub(rf"\\{command}(?![a-zA-Z])", lambda _: rf"\mathrm{{{command}}}" if math else command, text)


def _shown(case: Case) -> str:
    found = case.says(r"(?s)LaTeX cannot typeset (.*): ")
    return found[1] if found else ""


def _is_math(name: str) -> bool | None:
    return True if name in _MATH else False if name in _TEXT else None


def _with_packages(case: Case, shown: str) -> str:
    """A line of the preamble for each command of a known package in the formula."""
    assert case.tree is not None
    commands = re.findall(r"\\([a-zA-Z]+)", shown)
    lines = dict.fromkeys(line for name in commands if (line := PACKAGES.get(name) or PREAMBLE.get(name)))
    new = [f'config.tex_template.add_to_preamble(r"{line}")' for line in lines if line not in case.code]
    return after_imports(case.code, case.tree, "\n".join(["", *new])) if new else ""


def _mathematics(call: cst.Call, place: Place) -> cst.Call:
    """`Tex(r"\\frac{1}{2} x^2")` of no words → `MathTex`, its text mended at once."""
    texts = [
        str(arg.value.evaluated_value) for arg in call.args if not arg.keyword and isinstance(arg.value, _LITERALS)
    ]
    if called(call) != "Tex" or not texts or not any(re.search(r"[\^_]|\\[a-zA-Z]{2}", text) for text in texts):
        return call
    bare = re.sub(r"\\text\w*\{[^{}]*\}|\\[a-zA-Z]+", " ", " ".join(texts))
    if "$" in bare or "\\" in bare.replace("\\\\", "") or re.search(r"[A-Za-z]{3,}", bare):
        return call
    args = [_changed(arg, lambda text: cleaned(text, math=True)) for arg in call.args]
    return call.with_changes(func=cst.Name("MathTex"), args=args)


def _uncut(call: cst.Call, place: Place) -> cst.Call:
    """`substrings_to_isolate=["c"]` makes `\\` and `dot` of `\\cdot`: a letter that any command has is not isolated."""
    text = " ".join(str(arg.value.evaluated_value) for arg in call.args if isinstance(arg.value, _LITERALS))
    commands = set(re.findall(r"\\([a-zA-Z]+)", text))
    if called(call) not in ("MathTex", "Tex") or not commands:
        return call
    args = [_without_parts(arg, commands) for arg in call.args]
    return with_args(call, [arg for arg in args if arg]) if args != list(call.args) else call


def _without_parts(arg: cst.Arg, commands: set[str]) -> cst.Arg | None:
    """A list or dict of parts without those that lie in a command; None if nothing is left."""
    named = arg.keyword.value if arg.keyword else ""
    value = arg.value
    if named not in ("substrings_to_isolate", "tex_to_color_map") or not isinstance(value, (cst.List, cst.Dict)):
        return arg
    kept = [each for each in value.elements if not _cuts(each, commands)]
    if len(kept) == len(value.elements):
        return arg
    kept = [*kept[:-1], kept[-1].with_changes(comma=cst.MaybeSentinel.DEFAULT)] if kept else []
    return arg.with_changes(value=value.with_changes(elements=kept)) if kept else None


def _cuts(element: cst.BaseElement | cst.BaseDictElement, commands: set[str]) -> bool:
    part = element.key if isinstance(element, cst.DictElement) else element.value
    text = str(part.evaluated_value) if isinstance(part, _LITERALS) else ""
    return text.isalpha() and any(text in command for command in commands)


def _joined(call: cst.Call, place: Place) -> cst.Call:
    """`MathTex(r"\\frac{", "a", "}{b}")` → one string."""
    given = [arg for arg in call.args if not arg.keyword and not arg.star]
    texts = [arg.value.evaluated_value for arg in given if isinstance(arg.value, _LITERALS)]
    if called(call) not in _MATH | _TEXT or len(texts) < 2 or len(texts) != len(given):
        return call
    if all(_whole(str(text)) for text in texts):
        return call
    whole = cst.Arg(_literal(" ".join(map(str, texts))))
    return with_args(call, [whole, *(arg for arg in call.args if arg not in given)])


def _whole(text: str) -> bool:
    bare = re.sub(r"\\[{}\\]", "", text)
    left, right = (len(re.findall(rf"\\{word}(?![a-zA-Z])", text)) for word in ("left", "right"))
    return bare.count("{") == bare.count("}") and left == right and not bare.startswith(("^", "_"))


def _literal(text: str) -> cst.BaseExpression:
    """A string as people write LaTeX: raw where it can be."""
    quote = "'" if '"' in text and "'" not in text else '"'
    if quote in text or text.endswith("\\") or "\r" in text:
        return cst.SimpleString(repr(text))
    mark = quote * 3 if "\n" in text else quote
    return cst.SimpleString(f"{'r' if chr(92) in text else ''}{mark}{text}{mark}")


def _rewritten(case: Case, change: Callable[[str, bool], str]) -> str:
    """All literal strings in calls that make formulas, changed."""

    def rule(call: cst.Call, place: Place) -> cst.Call:
        math = _is_math(called(call) or method_of(call))
        if math is None:
            return call
        return call.with_changes(args=[_changed(arg, lambda text: change(text, bool(math))) for arg in call.args])

    return case.edited((cst.Call, rule))


def _changed(arg: cst.Arg, change: Callable[[str], str]) -> cst.Arg:
    if arg.keyword or not isinstance(arg.value, _LITERALS):
        return arg
    old = str(arg.value.evaluated_value)
    new = change(old)
    return arg.with_changes(value=_literal(new)) if new != old else arg


def _rewritten_parts(case: Case, shown: str) -> str:
    """Literal strings anywhere in the file that are part of the formula that failed."""
    text = case.text() or case.code
    math = not re.search(r"\b(?:Tex|Title|BulletedList)\(", text)
    flat = re.sub(r"\s+", "", shown)

    def rule(node: cst.SimpleString, place: Place) -> cst.BaseExpression:
        old = node.evaluated_value
        if not isinstance(old, str) or len(old.strip()) < 2 or re.sub(r"\s+", "", old) not in flat:
            return node
        new = cleaned(old, math=math)
        return _literal(new) if new != old else node

    return case.edited((cst.SimpleString, rule))


def _braced(node: cst.FormattedString, place: Place) -> cst.FormattedString:
    """`f"x^{n}"` → `f"x^{{{n}}}"`: the braces of the f-string are none of LaTeX."""
    parts: list[cst.BaseFormattedStringContent] = []
    for number, part in enumerate(node.parts):
        before = node.parts[number - 1] if number else None
        after = node.parts[number + 1] if number + 1 < len(node.parts) else None
        head = before.value if isinstance(before, cst.FormattedStringText) else ""
        tail = after.value if isinstance(after, cst.FormattedStringText) else ""
        bare = re.search(r"[\^_]$|\\[a-zA-Z]+$|\\frac\{\{[^{}]*\}\}$|\}\}$", head) and not (
            head.endswith("{{") and tail.startswith("}}")
        )
        directly = not head and parts and isinstance(before, cst.FormattedStringExpression)
        if isinstance(part, cst.FormattedStringExpression) and (bare or directly):
            parts += [cst.FormattedStringText("{{"), part, cst.FormattedStringText("}}")]
        elif isinstance(part, cst.FormattedStringText):
            parts.append(part.with_changes(value=re.sub(r"(?<!\\)([%#])", r"\\\1", part.value)))
        else:
            parts.append(part)
    return node.with_changes(parts=parts)


def _as(old: str, new: str, _: Case) -> Callable[[cst.Call, Place], cst.Call]:
    """Another class for the formula; its text is mended for that class."""

    def rule(call: cst.Call, place: Place) -> cst.Call:
        if called(call) != old:
            return call
        math = new == "MathTex"
        args = [_changed(arg, lambda text: cleaned(_in_words(text) if math else text, math=math)) for arg in call.args]
        return call.with_changes(func=cst.Name(new), args=args)

    return rule


def _in_words(text: str) -> str:
    r"""Words of a text as `\text{…}` in mathematics."""
    return (
        re.sub(r"(?<![\\{\w])((?:[A-Za-z]{3,}[,.:;]?\s+)*[A-Za-z]{3,}[,.:;]?)(?![\w{}])", r"\\text{ \1 }", text)
        if "$" not in text and "\\text" not in text
        else text
    )


def _undefined(case: Case) -> list[str]:
    """Commands that LaTeX's log calls undefined: the last one before the break of the line."""
    log = case.error.latex_log
    found = [
        match[1]
        for match in re.finditer(r"Undefined control sequence\.(?:[^\n]*\n)*?[^\n]*\\([a-zA-Z]+)\s*$", log, re.M)
    ]
    return list(dict.fromkeys(name for name in found if f"\\{name}" in case.code))[:2]


def _as_text(call: cst.Call, place: Place) -> cst.Call:
    given = [arg for arg in call.args if not arg.keyword and not arg.star]
    texts = [str(arg.value.evaluated_value) for arg in given if isinstance(arg.value, _LITERALS)]
    if called(call) not in ("MathTex", "Tex") or not texts or len(texts) != len(given):
        return call
    kept = [arg for arg in call.args if arg.keyword and arg.keyword.value in ("color", "font_size", "fill_opacity")]
    words = cst.Arg(cst.SimpleString(repr(plain(" ".join(texts)))))
    return with_args(call.with_changes(func=cst.Name("Text")), [words, *kept])
