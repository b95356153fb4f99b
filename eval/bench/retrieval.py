"""How well the search finds: held-out docstring texts that must find their examples, and wishes judged by hand.

    python -m eval.bench.retrieval [--show] [--model NAME] [--rerank NAME]

*Held out*: the first sentence of a docstring of ManimCE is the query, the examples in that docstring are the answers.
The first paragraph, and every sentence of it wherever else it stands, is taken out of the indexed side; what is left is
the code, the names, and the rest of the prose. *Paragraphs*: the same with the whole first paragraph as query.
*Without names*: the same with the names of scene and owner taken out too. *Judged*: the wishes of
`eval/data/search_judgements.jsonl`, against the index as it is shipped.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import re
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from llama_index.core.schema import TextNode

from core.settings import settings
from core.snippet import Snippet
from retrieval.edge import EdgeVectorStore
from retrieval.embedder import Matrix, embed
from retrieval.index import embedded
from retrieval.installed import illustrated, reference
from retrieval.nodes import dense_text, nodes
from retrieval.search import Hit, find
from retrieval.vectors import vectors

JUDGEMENTS = Path(__file__).parent.parent / "data" / "search_judgements.jsonl"
DEEP = 10
_SENTENCE = re.compile(r"(?<=[.!?:])\s+")


@dataclass(frozen=True)
class Query:
    """A text and the ids of the snippets that answer it."""

    text: str
    answers: frozenset[str]


@dataclass(frozen=True)
class Score:
    """Means over queries: recall@5 (of at most five answers), share with any answer in five, nDCG@10."""

    recall: float
    hit: float
    ndcg: float


def main() -> None:
    """Print a table for each set of queries."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--show", action="store_true", help="list the queries that the fused search misses")
    parser.add_argument("--model", help="another sentence-transformers model")
    parser.add_argument("--rerank", help="a cross-encoder")
    options = parser.parse_args()
    if options.model:
        os.environ["TULKU_EMBEDDING_MODEL"] = options.model
    entries = reference()
    shipped = illustrated(entries)
    opening = {entry.path: entry.description.split("\n\n")[0] for entry in entries}
    bare = [_without_text(snippet, opening.get(snippet.path, "")) for snippet in shipped]
    titles, paragraphs = _queries(shipped, lambda s: s.title), _queries(shipped, lambda s: opening.get(s.path, ""))
    _measure(bare, {"held out: titles": titles, "held out: paragraphs": paragraphs}, options)
    _measure([_without_names(snippet) for snippet in bare], {"held out: titles, without names": titles}, options)
    judged = _judged(shipped)
    halves = {
        "judged wishes": judged,
        "judged, half that was tuned on": judged[::2],
        "judged, other half": judged[1::2],
    }
    _measure(shipped, halves, options)


def _measure(snippets: list[Snippet], sets: dict[str, list[Query]], options: argparse.Namespace) -> None:
    with tempfile.TemporaryDirectory() as folder:
        store = _indexed(snippets, Path(folder))
        for name, queries in sets.items():
            print(f"\n{name}: {len(queries)} queries, {len(snippets)} snippets", flush=True)
            _compare(store, queries, options)
        store.close()


def _compare(store: EdgeVectorStore, queries: list[Query], options: argparse.Namespace) -> None:
    print("            recall@5   any in 5   nDCG@10")
    for mode in ("dense", "sparse", "fused"):
        _row(mode, queries, [find(store, query.text, DEEP, mode=mode, diversity=0) for query in queries])
    diverse = [find(store, query.text, DEEP) for query in queries]
    _row("fused, MMR", queries, diverse)
    if options.rerank:
        _row("reranked", queries, _reranked(store, queries, options.rerank))
    if options.show:
        _misses(queries, diverse)


def _indexed(snippets: list[Snippet], folder: Path) -> EdgeVectorStore:
    some = embedded([node for snippet in snippets for node in nodes(snippet)], _kept)
    store = EdgeVectorStore(folder / "index", len(some[0].get_embedding()))
    store.add(some)
    return store


