"""Small drawings: check marks, clocks, screens, coins, dice."""

import functools

from manim import *


class Checkmark(GlTexText):
    """✓"""

    def __init__(self, color=GREEN, **kwargs):
        words = {name: value for name, value in kwargs.items() if name in ("font_size", "height")}
        super().__init__(r"$\checkmark$", color=color, **words)


class Exmark(GlTexText):
    """✗"""

    def __init__(self, color=RED, **kwargs):
        words = {name: value for name, value in kwargs.items() if name in ("font_size", "height")}
        super().__init__(r"$\times$", color=color, **words)


class Lightbulb(VGroup):
    def __init__(self, height=1.0, color=PURE_YELLOW, stroke_width=3.0, fill_opacity=0.0, **kwargs):
        bulb = Arc(radius=0.5, start_angle=-55 * DEGREES, angle=290 * DEGREES)
        base = VGroup(*(Line(0.25 * LEFT, 0.25 * RIGHT).shift((0.5 + 0.13 * k) * DOWN) for k in range(3)))
        super().__init__(bulb, base)
        self.set_stroke(color, stroke_width)
        self.height = height


class Speedometer(VGroup):
    """A dial with a needle."""

    def __init__(
        self,
        arc_angle=4 * PI / 3,
        num_ticks=8,
        tick_length=0.2,
        needle_width=0.1,
        needle_height=0.8,
        needle_color=PURE_YELLOW,
        **kwargs,
    ):
        super().__init__()
        self.arc_angle, self.needle_height = arc_angle, needle_height
        start, end = PI / 2 + arc_angle / 2, PI / 2 - arc_angle / 2
        self.arc = Arc(radius=1, start_angle=start, angle=end - start)
        self.tick_labels = VGroup()
        self.add(self.arc)
        for index, angle in enumerate(np.linspace(start, end, num_ticks)):
            direction = rotate_vector(RIGHT, angle)
            label = Integer(10 * index).scale(0.4).move_to((1 + 0.2) * direction)
            self.tick_labels.add(label)
            self.add(Line((1 - tick_length) * direction, direction), label)
        self.needle = Triangle(stroke_width=0, fill_opacity=1, fill_color=needle_color)
        self.needle.stretch_to_fit_width(needle_width).stretch_to_fit_height(needle_height)
        self.needle.move_to(ORIGIN, DOWN).rotate(start - PI / 2, about_point=ORIGIN)
        self.add(self.needle)
        self.center_offset = self.get_center()

    def get_center(self):
        return self.arc.get_arc_center() if self.submobjects else ORIGIN

    def get_needle_tip(self):
        return self.needle.get_anchors()[0]

    def get_needle_angle(self):
        return angle_of_vector(self.get_needle_tip() - self.get_center())

    def rotate_needle(self, angle):
        self.needle.rotate(angle, about_point=self.arc.get_arc_center())
        return self

    def move_needle_to_velocity(self, velocity):
        start = PI / 2 + self.arc_angle / 2
        return self.rotate_needle(start - self.arc_angle * velocity / 70 - self.get_needle_angle())


class Laptop(VGroup):
    def __init__(self, width=3, body_color=GREY_B, **kwargs):
        self.screen_plate = RoundedRectangle(
            width=3, height=1.9, corner_radius=0.1, fill_color=body_color, fill_opacity=1, stroke_width=0
        )
        self.screen = Rectangle(width=2.7, height=1.6, fill_color=BLACK, fill_opacity=1, stroke_width=0)
        self.keyboard = Polygon(
            [-1.5, 0, 0],
            [1.5, 0, 0],
            [1.9, -0.5, 0],
            [-1.9, -0.5, 0],
            fill_color=GREY_C,
            fill_opacity=1,
            stroke_width=0,
        )
        self.keyboard.next_to(self.screen_plate, DOWN, buff=0)
        self.axis = Line(LEFT, RIGHT)
        super().__init__(self.screen_plate, self.screen, self.keyboard)
        self.width = width


class VideoIcon(VGroup):
    def __init__(self, width=1.2, color=BLUE_A, **kwargs):
        frame = RoundedRectangle(
            width=1.6, height=1, corner_radius=0.12, fill_color=color, fill_opacity=1, stroke_width=0
        )
        play = Triangle(fill_color=BLACK, fill_opacity=1, stroke_width=0).scale(0.25).rotate(-PI / 2)
        super().__init__(frame, play)
        self.width = width


class VideoSeries(VGroup):
    def __init__(self, num_videos=11, gradient_colors=(BLUE_B, BLUE_D), width=None, **kwargs):
        super().__init__(*(VideoIcon() for _ in range(num_videos)))
        self.arrange(RIGHT)
        self.width = width or config.frame_width - 1
        for icon, color in zip(self, color_gradient(list(gradient_colors), num_videos)):
            icon[0].set_fill(color)


