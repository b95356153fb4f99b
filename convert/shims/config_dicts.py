"""`CONFIG` dicts and `digest_config`, as manimlib had them until 2021: feature `@config`."""

import functools
import inspect

from manim import *


def merge_dicts_recursively(*dicts):
    """Later dicts win; dicts inside are merged likewise."""
    merged = {}
    for each in dicts:
        for key, value in each.items():
            if isinstance(merged.get(key), dict) and isinstance(value, dict):
                merged[key] = merge_dicts_recursively(merged[key], value)
            else:
                merged[key] = value
    return merged


def _settings_of(cls):
    """The CONFIG dicts of a class and its bases, merged."""
    return merge_dicts_recursively(*[base.__dict__.get("CONFIG", {}) for base in reversed(cls.__mro__)])


def digest_config(obj, kwargs=None, caller_locals=None):
    """Set the CONFIG of the object's class, changed by keywords, as its attributes."""
    local = {name: value for name, value in (caller_locals or {}).items() if name not in ("self", "kwargs", "__class__")}
    earlier = obj.__dict__.get("_digested", {})
    settings = merge_dicts_recursively(_settings_of(type(obj)), earlier, kwargs or {}, local)
    obj.__dict__["_digested"] = merge_dicts_recursively(earlier, kwargs or {})
    for name, value in settings.items():
        _set_quietly(obj, name, value)


def digest_locals(obj, keys=None):
    """Set the caller's local variables as attributes of the object."""
    local = inspect.currentframe().f_back.f_locals
    for name in keys or [name for name in local if name != "self"]:
        setattr(obj, name, local[name])


def _set_quietly(obj, name, value):
    """Not through properties: those of ManimCE (width, color, …) need a finished mobject."""
    if isinstance(getattr(type(obj), name, None), property):
        obj.__dict__[name] = value
    elif not callable(getattr(type(obj), name, None)) or callable(value):
        obj.__dict__[name] = value


def _digesting(init):
    """A ManimCE `__init__` that takes from CONFIG the parameters that it was not given."""
    parameters = inspect.signature(init).parameters
    named = [p.name for p in parameters.values() if p.kind in (p.POSITIONAL_OR_KEYWORD, p.KEYWORD_ONLY)]
    positional = [name for name in named[1:] if parameters[name].kind is inspect.Parameter.POSITIONAL_OR_KEYWORD]

    @functools.wraps(init)
    def digesting(self, *args, **kwargs):
        settings = _settings_of(type(self))
        if settings:
            if "_digested" not in self.__dict__:
                digest_config(self, kwargs)
            given = set(positional[: len(args)])
            for name in named[1:]:
                if name in given or name not in settings:
                    continue
                chosen = self.__dict__.get(name, settings[name])
                if name not in kwargs:
                    kwargs[name] = chosen
                elif isinstance(kwargs[name], dict) and isinstance(chosen, dict):
                    kwargs[name] = merge_dicts_recursively(chosen, kwargs[name])
        init(self, *args, **kwargs)

    return digesting


def _family(cls):
    return [cls, *[each for child in cls.__subclasses__() for each in _family(child)]]


def _install_config():
    for cls in {*_family(Mobject), *_family(Animation)}:
        init = cls.__dict__.get("__init__")
        if inspect.isfunction(init) and not hasattr(init, "digests"):
            cls.__init__ = _digesting(init)
            cls.__init__.digests = True
            cls._original__init__ = cls.__init__
    if not hasattr(Scene.__init__, "digests"):
        Scene.__init__ = _digesting_scene(Scene.__init__)
        Scene.__init__.digests = True


def _digesting_scene(init):
    @functools.wraps(init)
    def digesting_scene(self, *args, **kwargs):
        settings = _settings_of(type(self))
        init(self, *args, **kwargs)
        for name, value in settings.items():
            if name not in ("camera_class", "camera_config", "random_seed", "renderer"):
                setattr(self, name, value)

    return digesting_scene


_install_config()
