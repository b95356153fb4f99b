"""Vector fields, streams, traces."""

from manim import *


def _values(func, points):
    """Values at points, for functions of one point, of many points, or of two coordinates."""
    points = np.array(points, dtype=float).reshape((-1, 3))
    try:
        values = np.array(func(points), dtype=float)
        if values.ndim == 2 and len(values) == len(points):
            return np.hstack([values, np.zeros((len(values), 3))])[:, :3]
    except Exception:
        values = None
    return np.array([_spot(_value_at(func, point)) for point in points])


def _value_at(func, point):
    try:
        return func(point)
    except TypeError:
        return func(*point[:2])


def _at(func, point):
    return _values(func, [point])[0]


def _grid(x_range, y_range, coordinates=None, step=None, most=24):
    if coordinates is not None:
        xs, ys = (
            np.arange(span[0], span[1] + 1e-6, span[2] * (step or 1))
            for span in (coordinates.x_range, coordinates.y_range)
        )
    else:
        xs, ys = (
            np.arange(x_range[0], x_range[1] + 1e-6, step or x_range[2]),
            np.arange(y_range[0], y_range[1] + 1e-6, step or y_range[2]),
        )
    xs, ys = (values if len(values) <= most else np.linspace(values[0], values[-1], most) for values in (xs, ys))
    return [np.array([x, y, 0.0]) for x in xs for y in ys]


class GlStreamLines(VGroup):
    """Curves along a field."""

    def __init__(
        self,
        func,
        coordinate_system=None,
        density=1.0,
        n_repeats=1,
        noise_factor=None,
        solution_time=3,
        dt=0.05,
        arc_len=3,
        max_time_steps=200,
        n_samples_per_line=10,
        cutoff_norm=15,
        stroke_width=1.0,
        stroke_color=WHITE,
        stroke_opacity=1,
        color_by_magnitude=True,
        magnitude_range=(0, 2.0),
        color_map="3b1b_colormap",
        virtual_time=None,
        color=None,
        **kwargs,
    ):
        super().__init__()
        self.func = func
        system = coordinate_system if isinstance(coordinate_system, Mobject) else None
        starts = (
            _grid(None, None, system, 1 / min(1, density or 1)) if system is not None else _grid((-7, 7, 1), (-4, 4, 1))
        )
        for index, start in enumerate(starts):
            line = self.line(
                start + 0.25 * np.array([np.sin(37 * index), np.cos(53 * index), 0]),
                system,
                min(dt, 0.1),
                virtual_time or solution_time,
            )
            line.virtual_time = virtual_time or solution_time
            norm = np.linalg.norm(_at(func, start))
            low, high = magnitude_range
            alpha = float(np.clip((norm - low) / ((high - low) or 1), 0, 1)) if np.isfinite(norm) else 0
            shade = (
                interpolate_color(BLUE_E, PURE_YELLOW, alpha)
                if color_by_magnitude and color is None
                else color or stroke_color
            )
            self.add(line.set_stroke(shade, stroke_width, stroke_opacity))

    def line(self, start, system, dt, time):
        points, coords = [], np.array(start, dtype=float)
        steps = min(int(time / dt), 60)
        for _ in range(steps):
            points.append(np.array(coords) if system is None else system.coords_to_point(*coords[: len(system.axes)]))
            step = _at(self.func, coords)
            if not np.all(np.isfinite(step)) or np.linalg.norm(step) > 50:
                break
            coords = coords + dt * step
        return VMobject().set_points_as_corners(points if len(points) > 1 else [start, start + 1e-3 * RIGHT])


class AnimatedStreamLines(VGroup):
    """Lights run along the lines."""

    def __init__(self, stream_lines, lag_range=4, rate_multiple=1.0, line_anim_config=None, **kwargs):
        super().__init__()
        self.stream_lines = stream_lines
        self.time = 0.0
        for index, line in enumerate(stream_lines):
            light = line.copy()
            light.source, light.offset = line.copy(), (index * 0.618 % 1) * lag_range
            self.add(light)
        self.speed = rate_multiple / 2
        self.mobject = self.stream_lines
        self.add_updater(lambda mob, dt: mob.step(dt))

    def step(self, dt):
        self.time += dt
        for light in self.submobjects:
            place = ((self.time + light.offset) * self.speed) % 1.5
            light.pointwise_become_partial(light.source, max(0, min(1, place - 0.5)), max(0.001, min(1, place)))
        return self


def move_along_vector_field(mobject, func):
    mobject.add_updater(lambda mob, dt: mob.shift(_at(func, mob.get_center()) * dt))
    return mobject


def move_submobjects_along_vector_field(mobject, func):
    def update(mob, dt):
        for part in mob:
            if np.all(np.abs(part.get_center()) < 20):
                part.shift(_at(func, part.get_center()) * dt)

    mobject.add_updater(update)
    return mobject


def move_points_along_vector_field(mobject, func, coordinate_system=None):
    def update(mob, dt):
        for part in mob.family_members_with_points():
            part.points = part.points + dt * _values(func, part.points)

    mobject.add_updater(update)
    return mobject


class TracingTail(VMobject):
    """The last seconds of a path, fading to its end."""

    def __init__(
        self,
        mobject_or_func,
        time_traced=1.0,
        stroke_width=(0, 3),
        stroke_opacity=(0, 1),
        stroke_color=WHITE,
        color=None,
        **kwargs,
    ):
        super().__init__(stroke_color=color or stroke_color, stroke_width=max(np.ravel(stroke_width)), fill_opacity=0)
        self.traced = (
            (lambda: mobject_or_func.get_center()) if isinstance(mobject_or_func, Mobject) else mobject_or_func
        )
        self.time_traced, self.path, self.time = time_traced, [], 0.0
        self.add_updater(lambda mob, dt: mob.trace(dt))

    def trace(self, dt):
        self.time += dt
        self.path.append((self.time, np.array(self.traced(), dtype=float)))
        self.path = [(time, point) for time, point in self.path if self.time - time <= self.time_traced]
        points = [point for _, point in self.path]
        self.set_points_as_corners(points if len(points) > 1 else [*points, *points])
        return self


class GlTracedPath(TracingTail):
    """A path; all of it stays."""

    def __init__(
        self,
        traced_point_func,
        time_traced=np.inf,
        time_per_anchor=1 / 15,
        stroke_width=2,
        stroke_opacity=1,
        stroke_color=WHITE,
        color=None,
        **kwargs,
    ):
        super().__init__(traced_point_func, time_traced, stroke_width, stroke_opacity, stroke_color, color)
