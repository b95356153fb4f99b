"""`GraphScene`: axes and graphs as methods of the scene, as until 2020."""

import itertools as it

from manim import *


class GraphScene(Scene):
    """`setup_axes()` first; then `get_graph(f)`, `coords_to_point(x, y)`, …"""

    forgiving = "@tolerant"

    x_min, x_max, x_axis_width, x_tick_frequency, x_leftmost_tick, x_labeled_nums, x_axis_label = (
        -1,
        10,
        9,
        1,
        None,
        None,
        "$x$",
    )
    y_min, y_max, y_axis_height, y_tick_frequency, y_bottom_tick, y_labeled_nums, y_axis_label = (
        -1,
        10,
        6,
        1,
        None,
        None,
        "$y$",
    )
    axes_color = GREY
    graph_origin = 2.5 * DOWN + 4 * LEFT
    exclude_zero_label = True
    default_graph_colors = [BLUE, GREEN, PURE_YELLOW]
    default_derivative_color = GREEN
    default_input_color = PURE_YELLOW
    default_riemann_start_color = BLUE
    default_riemann_end_color = GREEN
    area_opacity = 0.8
    num_rects = 50
    num_graph_anchor_points = 60

    def setup(self):
        super().setup()
        self.default_graph_colors_cycle = it.cycle(self.default_graph_colors)
        self.left_T_label, self.left_v_line = VGroup(), VGroup()
        self.right_T_label, self.right_v_line = VGroup(), VGroup()

    def setup_axes(self, animate=False):
        """Draw the axes, with labels."""
        x_unit = self.x_axis_width / (self.x_max - self.x_min)
        y_unit = self.y_axis_height / (self.y_max - self.y_min)
        self.axes = GlAxes(
            x_min=self.x_min,
            x_max=self.x_max,
            y_min=self.y_min,
            y_max=self.y_max,
            x_axis_config={"unit_size": x_unit, "tick_frequency": self.x_tick_frequency, "color": self.axes_color},
            y_axis_config={"unit_size": y_unit, "tick_frequency": self.y_tick_frequency, "color": self.axes_color},
            center_point=self.graph_origin,
        )
        self.x_axis, self.y_axis = self.axes.x_axis, self.axes.y_axis
        self.space_unit_to_x, self.space_unit_to_y = x_unit, y_unit
        for axis, numbers in ((self.x_axis, self.x_labeled_nums), (self.y_axis, self.y_labeled_nums)):
            if numbers is not None and len(numbers):
                axis.add_numbers(*[n for n in numbers if n != 0 or not self.exclude_zero_label])
        self.x_axis_label_mob, self.y_axis_label_mob = VGroup(), VGroup()
        if self.x_axis_label:
            self.x_axis_label_mob = (
                GlOldTexText(self.x_axis_label).next_to(self.x_axis.get_end(), UP + RIGHT, buff=0.2).shift_onto_screen()
            )
            self.x_axis.add(self.x_axis_label_mob)
        if self.y_axis_label:
            self.y_axis_label_mob = (
                GlOldTexText(self.y_axis_label).next_to(self.y_axis.get_end(), UP + RIGHT, buff=0.2).shift_onto_screen()
            )
            self.y_axis.add(self.y_axis_label_mob)
        if animate:
            self.play(Write(self.axes))
        else:
            self.add(self.axes)

    def coords_to_point(self, x, y):
        return self.axes.coords_to_point(x, y)

    def point_to_coords(self, point):
        return self.axes.point_to_coords(point)

    def get_graph(self, func, color=None, x_min=None, x_max=None, **kwargs):
        if color is None:
            if not hasattr(self, "default_graph_colors_cycle"):  # the scene has a `setup` of its own
                self.default_graph_colors_cycle = it.cycle(self.default_graph_colors)
            color = next(self.default_graph_colors_cycle)
        return self.axes.get_graph(func, color=color, x_min=x_min, x_max=x_max)

    def graph_function(self, func, animate=False, **kwargs):
        graph = self.get_graph(
            func, **{name: value for name, value in kwargs.items() if name in ("color", "x_min", "x_max")}
        )
        self.add(graph)
        return graph

    def input_to_graph_point(self, x, graph):
        return self.axes.input_to_graph_point(x, graph)

    def angle_of_tangent(self, x, graph, dx=0.01):
        return self.axes.angle_of_tangent(x, graph, dx)

    def slope_of_tangent(self, x, graph, dx=0.01):
        first, second = (self.point_to_coords(self.input_to_graph_point(value, graph)) for value in (x, x + dx))
        return (second[1] - first[1]) / dx

    def get_derivative_graph(self, graph, dx=0.01, **kwargs):
        kwargs.setdefault("color", self.default_derivative_color)
        return self.get_graph(lambda x: self.slope_of_tangent(x, graph, dx), **kwargs)

    def get_graph_label(self, graph, label="f(x)", x_val=None, direction=RIGHT, buff=MED_SMALL_BUFF, color=None):
        label = label if isinstance(label, Mobject) else GlOldTex(label)
        return self.axes.get_graph_label(graph, label, x_val, direction, buff, color)

    def get_riemann_rectangles(
        self,
        graph,
        x_min=None,
        x_max=None,
        dx=0.1,
        input_sample_type="left",
        stroke_width=1,
        stroke_color=BLACK,
        fill_opacity=1,
        start_color=None,
        end_color=None,
        show_signed_area=True,
        width_scale_factor=1.001,
        x_range=None,
    ):
        if x_range is not None:
            x_min, x_max = x_range[:2]
        return self.axes.get_riemann_rectangles(
            graph,
            (self.x_min if x_min is None else x_min, self.x_max if x_max is None else x_max),
            dx,
            input_sample_type,
            stroke_width=stroke_width,
            stroke_color=stroke_color,
            fill_opacity=fill_opacity,
            start_color=start_color or self.default_riemann_start_color,
            end_color=end_color or self.default_riemann_end_color,
            show_signed_area=show_signed_area,
            width_scale_factor=width_scale_factor,
        )

    def get_riemann_rectangles_list(self, graph, n_iterations, max_dx=0.5, power_base=2, stroke_width=1, **kwargs):
        steps = ((max_dx / power_base**n, stroke_width / power_base**n) for n in range(n_iterations))
        return [self.get_riemann_rectangles(graph, dx=dx, stroke_width=width, **kwargs) for dx, width in steps]

    def get_area(self, graph, t_min, t_max):
        dx = max(t_max - t_min, 1e-3) / self.num_rects
        return self.get_riemann_rectangles(graph, t_min, t_max, dx, stroke_width=0).set_fill(opacity=self.area_opacity)

    def transform_between_riemann_rects(
        self, curr_rects, new_rects, replace_mobject_with_target_in_scene=False, **kwargs
    ):
        words = {name: value for name, value in kwargs.items() if name in ("run_time", "rate_func", "lag_ratio")}
        kind = ReplacementTransform if replace_mobject_with_target_in_scene else Transform
        self.play(kind(curr_rects, new_rects, **words))

    def get_vertical_line_to_graph(self, x, graph, line_class=Line, **line_kwargs):
        end = self.input_to_graph_point(x, graph)
        words = {name: value for name, value in line_kwargs.items() if name in ("color", "stroke_width", "dash_length")}
        words.setdefault("color", graph.get_color())
        return line_class(self.coords_to_point(x, 0), end + 1e-4 * UP, **words)

    def get_vertical_lines_to_graph(self, graph, x_min=None, x_max=None, num_lines=20, **kwargs):
        low, high = self.x_min if x_min is None else x_min, self.x_max if x_max is None else x_max
        return VGroup(*(self.get_vertical_line_to_graph(x, graph, **kwargs) for x in np.linspace(low, high, num_lines)))

    def get_secant_slope_group(
        self,
        x,
        graph,
        dx=None,
        dx_line_color=None,
        df_line_color=None,
        dx_label=None,
        df_label=None,
        include_secant_line=True,
        secant_line_color=None,
        secant_line_length=10,
    ):
        dx = dx or (self.x_max - self.x_min) / 10
        group = VGroup()
        p1, p2 = (self.input_to_graph_point(value, graph) for value in (x, x + dx))
        corner = p2[0] * RIGHT + p1[1] * UP
        group.dx_line = Line(p1, corner, color=dx_line_color or self.default_input_color)
        group.df_line = Line(corner, p2 + 1e-5 * UP, color=df_line_color or graph.get_color())
        group.add(group.dx_line, group.df_line)
        for name, tex, line, direction in (
            ("dx_label", dx_label, group.dx_line, DOWN),
            ("df_label", df_label, group.df_line, RIGHT),
        ):
            if tex is not None:
                label = GlOldTex(tex).scale(0.7).next_to(line, direction, buff=SMALL_BUFF).match_color(line)
                setattr(group, name, label)
                group.add(label)
        if include_secant_line:
            group.secant_line = Line(p1, p2, color=secant_line_color or self.default_derivative_color)
            group.secant_line.scale(secant_line_length / (group.secant_line.get_length() or 1))
            group.add(group.secant_line)
        group.settings = {
            "dx_line_color": dx_line_color,
            "df_line_color": df_line_color,
            "dx_label": dx_label,
            "df_label": df_label,
            "include_secant_line": include_secant_line,
            "secant_line_color": secant_line_color,
            "secant_line_length": secant_line_length,
        }
        group.kwargs = {"x": x, "dx": dx, "graph": graph}
        return group

    def animate_secant_slope_group_change(
        self, secant_slope_group, target_dx=None, target_x=None, run_time=3, added_anims=None, **anim_kwargs
    ):
        state = secant_slope_group.kwargs
        start = state["x"], state["dx"]
        end = (state["x"] if target_x is None else target_x), (state["dx"] if target_dx is None else target_dx)

        def update(group, alpha):
            x, dx = (interpolate(a, b, alpha) for a, b in zip(start, end))
            group.become(self.get_secant_slope_group(x, state["graph"], dx, **secant_slope_group.settings))

        self.play(UpdateFromAlphaFunc(secant_slope_group, update, run_time=run_time), *(added_anims or []))
        state["x"], state["dx"] = end

    def add_T_label(self, x_val, side=RIGHT, label=None, color=WHITE, animated=False, **kwargs):
        marker = Triangle(color=color, fill_opacity=1).scale(0.1).move_to(self.coords_to_point(x_val, 0), UP)
        text = GlOldTex(label if label is not None else f"{x_val:g}").next_to(marker, DOWN)
        group = VGroup(marker, text)
        line = (
            self.get_vertical_line_to_graph(x_val, self.v_graph, DashedLine, color=PURE_YELLOW)
            if hasattr(self, "v_graph")
            else VGroup()
        )
        if side[0] < 0:
            self.left_T_label, self.left_v_line = group, line
        else:
            self.right_T_label, self.right_v_line = group, line
        if animated:
            self.play(DrawBorderThenFill(group), Create(line), **kwargs)
        else:
            self.add(group, line)

    def get_animation_integral_bounds_change(
        self, graph, new_t_min, new_t_max, fade_close_to_origin=True, run_time=1.0
    ):
        start = self.x_axis.p2n(self.left_v_line.get_bottom()), self.x_axis.p2n(self.right_v_line.get_bottom())

        def update(group, alpha):
            low, high = (interpolate(a, b, alpha) for a, b in zip(start, (new_t_min, new_t_max)))
            self.area.become(self.get_area(graph, low, high))
            for line, label, x in (
                (self.left_v_line, self.left_T_label, low),
                (self.right_v_line, self.right_T_label, high),
            ):
                line.become(self.get_vertical_line_to_graph(x, graph, DashedLine, color=PURE_YELLOW))
                label.move_to(self.coords_to_point(x, 0), UP)

        group = VGroup(self.area, self.left_v_line, self.right_v_line, self.left_T_label, self.right_T_label)
        return UpdateFromAlphaFunc(group, update, run_time=run_time)
