"""Coherent blocks of `construct`: the statements that build one group, as a function that returns it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from components_cache.extraction import naming
from components_cache.extraction.building import GROUPS, count, is_space, variables
from components_cache.extraction.candidate import Candidate, Dropped
from components_cache.extraction.definitions import argument
from components_cache.extraction.flow import Step, steps
from components_cache.extraction.lifting import Unliftable, body
from components_cache.extraction.reading import Source
from components_cache.extraction.slots import slots
from components_cache.extraction.writing import Head, candidate
from components_cache.origin import Origin

MOST = 4
"""Groups taken from one scene, the richest ones."""
SMALLEST = 2
"""Mobjects that a block must make to be worth a name."""


@dataclass(frozen=True)
class Block:
    """The statements that build what `variable` holds."""

    variable: str
    kind: str
    steps: list[Step]
    weight: int


def blocks(source: Source, origin: Origin) -> Iterator[Candidate | Dropped]:
    """One candidate for each group that is built before it is shown."""
    construct = source.methods.get("construct")
    if construct is None:
        return
    every = steps(construct.body)
    known = variables(source, construct.body)
    found = [block for name, kind in known.items() if (block := _block(source, every, name, kind))]
    taken: set[str] = set()
    for block in _richest(found):
        made = _candidate(source, block, origin, taken)
        taken.add(made.name)
        yield made


def _richest(found: list[Block]) -> list[Block]:
    """Groups first, then what makes most; none whose statements are all part of another one."""
    order = sorted(found, key=lambda block: (-(block.kind in GROUPS), -block.weight))
    chosen: list[Block] = []
    for block in order:
        inside = {id(step) for step in block.steps}
        if not any(inside <= {id(step) for step in other.steps} for other in chosen):
            chosen.append(block)
    return chosen[:MOST]


def _block(source: Source, every: list[Step], variable: str, kind: str) -> Block | None:
    made = next((place for place, step in enumerate(every) if variable in step.binds), None)
    if made is None or any(variable in step.binds for step in every[made + 1 :]):
        return None  # it is bound inside something else, or again
    wanted = _wanted(every, made)
    shown = next((n for n, step in enumerate(every[made + 1 :], made + 1) if step.stage and step.reads & wanted), None)
    chosen = _slice(every[: len(every) if shown is None else shown], variable)
    if chosen is None or len(chosen) < 2:
        return None
    weight = count(source, [step.node for step in chosen])
    return Block(variable, kind, chosen, weight) if weight >= SMALLEST else None


def _wanted(every: list[Step], made: int) -> frozenset[str]:
    """Variables that what is made at a place is made of."""
    wanted = set(every[made].binds | every[made].reads)
    for step in reversed(every[:made]):
        if step.binds & wanted:
            wanted |= step.reads
    bound = {name for step in every for name in step.binds}
    return frozenset(wanted & bound)


def _slice(every: list[Step], variable: str) -> list[Step] | None:
    """What builds the variable, in order; None where the scene itself has a hand in it."""
    wanted, chosen = {variable}, list[Step]()
    bound = {name for step in every for name in step.binds}
    for step in reversed(every):
        if not (step.binds | step.changes) & wanted:
            continue
        if step.stage:
            if step.binds & wanted or step.moves or step.changes & wanted:
                return None
            continue
        chosen.append(step)
        wanted |= step.reads & bound
    if any(step.moves and step.reads & wanted for step in every if step.stage):
        return None
    return chosen[::-1]


def _candidate(source: Source, block: Block, origin: Origin, taken: set[str]) -> Candidate | Dropped:
    line = block.steps[0].first
    used = frozenset(source.module.definitions) | taken
    said = _said(source, block)
    own = naming.specific(block.variable, origin.scene)
    name = naming.component_name(own, naming.brief(said), origin.scene, origin.title, taken=used)
    found = slots(source, block.steps, [block.variable, name])
    try:
        text = body(source, block.steps, found)
    except Unliftable as problem:
        return Dropped(name, "block", str(problem), line)
    title = naming.title(naming.spoken(name))
    return candidate(
        source,
        Head(
            name,
            title,
            summary=said or naming.sentence(origin.description) or title,
            arguments=tuple(argument(slot.name, slot.value) for slot in found),
            lines=tuple((slot.name, slot.line) for slot in found),
            returns=block.kind,
            description=naming.sentence(origin.description) if said else "",
            tags=tuple(dict.fromkeys((*naming.telling(name), *naming.telling(origin.scene), *origin.tags)))[:8],
            wishes=tuple(
                dict.fromkeys((naming.spoken(name), said or naming.title(origin.title, origin.scene).lower()))
            ),
        ),
        f"{text}\n    return {block.variable}",
        "block",
        line=line,
        scene_kind="ThreeDScene" if any(is_space(ast.unparse(step.node)) for step in block.steps) else "Scene",
    )


def _said(source: Source, block: Block) -> str:
    """The comment above the block, or above what it returns."""
    lines = [block.steps[0].first - 1, block.steps[-1].first - 1]
    own = (line for line in lines if source.comments.get(line) and source.lines[line - 1].lstrip().startswith(b"#"))
    return next((naming.safe(source.comments[line]) for line in own), "")
