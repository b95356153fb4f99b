"""Logging in: the page by a key or by OpenID Connect, programs by exchanging a key for a short-lived token."""

from __future__ import annotations

import hashlib
from collections.abc import Generator
from contextlib import contextmanager
from typing import Annotated, Any

import structlog
from fastapi import APIRouter, FastAPI, Request, Response
from fastapi.responses import RedirectResponse
from pydantic import BaseModel, Field, StringConstraints
from starlette.middleware.sessions import SessionMiddleware

from api.auth import keys
from api.auth.gate import address, admitted
from api.auth.principal import Principal
from api.auth.tokens import COOKIE, LASTING
from api.problems import documented
from api.routes.parts import Parts
from api.service import Service
from core.errors import NotAllowed, Unreachable

router = APIRouter(prefix="/auth", tags=["login"])
log = structlog.get_logger("tulku.login")


class Key(BaseModel):
    """An API key."""

    key: Annotated[str, StringConstraints(min_length=8, max_length=100)]


class Token(BaseModel):
    """A signed token, for `Authorization: Bearer`."""

    access_token: str
    token_type: str = "bearer"  # noqa: S105  # the name of a kind, not a secret
    expires_in: int = LASTING


class Me(BaseModel):
    """Who is asking, and how one logs in here."""

    owner: str | None
    scopes: list[str]
    login: list[str] = Field(description="ways to log in: key, oidc; none where nobody has to")


@router.get("/me", response_model=Me)
async def me(request: Request, parts: Parts) -> Any:
    """Who you are here. Never refused, so that the page can ask."""
    ways = [way for way in ("key", "oidc") if way.rstrip("s") in parts.settings.auth]
    try:
        who = await admitted(request, parts, "read")
    except NotAllowed:
        return Me(owner=None, scopes=[], login=ways)
    return Me(owner=who.owner, scopes=sorted(who.scopes), login=ways)


@router.post("/token", response_model=Token, responses=documented())
async def token(body: Key, request: Request, parts: Parts) -> Any:
    """A token that is good for some hours, in exchange for a key."""
    return Token(access_token=parts.tokens.sign(await _owner(body.key, request, parts)))


@router.post("/session", status_code=204, responses=documented())
async def session(body: Key, request: Request, parts: Parts) -> Response:
    """Log the page in with a key: a cookie that scripts cannot read."""
    answer = Response(status_code=204)
    _remember(answer, parts, request, await _owner(body.key, request, parts))
    return answer


@router.delete("/session", status_code=204)
async def leave() -> Response:
    """Log the page out."""
    answer = Response(status_code=204)
    answer.delete_cookie(COOKIE, path="/")
    return answer


def install(app: FastAPI, service: Service) -> None:
    """The routes, and the login at an OpenID provider where one is configured."""
    app.include_router(router)
    chosen = service.settings
    if "oidc" not in chosen.auth:
        return
    from authlib.integrations.starlette_client import OAuth

    provider: Any = OAuth().register(
        "provider",
        client_id=chosen.oidc_client,
        client_secret=chosen.oidc_secret,
        server_metadata_url=f"{chosen.oidc_issuer.rstrip('/')}/.well-known/openid-configuration",
        client_kwargs={"scope": "openid email profile", "code_challenge_method": "S256"},
    )
    app.add_middleware(
        SessionMiddleware,
        secret_key=service.tokens.secret(),
        session_cookie="tulku_login",
        max_age=600,
        same_site="lax",
        https_only=chosen.public_url.startswith("https"),
    )

    @app.get("/auth/login", include_in_schema=False)
    async def _login(request: Request) -> Response:  # pyright: ignore[reportUnusedFunction]  # FastAPI uses it
        back = f"{chosen.public_url.rstrip('/')}/auth/callback" if chosen.public_url else request.url_for("_callback")
        with _told_of_failures():
            return await provider.authorize_redirect(request, str(back))

    @app.get("/auth/callback", include_in_schema=False)
    async def _callback(request: Request) -> Response:  # pyright: ignore[reportUnusedFunction]  # FastAPI uses it
        with _told_of_failures():
            name = _name((await provider.authorize_access_token(request))["userinfo"])
        answer = RedirectResponse("/", 303)
        _remember(answer, service, request, Principal(name, frozenset({"read", "make"})))
        return answer


@contextmanager
def _told_of_failures() -> Generator[None]:
    """Whatever a provider does wrong, or somebody who pretends to come from it, is no defect of ours.

    Raises `Unreachable` for a provider that does not answer, `NotAllowed` for an answer that proves nothing.
    """
    from authlib.common.errors import AuthlibBaseError
    from httpx2 import HTTPError
    from joserfc.errors import JoseError

    try:
        yield
    except HTTPError as error:
        raise Unreachable("the login's provider does not answer", advice="try again, or use a key") from error
    except (AuthlibBaseError, JoseError, KeyError, ValueError, TypeError) as error:
        log.info("login refused", error=f"{type(error).__name__}: {error}")
        raise NotAllowed("the login did not succeed", advice="try again") from error


async def _owner(key: str, request: Request, parts: Service) -> Principal:
    who = await keys.principal(parts.database, key)
    if who is None:
        await parts.rates.failed(address(request))
        raise NotAllowed("this key is not valid", advice="`tulku keys create` makes one")
    return who


def _name(claims: Any) -> str:
    """A name for the person that nobody can guess or take: provider and subject, hashed."""
    return "user-" + hashlib.sha256(f"{claims['iss']}\0{claims['sub']}".encode()).hexdigest()[:32]


def _remember(answer: Response, parts: Service, request: Request, who: Principal) -> None:
    secure = request.url.scheme == "https" or parts.settings.public_url.startswith("https")
    answer.set_cookie(
        COOKIE, parts.tokens.sign(who), LASTING, path="/", secure=secure, httponly=True, samesite="strict"
    )
