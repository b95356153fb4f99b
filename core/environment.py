"""The process environment, read here and in `core.settings` only. Standard library alone, so that it costs nothing."""

from __future__ import annotations

import hashlib
import os
import tempfile
from pathlib import Path

SECRET_MARKS = ("KEY", "TOKEN", "SECRET", "PASSWORD")


def data_home() -> Path:
    """Where caches and records lie unless TULKU_HOME says otherwise."""
    given = os.environ.get("TULKU_HOME")
    if given:
        return Path(given)
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "tulku"


def runtime_home() -> Path:
    """Where private sockets lie unless TULKU_RUNTIME says otherwise."""
    given = os.environ.get("TULKU_RUNTIME")
    if given:
        return Path(given)
    base = os.environ.get("XDG_RUNTIME_DIR")
    return Path(base) / "tulku" if base else Path(tempfile.gettempdir()) / f"tulku-{os.getuid()}"


def fingerprint(sources: Path) -> str:
    """Changes with the code under `sources` and with every variable that changes what Tulku does.

    A warm process serves only clients of its own fingerprint, so none ever meets old code, settings or keys.
    """
    names = [
        name for name in sorted(os.environ) if name.startswith("TULKU_") or name.endswith(("_KEY", "_BASE", "_URL"))
    ]
    parts = [f"{name}={os.environ[name]}" for name in names]
    parts.append(str(max(_times(sources), default=0)))
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:12]


def _times(sources: Path) -> list[int]:
    rooms = ("agent", "api", "components_cache", "convert", "core", "corpus", "layout", "render", "retrieval")
    found: list[int] = []
    for room in rooms:
        for folder, _, files in os.walk(sources / room):
            here = Path(folder)
            found += [(here / file).stat().st_mtime_ns for file in files if file.endswith((".py", ".md", ".txt"))]
    return found


def forbid_downloads() -> None:
    """Keep model libraries from the network when weights are bundled, and from busy waiting. Call before importing."""
    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")  # threads that wait for each other leave the core to others


def chosen_model() -> str:
    """The model that TULKU_MODEL names; the embedded composer otherwise."""
    return os.environ.get("TULKU_MODEL") or "composer"


def quiet_litellm() -> None:
    """Keep litellm from the network, from `.env` files and from chatter. Call before importing it."""
    os.environ.setdefault("LITELLM_LOCAL_MODEL_COST_MAP", "True")
    os.environ.setdefault("LITELLM_LOCAL_ANTHROPIC_BETA_HEADERS", "True")
    os.environ.setdefault("LITELLM_MODE", "PRODUCTION")  # the development mode reads .env of the current folder
    os.environ.setdefault("LITELLM_LOG", "ERROR")
    os.environ.setdefault("LITELLM_TELEMETRY", "False")


def secret_values() -> tuple[str, ...]:
    """Values of variables that look like keys, so that they can be blotted out of messages. Never shown, never kept."""
    return tuple(value for name, value in os.environ.items() if name.upper().endswith(SECRET_MARKS) and value)
