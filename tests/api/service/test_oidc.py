"""Logging in at an OpenID provider: the whole round trip over HTTP, and everything that must not let anybody in."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from joserfc.jwk import RSAKey

from core.settings import settings
from tests.api.service.bench import WISH, Bench, benched
from tests.api.service.provider import CLIENT, SECRET, Provider, provided

pytestmark = pytest.mark.service


@pytest.fixture
async def provider() -> AsyncIterator[Provider]:
    async with provided() as found:
        yield found


@pytest.fixture
async def site(home: Path, provider: Provider, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Bench]:
    """The service with keys and a login at the provider."""
    told = {"AUTH": "keys,oidc", "OIDC_ISSUER": provider.url, "OIDC_CLIENT": CLIENT, "OIDC_SECRET": SECRET}
    for name, value in told.items():
        monkeypatch.setenv(f"TULKU_{name}", value)
    settings.cache_clear()
    async with benched(settings()) as bench:
        yield bench


async def sent_back(site: Bench, state: str = "") -> str:
    """Go to the provider as a browser does; where it sends one back to."""
    away = await site.client.get("/auth/login")
    assert away.status_code == 302
    async with httpx.AsyncClient() as browser:
        back = await browser.get(away.headers["location"])
    assert back.status_code == 307
    url = httpx.URL(back.headers["location"])
    return str(url.copy_merge_params({"state": state}) if state else url)


async def test_one_logs_in_and_makes_a_video(site: Bench) -> None:
    assert (await site.client.get("/auth/me")).json()["login"] == ["key", "oidc"]
    assert (await site.client.post("/generate", json=WISH)).status_code == 401
    landed = await site.client.get(await sent_back(site))
    assert (landed.status_code, landed.headers["location"]) == (303, "/")
    cookie = next(value for value in landed.headers.get_list("set-cookie") if value.startswith("tulku_session"))
    assert "httponly" in cookie.lower() and "samesite=strict" in cookie.lower()
    me = (await site.client.get("/auth/me")).json()
    assert me["owner"].startswith("user-") and me["scopes"] == ["make", "read"]
    task = await site.ask()
    await site.worker.take()
    assert (await site.status(task))["status"] == "completed"
    assert (await site.client.get("/metrics")).status_code == 403


async def test_the_same_person_comes_back_to_their_own_and_another_one_does_not(
    site: Bench, provider: Provider
) -> None:
    await site.client.get(await sent_back(site))
    ann = (await site.client.get("/auth/me")).json()["owner"]
    task = await site.ask()
    site.client.cookies.clear()
    provider.subject = "bob"
    await site.client.get(await sent_back(site))
    assert (await site.client.get("/auth/me")).json()["owner"] != ann
    assert (await site.client.get(f"/status/{task}")).status_code == 404
    site.client.cookies.clear()
    provider.subject = "ann"
    await site.client.get(await sent_back(site))
    assert (await site.client.get("/auth/me")).json()["owner"] == ann
    assert (await site.client.get(f"/status/{task}")).status_code == 200


async def refused(site: Bench, url: str) -> None:
    answer = await site.client.get(url)
    assert (answer.status_code, answer.json()["code"]) == (401, "unauthorized"), answer.text
    assert "tulku_session" not in site.client.cookies
    assert (await site.client.get("/auth/me")).json()["owner"] is None


@pytest.mark.parametrize(
    "claims",
    [
        {"nonce": "of another login"},
        {"nonce": None},
        {"exp": 1_000_000_000},
        {"exp": None},
        {"iss": "https://elsewhere.example"},
        {"aud": "another client"},
        {"sub": None},
    ],
    ids=str,
)
async def test_a_token_that_is_not_for_this_login_lets_nobody_in(
    site: Bench, provider: Provider, claims: dict[str, Any]
) -> None:
    provider.claims = claims
    await refused(site, await sent_back(site))


async def test_a_token_that_somebody_else_signed_lets_nobody_in(site: Bench, provider: Provider) -> None:
    provider.published = RSAKey.generate_key(2048, {"kid": "one"})
    await refused(site, await sent_back(site))


async def test_an_answer_to_a_login_that_nobody_began_lets_nobody_in(site: Bench) -> None:
    await refused(site, await sent_back(site, state="made-up"))
    url = await sent_back(site)
    site.client.cookies.clear()  # the answer lands in another browser
    await refused(site, url)
    await refused(site, "/auth/callback")
    await refused(site, "/auth/callback?error=access_denied&state=x")


async def test_an_answer_counts_once(site: Bench) -> None:
    url = await sent_back(site)
    assert (await site.client.get(url)).status_code == 303
    site.client.cookies.delete("tulku_session")
    await refused(site, url)


async def test_a_code_that_the_provider_does_not_know_lets_nobody_in(site: Bench, provider: Provider) -> None:
    url = await sent_back(site)
    provider.asked.clear()
    await refused(site, url)


async def test_where_no_provider_answers_the_login_says_so(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TULKU_AUTH", "keys,oidc")
    monkeypatch.setenv("TULKU_OIDC_ISSUER", "http://127.0.0.1:9")
    settings.cache_clear()
    async with benched(settings()) as bench:
        answer = await bench.client.get("/auth/login")
        assert (answer.status_code, answer.json()["code"]) == (503, "unreachable") and answer.json()["advice"]
        await refused(bench, "/auth/callback?code=x&state=y")
