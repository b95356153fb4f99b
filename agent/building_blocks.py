"""Components as building blocks of a model: offered by signature, put into code that calls them, counted, blamed.

Public entries: `offered`, `put_in`, `blamed`, `sources`, `count`. A store or search that cannot be used offers nothing:
the scene is then written without it.
"""

from __future__ import annotations

import ast
import asyncio
import logging
import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from sqlalchemy.exc import SQLAlchemyError

from agent.models.briefing import BLOCK
from agent.models.protocol import Failure, Passage
from components_cache.catalogue import catalogue
from components_cache.schema import call_of, is_free
from components_cache.store.opening import is_empty
from components_cache.store.record import MARK
from core.component import Component
from core.errors import TulkuError
from core.scene import SceneCode

if TYPE_CHECKING:
    from components_cache.assemble import Piece
    from components_cache.store.record import Stored

CURATED, STORED = 4, 6
"""How many components of each kind are offered."""
FRAME = re.compile(r'File "[^"]*", line (\d+)')


async def offered(text: str, farm: Any = None) -> tuple[Passage, ...]:
    """Passages on the components nearest to a text. Those proven with another manim are proven again first."""
    curated = await asyncio.to_thread(_curated, text)
    stored = [_passage(record.component, record.label) for record in await _stored(text, farm)]
    names = {passage.title.split("(")[0] for passage in curated}
    return (*curated, *(passage for passage in stored if passage.title.split("(")[0] not in names))


def _curated(text: str) -> tuple[Passage, ...]:
    from agent.models.composer.topics import topics

    return tuple(_passage(match.component, match.component.name) for match in topics().match(text, most=CURATED))


def _passage(component: Component, label: str) -> Passage:
    lines = [f"{component.title}: {component.summary}", component.description]
    for parameter in filter(is_free, component.parameters):
        limits = _limits(parameter.low, parameter.high, parameter.shortest, parameter.longest, parameter.choices)
        lines.append(f"- {parameter.name}: {'; '.join(filter(None, (parameter.description, limits)))}")
    return Passage(call_of(component), "\n".join(filter(None, lines)), f"{BLOCK}{label}")


def _limits(
    low: float | None, high: float | None, shortest: int | None, longest: int | None, choices: tuple[str, ...]
) -> str:
    parts = [f"in [{low:g}, {high:g}]"] if low is not None and high is not None else []
    parts += [f"length {shortest} to {longest}"] if shortest is not None else []
    parts += [f"one of {', '.join(choices)}"] if choices else []
    return ", ".join(parts)


async def _stored(text: str, farm: Any) -> list[Stored]:
    if is_empty():
        return []
    from components_cache.store.keeping import fresh
    from components_cache.store.meaning import near
    from components_cache.store.store import Store
    from core.database import opened

    try:
        async with opened() as database:
            store = Store(database)
            return await fresh(store, farm, await near(store, text, STORED))
    except (TulkuError, SQLAlchemyError, OSError) as problem:
        logging.getLogger(__name__).warning("no stored components are offered: %s", problem)
        return []


async def put_in(code: SceneCode, passages: Iterable[Passage]) -> SceneCode:
    """The code with what it calls of the offered components put in, and their labels among its components."""
    labels = [passage.source.removeprefix(BLOCK) for passage in passages if passage.source.startswith(BLOCK)]
    called = _names(code.code)
    wanted = [label for label in labels if label.startswith(MARK) or label in called]
    if not wanted:
        return code
    from components_cache.assemble import assemble

    return await asyncio.to_thread(assemble, code, await _pieces(wanted))


def _names(code: str) -> set[str]:
    return set(re.findall(r"\b[a-z_]\w*(?=\()", code))


async def _pieces(labels: list[str]) -> dict[str, Piece]:
    from components_cache.assemble import library_piece, stored_piece

    known = catalogue()
    pieces = {record.name: stored_piece(record) for record in await _records(labels)}
    return pieces | {label: library_piece(known[label]) for label in labels if label in known}


async def _records(labels: Iterable[str]) -> list[Stored]:
    wanted = [label for label in labels if label.startswith(MARK)]
    if not wanted or is_empty():
        return []
    from components_cache.store.store import Store
    from core.database import opened

    try:
        async with opened() as database:
            return await Store(database).get(wanted)
    except (SQLAlchemyError, OSError) as problem:
        logging.getLogger(__name__).warning("stored components cannot be read: %s", problem)
        return []


async def blamed(code: SceneCode, failure: Failure) -> list[Stored]:
    """Stored components of the code inside whose lines the error arose; none for an error of the scene's own lines."""
    if failure.error is None:
        return []
    lines = {int(number) for number in FRAME.findall(failure.error.traceback)}
    guilty = _definitions_at(code.code, {failure.error.line} if failure.error.line else lines)
    if not guilty:
        return []
    return [record for record in await _records(code.components) if guilty & _defined(record.code)]


def _definitions_at(code: str, lines: set[int]) -> set[str]:
    """Names of the top-level functions and classes that hold these lines, as they were before a clash renamed them."""
    try:
        tree = ast.parse(code)
    except (SyntaxError, ValueError):
        return set()
    nodes = [node for node in tree.body if isinstance(node, ast.FunctionDef | ast.ClassDef)]
    inside = {node.name for node in nodes if any(node.lineno <= line <= (node.end_lineno or 0) for line in lines)}
    return inside | {re.sub(r"_\d+$", "", name) for name in inside}


def _defined(code: str) -> set[str]:
    return {node.name for node in ast.parse(code).body if isinstance(node, ast.FunctionDef | ast.ClassDef)}


def sources(records: Iterable[Stored]) -> tuple[Passage, ...]:
    """The source of components, for who has to repair a scene that uses them."""
    return tuple(Passage(call_of(record.component), record.code, f"source of {record.label}") for record in records)


async def count(labels: Iterable[str], *, well: bool) -> None:
    """Count a use of stored components; those that keep failing are demoted."""
    wanted = [label for label in labels if label.startswith(MARK)]
    if not wanted or is_empty():
        return
    from components_cache.store.meaning import bring_in_line
    from components_cache.store.store import Store
    from core.database import opened

    try:
        async with opened() as database:
            store = Store(database)
            if await store.used(wanted, well=well):
                await bring_in_line(store)
    except (TulkuError, SQLAlchemyError, OSError) as problem:
        logging.getLogger(__name__).warning("a use of components was not counted: %s", problem)
