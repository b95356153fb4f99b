"""Building and searching, the same in a folder, on Qdrant's own client in memory, and over HTTP."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path

import pytest
from qdrant_client import QdrantClient

import retrieval.server
from core.errors import BadInput, IndexUnusable
from core.settings import settings
from core.snippet import Snippet
from retrieval import stores
from retrieval.index import build
from retrieval.search import Filters, Hit, search
from retrieval.stores import collection
from tests.retrieval import rest
from tests.retrieval.conftest import SHAPES, snippet

KEY = "secret-of-the-test"
pytestmark = pytest.mark.filterwarnings(
    "ignore:Payload indexes have no effect in the local Qdrant",
    "ignore:.*asyncio.iscoroutinefunction.*",
    "ignore:Api key is used with an insecure connection",
)


@pytest.fixture(params=["folder", "client", "server"])
def place(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Where the index lies: Qdrant Edge, or what speaks to servers, over an in-memory client or over HTTP."""
    place = str(request.param)
    if place == "client":
        client = QdrantClient(":memory:")
        monkeypatch.setenv("TULKU_QDRANT_URL", "http://nowhere")
        monkeypatch.setattr(retrieval.server, "_client", lambda: client)
        settings.cache_clear()
    with rest.server(KEY) if place == "server" else nullcontext() as address:
        if address:
            _uses_server(monkeypatch, address, KEY)
        yield place
    retrieval.server._client.cache_clear() if place == "server" else None  # pyright: ignore[reportPrivateUsage]


def _uses_server(monkeypatch: pytest.MonkeyPatch, address: str, key: str) -> None:
    monkeypatch.setenv("TULKU_QDRANT_URL", address)
    monkeypatch.setenv("TULKU_QDRANT_API_KEY", key)
    settings.cache_clear()
    retrieval.server._client.cache_clear()  # pyright: ignore[reportPrivateUsage]


def names(hits: list[Hit]) -> list[str]:
    return [hit.snippet.name for hit in hits]


@pytest.mark.usefixtures("place")
def test_what_is_built_is_found() -> None:
    built = build("snippets", SHAPES)
    assert (built.added, built.removed, built.kept) == (4, 0, 0)
    hits = search("put a brace below some text", k=2)
    assert names(hits)[0] == "BraceScene" and len(hits) == 2
    assert hits[0].snippet == SHAPES[3]
    assert names(search("ShowCreation of a circle", mode="sparse", k=1)) == ["CircleScene"]
    assert names(search("square", mode="dense", k=1)) == ["SquareScene"]


@pytest.mark.usefixtures("place")
def test_filters_hold_in_every_mode() -> None:
    build("snippets", SHAPES)
    for mode in ("fused", "dense", "sparse"):
        assert names(search("draw a circle", filters=Filters(licence=("CC-BY-NC-SA-4.0",)), mode=mode)) in (
            ["SineScene"],
            [],
        )
    assert len(search("draw", k=10, filters=Filters(licence=("MIT", "CC-BY-NC-SA-4.0")), mode="dense")) == 4
    assert search("draw", filters=Filters(licence=("MIT",), source=("elsewhere",))) == []


@pytest.mark.usefixtures("place")
def test_only_what_changed_is_embedded(monkeypatch: pytest.MonkeyPatch) -> None:
    build("snippets", SHAPES)
    monkeypatch.setattr("retrieval.index.embed", _forbidden)
    assert build("snippets", SHAPES).added == 0
    assert build("snippets", SHAPES[1:]).removed == 1
    assert "CircleScene" not in names(search("draw a circle"))
    monkeypatch.undo()


def _forbidden(*_: object) -> None:
    raise AssertionError("nothing had to be embedded")


@pytest.mark.usefixtures("place")
def test_a_changed_snippet_takes_the_place_of_the_old() -> None:
    build("snippets", SHAPES)
    built = build("snippets", [replace(SHAPES[0], code="GrowFromCenter(Circle())"), *SHAPES[1:]])
    assert (built.added, built.removed, built.kept) == (1, 1, 3)
    assert "GrowFromCenter" in search("draw a circle", k=1)[0].snippet.code


@pytest.mark.usefixtures("place")
def test_another_model_is_another_collection(monkeypatch: pytest.MonkeyPatch) -> None:
    build("snippets", SHAPES)
    first = collection("snippets")
    monkeypatch.setenv("TULKU_EMBEDDING_MODEL", "some/other-model")
    settings.cache_clear()
    assert collection("snippets") != first
    assert search("draw a circle") == []
    assert build("snippets", SHAPES).added == 4


@pytest.mark.usefixtures("place")
def test_names_that_code_calls_are_looked_up() -> None:
    entry = snippet("Axes.plot(function)", "manim.mobject.Axes.plot", "manim.mobject.Axes.plot", "api",
                    path="manim.mobject.Axes.plot")  # fmt: skip
    other = snippet(
        "Circle(radius)", "manim.mobject.Circle", "manim.mobject.Circle", "api", path="manim.mobject.Circle"
    )
    build("api", [entry, other])
    for name in ("plot", "Axes.plot"):
        assert [hit.snippet.code for hit in search("wrong argument", "api", filters=Filters(called=(name,)))] == [
            entry.code
        ]


