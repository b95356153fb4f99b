"""manimgl's axes and planes, with the arguments of today and of 2015 to 2020."""

from manim import *


def _finite(function, limit=1e4):
    """Values that can be drawn: poles and undefined places give large numbers or the last one that was good."""
    last = [0.0]

    def finite(x):
        try:
            value = complex(function(x))
            value = value.real
        except (TypeError, IndexError):
            return function(x)
        except (ZeroDivisionError, ValueError, OverflowError, FloatingPointError):
            return last[0]
        last[0] = last[0] if np.isnan(value) else float(np.clip(value, -limit, limit))
        return last[0]

    return finite


class _GlCoordinates:
    """What manimgl's coordinate systems can do; goes before ManimCE's class."""

    def coords_to_point(self, *coords):
        if len(coords) == 1 and np.ndim(coords[0]) == 1:
            coords = tuple(coords[0])
        origin = self.x_axis.number_to_point(0)
        return origin + sum(axis.number_to_point(coord) - origin for axis, coord in zip(self.axes, coords))

    def point_to_coords(self, point):
        return tuple(axis.point_to_number(point) for axis in self.axes)

    def c2p(self, *coords):
        return self.coords_to_point(*coords)

    def p2c(self, point):
        return self.point_to_coords(point)

    def get_origin(self):
        return self.x_axis.number_to_point(0)

    def get_axes(self):
        return self.axes

    def get_axis(self, index):
        return self.axes[index]

    def get_x_axis(self):
        return self.axes[0]

    def get_y_axis(self):
        return self.axes[1]

    def get_all_ranges(self):
        return [self.x_range, self.y_range]

    def get_x_unit_size(self):
        return self.x_axis.get_unit_size()

    def get_y_unit_size(self):
        return self.y_axis.get_unit_size()

    # Graphs

    def get_graph(self, function, x_range=None, color=None, bind=False, x_min=None, x_max=None, discontinuities=None, use_smoothing=True, **kwargs):
        low, high, step = (float(value) for value in self.x_range[:3])
        if x_range is not None:
            low, high = (float(value) for value in x_range[:2])
            step = float(x_range[2]) if len(x_range) > 2 else step
        low, high = (low if x_min is None else float(x_min)), (high if x_max is None else float(x_max))
        step = max(min(step / 8, (high - low) / 60), (high - low) / 1000, 1e-6)
        reach = 4 * (self.y_range[1] - self.y_range[0])
        safe = _finite(function, reach + max(abs(self.y_range[0]), abs(self.y_range[1])))
        heights = [safe(x) for x in np.linspace(low, high, 60)]
        use_smoothing = use_smoothing and (np.ndim(heights[0]) > 0 or np.ptp(np.diff(heights)) < reach / 4)
        words = {name: value for name, value in kwargs.items() if name in ("stroke_width", "stroke_color", "stroke_opacity", "fill_opacity")}
        graph = ParametricFunction(
            lambda t: self.coords_to_point(t, safe(t)),
            t_range=[low, max(high, low + 1e-3), step],
            color=color if color is not None else kwargs.get("stroke_color", YELLOW),
            discontinuities=list(discontinuities or []) or None,
            use_smoothing=use_smoothing,
            **words,
        )
        graph.underlying_function, graph.x_range = function, (low, high, step)
        if bind:
            self.bind_graph_to_func(graph, function)
        return graph

    def bind_graph_to_func(self, graph, func, jagged=False, get_discontinuities=None, **kwargs):
        xs = np.linspace(*graph.x_range[:2], 200)

        def redraw(mob):
            try:
                ys = np.asarray(func(xs), dtype=float) * np.ones(len(xs))
            except (TypeError, ValueError):
                ys = np.array([func(x) for x in xs], dtype=float)
            mob.set_points_as_corners(self.coords_to_point(xs, np.nan_to_num(ys)))

        graph.underlying_function = func
        graph.add_updater(redraw)
        return graph

    def get_parametric_curve(self, function, t_range=None, **kwargs):
        words = {name: value for name, value in kwargs.items() if name in ("color", "stroke_width", "use_smoothing")}
        span = list(t_range) if t_range is not None else [0, 1, 0.01]
        return ParametricFunction(lambda t: self.coords_to_point(*function(t)), t_range=span, **words)

    def input_to_graph_point(self, x, graph):
        if hasattr(graph, "underlying_function"):
            return self.coords_to_point(x, _finite(graph.underlying_function)(x))
        low, high = 0.0, 1.0
        for _ in range(40):
            middle = (low + high) / 2
            is_left = self.x_axis.point_to_number(graph.point_from_proportion(middle)) < x
            low, high = (middle, high) if is_left else (low, middle)
        return graph.point_from_proportion((low + high) / 2)

    def i2gp(self, x, graph):
        return self.input_to_graph_point(x, graph)

    def get_graph_label(self, graph, label="f(x)", x=None, direction=RIGHT, buff=MED_SMALL_BUFF, color=None, **kwargs):
        label = label if isinstance(label, Mobject) else MathTex(str(label))
        label.set_color(graph.get_stroke_color() if color is None else color)
        x = x if x is not None else kwargs.get("x_val")
        if x is None:
            places = np.linspace(*graph.x_range[:2], 40)[::-1] if hasattr(graph, "x_range") else [self.x_range[1]]
            x = next((place for place in places if abs(self.input_to_graph_point(place, graph)[1]) < config.frame_y_radius), places[0])
        return label.next_to(self.input_to_graph_point(x, graph), direction, buff=buff).shift_onto_screen()

    def get_line_from_axis_to_point(self, index, point, line_func=DashedLine, color=GREY_A, stroke_width=2, **kwargs):
        axis = self.axes[index]
        line = line_func(axis.number_to_point(axis.point_to_number(point)), np.array(point, dtype=float) + 1e-6)
        return line.set_stroke(color, stroke_width)

    def get_v_line(self, point, **kwargs):
        return self.get_line_from_axis_to_point(0, point, **kwargs)

    def get_h_line(self, point, **kwargs):
        return self.get_line_from_axis_to_point(1, point, **kwargs)

    def get_v_line_to_graph(self, x, graph, **kwargs):
        return self.get_v_line(self.input_to_graph_point(x, graph), **kwargs)

    def get_h_line_to_graph(self, x, graph, **kwargs):
        return self.get_h_line(self.input_to_graph_point(x, graph), **kwargs)

    def angle_of_tangent(self, x, graph, dx=1e-4, **kwargs):
        first, second = self.input_to_graph_point(x, graph), self.input_to_graph_point(x + dx, graph)
        return angle_of_vector(second - first)

    def slope_of_tangent(self, x, graph, **kwargs):
        return np.tan(self.angle_of_tangent(x, graph, **kwargs))

    def get_tangent_line(self, x, graph, length=5, line_func=Line, **kwargs):
        line = line_func(0.5 * length * LEFT, 0.5 * length * RIGHT)
        line.rotate(self.angle_of_tangent(x, graph))
        return line.move_to(self.input_to_graph_point(x, graph))

    def get_riemann_rectangles(
        self,
        graph,
        x_range=None,
        dx=None,
        input_sample_type="left",
        stroke_width=1,
        stroke_color=BLACK,
        fill_opacity=1,
        colors=(BLUE, GREEN),
        negative_color=RED,
        show_signed_area=True,
        x_min=None,
        x_max=None,
        width_scale_factor=1.001,
        start_color=None,
        end_color=None,
        stroke_background=True,
        **kwargs,
    ):
        low, high = (float(value) for value in (x_range or graph_range(graph, self))[:2])
        low, high = (low if x_min is None else x_min), (high if x_max is None else x_max)
        dx = dx or (high - low) / 10
        offset = {"left": 0.0, "right": 1.0}.get(input_sample_type, 0.5)
        rects = VGroup()
        for x in np.arange(low, high - 1e-9, dx):
            top = self.input_to_graph_point(x + offset * dx, graph)
            base = self.coords_to_point(x, 0)
            height = top[1] - base[1]
            rect = Rectangle(width=max(abs(self.coords_to_point(x + dx, 0)[0] - base[0]), 1e-4) * width_scale_factor, height=max(abs(height), 1e-4))
            rect.move_to(base, DL if height >= 0 else UL)
            rect.is_below = height < 0
            rects.add(rect)
        if len(rects):
            rects.set_color_by_gradient(*([start_color, end_color] if start_color and end_color else colors))
            rects.set_fill(opacity=fill_opacity).set_stroke(stroke_color, stroke_width, background=stroke_background)
            for rect in rects if show_signed_area else ():
                if rect.is_below:
                    rect.set_fill(negative_color)
        return rects

    def get_area_under_graph(self, graph, x_range=None, fill_color=BLUE, fill_opacity=0.5, bounded_graph=None, **kwargs):
        low, high = (float(value) for value in (x_range or graph_range(graph, self))[:2])
        points = [self.input_to_graph_point(x, graph) for x in np.linspace(low, high, 80)]
        base = [self.coords_to_point(high, 0), self.coords_to_point(low, 0)]
        return Polygon(*points, *base, stroke_width=0, fill_color=fill_color, fill_opacity=fill_opacity)

    def get_area(self, graph, x_range=None, color=BLUE, opacity=0.5, **kwargs):
        return self.get_area_under_graph(graph, x_range, color if not isinstance(color, (list, tuple)) else color[0], opacity)

    def get_scatterplot(self, x_values, y_values, **kwargs):
        return VGroup(*(Dot(self.coords_to_point(x, y), radius=0.05) for x, y in zip(x_values, y_values)))

    # Labels

    def get_axis_label(self, label_tex, axis, edge, direction, buff=MED_SMALL_BUFF, ensure_on_screen=False):
        label = label_tex if isinstance(label_tex, Mobject) else MathTex(str(label_tex))
        return label.next_to(axis.get_edge_center(edge), direction, buff=buff).shift_onto_screen(buff=MED_SMALL_BUFF)

    def get_x_axis_label(self, label_tex="x", edge=RIGHT, direction=DL, **kwargs):
        return self.get_axis_label(label_tex, self.x_axis, edge, direction, **kwargs)

    def get_y_axis_label(self, label_tex="y", edge=UP, direction=DR, **kwargs):
        return self.get_axis_label(label_tex, self.y_axis, edge, direction, **kwargs)

    def get_axis_labels(self, x_label_tex="x", y_label_tex="y", **kwargs):
        x_label = x_label_tex if not kwargs.get("x_label") else kwargs["x_label"]
        y_label = y_label_tex if not kwargs.get("y_label") else kwargs["y_label"]
        self.axis_labels = VGroup(self.get_x_axis_label(x_label), self.get_y_axis_label(y_label))
        return self.axis_labels

    def add_axis_labels(self, *args, **kwargs):
        self.add(self.get_axis_labels(*args, **kwargs))
        return self

    def get_coordinate_labels(self, x_values=None, y_values=None, excluding=(0,), x_vals=None, y_vals=None, **kwargs):
        groups = VGroup()
        for axis, values in zip(self.axes, (x_values if x_values is not None else x_vals, y_values if y_values is not None else y_vals)):
            chosen = axis.get_tick_range() if values is None else values
            chosen = [x for x in chosen if not any(abs(x - other) < 1e-6 for other in (excluding or ()))]
            groups.add(axis.get_number_mobjects(*chosen, **kwargs) if chosen else VGroup())
        self.coordinate_labels = groups
        return groups

    def add_coordinate_labels(self, *args, **kwargs):
        self.add(self.get_coordinate_labels(*args, **kwargs))
        return self

    def add_coordinates(self, *args, **kwargs):
        return self.add_coordinate_labels(*args, **kwargs)

    def get_vector(self, coords, **kwargs):
        words = {name: value for name, value in kwargs.items() if name in ("color", "stroke_width", "fill_color")}
        return Arrow(self.get_origin(), self.coords_to_point(*coords[:2]), buff=0, **words)

    def prepare_for_nonlinear_transform(self, num_inserted_curves=50):
        for mob in self.family_members_with_points():
            if mob.get_num_curves() < num_inserted_curves:
                mob.insert_n_curves(num_inserted_curves - mob.get_num_curves())
        return self

    def get_unit_size(self):
        return self.x_axis.get_unit_size()


