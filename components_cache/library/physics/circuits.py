"""Electric circuits: charge on its way through a resistor onto a capacitor."""

import numpy as np
from manim import *

from components_cache.library.physics.oscillations import coil
from components_cache.library.theme import (
    FOCUS,
    GOOD,
    INK,
    MAIN,
    MUTED,
    OTHER,
    THIRD,
    WARM,
    Narrator,
    formula,
    words,
)

LEFT_X, RIGHT_X, TOP_Y, BOTTOM_Y = -5.5, -2.0, 1.6, -1.8  # the loop of wire
CELL_Y = -0.1  # where battery and capacitor sit


def quantity(value: float, unit: str) -> str:
    """A value with three digits and its unit in TeX."""
    return rf"{value:.4g}\,\mathrm{{{unit}}}"


def seconds(milliseconds: float) -> str:
    """A time in TeX, in the unit that suits it."""
    if milliseconds >= 1000:
        return quantity(milliseconds / 1000, "s")
    return quantity(milliseconds, "ms") if milliseconds >= 1 else quantity(1000 * milliseconds, r"\mu s")


def wire(*corners) -> VMobject:
    """A wire through corners."""
    return VMobject(stroke_color=INK, stroke_width=3).set_points_as_corners([[*corner, 0] for corner in corners])


def loop_wires() -> VGroup:
    """The wires of a loop with gaps for battery, switch, resistor and capacitor."""
    return VGroup(
        wire((LEFT_X, CELL_Y + 0.12), (LEFT_X, TOP_Y), (-5.1, TOP_Y)),
        wire((-4.4, TOP_Y), (-3.9, TOP_Y)),
        wire((-2.5, TOP_Y), (RIGHT_X, TOP_Y), (RIGHT_X, CELL_Y + 0.14)),
        wire((RIGHT_X, CELL_Y - 0.14), (RIGHT_X, BOTTOM_Y), (LEFT_X, BOTTOM_Y), (LEFT_X, CELL_Y - 0.12)),
    )


def battery_sign() -> VGroup:
    """A long plate, the positive one, above a short one."""
    long = Line([LEFT_X - 0.4, CELL_Y + 0.12, 0], [LEFT_X + 0.4, CELL_Y + 0.12, 0], color=GOOD, stroke_width=5)
    short = Line([LEFT_X - 0.2, CELL_Y - 0.12, 0], [LEFT_X + 0.2, CELL_Y - 0.12, 0], color=GOOD, stroke_width=8)
    return VGroup(long, short)


def capacitor_sign() -> VGroup:
    """Two plates that face each other."""
    return VGroup(
        *[
            Line([RIGHT_X - 0.65, CELL_Y + y, 0], [RIGHT_X + 0.65, CELL_Y + y, 0], color=MAIN, stroke_width=6)
            for y in (0.14, -0.14)
        ]
    )


def plate_charges(share: float) -> VGroup:
    """Plus and minus signs outside the plates: as many of six as the capacitor is charged, the last one fading in."""
    signs = VGroup()
    for k, x in enumerate((-0.2, 0.2, -0.37, 0.37, -0.54, 0.54)):
        seen = float(np.clip(6 * share - k, 0, 1))
        for y, positive in ((0.32, True), (-0.32, False)):
            center = np.array([RIGHT_X + x, CELL_Y + y, 0])
            sign = VGroup(Line(center + 0.07 * LEFT, center + 0.07 * RIGHT))
            if positive:
                sign.add(Line(center + 0.07 * DOWN, center + 0.07 * UP))
            signs.add(sign.set_stroke(FOCUS, 3, opacity=seen))
    return signs


