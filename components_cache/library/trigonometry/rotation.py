"""Rotation: Euler's formula as a turning point, and the addition formulas."""

import math

from manim import *

from components_cache.library.geometry.figures import angle_wedge, direction, shape, wedge_label
from components_cache.library.theme import FOCUS, GHOST, GOOD, INK, MAIN, MUTED, OTHER, WARM, Narrator, formula, words


def euler_formula(scene: Scene, end: float = 1.0):
    """Euler's formula: e to the i theta is a point that turns on the unit circle.

    Tags: complex numbers, Euler, exponential, rotation, unit circle
    Wishes:
        use the complex plane to visualize Euler's formula
        e^{i theta} = cos(theta) + i sin(theta) with a rotating point
        Euler's formula
        why is e^(ix) on the unit circle
        e^(i x) = cos x + i sin x
        complex exponential on the unit circle
        how does e to an imaginary power make a rotation?
        rotating point in the complex plane traces cosine and sine
        e^(i theta) = cos theta + i sin theta on the complex plane
        complex exponential as circular motion
        a point circling on the complex plane with e to the i theta
        rotating phasor with its real and imaginary shadows
        cis theta
    Parameters:
        end: how many full turns the point makes; in [0.5, 3]; said: turns, times
    """
    narrator = Narrator(scene)
    unit, center = 2.0, np.array([-3.7, 0.05, 0])
    plane, names = _complex_plane(center, unit)
    t = ValueTracker(0.75)

    def tip() -> np.ndarray:
        return center + unit * direction(t.get_value())

    circle = Circle(unit, color=MUTED).move_to(center)
    vector = always_redraw(
        lambda: Arrow(center, tip(), buff=0, color=FOCUS, stroke_width=5, max_tip_length_to_length_ratio=0.12)
    )
    across = always_redraw(lambda: Line(center, [tip()[0] + 1e-4, center[1], 0], color=OTHER, stroke_width=7))
    up = always_redraw(lambda: Line([tip()[0], center[1], 0], tip() + 1e-4 * UP, color=WARM, stroke_width=7))
    arc = always_redraw(lambda: Arc(0.5, 0, t.get_value() % TAU, arc_center=center, color=INK, stroke_width=4))
    narrator.say("In the complex plane, take the circle of radius 1.", Create(plane), FadeIn(names), Create(circle))
    rule = formula(r"e^{i\theta}", "=", r"\cos\theta", "+", "i", r"\sin\theta", size=60).move_to([3.4, 1.9, 0])
    for place, color in ((0, FOCUS), (2, OTHER), (5, WARM)):
        rule[place].set_color(color)
    narrator.say(
        r"$e^{i\theta}$ is the point at the angle $\theta$.", GrowArrow(vector), FadeIn(arc), Write(rule[0]), wait=1
    )
    narrator.say(r"Across it is $\cos\theta$, upwards it is $\sin\theta$.", Create(across), Create(up), Write(rule[1:]))
    numbers = _live_numbers(t)
    scene.play(FadeIn(numbers))
    narrator.say(r"Let $\theta$ grow: the point turns with constant speed.", wait=0)
    scene.play(t.animate.set_value(TAU * end), run_time=4 + 2.5 * end, rate_func=linear)
    scene.play(t.animate.set_value(TAU * end + 0.75), run_time=1)
    velocity = Arrow(tip(), tip() + 1.1 * direction(t.get_value() + PI / 2), buff=0, color=GOOD, stroke_width=5)
    speed = formula(r"\frac{d}{d\theta}\,e^{i\theta}", "=", "i", r"\cdot e^{i\theta}", size=44, color=GOOD).move_to(
        [3.4, -1.9, 0]
    )
    narrator.say(
        "Why? Its velocity is $i$ times its position: a quarter turn ahead.", GrowArrow(velocity), Write(speed), wait=1
    )
    narrator.say("Moving always sideways, at speed 1, is moving on a circle.", wait=1.5)


def _complex_plane(center, unit: float) -> tuple[VGroup, VGroup]:
    """Two axes through the centre, and labels 1, i, -1, -i."""
    reach = 1.3 * unit
    axes = VGroup(
        Line(center + reach * LEFT, center + reach * RIGHT, color=GHOST),
        Line(center + reach * DOWN, center + reach * UP, color=GHOST),
    )
    names = VGroup()
    for text, way, side in (("1", RIGHT, DR), ("i", UP, UR), ("-1", LEFT, DL), ("-i", DOWN, DR)):
        names.add(formula(text, size=36, color=MUTED).next_to(center + unit * way, side, buff=0.1))
    return axes, names


