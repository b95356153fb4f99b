"""manimgl's axes and planes, with the arguments of today and of 2015 to 2020."""

from manim import *


def _axis_words(settings, unit_size):
    """Arguments of an axis, without those that its axes decide."""
    words = {
        name: value
        for name, value in settings.items()
        if name not in ("x_min", "x_max", "x_range", "tip_config", "rotation", "width")
    }
    if unit_size is not None:
        words["unit_size"] = unit_size
    return words


def _given(value, words, name):
    """An axis is a number line, which may have been told itself where it ends."""
    return words.get(name) if value is None else value


class GlAxes(_GlCoordinates, Axes):
    """`unit_size`, or `width` and `height`, give the size; the axes cross at zero."""

    default_x_range = (-8.0, 8.0, 1.0)
    default_y_range = (-4.0, 4.0, 1.0)
    default_axis_config = {}
    default_x_axis_config = {}
    default_y_axis_config = {}

    def __init__(
        self,
        x_range=None,
        y_range=None,
        axis_config=None,
        x_axis_config=None,
        y_axis_config=None,
        height=None,
        width=None,
        unit_size=None,
        x_min=None,
        x_max=None,
        y_min=None,
        y_max=None,
        center_point=None,
        number_line_config=None,
        x_length=None,
        y_length=None,
        tips=None,
        **kwargs,
    ):
        VGroup.__init__(self)
        shared = {**self.default_axis_config, **(number_line_config or {}), **(axis_config or {})}
        if tips is not None:
            shared.setdefault("include_tip", tips)
        each = [
            {**shared, **default, **(own or {})}
            for default, own in (
                (self.default_x_axis_config, x_axis_config),
                (self.default_y_axis_config, y_axis_config),
            )
        ]
        is_old = (
            x_range is None and y_range is None and any(value is not None for value in (x_min, x_max, y_min, y_max))
        )
        spans = [
            _range_of(span, _given(low, own, "x_min"), _given(high, own, "x_max"), own.get("tick_frequency"), default)
            for span, low, high, own, default in (
                (x_range, x_min, x_max, each[0], self.default_x_range),
                (y_range, y_min, y_max, each[1], self.default_y_range),
            )
        ]
        CoordinateSystem.__init__(self, spans[0], spans[1], x_length or 12, y_length or 6)
        self.x_axis = GlNumberLine(
            spans[0], width=width or x_length or each[0].get("width"), **_axis_words(each[0], unit_size)
        )
        words = {"label_direction": LEFT, **_axis_words(each[1], unit_size)}
        self.y_axis = GlNumberLine(spans[1], width=height or y_length or each[1].get("width"), **words)
        self.x_axis.shift(-self.x_axis.number_to_point(0))
        self.y_axis.shift(-self.y_axis.number_to_point(0)).rotate(90 * DEGREES, about_point=ORIGIN)
        if hasattr(self.y_axis, "numbers"):
            numbers = [number.get_value() for number in self.y_axis.numbers if isinstance(number, DecimalNumber)]
            self.y_axis.remove(self.y_axis.numbers)
            self.y_axis.add_numbers(*numbers)
        self.axes = VGroup(self.x_axis, self.y_axis)
        self.add(*self.axes)
        self.axis_config = shared
        self.x_min, self.x_max, self.y_min, self.y_max = *spans[0][:2], *spans[1][:2]
        if center_point is not None:
            self.shift(np.array(center_point, dtype=float) - self.get_origin())
        elif not is_old:
            self.center_on(spans)
        _style(self, kwargs)

    def center_on(self, spans):
        self.shift(-self.coords_to_point(*((span[0] + span[1]) / 2 for span in spans)))


def _style(mob, words):
    if words.get("color") is not None:
        mob.set_color(words["color"])
    stroke = {name: words.get(f"stroke_{name}") for name in ("color", "width", "opacity")}
    if any(value is not None for value in stroke.values()):
        mob.set_stroke(**stroke)


