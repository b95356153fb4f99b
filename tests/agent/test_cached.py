"""Making with a memory: what is served, what is made, who shares a job. No manim, no model, no embedder."""

import asyncio
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from agent.cached import Maker, opened
from agent.make import Made
from components_cache.wishes import files, meaning
from core.errors import BadInput, ModelUnavailable, NotMade
from core.settings import settings
from core.wish import Wish, WishOptions
from tests.agent.cached_fakes import VideoFarm, maker_with
from tests.agent.fakes import GOOD, ScriptedModel
from tests.components_cache.wishes.fakes import no_embedder

WISH = Wish("bubble sort on 8 bars")
OTHER_WORDS = Wish("please, bubble sort with eight bars")
SAME_KIND = Wish("bubble sort on 5 bars")


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TULKU_HOME", str(tmp_path / "home"))
    no_embedder(monkeypatch)
    monkeypatch.setattr("agent.nodes.repair._signatures", lambda code, failure: ())
    monkeypatch.setattr("agent.nodes.retrieve._passages", lambda text: ())
    settings.cache_clear()
    yield
    settings.cache_clear()
    meaning._vector.cache_clear()


async def make(maker: Maker, wish: Wish, out: Path, *codes: str, **options: Any) -> Made:
    return await maker.make(wish, out, model=ScriptedModel(*codes), **options)


async def test_the_second_time_nothing_is_made(tmp_path: Path) -> None:
    farm = VideoFarm()
    async with maker_with(farm) as maker:
        first = await make(maker, WISH, tmp_path / "one")
    async with maker_with(farm) as maker:
        again = await make(maker, Wish("Bubble sort on 8 bars!"), tmp_path / "two")
    assert first.served == "made" and again.served == "exact" and len(farm.rendered) == 1
    assert again.video and first.video and again.video.read_bytes() == first.video.read_bytes()
    assert [path.read_text() for path in again.code] == [GOOD]
    assert (again.title, again.duration, again.storyboard) == (first.title, first.duration, first.storyboard)
    assert again.origin and again.origin.wish == WISH.text and again.usage.requests == 0


async def test_other_words_are_served_and_then_known(tmp_path: Path) -> None:
    farm = VideoFarm()
    async with maker_with(farm) as maker:
        await make(maker, WISH, tmp_path / "one")
        assert (await make(maker, OTHER_WORDS, tmp_path / "two")).served == "semantic"
    async with maker_with(farm) as maker:
        assert (await make(maker, OTHER_WORDS, tmp_path / "three")).served == "exact"
    assert len(farm.rendered) == 1


@pytest.mark.parametrize("options", [WishOptions(quality="high"), WishOptions(style="black"), WishOptions(seed=2)])
async def test_other_options_are_another_wish(tmp_path: Path, options: WishOptions) -> None:
    async with maker_with(VideoFarm()) as maker:
        await make(maker, WISH, tmp_path / "one")
        assert (await make(maker, Wish(OTHER_WORDS.text, options), tmp_path / "two")).served == "made"


async def test_fresh_makes_it_anew_and_keeps_that(tmp_path: Path) -> None:
    better = GOOD + "# better\n"
    async with maker_with(VideoFarm()) as maker:
        await make(maker, WISH, tmp_path / "one")
        assert (await make(maker, WISH, tmp_path / "two", better, fresh=True)).served == "made"
        assert (await make(maker, WISH, tmp_path / "three")).code[0].read_text() == better


@pytest.mark.parametrize("damage", ["cut", "gone"])
async def test_a_damaged_video_is_made_again_never_served(tmp_path: Path, damage: str) -> None:
    farm = VideoFarm()
    async with maker_with(farm) as maker:
        await make(maker, WISH, tmp_path / "one")
        (stored,) = files.folder().rglob("*.mp4")
        stored.write_bytes(stored.read_bytes()[:-2]) if damage == "cut" else stored.unlink()
        again = await make(maker, WISH, tmp_path / "two")
        assert again.served == "made" and len(farm.rendered) == 2
        assert (await make(maker, WISH, tmp_path / "three")).served == "exact"


async def test_editing_a_result_damages_nobody_elses(tmp_path: Path) -> None:
    async with maker_with(VideoFarm()) as maker:
        made = await make(maker, WISH, tmp_path / "one")
        made.code[0].write_text("edited")
        assert (await make(maker, WISH, tmp_path / "two")).code[0].read_text() == GOOD