def _kept(some: list[TextNode]) -> Matrix:
    """Vectors as the index has them; those of earlier runs are kept."""
    return vectors([dense_text(node) for node in some], settings().embedding_model)


def _reranked(store: EdgeVectorStore, queries: list[Query], model: str) -> list[list[Hit]]:
    os.environ["TULKU_RERANK_MODEL"] = model
    settings.cache_clear()
    found = [find(store, query.text, DEEP, diversity=0) for query in queries]
    del os.environ["TULKU_RERANK_MODEL"]
    settings.cache_clear()
    return found


def _row(name: str, queries: list[Query], found: list[list[Hit]]) -> None:
    score = scored(queries, [[hit.snippet.id for hit in hits] for hits in found])
    print(f"{name:11} {score.recall:9.3f} {score.hit:10.3f} {score.ndcg:9.3f}")


def scored(queries: list[Query], found: list[list[str]]) -> Score:
    """The measures of rankings of ids."""
    rows = [_one(query.answers, ids) for query, ids in zip(queries, found, strict=True)]
    recall, hit, ndcg = (sum(column) / len(rows) for column in zip(*rows, strict=True))
    return Score(recall, hit, ndcg)


def _one(answers: frozenset[str], ids: list[str]) -> tuple[float, float, float]:
    right = len(answers & set(ids[:5]))
    gain = sum(1 / math.log2(place + 2) for place, key in enumerate(ids[:DEEP]) if key in answers)
    best = sum(1 / math.log2(place + 2) for place in range(min(DEEP, len(answers))))
    return right / min(5, len(answers)), float(right > 0), gain / best


def _queries(snippets: list[Snippet], text: Callable[[Snippet], str]) -> list[Query]:
    """Equal texts are one query with the answers of all; texts of one word ask nothing."""
    answers: dict[str, set[str]] = defaultdict(set)
    for snippet in snippets:
        answers[" ".join(text(snippet).split())].add(snippet.id)
    return [Query(said, frozenset(ids)) for said, ids in answers.items() if len(said.split()) > 1]


def _without_text(snippet: Snippet, opening: str) -> Snippet:
    """The snippet without the query's text, as title or anywhere in its description."""
    held = _plain(f"{snippet.title} {opening}")
    sentences = (sentence for line in snippet.description.splitlines() for sentence in _SENTENCE.split(line))
    kept = [sentence for sentence in sentences if _plain(sentence) and not _says(held, _plain(sentence))]
    return replace(snippet, title="", description=" ".join(kept))


def _says(held: str, sentence: str) -> bool:
    return sentence in held or held in sentence


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))


def _without_names(snippet: Snippet) -> Snippet:
    code = re.sub(rf"\b{re.escape(snippet.name)}\b", "Example", snippet.code)
    return replace(snippet, name="", path="", code=code)


def _judged(snippets: Iterable[Snippet]) -> list[Query]:
    """The wishes judged by hand; answers are written as `owner#scene`. Raises `LookupError` for one that is gone."""
    ids: dict[str, set[str]] = defaultdict(set)
    for snippet in snippets:
        ids[f"{snippet.path.rpartition('.')[2]}#{snippet.name}"].add(snippet.id)
    rows = [json.loads(line) for line in JUDGEMENTS.read_text(encoding="utf-8").splitlines()]
    gone = [key for row in rows for key in row["useful"] if key not in ids]
    if gone:
        raise LookupError(f"judged, but not in this manim: {', '.join(gone)}")
    return [Query(row["wish"], frozenset().union(*(ids[key] for key in row["useful"]))) for row in rows]


def _misses(queries: list[Query], found: list[list[Hit]]) -> None:
    for query, hits in zip(queries, found, strict=True):
        if not query.answers & {hit.snippet.id for hit in hits[:5]}:
            print(f"  missed: {query.text!r} → {', '.join(hit.snippet.name for hit in hits[:5])}")


if __name__ == "__main__":
    embed(["warm"])
    main()
