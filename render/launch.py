"""Starting the zygote: the socket, the bubblewrap command line, the clean environment."""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import shutil
import signal
import socket
import stat
import struct
import subprocess
import sys
import time
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path

from core.errors import FarmError
from core.settings import Settings
from render import guards

_CAPABILITIES = ("SYS_ADMIN", "SETUID", "SETGID", "CHOWN", "DAC_OVERRIDE", "FOWNER", "KILL", "SYS_PTRACE")
"""What a zygote run by root keeps: PID namespaces, user ids and folders of jobs, killing and watching them."""

_LONGEST_SOCKET = 107
_STARTING = 20


def private_folder(path: Path) -> Path:
    """Make, or check, a folder that only this user can enter. Raises FarmError where somebody else owns it."""
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    found = path.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid != os.getuid():
        raise FarmError(f"{path} belongs to somebody else", advice="set TULKU_RUNTIME to a folder of your own")
    if stat.S_IMODE(found.st_mode) != 0o700:
        path.chmod(0o700)
    return path


def farm_folder(settings: Settings) -> Path:
    """The one folder that the zygote may write: job folders, the formula cache, the segment cache."""
    return settings.home / "farm"


def socket_path(settings: Settings) -> Path:
    """Where the zygote for this code and these settings listens. Another version gets another socket."""
    path = private_folder(settings.runtime) / f"farm-{_version(settings)}.sock"
    if len(os.fsencode(path)) > _LONGEST_SOCKET:
        raise FarmError(f"{path} is too long for a socket", advice="set TULKU_RUNTIME to a shorter path")
    return path


def _version(settings: Settings) -> str:
    seen = hashlib.sha256()
    for file in sorted(Path(__file__).parent.glob("*.py")):
        seen.update(f"{file.name}{file.stat().st_mtime_ns}".encode())
    kept = (settings.home, settings.render_jobs, settings.idle_timeout, settings.allow_unguarded, sys.prefix)
    seen.update(repr(kept).encode())
    return seen.hexdigest()[:12]


@contextmanager
def _alone(lock: Path) -> Generator[None, None, None]:
    with lock.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def reach(settings: Settings) -> socket.socket:
    """A connection to the living zygote, started first if there is none. Raises FarmError."""
    path = socket_path(settings)
    link = _knock(path)
    if link:
        return link
    with _alone(path.with_suffix(".lock")):
        link = _knock(path)
        if link is None:
            start(settings, path)
            link = _knock(path)
    if link is None:
        raise FarmError("the render farm does not answer", advice=f"see {log_path(settings)}")
    return link


def _knock(path: Path) -> socket.socket | None:
    link = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    try:
        link.connect(str(path))
    except (FileNotFoundError, ConnectionRefusedError):
        link.close()
        return None
    return link


def zygote(settings: Settings) -> int:
    """The process that listens, by PID; 0 when there is none. Waits for one that is only starting, at most 20 s."""
    until = time.monotonic() + _STARTING
    while time.monotonic() < until:
        link = _knock(socket_path(settings))
        if link is None:
            return 0
        with link:
            pid: int = struct.unpack("3i", link.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, 12))[0]
        if pid != os.getpid():  # the launcher listens until the zygote does
            return pid
        time.sleep(0.05)
    return 0


def end(settings: Settings) -> None:
    """Kill the zygote, if there is one; what it renders ends with an error, and the next render starts another."""
    pid = zygote(settings)
    if pid:
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)


def log_path(settings: Settings) -> Path:
    """What the zygote itself prints, for the operator."""
    return settings.runtime / "farm.log"


