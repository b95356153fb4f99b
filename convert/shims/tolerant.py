"""Constructors that forgive what they do not know, as manimgl's do: features `@tolerant` and `@config`."""

import functools
import inspect

from manim import *
from manim.animation.fading import _Fade


def _remember(thing, settings):
    """Unknown keywords become attributes, unless the class has a property or method of that name, or CONFIG has set it."""
    own = getattr(thing, "__dict__", {})
    for name, value in settings.items():
        if not hasattr(type(thing), name) and not ("_digested" in own and name in own):
            setattr(thing, name, value)


_MOBJECT_WORDS = ("color", "name", "dim", "target", "z_index")
_ANIMATION_WORDS = (
    ("lag_ratio", "run_time", "rate_func", "reverse_rate_function", "name", "remover", "suspend_mobject_updating")
    + ("introducer", "_on_finish", "use_override", "mobject")
)  # fmt: skip


def _forgiving(init, known):
    """An `__init__` that keeps the keywords it knows and remembers the others."""

    @functools.wraps(init)
    def forgiving(self, *args, **kwargs):
        _remember(self, {name: value for name, value in kwargs.items() if name not in known})
        init(self, *args, **{name: value for name, value in kwargs.items() if name in known})

    return forgiving


def _forgiving_mobject_init(init):
    forgiving = _forgiving(init, _MOBJECT_WORDS)

    @functools.wraps(init)
    def forgiving_mobject_init(self, *args, **kwargs):
        if kwargs.get("color", WHITE) is None:
            del kwargs["color"]
        forgiving(self, *args, **kwargs)
        for name in ("init_data", "init_uniforms", "init_points"):
            step = getattr(type(self), name, None)
            if step and not step.__module__.startswith("manim."):
                step(self)
        if kwargs.get("is_fixed_in_frame"):
            self.is_fixed_in_frame = True

    return forgiving_mobject_init


def _with_time_span(init):
    """`time_span=(start, end)`: the seconds of the animation in which something happens."""
    forgiving = _forgiving(init, _ANIMATION_WORDS)

    @functools.wraps(init)
    def with_time_span(self, *args, time_span=None, **kwargs):
        if kwargs.get("run_time", 1) is None:
            del kwargs["run_time"]
        forgiving(self, *args, **kwargs)
        if time_span is not None:
            start, end = time_span
            self.run_time = max(self.run_time, end)
            self.rate_func = squish_rate_func(self.rate_func, start / self.run_time, end / self.run_time)

    return with_time_span


def _fade_with_shift(init):
    """`FadeIn(mob, UP)`: a vector among the mobjects is the shift."""

    @functools.wraps(init)
    def fade_with_shift(self, *mobjects, **kwargs):
        vectors = [each for each in mobjects if isinstance(each, (np.ndarray, list, tuple)) and len(each) == 3]
        if vectors and not isinstance(vectors[0][0], Mobject):
            kwargs.setdefault("shift", np.array(vectors[0], dtype=float))
            mobjects = [each for each in mobjects if isinstance(each, Mobject)]
        init(self, *(mobjects or [VGroup()]), **kwargs)

    return fade_with_shift


def _accept_any_mobject(self, submobjects):
    """In a VGroup too: manimgl's old groups took anything."""
    return self._assert_valid_submobjects_internal(list(submobjects), Mobject)


def _fade_what_has_no_stroke(cls, mobject, *args, **kwargs):
    """Pictures and clouds of points cannot be drawn stroke by stroke: they fade."""
    if isinstance(mobject, VMobject):
        return Animation.__new__(cls, mobject, *args, **kwargs)
    words = {name: value for name, value in kwargs.items() if name in ("run_time", "rate_func")}
    return (FadeOut if cls in (Uncreate, Unwrite) else FadeIn)(mobject, **words)


def _ghost_to_pairs(self, source, target):
    """Families of different sizes are paired as far as they go."""
    for first, second in zip(source.get_family(), target.get_family()):
        FadeTransform.ghost_to(self, first, second)


def _zip_families(self):
    """Parts that came or went while an animation plays are passed over."""
    return zip(*(mob.family_members_with_points() for mob in self.get_all_mobjects()))


def _zip_families_of_transform(self):
    mobjects = (self.mobject, self.starting_mobject, self.target_copy)
    trios = zip(*(mob.family_members_with_points() for mob in mobjects))
    return [trio for trio in trios if len(trio[1].points) == len(trio[2].points)]


def _without_remover(init):
    """Classes that set `remover` themselves."""

    @functools.wraps(init)
    def without_remover(self, *args, remover=True, introducer=True, **kwargs):
        init(self, *args, **kwargs)

    return without_remover


@functools.lru_cache(maxsize=4096)
def _takes_dt(updater):
    """Until 2019 the number of parameters said so, later the name."""
    parameters = inspect.signature(updater).parameters
    needed = [each for each in parameters.values() if each.default is each.empty and each.kind < each.VAR_POSITIONAL]
    return "dt" in parameters or len(needed) == 2


def _has_updater_in_time(self):
    return any(_takes_dt(updater) for updater in self.updaters)


def _update(self, dt=0, recursive=True):
    """As ManimCE's, but parts may have an `update` of their own with no more than `dt`."""
    if self.updating_suspended:
        return self
    for updater in list(self.updaters):
        if _takes_dt(updater):
            updater(self, dt)
        else:
            updater(self)
    for part in self.submobjects if recursive else ():
        if part.submobjects or part.updaters or type(part).update is not _update:
            part.update(dt)
    return self


