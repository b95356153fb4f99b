"""Every check, in one run: format, lint, types, import contracts, fast tests, then real renders and services.

./tulku test            everything
./tulku test --fast     without renders and services
./tulku test --sweep    also every act of the library with random parameters
"""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

BIN = Path(sys.executable).parent
PYTEST = [sys.executable, "-m", "pytest", "-n", "2"]

CHECKS: dict[str, list[str]] = {
    "format": [str(BIN / "ruff"), "format", "--check", "."],
    "lint": [str(BIN / "ruff"), "check", "."],
    "imports": [str(BIN / "lint-imports"), "--no-cache"],
    "types": [str(BIN / "pyright")],
    "fast tests": [*PYTEST, "-m", "not render and not service"],
}
SLOW: dict[str, list[str]] = {
    "renders and services": [
        *PYTEST,
        "-m",
        "(render or service) and not sweep",
        "--durations",
        "8",
        "--ignore",
        "tests/web",
    ],
    "page": [*PYTEST, "tests/web", "-m", "service"],  # a browser beside everything else is too much for one worker
}
SWEEP: dict[str, list[str]] = {"random parameters": [*PYTEST, "-m", "sweep"]}


def main() -> int:
    """Run the checks in order and print a table; returns 1 if any failed."""
    asked = sys.argv[1:]
    checks = CHECKS if "--fast" in asked else CHECKS | SLOW | (SWEEP if "--sweep" in asked else {})
    rows: list[tuple[str, bool, float]] = []
    for name, command in checks.items():
        print(f"── {name}", flush=True)
        started = time.monotonic()
        done = subprocess.run(command, check=False, timeout=3600)
        rows.append((name, done.returncode == 0, time.monotonic() - started))
    for name, ok, seconds in rows:
        print(f"{'ok    ' if ok else 'FAILED'} {name:22} {seconds:6.1f} s")
    passed = sum(ok for _, ok, _ in rows)
    print(f"checks: {passed} passed, {len(rows) - passed} failed")
    return 0 if passed == len(rows) else 1


if __name__ == "__main__":
    sys.exit(main())
