"""The gate of the store: a candidate is tried, compared with what is there, and kept with what came of it."""

from __future__ import annotations

import asyncio
import hashlib
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import numpy as np

from components_cache.admission.trial import Farm, Proof, Rejection, trial
from components_cache.extraction.candidate import Candidate, Dropped, Shape
from components_cache.origin import Origin
from components_cache.schema import is_free, signature_schema
from components_cache.store import files
from components_cache.store.meaning import matrix, mean, model, vectors_of
from components_cache.store.record import Stored, component_id, facts_of
from components_cache.store.store import Store
from components_cache.store.tables import ComponentRow
from corpus.dedupe.tokens import tokens
from corpus.sources.installed import manim_version
from retrieval.embedder import DIMENSIONS

ALIKE = 12
"""Bits of 256 in which two thumbnails may differ and still be the same picture."""
SAME_MEANING = 0.8
"""Cosine between the mean texts of two components with the same picture, from which on one of them is enough."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of a piece. `known` means that the store had it already; `id` is empty for what is not kept."""

    name: str
    shape: Shape
    state: Literal["admitted", "rejected", "known", "dropped"]
    reason: str = ""
    detail: str = ""
    id: str = ""


@dataclass(frozen=True)
class Gate:
    """Admits to a store what proves itself in a farm."""

    farm: Farm
    store: Store

    async def pass_through(self, piece: Candidate | Dropped, origin: Origin) -> Verdict:
        """Try a piece and keep it with its proof, or with the reason why not."""
        if isinstance(piece, Dropped):
            return Verdict(piece.name, piece.shape, "dropped", piece.reason)
        shape = shape_of(piece.code)
        known = await self.store.shaped(shape)
        if known and known.manim == manim_version():
            return await self._again(piece, known, origin)
        with tempfile.TemporaryDirectory(prefix="tulku-proof-") as folder:
            tried = await asyncio.to_thread(trial, self.farm, piece, Path(folder))
            return await self.settle(tried, piece, origin, shape)

    async def _again(self, piece: Candidate, known: Stored, origin: Origin) -> Verdict:
        """The same code again: it is known from one more place now."""
        row = ComponentRow(id=known.id)
        await self.store.put(row, origin)
        return Verdict(piece.name, piece.shape, "known", f"{known.state} before", known.reason, known.id)

    async def settle(self, tried: Proof | Rejection, piece: Candidate, origin: Origin, shape: str) -> Verdict:
        """Keep what a trial has shown. The picture is a file before the record is there."""
        if isinstance(tried, Rejection):
            return await self._reject(piece, origin, shape, tried)
        row = await asyncio.to_thread(_row, tried, origin, shape)
        twin = await self._twin(row, tried)
        instead = ""
        if twin is not None:
            if not _is_better(tried, twin):
                same = Rejection("looks and means the same as another", twin.id)
                return await self._reject(piece, origin, shape, same)
            instead = twin.id
        await asyncio.to_thread(files.keep_picture, row.id, tried.picture)
        await self.store.put(row, origin, instead=instead)
        return Verdict(row.name, piece.shape, "admitted", f"better than {instead}" if instead else "", id=row.id)

    async def _reject(self, piece: Candidate, origin: Origin, shape: str, why: Rejection) -> Verdict:
        row = ComponentRow(
            id=component_id(piece.code),
            name=piece.name,
            kind="act" if piece.shape == "act" else "mobject",
            state="rejected",
            reason=why.reason,
            code=piece.code,
            shape=shape,
            facts=facts_of(piece.component),
            licence=origin.licence,
            manim=manim_version(),
            proof={"detail": why.detail[:500], "shape": piece.shape},
        )
        await self.store.put(row, origin)
        return Verdict(piece.name, piece.shape, "rejected", why.reason, why.detail, row.id)

    async def _twin(self, row: ComponentRow, proof: Proof) -> Stored | None:
        """An admitted component that looks the same and means the same."""
        alike = [key for key, look in await self.store.looks(row.kind) if files.unlike(look, row.look) <= ALIKE]
        own = mean(np.frombuffer(row.vectors or b"", dtype=np.float32).reshape(-1, DIMENSIONS))
        for other in await self.store.get([key for key in alike if key != row.id][:20]):
            if float(own @ mean(matrix(other))) >= SAME_MEANING:
                return other
        return None


def shape_of(code: str) -> str:
    """Equal for code that differs in names of locals, comments and docstrings only."""
    return hashlib.sha256("\0".join(tokens(code).numbered).encode("utf-8", "replace")).hexdigest()[:32]


def _is_better(proof: Proof, other: Stored) -> bool:
    """More freedom proven, or as much in less code, against one that has not been used yet."""
    if other.successes:
        return False
    new = sum(map(is_free, proof.component.parameters))
    old = sum(map(is_free, other.component.parameters))
    return (new, -len(proof.candidate.code)) > (old, -len(other.code))


def _row(proof: Proof, origin: Origin, shape: str) -> ComponentRow:
    code, component = proof.candidate.code, proof.component
    key = component_id(code)
    vectors = vectors_of(component)
    return ComponentRow(
        id=key,
        name=component.name,
        kind=component.kind,
        state="admitted",
        code=code,
        shape=shape,
        facts=facts_of(component),
        schema=signature_schema(component),
        licence=origin.licence,
        manim=manim_version(),
        model=model(),
        vectors=vectors,
        look=files.look(proof.picture),
        thumbnail=f"{key[:2]}/{key}.webp",
        box=list(proof.box),
        proof={**proof.facts, "shape": proof.candidate.shape},
        cost=proof.seconds,
        size=len(code) + len(vectors) + proof.picture.stat().st_size // 20,
    )
