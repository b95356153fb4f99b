# ruff: noqa: E501  # one program per line reads better than a broken one
"""Attacks on the network, the farm, other processes and the kernel."""

from __future__ import annotations

import socket
from pathlib import Path

import psutil
import pytest

from render import launch
from tests.render.conftest import zygote_pid
from tests.render.hostile.arena import Arena

pytestmark = pytest.mark.render


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


def test_kill_the_parent(arena: Arena) -> None:
    pid = zygote_pid(arena.settings)
    body = (
        "tried = 0\nfor number in [os.getppid(), 1, 2, 3, -1, *range(4, 200), {pid}]:\n    try:\n        if number not in "
        "(0, os.getpid(), -1, 1): os.kill(number, 9)\n    except OSError:\n        tried += 1\nraise ValueError('tried')"
    )
    arena.attack(body.replace("{pid}", str(pid)))
    assert psutil.pid_exists(pid)
    assert zygote_pid(arena.settings) == pid


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


@pytest.mark.parametrize("lie", ["[]", "{'result': 3}", "{'result': {'report': {}}}", "'x' * 10"])
def test_nonsense_on_the_channel_is_a_result_not_a_crash(arena: Arena, lie: str) -> None:
    body = (
        "import json, stat\nfor h in range(3, 100):\n    try:\n        if stat.S_ISSOCK(os.fstat(h).st_mode): handle = h\n"
        f"    except OSError: pass\nos.write(handle, json.dumps({lie}).encode() + b'\\n')\nos._exit(0)"
    )
    result = arena.attack(body)
    assert result.status == "error"
    assert arena.works()


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
