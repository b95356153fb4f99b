"""The sandbox layers: which of them this machine has, and how a child puts itself under them."""

from __future__ import annotations

import ctypes
import os
import resource
import shutil
import site
import subprocess
import sys
from dataclasses import dataclass, replace
from pathlib import Path

from render import landlock, syscalls, users

LAYERS = ("bubblewrap", "pid namespace", "own user", "landlock", "seccomp", "rlimits")
_SHARED_PROCESSES = 256
"""Where jobs share a user id the kernel counts the processes of all together; the zygote's watch counts each job's."""
_NEWPID, _NEWUSER = 0x20000000, 0x10000000
_MIB = 1 << 20


@dataclass(frozen=True, slots=True)
class Limits:
    """What one job may use: `memory` MiB of address space per process, `seconds` of wall clock, `disk` MiB in all."""

    memory: int = 4096
    seconds: float = 300.0
    disk: int = 2048
    processes: int = 64
    files: int = 256


def system_paths() -> list[Path]:
    """What a scene may read: system libraries, fonts, the Python installation and the rooms the farm is made of."""
    home = Path.home()
    paths = [Path(name) for name in ("/usr", "/lib", "/lib64", "/lib32", "/bin", "/sbin", "/opt/venv")]
    paths += [Path("/etc") / name for name in ("fonts", "alternatives", "ld.so.cache", "localtime", "mime.types")]
    paths += [Path("/var/cache/fontconfig"), home / ".fonts", home / ".local/share/fonts", home / ".config/fontconfig"]
    paths += [Path(sys.prefix), Path(sys.base_prefix), *map(Path, site.getsitepackages())]
    paths += [Path(__file__).parent, Path(__file__).parent.parent / "core"]
    return [path for path in dict.fromkeys(paths) if path.exists()]


def tex_paths() -> list[Path]:
    """What LaTeX may read besides: its trees and caches."""
    names = ("/etc/texmf", "/var/lib/texmf", "/usr/share/texmf", "/usr/local/share/texmf", "/etc/papersize")
    return [Path(name) for name in names if Path(name).exists()]


def survey() -> dict[str, str]:
    """Each sandbox layer → `active`, or why it is not and how to get it. Takes some 10 ms, runs no user code."""
    return {
        "bubblewrap": _bubblewrap_state(),
        "pid namespace": "active"
        if _pid_namespace_works()
        else "user namespaces are off: see kernel.unprivileged_userns_clone",
        "own user": "active" if os.getuid() == 0 else "not needed: the farm does not run as root",
        "landlock": "active" if landlock.abi() else "this kernel has no Landlock (needs Linux 5.13, lsm=landlock)",
        "seccomp": _seccomp_state(),
        "rlimits": "active",
    }


def bubblewrap() -> str:
    """The path of `bwrap`, or empty where it is missing or may not make namespaces."""
    return shutil.which("bwrap") or "" if _bubblewrap_state() == "active" else ""


def _bubblewrap_state() -> str:
    program = shutil.which("bwrap")
    if not program:
        return "not installed: apt install bubblewrap"
    command = [program, "--unshare-net", "--unshare-pid", "--ro-bind", "/", "/", "--proc", "/proc", "true"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=20, check=False)
    return "active" if done.returncode == 0 else f"cannot make namespaces here: {done.stderr.strip()[:120]}"


def _pid_namespace_works() -> bool:
    child = os.fork()
    if child == 0:
        flags = _NEWPID if os.getuid() == 0 else _NEWPID | _NEWUSER
        os._exit(0 if unshare(flags) else 1)
    return os.waitpid(child, 0)[1] == 0


def _seccomp_state() -> str:
    try:
        syscalls.compile_filter("scene")
    except (ImportError, OSError):
        return "libseccomp is missing: apt install libseccomp2"
    return "active"


def unshare(flags: int) -> bool:
    """Enter new namespaces; False where the kernel or an outer sandbox forbids it."""
    return ctypes.CDLL(None, use_errno=True).unshare(flags) == 0


