"""The unit circle: sine and cosine as shadows of a turning point."""

import math

from manim import *

from components_cache.library.geometry.figures import angle_wedge, direction, haloed, right_angle_mark
from components_cache.library.theme import FOCUS, GHOST, GOOD, INK, MAIN, MUTED, OTHER, WARM, Narrator, formula, words


def unit_circle_sine(scene: Scene, turns: float = 1.0, wave: str = "sine"):
    """Unit circle and sine wave: the height of a turning point, unrolled over the angle.

    Tags: trigonometry, unit circle, sine, cosine, projection, angle
    Wishes:
        unit circle and the sine wave
        explain the link between the unit circle and the sine graph
        animate an angle on the circle and project its sine onto a graph
        where does the sine curve come from?
        unit circle and cosine
        sine and cosine on the unit circle
        how does a rotating point produce a sine wave?
        unit circle
        sine from circular motion
        trace the height of a point moving around a circle
        unroll the unit circle into a wave
        Animate a radius rotating and plotting the sine function
        sine
    Parameters:
        turns: how many times the point goes round; in [0.5, 2]; said: turns, times, revolutions, periods
        wave: which coordinate is plotted; one of: sine, cosine
    """
    narrator = Narrator(scene)
    f, name = (math.sin, r"\sin") if wave == "sine" else (math.cos, r"\cos")
    radius, center = 1.7, np.array([-4.6, 0.05, 0])
    origin, width = np.array([-1.9, 0.05, 0]), 7.9
    unit = width / (TAU * turns)
    circle = Circle(radius, color=MUTED).move_to(center)
    cross = VGroup(
        Line(center + 2.0 * LEFT, center + 2.0 * RIGHT, color=GHOST),
        Line(center + 2.0 * DOWN, center + 2.0 * UP, color=GHOST),
    )
    axis = Arrow(
        origin + 0.25 * LEFT, origin + (width + 0.5) * RIGHT, buff=0, color=MUTED, stroke_width=2, tip_length=0.18
    )
    upright = Line(origin + 2.0 * DOWN, origin + 2.0 * UP, color=MUTED, stroke_width=2)
    ticks = _pi_ticks(origin, unit, turns)
    t = ValueTracker(0.6)

    def tip() -> np.ndarray:
        return center + radius * direction(t.get_value())

    def plotted() -> np.ndarray:
        return origin + unit * t.get_value() * RIGHT + radius * f(t.get_value()) * UP

    spoke = always_redraw(lambda: Line(center, tip(), color=INK, stroke_width=3))
    dot = always_redraw(lambda: Dot(tip(), color=FOCUS))
    arc = always_redraw(lambda: Arc(0.45, 0, t.get_value() % TAU, arc_center=center, color=FOCUS, stroke_width=5))
    leg = always_redraw(lambda: _leg(center, tip(), wave))
    narrator.say("A point turns on a circle of radius 1.", Create(circle), Create(cross), FadeIn(spoke, dot))
    symbol = formula(r"\theta", size=36, color=FOCUS).move_to(center + 0.8 * direction(0.3))
    height = formula(rf"{name}\theta", size=38, color=WARM).next_to(circle.get_top(), UL, buff=0.2)
    side = "height" if wave == "sine" else "distance to the right"
    narrator.say(
        f"Its {side} at the angle $\\theta$ is ${name}\\theta$.", FadeIn(arc, symbol), FadeIn(leg), FadeIn(height)
    )
    scene.play(FadeOut(symbol), t.animate.set_value(0.001), run_time=0.8)
    narrator.say(f"Plot this {side} over the angle.", Create(axis), Create(upright), FadeIn(ticks), wait=0.4)
    follower = always_redraw(lambda: Dot(plotted(), color=FOCUS))
    if wave == "sine":
        link = always_redraw(lambda: DashedLine(tip(), plotted(), color=GHOST, stroke_width=2, dash_length=0.12))
    else:
        link = always_redraw(lambda: Line(plotted(), [plotted()[0], origin[1], 0], color=WARM, stroke_width=4))
    curve = TracedPath(plotted, stroke_color=WARM, stroke_width=5)
    scene.add(link, curve, follower)
    scene.play(t.animate.set_value(TAU * turns), run_time=4 + 3 * turns, rate_func=linear)
    label = formula(rf"y = {name}\theta", size=44, color=WARM).move_to([4.4, 2.4, 0])
    once = "One turn of the circle is one full wave." if turns != 2 else "Two turns of the circle are two full waves."
    narrator.say(once, FadeIn(label), wait=1.5)


