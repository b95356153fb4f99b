"""The report: pairs side by side, the least alike first, and what did not render."""

from __future__ import annotations

import hashlib
from html import escape
from pathlib import Path

from PIL import Image

from eval.conversion.likeness.pairs import Pair

_TILE = (480, 270)
_STYLE = """
body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 84rem; padding: 0 1rem; color: #ddd;
  background: #111 }
h1, h2 { font-weight: 500 } code, td, small { color: #bbb } small { display: block } td { padding-right: 1rem }
.pairs { display: grid; grid-template-columns: repeat(auto-fill, minmax(38rem, 1fr)); gap: 1.2rem }
.pairs img { width: 100%; border-radius: .3rem }
"""


def summary(pairs: list[Pair]) -> str:
    """`n of m look the same`, where m counts all scenes with a reference; pictures without anything are told apart."""
    same = sum(pair.status == "same" for pair in pairs)
    drawn = sum(pair.status != "failed" for pair in pairs)
    blank = sum(bool(pair.likeness and pair.likeness.blank) for pair in pairs)
    return f"{same} of {len(pairs)} look the same ({drawn} rendered; {blank} are blank in both)"


def write(pairs: list[Pair], path: Path, pictures: Path, command: str) -> None:
    """Write the page; the pictures it shows go to `pictures`."""
    path.parent.mkdir(parents=True, exist_ok=True)
    page = f'<!doctype html><html lang="en"><meta charset="utf-8"><title>Likeness</title><style>{_STYLE}</style>'
    shown = [_shown(pair, path.parent, pictures) for pair in _least_alike_first(pairs)]
    failed = [
        f"<tr><td>{escape(pair.listed.name)}<td>{escape(pair.message)}" for pair in pairs if pair.status == "failed"
    ]
    body = [
        f"<h1>{summary(pairs)}</h1><p>Left: manimgl. Right: converted. <code>{escape(command)}</code></p>",
        f'<div class="pairs">{"".join(shown)}</div>',
        f"<h2>Not rendered</h2><table>{''.join(failed)}</table>" if failed else "",
    ]
    path.write_text("\n".join([page, *body, "</html>\n"]), encoding="utf-8")


def _least_alike_first(pairs: list[Pair]) -> list[Pair]:
    return sorted((pair for pair in pairs if pair.likeness), key=lambda pair: -pair.likeness.fault)  # type: ignore[union-attr]


def _shown(pair: Pair, home: Path, pictures: Path) -> str:
    assert pair.likeness and pair.drawn
    target = pictures / f"pair-{hashlib.sha256(f'{pair.reference}{pair.drawn}'.encode()).hexdigest()[:16]}.jpg"
    side_by_side(pair.reference, pair.drawn).save(target, quality=85)
    like = pair.likeness
    numbers = f"fault {like.fault:.3f}, matched {like.matched:.2f}, structure {like.structure:.2f}"
    source = target.absolute().relative_to(home.absolute()).as_posix()
    return (
        f'<div><img src="{escape(source)}" loading="lazy" alt="{escape(pair.listed.name)}">'
        f"{escape(pair.listed.name)}: {pair.status}"
        f"<small>{escape(pair.listed.file.stem)}: {numbers}</small></div>"
    )


def side_by_side(left: Path, right: Path) -> Image.Image:
    """Two pictures of equal size with a gap between them."""
    width, height = _TILE
    both = Image.new("RGB", (2 * width + 6, height), "#444444")
    for place, source in enumerate((left, right)):
        with Image.open(source) as picture:
            both.paste(picture.convert("RGB").resize(_TILE), (place * (width + 6), 0))
    return both
