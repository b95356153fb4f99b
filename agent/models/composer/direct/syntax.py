"""The parse of a wish: noun phrases, places and clauses. They are filled in while reading, so they are mutable."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class Place:
    """Where: `kind` is region, point, coordinate, relative or direction; `relation` and `things` go with relative."""

    kind: str
    value: str = ""
    point: tuple[float, ...] = ()
    things: list[NounPhrase] = field(default_factory=lambda: [])


@dataclass(eq=False)
class NounPhrase:
    """What one noun phrase says. `noun` is the canonical kind; `pronoun` is set instead for it, them, all …"""

    noun: str = ""
    text: str = ""
    part: bool = False
    pronoun: str = ""
    definite: str = ""
    plural: bool = False
    ordinal: int | None = None
    side: str = ""
    count: int | None = None
    dims: tuple[int, int] | None = None
    colors: list[str] = field(default_factory=lambda: [])
    different: bool = False
    adjectives: list[str] = field(default_factory=lambda: [])
    verbs: list[str] = field(default_factory=lambda: [])
    size: float = 1.0
    measures: dict[str, float] = field(default_factory=lambda: {})
    content: str = ""
    tex: bool = False
    labels: list[str] = field(default_factory=lambda: [])
    wants_label: bool = False
    points: list[tuple[float, ...]] = field(default_factory=lambda: [])
    span: tuple[float, float] | None = None
    place: Place | None = None
    formation: str = ""
    having: list[NounPhrase] = field(default_factory=lambda: [])
    owner: NounPhrase | None = None
    ends: list[NounPhrase] = field(default_factory=lambda: [])
    ids: list[str] = field(default_factory=lambda: [])
    """Filled by the interpreter: the things this phrase means."""


@dataclass
class Clause:
    """One thing asked for: an action, who does it, and how. `order` says how it follows the clause before."""

    action: str = ""
    verb: str = ""
    order: str = "then"
    subjects: list[NounPhrase] = field(default_factory=lambda: [])
    objects: list[NounPhrase] = field(default_factory=lambda: [])
    into: list[NounPhrase] = field(default_factory=lambda: [])
    goal: Place | None = None
    start: Place | None = None
    path: Place | None = None
    place: Place | None = None
    colors: list[str] = field(default_factory=lambda: [])
    different: bool = False
    directions: list[tuple[str, float | None]] = field(default_factory=lambda: [])
    names: list[str] = field(default_factory=lambda: [])
    content: str = ""
    angle: float | None = None
    turn: str = ""
    factor: float | None = None
    numbers: list[float] = field(default_factory=lambda: [])
    measures: dict[str, float] = field(default_factory=lambda: {})
    seconds: float | None = None
    delay: float = 0.0
    repeat: int = 1
    manners: list[str] = field(default_factory=lambda: [])
    formation: str = ""
    look: str = ""
    having: list[NounPhrase] = field(default_factory=lambda: [])
    negated: bool = False

    @property
    def filled(self) -> bool:
        """Whether anything was said after the verb and its object."""
        return bool(self.goal or self.path or self.colors or self.directions or self.into or self.angle or self.factor)
