"""API keys: made, found, revoked. A key is 256 random bits, so a plain hash is enough; it is shown once."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy import select, update

from api.auth.principal import SCOPES, Principal
from api.auth.tables import ApiKey
from core.database import Database
from core.errors import BadInput
from core.times import now

PREFIX = "tulku_"
SELDOM = timedelta(minutes=5)
"""How exactly the last use of a key is known."""


async def create(database: Database, owner: str, scopes: Sequence[str], name: str = "", quota: int = 0) -> str:
    """Make a key; returns it, and nobody can see it again. Raises `BadInput` for a scope that there is not."""
    unknown = set(scopes) - set(SCOPES)
    if unknown or not scopes:
        raise BadInput(f"no scope {', '.join(sorted(unknown)) or '(none given)'}", advice=f"use {', '.join(SCOPES)}")
    key = PREFIX + secrets.token_urlsafe(32)
    record = ApiKey(
        id=secrets.token_hex(4), hash=_hash(key), owner=owner, name=name, scopes=" ".join(scopes), quota=quota
    )
    async with database.session() as session:
        session.add(record)
    return key


async def principal(database: Database, key: str) -> Principal | None:
    """Whose key it is; None for one that is not ours, or was revoked. Asked each time, so revoking works at once."""
    if not key.startswith(PREFIX) or len(key) > 100:
        return None
    async with database.reading() as session:
        found = await session.scalar(select(ApiKey).where(ApiKey.hash == _hash(key), ApiKey.revoked.is_(None)))
    if found is None:
        return None
    if found.used is None or now() - found.used > SELDOM:
        async with database.session() as session:
            await session.execute(update(ApiKey).where(ApiKey.id == found.id).values(used=now()))
    return Principal(found.owner, frozenset(found.scopes.split()), found.id, found.quota)


async def good(database: Database, name: str) -> bool:
    """Whether the key with this id has not been revoked."""
    async with database.reading() as session:
        return await session.scalar(select(ApiKey.id).where(ApiKey.id == name, ApiKey.revoked.is_(None))) is not None


async def revoke(database: Database, name: str) -> bool:
    """End the key with this id; false where there is none that is still good."""
    async with database.session() as session:
        good = select(ApiKey).where(ApiKey.id == name, ApiKey.revoked.is_(None))
        found = await session.scalar(good)
        if found is None:
            return False
        found.revoked = now()
    return True


async def listed(database: Database) -> Sequence[ApiKey]:
    async with database.reading() as session:
        return (await session.scalars(select(ApiKey).order_by(ApiKey.created))).all()


def _hash(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()
