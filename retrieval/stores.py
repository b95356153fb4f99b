"""Where collections lie: folders of Qdrant Edge under `Settings.home`, or the Qdrant server of `TULKU_QDRANT_URL`.

Both are LlamaIndex vector stores. A collection's name carries the embedding model and the form of its nodes, so vectors
of two models never meet. Folders are never written in place: a build works on a draft, which then takes the place of
what readers see, all at once.

    home/index/<collection>/<generation>/   one state of it
    home/index/<collection>/current         the name of the generation that readers use, and how many nodes it has
"""

from __future__ import annotations

import fcntl
import re
import shutil
import time
from collections.abc import Generator, Sequence
from contextlib import contextmanager, suppress
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal, Protocol
from uuid import uuid4

from llama_index.core.schema import BaseNode
from llama_index.core.vector_stores.types import VectorStoreQuery, VectorStoreQueryResult

from core.errors import IndexUnusable
from core.settings import settings

Kind = Literal["snippets", "api", "components", "wishes"]
KINDS: tuple[Kind, ...] = ("snippets", "api", "components", "wishes")
FORM = 1
"""Version of nodes and tokens; raise it when old vectors must not meet new queries."""
PATIENCE = 120.0
"""Seconds to wait for another build of the same collection."""
KEPT = 2
"""Generations left on the disk: one may still be opened by a reader who has just read its name."""


class Store(Protocol):
    """What is used of a LlamaIndex vector store, and the ids of all it holds."""

    def add(self, nodes: Sequence[BaseNode], **add_kwargs: Any) -> list[str]: ...

    def delete_nodes(self, node_ids: list[str] | None = None) -> None: ...

    def query(self, query: VectorStoreQuery, **kwargs: Any) -> VectorStoreQueryResult: ...

    def ids(self) -> set[str]: ...


def collection(kind: Kind) -> str:
    """The name of a collection for the embedding model of the settings."""
    model = re.sub(r"[^A-Za-z0-9]+", "-", settings().embedding_model).strip("-").lower()
    return f"tulku-{kind}-{model}-{FORM}"


def reader(name: str) -> Store | None:
    """The collection as it is now; None when there is none. Raises `IndexUnusable` when it cannot be read."""
    if settings().qdrant_url:
        from retrieval.server import server_store

        store = server_store(name)
        return store if store.exists() else None
    current = _current(_home(name))
    return _opened(*current) if current else None


@contextmanager
def draft(name: str, width: int, *, fresh: bool = False) -> Generator[Store]:
    """A store to write to, which readers see when the block ends; `fresh` starts it empty.

    Raises `IndexUnusable` when another process goes on writing the same collection for two minutes.
    """
    if settings().qdrant_url:
        from retrieval.server import server_store

        yield server_store(name, fresh=fresh)
        return
    home = _home(name)
    home.mkdir(parents=True, exist_ok=True)
    with _locked(home / "lock"):
        folder, current = home / uuid4().hex[:12], None if fresh else _current(home)
        store = _drafted(folder, current[0] if current else None, width)
        try:
            yield store
            store.flush()
        except BaseException:
            store.close()
            shutil.rmtree(folder, ignore_errors=True)
            raise
        count = len(store.ids())
        store.close()
        _publish(home, folder, count)


def _home(name: str) -> Path:
    return settings().home / "index" / name


def _current(home: Path) -> tuple[Path, int] | None:
    """The folder of the generation that readers use and the number of its nodes, where there is one."""
    with suppress(OSError, ValueError):
        name, count = (home / "current").read_text(encoding="utf-8").split()
        return (home / name, int(count)) if (home / name).is_dir() else None
    return None


@lru_cache(maxsize=8)
def _opened(folder: Path, count: int) -> Any:
    """The engine passes over parts that it cannot read, so the nodes are counted."""
    from retrieval.edge import EdgeVectorStore

    store = EdgeVectorStore(folder)
    if store.count() != count:
        store.close()
        raise IndexUnusable(
            f"the search index in {folder} cannot be read: nodes are missing", advice="run: tulku search --rebuild"
        )
    return store


def _drafted(folder: Path, old: Path | None, width: int) -> Any:
    """A store in `folder`: a copy of the old one, or an empty one."""
    from retrieval.edge import EdgeVectorStore

    if old is None:
        folder.mkdir()
        return EdgeVectorStore(folder, width)
    shutil.copytree(old, folder)
    return EdgeVectorStore(folder)


def _publish(home: Path, folder: Path, count: int) -> None:
    """Readers see the new generation; all but the last few old ones go."""
    part = home / "current.part"
    part.write_text(f"{folder.name} {count}", encoding="utf-8")
    part.replace(home / "current")
    old = sorted((path for path in home.iterdir() if path.is_dir()), key=lambda path: -path.stat().st_mtime)
    for path in [path for path in old if path != folder][KEPT - 1 :]:
        shutil.rmtree(path, ignore_errors=True)


@contextmanager
def _locked(path: Path) -> Generator[None]:
    with path.open("w") as lock:
        deadline = time.monotonic() + PATIENCE
        while True:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if time.monotonic() > deadline:
                    raise IndexUnusable(
                        f"another process is building the search index in {path.parent}",
                        advice="wait until it is done, or end it; then try again",
                    ) from None
                time.sleep(0.2)
        yield
