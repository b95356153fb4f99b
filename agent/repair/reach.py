"""How far a run came, so that two versions of a script can be compared."""

from __future__ import annotations

import difflib
import re
from typing import Literal

from agent.repair.lessons import signature
from core.run import RunResult, SceneError

Step = Literal["on", "aside", "back"]
_STAGES = {"syntax": 0, "policy": 1, "no_scene": 2}
_LINE = re.compile(r'File "[^"]*", line (\d+)')


def further(old_code: str, old: RunResult, new_code: str, new: RunResult) -> Step:
    """Whether the new version gets further than the old one: more animations, or a later line.

    Another kind of error at the same line is a step aside: one of several faults there may be gone.
    """
    if new.ok:
        return "on"
    assert old.error is not None and new.error is not None
    if new.error.kind in ("farm", "killed", "memory") or (new.error.kind == "timeout" and old.error.kind != "timeout"):
        return "back"
    before, after = (_stage(old), _played(old)), (_stage(new), _played(new))
    if before != after:
        return "on" if after > before else "back"
    now, then = _line(new.error), _moved(_line(old.error), old_code, new_code)
    if now == then:
        return "back" if signature(old.error) == signature(new.error) else "aside"
    return "on" if now > then else "back"


def _stage(run: RunResult) -> int:
    return _STAGES.get(run.error.kind, 3) if run.error else 4


def _played(run: RunResult) -> int:
    return len(run.report.moments) if run.report else 0


def _line(error: SceneError) -> int:
    """The line of the outermost frame: that is how far the scene itself came."""
    found = _LINE.search(error.traceback)
    return int(found[1]) if found else error.line


def _moved(line: int, old_code: str, new_code: str) -> int:
    """Where a line of the old code is in the new one."""
    if old_code == new_code or not line:
        return line
    matcher = difflib.SequenceMatcher(None, old_code.splitlines(), new_code.splitlines(), autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if a <= line - 1 < b:
            return line - a + c if tag == "equal" else min(line - a + c, max(c + 1, d))
    return line
