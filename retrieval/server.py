"""A collection on a Qdrant server, through LlamaIndex's own store for Qdrant."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from llama_index.core.schema import BaseNode
from llama_index.core.vector_stores.types import VectorStoreQuery, VectorStoreQueryResult
from llama_index.vector_stores.qdrant import QdrantVectorStore
from qdrant_client import QdrantClient, models
from qdrant_client.http.exceptions import ApiException, ResponseHandlingException

from core.errors import IndexUnusable
from core.settings import settings
from retrieval.nodes import FILTERS
from retrieval.ranking import fuse
from retrieval.tokens import encode_documents, encode_queries

BATCH = 256
FAILURES = (ApiException, ResponseHandlingException, OSError, ValueError)


class ServerStore:
    """LlamaIndex's store with our sparse words and our fusion, and the ids it holds. Raises `IndexUnusable`."""

    def __init__(self, name: str, client: QdrantClient, *, fresh: bool = False) -> None:
        self.name = name
        self._client = client
        try:
            if fresh:
                client.delete_collection(name)
            self._store = _store(name, client)
        except FAILURES as error:
            raise _unreachable(error) from error

    def exists(self) -> bool:
        try:
            return self._client.collection_exists(self.name)
        except FAILURES as error:
            raise _unreachable(error) from error

    def add(self, nodes: Sequence[BaseNode], **add_kwargs: Any) -> list[str]:
        """Store nodes that carry embeddings; the first ones make the collection."""
        try:
            return self._store.add(list(nodes), **add_kwargs)
        except FAILURES as error:
            raise _unreachable(error) from error

    def delete_nodes(self, node_ids: list[str] | None = None) -> None:
        if node_ids:
            try:
                self._store.delete_nodes(node_ids)
            except FAILURES as error:
                raise _unreachable(error) from error

    def query(self, query: VectorStoreQuery, **kwargs: Any) -> VectorStoreQueryResult:
        try:
            return self._store.query(query, **kwargs)
        except FAILURES as error:
            raise _unreachable(error) from error

    def ids(self) -> set[str]:
        """Ids of all nodes; none where there is no collection yet."""
        if not self.exists():
            return set()
        found: set[str] = set()
        offset: Any = None
        while True:
            records, offset = self._client.scroll(
                self.name, limit=BATCH * 16, offset=offset, with_payload=False, with_vectors=False
            )
            found.update(str(record.id) for record in records)
            if offset is None:
                return found


@lru_cache(maxsize=1)
def _client() -> QdrantClient:
    return QdrantClient(
        url=settings().qdrant_url, api_key=settings().qdrant_api_key or None, timeout=30, check_compatibility=False
    )


def server_store(name: str, *, fresh: bool = False) -> ServerStore:
    """The collection on the server of the settings."""
    return ServerStore(name, _client(), fresh=fresh)


def _store(name: str, client: QdrantClient) -> QdrantVectorStore:
    indexes: list[Any] = [{"field_name": key, "field_schema": models.PayloadSchemaType.KEYWORD} for key in FILTERS]
    return QdrantVectorStore(
        name,
        client=client,
        enable_hybrid=True,
        sparse_doc_fn=encode_documents,
        sparse_query_fn=encode_queries,
        hybrid_fusion_fn=fuse,
        sparse_config=models.SparseVectorParams(modifier=models.Modifier.IDF),
        payload_indexes=indexes,
        batch_size=BATCH,
    )


def _unreachable(error: Exception) -> IndexUnusable:
    advice = "start it, or unset TULKU_QDRANT_URL to use the index of this machine"
    return IndexUnusable(f"the Qdrant server at {settings().qdrant_url} does not answer: {error}", advice=advice)