def carriers(moved: float, seen: float = 1.0) -> VGroup:
    """Dots on the wires, `moved` units further in the direction of the current; they do not cross the plates."""
    ways = [
        [(LEFT_X, CELL_Y + 0.2), (LEFT_X, TOP_Y), (RIGHT_X, TOP_Y), (RIGHT_X, CELL_Y + 0.5)],
        [(RIGHT_X, CELL_Y - 0.5), (RIGHT_X, BOTTOM_Y), (LEFT_X, BOTTOM_Y), (LEFT_X, CELL_Y - 0.2)],
    ]
    dots = VGroup()
    for way in ways:
        corners = np.array(way)
        lengths = np.append(0, np.cumsum(np.linalg.norm(np.diff(corners, axis=0), axis=1)))
        count = int(lengths[-1] / 0.62)
        for k in range(count):
            at = ((k + 0.5) / count * lengths[-1] + moved) % lengths[-1]
            place = [np.interp(at, lengths, corners[:, axis]) for axis in (0, 1)]
            dots.add(Dot([*place, 0], radius=0.065, color=FOCUS, fill_opacity=seen))
    return dots


def rc_charging(scene: Scene, voltage: float = 9.0, resistance: float = 2.0, capacitance: float = 500.0):
    """Charging a capacitor: the fuller it gets, the slower it fills; RC sets the time.

    Tags: physics, electricity, circuit, capacitor, resistor, RC circuit, time constant, exponential, current, voltage
    Wishes:
        RC circuit
        charging of a capacitor
        RC charging curve
        how does a capacitor charge through a resistor?
        time constant of an RC circuit
        resistor-capacitor circuit with 10 kΩ and 100 µF
        voltage of a charging capacitor over time
        why does a capacitor charge exponentially?
        capacitor
    Parameters:
        voltage: voltage of the battery in volts; in [1, 24]; said: voltage, volts, V, battery
        resistance: resistance in kiloohms; in [0.1, 100]; said: resistance, kiloohm, kiloohms, kΩ, kohm, resistor, R
        capacitance: capacitance in microfarads; in [1, 1000]; said: capacitance, microfarad, microfarads, µF, uF, capacitor, C
    """
    narrator = Narrator(scene)
    clock = ValueTracker(0)  # in units of RC

    def share():
        return 1 - np.exp(-clock.get_value())

    resistor = coil((-3.9, TOP_Y, 0), (-2.5, TOP_Y, 0), 5, 0.18).set_stroke(OTHER, 4)
    switch = Line([-5.1, TOP_Y, 0], [-4.4, TOP_Y, 0], color=INK, stroke_width=4)
    switch.rotate(0.6, about_point=switch.get_start())
    joints = VGroup(Dot([-5.1, TOP_Y, 0], radius=0.06), Dot([-4.4, TOP_Y, 0], radius=0.06))
    names = VGroup(
        formula(quantity(voltage, "V"), size=34, color=GOOD).move_to([LEFT_X + 1.0, CELL_Y, 0]),
        formula(quantity(resistance, r"k\Omega"), size=34, color=OTHER).move_to([-3.2, TOP_Y + 0.55, 0]),
        formula(quantity(capacitance, r"\mu F"), size=34, color=MAIN).next_to([RIGHT_X - 0.15, CELL_Y - 0.8, 0], LEFT),
    )
    narrator.say(
        "A battery, an open switch, a resistor and an empty capacitor.",
        Create(loop_wires()),
        FadeIn(battery_sign(), capacitor_sign(), resistor, switch, joints),
        FadeIn(names),
    )
    axes = _chart(scene, narrator, voltage)
    dots = always_redraw(lambda: carriers(5.5 * share()))
    signs = always_redraw(lambda: plate_charges(share()))
    curve = always_redraw(lambda: _curve(axes, clock.get_value()))
    gap = always_redraw(lambda: _gap(axes, clock.get_value()))
    scene.add(curve, signs)
    narrator.say(
        "Close the switch: charge runs onto the plates, at first with the whole voltage.",
        Rotate(switch, -0.6, about_point=switch.get_start(), run_time=0.7),
        FadeIn(dots),
        FadeIn(gap),
        wait=0.2,
    )
    scene.play(clock.animate(run_time=3, rate_func=linear).set_value(1))
    _sixty_three(scene, narrator, axes)
    narrator.say(
        "What is left up to the battery's voltage drives the current: less and less.",
        clock.animate(run_time=6, rate_func=linear).set_value(5),
        color=WARM,
        wait=0.3,
    )
    _law(scene, narrator, axes, resistance, capacitance)