def _pi_ticks(origin, unit: float, turns: float) -> VGroup:
    """Ticks and labels at multiples of pi."""
    marks = VGroup()
    for k in range(1, int(2 * turns + 0.01) + 1):
        place = origin + unit * k * PI * RIGHT
        marks.add(Line(place + 0.1 * DOWN, place + 0.1 * UP, color=MUTED, stroke_width=2))
        text = r"\pi" if k == 1 else rf"{k}\pi"
        marks.add(
            formula(text, size=34, color=MUTED).next_to(place, UP if k % 2 else DOWN, buff=0.2).shift(0.18 * RIGHT)
        )
    return marks


def _leg(center, tip, wave: str) -> Line:
    """The vertical (sine) or horizontal (cosine) leg of the triangle under the point."""
    foot = np.array([tip[0], center[1], 0])
    start = foot if wave == "sine" else center
    end = tip if wave == "sine" else foot
    return Line(start, end + 1e-4 * UP, color=WARM, stroke_width=6)


def sine_to_cosine(scene: Scene, amplitude: float = 1.0):
    """Sine shifted into cosine: the same wave, a quarter period earlier.

    Tags: trigonometry, sine, cosine, phase shift, wave
    Wishes:
        animate a sine wave being drawn, then transform it into a cosine wave
        phase shift between sine and cosine
        how are sine and cosine related?
        turn a sine wave into a cosine wave
        sine becomes cosine
        sine wave shifted by 90 degrees
        morph a sine curve into a cosine curve
        cosine is a shifted sine
        quarter period phase shift
    Parameters:
        amplitude: height of the waves; in [0.5, 2]; said: amplitude, height
    """
    narrator = Narrator(scene)
    top = max(1.0, math.ceil(amplitude * 2) / 2)
    axes = Axes(
        x_range=[-0.3, TAU + 0.5, PI / 2],
        y_range=[-top * 1.15, top * 1.15, 0.5 if top <= 1 else 1],
        x_length=11.6,
        y_length=3.7,
        axis_config={"color": MUTED, "stroke_width": 2, "tip_length": 0.18},
    ).move_to(0.1 * DOWN)
    marks = VGroup()
    for k, text in ((1, r"\tfrac{\pi}{2}"), (2, r"\pi"), (3, r"\tfrac{3\pi}{2}"), (4, r"2\pi")):
        side = UP if k == 3 else DOWN
        tag = haloed(formula(text, size=34, color=MUTED)).set_z_index(1)
        marks.add(tag.next_to(axes.c2p(k * PI / 2, 0), side, buff=0.2).shift(0.22 * RIGHT))
    shift = ValueTracker(0.0)

    def wave(phase: float, color) -> ParametricFunction:
        return axes.plot(lambda x: amplitude * math.sin(x + phase), x_range=[0, TAU, 0.1], color=color, stroke_width=5)

    front = "" if amplitude == 1 else f"{amplitude:g}"
    sine = wave(0, MAIN)
    name = formula(rf"y = {front}\sin x", size=44, color=MAIN).move_to([4.3, 2.4, 0])
    narrator.say("A sine wave starts at zero and rises.", Create(axes), FadeIn(marks))
    scene.play(Create(sine, rate_func=linear), run_time=2.5)
    scene.play(FadeIn(name))
    ghost = sine.copy().set_stroke(opacity=0.3, width=3)
    moving = always_redraw(lambda: wave(shift.get_value(), interpolate_color(MAIN, WARM, shift.get_value() / (PI / 2))))
    scene.remove(sine)
    scene.add(ghost, moving)
    narrator.say("Move it a quarter of a period to the left ...", shift.animate(run_time=3).set_value(PI / 2), wait=0.4)
    arrow = DoubleArrow(
        axes.c2p(0, amplitude), axes.c2p(PI / 2, amplitude), buff=0, color=FOCUS, stroke_width=4, tip_length=0.2
    )
    gap = formula(r"\tfrac{\pi}{2}", size=40, color=FOCUS).next_to(arrow, UP, buff=0.08)
    other = formula(rf"y = {front}\cos x", size=44, color=WARM).next_to(name, LEFT, buff=1.2)
    dots = VGroup(Dot(axes.c2p(0, amplitude), color=WARM), Dot(axes.c2p(PI / 2, amplitude), color=MAIN))
    narrator.say("... and it starts at the top: a cosine wave.", FadeIn(other), wait=0.8)
    scene.play(FadeIn(dots), GrowFromCenter(arrow), FadeIn(gap))
    rule = formula(r"\cos x", "=", r"\sin\left(x + \tfrac{\pi}{2}\right)", size=48).move_to([0, -2.4, 0])
    rule[0].set_color(WARM), rule[2].set_color(MAIN)
    narrator.say("Cosine is sine, a quarter turn ahead.", Write(rule), wait=1.5)


