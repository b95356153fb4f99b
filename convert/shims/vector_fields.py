"""Vector fields: all arrows are computed at once, each is one filled shape."""

from manim import *


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
        stroke_color=None,
        color_map=None,
        sample_points=None,
        x_density=None,
        y_density=None,
        width=None,
        height=None,
        center=ORIGIN,
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
        tip_width_ratio=4,
        tip_len_to_width=0.01,
        max_vect_len_to_step_size=0.8,
        **kwargs,
    ):
        super().__init__()
        self.vector_config = dict(kwargs.get("vector_config") or {})
        self.func, self.way = func, 0
        self.coordinate_system = system = coordinate_system if isinstance(coordinate_system, Mobject) else None
        color = stroke_color if color is None else color
        self.colors, self.color_map = (None if color is not None else list(colors)), color_map
        self.width_of_arrows, self.tip = stroke_width, (tip_width_ratio, tip_len_to_width)
        self.lengths = length_func
        if sample_coords is not None or sample_points is not None:
            coords = [_spot(c) for c in (sample_points if sample_coords is None else sample_coords)]
        elif system is not None:
            coords = _grid(None, None, system, step_multiple or 1 / min(density, 2), most=40)
        else:
            x_span = _span_of_grid(width, center[0], config.frame_x_radius, x_min, x_max, delta_x, x_density)
            y_span = _span_of_grid(height, center[1], config.frame_y_radius, y_min, y_max, delta_y, y_density)
            coords = _grid(x_range or x_span, y_range or y_span, most=40)
        self.sample_coords = np.array(coords, dtype=float).reshape((-1, 3))
        self.sample_points = points = np.array(self.get_sample_points())
        step = np.linalg.norm(points[1] - points[0]) if len(points) > 1 else 1.0
        unit = system.x_axis.get_unit_size() if hasattr(system, "x_axis") else 1.0
        self.max_vect_len = max_vect_len_to_step_size * step if max_vect_len is None else max_vect_len * unit
        if magnitude_range is None and system is not None and len(points):
            magnitude_range = (0, np.linalg.norm(self.get_outputs(), axis=1).max() or 1)
        default = (min_magnitude, max_magnitude)
        self.magnitude_range = default if magnitude_range is None else magnitude_range
        self.rgba = [*ManimColor(color if color is not None else self.colors[0]).to_rgb(), opacity * stroke_opacity]
        self.update_vectors()

    def get_sample_points(self, *args, **kwargs):
        return _places(self.coordinate_system, self.sample_coords)

    def get_outputs(self):
        """What the function says at the samples; some take as many coordinates as there are axes, some always three."""
        system = self.coordinate_system
        coords = self.sample_points if system is None else self.sample_coords
        count = len(system.axes) if hasattr(system, "axes") else 3
        for way, given in enumerate((coords[:, :count], coords)):
            if way >= self.way:
                try:
                    values = np.array(self.func(given), dtype=float)
                    if values.ndim == 2 and len(values) == len(coords):
                        return np.hstack([values, np.zeros((len(values), 3))])[:, :3]
                except Exception:
                    values = None
                self.way = way + 1
        return np.array([_spot(_value_at(self.func, point)) for point in coords])

    def update_vectors(self, *args):
        starts, outputs = np.array(self.sample_points), np.nan_to_num(self.get_outputs())
        if len(starts) != len(self.submobjects):
            self.submobjects = [_FieldArrow(self.rgba) for _ in starts]
        steps = _places(self.coordinate_system, outputs) - _places(self.coordinate_system, np.zeros((1, 3)))
        norms = np.linalg.norm(steps, axis=1)
        units = steps / np.maximum(norms, 1e-9)[:, None]
        longest = min(self.max_vect_len, 1e6)
        drawn = longest * np.tanh(norms / longest)
        if self.lengths:
            drawn = np.array([float(self.lengths(norm)) for norm in norms])
        shapes = _arrow_shapes(starts, units, drawn, self.width_of_arrows, *self.tip)
        for arrow, shape in zip(self.submobjects, shapes):
            arrow.points = shape
        self.paint(np.linalg.norm(outputs, axis=1))
        return self

    def paint(self, magnitudes):
        """Colours by magnitude; opacities stay as they are."""
        if self.colors is None:
            return
        low, high = self.magnitude_range[:2]
        alphas = np.clip((magnitudes - low) / ((high - low) or 1), 0, 1)
        if callable(self.color_map):
            rows = np.array(self.color_map(alphas))[:, :3]
        else:
            ends = np.array([ManimColor(color).to_rgb() for color in self.colors])
            places = np.linspace(0, 1, len(ends))
            rows = np.stack([np.interp(alphas, places, ends[:, channel]) for channel in range(3)], axis=1)
        for arrow, row in zip(self.submobjects, rows):
            arrow.fill_rgbas[:, :3] = row

    def get_vector(self, point, **kwargs):
        """An arrow for one point."""
        coords = _spot(point if self.coordinate_system is None else self.coordinate_system.point_to_coords(point))
        places = _places(self.coordinate_system, np.array([np.zeros(3), _at(self.func, coords)]))
        step = places[1] - places[0]
        norm = np.linalg.norm(step) or 1
        longest = min(self.max_vect_len, 1e6)
        length = self.lengths(norm) if self.lengths else longest * np.tanh(norm / longest)
        end = np.array(point) + step * max(length, 1e-3) / norm
        return Arrow(point, end, buff=0, stroke_width=self.width_of_arrows, tip_length=0.15)

    def set_stroke(self, color=None, width=None, opacity=None, background=False, family=True, **kwargs):
        """Arrows are filled shapes: their strokes are their fills."""
        VMobject.set_stroke(self, color, width, opacity, background, family=False)
        if background:
            return self
        if color is not None:
            self.colors = None
        for arrow in self.submobjects if color is not None or opacity is not None else ():
            arrow.set_fill(color, None if opacity is None else float(np.mean(opacity)))
        if width is None or not self.submobjects:
            return self
        self.width_of_arrows = float(np.mean(width))
        return self.update_vectors()

    def set_color(self, color, opacity=None, **kwargs):
        return self.set_stroke(color, opacity=opacity)

    def set_opacity(self, opacity, **kwargs):
        return self.set_stroke(opacity=opacity)

    def set_stroke_width(self, width, **kwargs):
        return self.set_stroke(width=width)

    def set_sample_coords(self, sample_coords):
        self.sample_coords = np.array([_spot(c) for c in sample_coords])
        return self.update_sample_points()

    def update_sample_points(self):
        self.sample_points = np.array(self.get_sample_points())
        return self

    def reset_opacity(self, *args):
        return self


