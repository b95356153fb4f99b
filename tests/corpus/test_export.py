"""What is shared: by licence, without leaks between the sides, with a card."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from core.errors import BadInput
from core.snippet import Snippet
from corpus import store
from corpus.export import Wanted, export, split_of
from corpus.families import Families
from corpus.statistics import difficulty, statistics
from tests.corpus.fakes import scene, snippet

HALF = Wanted(restricted=True, validation=0.5)


def made(number: int, **known: object) -> Snippet:
    values: dict[str, object] = {
        "name": f"Scene{number}",
        "scenes": (f"Scene{number}",),
        "path": f"{number}.py",
        "description": f"Scene number {number}",
        "verified": "probed",
    }
    return snippet(scene(number), **(values | known))


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    path = tmp_path / "corpus.parquet"
    free = [made(number) for number in range(40)]
    grant = [
        made(number, licence="CC-BY-NC-SA-4.0", source="videos", video=f"2019/v{number % 6}")
        for number in range(40, 80)
    ]
    others = [
        made(80, verified="failed", problem="no"),
        made(81, licence="NOASSERTION"),
        made(82, verified="static"),
        made(83, wishes=("other words", "Scene number 1")),
        snippet("Circle(radius)", kind="api", name="Circle"),
    ]
    store.write(path, [*free, *grant, *others])
    return path


def rows(folder: Path, side: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in (folder / "chat" / f"{side}.jsonl").read_text().splitlines()]


def test_restricted_code_stays_out_by_default(corpus: Path, tmp_path: Path) -> None:
    done = export(corpus, tmp_path / "out")
    found = list(store.read(tmp_path / "out" / "data" / "corpus.parquet"))
    assert {one.licence for one in found} == {"MIT"}
    assert all(one.verified != "failed" for one in found)
    assert done.kept_back == 41
    card = (tmp_path / "out" / "README.md").read_text()
    assert card.startswith("---\nlicense: mit\n") and "commercial" not in card
    assert "CC-BY-NC-SA" not in "".join(json.dumps(row) for row in rows(tmp_path / "out", "train"))


def test_restricted_code_is_marked(corpus: Path, tmp_path: Path) -> None:
    export(corpus, tmp_path / "out", Wanted(restricted=True))
    card = (tmp_path / "out" / "README.md").read_text()
    assert "license: other" in card and "Not for commercial use" in card
    assert "| CC-BY-NC-SA-4.0 | 40 | not for commercial use" in card


def test_only_what_ran(corpus: Path, tmp_path: Path) -> None:
    export(corpus, tmp_path / "out", Wanted(verified=True))
    found = list(store.read(tmp_path / "out" / "data" / "corpus.parquet"))
    assert {one.verified for one in found if one.kind != "api"} == {"probed"}


def test_no_video_and_no_description_is_on_both_sides(corpus: Path, tmp_path: Path) -> None:
    done = export(corpus, tmp_path / "out", HALF)
    assert done.train > 10 and done.validation > 10
    by_id = {one.id: one for one in store.read(corpus)}
    sides = {side: [by_id[str(row["id"])] for row in rows(tmp_path / "out", side)] for side in ("train", "validation")}
    for family in (lambda one: one.video or one.path, lambda one: one.description):
        assert not {family(one) for one in sides["train"]} & {family(one) for one in sides["validation"]}
    joined = [side for side, found in sides.items() for one in found if one.name in ("Scene1", "Scene83")]
    assert len(set(joined)) == 1, "one of the wishes of 83 is the description of 1"


def test_chats_say_each_wish_and_go_from_short_to_long(corpus: Path, tmp_path: Path) -> None:
    export(corpus, tmp_path / "out", Wanted(validation=0))
    found = rows(tmp_path / "out", "train")
    assert rows(tmp_path / "out", "validation") == []
    assert [row["difficulty"] for row in found] == sorted(row["difficulty"] for row in found)  # pyright: ignore
    said = [row["messages"][1]["content"] for row in found if "class Scene83(" in row["messages"][2]["content"]]  # pyright: ignore
    assert said == ["Scene number 83", "other words", "Scene number 1"]


def test_families_do_not_depend_on_the_order() -> None:
    found = [made(number, description=f"the words {number // 2}") for number in range(20)]
    one, other = Families(found), Families(reversed(found))
    assert [one.of(each) for each in found] == [other.of(each) for each in found]
    assert split_of("x", 0.0) == "train" and split_of("x", 0.999999) == "validation"


def test_nothing_to_share_is_said(tmp_path: Path) -> None:
    path = tmp_path / "corpus.parquet"
    store.write(path, [made(1, licence="NOASSERTION")])
    with pytest.raises(BadInput, match="nothing to export"):
        export(path, tmp_path / "out")
    with pytest.raises(BadInput, match="no corpus"):
        export(tmp_path / "none.parquet", tmp_path / "out")
    with pytest.raises(BadInput, match="cannot be held back"):
        export(path, tmp_path / "out", Wanted(validation=1.5))


def test_statistics(corpus: Path) -> None:
    found = statistics(store.read(corpus))
    assert found.snippets == 85 and found.kinds["api"] == 1
    assert found.licences["CC-BY-NC-SA-4.0"] == 40 and found.videos == 6
    assert found.idioms[".animate"] == 84
    assert found.lengths["0%"] <= found.lengths["50%"] <= found.lengths["100%"]
    assert [difficulty("x\n" * lines) for lines in (5, 30, 90, 200, 900)] == [1, 2, 3, 4, 5]
