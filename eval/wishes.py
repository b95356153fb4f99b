"""Makes every wish of a suite and says how many came out: made without findings, with findings, refused, failed.

    python -m eval.wishes wishes.json --out results [--group topic] [--jobs 2] [--plan-only]

The suite is JSON: `{"group": [{"wish": "…"}, …], …}`. A group called `unsupported` counts what was rightly refused.
Results: `results.json`, one folder a wish, and contact sheets of each group for a person to look at.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from agent.make import make
from agent.models.composer.composer import Composer
from core.errors import TulkuError, Unsupported
from core.wish import Wish

REFUSE = "unsupported"


@dataclass(frozen=True)
class Case:
    """One wish and what came of it. `status`: made, findings, refused or failed."""

    group: str
    wish: str
    status: str
    title: str = ""
    confidence: float = 0.0
    components: tuple[str, ...] = ()
    detail: str = ""
    seconds: float = 0.0
    duration: float = 0.0
    sheet: str = ""

    @property
    def right(self) -> bool:
        return self.status == ("refused" if self.group == REFUSE else "made")


def main() -> None:
    """Read the suite, make every wish, print the shares, write the sheets."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("suite", type=Path)
    parser.add_argument("--out", type=Path, default=Path("results"))
    parser.add_argument("--group", action="append", help="only these groups")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--plan-only", action="store_true", help="only say what each wish is understood as")
    options = parser.parse_args()
    suite: dict[str, list[dict[str, str]]] = json.loads(options.suite.read_text(encoding="utf-8"))
    wishes = [(group, entry["wish"]) for group, entries in suite.items() for entry in entries]
    chosen = [pair for pair in wishes if not options.group or pair[0] in options.group]
    cases = asyncio.run(_all(chosen, options.out, options.jobs, plan_only=options.plan_only))
    options.out.mkdir(parents=True, exist_ok=True)
    (options.out / "results.json").write_text(json.dumps([asdict(case) for case in cases], indent=1), encoding="utf-8")
    _print(cases)
    _sheets(cases, options.out)


async def _all(wishes: list[tuple[str, str]], out: Path, jobs: int, *, plan_only: bool) -> list[Case]:
    farm = None
    if not plan_only:
        from render.farm import Farm

        farm = await asyncio.to_thread(Farm.connect)
    turn = asyncio.Semaphore(jobs)

    async def one(place: int, group: str, text: str) -> Case:
        async with turn:
            case = await _case(group, text, out / f"{place:03}", farm)
            print(f"{case.status:9} {case.seconds:5.1f} s  {text[:70]!r} → {case.title} {case.detail[:90]}", flush=True)
            return case

    return list(await asyncio.gather(*[one(place, group, text) for place, (group, text) in enumerate(wishes)]))


async def _case(group: str, text: str, out: Path, farm: Any) -> Case:
    started = time.perf_counter()
    try:
        if farm is None:
            board = (await Composer().plan(Wish(text.strip()), ())).value
            used = tuple(call.component for scene in board.scenes for call in scene.calls)
            return Case(group, text, "made", board.title, board.confidence, used or (board.scenes[0].kind,))
        made = await make(Wish(text.strip()), out, farm=farm)
    except Unsupported as error:
        return Case(group, text, "refused", detail=f"nearest: {', '.join(error.nearest)}")
    except TulkuError as error:
        status = "refused" if type(error).__name__ == "BadInput" else "failed"
        return Case(group, text, status, detail=error.message, seconds=time.perf_counter() - started)
    return Case(
        group,
        text,
        "findings" if made.findings or made.missing else "made",
        made.title,
        made.confidence,
        made.components,
        "; ".join([*made.missing, *[finding.message for finding in made.findings]]),
        made.seconds,
        made.duration,
        str(made.contact_sheet or ""),
    )


def _print(cases: list[Case]) -> None:
    for group in dict.fromkeys(case.group for case in cases):
        own = [case for case in cases if case.group == group]
        right = sum(case.right for case in own)
        statuses = {
            status: sum(case.status == status for case in own) for status in ("made", "findings", "refused", "failed")
        }
        print(f"{group:12} {right}/{len(own)} = {right / len(own):.0%}   {statuses}")


def _sheets(cases: list[Case], out: Path, per_page: int = 8) -> None:
    """Pages of contact sheets, two abreast, each under its wish, for a person to look at."""
    shown = [case for case in cases if case.sheet and Path(case.sheet).exists()]
    for page, start in enumerate(range(0, len(shown), per_page)):
        _page(shown[start : start + per_page], out / f"sheet-{page:02}.png")


def _page(cases: list[Case], path: Path) -> None:
    from PIL import Image, ImageDraw

    width, gap = 960, 26
    tiles: list[tuple[str, Any]] = []
    for case in cases:
        image = Image.open(case.sheet).convert("RGB")
        label = f"{case.status}: {case.wish[:120]}"
        tiles.append((label, image.resize((width, round(image.height * width / image.width)))))
    columns = [tiles[0::2], tiles[1::2]]
    height = max(sum(tile.height + gap for _, tile in column) for column in columns)
    page = Image.new("RGB", (2 * width, height), "#444444")
    draw = ImageDraw.Draw(page)
    for x, column in zip((0, width), columns, strict=True):
        y = 0
        for label, tile in column:
            draw.text((x + 6, y + 6), label, fill="white", font_size=14)
            page.paste(tile, (x, y + gap))
            y += tile.height + gap
    page.save(path)


if __name__ == "__main__":
    main()
