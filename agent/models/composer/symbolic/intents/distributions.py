"""Wishes about probability distributions with their numbers: binomial, normal, Poisson, exponential, uniform, dice."""

from __future__ import annotations

import math
import re

from agent.models.composer.draft import Draft
from agent.models.composer.symbolic.intent import Intent, call, drafted
from agent.models.composer.symbolic.intents.matrices import plain_float
from agent.models.composer.symbolic.reading import MathReading

Region = tuple[str, float, float]

COMMON = (
    "distribution distributions random variable probability probabilities chance density likely statistics p n x with"
)
REGION = (
    "shade shaded shading area above below between under over more less than greater least most exactly at "
    "outside within "
    "right left tail fewer larger smaller successes success and to"
)
NUMBER = r"(-?\d+(?:\.\d+)?)"
WORDS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "ten": 10}


def number_of(reading: MathReading, *names: str) -> float | None:
    """The number that stands at one of the names, as a float."""
    value = reading.value(*names)
    return plain_float(float(value)) if value is not None else None


def region_of(text: str, *, whole: bool = False) -> Region | None:
    """What is to be shaded: (kind, low, high), read from words like `at least 7` or `between 60 and 80`."""
    both = re.search(rf"(outside|between|from|within)\s+{NUMBER}\s*(?:and|to|-)\s*{NUMBER}", text)
    if both:
        low, high = sorted((float(both[2]), float(both[3])))
        return ("outside" if both[1] == "outside" else "between"), low, high
    exact = re.search(rf"exactly {NUMBER}|p\(x\s*=\s*{NUMBER}\)", text)
    if exact and whole:
        value = float(exact[1] or exact[2])
        return "between", value, value
    above = re.search(
        rf"(at least|above|over|more than|greater than|larger than|right of|exceed\w*|>=?|≥)\s*{NUMBER}", text
    )
    if above:
        value = float(above[2])
        strict = whole and above[1] in ("above", "over", "more than", "greater than", "larger than", ">", "exceeds")
        return "above", value + 1 if strict else value, value
    below = re.search(rf"(at most|below|under|less than|fewer than|smaller than|left of|<=?|≤)\s*{NUMBER}", text)
    if below:
        value = float(below[2])
        strict = whole and below[1] in ("below", "under", "less than", "fewer than", "smaller than", "<")
        return "below", value, value - 1 if strict else value
    return None


def _counted(region: Region | None) -> dict[str, object]:
    if region is None or max(abs(region[1]), abs(region[2])) > 200:
        return {}
    kind, low, high = region
    return {"region": repr(kind), "low": max(0, int(low)), "high": max(0, int(high))}


def binomial(reading: MathReading) -> Draft | None:
    """A binomial distribution by n and p, also told as coin flips."""
    text = reading.plain.lower()
    coins = reading.says("heads", "tails", "coin*") and reading.says("flip*", "toss*", "throw*", "coins")
    if not reading.says("binomial*", "bernoulli") and not coins:
        return None
    short = re.search(rf"\bb(?:in)?\(\s*{NUMBER}\s*,\s*{NUMBER}\s*\)", text)
    n = (
        float(short[1])
        if short
        else number_of(
            reading,
            "n",
            "trial",
            "trials",
            "tries",
            "flip",
            "flips",
            "coin",
            "coins",
            "toss",
            "tosses",
            "times",
            "attempts",
            "throws",
        )
    )
    p = float(short[2]) if short else number_of(reading, "p", "probability", "chance")
    p = 0.5 if p is None and coins else p
    if n is None or not 1 <= n <= 100 or n != int(n) or (p is not None and not 0 <= p <= 1):
        return None
    arguments: dict[str, object] = {"n": int(n)}
    if p is not None:
        arguments["p"] = p
    arguments |= _counted(region_of(text, whole=True))
    understood = (
        f"{COMMON} {REGION} binomial bernoulli trial trials tries flip flips flipping coin coins toss tosses "
        "heads tails times "
        "number fair in get getting attempts"
    )
    brief = f"binomial distribution with n = {int(n)}"
    return drafted(
        reading, "Binomial distribution", brief, (call("binomial_distribution", **arguments),), understood=understood
    )


