"""Dots that glow, and clouds of dots."""

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


class GlDotCloud(VGroup):
    """Dots at points; glowing ones are discs on each other."""

    most = 400

    def __init__(self, points=(), color=GREY_C, opacity=1.0, radius=0.05, glow_factor=0.0, radii=None, **kwargs):
        super().__init__()
        self.dot_color, self.dot_opacity, self.radius, self.glow_factor = color, opacity, radius, glow_factor
        self.given_radii = radii
        self.rings = _glow(8 if len(_points_of(points)) == 1 else 4, glow_factor) if glow_factor else ((1.0, 1.0),)
        self.set_points(points)

    def set_points(self, points):
        array = _points_of(points)
        most = self.most if self.glow_factor else 2 * self.most
        if len(array) > most:
            array = array[np.linspace(0, len(array) - 1, most).astype(int)]
        if len(array) == len(self.submobjects):
            for dot, shift in zip(self.submobjects, array - self.get_points()):
                for ring in dot.submobjects:
                    ring.points = ring.points + shift
            return self
        radii = np.resize(self.radius if self.given_radii is None else self.given_radii, max(1, len(array)))
        self.submobjects = [self.make_dot(point, radius) for point, radius in zip(array, radii)]
        return self

    def make_dot(self, point, radius):
        color = self.dot_color[0] if isinstance(self.dot_color, (list, tuple)) else self.dot_color
        dots = [
            Circle(
                radius=max(radius, 1e-3) * size, stroke_width=0, fill_color=color, fill_opacity=alpha * self.dot_opacity
            )
            for size, alpha in self.rings
        ]
        return VGroup(*dots).move_to(point)

    def get_points(self):
        """Each halfway between a point of its circle and the one opposite."""
        rings = [dot.submobjects[0].points for dot in self.submobjects]
        return np.array([(ring[0] + ring[len(ring) // 2]) / 2 for ring in rings]).reshape((-1, 3))

    def add_points(self, points, rgbas=None, color=None, opacity=None):
        new = GlDotCloud(
            points, color=self.dot_color if color is None else color, radius=self.radius, glow_factor=self.glow_factor
        )
        self.submobjects += new.submobjects
        if rgbas is not None:
            for dot, rgba in zip(new.submobjects, rgbas):
                dot.set_color(ManimColor.from_rgb(np.array(rgba)[:3]))
        return self

    def append_points(self, new_points):
        return self.add_points(new_points)

    def add_point(self, point, rgba=None, color=None, opacity=None):
        return self.add_points([point], None if rgba is None else [rgba], color, opacity)

    def clear_points(self):
        self.submobjects = []
        return self

    def filter_out(self, condition):
        """Without the dots whose points meet the condition."""
        kept = [not condition(point) for point in self.get_points()]
        self.submobjects = [dot for dot, stays in zip(self.submobjects, kept) if stays]
        return self

    def sort_points(self, function=lambda point: point[0]):
        order = np.argsort([function(point) for point in self.get_points()])
        self.submobjects = [self.submobjects[index] for index in order]
        return self

    def get_point(self):
        return self.get_center()

    def get_num_points(self):
        return len(self.submobjects)

    def set_radius(self, radius):
        for dot in self.submobjects:
            dot.width = 2 * max(radius, 1e-3)
        self.radius = radius
        return self

    def set_radii(self, radii):
        for dot, radius in zip(self.submobjects, np.resize(radii, len(self.submobjects))):
            dot.width = 2 * max(float(radius), 1e-3)
        return self

    def get_radius(self):
        return self.submobjects[0].width / 2 if self.submobjects else self.radius

    def get_radii(self):
        return np.array([dot.width / 2 for dot in self.submobjects])

    def scale_radii(self, factor):
        for dot in self.submobjects:
            dot.scale(factor)
        return self

    def set_glow_factor(self, glow_factor):
        return self

    def get_glow_factor(self):
        return self.glow_factor

    def set_color(self, color=PURE_YELLOW, opacity=None, **kwargs):
        colors = color if isinstance(color, (list, tuple, np.ndarray)) and not isinstance(color, str) else [color]
        for index, dot in enumerate(self.submobjects):
            for ring in dot.submobjects:
                ring.set_fill(colors[index * len(colors) // len(self.submobjects)], family=False)
        self.dot_color = color
        return self if opacity is None else self.set_opacity(opacity)

    def set_rgba_array(self, rgbas):
        return self.set_color([ManimColor.from_rgb(rgba[:3]) for rgba in rgbas])

    def set_opacity(self, opacity, **kwargs):
        values = np.resize(opacity, max(1, len(self.submobjects)))
        for dot, value in zip(self.submobjects, values):
            for ring, (_, alpha) in zip(dot.submobjects, self.rings):
                ring.set_fill(opacity=float(value) * alpha, family=False)
        return self

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
