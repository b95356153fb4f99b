"""Plots as SVG inside the page: stacked bars, means with their intervals. Colours are classes of the page's style."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

NAME, BAR, ROW = 210, 560, 26
"""Widths of the names and of the bars, and the height of a row, in pixels."""
RIGHT = 120


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a bar: the class that colours it, how long it is, and what it is called."""

    look: str
    size: float
    label: str


@dataclass(frozen=True, slots=True)
class Span:
    """A mean with its interval; `look` tells contestants apart."""

    label: str
    look: str
    mean: float
    low: float
    high: float
    note: str = ""


def bars(rows: list[tuple[str, list[Part], str]]) -> str:
    """Stacked bars: name, parts, what stands behind. The longest fills the width."""
    longest = max((sum(part.size for part in parts) for _, parts, _ in rows), default=0.0) or 1.0
    body: list[str] = []
    for place, (name, parts, note) in enumerate(rows):
        top = place * ROW
        body.append(_name(name, top))
        at = float(NAME)
        for part in parts:
            width = BAR * part.size / longest
            body.append(
                f'<rect class="{part.look}" x="{at:.1f}" y="{top + 4}" width="{width:.1f}" height="{ROW - 8}">'
                f"<title>{escape(part.label)}</title></rect>"
            )
            at += width
        body.append(f'<text class="note" x="{at + 8:.1f}" y="{top + 17}">{escape(note)}</text>')
    return _svg(body, ROW * len(rows))


def spans(rows: list[Span], *, low: float = 0.0, high: float = 1.0) -> str:
    """Means as dots on their intervals, on one scale from `low` to `high`, marked in quarters."""
    height = ROW * len(rows)
    body: list[str] = []
    for quarter in range(5):
        x = NAME + BAR * quarter / 4
        value = low + (high - low) * quarter / 4
        body.append(f'<line class="grid" x1="{x:.1f}" y1="0" x2="{x:.1f}" y2="{height}"/>')
        body.append(f'<text class="tick" x="{x:.1f}" y="{height + 16}">{value:.0%}</text>')
    for place, span in enumerate(rows):
        middle = place * ROW + ROW / 2
        one, mean, other = (NAME + BAR * (value - low) / (high - low) for value in (span.low, span.mean, span.high))
        body += [
            _name(span.label, place * ROW),
            f'<line class="{span.look} span" x1="{one:.1f}" y1="{middle}" x2="{other:.1f}" y2="{middle}"/>',
            f'<circle class="{span.look}" cx="{mean:.1f}" cy="{middle}" r="5">'
            f"<title>{span.mean:.1%} ({span.low:.1%} to {span.high:.1%})</title></circle>",
            f'<text class="note" x="{NAME + BAR + 12}" y="{middle + 4}">{escape(span.note)}</text>',
        ]
    return _svg(body, height + 22)


def _name(text: str, top: int) -> str:
    short = text if len(text) <= 32 else f"{text[:31]}…"
    return f'<text class="name" x="{NAME - 10}" y="{top + 17}">{escape(short)}<title>{escape(text)}</title></text>'


def _svg(body: list[str], height: int) -> str:
    width = NAME + BAR + RIGHT
    return f'<svg viewBox="0 0 {width} {height}" role="img">{"".join(body)}</svg>'
