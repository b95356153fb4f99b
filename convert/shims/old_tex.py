"""`OldTex` and `OldTexText` (once TexMobject and TextMobject): strings given one by one are the submobjects."""

import re

from manim import *


_DISPLAYED = re.compile(r"\\begin\{(?:align|alignat|gather|equation|eqnarray|multline|flalign)\*?\}")
"""Environments that bring mathematics of their own: they do not stand in another one."""


class _PartOfTex(VGroup):
    """One of the strings of an OldTex."""

    def __init__(self, tex_string, *glyphs):
        super().__init__(*glyphs)
        self.tex_string = tex_string

    def get_tex(self):
        return self.tex_string

    def get_tex_string(self):
        return self.tex_string

    def __getitem__(self, value):
        parts = VMobject.__getitem__(self, value)
        return parts if isinstance(parts, Mobject) else VGroup(*parts)


_DOUBLE_BRACES = re.compile(r"\{\{((?:[^{}]|\{[^{}]*\})*)\}\}")
"""A part between double braces; `{{q}^2}` and `{{1} \\over 2}` are none."""

_UNDRAWN = re.compile(r"(?:[\s{}&^_~]|\\[,;:!\\ ]|\\q?quad)*")
"""Strings without a glyph of their own."""


def _broken_up(strings, isolated, double_braces=False):
    """The strings, cut at double braces where those separate parts, and at the substrings to isolate."""
    isolated = [string for string in isolated if string]
    if double_braces:
        strings = [piece for string in strings for piece in _DOUBLE_BRACES.split(string)]
    if isolated:
        cut = re.compile("(" + "|".join(re.escape(each) for each in isolated) + ")")
        strings = [piece for string in strings for piece in cut.split(string)]
    return [string.replace(r"\mathds", r"\mathbb") for string in strings if string]


def _joined(strings, separator):
    """The strings as one; a command keeps its distance from a letter after it."""
    text = ""
    for string in strings:
        runs_on = re.search(r"\\[A-Za-z]+$", text) and re.match("[A-Za-z]", string)
        text += (separator or (" " if runs_on else "") if text else "") + string
    return text


class GlOldTex(SingleStringMathTex):
    """`OldTex("a", "+", "b")[0]` is the part "a"; parts are found by substrings of their source."""

    environment = "align*"
    separator = ""
    glyphs_of_one = False
    double_braces = False
    drawn_parts_only = False

    def __init__(
        self,
        *tex_strings,
        arg_separator=None,
        isolate=(),
        substrings_to_isolate=(),
        tex_to_color_map=None,
        t2c=None,
        additional_preamble="",
        alignment=None,
        template_tex_file_body=None,
        font_size=48,
        color=WHITE,
        size=None,
        **kwargs,
    ):
        strings = _flat_strings(tex_strings)
        self.tex_to_color_map = {**(tex_to_color_map or {}), **(t2c or {})}
        isolated = [*isolate, *substrings_to_isolate, *self.tex_to_color_map]
        environment = None if alignment == "" and self.environment == "center" else self.environment
        pieces = _broken_up(strings, isolated, self.double_braces) or [r"\quad"]
        self.tex_strings = [_typesettable(each, environment == "center") if each.strip() else each for each in pieces]
        separator = self.separator if arg_separator is None else arg_separator
        self.string = _joined(self.tex_strings, separator)
        kwargs["tex_template"] = _template_for(self.string, additional_preamble, kwargs.get("tex_template"))
        if isinstance(color, (list, tuple)):
            color = color[0]
        own = _told_to_tex(kwargs)
        if _DISPLAYED.search(self.string):
            environment = None
        source = self.string.strip() or r"\quad"
        super().__init__(source, tex_environment=environment, font_size=font_size, color=color, **own)
        self.string = self._get_modified_expression(source)
        self.number_of_glyphs = len(self.submobjects)
        self.id_to_vgroup_dict = {}
        self._break_up(separator)
        self.set_color_by_tex_to_color_map(self.tex_to_color_map)
        if kwargs.get("width"):
            self.width = kwargs["width"]

    def _break_up(self, separator):
        glyphs = list(self.submobjects)
        if len(self.tex_strings) == 1 and self.glyphs_of_one:
            return
        if len(self.tex_strings) == 1:
            self.submobjects = [_PartOfTex(self.tex_strings[0], *glyphs)]
            return
        spans, position = [], 0
        for string in self.tex_strings:
            start = self.string.find(string.strip(), position)
            start = position if start < 0 else start
            spans.append((start, start + len(string.strip())))
            position = spans[-1][1]
        shares = list(zip(self.tex_strings, _shares(self, spans)))
        if self.drawn_parts_only:
            shares = [(string, indices) for string, indices in shares if indices or not _UNDRAWN.fullmatch(string)]
        self.submobjects = [_PartOfTex(string, *(glyphs[index] for index in indices)) for string, indices in shares]

    def get_tex(self):
        return self.string

    def get_tex_string(self):
        return self.string

    def get_parts_by_tex(self, tex, substring=True, case_sensitive=True, **kwargs):
        fold = str if case_sensitive else str.lower
        wanted = fold(str(tex))
        parts = [part for part in self.submobjects if hasattr(part, "tex_string")]
        if not parts and wanted in fold(self.string):
            return VGroup(self)
        return VGroup(
            *(
                p
                for p in parts
                if (wanted in fold(p.tex_string) if substring else wanted.strip() == fold(p.tex_string).strip())
            )
        )

    def get_part_by_tex(self, tex, substring=True, case_sensitive=True, index=0, **kwargs):
        parts = self.get_parts_by_tex(tex, substring, case_sensitive)
        return parts[index] if index < len(parts) else None

    def set_color_by_tex(self, tex, color, **kwargs):
        self.get_parts_by_tex(tex, **kwargs).set_color(color)
        return self

    def set_color_by_tex_to_color_map(self, tex_to_color_map, **kwargs):
        for tex, color in tex_to_color_map.items():
            self.set_color_by_tex(tex, color, **kwargs)
        return self

    def index_of_part(self, part, start=0):
        return self.submobjects.index(part, start)

    def index_of_part_by_tex(self, tex, start=0, **kwargs):
        part = self.get_part_by_tex(tex, **kwargs)
        return self.index_of_part(part, start)

    def slice_by_tex(self, start_tex=None, stop_tex=None, **kwargs):
        start = 0 if start_tex is None else self.index_of_part_by_tex(start_tex, **kwargs)
        stop = None if stop_tex is None else self.index_of_part_by_tex(stop_tex, start=start, **kwargs)
        return self[start:stop]

    def sort_alphabetically(self):
        self.submobjects.sort(key=lambda part: part.tex_string)
        return self

    def set_bstroke(self, color=BLACK, width=4):
        self.set_stroke(color, width, background=True)
        return self

    def __getitem__(self, value):
        if isinstance(value, str):
            return self.get_parts_by_tex(value)
        single = self.submobjects[0] if len(self.submobjects) == 1 else None
        if isinstance(value, int) and isinstance(single, _PartOfTex) and value not in (0, -1):
            return single[value]  # until 2016 a single string was its glyphs
        return super().__getitem__(value)


