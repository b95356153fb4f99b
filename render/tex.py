"""The TeX desk: typesets formulas for jobs, in sandboxed children of the zygote, and keeps them for all.

A job sends TeX source and gets an SVG. The picture is filed under a hash of everything it depends on: source, compiler,
format, and the TeX installation. Only the zygote writes the shared folder and only what a TeX child of its own made
from that very source, so a job cannot place a false picture, and each TeX child starts in an empty folder, so
formulas cannot leave anything behind for one another.
"""

from __future__ import annotations

import hashlib
import json
import os
import selectors
import subprocess
import time
from collections.abc import Callable
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import Any

from render import folders, guards
from render.forge import Forge, pidfd
from render.users import TEX, Users

Answer = Callable[[dict[str, Any]], None]

COMPILERS = {"latex", "pdflatex", "lualatex", "xelatex"}
FORMATS = {".dvi", ".pdf", ".xdv"}
_SECONDS = 60.0
_MOST_SOURCE = 1 << 20
_MOST_SVG = 8 << 20


class TexDesk:
    """Answers TeX requests from its files or by a TeX run; equal requests in flight share one run."""

    def __init__(self, farm: Path, forge: Forge, selector: selectors.BaseSelector) -> None:
        self._files = farm / "cache" / "tex"
        self._files.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._work = farm / "jobs"
        self._users = Users(farm)
        self._forge = forge
        self._selector = selector
        self._waiting: dict[str, list[Answer]] = {}

    def typeset(self, asked: dict[str, Any], answer: Answer, patience: int = 0) -> None:
        """Answer `{"svg": …}` or `{"error": …, "log": …}`, at once or when TeX is done."""
        source, compiler, form = str(asked["source"]), str(asked["compiler"]), str(asked["format"])
        answer = _addressed(answer, asked.get("id"))
        if compiler not in COMPILERS or form not in FORMATS or len(source) > _MOST_SOURCE:
            answer({"error": f"TeX compiler {compiler} with output {form} is not offered", "log": ""})
            return
        name = _name(source, compiler, form)
        kept = self._files / f"{name}.svg"
        with suppress(OSError):
            answer({"svg": kept.read_text("utf-8")})
            return
        waiting = self._waiting.setdefault(name, [])
        waiting.append(answer)
        if len(waiting) == 1:
            _Run(self, name, (source, compiler, form), len(self._waiting) % TEX, patience)

    def prepare(self, questions: list[dict[str, str]]) -> None:
        """Typeset formulas that will surely be asked for, one after another and with low priority."""
        if questions:
            self.typeset(questions[0], lambda _: self.prepare(questions[1:]), patience=19)

    def finish(self, name: str, result: dict[str, Any]) -> None:
        """File a finished picture and answer all who asked for it."""
        if "svg" in result:
            part = self._files / f"{name}.{os.getpid()}"
            part.write_text(result["svg"], "utf-8")
            part.rename(self._files / f"{name}.svg")
        for answer in self._waiting.pop(name, []):
            answer(result)

    def begin(self, run: _Run) -> None:
        """Fork the child of one run and watch it."""
        sandbox, uid = self._forge.sandbox, self._users.of_tex(run.number)
        run.folder = folders.make(self._work, uid if sandbox.own_user else None, "tex")
        folder = run.folder[0]

        def work() -> None:
            os.nice(run.patience)
            sandbox.enter_tex(folder, uid, guards.Limits(memory=2048, seconds=_SECONDS, disk=64, processes=16))
            compile_here(*run.what)

        run.pid = self._forge.fork(set(), work)
        run.handle = pidfd(run.pid)
        self._selector.register(run.handle, selectors.EVENT_READ, run.ended)

    def reap(self, run: _Run) -> None:
        """A run's child has ended: take its answer."""
        os.waitpid(run.pid, 0)
        self._selector.unregister(run.handle)
        os.close(run.handle)
        if not self._forge.owns_all:
            self._forge.kill(run.pid)
        result = _collect(run.folder[0])
        folders.drop(*run.folder)
        self.finish(run.name, result)