def graph_range(graph, axes):
    return getattr(graph, "x_range", axes.x_range)


def _axis_words(settings, unit_size):
    """Arguments of an axis, without those that its axes decide."""
    words = {name: value for name, value in settings.items() if name not in ("x_min", "x_max", "x_range", "tip_config", "rotation", "width")}
    if unit_size is not None:
        words["unit_size"] = unit_size
    return words


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
        each = [{**shared, **default, **(own or {})} for default, own in ((self.default_x_axis_config, x_axis_config), (self.default_y_axis_config, y_axis_config))]
        is_old = x_range is None and y_range is None and any(value is not None for value in (x_min, x_max, y_min, y_max))
        spans = [
            _range_of(span, low, high, own.get("tick_frequency"), default)
            for span, low, high, own, default in (
                (x_range, x_min, x_max, each[0], self.default_x_range),
                (y_range, y_min, y_max, each[1], self.default_y_range),
            )
        ]
        CoordinateSystem.__init__(self, spans[0], spans[1], x_length or 12, y_length or 6)
        self.x_axis = GlNumberLine(spans[0], width=width or x_length or each[0].get("width"), **_axis_words(each[0], unit_size))
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

    default_axis_config = {"stroke_color": WHITE, "color": WHITE, "stroke_width": 2, "include_ticks": False, "include_tip": False, "line_to_number_buff": SMALL_BUFF, "line_to_number_direction": DL}
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
        style = {"stroke_color": color or BLUE_D, "stroke_width": 2, "stroke_opacity": 1, **(background_line_style or {})}
        faded = {"stroke_color": secondary_color or style["stroke_color"], "stroke_width": style["stroke_width"] / 2, "stroke_opacity": 0.5, **(faded_line_style or {})}
        ratio = int(faded_line_ratio if secondary_line_ratio is None else secondary_line_ratio)
        self.background_lines, self.faded_lines = VGroup(), VGroup()
        for index, span in enumerate((self.x_range, self.y_range)):
            self._add_lines(index, span, ratio)
        _style(self.background_lines, style)
        _style(self.faded_lines, faded)
        self.main_lines, self.secondary_lines = self.background_lines, self.faded_lines
        if axes_color is not None:
            self.axes.set_color(axes_color)
        self.add_to_back(self.faded_lines, self.background_lines)

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
        spans = [_range_of(span if low is None and high is None else None, low, high, shared.get("tick_frequency"), span[:2] + (1.0,) if isinstance(span, tuple) else (*span[:2], 1.0)) for span, low, high in given]
        CoordinateSystem.__init__(self, spans[0], spans[1], 12, 10, 3)
        self.z_range = np.array(spans[2])
        lengths, configs = (width, height, depth), (x_axis_config, y_axis_config, z_axis_config)
        axes = [GlNumberLine(span, width=length, **_axis_words({**shared, **(own or {})}, unit_size)) for span, length, own in zip(spans, lengths, configs)]
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
        surface = Surface(lambda u, v: self.coords_to_point(u, v, safe(u, v)), u_range=u_range, v_range=v_range, resolution=(24, 24), fill_opacity=opacity)
        return surface.set_fill(color, opacity).set_stroke(width=0.3)

    def get_parametric_surface(self, func, color=BLUE_E, opacity=0.9, **kwargs):
        words = {name: kwargs[name] for name in ("u_range", "v_range") if name in kwargs}
        surface = Surface(lambda u, v: self.coords_to_point(*func(u, v)), resolution=(24, 24), fill_opacity=opacity, **words)
        return surface.set_fill(color, opacity)
