"""Components over HTTP: both kinds, page by page; opinions move them; what was revoked is used no more."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from agent import building_blocks
from agent.cached import Maker
from agent.formulas import marked
from agent.gleaning import settle
from api.jobs.work import Workshop
from api.jobs.worker import Worker
from components_cache.admission.admit import Gate
from components_cache.origin import Origin
from components_cache.store.meaning import bring_in_line, near
from components_cache.store.opinions import think, thumbs_of
from components_cache.store.revoking import revoke
from components_cache.store.store import STRIKES, Store
from components_cache.wishes.cache import WishCache
from components_cache.wishes.hot import Hot
from core.settings import settings
from corpus import store as parquet
from corpus.export import Wanted, export
from corpus.sources.runs import Runs
from tests.agent.cached_fakes import VideoFarm
from tests.agent.fakes import GOOD, ScriptedModel
from tests.api.service.bench import Bench
from tests.api.service.test_auth import key_of, locked
from tests.components_cache.fakes import FakeFarm, ring
from tests.retrieval.conftest import embedding

__all__ = ["locked"]

OWN = Origin("wish", "run", "Rings", wish="a secret wish", licence="MIT")
CALLING = GOOD.replace("self.wait()", "self.add(ring_row(4))")


@pytest.fixture(autouse=True)
def by_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """Texts are embedded as bags of words; the library offers no building blocks."""
    from retrieval.search import _vector  # pyright: ignore[reportPrivateUsage]
    from retrieval.stores import _opened  # pyright: ignore[reportPrivateUsage]

    for place in ("retrieval.index", "retrieval.search", "components_cache.store.meaning"):
        monkeypatch.setattr(f"{place}.embed", embedding)
    monkeypatch.setattr(building_blocks, "_curated", lambda text: ())
    for cached in (_vector, _opened):
        cached.cache_clear()


async def admitted(bench: Bench, place: int = 0, origin: Origin = OWN) -> str:
    """The label of a component that was extracted."""
    words = ("rings", "waves", "ladders", "bridges")[place]
    made = ring("ring_row" if place == 0 else f"row_of_{words}", place + 2, f"Row of {words}", f"what {words} are like")
    code = made.code.replace("ring, circle", words).replace("RIGHT", f"{place} * RIGHT")
    store = Store(bench.service.database)
    verdict = await Gate(FakeFarm(), store).pass_through(replace(made, code=f"{code}# look {place}\n"), origin)
    assert verdict.state == "admitted", verdict
    await bring_in_line(store)
    return f"store:{verdict.id}"


async def test_the_library_and_the_store_are_told_page_by_page(bench: Bench) -> None:
    label = await admitted(bench)
    seen: list[dict] = []
    cursor: str | None = ""
    while cursor is not None:
        page = (await bench.client.get("/components", params={"limit": 90, "cursor": cursor})).json()
        seen, cursor = seen + page["components"], page["cursor"]
    assert len(seen) > 100 and len({one["id"] for one in seen}) == len(seen)
    assert [one["id"] for one in seen if one["origin"] == "store"] == [label] and seen[-1]["id"] == label
    bad = await bench.client.get("/components", params={"cursor": "bm9uc2Vuc2U="})
    assert bad.status_code == 404


async def test_components_are_filtered_and_searched(bench: Bench) -> None:
    rings = await admitted(bench)
    await admitted(bench, 1)

    async def found(**params: str) -> list[str]:
        answer = await bench.client.get("/components", params=params)
        return [one["id"] for one in answer.json()["components"]]

    assert await found(field="store", q="what RINGS") == [rings]
    assert await found(field="store", q="100%") == [] and await found(field="store", kind="act") == []
    assert await found(q="bubble sort") == ["bubble_sort"]
    assert len(await found(field="store")) == 2


async def test_one_component_is_told_with_its_picture_and_without_the_wish(bench: Bench) -> None:
    label = await admitted(bench)
    one = (await bench.client.get(f"/components/{label}")).json()
    assert "def ring_row" in one["code"] and "Wishes:" not in one["code"] and one["wishes"] == []
    assert (one["score"], one["uses"], one["licence"]) == (0.5, 0, "MIT")
    assert [parameter["name"] for parameter in one["parameters"]] == ["count", "color"]
    picture = await bench.client.get(one["thumbnail_url"])
    assert picture.headers["content-type"] == "image/webp" and picture.content[8:12] == b"WEBP"
    curated = (await bench.client.get("/components/bubble_sort")).json()
    assert "def bubble_sort" in curated["code"] and curated["thumbnail_url"] is None and curated["wishes"]
    for nothing in ("nothing_like_it", "store:" + "0" * 20, "bubble_sort/thumbnail.webp"):
        assert (await bench.client.get(f"/components/{nothing}")).status_code == 404


async def test_nobody_sees_what_was_only_found_in_the_wish_of_somebody_else(locked: Bench) -> None:
    secret = await admitted(locked)
    public = await admitted(locked, 1, replace(OWN, source="manim-docs", wish=""))
    reader, admin = await key_of(locked, "ann", "read"), await key_of(locked, "root", "read", "admin")

    async def seen(who: dict[str, str]) -> list[str]:
        answer = await locked.client.get("/components", params={"field": "store"}, headers=who)
        return [one["id"] for one in answer.json()["components"]]

    assert (await seen(reader), set(await seen(admin))) == ([public], {public, secret})
    for path in (f"/components/{secret}", f"/components/{secret}/thumbnail.webp"):
        assert (await locked.client.get(path, headers=reader)).status_code == 404
        assert (await locked.client.get(path, headers=admin)).status_code == 200


async def test_the_search_shows_nobody_the_runs_of_others(locked: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    secret = await admitted(locked)
    monkeypatch.setattr("agent.knowledge.is_prepared", lambda: True)
    for who, most in ((await key_of(locked, "ann", "read"), 0), (await key_of(locked, "root", "read", "admin"), 1)):
        answer = await locked.client.get("/search", params={"q": "rings", "kind": "components"}, headers=who)
        assert len(answer.json()["hits"]) == most, secret


@pytest.fixture
async def making(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Bench]:
    """The bench with the real maker and its cache; the model calls `ring_row` where that is offered."""

    class Calling(ScriptedModel):
        async def write(self, wish: object, scene: object, passages: tuple) -> object:  # type: ignore[override]
            self.codes = [CALLING if any("ring_row" in passage.title for passage in passages) else GOOD]
            return await super().write(wish, scene, passages)  # type: ignore[arg-type]

    monkeypatch.setattr("agent.cached.choose_model", lambda name, **options: Calling())
    cache, farm = WishCache(bench.service.database, marked, Hot()), VideoFarm()
    workshop = Workshop(bench.service.settings, lambda: farm, Maker(cache, lambda: farm))
    bench.worker = Worker(bench.service, bench.service.queue, workshop)
    yield bench
    await cache.close()
    settle()


async def test_a_revoked_component_is_in_no_job_and_nowhere_to_be_seen(making: Bench) -> None:
    label = await admitted(making)
    first = await making.made(prompt="row of rings")
    assert (first["components"], first["cache"]) == ([label], "made") and "def ring_row" in first["code"]
    assert (await making.made(prompt="row of rings"))["cache"] == "exact"
    await revoke(Store(making.service.database), "poisoned", component=label.removeprefix("store:"))
    again = await making.made(prompt="row of rings")
    assert (again["components"], again["cache"]) == ([], "made") and "def ring_row" not in again["code"]
    other = await making.made(prompt="rings, many of them")
    assert other["components"] == [] and "def ring_row" not in other["code"]
    listed = (await making.client.get("/components", params={"field": "store"})).json()
    assert listed["components"] == []
    for path in (f"/components/{label}", f"/components/{label}/thumbnail.webp"):
        assert (await making.client.get(path)).status_code == 404


async def thumb(bench: Bench, task: str, thumb: str) -> None:
    answer = await bench.client.post("/feedback", json={"task_id": task, "thumb": thumb, "text": "hm"})
    assert answer.status_code == 204


async def test_a_thumb_moves_the_components_of_a_video_and_the_last_one_counts(making: Bench) -> None:
    label = await admitted(making)
    task = (await making.made(prompt="row of rings"))["task_id"]

    async def score() -> tuple[float, int, int]:
        one = (await making.client.get(f"/components/{label}")).json()
        return one["score"], one["thumbs_up"], one["thumbs_down"]

    before = (await score())[0]
    await thumb(making, task, "up")
    liked = await score()
    assert liked[0] > before and liked[1:] == (1, 0)
    await thumb(making, task, "down")
    disliked = await score()
    assert disliked[0] < before and disliked[1:] == (0, 1)


async def test_what_people_keep_disliking_is_offered_no_more(making: Bench) -> None:
    label = await admitted(making)
    for number in range(STRIKES):
        assert (await making.client.get(f"/components/{label}")).status_code == 200
        made = await making.made(prompt="row of rings", options={"seed": number})
        assert made["components"] == [label]
        await thumb(making, made["task_id"], "down")
    assert (await making.client.get(f"/components/{label}")).status_code == 404
    assert (await making.made(prompt="row of rings", options={"seed": 99}))["components"] == []


async def test_with_logins_a_person_has_one_vote(locked: Bench) -> None:
    label = await admitted(locked, origin=replace(OWN, source="manim-docs"))
    ann = await key_of(locked, "ann")
    locked.workshop.model = lambda: ScriptedModel(CALLING)
    for prompt in ("one", "two", "three"):
        answer = await locked.client.post("/generate", json={"prompt": prompt}, headers=ann)
        await locked.worker.take()
        task = answer.json()["task_id"]
        told = await locked.client.post("/feedback", json={"task_id": task, "thumb": "down"}, headers=ann)
        assert told.status_code == 204
    one = (await locked.client.get(f"/components/{label}", headers=ann)).json()
    assert one["thumbs_down"] == 1


async def test_of_two_that_mean_the_same_the_liked_one_comes_first(bench: Bench) -> None:
    store = Store(bench.service.database)
    labels = [await admitted(bench, place) for place in range(3)]
    first, *_, last = [record.label for record in await near(store, "row of what", 3)]
    assert {first, last} <= set(labels)
    for ballot in "abcdefgh":
        await think(store, [last], ballot, 1)
        await think(store, [f"store:{first.removeprefix('store:')}", "bubble_sort"], ballot, 1 if ballot < "e" else -1)
    assert (await near(store, "row of what", 3))[0].label == last
    assert (await thumbs_of(store, ["bubble_sort"]))["bubble_sort"].up == 4


async def test_an_opinion_is_kept_once_and_exported_by_the_corpus(making: Bench, tmp_path: Path) -> None:
    task = (await making.made(prompt="row of rings"))["task_id"]
    for choice in ("up", "down"):
        await thumb(making, task, choice)
    assert (await making.status(task))["feedback"] == {"thumb": "down", "text": "hm"}
    served = await making.made(prompt="Row of rings!")
    assert served["cache"] in ("exact", "semantic")
    await thumb(making, served["task_id"], "down")  # of a video that another run made
    refused = await making.client.post("/feedback", json={"task_id": task, "thumb": "sideways"})
    assert refused.status_code == 422

    def exported() -> list[int]:
        found = [document.snippet for document in Runs(settings().home / "runs").documents()]
        parquet.write(tmp_path / "corpus.parquet", found)
        export(tmp_path / "corpus.parquet", tmp_path / "out", Wanted(restricted=True))
        return [snippet.feedback for snippet in parquet.read(tmp_path / "out" / "data" / "corpus.parquet")]

    assert await asyncio.to_thread(exported) == [-2]