def _group_of_any(init):
    """`Group(mob for mob in mobs)` and `Group([a, b])`."""

    @functools.wraps(init)
    def group_of_any(self, *mobjects, **kwargs):
        flat = [mob for each in mobjects for mob in ([each] if isinstance(each, Mobject) else each)]
        init(self, *flat, **kwargs)

    return group_of_any


def _add_any(self, *mobjects):
    """To a group; groups of groups come as lists too."""
    flat = [mob for each in mobjects for mob in ([each] if isinstance(each, Mobject) else each)]
    return VMobject.add(self, *flat)


def _colour_of_any_name(from_string):
    """A colour's name as the web has them too: "skyblue"."""

    def colour_of_any_name(name, alpha=1.0):
        try:
            return from_string(name, alpha)
        except ValueError:
            return np.array([*_rgb_of_name(name), alpha])

    return colour_of_any_name


def _replaced_or_added(replace):
    """What is not there cannot be replaced: the new one is added, as manimlib did."""

    @functools.wraps(replace)
    def replaced_or_added(self, old_mobject, new_mobject):
        try:
            replace(self, old_mobject, new_mobject)
        except ValueError:
            self.add(new_mobject)

    return replaced_or_added


_SCENE_WORDS = ("renderer", "camera_class", "always_update_mobjects", "random_seed", "skip_animations")


_SCENES_MADE = [0]


def _set_up_inner_scene(self, name):
    """A scene made inside another one (old manim ran it at once) is set up when something of it is asked for."""
    own = getattr(self, "__dict__", {})
    if name.startswith("_") or not own.get("_is_inner"):
        raise AttributeError(f"'{type(self).__name__}' object has no attribute '{name}'")
    self._is_inner = False
    self.setup()
    return getattr(self, name)


def _forgiving_scene_init(init):
    @functools.wraps(init)
    def forgiving_scene_init(self, *args, **kwargs):
        self._is_inner = _SCENES_MADE[0] > 0
        _SCENES_MADE[0] += 1
        for name, value in kwargs.items():
            if name not in _SCENE_WORDS:
                setattr(self, name, value)
        init(self, *args, **{name: value for name, value in kwargs.items() if name in _SCENE_WORDS})

    return forgiving_scene_init


def _ignore_style(self, *args, **kwargs):
    return self


def _patched(cls, name, change):
    """Change a method once, however often the installer runs, and keep subclasses' defaults working."""
    method = getattr(cls, name)
    if not getattr(method, "changed_by", None) == change.__name__:
        changed = change(method)
        changed.changed_by = change.__name__
        setattr(cls, name, changed)


def _coord_of_any(self, dim, direction=ORIGIN):
    """What is nowhere is at the origin."""
    points = self.get_points_defining_boundary()
    return self.get_extremum_along_dim(points, dim, np.array(direction)[dim]) if len(points) else 0.0


def _install_tolerant():
    _patched(Mobject, "__init__", _forgiving_mobject_init)
    _patched(Animation, "__init__", _with_time_span)
    _patched(_Fade, "__init__", _fade_with_shift)
    VMobject._assert_valid_submobjects = _accept_any_mobject
    for name in ("set_fill", "set_stroke", "set_style", "set_sheen", "set_background_stroke", "match_style"):
        if not hasattr(Mobject, name):
            setattr(Mobject, name, _ignore_style)
    for cls in (Create, Uncreate, DrawBorderThenFill, Write, Unwrite):
        cls.__new__ = _fade_what_has_no_stroke
    _patched(Group, "__init__", _group_of_any)
    _patched(Scene, "__init__", _forgiving_scene_init)
    _patched(Scene, "replace", _replaced_or_added)
    if not hasattr(ManimColor._internal_from_string, "changed_by"):
        _patched(ManimColor, "_internal_from_string", _colour_of_any_name)
        ManimColor._internal_from_string = staticmethod(ManimColor._internal_from_string)
    Scene.__getattr__ = _set_up_inner_scene
    _patched(VMobject, "update_rgbas_array", _quick_rgbas)
    VMobject.interpolate_color = _quick_interpolate_color
    _patched(ShowPassingFlash, "__init__", _without_remover)
    Mobject.update = _update
    Mobject.has_time_based_updater = _has_updater_in_time
    Mobject.__deepcopy__ = _quick_deepcopy
    Mobject.get_family = _quick_family
    VGroup.add = _add_any
    _let_properties_be_early()
    Animation.get_all_families_zipped = _zip_families
    Transform.get_all_families_zipped = _zip_families_of_transform
    VMobject.get_anchors = _anchors_of_any_path
    Mobject.get_anchors = _points_as_anchors
    _let_plain_mobjects_change()
    VMobject.point_from_proportion = _point_at
    VMobject.get_subpaths_from_points = _quick_subpaths
    VMobject.consider_points_equals = _quick_equals
    VMobject.get_points_defining_boundary = _quick_boundary
    Mobject.length_over_dim = _quick_length
    Mobject.get_coord = _coord_of_any
    FadeTransformPieces.ghost_to = _ghost_to_pairs
    _let_changes_be_mobjects()
    Mobject._original__init__ = Mobject.__init__


_install_tolerant()
