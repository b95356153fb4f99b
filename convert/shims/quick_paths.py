"""Questions about a path's points answered by NumPy at once, not point by point: transforms and placing ask them all the time."""

from manim import *


def _quick_subpaths(self, points):
    size = self.n_points_per_cubic_curve
    spans = self.get_subpath_split_indices_from_points(points)
    return [points[start:end] for start, end in spans if end - start >= size]


def _quick_equals(self, p0, p1):
    """As `np.allclose`, whose ceremony costs ten times as much as its answer."""
    second = np.asarray(p1)
    return bool((np.abs(np.asarray(p0) - second) <= self.tolerance_for_point_equality + 1e-5 * np.abs(second)).all())


def _quick_family(self, recurse=True):
    """As ManimCE's, without its chain of generators; what is in twice counts where it comes last."""
    if not self.submobjects:
        return [self]
    found = [self]
    _gather_family(self.submobjects, found, {self})
    if len(set(found)) == len(found):
        return found
    return list(dict.fromkeys(reversed(found)))[::-1]


def _gather_family(parts, found, above):
    for part in parts:
        if part in above:
            continue
        found.append(part)
        if part.submobjects:
            _gather_family(part.submobjects, found, above | {part})


def _anchor_rows(mob):
    """The anchors of a path, starts and ends in turn; all points of what is no path."""
    size = getattr(mob, "n_points_per_cubic_curve", 0)
    if not size:
        return mob.points
    starts, ends = mob.points[::size], mob.points[size - 1 :: size]
    count = min(len(starts), len(ends))
    if count == 0:
        return starts
    return np.stack([starts[:count], ends[:count]], axis=1).reshape((-1, 3))


def _anchors_of_any_path(self):
    """Each anchor once, as in manimgl: the end of a curve only where the next one begins elsewhere."""
    rows = _anchor_rows(self)
    if len(rows) < 4:
        return np.array(rows)
    moves = np.abs(rows[1:-1:2] - rows[2::2]).max(axis=1) > 1e-6
    kept = np.ones(len(rows), dtype=bool)
    kept[1:-1:2] = moves
    return rows[kept]


def _points_as_anchors(self):
    return np.array(self.points)


def _quick_boundary(self):
    parts = [_anchor_rows(mob) for mob in self.get_family() if len(mob.points)]
    return np.concatenate(parts) if parts else np.zeros((0, self.dim))


def _quick_length(self, dim):
    parts = [mob.points for mob in self.get_family() if len(mob.points)]
    if not parts:
        return 0
    return max(part[:, dim].max() for part in parts) - min(part[:, dim].min() for part in parts)


def _point_at(self, alpha):
    """The point at a proportion of the path's length; a little outside of 0 to 1 are the ends. Quick for long paths."""
    count = len(self.points) // 4
    if count == 0:
        return self.get_center()
    curves = self.points[: 4 * count].reshape((count, 4, 3))
    legs = np.linalg.norm(np.diff(curves, axis=1), axis=2).sum(axis=1)
    lengths = (legs + np.linalg.norm(curves[:, 3] - curves[:, 0], axis=1)) / 2
    ends = np.cumsum(lengths)
    goal = float(np.clip(alpha, 0, 1)) * ends[-1]
    index = min(int(np.searchsorted(ends, goal)), count - 1)
    t = 1 - (ends[index] - goal) / lengths[index] if lengths[index] > 0 else 0.0
    return np.array([(1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3]) @ curves[index]
