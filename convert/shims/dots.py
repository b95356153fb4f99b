"""Dots that glow, and clouds of dots."""

import functools

from manim import *


def _points_of(points):
    if isinstance(points, Mobject):
        return np.array([points.get_center()])
    array = np.array(points, dtype=float)
    if array.size == 0:
        return np.zeros((0, 3))
    array = array.reshape((-1, array.shape[-1]))
    return np.hstack([array, np.zeros((len(array), 3 - array.shape[1]))]) if array.shape[1] < 3 else array[:, :3]


def _glow(count, factor):
    """Sizes and opacities of discs that together fade towards the edge as manimgl's dots do: (1 - r) ** factor."""
    rings, below = [], 0.0
    for place in range(count, 0, -1):
        wish = (1 - (place - 0.5) / count) ** factor
        rings.append((place / count, 1 - (1 - wish) / (1 - below)))
        below = wish
    return tuple(rings)


def _spread(count, most):
    """Indices of so many of the points, evenly chosen."""
    return np.arange(count) if count <= most else np.linspace(0, count - 1, most).astype(int)


@functools.lru_cache(maxsize=1)
def _disc():
    """Made once: clouds are thousands of copies of it."""
    return Circle(radius=1, stroke_width=0, fill_opacity=1)


def _middle(dot):
    """Halfway between a point of its first circle and the one opposite."""
    ring = dot.submobjects[0].points
    return (ring[0] + ring[len(ring) // 2]) / 2


def _paint(dot, rgba, rings):
    for disc, (_, alpha) in zip(dot.submobjects, rings):
        disc.fill_rgbas = np.array([[*rgba[:3], rgba[3] * alpha]])


class _Places(Mobject):
    """All points of a cloud of which only some are drawn: nothing to see, but they move along with the dots."""

    def __init__(self, points):
        super().__init__()
        self.points = points

    def set_fill(self, *args, **kwargs):
        return self

    set_stroke = set_style = match_style = set_opacity = set_color = set_fill


def _members_with_points(self):
    """A cloud says that it has points, but those of its dots are what can be moved."""
    return [each for each in self.get_family() if len(each.points)]


def _install_clouds_in_families():
    Mobject.family_members_with_points = _members_with_points


_install_clouds_in_families()


class GlDotCloud(VGroup):
    """Dots at points; glowing ones are discs on each other. Of many points, some evenly chosen ones are drawn."""

    most = 400
    families = "@clouds_in_families"

    def __init__(self, points=(), color=GREY_C, opacity=1.0, radius=0.05, glow_factor=0.0, radii=None, **kwargs):
        super().__init__()
        self.dot_color, self.dot_opacity, self.radius, self.glow_factor = color, opacity, radius, glow_factor
        self.given_radii = radii
        self.rings = _glow(8 if len(_points_of(points)) == 1 else 4, glow_factor) if glow_factor else ((1.0, 1.0),)
        self.set_points(points)

    @property
    def dots(self):
        """What is drawn."""
        return self.submobjects if self.places is None else self.submobjects[:-1]

    @property
    def places(self):
        """What holds all points, where there are more than dots."""
        last = self.submobjects[-1] if self.submobjects else None
        return last if isinstance(last, _Places) else None

    def shown(self):
        """The indices of the points that are drawn."""
        return _spread(self.get_num_points(), len(self.dots))

    def set_points(self, points):
        array = _points_of(points)
        if len(array) == self.get_num_points():
            self.move_dots(array[self.shown()])
        else:
            radii = np.resize(self.radius if self.given_radii is None else self.given_radii, max(1, len(array)))
            shown = _spread(len(array), self.most if self.glow_factor else 2 * self.most)
            self.submobjects = [self.make_dot(array[index], radii[index]) for index in shown]
        if len(self.dots) < len(array):
            self.submobjects = [*self.dots, _Places(array)]
        return self

    def move_dots(self, places):
        for dot, shift in zip(self.dots, places - self.centers()):
            for ring in dot.submobjects:
                ring.points = ring.points + shift

    def make_dot(self, point, radius):
        color = self.dot_color[0] if isinstance(self.dot_color, (list, tuple)) else self.dot_color
        dot = VGroup(*(_disc().copy() for _ in self.rings))
        for disc, (size, _) in zip(dot.submobjects, self.rings):
            disc.points = disc.points * max(radius, 1e-3) * size + np.array(point)
        _paint(dot, [*ManimColor(color).to_rgb(), self.dot_opacity], self.rings)
        return dot

    def centers(self):
        """Of the dots that are drawn."""
        return np.array([_middle(dot) for dot in self.dots]).reshape((-1, 3))

    def get_points(self):
        return self.centers() if self.places is None else self.places.points

    def rgba_rows(self):
        """Colour and opacity at every point; those between two dots are as the dot before."""
        dots = self.dots
        if not dots:
            return np.zeros((0, 4))
        rows = np.array([dot.submobjects[-1].fill_rgbas[0] for dot in dots]) / [1, 1, 1, self.rings[-1][1]]
        before = np.searchsorted(self.shown(), np.arange(self.get_num_points()), side="right") - 1
        return rows[before]

    def set_rgba_rows(self, rows):
        for dot, row in zip(self.dots, np.clip(rows, 0, 1)[self.shown()]):
            _paint(dot, row, self.rings)
        return self

    def add_points(self, points, rgbas=None, color=None, opacity=None):
        added = _points_of(points)
        if rgbas is None:
            plain = self.dot_color if color is None else color
            plain = plain[-1] if isinstance(plain, (list, tuple)) else plain
            rgbas = [[*ManimColor(plain).to_rgb(), self.dot_opacity if opacity is None else opacity]]
        rgbas = np.resize(rgbas, (len(added), 4))
        if self.places is not None:
            return self.with_points([*self.get_points(), *added], [*self.rgba_rows(), *rgbas])
        radius = self.get_radius()
        dots = [self.make_dot(point, radius) for point in added]
        self.submobjects = [*self.submobjects, *dots]
        for dot, rgba in zip(dots, rgbas):
            _paint(dot, rgba, self.rings)
        return self

    def with_points(self, points, rows):
        """Other points, each with its colour; the dots keep their size."""
        radius = self.get_radius()
        self.given_radii, self.radius = None, radius
        self.submobjects = []
        return self.set_points(points).set_rgba_rows(np.array(rows).reshape((-1, 4)))

    def append_points(self, new_points):
        return self.add_points(new_points)

    def add_point(self, point, rgba=None, color=None, opacity=None):
        return self.add_points([point], None if rgba is None else [rgba], color, opacity)

    def clear_points(self):
        self.submobjects = []
        return self

    def filter_out(self, condition):
        """Without the dots whose points meet the condition."""
        points, rows = self.get_points(), self.rgba_rows()
        kept = np.array([not condition(point) for point in points], dtype=bool)
        return self.with_points(points[kept], rows[kept])

    def sort_points(self, function=lambda point: point[0]):
        points = self.get_points()
        order = np.argsort([function(point) for point in points])
        return self.with_points(points[order], self.rgba_rows()[order])

    def get_point(self):
        return self.get_center()

    def get_start(self):
        return _middle(self.dots[0]) if self.places is None else self.places.points[0]

    def get_end(self):
        return _middle(self.dots[-1]) if self.places is None else self.places.points[-1]

    def get_start_and_end(self):
        return self.get_start(), self.get_end()

    def get_num_points(self):
        return len(self.dots) if self.places is None else len(self.places.points)

    def set_radius(self, radius):
        self.radius = radius
        return self.set_radii([radius])

    def set_radii(self, radii):
        count = max(1, self.get_num_points())
        for dot, radius in zip(self.dots, np.resize(radii, count)[self.shown()]):
            dot.width = 2 * max(float(radius), 1e-3)
        return self

    def get_radius(self):
        return self.dots[0].width / 2 if self.dots else self.radius

    def get_radii(self):
        return np.array([dot.width / 2 for dot in self.dots])

    def scale_radii(self, factor):
        for dot in self.dots:
            dot.scale(factor)
        return self

    def set_glow_factor(self, glow_factor):
        return self

    def get_glow_factor(self):
        return self.glow_factor

    def set_color(self, color=PURE_YELLOW, opacity=None, **kwargs):
        colors = color if isinstance(color, (list, tuple, np.ndarray)) and not isinstance(color, str) else [color]
        dots = self.dots
        for index, dot in enumerate(dots):
            for ring in dot.submobjects:
                ring.set_fill(colors[index * len(colors) // len(dots)], family=False)
        self.dot_color = color
        return self if opacity is None else self.set_opacity(opacity)

    def set_rgba_array(self, rgbas):
        return self.set_rgba_rows(np.resize(rgbas, (self.get_num_points(), 4)))

    def set_opacity(self, opacity, **kwargs):
        count = max(1, self.get_num_points())
        for dot, value in zip(self.dots, np.resize(opacity, count)[self.shown()]):
            for ring, (_, alpha) in zip(dot.submobjects, self.rings):
                ring.set_fill(opacity=float(value) * alpha, family=False)
        return self

    def get_opacities(self):
        return self.rgba_rows()[:, 3]

    def to_grid(
        self,
        n_rows,
        n_cols,
        n_layers=1,
        buff_ratio=None,
        h_buff_ratio=1.0,
        v_buff_ratio=1.0,
        d_buff_ratio=1.0,
        height=6,
        **kwargs,
    ):
        """Points by rows, then by layers, as far from each other as the dots' sizes say."""
        counts = (n_cols, n_rows, n_layers)
        ratios = [ratio if buff_ratio is None else buff_ratio for ratio in (h_buff_ratio, v_buff_ratio, d_buff_ratio)]
        places = [(x, y, z) for z in range(n_layers) for y in range(n_rows) for x in range(n_cols)]
        steps = np.array([2 * self.radius * (1 + ratio) for ratio in ratios])
        self.set_points((np.array(places) - (np.array(counts) - 1) / 2) * steps)
        if height:
            self.height = height
        return self

    def make_3d(self, *args, **kwargs):
        return self


class TrueDot(GlDotCloud):
    """One dot."""

    def __init__(self, center=ORIGIN, **kwargs):
        super().__init__([_points_of([center])[0]] if not isinstance(center, Mobject) else center, **kwargs)


class GlTrueDot(TrueDot):
    pass


class GlowDots(GlDotCloud):
    """Dots that glow."""

    def __init__(self, points=(), color=PURE_YELLOW, radius=0.2, glow_factor=2.0, **kwargs):
        super().__init__(points, color=color, radius=radius, glow_factor=glow_factor, **kwargs)


class GlowDot(GlowDots):
    """A dot that glows."""

    def __init__(self, center=ORIGIN, **kwargs):
        super().__init__(center if isinstance(center, Mobject) else [_points_of([center])[0]], **kwargs)


class SmallDot(Dot):
    def __init__(self, point=ORIGIN, radius=0.04, **kwargs):
        super().__init__(
            point,
            radius=radius,
            **{name: value for name, value in kwargs.items() if name in ("color", "fill_opacity", "stroke_width")},
        )
