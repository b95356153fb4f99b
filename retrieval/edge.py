"""Qdrant Edge as a LlamaIndex vector store: Qdrant's engine in this process, dense and sparse vectors in one folder.

There is no write-ahead log, so any number of processes may read a folder; who writes works on a draft of it
(`retrieval.stores`). What a server does for `QdrantVectorStore`, this does for a folder, with the same payloads.
"""

from __future__ import annotations

from collections.abc import Generator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from llama_index.core.bridge.pydantic import PrivateAttr
from llama_index.core.schema import BaseNode, TextNode
from llama_index.core.vector_stores.types import (
    BasePydanticVectorStore,
    FilterOperator,
    MetadataFilter,
    MetadataFilters,
    VectorStoreQuery,
    VectorStoreQueryMode,
    VectorStoreQueryResult,
)
from llama_index.core.vector_stores.utils import metadata_dict_to_node, node_to_metadata_dict

from core.errors import IndexUnusable
from retrieval.nodes import FILTERS, sparse_text
from retrieval.ranking import reciprocal_ranks
from retrieval.tokens import encode_documents, encode_queries

DENSE, SPARSE = "text-dense", "text-sparse"
"""The names that LlamaIndex's store for Qdrant servers uses, so that a folder can become a server's collection."""
BATCH = 512
PLAIN = 10**8
"""Kilobytes of vectors below which all are compared: exact, and 1 ms for ten thousand. A graph takes 17 s to build."""


class EdgeVectorStore(BasePydanticVectorStore):
    """The collection in `folder`, made there for vectors of `width` numbers if it is empty.

    Raises `IndexUnusable` when the folder is damaged.
    """

    stores_text: bool = True
    flat_metadata: bool = False
    folder: str
    _shard: Any = PrivateAttr()

    def __init__(self, folder: Path, width: int = 0) -> None:
        super().__init__(stores_text=True, folder=str(folder))  # pyright: ignore[reportCallIssue]  # a pydantic field
        with _readable(self.folder):
            self._shard = _create(folder, width) if width else _load(folder)

    @property
    def client(self) -> Any:
        return self._shard

    def add(self, nodes: Sequence[BaseNode], **add_kwargs: Any) -> list[str]:
        """Store nodes that carry embeddings."""
        from qdrant_edge import UpdateOperation

        for start in range(0, len(nodes), BATCH):
            points = _points(list(nodes[start : start + BATCH]))
            self._shard.update(UpdateOperation.upsert_points(points))
        return [node.node_id for node in nodes]

    def delete(self, ref_doc_id: str, **delete_kwargs: Any) -> None:
        raise NotImplementedError("nodes are deleted by id: `delete_nodes`")

    def delete_nodes(
        self, node_ids: list[str] | None = None, filters: MetadataFilters | None = None, **delete_kwargs: Any
    ) -> None:
        from qdrant_edge import UpdateOperation

        if node_ids:
            self._shard.update(UpdateOperation.delete_points([*node_ids]))

    def ids(self) -> set[str]:
        """Ids of all nodes."""
        from qdrant_edge import ScrollRequest

        found: set[str] = set()
        offset: Any = None
        with _readable(self.folder):
            while True:
                records, offset = self._shard.scroll(ScrollRequest(offset=offset, limit=BATCH * 8, with_payload=False))
                found.update(str(record.id) for record in records)
                if offset is None:
                    break
        return found

    def count(self) -> int:
        """How many nodes there are."""
        return int(self._shard.info().points_count)

    def get_nodes(self, node_ids: list[str] | None = None, filters: MetadataFilters | None = None) -> list[BaseNode]:
        """Nodes by id, in the order asked for; those that are not there are left out."""
        records = self._shard.retrieve(list(node_ids or []), with_payload=True, with_vector=False)
        known = {str(record.id): metadata_dict_to_node(record.payload) for record in records}
        return [known[key] for key in node_ids or [] if key in known]

    def query(self, query: VectorStoreQuery, **kwargs: Any) -> VectorStoreQueryResult:
        """Nearest by meaning (`DEFAULT`), by words (`SPARSE`), or both (`HYBRID`). Raises `IndexUnusable`."""
        with _readable(self.folder):
            scores = dict(self._ranked(query)[: query.hybrid_top_k or query.similarity_top_k])
            found = self.get_nodes(list(scores))
        ids = [node.node_id for node in found]
        return VectorStoreQueryResult(nodes=found, ids=ids, similarities=[scores[key] for key in ids])

    def _ranked(self, query: VectorStoreQuery) -> list[tuple[str, float]]:
        """Ids and scores, best first."""
        from qdrant_edge import QueryBatchRequest

        answers = self._shard.query_batch(QueryBatchRequest(_requests(query)))
        if len(answers) == 1:
            return [(str(point.id), point.score) for point in answers[0]]
        alpha = 0.5 if query.alpha is None else query.alpha
        return reciprocal_ranks([[str(point.id) for point in points] for points in answers], [alpha, 1 - alpha])

    def flush(self) -> None:
        """Write everything to the disk."""
        self._shard.optimize()
        self._shard.flush()

    def close(self) -> None:
        self._shard.close()


