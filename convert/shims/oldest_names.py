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


class RangingValues(Animation):
    """A number beside a mobject runs through the values of a function of the time (2016)."""

    def __init__(
        self,
        start_val=0,
        end_val=1,
        num_decimal_points=2,
        tracking_function=None,
        value_function=None,
        tracked_mobject=None,
        tracked_mobject_next_to_kwargs=None,
        scale_factor=1,
        run_time=1,
        rate_func=linear,
        **kwargs,
    ):
        self.value_at = value_function or (lambda alpha: interpolate(start_val, end_val, alpha))
        self.tracking_function, self.tracked_mobject = tracking_function, tracked_mobject
        self.place = tracked_mobject_next_to_kwargs or {}
        number = DecimalNumber(self.value_at(0), num_decimal_places=num_decimal_points).scale(scale_factor)
        super().__init__(number, run_time=run_time, rate_func=rate_func, introducer=True)

    def interpolate_mobject(self, alpha):
        self.mobject.set_value(self.value_at(self.rate_func(alpha)))
        if self.tracking_function:
            self.tracking_function(alpha, self.mobject)
        elif self.tracked_mobject:
            self.mobject.next_to(self.tracked_mobject, **self.place)

    def set_tracking_function(self, func):
        self.tracking_function = func

    def set_value_function(self, func):
        self.value_at = func


class Face(VGroup):
    """A face that is at rest, "talking" or "straight" (2015)."""

    def __init__(self, mode="simple", **kwargs):
        eyes = [Dot(0.25 * UP + side, radius=0.06) for side in (0.3 * LEFT, 0.3 * RIGHT)]
        mouths = {"talking": Circle(radius=0.15, color=WHITE), "straight": Line(0.3 * LEFT, 0.3 * RIGHT)}
        mouth = mouths.get(mode, Arc(radius=0.4, start_angle=5 * PI / 4, angle=PI / 2).center())
        super().__init__(Circle(radius=0.8, color=WHITE), *eyes, mouth.shift(0.3 * DOWN))
