"""Which glyphs of a formula belong to which part of its TeX source."""

import re

from manim import *

_GLYPHS_OF_SPANS = {}
"""(source, environment) -> {span: indices of glyphs}."""

_TAKES_ARGUMENT = re.compile(
    r"(?:[\^_]|\\(?:[dt]?frac|sqrt|text\w*|math\w+|dot|ddot|hat|vec|bar|tilde|over\w+|under\w+|operatorname|boxed|widehat))\s*$"
)
_LIMITS = re.compile(r"\\(?:sum|prod|lim|max|min|sup|inf|bigcup|bigcap|limsup|liminf|coprod)\s*$")
_NOT_TYPESET = re.compile(r"\\(?:begin|end|color|textcolor|hspace|vspace|phantom)\s*\{[^}]*$")
_TOKEN = re.compile(r"\\[a-zA-Z]+|\\.|[^\s]")
_NO_GLYPH = set("{}^_&$~") | {
    rf"\{word}"
    for word in (
        "left right big Big bigg Bigg bigl bigr text textbf textit mathbf mathds mathcal mathbb mathrm mathit quad qquad , ; : ! "
        "frac dfrac tfrac over displaystyle limits nolimits begin end color textcolor operatorname middle \\ boldsymbol hspace"
    ).split()
}
_LONG = {
    rf"\{word}": len(word)
    for word in "sin cos tan log ln exp lim max min det gcd sup inf arg deg dim ker arctan sinh cosh".split()
}


def _is_selectable(text, start, end):
    """Whole commands only, and nothing that is not typeset."""
    before, part, after = text[:start], text[start:end], text[end:]
    if not part.strip():
        return False
    if re.search(r"\\[A-Za-z]*$", before) and re.match(r"[A-Za-z]", part) and not re.search(r"\\\\[A-Za-z]*$", before):
        return False
    if re.search(r"\\[A-Za-z]+$", part) and re.match(r"[A-Za-z]", after):
        return False
    return not _NOT_TYPESET.search(before)


def _balanced(part):
    depth = 0
    for char in re.sub(r"\\.", "", part):
        depth += {"{": 1, "}": -1}.get(char, 0)
        if depth < 0:
            return False
    return depth == 0


def _bounds(text, span, number):
    """What to put before and after a part so that the picture names its glyphs."""
    start, end = span
    opened, closed = rf"\special{{dvisvgm:raw <g id='part{number}'>}}", r"\special{dvisvgm:raw </g>}"
    part = text[start:end]
    if _LIMITS.fullmatch(part) and re.match(r"\s*(?:\\limits)?\s*[\^_]", text[end:]):
        return rf"\mathop{{{opened}", f"{closed}}}"
    loose = part.count(r"\left") != part.count(r"\right") or "&" in part or r"\\" in part or r"\over" in part
    if _balanced(part) and not loose and _TAKES_ARGUMENT.search(text[:start]):
        return f"{{{opened}", f"{closed}}}"
    return opened, closed


def _marked(text, spans):
    """The source with every span (disjoint or nested) marked."""
    inserts = []
    for number, (start, end) in enumerate(spans):
        before, after = _bounds(text, (start, end), number)
        inserts.append((start, 1, start - end, before))
        inserts.append((end, 0, -start, after))
    for position, _, _, mark in sorted(inserts, key=lambda insert: insert[:3], reverse=True):
        text = text[:position] + mark + text[position:]
    return text


def _compatible(spans):
    """The spans that can be marked at once, and those that overlap them."""
    chosen, others = [], []
    for start, end in sorted(set(spans), key=lambda span: (span[0], -span[1])):
        crosses = any(start < e < end and s < start for s, e in chosen)
        (others if crosses else chosen).append((start, end))
    return chosen, others


def _typeset_spans(mob, spans):
    """Typeset the source once more with marks; None where TeX refuses or draws something else."""
    try:
        marked = SingleStringMathTex(
            _marked(mob.string, spans), tex_environment=mob.tex_environment, tex_template=mob.tex_template
        )
    except Exception:
        return None
    if len(marked.submobjects) != mob.number_of_glyphs:
        return None
    place = {id(glyph): index for index, glyph in enumerate(marked.id_to_vgroup_dict["root"].submobjects)}
    groups = [marked.id_to_vgroup_dict.get(f"part{number}") for number in range(len(spans))]
    if any(group is None for group in groups):
        return None
    return {span: sorted(place[id(glyph)] for glyph in group.submobjects) for span, group in zip(spans, groups)}


def _weight(text):
    """How many glyphs a piece of TeX draws, roughly."""
    return sum(_LONG.get(token, 0 if token in _NO_GLYPH else 1) for token in _TOKEN.findall(text))


_OUT_OF_ORDER = re.compile(
    r"\\(?:[dt]?frac|over|sqrt|sum|prod|int|lim|hat|vec|d?dot|bar|tilde|under|wide|begin|big|binom|choose|not|stack|iint|oint|max|min|sup|inf|check)"
)


def _is_counted(mob):
    """Whether the glyphs stand in the order of the source and are as many as its symbols: then counting them is enough."""
    plain = not _OUT_OF_ORDER.search(mob.string) and not ("^" in mob.string and "_" in mob.string)
    return plain and _weight(mob.string) == mob.number_of_glyphs


def _counted_span(mob, span):
    start = _weight(mob.string[: span[0]])
    return list(range(start, start + _weight(mob.string[slice(*span)])))


def _estimated(mob, span):
    total = max(1, _weight(mob.string))
    start, size = _weight(mob.string[: span[0]]), _weight(mob.string[slice(*span)])
    ratio = mob.number_of_glyphs / total
    first = min(round(start * ratio), mob.number_of_glyphs)
    return list(range(first, min(max(first + 1, round((start + size) * ratio)), mob.number_of_glyphs)))


def _glyphs_of_spans(mob, spans):
    """For each span of `mob.string` the indices of its glyphs; typeset spans are remembered."""
    known = _GLYPHS_OF_SPANS.setdefault((mob.string, mob.tex_environment, mob.tex_template.body), {})
    missing = [span for span in dict.fromkeys(spans) if span not in known]
    for span in list(missing):
        if not mob.string[: span[0]].strip() and not mob.string[span[1] :].strip():
            known[span] = list(range(mob.number_of_glyphs))
            missing.remove(span)
    if missing and _is_counted(mob):
        known.update({span: _counted_span(mob, span) for span in missing})
        missing = []
    while missing:
        at_once, missing = _compatible(missing)
        found = _typeset_spans(mob, at_once)
        if found is None:
            found = {span: (_typeset_spans(mob, [span]) if len(at_once) > 1 else None) for span in at_once}
            found = {span: each[span] if each else _estimated(mob, span) for span, each in found.items()}
        known.update(found)
    return [known[span] for span in spans]


def _spans_of(text, selector):
    """Where a selector (string, pattern, span, or a list of them) is found in the source."""
    if isinstance(selector, str):
        selector = selector.replace(r"\mathds", r"\mathbb")
        return [
            m.span() for m in re.finditer(re.escape(selector), text) if selector and _is_selectable(text, *m.span())
        ]
    if isinstance(selector, re.Pattern):
        return [m.span() for m in selector.finditer(text) if _is_selectable(text, *m.span())]
    if isinstance(selector, tuple) and len(selector) == 2 and all(isinstance(x, int) or x is None for x in selector):
        start, end, _ = slice(*selector).indices(len(text))
        return [(start, end)] if start < end else []
    return [span for each in selector for span in _spans_of(text, each)]
