"""Styles: the same scene on another ground. Every style is dark, because the house colours are made to glow."""

from __future__ import annotations

HOUSE = "3b1b"

# Each row replaces colours of `library/theme.py`: ground, grids, axes and secondary text.
STYLES: dict[str, dict[str, str]] = {
    HOUSE: {},
    "black": {"#0d1017": "#000000", "#3a4252": "#444444", "#8d96a7": "#999999", "#f4f1ea": "#ffffff"},
    "midnight": {"#0d1017": "#0b1733", "#3a4252": "#33456f", "#8d96a7": "#93a3c9"},
    "chalkboard": {"#0d1017": "#17291f", "#3a4252": "#3d5748", "#8d96a7": "#a3b5a9", "#f4f1ea": "#f6f3e4"},
}


def restyle(code: str, style: str) -> str:
    """Scene code in another style. Raises KeyError for a style that does not exist."""
    for house, other in STYLES[style].items():
        code = code.replace(f'"{house}"', f'"{other}"')
    return code
