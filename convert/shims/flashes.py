"""Animations that draw attention: flashes, boxes that come and go, wiggles."""

from manim import *


class VShowPassingFlash(Animation):
    """A light runs along the stroke: wide in its middle, thin at both ends."""

    def __init__(self, vmobject, time_width=0.3, taper_width=0.05, remover=True, introducer=True, **kwargs):
        self.time_width = time_width
        super().__init__(vmobject, remover=remover, introducer=introducer, **kwargs)

    def begin(self):
        self.widths = [max(mob.get_stroke_width(), 0) for mob in self.mobject.family_members_with_points()]
        self.sources = [mob.copy() for mob in self.mobject.family_members_with_points()]
        super().begin()

    def interpolate_mobject(self, alpha):
        alpha = self.rate_func(alpha)
        front = alpha * (1 + self.time_width)
        low, high = max(0, front - self.time_width), min(1, front)
        for mob, source, width in zip(self.mobject.family_members_with_points(), self.sources, self.widths):
            mob.pointwise_become_partial(source, min(low, 1), max(high, 0))
            mob.set_stroke(width=width if high > low else 0)
            mob.set_fill(opacity=0)

    def finish(self):
        super().finish()
        for mob, source in zip(self.mobject.family_members_with_points(), self.sources):
            mob.become(source)


class FlashAround(VShowPassingFlash):
    """A light runs around the mobject."""

    def __init__(
        self,
        mobject,
        time_width=1.0,
        taper_width=0.0,
        stroke_width=4.0,
        color=PURE_YELLOW,
        buff=SMALL_BUFF,
        n_inserted_curves=100,
        run_time=1.0,
        **kwargs,
    ):
        path = self.get_path(mobject, buff)
        path.set_stroke(color, stroke_width).set_fill(opacity=0)
        super().__init__(path, time_width=time_width, run_time=run_time, **kwargs)

    def get_path(self, mobject, buff):
        return SurroundingRectangle(mobject, buff=buff)


class FlashUnder(FlashAround):
    """A light runs below the mobject."""

    def get_path(self, mobject, buff):
        return Underline(mobject, buff=buff)


class ShowCreationThenDestruction(ShowPassingFlash):
    """A stroke is drawn and at once taken away from its start."""

    def __init__(self, vmobject, time_width=2.0, **kwargs):
        super().__init__(vmobject, time_width=time_width, **kwargs)


class ShowCreationThenFadeOut(Succession):
    def __init__(self, mobject, remover=True, **kwargs):
        super().__init__(Create(mobject), FadeOut(mobject), **kwargs)


class ShowCreationThenFadeAround(ShowCreationThenFadeOut):
    """A rectangle is drawn around the mobject and fades."""

    def __init__(
        self,
        mobject,
        stroke_width=2,
        stroke_color=PURE_YELLOW,
        color=None,
        buff=SMALL_BUFF,
        surrounding_rectangle_config=None,
        **kwargs,
    ):
        settings = {"color": color or stroke_color, "buff": buff, **(surrounding_rectangle_config or {})}
        super().__init__(SurroundingRectangle(mobject, **settings), **kwargs)


class AnimationOnSurroundingRectangle(ShowCreationThenFadeAround):
    pass


class ShowCreationThenDestructionAround(ShowCreationThenDestruction):
    def __init__(self, mobject, stroke_color=PURE_YELLOW, buff=SMALL_BUFF, surrounding_rectangle_config=None, **kwargs):
        settings = {"color": stroke_color, "buff": buff, **(surrounding_rectangle_config or {})}
        super().__init__(SurroundingRectangle(mobject, **settings), **kwargs)


class ShowPassingFlashAround(ShowPassingFlash):
    def __init__(self, mobject, stroke_color=PURE_YELLOW, buff=SMALL_BUFF, surrounding_rectangle_config=None, **kwargs):
        settings = {"color": stroke_color, "buff": buff, **(surrounding_rectangle_config or {})}
        super().__init__(SurroundingRectangle(mobject, **settings), **kwargs)


class CircleIndicate(Transform):
    """A circle closes in on the mobject and goes."""

    def __init__(
        self,
        mobject,
        scale_factor=1.2,
        rate_func=there_and_back,
        stroke_color=PURE_YELLOW,
        stroke_width=3,
        remover=True,
        **kwargs,
    ):
        circle = Circle(stroke_color=stroke_color, stroke_width=stroke_width)
        circle.surround(mobject, buffer_factor=1.2)
        faint = circle.copy().set_stroke(width=0).scale(1 / scale_factor)
        super().__init__(faint, circle, rate_func=rate_func, remover=remover, **kwargs)


class WiggleOutThenIn(Wiggle):
    def __init__(self, mobject, scale_value=1.1, rotation_angle=0.01 * TAU, n_wiggles=6, run_time=2, **kwargs):
        kwargs = {name: value for name, value in kwargs.items() if name in ("rate_func", "lag_ratio", "remover")}
        super().__init__(mobject, scale_value, rotation_angle, n_wiggles, run_time=run_time, **kwargs)


class TurnInsideOut(Transform):
    def __init__(self, mobject, path_arc=90 * DEGREES, **kwargs):
        target = mobject.copy()
        for mob in target.family_members_with_points():
            mob.points = mob.points[::-1].copy()
        super().__init__(mobject, target, path_arc=path_arc, **kwargs)


class FlashyFadeIn(AnimationGroup):
    def __init__(self, vmobject, stroke_width=2, fade_lag=0.0, time_width=1.0, **kwargs):
        outline = vmobject.copy().set_fill(opacity=0).set_stroke(width=stroke_width, opacity=1)
        super().__init__(FadeIn(vmobject), VShowPassingFlash(outline, time_width=time_width), **kwargs)


class Vibrate(Animation):
    """A string swings with its overtones."""

    def __init__(
        self, spatial_period=None, temporal_period=1, overtones=4, amplitude=0.5, radius=4, color=BLUE, **kwargs
    ):
        line = kwargs.pop("vibrating_string", None) or Line(radius * LEFT, radius * RIGHT, color=color)
        line.insert_n_curves(50)
        self.radius, self.amplitude, self.overtones, self.period = radius, amplitude, overtones, temporal_period
        super().__init__(line, **{"rate_func": linear, "run_time": 4, **kwargs})

    def interpolate_mobject(self, alpha):
        time = self.rate_func(alpha) * self.run_time
        points = self.starting_mobject.points.copy()
        for k in range(1, self.overtones + 1):
            wave = np.sin(k * PI * (points[:, 0] / self.radius + 1) / 2)
            points[:, 1] += self.amplitude / k**2 * wave * np.sin(2 * PI * k * time / self.period)
        self.mobject.points = points
