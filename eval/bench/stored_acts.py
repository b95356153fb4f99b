"""From which confidence on the composer may show an act of the store: what is found, what is taken by mistake.

    TULKU_HOME=/tmp/harvest python -m eval.bench.stored_acts --suite wishes.json

The store is that of `python -m eval.harvest manim-docs`. Wishes for its acts, in other words than theirs, are
`eval/data/stored_acts.jsonl`; those whose act is not in the store are left out. To be refused are the wishes of the
suite that the library alone cannot show, and the topics that it is known not to have, each with itself taken out of
the negatives that the match weighs.
"""

from __future__ import annotations

import argparse
import asyncio
import json
from pathlib import Path

from agent.models.composer import judge as judging
from agent.models.composer.stored import _index  # pyright: ignore[reportPrivateUsage]
from agent.models.composer.topics import Topics, missing_topics
from components_cache.store.record import Stored
from components_cache.store.store import Store
from core.database import opened
from core.errors import Unsupported

THRESHOLDS = (0.4, 0.5, 0.55, 0.6, 0.65, 0.7, 0.8)
WISHES = Path(__file__).parents[1] / "data" / "stored_acts.jsonl"


def main() -> None:
    """Print, for each threshold, shares of wishes found, found wrongly, and of others taken."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--suite", type=Path, required=True)
    parser.add_argument("--show", action="store_true", help="also print each wish")
    options = parser.parse_args()
    records = asyncio.run(_records())
    index = _index(records)
    asked = [json.loads(line) for line in WISHES.read_text(encoding="utf-8").splitlines()]
    names = {record.name for record in records}
    wanted = [(row["wish"], row["act"]) for row in asked if row["act"] in names]
    refused = _refused(options.suite)
    print(f"{len(records)} acts, {len(wanted)} wishes for them, {len(refused)} wishes of the suite, ", end="")
    print(f"{len(missing_topics())} missing topics")
    rows = [
        [(*_best(index, wish), name) for wish, name in wanted],
        [(*_best(index, wish), "") for wish in refused],
        [(*_best(_without(records, topic), topic), "") for topic in missing_topics()[::4]],
    ]
    for kind, texts in zip(rows, ([w for w, _ in wanted], refused, missing_topics()[::4]), strict=True):
        for (sure, name, right), text in zip(kind, texts, strict=True) if options.show else ():
            print(f"  {sure:.2f} {name or '-':36} {'✓' if name and name == right else ' '} {text}")
    for threshold in THRESHOLDS:
        _print(threshold, *rows)


Row = tuple[float, str, str]


def _print(threshold: float, wanted: list[Row], refused: list[Row], missing: list[Row]) -> None:
    right = sum(sure >= threshold and name == act for sure, name, act in wanted)
    wrong = sum(sure >= threshold and bool(name) and name != act for sure, name, act in wanted)
    taken = [sum(sure >= threshold and bool(name) for sure, name, _ in rows) for rows in (refused, missing)]
    print(
        f"{threshold:.2f}  found {right}/{len(wanted)}, wrong {wrong}, "
        f"suite taken {taken[0]}/{len(refused)}, missing topics taken {taken[1]}/{len(missing)}"
    )


async def _records() -> list[Stored]:
    async with opened() as database:
        return await Store(database).listed(kind="act", most=1000)


def _refused(suite: Path) -> list[str]:
    """Wishes that the composer refuses without a store."""
    judging.stored_match = lambda wish: None
    found: list[str] = []
    for entries in json.loads(suite.read_text(encoding="utf-8")).values():
        for entry in entries:
            try:
                judging.judge(entry["wish"])
            except Unsupported:
                found.append(entry["wish"])
    return found


def _best(index: Topics, wish: str) -> tuple[float, str]:
    """How sure the best match is, and its name; no name where the best one is curated."""
    matches = index.match(wish, most=1)
    if not matches or not matches[0].component.module.startswith("store:"):
        return 0.0, ""
    return matches[0].confidence, matches[0].component.name


def _without(records: list[Stored], topic: str) -> Topics:
    """The index without this topic among the negatives."""
    index = _index(records)
    kept = [other for other in missing_topics() if other != topic]
    index.__dict__["missing"] = index.encode(kept)
    return index


if __name__ == "__main__":
    main()