def pythagorean_identity(scene: Scene, angle: float = 40.0):
    """sin² + cos² = 1: the Pythagorean theorem inside the unit circle.

    Tags: trigonometry, identity, unit circle, Pythagoras
    Wishes:
        sin^2 + cos^2 = 1
        why is sine squared plus cosine squared equal to one?
        Pythagorean identity on the unit circle
        sin^2 x + cos^2 x = 1
        trigonometric Pythagoras
        Pythagorean identity
        sine and cosine squared add up to one
        trig identity from the unit circle
    Parameters:
        angle: first angle in degrees; in [20, 70]; said: angle, degrees, theta
    """
    narrator = Narrator(scene)
    radius, center = 2.5, np.array([-3.4, 0.05, 0])
    t = ValueTracker(angle * DEGREES)

    def tip() -> np.ndarray:
        return center + radius * direction(t.get_value())

    def foot() -> np.ndarray:
        return np.array([tip()[0], center[1], 0])

    circle = Circle(radius, color=MUTED).move_to(center)
    spoke = always_redraw(lambda: Line(center, tip(), color=INK, stroke_width=4))
    across = always_redraw(lambda: Line(center, foot() + 1e-4 * UP, color=OTHER, stroke_width=6))
    up = always_redraw(lambda: Line(foot(), tip() + 1e-4 * UP, color=WARM, stroke_width=6))
    dot = always_redraw(lambda: Dot(tip(), color=FOCUS))
    narrator.say("A point on the circle of radius 1.", Create(circle), Create(spoke), FadeIn(dot))
    names = VGroup(
        formula(r"\cos\theta", size=36, color=OTHER).next_to(Line(center, foot()), DOWN, buff=0.15),
        formula(r"\sin\theta", size=36, color=WARM).next_to(
            Line(foot(), tip()), RIGHT, buff=0.4 if angle > 60 else 0.12
        ),
        formula("1", size=36).move_to(
            center + radius / 2 * direction(t.get_value()) + 0.28 * direction(t.get_value() + PI / 2)
        ),
    )
    if names[1].get_right()[0] > center[0] + radius * 0.98:
        names[1].next_to(circle, RIGHT, buff=0.1).set_y(tip()[1] / 2)
    narrator.say(r"Its coordinates are $\cos\theta$ and $\sin\theta$.", Create(across), Create(up), FadeIn(names))
    rule = formula(r"\sin^2\theta", "+", r"\cos^2\theta", "=", "1^2", size=60).move_to([3.5, 1.5, 0])
    rule[0].set_color(WARM), rule[2].set_color(OTHER)
    corner = right_angle_mark(foot(), center, tip(), 0.2)
    narrator.say("A right triangle with hypotenuse 1: use Pythagoras.", FadeIn(corner), Write(rule), wait=1)
    bar = np.array([0.9, -0.6, 0])
    width = 5.2
    one = always_redraw(lambda: _share(bar, RIGHT, width * math.sin(t.get_value()) ** 2, WARM))
    two = always_redraw(lambda: _share(bar + width * RIGHT, LEFT, width * math.cos(t.get_value()) ** 2, OTHER))
    frame = Rectangle(width=width, height=0.7, color=INK, stroke_width=3).move_to(bar + width / 2 * RIGHT)
    tags = VGroup(
        formula(r"\sin^2\theta", size=36, color=WARM).next_to(frame, DOWN, buff=0.25, aligned_edge=LEFT),
        formula(r"\cos^2\theta", size=36, color=OTHER).next_to(frame, DOWN, buff=0.25, aligned_edge=RIGHT),
    )
    narrator.say(
        "What the one square gains, the other loses.", FadeIn(one, two, frame, tags), FadeOut(names, corner), wait=0.3
    )
    scene.play(t.animate.set_value(angle * DEGREES + TAU), run_time=5, rate_func=smooth)
    narrator.say(r"For every angle: $\sin^2\theta + \cos^2\theta = 1$.", FadeIn(names), FadeIn(corner), wait=1.5)


