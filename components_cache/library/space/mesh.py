"""Light surfaces for Cairo: quadrilaterals with baked light, coloured by height, in a box that fits the stage."""

from collections.abc import Callable

import numpy as np
from manim import *

from components_cache.library.theme import FOCUS, MUTED, fit, formula, pin, words

HEIGHT_COLORS = ["#1d3f72", "#3f9fc4", "#7fd6c2", "#f2df8d"]
LIGHT = (0.35, -0.45, 0.82)  # where the light comes from


def space_stage(scene: ThreeDScene, phi: float = 66, theta: float = -55, zoom: float = 1.0) -> None:
    """Point the camera (degrees) and switch off its slow shading: the meshes bring their own light."""
    scene.camera.should_apply_shading = False
    scene.set_camera_orientation(phi=phi * DEGREES, theta=theta * DEGREES, zoom=zoom)


class SpaceBox:
    """Maps x, y, z ranges onto a box around a centre, in scene units; heights outside the range are cut off."""

    def __init__(self, x_range, y_range, z_range, size=(5.2, 5.2, 2.6), center=(0.0, 0.0, -0.1)):
        self.low = np.array([x_range[0], y_range[0], z_range[0]], dtype=float)
        self.span = np.maximum(np.array([x_range[1], y_range[1], z_range[1]], dtype=float) - self.low, 1e-9)
        self.size, self.center = np.array(size, dtype=float), np.array(center, dtype=float)
        self.x_range, self.y_range, self.z_range = tuple(x_range), tuple(y_range), tuple(z_range)

    def place(self, x, y, z):
        """The scene point of (x, y, z)."""
        part = (np.array([x, y, z], dtype=float) - self.low) / self.span
        part[2] = np.clip(part[2], 0, 1)
        return self.center + (part - 0.5) * self.size

    def axes(self) -> VGroup:
        """Three muted axes through the origin, or along the edge where the origin lies outside."""
        zero = [float(np.clip(0, r[0], r[1])) for r in (self.x_range, self.y_range, self.z_range)]
        lines = VGroup()
        for k, ends in enumerate((self.x_range, self.y_range, self.z_range)):
            points = [[*zero[:k], end, *zero[k + 1 :]] for end in ends]
            start, stop = self.place(*points[0]), self.place(*points[1])
            lines.add(Line(start, stop + 0.06 * (stop - start), color=MUTED, stroke_width=2))
        return lines


def sampled(function: Callable, x_range, y_range, count: int = 41):
    """Grid points and values (x, y, z arrays of shape (count, count)) of a function of two variables."""
    x, y = np.meshgrid(np.linspace(*x_range, count), np.linspace(*y_range, count), indexing="ij")
    with np.errstate(all="ignore"):
        z = np.array([[_number(function, a, b) for a, b in zip(r, s, strict=True)] for r, s in zip(x, y, strict=True)])
    return x, y, z


def _number(function: Callable, x: float, y: float) -> float:
    try:
        value = complex(function(float(x), float(y)))
    except (ZeroDivisionError, ValueError, OverflowError, TypeError):
        return np.nan
    return value.real if abs(value.imag) < 1e-9 else np.nan


def height_range(values):
    """The range of heights worth showing: all of it, unless a few values shoot off."""
    known = values[np.isfinite(values)]
    if not len(known):
        return (-1.0, 1.0)
    low, high = float(known.min()), float(known.max())
    inner = np.percentile(known, [4, 96])
    reach = max(float(inner[1] - inner[0]), 1e-6)
    low, high = max(low, float(inner[0]) - 0.9 * reach), min(high, float(inner[1]) + 0.9 * reach)
    return (low, high) if high - low > 1e-6 else (low - 1.0, high + 1.0)


def height_color(part: float):
    """The colour of a height, `part` from 0 (lowest) to 1 (highest)."""
    place = float(np.clip(part, 0, 1)) * (len(HEIGHT_COLORS) - 1)
    k = min(int(place), len(HEIGHT_COLORS) - 2)
    return interpolate_color(ManimColor(HEIGHT_COLORS[k]), ManimColor(HEIGHT_COLORS[k + 1]), place - k)


def quad(corners, color, opacity: float = 1.0, lit: bool = True) -> VMobject:
    """One flat face with baked light, sorted by depth when drawn."""
    corners = [np.array(c, dtype=float) for c in corners]
    if lit:
        normal = np.cross(corners[2] - corners[0], corners[3] - corners[1])
        size = np.linalg.norm(normal)
        bright = 0.62 + 0.38 * abs(float(np.dot(normal / size, LIGHT))) if size > 1e-9 else 0.8
        color = interpolate_color(BLACK, ManimColor(color), bright)
    face = Polygon(*corners, fill_color=color, fill_opacity=opacity, stroke_color=color, stroke_width=0.6)
    face.set_stroke(opacity=opacity)
    face.shade_in_3d = True
    face.z_index_group = Point(np.mean(corners, axis=0))
    return face


