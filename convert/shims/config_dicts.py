"""`CONFIG` dicts and `digest_config`, as manimlib had them until 2021: feature `@config`."""

import functools
import inspect

import manim
from manim import *


def _merged(*dicts):
    """Later dicts win; dicts inside are merged likewise."""
    merged = {}
    for each in dicts:
        for key, value in each.items():
            if isinstance(merged.get(key), dict) and isinstance(value, dict):
                merged[key] = _merged(merged[key], value)
            else:
                merged[key] = value
    return merged


def _settings_of(cls):
    """The CONFIG dicts of a class and its bases, merged."""
    return _merged(*[_own_settings(base) for base in reversed(cls.mro())])


def _own_settings(cls):
    own = getattr(cls, "__dict__", {}).get("CONFIG")
    return own if isinstance(own, dict) else {}


def digest_config(obj, kwargs=None, caller_locals=None):
    """Set the CONFIG of the object's class, changed by keywords, as its attributes."""
    local = {
        name: value for name, value in (caller_locals or {}).items() if name not in ("self", "kwargs", "__class__")
    }
    earlier = _attributes(obj).get("_digested", {})
    settings = _settings_of(type(obj))
    own = {name: value for name, value in _attributes(obj).items() if name in settings}
    settings = _merged(settings, own, earlier, kwargs or {}, local)
    obj._digested = _merged(earlier, kwargs or {})
    for name, value in settings.items():
        _set_quietly(obj, name, value)


def digest_locals(obj, keys=None):
    """Set the caller's local variables as attributes of the object."""
    local = inspect.currentframe().f_back.f_locals
    for name in keys or [name for name in local if name != "self"]:
        setattr(obj, name, local[name])


def _set_quietly(obj, name, value):
    """Not through properties: those of ManimCE (width, color, …) need a finished mobject, also when it is copied."""
    if isinstance(getattr(type(obj), name, None), property):
        _aside(obj)[name] = value
    elif not callable(getattr(type(obj), name, None)) or callable(value):
        _attributes(obj)[name] = value


def _digesting(init):
    """A ManimCE `__init__` that takes from CONFIG the parameters that it was not given."""
    parameters = inspect.signature(init).parameters
    named = [p.name for p in parameters.values() if p.kind in (p.POSITIONAL_OR_KEYWORD, p.KEYWORD_ONLY)]
    named = named if len(named) > 1 else ["self", "color", "z_index"]  # a renderer may have wrapped Mobject's
    positional = [
        name
        for name in named[1:]
        if name in parameters and parameters[name].kind is inspect.Parameter.POSITIONAL_OR_KEYWORD
    ]

    @functools.wraps(init)
    def digesting(self, *args, **kwargs):
        settings = _settings_of(type(self))
        if settings:
            if "_digested" not in _attributes(self):
                digest_config(self, kwargs)
            given = set(positional[: len(args)])
            for name in named[1:]:
                if name in given or name not in settings:
                    continue
                own = _attributes(self)
                chosen = own.get("_aside", {}).get(name, own.get(name, settings[name]))
                if name not in kwargs:
                    kwargs[name] = chosen
                elif isinstance(kwargs[name], dict) and isinstance(chosen, dict):
                    kwargs[name] = _merged(chosen, kwargs[name])
        init(self, *args, **kwargs)
        if isinstance(self, Animation) and self.rate_func is None:
            self.rate_func = linear  # as manimlib did

    return digesting


def _classes_with_own_init():
    """ManimCE's mobjects and animations, and those of the modules that it does not export."""
    found = {value for value in map(lambda name: getattr(manim, name), dir(manim)) if isinstance(value, type)}
    found |= {base for value in found for base in value.mro()}
    chosen = [cls for cls in found if issubclass(cls, (Mobject, Animation))]
    return [cls for cls in chosen if all(cls.__init__ is not base.__init__ for base in cls.mro()[1:])]


def _install_config():
    for cls in _classes_with_own_init():
        if inspect.isfunction(cls.__init__) and not hasattr(cls.__init__, "digests"):
            cls.__init__ = _digesting(cls.__init__)
            cls.__init__.digests = True
            cls._original__init__ = cls.__init__
    _let_properties_be_early()
    if not hasattr(Scene.__init__, "digests"):
        Scene.__init__ = _digesting_scene(Scene.__init__)
        Scene.__init__.digests = True


_SCENE_KEYWORDS = ("camera_class", "always_update_mobjects", "random_seed", "renderer", "skip_animations")


def _digesting_scene(init):
    @functools.wraps(init)
    def digesting_scene(self, *args, **kwargs):
        own = {name: value for name, value in kwargs.items() if name not in _SCENE_KEYWORDS}
        settings = _merged(_settings_of(type(self)), own)
        init(self, *args, **{name: value for name, value in kwargs.items() if name in _SCENE_KEYWORDS})
        for name, value in settings.items():
            if name not in ("camera_class", "camera_config", "random_seed", "renderer"):
                setattr(self, name, value)

    return digesting_scene


_install_config()