def start(settings: Settings, path: Path) -> None:
    """Start a zygote that listens at `path`. Returns at once: callers queue at the socket. Raises FarmError."""
    bwrap = guards.bubblewrap()
    _refuse_unguarded(settings, bwrap)
    farm = farm_folder(settings)
    for folder in (farm, farm / "jobs"):
        folder.mkdir(parents=True, exist_ok=True)
        folder.chmod(0o711)  # a job under its own user id passes through, but cannot list
    path.unlink(missing_ok=True)
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as door:
        door.bind(str(path))
        path.chmod(0o600)
        door.listen(64)
        os.set_inheritable(door.fileno(), True)
        command = _command(settings, farm, door.fileno(), bwrap)
        with log_path(settings).open("ab") as log:
            subprocess.run(
                ["setsid", "--fork", *command],
                pass_fds=[door.fileno()],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                env=_environment(),
                cwd="/",
                check=True,
            )


def _refuse_unguarded(settings: Settings, bwrap: str) -> None:
    if bwrap or settings.allow_unguarded:
        return
    state = guards.survey()
    missing = [name for name in ("landlock", "seccomp") if state[name] != "active"]
    if missing:
        raise FarmError(
            f"no sandbox: bubblewrap: {state['bubblewrap']}; {missing[0]}: {state[missing[0]]}",
            advice="apt install bubblewrap libseccomp2, or set TULKU_ALLOW_UNGUARDED=1 for code of your own",
        )


def _command(settings: Settings, farm: Path, door: int, bwrap: str) -> list[str]:
    options = {
        "door": door,
        "farm": str(farm),
        "jobs": settings.render_jobs or os.cpu_count() or 1,
        "idle": settings.idle_timeout,
        "bubblewrap": bool(bwrap),
    }
    zygote = [sys.executable, "-m", "render.zygote", json.dumps(options)]
    return [*_bubblewrap(bwrap, farm), *zygote] if bwrap else zygote


def _bubblewrap(bwrap: str, farm: Path) -> list[str]:
    command = [bwrap, "--unshare-net", "--unshare-pid", "--unshare-ipc", "--unshare-uts", "--unshare-cgroup-try"]
    if os.getuid() == 0:
        command += ["--cap-drop", "ALL"]
        for name in _CAPABILITIES:
            command += ["--cap-add", f"CAP_{name}"]
    else:
        command += ["--unshare-user"]
    shown = [*guards.system_paths(), *guards.tex_paths()]
    command += ["--tmpfs", "/tmp", *_open_parents([*shown, farm])]  # noqa: S108  # the sandbox's own
    for path in shown:
        command += ["--ro-bind", str(path), str(path)]
    command += ["--proc", "/proc", "--dev", "/dev", "--bind", str(farm), str(farm)]
    return [*command, "--chdir", str(farm), "--"]


def _open_parents(paths: list[Path]) -> list[str]:
    """Make the folders above mounts passable for a job under its own user id; bubblewrap would make them private."""
    parents = {parent for path in paths for parent in path.parents if len(parent.parts) > 1}
    inside = [path for path in parents if not any(mount in (path, *path.parents) for mount in paths if mount != path)]
    return [part for path in sorted(inside) for part in ("--perms", "0755", "--dir", str(path))]


def _environment() -> dict[str, str]:
    """All that the zygote, and so a job, sees of the environment. One BLAS thread: threads do not survive a fork."""
    return {
        "PATH": "/usr/local/bin:/usr/bin:/bin" + _texlive(),
        "HOME": str(Path.home()),
        "LANG": "C.UTF-8",
        "LC_ALL": "C.UTF-8",
        "PYTHONPATH": str(Path(__file__).parent.parent),
        "PYTHONHASHSEED": "0",
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONUNBUFFERED": "1",
        "PYTHONNOUSERSITE": "1",
        "OPENBLAS_NUM_THREADS": "1",
        "OMP_NUM_THREADS": "1",
        "openin_any": "p",
        "openout_any": "p",
        "shell_escape": "f",
        "SOURCE_DATE_EPOCH": "0",
    }


def _texlive() -> str:
    """A TeX Live outside the usual folders, if that is the one in use."""
    latex = shutil.which("latex")
    folder = str(Path(latex).parent) if latex else ""
    return "" if folder in {"", "/usr/bin", "/usr/local/bin", "/bin"} else f":{folder}"
