"""One page about a run: pass rates by year, errors by frequency, what was impossible, pictures of what was drawn."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from html import escape
from pathlib import Path

from eval.conversion.summary import by_year, counted, histogram, rate
from eval.conversion.trial import Trial

_STYLE = """
body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 76rem; padding: 0 1rem; color: #ddd;
  background: #111 }
h1, h2 { font-weight: 500 } a { color: #7cc4e8 } code, td, small { color: #bbb } small { display: block }
table { border-collapse: collapse; width: 100% } td, th { padding: .15rem .7rem .15rem 0; text-align: left;
  vertical-align: top }
.count { width: 5rem } .count i { display: block; height: .8rem; margin-top: .35rem; background: #fc6255 }
.bar { background: #333; width: 20rem; height: .8rem } .bar i { display: block; height: 100%; background: #58c4dd }
.sheets { display: grid; grid-template-columns: repeat(auto-fill, minmax(20rem, 1fr)); gap: 1rem }
.sheets img { width: 100%; max-height: 15rem; object-fit: cover; object-position: top; border-radius: .3rem }
"""
_MOST_EXAMPLES = 12


def write(trials: list[Trial], apart: Counter[str], path: Path, command: str) -> None:
    """Write the page. `apart` counts, by reason, the scenes that were not tried."""
    body = "\n".join(_sections(sorted(trials, key=lambda t: (t.file, t.scene)), apart, path.parent, command))
    page = f'<!doctype html><html lang="en"><meta charset="utf-8"><title>Conversion</title><style>{_STYLE}</style>'
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"{page}\n{body}\n</html>\n", encoding="utf-8")


def _sections(trials: list[Trial], apart: Counter[str], home: Path, command: str) -> Iterator[str]:
    yield f"<h1>{rate(trials)} of the scenes run under ManimCE</h1><p><code>{escape(command)}</code></p>"
    yield _apart(trials, apart)
    yield "<h2>By year</h2>" + _years(trials)
    yield "<h2>What went wrong</h2>" + _errors(trials)
    impossible = [trial for trial in trials if trial.status == "impossible"]
    if impossible:
        yield "<h2>Impossible</h2>" + _rows((trial.scene, trial.file, _reasons(trial)) for trial in impossible)
    pictures = [trial for trial in trials if trial.sheet]
    if pictures:
        yield "<h2>Drawn</h2>" + _sheets(pictures, home)


def _apart(trials: list[Trial], apart: Counter[str]) -> str:
    by_design = len(trials) - len(counted(trials))
    reasons = [f"{count} {escape(reason)}" for reason, count in apart.most_common()]
    if by_design:
        reasons.append(f"{by_design} raise NotImplementedError when run")
    return f"<p>Counted apart, as abstract or unfinished: {', '.join(reasons) or 'none'}.</p>"


def _years(trials: list[Trial]) -> str:
    lines = [
        f'<tr><td>{year or "?"}<td>{own}<td><div class="bar"><i style="width:{100 * own.share:.0f}%"></i></div>'
        for year, own in by_year(trials).items()
    ]
    return f"<table>{''.join(lines)}</table>"


def _errors(trials: list[Trial]) -> str:
    classes = histogram(trials)
    most = max((count for _, count, _ in classes), default=1)
    lines = [
        f'<tr><td>{count}<td class="count"><i style="width:{100 * count / most:.0f}%"></i>'
        f"<td>{escape(name)}<small><code>{escape(members[0].text)}</code></small>"
        f"<td>{escape(', '.join(f'{t.file}:{t.scene}' for t in members[:_MOST_EXAMPLES]))}"
        for name, count, members in classes
    ]
    return f"<table>{''.join(lines)}</table>"


def _rows(rows: Iterator[tuple[str, ...]]) -> str:
    lines = ["<tr>" + "".join(f"<td>{escape(cell)}" for cell in row) for row in rows]
    return f"<table>{''.join(lines)}</table>"


def _reasons(trial: Trial) -> str:
    return "; ".join(note.split(":", 1)[1] for note in trial.notes if note.startswith("impossible:"))


def _sheets(trials: list[Trial], home: Path) -> str:
    near = [(trial, escape(_near(trial.sheet, home))) for trial in trials]
    cells = [
        f'<div><a href="{file}"><img src="{file}" loading="lazy" alt="{escape(trial.scene)}"></a>'
        f"{escape(trial.scene)}<small>{escape(trial.file)}, {trial.played} animations</small></div>"
        for trial, file in near
    ]
    return f'<div class="sheets">{"".join(cells)}</div>'


def _near(file: str, home: Path) -> str:
    path = Path(file)
    return path.relative_to(home.absolute()).as_posix() if home.absolute() in path.parents else path.as_uri()