def _live_numbers(t: ValueTracker) -> VGroup:
    """theta, cosine and sine of the tracker, updating."""
    rows = VGroup()
    for tex, f, color in (
        (r"\theta =", lambda x: x, INK),
        (r"\cos\theta =", math.cos, OTHER),
        (r"\sin\theta =", math.sin, WARM),
    ):
        name = formula(tex, size=40, color=color)
        number = DecimalNumber(f(t.get_value()), num_decimal_places=2, include_sign=True, font_size=40, color=color)
        number.add_updater(lambda mob, f=f, name=name: mob.set_value(f(t.get_value())).next_to(name, RIGHT, buff=0.2))
        rows.add(VGroup(name, number.next_to(name, RIGHT, buff=0.2)))
    return rows.arrange(DOWN, buff=0.3, aligned_edge=LEFT).move_to([3.4, 0.2, 0])


def euler_identity(scene: Scene, terms: int = 9):
    """Euler's identity: half a turn ends at minus one, so e^(iπ) + 1 = 0.

    The power series of e^(iπ) is laid down arrow by arrow; each factor i turns by a quarter.

    Tags: complex numbers, Euler's identity, e, pi, power series
    Wishes:
        Euler identity
        Euler's formula e^(i pi) = -1
        Euler's identity
        why is e to the i pi minus one?
        Euler identity e^{i\\pi} + 1 = 0
        e^(i pi) + 1 = 0
        the most beautiful formula of mathematics
        why is e^(i pi) equal to -1?
    Parameters:
        terms: how many terms of the series are drawn; in [7, 12]; said: terms
    """
    narrator = Narrator(scene)
    unit, center = 1.0, np.array([-1.9, -0.55, 0])
    axes = VGroup(
        Line(center + 4.2 * LEFT, center + 2.9 * RIGHT, color=GHOST),
        Line(center + 2.05 * DOWN, center + 3.3 * UP, color=GHOST),
    )
    names = VGroup(
        formula("1", size=34, color=MUTED).next_to(center + unit * RIGHT, DR, buff=0.12),
        formula("i", size=34, color=MUTED).next_to(center + unit * UP, UL, buff=0.12),
    )
    circle = Circle(unit, color=MUTED, stroke_width=2).move_to(center)
    series = formula(r"e^{z} = 1 + z + \frac{z^2}{2} + \frac{z^3}{6} + \cdots", size=42).move_to([3.7, 2.2, 0])
    narrator.say(
        "What could $e$ to an imaginary power mean? Use its series.", Create(axes), FadeIn(names), Write(series)
    )
    put = formula(r"z", "=", r"i\pi", size=44, color=FOCUS).move_to([3.7, 1.1, 0])
    narrator.say(r"Put in $i\pi$: each new factor $i$ turns the arrow by a quarter.", FadeIn(put), wait=0.5)
    here, path = 0 + 0j, VGroup()
    colors = [MAIN, WARM, OTHER, GOOD]
    for k in range(terms):
        step = (1j * PI) ** k / math.factorial(k)
        start, end = (center + unit * np.array([z.real, z.imag, 0]) for z in (here, here + step))
        arrow = Line(start, end, color=colors[k % 4], stroke_width=6)
        if abs(step) * unit > 0.25:
            arrow.add_tip(tip_length=0.18, tip_width=0.16)
        path.add(arrow)
        here += step
        scene.play(Create(arrow), run_time=0.75 if k < 6 else 0.4)
    goal = Dot(center + unit * LEFT, color=FOCUS, radius=0.1)
    tag = formula("-1", size=44, color=FOCUS).next_to(goal, DL, buff=0.12)
    narrator.say("The arrows spiral in, exactly to $-1$.", FadeIn(goal, scale=2), FadeIn(tag), wait=0.8)
    arc = Arc(unit, 0, PI, arc_center=center, color=FOCUS, stroke_width=7)
    text = words("half a turn", 30, FOCUS).move_to([3.7, 0.1, 0])
    narrator.say(
        r"It is half a turn on the unit circle: the angle is $\pi$.",
        path.animate.set_opacity(0.3),
        FadeIn(circle),
        Create(arc),
        FadeIn(text),
    )
    rule = formula(r"e^{i\pi}", "=", "-1", size=72).move_to([3.7, -1.2, 0])
    rule[0].set_color(FOCUS)
    frame = SurroundingRectangle(rule, color=FOCUS, buff=0.25, corner_radius=0.1)
    narrator.say(r"So $e^{i\pi} = -1$, or $e^{i\pi} + 1 = 0$.", Write(rule), Create(frame), wait=1.5)


