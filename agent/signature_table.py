"""The table of everything `from manim import *` offers, read off the installed manim once per version.

Importing manim takes seconds, so a separate process does it and the table is kept as JSON under `Settings.home`.
Run as a script, this file prints that JSON.
"""

from __future__ import annotations

import inspect
import json
import os
import re
import subprocess
import sys
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any, Literal

FORM = 1
"""Version of the table's form; raise it when the fields change."""
LONGEST_DEFAULT = 48
"""Characters of a default value that are shown."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One public name. `bases` is the method resolution order (classes only), `methods` what the class itself defines.

    `signature` starts with "(" for anything callable and is empty otherwise; `parameters` are the names it takes.
    `more` says whether it passes further keywords on to its bases.
    """

    kind: Literal["class", "function", "value"]
    signature: str = ""
    parameters: tuple[str, ...] = ()
    more: bool = False
    bases: tuple[str, ...] = ()
    methods: dict[str, str] = field(default_factory=dict[str, str])


@dataclass(frozen=True, slots=True)
class SignatureTable:
    """All public names of one manim version."""

    version: str
    names: dict[str, Entry]

    def attributes(self, name: str) -> dict[str, str]:
        """All methods of class `name`, inherited ones included, with signatures; properties have an empty one."""
        found: dict[str, str] = {}
        for base in (name, *self.bases(name)):
            for method, signature in self._entry(base).methods.items():
                found.setdefault(method, signature)
        return found

    def keywords(self, name: str) -> dict[str, str]:
        """Keyword names that class or function `name` accepts, mapped to the class that defines each."""
        found: dict[str, str] = {}
        for base in (name, *self.bases(name)):
            entry = self._entry(base)
            for parameter in entry.parameters:
                found.setdefault(parameter, base)
            if entry.parameters and not entry.more:
                break
        return found

    def bases(self, name: str) -> tuple[str, ...]:
        return self._entry(name).bases

    def _entry(self, name: str) -> Entry:
        return self.names.get(name, _NOTHING)


_NOTHING = Entry("value")


def installed_version() -> str:
    """Version of the installed manim, or an empty string."""
    try:
        return version("manim")
    except PackageNotFoundError:
        return ""


@lru_cache(maxsize=4)
def load_table(folder: Path, timeout: float = 120.0) -> SignatureTable | None:
    """The table of the installed manim, from `folder` or newly read; None when manim cannot be imported."""
    path = folder / f"manim-{installed_version()}-{FORM}.json"
    try:
        return _parse(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, KeyError, TypeError):
        pass  # not made yet, or written by something else: make it
    text = _generate(timeout)
    if text is None:
        return None
    _keep(path, text)
    return _parse(text)


def _generate(timeout: float) -> str | None:
    command = [sys.executable, "-I", str(Path(__file__).resolve())]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=timeout, check=True, cwd="/")
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout[done.stdout.index("{") :] if "{" in done.stdout else None


def _keep(path: Path, text: str) -> None:
    """Write in one step, so that another process never reads half a table. A full disk costs only time."""
    part = path.with_suffix(f".{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.write_text(text, encoding="utf-8")
        part.replace(path)
    except OSError:
        part.unlink(missing_ok=True)


def _parse(text: str) -> SignatureTable:
    data = json.loads(text)
    names = {
        name: Entry(
            raw["kind"],
            raw.get("signature", ""),
            tuple(raw.get("parameters", ())),
            raw.get("more", False),
            tuple(raw.get("bases", ())),
            raw.get("methods", {}),
        )
        for name, raw in data["names"].items()
    }
    return SignatureTable(data["version"], names)


def read_manim() -> dict[str, Any]:
    """Everything public in the installed manim, as JSON-ready data. Imports manim: seconds."""
    import manim

    public = {name: value for name, value in vars(manim).items() if not name.startswith("_")}
    names = {name: _describe(value) for name, value in public.items() if not inspect.ismodule(value)}
    for value in list(public.values()):  # bases that are not exported still define methods and keywords
        for base in inspect.getmro(value) if inspect.isclass(value) else ():
            if base.__module__.startswith("manim"):
                names.setdefault(base.__name__, _describe(base))
    return {"version": manim.__version__, "names": names}


def _describe(value: Any) -> dict[str, Any]:
    if inspect.isclass(value):
        own = vars(value).get("__init__")
        signature = _signature(own) if own else None
        parameters, more = _parameters(signature)
        return {
            "kind": "class",
            "signature": _shown(_signature(value)),
            "parameters": parameters,
            "more": more or signature is None,
            "bases": [base.__name__ for base in inspect.getmro(value)[1:] if base is not object],
            "methods": {name: _method(raw) for name, raw in vars(value).items() if not name.startswith("_")},
        }
    if inspect.isroutine(value):
        signature = _signature(value)
        parameters, more = _parameters(signature)
        return {"kind": "function", "signature": _shown(signature), "parameters": parameters, "more": more}
    return {"kind": "value"}


def _method(raw: Any) -> str:
    inner = getattr(raw, "__func__", raw)
    return _shown(_signature(inner)) if inspect.isroutine(inner) else ""


def _signature(value: Any) -> inspect.Signature | None:
    try:
        return inspect.signature(value)
    except (TypeError, ValueError):
        return None


def _parameters(signature: inspect.Signature | None) -> tuple[list[str], bool]:
    if signature is None:
        return [], False
    kinds = (inspect.Parameter.POSITIONAL_OR_KEYWORD, inspect.Parameter.KEYWORD_ONLY)
    names = [p.name for p in signature.parameters.values() if p.kind in kinds and p.name != "self"]
    more = any(p.kind is inspect.Parameter.VAR_KEYWORD for p in signature.parameters.values())
    return names, more


def _shown(signature: inspect.Signature | None) -> str:
    if signature is None:
        return "(...)"
    parts: list[str] = []
    parameters = [p for p in signature.parameters.values() if p.name != "self"]
    for parameter in parameters:
        if parameter.kind is inspect.Parameter.KEYWORD_ONLY and not any(part.startswith("*") for part in parts):
            parts.append("*")
        parts.append(_parameter(parameter))
    return f"({', '.join(parts)})"


def _parameter(parameter: inspect.Parameter) -> str:
    stars = {inspect.Parameter.VAR_POSITIONAL: "*", inspect.Parameter.VAR_KEYWORD: "**"}.get(parameter.kind, "")
    if stars:
        return stars + parameter.name
    text = parameter.name
    if parameter.annotation is not inspect.Parameter.empty:
        text += f": {_annotation(parameter.annotation)}"
    if parameter.default is not inspect.Parameter.empty:
        text += f" = {_default(parameter.default)}"
    return text


def _annotation(annotation: Any) -> str:
    text = annotation if isinstance(annotation, str) else inspect.formatannotation(annotation)
    return re.sub(r"\b(?:[a-z_]+\.)+(?=[A-Za-z])", "", text).replace("'", "")


def _default(default: Any) -> str:
    if callable(default) and hasattr(default, "__name__"):
        return default.__name__
    text = re.sub(r" at 0x[0-9a-f]+", "", " ".join(repr(default).split()))
    return text if len(text) <= LONGEST_DEFAULT else text[: LONGEST_DEFAULT - 1] + "…"


if __name__ == "__main__":
    print(json.dumps(read_manim(), sort_keys=True))
