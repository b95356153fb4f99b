"""The cache of wishes: finds, keeps and forgets finished wishes and, for a short while, failures."""

from __future__ import annotations

import asyncio
import hashlib
import json
import logging
from collections import Counter
from collections.abc import Awaitable, Callable, Coroutine
from contextlib import suppress
from dataclasses import asdict
from datetime import timedelta
from functools import wraps
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar

from sqlalchemy import ColumnElement, delete, select, update
from sqlalchemy.exc import SQLAlchemyError

from components_cache.wishes import canonical, eviction, files
from components_cache.wishes.guards import Facts, Reader, facts, same
from components_cache.wishes.hot import Hot
from components_cache.wishes.meaning import packed
from components_cache.wishes.record import Kept, Refusal
from components_cache.wishes.tables import AliasRow, FailureRow, MeaningRow, ResultRow
from components_cache.wishes.versions import deciding, drawing
from core.database import Database
from core.settings import settings
from core.times import now
from core.wish import Wish
from retrieval.embedder import is_loaded

_log = logging.getLogger(__name__)
P = ParamSpec("P")
T = TypeVar("T")

PATIENCE = {"Unsupported": 3600.0, "NotMade": 600.0}
"""Seconds for which a failure of this kind is not tried again."""
TRANSIENT = 3.0
"""…and of any other kind, such as a model that did not answer: long enough for those who waited for it."""
FEW = 3
AFTER = 0.1
"""Seconds that what can be done after the answer waits: begun at once it would take its time from the answer."""
COUNTING = 2.0
"""Seconds for which uses are gathered before they are written down."""


def _forgiving(
    method: Callable[Concatenate[WishCache, P], Awaitable[T]],
) -> Callable[Concatenate[WishCache, P], Coroutine[Any, Any, T | None]]:
    """A database that cannot be read or written costs the memory, never the video; the log says so once."""

    @wraps(method)
    async def forgiving(self: WishCache, *args: P.args, **kwargs: P.kwargs) -> T | None:
        try:
            return await method(self, *args, **kwargs)
        except SQLAlchemyError as problem:
            self.trouble(problem)
            return None

    return forgiving


