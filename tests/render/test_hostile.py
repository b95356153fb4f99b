# ruff: noqa: E501  # one program per line reads better than a broken one
"""One attack per claim of the sandbox. The early policy is switched off here: it is not the boundary."""

from __future__ import annotations

import os
import signal
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psutil
import pytest

from core.run import RunResult
from core.settings import Settings
from render import guards, launch
from render.farm import Farm
from tests.render.conftest import scene, zygote_pid

pytestmark = pytest.mark.render

LAYERS = {"all layers", "no bubblewrap"}


class Arena:
    """A farm whose jobs skip the policy."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.farm = Farm.connect(settings=settings)
        self.jobs = launch.farm_folder(settings) / "jobs"

    def attack(
        self,
        body: str,
        *,
        head: str = "",
        timeout: float = 15,
        memory: int = 2048,
        disk: int = 2048,
        out: Path | None = None,
    ) -> RunResult:
        """Run hostile code; what it raises comes back as the error's message."""
        order: dict[str, Any] = {"width": 854, "height": 480, "fps": 15}
        if out:
            order |= {"format": "mp4", "painters": 2}
        head = "import os, sys, socket, subprocess, signal, time, threading, ctypes\n" + head
        request = self.farm._request(scene(body, head=head), "S", order, timeout, memory, 0)
        return self.farm._run(request | {"policy": False, "disk": disk}, None, out, None)

    def said(self, body: str, **more: Any) -> str:
        """What the attack raised."""
        error = self.attack(body, **more).error
        assert error is not None, "the attack went through"
        return error.message

    def works(self) -> bool:
        """Whether the farm still serves others."""
        return self.farm.probe(scene("self.play(Create(Circle()))"), "S").ok


@pytest.fixture(scope="module", params=sorted(LAYERS))
def arena(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Arena]:
    """The attacks run twice: with every layer, and with the inner layers alone."""
    base = tmp_path_factory.mktemp("arena")
    settings = Settings(home=base / "home", runtime=base / "run", idle_timeout=120)  # pyright: ignore[reportCallIssue]
    patch = pytest.MonkeyPatch()
    if request.param == "no bubblewrap":
        patch.setattr(guards, "bubblewrap", lambda: "")
    arena = Arena(settings)
    assert arena.works()
    yield arena
    assert arena.works()
    os.kill(zygote_pid(settings), signal.SIGKILL)
    patch.undo()


REFUSED = ("PermissionError", "FileNotFoundError", "OSError", "BlockingIOError")


