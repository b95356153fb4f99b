"""The gallery: one HTML page with a picture of every component, that needs nothing but itself."""

from __future__ import annotations

import base64
from collections.abc import Iterable
from html import escape
from pathlib import Path

from components_cache.schema import call_of
from components_cache.store.files import thumbnail_path
from components_cache.store.record import Stored

PAGE = Path(__file__).with_name("gallery.html")


def gallery(records: Iterable[Stored]) -> str:
    """The page. All text in it comes from scenes that somebody wished for: nothing of it is taken for HTML."""
    cards = [_card(record) for record in records]
    page = PAGE.read_text(encoding="utf-8")
    return page.replace("{{count}}", str(len(cards))).replace("{{cards}}", "\n".join(cards))


def _card(record: Stored) -> str:
    component = record.component
    rows = [
        ("state", " ".join(filter(None, (record.state, record.reason)))),
        ("from", "; ".join(_origin(record))),
        ("made of", ", ".join(record.parents)),
        ("licence", record.licence),
        ("used", f"{record.uses} times, {record.successes} well, {record.failures} failed"),
        ("box", " × ".join(_size(record))),
        ("id", record.id),
    ]
    facts = "".join(f"<dt>{name}</dt><dd>{escape(value)}</dd>" for name, value in rows if value)
    words = escape(
        " ".join([component.title, component.summary, *component.tags, *component.wishes]).lower(), quote=True
    )
    return (
        f'<article data-words="{words}">{_picture(record)}<h2>{escape(component.title)}</h2>'
        f"<p>{escape(component.summary)}</p><code>{escape(call_of(component))}</code>"
        f"<details><summary>more</summary><dl>{facts}</dl><pre>{escape(record.code)}</pre></details></article>"
    )


def _origin(record: Stored) -> list[str]:
    return [" ".join(filter(None, (origin.source, origin.place, origin.scene))) for origin in record.origins]


def _size(record: Stored) -> list[str]:
    if len(record.box) != 4:
        return []
    left, bottom, right, top = record.box
    return [f"{right - left:.2f}", f"{top - bottom:.2f}"]


def _picture(record: Stored) -> str:
    """The thumbnail inside the page; a blank of the same size where there is none."""
    try:
        data = thumbnail_path(record.thumbnail).read_bytes() if record.thumbnail else b""
    except OSError:
        data = b""
    if not data:
        return '<div class="blank"></div>'
    return f'<img loading="lazy" alt="" src="data:image/webp;base64,{base64.b64encode(data).decode()}">'