def _create(folder: Path, width: int) -> Any:
    import qdrant_edge as edge

    config = edge.EdgeConfig(
        vectors={DENSE: edge.EdgeVectorParams(size=width, distance=edge.Distance.Cosine)},
        sparse_vectors={SPARSE: edge.EdgeSparseVectorParams(modifier=edge.Modifier.Idf)},
        optimizers=edge.EdgeOptimizersConfig(indexing_threshold=PLAIN),
        wal_enabled=False,
    )
    shard = edge.EdgeShard.create(str(folder), config)
    for key in FILTERS:
        shard.update(edge.UpdateOperation.create_field_index(key, edge.PayloadSchemaType.Keyword))
    return shard


def _load(folder: Path) -> Any:
    from qdrant_edge import EdgeShard

    return EdgeShard.load(str(folder))


def _points(nodes: list[BaseNode]) -> list[Any]:
    from qdrant_edge import Point, SparseVector

    columns = encode_documents([sparse_text(node) for node in nodes if isinstance(node, TextNode)])
    return [
        Point(
            id=node.node_id,
            vector={DENSE: node.get_embedding(), SPARSE: SparseVector(indices, values)},
            payload=node_to_metadata_dict(node),
        )
        for node, indices, values in zip(nodes, *columns, strict=True)
    ]


def _requests(query: VectorStoreQuery) -> list[Any]:
    """One request for each kind of vector that the mode asks for."""
    from qdrant_edge import Query, QueryRequest, SparseVector

    wanted = _filter(query.filters)
    requests: list[Any] = []
    if query.mode != VectorStoreQueryMode.SPARSE:
        nearest = Query.Nearest(query.query_embedding or [], using=DENSE)
        requests.append(QueryRequest(query=nearest, filter=wanted, limit=query.similarity_top_k, with_payload=False))
    if query.mode != VectorStoreQueryMode.DEFAULT:
        indices, values = encode_queries([query.query_str or ""])
        nearest = Query.Nearest(SparseVector(indices[0], values[0]), using=SPARSE)
        most = query.sparse_top_k or query.similarity_top_k
        requests.append(QueryRequest(query=nearest, filter=wanted, limit=most, with_payload=False))
    return requests


def _filter(filters: MetadataFilters | None) -> Any:
    """LlamaIndex's filters as the engine's: equal to a value, or in a list of them; all must hold."""
    from qdrant_edge import FieldCondition, Filter, MatchAny, MatchValue

    if filters is None or not filters.filters:
        return None
    conditions: list[Any] = []
    for item in filters.filters:
        if not isinstance(item, MetadataFilter) or item.operator not in (FilterOperator.EQ, FilterOperator.IN):
            raise NotImplementedError(f"no filter {item}")
        match = MatchAny(item.value) if isinstance(item.value, list) else MatchValue(item.value)  # pyright: ignore[reportArgumentType]  # lists of strings
        conditions.append(FieldCondition(key=item.key, match=match))
    return Filter(must=conditions)


@contextmanager
def _readable(folder: str) -> Generator[None]:
    """The engine raises plain exceptions, and panics that are none, for files that are not as it wrote them."""
    try:
        yield
    except (KeyboardInterrupt, SystemExit, NotImplementedError):
        raise
    except BaseException as error:
        message = f"the search index in {folder} cannot be read: {error}"
        raise IndexUnusable(message, advice="run: tulku search --rebuild") from error
