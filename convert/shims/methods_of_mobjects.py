"""Methods of manimgl's Mobject that ManimCE's lacks."""

from manim import *


def _replicate(self, n):
    """A group of n copies."""
    return self.get_group_class()(*(self.copy() for _ in range(n)))


def _get_grid(self, n_rows, n_cols, height=None, width=None, group_by_rows=False, group_by_cols=False, **kwargs):
    """Copies in a grid, as one group or as a group of rows or columns."""
    group_class = self.get_group_class()
    grid = self.replicate(n_rows * n_cols)
    buff = kwargs.pop("buff", None)
    buff_ratio = kwargs.pop("buff_ratio", 0.5)
    if kwargs.pop("v_buff_ratio", None) is not None or kwargs.pop("h_buff_ratio", None) is not None or buff is None:
        buff = (buff_ratio * self.width, buff_ratio * self.height) if buff is None else buff
    h_buff, v_buff = kwargs.pop("h_buff", None), kwargs.pop("v_buff", None)
    pair = buff if isinstance(buff, tuple) else (buff, buff)
    pair = (pair[0] if h_buff is None else h_buff, pair[1] if v_buff is None else v_buff)
    aligned_edge = kwargs.pop("aligned_edge", None)
    cell_alignment = ORIGIN if aligned_edge is None else aligned_edge
    Mobject.arrange_in_grid(grid, rows=n_rows, cols=n_cols, buff=pair, cell_alignment=cell_alignment)
    if height is not None:
        grid.height = height
    if width is not None:
        grid.width = width
    if group_by_rows:
        return group_class(*(grid[n * n_cols : (n + 1) * n_cols] for n in range(n_rows)))
    if group_by_cols:
        return group_class(*(grid[n::n_cols] for n in range(n_cols)))
    return grid


def _fix_in_frame(self, *args):
    """The mobject keeps its place on the screen however the camera moves."""
    for mob in self.get_family():
        mob.is_fixed_in_frame = True
    return self


def _unfix_from_frame(self, *args):
    for mob in self.get_family():
        mob.is_fixed_in_frame = False
    return self


def _keep(self, *args, **kwargs):
    """Shading and depth that Cairo does not have."""
    return self


def _set_max(dimension):
    def set_max(self, value, **kwargs):
        if getattr(self, dimension) > value:
            setattr(self, dimension, value)
        return self

    return set_max


def _set_min(dimension):
    def set_min(self, value, **kwargs):
        if getattr(self, dimension) < value:
            setattr(self, dimension, value)
        return self

    return set_min


def _set_extent(dim):
    def set_extent(self, value, stretch=False, about_point=None, about_edge=None, **kwargs):
        length = self.length_over_dim(dim)
        if length == 0:
            return self
        kwargs = {"about_point": about_point} if about_edge is None else {"about_edge": about_edge}
        return self.stretch(value / length, dim, **kwargs) if stretch else self.scale(value / length, **kwargs)

    return set_extent


def _get_extent(dim):
    def get_extent(self, *args):
        return self.length_over_dim(dim)

    return get_extent


def _set_shape(self, width=None, height=None, depth=None, dim=None):
    for value, dim in ((width, 0), (height, 1), (depth, 2)):
        if value is not None and self.length_over_dim(dim) > 0:
            self.stretch(value / self.length_over_dim(dim), dim)
    return self


def _get_shape(self):
    return tuple(self.length_over_dim(dim) for dim in range(3))


def _arrange_to_fit_dim(self, length, dim, about_edge=ORIGIN):
    """Change the gaps between the submobjects so that they fill the length."""
    taken = sum(mob.length_over_dim(dim) for mob in self.submobjects)
    buff = (length - taken) / max(1, len(self.submobjects) - 1)
    edge = self.get_critical_point(about_edge)
    direction = np.zeros(3)
    direction[dim] = 1 if dim == 0 else -1
    for left, right in zip(self.submobjects, self.submobjects[1:]):
        gap = left.get_edge_center(direction)[dim] + direction[dim] * buff - right.get_edge_center(-direction)[dim]
        right.shift(gap * np.abs(direction))
    return self.move_to(edge, about_edge)


def _arrange_to_fit_width(self, width, about_edge=ORIGIN):
    return self.arrange_to_fit_dim(width, 0, about_edge)


