"""Retries, waits, fallbacks and clear errors, over real HTTP."""

from __future__ import annotations

import logging
import socket

import pytest

from agent.models.endpoint import Endpoint, endpoints
from agent.models.faults import fault, redacted
from core.errors import BadInput, ModelUnavailable
from core.settings import Settings
from core.storyboard import ScenePlan
from core.wish import Wish
from tests.agent.models.conftest import CODE, Make
from tests.replay.server import Fail, Hangup, Raw, ReplayServer, Reply

GOOD = Reply(f"```python\n{CODE}```")


async def test_busy_provider_is_asked_again_when_it_says(
    replay: ReplayServer, model: Make, wish: Wish, scene: ScenePlan
) -> None:
    replay.script(Fail(429, "slow down", {"Retry-After": "0.4"}), GOOD)
    answer = await model().write(wish, scene, ())
    assert replay.requests[1].at - replay.requests[0].at >= 0.4
    assert answer.usage.requests == 2


async def test_a_long_wait_is_not_waited(replay: ReplayServer, model: Make, wish: Wish, scene: ScenePlan) -> None:
    replay.script(Fail(429, "slow down", {"Retry-After": "3600"}))
    with pytest.raises(ModelUnavailable, match="busy"):
        await model(wait=1.0).write(wish, scene, ())
    assert len(replay.requests) == 1


@pytest.mark.parametrize("bad", [Fail(500), Fail(503), Hangup(), Raw()])
async def test_passing_faults_are_tried_again(
    replay: ReplayServer, model: Make, wish: Wish, scene: ScenePlan, bad: Fail
) -> None:
    replay.script(bad, bad, GOOD)
    assert (await model().write(wish, scene, ())).usage.requests == 3


async def test_tries_are_bounded(replay: ReplayServer, model: Make, wish: Wish, scene: ScenePlan) -> None:
    replay.script(*[Fail(500, "out of order")] * 9)
    with pytest.raises(ModelUnavailable, match=r"qwen: the provider failed .*out of order"):
        await model(retries=2).write(wish, scene, ())
    assert len(replay.requests) == 3  # litellm and openai add no tries of their own


async def test_slow_answer_times_out_and_is_tried_again(
    replay: ReplayServer, model: Make, wish: Wish, scene: ScenePlan
) -> None:
    await _warm(replay, model, wish, scene)
    replay.script(Reply("late", delay=6), GOOD)
    answer = await model(timeout=2).write(wish, scene, ())
    assert answer.value.code == CODE and answer.usage.requests == 2


async def test_dripping_stream_times_out(replay: ReplayServer, model: Make, wish: Wish, scene: ScenePlan) -> None:
    await _warm(replay, model, wish, scene)
    replay.script(Reply("x" * 600, drip=0.1))
    with pytest.raises(ModelUnavailable, match="no answer in time") as caught:
        await model(timeout=0.6, retries=0, on_token=lambda token: None).write(wish, scene, ())
    assert "TULKU_MODEL_TIMEOUT" in caught.value.advice


@pytest.mark.parametrize("polite", [False, True])
async def test_broken_stream_starts_anew(
    replay: ReplayServer, model: Make, wish: Wish, scene: ScenePlan, polite: bool
) -> None:
    replay.script(Hangup("```python\nfrom man", polite=polite), GOOD)
    pieces: list[str] = []
    answer = await model(on_token=pieces.append).write(wish, scene, ())
    assert answer.value.code == CODE
    assert pieces.count("") == 2
    assert "".join(pieces[pieces.index("", 1) :]) == GOOD.text


async def test_fallback_chain(replay: ReplayServer, model: Make, wish: Wish, scene: ScenePlan) -> None:
    replay.script(Fail(404, "no model qwen here"), model="qwen")
    replay.script(Fail(500), Fail(500), model="second")
    replay.script(GOOD, model="third")
    chain = f"second@{replay.url}, third@{replay.url}"
    answer = await model(fallbacks=chain, retries=1).write(wish, scene, ())
    assert answer.value.code == CODE
    assert [request.body["model"] for request in replay.requests] == ["qwen", "second", "second", "third"]
    assert answer.usage.requests == 4


async def test_all_of_the_chain_fails(replay: ReplayServer, model: Make, wish: Wish, scene: ScenePlan) -> None:
    replay.script(Fail(401, "bad key"), model="qwen")
    replay.script(Fail(404, "gone"), model="second")
    with pytest.raises(ModelUnavailable) as caught:
        await model(fallbacks=f"second@{replay.url}").write(wish, scene, ())
    assert "qwen: the key was refused" in caught.value.message
    assert "second: there is no such model" in caught.value.message


