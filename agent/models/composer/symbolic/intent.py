"""An intent: one thing people want to see, and how sure a reading of the wish makes us."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from agent.models.composer.draft import Draft
from agent.models.composer.language import NEGATIONS, is_content, stem
from agent.models.composer.symbolic.reading import MathReading
from agent.models.composer.symbolic.shown import unshown
from core.storyboard import ActCall

NEUTRAL = (
    "callout annotation annotate takeaway conclude concluding conclusion relayout highlight highlighted mark marked "
    "label labelled note notes zoom emphasize emphasise focus mathtex tex explanation explanatory axis axes "
    "coordinate coordinates "
    "plane grid system graph plot chart sketch function curve equation expression formula math maths mathematics value "
    "values visual visually graphically line range large small window domain colour color colored see look find "
    "compute calculate determine evaluate work out given using its it both one two three several few full whole "
    "add added adding end ending then also manim scene animate animated please neat pretty tidy spaced whole stage"
)
"""Words that ask for care or name what every plot has; they are always understood."""
OPERATIONS = (
    "derivative differentiate derive integral integrate antiderivative sum product minimum maximum minimise "
    "minimize maximise maximize limit tangent descent iterate iteration iterations newton bisection induction "
    "expand factor factorise factorize simplify inverse determinant eigenvalue eigenvalues rank trace transpose "
    "area volume distance midpoint slope gradient taylor fourier laplace series average mean median probability "
    "solve proof prove perpendicular parallel angle length convolution interpolation regression second third "
    "concave concavity curvature arc"
)
"""Words that ask for something to be done with the mathematics. A draft that does something else is no answer."""
WORD_COST, OPERATION_COST, NUMBER_COST = 0.75, 0.5, 0.5
"""What a word, an operation and a number that were not understood each leave of a draft's confidence."""


@dataclass(frozen=True, slots=True)
class Intent:
    """`match` gives a draft for readings that mean this, else None."""

    name: str
    match: Callable[[MathReading], Draft | None]


def unread(reading: MathReading, understood: str, *, unused: Iterable[str] = ()) -> tuple[str, ...]:
    """Content words of the wish beyond `understood` (space-separated words), and mathematics that was not used."""
    known = {stem(word) for word in f"{NEUTRAL} {understood}".split()}
    left = [word for word in reading.words if _counts(word) and stem(word) not in known]
    negations = [word for word in reading.words if word in NEGATIONS and word not in understood.split()]
    return tuple(dict.fromkeys([*left, *negations, *unused]))


def _counts(word: str) -> bool:
    return len(word) > 1 and (is_content(word) or stem(word) in _operations())


def _operations() -> frozenset[str]:
    return frozenset(stem(word) for word in OPERATIONS.split())


def drafted(
    reading: MathReading,
    title: str,
    brief: str,
    calls: tuple[ActCall, ...],
    *,
    understood: str,
    sure: float = 0.95,
    unused: Iterable[str] = (),
) -> Draft:
    """A draft whose confidence falls from `sure` with everything in the wish that it does not show."""
    left = unread(reading, understood, unused=unused)
    numbers = unshown(reading, title, calls)
    operations = _operations()
    confidence = sure * NUMBER_COST ** len(numbers)
    for word in left:
        confidence *= OPERATION_COST if stem(word) in operations else WORD_COST
    return Draft(title, brief, calls, round(confidence, 3), (*left, *numbers))


def call(component: str, **arguments: object) -> ActCall:
    """A call of a library act; strings are pasted as Python source, everything else as its literal."""
    pairs = tuple((key, value if isinstance(value, str) else repr(value)) for key, value in arguments.items())
    return ActCall(component, pairs)
