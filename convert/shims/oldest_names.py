"""Names that the library lost before 2019."""

from manim import *


def _add_line(self, start, end, color=WHITE, **kwargs):
    return self.add(Line(start, end, color=color))


Mobject.add_line = _add_line


def _num_pair_to_point(self, pair):
    return self.coords_to_point(*pair)


CoordinateSystem.num_pair_to_point = _num_pair_to_point
SingleStringMathTex.expression_parts = property(lambda self: list(self.tex_strings))
VMobject.fill_rgb = property(lambda self: np.array(self.get_fill_color().to_rgb()))


def _set_bound_angles(self, start=0, stop=PI):
    self.start_angle, self.angle = start, stop - start
    return self


Arc.set_bound_angles = _set_bound_angles


def _setup_bases(self):
    for base in type(self).mro()[1:2]:
        base.setup(self)


Scene.setup_bases = _setup_bases


def _remove_tip(self):
    self.pop_tips()
    return self


Arrow.remove_tip = _remove_tip


def _get_bubble_fade_anims(self, target_mode="plain"):
    """The primary creature's bubble goes, and so does its mood."""
    creature = self.get_primary_pi_creature()
    bubbles = [] if creature.bubble is None else [FadeOut(creature.bubble), FadeOut(creature.bubble.content)]
    return [*bubbles, creature.change(target_mode)]


Scene.get_bubble_fade_anims = _get_bubble_fade_anims
