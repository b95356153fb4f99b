"""The report of a batch: a page with contact sheets for people, the same as JSON for programs."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import asdict
from html import escape
from os.path import relpath
from pathlib import Path
from typing import Any

from api.batch import Done
from api.topics import Problem

STYLE = """
:root{color-scheme:light dark}body{font:15px/1.5 system-ui,sans-serif;max-width:1280px;margin:2rem auto;padding:0 1rem}
h1{font-size:1.5rem}h2{font-size:1.15rem;margin-top:2.2rem}table{border-collapse:collapse}
td,th{padding:.15rem .8rem .15rem 0;text-align:left;vertical-align:top}
.grid{display:grid;grid-template-columns:repeat(auto-fill,minmax(290px,1fr));gap:1rem}
figure{margin:0}img{width:100%;border-radius:6px;background:#0d1017;aspect-ratio:16/9;object-fit:contain}
figcaption{font-size:.85rem}small{opacity:.7}.bad{color:#c33}
"""


def summary(dones: list[Done], problems: list[Problem], total: int, seconds: float) -> dict[str, Any]:
    """The figures of a batch. `total` topics were asked for; those that are in no count were not begun."""
    made = [done for done in dones if done.is_made]
    return {
        "topics": total,
        "done": len(dones),
        "statuses": dict(Counter(done.status for done in dones)),
        "served": dict(Counter(done.served for done in made)),
        "with_findings": sum(bool(done.findings) for done in made),
        "video_seconds": round(sum(done.duration for done in made), 1),
        "seconds": round(seconds, 1),
        "tokens": sum(done.tokens for done in dones),
        "cost": round(sum(done.cost for done in dones), 4),
        "bad_lines": len(problems),
    }


def write(path: Path, out: Path, dones: list[Done], problems: list[Problem], figures: dict[str, Any]) -> None:
    """Write the page to `path` and the JSON beside it; links are relative, so the folder can be moved."""
    path.parent.mkdir(parents=True, exist_ok=True)
    ordered = sorted(dones, key=lambda done: done.topic.line)
    lines = [asdict(problem) for problem in problems]
    data = {"summary": figures, "topics": [asdict(done) for done in ordered], "bad_lines": lines}
    _put(path.with_suffix(".json"), json.dumps(data, indent=1, ensure_ascii=False))
    _put(path, _page(ordered, problems, figures, relpath(out.absolute(), path.parent.absolute())))


def _put(path: Path, text: str) -> None:
    draft = path.with_name(f".{path.name}.part")
    draft.write_text(text, encoding="utf-8")
    draft.replace(path)


def _page(dones: list[Done], problems: list[Problem], figures: dict[str, Any], base: str) -> str:
    parts = [
        f"<!doctype html><html lang=en><meta charset=utf-8><meta name=viewport content='width=device-width'>"
        f"<title>Tulku batch</title><style>{STYLE}</style><h1>{figures['done']} of {figures['topics']} topics</h1>",
        _table([(name.replace("_", " "), _shown(value)) for name, value in figures.items()]),
        _bad("Not made", [(done.topic.line, done.topic.wish, _why(done)) for done in dones if not done.is_made]),
        _bad("Lines that cannot be used", [(problem.line, problem.text, problem.message) for problem in problems]),
    ]
    fields = dict.fromkeys(done.topic.field for done in dones if done.is_made)
    for name in fields:
        own = [done for done in dones if done.is_made and done.topic.field == name]
        figures_of = "".join(_figure(done, base) for done in own)
        parts.append(f"<h2>{escape(name or 'Videos')} ({len(own)})</h2><div class=grid>{figures_of}</div>")
    return "".join(parts) + "</html>\n"


def _shown(value: Any) -> str:
    return ", ".join(f"{count} {name}" for name, count in value.items()) if isinstance(value, dict) else str(value)


def _table(rows: list[tuple[str, str]]) -> str:
    return f"<table>{''.join(f'<tr><th>{escape(name)}<td>{escape(value)}' for name, value in rows)}</table>"


def _why(done: Done) -> str:
    nearest = f" (nearest: {'; '.join(done.nearest)})" if done.nearest else ""
    return f"{done.status}: {done.reason}{nearest}"


def _bad(title: str, rows: list[tuple[int, str, str]]) -> str:
    if not rows:
        return ""
    cells = "".join(f"<tr><td>{line}<td>{escape(text)}<td class=bad>{escape(why)}" for line, text, why in rows)
    return f"<h2>{title} ({len(rows)})</h2><table><tr><th>line<th>wish<th>why{cells}</table>"


def _figure(done: Done, base: str) -> str:
    """A contact sheet that leads to the video, and what to know about it."""
    image = done.files.get("contact_sheet") or done.files.get("poster", "")
    video = done.files.get("video", "")
    notes = [f"{done.duration:.0f} s", done.served, done.topic.level, *done.findings, done.reason]
    line = escape(" · ".join(filter(None, notes)))
    return (
        f"<figure><a href='{escape(f'{base}/{video}')}'><img loading=lazy alt='' src='{escape(f'{base}/{image}')}'></a>"
        f"<figcaption>{escape(done.topic.wish)}<br><small>{line}</small></figcaption></figure>"
    )
