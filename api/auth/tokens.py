"""Signed tokens: what a browser carries in a cookie after a login, and short-lived ones for programs. JWT, HS256."""

from __future__ import annotations

import secrets
import time
from pathlib import Path

from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import OctKey

from api.auth.principal import SCOPES, Principal

LASTING = 12 * 3600
"""Seconds that a token is good."""
COOKIE = "tulku_session"


class Tokens:
    """Signs and reads tokens with the secret of this home, which is made at the first use."""

    def __init__(self, home: Path, secret: str = "") -> None:
        self._path, self._secret = home / "session.key", secret

    def sign(self, who: Principal) -> str:
        moment = int(time.time())
        claims = {
            "sub": who.owner,
            "scope": " ".join(sorted(who.scopes)),
            "key": who.key,
            "quota": who.quota,
            "iat": moment,
            "exp": moment + LASTING,
        }
        return jwt.encode({"alg": "HS256"}, claims, self._key())

    def read(self, token: str) -> Principal | None:
        """Whose token it is; None for one that was not signed here, or is too old."""
        try:
            claims = jwt.decode(token, self._key(), algorithms=["HS256"]).claims
            jwt.JWTClaimsRegistry(exp={"essential": True}).validate(claims)
        except (JoseError, ValueError):
            return None
        scopes = frozenset(str(claims.get("scope", "")).split()) & set(SCOPES)
        return Principal(str(claims["sub"]), frozenset(scopes), str(claims.get("key", "")), int(claims.get("quota", 0)))

    def secret(self) -> str:
        """What signs: the configured secret, or that of this home."""
        return self._secret or self._kept()

    def _key(self) -> OctKey:
        return OctKey.import_key(self.secret())

    def _kept(self) -> str:
        """The secret of this home; several processes may make it at once, one wins."""
        if not self._path.exists():
            self._path.parent.mkdir(parents=True, exist_ok=True)
            draft = self._path.with_suffix(f".{secrets.token_hex(4)}")
            draft.touch(mode=0o600)
            draft.write_text(secrets.token_hex(32), encoding="ascii")
            try:
                self._path.hardlink_to(draft)
            except FileExistsError:
                pass
            finally:
                draft.unlink()
        return self._path.read_text(encoding="ascii")
