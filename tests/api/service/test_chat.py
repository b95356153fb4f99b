"""Talking about a video: what the composer understands, what a model gets to see, and the conversation that remains."""

from __future__ import annotations

import httpx
import pytest

from agent.models.composer.composer import Composer
from agent.models.protocol import Answer, Passage
from core.scene import SceneCode
from core.storyboard import ScenePlan
from core.wish import Wish
from tests.agent.fakes import GOOD, ScriptedModel
from tests.api.service.bench import Bench

CIRCLE = "Create a circle that transforms into a square"


async def said(bench: Bench, message: str, task: str) -> dict:
    answer = await bench.client.post("/chat", json={"task_id": task, "message": message})
    assert answer.status_code == 202, answer.text
    await bench.worker.take()
    return await bench.status(answer.json()["task_id"])


@pytest.fixture
async def circle(bench: Bench) -> dict:
    bench.workshop.model = Composer
    return await bench.made(prompt=CIRCLE)


async def test_another_colour_is_there_from_the_start(bench: Bench, circle: dict) -> None:
    red = await said(bench, "Please make the circle red", circle["task_id"])
    assert (red["status"], red["wish"]) == ("completed", "Create a red circle that transforms into a square")
    assert "color=RED" in red["code"] and "Square" in red["code"]
    assert (red["parent_id"], red["conversation_id"]) == (circle["task_id"], circle["conversation_id"])


async def test_a_slower_video_is_the_same_at_another_pace_and_stays_slow(bench: Bench, circle: dict) -> None:
    slow = await said(bench, "slower", circle["task_id"])
    assert "animation.run_time *= 1.5" in slow["code"] and slow["wish"] == CIRCLE
    slower = await said(bench, "make it slower please", slow["task_id"])
    assert "animation.run_time *= 2.25" in slower["code"]
    red = await said(bench, "make the circle red", slower["task_id"])
    assert "animation.run_time *= 2.25" in red["code"] and "RED" in red["code"]


async def test_a_drawing_goes_on(bench: Bench, circle: dict) -> None:
    both = await said(bench, "then show a blue triangle", circle["task_id"])
    assert "Circle" in both["code"] and "Triangle" in both["code"]


async def test_a_scene_that_is_added_leaves_the_first_one_as_it_was(bench: Bench, circle: dict) -> None:
    both = await said(bench, "then show the Pythagorean theorem", circle["task_id"])
    assert [scene["status"] for scene in both["scenes"]] == ["completed"] * 2
    assert both["scenes"][0]["code"] == circle["code"] and "pythagoras" in both["scenes"][1]["code"]


async def test_what_is_not_understood_is_said(bench: Bench, circle: dict) -> None:
    lost = await said(bench, "give it more of that certain something", circle["task_id"])
    assert (lost["status"], lost["error"]["code"]) == ("unsupported", "unsupported")
    assert "change" in lost["error"]["message"] and lost["error"]["advice"]


async def test_a_language_model_sees_the_code_and_the_change(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[tuple[str, tuple[Passage, ...]]] = []

    class Listening(ScriptedModel):
        async def write(self, wish: Wish, scene: ScenePlan, passages: tuple[Passage, ...]) -> Answer[SceneCode]:
            seen.append((scene.brief, passages))
            return Answer(SceneCode(GOOD + "# changed\n", "S"))

    monkeypatch.setattr("api.jobs.former.choose_model", lambda name, **options: Listening())
    first = await bench.made()
    changed = await said(bench, "add a caption", first["task_id"])
    assert changed["code"] == GOOD + "# changed\n"
    brief, passages = seen[-1]
    assert "Change asked for: add a caption" in brief and passages[0].text == GOOD


async def test_a_failed_scene_is_written_again_and_the_others_are_kept(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench.workshop.model = lambda: ScriptedModel(GOOD + "# one\n", GOOD + "# PROBE:boom\n", scenes=2)
    again = ScriptedModel(GOOD + "# wrong\n", GOOD + "# two\n", scenes=2)
    monkeypatch.setattr("api.jobs.former.choose_model", lambda name, **options: again)
    first = await bench.made()
    answer = await bench.client.post(f"/tasks/{first['task_id']}/scenes/1/retry")
    await bench.worker.take()
    whole = await bench.status(answer.json()["task_id"])
    assert whole["status"] == "completed" and again.asked == ["write"]
    assert [scene["code"][-5:] for scene in whole["scenes"]] == ["# one\n"[-5:], "# two\n"[-5:]]
    assert (await bench.client.post(f"/tasks/{first['task_id']}/scenes/7/retry")).status_code == 404


async def test_a_conversation_is_kept_and_can_be_deleted(bench: Bench, circle: dict) -> None:
    slow = await said(bench, "slower", circle["task_id"])
    other = await bench.made(prompt="a square")
    listed = (await bench.client.get("/conversations")).json()["conversations"]
    assert [(c["last_task_id"], c["count"]) for c in listed] == [(other["task_id"], 1), (slow["task_id"], 2)]
    url = f"/conversations/{circle['conversation_id']}"
    tasks = (await bench.client.get(url)).json()["tasks"]
    assert [(task["prompt"], task["parent_id"]) for task in tasks] == [
        (CIRCLE, None),
        ("slower", circle["task_id"]),
    ]
    assert (await bench.client.delete(url)).status_code == 204
    assert (await bench.client.get(url)).status_code == 404
    assert (await bench.client.get(f"/status/{slow['task_id']}")).status_code == 404


async def test_conversations_come_page_by_page(bench: Bench) -> None:
    tasks = [await bench.ask() for _ in range(3)]
    first = (await bench.client.get("/conversations", params={"limit": 2})).json()
    rest = (await bench.client.get("/conversations", params={"limit": 2, "cursor": first["cursor"]})).json()
    found = [c["last_task_id"] for page in (first, rest) for c in page["conversations"]]
    assert found == tasks[::-1] and rest["cursor"] is None


async def test_a_first_wish_by_chat_may_join_a_conversation(bench: Bench) -> None:
    first = await bench.client.post("/chat", json={"message": "a circle"})
    conversation = first.json()["conversation_id"]
    second = await bench.client.post("/chat", json={"message": "a square", "conversation_id": conversation})
    assert second.json()["conversation_id"] == conversation
    unknown = await bench.client.post("/chat", json={"message": "a square", "conversation_id": "0" * 32})
    assert unknown.status_code == 404


async def test_what_has_no_code_yet_cannot_be_refined(bench: Bench) -> None:
    task = await bench.ask()
    answer: httpx.Response = await bench.client.post("/chat", json={"task_id": task, "message": "slower"})
    assert (answer.status_code, answer.json()["code"]) == (409, "conflict")
