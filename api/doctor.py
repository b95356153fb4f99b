"""The doctor: what is installed, what is missing, which sandbox layers hold, which model, and how to mend each."""

from __future__ import annotations

import importlib.metadata
import shutil
import subprocess
from dataclasses import dataclass

from core.settings import Settings, settings

APT = "run ./tulku setup as root, or: apt-get install -y "
PROGRAMS = {
    "latex": "texlive-latex-extra texlive-fonts-recommended texlive-science cm-super-minimal",
    "dvisvgm": "dvisvgm",
    "bwrap": "bubblewrap",
    "ffmpeg": "ffmpeg",
}
PACKAGES = ("manim", "langgraph", "litellm", "sentence-transformers", "torch", "sympy")


@dataclass(frozen=True)
class Examined:
    """One thing looked at. `needed` says whether Tulku can work without it; `mend` is what to do."""

    name: str
    ok: bool
    found: str
    mend: str = ""
    needed: bool = True


def examine() -> list[Examined]:
    """Look at everything; never raises."""
    return [
        *(_program(name, package) for name, package in PROGRAMS.items()),
        _font(),
        *(_package(name) for name in PACKAGES),
        *_sandbox(),
        _model(settings()),
        Examined("data", True, str(settings().home)),
    ]


def _program(name: str, package: str) -> Examined:
    path = shutil.which(name)
    return Examined(name, path is not None, path or "not found", APT + package, needed=name not in ("ffmpeg", "bwrap"))


def _font() -> Examined:
    try:
        done = subprocess.run(["fc-list", "CMU Serif"], capture_output=True, text=True, timeout=10, check=False)
        found = bool(done.stdout.strip())
    except (OSError, subprocess.TimeoutExpired):
        found = False
    text = "installed" if found else "not found: texts fall back to the system's font"
    return Examined("font CMU Serif", found, text, APT + "fonts-cmu", needed=False)


def _package(name: str) -> Examined:
    try:
        return Examined(name, True, importlib.metadata.version(name))
    except importlib.metadata.PackageNotFoundError:
        return Examined(name, False, "not found", "run ./tulku setup")


def _sandbox() -> list[Examined]:
    from render.guards import survey

    return [
        Examined(f"sandbox: {name}", state.startswith("active"), state, "see docs/sandbox.md", needed=False)
        for name, state in survey().items()
    ]


def _model(current: Settings) -> Examined:
    if current.model == "composer":
        return Examined("model", True, "the embedded composer (set TULKU_MODEL to use a language model)")
    where = current.model_base_url or "the provider's own address"
    return Examined("model", True, f"{current.model} at {where}")