def limit(limits: Limits) -> None:
    """Set the resource limits of this process and all it starts."""
    memory, cpu = limits.memory * _MIB, int(limits.seconds) + 5
    for kind, most in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CPU, cpu),
        (resource.RLIMIT_FSIZE, limits.disk * _MIB),
        (resource.RLIMIT_NOFILE, limits.files),
        (resource.RLIMIT_NPROC, limits.processes),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_MEMLOCK, 0),
    ):
        hard = resource.getrlimit(kind)[1]
        least = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(kind, (least, least))


def become(uid: int) -> None:
    """Turn root into an ordinary user without groups or capabilities."""
    os.setgroups([])
    os.setresgid(uid, uid, uid)
    os.setresuid(uid, uid, uid)


def drop_capabilities() -> None:
    """Give up every capability: those of root, or those of a user namespace's owner."""
    libc = ctypes.CDLL(None, use_errno=True)
    head = (ctypes.c_uint32 * 2)(0x20080522, 0)  # _LINUX_CAPABILITY_VERSION_3, this process
    libc.prctl(38, 1, 0, 0, 0)  # PR_SET_NO_NEW_PRIVS: nothing that is started gets them back
    libc.capset(head, (ctypes.c_uint32 * 6)())


@dataclass(frozen=True, slots=True)
class Sandbox:
    """The layers of the children of one zygote, found once at its start and applied in every child."""

    scene_filter: bytes
    tex_filter: bytes
    landlock: bool
    own_user: bool

    @classmethod
    def found(cls) -> Sandbox:
        """What this process can give its children."""
        try:
            filters = syscalls.compile_filter("scene"), syscalls.compile_filter("tex")
        except (ImportError, OSError):
            filters = b"", b""
        return cls(*filters, landlock=landlock.abi() > 0, own_user=os.getuid() == 0 and _others_can_read())

    def active(self) -> tuple[str, ...]:
        """Names of the layers of `LAYERS` that these children get."""
        state = {"own user": self.own_user or os.getuid() != 0, "landlock": self.landlock, "seccomp": self.scene_filter}
        return (*(name for name, on in state.items() if on), "rlimits")

    def enter_scene(self, folder: Path, uid: int, limits: Limits) -> None:
        """Put this process under every layer, as a scene that may write `folder`."""
        self._enter(folder, uid, limits, execute=[], filter_code=self.scene_filter)

    def enter_tex(self, folder: Path, uid: int, limits: Limits) -> None:
        """Put this process under every layer, as LaTeX that may write `folder` and start TeX's programs."""
        self._enter(folder, uid, limits, execute=tex_programs(), filter_code=self.tex_filter)

    def _enter(self, folder: Path, uid: int, limits: Limits, *, execute: list[Path], filter_code: bytes) -> None:
        os.chdir(folder)
        if self.own_user:
            become(uid)
        drop_capabilities()
        limit(limits if self.own_user else replace(limits, processes=_SHARED_PROCESSES))
        if self.landlock:
            read = [*system_paths(), *(tex_paths() if execute else [])]
            devices = [Path("/dev/null"), Path("/dev/zero")]
            read += [Path("/dev/urandom"), Path("/dev/random"), Path("/sys/devices/system/cpu")]
            landlock.restrict(read=read, write=[folder, *devices], execute=execute)
        if filter_code:
            syscalls.load(filter_code)


def tex_programs() -> list[Path]:
    """Every program that typesetting a formula may start, and the loader and libraries they need."""
    names = (
        "latex",
        "pdflatex",
        "lualatex",
        "xelatex",
        "dvisvgm",
        "pdftex",
        "luatex",
        "luahbtex",
        "xetex",
        "kpsewhich",
    )
    found = [Path(os.path.realpath(path)) for name in names if (path := shutil.which(name))]
    return [*dict.fromkeys(found), *Path("/lib64").glob("ld-linux*"), *Path("/lib").glob("ld-linux*")]


def _others_can_read() -> bool:
    """Whether a job under another user id could still import Manim and this package."""
    child = os.fork()
    if child == 0:
        try:
            become(users.LAST)
            for path in (Path(sys.prefix, "pyvenv.cfg"), Path(os.__file__), Path(__file__), *_some_of_manim()):
                path.read_bytes()
        except OSError:
            os._exit(1)
        os._exit(0)
    return os.waitpid(child, 0)[1] == 0


def _some_of_manim() -> list[Path]:
    return [path / "manim" / "__init__.py" for path in map(Path, site.getsitepackages()) if (path / "manim").exists()]
