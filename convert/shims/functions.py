"""Curves of functions, bars and sectors with manimgl's arguments, and functions that take more than ManimCE's."""

from manim import *

_CURVE_WORDS = (
    "color",
    "stroke_width",
    "stroke_opacity",
    "stroke_color",
    "use_smoothing",
    "fill_color",
    "fill_opacity",
)


def _span(t_range, low, high, step, default):
    """[start, end, step] with at most a thousand steps."""
    given = list(default) if t_range is None else [float(value) for value in t_range]
    start = given[0] if low is None else float(low)
    end = given[1] if high is None else float(high)
    step = abs(step or (given[2] if len(given) > 2 else 0.01)) or 0.01
    return [start, end, max(step, abs(end - start) / 1000)]


def _jumps(discontinuities):
    """A list of places, which may come as an array; None where there is none."""
    return None if discontinuities is None else list(discontinuities) or None


class GlParametricFunction(ParametricFunction):
    """`t_range`, or once `t_min` and `t_max`."""

    def __init__(
        self,
        t_func=None,
        t_range=None,
        t_min=None,
        t_max=None,
        step_size=None,
        function=None,
        discontinuities=None,
        epsilon=None,
        **kwargs,
    ):
        function = t_func or function or getattr(self, "function", None)
        words = {name: value for name, value in kwargs.items() if name in _CURVE_WORDS and value is not None}
        color = words.pop("color", None) or words.get("stroke_color") or WHITE
        span = _span(t_range, t_min, t_max, step_size, (0, 1, 0.01))
        self.gl_function = function
        super().__init__(
            lambda t: _spot(np.nan_to_num(np.array(function(t), dtype=float))),
            t_range=span,
            color=color,
            discontinuities=_jumps(discontinuities),
            **words,
        )
        self.t_min, self.t_max = span[:2]
        self.x_range = span

    def get_function(self):
        return self.gl_function

    def get_point_from_function(self, t):
        return _spot(self.gl_function(t))


GlParametricCurve = GlParametricFunction


class GlFunctionGraph(GlParametricFunction):
    """The graph of a function of x in the frame's coordinates."""

    def __init__(self, function, x_range=None, x_min=None, x_max=None, color=YELLOW, **kwargs):
        span = _span(x_range, x_min, x_max, None, (-config.frame_x_radius, config.frame_x_radius, 0.05))
        safe = _finite(function)
        super().__init__(lambda x: np.array([x, safe(x), 0.0]), t_range=span, color=color, **kwargs)
        self.underlying_function, self.x_range = function, span


class GlImplicitFunction(ImplicitFunction):
    def __init__(self, func, x_range=None, y_range=None, min_depth=5, max_quads=1500, **kwargs):
        words = {name: value for name, value in kwargs.items() if name in ("color", "stroke_width")}
        super().__init__(func, x_range, y_range, min_depth, max_quads, **words)


class GlSector(AnnularSector):
    """`Sector(angle=…, radius=…)`, or with `outer_radius`."""

    def __init__(
        self,
        angle=TAU / 4,
        radius=None,
        start_angle=0,
        arc_center=ORIGIN,
        outer_radius=None,
        fill_opacity=1,
        stroke_width=0,
        color=WHITE,
        fill_color=None,
        stroke_color=None,
        **kwargs,
    ):
        radius = next((each for each in (radius, outer_radius) if each is not None), 1)
        super().__init__(
            0,
            radius,
            angle,
            start_angle,
            fill_opacity=fill_opacity,
            stroke_width=stroke_width,
            color=fill_color or color,
            arc_center=_spot(arc_center),
        )
        if stroke_color is not None:
            self.set_stroke(stroke_color)


