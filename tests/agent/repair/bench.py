"""A case without a farm: code, what went wrong, and the mends that the families offer."""

from __future__ import annotations

from agent.repair.case import Case
from agent.repair.families import candidates
from core.run import SceneError

HEAD = "from manim import *\n\nclass S(Scene):\n    def construct(self):\n"


def scene(body: str) -> str:
    """A file with one scene; the first line of the body is line 5."""
    return HEAD + "".join(f"        {line}\n" for line in body.strip("\n").splitlines())


def case(code: str, message: str, line: int, kind: str = "runtime", log: str = "") -> Case:
    frame = f'  File "scene.py", line {line}, in construct'
    return Case(code, SceneError(kind, message, line, frame, log))  # type: ignore[arg-type]


def first(the_case: Case, mend: str = "") -> tuple[str, str]:
    """Id and changed lines of the first mend, or of the first one with this id."""
    found = next(each for each in candidates(the_case) if not mend or each.id == mend)
    old = the_case.code.splitlines()
    return found.id, "\n".join(line for line in found.code.splitlines() if line not in old)


def mended(body: str, message: str, mend: str = "", line: int = 5, kind: str = "runtime") -> tuple[str, str]:
    """The same for the body of a scene."""
    return first(case(scene(body), message, line, kind), mend)


def latex(body: str, shown: str, why: str, mend: str = "", log: str = "") -> tuple[str, str]:
    """The same for a formula in the first line of a scene."""
    return first(case(scene(body), f"LaTeX cannot typeset {shown}: {why}", 5, "latex", log), mend)
