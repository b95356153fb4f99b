"""What the search knows, and what of it goes into a prompt. Public entries: `prepare`, `passages`, `entries`.

The recipe needs nothing but the installed manim and the library: examples, reference, components, example wishes. A
corpus that was built (`tulku corpus build`) joins it. Run as a module, this file makes the index.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from core.errors import TulkuError
from core.settings import settings

if TYPE_CHECKING:
    from agent.models.protocol import Passage
    from core.snippet import Snippet
    from retrieval.index import Built
    from retrieval.search import Hit
    from retrieval.stores import Kind

SCENE_TOKENS = 2500
"""Tokens of examples and reference in the prompt that writes a scene, beside the components."""
REPAIR_TOKENS = 1500
EXAMPLES, ENTRIES = 3, 4
"""How many snippets and reference entries are asked for."""

_NAME = re.compile(r"\b[A-Za-z_]\w{2,}\b")


def prepare(
    *, fresh: bool = False, progress: Callable[[str, int, int], None] = lambda kind, done, of: None
) -> list[Built]:
    """Bring every collection up to date; `fresh` makes all anew. Raises `IndexUnusable`, `SetupError`."""
    from retrieval.index import build

    built: list[Built] = []
    for kind, snippets, encode in _recipe():
        told = _told(progress, kind)
        built.append(build(kind, snippets, fresh=fresh, progress=told, encode=encode))
    _stored_anew()
    stamp = _stamp_file()
    stamp.parent.mkdir(parents=True, exist_ok=True)
    stamp.write_text(_stamp(), encoding="utf-8")
    return built


def is_prepared() -> bool:
    """Whether the index was made of what is here now: this manim, this corpus, this library, this model."""
    try:
        return _stamp_file().read_text(encoding="utf-8") == _stamp()
    except OSError:
        return False


def passages(text: str) -> tuple[Passage, ...]:
    """Examples and reference for a scene that is to be written; empty when there is no index, or it cannot be used."""
    from retrieval.ranking import within
    from retrieval.search import search, shown

    if not is_prepared():
        return ()
    try:
        found = [*search(text, "snippets", EXAMPLES), *search(text, "api", ENTRIES)]
    except TulkuError:
        return ()
    return tuple(_passage(hit) for hit in within(found, shown, SCENE_TOKENS))


def entries(message: str, lines: str) -> tuple[Passage, ...]:
    """For a repair: reference entries of the names in the failing lines, nearest to the error first, and an example."""
    from retrieval.ranking import within
    from retrieval.search import Filters, search, shown

    if not is_prepared():
        return ()
    names = tuple(dict.fromkeys(_NAME.findall(f"{lines}\n{message}")))
    query = f"{message}\n{lines}".strip()
    try:
        named = search(query, "api", ENTRIES, Filters(called=names), diversity=0) if names and query else []
        near = search(query, "snippets", 1) if query else []
    except TulkuError:
        return ()
    return tuple(_passage(hit) for hit in within([*named, *near], shown, REPAIR_TOKENS))


def _passage(hit: Hit) -> Passage:
    from agent.models.protocol import Passage
    from retrieval.search import shown

    snippet = hit.snippet
    if snippet.kind == "api":
        return Passage(snippet.code, shown(hit), f"reference:{snippet.name}")
    return Passage(snippet.title or snippet.name, snippet.code, f"{snippet.source}:{snippet.path} ({snippet.licence})")


def _recipe() -> Iterable[tuple[Kind, list[Snippet], Any]]:
    """Each collection with what belongs into it, and who has its vectors."""
    from components_cache.snippets import components, wishes
    from retrieval.installed import reference

    known = reference()
    yield "snippets", _snippets(known), None
    yield "api", known, None
    yield "components", [*components(), *_stored()], None
    yield "wishes", wishes(), _wish_vectors


def _stored() -> list[Snippet]:
    """Components of the store, which share a collection with those of the library."""
    from components_cache.store.opening import blocking, is_empty

    if is_empty():
        return []
    from components_cache.store.meaning import every

    return blocking(every)


def _stored_anew() -> None:
    """What was admitted while the index was being made may be missing from it."""
    from components_cache.store.opening import blocking, is_empty

    if not is_empty():
        from components_cache.store.meaning import in_line_anew

        blocking(in_line_anew)


def _snippets(known: list[Snippet]) -> list[Snippet]:
    """The corpus, where one was built, without what has a collection of its own; else the examples of manim alone."""
    from corpus import store
    from corpus.sources import manim_docs
    from retrieval.installed import illustrated

    path = store.combined()
    kept = [snippet for snippet in store.read(path) if _is_scene(snippet)] if path.exists() else []
    examples = [snippet for snippet in kept if snippet.source == manim_docs.NAME]
    others = [snippet for snippet in kept if snippet.source != manim_docs.NAME]
    return [*illustrated(known, examples or None), *others]


def _is_scene(snippet: Snippet) -> bool:
    """Whether it may serve as an example: it is no reference entry, and nothing says that it cannot run."""
    return snippet.kind != "api" and snippet.source != "library" and snippet.verified != "failed"


def _wish_vectors(some: list[Any]) -> Any:
    """The composer keeps the vectors of most wishes of the library already."""
    from retrieval.vectors import vectors

    return vectors([str(node.metadata["title"]) for node in some], settings().embedding_model)


def _told(progress: Callable[[str, int, int], None], kind: str) -> Callable[[int, int], None]:
    return lambda done, of: progress(kind, done, of)


def _stamp_file() -> Path:
    return settings().home / "index" / "prepared"


def _stamp() -> str:
    """Changes whenever the index should be looked at again."""
    from components_cache.catalogue import LIBRARY
    from corpus import store
    from corpus.sources.installed import manim_version
    from retrieval.stores import FORM

    sources = [store.combined(), *sorted(LIBRARY.rglob("*.py"))]
    times = [str(path.stat().st_mtime_ns) if path.exists() else "0" for path in sources]
    current = settings()
    return "|".join([manim_version(), current.embedding_model, current.qdrant_url, str(FORM), times[0], max(times[1:])])


if __name__ == "__main__":
    for done in prepare():
        print(f"{done.kind}: {done.added} new, {done.kept} kept, {done.removed} removed, {done.seconds:.1f} s")
