"""Where finished files are kept, through fsspec: a folder or a bucket, by setting.

All calls may be slow; they run in threads. What does not answer is `Unreachable`, what is not there `NotThere`.
"""

from __future__ import annotations

import asyncio
import hashlib
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from api.storage.shelf import Shelf
from core.errors import NotThere, SetupError, TulkuError, Unreachable
from core.settings import Settings

TYPES = {
    ".mp4": "video/mp4",
    ".webm": "video/webm",
    ".gif": "image/gif",
    ".png": "image/png",
    ".vtt": "text/vtt; charset=utf-8",
    ".py": "text/x-python; charset=utf-8",
    ".zip": "application/zip",
    ".ipynb": "application/x-ipynb+json",
}
LINK = 900
"""Seconds that a signed link is valid."""
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Stored:
    """A file of a task as its record keeps it."""

    key: str
    size: int
    sha256: str

    @property
    def type(self) -> str:
        return TYPES.get(Path(self.key).suffix, "application/octet-stream")


class _NoPlace(Exception):
    """Raised when there is nowhere to put a file: perhaps a server that starts."""


class Storage:
    """The configured storage. Opening it does nothing yet."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._url = settings.storage_url or str(settings.home / "videos")
        self._shelf = Shelf(settings.home / "cache" / "delivery")
        self._system: Any = None

    async def keep(self, task: str, paths: dict[str, Path]) -> tuple[dict[str, Any], int]:
        """Store files of a task by name; what its record says of each, and the size of all."""
        kept: dict[str, Any] = {}
        for name, path in paths.items():
            key = f"{task}/{name}"
            kept[name] = await self._call(lambda path=path, key=key: self._put(path, key))
        return kept, sum(int(file["size"]) for file in kept.values())

    async def local(self, file: Stored) -> Path:
        """The file on this machine: itself, or a copy out of the bucket. Raises `NotThere`, `Unreachable`."""
        return await self._call(lambda: self._local(file))

    async def link(self, file: Stored) -> str | None:
        """A signed link into the bucket where viewers are sent there, else None."""
        if not self._settings.storage_presign or self._is_folder():
            return None
        return await self._call(lambda: str(self._open().sign(self._path(file.key), expiration=LINK)))

    async def delete(self, keys: list[str]) -> None:
        """Delete files; one that is not there is no error."""
        for key in keys:
            await self._call(lambda key=key: self._delete(key))

    async def check(self) -> None:
        """Raises `Unreachable` when the storage cannot be written now."""
        await self._call(self._probe)

    async def _call(self, work: Callable[[], T]) -> T:
        try:
            return await asyncio.to_thread(work)
        except TulkuError:
            raise
        except _NoPlace as error:
            raise Unreachable("the storage's bucket is not there", advice="try again") from error
        except FileNotFoundError as error:
            raise NotThere("the file is gone", advice="videos are kept for some days; make it again") from error
        except Exception as error:  # whatever the driver raises when the bucket does not answer or the disk is full
            raise Unreachable(f"the storage does not answer: {type(error).__name__}", advice="try again") from error

    def _open(self) -> Any:
        if self._system is None:
            self._system = _file_system(self._settings, self._url)
        return self._system

    def _is_folder(self) -> bool:
        return "://" not in self._url

    def _path(self, key: str) -> str:
        return f"{self._url.removeprefix('s3://').rstrip('/')}/{key}"

    def _put(self, path: Path, key: str) -> dict[str, Any]:
        system, target = self._open(), self._path(key)
        data = path.read_bytes()
        if self._is_folder():
            draft = Path(f"{target}.{secrets.token_hex(4)}.part")
            try:
                system.pipe_file(str(draft), data)
                draft.replace(target)
            finally:
                draft.unlink(missing_ok=True)  # half a file on a full disk is in the way
        else:
            try:
                system.pipe_file(target, data, ContentType=Stored(key, 0, "").type)
            except FileNotFoundError as error:
                raise _NoPlace from error
        return {"key": key, "size": len(data), "sha256": hashlib.sha256(data).hexdigest()}

    def _local(self, file: Stored) -> Path:
        if self._is_folder():
            path = Path(self._path(file.key))
            if not path.is_file():
                raise FileNotFoundError(path)
            return path
        return self._shelf.fetch(file.sha256, lambda draft: self._open().get_file(self._path(file.key), str(draft)))

    def _delete(self, key: str) -> None:
        system, path = self._open(), self._path(key)
        if system.exists(path):
            system.rm_file(path)
        if self._is_folder() and not any(Path(path).parent.iterdir()):
            Path(path).parent.rmdir()

    def _probe(self) -> None:
        path = self._path(f".probe-{secrets.token_hex(4)}")
        try:
            self._open().pipe_file(path, b"ok")
        finally:
            if self._open().exists(path):
                self._open().rm_file(path)


def _file_system(settings: Settings, url: str) -> Any:
    if "://" not in url:
        from fsspec.implementations.local import LocalFileSystem

        return LocalFileSystem(auto_mkdir=True)
    if not url.startswith("s3://"):
        raise SetupError(f"no storage for {url}", advice="TULKU_STORAGE_URL is empty, or s3://bucket/prefix")
    from s3fs import S3FileSystem

    return S3FileSystem(
        key=settings.storage_key or None,
        secret=settings.storage_secret or None,
        endpoint_url=settings.storage_endpoint or None,
        use_listings_cache=False,
        skip_instance_cache=True,
        config_kwargs={"connect_timeout": 3, "read_timeout": 30, "retries": {"max_attempts": 3, "mode": "standard"}},
    )
