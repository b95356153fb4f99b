"""Makes the fixed cases that Tulku ships, from the mends of the tuning half; the report half never takes part.

python -m eval.repair.examples
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

import agent.repair
from agent.repair.lessons import signature
from agent.repair.mend import FixedCase, Mended, fixed_case
from agent.repair.repair import Bounds, repair
from core.run import RunResult
from eval.broken.cases import cases
from eval.repair.trial import TIMEOUT
from render.farm import Farm

SHIPPED = Path(agent.repair.__path__[0]) / "fixed_cases.json"
EACH = 3
"""Most cases of one mend."""
# mends that get a script to run and that nobody should learn from: something is lost, or guessed
NO_EXAMPLES = (
    "dropped.", "cut_off.", "undefined.call", "undefined.method_call", "python.key", "part.cell", "part.last",
    "part.glyph_last", "string.no_markup", "import.dropped_uses", "latex.as_text",
)  # fmt: skip
_NO_COLOR = re.compile(r"set_color\(\d+\)")
"""Runs, and draws almost black: the number was meant otherwise."""


def main() -> None:
    """Mend the tuning half and write the cases."""
    farm = Farm.connect()

    def probe(code: str, scene: str | None) -> RunResult:
        return farm.probe(code, scene, timeout=TIMEOUT)

    tuning = [case for case in cases() if case.half == "tune" and case.origin != "working"]
    made = [repair(case.code, probe, bounds=Bounds(seconds=60)) for case in tuning]
    rows = chosen(mended for done in made if not done.error for mended in done.mends if _stayed(mended, done.code))
    SHIPPED.write_text(json.dumps([asdict(row) for row in rows], indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"{len(rows)} cases of {len(tuning)} scripts in {SHIPPED}")


def _stayed(mended: Mended, code: str) -> bool:
    """Whether the lines that a mend wrote came through to the end; otherwise it was a step aside."""
    case = fixed_case(mended)
    return case is not None and all(line.strip() in code for line in case.after.splitlines())


def chosen(mends: Iterable[Mended]) -> list[FixedCase]:
    """One case of each kind of error and mend, `EACH` of a mend; what a mend loses is no example."""
    found: dict[str, dict[str, FixedCase]] = {}
    for mended in mends:
        case = fixed_case(mended)
        own = found.setdefault(mended.id, {})
        if case and len(own) < EACH and _teaches(mended, case):
            own.setdefault(signature(mended.error), case)
    return [case for _, own in sorted(found.items()) for case in own.values()]


def _teaches(mended: Mended, case: FixedCase) -> bool:
    return bool(case.before) and not mended.id.startswith(NO_EXAMPLES) and not _NO_COLOR.search(case.after)


if __name__ == "__main__":
    main()
