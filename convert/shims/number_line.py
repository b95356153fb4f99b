"""manimgl's `NumberLine`, with the arguments of today and of 2015 to 2020."""

from manim import *

_LINE_WORDS = {
    "stroke_width",
    "stroke_color",
    "stroke_opacity",
    "color",
    "tick_size",
    "longer_tick_multiple",
    "include_ticks",
    "font_size",
}


def _range_of(x_range, x_min, x_max, step, default):
    """[low, high, step] from new or old arguments."""
    if x_range is not None:
        low, high, *rest = (float(value) for value in x_range)
        return [low, high, rest[0] if rest else (step or 1.0)]
    low, high, usual = default
    return [float(low if x_min is None else x_min), float(high if x_max is None else x_max), float(step or usual)]


_OLDEST_WORDS = {"radius", "numerical_radius", "interval_size", "unit_length_to_spatial_width"}


def _range_of_2015(words, center, step):
    """[low, high, step] and the size of a unit: a line of 2015 went so far to each side of the number at its centre."""
    radius = words.get("numerical_radius", words.get("radius", config.frame_x_radius))
    span = [center - radius, center + radius, words.get("interval_size", step or 0.5)]
    return span, words.get("unit_length_to_spatial_width", 1.0)


class GlNumberLine(NumberLine):
    """A line with ticks and numbers; `unit_size` or `width` give its length."""

    def __init__(
        self,
        x_range=None,
        color=None,
        stroke_width=2.0,
        unit_size=1.0,
        width=None,
        include_ticks=True,
        x_min=None,
        x_max=None,
        tick_frequency=None,
        numbers_with_elongated_ticks=None,
        big_tick_numbers=None,
        big_tick_spacing=None,
        numbers_to_show=None,
        include_numbers=False,
        include_tip=False,
        line_to_number_direction=None,
        label_direction=None,
        line_to_number_vect=None,
        line_to_number_buff=MED_SMALL_BUFF,
        number_scale_val=None,
        decimal_number_config=None,
        numbers_to_exclude=None,
        number_at_center=None,
        length=None,
        rotation=0,
        **kwargs,
    ):
        if _OLDEST_WORDS & set(kwargs):
            x_range, unit_size = _range_of_2015(kwargs, number_at_center or 0, tick_frequency)
        span = _range_of(x_range, x_min, x_max, tick_frequency, (-8.0, 8.0, 1.0))
        if span[1] <= span[0]:
            span[1] = span[0] + 1
        direction = next(
            (v for v in (line_to_number_direction, label_direction, line_to_number_vect) if v is not None), DOWN
        )
        if big_tick_spacing:
            big_tick_numbers = np.arange(span[0], span[1] + big_tick_spacing, big_tick_spacing)
        long_ticks = next((v for v in (numbers_with_elongated_ticks, big_tick_numbers) if v is not None), [])
        settings = {name: value for name, value in kwargs.items() if name in _LINE_WORDS and value is not None}
        self.number_settings = {"font_size": 24 if number_scale_val is None else 48 * number_scale_val}
        self.number_settings.update(_number_words(decimal_number_config or {}))
        self.line_to_number_direction, self.number_scale_val = direction, number_scale_val or 0.5
        self.numbers_to_show, self.tick_frequency = numbers_to_show, span[2]
        super().__init__(
            x_range=span,
            length=width if width is not None else length,
            unit_size=unit_size,
            include_ticks=include_ticks,
            numbers_with_elongated_ticks=list(long_ticks),
            color=GREY_B if color is None else color,
            stroke_width=stroke_width,
            label_direction=direction,
            line_to_number_buff=line_to_number_buff,
            **settings,
        )
        self.x_min, self.x_max = span[0], span[1]
        self.leftmost_tick = span[0]
        self.tick_marks = getattr(self, "ticks", VGroup())
        self.excluded = list(numbers_to_exclude or [])
        if include_tip:
            self.add_tip(tip_length=0.25, tip_width=0.25)
        if rotation:
            self.rotate(rotation, about_point=ORIGIN)
        if number_at_center is not None:
            self.shift(-self.number_to_point(number_at_center))
        if include_numbers:
            self.add_numbers(excluding=self.excluded)

    def number_to_point(self, number):
        low, high = self.get_start_of_line(), self.get_end_of_line()
        alpha = (np.asarray(number, dtype=float) - self.x_min) / (self.x_max - self.x_min)
        if np.ndim(alpha) == 0:
            return low + float(alpha) * (high - low)
        return low + alpha.reshape(-1, 1) * (high - low)

    n2p = number_to_point

    def get_start_of_line(self):
        """Of the line without its tip."""
        return self.points[0]

    def get_end_of_line(self):
        return self.tip.tip_point if self.has_tip() else self.points[-1]

    def add_tip(self, *args, tip_length=0.25, tip_width=0.25, **kwargs):
        if not self.has_tip() and np.linalg.norm(self.points[-1] - self.points[0]) > 0:
            super().add_tip(tip_length=tip_length, tip_width=tip_width)
        return self

    def point_to_number(self, point):
        start, end = self.get_start_of_line(), self.get_end_of_line()
        along = end - start
        alpha = np.dot(np.asarray(point, dtype=float) - start, along) / (np.dot(along, along) or 1)
        return self.x_min + alpha * (self.x_max - self.x_min)

    p2n = point_to_number

    def get_unit_size(self):
        return float(np.linalg.norm(self.get_end_of_line() - self.get_start_of_line())) / (self.x_max - self.x_min)

    def get_unit_vector(self):
        return (self.get_end_of_line() - self.get_start_of_line()) / (self.x_max - self.x_min)

    def get_tick_range(self):
        low, high, step = (float(value) for value in self.x_range[:3])
        step = max(abs(step), (high - low) / 500)
        first = np.ceil(low / step - 1e-6) * step
        return np.arange(first, high + 1e-6, step)

    def get_tick_numbers(self):
        return self.get_tick_range()

    def get_tick_marks(self):
        return getattr(self, "ticks", VGroup())

    def get_number_mobject(self, x, direction=None, buff=None, **settings):
        settings = {**self.number_settings, **_number_words(settings)}
        unit_tex = settings.pop("unit", None)
        if "num_decimal_places" not in settings:
            step = self.x_range[2]
            settings["num_decimal_places"] = (
                0
                if float(step).is_integer() and float(x).is_integer()
                else max(0, -int(np.floor(np.log10(abs(step) or 1))))
            )
        number = DecimalNumber(float(x), **settings)
        if unit_tex:
            number.add(MathTex(unit_tex, font_size=settings["font_size"]).next_to(number, RIGHT, buff=0.05))
        direction = self.label_direction if direction is None else direction
        number.next_to(self.number_to_point(x), direction, buff=self.line_to_number_buff if buff is None else buff)
        if x < 0 and abs(direction[0]) < 1e-6:
            number.shift(0.5 * number[0].width * LEFT)
        return number

    def default_numbers_to_display(self):
        shown = self.get_tick_range() if self.numbers_to_show is None else self.numbers_to_show
        return [x for x in shown if not any(abs(x - other) < 1e-6 for other in self.excluded)]

    def get_number_mobjects(self, *numbers, **kwargs):
        return VGroup(
            *(
                self.get_number_mobject(x, **kwargs)
                for x in (_flat_numbers(numbers) or self.default_numbers_to_display())
            )
        )

    get_numbers = get_number_mobjects

    def add_numbers(self, *numbers, x_values=None, excluding=None, **kwargs):
        chosen = _flat_numbers(numbers) or list(self.default_numbers_to_display() if x_values is None else x_values)
        chosen = [x for x in chosen if not any(abs(x - other) < 1e-6 for other in (excluding or ()))]
        kwargs.pop("label_constructor", None)
        self.numbers = VGroup(*(self.get_number_mobject(x, **kwargs) for x in chosen))
        self.add(self.numbers)
        return self.numbers

    def remove_numbers(self):
        return self.remove(*[part for part in self.submobjects if part is getattr(self, "numbers", None)])

    def elongate_tick_at(self, number, multiple=2):
        ticks = self.get_tick_marks()
        across = rotate_vector(self.tick_size * multiple * normalize(self.get_unit_vector()), PI / 2)
        ticks.add(Line(-across, across).match_style(self).shift(self.number_to_point(number)))
        return self

    def add_tick_marks(self):
        return self


def _flat_numbers(numbers):
    return [x for each in numbers for x in (each if isinstance(each, (list, tuple, range, np.ndarray)) else [each])]


def _number_words(settings):
    known = {"num_decimal_places", "include_sign", "group_with_commas", "font_size", "unit", "color", "show_ellipsis"}
    words = {name: value for name, value in settings.items() if name in known and value is not None}
    if settings.get("scale_val"):
        words["font_size"] = 48 * settings["scale_val"]
    if settings.get("height"):
        words["font_size"] = 48 * settings["height"] / 0.33
    return words


class GlUnitInterval(GlNumberLine):
    """From 0 to 1."""

    def __init__(self, x_range=(0, 1, 0.1), unit_size=10, big_tick_numbers=(0, 1), **kwargs):
        kwargs.setdefault("decimal_number_config", {"num_decimal_places": 1})
        for old in ("x_min", "x_max", "tick_frequency", "numbers_with_elongated_ticks"):
            kwargs.pop(old, None)
        super().__init__(x_range=x_range, unit_size=unit_size, big_tick_numbers=list(big_tick_numbers), **kwargs)
