"""A stored component, as it is handed out."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from datetime import datetime
from typing import Any, Literal

from components_cache.origin import Origin
from components_cache.store.tables import ComponentRow
from core.component import Component, Parameter
from core.times import now

State = Literal["admitted", "rejected", "demoted", "revoked"]
MARK = "store:"
"""What the id of a stored component starts with among the components of a scene."""


@dataclass(frozen=True)
class Stored:
    """See `ComponentRow` for the fields. `component.module` is `store:<id>`."""

    id: str
    state: State
    reason: str
    code: str
    component: Component
    schema: Mapping[str, Any]
    licence: str
    manim: str
    thumbnail: str = ""
    box: tuple[float, ...] = ()
    proof: Mapping[str, Any] = field(default_factory=dict[str, Any])
    vectors: bytes | None = None
    uses: int = 0
    successes: int = 0
    failures: int = 0
    made_at: datetime = field(default_factory=now)
    used_at: datetime = field(default_factory=now)
    origins: tuple[Origin, ...] = ()
    parents: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        return self.component.name

    @property
    def label(self) -> str:
        """How it is called among the components of a scene."""
        return f"{MARK}{self.id}"

    @property
    def leaves_title(self) -> bool:
        """Whether a title can stand above it."""
        return bool(self.proof.get("leaves_title"))


def component_id(code: str) -> str:
    """The id of a component: 20 hexadecimal digits, equal for equal code."""
    return hashlib.sha256(code.encode("utf-8", "replace")).hexdigest()[:20]


def plain_id(label: str) -> str:
    """An id without its mark."""
    return label.removeprefix(MARK)


def facts_of(component: Component) -> dict[str, Any]:
    """A component as JSON."""
    return asdict(component)


def component_of(facts: Mapping[str, Any], module: str) -> Component:
    """A component from JSON."""
    parameters = tuple(Parameter(**_tuples(Parameter, entry)) for entry in facts.get("parameters", ()))
    known: dict[str, Any] = {**_tuples(Component, facts), "module": module, "parameters": parameters}
    return Component(**known)


def _tuples(kind: type, facts: Mapping[str, Any]) -> dict[str, Any]:
    """JSON has lists where the nouns have tuples; keys that nobody knows any more are left out."""
    names = {field.name for field in fields(kind)}
    return {key: tuple(value) if isinstance(value, list) else value for key, value in facts.items() if key in names}


def stored(row: ComponentRow, origins: tuple[Origin, ...] = (), parents: tuple[str, ...] = ()) -> Stored:
    """A row as a record."""
    return Stored(
        id=row.id,
        state=row.state,  # pyright: ignore[reportArgumentType]  # only states are written
        reason=row.reason,
        code=row.code,
        component=component_of(row.facts, f"{MARK}{row.id}"),
        schema=row.schema,
        licence=row.licence,
        manim=row.manim,
        thumbnail=row.thumbnail,
        box=tuple(row.box),
        proof=row.proof,
        vectors=row.vectors,
        uses=row.uses,
        successes=row.successes,
        failures=row.failures,
        made_at=row.made_at,
        used_at=row.used_at,
        origins=origins,
        parents=parents,
    )