def surface_mesh(box: SpaceBox, function: Callable, count: int = 20, opacity: float = 0.95) -> VGroup:
    """The graph z = f(x, y) over the box as at most count² faces; holes where f is not finite."""
    x, y, z = sampled(function, box.x_range, box.y_range, count + 1)
    low, high = box.z_range
    faces = VGroup()
    for i in range(count):
        for j in range(count):
            ring = [(i, j), (i + 1, j), (i + 1, j + 1), (i, j + 1)]
            heights = np.array([z[k] for k in ring])
            if not np.isfinite(heights).all() or heights.min() > high + 1e-9 or heights.max() < low - 1e-9:
                continue
            part = (float(np.clip(heights.mean(), low, high)) - low) / (high - low)
            shade = 0.06 if (i + j) % 2 else 0.0
            color = interpolate_color(height_color(part), BLACK, shade)
            faces.add(quad([box.place(x[k], y[k], z[k]) for k in ring], color, opacity))
    return faces


def parametric_mesh(function: Callable, u_range, v_range, counts=(30, 12), colors=("#3f9fc4", "#7fd6c2")) -> VGroup:
    """A surface (u, v) → (x, y, z) in scene units, in two alternating colours."""
    us, vs = np.linspace(*u_range, counts[0] + 1), np.linspace(*v_range, counts[1] + 1)
    faces = VGroup()
    for i in range(counts[0]):
        for j in range(counts[1]):
            ring = [(us[i], vs[j]), (us[i + 1], vs[j]), (us[i + 1], vs[j + 1]), (us[i], vs[j + 1])]
            faces.add(quad([function(u, v) for u, v in ring], colors[(i + j) % 2]))
    return faces


def space_curve(points, color=FOCUS, width: float = 5) -> VMobject:
    """A curve through scene points, drawn on top."""
    return VMobject(color=color, stroke_width=width).set_points_as_corners([np.array(p, dtype=float) for p in points])


def corner_label(scene: Scene, tex: str, y: float = 2.45, size: float = 38, color=None) -> Mobject:
    """A formula pinned in the upper left of the stage; it is not shown yet."""
    label = fit(formula(tex, size=size), width=5.2).move_to([-6.4, y, 0], aligned_edge=LEFT)
    if color:
        label.set_color(color)
    return pinned(scene, label)


def corner_words(scene: Scene, text: str, y: float, color, size: float = 28) -> Mobject:
    """A line of text pinned at the left of the stage; it is not shown yet."""
    return pinned(scene, fit(words(text, size, color), width=4.6).move_to([-6.4, y, 0], aligned_edge=LEFT))


def pinned(scene: Scene, mobject: Mobject) -> Mobject:
    """Pin without showing."""
    pin(scene, mobject)
    return mobject


def level_segments(x, y, z, level: float):
    """Marching squares: pieces ((x, y), (x, y)) of the level curve in a sampled function."""
    pieces = []
    for i in range(z.shape[0] - 1):
        for j in range(z.shape[1] - 1):
            ring = [(i, j), (i + 1, j), (i + 1, j + 1), (i, j + 1)]
            values = [z[k] - level for k in ring]
            if not np.isfinite(values).all() or min(values) > 0 or max(values) < 0:
                continue
            hits = []
            for k in range(4):
                a, b = ring[k], ring[(k + 1) % 4]
                va, vb = values[k], values[(k + 1) % 4]
                if (va > 0) != (vb > 0):
                    t = va / (va - vb)
                    hits.append((x[a] + t * (x[b] - x[a]), y[a] + t * (y[b] - y[a])))
            pieces += [tuple(hits[k : k + 2]) for k in range(0, len(hits) - 1, 2)]
    return pieces


def pieces_shape(pairs, color, width: float = 3) -> VMobject:
    """Many straight pieces between scene points as one mobject."""
    shape = VMobject(color=color, stroke_width=width)
    if pairs:
        a, b = (np.array([pair[k] for pair in pairs], dtype=float) for k in (0, 1))
        shape.set_points(np.stack([a, a + (b - a) / 3, a + 2 * (b - a) / 3, b], axis=1).reshape(-1, 3))
    return shape


def round_levels(low: float, high: float, most: int = 9) -> list:
    """Round heights between two bounds."""
    rough = (high - low) / most
    power = 10.0 ** np.floor(np.log10(rough))
    step = next(k * power for k in (1, 2, 2.5, 5, 10) if k * power >= rough * 0.999)
    return [float(v) for v in np.arange(np.ceil(low / step + 0.02) * step, high, step)]
