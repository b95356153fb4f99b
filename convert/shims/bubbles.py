"""Bubbles for what is said and thought."""

from manim import *


class Bubble(VGroup):
    """A shape with a tip and with content inside; `direction` is the side of the tip."""

    def __init__(
        self,
        content=None,
        buff=1.0,
        filler_shape=(3.0, 2.0),
        pin_point=None,
        direction=LEFT,
        add_content=True,
        fill_color=BLACK,
        fill_opacity=0.8,
        stroke_color=WHITE,
        stroke_width=3.0,
        height=None,
        width=None,
        **kwargs,
    ):
        super().__init__()
        if isinstance(content, (int, float)) and not isinstance(content, bool):
            content = str(content)
        self.direction = np.array(direction, dtype=float)
        self.shapes = self.draw()
        self.shapes.set_fill(fill_color, fill_opacity).set_stroke(stroke_color, stroke_width)
        self.content = VGroup()
        self.add(self.shapes, self.content)
        if self.direction[0] > 0:
            self.shapes.flip()
        self.tip_on_right = self.direction[0] > 0
        if content is not None:
            self.add_content(self.as_mobject(content))
            self.resize_to_content(min(buff, 0.6))
        elif width or height:
            self.shapes.stretch_to_fit_width(width or 4).stretch_to_fit_height(height or 3)
        else:
            self.shapes.stretch_to_fit_width(filler_shape[0] + 1).stretch_to_fit_height(filler_shape[1] + 1)
        if pin_point is not None:
            self.pin_to(pin_point)

    def as_mobject(self, content):
        if isinstance(content, Mobject):
            return content
        strings = content if isinstance(content, (list, tuple)) else [content]
        return GlOldTexText(*(str(string) for string in strings))

    def draw(self):
        return VGroup(RoundedRectangle(width=4, height=2.4, corner_radius=0.6))

    @property
    def body(self):
        return self.shapes[-1]

    def get_body(self):
        return self.shapes[-1]

    def get_tip(self):
        return self.shapes.get_corner(DR if self.tip_on_right else DL)

    def get_bubble_center(self):
        return self.shapes[-1].get_center() + self.lift * self.shapes.height * UP

    lift = 0.0

    def move_tip_to(self, point):
        return self.shift(np.array(point, dtype=float) - self.get_tip())

    def flip(self, axis=UP, only_body=True, **kwargs):
        center = self.get_bubble_center()
        self.shapes.flip(axis, about_point=center)
        if abs(axis[1]) > 0:
            self.tip_on_right = not self.tip_on_right
            self.direction = -self.direction
        return self

    def pin_to(self, mobject, auto_flip=True, **kwargs):
        if not isinstance(mobject, Mobject):
            return self.move_tip_to(mobject)
        is_right = mobject.get_center()[0] > 0.5
        if auto_flip and is_right != self.tip_on_right and abs(mobject.get_center()[0]) > 0.5:
            self.flip()
        anchor = mobject.get_corner(UL if self.tip_on_right else UR) + 0.15 * UP
        self.move_tip_to(anchor)
        for edge, limit in (
            (LEFT, -config.frame_x_radius),
            (RIGHT, config.frame_x_radius),
            (UP, config.frame_y_radius),
        ):
            over = float(np.dot(self.get_edge_center(edge), np.abs(edge))) - limit
            if over * (edge[0] + edge[1]) > 0:
                self.shift(-over * np.abs(edge) * 1.02)
        return self

    speak_from = pin_to

    def position_mobject_inside(self, mobject, buff=0.4):
        room = self.shapes[-1]
        for size, attribute in ((0.8 * room.width, "width"), (0.75 * room.height, "height")):
            if getattr(mobject, attribute) > size:
                setattr(mobject, attribute, size)
        return mobject.move_to(self.get_bubble_center())

    def add_content(self, mobject):
        mobject = self.as_mobject(mobject)
        self.position_mobject_inside(mobject)
        self.content = mobject
        self.submobjects = [self.shapes, mobject]
        return self.content

    def write(self, *text):
        self.add_content(GlOldTexText(*(str(each) for each in text)))
        return self

    def resize_to_content(self, buff=0.5, **kwargs):
        width, height = self.content.width + 2 * buff, self.content.height + 2 * buff
        tip = self.get_tip()
        body = self.shapes[-1]
        self.shapes.stretch(max(width, 1.5) * self.spare / (body.width or 1), 0)
        self.shapes.stretch(max(height, 1.2) * self.spare / (body.height or 1), 1)
        self.shapes.shift(tip - self.get_tip())
        self.content.move_to(self.get_bubble_center())
        return self

    spare = 1.15

    def clear(self):
        self.content = VGroup()
        self.submobjects = [self.shapes, self.content]
        return self

    def make_green_screen(self):
        self.shapes.set_fill(PURE_GREEN, 1)
        return self


class SpeechBubble(Bubble):
    """A rounded bubble with a pointed tip."""

    lift = 0.08
    spare = 1.3

    def draw(self):
        outline = RoundedRectangle(width=4, height=2.4, corner_radius=0.7)
        tip = Polygon([-1.3, -1.1, 0], [-0.5, -1.1, 0], [-1.7, -1.8, 0])
        return VGroup(Union(outline, tip))


class ThoughtBubble(Bubble):
    """A cloud, with smaller clouds towards the one who thinks."""

    def draw(self):
        puffs = [
            Circle(radius=0.62).move_to([1.55 * np.cos(angle), 0.8 * np.sin(angle), 0])
            for angle in np.linspace(0, TAU, 11, endpoint=False)
        ]
        cloud = Union(Ellipse(width=3.2, height=1.8), *puffs)
        small = ((0.08, [-2.15, -2.4, 0]), (0.14, [-1.9, -2.15, 0]), (0.22, [-1.5, -1.75, 0]))
        return VGroup(*(Circle(radius=radius).move_to(place) for radius, place in small), cloud)


class OldSpeechBubble(SpeechBubble):
    pass


class OldThoughtBubble(ThoughtBubble):
    pass


class DoubleSpeechBubble(SpeechBubble):
    pass


_Speech, _Thought = SpeechBubble, ThoughtBubble
"""The creatures' own, whatever the converted code calls by these names."""


def _shapes_of(bubble):
    """A bubble was its outline, shape by shape."""
    more = (mob for mob in bubble.submobjects if mob not in (bubble.shapes, bubble.content))
    return [*bubble.shapes.submobjects, *more]


def _shape_by_index(self, index):
    parts = _shapes_of(self)
    return VGroup(*parts[index]) if isinstance(index, slice) else parts[index]


def _each_shape(self):
    return iter(_shapes_of(self))


def _count_of_shapes(self):
    return len(_shapes_of(self))


def _install_bubbles_of_shapes():
    Bubble.__getitem__, Bubble.__iter__, Bubble.__len__ = _shape_by_index, _each_shape, _count_of_shapes


_install_bubbles_of_shapes()
