"""Ways of fading that manimgl has and those it had."""

from manim import *


class FadeInFrom(FadeIn):
    """Fade in while coming from a direction."""

    def __init__(self, mobject, direction=DOWN, **kwargs):
        super().__init__(mobject, shift=-np.array(direction, dtype=float), **kwargs)


class FadeInFromDown(FadeInFrom):
    def __init__(self, mobject, direction=DOWN, **kwargs):
        super().__init__(mobject, direction, **kwargs)


class FadeInFromUp(FadeInFrom):
    def __init__(self, mobject, direction=UP, **kwargs):
        super().__init__(mobject, direction, **kwargs)


class FadeInFromLarge(FadeIn):
    """Fade in while shrinking to the right size."""

    def __init__(self, mobject, scale_factor=2, **kwargs):
        super().__init__(mobject, scale=scale_factor, **kwargs)


class FadeOutAndShift(FadeOut):
    def __init__(self, mobject, direction=DOWN, **kwargs):
        super().__init__(mobject, shift=np.array(direction, dtype=float), **kwargs)


class FadeOutAndShiftDown(FadeOutAndShift):
    pass


class FadeOutToLarge(FadeOut):
    def __init__(self, mobject, scale_factor=2, **kwargs):
        super().__init__(mobject, scale=scale_factor, **kwargs)


class FadeInFromPoint(FadeIn):
    def __init__(self, mobject, point=ORIGIN, **kwargs):
        super().__init__(mobject, target_position=_as_point(point), scale=0.01, **kwargs)


class FadeOutToPoint(FadeOut):
    def __init__(self, mobject, point=ORIGIN, **kwargs):
        super().__init__(mobject, target_position=_as_point(point), scale=0.01, **kwargs)


def _as_point(point):
    return point.get_center() if isinstance(point, Mobject) else np.array(point, dtype=float)


class FadeInAndShiftFromDirection(FadeInFrom):
    pass


class _OpacityFade(Animation):
    """Opacities are animated, and everything else that moves the mobject goes on."""

    def __init__(self, mobject, suspend_mobject_updating=False, **kwargs):
        super().__init__(mobject, suspend_mobject_updating=suspend_mobject_updating, **kwargs)

    def interpolate_submobject(self, submob, start, alpha):
        if isinstance(submob, VMobject):
            amount = self.amount(alpha)
            submob.set_stroke(opacity=start.get_stroke_opacity() * amount, family=False)
            submob.set_fill(opacity=start.get_fill_opacity() * amount, family=False)
        return self


class VFadeIn(_OpacityFade):
    def __init__(self, mobject, introducer=True, **kwargs):
        super().__init__(mobject, introducer=introducer, **kwargs)

    def amount(self, alpha):
        return alpha


class VFadeOut(_OpacityFade):
    def __init__(self, mobject, remover=True, **kwargs):
        super().__init__(mobject, remover=remover, **kwargs)

    def amount(self, alpha):
        return 1 - alpha


class VFadeInThenOut(_OpacityFade):
    def __init__(self, mobject, rate_func=there_and_back, remover=True, introducer=True, **kwargs):
        super().__init__(mobject, rate_func=rate_func, remover=remover, introducer=introducer, **kwargs)

    def amount(self, alpha):
        return alpha


class ShimmerIn(LaggedStart):
    """Parts light up one after the other (an old fade)."""

    def __init__(self, mobject, lag_ratio=0.05, run_time=2, **kwargs):
        parts = mobject.submobjects or [mobject]
        super().__init__(*(FadeIn(part) for part in parts), lag_ratio=lag_ratio, run_time=run_time)


class DelayByOrder(Animation):
    """The animation, its parts one after the other."""

    def __new__(cls, animation, *args, **kwargs):
        if isinstance(animation, Animation):
            animation.lag_ratio = 0.5
            animation.run_time = max(animation.run_time, 2)
        return animation


class ClockPassesTime(AnimationGroup):
    """The hands of a clock turn."""

    def __init__(self, clock, run_time=5, hours_passed=12, rate_func=linear, **kwargs):
        center = clock.get_center()
        turns = ((clock.hour_hand, hours_passed / 12), (clock.minute_hand, hours_passed))
        hands = [
            Rotating(hand, axis=IN, radians=turn * TAU, about_point=center, rate_func=rate_func) for hand, turn in turns
        ]
        super().__init__(*hands, run_time=run_time, **{"group": clock})


class MaintainPositionRelativeTo(Animation):
    """While others move, the mobject keeps its place relative to one that is tracked."""

    def __init__(self, mobject, tracked_mobject, **kwargs):
        self.tracked = tracked_mobject
        self.offset = mobject.get_center() - tracked_mobject.get_center()
        super().__init__(mobject, **kwargs)

    def interpolate_mobject(self, alpha):
        self.mobject.move_to(self.tracked.get_center() + self.offset)
