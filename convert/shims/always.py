"""`mob.f_always.set_value(func)`: updaters written as method calls."""

from manim import *


class _MethodAsUpdater:
    """Each method called on it is called again in every frame, with arguments computed anew."""

    def __init__(self, mobject):
        self._mobject = mobject

    def __getattr__(self, name):
        mobject = self._mobject

        def add(*args, **kwargs):
            def update(mob):
                getattr(mob, name)(*(arg() for arg in args), **{key: value() for key, value in kwargs.items()})

            mobject.add_updater(update)
            update(mobject)
            return self

        return add


def _f_always(self):
    return _MethodAsUpdater(self)


Mobject.f_always = property(_f_always)
