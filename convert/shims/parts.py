"""A mobject's index, loop and length reach its parts alone, as in manimgl since January 2021: feature `@parts`."""

from manim import *


def _parts_alone(self):
    """ManimCE counts a mobject with points of its own first; here only one without parts stands for itself."""
    if self.submobjects:
        return list(self.submobjects)
    return [self] if len(self.points) > 0 else []


def _part_alone(self, index):
    found = _parts_alone(self)[index]
    return self.get_group_class()(*found) if isinstance(index, slice) else found


def _each_part_alone(self):
    return iter(_parts_alone(self))


def _count_of_parts(self):
    return len(_parts_alone(self))


def _install_parts():
    Mobject.split = VMobject.split = _parts_alone
    Mobject.__getitem__, Mobject.__iter__, Mobject.__len__ = _part_alone, _each_part_alone, _count_of_parts


_install_parts()