def _normals(reading: MathReading) -> list[tuple[float, float]]:
    """All (mean, sd) pairs: N(0, 1), `mean 100 and sd 15`, `standard normal`."""
    text = reading.plain
    found = [(float(m[1]), float(m[2])) for m in re.finditer(rf"\bN\s*\(\s*{NUMBER}\s*,\s*{NUMBER}\s*\)", text)]
    means = re.findall(rf"(?:mean|mu|μ|average)(?:\s+of)?\s*=?\s*{NUMBER}", text.lower())
    spreads = re.findall(
        rf"(?:sd|sigma|σ|standard deviation|std|spread|deviation)(?:\s+of)?\s*=?\s*{NUMBER}", text.lower()
    )
    if len(means) == 1 and len(spreads) == 2:
        means = means * 2
    found += [(float(m), float(s)) for m, s in zip(means, spreads, strict=False)]
    if not found and reading.says("standard normal"):
        found = [(0.0, 1.0)]
    return [(plain_float(m), plain_float(s)) for m, s in found if s > 0]


def normal(reading: MathReading) -> Draft | None:
    """A normal distribution with a shaded region, a z-score, or two of them compared."""
    if not reading.says("normal*", "gauss*", "bell*", "z-score*", "z", "n") and not re.search(r"\bN\(", reading.plain):
        return None
    pairs = _normals(reading)
    understood = (
        f"{COMMON} {REGION} normal normally distributed gaussian bell curve mean mu average sd sigma standard "
        "deviation std "
        "z-score score z of value compare comparing versus different same deviations 68-95-99.7 rule empirical"
    )
    if len(pairs) == 2 and not any(s > 1000 for _, s in pairs):
        act = call("two_normals", first=pairs[0], second=pairs[1])
        brief = f"normal distributions {pairs[0]} and {pairs[1]}"
        return drafted(reading, "Two normal distributions", brief, (act,), understood=understood)
    if len(pairs) != 1:
        return None
    mean, sd = pairs[0]
    if reading.says("z-score*", "z score*", "standardi*"):
        values = [float(n.value) for n in reading.numbers if float(n.value) not in (mean, sd)]
        value = plain_float(values[0]) if values else plain_float(mean + 2 * sd)
        act = call("z_score", value=value, mean=mean, sd=sd)
        return drafted(reading, "Z-score", f"the z-score of {value}", (act,), understood=understood)
    kind, low, high = _within(reading, mean, sd) or region_of(_without_parameters(reading)) or ("rule", mean, mean)
    act = call("normal_distribution", mean=mean, sd=sd, region=repr(kind), low=plain_float(low), high=plain_float(high))
    brief = f"normal distribution with mean {mean} and standard deviation {sd}"
    return drafted(reading, "Normal distribution", brief, (act,), understood=understood)


def _within(reading: MathReading, mean: float, sd: float) -> Region | None:
    match = re.search(rf"within {NUMBER}\s*(?:standard dev\w*|sd|sigma|σ)", reading.plain.lower())
    return ("between", mean - float(match[1]) * sd, mean + float(match[1]) * sd) if match else None


def _without_parameters(reading: MathReading) -> str:
    """The wish without the words that give mean and spread, whose numbers are no bounds."""
    text = reading.plain.lower()
    return re.sub(rf"(?:mean|mu|average|sd|sigma|standard deviation|std)(?:\s+of)?\s*=?\s*{NUMBER}", " ", text)


def poisson(reading: MathReading) -> Draft | None:
    """A Poisson distribution by its rate."""
    if not reading.says("poisson*"):
        return None
    rate = number_of(reading, "lambda", "rate", "mean", "average", "mu", "expected", "events", "calls")
    if rate is None or not 0.1 <= rate <= 60:
        return None
    arguments: dict[str, object] = {"rate": rate} | _counted(region_of(_without_parameters(reading), whole=True))
    understood = f"{COMMON} {REGION} poisson lambda rate mean average expected events event calls per hour day number"
    brief = f"Poisson distribution with mean {rate}"
    return drafted(
        reading, "Poisson distribution", brief, (call("poisson_distribution", **arguments),), understood=understood
    )


