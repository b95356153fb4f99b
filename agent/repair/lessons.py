"""What was learned: which mends got which kind of error further, most often first. Kept in one small SQLite file."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import Protocol

from sqlalchemy import Column, Integer, MetaData, String, Table, create_engine, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.pool import NullPool

from core.run import SceneError
from core.settings import settings

_DATA = MetaData()
_LESSONS = Table(
    "lessons",
    _DATA,
    Column("error", String, primary_key=True),
    Column("mend", String, primary_key=True),
    Column("count", Integer, nullable=False),
)


class Lessons(Protocol):
    """A memory of mends."""

    def known(self, error: SceneError) -> tuple[str, ...]:
        """Ids of mends that have helped against such an error, the most helpful first."""
        ...

    def learn(self, error: SceneError, mend: str) -> None:
        """Remember that a mend has helped."""
        ...


def signature(error: SceneError) -> str:
    """The kind of an error without what is particular to one script: numbers, strings and addresses."""
    text = re.sub(r"LaTeX cannot typeset .*: ", "LaTeX: ", error.message, flags=re.DOTALL).splitlines() or [""]
    text = re.sub(r"'[^']{24,}'|\"[^\"]*\"", "…", text[0])
    return f"{error.kind}: {re.sub(r'[0-9]+', '0', text)[:160]}"


class NoLessons:
    """Remembers nothing: each script is mended as if it were the first."""

    def known(self, error: SceneError) -> tuple[str, ...]:
        return ()

    def learn(self, error: SceneError, mend: str) -> None:
        return


class KeptLessons:
    """Lessons in a file. A file that cannot be read or written costs the memory, never the repair."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._engine = create_engine(f"sqlite:///{path}", connect_args={"timeout": 2.0}, poolclass=NullPool)

    def known(self, error: SceneError) -> tuple[str, ...]:
        query = select(_LESSONS.c.mend).where(_LESSONS.c.error == signature(error)).order_by(_LESSONS.c.count.desc())
        if not self._path.exists():
            return ()
        try:
            with self._engine.connect() as link:
                return tuple(link.scalars(query))
        except SQLAlchemyError:
            return ()

    def learn(self, error: SceneError, mend: str) -> None:
        row = insert(_LESSONS).values(error=signature(error), mend=mend, count=1)
        counted = row.on_conflict_do_update(index_elements=["error", "mend"], set_={"count": _LESSONS.c.count + 1})
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            _DATA.create_all(self._engine)
            with self._engine.begin() as link:
                link.execute(counted)
        except (SQLAlchemyError, OSError):
            return


def kept() -> KeptLessons:
    """The lessons of this installation."""
    return _kept(settings().home / "lessons.sqlite")


@lru_cache(maxsize=4)
def _kept(path: Path) -> KeptLessons:
    return KeptLessons(path)