def test_near_copies_do_not_crowd_out_the_rest() -> None:
    copies = [snippet(f"Create(Circle())  # {i}", "Draw a circle", f"Copy{i}") for i in range(6)]
    build("snippets", [*copies, SHAPES[1]])
    assert "SquareScene" not in names(search("draw a circle", k=3, diversity=0))
    assert "SquareScene" in names(search("draw a circle", k=3, diversity=0.9))


def test_results_fit_a_budget() -> None:
    build("snippets", [*SHAPES, snippet("x = 1\n" * 50, "Draw a circle slowly", "Huge")])
    assert "Huge" in names(search("draw a circle slowly", k=3))
    assert "Huge" not in names(search("draw a circle slowly", k=3, budget=60))


def test_a_long_scene_is_one_hit() -> None:
    steps = "".join(f"    def step_{m}(self):\n" + "        self.wait()\n" * 30 for m in range(4))
    build("snippets", [snippet(f"class Long(Scene):\n{steps}", "A long wait", "Long"), SHAPES[0]])
    assert names(search("wait step", k=5)).count("Long") == 1


@pytest.mark.parametrize(("query", "kind", "k"), [("  ", "snippets", 5), ("x", "recipes", 5), ("x", "api", 0)])
def test_bad_searches_are_refused(query: str, kind: str, k: int) -> None:
    with pytest.raises(BadInput):
        search(query, kind, k)  # type: ignore[arg-type]


@pytest.mark.parametrize("query", ["`; drop', \x00 ☃", "a" * 100_000, "::", "日本語"])
def test_any_text_can_be_searched_for(query: str) -> None:
    build("snippets", SHAPES)
    assert len(search(query)) <= 5


def shard_files(home: Path) -> list[Path]:
    folder = home / "index" / collection("snippets")
    return [path for path in folder.rglob("*") if path.is_file() and "segments" in path.parts]


@pytest.mark.parametrize("harm", ["emptied", "gone"])
def test_a_damaged_index_is_said_and_made_anew(own_home: Path, harm: str) -> None:
    build("snippets", SHAPES)
    stores._opened.cache_clear()  # pyright: ignore[reportPrivateUsage]  # as another process would find it
    damage: Callable[[Path], object] = Path.unlink if harm == "gone" else lambda path: path.write_bytes(b"")
    for path in shard_files(own_home):
        if path.name in ("segment.json", "version.info"):
            damage(path)
    with pytest.raises(IndexUnusable, match="cannot be read") as caught:
        search("draw a circle")
    assert "--rebuild" in caught.value.advice
    build("snippets", SHAPES, fresh=True)
    assert names(search("draw a circle", k=1)) == ["CircleScene"]


def test_a_locked_index_is_said_but_can_be_read(own_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build("snippets", SHAPES)
    monkeypatch.setattr(stores, "PATIENCE", 0.0)
    with stores.draft(collection("snippets"), 384):
        assert names(search("draw a circle", k=1)) == ["CircleScene"]
        caught: list[BaseException] = []
        thread = threading.Thread(target=lambda: caught.append(_error(lambda: build("snippets", SHAPES[:1]))))
        thread.start()
        thread.join()
    assert isinstance(caught[0], IndexUnusable) and "another process" in caught[0].message


def _error(act: Callable[[], object]) -> BaseException:
    try:
        act()
    except Exception as error:
        return error
    return AssertionError("it did not fail")


def test_a_build_that_breaks_off_leaves_the_old_index() -> None:
    build("snippets", SHAPES)
    before: list[Snippet] = [hit.snippet for hit in search("draw", k=4)]
    with pytest.raises(RuntimeError, match="power"):
        build("snippets", [SHAPES[0], snippet("new", "new")], progress=_breaks)
    assert [hit.snippet for hit in search("draw", k=4)] == before


def _breaks(done: int, of: int) -> None:
    raise RuntimeError("power cut")


def test_a_server_that_does_not_answer_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TULKU_QDRANT_URL", "http://127.0.0.1:9")
    settings.cache_clear()
    retrieval.server._client.cache_clear()  # pyright: ignore[reportPrivateUsage]
    with pytest.raises(IndexUnusable, match="does not answer") as caught:
        search("draw a circle")
    assert "TULKU_QDRANT_URL" in caught.value.advice
    retrieval.server._client.cache_clear()  # pyright: ignore[reportPrivateUsage]


def test_a_server_that_wants_another_key_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    with rest.server(KEY) as address:
        _uses_server(monkeypatch, address, "wrong")
        with pytest.raises(IndexUnusable, match="API key"):
            build("snippets", SHAPES)
    retrieval.server._client.cache_clear()  # pyright: ignore[reportPrivateUsage]