class Clock(VGroup):
    def __init__(
        self,
        stroke_color=WHITE,
        stroke_width=3.0,
        hour_hand_height=0.3,
        minute_hand_height=0.6,
        tick_length=0.1,
        **kwargs,
    ):
        circle = Circle(radius=1, color=stroke_color)
        self.ticks = VGroup()
        for hour in range(12):
            direction = rotate_vector(UP, -hour * TAU / 12)
            self.ticks.add(Line(direction, (1 - tick_length * (2 if hour % 3 == 0 else 1)) * direction))
        self.hour_hand, self.minute_hand = Line(ORIGIN, hour_hand_height * UP), Line(ORIGIN, minute_hand_height * UP)
        super().__init__(circle, self.hour_hand, self.minute_hand, self.ticks)
        self.set_stroke(stroke_color, stroke_width)


_PIPS = {1: [0], 2: [1, 2], 3: [0, 1, 2], 4: [1, 2, 3, 4], 5: [0, 1, 2, 3, 4], 6: [1, 2, 3, 4, 5, 6]}


@functools.lru_cache(maxsize=64)
def _die(value, side, corner_radius, stroke_color, stroke_width, fill_color, dot_radius, dot_color, spread):
    """A face made once: simulations throw thousands of dice, which are copies."""
    square = RoundedRectangle(
        width=side,
        height=side,
        corner_radius=corner_radius,
        stroke_color=stroke_color,
        stroke_width=stroke_width,
        fill_color=fill_color,
        fill_opacity=1,
    )
    corners = [ORIGIN, UR, DL, UL, DR, LEFT, RIGHT]
    places = [0.5 * spread * side * corners[place] for place in _PIPS.get(int(value), [0])]
    return VGroup(square, VGroup(*(Dot(radius=dot_radius, color=dot_color).shift(place) for place in places)))


class DieFace(VGroup):
    """A face of a die with its pips."""

    def __init__(
        self,
        value,
        side_length=1.0,
        corner_radius=0.15,
        stroke_color=WHITE,
        stroke_width=2.0,
        fill_color=GREY_E,
        dot_radius=0.08,
        dot_color=WHITE,
        dot_coalesce_factor=0.5,
        **kwargs,
    ):
        look = (stroke_color, stroke_width, fill_color, dot_radius, dot_color, dot_coalesce_factor)
        square, dots = _die(value, side_length, corner_radius, *look).copy()
        super().__init__(square, dots)
        self.square, self.dots, self.value, self.index = square, dots, value, value


class Dartboard(VGroup):
    def __init__(self, radius=3, n_sectors=20, **kwargs):
        super().__init__()
        self.radius = radius
        for size, pair in (
            (1.0, (GREEN_E, RED_E)),
            (0.95, (GREY_B, BLACK)),
            (0.6, (GREEN_E, RED_E)),
            (0.55, (GREY_B, BLACK)),
        ):
            for k in range(n_sectors):
                self.add(
                    Sector(
                        radius=size * radius,
                        start_angle=(k - 0.5) * TAU / n_sectors,
                        angle=TAU / n_sectors,
                        fill_color=pair[k % 2],
                        fill_opacity=1,
                        stroke_width=0,
                    )
                )
        self.bullseye = Circle(radius=0.07 * radius, fill_color=GREEN_E, fill_opacity=1, stroke_width=0)
        self.add(self.bullseye)


class PatreonLogo(VGroup):
    def __init__(self, **kwargs):
        super().__init__(
            Circle(radius=0.6, fill_color="#F96854", fill_opacity=1, stroke_width=0).shift(0.3 * RIGHT),
            Rectangle(width=0.25, height=1.2, fill_color=GREY_B, fill_opacity=1, stroke_width=0).shift(0.6 * LEFT),
        )


class Logo(VGroup):
    """Rings and a pupil, in place of a logo."""

    def __init__(self, **kwargs):
        rings = [
            Annulus(
                inner_radius=0.4 + 0.3 * k,
                outer_radius=0.62 + 0.3 * k,
                fill_color=color,
                fill_opacity=1,
                stroke_width=0,
            )
            for k, color in enumerate((BLUE_E, BLUE_D, GREY_BROWN, BLUE_C))
        ]
        self.pupil = Circle(radius=0.4, fill_color=BLACK, fill_opacity=1, stroke_width=0)
        self.iris_background = VGroup()
        super().__init__(*rings, self.pupil)
        self.spike_layers = VGroup(*rings)


class SuitSymbol(GlTex):
    def __init__(self, suit_name="hearts", **kwargs):
        suits = {"hearts": r"\heartsuit", "diamonds": r"\diamondsuit", "spades": r"\spadesuit", "clubs": r"\clubsuit"}
        super().__init__(suits.get(str(suit_name), r"\heartsuit"))
        self.set_color(RED if suit_name in ("hearts", "diamonds") else GREY_B)
        self.height = kwargs.get("height", 0.5)


class BitcoinLogo(VGroup):
    def __init__(self, height=1, **kwargs):
        super().__init__(
            Circle(radius=1, fill_color="#f7931a", fill_opacity=1, stroke_width=0),
            Text("B", weight="BOLD", font_size=72),
        )
        self.height = height


