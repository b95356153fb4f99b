"""Tasks over HTTP, from the wish to the file: contract, failures, lists, cancelling, deleting."""

import asyncio
import json

import httpx
import pytest

from agent.models.composer.composer import Composer
from tests.agent.fakes import GOOD, ScriptedModel
from tests.api.service.bench import WISH, Bench


async def test_a_wish_is_taken_in_and_made(bench: Bench) -> None:
    options = {"quality": "low", "resolution": "720p", "style": "3b1b", "complexity": "medium", "temperature": 0.2}
    answer = await bench.client.post("/generate", json=WISH | {"options": options})
    assert answer.status_code == 202
    task = answer.json()["task_id"]
    places = {"status_url": f"/status/{task}", "events_url": f"/events/{task}"}
    assert answer.json().items() >= ({"task_id": task, "status": "pending"} | places).items()
    waiting = await bench.status(task)
    assert (waiting["status"], waiting["queue_position"], waiting["video_url"]) == ("pending", 1, None)
    await bench.worker.take()
    made = await bench.status(task)
    assert (made["status"], made["progress"], made["stage"], made["error"]) == ("completed", 1.0, "done", None)
    assert made["code"] == GOOD and made["video_url"] == f"/videos/{task}/animation.mp4"
    assert made["usage"] == {"prompt_tokens": 20, "completion_tokens": 55, "cost": 0.001}
    assert [scene["status"] for scene in made["scenes"]] == ["completed"]
    assert made["options"]["resolution"] == "720p" and bench.farm.asked["resolution"] == "720p"
    assert "render" in made["timings"] and made["duration"] == 1.0
    video = await bench.client.get(made["video_url"])
    assert video.content == GOOD.encode() and video.headers["content-type"] == "video/mp4"


async def test_what_of_the_options_could_not_be_done_is_said(bench: Bench) -> None:
    bench.workshop.model = Composer
    circle = "Create a circle that transforms into a square"
    deep = await bench.made(prompt=circle, options={"complexity": "high"})
    assert deep["options"]["complexity"] == "high" and "complexity high changes nothing" in deep["notes"][0]
    assert (await bench.made(prompt=circle))["notes"] == []


async def test_a_video_is_sent_in_ranges_and_not_sent_twice(bench: Bench) -> None:
    url = (await bench.made())["video_url"]
    part = await bench.client.get(url, headers={"Range": "bytes=5-9"})
    assert part.status_code == 206 and part.content == GOOD.encode()[5:10]
    assert part.headers["content-range"] == f"bytes 5-9/{len(GOOD)}"
    same = await bench.client.get(url, headers={"If-None-Match": part.headers["etag"]})
    assert same.status_code == 304 and not same.content
    beyond = await bench.client.get(url, headers={"Range": "bytes=9999-"})
    assert beyond.status_code == 416


async def test_a_scene_that_fails_leaves_a_partial_video_that_says_so(bench: Bench) -> None:
    bench.workshop.model = lambda: ScriptedModel(GOOD, GOOD + "# PROBE:boom\n", scenes=2)
    made = await bench.made()
    assert (made["status"], made["error"]["code"]) == ("partial", "partial")
    assert [scene["status"] for scene in made["scenes"]] == ["completed", "failed"]
    assert made["scenes"][1]["error"]["message"] == "boom" and made["video_url"]


async def test_a_wish_that_fails_keeps_every_attempt_with_code_and_error(bench: Bench) -> None:
    from sqlalchemy import select

    from api.jobs.tables import Attempt

    bench.workshop.model = lambda: ScriptedModel(GOOD + "# PROBE:first\n", GOOD + "# PROBE:second\n")
    made = await bench.made()
    assert (made["status"], made["video_url"], made["error"]["code"]) == ("failed", None, "not_made")
    assert "second" in made["error"]["message"] and str(bench.service.settings.home) not in json.dumps(made)
    assert made["code"] == GOOD + "# PROBE:second\n"
    async with bench.service.database.reading() as session:
        kept = (await session.scalars(select(Attempt).order_by(Attempt.number))).all()
    assert [(a.number, a.code[-7:-1], a.failure["error"]["message"]) for a in kept] == [
        (1, ":first", "first"),
        (2, "second", "second"),
    ]


