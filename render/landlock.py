"""Landlock: the kernel's own file-access rules for one process and all it starts.

Called through `ctypes` because the standard library has no binding. Rights that the running kernel does not know are
left out, so that the strongest set it has is used. Source: Documentation/userspace-api/landlock.rst of Linux.
"""

from __future__ import annotations

import ctypes
import os
import stat
from collections.abc import Iterable
from pathlib import Path

_CREATE, _ADD_RULE, _RESTRICT = 444, 445, 446
_PR_SET_NO_NEW_PRIVS = 38

EXECUTE = 1 << 0
_WRITE_FILE, _READ_FILE, _READ_DIR = 1 << 1, 1 << 2, 1 << 3
_REFER, _TRUNCATE, _IOCTL_DEV = 1 << 13, 1 << 14, 1 << 15
_CHAR, _SOCK, _FIFO, _BLOCK = 1 << 6, 1 << 9, 1 << 10, 1 << 11
_BASE = (1 << 13) - 1
_TCP = 0b11
_SCOPES = 0b11  # abstract unix sockets, signals to processes outside

READ = _READ_FILE | _READ_DIR
WRITE = READ | _BASE & ~EXECUTE & ~(_CHAR | _SOCK | _FIFO | _BLOCK) | _REFER | _TRUNCATE
_FILE_ONLY = EXECUTE | _WRITE_FILE | _READ_FILE | _TRUNCATE | _IOCTL_DEV


class _Ruleset(ctypes.Structure):
    _fields_ = [("fs", ctypes.c_uint64), ("net", ctypes.c_uint64), ("scoped", ctypes.c_uint64)]


class _Beneath(ctypes.Structure):
    _pack_ = 1
    _fields_ = [("allowed", ctypes.c_uint64), ("parent", ctypes.c_int32)]


def _call(number: int, *arguments: object) -> int:
    libc = ctypes.CDLL(None, use_errno=True)
    result = libc.syscall(ctypes.c_long(number), *arguments)
    if result < 0:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
    return int(result)


def abi() -> int:
    """The kernel's Landlock version, 0 where there is none."""
    try:
        return _call(_CREATE, None, ctypes.c_size_t(0), ctypes.c_uint32(1))
    except OSError:
        return 0


def _handled(version: int) -> _Ruleset:
    files = _BASE
    for since, right in ((2, _REFER), (3, _TRUNCATE), (5, _IOCTL_DEV)):
        files |= right if version >= since else 0
    return _Ruleset(files, _TCP if version >= 4 else 0, _SCOPES if version >= 6 else 0)


def _size(version: int) -> int:
    return 8 if version < 4 else 16 if version < 6 else 24


def restrict(*, read: Iterable[Path], write: Iterable[Path], execute: Iterable[Path] = ()) -> None:
    """Bind this process for good: `read` trees readable, `write` trees writable, `execute` trees startable, no more.

    Paths that do not exist are passed over. Raises OSError where the kernel has no Landlock.
    """
    version = abi()
    rules = _handled(version)
    ruleset = _call(_CREATE, ctypes.byref(rules), ctypes.c_size_t(_size(version)), ctypes.c_uint32(0))
    try:
        for paths, rights in ((read, READ), (write, WRITE), (execute, READ | EXECUTE)):
            for path in paths:
                _allow(ruleset, path, rights & rules.fs)
        ctypes.CDLL(None).prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
        _call(_RESTRICT, ctypes.c_int(ruleset), ctypes.c_uint32(0))
    finally:
        os.close(ruleset)


def _allow(ruleset: int, path: Path, rights: int) -> None:
    try:
        handle = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except OSError:
        return
    try:
        if not stat.S_ISDIR(os.fstat(handle).st_mode):
            rights &= _FILE_ONLY
        rule = _Beneath(rights, handle)
        _call(_ADD_RULE, ctypes.c_int(ruleset), ctypes.c_int(1), ctypes.byref(rule), ctypes.c_uint32(0))
    finally:
        os.close(handle)
