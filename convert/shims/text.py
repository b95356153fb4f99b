"""manimgl's `Text` and `MarkupText`: parts are found by their words."""

import re

from manim import *


class _SelectableText(Text):
    """`text["word"]` is a group of all the places where the word stands."""

    alignment = "LEFT"

    def __init__(
        self,
        text,
        *args,
        t2c=None,
        tex_to_color_map=None,
        isolate=(),
        font_size=48,
        height=None,
        alignment=None,
        **kwargs,
    ):
        known = (
            "font",
            "slant",
            "weight",
            "gradient",
            "t2f",
            "t2g",
            "t2s",
            "t2w",
            "fill_opacity",
            "color",
            "stroke_width",
            "line_spacing",
        )
        kwargs = {name: value for name, value in kwargs.items() if name in known and value is not None}
        if "line_spacing" not in kwargs:
            kwargs["line_spacing"] = -1
        colors = {**(tex_to_color_map or {}), **(t2c or {})}
        text = str(text)
        try:
            super().__init__(text if text.strip() else ".", font_size=font_size, disable_ligatures=True, **kwargs)
        except ValueError:
            super().__init__(text, font_size=font_size, disable_ligatures=False, **kwargs)
        self.scale(_size_of_gl(kwargs.get("font", "")))
        shown = text.replace("\t", " " * self.tab_width)
        if len(self.submobjects) == len(shown):
            self.submobjects = [glyph for glyph, char in zip(self.submobjects, shown) if not char.isspace()]
        self.text = text
        if not text.strip():
            self.submobjects = []
        self.align_lines(alignment or self.alignment)
        self.string = str(text)
        self.glyphs = list(self.submobjects)
        for selector, color in colors.items():
            self.set_parts_color(selector, color)
        if height:
            self.height = height

    def align_lines(self, alignment):
        counts = [len(re.sub(r"\s", "", line)) for line in self.text.split("\n")]
        edge = {"CENTER": ORIGIN, "RIGHT": RIGHT}.get(alignment)
        if edge is None or len(counts) == 1 or sum(counts) != len(self.submobjects):
            return
        place, start = self.get_critical_point(edge), 0
        for count in filter(None, counts):
            line = VGroup(*self.submobjects[start : start + count])
            line.shift((place - line.get_critical_point(edge))[0] * RIGHT)
            start += count

    def __getitem__(self, value):
        if isinstance(value, (int, slice, np.integer)):
            return super().__getitem__(value)
        return self.select_parts(value)

    def select_parts(self, selector):
        parts = []
        for start, end in _spans_of_words(self.string, selector):
            first, last = (len(re.sub(r"\s", "", self.string[:place])) for place in (start, end))
            parts.append(VGroup(*self.glyphs[first:last]))
        return VGroup(*(part for part in parts if len(part)))

    def select_part(self, selector, index=0):
        parts = self.select_parts(selector)
        return parts[index] if -len(parts) <= index < len(parts) else VGroup()

    def set_parts_color(self, selector, color):
        self.select_parts(selector).set_color(color)
        return self

    def set_parts_color_by_dict(self, color_map):
        for selector, color in color_map.items():
            self.set_parts_color(selector, color)
        return self

    def get_parts_by_text(self, selector, **kwargs):
        return self.select_parts(selector)

    def get_part_by_text(self, selector, index=0, **kwargs):
        return self.select_part(selector, index)

    def set_color_by_text(self, selector, color, **kwargs):
        return self.set_parts_color(selector, color)

    def set_color_by_text_to_color_map(self, color_map, **kwargs):
        return self.set_parts_color_by_dict(color_map)

    get_parts_by_string = get_parts_by_tex = get_parts_by_text
    get_part_by_string = get_part_by_tex = get_part_by_text
    set_color_by_tex = set_color_by_text
    set_color_by_tex_to_color_map = set_color_by_t2c = set_color_by_text_to_color_map

    def substr_to_path_count(self, substr):
        return len(re.sub(r"\s", "", substr))

    def get_string(self):
        return self.string

    def get_text(self):
        return self.string

    def make_number_changeable(self, value, index=0, replace_all=False, **config):
        text = str(value)
        config.setdefault("num_decimal_places", len(text.split(".")[1]) if "." in text else 0)
        number = DecimalNumber(float(text.replace(",", "")), **config)
        part = self.select_part(text, index)
        if len(part):
            number.height = part.height
            number.move_to(part).match_style(part[0])
            place = self.submobjects.index(part[0])
            self.submobjects = [mob for mob in self.submobjects if mob not in part.submobjects]
            self.submobjects.insert(place, number)
        return number


_SIZES = {}
"""font -> factor to manimgl's size: a zero of size 144 is one unit high."""


def _size_of_gl(font):
    if font not in _SIZES:
        _SIZES[font] = 1 / (Text("0", font=font, font_size=144).height or 1)
    return _SIZES[font]


class GlText(_SelectableText):
    """Text whose words can be selected."""


class GlMarkupText(_SelectableText):
    """Marked-up text, shown without its marks."""

    def __init__(self, text, *args, **kwargs):
        super().__init__(re.sub(r"<[^>]*>", "", str(text)), *args, **kwargs)


class GlCode(VGroup):
    """Source code in a fixed-width font, line by line."""

    def __init__(self, code="", *args, language="python", font_size=24, font="Monospace", code_style=None, **kwargs):
        super().__init__()
        listing = _Listing(str(code), font_size=font_size, font=font)
        self.listing = listing
        self.string = str(code)
        self.add(*listing.submobjects)

    def __getitem__(self, value):
        if isinstance(value, (int, slice, np.integer)):
            return super().__getitem__(value)
        return self.listing.select_parts(value)

    def get_parts_by_text(self, selector, **kwargs):
        return self.listing.select_parts(selector)

    def get_part_by_text(self, selector, index=0, **kwargs):
        return self.listing.select_part(selector, index)

    get_parts_by_string = select_parts = get_parts_by_text
    get_part_by_string = select_part = get_part_by_text


class _Listing(_SelectableText):
    pass


def _spans_of_words(text, selector):
    if isinstance(selector, str):
        return [m.span() for m in re.finditer(re.escape(selector), text) if selector]
    if isinstance(selector, re.Pattern):
        return [m.span() for m in selector.finditer(text)]
    if isinstance(selector, tuple) and len(selector) == 2 and all(isinstance(x, int) or x is None for x in selector):
        start, end, _ = slice(*selector).indices(len(text))
        return [(start, end)] if start < end else []
    return [span for each in selector for span in _spans_of_words(text, each)]


StringMobject = (_SelectableTex, _SelectableText)
"""For `isinstance`."""