class GlNumberPlane(GlAxes, NumberPlane):
    """Axes with a grid."""

    default_axis_config = {
        "stroke_color": WHITE,
        "color": WHITE,
        "stroke_width": 2,
        "include_ticks": False,
        "include_tip": False,
        "line_to_number_buff": SMALL_BUFF,
        "line_to_number_direction": DL,
    }
    default_y_axis_config = {"line_to_number_direction": DL}

    def __init__(
        self,
        x_range=None,
        y_range=None,
        background_line_style=None,
        faded_line_style=None,
        faded_line_ratio=4,
        x_radius=None,
        y_radius=None,
        x_unit_size=None,
        y_unit_size=None,
        secondary_line_ratio=None,
        x_line_frequency=None,
        y_line_frequency=None,
        color=None,
        axes_color=None,
        secondary_color=None,
        **kwargs,
    ):
        if x_radius is not None:
            x_range = (-(x_radius // (x_unit_size or 1)), x_radius // (x_unit_size or 1), x_line_frequency or 1)
        if y_radius is not None:
            y_range = (-(y_radius // (y_unit_size or 1)), y_radius // (y_unit_size or 1), y_line_frequency or 1)
        for name, unit in (("x_axis_config", x_unit_size), ("y_axis_config", y_unit_size)):
            if unit is not None:
                kwargs[name] = {"unit_size": unit, **(kwargs.get(name) or {})}
        GlAxes.__init__(self, x_range, y_range, **kwargs)
        style = {
            "stroke_color": color or BLUE_D,
            "stroke_width": 2,
            "stroke_opacity": 1,
            **(background_line_style or {}),
        }
        faded = {
            "stroke_color": secondary_color or style["stroke_color"],
            "stroke_width": style["stroke_width"] / 2,
            "stroke_opacity": 0.5,
            **(faded_line_style or {}),
        }
        ratio = int(faded_line_ratio if secondary_line_ratio is None else secondary_line_ratio)
        self.background_lines, self.faded_lines = VGroup(), VGroup()
        for index, span in enumerate((self.x_range, self.y_range)):
            self._add_lines(index, span, ratio)
        _style(self.background_lines, style)
        _style(self.faded_lines, faded)
        self._set_old_names()
        if axes_color is not None:
            self.axes.set_color(axes_color)
        self.add_to_back(self.faded_lines, self.background_lines)

    def _set_old_names(self):
        """What older scenes call the lines and sizes, where a subclass has not taken the name."""
        old = {
            "main_lines": self.background_lines,
            "secondary_lines": self.faded_lines,
            "unit_size": self.x_axis.get_unit_size(),
            "x_unit_size": self.x_axis.get_unit_size(),
            "y_unit_size": self.y_axis.get_unit_size(),
            "space_unit_to_x_unit": self.x_axis.get_unit_size(),
            "space_unit_to_y_unit": self.y_axis.get_unit_size(),
            "x_radius": self.x_range[1],
            "y_radius": self.y_range[1],
        }
        for name, value in old.items():
            if not hasattr(type(self), name):
                setattr(self, name, value)

    def _add_lines(self, index, span, ratio):
        low, high, step = span[:3]
        across = (self.y_range, self.x_range)[index]
        count = 0
        for value in np.arange(np.ceil(low / step - 1e-6) * step, high + 1e-6, step / max(1, ratio)):
            ends = [(value, end) if index == 0 else (end, value) for end in across[:2]]
            line = Line(*(self.coords_to_point(*end) for end in ends))
            is_main = abs(value / step - round(value / step)) < 1e-6
            (self.background_lines if is_main else self.faded_lines).add(line)
            count += 1
            if count > 400:
                break

    def get_lines(self):
        return VGroup(self.background_lines, self.faded_lines)


class GlComplexPlane(GlNumberPlane, ComplexPlane):
    """A plane of complex numbers."""

    def number_to_point(self, number):
        number = np.asarray(number, dtype=complex) if np.ndim(number) else complex(number)
        return self.coords_to_point(number.real, number.imag)

    def n2p(self, number):
        return self.number_to_point(number)

    def point_to_number(self, point):
        x, y = self.point_to_coords(point)
        return complex(x, y)

    def p2n(self, point):
        return self.point_to_number(point)

    def get_coordinate_labels(self, *numbers, skip_first=True, font_size=24, number_config=None, **kwargs):
        values = _flat_numbers(numbers)
        if not values:
            values = [x for x in self.x_axis.get_tick_range() if abs(x) > 1e-6]
            values += [complex(0, y) for y in self.y_axis.get_tick_range() if abs(y) > 1e-6]
        labels = VGroup()
        for value in values:
            value = complex(value)
            is_imaginary = abs(value.imag) > abs(value.real)
            axis, number = (self.y_axis, value.imag) if is_imaginary else (self.x_axis, value.real)
            if not is_imaginary:
                labels.add(axis.get_number_mobject(number, font_size=font_size))
                continue
            text = {1.0: "i", -1.0: "-i"}.get(number, f"{number:g}i")
            labels.add(MathTex(text, font_size=font_size).next_to(axis.number_to_point(number), DL, buff=SMALL_BUFF))
        self.coordinate_labels = labels
        return labels


class GlThreeDAxes(_GlCoordinates, ThreeDAxes):
    """Axes in space."""

    def __init__(
        self,
        x_range=(-6.0, 6.0, 1.0),
        y_range=(-5.0, 5.0, 1.0),
        z_range=(-4.0, 4.0, 1.0),
        axis_config=None,
        x_axis_config=None,
        y_axis_config=None,
        z_axis_config=None,
        width=None,
        height=None,
        depth=None,
        unit_size=None,
        z_normal=DOWN,
        x_min=None,
        x_max=None,
        y_min=None,
        y_max=None,
        z_min=None,
        z_max=None,
        number_line_config=None,
        **kwargs,
    ):
        VGroup.__init__(self)
        shared = {**(number_line_config or {}), **(axis_config or {})}
        given = ((x_range, x_min, x_max), (y_range, y_min, y_max), (z_range, z_min, z_max))
        spans = [
            _range_of(
                span if low is None and high is None else None,
                low,
                high,
                shared.get("tick_frequency"),
                span[:2] + (1.0,) if isinstance(span, tuple) else (*span[:2], 1.0),
            )
            for span, low, high in given
        ]
        CoordinateSystem.__init__(self, spans[0], spans[1], 12, 10, 3)
        self.z_range = np.array(spans[2])
        lengths, configs = (width, height, depth), (x_axis_config, y_axis_config, z_axis_config)
        axes = [
            GlNumberLine(span, width=length, **_axis_words({**shared, **(own or {})}, unit_size))
            for span, length, own in zip(spans, lengths, configs)
        ]
        for axis in axes:
            axis.shift(-axis.number_to_point(0))
        axes[1].rotate(90 * DEGREES, about_point=ORIGIN)
        axes[2].rotate(-90 * DEGREES, UP, about_point=ORIGIN).rotate(90 * DEGREES, OUT, about_point=ORIGIN)
        self.x_axis, self.y_axis, self.z_axis = axes
        self.axes = VGroup(*axes)
        self.add(*axes)
        for axis in axes:
            for mob in axis.get_family():
                mob.shade_in_3d = True
        _style(self, kwargs)

    def get_all_ranges(self):
        return [self.x_range, self.y_range, self.z_range]

    def get_z_axis(self):
        return self.z_axis

    def get_z_axis_label(self, label_tex="z", edge=OUT, direction=RIGHT, **kwargs):
        label = MathTex(str(label_tex)).rotate(PI / 2, RIGHT)
        return label.next_to(self.z_axis.get_zenith(), direction, buff=0.2)

    def add_axis_labels(self, x_tex="x", y_tex="y", z_tex="z", font_size=24, buff=0.2):
        labels = VGroup()
        for tex, axis, end in zip((x_tex, y_tex, z_tex), self.axes, (RIGHT, UP, OUT)):
            labels.add(MathTex(tex, font_size=font_size).next_to(axis.get_end(), end, buff=buff))
        self.axis_labels = labels
        self.add(labels)
        return self

    def get_graph(self, func, color=BLUE_E, opacity=0.9, u_range=None, v_range=None, **kwargs):
        u_range, v_range = list((u_range or self.x_range)[:2]), list((v_range or self.y_range)[:2])
        safe = lambda u, v: float(np.clip(np.nan_to_num(float(func(u, v))), -1e3, 1e3))
        surface = Surface(
            lambda u, v: self.coords_to_point(u, v, safe(u, v)),
            u_range=u_range,
            v_range=v_range,
            resolution=(24, 24),
            fill_opacity=opacity,
        )
        return surface.set_fill(color, opacity).set_stroke(width=0.3)

    def get_parametric_surface(self, func, color=BLUE_E, opacity=0.9, **kwargs):
        words = {name: kwargs[name] for name in ("u_range", "v_range") if name in kwargs}
        surface = Surface(
            lambda u, v: self.coords_to_point(*func(u, v)), resolution=(24, 24), fill_opacity=opacity, **words
        )
        return surface.set_fill(color, opacity)
