"""The store: uses and failures, revoking, eviction, sweeping, exchange, the harvest's queue."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select, update

from components_cache.admission.admit import Gate
from components_cache.extraction.candidate import Candidate
from components_cache.gallery import gallery
from components_cache.harvest import TRIES, drain, harvest, note, waiting
from components_cache.origin import Origin
from components_cache.store import files
from components_cache.store.exchange import export, take_in
from components_cache.store.keeping import evict, fresh, sweep
from components_cache.store.meaning import bring_in_line, near
from components_cache.store.opening import blocking, is_empty
from components_cache.store.revoking import revoke
from components_cache.store.store import STRIKES, Store
from components_cache.store.tables import ComponentRow, HarvestRow
from core.errors import BadInput
from core.scene import SceneCode
from tests.components_cache.extraction.scenes import BLOCK
from tests.components_cache.fakes import FakeFarm, ring

ORIGIN = Origin("wish", "run1", "Rings", wish="some rings", licence="MIT")
WORDS = ("rings", "waves", "planets", "ladders", "bridges")


def other(place: int) -> Candidate:
    """A candidate that is like no other one."""
    word = WORDS[place]
    made = ring(f"row_of_{word}", place + 2, f"Row of {word}", f"what {word} are like")
    code = made.code.replace("ring, circle", word).replace("RIGHT", f"{place} * RIGHT")
    return replace(made, code=f"{code}# look {place}\n")


async def admitted(store: Store, place: int = 0, origin: Origin = ORIGIN) -> str:
    verdict = await Gate(FakeFarm(), store).pass_through(other(place), origin)
    assert verdict.state == "admitted", verdict
    return verdict.id


async def test_uses_are_counted_and_who_keeps_failing_is_demoted(store: Store) -> None:
    key = await admitted(store)
    assert await store.used([f"store:{key}"], well=True) == []
    fallen = [await store.used([key], well=False) for _ in range(STRIKES)]
    assert fallen == [[], [], [key]]
    record = await store.found(key)
    assert record is not None
    assert (record.state, record.uses, record.successes, record.failures) == ("demoted", 4, 1, 3)
    assert await store.get([key]) == []


async def test_the_search_has_what_is_admitted_and_nothing_else(store: Store) -> None:
    keys = [await admitted(store, place) for place in range(3)]
    assert await bring_in_line(store) == 3
    assert (await near(store, "planets", 2))[0].id == keys[2]
    await revoke(store, "wrong", component=keys[2])
    assert keys[2] not in [record.id for record in await near(store, "planets", 5)]
    assert await bring_in_line(store) == 0


async def test_revoking_takes_what_was_made_of_it_along(store: Store) -> None:
    first = await admitted(store)
    child = await admitted(store, 1, replace(ORIGIN, wish="more", place="run2", parents=(f"store:{first}",)))
    grandchild = await admitted(store, 2, replace(ORIGIN, wish="most", place="run3", parents=(f"store:{child}",)))
    stranger = await admitted(store, 3, replace(ORIGIN, wish="other", place="run4"))
    done = await revoke(store, "poisoned", wish="some rings")
    assert set(done.names) == {first, child, grandchild}
    assert [record.id for record in await store.listed()] == [stranger]
    assert await store.revoked([f"store:{child}", f"store:{stranger}"]) == {f"store:{child}"}
    record = await store.found(child)
    assert record is not None and record.reason == "poisoned" and not record.thumbnail and record.code
    assert len(list((files.folder() / "thumbnails").rglob("*.webp"))) == 1
    assert (await Gate(FakeFarm(), store).pass_through(other(0), ORIGIN)).reason == "revoked before"


async def test_what_is_known_from_elsewhere_only_loses_an_origin(store: Store) -> None:
    key = await admitted(store)
    await Gate(FakeFarm(), store).pass_through(other(0), replace(ORIGIN, source="manim-docs", place="doc", wish=""))
    assert (await revoke(store, "poisoned", wish="some rings")).names == {}
    record = await store.found(key)
    assert record is not None and record.state == "admitted"
    assert [origin.source for origin in record.origins] == ["manim-docs"]


async def test_the_least_valuable_go_first(store: Store) -> None:
    keys = [await admitted(store, place) for place in range(3)]
    await Gate(FakeFarm(lambda code: "bad"), store).pass_through(ring("bad_ring", 9), ORIGIN)
    await store.used([keys[1]], well=True)
    async with store.database.session() as session:
        await session.execute(update(ComponentRow).values(size=100, cost=1.0))
    assert await evict(store, 400) == 0
    assert await evict(store, 300) == 1  # the rejected one
    assert (await store.counts()).states == {"admitted": 3}
    await store.used([keys[0]], well=True)
    assert await evict(store, 200) == 1
    assert {record.id for record in await store.listed()} == {keys[0], keys[1]}


async def test_files_that_no_record_names_are_swept(store: Store) -> None:
    key = await admitted(store)
    orphan = files.thumbnail_path("zz/orphan.webp")
    orphan.parent.mkdir(parents=True)
    orphan.write_bytes(b"x")
    assert await sweep(store) == 0  # it may belong to an admission that is under way
    assert await sweep(store, young=0) == 1
    (record,) = await store.get([key])
    assert files.thumbnail_path(record.thumbnail).exists() and not orphan.exists()


async def test_a_new_manim_proves_again_on_the_next_use(store: Store) -> None:
    good, bad = await admitted(store), await admitted(store, 1)
    async with store.database.session() as session:
        await session.execute(update(ComponentRow).values(manim="0.1"))
    records = await store.get([good, bad])
    assert await fresh(store, None, records) == []  # nobody to prove them: they wait
    assert {record.id for record in await store.due(9)} == {good, bad}
    farm = FakeFarm(lambda code: "gone" if "row_of_waves" in code else None)
    assert [record.id for record in await fresh(store, farm, records)] == [good]
    assert [record.id for record in await store.listed()] == [good]
    assert await store.due(9) == []


async def test_an_export_leaves_wishes_and_other_peoples_licences_here(store: Store, tmp_path: Path) -> None:
    await admitted(store)
    await admitted(store, 1, replace(ORIGIN, licence="CC-BY-NC-SA-4.0"))
    assert await export(store, tmp_path / "all.jsonl") == (1, 1)
    text = (tmp_path / "all.jsonl").read_text()
    assert "row_of_rings" in text and "some rings" not in text and "run1" not in text
    assert await export(store, tmp_path / "all.jsonl", restricted=True) == (2, 0)


async def test_nothing_is_taken_from_a_scene_that_was_made_of_what_forbids_it(store: Store) -> None:
    parent = await admitted(store, 0, replace(ORIGIN, licence="CC-BY-NC-SA-4.0"))
    child = replace(ORIGIN, place="run2", parents=(f"store:{parent}",))
    assert await harvest(SceneCode(BLOCK, "DotsInARow"), child, farm=FakeFarm(), database=store.database) == []
    assert await harvest(SceneCode(BLOCK, "DotsInARow"), ORIGIN, farm=FakeFarm(), database=store.database)


async def test_an_import_is_proven_again(store: Store, tmp_path: Path) -> None:
    await admitted(store)
    await export(store, tmp_path / "all.jsonl")
    line = json.loads((tmp_path / "all.jsonl").read_text())
    hostile = {**line, "name": "evil", "code": line["code"].replace("return", "__import__('os')\n    return")}
    nothing = {**line, "name": "nothing", "code": "x = 1"}
    (tmp_path / "all.jsonl").write_text("\n".join(json.dumps(row) for row in (line, hostile, nothing)))
    async with store.database.session() as session:
        for row in await session.scalars(select(ComponentRow)):
            await session.delete(row)
    farm = FakeFarm()
    verdicts = [verdict async for verdict in take_in(Gate(farm, store), tmp_path / "all.jsonl")]
    assert [verdict.state for verdict in verdicts] == ["admitted", "dropped", "dropped"]
    assert farm.rendered and not any("__import__" in code for code in farm.probed)
    (tmp_path / "bad.jsonl").write_text('{"name": "../x"}')
    with pytest.raises(BadInput, match="no export"):
        _ = [verdict async for verdict in take_in(Gate(farm, store), tmp_path / "bad.jsonl")]


async def test_a_scene_is_noted_once_and_leaves_the_queue_when_it_is_done(store: Store) -> None:
    scene = SceneCode(BLOCK, "DotsInARow")
    for _ in range(2):
        await note(scene, ORIGIN, store.database)
    assert await waiting(store.database) == 1
    farm = FakeFarm()
    assert await drain(farm, store.database, stop=lambda: True) == []
    assert await waiting(store.database) == 1 and not farm.probed
    verdicts = await drain(farm, store.database)
    assert "admitted" in [verdict.state for verdict in verdicts]
    assert await waiting(store.database) == 0


async def test_a_scene_that_kills_whoever_looks_is_given_up(store: Store) -> None:
    await note(SceneCode(BLOCK, "DotsInARow"), ORIGIN, store.database)

    class Deadly(FakeFarm):
        def probe(self, code: str, scene: str | None, **options: object) -> object:  # type: ignore[override]
            raise KeyboardInterrupt

    for _ in range(TRIES):
        with pytest.raises(KeyboardInterrupt):
            await drain(Deadly(), store.database)
    async with store.database.reading() as session:
        assert (await session.scalars(select(HarvestRow.tries))).all() == [TRIES]
    assert await drain(Deadly(), store.database) == []
    assert await waiting(store.database) == 0


async def test_a_harvest_stops_between_pieces(store: Store) -> None:
    asked = iter([False, True])
    verdicts = await harvest(
        SceneCode(BLOCK, "DotsInARow"), ORIGIN, farm=FakeFarm(), database=store.database, stop=lambda: next(asked)
    )
    assert len(verdicts) == 1


async def test_the_gallery_takes_nothing_for_html(store: Store) -> None:
    key = await admitted(store)
    record = await store.found(key)
    assert record is not None
    hostile = replace(
        record, component=replace(record.component, title="<script>alert(1)</script>", tags=('" onload="x',))
    )
    page = gallery([hostile])
    assert "<script>alert" not in page and "&lt;script&gt;" in page and '" onload' not in page
    assert "data:image/webp;base64," in page and "http" not in page.split("<main>")[1]


def test_an_empty_store_costs_a_look_at_a_file(own_home: Path) -> None:
    assert is_empty() and not own_home.exists()


async def test_the_store_can_be_asked_from_a_thread_without_a_loop(store: Store) -> None:
    import asyncio

    key = await admitted(store)
    records = await asyncio.to_thread(blocking, lambda other: other.get([key]))
    assert [record.id for record in records] == [key] and not is_empty()