async def test_code_of_ones_own_is_rendered(bench: Bench) -> None:
    answer = await bench.client.post("/render", json={"code": GOOD, "scene": "S"})
    await bench.worker.take()
    made = await bench.status(answer.json()["task_id"])
    assert (made["kind"], made["status"], made["code"]) == ("render", "completed", GOOD)
    broken = await bench.client.post("/render", json={"code": GOOD + "# RENDER:boom\n"})
    await bench.worker.take()
    failed = await bench.status(broken.json()["task_id"])
    assert (failed["status"], failed["error"]["code"], failed["error"]["line"]) == ("failed", "runtime", 5)


@pytest.mark.parametrize(
    ("body", "named"),
    [
        ({}, "prompt"),
        ({"prompt": ""}, "prompt"),
        ({"prompt": "   "}, "empty"),
        ({"prompt": "x" * 4001}, "prompt"),
        ({"prompt": "a\x00b"}, "control"),
        ({"prompt": 7}, "prompt"),
        ({"prompt": "x", "options": {"quality": "best"}}, "quality"),
        ({"prompt": "x", "options": {"style": "rococo"}}, "style"),
        ({"prompt": "x", "options": {"temperature": 9}}, "temperature"),
        ({"prompt": "x", "options": {"colour": "red"}}, "colour"),
    ],
)
async def test_a_bad_wish_is_refused_with_a_problem(bench: Bench, body: dict[str, object], named: str) -> None:
    answer = await bench.client.post(
        "/generate", content=json.dumps(body), headers={"Content-Type": "application/json"}
    )
    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"
    problem = answer.json()
    assert set(problem) == {"type", "title", "status", "detail", "code", "advice"} and problem["advice"]
    assert named in problem["detail"]


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"null", b'"x"', b"\xff\xfe", b'{"prompt": "\\ud800"}'])
async def test_a_body_that_is_no_wish_is_refused(bench: Bench, body: bytes) -> None:
    answer = await bench.client.post("/generate", content=body, headers={"Content-Type": "application/json"})
    assert answer.status_code in (400, 422) and answer.headers["content-type"] == "application/problem+json"


async def test_a_body_that_is_too_large_is_refused_before_it_is_read(bench: Bench) -> None:
    async def endless() -> object:
        while True:
            yield b"x" * 65536

    for body in (b"x" * (2 << 20), endless()):
        answer = await bench.client.post("/generate", content=body, headers={"Content-Type": "application/json"})  # type: ignore[arg-type]
        assert (answer.status_code, answer.json()["code"]) == (413, "too_large")


@pytest.mark.parametrize("path", ["/status/", "/events/", "/videos/{}/animation.mp4", "/nothing"])
async def test_what_is_not_there_is_a_problem_too(bench: Bench, path: str) -> None:
    url = path.format("0" * 32) if "{}" in path else path + "0" * 32
    answer = await bench.client.get(url)
    assert (answer.status_code, answer.json()["code"]) == (404, "not_found")


@pytest.mark.parametrize(
    ("method", "path", "allowed"),
    [
        ("GET", "/generate", "POST"),
        ("DELETE", "/search", "GET"),
        ("PUT", f"/tasks/{'0' * 32}", "DELETE"),
        ("POST", f"/export/{'0' * 32}.py", "GET"),
        ("PATCH", f"/conversations/{'0' * 32}", "DELETE, GET"),
    ],
)
async def test_a_method_that_there_is_not_is_named_as_such(bench: Bench, method: str, path: str, allowed: str) -> None:
    """With the page, which takes every path, and without."""
    answer = await bench.client.request(method, path)
    assert (answer.status_code, answer.json()["code"]) == (405, "method_not_allowed")
    assert answer.headers["allow"] == allowed


