"""Sine and cosine waves with their amplitude and period."""

from __future__ import annotations

import math

from agent.models.composer.draft import Draft
from agent.models.composer.symbolic.cas import cas
from agent.models.composer.symbolic.intent import Intent, call, drafted
from agent.models.composer.symbolic.reading import MathReading


def wave(reading: MathReading) -> Draft | None:
    """`a sine wave with amplitude and period`, `y = 2 sin(3x) with its amplitude`."""
    named = reading.says("sine", "sinusoid*", "cosine", "sin", "cos") or bool(_sinusoid(reading))
    if not named or not reading.says("amplitude", "period", "wave*", "peak*"):
        return None
    kind, amplitude, period = _sinusoid(reading) or (
        "cos" if reading.says("cosine", "cos") else "sin",
        2.0,
        2 * math.pi,
    )
    amplitude = float(reading.value("amplitude") or amplitude)
    period = float(reading.value("period") or period)
    if not (0.01 < amplitude < 1000 and 0.01 < period < 1000) or reading.says(
        "transform*", "into", "interfere*", "sum", "unit", "circle"
    ):
        return None
    arguments: dict[str, object] = {"kind": repr(kind), "amplitude": amplitude, "period": period}
    word = "cosine" if kind == "cos" else "sine"
    known = "sine cosine wave amplitude period start peak full one trough crest sinusoid two"
    brief = f"A {word} wave with amplitude {amplitude:g} and its period"
    return drafted(
        reading, f"The {word} wave", brief, (call("labelled_wave", **arguments),), understood=known, sure=0.96
    )


def _sinusoid(reading: MathReading) -> tuple[str, float, float] | None:
    """a sin(bx) or a cos(bx) in the wish: kind, amplitude, period."""
    sympy = cas()

    for e in reading.expressions:
        a, b = sympy.Wild("a", exclude=[e.variable]), sympy.Wild("b", exclude=[e.variable])
        for kind, function in (("sin", sympy.sin), ("cos", sympy.cos)):
            fit = e.sympy.match(a * function(b * e.variable))
            if fit and fit[a] > 0 and fit[b] > 0:
                return kind, float(fit[a]), float(2 * sympy.pi / fit[b])
    return None


INTENTS = (Intent("wave", wave),)
