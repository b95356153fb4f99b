"""The gate: who is asking, whether they may, and not too often. Every route goes through it."""

from __future__ import annotations

import contextlib

from fastapi import Request
from redis.exceptions import RedisError

from api.auth import keys
from api.auth.principal import LOCAL, Principal
from api.auth.tokens import COOKIE
from api.service import Service
from core.errors import NotAllowed

HARMLESS = ("GET", "HEAD", "OPTIONS")


async def admitted(request: Request, service: Service, scope: str) -> Principal:
    """The one who asks. Raises `NotAllowed` without a good key or token, or where its scopes do not cover this."""
    who = await _known(request, service) if service.settings.auth else LOCAL
    if who is None:
        with contextlib.suppress(RedisError, OSError):
            await service.rates.failed(address(request))
        raise NotAllowed("a valid key is needed", advice="send it as `Authorization: Bearer …`, or log in on the page")
    if scope not in who.scopes:
        raise NotAllowed(f"this key has no scope `{scope}`", known=True, advice="use one that has")
    with contextlib.suppress(RedisError, OSError):  # without Redis nothing is counted
        await service.rates.pass_(who, address(request), scope)
    return who


async def _known(request: Request, service: Service) -> Principal | None:
    given = request.headers.get("authorization", "")
    if given.lower().startswith("bearer "):
        token = given[7:].strip()
        return await keys.principal(service.database, token) or await _still(service, service.tokens.read(token))
    cookie = request.cookies.get(COOKIE)
    if cookie and (request.method in HARMLESS or _same_origin(request)):
        return await _still(service, service.tokens.read(cookie))
    return None


async def _still(service: Service, who: Principal | None) -> Principal | None:
    """A token that was given for a key ends with that key."""
    if who is None or not who.key:
        return who
    return who if await keys.good(service.database, who.key) else None


def _same_origin(request: Request) -> bool:
    """Whether a browser says that the request comes from our own page."""
    site = request.headers.get("sec-fetch-site")
    if site:
        return site in ("same-origin", "none")
    origin = request.headers.get("origin")
    return origin is None or origin.split("://")[-1] == request.headers.get("host")


def address(request: Request) -> str:
    """Where a request comes from; behind a proxy, uvicorn has put in what that says."""
    return request.client.host if request.client else "unknown"
