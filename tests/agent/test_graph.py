"""The graph alone: order, repair, bounds, partial videos, resuming. No manim, no model."""

import json
from pathlib import Path

import pytest

from agent.make import make, run_id
from agent.state import Event
from core.errors import BadInput, NotMade
from core.settings import settings
from core.wish import Wish, WishOptions
from tests.agent.fakes import GOOD, FakeFarm, ScriptedModel


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TULKU_HOME", str(tmp_path / "home"))
    settings.cache_clear()
    monkeypatch.setattr("agent.nodes.repair._signatures", lambda code, failure: ())


def broken(message: str, where: str = "PROBE") -> str:
    return GOOD + f"# {where}:{message}\n"


async def test_a_good_scene_is_made_at_the_first_try(tmp_path: Path) -> None:
    events: list[Event] = []
    made = await make(Wish("w"), tmp_path / "out", farm=FakeFarm(), model=ScriptedModel(), on_event=events.append)
    assert made.video and made.video.read_bytes() == GOOD.encode()
    assert [path.read_text() for path in made.code] == [GOOD]
    assert made.attempts == 1 and not made.missing
    assert made.usage.requests == 2 and made.usage.completion_tokens == 55
    assert [event["stage"] for event in events] == [
        "plan", "planned", "retrieve", "write", "convert", "check", "render", "kept",
    ]  # fmt: skip


@pytest.mark.parametrize("where", ["PROBE", "RENDER"])
async def test_a_bug_is_repaired_with_its_error(tmp_path: Path, where: str) -> None:
    model = ScriptedModel(broken("bad name", where), GOOD)
    made = await make(Wish("w"), tmp_path, farm=FakeFarm(), model=model)
    assert made.attempts == 2
    assert model.failures[0].error and model.failures[0].error.message == "bad name"
    attempts = settings().home / "runs" / run_id(Wish("w")) / "scene-1" / "attempts"
    assert "bad name" in (attempts / "attempt-1.py").read_text()
    assert json.loads((attempts / "attempt-1.json").read_text())["error"]["message"] == "bad name"


async def test_attempts_are_bounded(tmp_path: Path) -> None:
    model = ScriptedModel(*[broken(f"error {i}") for i in range(9)])
    with pytest.raises(NotMade, match="error 3") as caught:
        await make(Wish("w"), tmp_path, farm=FakeFarm(), model=model)
    assert model.asked.count("repair") == settings().attempts - 1
    assert Path(caught.value.kept).is_dir()


async def test_the_same_code_again_is_no_progress(tmp_path: Path) -> None:
    model = ScriptedModel(broken("one"), broken("one"))
    with pytest.raises(NotMade):
        await make(Wish("w"), tmp_path, farm=FakeFarm(), model=model)
    assert model.asked.count("repair") == 1


async def test_forbidden_code_never_reaches_the_farm(tmp_path: Path) -> None:
    model = ScriptedModel("import os\n" + GOOD, GOOD)
    farm = FakeFarm()
    made = await make(Wish("w"), tmp_path, farm=farm, model=model)
    assert made.attempts == 2 and farm.rendered == [GOOD]
    assert model.failures[0].error and model.failures[0].error.kind == "policy"


async def test_one_bad_scene_does_not_block_the_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    model = ScriptedModel(broken("hopeless"), GOOD, scenes=2)
    model.repair = _gives_up  # type: ignore[method-assign]
    made = await make(Wish("w"), tmp_path, farm=FakeFarm(), model=model)
    assert made.video is not None
    assert made.missing == ("Scene 0: hopeless",)
    assert [path.name for path in made.code] == ["scene_1.py", "scene_2.py"]


async def _gives_up(*_: object) -> None:
    from core.errors import ModelAnswerUnusable

    raise ModelAnswerUnusable("gave up")


async def test_a_killed_run_goes_on_where_it_stopped(tmp_path: Path) -> None:
    class Killed(BaseException):
        pass

    def kill() -> None:
        raise Killed

    first, second = ScriptedModel(), ScriptedModel()
    with pytest.raises(Killed):
        await make(Wish("w"), tmp_path, farm=FakeFarm(on_render=kill), model=first)
    events: list[Event] = []
    made = await make(Wish("w"), tmp_path, farm=FakeFarm(), model=second, on_event=events.append)
    assert made.video
    assert first.asked == ["plan", "write"] and second.asked == []
    assert [event["stage"] for event in events] == ["resumed", "render", "kept"]
    assert made.usage.requests == 2


async def test_a_finished_wish_is_made_anew(tmp_path: Path) -> None:
    for _ in range(2):
        model = ScriptedModel()
        await make(Wish("w"), tmp_path, farm=FakeFarm(), model=model)
        assert model.asked == ["plan", "write"]


async def test_code_only_renders_nothing(tmp_path: Path) -> None:
    farm = FakeFarm()
    made = await make(Wish("w"), tmp_path, farm=farm, model=ScriptedModel(), code_only=True)
    assert made.video is None and made.code[0].read_text() == GOOD and not farm.rendered


@pytest.mark.parametrize("text", ["", "   ", "x" * 5000, "a\x00b"])
async def test_bad_wishes_are_refused_before_any_work(tmp_path: Path, text: str) -> None:
    model = ScriptedModel()
    with pytest.raises(BadInput):
        await make(Wish(text), tmp_path, farm=FakeFarm(), model=model)
    assert not model.asked


async def test_an_unknown_quality_is_bad_input(tmp_path: Path) -> None:
    wish = Wish("w", WishOptions(quality="huge"))  # type: ignore[arg-type]
    with pytest.raises(BadInput, match="huge"):
        await make(wish, tmp_path, farm=FakeFarm(), model=ScriptedModel())
