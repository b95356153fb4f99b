"""`Dot.CONFIG["radius"]`, `Tex.CONFIG["stroke_width"] = 1`: settings read from, or given to, ManimCE's classes."""

import inspect

from manim import *


_ONCE = {"tip_length": 0.25, "tip_width": 0.35, "stroke_width": 4, "fill_opacity": 0, "color": WHITE}
"""Defaults that ManimCE works out later."""


class _Settings(dict):
    """What a class has been told; for all else the defaults of its constructors."""

    owner = Mobject

    def __missing__(self, name):
        for cls in self.owner.mro():
            told = getattr(cls, "CONFIG", {}) if cls is not self.owner and issubclass(cls, (Mobject, Animation)) else {}
            if dict.__contains__(told, name):
                return dict.__getitem__(told, name)
            parameter = inspect.signature(cls.__init__).parameters.get(name)
            default = None if parameter is None else parameter.default
            if default is not None and default is not inspect.Parameter.empty:
                return default
        return _ONCE[name]

    def get(self, name, default=None):
        try:
            return self[name]
        except KeyError:
            return default


class _SettingsOfClass:
    """The `CONFIG` of a class that has none of its own."""

    needs = "@config"

    def __get__(self, thing, cls):
        cls.CONFIG = _Settings()
        cls.CONFIG.owner = cls
        return cls.CONFIG


Mobject.CONFIG = _SettingsOfClass()
Animation.CONFIG = _SettingsOfClass()