def exponential(reading: MathReading) -> Draft | None:
    """An exponential distribution by its rate or mean, with a shaded tail."""
    if not reading.says(
        "exponential distribution", "exponentially distributed", "waiting time*", "exponential random", "memoryless"
    ):
        return None
    rate = number_of(reading, "lambda", "rate")
    mean = number_of(reading, "mean", "average")
    rate = rate if rate is not None else 1 / mean if mean else None
    if rate is None or not 0.01 <= rate <= 50:
        return None
    region = region_of(_without_parameters(reading))
    above = region[1] if region and region[0] == "above" else round(1.5 / rate, 3)
    act = call("exponential_distribution", rate=plain_float(rate), above=plain_float(above))
    understood = (
        f"{COMMON} {REGION} exponential exponentially distributed lambda rate mean waiting time memoryless "
        "longer minutes hours"
    )
    unused = () if region is None or region[0] == "above" else ("below",)
    return drafted(reading, "Exponential distribution", f"rate {rate:g}", (act,), understood=understood, unused=unused)


def uniform(reading: MathReading) -> Draft | None:
    """A continuous uniform distribution and a part of it."""
    if not reading.says("uniform*") or len(reading.intervals) not in (1, 2):
        return None
    bounds = [(float(i.low), float(i.high)) for i in reading.intervals]
    if not all(math.isfinite(a + b) and a < b for a, b in bounds):
        return None
    whole = max(bounds, key=lambda pair: pair[1] - pair[0])
    arguments: dict[str, object] = {"start": plain_float(whole[0]), "end": plain_float(whole[1])}
    size = whole[1] - whole[0]
    part = (
        min(bounds, key=lambda pair: pair[1] - pair[0])
        if len(bounds) == 2
        else (whole[0] + 0.3 * size, whole[0] + 0.5 * size)
    )
    region = region_of(_without_parameters(reading)) if len(bounds) == 1 else None
    if region and region[0] in ("above", "below"):
        part = (region[1], whole[1]) if region[0] == "above" else (whole[0], region[2])
    arguments |= {"low": plain_float(part[0]), "high": plain_float(part[1])}
    understood = f"{COMMON} {REGION} uniform uniformly distributed continuous from number"
    act = call("uniform_distribution", **arguments)
    return drafted(reading, "Uniform distribution", f"uniform on {whole}", (act,), understood=understood)


def dice(reading: MathReading) -> Draft | None:
    """The sum of several dice."""
    if not reading.says("dice", "die") or not reading.says("sum*", "add*", "total*", "distribution", "roll*"):
        return None
    count = number_of(reading, "dice", "die")
    count = count or next(
        (
            WORDS[w]
            for w, after in zip(reading.words, reading.words[1:], strict=False)
            if w in WORDS and after in ("dice", "die", "fair", "six-sided")
        ),
        None,
    )
    if count is None or not 1 <= count <= 6 or count != int(count):
        return None
    sides = number_of(reading, "sides", "sided", "faces")
    arguments: dict[str, object] = {"dice": int(count)}
    if sides and 2 <= sides <= 12:
        arguments["sides"] = int(sides)
    understood = (
        f"{COMMON} sum sums dice die roll rolls rolling total add adding two three four five six fair sided "
        "six-sided faces of"
    )
    act = call("dice_distribution", **arguments)
    return drafted(reading, "The sum of dice", f"the sum of {int(count)} dice", (act,), understood=understood)


INTENTS = (
    Intent("binomial", binomial),
    Intent("normal", normal),
    Intent("poisson", poisson),
    Intent("exponential_distribution", exponential),
    Intent("uniform", uniform),
    Intent("dice", dice),
)
