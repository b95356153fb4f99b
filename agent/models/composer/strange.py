"""What stands in a wish and is neither taken nor shown by a library act: numbers, formulas, matrices, choices."""

from __future__ import annotations

import re

from agent.models.composer.language import plain, stem, tokens
from agent.models.composer.slots import MATRICES, MATRIX, POINT, POINTS, Filled
from agent.models.composer.symbolic.reading import Equation
from core.component import Component

NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


def strange(component: Component, filled: Filled, text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The numbers, and the formulas and lists, of a wish that the act with these slots does not show."""
    if not of_a_function(component) and text.lower() in [wish.lower() for wish in component.wishes]:
        return (), ()
    digits = set(NUMBER.findall(text))  # `two functions` counts things; `2` may be a value
    numbers = (set(filled.numbers_left) & digits) - _numbers_shown(component)
    return tuple(sorted(numbers)), (
        *_formulas(component, filled, text),
        *_shapes(component, filled, text),
        *_choices(component, text),
    )


def of_a_function(component: Component) -> bool:
    """Whether an act shows some function: its example wishes then name others than the default, for other readers."""
    return any("Callable" in parameter.annotation for parameter in component.parameters)


def _numbers_shown(component: Component) -> set[str]:
    """The numbers that the component shows as it is: in its title, its summary and its defaults."""
    defaults = [parameter.default for parameter in component.parameters]
    return set(re.findall(r"\d+(?:\.\d+)?", " ".join([component.title, component.summary, *defaults])))


def _formulas(component: Component, filled: Filled, text: str) -> list[str]:
    """Expressions and equations with unknowns that stand nowhere in the component's own texts; not values of slots."""
    from agent.models.composer.symbolic.mathtext import read

    reading = read(text)
    spans = [e.span for e in reading.expressions if e.sympy.free_symbols and not e.weak and e.node.leaves() > 1]
    spans += [q.span for q in reading.equations if q.symbols and not (q.gives_a_value and _taken(q, filled))]
    own = [component.title, component.summary, component.description]
    own += [] if of_a_function(component) else component.wishes
    known = _squeezed(" ".join([*own, *[parameter.default for parameter in component.parameters]]))
    found = {_squeezed(reading.plain[start:end]) for start, end in spans}
    whole = [formula for formula in found if not any(formula != other and formula in other for other in found)]
    return [formula for formula in whole if formula not in known]


def _taken(value: Equation, filled: Filled) -> bool:
    return float(value.right.sympy) not in map(float, filled.numbers_left)


def _squeezed(text: str) -> str:
    return re.sub(r"[\s*$\\(){}]+", "", plain(text).replace("**", "^"))


def _shapes(component: Component, filled: Filled, text: str) -> list[str]:
    """Matrices and points, where the act has taken fewer of them than there are."""
    spoken = plain(text)
    given = " ".join([value for _, value in filled.arguments] + [p.default for p in component.parameters])
    shown = _squeezed(given)
    kinds = {parameter.annotation.replace(" ", "") for parameter in component.parameters}
    found = [match[0] for match in MATRIX.finditer(spoken)]
    found += [match[0] for match in POINT.finditer(MATRIX.sub(" ", spoken)) if kinds & {*POINTS, *MATRICES}]
    return [written for written in found if _squeezed(written) not in shown]


def _choices(component: Component, text: str) -> list[str]:
    """Choices, where the wish names more of one parameter's than can be shown at once: `A and (B or C)`."""
    words = {stem(word) for word in tokens(text)}
    left: list[str] = []
    for parameter in component.parameters:
        named = [choice for choice in parameter.choices if stem(choice) in words]
        left += named[1:]
    return left