def angle_addition(scene: Scene, alpha: float = 32.0, beta: float = 25.0):
    """Addition formula of the sine: two stacked right triangles, their heights added.

    Tags: trigonometry, addition theorem, sine of a sum
    Wishes:
        addition formula for sine
        sin(a + b) formula
        angle sum identity
        why is sin(alpha + beta) = sin alpha cos beta + cos alpha sin beta
        sum formula for sine
        sine of a sum of two angles
        sin(a+b) proof with triangles
        addition theorem of trigonometry
        geometric derivation of the angle sum formula
    Parameters:
        alpha: first angle in degrees; in [20, 45]; said: alpha, first angle
        beta: second angle in degrees; in [15, 40]; said: beta, second angle
    """
    narrator = Narrator(scene)
    a, b = alpha * DEGREES, beta * DEGREES
    size = min(5.4, 4.6 / math.sin(a + b))
    origin = np.array([-6.0, -2.2, 0])
    end = origin + size * direction(a + b)
    knee = origin + size * math.cos(b) * direction(a)
    foot, below = np.array([knee[0], origin[1], 0]), np.array([end[0], origin[1], 0])
    level = np.array([end[0], knee[1], 0])
    lower, upper = shape([origin, foot, knee], MAIN, 0.25), shape([origin, knee, end], WARM, 0.25)
    wedges = VGroup(angle_wedge(origin, foot, knee, 0.9, MAIN), angle_wedge(origin, knee, end, 0.9, WARM))
    names = VGroup(
        wedge_label(r"\alpha", origin, foot, knee, 1.2, MAIN, 34),
        wedge_label(r"\beta", origin, knee, end, 1.2, WARM, 34),
    )
    narrator.say(
        r"Put the angle $\beta$ on top of $\alpha$, with hypotenuse 1.",
        Create(lower),
        Create(upper),
        FadeIn(wedges, names),
    )
    one = formula("1", size=38).move_to((origin + end) / 2 + 0.3 * direction(a + b + PI / 2))
    height = Line(below, end, color=FOCUS, stroke_width=6)
    sum_ = formula(r"\sin(\alpha+\beta)", size=48, color=FOCUS).move_to([3.2, 2.0, 0])
    narrator.say("How high is the end?", FadeIn(one), Create(height), Write(sum_))
    first = Line(foot, knee, color=MAIN, stroke_width=8)
    second = Line(level, end, color=WARM, stroke_width=8)
    helper = DashedLine(level, knee, color=MUTED)
    tilt = angle_wedge(end, level, knee, 0.6, MAIN)
    part = formula(r"\sin\alpha\,\cos\beta", size=48, color=MAIN).move_to([3.2, 0.9, 0])
    narrator.say(
        r"The long leg is $\cos\beta$; it rises by $\sin\alpha \cos\beta$.", Create(first), Write(part), wait=1
    )
    rest = formula(r"\cos\alpha\,\sin\beta", size=48, color=WARM).move_to([3.2, -0.1, 0])
    narrator.say(
        r"The short leg $\sin\beta$ is tilted by $\alpha$: it rises by $\cos\alpha \sin\beta$.",
        Create(helper),
        FadeIn(tilt),
        Create(second),
        Write(rest),
        wait=1,
    )
    slid = first.copy()
    scene.play(slid.animate.shift(below - foot), height.animate.set_stroke(opacity=0.2), run_time=1.2)
    rule = formula(r"\sin(\alpha+\beta)", "=", r"\sin\alpha\cos\beta", "+", r"\cos\alpha\sin\beta", size=40).move_to(
        [3.0, -1.5, 0]
    )
    rule[0].set_color(FOCUS), rule[2].set_color(MAIN), rule[4].set_color(WARM)
    frame = SurroundingRectangle(rule, color=GHOST, buff=0.2, corner_radius=0.1)
    narrator.say("Stack the two rises: the addition formula.", Write(rule), Create(frame), wait=1.5)
