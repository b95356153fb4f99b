"""Methods of mobjects whose arguments differ in manimgl: patches of methods that ManimCE has."""

import functools

from manim import *


def _gl_arrange_in_grid(
    self,
    n_rows=None,
    n_cols=None,
    buff=None,
    h_buff=None,
    v_buff=None,
    buff_ratio=None,
    h_buff_ratio=0.5,
    v_buff_ratio=0.5,
    aligned_edge=ORIGIN,
    fill_rows_first=True,
    rows=None,
    cols=None,
    **kwargs,
):
    """Place the submobjects in a grid whose cells are all of one size."""
    mobs = self.submobjects
    if not mobs:
        return self
    n_rows, n_cols = _grid_size(
        len(mobs), n_rows if n_rows is not None else rows, n_cols if n_cols is not None else cols
    )
    width, height = max(mob.width for mob in mobs), max(mob.height for mob in mobs)
    if isinstance(buff, (tuple, list)):
        h_buff, v_buff = buff
    elif buff is not None:
        h_buff, v_buff = buff if h_buff is None else h_buff, buff if v_buff is None else v_buff
    h_unit = width + ((buff_ratio or h_buff_ratio) * width if h_buff is None else h_buff)
    v_unit = height + ((buff_ratio or v_buff_ratio) * height if v_buff is None else v_buff)
    for index, mob in enumerate(mobs):
        x, y = (index % n_cols, index // n_cols) if fill_rows_first else (index // n_rows, index % n_rows)
        mob.move_to(x * h_unit * RIGHT + y * v_unit * DOWN, aligned_edge)
    return self.center()


def _grid_size(count, n_rows, n_cols):
    if n_rows is None and n_cols is None:
        n_cols = int(np.ceil(np.sqrt(count)))
    if n_rows is None:
        n_rows = int(np.ceil(count / n_cols))
    if n_cols is None:
        n_cols = int(np.ceil(count / n_rows))
    return max(1, int(n_rows)), max(1, int(n_cols))


def _gl_add_updater(method):
    @functools.wraps(method)
    def add_updater(self, update_function, index=None, call_updater=True, call=True, **kwargs):
        if isinstance(index, bool):
            index, call = None, index
        method(self, update_function, index=index)
        if call and call_updater and not _takes_dt(update_function):
            self.update(0)
        return self

    return add_updater


def _first_words(method, *known):
    """Pass on only the keywords that ManimCE's method knows."""

    @functools.wraps(method)
    def with_first_words(self, *args, **kwargs):
        return method(self, *args, **{name: value for name, value in kwargs.items() if name in known})

    return with_first_words


def _outermost(mobject, direction):
    """The part that goes farthest in a direction."""
    parts = [part for part in getattr(mobject, "submobjects", ()) if part.get_num_points() or part.submobjects]
    return max(parts, key=lambda part: np.dot(part.get_critical_point(direction), direction), default=mobject)


def _gl_next_to(method):
    @functools.wraps(method)
    def next_to(
        self, mobject_or_point, direction=RIGHT, buff=DEFAULT_MOBJECT_TO_MOBJECT_BUFFER, aligned_edge=ORIGIN, **kwargs
    ):
        kwargs.pop("initial_offset", None)
        direction, aligned_edge = np.array(direction, dtype=float), np.array(aligned_edge, dtype=float)
        if kwargs.pop("align_using_submobjects", False):
            kwargs["submobject_to_align"] = _outermost(self, aligned_edge - direction)
            mobject_or_point = _outermost(mobject_or_point, aligned_edge + direction)
        return method(self, mobject_or_point, direction, buff, aligned_edge, **kwargs)

    return next_to


def _gl_become(method):
    @functools.wraps(method)
    def become(self, mobject, match_updaters=False, **kwargs):
        if isinstance(self, VMobject) and not isinstance(mobject, VMobject):
            mobject = VGroup(*[mob for mob in mobject.family_members_with_points() if isinstance(mob, VMobject)])
        method(self, mobject, **kwargs)
        return self.match_updaters(mobject) if match_updaters else self

    return become


def _gl_insert_n_curves(method):
    @functools.wraps(method)
    def insert_n_curves(self, n, recurse=True):
        for mob in self.family_members_with_points() if recurse else [self]:
            if isinstance(mob, VMobject) and n > 0:
                method(mob, int(n))
        return self

    return insert_n_curves


def _gl_save_state(method):
    @functools.wraps(method)
    def with_no_deepcopy(self, use_deepcopy=False):
        return method(self)

    return with_no_deepcopy


def _gl_scale(method):
    @functools.wraps(method)
    def scale(self, scale_factor, *args, min_scale_factor=1e-8, recurse=True, **kwargs):
        if np.ndim(scale_factor) > 0:
            factors = np.ravel(scale_factor)
            for dim, factor in enumerate(factors[:3]):
                self.stretch(factor, dim, **kwargs)
            return self
        known = {name: value for name, value in kwargs.items() if name in ("about_point", "about_edge", "scale_stroke")}
        return method(self, scale_factor, **known)

    return scale


def _gl_partial(method):
    @functools.wraps(method)
    def pointwise_become_partial(self, mobject, a, b):
        if not isinstance(mobject, VMobject):
            return self
        return method(self, mobject, a, b)

    return pointwise_become_partial


def _gl_smooth(method):
    @functools.wraps(method)
    def set_points_smoothly(self, points, true_smooth=False, approx=True):
        points = np.array(points, dtype=float)
        return method(self, points) if len(points) > 2 else self.set_points_as_corners(points)

    return set_points_smoothly


def _gl_getitem(method):
    @functools.wraps(method)
    def getitem(self, value):
        if isinstance(value, (list, np.ndarray)):
            parts = self.split()
            chosen = np.arange(len(parts))[value]
            return self.get_group_class()(*(parts[i] for i in chosen))
        return method(self, value)

    return getitem


def _gl_surround(self, mobject, dim_to_match=0, stretch=False, buff=MED_SMALL_BUFF, buffer_factor=None):
    """A circle around the corners of a mobject."""
    self.replace(mobject, dim_to_match, stretch)
    if buffer_factor is not None:
        return self.scale(np.hypot(mobject.width, mobject.height) / max(self.width, 1e-6)).scale(buffer_factor / 1.2)
    self.stretch((self.width + 2 * buff) / max(self.width, 1e-6), 0)
    return self.stretch((self.height + 2 * buff) / max(self.height, 1e-6), 1)


def _gl_match_coord(dim):
    def match(self, mobject_or_point, direction=ORIGIN):
        is_mobject = isinstance(mobject_or_point, Mobject)
        value = mobject_or_point.get_coord(dim, direction) if is_mobject else mobject_or_point[dim]
        return self.set_coord(value, dim, direction)

    return match


Mobject.match_x = _gl_match_coord(0)
Mobject.match_y = _gl_match_coord(1)
Mobject.match_z = _gl_match_coord(2)
Circle.surround = _gl_surround
Mobject.arrange_in_grid = _gl_arrange_in_grid
Mobject.add_updater = _gl_add_updater(Mobject.add_updater)
Mobject.next_to = _gl_next_to(Mobject.next_to)
Mobject.become = _gl_become(Mobject.become)
VMobject.become = _gl_become(VMobject.become)
VMobject.insert_n_curves = _gl_insert_n_curves(VMobject.insert_n_curves)
Mobject.save_state = _gl_save_state(Mobject.save_state)
Mobject.generate_target = _gl_save_state(Mobject.generate_target)
Mobject.scale = _gl_scale(Mobject.scale)
VMobject.scale = _gl_scale(VMobject.scale)
VMobject.set_points_smoothly = _gl_smooth(VMobject.set_points_smoothly)