class WishCache:
    """Belongs to the event loop of its database. `read` finds the mathematics of a wish."""

    def __init__(self, database: Database, read: Reader, hot: Hot | None = None) -> None:
        self.database = database
        self.hot = hot or Hot(settings().redis_url)
        self._read = read
        self._later: set[asyncio.Task[None]] = set()
        self._uses: Counter[str] = Counter()
        self._closing = asyncio.Event()
        self._is_troubled = False

    @_forgiving
    async def exact(self, wish: Wish) -> Kept | None:
        """The finished wish under this very key, or one that was found to mean the same before."""
        key = self.key(wish)
        kept = await self.hot.get(key)
        if kept is None:
            kept = await self._row(key)
            if kept:
                self._soon(self.hot.put, key, kept)
        return kept

    @_forgiving
    async def semantic(self, wish: Wish) -> Kept | None:
        """A finished wish of the same options that means the same in other words; found by its key from now on."""
        digest = (await self._facts(wish)).digest
        for row, known in await self._like(wish, ResultRow.said == digest) if digest else ():
            if await asyncio.to_thread(same, wish.text, row.text, self._read, known):
                kept = _kept(row)
                self._soon(self._alias, wish, kept)
                if not known:
                    self._soon(self._understand, kept)
                return kept
        return None

    @_forgiving
    async def near(self, wish: Wish) -> Kept | None:
        """The last finished wish of the same kind and options: it differs in values only."""
        kind = (await self._facts(wish)).kind
        rows = await self._like(wish, ResultRow.kind == kind) if kind else ()
        return _kept(rows[0][0]) if rows else None

    @_forgiving
    async def older(self, wish: Wish) -> Kept | None:
        """The last result of this very wish that other code decided on, but that would still be drawn as it was."""
        own = select(ResultRow).where(
            ResultRow.family == canonical.family(wish),
            ResultRow.version != deciding(),
            ResultRow.drawing == drawing(),
            ResultRow.until.is_(None),
        )
        async with self.database.reading() as session:
            row = await session.scalar(own.order_by(ResultRow.made_at.desc()).limit(1))
        return _kept(row) if row else None

    @_forgiving
    async def refusal(self, wish: Wish) -> Refusal | None:
        """Why this wish was not made a short while ago."""
        async with self.database.reading() as session:
            row = await session.get(FailureRow, self.key(wish))
        if row is None or row.until < now():
            return None
        return Refusal(row.kind, row.message, row.advice, row.at, row.more)

    async def keep(
        self,
        wish: Wish,
        paths: dict[str, Path],
        details: dict[str, Any],
        plan: dict[str, Any],
        seconds: float,
        lasting: float | None = None,
    ) -> Kept:
        """Keep a finished wish: files by name, then the record; `lasting` seconds where it is not for good."""
        stored = await asyncio.to_thread(lambda: {name: files.put(path) for name, path in paths.items()})
        names = {name: digest for name, (digest, _) in stored.items()}
        moment, said = now(), await self._facts(wish)
        row = ResultRow(
            id=self.key(wish), family=canonical.family(wish), text=wish.text, options=asdict(wish.options),
            setting=self.setting(wish), version=deciding(), drawing=drawing(), files=names, details=details, plan=plan,
            said="" if lasting else said.digest,
            kind="" if lasting else said.kind,
            size=sum(size for _, size in stored.values()), seconds=seconds, uses=0, made_at=moment, used_at=moment,
            until=moment + timedelta(seconds=lasting) if lasting else None,
        )  # fmt: skip
        async with self.database.session() as session:
            await session.merge(row)
            await session.execute(delete(FailureRow).where(FailureRow.key == row.id))
        kept = _kept(row)
        if lasting is None:
            await self.hot.put(row.id, kept)
        if said.digest and lasting is None and is_loaded():  # loading the embedder takes longer than it saves
            self._soon(self._understand, kept)
        self._soon(eviction.evict, self.database, self.hot, settings().cache_size << 20)
        return kept

    @_forgiving
    async def refuse(self, wish: Wish, refusal: Refusal) -> None:
        """Remember for a while that a wish could not be made."""
        until = refusal.at + timedelta(seconds=PATIENCE.get(refusal.kind, TRANSIENT))
        row = FailureRow(key=self.key(wish), **asdict(refusal), until=until)
        async with self.database.session() as session:
            await session.merge(row)

    @_forgiving
    async def forget(self, kept: Kept) -> None:
        """Forget a finished wish, and every other wording of it: its files are damaged or not wanted any more."""
        await eviction.forget(self.database, self.hot, [kept.id])

    def used(self, kept: Kept) -> None:
        """Count a use, some time after the answer: one transaction for all of a while."""
        if not self._uses:
            self._soon(self._count)
        self._uses[kept.id] += 1

    def trouble(self, problem: Exception) -> None:
        """Say, once, that wishes are made without the memory."""
        if not self._is_troubled:
            _log.warning("the cache of wishes does not answer, so every wish is made anew: %s", problem)
        self._is_troubled = True

    def key(self, wish: Wish) -> str:
        return canonical.key(wish, deciding())

    def setting(self, wish: Wish) -> str:
        """Equal for equal options and versions."""
        parts = json.dumps(asdict(wish.options), sort_keys=True) + deciding()
        return hashlib.sha256(parts.encode()).hexdigest()[:32]

    async def close(self) -> None:
        """Finish what was put off."""
        self._closing.set()
        await asyncio.gather(*self._later, return_exceptions=True)
        await self.hot.close()

    async def _row(self, key: str) -> Kept | None:
        async with self.database.reading() as session:
            row = await session.get(ResultRow, key)
            if row is None and (alias := await session.get(AliasRow, key)):
                row = await session.get(ResultRow, alias.result)
        return None if row is None or (row.until and row.until < now()) else _kept(row)

    async def _facts(self, wish: Wish) -> Facts:
        return await asyncio.to_thread(facts, wish.text, self._read)

    async def _like(self, wish: Wish, condition: ColumnElement[bool]) -> list[tuple[ResultRow, bytes]]:
        """The last few results of the same options that meet a condition, newest first, and what is known they mean."""
        both = select(ResultRow, MeaningRow.vector).outerjoin(MeaningRow, MeaningRow.id == ResultRow.id)
        own = both.where(condition, ResultRow.setting == self.setting(wish), ResultRow.until.is_(None))
        async with self.database.reading() as session:
            found = await session.execute(own.order_by(ResultRow.made_at.desc()).limit(FEW))
            return [(row, vector or b"") for row, vector in found]

    async def _alias(self, wish: Wish, kept: Kept) -> None:
        async with self.database.session() as session:
            await session.merge(AliasRow(key=self.key(wish), result=kept.id, text=wish.text, at=now()))

    async def _understand(self, kept: Kept) -> None:
        """Keep what a wish means: who says it otherwise then costs one embedding instead of two."""
        vector = await asyncio.to_thread(packed, kept.text)
        async with self.database.session() as session:
            await session.merge(MeaningRow(id=kept.id, vector=vector))

    async def _count(self) -> None:
        with suppress(TimeoutError):
            await asyncio.wait_for(self._closing.wait(), COUNTING)
        uses, self._uses = self._uses, Counter[str]()
        async with self.database.session() as session:
            for id, count in uses.items():
                row = update(ResultRow).where(ResultRow.id == id)
                await session.execute(row.values(uses=ResultRow.uses + count, used_at=now()))

    def _soon(self, work: Callable[P, Coroutine[Any, Any, None]], *args: P.args, **kwargs: P.kwargs) -> None:
        """Do it after the answer; what goes wrong there costs nobody the answer."""

        async def quietly() -> None:
            with suppress(TimeoutError):
                await asyncio.wait_for(self._closing.wait(), AFTER)
            try:
                await work(*args, **kwargs)
            except Exception:
                _log.warning("the cache of wishes could not be tended", exc_info=True)

        task = asyncio.create_task(quietly())
        self._later.add(task)
        task.add_done_callback(self._later.discard)


def _kept(row: ResultRow) -> Kept:
    return Kept(row.id, row.text, row.files, row.details, row.plan, row.seconds, row.made_at)