def _share(start, way, width: float, color) -> Rectangle:
    """A part of the bar, growing from one of its ends."""
    part = Rectangle(width=max(1e-3, width), height=0.7, color=color, fill_opacity=0.7, stroke_width=0)
    return part.next_to(start, way, buff=0)


def soh_cah_toa(scene: Scene, angle: float = 35.0):
    """Sine, cosine, tangent: ratios of sides that depend on the angle only.

    Tags: trigonometry, right triangle, SOH-CAH-TOA, ratios
    Wishes:
        SOH CAH TOA
        sine cosine and tangent in a right triangle
        what are sine and cosine in a triangle?
        opposite, adjacent, hypotenuse
        SOHCAHTOA
        trigonometric ratios
        opposite over hypotenuse
        sine, cosine and tangent of an angle in a right triangle
        trigonometry basics
        what does the tangent of an angle mean?
    Parameters:
        angle: the angle in degrees; in [20, 55]; said: angle, degrees, theta
    """
    narrator = Narrator(scene)
    size = ValueTracker(4.2)
    left = np.array([-6.0, -1.9, 0])
    tangent = math.tan(angle * DEGREES)
    most = min(5.0, 4.0 / tangent)
    size.set_value(most)

    def corners() -> list[np.ndarray]:
        w = size.get_value()
        return [left, left + w * RIGHT, left + w * RIGHT + w * tangent * UP]

    adjacent = always_redraw(lambda: Line(corners()[0], corners()[1], color=OTHER, stroke_width=6))
    opposite = always_redraw(lambda: Line(corners()[1], corners()[2], color=WARM, stroke_width=6))
    hypotenuse = always_redraw(lambda: Line(corners()[0], corners()[2], color=MAIN, stroke_width=6))
    mark = always_redraw(lambda: right_angle_mark(corners()[1], corners()[0], corners()[2], 0.25, MUTED))
    wedge = angle_wedge(left, corners()[1], corners()[2], 0.8, FOCUS)
    theta = formula(r"\theta", size=38, color=FOCUS).move_to(left + 1.1 * direction(angle / 2 * DEGREES))
    narrator.say(
        "A right triangle, seen from one of its angles.",
        Create(adjacent),
        Create(opposite),
        Create(hypotenuse),
        FadeIn(mark, wedge, theta),
    )
    along = words("adjacent", 26, OTHER).next_to(adjacent, DOWN, buff=0.15)
    facing = words("opposite", 26, WARM).next_to(opposite, RIGHT, buff=0.15)
    long = words("hypotenuse", 26, MAIN)
    long.next_to(hypotenuse.get_center(), UL, buff=0.1)
    narrator.say("The side facing it, the side along it, and the longest one.", FadeIn(along, facing, long))
    rows = VGroup(
        _ratio(r"\sin\theta", "opposite", "hypotenuse", WARM, MAIN, math.sin(angle * DEGREES)),
        _ratio(r"\cos\theta", "adjacent", "hypotenuse", OTHER, MAIN, math.cos(angle * DEGREES)),
        _ratio(r"\tan\theta", "opposite", "adjacent", WARM, OTHER, tangent),
    ).arrange(DOWN, buff=0.5, aligned_edge=LEFT).move_to([3.9, 0.2, 0])  # fmt: skip
    for row, text in zip(
        rows,
        (
            "SOH: sine is opposite over hypotenuse.",
            "CAH: cosine is adjacent over hypotenuse.",
            "TOA: tangent is opposite over adjacent.",
        ),
        strict=True,
    ):
        narrator.say(text, FadeIn(row, shift=0.2 * LEFT), wait=0.7)
    scene.play(FadeOut(along, facing, long), run_time=0.4)
    narrator.say("Make the triangle smaller or larger: the ratios stay the same.", wait=0)
    for goal in (0.45 * most, most):
        scene.play(size.animate.set_value(goal), run_time=1.5)
    narrator.say(f"They belong to the angle alone, here {angle:g} degrees.", FadeIn(along, facing, long), wait=1.5)