def _chart(scene, narrator, voltage: float) -> Axes:
    """Axes of the capacitor's voltage against time in units of RC, up to the voltage of the battery."""
    axes = Axes(
        x_range=[0, 5.7, 1],
        y_range=[0, 1.15, 2],
        x_length=6.2,
        y_length=4.3,
        axis_config={"color": MUTED, "stroke_width": 2, "tip_length": 0.18, "tip_width": 0.14},
    )
    axes.shift(np.array([0.1, -2.1, 0]) - axes.c2p(0, 0))
    ticks = VGroup(
        *[
            formula(rf"{k if k > 1 else ''}RC", size=28, color=MUTED).next_to(axes.c2p(k, 0), DOWN, buff=0.15)
            for k in range(1, 6)
        ]
    )
    level = DashedLine(axes.c2p(0, 1), axes.c2p(5.5, 1), color=GOOD, stroke_width=2.5)
    top = formula(quantity(voltage, "V"), size=32, color=GOOD).next_to(axes.c2p(5.5, 1), UP, buff=0.12)
    top.shift(0.3 * LEFT)
    name = words("voltage of the capacitor", 26, MAIN).next_to(axes.c2p(0, 1.15), RIGHT, buff=0.25).shift(0.1 * UP)
    ticks.add(formula("t", size=34, color=MUTED).next_to(axes.x_axis.get_end(), UP, buff=0.15))
    narrator.say("Watch the voltage of the capacitor.", Create(axes), FadeIn(ticks, level, top, name), color=MAIN)
    return axes


def _curve(axes, until: float) -> VMobject:
    times = np.linspace(0, max(until, 0.01), 120)
    points = axes.c2p(np.column_stack([times, 1 - np.exp(-times)]))
    return VMobject(stroke_color=MAIN, stroke_width=5).set_points_as_corners(points)


def _gap(axes, now: float) -> VGroup:
    """The voltage that is still missing, and the state of the capacitor as a dot."""
    here, full = axes.c2p(now, 1 - np.exp(-now)), axes.c2p(now, 1)
    return VGroup(Line(here, full, color=WARM, stroke_width=5), Dot(here, radius=0.09, color=FOCUS))


def _sixty_three(scene, narrator, axes) -> None:
    level = 1 - np.exp(-1)
    lines = VGroup(
        DashedLine(axes.c2p(0, level), axes.c2p(1, level), color=FOCUS, stroke_width=2.5),
        DashedLine(axes.c2p(1, 0), axes.c2p(1, level), color=FOCUS, stroke_width=2.5),
    )
    text = words("63 %", 28, FOCUS).next_to(axes.c2p(1, level), DR, buff=0.12)
    narrator.say("After the time RC it is charged to 63 percent.", Create(lines), FadeIn(text), color=FOCUS, wait=1)


def _law(scene, narrator, axes, resistance: float, capacitance: float) -> None:
    tangent = Line(axes.c2p(0, 0), axes.c2p(1, 1), color=THIRD, stroke_width=4)
    spot = Dot(axes.c2p(1, 1), color=THIRD, radius=0.08)
    narrator.say(
        "At the pace of its first moment it would be full after just RC.",
        Create(tangent, run_time=1.5),
        FadeIn(spot),
        color=THIRD,
        wait=1.2,
    )
    law = formula("V(t)", "=", "V_0", r"\left(1 - e^{-t/RC}\right)", size=38)
    law[0].set_color(MAIN)
    law[2].set_color(GOOD)
    time = formula("RC", "=", seconds(resistance * capacitance), size=34)
    VGroup(law, time).arrange(DOWN, buff=0.3).move_to(axes.c2p(3.75, 0.32))
    narrator.say("Voltage follows an exponential, and R times C sets its time.", Write(law), FadeIn(time), wait=2.2)
