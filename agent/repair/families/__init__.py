"""Families of mends, one kind of fault a file. Public entry: `candidates`.

A family is a function from a case to mends, likeliest first; it looks at the error before it reads the code, so that
families that do not apply cost nothing. Their order is the order in which their mends are tried.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from agent.repair.case import Case
from agent.repair.families import (
    animations,
    arguments,
    assets,
    attributes,
    axes,
    cameras,
    chat,
    control_flow,
    converted,
    cut_off,
    dropped,
    groups,
    imports,
    indentation,
    keywords,
    latex,
    names,
    nones,
    parts,
    points,
    properties,
    python,
    run_times,
    saved,
    scenes,
    strings,
    syntax,
    undefined,
    updaters,
)
from agent.repair.mend import Mend

Family = Callable[[Case], Iterator[Mend]]

FAMILIES: tuple[Family, ...] = (
    chat.mends,
    indentation.mends,
    cut_off.mends,
    syntax.mends,
    cut_off.far,
    imports.mends,
    cameras.mends,
    axes.mends,
    keywords.mends,
    latex.mends,
    converted.mends,
    scenes.mends,
    names.mends,
    undefined.mends,
    keywords.last,
    arguments.mends,
    updaters.mends,
    properties.mends,
    attributes.mends,
    strings.mends,
    parts.mends,
    nones.mends,
    groups.mends,
    animations.mends,
    points.mends,
    run_times.mends,
    saved.mends,
    assets.mends,
    control_flow.mends,
    python.mends,
    dropped.mends,
)


def candidates(case: Case) -> Iterator[Mend]:
    """All mends of all families that change the code, in order."""
    for family in FAMILIES:
        for mend in family(case):
            if mend.code != case.code:
                yield mend
