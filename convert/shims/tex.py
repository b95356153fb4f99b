"""manimgl's `Tex` and `TexText`: a flat row of glyphs whose parts are found by their TeX source."""

from manim import *


_PACKAGES = {
    "pifont": (r"\ding",),
    "wasysym": (r"\male", r"\female", r"\sun", r"\smiley"),
    "mathrsfs": (r"\mathscr",),
    "relsize": (r"\mathlarger", r"\mathsmaller"),
    "cancel": (r"\cancel", r"\xcancel"),
    "calligra": (r"\calligra",),
}
"""Packages of manimgl's TeX template that ManimCE's lacks, and commands of theirs."""

_EMPTY_LINE = re.compile(r"\\\\\s*\\\\")


def _template_for(source, additional_preamble="", tex_template=None):
    """ManimCE's template with what the source needs beyond it."""
    lines = [line for line in additional_preamble.split("\n") if line.strip()]
    lines += [rf"\usepackage{{{name}}}" for name, words in _PACKAGES.items() if any(word in source for word in words)]
    template = tex_template or config.tex_template
    if lines:
        template = template.copy()
        for line in lines:
            template.add_to_preamble(line)
    return template


def _told_to_tex(options):
    """The options that ManimCE's formulas take; it would refuse the others."""
    known = ("height", "tex_template", "stroke_width", "fill_opacity", "stroke_color", "stroke_opacity", "fill_color")
    return {name: options[name] for name in options if name in known and options[name] is not None}


def _typesettable(source, is_centred):
    """The source as today's TeX takes it: no package for double-struck letters, no two line breaks in centred text."""
    source = re.sub(r"(?<!\\)#", r"\\#", source.replace(r"\mathds", r"\mathbb"))
    if is_centred:
        source = _EMPTY_LINE.sub(r"\\\\ \\mbox{} \\\\", source)
    return source if source.strip() else r"\quad"


class _SelectableTex(SingleStringMathTex):
    """Glyphs are submobjects; `tex["x"]` is a group of all the places where x stands."""

    environment = "align*"
    is_text = False

    def __init__(
        self,
        *tex_strings,
        isolate=(),
        tex_to_color_map=None,
        t2c=None,
        alignment=None,
        template="",
        additional_preamble="",
        tex_environment=None,
        font_size=48,
        color=WHITE,
        **kwargs,
    ):
        environment = tex_environment or (None if alignment == "" and self.is_text else self.environment)
        self.string = _typesettable(" ".join(str(string) for string in tex_strings), environment == "center")
        self.tex_to_color_map = {**(tex_to_color_map or {}), **(t2c or {})}
        kwargs["tex_template"] = _template_for(self.string, additional_preamble, kwargs.get("tex_template"))
        if isinstance(color, (list, tuple)):
            color = color[0]
        kwargs = _told_to_tex(kwargs)
        super().__init__(self.string, tex_environment=environment, font_size=font_size, color=color, **kwargs)
        self.glyphs = list(self.submobjects)
        self.number_of_glyphs = len(self.glyphs)
        self.id_to_vgroup_dict = {}
        if self.tex_to_color_map:
            _glyphs_of_spans(self, _spans_of(self.string, list(self.tex_to_color_map)))
            self.set_parts_color_by_dict(self.tex_to_color_map)

    def __getitem__(self, value):
        if isinstance(value, (int, slice, np.integer)):
            return super().__getitem__(value)
        return self.select_parts(value)

    def select_parts(self, selector):
        """A group of the parts that the selector finds, each a group of glyphs."""
        spans = _spans_of(self.string, selector)
        found = [self._group(indices) for indices in _glyphs_of_spans(self, spans) if indices]
        return VGroup(*found)

    def _group(self, indices):
        return VGroup(*dict.fromkeys(self.glyphs[index] for index in indices if index < len(self.glyphs)))

    def select_part(self, selector, index=0):
        parts = self.select_parts(selector)
        return parts[index] if -len(parts) <= index < len(parts) else VGroup()

    def get_parts_by_tex(self, selector, *args, **kwargs):
        return self.select_parts(selector)

    def get_part_by_tex(self, selector, index=0, *args, **kwargs):
        return self.select_part(selector, index)

    get_parts_by_text = get_parts_by_tex
    get_part_by_text = get_part_by_tex
    get_parts_by_string = get_parts_by_tex
    get_part_by_string = get_part_by_tex

    def set_parts_color(self, selector, color):
        self.select_parts(selector).set_color(color)
        return self

    def set_parts_color_by_dict(self, color_map):
        for selector, color in color_map.items():
            self.set_parts_color(selector, color)
        return self

    def set_color_by_tex(self, selector, color, *args, **kwargs):
        return self.set_parts_color(selector, color)

    set_color_by_text = set_color_by_tex

    def set_color_by_tex_to_color_map(self, color_map, *args, **kwargs):
        return self.set_parts_color_by_dict(color_map)

    set_color_by_text_to_color_map = set_color_by_tex_to_color_map

    def select_unisolated_substring(self, pattern):
        return self.select_parts(pattern)

    def index_of_part(self, part):
        return self.submobjects.index(part[0] if part in [self] or part not in self.submobjects else part)

    def index_of_part_by_tex(self, selector, **kwargs):
        part = self.select_part(selector)
        return self.submobjects.index(part[0]) if len(part) else 0

    def substr_to_path_count(self, substring):
        return _weight(substring)

    def get_tex(self):
        return self.string

    def get_tex_string(self):
        return self.string

    def get_string(self):
        return self.string

    def make_number_changeable(self, value, index=0, replace_all=False, **config):
        """Put a DecimalNumber in the place of a number in the formula, and return it."""
        text = str(value)
        config.setdefault("num_decimal_places", len(text.split(".")[1]) if "." in text else 0)
        parts = list(self.select_parts(text))
        if not replace_all:
            parts = parts[index : index + 1]
        numbers = [self._with_number(part, float(text.replace(",", "")), config) for part in parts if len(part)]
        if replace_all:
            return VGroup(*numbers)
        return numbers[0] if numbers else DecimalNumber(float(text.replace(",", "")), **config)

    def _with_number(self, part, value, config):
        number = DecimalNumber(value, **config)
        number.height = part.height
        number.move_to(part).match_style(part[0])
        taken = set(part.submobjects)
        place = self.submobjects.index(part[0]) if part[0] in self.submobjects else len(self.submobjects)
        kept = [mob for mob in self.submobjects if mob not in taken]
        self.submobjects = [*kept[:place], number, *kept[place:]]
        self.glyphs = [number if glyph in taken else glyph for glyph in self.glyphs]
        return number

    @property
    def tex_strings(self):
        return [self.string]


class GlTex(_SelectableTex):
    """A formula; in ManimCE `Tex` is text."""


class GlTexText(_SelectableTex):
    """Text with formulas between dollar signs."""

    environment = "center"
    is_text = True
