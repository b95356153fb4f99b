"""Copies of mobjects without the long way through `copy.deepcopy`: old scenes copy thousands of glyphs every second."""

import copy
import types

from manim import *

_NEVER_CHANGED = frozenset(
    (bool, int, float, complex, str, bytes, range, type(None), type, types.FunctionType, types.BuiltinFunctionType)
    + (ManimColor, TexTemplate, np.float64, np.int64, np.bool_)
)  # fmt: skip
"""Exact types of values that a copy shares with its original."""

_KEPT = frozenset(
    """target saved_state path_obj path_string_config file_name svg_default joint_type cap_style
    _bezier_t_values""".split()
)
"""Attributes that nothing changes in place, or that say something of the original only: copies share them."""


def _copied_value(value, memo):
    """A value of a mobject's attribute for its copy; scenes, cameras and what watches a mobject stay the same."""
    kind = type(value)
    if kind in _NEVER_CHANGED:
        return value
    if kind is np.ndarray and value.dtype != object:
        return value.copy()
    if id(value) in memo:
        return memo[id(value)]
    if kind is list:
        memo[id(value)] = copied = []
        copied.extend(_copied_value(each, memo) for each in value)
        return copied
    if kind is dict:
        memo[id(value)] = copied = {}
        copied.update((key, _copied_value(each, memo)) for key, each in value.items())
        return copied
    if kind is types.MethodType:
        owner = memo.get(id(getattr(value, "__self__", None)))
        return value if owner is None else types.MethodType(getattr(value, "__func__", None), owner)
    return value if isinstance(value, (Scene, Camera)) else copy.deepcopy(value, memo)


def _quick_deepcopy(self, memo):
    copied = type(self).__new__(type(self))
    memo[id(self)] = copied
    own, originals = _attributes(copied), _attributes(self)
    own.update(originals)
    if "submobjects" in originals:
        own["submobjects"] = _copied_value(self.submobjects, memo)  # first, to know the family
    for name, value in originals.items():
        kind = type(value)
        if kind in _NEVER_CHANGED or name in _KEPT or name == "submobjects":
            continue
        if not isinstance(value, ValueTracker) or id(value) in memo:  # others go on watching the same number
            own[name] = _copied_value(value, memo)
    own["original_id"] = str(id(self))
    return copied
