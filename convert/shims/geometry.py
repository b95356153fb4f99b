"""Arrows, braces and rectangles with manimgl's arguments."""

from manim import *


def _spot(point):
    """A point with three coordinates; mobjects stay what they are."""
    if isinstance(point, Mobject):
        return point
    array = np.ravel(np.array(point, dtype=float))
    return np.hstack([array, np.zeros(3)])[:3]


class GlArrow(Arrow):
    """Thickness, and fill, say how it looks; older code says it with the stroke."""

    def __init__(
        self,
        start=LEFT,
        end=RIGHT,
        buff=MED_SMALL_BUFF,
        path_arc=0,
        color=None,
        fill_color=None,
        fill_opacity=1,
        stroke_width=None,
        stroke_color=None,
        thickness=3.0,
        tip_length=None,
        max_tip_length_to_length_ratio=0.3,
        **kwargs,
    ):
        start, end = _spot(start), _spot(end)
        if not isinstance(start, Mobject) and not isinstance(end, Mobject):
            length = np.linalg.norm(end - start)
            if length < 1e-6:
                end = start + 1e-3 * RIGHT
                length = 1e-3
            buff = min(buff, 0.45 * length)
        shade = next((each for each in (fill_color, color, stroke_color) if each is not None), GREY_A)
        shade = shade[0] if isinstance(shade, (list, tuple)) else shade
        width = stroke_width if stroke_width else 1.5 * thickness
        super().__init__(
            start,
            end,
            buff=buff,
            path_arc=path_arc or 0,
            color=shade,
            stroke_width=width,
            tip_length=tip_length or 0.25,
            max_tip_length_to_length_ratio=max_tip_length_to_length_ratio,
        )
        if fill_opacity is not None and fill_opacity < 1:
            self.set_opacity(fill_opacity)

    def set_fill(self, color=None, opacity=None, family=True, **kwargs):
        """The whole arrow is filled in manimgl."""
        super().set_fill(color, 0, family=False)
        self.set_stroke(color, opacity=opacity or None)
        for tip in self.submobjects:
            tip.set_fill(color, opacity)
        return self

    def set_thickness(self, thickness):
        return self.set_stroke(width=1.5 * thickness)

    def put_start_and_end_on(self, start, end):
        start, end = _spot(start), _spot(end)
        if np.linalg.norm(end - start) < 1e-6:
            end = start + 1e-4 * RIGHT
        if np.linalg.norm(self.get_end() - self.get_start()) < 1e-9:
            return self.move_to(start)
        return super().put_start_and_end_on(start, end)


class GlArrowTip(ArrowTriangleFilledTip):
    """A triangle that points in the direction of an angle."""

    def __init__(self, angle=0, width=0.35, length=0.35, fill_opacity=1, fill_color=WHITE, color=None, **kwargs):
        super().__init__(
            fill_opacity=fill_opacity, stroke_width=0, length=length, width=width, color=color or fill_color
        )
        self.rotate(angle - PI)

    def get_angle(self):
        return angle_of_vector(self.get_vector())

    def get_vector(self):
        return self.tip_point - self.base

    def get_length(self):
        return float(np.linalg.norm(self.get_vector()))

    def get_base(self):
        return self.base

    def get_tip_point(self):
        return self.tip_point


class GlGrowArrow(GrowFromPoint):
    """Anything with a start grows from there."""

    def __init__(self, arrow, point_color=None, **kwargs):
        start = arrow.get_start() if len(arrow.points) else arrow.get_center()
        super().__init__(arrow, start, point_color=point_color, **kwargs)


class StrokeArrow(GlArrow):
    pass


class FillArrow(GlArrow):
    pass


class GlVector(GlArrow):
    """An arrow from the origin."""

    def __init__(self, direction=RIGHT, buff=0, **kwargs):
        super().__init__(ORIGIN, _spot(direction), buff=buff, **kwargs)


class GlDoubleArrow(GlArrow):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.add_tip(at_start=True, tip_length=0.25)