class GlBarChart(VGroup):
    """Bars over an axis that goes to `max_value`."""

    def __init__(
        self,
        values,
        height=4,
        width=6,
        n_ticks=4,
        tick_width=0.2,
        label_y_axis=True,
        y_axis_label_height=0.25,
        max_value=1,
        bar_colors=(BLUE, YELLOW),
        bar_fill_opacity=0.8,
        bar_stroke_width=3,
        bar_names=(),
        bar_label_scale_val=0.75,
        **kwargs,
    ):
        super().__init__()
        self.max_value = max(values) if max_value is None else max_value
        self.bar_height, self.bar_labels = height, VGroup()
        self.x_axis = Line(tick_width * LEFT / 2, width * RIGHT)
        self.y_axis = Line(MED_LARGE_BUFF * DOWN, height * UP)
        places = np.linspace(0, height, n_ticks + 1)
        self.ticks = VGroup(*(Line(tick_width * LEFT / 2, tick_width * RIGHT / 2).shift(y * UP) for y in places))
        self.y_axis_labels = VGroup()
        for tick, value in zip(self.ticks, np.linspace(0, self.max_value, n_ticks + 1)) if label_y_axis else ():
            label = MathTex(f"{value:.3g}")
            label.height = y_axis_label_height
            self.y_axis_labels.add(label.next_to(tick, LEFT, SMALL_BUFF))
        self.axes = VGroup(self.x_axis, self.y_axis, self.ticks, self.y_axis_labels)
        buff = width / (2 * len(values) + 1)
        self.bars = VGroup()
        for index, value in enumerate(values):
            bar = Rectangle(
                height=max(1e-4, value / self.max_value * height),
                width=buff,
                stroke_width=bar_stroke_width,
                fill_opacity=bar_fill_opacity,
            )
            self.bars.add(bar.move_to((2 * index + 1) * buff * RIGHT, DL))
        self.bars.set_color_by_gradient(*bar_colors)
        for bar, name in zip(self.bars, bar_names):
            self.bar_labels.add(MathTex(str(name)).scale(bar_label_scale_val).next_to(bar, DOWN, SMALL_BUFF))
        self.add(self.axes, self.bars, self.bar_labels)
        self.center()

    def change_bar_values(self, values):
        for bar, value in zip(self.bars, values):
            bottom = bar.get_bottom()
            bar.stretch_to_fit_height(max(1e-4, value / self.max_value * self.bar_height)).move_to(bottom, DOWN)
        return self


def Glalways_redraw(func, *args, **kwargs):
    """The mobject that a function returns, drawn anew in every frame."""
    return always_redraw(lambda: func(*args, **kwargs))


def Glinterpolate_color(color1, color2, alpha, interp_by_hsl=False):
    """Between two colours, however they are written."""
    return ManimColor(color1).interpolate(ManimColor(color2), float(np.clip(alpha, 0, 1)))


def Glcolor_gradient(reference_colors, length_of_output, interp_by_hsl=False):
    count = int(length_of_output)
    if count < 1:
        return []
    result = color_gradient([ManimColor(color) for color in reference_colors], count)
    return list(result) if isinstance(result, (list, tuple)) else [result]


def Glfind_intersection(p0, v0, p1, v1, threshold=1e-5):
    """Where two lines, each a point and a direction, meet or come closest."""
    p0, v0, p1, v1 = (np.array(each, dtype=float) for each in (p0, v0, p1, v1))
    if p0.ndim > 1:
        return np.array([Glfind_intersection(*each) for each in zip(p0, v0, p1, v1)])
    across = np.cross(v0, v1)
    size = np.dot(across, across)
    if size < threshold**2:
        return p0
    return p0 + v0 * np.dot(np.cross(p1 - p0, v1), across) / size


def Glrandom_bright_color(hue_range=(0.0, 1.0), saturation_range=(0.5, 0.8), luminance_range=(0.5, 1.0)):
    hue, saturation, luminance = (
        low + (high - low) * np.random.random() for low, high in (hue_range, saturation_range, luminance_range)
    )
    return ManimColor.from_hsl((hue, saturation, luminance))


def Glindex_labels(mobject, label_height=0.15, **kwargs):
    return index_labels(mobject, label_height=label_height)
