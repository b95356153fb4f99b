"""Trackers of numbers: of arrays and of complex numbers too."""

from manim import *


class GlValueTracker(ValueTracker):
    """A number, or an array of numbers."""

    def __init__(self, value=0, **kwargs):
        Mobject.__init__(self)
        self.shape_of_value = np.shape(value)
        self.points = np.zeros((max(1, np.size(value)), 3))
        self.set_value(value)

    def get_value(self):
        return float(self.points[0, 0]) if self.shape_of_value == () else self.points[:, 0].reshape(self.shape_of_value)

    def set_value(self, value):
        self.points[:, 0] = np.ravel(np.real(value))
        return self

    def increment_value(self, d_value):
        return self.set_value(self.get_value() + d_value)

    def interpolate(self, mobject1, mobject2, alpha, path_func=straight_path()):
        self.points = path_func(mobject1.points, mobject2.points, alpha)
        return self


class ExponentialValueTracker(GlValueTracker):
    """Moves evenly on a logarithmic scale."""

    def get_value(self):
        return np.exp(super().get_value())

    def set_value(self, value):
        return super().set_value(np.log(value))


class GlComplexValueTracker(GlValueTracker):
    """A complex number, or an array of them."""

    def get_value(self):
        values = self.points[:, 0] + 1j * self.points[:, 1]
        return complex(values[0]) if self.shape_of_value == () else values.reshape(self.shape_of_value)

    def set_value(self, value):
        values = np.ravel(value)
        self.points[:, 0], self.points[:, 1] = np.real(values), np.imag(values)
        return self
