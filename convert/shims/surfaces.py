"""Surfaces, meshes and solids with manimgl's arguments."""

from manim import *


def _resolution(resolution, most=20):
    pair = resolution if isinstance(resolution, (tuple, list)) else (resolution or 24, resolution or 24)
    return tuple(max(3, min(int(n), most)) for n in pair)


def _asked(resolution, most=20):
    """How many points manimgl would have, if the scene asks for more than are drawn."""
    pair = resolution if isinstance(resolution, (tuple, list)) else (resolution, resolution)
    return tuple(int(n) for n in pair) if all(n and n > 1 for n in pair) and max(pair) > most else None


class GlSurface(_Lattice, Surface):
    """`uv_func` is given, or is a method of the class."""

    default_u_range, default_v_range = (0.0, 1.0), (0.0, 1.0)

    def __init__(
        self,
        uv_func=None,
        u_range=None,
        v_range=None,
        resolution=(24, 24),
        color=None,
        opacity=None,
        fill_color=None,
        fill_opacity=None,
        stroke_color=None,
        stroke_width=None,
        checkerboard_colors=None,
        u_min=None,
        u_max=None,
        v_min=None,
        v_max=None,
        **kwargs,
    ):
        if not hasattr(type(self), "uv_func"):
            self.uv_func = uv_func or (lambda u, v: (u, v, 0.0))
        u_range = list(u_range if u_range is not None else self.default_u_range)
        v_range = list(v_range if v_range is not None else self.default_v_range)
        u_range = [u_range[0] if u_min is None else u_min, u_range[1] if u_max is None else u_max]
        v_range = [v_range[0] if v_min is None else v_min, v_range[1] if v_max is None else v_max]
        self.asked_resolution = _asked(resolution)
        self.shade, self.alpha = (
            color or fill_color or GREY_B,
            opacity if opacity is not None else 1.0 if fill_opacity is None else fill_opacity,
        )
        super().__init__(
            lambda u, v: _spot(np.nan_to_num(np.array(self.uv_func(u, v), dtype=float))),
            u_range=u_range,
            v_range=v_range,
            resolution=_resolution(resolution),
            checkerboard_colors=checkerboard_colors or False,
            fill_opacity=self.alpha,
            stroke_color=stroke_color or self.shade,
            stroke_width=0.3 if stroke_width is None else stroke_width,
        )
        if not checkerboard_colors:
            self.set_fill(self.shade, self.alpha)

    def uv_to_point(self, u, v):
        return self.uv_func(u, v)

    def get_resolution(self):
        return self.resolution if isinstance(self.resolution, tuple) else (self.resolution, self.resolution)

    def get_triangles(self):
        return np.zeros((0, 3))

    def color_by_uv_function(self, uv_to_color):
        (u0, u1), (v0, v1) = self.u_range[:2], self.v_range[:2]
        nu, nv = self.get_resolution()
        for index, face in enumerate(self.submobjects):
            face.set_fill(uv_to_color(u0 + (u1 - u0) * (index // nv) / nu, v0 + (v1 - v0) * (index % nv) / nv))
        return self


class GlParametricSurface(GlSurface):
    def __init__(self, uv_func, u_range=(0, 1), v_range=(0, 1), **kwargs):
        GlSurface.__init__(self, uv_func, u_range=u_range, v_range=v_range, **kwargs)  # spheres call it for themselves


ParametricSurface = GlParametricSurface


class GlSphere(GlSurface):
    default_u_range, default_v_range = (0.0, TAU), (0.0, PI)

    def __init__(
        self, u_range=None, v_range=None, resolution=(24, 12), radius=1.0, center=ORIGIN, true_normals=True, **kwargs
    ):
        self.radius = radius
        super().__init__(None, u_range, v_range, resolution, **kwargs)
        self.shift(_spot(center))

    def uv_func(self, u, v):
        return self.radius * np.array([np.cos(u) * np.sin(v), np.sin(u) * np.sin(v), -np.cos(v)])


class GlTorus(GlSurface):
    default_u_range, default_v_range = (0.0, TAU), (0.0, TAU)

    def __init__(self, u_range=None, v_range=None, r1=3.0, r2=1.0, **kwargs):
        self.r1, self.r2 = r1, r2
        super().__init__(None, u_range, v_range, **kwargs)

    def uv_func(self, u, v):
        return (self.r1 - self.r2 * np.cos(v)) * np.array([np.cos(u), np.sin(u), 0]) - self.r2 * np.sin(v) * OUT


class GlCylinder(GlSurface):
    default_u_range, default_v_range = (0.0, TAU), (-1.0, 1.0)

    def __init__(self, u_range=None, v_range=None, resolution=(24, 8), height=2, radius=1, axis=OUT, **kwargs):
        self.radius = radius
        super().__init__(None, u_range, v_range, resolution, **kwargs)
        if height and self.depth:
            self.stretch(height / self.depth, 2)
        self.apply_matrix(z_to_vector(_spot(axis)))

    def uv_func(self, u, v):
        return np.array([self.radius * np.cos(u), self.radius * np.sin(u), v])


class GlCone(GlCylinder):
    default_v_range = (0.0, 1.0)

    def uv_func(self, u, v):
        return np.array([self.radius * (1 - v) * np.cos(u), self.radius * (1 - v) * np.sin(u), v])


class GlLine3D(GlCylinder):
    def __init__(self, start, end, width=0.05, resolution=(8, 3), **kwargs):
        start, end = _spot(start), _spot(end)
        axis = end - start
        super().__init__(height=np.linalg.norm(axis), radius=width / 2, axis=axis, resolution=resolution, **kwargs)
        self.move_to((start + end) / 2)


class Disk3D(GlSurface):
    default_u_range, default_v_range = (0.0, 1.0), (0.0, TAU)

    def __init__(self, radius=1, u_range=None, v_range=None, resolution=(2, 24), **kwargs):
        super().__init__(None, u_range, v_range, resolution, **kwargs)
        self.scale(radius)

    def uv_func(self, u, v):
        return np.array([u * np.cos(v), u * np.sin(v), 0])


class Square3D(GlSurface):
    default_u_range, default_v_range = (-1.0, 1.0), (-1.0, 1.0)

    def __init__(self, side_length=2.0, u_range=None, v_range=None, resolution=(4, 4), **kwargs):
        super().__init__(None, u_range, v_range, resolution, **kwargs)
        self.scale(side_length / 2)

    def uv_func(self, u, v):
        return np.array([u, v, 0])


class TexturedSurface(_Lattice, VGroup):
    """A surface without its picture: in a colour that fits the picture's name."""

    def __init__(self, uv_surface, image_file="", dark_image_file=None, **kwargs):
        super().__init__(*(face.copy() for face in uv_surface.family_members_with_points()))
        name = str(image_file).lower()
        shades = {
            "earth": BLUE_D,
            "world": BLUE_D,
            "moon": GREY_B,
            "sun": PURE_YELLOW,
            "mars": RED_D,
            "checker": GREY_B,
            "coin": GOLD,
        }
        self.set_fill(next((shade for word, shade in shades.items() if word in name), GREY_BROWN), 1)
        self.set_stroke(width=0.3, color=GREY_D)
        self.uv_surface = uv_surface
        self.asked_resolution = getattr(uv_surface, "asked_resolution", None)
        self.uv_func = getattr(uv_surface, "uv_func", None)
        self.resolution = getattr(uv_surface, "resolution", (21, 11))


class TexturedGeometry(TexturedSurface):
    def __init__(self, geometry=None, texture_file="", **kwargs):
        super().__init__(geometry if isinstance(geometry, Mobject) else Cube(), texture_file)


class SurfaceMesh(VGroup):
    """Lines on a surface."""

    def __init__(
        self, uv_surface, resolution=(21, 11), stroke_width=1, stroke_color=GREY_A, normal_nudge=1e-2, **kwargs
    ):
        super().__init__()
        function = getattr(uv_surface, "uv_func", None) or getattr(uv_surface, "_func", None)
        if function is None:
            self.add(*(face.copy().set_fill(opacity=0) for face in uv_surface.family_members_with_points()))
        else:
            u_range, v_range = getattr(uv_surface, "u_range", (0, 1)), getattr(uv_surface, "v_range", (0, 1))
            nu, nv = _resolution(resolution, 21)
            for u in np.linspace(*u_range[:2], nu):
                self.add(self.curve(lambda v, u=u: function(u, v), v_range))
            for v in np.linspace(*v_range[:2], nv):
                self.add(self.curve(lambda u, v=v: function(u, v), u_range))
            if uv_surface.width and self.width:
                self.scale(
                    max(uv_surface.length_over_dim(d) for d in range(3))
                    / max(self.length_over_dim(d) for d in range(3))
                )
            self.move_to(uv_surface).scale(1.01)
        self.set_stroke(stroke_color, stroke_width)
        for mob in self.get_family():
            mob.shade_in_3d = True

    def curve(self, function, span):
        points = [_spot(function(t)) for t in np.linspace(*span[:2], 30)]
        return VMobject().set_points_smoothly(points)


class SGroup(VGroup):
    def __init__(self, *surfaces, **kwargs):
        super().__init__(*surfaces)


class VGroup3D(VGroup):
    def __init__(self, *vmobjects, **kwargs):
        super().__init__(*vmobjects)
        for mob in self.get_family():
            mob.shade_in_3d = True


class GlCube(Cube):
    def __init__(
        self,
        color=BLUE,
        opacity=1,
        square_resolution=None,
        side_length=2,
        fill_opacity=None,
        fill_color=None,
        stroke_width=0.5,
        stroke_color=None,
        **kwargs,
    ):
        alpha = fill_opacity if fill_opacity is not None else 1 if opacity is None else opacity
        super().__init__(
            side_length=side_length,
            fill_opacity=alpha,
            fill_color=fill_color or color or BLUE,
            stroke_width=stroke_width,
        )
        if stroke_color is not None:
            self.set_stroke(stroke_color)


class VCube(GlCube):
    pass


class GlPrism(GlCube):
    def __init__(self, width=3.0, height=2.0, depth=1.0, dimensions=None, **kwargs):
        super().__init__(**kwargs)
        for dim, value in enumerate(dimensions or (width, height, depth)):
            self.stretch(value / self.length_over_dim(dim), dim)


class VPrism(GlPrism):
    pass


class Prismify(VGroup):
    """A flat shape with depth: the shape, its copy behind, and walls between."""

    def __init__(self, vmobject, depth=1.0, direction=IN, **kwargs):
        back = vmobject.copy().shift(depth * np.array(direction))
        vertices, others = vmobject.get_anchors(), back.get_anchors()
        walls = [
            Polygon(a, b, d, c, stroke_width=0)
            for a, b, c, d in zip(vertices, np.roll(vertices, -1, axis=0), others, np.roll(others, -1, axis=0))
            if np.linalg.norm(a - b) > 1e-6
        ]
        for wall in walls:
            wall.match_style(vmobject)
        super().__init__(back, *walls, vmobject.copy())
