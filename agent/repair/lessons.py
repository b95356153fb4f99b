"""What was learned: which mends got which kind of fault further, and the lines they changed. One small SQLite file."""

from __future__ import annotations

import re
from dataclasses import asdict
from functools import lru_cache
from pathlib import Path
from typing import Any, Protocol

from sqlalchemy import (
    Column,
    Executable,
    Integer,
    MetaData,
    String,
    Table,
    create_engine,
    delete,
    func,
    select,
)
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.pool import NullPool

from agent.repair.mend import Fault, FixedCase, Mended, fixed_case
from core.settings import settings

MOST = 400
"""Fixed cases that are kept; the oldest go."""

_DATA = MetaData()
_LESSONS = Table(
    "lessons",
    _DATA,
    Column("error", String, primary_key=True),
    Column("mend", String, primary_key=True),
    Column("count", Integer, nullable=False),
)
_CASES = Table(
    "fixed_cases",
    _DATA,
    Column("id", Integer, primary_key=True),
    Column("error", String, nullable=False),
    Column("mend", String, nullable=False),
    *(Column(name, String, nullable=False) for name in ("kind", "message", "before", "after", "why")),
)


class Lessons(Protocol):
    """A memory of mends."""

    def known(self, error: Fault) -> tuple[str, ...]:
        """Ids of mends that have helped against such a fault, the most helpful first."""
        ...

    def learn(self, mended: Mended) -> None:
        """Remember that a mend has helped."""
        ...


def signature(error: Fault) -> str:
    """The kind of a fault without what is particular to one script: numbers, strings and addresses."""
    text = re.sub(r"LaTeX cannot typeset .*: ", "LaTeX: ", error.message, flags=re.DOTALL).splitlines() or [""]
    text = re.sub(r"'[^']{24,}'|\"[^\"]*\"", "…", text[0])
    return f"{error.kind}: {re.sub(r'[0-9]+', '0', text)[:160]}"


class NoLessons:
    """Remembers nothing: each script is mended as if it were the first."""

    def known(self, error: Fault) -> tuple[str, ...]:
        return ()

    def learn(self, mended: Mended) -> None:
        return


class KeptLessons:
    """Lessons in a file. A file that cannot be read or written costs the memory, never the repair."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._engine = create_engine(f"sqlite:///{path}", connect_args={"timeout": 2.0}, poolclass=NullPool)

    def known(self, error: Fault) -> tuple[str, ...]:
        query = select(_LESSONS.c.mend).where(_LESSONS.c.error == signature(error)).order_by(_LESSONS.c.count.desc())
        return tuple(mend for (mend,) in self._read(query))

    def cases(self) -> tuple[FixedCase, ...]:
        """Fixed cases of this installation, the newest first."""
        c = _CASES.c
        query = select(c.kind, c.message, c.before, c.after, c.why).order_by(c.id.desc())
        return tuple(FixedCase(*row) for row in self._read(query))

    def learn(self, mended: Mended) -> None:
        keys = {"error": signature(mended.error), "mend": mended.id}
        row = insert(_LESSONS).values(**keys, count=1)
        counted = row.on_conflict_do_update(index_elements=list(keys), set_={"count": _LESSONS.c.count + 1})
        case = fixed_case(mended)
        statements = [counted, *(_kept_case(keys, case) if case else ())]
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            _DATA.create_all(self._engine)
            with self._engine.begin() as link:
                for statement in statements:
                    link.execute(statement)
        except (SQLAlchemyError, OSError):
            return

    def _read(self, query: Executable) -> list[Any]:
        if not self._path.exists():
            return []
        try:
            with self._engine.connect() as link:
                return list(link.execute(query))
        except SQLAlchemyError:
            return []


def _kept_case(keys: dict[str, str], case: FixedCase) -> tuple[Executable, ...]:
    """The newest case of each kind of fault and mend, in place of the one before it."""
    same = (_CASES.c.error == keys["error"]) & (_CASES.c.mend == keys["mend"])
    oldest = select(func.max(_CASES.c.id) - MOST).scalar_subquery()
    return (
        delete(_CASES).where(same),
        insert(_CASES).values(**keys, **asdict(case)),
        delete(_CASES).where(_CASES.c.id <= oldest),
    )


def kept() -> KeptLessons:
    """The lessons of this installation."""
    return _kept(settings().home / "lessons.sqlite")


@lru_cache(maxsize=4)
def _kept(path: Path) -> KeptLessons:
    return KeptLessons(path)
