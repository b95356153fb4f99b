"""Revoking: a component, or all that came from a wish, a run or a source, with all that was made of it."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import ColumnElement, delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from components_cache.store import files
from components_cache.store.meaning import bring_in_line
from components_cache.store.store import Store
from components_cache.store.tables import ComponentRow, HarvestRow, ParentRow, SourceRow


@dataclass(frozen=True, slots=True)
class Revoked:
    """Ids of what is revoked now, and names by id."""

    names: dict[str, str]


async def revoke(
    store: Store, reason: str, *, component: str = "", wish: str = "", place: str = "", source: str = ""
) -> Revoked:
    """Revoke a component by id, or what was found only under a wish, a place or a source; and what descends from it.

    What is also known from elsewhere stays, without that origin. Revoked code is kept for tracing, and never admitted
    again; its thumbnail and its place in the search go.
    """
    async with store.database.session() as session:
        ids = {component} if component else await _only_from(session, wish, place, source)
        ids = await _with_descendants(session, ids)
        rows = list(await session.scalars(select(ComponentRow).where(ComponentRow.id.in_(ids))))
        pictures = [row.thumbnail for row in rows if row.thumbnail]
        for row in rows:
            row.state, row.reason, row.thumbnail, row.vectors = "revoked", reason[:300], "", None
        names = {row.id: row.name for row in rows}
        if wish:
            await _forget_waiting(session, wish)
    files.touch("".join(sorted(names)))
    for picture in pictures:
        files.thumbnail_path(picture).unlink(missing_ok=True)
    await bring_in_line(store)
    return Revoked(names)


async def _only_from(session: AsyncSession, wish: str, place: str, source: str) -> set[str]:
    """Components with no other origin than these; others lose the origin."""
    given = ((SourceRow.wish, wish), (SourceRow.place, place), (SourceRow.source, source))
    wanted: list[ColumnElement[bool]] = [column == value for column, value in given if value]
    if not wanted:
        return set()
    found = set(await session.scalars(select(SourceRow.component).where(*wanted)))
    matching = set(await session.scalars(select(SourceRow.id).where(*wanted)))
    query = select(SourceRow.component).where(SourceRow.component.in_(found), SourceRow.id.not_in(matching))
    elsewhere = set(await session.scalars(query))
    await session.execute(delete(SourceRow).where(SourceRow.id.in_(matching), SourceRow.component.in_(elsewhere)))
    return found - elsewhere


async def _with_descendants(session: AsyncSession, ids: set[str]) -> set[str]:
    """With all that was taken from scenes into which they had been inlined, and so on."""
    every, new = set(ids), set(ids)
    while new:
        query = select(ParentRow.component).where(ParentRow.parent.in_(new))
        new = set(await session.scalars(query)) - every
        every |= new
    return every


async def _forget_waiting(session: AsyncSession, wish: str) -> None:
    """Scenes of the wish that have not been looked through yet."""
    rows = await session.scalars(select(HarvestRow))
    ids = [row.id for row in rows if row.origin.get("wish") == wish]
    await session.execute(delete(HarvestRow).where(HarvestRow.id.in_(ids)))
