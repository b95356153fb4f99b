"""The gate: what it lets through, what not and why, and what of two alike it keeps."""

from __future__ import annotations

from dataclasses import replace

import pytest

from components_cache.admission.admit import Gate, shape_of
from components_cache.extraction.candidate import Dropped
from components_cache.origin import Origin
from components_cache.schema import call_of
from components_cache.store.files import thumbnail_path
from components_cache.store.store import Store
from core.report import SceneReport
from tests.components_cache.fakes import FakeFarm, report, ring

ORIGIN = Origin("test", "here", "Rings", wish="some rings", licence="MIT")


async def test_what_proves_itself_is_kept_with_its_proof(store: Store) -> None:
    verdict = await Gate(FakeFarm(), store).pass_through(ring(), ORIGIN)
    assert (verdict.state, verdict.name) == ("admitted", "ring_row")
    record = await store.found(verdict.id)
    assert record is not None
    assert record.proof["draws"] == 2 and record.proof["frozen"] == []
    assert record.box == (1.0, -1.0, 2.0, 1.0)
    assert record.schema["properties"]["count"] == {
        "type": "integer", "description": "how many", "default": 3, "minimum": 2.0, "maximum": 6.0,
    }  # fmt: skip
    assert [(origin.wish, origin.place) for origin in record.origins] == [("some rings", "here")]
    assert thumbnail_path(record.thumbnail).stat().st_size > 100


@pytest.mark.parametrize(
    ("behave", "reason"),
    [
        (lambda code: "no such thing", "it fails: runtime"),
        (lambda code: report(-8.0), "layout: off_frame"),
        (lambda code: SceneReport("Proof"), "it shows nothing"),
    ],
)
async def test_what_does_not_is_kept_with_the_reason(store: Store, behave: object, reason: str) -> None:
    farm = FakeFarm(behave)  # type: ignore[arg-type]
    verdict = await Gate(farm, store).pass_through(ring(), ORIGIN)
    assert (verdict.state, verdict.reason) == ("rejected", reason)
    assert (await store.counts()).reasons == {reason: 1}
    assert (await Gate(farm, store).pass_through(ring(), ORIGIN)).state == "known"
    assert len(farm.probed) == 1


async def test_forbidden_code_never_runs(store: Store) -> None:
    farm = FakeFarm()
    bad = replace(ring(), code=ring().code.replace("return", "open('x')\n    return"))
    assert (await Gate(farm, store).pass_through(bad, ORIGIN)).reason == "not allowed: policy"
    assert not farm.probed and not farm.rendered


async def test_what_differs_from_run_to_run_is_not_admitted(store: Store) -> None:
    runs = iter(range(100))
    farm = FakeFarm(lambda code: report(0.0, next(runs) / 100))
    assert (await Gate(farm, store).pass_through(ring(), ORIGIN)).reason == "two runs with the same seed differ"


async def test_a_parameter_that_spoils_it_is_frozen(store: Store) -> None:
    farm = FakeFarm(
        lambda code: "too many" if "ring_row(" in code.split("class Proof")[1] and "count=" in code else None
    )
    verdict = await Gate(farm, store).pass_through(ring(), ORIGIN)
    (record,) = await store.get([verdict.id])
    assert record.proof["frozen"] == ["count"]
    assert call_of(record.component) == "ring_row(color: ManimColor = RED)"
    assert record.schema["properties"]["count"]["const"] == 3


async def test_other_names_of_locals_make_no_other_component(store: Store) -> None:
    gate = Gate(FakeFarm(), store)
    first = await gate.pass_through(ring(), ORIGIN)
    other = replace(ring(), name="circles", code=ring().code.replace("ring_row", "circles").replace("count", "n"))
    assert shape_of(other.code) == shape_of(ring().code)
    again = await gate.pass_through(other, replace(ORIGIN, place="there"))
    assert (again.state, again.id) == ("known", first.id)
    record = await store.found(first.id)
    assert record is not None and [origin.place for origin in record.origins] == ["here", "there"]


async def test_of_two_that_look_and_mean_the_same_the_freer_stays(store: Store) -> None:
    gate = Gate(FakeFarm(), store)
    plain = ring().code.replace(", color: ManimColor = RED", "").replace("color=color", "color=RED")
    stiff = replace(ring(), code=plain.replace("        color: its color\n", ""))
    first = await gate.pass_through(stiff, ORIGIN)
    second = await gate.pass_through(ring(), ORIGIN)
    assert (second.state, second.reason) == ("admitted", f"better than {first.id}")
    third = await gate.pass_through(replace(ring(), code=stiff.code.replace("RIGHT", "RIGHT, buff=0.25")), ORIGIN)
    assert (third.state, third.detail) == ("rejected", second.id)
    assert [record.id for record in await store.listed()] == [second.id]
    assert (await store.counts()).states == {"admitted": 1, "demoted": 1, "rejected": 1}


async def test_the_same_picture_of_something_else_is_no_duplicate(store: Store) -> None:
    gate = Gate(FakeFarm(), store)
    await gate.pass_through(ring(), ORIGIN)
    other = ring("planet_orbits", 5, "Orbits of planets", "where planets run around their sun")
    other = replace(other, code=other.code.replace("ring, circle", "astronomy").replace("RIGHT", "LEFT"))
    assert (await gate.pass_through(other, ORIGIN)).state == "admitted"


async def test_what_could_not_be_lifted_is_said_and_not_kept(store: Store) -> None:
    verdict = await Gate(FakeFarm(), store).pass_through(Dropped("x", "act", "why"), ORIGIN)
    assert (verdict.state, verdict.reason, verdict.id) == ("dropped", "why", "")
    assert (await store.counts()).states == {}
