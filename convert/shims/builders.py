"""What `mob.animate.…` and `pi.change(…)` give, used as a mobject: then what it stands for is where it leads to."""

import functools

from manim import *
from manim.data_structures import MethodWithArgs
from manim.mobject.mobject import _AnimationBuilder


class _Mood(_AnimationBuilder):
    """A change of a creature that also answers as the changed creature, as it did when `change` worked in place."""

    def __getattr__(self, name):
        target = self.mobject.target
        value = getattr(target, name)
        if not callable(value):
            return value

        def on_target(*args, **kwargs):
            result = value(*args, **kwargs)
            if result is not None and result is not target:
                return result
            self.methods.append(MethodWithArgs(value, args, kwargs))
            self.is_chaining = self.cannot_pass_args = True
            return self

        return on_target


def _meant(thing):
    """The mobject meant: a change stands for its end."""
    return thing.mobject.target if isinstance(thing, _AnimationBuilder) else thing


def _taking_changes(method):
    """Its mobjects may be given as changes of mobjects."""

    @functools.wraps(method)
    def taking_changes(self, *mobjects, **kwargs):
        return method(self, *(_meant(each) for each in mobjects), **kwargs)

    return taking_changes


def _mixing_any_paths(interpolate):
    """Paths of different lengths are brought to one first."""

    @functools.wraps(interpolate)
    def mixing_any_paths(self, mobject1, mobject2, alpha, *args, **kwargs):
        try:
            return interpolate(self, mobject1, mobject2, alpha, *args, **kwargs)
        except (TypeError, ValueError):
            first, second = _meant(mobject1).copy(), _meant(mobject2).copy()
            first.align_points(second)
            return interpolate(self, first, second, alpha, *args, **kwargs)

    return mixing_any_paths


def _let_changes_be_mobjects():
    for name in ("become", "move_to", "next_to"):
        _patched(Mobject, name, _taking_changes)
    for cls, name in ((Mobject, "add"), (VMobject, "add"), (VGroup, "add")):
        _patched(cls, name, _taking_changes)
    for cls in (VGroup, Group, Transform):
        _patched(cls, "__init__", _taking_changes)
    _patched(Mobject, "interpolate", _mixing_any_paths)


def _install_changes():
    _let_changes_be_mobjects()


_install_changes()
