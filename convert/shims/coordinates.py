"""What manimgl's coordinate systems can do: places, graphs, labels."""

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

    def __getattr__(self, name):
        """`axes.x_min` and the like, where nothing else has that name."""
        ranges = getattr(self, "__dict__", {}).get(f"{name[:1]}_range") if name[1:] in ("_min", "_max") else None
        return super().__getattr__(name) if ranges is None else float(ranges[name[1:] == "_max"])

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

    def get_center_point(self):
        return self.get_origin()

    @property
    def center_point(self):
        return self.get_origin()

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

    def get_graph(
        self,
        function,
        x_range=None,
        color=None,
        bind=False,
        x_min=None,
        x_max=None,
        discontinuities=None,
        use_smoothing=True,
        **kwargs,
    ):
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
        words = {
            name: value
            for name, value in kwargs.items()
            if name in ("stroke_width", "stroke_color", "stroke_opacity", "fill_opacity")
        }
        graph = ParametricFunction(
            lambda t: self.coords_to_point(t, safe(t)),
            t_range=[low, max(high, low + 1e-3), step],
            color=color if color is not None else kwargs.get("stroke_color", PURE_YELLOW),
            discontinuities=_jumps(discontinuities),
            use_smoothing=use_smoothing,
            **words,
        )
        graph.underlying_function, graph.x_range = function, (low, high, step)
        if bind:
            self.bind_graph_to_func(graph, function)
        return graph

    def plot(self, function, *args, **kwargs):
        return self.get_graph(function, *args, **kwargs)

    def bind_graph_to_func(self, graph, func, jagged=False, get_discontinuities=None, **kwargs):
        xs = np.linspace(*_graph_range(graph, self)[:2], 200)

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

    def plot_parametric_curve(self, function, *args, **kwargs):
        return self.get_parametric_curve(function, *args, **kwargs)

    def input_to_graph_point(self, x, graph):
        if hasattr(graph, "underlying_function"):
            return self.coords_to_point(x, _finite(graph.underlying_function)(x))
        anchors = np.array(graph.get_anchors())
        if len(anchors) < 2:
            return graph.get_center()
        numbers = self.x_axis.point_to_number(anchors)
        order = np.argsort(numbers)
        return np.array([np.interp(x, numbers[order], anchors[order, dim]) for dim in range(3)])

    def i2gp(self, x, graph):
        return self.input_to_graph_point(x, graph)

    def get_graph_label(self, graph, label="f(x)", x=None, direction=RIGHT, buff=MED_SMALL_BUFF, color=None, **kwargs):
        label = label if isinstance(label, Mobject) else MathTex(str(label))
        label.set_color(graph.get_stroke_color() if color is None else color)
        x = x if x is not None else kwargs.get("x_val")
        if x is None:
            places = np.linspace(*graph.x_range[:2], 40)[::-1] if hasattr(graph, "x_range") else [self.x_range[1]]
            x = next(
                (place for place in places if abs(self.input_to_graph_point(place, graph)[1]) < config.frame_y_radius),
                places[0],
            )
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
        low, high = (float(value) for value in (x_range or _graph_range(graph, self))[:2])
        low, high = (low if x_min is None else x_min), (high if x_max is None else x_max)
        dx = dx or (high - low) / 10
        offset = {"left": 0.0, "right": 1.0}.get(input_sample_type, 0.5)
        rects = VGroup()
        for x in np.arange(low, high - 1e-9, dx):
            top = self.input_to_graph_point(x + offset * dx, graph)
            base = self.coords_to_point(x, 0)
            height = top[1] - base[1]
            rect = Rectangle(
                width=max(abs(self.coords_to_point(x + dx, 0)[0] - base[0]), 1e-4) * width_scale_factor,
                height=max(abs(height), 1e-4),
            )
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

    def get_area_under_graph(
        self, graph, x_range=None, fill_color=BLUE, fill_opacity=0.5, bounded_graph=None, **kwargs
    ):
        low, high = (float(value) for value in (x_range or _graph_range(graph, self))[:2])
        points = [self.input_to_graph_point(x, graph) for x in np.linspace(low, high, 80)]
        base = [self.coords_to_point(high, 0), self.coords_to_point(low, 0)]
        return Polygon(*points, *base, stroke_width=0, fill_color=fill_color, fill_opacity=fill_opacity)

    def get_area(self, graph, x_range=None, color=BLUE, opacity=0.5, **kwargs):
        return self.get_area_under_graph(
            graph, x_range, color if not isinstance(color, (list, tuple)) else color[0], opacity
        )

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
        for axis, values in zip(
            self.axes, (x_values if x_values is not None else x_vals, y_values if y_values is not None else y_vals)
        ):
            chosen = axis.get_tick_range() if values is None else values
            chosen = [x for x in chosen if not any(abs(x - other) < 1e-6 for other in (excluding or ()))]
            axis.numbers = axis.get_number_mobjects(*chosen, **kwargs) if chosen else VGroup()
            groups.add(axis.numbers)
        self.coordinate_labels = groups
        return groups

    def add_coordinate_labels(self, *args, **kwargs):
        """Each axis has its numbers as its last part."""
        for axis, numbers in zip(self.axes, self.get_coordinate_labels(*args, **kwargs).submobjects):
            axis.add(numbers)
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


def _graph_range(graph, axes):
    return getattr(graph, "x_range", axes.x_range)