def test_read_a_secret_file(arena: Arena, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("the crown jewels")
    secret.chmod(0o644)
    for path in (
        secret,
        "/etc/passwd",
        "/etc/shadow",
        Path.home() / ".bashrc",
        "/proc/1/environ",
        "/proc/self/environ",
    ):
        said = arena.said(f"raise ValueError(open({str(path)!r}).read())")
        assert said.startswith(REFUSED), said


def test_list_the_users_files(arena: Arena) -> None:
    for path in (Path.home(), "/", "/home", "/etc", "/proc", Path(__file__).parent):
        said = arena.said(f"raise ValueError(os.listdir({str(path)!r}))")
        assert said.startswith(REFUSED), (path, said)


def test_write_outside(arena: Arena, tmp_path: Path) -> None:
    open_to_all = tmp_path / "open"
    open_to_all.mkdir()
    for folder in (tmp_path, tmp_path.parent, open_to_all):
        folder.chmod(0o777)
    for path in (
        open_to_all / "x",
        "/tmp/tulku-was-here",
        arena.jobs / "x",
        arena.jobs.parent / "cache" / "x",
        guards.__file__,
    ):
        said = arena.said(f"open({str(path)!r}, 'a').write('x')\nraise ValueError('written')")
        assert said.startswith(REFUSED), (path, said)
    assert not (open_to_all / "x").exists()
    assert not Path("/tmp/tulku-was-here").exists()


def test_open_a_socket(arena: Arena) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        for family in ("AF_INET", "AF_INET6", "AF_UNIX", "AF_NETLINK"):
            said = arena.said(f"socket.socket(socket.{family})\nraise ValueError('a socket')")
            assert said.startswith("PermissionError"), said
        assert arena.said(f"socket.create_connection(('127.0.0.1', {port}))").startswith("PermissionError")


def test_talk_to_the_zygotes_own_door(arena: Arena) -> None:
    said = arena.said(
        "import array\nfor handle in range(3, 300):\n    try:\n        kind = os.readlink(f'/proc/self/fd/{handle}')\n"
        "    except OSError:\n        pass\nsockets = []\nimport stat\nfor handle in range(3, 300):\n    try:\n"
        "        if stat.S_ISSOCK(os.fstat(handle).st_mode): sockets.append(handle)\n    except OSError:\n        pass\n"
        "raise ValueError(len(sockets))"
    )
    assert said == "ValueError: 1", "only the job's own channel"


def test_fork_bomb(arena: Arena) -> None:
    bomb = "while True:\n    try:\n        os.fork()\n    except OSError:\n        time.sleep(0.01)"
    before = len(psutil.pids())
    done = threading.Event()
    most = [0]

    def watch() -> None:
        while not done.wait(0.05):
            most[0] = max(most[0], len(psutil.pids()))

    watcher = threading.Thread(target=watch)
    watcher.start()
    result = arena.attack(bomb, timeout=1.5)
    done.set()
    watcher.join()
    assert result.error is not None
    limited = "own user" in result.guards  # otherwise the zygote's watch has to kill it
    assert most[0] - before < (120 if limited else 2000), "processes were not limited"
    assert _settles(lambda: len(psutil.pids()) <= before + 5), "orphans stay behind"


def test_memory_bomb(arena: Arena) -> None:
    result = arena.attack("hold = []\nwhile True:\n    hold.append(bytearray(50_000_000))", memory=1500)
    assert result.error is not None
    assert result.error.kind == "memory", result.error


def test_memory_bomb_in_many_processes(arena: Arena) -> None:
    bomb = "for _ in range(3):\n    os.fork()\nhold = []\nwhile True:\n    hold.append(b'x' * 20_000_000)\n    time.sleep(0.02)"
    free = psutil.virtual_memory().available
    lowest = [free]
    done = threading.Event()

    def watch() -> None:
        while not done.wait(0.05):
            lowest[0] = min(lowest[0], psutil.virtual_memory().available)

    watcher = threading.Thread(target=watch)
    watcher.start()
    result = arena.attack(bomb, memory=1500, timeout=8)
    done.set()
    watcher.join()
    assert result.error is not None
    assert result.error.kind == "memory", result.error
    assert free - lowest[0] < 5 << 30


def test_disk_bomb(arena: Arena) -> None:
    one = "with open('big', 'wb') as file:\n    while True:\n        file.write(bytes(1 << 24))"
    many = "n = 0\nwhile True:\n    n += 1\n    with open(f'big{n}', 'wb') as file:\n        file.write(bytes(1 << 24))"
    files = "n = 0\nwhile True:\n    n += 1\n    open(f'f{n}', 'w').close()"
    for body in (one, many, files):
        error = arena.attack(body, timeout=30, disk=200).error
        assert error is not None
        assert error.kind in ("killed", "runtime"), error
        assert "disk" in error.message or "File too large" in error.message or "space" in error.message, error
    assert _settles(lambda: not list(arena.jobs.glob("job-*"))), "the rubbish stays"


def test_infinite_loop(arena: Arena) -> None:
    began = time.monotonic()
    result = arena.attack("x = 0\nwhile True:\n    x += 1", timeout=1)
    assert result.error is not None
    assert result.error.kind == "timeout"
    assert result.error.line in (7, 8, 9), "the line of the loop is named"
    assert time.monotonic() - began < 6


def test_loop_that_swallows_everything_and_ignores_signals(arena: Arena) -> None:
    body = (
        "for number in (signal.SIGTERM, signal.SIGINT, signal.SIGALRM, signal.SIGXCPU, signal.SIGHUP):\n"
        "    signal.signal(number, signal.SIG_IGN)\n"
        "while True:\n    try:\n        time.sleep(100)\n    except BaseException:\n        pass"
    )
    began = time.monotonic()
    result = arena.attack(body, timeout=1)
    assert result.error is not None
    assert result.error.kind == "timeout"
    assert time.monotonic() - began < 8


def test_children_that_leave_their_group_die_too(arena: Arena) -> None:
    before = set(psutil.pids())
    body = (
        "if os.fork() == 0:\n    os.setsid()\n    if os.fork() == 0:\n        signal.signal(signal.SIGTERM, signal.SIG_IGN)\n"
        "        time.sleep(300)\n    os._exit(0)\nself.play(Create(Circle()))"
    )
    arena.attack(body)
    assert _settles(lambda: not _strays(before)), _strays(before)


def _strays(before: set[int]) -> list[str]:
    return [
        f"{process.pid} {process.info['status']}"
        for process in psutil.process_iter(["pid", "cmdline", "status"])
        if process.pid not in before and "render.zygote" in " ".join(process.info["cmdline"] or [])
    ]


def test_kill_the_parent(arena: Arena) -> None:
    pid = zygote_pid(arena.settings)
    body = (
        "tried = 0\nfor number in [os.getppid(), 1, 2, 3, -1, *range(4, 200), {pid}]:\n    try:\n        if number not in "
        "(0, os.getpid(), -1, 1): os.kill(number, 9)\n    except OSError:\n        tried += 1\nraise ValueError('tried')"
    )
    arena.attack(body.replace("{pid}", str(pid)))
    assert psutil.pid_exists(pid)
    assert zygote_pid(arena.settings) == pid


def test_read_another_jobs_folder(arena: Arena) -> None:
    victim = scene("open('private', 'w').write('mine')\ntime.sleep(1.5)", head="import time")
    worker = threading.Thread(
        target=lambda: arena.farm._run(
            arena.farm._request(victim, "S", {"width": 854, "height": 480, "fps": 15}, 10, None, 0) | {"policy": False},
            None,
            None,
            None,
        )
    )
    worker.start()
    assert _settles(lambda: bool(list(arena.jobs.glob("job-*/private"))))
    path = str(next(arena.jobs.glob("job-*/private")))
    for body in (f"raise ValueError(open({path!r}).read())", f"raise ValueError(os.listdir({str(arena.jobs)!r}))"):
        assert arena.said(body).startswith("PermissionError")
    assert arena.said(f"open({path!r}, 'w')").startswith("PermissionError")
    assert arena.said(f"os.link({path!r}, 'mine')").startswith(("PermissionError", "OSError"))
    worker.join()


def test_execute_a_shell(arena: Arena) -> None:
    for body in (
        "subprocess.run(['/bin/sh', '-c', 'true'])\nraise ValueError('ran')",
        "os.execv('/bin/sh', ['sh'])",
        "os.execv(sys.executable, ['python'])",
        "os.posix_spawn('/bin/sh', ['sh'], {})\nraise ValueError('ran')",
        "handle = os.memfd_create('x')\nos.execve(handle, ['x'], {})",
    ):
        said = arena.said(body)
        assert said.startswith("PermissionError"), said
    assert arena.said("raise ValueError(os.system('true'))") != "ValueError: 0"


def test_symlink_escape(arena: Arena, tmp_path: Path) -> None:
    assert arena.said("os.symlink('/etc/passwd', 'p')\nraise ValueError(open('p').read())").startswith(REFUSED)
    target = tmp_path / "victim"
    target.write_text("precious")
    target.chmod(0o666)
    out = tmp_path / "out"
    body = (
        f"self.play(Create(Circle()))\nos.symlink({str(target)!r}, 'video.mp4')\n"
        "os.symlink('/etc/passwd', 'poster.png')\nos.symlink('/etc', 'tex2')"
    )
    result = arena.attack(body, out=out)
    assert target.read_text() == "precious"
    for path in out.glob("*"):
        assert not path.is_symlink()
        assert b"root:" not in path.read_bytes()
    assert result.video is None or result.video.read_bytes()[4:8] == b"ftyp"


def test_results_that_are_links_are_left_behind(arena: Arena, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("the crown jewels")
    body = (
        "import json\nfor name, path in (('video.mp4', SECRET), ('poster.png', '/etc/passwd')):\n    os.symlink(path, name)\n"
        "os.mkfifo if False else None\n"
        "result = {'scene': 'S', 'scenes': [], 'report': {'head': ['S', 1, '#000000', False], 'moments': [], 'boxes': []},"
        " 'timings': [], 'files': {'video': 'video.mp4', 'poster': 'poster.png', 'contact_sheet': '../../x'}}\n"
        "handle = 3\nimport stat\n"
        "for h in range(3, 100):\n    try:\n        if stat.S_ISSOCK(os.fstat(h).st_mode): handle = h\n"
        "    except OSError: pass\n"
        "os.write(handle, json.dumps({'result': result}).encode() + b'\\n')\nos._exit(0)"
    ).replace("SECRET", repr(str(secret)))
    result = arena.attack(body, out=tmp_path / "out")
    assert result.video is None
    assert result.poster is None
    assert not list((tmp_path / "out").glob("*"))


@pytest.mark.parametrize("lie", ["[]", "{'result': 3}", "{'result': {'report': {}}}", "'x' * 10"])
def test_nonsense_on_the_channel_is_a_result_not_a_crash(arena: Arena, lie: str) -> None:
    body = (
        "import json, stat\nfor h in range(3, 100):\n    try:\n        if stat.S_ISSOCK(os.fstat(h).st_mode): handle = h\n"
        f"    except OSError: pass\nos.write(handle, json.dumps({lie}).encode() + b'\\n')\nos._exit(0)"
    )
    result = arena.attack(body)
    assert result.status == "error"
    assert arena.works()


@pytest.mark.parametrize(
    "formula",
    [
        r"\input{/etc/passwd}",
        r"\input{|id}",
        r"\immediate\write18{touch /tmp/tulku-tex}x",
        r"\openin5=/etc/passwd \ifeof5 \undefinedA \else \read5 to \x \x \fi",
        r"\special{psfile=/etc/passwd}\undefinedB",
        r"\immediate\openout5=/tmp/tulku-tex \immediate\write5{x}\immediate\closeout5 \undefinedC",
        r"\immediate\openout5=../tulku-tex \immediate\write5{x}\immediate\closeout5 \undefinedC",
        r"\loop\iftrue\repeat",
    ],
)
def test_tex_reads_writes_and_runs_nothing(arena: Arena, formula: str, monkeypatch: pytest.MonkeyPatch) -> None:
    result = arena.attack(f"raise ValueError(open(MathTex(r'''{formula}''').file_name).read())", timeout=2)
    assert result.error is not None
    shown = result.error.message + result.error.latex_log
    assert "root:" not in shown
    assert "uid=" not in shown
    assert not Path("/tmp/tulku-tex").exists()
    assert not list(arena.jobs.glob("tulku-tex*"))


def test_environment_leak(arena: Arena) -> None:
    said = arena.said("raise ValueError(sorted(os.environ.items()))")
    assert said == "ValueError: []"
    body = (
        "libc = ctypes.CDLL(None)\nlibc.getenv.restype = ctypes.c_char_p\n"
        "raise ValueError([name for name in (b'PATH', b'HOME', b'PYTHONPATH', b'SSH_AUTH_SOCK') if libc.getenv(name)])"
    )
    assert arena.said(body) == "ValueError: []"


def test_secrets_of_the_starting_process_do_not_reach_the_zygote(arena: Arena) -> None:
    pid = zygote_pid(arena.settings)
    names = {part.split(b"=")[0] for part in Path(f"/proc/{pid}/environ").read_bytes().split(b"\0") if part}
    assert names == {key.encode() for key in launch._environment()} | ({b"PWD"} & names)


def test_dangerous_system_calls(arena: Arena) -> None:
    calls = {
        "ptrace": 101,
        "mount": 165,
        "unshare": 272,
        "setns": 308,
        "keyctl": 250,
        "bpf": 321,
        "add_key": 248,
        "perf_event_open": 298,
        "io_uring_setup": 425,
        "userfaultfd": 323,
        "process_vm_readv": 310,
        "chroot": 161,
        "init_module": 175,
        "kexec_load": 246,
        "reboot": 169,
        "personality": 135,
        "pidfd_getfd": 438,
    }
    body = (
        f"libc = ctypes.CDLL(None, use_errno=True)\nallowed = []\nfor name, number in {calls!r}.items():\n"
        "    result = libc.syscall(number, 0, 0, 0, 0, 0)\n"
        "    if not (result == -1 and ctypes.get_errno() == 1): allowed.append(name)\n"
        "clone_user = libc.syscall(56, 0x10000000 | 17, 0, 0, 0, 0)\n"
        "if clone_user != -1: allowed.append('clone')\nraise ValueError(allowed)"
    )
    assert arena.said(body) == "ValueError: []"


def test_not_root_and_no_capabilities(arena: Arena) -> None:
    body = (
        "import struct\nlibc = ctypes.CDLL(None)\nhead = (ctypes.c_uint32 * 2)(0x20080522, 0)\n"
        "data = (ctypes.c_uint32 * 6)()\nlibc.capget(head, data)\nraise ValueError((os.geteuid() == 0, list(data)))"
    )
    result = arena.attack(body)
    assert result.error is not None
    assert result.error.message == f"ValueError: ({'own user' not in result.guards}, [0, 0, 0, 0, 0, 0])"


def test_formula_cache_cannot_be_poisoned(arena: Arena) -> None:
    cache = arena.jobs.parent / "cache" / "tex"
    formula = "x_{17}+y_{42}"
    body = (
        f"cache = {str(cache)!r}\nfor name in ['a' * 64 + '.svg']:\n    try:\n        open(cache + '/' + name, 'w').write('<svg/>')\n"
        f"    except OSError:\n        pass\nm = MathTex(r'{formula}')\n"
        "for root, _, names in os.walk('.'):\n    for name in names:\n        if name.endswith('.svg'):\n"
        "            open(os.path.join(root, name), 'w').write('<svg></svg>')\nself.add(m)\nself.wait(0.1)"
    )
    assert arena.attack(body).ok
    report = arena.farm.probe(scene(f"self.add(MathTex(r'{formula}'))\nself.wait(0.1)"), "S").report
    assert report is not None
    assert report.moments[0].boxes[0].width > 1
    assert all(
        path.name.startswith(tuple("0123456789abcdef")) and "a" * 64 not in path.name for path in cache.iterdir()
    )


def test_unguarded_machine_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from core.errors import FarmError

    state = dict.fromkeys(guards.LAYERS, "missing")
    monkeypatch.setattr(guards, "bubblewrap", lambda: "")
    monkeypatch.setattr(guards, "survey", lambda: state)
    settings = Settings(home=tmp_path / "h", runtime=tmp_path / "r")  # pyright: ignore[reportCallIssue]
    with pytest.raises(FarmError, match="no sandbox"):
        Farm.connect(settings=settings)


def test_someone_elses_runtime_folder_is_refused(tmp_path: Path) -> None:
    from core.errors import FarmError

    (tmp_path / "r").symlink_to(tmp_path)
    settings = Settings(home=tmp_path / "h", runtime=tmp_path / "r")  # pyright: ignore[reportCallIssue]
    with pytest.raises(FarmError, match="somebody else"):
        Farm.connect(settings=settings)


def _settles(condition: Any, seconds: float = 6) -> bool:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if condition():
            return True
        time.sleep(0.05)
    return bool(condition())