async def test_equal_wishes_at_once_share_one_render(tmp_path: Path) -> None:
    farm = VideoFarm(seconds=0.2)
    events: list[list[str]] = [[], [], []]
    async with maker_with(farm) as maker:
        made = await asyncio.gather(
            *(
                make(maker, WISH, tmp_path / str(k), on_event=lambda event, k=k: events[k].append(event["stage"]))
                for k in range(3)
            )
        )
    assert len(farm.rendered) == 1
    assert sorted(one.served for one in made) == ["made", "shared", "shared"]
    assert all(one.video and one.video.parent == tmp_path / str(k) and one.video.exists() for k, one in enumerate(made))
    assert all("render" in stages for stages in events)


async def test_two_makers_of_one_machine_share_one_render(tmp_path: Path) -> None:
    farm = VideoFarm(seconds=0.3)
    async with maker_with(farm) as one, maker_with(farm) as other:
        made = await asyncio.gather(make(one, WISH, tmp_path / "a"), make(other, WISH, tmp_path / "b"))
    assert len(farm.rendered) == 1 and sorted(m.served for m in made) == ["made", "shared"]


async def test_who_waits_gets_the_same_error(tmp_path: Path) -> None:
    farm = VideoFarm()
    bad = GOOD + "# RENDER:it broke\n"
    async with maker_with(farm) as one, maker_with(farm) as other:
        work = [make(maker, WISH, tmp_path / str(k), bad) for k, maker in enumerate((one, one, other))]
        errors = await asyncio.gather(*work, return_exceptions=True)
    assert [type(error) for error in errors] == [NotMade] * 3
    assert all("it broke" in str(error) for error in errors) and len(farm.rendered) == 1


async def test_a_failure_is_told_again_for_a_while_with_its_reason(tmp_path: Path) -> None:
    model = ScriptedModel(GOOD + "# PROBE:it broke\n")
    async with maker_with(VideoFarm()) as maker:
        with pytest.raises(NotMade):
            await maker.make(WISH, tmp_path, model=model)
        asked = len(model.asked)
        with pytest.raises(NotMade, match="it broke") as caught:
            await maker.make(WISH, tmp_path, model=model)
        assert len(model.asked) == asked and "--fresh" in caught.value.advice and caught.value.kept
        assert (await make(maker, WISH, tmp_path, fresh=True)).served == "made"