def _arrange_to_fit_height(self, height, about_edge=ORIGIN):
    return self.arrange_to_fit_dim(height, 1, about_edge)


def _set_submobjects(self, submobjects):
    self.submobjects = list(submobjects)
    return self


def _replace_submobject(self, index, new_submob):
    self.submobjects[index] = new_submob
    return self


def _insert_submobject(self, index, new_submob):
    self.submobjects.insert(index, new_submob)
    return self


def _reverse_submobjects(self, *args):
    self.submobjects.reverse()
    return self


def _clear(self):
    self.submobjects = []
    return self


def _clear_points(self):
    self.points = np.zeros((0, 3))
    return self


def _align_data_and_family(self, mobject):
    return self.align_data(mobject)


def _get_points(self):
    return self.points


def _set_points(self, points):
    """Trackers of quaternions keep points of four numbers."""
    points = np.array(points, dtype=float)
    self.points = points if points.ndim == 2 and points.shape[1] == 4 else points.reshape((-1, 3))
    return self


def _do_in_place(self, method, *args, **kwargs):
    """Apply a method at the origin, then go back."""
    center = self.get_center()
    self.shift(-center)
    method(*args, **kwargs)
    return self.shift(center)


def _append_points(self, new_points):
    self.points = np.vstack([self.points, np.array(new_points, dtype=float).reshape((-1, 3))])
    return self


def _apply_points_function(self, func, about_point=None, about_edge=ORIGIN, works_on_bounding_box=False):
    if about_point is None and about_edge is not None:
        about_point = self.get_critical_point(about_edge)
    origin = np.zeros(3) if about_point is None else np.array(about_point, dtype=float)
    for mob in self.get_family():
        if len(mob.points):
            mob.points = func(mob.points - origin) + origin
    return self


def _get_opacity(self):
    mob = next((mob for mob in self.family_members_with_points()), self)
    return mob.get_fill_opacity() if hasattr(mob, "get_fill_opacity") else 1.0


def _set_opacity(self, opacity, recurse=True):
    for mob in self.get_family() if recurse else [self]:
        if hasattr(mob, "set_fill") and isinstance(mob, VMobject):
            mob.set_opacity(opacity, family=False)
    return self


def _deepcopy(self):
    """Not through the class's own `copy`, which may well be what asks for it."""
    return Mobject.copy(self)


def _stretch_in_place(self, factor, dim):
    return self.stretch(factor, dim)


def _scale_about_point(self, scale_factor, point):
    return self.scale(scale_factor, about_point=point)


def _put_start_on(self, point):
    return self.shift(np.array(point) - self.get_start())


def _get_bounding_box_point(self, direction):
    return self.get_critical_point(direction)


def _get_bounding_box(self):
    return np.array([self.get_corner(DL + IN), self.get_center(), self.get_corner(UR + OUT)])


def _refresh_bounding_box(self, *args, **kwargs):
    return self


def _is_touching(self, point, buff=0):
    low, _, high = self.get_bounding_box()
    return bool(np.all(point[:2] >= low[:2] - buff) and np.all(point[:2] <= high[:2] + buff))


def _wag(self, direction=RIGHT, axis=DOWN, wag_factor=1.0):
    """Lean: points are shifted the more, the further they lie along the axis."""
    for mob in self.family_members_with_points():
        along = mob.points @ np.array(axis, dtype=float)
        along = along - along.min()
        along = along / (along.max() or 1)
        mob.points = mob.points + np.outer(along**wag_factor, direction)
    return self


def _digest_mobject_attrs(self):
    """Mobjects among the attributes become submobjects."""
    for value in list(getattr(self, "__dict__", {}).values()):
        if isinstance(value, Mobject) and value not in self.submobjects and value is not self.target:
            self.add(value)
    return self


def _has_updaters(self):
    return bool(self.updaters)


def _insert_updater(self, update_func, index=0):
    self.updaters.insert(index, update_func)
    return self


class _Uniforms(dict):
    """What shaders would be told: it may be read and written, and changes nothing."""

    def __missing__(self, key):
        return np.zeros(4)


