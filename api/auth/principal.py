"""The one who asks."""

from __future__ import annotations

from dataclasses import dataclass

SCOPES = ("read", "make", "admin")
"""Look at one's own; make, change and delete one's own; see the numbers of all."""


@dataclass(frozen=True, slots=True)
class Principal:
    """Somebody who may use the service. `owner` is what their objects belong to, `key` the id of the key they used.

    `quota` is the tasks a month that they may send; 0 is no limit of their own.
    """

    owner: str
    scopes: frozenset[str]
    key: str = ""
    quota: int = 0


LOCAL = Principal("local", frozenset(SCOPES))
