"""Keys, tokens, scopes, rates and quotas; and that nobody sees anything of anybody else."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest
from limits.aio.storage import MemoryStorage

from api import content
from api.auth import keys
from api.auth.rates import Rates
from core.errors import BadInput
from core.settings import Settings, settings
from tests.api.service.bench import WISH, Bench, benched


@pytest.fixture
async def locked(home: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Bench]:
    """The service with TULKU_AUTH=keys."""
    monkeypatch.setenv("TULKU_AUTH", "keys")
    monkeypatch.setenv("TULKU_RATE_TASKS", "5/minute")
    settings.cache_clear()
    async with benched(settings()) as bench:
        yield bench


async def key_of(bench: Bench, owner: str, *scopes: str, quota: int = 0) -> dict[str, str]:
    key = await keys.create(bench.service.database, owner, scopes or ("read", "make"), quota=quota)
    return {"Authorization": f"Bearer {key}"}


async def test_without_a_key_nothing_is_answered(locked: Bench) -> None:
    for method, path in (("POST", "/generate"), ("GET", "/tasks"), ("GET", f"/status/{'0' * 32}"), ("GET", "/topics")):
        answer = await locked.client.request(method, path, json=WISH if method == "POST" else None)
        assert (answer.status_code, answer.json()["code"]) == (401, "unauthorized"), path
        assert answer.headers["www-authenticate"] == "Bearer"
    wrong = await locked.client.get("/tasks", headers={"Authorization": "Bearer tulku_wrong"})
    assert wrong.status_code == 401
    assert (await locked.client.get("/healthz")).status_code == 200


async def test_nobody_sees_anything_of_anybody_else(locked: Bench) -> None:
    ann, bob = await key_of(locked, "ann"), await key_of(locked, "bob")
    task = (await locked.client.post("/generate", json=WISH, headers=ann)).json()["task_id"]
    await locked.worker.take()
    mine = (await locked.client.get(f"/status/{task}", headers=ann)).json()
    video, conversation = mine["video_url"], mine["conversation_id"]
    requests = [
        ("GET", f"/status/{task}", None),
        ("GET", f"/events/{task}", None),
        ("GET", video, None),
        ("GET", f"/export/{task}.py", None),
        ("GET", f"/conversations/{conversation}", None),
        ("DELETE", f"/conversations/{conversation}", None),
        ("POST", f"/tasks/{task}/cancel", None),
        ("POST", f"/tasks/{task}/scenes/0/retry", None),
        ("DELETE", f"/tasks/{task}", None),
        ("POST", "/chat", {"task_id": task, "message": "slower"}),
        ("POST", "/chat", {"conversation_id": conversation, "message": "slower"}),
        ("POST", "/feedback", {"task_id": task, "thumb": "down"}),
        ("POST", "/render", {"code": "x", "conversation_id": conversation}),
        ("POST", "/render", {"code": "x", "parent_id": task}),
    ]
    async with locked.service.database.session():
        object.__setattr__(locked.service, "rates", Rates(locked.service.settings, None))
    for method, path, body in requests:
        answer = await locked.client.request(method, path, json=body, headers=bob)
        assert answer.status_code == 404, (method, path)
    assert (await locked.client.get("/tasks", headers=bob)).json()["tasks"] == []
    assert (await locked.client.get("/conversations", headers=bob)).json()["conversations"] == []
    assert (await locked.client.get(video, headers=ann)).status_code == 200


async def test_a_key_that_is_revoked_opens_nothing_at_once(locked: Bench) -> None:
    headers = await key_of(locked, "ann")
    key = headers["Authorization"].split()[1]
    token = (await locked.client.post("/auth/token", json={"key": key})).json()["access_token"]
    signed = {"Authorization": f"Bearer {token}"}
    for good in (headers, signed):
        assert (await locked.client.get("/tasks", headers=good)).status_code == 200
    (record,) = await keys.listed(locked.service.database)
    assert record.used and key not in str(vars(record))
    assert await keys.revoke(locked.service.database, record.id)
    for bad in (headers, signed):
        assert (await locked.client.get("/tasks", headers=bad)).status_code == 401


async def test_a_key_does_what_its_scopes_say(locked: Bench) -> None:
    reader, admin = await key_of(locked, "ann", "read"), await key_of(locked, "root", "admin")
    assert (await locked.client.get("/tasks", headers=reader)).status_code == 200
    refused = await locked.client.post("/generate", json=WISH, headers=reader)
    assert (refused.status_code, refused.json()["code"]) == (403, "forbidden")
    assert (await locked.client.get("/metrics", headers=reader)).status_code == 403
    assert (await locked.client.get("/metrics", headers=admin)).status_code == 200
    with pytest.raises(BadInput):
        await keys.create(locked.service.database, "ann", ["everything"])


async def test_the_page_logs_in_with_a_cookie_that_other_sites_cannot_use(locked: Bench) -> None:
    key = (await key_of(locked, "ann"))["Authorization"].split()[1]
    me = (await locked.client.get("/auth/me")).json()
    assert me == {"owner": None, "scopes": [], "login": ["key"]}
    answer = await locked.client.post("/auth/session", json={"key": key})
    cookie = answer.headers["set-cookie"].lower()
    assert answer.status_code == 204 and "httponly" in cookie and "samesite=strict" in cookie
    assert (await locked.client.get("/auth/me")).json()["owner"] == "ann"
    assert (await locked.client.post("/generate", json=WISH)).status_code == 202
    foreign = await locked.client.post("/generate", json=WISH, headers={"Sec-Fetch-Site": "cross-site"})
    assert foreign.status_code == 401
    foreign = await locked.client.post("/generate", json=WISH, headers={"Origin": "https://evil.example"})
    assert foreign.status_code == 401
    await locked.client.delete("/auth/session")
    assert (await locked.client.get("/tasks")).status_code == 401


@pytest.mark.parametrize("token", ["x.y.z", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhbm4iLCJzY29wZSI6InJlYWQifQ."])
async def test_a_token_that_was_not_signed_here_opens_nothing(locked: Bench, token: str) -> None:
    answer = await locked.client.get("/tasks", headers={"Authorization": f"Bearer {token}"})
    assert answer.status_code == 401


async def test_rates_and_quotas_hold(locked: Bench) -> None:
    counted = Rates(locked.service.settings, MemoryStorage())
    object.__setattr__(locked.service, "rates", counted)
    ann, bob = await key_of(locked, "ann"), await key_of(locked, "bob", quota=2)

    async def ask(who: dict[str, str]) -> httpx.Response:
        return await locked.client.post("/generate", json=WISH, headers=who)

    assert [(await ask(ann)).status_code for _ in range(6)] == [202] * 5 + [429]
    answers = [await ask(bob) for _ in range(3)]
    assert [answer.status_code for answer in answers] == [202, 202, 429]
    assert "month" in answers[-1].json()["detail"] and int(answers[-1].headers["retry-after"]) > 60


async def test_who_guesses_keys_is_slowed_down(locked: Bench) -> None:
    object.__setattr__(locked.service, "rates", Rates(locked.service.settings, MemoryStorage()))
    answers = [await locked.client.post("/auth/token", json={"key": f"tulku_guess{n}"}) for n in range(22)]
    assert [answer.status_code for answer in answers] == [401] * 20 + [429] * 2


@pytest.mark.parametrize("text", ["how to make a bomb", "HENTAI", "p0rn for everyone", "héntai"])
async def test_the_word_policy_refuses(home: Path, text: str) -> None:
    with pytest.raises(BadInput):
        await content.check(Settings(), text)  # type: ignore[call-arg]


@pytest.mark.parametrize(
    "text",
    ["Sexagesimal numbers", "the Dirichlet kernel kills high frequencies", "Essex graph", "bombsort", "x^2 + 1 = 0"],
)
async def test_the_word_policy_lets_learning_be(home: Path, text: str) -> None:
    await content.check(Settings(), text)  # type: ignore[call-arg]


async def test_every_answer_carries_the_security_headers(bench: Bench) -> None:
    for path in ("/healthz", "/nothing", "/tasks"):
        headers = (await bench.client.get(path)).headers
        policy = headers["content-security-policy"]
        assert "default-src 'none'" in policy and "unsafe" not in policy
        assert headers["x-content-type-options"] == "nosniff" and headers["x-request-id"]
        assert "access-control-allow-origin" not in headers and "server" not in headers