def _ratio(name: str, top: str, bottom: str, top_color, bottom_color, value: float) -> VGroup:
    fraction = VGroup(
        words(top, 28, top_color), Line(LEFT, RIGHT, color=INK, stroke_width=2), words(bottom, 28, bottom_color)
    )
    fraction.arrange(DOWN, buff=0.12)
    return VGroup(formula(name, "=", size=42), fraction, formula(rf"\approx {value:.2f}", size=42)).arrange(
        RIGHT, buff=0.25
    )


def radians(scene: Scene, degrees: float = 90.0):
    """Radians: measure an angle by the radius, laid along the circle.

    Tags: trigonometry, radian, arc length, angle, pi
    Wishes:
        what is a radian?
        radians and degrees
        why is a full turn 2 pi radians
        convert 90 degrees to radians
        degrees to radians
        radian measure of an angle
        arc length equal to the radius
        why is 180 degrees equal to pi?
    Parameters:
        degrees: an angle to convert at the end; in [10, 350]; said: degrees, angle
    """
    narrator = Narrator(scene)
    radius, center = 2.3, np.array([-3.4, 0.05, 0])
    circle = Circle(radius, color=MUTED).move_to(center)
    spoke = Line(center, center + radius * RIGHT, color=FOCUS, stroke_width=6)
    name = formula("r", size=42, color=FOCUS).next_to(spoke, UP, buff=0.1)
    narrator.say("Take the radius of a circle ...", Create(circle), Create(spoke), FadeIn(name))
    arc = Arc(radius, 0, 1, arc_center=center, color=FOCUS, stroke_width=8)
    bent = spoke.copy()
    scene.play(bent.animate.rotate(PI / 2, about_point=center + radius * RIGHT), run_time=0.9)
    wedge = Sector(radius=radius, angle=1, color=FOCUS, fill_opacity=0.25, stroke_width=0).shift(center)
    one = formula(r"1\text{ radian}", "=", r"\frac{180^\circ}{\pi} \approx 57.3^\circ", size=42).move_to([3.5, 1.8, 0])
    one[0].set_color(FOCUS)
    narrator.say(
        "... and bend it along the circle: this angle is one radian.", Transform(bent, arc), FadeIn(wedge), wait=0.8
    )
    scene.play(Write(one))
    pieces = VGroup()
    colors = [MAIN, OTHER, WARM, GOOD, MAIN]
    for k in range(1, 6):
        pieces.add(Arc(radius, k, 1, arc_center=center, color=colors[k - 1], stroke_width=8))
    rest = Arc(radius, 6, TAU - 6, arc_center=center, color=INK, stroke_width=8)
    narrator.say(
        "Go on: six radii fit, and a bit more.",
        LaggedStart(*[Create(p) for p in (*pieces, rest)], lag_ratio=0.7, run_time=3),
    )
    full = formula(r"360^\circ", "=", r"2\pi\text{ radians}", size=42).move_to([3.5, 0.4, 0])
    narrator.say(r"The whole rim is $2\pi$ radii long.", Write(full), wait=0.8)
    scene.play(FadeOut(pieces, rest, bent, wedge), run_time=0.5)
    value = degrees * DEGREES
    sector = Sector(radius=radius, angle=value, color=GOOD, fill_opacity=0.35, stroke_width=0).shift(center)
    edge = Arc(radius, 0, value, arc_center=center, color=GOOD, stroke_width=8)
    sector.set_z_index(-1)
    example = formula(
        rf"{degrees:g}^\circ", "=", rf"{degrees / 180:.3g}\,\pi", rf"\approx {value:.2f}\text{{ radians}}", size=42
    ).move_to([3.5, -0.9, 0])
    narrator.say("Degrees times pi over 180 gives radians.", FadeIn(sector), Create(edge), Write(example), wait=1.5)
