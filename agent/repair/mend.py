"""A mend that could be made, and one that was: what was wrong, what was done, and the lines that tell of it."""

from __future__ import annotations

import difflib
import re
import textwrap
from dataclasses import dataclass

from core.finding import Finding
from core.run import SceneError

Fault = SceneError | Finding
"""What a mend answers: an error of a run, or an objection to the layout. Both have `kind`, `message` and `line`."""
_PATH = re.compile(r"(?<![\w.])(?:/[\w.+-]+)+/([\w.+-]+)")
"""Where a file lies on somebody's machine is nobody else's business; its name may matter."""
_RUN = re.compile(r" at 0x[0-9a-f]+|(?<=: )job-\w+, ")
"""What is of one run alone: addresses, names of its folder."""
LINES, LONGEST = 6, 160
"""Most lines of a fixed case on either side, and most characters of one."""


@dataclass(frozen=True, slots=True)
class Mend:
    """Changed code. `id` is family and kind, such as "keyword.renamed"; `why` is a sentence for people.

    A last `resort` loses something: it is tried when nothing else has led anywhere.
    """

    id: str
    why: str
    code: str
    resort: bool = False


@dataclass(frozen=True, slots=True)
class Mended:
    """A mend that got a script further: the fault it answered, and what it changed from."""

    id: str
    why: str
    error: Fault
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class FixedCase:
    """A fault and the few lines that changed when it was mended: an example for whoever meets one like it."""

    kind: str
    message: str
    before: str
    after: str
    why: str


def fixed_case(mended: Mended) -> FixedCase | None:
    """The lines that a mend changed; None where they are too many to show, or say nothing."""
    old, new = mended.before.splitlines(), mended.after.splitlines()
    blocks = difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    changed = [block for block in blocks if block[0] != "equal"]
    before = [line for _, a, b, _, _ in changed for line in old[a:b]]
    after = [line for _, _, _, c, d in changed for line in new[c:d]]
    few = max(len(before), len(after)) <= LINES and max(map(len, [*before, *after]), default=0) <= LONGEST
    if not few or _block(before) == _block(after):  # what only moves sideways looks the same on both sides
        return None
    message = _RUN.sub("", _PATH.sub(r"\1", (mended.error.message.strip().splitlines() or [""])[0]))
    return FixedCase(mended.error.kind, message[:LONGEST], _block(before), _block(after), mended.why)


def _block(lines: list[str]) -> str:
    return textwrap.dedent("\n".join(lines)).strip("\n")
