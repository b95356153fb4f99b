"""Arguments drawn at random from the declared ranges of a component, to prove that it works all over them."""

from __future__ import annotations

import random

from components_cache.schema import is_free
from core.component import Component, Parameter

COLOURS = ("RED", "GREEN_C", "BLUE_D", "YELLOW", "TEAL_B", "PURPLE_A", "ORANGE", "PINK")
FORMULAS = (r"a^2 + b^2 = c^2", r"\frac{x}{2}", r"e^{i\pi} + 1", r"\int_0^1 x\,dx", "y = 3x")
WORDS = "some other words that a person might want to read here instead of the first ones".split()  # noqa: SIM905


class Source(str):
    """A value that is written as it stands."""

    __slots__ = ()

    def __repr__(self) -> str:
        return str(self)


def sample(component: Component, rng: random.Random) -> tuple[tuple[str, str], ...]:
    """One random argument, as Python source, for every parameter whose range is declared."""
    drawn = [(parameter.name, _draw(parameter, rng)) for parameter in component.parameters]
    return tuple((name, repr(value)) for name, value in drawn if value is not None)


def _draw(parameter: Parameter, rng: random.Random) -> object | None:
    kind = parameter.annotation.replace(" ", "")
    if not is_free(parameter):
        return None
    if kind in ("bool", "ManimColor", "str"):
        return _word(parameter, kind, rng)
    if parameter.low is None or parameter.high is None:
        return None
    if kind in ("int", "float"):
        return _number(parameter, rng, whole=kind == "int")
    if kind in ("list[int]", "list[float]") and parameter.shortest and parameter.longest:
        length = rng.randint(parameter.shortest, parameter.longest)
        return [_number(parameter, rng, whole=kind == "list[int]") for _ in range(length)]
    if kind == "tuple[float,float]":
        return (_number(parameter, rng, whole=False), _number(parameter, rng, whole=False))
    return None


def _word(parameter: Parameter, kind: str, rng: random.Random) -> object | None:
    if kind == "bool":
        return rng.random() < 0.5
    if kind == "ManimColor":
        return Source(rng.choice(COLOURS))
    if parameter.choices:
        return rng.choice(parameter.choices)
    if parameter.longest is None:
        return None
    if "formula" in parameter.description:
        return rng.choice([tex for tex in FORMULAS if len(tex) <= parameter.longest] or [FORMULAS[-1]])
    return _text(parameter.longest, rng)


def _text(longest: int, rng: random.Random) -> str:
    """Words that fill a text to nearly its greatest length."""
    start = rng.randrange(len(WORDS))
    text = " ".join([*WORDS[start:], *WORDS] * (1 + longest // 60))
    return text[: rng.randint(max(1, longest // 2), longest)].strip()


def _number(parameter: Parameter, rng: random.Random, *, whole: bool) -> int | float:
    assert parameter.low is not None
    assert parameter.high is not None
    if whole:
        return rng.randint(int(parameter.low), int(parameter.high))
    return round(rng.uniform(parameter.low, parameter.high), 2)
