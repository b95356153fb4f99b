"""Snippets as parquet: written and read in row groups, so that memory stays bounded however many there are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict, fields
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import Any

from core.errors import BadInput
from core.settings import settings
from core.snippet import Snippet

ROWS = 1000
"""Snippets in one row group: some megabytes."""


def home() -> Path:
    """The folder of the corpus."""
    return settings().home / "corpus"


def combined() -> Path:
    """The parquet file of all sources together, after dedupe and checks. It is there once a build has ended."""
    return home() / "corpus.parquet"


def read(path: Path) -> Iterator[Snippet]:
    """The snippets of a file in their order; columns it lacks have their defaults. Raises `BadInput`."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        with pq.ParquetFile(path) as file:
            known = [name for name in file.schema_arrow.names if name in _columns()]
            for batch in file.iter_batches(batch_size=ROWS, columns=known):
                for row in batch.to_pylist():
                    yield from_row(row)
    except FileNotFoundError:
        raise BadInput(f"there is no corpus at {path}", advice="make one: tulku corpus build") from None
    except (pa.ArrowException, OSError) as problem:
        raise BadInput(f"{path} cannot be read: {problem}", advice="make it again: tulku corpus build") from None


def write(path: Path, snippets: Iterable[Snippet]) -> int:
    """Write snippets in their order and return how many. The file appears at once and whole, or not at all.

    The same snippets give the same bytes.
    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.part")
    count = 0
    stream = iter(snippets)
    with pq.ParquetWriter(draft, _schema(), compression="zstd") as writer:
        while rows := [to_row(snippet) for snippet in islice(stream, ROWS)]:
            writer.write_table(pa.Table.from_pylist(rows, schema=_schema()))
            count += len(rows)
    draft.replace(path)
    return count


def to_row(snippet: Snippet) -> dict[str, Any]:
    """A snippet as plain data."""
    return asdict(snippet)


def from_row(row: dict[str, Any]) -> Snippet:
    """A snippet from plain data; lists become tuples, unknown keys are passed over."""
    plain: dict[str, Any] = {
        key: tuple(value) if isinstance(value, list) else value for key, value in row.items() if key in _columns()
    }
    return Snippet(**plain)


@lru_cache(maxsize=1)
def _columns() -> frozenset[str]:
    return frozenset(field.name for field in fields(Snippet))


@lru_cache(maxsize=1)
def _schema() -> Any:
    import pyarrow as pa

    kinds: dict[str, Any] = {"int": pa.int64(), "float": pa.float64(), "tuple[str, ...]": pa.list_(pa.string())}
    return pa.schema([(field.name, kinds.get(str(field.type), pa.string())) for field in fields(Snippet)])