def _span_of_grid(size, middle, radius, low, high, step, density):
    """From a width about a centre, or from ends, or across the frame."""
    radius = np.ceil(radius) if size is None else size / 2
    ends = (middle - radius if low is None else low, middle + radius if high is None else high)
    return (*ends, step or 1 / (density or 1))


class _FieldArrow(VMobject):
    def __init__(self, rgba):
        super().__init__(stroke_width=0, fill_color=ManimColor.from_rgb(rgba[:3]), fill_opacity=float(rgba[3]))


def _places(system, coords):
    """Coordinates as points, all at once where the system can."""
    if system is None:
        return coords
    columns = coords[:, : len(system.axes)].T
    points = np.array(system.coords_to_point(*columns), dtype=float)
    if points.shape == coords.shape:
        return points
    return np.array([system.coords_to_point(*row) for row in columns.T])


def _arrow_shapes(starts, units, drawn, width, tip_width_ratio, tip_len_to_width):
    """Seven straight sides each: a shaft and a triangle; short arrows are thinner."""
    tip_length = max(tip_len_to_width * tip_width_ratio * width, 1e-3)
    across = np.cross(OUT, units)
    flat = np.linalg.norm(across, axis=1) < 1e-6
    across[flat] = RIGHT
    across /= np.linalg.norm(across, axis=1)[:, None]
    thin = np.clip(drawn / tip_length, 0, 1) * width * 0.005
    shaft, tip = across * thin[:, None], across * (thin * tip_width_ratio)[:, None]
    necks = starts + units * np.clip(drawn - tip_length, 0, None)[:, None]
    ends = starts + units * drawn[:, None]
    ring = [
        starts + shaft,
        necks + shaft,
        necks + tip,
        ends,
        necks - tip,
        necks - shaft,
        starts - shaft,
        starts + shaft,
    ]
    corners = np.stack(ring, axis=1)
    firsts, lasts = corners[:, :-1], corners[:, 1:]
    thirds = [firsts, (2 * firsts + lasts) / 3, (firsts + 2 * lasts) / 3, lasts]
    return np.stack(thirds, axis=2).reshape((len(starts), -1, 3))


class GlArrowVectorField(GlVectorField):
    pass


class TimeVaryingVectorField(GlVectorField):
    """The field depends on time too."""

    def __init__(self, time_func, *args, **kwargs):
        self.time = 0.0
        super().__init__(lambda points: time_func(points, self.time), *args, **kwargs)
        self.add_updater(lambda mob, dt: mob.increment_time(dt))

    def increment_time(self, dt):
        self.time += dt
        return self.update_vectors()