async def test_tasks_are_listed_page_by_page_newest_first(bench: Bench) -> None:
    ids = [await bench.ask(project="algebra" if number % 2 else "") for number in range(5)]
    first = (await bench.client.get("/tasks", params={"limit": 3})).json()
    rest = (await bench.client.get("/tasks", params={"limit": 3, "cursor": first["cursor"]})).json()
    assert [task["task_id"] for page in (first, rest) for task in page["tasks"]] == ids[::-1]
    assert rest["cursor"] is None
    algebra = (await bench.client.get("/tasks", params={"project": "algebra"})).json()["tasks"]
    assert [task["task_id"] for task in algebra] == [ids[3], ids[1]]
    bad = await bench.client.get("/tasks", params={"cursor": "bm9uc2Vuc2U="})
    assert bad.status_code == 404


async def test_a_waiting_task_is_cancelled_at_once_and_never_made(bench: Bench) -> None:
    task = await bench.ask()
    answer = await bench.client.post(f"/tasks/{task}/cancel")
    assert answer.json()["status"] == "cancelled"
    await bench.worker.take()
    assert (await bench.status(task))["status"] == "cancelled" and bench.farm.rendered == []


async def test_a_running_task_is_cancelled_and_its_render_stops(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("api.jobs.worker.BEAT", 0.02)
    begun = asyncio.Event()
    loop = asyncio.get_running_loop()

    def stuck() -> None:
        loop.call_soon_threadsafe(begun.set)
        asyncio.run_coroutine_threadsafe(cancelled(), loop).result(10)

    async def cancelled() -> None:
        while (await bench.status(task))["status"] == "running":
            await asyncio.sleep(0.01)

    bench.farm.on_render = stuck
    task = await bench.ask()
    working = asyncio.create_task(bench.worker.take())
    await begun.wait()
    await bench.client.post(f"/tasks/{task}/cancel")
    await working
    assert (await bench.status(task))["status"] == "cancelled"


async def test_an_ended_task_is_deleted_with_its_files(bench: Bench) -> None:
    task = await bench.ask()
    refused = await bench.client.delete(f"/tasks/{task}")
    assert refused.status_code == 409
    await bench.worker.take()
    url = (await bench.status(task))["video_url"]
    assert (await bench.client.delete(f"/tasks/{task}")).status_code == 204
    for gone in (f"/status/{task}", url):
        assert (await bench.client.get(gone)).status_code == 404
    assert not any((bench.service.settings.home / "videos").rglob("*.mp4"))


async def test_events_tell_the_whole_story_and_go_on_where_a_client_stopped(bench: Bench) -> None:
    task = (await bench.made())["task_id"]
    story = _events(await bench.client.get(f"/events/{task}"))
    names = [name for _, name, _ in story]
    assert names[0] == "stage" and names[-1] == "done" and "scene" in names
    stages = [data["stage"] for _, name, data in story if name == "stage"]
    assert stages == ["plan", "planned", "retrieve", "write", "convert", "check", "render"]
    shares = [data["progress"] for _, name, data in story if name in ("stage", "progress")]
    assert shares == sorted(shares) and 0 < shares[0] < shares[-1] <= 1
    rest = _events(await bench.client.get(f"/events/{task}", headers={"Last-Event-ID": story[2][0]}))
    assert rest == story[3:]


async def test_events_of_a_task_of_long_ago_are_its_end(bench: Bench) -> None:
    task = (await bench.made())["task_id"]
    await bench.service.redis.flushall()
    story = _events(await bench.client.get(f"/events/{task}"))
    assert [(name, data["status"]) for _, name, data in story] == [("done", "completed")]


def _events(answer: httpx.Response) -> list[tuple[str, str, dict[str, object]]]:
    found = []
    for block in answer.text.replace("\r\n", "\n").strip().split("\n\n"):
        fields = dict(line.split(": ", 1) for line in block.splitlines() if not line.startswith(":"))
        found.append((fields.get("id", ""), fields["event"], json.loads(fields["data"])))
    return found
