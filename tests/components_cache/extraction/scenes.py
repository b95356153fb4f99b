"""Scenes to take apart."""

FUNCTION = '''from manim import *

GAP = 0.5


def tower(count, color=RED):
    """A tower of squares, one upon the other."""
    squares = VGroup(*[Square(side_length=0.5, color=color) for _ in range(count)])
    return squares.arrange(UP, buff=GAP)


class Towers(Scene):
    def construct(self):
        self.play(Create(tower(4)))
'''

CLASS = '''from manim import *


class Flower(VGroup):
    """A flower with petals."""

    def __init__(self, petals=5, size=1.0, **kwargs):
        super().__init__(**kwargs)
        for k in range(petals):
            self.add(Circle(size / 2).shift(size * UP).rotate(k * TAU / petals, about_point=ORIGIN))


class Garden(Scene):
    def construct(self):
        self.play(Create(Flower(6)))
'''

BLOCK = """from manim import *


class DotsInARow(Scene):
    def construct(self):
        # a row of dots
        n = 5
        dots = VGroup(*[Dot() for _ in range(n)])
        dots.arrange(RIGHT, buff=0.4)
        frame = SurroundingRectangle(dots, color=YELLOW)
        row = VGroup(dots, frame)
        other = Circle()
        self.play(Create(row))
        self.play(FadeOut(other))
"""

ACT = """from manim import *


class RollingWheel(Scene):
    radius = 1

    def construct(self):
        wheel = self.wheel()
        label = Text("it rolls").to_edge(DOWN)
        self.play(Create(wheel), Write(label))
        self.turn(wheel, 2)
        self.wait()

    def wheel(self):
        return VGroup(Circle(radius=self.radius), Line(ORIGIN, self.radius * UP))

    def turn(self, wheel, times):
        self.play(Rotate(wheel, -times * PI), wheel.animate.shift(2 * RIGHT))
"""
