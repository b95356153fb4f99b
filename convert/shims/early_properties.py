"""Properties such as `width` and `color` that may be read and set before the mobject has been made."""

from manim import *


def _attributes(obj):
    return getattr(obj, "__dict__", {})


def _aside(obj):
    """What is known of a mobject's properties before it has been made."""
    return _attributes(obj).setdefault("_aside", {})


def _early_property(plain):
    """A property that may be read and set before `Mobject.__init__` has run."""
    name = plain.fget.__name__
    made = "_run_time" if name == "run_time" else "submobjects"

    def get(self):
        return plain.fget(self) if made in _attributes(self) else _aside(self).get(name)

    def set(self, value):
        if made in _attributes(self):
            plain.fset(self, value)
        else:
            _aside(self)[name] = value

    get.early = True
    return property(get, set)


def _early_run_time(plain):
    """An animation's run time, which its class may read before `Animation.__init__` has set it."""

    def get(self):
        return plain.fget(self) if "_run_time" in _attributes(self) else _aside(self).get("run_time", 1.0)

    get.early = True
    return property(get, plain.fset)


def _let_properties_be_early():
    if not hasattr(Animation.run_time.fget, "early"):
        Animation.run_time = _early_run_time(Animation.run_time)
    colours = ("color", "fill_color", "stroke_color")
    for cls, names in ((Mobject, ("width", "height", "depth")), (VMobject, colours), (Animation, ("run_time",))):
        for name in names:
            plain = getattr(cls, name, None)
            if isinstance(plain, property) and not hasattr(plain.fget, "early"):
                setattr(cls, name, _early_property(plain))
