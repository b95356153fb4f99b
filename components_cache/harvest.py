"""Harvest: what a scene that was made has in it for the next one. Public entries: `harvest`, `note`, `drain`.

A scene is noted when it is made, which costs one row, and looked through when the machine has nothing better to do.
"""

from __future__ import annotations

import asyncio
import fcntl
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress
from dataclasses import asdict, replace
from hashlib import sha256

from sqlalchemy import delete, func, select, update

from components_cache.admission.admit import Gate, Verdict
from components_cache.admission.trial import Farm
from components_cache.extraction.extract import extract, may_be_taken
from components_cache.origin import Origin, origin_of
from components_cache.store import files
from components_cache.store.keeping import tidy
from components_cache.store.meaning import bring_in_line
from components_cache.store.store import Store
from components_cache.store.tables import HarvestRow
from core.database import Database
from core.scene import SceneCode

MOST = 12
"""Pieces of one scene that are tried."""
SECONDS = 90.0
"""Time after which no further piece of a scene is begun."""
TRIES = 3
"""How often a scene is begun whose look-through never ended: it may be what kills us."""

Stop = Callable[[], bool]


class Interrupted(Exception):
    """Raised by a farm that is needed for something else: the scene is looked through another time."""


def _go_on() -> bool:
    return False


async def harvest(
    scene: SceneCode, origin: Origin, *, farm: Farm, database: Database, stop: Stop = _go_on, most: int = MOST
) -> list[Verdict]:
    """Take a scene apart, try the pieces, keep what is good: the verdict on every piece that was looked at.

    `stop` is asked between pieces. Safe to repeat: what is known is not tried again.
    """
    store = Store(database)
    gate = Gate(farm, store)
    origin = await _inherited(store, origin)
    started = time.monotonic()
    verdicts: list[Verdict] = []
    for piece in (await asyncio.to_thread(extract, scene, origin))[:most]:
        if stop() or time.monotonic() - started > SECONDS:
            break
        verdicts.append(await gate.pass_through(piece, origin))
    if any(verdict.state == "admitted" for verdict in verdicts):
        await bring_in_line(store)
    return verdicts


async def _inherited(store: Store, origin: Origin) -> Origin:
    """The origin, under the licence of a parent that does not let its parts be used elsewhere, if it has one."""
    parents = await store.get(origin.parents, state=None) if origin.parents else []
    bound = [parent.licence for parent in parents if not may_be_taken(parent.licence)]
    return replace(origin, licence=bound[0]) if bound else origin


async def note(scene: SceneCode, origin: Origin, database: Database) -> None:
    """Note a scene that was made, to be looked through later; the same one is noted once."""
    key = sha256(f"{scene.name}\0{scene.code}".encode()).hexdigest()[:20]
    async with database.session() as session:
        if await session.get(HarvestRow, key) is None:
            session.add(HarvestRow(id=key, scene=scene.name, code=scene.code, origin=asdict(origin)))


async def waiting(database: Database) -> int:
    """How many scenes wait to be looked through."""
    async with database.reading() as session:
        return await session.scalar(select(func.count()).select_from(HarvestRow)) or 0


async def drain(farm: Farm, database: Database, *, most: int = 100, stop: Stop = _go_on) -> list[Verdict]:
    """Look through scenes that wait, oldest first, until there are none, `most` are done, or `stop` says so.

    One process does this at a time; a second one returns at once. A scene leaves the queue when all of it is done.
    """
    verdicts: list[Verdict] = []
    with _alone() as alone:
        for _ in range(most if alone else 0):
            row = None if stop() else await _next(database)
            if row is None:
                break
            scene, origin = SceneCode(row.code, row.scene), origin_of(row.origin)
            try:
                verdicts += await harvest(scene, origin, farm=farm, database=database, stop=stop)
            except Interrupted:
                await _given_back(database, row)
                break
            if stop():
                await _given_back(database, row)  # it may not have been looked through to its end
                break
            async with database.session() as session:
                await session.execute(delete(HarvestRow).where(HarvestRow.id == row.id))
        if alone and not stop():
            with suppress(Interrupted):
                await tidy(Store(database), farm, stop)
    return verdicts


async def _next(database: Database) -> HarvestRow | None:
    """The oldest scene that waits, with one more try counted before anything is done with it."""
    async with database.session() as session:
        await session.execute(delete(HarvestRow).where(HarvestRow.tries >= TRIES))
        row = await session.scalar(select(HarvestRow).order_by(HarvestRow.tries, HarvestRow.made_at).limit(1))
        if row is not None:
            await session.execute(update(HarvestRow).where(HarvestRow.id == row.id).values(tries=row.tries + 1))
        return row


async def _given_back(database: Database, row: HarvestRow) -> None:
    """A try that we ended ourselves does not count."""
    async with database.session() as session:
        same = update(HarvestRow).where(HarvestRow.id == row.id)
        await session.execute(same.values(tries=HarvestRow.tries - 1))


@contextmanager
def _alone() -> Generator[bool]:
    """Whether this process is the only one of this machine that drains the queue."""
    files.folder().mkdir(parents=True, exist_ok=True)
    with (files.folder() / "harvest.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            yield False
            return
        yield True
