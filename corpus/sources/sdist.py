"""Source distributions from the package registry: docs and example scenes that the wheel leaves out."""

from __future__ import annotations

import hashlib
import io
import json
import tarfile
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from core.errors import SourceError
from corpus.sources.folder import Folder
from corpus.sources.source import Document

INDEX = "https://pypi.org/simple/{package}/"
TIMEOUT = 20.0
_TEXTS = (".py", ".md", ".ipynb", ".rst")


class SourceDistribution:
    """Source: what `package` ships as source beside the code of its own `modules`.

    `version` is a version or empty for the newest. It is downloaded once into `downloads`, checked by its hash, and
    only its texts are unpacked.
    """

    def __init__(self, name: str, package: str, modules: tuple[str, ...], downloads: Path, version: str = "") -> None:
        self.name = name
        self._package = package
        self._modules = modules
        self._downloads = downloads
        self._version = version

    def documents(self) -> Iterator[Document]:
        folder = self._unpacked()
        version = folder.name.removeprefix(f"{self._package}-")
        try:
            for document in Folder(self.name, folder).documents():
                yield replace(document, snippet=replace(document.snippet, commit=version))
        except SourceError:
            raise SourceError(
                f"{self.name}: the source distribution {folder.name} ships no examples",
                advice=f"clone its repository and name it: tulku corpus build {self.name}=FOLDER",
            ) from None

    def _unpacked(self) -> Path:
        kept = sorted(self._downloads.glob(f"{self._package}-{self._version or '*'}"))
        if kept:
            return kept[-1]
        filename, url, digest = self._found()
        data = _get(url)
        if hashlib.sha256(data).hexdigest() != digest:
            raise SourceError(f"{self.name}: {filename} is not what the registry says it is")
        folder = self._downloads / filename.removesuffix(".tar.gz")
        self._unpack(data, folder)
        return folder

    def _found(self) -> tuple[str, str, str]:
        """File name, address and SHA-256 of the wanted source distribution, the last one listed if any will do."""
        listing: dict[str, Any] = json.loads(_get(INDEX.format(package=self._package)))
        start = f"{self._package}-{self._version}"
        found = [
            file
            for file in listing.get("files", ())
            if file["filename"].endswith(".tar.gz") and file["filename"].startswith(start) and not file.get("yanked")
        ]
        if not found:
            raise SourceError(f"{self.name}: the registry has no source distribution {start}")
        newest = max(found, key=lambda file: file.get("upload-time", ""))
        return newest["filename"], newest["url"], newest["hashes"]["sha256"]

    def _unpack(self, data: bytes, folder: Path) -> None:
        draft = folder.with_name(f".{folder.name}.part")
        draft.mkdir(parents=True, exist_ok=True)
        with tarfile.open(fileobj=io.BytesIO(data), mode="r:gz") as archive:
            for member in archive.getmembers():
                inside = Path(*Path(member.name).parts[1:])
                wanted = inside.suffix in _TEXTS or inside.name.startswith("LICENSE")
                if member.isfile() and wanted and inside.parts[0] not in (*self._modules, "tests"):
                    archive.extract(replaced(member, inside), draft, filter="data")
        draft.replace(folder)


def replaced(member: tarfile.TarInfo, inside: Path) -> tarfile.TarInfo:
    """The same member at another place."""
    return member.replace(name=inside.as_posix(), deep=False)


def _get(url: str) -> bytes:
    request = urllib.request.Request(url, headers={"Accept": "application/vnd.pypi.simple.v1+json, */*;q=0.1"})  # noqa: S310  # https, from a literal and the registry's answer
    try:
        with urllib.request.urlopen(request, timeout=TIMEOUT) as answer:  # noqa: S310
            return answer.read()
    except (urllib.error.URLError, TimeoutError, OSError) as problem:
        raise SourceError(f"the package registry cannot be reached: {problem}") from None
