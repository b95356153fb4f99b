"""A small OpenID Connect provider over HTTP: discovery, authorization with PKCE, tokens, keys. Tests bend its word."""

from __future__ import annotations

import asyncio
import base64
import hashlib
import secrets
import socket
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, urlencode

import uvicorn
from joserfc import jwt
from joserfc.jwk import RSAKey
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

CLIENT, SECRET = "tulku", "a secret of the client"


@dataclass
class Provider:
    """`claims` are laid over what an honest token says; `signer` signs it, `published` is the key that is told."""

    url: str = ""
    subject: str = "ann"
    claims: dict[str, Any] = field(default_factory=dict[str, Any])
    signer: RSAKey = field(default_factory=lambda: RSAKey.generate_key(2048, {"kid": "one"}))
    published: RSAKey | None = None
    asked: dict[str, dict[str, str]] = field(default_factory=dict[str, dict[str, str]])

    def app(self) -> Starlette:
        return Starlette(
            routes=[
                Route("/.well-known/openid-configuration", self.discovery),
                Route("/authorize", self.authorize),
                Route("/token", self.token, methods=["POST"]),
                Route("/keys", self.keys),
            ]
        )

    async def discovery(self, request: Request) -> Response:
        return JSONResponse(
            {
                "issuer": self.url,
                "authorization_endpoint": f"{self.url}/authorize",
                "token_endpoint": f"{self.url}/token",
                "jwks_uri": f"{self.url}/keys",
                "id_token_signing_alg_values_supported": ["RS256"],
                "token_endpoint_auth_methods_supported": ["client_secret_basic"],
            }
        )

    async def authorize(self, request: Request) -> Response:
        """Whoever comes here is `subject`, and agrees."""
        asked = dict(request.query_params)
        assert (asked["response_type"], asked["client_id"], asked["code_challenge_method"]) == ("code", CLIENT, "S256")
        assert "openid" in asked["scope"].split()
        code = secrets.token_urlsafe(16)
        self.asked[code] = asked
        return RedirectResponse(f"{asked['redirect_uri']}?{urlencode({'code': code, 'state': asked['state']})}")

    async def token(self, request: Request) -> Response:
        """Each code is good once, for the client who has the secret and the verifier."""
        sent = {name: values[0] for name, values in parse_qs((await request.body()).decode()).items()}
        basic = base64.b64decode(request.headers["authorization"].removeprefix("Basic ")).decode()
        asked = self.asked.pop(sent.get("code", ""), None)
        challenge = base64.urlsafe_b64encode(hashlib.sha256(sent.get("code_verifier", "").encode()).digest())
        known = asked and challenge.rstrip(b"=").decode() == asked["code_challenge"]
        if not known or asked is None or sent["redirect_uri"] != asked["redirect_uri"] or not basic.startswith(CLIENT):
            return JSONResponse({"error": "invalid_grant"}, 400)
        return JSONResponse(
            {"access_token": "opaque", "token_type": "Bearer", "expires_in": 60, "id_token": self.signed(asked)}
        )

    def signed(self, asked: dict[str, str]) -> str:
        moment = int(time.time())
        claims = {
            "iss": self.url,
            "sub": self.subject,
            "aud": CLIENT,
            "iat": moment,
            "exp": moment + 300,
            "nonce": asked["nonce"],
        }
        return jwt.encode({"alg": "RS256", "kid": "one"}, claims | self.claims, self.signer)

    async def keys(self, request: Request) -> Response:
        return JSONResponse({"keys": [(self.published or self.signer).as_dict(private=False)]})


@asynccontextmanager
async def provided() -> AsyncIterator[Provider]:
    """A provider on a port of this machine."""
    provider = Provider()
    with socket.socket() as link:
        link.bind(("127.0.0.1", 0))
        link.listen()
        provider.url = f"http://127.0.0.1:{link.getsockname()[1]}"
        server = uvicorn.Server(uvicorn.Config(provider.app(), log_config=None, access_log=False, lifespan="off"))
        running = asyncio.create_task(server._serve([link]))
        yield provider
        server.should_exit = True
        await running