@pytest.mark.parametrize(
    ("answer", "message", "advice"),
    [
        (Fail(401, "bad key"), "the key was refused", "set TULKU_MODEL_API_KEY"),
        (Fail(404, "unheard of"), "there is no such model", "check the name; `curl http://127.0.0.1"),
        (Fail(400, "The model `qwen` does not exist"), "there is no such model", "check the name"),
        (Fail(429, "You exceeded your current quota"), "no credit left", "top up"),
        (Fail(400, "maximum context length is 4096 tokens"), "longer than the model can read", "longer context"),
    ],
)
async def test_each_fault_has_its_own_words(
    replay: ReplayServer, model: Make, wish: Wish, scene: ScenePlan, answer: Fail, message: str, advice: str
) -> None:
    replay.script(answer)
    with pytest.raises(ModelUnavailable) as caught:
        await model(retries=0).write(wish, scene, ())
    assert message in caught.value.message
    assert advice in caught.value.advice


async def test_nothing_listens(model: Make, wish: Wish, scene: ScenePlan) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{taken.getsockname()[1]}/v1"
        with pytest.raises(ModelUnavailable, match=f"nothing answers at {url}") as caught:
            await model(base_url=url, retries=1).write(wish, scene, ())
    assert "TULKU_MODEL_BASE_URL" in caught.value.advice


async def test_name_without_provider(model: Make, wish: Wish, scene: ScenePlan) -> None:
    with pytest.raises(ModelUnavailable, match="does not say which provider") as caught:
        await model("my-model", base_url="", api_key="").write(wish, scene, ())
    assert "PROVIDER/NAME" in caught.value.advice


async def test_provider_without_key(model: Make, wish: Wish, scene: ScenePlan) -> None:
    with pytest.raises(ModelUnavailable) as caught:
        await model("openai/gpt-4o", base_url="", api_key="", retries=0).write(wish, scene, ())
    assert "OPENAI_API_KEY" in caught.value.advice


async def test_no_test_reaches_a_provider(model: Make, wish: Wish, scene: ScenePlan) -> None:
    with pytest.raises(ModelUnavailable, match="nothing answers"):
        await model("openai/gpt-4o", base_url="", api_key="sk-anything-at-all", retries=0).write(wish, scene, ())


@pytest.mark.parametrize(("word", "gone"), [("temperature", "temperature"), ("seed", "seed")])
async def test_refused_parameter_is_left_out(
    replay: ReplayServer, model: Make, wish: Wish, scene: ScenePlan, word: str, gone: str
) -> None:
    replay.script(Fail(400, f"Unsupported value: '{word}' does not support 0.2"), GOOD)
    await model().write(wish, scene, ())
    assert gone in replay.requests[0].body
    assert gone not in replay.requests[1].body


async def test_keys_stay_out_of_errors_and_logs(
    replay: ReplayServer, model: Make, wish: Wish, scene: ScenePlan, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    replay.script(Fail(401, "Incorrect API key provided: sk-replay-0123456789, header Bearer sk-replay-0123456789"))
    with pytest.raises(ModelUnavailable) as caught:
        await model().write(wish, scene, ())
    said = f"{caught.value} {caught.value.advice} {caplog.text}"
    assert "0123456789" not in said
    assert "[key]" in caught.value.message
    assert "0123456789" not in repr(Endpoint("m", "http://h", "sk-replay-0123456789"))


@pytest.mark.parametrize(
    "text",
    [
        "Incorrect API key provided: sk-abc***wxyz0123.",
        "Authorization: Bearer abcdef0123456789",
        "https://user:hunter22@host/v1 failed",
        "api_key='abcdef0123456789'",
        "AIzaSyA1234567890abcdef",
    ],
)
def test_what_looks_like_a_key_is_blotted_out(text: str) -> None:
    hidden = redacted(text)
    assert not any(secret in hidden for secret in ("wxyz0123", "abcdef0123456789", "hunter22", "SyA1234567890abcdef"))


def test_retry_after_may_be_a_date() -> None:
    class Error(Exception):
        status_code = 429
        litellm_response_headers = {"Retry-After": "Wed, 21 Oct 2015 07:28:00 GMT"}  # noqa: RUF012

    assert fault(Error("busy"), Endpoint("m")).retry_after == 0


def test_the_chain_of_endpoints() -> None:
    config = Settings(
        model_base_url="http://a/v1/", model_api_key="k", model_fallbacks="anthropic/x, q@http://b/v1,r@http://a/v1"
    )
    assert endpoints("Qwen/Q3", config) == (
        Endpoint("Qwen/Q3", "http://a/v1", "k"),
        Endpoint("anthropic/x"),
        Endpoint("q", "http://b/v1"),
        Endpoint("r", "http://a/v1", "k"),
    )
    assert endpoints("openai/x", Settings(model_api_key="k", model_fallbacks="openai/y")) == (
        Endpoint("openai/x", "", "k"),
        Endpoint("openai/y"),
    )
    with pytest.raises(BadInput):
        endpoints(" @http://a/v1", config)


async def _warm(replay: ReplayServer, model: Make, wish: Wish, scene: ScenePlan) -> None:
    """litellm takes seconds to import; that is no part of a short time limit."""
    replay.script(GOOD)
    await model(timeout=30.0).write(wish, scene, ())
