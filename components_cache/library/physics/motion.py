"""Bodies in motion: throws, orbits, collisions."""

import numpy as np
from manim import *

from components_cache.library.theme import (
    FOCUS,
    GHOST,
    GOOD,
    INK,
    MAIN,
    MUTED,
    OTHER,
    Narrator,
    formula,
    words,
)


def projectile_motion(scene: Scene, speed: float = 20.0, angle: float = 50.0, drag: float = 0.03):
    """Projectile motion: a throw with and without air drag.

    Tags: physics, mechanics, projectile, trajectory, parabola, gravity, air resistance, drag
    Wishes:
        projectile motion with and without drag
        projectile motion
        path of a thrown ball
        how does air resistance change a throw?
        trajectory of a cannonball at 45 degrees
        throwing a ball
        trajectory of a projectile
        cannonball with and without air resistance
        why is the path of a thrown object a parabola?
        ballistic curve
        range and height of a throw at 45 degrees
        Animate a projectile with its velocity components
    Parameters:
        speed: launch speed in metres per second; in [8, 40]; said: speed, velocity, m
        angle: launch angle in degrees; in [20, 75]; said: degrees, angle
        drag: strength of the air drag, per metre; in [0.005, 0.1]; said: drag, air resistance
    """
    narrator = Narrator(scene)

    def fly(k):
        place, pace = np.zeros(2), speed * np.array([np.cos(np.deg2rad(angle)), np.sin(np.deg2rad(angle))])
        path = [place.copy()]
        while place[1] >= 0:
            pace = pace + 0.005 * (np.array([0, -9.81]) - k * np.linalg.norm(pace) * pace)
            place = place + 0.005 * pace
            path.append(place.copy())
        return np.array(path)

    free, slowed = fly(0.0), fly(drag)
    far, high = free[:, 0].max(), free[:, 1].max()
    step = next(s for s in (1, 2, 5, 10, 20, 50) if far / s <= 9)
    unit = min(10.6 / (1.12 * far), 3.9 / (1.15 * high))
    tall = 1.15 * high
    axes = Axes(
        x_range=[0, 1.12 * far, step],
        y_range=[0, tall, step],
        x_length=1.12 * far * unit,
        y_length=tall * unit,
        axis_config={"color": MUTED, "stroke_width": 2, "tip_length": 0.18},
        x_axis_config={"include_numbers": True, "font_size": 26},
    )
    axes.move_to([0, -0.1, 0])
    unit_name = words("metres", 24, MUTED).next_to(axes.x_axis.get_end(), UP, buff=0.3).shift(0.3 * LEFT)
    launch = axes.c2p(0, 0)
    aim = np.array([np.cos(np.deg2rad(angle)), np.sin(np.deg2rad(angle)), 0])
    arrow = Arrow(launch, launch + 1.3 * aim, buff=0, color=FOCUS, stroke_width=5)
    scene.play(Create(axes), FadeIn(unit_name), run_time=1)
    narrator.say(f"A ball leaves at {speed:g} metres per second, {angle:g} degrees up.", GrowArrow(arrow))

    def shot(path, color, seconds):
        curve = VMobject(stroke_color=color, stroke_width=4).set_points_smoothly([axes.c2p(*p) for p in path[::12]])
        ball = Dot(launch, radius=0.11, color=color)
        scene.add(ball)
        return (
            curve,
            ball,
            AnimationGroup(
                Create(curve, rate_func=linear, run_time=seconds),
                MoveAlongPath(ball, curve, rate_func=linear, run_time=seconds),
            ),
        )

    _first, _ball, motion = shot(free, MAIN, 3)
    narrator.say("Without air only gravity pulls: the path is a parabola.", motion, wait=0.8)
    _second, _other, motion = shot(slowed, OTHER, 3 * len(slowed) / len(free))
    narrator.say("Air pushes back hardest where it is fastest: the path is lopsided.", motion, wait=0.8)
    ranges = VGroup(
        words(f"no air: {far:.1f} m", 28, MAIN), words(f"with air: {slowed[:, 0].max():.1f} m", 28, OTHER)
    ).arrange(DOWN, aligned_edge=LEFT)
    ranges.to_corner(UR, buff=0.5).shift(0.75 * DOWN)
    if ranges.get_left()[0] < axes.c2p(far * 0.75, 0)[0]:
        ranges.set_x(min(5.4, axes.c2p(far, 0)[0] + 0.2))
    share = slowed[:, 0].max() / far
    narrator.say(f"The air takes {1 - share:.0%} of the distance.", FadeIn(ranges), FadeOut(arrow), wait=2)