def _uniforms(self):
    return getattr(self, "__dict__", {}).setdefault("_uniforms_of_gl", _Uniforms(gloss=0.0, shadow=0.0))


def _set_uniform(self, recurse=True, **values):
    """Kept, for the code that reads it again."""
    return self.set_uniforms(values, recurse)


def _set_uniforms(self, uniforms, recurse=True):
    for mob in self.get_family() if recurse else [self]:
        mob.uniforms.update((name, np.array(each) if np.ndim(each) else each) for name, each in uniforms.items())
    return self


Mobject.get_gloss = lambda self: 0.0
Mobject.get_shadow = lambda self: 0.0
Mobject.get_shading = lambda self: np.zeros(3)
Mobject.get_reflectiveness = lambda self: 0.0
Mobject.align_data_and_family = _align_data_and_family
Mobject.background_image_file = None
Mobject.replicate = _replicate
Mobject.ingest_submobjects = _keep
Mobject.sort_points = _keep
Mobject.get_grid = _get_grid
Mobject.fix_in_frame = _fix_in_frame
Mobject.unfix_from_frame = _unfix_from_frame
Mobject.set_shading = _keep
Mobject.set_gloss = _keep
Mobject.set_shadow = _keep
Mobject.set_reflectiveness = _keep
Mobject.apply_depth_test = _keep
Mobject.deactivate_depth_test = _keep
Mobject.set_clip_plane = _keep
Mobject.deactivate_clip_plane = _keep
Mobject.clip_to_box = _keep
Mobject.set_uniform = _set_uniform
Mobject.set_uniforms = _set_uniforms
Mobject.set_color_by_code = _keep
Mobject.set_color_by_xyz_func = _keep
Mobject.refresh_shader_data = _keep
Mobject.note_changed_family = _keep
Mobject.note_changed_data = _keep
Mobject.align_family = _keep
Mobject.lock_matching_data = _keep
Mobject.always_sort_to_camera = _keep
Mobject.set_sort_to_camera = _keep
Mobject.make_movable = _keep
Mobject.set_animating_status = _keep
Mobject.set_max_width = _set_max("width")
Mobject.set_max_height = _set_max("height")
Mobject.set_max_depth = _set_max("depth")
Mobject.set_min_width = _set_min("width")
Mobject.set_min_height = _set_min("height")
Mobject.set_min_depth = _set_min("depth")
Mobject.set_width = _set_extent(0)
Mobject.set_height = _set_extent(1)
Mobject.set_depth = _set_extent(2)
Mobject.get_width = _get_extent(0)
Mobject.get_height = _get_extent(1)
Mobject.get_depth = _get_extent(2)
Mobject.set_shape = _set_shape
Mobject.get_shape = _get_shape
Mobject.arrange_to_fit_dim = _arrange_to_fit_dim
Mobject.arrange_to_fit_width = _arrange_to_fit_width
Mobject.arrange_to_fit_height = _arrange_to_fit_height
Mobject.set_submobjects = _set_submobjects
Mobject.replace_submobject = _replace_submobject
Mobject.insert_submobject = _insert_submobject
Mobject.reverse_submobjects = _reverse_submobjects
Mobject.clear = _clear
Mobject.clear_points = _clear_points
Mobject.get_points = _get_points
Mobject.set_points = _set_points
Mobject.append_points = _append_points
Mobject.apply_points_function = _apply_points_function
Mobject.get_opacity = _get_opacity
Mobject.set_opacity = _set_opacity
Mobject.deepcopy = _deepcopy
Mobject.do_in_place = _do_in_place
Mobject.stretch_in_place = _stretch_in_place
Mobject.scale_about_point = _scale_about_point
Mobject.put_start_on = _put_start_on
Mobject.get_bounding_box_point = _get_bounding_box_point
Mobject.get_bounding_box = _get_bounding_box
Mobject.refresh_bounding_box = _refresh_bounding_box
Mobject.is_touching = _is_touching
Mobject.is_point_touching = _is_touching
Mobject.wag = _wag
Mobject.digest_mobject_attrs = _digest_mobject_attrs
Mobject.has_updaters = _has_updaters
Mobject.insert_updater = _insert_updater
Mobject.uniforms = property(_uniforms)
Mobject.init_data = _keep
Mobject.init_uniforms = _keep
