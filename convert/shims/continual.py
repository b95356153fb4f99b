"""`ContinualAnimation` and its family (until 2019): what they did on their own, updaters do."""

from manim import *


class ContinualAnimation:
    """Added to a scene, it changes its mobject in every frame: `update_mobject(dt)`."""

    def __init__(self, mobject, start_up_time=1, wind_down_time=1, end_time=np.inf, **kwargs):
        self.mobject, self.internal_time, self.end_time = mobject, 0.0, end_time
        for name, value in kwargs.items():
            setattr(self, name, value)
        self.setup()
        self.updater = lambda mob, dt: self.step(dt)
        mobject.add_updater(self.updater)

    def setup(self):
        pass

    def step(self, dt):
        self.internal_time += dt
        if self.internal_time <= self.end_time:
            self.update_mobject(dt)

    def update(self, dt):
        self.step(dt)

    def update_mobject(self, dt):
        pass

    def begin_wind_down(self, wind_down_time=None):
        self.mobject.remove_updater(self.updater)

    def copy(self):
        return self

    def copy_with_new_mobject(self, mobject):
        return self


class ContinualAnimationGroup(ContinualAnimation):
    def __init__(self, *continual_animations, **kwargs):
        self.continual_animations = continual_animations
        super().__init__(VGroup(*(animation.mobject for animation in continual_animations)), **kwargs)


class ContinualUpdate(ContinualAnimation):
    """A function of the mobject, and maybe of the time step, called in every frame."""

    def __init__(self, mobject, func, **kwargs):
        self.func = func
        super().__init__(mobject, **kwargs)

    def update_mobject(self, dt):
        self.func(self.mobject)


class ContinualUpdateFromFunc(ContinualUpdate):
    pass


class ContinualUpdateFromTimeFunc(ContinualUpdate):
    def update_mobject(self, dt):
        self.func(self.mobject, dt)


class ContinualRotation(ContinualAnimation):
    def __init__(self, mobject, rate=TAU / 12, axis=OUT, in_place=True, about_point=None, **kwargs):
        self.rate, self.axis, self.about_point = rate, axis, about_point
        super().__init__(mobject, **kwargs)

    def update_mobject(self, dt):
        self.mobject.rotate(dt * self.rate, axis=self.axis, about_point=self.about_point)


class ContinualMovement(ContinualAnimation):
    def __init__(self, mobject, direction=RIGHT, rate=0.05, **kwargs):
        self.direction, self.rate = np.array(direction, dtype=float), rate
        super().__init__(mobject, **kwargs)

    def update_mobject(self, dt):
        self.mobject.shift(dt * self.rate * self.direction)


class AmbientRotation(ContinualRotation):
    pass


class AmbientMovement(ContinualMovement):
    pass


class ContinualChangingDecimal(ContinualAnimation):
    """A number that follows a function."""

    def __init__(self, decimal_number_mobject, number_update_func, position_update_func=None, **kwargs):
        self.function, self.position = number_update_func, position_update_func
        super().__init__(decimal_number_mobject, **{name: kwargs[name] for name in ("end_time",) if name in kwargs})

    def step(self, dt):
        self.mobject.set_value(_old_value(self.function, self.internal_time))
        self.internal_time += dt
        if self.position is not None:
            self.position(self.mobject)


def _old_value(function, alpha):
    try:
        return function(alpha)
    except TypeError:
        return function()


class ContinualMaintainPositionRelativeTo(ContinualAnimation):
    def __init__(self, mobject, tracked_mobject, **kwargs):
        self.tracked = tracked_mobject
        self.offset = mobject.get_center() - tracked_mobject.get_center()
        super().__init__(mobject, **kwargs)

    def update_mobject(self, dt):
        self.mobject.move_to(self.tracked.get_center() + self.offset)


class NormalAnimationAsContinualAnimation(ContinualAnimation):
    def __init__(self, animation, **kwargs):
        self.animation = animation
        animation.begin()
        super().__init__(animation.mobject, **kwargs)

    def update_mobject(self, dt):
        self.animation.interpolate(min(self.internal_time / self.animation.run_time, 1))


class CycleAnimation(NormalAnimationAsContinualAnimation):
    def update_mobject(self, dt):
        self.animation.interpolate(self.internal_time / self.animation.run_time % 1)
