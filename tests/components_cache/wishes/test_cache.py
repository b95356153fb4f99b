"""The cache: what it finds, what it forgets."""

from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import update

from components_cache.wishes import eviction, files, versions
from components_cache.wishes.cache import WishCache
from components_cache.wishes.record import Kept, Refusal
from components_cache.wishes.tables import MeaningRow, ResultRow
from core.times import now
from core.wish import Wish, WishOptions
from tests.components_cache.wishes.fakes import cache_at, no_embedder, results


async def keep(cache: WishCache, text: str, folder: Path, name: str = "one", seconds: float = 1.0) -> Kept:
    return await cache.keep(Wish(text), results(folder, name), {"title": name}, {}, seconds)


async def test_a_wish_is_found_by_its_key_after_the_process_ended(url: str, tmp_path: Path) -> None:
    async with cache_at(url) as cache:
        await keep(cache, "a circle", tmp_path / "a")
    async with cache_at(url) as cache:
        kept = await cache.exact(Wish("A circle, please!"))
        assert kept and kept.text == "a circle" and kept.details == {"title": "one"}
        assert kept.deliver(tmp_path / "out")["scene.py"].read_text() == "# one\n"
        assert await cache.exact(Wish("a circle", WishOptions(quality="high"))) is None


async def test_other_words_find_it_and_are_known_from_then_on(
    url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with cache_at(url) as cache:
        await keep(cache, "bubble sort on 8 bars", tmp_path / "a")
        assert await cache.exact(Wish("bubble sort with eight bars")) is None
        assert await cache.semantic(Wish("bubble sort with eight bars"))
        assert await cache.semantic(Wish("bubble sort with nine bars")) is None
        assert await cache.semantic(Wish("bubble sort with eight bars", WishOptions(style="black"))) is None
    async with cache_at(url) as cache:
        assert await cache.exact(Wish("bubble sort with eight bars"))


async def test_what_a_kept_wish_means_is_found_out_once(
    url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with cache_at(url) as cache:
        kept = await keep(cache, "bubble sort on 8 bars", tmp_path / "a")
        assert await cache.semantic(Wish("bubble sort with eight bars"))
    embedded = no_embedder(monkeypatch)  # as in another process
    async with cache_at(url) as cache:
        assert await cache.semantic(Wish("a bubble sort of 8 bars"))
        await cache.forget(kept)
        async with cache.database.reading() as session:
            assert await session.get(MeaningRow, kept.id) is None
    assert embedded == ["a bubble sort of 8 bars"]


async def test_words_that_agree_but_not_in_meaning_are_no_hit(
    url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("components_cache.wishes.guards.likeness", lambda one, other, known: 0.0)
    async with cache_at(url) as cache:
        await keep(cache, "bubble sort on 8 bars", tmp_path / "a")
        assert await cache.semantic(Wish("bubble sort with eight bars")) is None


async def test_videos_of_other_code_are_not_served(url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with cache_at(url) as cache:
        await keep(cache, "bubble sort on 8 bars", tmp_path / "a")
        monkeypatch.setattr("components_cache.wishes.cache.deciding", lambda: "another")
        assert await cache.exact(Wish("bubble sort on 8 bars")) is None
        assert await cache.semantic(Wish("bubble sort with eight bars")) is None
        assert await cache.near(Wish("bubble sort on 5 bars")) is None


def test_the_version_covers_what_decides_a_video_and_nothing_else() -> None:
    files_of_it = {path.relative_to(versions.ROOT).as_posix() for path in versions._files(versions.ROOMS)}
    assert {
        "agent/prompts/write.md",
        "agent/models/composer/judge.py",
        "layout/mend.py",
        "render/scene.py",
    } <= files_of_it
    assert any(name.startswith("components_cache/library/") for name in files_of_it)
    assert not any(name.startswith(("api/", "components_cache/wishes/", "agent/cached.py")) for name in files_of_it)


async def test_a_wish_of_the_same_kind_is_near(url: str, tmp_path: Path) -> None:
    async with cache_at(url) as cache:
        await keep(cache, "bubble sort on 8 bars", tmp_path / "a")
        near = await cache.near(Wish("bubble sort with 5 bars"))
        assert near and near.text == "bubble sort on 8 bars"
        assert await cache.near(Wish("insertion sort with 5 bars")) is None


async def test_failures_are_remembered_for_as_long_as_their_kind_says(
    url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with cache_at(url) as cache:
        for kind, seconds in (("NotMade", 600), ("Unsupported", 3600), ("ModelUnavailable", 3), ("FarmError", 3)):
            wish = Wish(f"a wish for {kind}")
            await cache.refuse(wish, Refusal(kind, "it broke", "do this", now(), {"kept": "/k"}))
            found = await cache.refusal(wish)
            assert found and (found.kind, found.message, found.more) == (kind, "it broke", {"kept": "/k"})
            old = Refusal(kind, "it broke", "", now() - timedelta(seconds=seconds + 1))
            await cache.refuse(wish, old)
            assert await cache.refusal(wish) is None


async def test_a_success_ends_what_was_remembered_of_a_failure(url: str, tmp_path: Path) -> None:
    async with cache_at(url) as cache:
        await cache.refuse(Wish("a circle"), Refusal("NotMade", "it broke", "", now()))
        await keep(cache, "a circle", tmp_path)
        assert await cache.refusal(Wish("a circle")) is None


async def test_a_result_for_a_while_is_over_after_it(url: str, tmp_path: Path) -> None:
    async with cache_at(url) as cache:
        kept = await cache.keep(Wish("bubble sort on 8 bars"), results(tmp_path), {}, {}, 1.0, lasting=60)
        assert await cache.exact(Wish("bubble sort on 8 bars"))
        assert await cache.semantic(Wish("bubble sort with eight bars")) is None
        async with cache.database.session() as session:
            await session.execute(update(ResultRow).values(until=now() - timedelta(seconds=1)))
        assert await cache.exact(Wish("bubble sort on 8 bars")) is None
        await eviction.evict(cache.database, cache.hot, 1 << 30)
        with pytest.raises(files.Damaged):
            kept.deliver(tmp_path / "out")


async def test_forgetting_takes_other_wordings_along_but_no_shared_file(url: str, tmp_path: Path) -> None:
    async with cache_at(url) as cache:
        first = await keep(cache, "bubble sort on 8 bars", tmp_path / "a")
        second = await keep(cache, "quick sort on 8 bars", tmp_path / "b")
        await cache.semantic(Wish("bubble sort with eight bars"))
    async with cache_at(url) as cache:
        await cache.forget(first)
        assert await cache.exact(Wish("bubble sort on 8 bars")) is None
        assert await cache.exact(Wish("bubble sort with eight bars")) is None
        assert second.deliver(tmp_path / "out")
        await cache.forget(second)
        with pytest.raises(files.Damaged):
            second.deliver(tmp_path / "out")


async def test_the_least_valuable_results_go_when_there_is_no_room(url: str, tmp_path: Path) -> None:
    async with cache_at(url) as cache:
        for name, seconds in (("dear", 100.0), ("cheap", 0.1), ("used", 10.0)):
            kept = await keep(cache, f"a {name} wish", tmp_path / name, name * 50, seconds)
        for _ in range(3):
            cache.used(kept)
    async with cache_at(url) as cache:
        await eviction.evict(cache.database, cache.hot, 1100)
        left = [name for name in ("dear", "cheap", "used") if await cache.exact(Wish(f"a {name} wish"))]
    assert left == ["dear", "used"]


def test_value_grows_with_cost_and_use_and_falls_with_size_and_age() -> None:
    moment = now()
    base = eviction.value(1000, 1.0, 1, moment, moment)
    assert eviction.value(1000, 2.0, 1, moment, moment) > base
    assert eviction.value(1000, 1.0, 2, moment, moment) > base
    assert eviction.value(2000, 1.0, 1, moment, moment) < base
    assert eviction.value(1000, 1.0, 1, moment - timedelta(days=3), moment) < base
