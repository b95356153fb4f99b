"""Points of surfaces, and `mob.data`, manimgl's table with one row a point."""

from manim import *

_CORNERS = ((0, 0), (1, 0), (1, 1), (0, 1))


class _Lattice:
    """The corners of a surface's faces, u before v: what manimgl calls the points of a surface."""

    asked_resolution = None

    def get_points(self):
        """As many as the scene asked for, though fewer faces are drawn."""
        places = {}
        for face in _faces(self):
            for (du, dv), corner in zip(_CORNERS, face.points[::4]):
                places[face.u_index + du, face.v_index + dv] = corner
        points = np.array([places[key] for key in sorted(places)]).reshape((-1, 3))
        shape = _shape_of(places)
        return _resampled(points, shape, self.asked_resolution) if self.asked_resolution and shape else points

    def set_points(self, points):
        faces = _faces(self)
        keys = sorted({(face.u_index + du, face.v_index + dv) for face in faces for du, dv in _CORNERS})
        shape = _shape_of(keys)
        if self.asked_resolution and shape and len(points) == np.prod(self.asked_resolution):
            points = _resampled(np.array(points, dtype=float), self.asked_resolution, shape)
        if len(keys) != len(points) or not keys:
            return VMobject.set_points(self, points)
        places = dict(zip(keys, np.array(points, dtype=float)))
        for face in faces:
            ring = [places[face.u_index + du, face.v_index + dv] for du, dv in (*_CORNERS, (0, 0))]
            face.set_points_as_corners(ring)
        return self


def _shape_of(keys):
    """Rows and columns of a full grid of places, or None."""
    rows, columns = ({key[side] for key in keys} for side in (0, 1))
    return (len(rows), len(columns)) if keys and len(rows) * len(columns) == len(keys) else None


def _resampled(points, old, new):
    """A grid of points as one of other size: what lies between is mixed, row by row and column by column."""
    grid = points.reshape((*old, 3))
    for axis in (0, 1):
        places = np.linspace(0, old[axis] - 1, new[axis])
        low = np.minimum(places.astype(int), max(old[axis] - 2, 0))
        high = np.minimum(low + 1, old[axis] - 1)
        weight = (places - low).reshape([-1, 1, 1] if axis == 0 else [1, -1, 1])
        grid = (1 - weight) * grid.take(low, axis) + weight * grid.take(high, axis)
    return grid.reshape((-1, 3))


def _faces(surface):
    return [mob for mob in surface.get_family() if hasattr(mob, "u_index") and len(mob.points) == 16]


class _Column(np.ndarray):
    """Values of all points; what is written into them changes the mobject."""

    mob, name = None, ""

    def __setitem__(self, index, value):
        super().__setitem__(index, value)
        if self.mob is not None:
            _write_column(self.mob, self.name, np.array(self))


class _Data:
    """`mob.data["point"]`, `mob.data["rgba"]`, …: read and written as manimgl does."""

    def __init__(self, mob):
        self.mob = mob

    def __len__(self):
        return len(_rows(self.mob))

    def __getitem__(self, name):
        if not isinstance(name, str):
            return _rows(self.mob)[name]
        column = np.array(_column(self.mob, name), dtype=float).view(_Column)
        column.mob, column.name = self.mob, name
        return column

    def __setitem__(self, name, value):
        if isinstance(name, str):
            _write_column(self.mob, name, np.array(value, dtype=float))


class _DataOfMobject:
    """Attributes of that name that a class sets itself come first."""

    def __get__(self, mob, cls=None):
        return self if mob is None else _Data(mob)


def _rows(mob):
    points = mob.get_points() if hasattr(mob, "get_points") else mob.points
    return np.array(points if len(points) else mob.get_all_points()).reshape((-1, 3))


def _parts(mob, count):
    """The parts that the rows stand for: one each, or the mobject for all of them."""
    return mob.submobjects if count and len(mob.submobjects) == count else [mob]


def _column(mob, name):
    points = _rows(mob)
    if name.endswith("rgba") and hasattr(mob, "rgba_rows"):
        return mob.rgba_rows()
    if name.endswith("rgba"):
        return np.resize([_rgba_of(part, name) for part in _parts(mob, len(points))], (max(1, len(points)), 4))
    if name == "d_normal_point":
        outward = points - mob.get_center()
        return points + 1e-3 * outward / np.maximum(np.linalg.norm(outward, axis=1, keepdims=True), 1e-9)
    if name.endswith("point"):
        return points
    values = {"stroke_width": "get_stroke_width", "opacity": "get_fill_opacity", "radius": "get_radius"}
    getter = getattr(mob, values.get(name, ""), None)
    return np.full((max(1, len(points)), 1), float(getter()) if getter else float(getattr(mob, name, 0) or 0))


def _rgba_of(part, name):
    leaf = next((mob for mob in part.family_members_with_points() if isinstance(mob, VMobject)), None)
    if leaf is None:
        return [1, 1, 1, 1]
    is_stroke = name == "stroke_rgba" or (name == "rgba" and not leaf.get_fill_opacity())
    color = leaf.get_stroke_color() if is_stroke else leaf.get_fill_color()
    return [*color.to_rgb(), leaf.get_stroke_opacity() if is_stroke else leaf.get_fill_opacity()]


def _write_column(mob, name, value):
    if name == "point":
        mob.set_points(value.reshape((-1, 3)))
    elif name.endswith("rgba") and hasattr(mob, "rgba_rows"):
        mob.set_rgba_rows(value.reshape((-1, 4)))
    elif name.endswith("rgba"):
        rows = np.clip(value.reshape((-1, 4)), 0, 1)
        for part, row in zip(_parts(mob, len(rows)), rows):
            paint = part.set_stroke if name == "stroke_rgba" else part.set_fill
            paint(ManimColor.from_rgb(row[:3]), opacity=float(row[3]))
    elif name == "stroke_width":
        mob.set_stroke(width=float(np.mean(value)))
    elif name == "opacity":
        mob.set_opacity(float(np.mean(value)))


Mobject.data = _DataOfMobject()
