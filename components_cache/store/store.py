"""The store: components in, components out. Every change is one transaction; files are written before it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, delete, exists, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from components_cache.origin import Origin
from components_cache.store import files
from components_cache.store.record import State, Stored, plain_id, stored
from components_cache.store.tables import ComponentRow, ParentRow, SourceRow
from core.database import Database
from core.times import now

STRIKES = 3
"""Failures in use from which on a component that fails more often than it works is no longer offered."""


@dataclass(frozen=True, slots=True)
class Counts:
    """How many components are in each state, and rejections by reason."""

    states: dict[str, int]
    reasons: dict[str, int]


class Store:
    """Reads and writes the records of an open database."""

    def __init__(self, database: Database) -> None:
        self.database = database

    async def put(self, row: ComponentRow, origin: Origin, *, instead: str = "") -> bool:
        """Keep a component with its origin; one that was there keeps its record and gains the origin.

        A verdict of another manim is replaced, but what was revoked stays so. `instead` is an admitted component whose
        place the new one takes. Returns whether it is new.
        """
        async with self.database.session() as session:
            known = await session.get(ComponentRow, row.id)
            if known is None or (row.state and known.state != "revoked" and known.manim != row.manim):
                await session.merge(row)
                await session.flush()
                await _demote(session, instead, f"replaced by {row.id}")
            await _add_origin(session, row.id, origin)
            for parent in origin.parents if known is None else ():
                session.add(ParentRow(component=row.id, parent=plain_id(parent)))
        files.touch(row.id)
        return known is None

    async def renew(self, component: str, values: dict[str, Any]) -> None:
        """Change fields of a record."""
        async with self.database.session() as session:
            await session.execute(update(ComponentRow).where(ComponentRow.id == component).values(**values))
        files.touch(f"{component}{sorted(values)}")

    async def get(self, ids: Iterable[str], *, state: State | None = "admitted") -> list[Stored]:
        """Components by id, in that order; those not in `state` (None: any) are left out."""
        wanted = [plain_id(label) for label in ids]
        query = select(ComponentRow).where(ComponentRow.id.in_(wanted))
        async with self.database.reading() as session:
            rows = {row.id: row for row in await session.scalars(query)}
        # the state is looked at here: SQLite would go through all that have it instead of looking six ids up
        return [stored(rows[key]) for key in wanted if key in rows and state in (None, rows[key].state)]

    async def shaped(self, shape: str) -> Stored | None:
        """The component whose code is the same but for the names of locals."""
        query = select(ComponentRow).where(ComponentRow.shape == shape).order_by(ComponentRow.state).limit(1)
        async with self.database.reading() as session:
            row = await session.scalar(query)
        return stored(row) if row else None

    async def looks(self, kind: str) -> list[tuple[str, str]]:
        """Ids and looks of all admitted components of a kind."""
        query = select(ComponentRow.id, ComponentRow.look).where(
            ComponentRow.kind == kind, ComponentRow.state == "admitted", ComponentRow.look != ""
        )
        async with self.database.reading() as session:
            return [(row.id, row.look) for row in await session.execute(query)]

    async def listed(
        self,
        *,
        state: str = "admitted",
        kind: str = "",
        words: str = "",
        public: bool = False,
        most: int = 100,
        start: int = 0,
    ) -> list[Stored]:
        """Components newest first; `state` may be empty for all, `public` leaves out those only known from wishes."""
        query = _filtered(select(ComponentRow), state, kind, words)
        if public:
            query = query.where(_elsewhere())
        query = query.order_by(ComponentRow.made_at.desc(), ComponentRow.id).offset(start).limit(most)
        async with self.database.reading() as session:
            return [stored(row) for row in await session.scalars(query)]

    async def found(self, start: str) -> Stored | None:
        """One component by id, by the start of its id, or by name, with its origins and parents."""
        key = plain_id(start)
        query = select(ComponentRow).where(or_(ComponentRow.id.startswith(key), ComponentRow.name == key))
        async with self.database.reading() as session:
            row = await session.scalar(query.order_by(ComponentRow.state, ComponentRow.id).limit(1))
            if row is None:
                return None
            origins = await session.scalars(select(SourceRow).where(SourceRow.component == row.id))
            parents = await session.scalars(select(ParentRow.parent).where(ParentRow.component == row.id))
            return stored(row, tuple(_origin(origin) for origin in origins), tuple(parents))

    async def counts(self) -> Counts:
        """How many there are of each state, and why candidates were rejected."""
        by_state = select(ComponentRow.state, func.count()).group_by(ComponentRow.state)
        by_reason = select(ComponentRow.reason, func.count()).where(ComponentRow.state == "rejected")
        async with self.database.reading() as session:
            states = {str(name): int(count) for name, count in await session.execute(by_state)}
            reasons = await session.execute(by_reason.group_by(ComponentRow.reason))
            return Counts(states, {str(name): int(count) for name, count in reasons})

    async def used(self, labels: Iterable[str], *, well: bool) -> list[str]:
        """Count a use of components; returns those that failed so often that they are demoted now."""
        ids = sorted({plain_id(label) for label in labels})
        async with self.database.session() as session:
            rows = (await session.scalars(select(ComponentRow).where(ComponentRow.id.in_(ids)))).all()
            for row in rows:
                row.uses, row.used_at = row.uses + 1, now()
                row.successes, row.failures = row.successes + well, row.failures + (not well)
            fallen = [row for row in rows if _has_failed(row)]
            for row in fallen:
                row.state, row.reason, row.indexed = "demoted", f"failed {row.failures} times in use", True
        if fallen:
            files.touch("".join(row.id for row in fallen))
        return [row.id for row in fallen]

    async def note_due(self, ids: Sequence[str]) -> None:
        """These should be proven again when there is time: they were proven with another manim."""
        async with self.database.session() as session:
            await session.execute(update(ComponentRow).where(ComponentRow.id.in_(ids)).values(due=True))

    async def due(self, most: int) -> list[Stored]:
        """Admitted components that are to be proven again."""
        query = select(ComponentRow).where(ComponentRow.due, ComponentRow.state == "admitted").limit(most)
        async with self.database.reading() as session:
            return [stored(row) for row in await session.scalars(query)]

    async def revoked(self, labels: Iterable[str]) -> set[str]:
        """Those of these labels that have been revoked: what was made of them should not be served any more."""
        wanted = {plain_id(label): label for label in labels}
        query = select(ComponentRow.id).where(ComponentRow.id.in_(wanted), ComponentRow.state == "revoked")
        async with self.database.reading() as session:
            return {wanted[key] for key in await session.scalars(query)}

    async def remove(self, ids: Sequence[str]) -> None:
        """Forget records and all that belongs to them."""
        async with self.database.session() as session:
            for table in (SourceRow, ParentRow):
                await session.execute(delete(table).where(table.component.in_(ids)))
            await session.execute(delete(ComponentRow).where(ComponentRow.id.in_(ids)))
        files.touch("".join(ids))


def _has_failed(row: ComponentRow) -> bool:
    return row.state == "admitted" and row.failures >= STRIKES and row.failures > row.successes


async def _demote(session: AsyncSession, component: str, reason: str) -> None:
    if component:
        values = {"state": "demoted", "reason": reason}
        await session.execute(update(ComponentRow).where(ComponentRow.id == component).values(**values))


async def _add_origin(session: AsyncSession, component: str, origin: Origin) -> None:
    """Note where it was found, once a place."""
    known = select(SourceRow.id).where(
        SourceRow.component == component,
        SourceRow.source == origin.source,
        SourceRow.place == origin.place,
        SourceRow.scene == origin.scene,
    )
    if await session.scalar(known.limit(1)) is None:
        session.add(
            SourceRow(
                component=component,
                source=origin.source,
                place=origin.place,
                scene=origin.scene,
                wish=origin.wish,
                model=origin.model,
                licence=origin.licence,
                commit=origin.commit,
            )
        )


def _origin(row: SourceRow) -> Origin:
    return Origin(
        row.source, row.place, row.scene, wish=row.wish, model=row.model, licence=row.licence, commit=row.commit
    )


def _elsewhere() -> ColumnElement[bool]:
    """That a component was also found where nobody's wish is told by it."""
    return exists().where(SourceRow.component == ComponentRow.id, SourceRow.source != "wish")


def _filtered(query: Select[Any], state: str, kind: str, words: str) -> Select[Any]:
    if state:
        query = query.where(ComponentRow.state == state)
    if kind:
        query = query.where(ComponentRow.kind == kind)
    told = [ComponentRow.name, *(ComponentRow.facts[key].as_string() for key in ("title", "summary", "description"))]
    for word in words.split():
        said = (column.icontains(word, autoescape=True) for column in told)
        query = query.where(or_(ComponentRow.id.startswith(word, autoescape=True), *said))
    return query
