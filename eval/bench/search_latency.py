"""How long a warm search takes over ten thousand chunks, apart from embedding, and how long embedding one query takes.

    python -m eval.bench.search_latency [--nodes 10000] [--local]

The chunks are the reference and the examples of the installed ManimCE, repeated under other names with random vectors:
real words and sizes, and no hours of embedding. On a busy machine read the CPU time, which is what an idle one would
take where one thread does the work. `--local` also times the local mode of `qdrant-client`, for comparison.
"""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path

import numpy as np
from llama_index.core.schema import TextNode

from core.settings import settings
from core.snippet import Snippet
from retrieval.edge import EdgeVectorStore
from retrieval.embedder import DIMENSIONS, embed
from retrieval.installed import illustrated, reference
from retrieval.nodes import nodes
from retrieval.search import Filters, _vector, find  # pyright: ignore[reportPrivateUsage]
from retrieval.stores import Store

QUERIES = (
    "a circle that turns into a square",
    "area under a curve between two points",
    "Mobject.__init__() got an unexpected keyword argument 'size'",
    "self.play(Transform(circle, square), run_time=2)",
    "camera zooms in on a part of the graph",
    "a matrix applied to the plane as a linear transformation",
    "highlight one term of an equation",
    "particles that flow along a vector field",
)
ROUNDS = 8


def main() -> None:
    """Print medians and 95th percentiles in milliseconds."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--nodes", type=int, default=10_000)
    parser.add_argument("--local", action="store_true", help="also time qdrant-client's local mode")
    options = parser.parse_args()
    some = _many(options.nodes)
    print(f"{len(some)} chunks, load average {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    _row("embedding of one query", lambda query: embed([query], query=True))
    for query in QUERIES:
        _vector(query, settings().embedding_model)  # from here on only the search itself is timed
    with tempfile.TemporaryDirectory() as folder:
        started = time.perf_counter()
        store = EdgeVectorStore(Path(folder) / "index", DIMENSIONS)
        store.add(some)
        store.flush()
        print(f"stored in {time.perf_counter() - started:.1f} s")
        _searches("Qdrant Edge", store)
        store.close()
    if options.local:
        _searches("qdrant-client local", _local(some))


def _searches(name: str, store: Store) -> None:
    _row(f"{name}: fused", lambda query: find(store, query, 5))
    _row(f"{name}: fused, filtered", lambda query: find(store, query, 5, Filters(licence=("MIT",), kind=("example",))))
    for mode in ("dense", "sparse"):
        _row(f"{name}: {mode}", lambda query, mode=mode: find(store, query, 5, mode=mode))


def _row(name: str, act: Callable[[str], object]) -> None:
    taken: list[tuple[float, float]] = []
    for query in QUERIES * ROUNDS:
        started, used = time.perf_counter(), time.process_time()
        act(query)
        taken.append((time.perf_counter() - started, time.process_time() - used))
    wall, used = np.percentile(taken[len(QUERIES) :], 50, axis=0) * 1000
    late = np.percentile([row[0] for row in taken[len(QUERIES) :]], 95) * 1000
    print(f"{name:40} wall p50 {wall:7.1f} ms   p95 {late:7.1f} ms   CPU p50 {used:6.1f} ms", flush=True)


def _many(count: int) -> list[TextNode]:
    entries = reference()
    plain = [*entries, *illustrated(entries)]
    copies = (replace(snippet, id=f"{snippet.id}{n}", path=f"{snippet.path}_{n}") for n, snippet in _numbered(plain))
    some = list(islice((node for snippet in copies for node in nodes(snippet)), count))
    vectors = np.random.default_rng(0).normal(size=(count, DIMENSIONS))
    for node, vector in zip(some, vectors / np.linalg.norm(vectors, axis=1, keepdims=True), strict=True):
        node.embedding = vector.tolist()
    return some


def _numbered(plain: list[Snippet]) -> enumerate[Snippet]:
    return enumerate(cycle(plain))


def _local(some: list[TextNode]) -> Store:
    from qdrant_client import QdrantClient

    from retrieval.server import ServerStore

    store = ServerStore("bench", QdrantClient(":memory:"))
    store.add(some)
    return store


if __name__ == "__main__":
    main()