def _install_glyphs_of_one():
    """Until the spring of 2018 the submobjects of a single string were its glyphs."""
    GlOldTex.glyphs_of_one = True


_install_glyphs_of_one()


def _install_double_braces():
    """From January to April 2021 double braces made what they enclose a part."""
    GlOldTex.double_braces = True


_install_double_braces()


def _install_drawn_parts():
    """Since January 2021 strings that draw nothing are no parts; before, they were points."""
    GlOldTex.drawn_parts_only = True


_install_drawn_parts()


class GlOldTexText(GlOldTex):
    """Text; formulas stand between dollar signs."""

    environment = "center"


def _flat_strings(strings):
    flat = []
    for string in strings:
        flat += [str(each) for each in string] if isinstance(string, (list, tuple)) else [str(string)]
    return flat


def _shares(mob, spans):
    """Each glyph to one of the parts in turn, by marks in the source or else by the usual number of glyphs."""
    if _is_counted(mob):
        return [_counted_span(mob, span) for span in spans]
    marked = _typeset_spans(mob, spans) if all(start < end for start, end in spans) else None
    owners = {}
    for number, span in enumerate(spans):
        for index in (marked or {}).get(span, ()):
            owners.setdefault(index, number)
    if not marked or len(owners) < 0.6 * mob.number_of_glyphs:
        return _counted(mob, spans)
    shares = [[] for _ in spans]
    last = 0
    for index in range(mob.number_of_glyphs):
        last = owners.get(index, last)
        shares[last].append(index)
    return shares


def _counted(mob, spans):
    """Typeset every part alone and count its glyphs, as manimlib did."""
    counts = []
    for span in spans:
        part = mob.string[slice(*span)]
        try:
            alone = SingleStringMathTex(part, tex_environment=mob.tex_environment, tex_template=mob.tex_template)
            counts.append(len(alone.submobjects) if _weight(part) else 0)
        except Exception:
            counts.append(_weight(part))
    shares, position = [], 0
    for number, count in enumerate(counts):
        end = mob.number_of_glyphs if number == len(counts) - 1 else min(position + count, mob.number_of_glyphs)
        shares.append(list(range(position, max(position, end))))
        position = max(position, end)
    return shares
