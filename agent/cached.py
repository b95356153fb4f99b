"""Making with a memory: what was made before is served, equal wishes in flight share one job, the rest is made.

async with opened(farm) as maker:
    made = await maker.make(wish, out)
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from sqlalchemy.exc import SQLAlchemyError

from agent import make as making
from agent.make import Made, Served, check_wish
from agent.models.choose import choose_model
from agent.models.protocol import CodeModel, Usage
from agent.reuse import Reusing, earlier_codes, same_code
from agent.serving import from_kept, origin, raised, refused, storyboard, to_keep
from agent.state import Event, Renderer
from components_cache.store.store import Store
from components_cache.wishes.cache import WishCache
from components_cache.wishes.files import Damaged, copy
from components_cache.wishes.leases import LASTING, Leases
from components_cache.wishes.record import Kept
from core.database import Database, database_url
from core.errors import BadInput, TulkuError
from core.times import now
from core.wish import Wish

Listener = Callable[[Event], None]
Revoked = Callable[[list[str]], Awaitable[set[str]]]
PARTIAL = 60.0
"""Seconds for which a video with missing scenes is served: its missing scenes may come out at the next try."""


class Abandoned(Exception):
    """Raised inside a render by its next event, once nobody waits for it any more."""


@dataclass
class Flight:
    """One job and those who wait for it."""

    task: asyncio.Task[Made]
    listeners: list[Listener] = field(default_factory=list[Listener])

    def tell(self, event: Event) -> None:
        """A listener that raises wants no more. When nobody is left, an exception ends the render that tells this."""
        if not self.listeners:
            raise Abandoned
        for listener in list(self.listeners):
            try:
                listener(event)
            except Exception:
                self.listeners.remove(listener)
                if not self.listeners:
                    raise


class Maker:
    """Makes wishes through the cache. `farm` is asked for when something has to be rendered, and not before.

    `revoked` says which of a video's components were revoked: such a video is made again. The store of the cache's own
    database is asked where nothing else is given.
    """

    def __init__(
        self,
        cache: WishCache,
        farm: Callable[[], Renderer],
        *,
        lasting: float = LASTING,
        revoked: Revoked | None = None,
    ) -> None:
        self.cache, self.farm = cache, farm
        self._revoked = revoked or _revoked_in(cache.database)
        self.leases = Leases(cache.hot, lasting)
        self._flights: dict[str, Flight] = {}

    async def make(
        self,
        wish: Wish,
        out: Path,
        *,
        model: CodeModel | None = None,
        fresh: bool = False,
        code_only: bool = False,
        on_event: Listener = lambda event: None,
    ) -> Made:
        """As `agent.make.make`, but from the cache where it can be; `fresh` makes it anew and keeps that.

        Raises what `agent.make.make` raises; a failure of a short while ago is raised again, and says so.
        """
        check_wish(wish)
        if code_only:
            return await making.make(wish, out, farm=self.farm(), model=model, code_only=True, on_event=on_event)
        started = time.perf_counter()
        served = None if fresh else await self.found(wish, out)
        if served is None:
            served = await self._shared(wish, out, model, fresh, on_event)
        return replace(served, seconds=time.perf_counter() - started)

    async def found(self, wish: Wish, out: Path) -> Made | None:
        """The wish from the cache, copied into `out`. Raises the error of a failure of a short while ago."""
        made = await self._delivered(await self.cache.exact(wish), out, "exact")
        if made:
            return made
        refusal = await self.cache.refusal(wish)
        if refusal:
            raise raised(refusal)
        made = await self._delivered(await self.cache.semantic(wish), out, "semantic")
        return made or await self._unchanged(wish, out)

    async def _unchanged(self, wish: Wish, out: Path) -> Made | None:
        """A video of older code, where today's code writes the very same scenes; kept as today's from now on."""
        older = await self.cache.older(wish) if wish.options.model == "composer" else None
        if older is None or not await same_code(wish, older):
            return None
        made = await self._delivered(older, out, "exact")
        if made:
            paths, details, plan = to_keep(made)
            await self.cache.keep(wish, paths, details, plan, older.seconds)
        return made

    async def _delivered(self, kept: Kept | None, out: Path, served: Served) -> Made | None:
        """Copies of what was kept; a damaged one is forgotten and made again."""
        if kept is None:
            return None
        if await self._revoked(kept.details["components"]):
            await self.cache.forget(kept)
            return None
        try:
            paths = await asyncio.to_thread(kept.deliver, out)
        except Damaged:
            await self.cache.forget(kept)
            return None
        self.cache.used(kept)
        return from_kept(kept, paths, served)

    async def _shared(self, wish: Wish, out: Path, model: CodeModel | None, fresh: bool, on_event: Listener) -> Made:
        """Join the job of the same wish, or start one. The job ends when nobody waits for it any more."""
        key = self.cache.key(wish)
        flight = self._flights.get(key)
        joined = flight is not None
        if flight is None:
            flight = self._start(key, wish, out, model, fresh)
        flight.listeners.append(on_event)
        try:
            made = await asyncio.shield(flight.task)
        finally:
            if on_event in flight.listeners:
                flight.listeners.remove(on_event)
            if not flight.listeners and not flight.task.done():
                flight.task.cancel()
        return await asyncio.to_thread(_copied, made, out) if joined else made

    def _start(self, key: str, wish: Wish, out: Path, model: CodeModel | None, fresh: bool) -> Flight:
        flight: Flight | None = None

        def tell(event: Event) -> None:
            if flight:
                flight.tell(event)

        task = asyncio.create_task(self._job(key, wish, out, model, fresh, tell))
        flight = self._flights[key] = Flight(task)

        def ended(task: asyncio.Task[Made]) -> None:
            self._flights.pop(key, None)
            if not task.cancelled():
                task.exception()  # seen here, whoever else may have gone

        task.add_done_callback(ended)
        return flight

    async def _job(self, key: str, wish: Wish, out: Path, model: CodeModel | None, fresh: bool, tell: Listener) -> Made:
        """Make the wish, or wait for the process that makes it and take what that made."""
        asked = now()
        look = 0
        while not await self.leases.take(key):
            if look == 0:
                tell({"stage": "waiting", "scene": -1})
            await self.leases.wait(key, look)
            look += 1
            other = await self._of_another(wish, out, asked)
            if other:
                return other
        async with self.leases.held(key):
            other = await self._of_another(wish, out, asked)  # it may have been finished in between
            return other or await self._made(wish, out, model, fresh, tell)

    async def _of_another(self, wish: Wish, out: Path, since: datetime) -> Made | None:
        """What another process has made of this wish since then; its error is raised here, too."""
        kept = await self.cache.exact(wish)
        if kept and kept.made_at >= since:
            return await self._delivered(kept, out, "shared")
        refusal = await self.cache.refusal(wish)
        if refusal and refusal.at >= since:
            raise raised(refusal, again=False)
        return None

    async def _made(self, wish: Wish, out: Path, model: CodeModel | None, fresh: bool, tell: Listener) -> Made:
        started = time.perf_counter()
        options = wish.options
        model = model or choose_model(options.model, temperature=options.temperature, seed=options.seed)
        earlier = None if fresh else await self.cache.near(wish)
        reusing = await asyncio.to_thread(_reusing, model, earlier) if earlier else None
        farm = await asyncio.to_thread(self.farm)
        try:
            made = await making.make(wish, out, farm=farm, model=reusing or model, on_event=tell)
        except BadInput:
            raise
        except TulkuError as error:
            await self.cache.refuse(wish, refused(error))
            raise
        await self._keep(wish, made, time.perf_counter() - started)
        is_near = earlier and reusing and reusing.reused
        return replace(made, served="near", origin=origin(earlier)) if earlier and is_near else made

    async def _keep(self, wish: Wish, made: Made, seconds: float) -> None:
        """A full disk or a locked database costs the memory, never the video."""
        paths, details, plan = to_keep(made)
        try:
            await self.cache.keep(wish, paths, details, plan, seconds, PARTIAL if made.missing else None)
        except Exception as error:
            import logging

            logging.getLogger(__name__).warning("the video was made, but could not be kept: %s", error)


@asynccontextmanager
async def opened(farm: Callable[[], Renderer], *, lasting: float = LASTING) -> AsyncGenerator[Maker]:
    """A maker on the configured database, for the length of the block."""
    from agent.formulas import marked

    database = Database(database_url())
    cache = WishCache(database, marked)
    try:
        await database.prepare()
    except SQLAlchemyError as problem:
        cache.trouble(problem)
    try:
        yield Maker(cache, farm, lasting=lasting)
    finally:
        await cache.close()
        await database.close()


def _revoked_in(database: Database) -> Revoked:
    """Which of a video's components have been revoked since."""

    async def revoked(names: list[str]) -> set[str]:
        stored = [name for name in names if name.startswith("store:")]
        return await Store(database).revoked(stored) if stored else set()

    return revoked


def _reusing(model: CodeModel, earlier: Kept) -> Reusing | None:
    """The model with an earlier video before its eyes; None where that one is damaged or has no storyboard."""
    board, codes = storyboard(earlier.plan), earlier_codes(earlier)
    return Reusing(model, earlier.text, board, codes) if board and codes else None


def _copied(made: Made, out: Path) -> Made:
    """The results of a shared job, in another folder too."""
    out.mkdir(parents=True, exist_ok=True)

    def here(path: Path | None) -> Path | None:
        if path is None or path == out / path.name:
            return path
        copy(path, out / path.name)
        return out / path.name

    code = tuple(filter(None, map(here, made.code)))
    return replace(
        made, video=here(made.video), code=code, poster=here(made.poster), contact_sheet=here(made.contact_sheet),
        served="shared", usage=Usage(),
    )  # fmt: skip