async def test_bad_input_and_transient_errors_are_not_remembered_for_long(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def away(*_: object) -> None:
        raise ModelUnavailable("no answer")

    monkeypatch.setattr("components_cache.wishes.cache.TRANSIENT", 0.0)
    model = ScriptedModel()
    async with maker_with(VideoFarm()) as maker:
        with pytest.raises(BadInput):
            await make(maker, Wish(""), tmp_path)
        assert await maker.cache.refusal(Wish("")) is None
        model.plan = away  # type: ignore[method-assign,assignment]
        with pytest.raises(ModelUnavailable):
            await maker.make(WISH, tmp_path, model=model)
        assert (await make(maker, WISH, tmp_path)).served == "made"


async def _listening(maker: Maker, count: int) -> None:
    while not any(len(flight.listeners) == count for flight in maker._flights.values()):
        await asyncio.sleep(0.01)


async def test_one_who_goes_away_does_not_take_the_job_from_the_others(tmp_path: Path) -> None:
    farm = VideoFarm(seconds=1.0)
    async with maker_with(farm) as maker:
        first = asyncio.create_task(make(maker, WISH, tmp_path / "a"))
        await _listening(maker, 1)
        second = asyncio.create_task(make(maker, WISH, tmp_path / "b"))
        await _listening(maker, 2)
        first.cancel()
        assert (await second).served == "shared" and len(farm.rendered) == 1


async def test_when_the_last_one_goes_away_the_job_ends_and_its_lease(tmp_path: Path) -> None:
    farm = VideoFarm(seconds=0.5)
    async with maker_with(farm) as maker, maker_with(VideoFarm()) as other:
        work = asyncio.create_task(make(maker, WISH, tmp_path / "a"))
        await asyncio.to_thread(farm.started.wait, 5)
        work.cancel()
        with pytest.raises(asyncio.CancelledError):
            await work
        assert (await asyncio.wait_for(make(other, WISH, tmp_path / "b"), 5)).served == "made"
    await asyncio.sleep(0.6)
    assert farm.rendered == []


async def test_the_lease_of_a_killed_process_is_taken_over(tmp_path: Path) -> None:
    async with maker_with(VideoFarm(), lasting=0.2) as dead, maker_with(VideoFarm(), lasting=0.2) as other:
        assert await dead.leases.take(other.cache.key(WISH))
        os.close(dead.leases._files.pop(other.cache.key(WISH)))  # what the kernel does with a killed process
        assert (await asyncio.wait_for(make(other, WISH, tmp_path), 5)).served == "made"


async def test_a_partial_video_is_not_kept_for_good(tmp_path: Path) -> None:
    async with maker_with(VideoFarm()) as maker:
        model = ScriptedModel(GOOD + "# PROBE:hopeless\n", GOOD + "# fine\n", scenes=2)
        model.repair = _gives_up  # type: ignore[method-assign]
        made = await maker.make(WISH, tmp_path / "a", model=model)
        assert made.missing
        kept = await maker.cache.exact(WISH)
        assert kept and await maker.cache.semantic(OTHER_WORDS) is None


async def _gives_up(*_: object) -> None:
    raise ModelUnavailable("gave up")


async def test_a_wish_of_the_same_kind_starts_from_the_earlier_code(tmp_path: Path) -> None:
    model = Listening(GOOD)
    async with maker_with(VideoFarm()) as maker:
        await make(maker, WISH, tmp_path / "a", GOOD + "# eight\n")
        made = await maker.make(SAME_KIND, tmp_path / "b", model=model)
    assert made.served == "near" and made.origin and made.origin.wish == WISH.text
    assert any(WISH.text in text for text in model.heard) and any("# eight" in text for text in model.heard)


class Listening(ScriptedModel):
    """Keeps the passages that it was shown."""

    def __init__(self, *codes: str) -> None:
        super().__init__(*codes)
        self.heard: list[str] = []

    async def plan(self, wish: Any, passages: Any) -> Any:
        self.heard += [passage.text for passage in passages]
        return await super().plan(wish, passages)

    async def write(self, wish: Any, scene: Any, passages: Any) -> Any:
        self.heard += [passage.text for passage in passages]
        return await super().write(wish, scene, passages)


async def test_an_act_keeps_its_place_and_gets_the_new_values(tmp_path: Path) -> None:
    farm = VideoFarm()
    async with maker_with(farm) as maker:
        await maker.make(WISH, tmp_path / "a")
        made = await maker.make(SAME_KIND, tmp_path / "b")
    assert made.served == "near" and made.storyboard and made.origin
    assert made.storyboard.scenes[0].calls[0].arguments == (("count", "5"),)
    assert farm.rendered[0] != farm.rendered[1]


async def test_a_video_of_older_code_is_served_only_if_the_same_code_is_written_today(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    farm = VideoFarm()
    async with maker_with(farm) as maker:
        await maker.make(WISH, tmp_path / "a")
        monkeypatch.setattr("components_cache.wishes.cache.deciding", lambda: "newer")
        assert (await maker.make(WISH, tmp_path / "b")).served == "exact" and len(farm.rendered) == 1
        monkeypatch.setattr("agent.cached.same_code", _differs)
        monkeypatch.setattr("components_cache.wishes.cache.deciding", lambda: "newest")
        assert (await maker.make(WISH, tmp_path / "c")).served == "made" and len(farm.rendered) == 2


async def _differs(*_: object) -> bool:
    return False


async def test_a_full_disk_costs_the_memory_never_the_video(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(path: Path) -> tuple[str, int]:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("components_cache.wishes.files.put", full)
    async with maker_with(VideoFarm()) as maker:
        for _ in range(2):
            made = await make(maker, WISH, tmp_path)
            assert made.served == "made" and made.video and made.video.exists()


async def test_a_broken_database_costs_the_memory_never_the_video(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    home = settings().home
    home.mkdir(parents=True)
    (home / "tulku.sqlite").write_bytes(b"this was a database once, before the disk failed" * 100)
    farm = VideoFarm()
    async with opened(lambda: farm) as maker:
        made = [await make(maker, wish, tmp_path / wish.text) for wish in (WISH, WISH)]
    assert [one.served for one in made] == ["made", "made"]
    assert all(one.video and one.video.exists() for one in made)
    assert [record.message for record in caplog.records if "made anew" in record.message] == [caplog.records[0].message]


async def test_code_alone_needs_no_farm_and_is_not_kept(tmp_path: Path) -> None:
    farm = VideoFarm()
    async with maker_with(farm) as maker:
        made = await make(maker, WISH, tmp_path, code_only=True)
        assert made.video is None and made.code[0].read_text() == GOOD and not farm.rendered
        assert await maker.cache.exact(WISH) is None


async def test_a_video_with_a_revoked_component_is_made_again(tmp_path: Path) -> None:
    revoked: set[str] = set()

    async def ask(names: list[str]) -> set[str]:
        return revoked

    async with maker_with(VideoFarm()) as maker:
        maker._revoked = ask
        await make(maker, WISH, tmp_path / "a")
        assert (await make(maker, WISH, tmp_path / "b")).served == "exact"
        revoked.add("store:1")
        assert (await make(maker, WISH, tmp_path / "c")).served == "made"