class Car(VGroup):
    """A car seen from its side, heading right; `move_to` places its front."""

    height_of_car = 1

    def __init__(self, color=GREY_B, height=1, light_colors=None, **kwargs):
        body = VGroup(
            RoundedRectangle(width=3, height=0.7, corner_radius=0.2, fill_color=color, fill_opacity=1, stroke_width=0),
            RoundedRectangle(
                width=1.7, height=0.7, corner_radius=0.25, fill_color=color, fill_opacity=1, stroke_width=0
            ).shift(0.5 * UP + 0.1 * LEFT),
            Rectangle(width=1.2, height=0.35, fill_color=GREY_E, fill_opacity=1, stroke_width=0).shift(
                0.6 * UP + 0.1 * LEFT
            ),
        )
        self.tires = VGroup(*(self.tire().shift(0.85 * side * RIGHT + 0.35 * DOWN) for side in (-1, 1)))
        self.lights = VGroup(*(Dot(radius=0.08, color=BLACK).shift(1.4 * side * RIGHT) for side in (1, -1)))
        super().__init__(body, self.tires, self.lights)
        self.height = height
        self.orientation_line = Line(self.get_left(), self.get_right(), stroke_width=0)
        self.add(self.orientation_line)

    def tire(self):
        return VGroup(
            Circle(radius=0.32, fill_color=GREY_D, fill_opacity=1, stroke_width=0),
            Line(0.1 * LEFT, 0.3 * RIGHT, color=BLACK),
        )

    def move_to(self, point_or_mobject, *args, **kwargs):
        return self.next_to(point_or_mobject, rotate_vector(UP + LEFT, self.orientation_line.get_angle()), buff=0)

    def get_front_line(self):
        return DashedLine(self.get_corner(UR), self.get_corner(DR), color=BLUE, dash_length=0.05)

    def get_tires(self):
        return self.tires

    def get_lights(self):
        return self.lights

    def get_front_light(self):
        return self.lights[0]

    def get_rear_light(self):
        return self.lights[1]


class MoveCar(ApplyMethod):
    """The car drives to a place."""

    def __init__(self, car, target_point, run_time=5, moving_forward=True, **kwargs):
        words = {name: value for name, value in kwargs.items() if name in ("rate_func", "lag_ratio")}
        super().__init__(car.move_to, target_point, run_time=run_time, **words)


class _Accessory(VGroup):
    """What a creature wears, at its eyes."""

    def __init__(self, pi_creature=None, **kwargs):
        super().__init__(*self.parts())
        if pi_creature is not None and hasattr(pi_creature, "eyes"):
            self.width = 1.2 * pi_creature.eyes.width
            self.move_to(pi_creature.eyes)


class SunGlasses(_Accessory):
    def parts(self):
        return [
            Circle(radius=0.4, fill_color=BLACK, fill_opacity=1, stroke_color=GREY_B).shift(0.5 * side * RIGHT)
            for side in (-1, 1)
        ]


class Headphones(_Accessory):
    def parts(self):
        return [
            Arc(radius=1, start_angle=0, angle=PI, stroke_color=GREY),
            *(
                Circle(radius=0.3, fill_color=GREY, fill_opacity=1, stroke_width=0).shift(side * RIGHT)
                for side in (-1, 1)
            ),
        ]


class PartyHat(_Accessory):
    def __init__(self, pi_creature=None, **kwargs):
        super().__init__(pi_creature)
        if pi_creature is not None:
            self.next_to(pi_creature.get_top(), UP, buff=-0.1)

    def parts(self):
        return [
            Triangle(fill_color=MAROON_D, fill_opacity=1, stroke_width=0),
            Dot(radius=0.15, color=PURE_YELLOW).shift(UP),
        ]


class Guitar(VGroup):
    def __init__(self, *args, **kwargs):
        body = [
            Circle(radius=size, fill_color=GOLD_E, fill_opacity=1, stroke_width=0).shift(x * RIGHT)
            for size, x in ((0.7, 0), (0.5, 0.8))
        ]
        super().__init__(
            *body,
            Rectangle(width=2.4, height=0.15, fill_color=GREY_BROWN, fill_opacity=1, stroke_width=0).shift(2.2 * RIGHT),
        )


class AoPSLogo(VGroup):
    def __init__(self, **kwargs):
        super().__init__(
            *(
                Rectangle(width=0.7, height=0.7, fill_color=color, fill_opacity=1, stroke_width=0).shift(
                    0.8 * (k % 2) * RIGHT + 0.8 * (k // 2) * UP
                )
                for k, color in enumerate((BLUE_E, BLUE_C, TEAL, BLUE_B))
            )
        )


class PlainGlowDot(VGroup):
    """A dot that glows, for code that asks no more of it: discs that fade outwards."""

    def __init__(self, center=ORIGIN, radius=0.2, color=PURE_YELLOW, opacity=1, **kwargs):
        sizes = np.linspace(1, 0.125, 8)
        super().__init__(*(Dot(center, radius * size, color=color, fill_opacity=0.3 * opacity) for size in sizes))
