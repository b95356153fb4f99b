"""Components as a file to hand on: one JSON object a line. What comes in is proven again, never trusted."""

from __future__ import annotations

import json
from collections.abc import AsyncGenerator, Iterator
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from components_cache.admission.admit import Gate, Verdict
from components_cache.extraction.candidate import Candidate, Dropped
from components_cache.extraction.extract import may_be_taken, sound
from components_cache.origin import Origin
from components_cache.store.record import Stored
from components_cache.store.store import Store
from core.errors import BadInput

AT_ONCE = 200
LONGEST_LINE = 200_000


class Line(BaseModel):
    """One component of an export."""

    model_config = ConfigDict(extra="ignore")

    name: str = Field(pattern=r"^[a-z][a-z0-9_]{0,79}$")
    code: str = Field(max_length=100_000)
    shape: Literal["function", "class", "block", "act"]
    scene_kind: Literal["Scene", "MovingCameraScene", "ThreeDScene"] = "Scene"
    licence: str = Field(max_length=60)
    source: str = Field("", max_length=60)
    place: str = Field("", max_length=500)
    scene: str = Field("", max_length=200)
    model: str = Field("", max_length=200)
    commit: str = Field("", max_length=80)


async def export(store: Store, target: Path, *, restricted: bool = False) -> tuple[int, int]:
    """Write all admitted components to a file; returns how many, and how many stay because of their licence.

    Wishes stay here: what people asked for is nobody else's business.
    """
    written = kept = start = 0
    draft = target.with_name(f".{target.name}.part")
    target.parent.mkdir(parents=True, exist_ok=True)
    with draft.open("w", encoding="utf-8") as file:
        while records := await store.listed(most=AT_ONCE, start=start):
            start += len(records)
            for record in records:
                if not (restricted or may_be_taken(record.licence)):
                    kept += 1
                    continue
                full = await store.found(record.id) or record
                file.write(_line(full).model_dump_json() + "\n")
                written += 1
    draft.replace(target)
    return written, kept


def _line(record: Stored) -> Line:
    origin = record.origins[0] if record.origins else Origin("")
    return Line(
        name=record.name,
        code=record.code,
        shape=record.proof.get("shape", "function"),
        scene_kind=record.component.scene_kind,
        licence=record.licence,
        source=origin.source,
        place=origin.place if origin.source != "wish" else "",
        scene=origin.scene,
        model=origin.model,
        commit=origin.commit,
    )


async def take_in(gate: Gate, file: Path) -> AsyncGenerator[Verdict]:
    """Try every component of a file, as if it had just been found. Raises `BadInput` for a file that is no export."""
    for number, line in enumerate(_lines(file), 1):
        origin = Origin(f"import {file.name}"[:60], line.place, line.scene, model=line.model, licence=line.licence,
                        commit=line.commit)  # fmt: skip
        piece: Candidate | Dropped = sound(Candidate(line.name, line.code, line.shape, line.scene_kind, number))
        yield await gate.pass_through(piece, origin)


def _lines(file: Path) -> Iterator[Line]:
    try:
        with file.open(encoding="utf-8") as rows:
            for number, row in enumerate(rows, 1):
                if len(row) > LONGEST_LINE:
                    raise BadInput(f"{file}, line {number} is too long for a component")
                if row.strip():
                    yield Line.model_validate(json.loads(row))
    except UnicodeDecodeError as error:
        raise BadInput(f"{file} is not UTF-8 text: {error}") from error
    except (ValidationError, ValueError) as error:
        first = str(error).splitlines()[0]
        raise BadInput(
            f"{file} is no export of components: {first}", advice="tulku components export makes one"
        ) from error
