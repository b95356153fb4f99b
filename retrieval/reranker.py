"""A second look at the first results: a cross-encoder reads query and result together. Only where one is configured."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any, TypeVar

from core.environment import forbid_downloads
from core.errors import SetupError
from core.settings import settings

T = TypeVar("T")
LONGEST = 2000
"""Characters of a result that are read."""


def rerank(query: str, found: list[T], text: Callable[[T], str]) -> list[T]:
    """The results in the order of the cross-encoder `TULKU_RERANK_MODEL`. Raises `SetupError` when it is not there."""
    if len(found) < 2:
        return found
    scores = _model(settings().rerank_model).predict([(query, text(item)[:LONGEST]) for item in found])
    order = sorted(range(len(found)), key=lambda place: -float(scores[place]))
    return [found[place] for place in order]


@lru_cache(maxsize=1)
def _model(name: str) -> Any:
    forbid_downloads()
    from sentence_transformers import CrossEncoder

    try:
        return CrossEncoder(name, device="cpu")
    except (OSError, ValueError) as error:
        advice = "give a folder, or load it once with HF_HUB_OFFLINE=0; unset TULKU_RERANK_MODEL to do without"
        raise SetupError(f"the reranking model {name} cannot be loaded: {error}", advice=advice) from error
