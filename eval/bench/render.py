"""How fast the farm is against plain Manim, all measured in one run: `python -m eval.bench.render [FILE]`.

Prints medians in seconds and their ratios. `manim -ql` runs with an empty media folder each time, as a
person would run it; the farm renders the same code at the same quality. Without a file, `./tulku make` of the wish is
measured too, from the shell to its end, on the code that it wrote itself; another seed each time keeps its caches out.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from core.run import RunResult
from core.settings import Settings
from render import launch
from render.farm import Farm

WISH = "Create a circle that transforms into a square"
TULKU = Path(__file__).parents[2] / "tulku"


def main() -> None:
    """Measure and print."""
    file = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        if file is None:
            _tulku(place, 0)
        code = (file or place / "t0" / "scene.py").read_text(encoding="utf-8")
        measure(code, place, wish=file is None)


def measure(code: str, folder: Path, *, wish: bool, repeats: int = 7) -> None:
    """Time every way of making the video of `code`, interleaved so that a busy machine is unfair to none."""
    settings = Settings(home=folder / "home", runtime=folder / "run")  # pyright: ignore[reportCallIssue]
    source = folder / "scene.py"
    source.write_text(code, encoding="utf-8")
    farm = Farm(settings)
    times: dict[str, list[float]] = {"first render, farm not yet started": [], "second render": []}
    times["first render, farm not yet started"].append(_time(lambda: _good(farm.render(code, None, out=folder / "o"))))
    times["second render"].append(_time(lambda: _good(farm.render(code, None, out=folder / "p"))))
    for number in range(repeats):
        ways: dict[str, Callable[[], object]] = {
            "manim -ql": lambda n=number: _manim(source, folder / f"media{n}"),
            "warm render": lambda n=number: _good(farm.render(code, None, out=folder / f"w{n}")),
            "warm probe": lambda: _good(farm.probe(code, None)),
            "render again, same place": lambda: _good(farm.render(code, None, out=folder / "w0")),
        }
        if wish:
            ways["tulku make, first of its seed"] = lambda n=number: _tulku(folder, n + 1)
            ways["tulku make, the same again"] = lambda: _tulku(folder, 1)
        for name, way in ways.items():
            times.setdefault(name, []).append(_time(way))
    launch.end(settings)
    middle = {name: statistics.median(values) for name, values in times.items()}
    _print(middle)


def _print(middle: dict[str, float]) -> None:
    for name, seconds in middle.items():
        print(f"{name:38} {seconds:8.3f} s")
    pairs = [
        ("manim -ql", "warm render"),
        ("warm render", "warm probe"),
        ("first render, farm not yet started", "second render"),
        ("warm render", "render again, same place"),
        ("manim -ql", "tulku make, first of its seed"),
        ("manim -ql", "tulku make, the same again"),
    ]
    for slow, fast in [pair for pair in pairs if pair[1] in middle]:
        print(f"{slow} / {fast}: {middle[slow] / middle[fast]:.1f}")


def _time(way: Callable[[], object]) -> float:
    began = time.perf_counter()
    way()
    return time.perf_counter() - began


def _good(result: RunResult) -> None:
    if not result.ok:
        raise SystemExit(f"the farm could not run the code: {result.error}")


def _manim(source: Path, media: Path) -> None:
    command = [sys.executable, "-m", "manim", "-ql", "-a", "--media_dir", str(media), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=600)


def _tulku(folder: Path, seed: int) -> None:
    command = [str(TULKU), "make", WISH, "--seed", str(seed), "--out", str(folder / f"t{seed}")]
    subprocess.run(command, check=True, capture_output=True, timeout=600)


if __name__ == "__main__":
    main()