class Grid(VGroup):
    """Lines that part a rectangle into rows and columns."""

    def __init__(self, rows, columns, height=6.0, width=6.0, **kwargs):
        across = [Line([-width / 2, y, 0], [width / 2, y, 0]) for y in np.linspace(-height / 2, height / 2, rows + 1)]
        down = [Line([x, -height / 2, 0], [x, height / 2, 0]) for x in np.linspace(-width / 2, width / 2, columns + 1)]
        super().__init__(*across, *down)
        self.rows, self.columns = rows, columns
        if kwargs.get("color") is not None:
            self.set_color(kwargs["color"])
        self.set_stroke(width=kwargs.get("stroke_width"))


class CurvedLine(ArcBetweenPoints):
    pass


class Polyline(VMobject):
    """A path through corners."""

    def __init__(self, *vertices, **kwargs):
        super().__init__(**kwargs)
        self.set_points_as_corners([_spot(vertex) for vertex in vertices])


class GlSurroundingRectangle(SurroundingRectangle):
    def __init__(self, mobject, buff=SMALL_BUFF, color=PURE_YELLOW, **kwargs):
        if isinstance(buff, Mobject):
            mobject, buff = Group(mobject, buff), SMALL_BUFF
        color = kwargs.pop("stroke_color", None) or color
        words = {
            name: value
            for name, value in kwargs.items()
            if name in ("fill_color", "fill_opacity", "stroke_width", "stroke_opacity", "corner_radius")
        }
        super().__init__(mobject, color=color, buff=buff, **words)

    def surround(self, mobject, buff=SMALL_BUFF, **kwargs):
        self.stretch_to_fit_width(mobject.width + 2 * buff).stretch_to_fit_height(mobject.height + 2 * buff)
        return self.move_to(mobject)

    def set_buff(self, buff):
        return self


class GlBrace(Brace):
    """Labels are found by their source."""

    def __init__(self, mobject, direction=DOWN, buff=0.2, tex_string=None, **kwargs):
        if not isinstance(mobject, Mobject):
            mobject = Line(*(_spot(point) for point in mobject))
        words = {
            name: value
            for name, value in kwargs.items()
            if name in ("color", "fill_opacity", "stroke_width", "fill_color")
        }
        super().__init__(mobject, direction=np.array(direction, dtype=float), buff=buff, **words)
        self.brace_direction = np.array(direction, dtype=float)

    def put_at_tip(self, mob, use_next_to=True, buff=MED_SMALL_BUFF, **kwargs):
        if use_next_to:
            return mob.next_to(self.get_tip(), np.round(self.get_direction()), buff=buff)
        mob.move_to(self.get_tip())
        return mob.shift(self.get_direction() * (mob.width / 2 + buff))

    def get_text(self, *text, buff=MED_SMALL_BUFF, **kwargs):
        label = GlTexText(*text, **kwargs) if len(text) == 1 else GlOldTexText(*text, **kwargs)
        return self.put_at_tip(label, buff=buff)

    def get_tex(self, *tex, buff=MED_SMALL_BUFF, **kwargs):
        label = GlTex(*tex, **kwargs) if len(tex) == 1 else GlOldTex(*tex, **kwargs)
        return self.put_at_tip(label, buff=buff)

    def change_shape(self, *args, **kwargs):
        return self

    def set_initial_width(self, width):
        return self


class LineBrace(GlBrace):
    """A brace along a line of any direction."""

    def __init__(self, line, direction=UP, **kwargs):
        angle = line.get_angle()
        level = line.copy().rotate(-angle, about_point=ORIGIN)
        super().__init__(level, direction, **kwargs)
        self.rotate(angle, about_point=ORIGIN)


Underbrace = GlBrace


class GlCross(Cross):
    """Its strokes may have a width for each of their points: ManimCE draws the mean."""

    def __init__(self, mobject=None, stroke_color=RED, stroke_width=6.0, **kwargs):
        super().__init__(mobject, stroke_color, _single(stroke_width), **kwargs)
