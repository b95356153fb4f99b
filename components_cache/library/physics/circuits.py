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
    """A value with at most four digits and its unit in TeX."""
    return rf"{value:.4g}\,\mathrm{{{unit}}}"


def seconds(milliseconds: float) -> str:
    """A time in TeX, in the unit that suits it."""
    if milliseconds >= 1000:
        return quantity(milliseconds / 1000, "s")
    return quantity(milliseconds, "ms") if milliseconds >= 1 else quantity(1000 * milliseconds, r"\mu s")


def wire(*corners) -> VMobject:
    """A wire through corners."""
    return VMobject(stroke_color=INK, stroke_width=3).set_points_as_corners([[*corner, 0] for corner in corners])


def loop_wires(battery: bool) -> VGroup:
    """The wires of a loop with gaps for switch, resistor, capacitor and, if there is one, the battery."""
    left = [
        wire((LEFT_X, CELL_Y + 0.12), (LEFT_X, TOP_Y), (-5.1, TOP_Y)),
        wire((RIGHT_X, CELL_Y - 0.14), (RIGHT_X, BOTTOM_Y), (LEFT_X, BOTTOM_Y), (LEFT_X, CELL_Y - 0.12)),
    ]
    if not battery:
        left = [wire((RIGHT_X, CELL_Y - 0.14), (RIGHT_X, BOTTOM_Y), (LEFT_X, BOTTOM_Y), (LEFT_X, TOP_Y), (-5.1, TOP_Y))]
    return VGroup(
        *left,
        wire((-4.4, TOP_Y), (-3.9, TOP_Y)),
        wire((-2.5, TOP_Y), (RIGHT_X, TOP_Y), (RIGHT_X, CELL_Y + 0.14)),
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


def carriers(moved: float, battery: bool) -> VGroup:
    """Dots on the wires, `moved` units further in the direction of the current; they do not cross the plates."""
    ways = [
        [(LEFT_X, CELL_Y + 0.2), (LEFT_X, TOP_Y), (RIGHT_X, TOP_Y), (RIGHT_X, CELL_Y + 0.5)],
        [(RIGHT_X, CELL_Y - 0.5), (RIGHT_X, BOTTOM_Y), (LEFT_X, BOTTOM_Y), (LEFT_X, CELL_Y - 0.2)],
    ]
    if not battery:  # from the upper plate round to the lower one
        ways = [
            [
                (RIGHT_X, CELL_Y + 0.5),
                (RIGHT_X, TOP_Y),
                (LEFT_X, TOP_Y),
                (LEFT_X, BOTTOM_Y),
                (RIGHT_X, BOTTOM_Y),
                (RIGHT_X, CELL_Y - 0.5),
            ]
        ]
    dots = VGroup()
    for way in ways:
        corners = np.array(way)
        lengths = np.append(0, np.cumsum(np.linalg.norm(np.diff(corners, axis=0), axis=1)))
        count = int(lengths[-1] / 0.62)
        for k in range(count):
            at = ((k + 0.5) / count * lengths[-1] + moved) % lengths[-1]
            place = [np.interp(at, lengths, corners[:, axis]) for axis in (0, 1)]
            dots.add(Dot([*place, 0], radius=0.065, color=FOCUS))
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
        capacitor and resistor in series with a battery
        resistor and capacitor in series
        capacitor
    Parameters:
        voltage: voltage of the battery in volts; in [1, 24]; said: voltage, volts, V, battery
        resistance: resistance in kiloohms; in [0.1, 100]; said: resistance, kiloohm, kiloohms, kΩ, kohm, resistor, R
        capacitance: capacitance in microfarads; in [1, 1000]; said: capacitance, microfarad, microfarads, µF, uF, capacitor, C
    """
    told = [
        "A battery, an open switch, a resistor and an empty capacitor.",
        "Close the switch: charge runs onto the plates, at first with the whole voltage.",
        "After the time RC it is charged to 63 percent.",
        "What is left up to the battery's voltage drives the current: less and less.",
        "At the pace of its first moment it would be full after just RC.",
    ]
    _play(scene, told, (voltage, resistance, capacitance), battery=True)


def rc_discharging(scene: Scene, voltage: float = 9.0, resistance: float = 2.0, capacitance: float = 500.0):
    """Discharging a capacitor: the emptier it gets, the slower it empties; RC sets the time.

    Tags: physics, electricity, circuit, capacitor, resistor, RC circuit, time constant, exponential decay, discharge
    Wishes:
        discharging a capacitor
        discharge of a capacitor through a resistor
        RC discharge curve
        how does a capacitor discharge?
        voltage of a discharging capacitor over time
        exponential decay of the voltage of a capacitor
        how long does a capacitor take to empty?
    Parameters:
        voltage: voltage of the capacitor at the start in volts; in [1, 24]; said: voltage, volts, V
        resistance: resistance in kiloohms; in [0.1, 100]; said: resistance, kiloohm, kiloohms, kΩ, kohm, resistor, R
        capacitance: capacitance in microfarads; in [1, 1000]; said: capacitance, microfarad, microfarads, µF, uF, capacitor, C
    """
    told = [
        "A charged capacitor, an open switch and a resistor.",
        "Close the switch: the charge runs round, at first with the whole voltage.",
        "After the time RC only 37 percent is left.",
        "The voltage that is left drives the current: less and less.",
        "At the pace of its first moment it would be empty after just RC.",
    ]
    _play(scene, told, (voltage, resistance, capacitance), battery=False)


def _level(now: float, battery: bool):
    """Share of the full voltage at a time in units of RC: rising with a battery, falling without."""
    return 1 - np.exp(-now) if battery else np.exp(-now)


def _play(scene, told: list[str], values: tuple, battery: bool) -> None:
    """The circuit, the curve beside it, its time constant, its tangent and its law."""
    narrator = Narrator(scene)
    clock = ValueTracker(0)  # in units of RC
    switch = Line([-5.1, TOP_Y, 0], [-4.4, TOP_Y, 0], color=INK, stroke_width=4)
    switch.rotate(0.6, about_point=switch.get_start())
    dots = always_redraw(lambda: carriers(5.5 * (1 - np.exp(-clock.get_value())), battery))
    signs = always_redraw(lambda: plate_charges(_level(clock.get_value(), battery)))
    narrator.say(told[0], *[FadeIn(part) for part in (_circuit(values, battery), switch, signs)])
    axes = _chart(narrator, values[0])
    curve = always_redraw(lambda: _curve(axes, clock.get_value(), battery))
    gap = always_redraw(lambda: _gap(axes, clock.get_value(), battery))
    scene.add(curve)
    narrator.say(
        told[1],
        Rotate(switch, -0.6, about_point=switch.get_start(), run_time=0.7),
        FadeIn(dots),
        FadeIn(gap),
        wait=0.2,
    )
    scene.play(clock.animate(run_time=3, rate_func=linear).set_value(1))
    _after_one(narrator, axes, told[2], battery)
    run = clock.animate(run_time=6, rate_func=linear).set_value(5)
    narrator.say(told[3], run, color=WARM, wait=0.3)
    _law(narrator, axes, told[4], values, battery)


def _circuit(values: tuple, battery: bool) -> VGroup:
    """Wires and parts with their values; the switch is drawn apart, since it moves."""
    voltage, resistance, capacitance = values
    joints = VGroup(Dot([-5.1, TOP_Y, 0], radius=0.06), Dot([-4.4, TOP_Y, 0], radius=0.06))
    resistor = coil((-3.9, TOP_Y, 0), (-2.5, TOP_Y, 0), 5, 0.18).set_stroke(OTHER, 4)
    drawn = VGroup(
        loop_wires(battery),
        capacitor_sign(),
        resistor,
        joints,
        formula(quantity(resistance, r"k\Omega"), size=34, color=OTHER).move_to([-3.2, TOP_Y + 0.55, 0]),
        formula(quantity(capacitance, r"\mu F"), size=34, color=MAIN).next_to([RIGHT_X - 0.15, CELL_Y - 0.8, 0], LEFT),
    )
    if battery:
        source = formula(quantity(voltage, "V"), size=34, color=GOOD).move_to([LEFT_X + 1.0, CELL_Y, 0])
        drawn.add(battery_sign(), source)
    return drawn


def _chart(narrator, voltage: float) -> Axes:
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


def _curve(axes, until: float, battery: bool) -> VMobject:
    times = np.linspace(0, max(until, 0.01), 120)
    points = axes.c2p(np.column_stack([times, _level(times, battery)]))
    return VMobject(stroke_color=MAIN, stroke_width=5).set_points_as_corners(points)


def _gap(axes, now: float, battery: bool) -> VGroup:
    """The voltage that drives the current, and the state of the capacitor as a dot."""
    here, other = axes.c2p(now, _level(now, battery)), axes.c2p(now, 1 if battery else 0)
    return VGroup(Line(here, other, color=WARM, stroke_width=5), Dot(here, radius=0.09, color=FOCUS))


def _after_one(narrator, axes, told: str, battery: bool) -> None:
    level = _level(1, battery)
    lines = VGroup(
        DashedLine(axes.c2p(0, level), axes.c2p(1, level), color=FOCUS, stroke_width=2.5),
        DashedLine(axes.c2p(1, 0), axes.c2p(1, level), color=FOCUS, stroke_width=2.5),
    )
    text = words(f"{level:.0%}".replace("%", " %"), 28, FOCUS)
    text.next_to(axes.c2p(1, level), DR if battery else UR, buff=0.12)
    narrator.say(told, Create(lines), FadeIn(text), color=FOCUS, wait=1)


def _law(narrator, axes, told: str, values: tuple, battery: bool) -> None:
    ends = [axes.c2p(0, 0), axes.c2p(1, 1)] if battery else [axes.c2p(0, 1), axes.c2p(1, 0)]
    tangent, spot = Line(*ends, color=THIRD, stroke_width=4), Dot(ends[1], color=THIRD, radius=0.08)
    narrator.say(told, Create(tangent, run_time=1.5), FadeIn(spot), color=THIRD, wait=1.2)
    shape = r"\left(1 - e^{-t/RC}\right)" if battery else r"e^{-t/RC}"
    law = formula("V(t)", "=", "V_0", shape, size=36)
    law[0].set_color(MAIN)
    law[2].set_color(GOOD)
    time = formula("RC", "=", seconds(values[1] * values[2]), size=34)
    VGroup(law, time).arrange(DOWN, buff=0.3).move_to(axes.c2p(3.75, 0.32 if battery else 0.65))
    narrator.say("Voltage follows an exponential, and R times C sets its time.", Write(law), FadeIn(time), wait=2.2)
