"""`ContinualAnimation` and its family (until 2019): what they did on their own, updaters do."""

from manim import *


class ContinualAnimation:
    """Added to a scene, it changes its mobject in every frame: `update_mobject(dt)`. It starts and ends slowly."""

    CONFIG = {"start_up_time": 1, "wind_down_time": 1, "end_time": np.inf}

    def __init__(self, mobject, **kwargs):
        digest_config(self, kwargs, {"mobject": mobject})
        self.internal_time = self.external_time = 0.0
        self.updater = lambda mob, dt: self.update(dt)
        self.setup()
        self.update(0)

    def setup(self):
        pass

    def start(self):
        """Called when it is added to a scene."""
        self.stop()
        self.mobject.add_updater(self.updater)

    def update(self, dt):
        self.external_time += dt
        if self.external_time > self.end_time:
            self.stop()
            dt = 0
        elif self.external_time < self.start_up_time:
            dt *= self.external_time / self.start_up_time
        elif self.external_time > self.end_time - self.wind_down_time:
            dt *= (self.end_time - self.external_time) / self.wind_down_time
        self.internal_time += dt
        self.update_mobject(dt)

    def update_mobject(self, dt):
        pass

    def begin_wind_down(self, wind_down_time=None):
        if wind_down_time is not None:
            self.wind_down_time = wind_down_time
        self.end_time = self.external_time + self.wind_down_time

    def stop(self):
        self.mobject.remove_updater(self.updater)

    def copy(self):
        return self

    def copy_with_new_mobject(self, mobject):
        return self


class ContinualAnimationGroup(ContinualAnimation):
    CONFIG = {"start_up_time": 0, "wind_down_time": 0}

    def __init__(self, *continual_animations, **kwargs):
        self.continual_animations = continual_animations
        super().__init__(Group(*(animation.mobject for animation in continual_animations)), **kwargs)

    def update_mobject(self, dt):
        for animation in self.continual_animations:
            animation.update(dt)


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
    CONFIG = {"axis": OUT, "rate": PI / 12, "in_place": True, "about_point": None}

    def update_mobject(self, dt):
        about = self.about_point if self.about_point is not None or self.in_place else ORIGIN
        self.mobject.rotate(dt * self.rate, axis=self.axis, about_point=about)


class ContinualMovement(ContinualAnimation):
    CONFIG = {"direction": RIGHT, "rate": 0.05}

    def update_mobject(self, dt):
        self.mobject.shift(dt * self.rate * np.array(self.direction, dtype=float))


class AmbientRotation(ContinualRotation):
    pass


class AmbientMovement(ContinualMovement):
    pass


class ContinualGrowValue(ContinualAnimation):
    CONFIG = {"rate": 1}

    def __init__(self, value_tracker, **kwargs):
        self.value_tracker = value_tracker
        super().__init__(value_tracker, **kwargs)

    def update_mobject(self, dt):
        self.value_tracker.increment_value(self.rate * dt)


class ContinualChangingDecimal(ContinualAnimation):
    """A number that follows a function."""

    CONFIG = {"start_up_time": 0, "position_update_func": None}

    def __init__(self, decimal_number_mobject, number_update_func, **kwargs):
        self.function = number_update_func
        super().__init__(decimal_number_mobject, **kwargs)

    def update_mobject(self, dt):
        self.mobject.set_value(_old_value(self.function, self.internal_time))
        if self.position_update_func is not None:
            self.position_update_func(self.mobject)


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
    CONFIG = {"start_up_time": 0, "wind_down_time": 0}

    def __init__(self, animation, **kwargs):
        self.animation = animation
        animation.begin()
        super().__init__(animation.mobject, **kwargs)

    def update_mobject(self, dt):
        self.animation.interpolate(min(self.internal_time / self.animation.run_time, 1))


class CycleAnimation(NormalAnimationAsContinualAnimation):
    CONFIG = {"start_up_time": 1, "wind_down_time": 1}

    def update_mobject(self, dt):
        self.animation.interpolate(self.internal_time / self.animation.run_time % 1)
