"""How fast and how well doubles are found: made-up scenes and variations of them, by the corpus' own dedupe.

    python -m eval.bench.dedupe [--count 100000] [--workers 2]

A third of the snippets are new scenes, the others variations of earlier ones: copies, other names of locals, other
comments and spaces, one changed number, one changed statement, half of it rewritten. Printed are seconds, peak memory,
and for each variation the share that was found to be the same; of new scenes and halves none should be.
"""

from __future__ import annotations

import argparse
import random
import resource
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from core.snippet import Snippet, snippet_id
from corpus.dedupe.deduper import Deduper
from corpus.dedupe.fingerprint import Fingerprint, fingerprint
from corpus.workers import Crew, batched

SHAPES = ("Circle", "Square", "Triangle", "Star", "Annulus", "Sector", "Ellipse", "RegularPolygon", "Dot", "Arc")
CALLS = ("shift", "scale", "rotate", "set_color", "next_to", "to_edge", "set_opacity", "stretch", "flip", "move_to")
SHOWS = ("Create", "FadeIn", "Write", "GrowFromCenter", "DrawBorderThenFill", "SpinInFromNothing", "Indicate", "Wiggle")
BATCH = 200


@dataclass(frozen=True)
class Made:
    """A snippet, and how it came from an earlier one."""

    kind: str
    code: str


def main() -> None:
    """Make, fingerprint, compare, and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--workers", type=int, default=2)
    options = parser.parse_args()
    started, began = time.perf_counter(), time.process_time()
    deduper, found, made = Deduper(), Counter[tuple[str, str]](), Counter[str]()
    comparing = 0.0
    with Crew(options.workers) as crew:
        stream = batched(variations(options.count), lambda one: 1, most=BATCH, weight=1 << 30)
        for batch in crew.map(_fingerprints, stream):
            since = time.perf_counter()
            for one, prints in batch:
                assert prints is not None
                made[one.kind] += 1
                same = deduper.offer(_snippet(one.code), prints)
                found[one.kind, same.how if same else "new"] += 1
            comparing += time.perf_counter() - since
    _print(options.count, time.perf_counter() - started, time.process_time() - began, comparing, made, found)


def variations(count: int, seed: int = 0) -> Iterator[Made]:
    """New scenes and variations of the last thousand of them."""
    rng = random.Random(seed)
    recent: list[str] = []
    for number in range(count):
        if number % 3 == 0 or not recent:
            code = scene(rng, number)
            recent = [*recent[-999:], code]
            yield Made("new", code)
            continue
        kind = rng.choice(sorted(CHANGES))
        yield Made(kind, CHANGES[kind](rng.choice(recent), rng))


def scene(rng: random.Random, number: int) -> str:
    """A scene of 15 to 60 statements about shapes, unlike any other."""
    lines = ["from manim import *", "", "", f"class Scene{number}(Scene):", "    def construct(self):"]
    for index in range(rng.randint(5, 15)):
        lines.append(f"        shape{index} = {rng.choice(SHAPES)}(stroke_width={rng.randint(1, 99)})")
        moves = [(rng.choice(CALLS), rng.uniform(-3, 3)) for _ in range(rng.randint(1, 3))]
        lines += [f"        shape{index}.{call}({by:.2f} * RIGHT)" for call, by in moves]
        lines.append(f"        self.play({rng.choice(SHOWS)}(shape{index}), run_time={rng.uniform(0.5, 3):.2f})")
    return "\n".join([*lines, "        self.wait()", ""])


def _copied(code: str, rng: random.Random) -> str:
    return code


def _renamed(code: str, rng: random.Random) -> str:
    return code.replace("shape", f"thing{rng.randint(0, 9)}_").replace("class Scene", "class Other")


def _commented(code: str, rng: random.Random) -> str:
    lines = code.splitlines()
    at = rng.randrange(5, len(lines))
    return "\n".join([*lines[:at], f"        # now comes number {rng.random()}", "", *lines[at:], ""])


def _number(code: str, rng: random.Random) -> str:
    return code.replace("self.wait()", f"self.wait({rng.randint(2, 9)})")


def _statement(code: str, rng: random.Random) -> str:
    lines = code.splitlines()
    lines[rng.randrange(6, len(lines) - 1)] = f"        self.wait({rng.randint(2, 9)})"
    return "\n".join([*lines, ""])


def _halved(code: str, rng: random.Random) -> str:
    lines = code.splitlines()
    other = scene(rng, 0).splitlines()
    half = len(lines) // 2
    return "\n".join([*lines[:half], *(line.replace("shape", "new") for line in other[5:]), ""])


CHANGES = {
    "copy": _copied,
    "other names": _renamed,
    "other comments": _commented,
    "other number": _number,
    "other statement": _statement,
    "half rewritten": _halved,
}


def _fingerprints(batch: list[Made]) -> list[Fingerprint]:
    return [fingerprint(one.code) for one in batch]


def _snippet(code: str) -> Snippet:
    return Snippet(id=snippet_id("bench", "", "", code), code="", description="")


def _print(
    count: int, wall: float, cpu: float, comparing: float, made: Counter[str], found: Counter[tuple[str, str]]
) -> None:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    work = cpu + children.ru_utime + children.ru_stime
    print(f"{count} snippets: {wall:.0f} s, {work:.0f} s of processor time, {comparing:.0f} s of them comparing")
    print(f"peak memory {peak:.0f} MiB, a worker {children.ru_maxrss / 1024:.0f} MiB")
    for kind in sorted(made):
        hows = ", ".join(f"{how} {n / made[kind]:.1%}" for (of, how), n in sorted(found.items()) if of == kind)
        print(f"  {kind:16} {made[kind]:7}  {hows}")


if __name__ == "__main__":
    main()
