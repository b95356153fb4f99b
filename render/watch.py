"""Looking at a running job from outside: how many processes it has, and how much memory of its own."""

from __future__ import annotations

import re
from pathlib import Path

_ANONYMOUS = re.compile(rb"RssAnon:\s+(\d+) kB")


def family(pid: int) -> list[int]:
    """A process and all its descendants, as far as they can be seen."""
    found, waiting = [pid], [pid]
    while waiting:
        one = waiting.pop()
        try:
            children = [int(number) for number in Path(f"/proc/{one}/task/{one}/children").read_text().split()]
        except (OSError, ValueError):
            continue
        found += children
        waiting += children
    return found


def memory(pid: int) -> int:
    """Bytes of anonymous memory of a process, those that it still shares with its parent included; 0 if it is gone."""
    try:
        status = Path(f"/proc/{pid}/status").read_bytes()
    except OSError:
        return 0
    match = _ANONYMOUS.search(status)
    return int(match[1]) * 1024 if match else 0


def own_memory(pids: list[int], inherited: int) -> int:
    """Bytes that these processes have beyond the `inherited` ones that each got from the zygote."""
    return sum(max(0, memory(pid) - inherited) for pid in pids)