def kepler_second_law(scene: Scene, eccentricity: float = 0.55, sectors: int = 8):
    """Kepler's second law: a planet sweeps out equal areas in equal times.

    Tags: physics, astronomy, orbit, ellipse, planet, Kepler, angular momentum
    Wishes:
        Kepler's second law
        equal areas in equal times
        why does a planet move faster near the sun?
        elliptical orbit of a planet around the sun
        Kepler's laws of planetary motion
        Kepler
        planet sweeps equal areas
        orbit of a planet around the sun
        why is a comet fastest near the sun?
        elliptical orbits
    Parameters:
        eccentricity: how flat the ellipse is; in [0.2, 0.7]; said: eccentricity
        sectors: how many equal times one year is cut into; in [6, 12]; said: sectors, areas, parts
    """
    narrator = Narrator(scene)
    a = 4.0
    b = a * np.sqrt(1 - eccentricity**2)
    scale = min(1.0, 2.55 / b)
    a, b = a * scale, b * scale
    sun_place = np.array([a * eccentricity, 0.05, 0])
    center = np.array([0, 0.05, 0])

    def anomaly(mean):
        e = mean
        for _ in range(30):  # Newton's method on Kepler's equation
            e -= (e - eccentricity * np.sin(e) - mean) / (1 - eccentricity * np.cos(e))
        return e

    def planet_at(share):
        e = anomaly(TAU * share)
        return center + np.array([a * np.cos(e), b * np.sin(e), 0])

    orbit = Ellipse(2 * a, 2 * b, color=GHOST, stroke_width=3).move_to(center)
    sun = Dot(sun_place, radius=0.2, color=FOCUS)
    year = ValueTracker(0)
    planet = always_redraw(lambda: Dot(planet_at(year.get_value()), radius=0.12, color=MAIN))
    ray = always_redraw(lambda: Line(sun_place, planet_at(year.get_value()), color=MUTED, stroke_width=2))
    name = words("sun", 24, FOCUS).next_to(sun, DOWN, buff=0.12)
    narrator.say("A planet runs on an ellipse; the sun sits in one focus.", Create(orbit), FadeIn(sun, name, planet))
    scene.add(ray)
    narrator.say(
        "Near the sun it hurries, far away it dawdles.",
        year.animate(run_time=4, rate_func=linear).set_value(1),
        wait=0.2,
    )
    wedges = VGroup()
    for k in range(sectors):
        shares = np.linspace(k / sectors, (k + 1) / sectors, 24)
        corners = [sun_place, *[planet_at(s) for s in shares]]
        color = MAIN if k % 2 == 0 else OTHER
        wedges.add(Polygon(*corners, color=color, stroke_width=1.5, fill_opacity=0.45))
    scene.play(FadeOut(name), year.animate.set_value(0), run_time=0.3)
    narrator.say(
        f"Cut the year into {sectors} equal times and colour what the ray sweeps.",
        year.animate(run_time=4, rate_func=linear).set_value(1),
        LaggedStart(*[FadeIn(w, run_time=4 / sectors) for w in wedges], lag_ratio=1, run_time=4),
        wait=0.3,
    )
    scene.bring_to_front(ray, planet, sun)
    area = np.pi * a * b / sectors
    near, far = wedges[0], wedges[sectors // 2]
    values = VGroup(
        words(f"near: short and wide, {area:.2f}", 26, INK), words(f"far: long and thin, {area:.2f}", 26, INK)
    ).arrange(RIGHT, buff=1.2)
    values.move_to([0, -2.85, 0]) if b < 2.3 else values.arrange(DOWN, aligned_edge=LEFT).to_corner(UL).shift(
        0.7 * DOWN
    )
    scene.play(near.animate.set_fill(FOCUS, 0.8), far.animate.set_fill(FOCUS, 0.8), FadeIn(values))
    narrator.say("All these areas are equal: that is how the speed is set.", wait=2)


def elastic_collision(scene: Scene, mass_left: float = 1.0, mass_right: float = 3.0, speed: float = 2.0):
    """Elastic collision: two blocks exchange momentum and keep their energy.

    Tags: physics, mechanics, collision, momentum, kinetic energy, conservation
    Wishes:
        elastic collision of two blocks
        two blocks collide
        conservation of momentum in a collision
        what happens when a light block hits a heavy one
        momentum and kinetic energy in an elastic collision
        two carts bump into each other
        momentum conservation
        billiard balls collide and exchange speed
        kinetic energy before and after a collision
        block hitting another block
    Parameters:
        mass_left: mass of the moving block in kilograms; in [0.5, 10]; said: first mass, left mass, masses
        mass_right: mass of the resting block in kilograms; in [0.5, 10]; said: second mass, right mass, and
        speed: speed of the left block in metres per second; in [1, 4]; said: speed, velocity
    """
    narrator = Narrator(scene)
    m, n, v = mass_left, mass_right, speed
    left_after, right_after = (m - n) / (m + n) * v, 2 * m / (m + n) * v
    floor = Line([-6.6, -1.0, 0], [6.6, -1.0, 0], color=MUTED, stroke_width=3)

    def block(mass, color):
        side = 0.75 + 0.35 * np.sqrt(mass)
        body = Square(side, color=color, fill_opacity=0.85)
        return VGroup(body, words(f"{mass:g} kg", 24, "#0d1017").move_to(body))

    one, two = block(m, MAIN), block(n, OTHER)
    one.next_to(floor, UP, buff=0).set_x(-4.6)
    two.next_to(floor, UP, buff=0).set_x(1.0)
    touch = two.get_left()[0] - one.width / 2

    def arrow(body, pace, color):
        if abs(pace) < 0.05:
            return VGroup()
        start = body.get_top() + 0.25 * UP
        tip = Arrow(
            start, start + 0.55 * pace * RIGHT, buff=0, color=color, stroke_width=5, max_tip_length_to_length_ratio=0.3
        )
        value = words(f"{abs(pace):.2g} m/s", 24, color).next_to(tip, UP, buff=0.1)
        return VGroup(tip, value)

    before = arrow(one, v, FOCUS)
    narrator.say("One block slides towards another that rests.", Create(floor), FadeIn(one, two), FadeIn(before))
    rule = formula(r"m_1 v_1", "+", r"m_2 v_2", "=", f"{m * v:.2f}", size=36)
    energy = formula(r"\tfrac12 m_1 v_1^2", "+", r"\tfrac12 m_2 v_2^2", "=", f"{m * v * v / 2:.2f}", size=36)
    books = VGroup(rule, energy).arrange(DOWN, aligned_edge=RIGHT, buff=0.25).move_to([0, -2.1, 0])
    narrator.say("Two totals are kept: momentum and kinetic energy.", FadeIn(books), wait=1.2)
    pace = (touch - one.get_x()) / v / 1.6
    shift = (touch - one.get_x()) * RIGHT
    scene.play(
        one.animate(rate_func=linear, run_time=pace).shift(shift),
        before.animate(rate_func=linear, run_time=pace).shift(shift),
    )
    flash = Flash(two.get_left(), color=FOCUS, flash_radius=0.5, run_time=0.4)
    seconds = min(2.5, *[abs(room / max(abs(u * 1.6), 1e-6)) for room, u in ((4.6, left_after), (4.0, right_after))])
    scene.play(
        flash,
        FadeOut(before, run_time=0.2),
        one.animate(rate_func=linear, run_time=seconds).shift(1.6 * left_after * seconds * RIGHT),
        two.animate(rate_func=linear, run_time=seconds).shift(1.6 * right_after * seconds * RIGHT),
    )
    after = VGroup(arrow(one, left_after, FOCUS), arrow(two, right_after, FOCUS))
    scene.play(FadeIn(after), run_time=0.5)
    if abs(m - n) < 1e-9:
        told = "Equal masses swap their speeds: the first stops dead."
    elif m < n:
        told = "The light block bounces back, the heavy one moves off slowly."
    else:
        told = "The heavy block ploughs on, the light one is flung ahead."
    sums = formula(
        rf"{m:g}\cdot({left_after:.2f}) + {n:g}\cdot {right_after:.2f}",
        "=",
        f"{m * left_after + n * right_after:.2f}",
        size=36,
    ).move_to(books)
    sums[2].set_color(GOOD)
    narrator.say(told, wait=1.5)
    narrator.say("The sums after the blow are the sums before it.", ReplacementTransform(books, sums), wait=2)
