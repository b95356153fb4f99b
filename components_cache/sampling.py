"""Arguments drawn at random from the declared ranges of a component, to prove that it works all over them."""

from __future__ import annotations

import random

from core.component import Component, Parameter


def sample(component: Component, rng: random.Random) -> tuple[tuple[str, str], ...]:
    """One random argument, as Python source, for every parameter whose range is declared."""
    drawn = [(parameter.name, _draw(parameter, rng)) for parameter in component.parameters]
    return tuple((name, repr(value)) for name, value in drawn if value is not None)


def _draw(parameter: Parameter, rng: random.Random) -> object | None:
    kind = parameter.annotation.replace(" ", "")
    if kind == "bool":
        return rng.random() < 0.5
    if kind == "str":
        return rng.choice(parameter.choices) if parameter.choices else None
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


def _number(parameter: Parameter, rng: random.Random, *, whole: bool) -> int | float:
    assert parameter.low is not None
    assert parameter.high is not None
    if whole:
        return rng.randint(int(parameter.low), int(parameter.high))
    return round(rng.uniform(parameter.low, parameter.high), 2)
