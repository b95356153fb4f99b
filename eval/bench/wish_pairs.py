"""Which pairs of wishes the cache takes for the same: false hits, and paraphrases found.

    python -m eval.bench.wish_pairs [pairs.tsv | pairs.json …] [--all] [--half tune]

A file is TSV (`=` or `!`, then the two wishes) or JSON (`[{"a", "b", "same"}, …]`); without one, the suite of this
folder, whose two halves (by a digest of the pair) are reported apart: tables were tuned on `tune` only. `--all` also
compares every wish with every other one and prints all groups that count as the same.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import time
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from agent.formulas import marked
from components_cache.wishes.guards import facts
from components_cache.wishes.meaning import THRESHOLD, likeness

SUITE = Path(__file__).parents[1] / "suites" / "wish_pairs.tsv"


@dataclass(frozen=True)
class Pair:
    """Two wishes and whether they mean the same video."""

    one: str
    other: str
    same: bool

    @property
    def half(self) -> str:
        digest = hashlib.sha256(f"{self.one}\0{self.other}".encode()).digest()
        return "tune" if digest[0] % 2 else "report"


@dataclass(frozen=True)
class Outcome:
    """A pair, whether it says the same, and its cosine where it does or is meant to."""

    pair: Pair
    said: bool
    cosine: float
    seconds: float

    @property
    def hit(self) -> bool:
        return self.said and self.cosine >= THRESHOLD


def read(path: Path) -> list[Pair]:
    """The pairs of a file."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".json":
        return [Pair(row["a"], row["b"], row["same"]) for row in json.loads(text)]
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    return [Pair(one.strip(), other.strip(), mark.strip() == "=") for mark, one, other in rows]


def judged(pair: Pair) -> Outcome:
    """What the cache makes of a pair."""
    started = time.perf_counter()
    digests = [facts(text, marked).digest for text in (pair.one, pair.other)]
    said = bool(digests[0]) and digests[0] == digests[1]
    cosine = likeness(pair.one, pair.other) if said or pair.same else 0.0
    return Outcome(pair, said, cosine, time.perf_counter() - started)


def report(name: str, outcomes: list[Outcome], *, quiet: bool = False) -> None:
    """The shares, and every pair that was judged wrongly."""
    same = [outcome for outcome in outcomes if outcome.pair.same]
    false = [outcome for outcome in outcomes if outcome.hit and not outcome.pair.same]
    found = [outcome for outcome in same if outcome.hit]
    share = f"{len(found) / len(same):.0%}" if same else "–"
    least = min((outcome.cosine for outcome in found), default=0.0)
    print(
        f"{name:8} {len(outcomes)} pairs: false hits {len(false)} of {len(outcomes) - len(same)}; "
        f"paraphrases found {len(found)} of {len(same)} = {share}; least cosine of a hit {least:.2f}"
    )
    for outcome in false:
        print(f"  FALSE  {outcome.pair.one} | {outcome.pair.other}")
    for outcome in [] if quiet else same:
        if not outcome.hit:
            print(f"  missed {outcome.cosine:.2f} {outcome.pair.one} | {outcome.pair.other}")


def groups(pairs: list[Pair]) -> None:
    """Every set of wishes that say the same, across all pairs."""
    found: dict[str, list[str]] = defaultdict(list)
    for text in dict.fromkeys(text for pair in pairs for text in (pair.one, pair.other)):
        found[facts(text, marked).digest].append(text)
    for digest, texts in found.items():
        if len(texts) > 1 or not digest:
            print("  same:" if digest else "  empty:", " | ".join(texts))


def main() -> None:
    """Judge the files of the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", type=Path, nargs="*")
    parser.add_argument("--all", action="store_true", help="compare every wish with every other one")
    parser.add_argument("--half", choices=["tune", "report"], help="list the misses of this half only")
    options = parser.parse_args()
    everything: list[Pair] = []
    for path in options.files or [SUITE]:
        pairs = read(path)
        everything += pairs
        outcomes = [judged(pair) for pair in pairs]
        report(path.stem, outcomes, quiet=path == SUITE)
        for half in ("tune", "report") if path == SUITE else ():
            own = [outcome for outcome in outcomes if outcome.pair.half == half]
            report(half, own, quiet=options.half not in (None, half))
    if options.all:
        groups(everything)


if __name__ == "__main__":
    main()
