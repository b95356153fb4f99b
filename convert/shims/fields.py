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


def _grid(x_range, y_range, coordinates=None, step=None):
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
    xs, ys = (values if len(values) <= 24 else np.linspace(values[0], values[-1], 24) for values in (xs, ys))
    return [np.array([x, y, 0.0]) for x in xs for y in ys]


class GlVectorField(VGroup):
    """Arrows at the points of a grid; long vectors are shortened and coloured."""

    def __init__(
        self,
        func,
        coordinate_system=None,
        sample_coords=None,
        density=2.0,
        magnitude_range=None,
        color=None,
        color_map=None,
        stroke_width=3,
        max_vect_len=None,
        step_multiple=None,
        x_range=None,
        y_range=None,
        x_min=None,
        x_max=None,
        y_min=None,
        y_max=None,
        delta_x=None,
        delta_y=None,
        min_magnitude=0,
        max_magnitude=2,
        colors=(BLUE_E, GREEN, PURE_YELLOW, RED),
        length_func=None,
        stroke_opacity=1.0,
        opacity=1.0,
        **kwargs,
    ):
        super().__init__()
        self.vector_config = dict(kwargs.get("vector_config") or {})
        self.func, self.coordinate_system = func, coordinate_system
        if not isinstance(coordinate_system, Mobject):
            self.coordinate_system = None
        self.colors, self.alpha, self.width_of_arrows = (
            [color, color] if color is not None else list(colors),
            opacity * stroke_opacity,
            stroke_width,
        )
        self.lengths, self.magnitude_range = length_func, magnitude_range or (min_magnitude, max_magnitude)
        if self.coordinate_system is not None:
            coords = (
                _grid(None, None, self.coordinate_system, step_multiple or 1 / min(density, 2))
                if sample_coords is None
                else [_spot(c) for c in sample_coords]
            )
        else:
            frame = (config.frame_x_radius, config.frame_y_radius)
            spans = [
                (
                    -np.ceil(frame[0]) if x_min is None else x_min,
                    np.ceil(frame[0]) if x_max is None else x_max,
                    delta_x or 1,
                ),
                (
                    -np.ceil(frame[1]) if y_min is None else y_min,
                    np.ceil(frame[1]) if y_max is None else y_max,
                    delta_y or 1,
                ),
            ]
            coords = _grid(x_range or spans[0], y_range or spans[1])
        self.sample_coords = np.array(coords)
        self.max_vect_len = max_vect_len or 0.8
        self.update_vectors()

    def get_sample_points(self, *args, **kwargs):
        system = self.coordinate_system
        return [
            np.array(c) if system is None else system.coords_to_point(*c[: len(system.axes)])
            for c in self.sample_coords
        ]

    def get_vector(self, point, **kwargs):
        system = self.coordinate_system
        if system is None:
            step = _at(self.func, point)
        else:
            coords = _spot(system.point_to_coords(point))
            step = system.coords_to_point(*(coords + _at(self.func, coords))[: len(system.axes)]) - point
        norm = float(np.linalg.norm(step))
        arrow = Arrow(
            ORIGIN,
            RIGHT,
            buff=0,
            stroke_width=self.width_of_arrows,
            tip_length=0.15,
            max_tip_length_to_length_ratio=0.3,
        )
        if not np.isfinite(norm) or norm < 1e-6:
            return arrow.scale(1e-3).shift(point).set_opacity(0)
        length = self.lengths(norm) if self.lengths else self.max_vect_len * np.tanh(norm / self.max_vect_len)
        low, high = self.magnitude_range[:2]
        place = np.clip((norm - low) / ((high - low) or 1), 0, 1) * (len(self.colors) - 1)
        index = min(int(place), len(self.colors) - 2)
        shade = interpolate_color(ManimColor(self.colors[index]), ManimColor(self.colors[index + 1]), place - index)
        arrow.put_start_and_end_on(point, point + step * max(length, 1e-3) / norm)
        return arrow.set_color(shade).set_opacity(self.alpha)

    def update_vectors(self, *args):
        self.submobjects = [self.get_vector(point) for point in self.get_sample_points()]
        return self

    def reset_opacity(self, *args):
        return self

    def set_stroke_width(self, width, **kwargs):
        return self.set_stroke(width=width)


class GlArrowVectorField(GlVectorField):
    pass


class TimeVaryingVectorField(GlVectorField):
    """The field depends on time too."""

    def __init__(self, time_func, *args, **kwargs):
        self.time = 0.0
        kwargs["density"] = min(kwargs.get("density", 1.0), 1.0)
        super().__init__(lambda points: time_func(points, self.time), *args, **kwargs)
        if len(self.sample_coords) > 100:  # drawn anew in every frame
            self.sample_coords = self.sample_coords[:: len(self.sample_coords) // 100 + 1]
            self.update_vectors()
        self.add_updater(lambda mob, dt: mob.increment_time(dt))

    def increment_time(self, dt):
        self.time += dt
        return self.update_vectors()


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