class _Run:
    """One TeX child."""

    def __init__(self, desk: TexDesk, name: str, what: tuple[str, str, str], number: int, patience: int) -> None:
        self.name, self.what, self.number, self.patience = name, what, number, patience
        self.folder: tuple[Path, int] = (Path(), -1)
        self.pid = self.handle = -1
        self._desk = desk
        desk.begin(self)

    def ended(self, _events: int) -> None:
        """Called by the loop."""
        self._desk.reap(self)


def _addressed(answer: Answer, question: Any) -> Answer:
    """The same answer with the question's own id, so that a job can tell which question it belongs to."""
    return lambda result: answer({**result, "id": question})


def _name(source: str, compiler: str, form: str) -> str:
    return hashlib.sha256("\0".join((source, compiler, form, _installation())).encode()).hexdigest()


@lru_cache(maxsize=1)
def _installation() -> str:
    """What changes when TeX is upgraded: sizes and times of its programs and of its file lists."""
    files = [*guards.tex_programs(), Path("/usr/share/texlive/texmf-dist/ls-R"), Path("/var/lib/texmf/ls-R-TEXLIVE")]
    return repr([(str(f), f.stat().st_size, f.stat().st_mtime_ns) for f in files if f.exists()])


def compile_here(source: str, compiler: str, form: str) -> None:
    """Typeset `source` in the current folder: leaves `answer.svg`, or `answer.json` with the error. Sandboxed child."""
    Path("f.tex").write_text(source, "utf-8")
    flags = ["-interaction=batchmode", "-halt-on-error", "-no-shell-escape"]
    flags += ["-no-pdf"] if (compiler, form) == ("xelatex", ".xdv") else [f"-output-format={form[1:]}"]
    problem = _run([compiler, *flags, "f.tex"])
    if not problem:
        pdf = ["--pdf"] if form == ".pdf" else []
        problem = _run(["dvisvgm", *pdf, "--page=1", "--no-fonts", "--verbosity=3", "--output=answer.svg", f"f{form}"])
    if problem or not Path("answer.svg").exists():
        log = Path("f.log").read_text("utf-8", "replace") if Path("f.log").exists() else ""
        answer = {"error": problem or "dvisvgm made no picture", "log": excerpt(log)}
        Path("answer.json").write_text(json.dumps(answer))


def _run(command: list[str]) -> str:
    """Empty if the program succeeded, otherwise what went wrong."""
    here = str(Path.cwd())
    environment = {**os.environ, "HOME": here, "TEXMFVAR": here, "TMPDIR": here, "openin_any": "p", "openout_any": "p"}
    until = time.monotonic() + _SECONDS
    try:
        done = subprocess.run(
            command,
            capture_output=True,
            text=True,
            errors="replace",
            stdin=subprocess.DEVNULL,
            env=environment,
            timeout=until - time.monotonic(),
            check=False,
        )
    except FileNotFoundError:
        return f"{command[0]} is not installed (apt install texlive-latex-extra dvisvgm)"
    except subprocess.TimeoutExpired:
        return f"{command[0]} ran longer than {_SECONDS:.0f} s"
    return "" if done.returncode == 0 else f"{command[0]} failed: {(done.stderr or done.stdout).strip()[-300:]}"


def excerpt(log: str) -> str:
    """The error lines of a LaTeX log, each with the lines up to the one that shows where (`l.12 …`)."""
    lines = log.splitlines()
    kept: list[str] = []
    for number, line in enumerate(lines):
        if line.startswith("!") and len(kept) < 60:
            after = lines[number : number + 12]
            end = next((i for i, text in enumerate(after) if text.startswith("l.")), 2)
            kept += after[: end + 2]
    return "\n".join(line.rstrip() for line in kept)


def _collect(folder: Path) -> dict[str, Any]:
    picture = _read(folder / "answer.svg")
    if picture is not None and "</svg>" in picture[-200:]:
        return {"svg": picture}
    with suppress(ValueError, KeyError, TypeError):
        said = json.loads(_read(folder / "answer.json") or "")
        return {"error": str(said["error"]), "log": str(said["log"])}
    return {"error": "LaTeX was stopped: it used too much time or memory", "log": ""}


def _read(path: Path) -> str | None:
    """A small plain file made by a stranger; links are not followed."""
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    except OSError:
        return None
    with os.fdopen(handle, "rb") as file:
        data = file.read(_MOST_SVG + 1)
    return None if len(data) > _MOST_SVG else data.decode("utf-8", "replace")
