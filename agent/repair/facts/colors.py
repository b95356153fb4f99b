"""Colours under other names: manim's own where it has one, else the colour of the web of that name."""

from __future__ import annotations

import re

from convert.facts import manim

# Names without a colour of that very name in manim or on the web.
ALIASES: dict[str, str] = {
    "CYAN": "PURE_CYAN",
    "AQUA": "PURE_CYAN",
    "MAGENTA": "PURE_MAGENTA",
    "FUCHSIA": "PURE_MAGENTA",
    "LIME": "PURE_GREEN",
    "BROWN": "DARK_BROWN",
    "LIGHT_BLUE": "BLUE_B",
    "LIGHT_GREEN": "GREEN_B",
    "LIGHT_RED": "RED_B",
    "LIGHT_YELLOW": "YELLOW_A",
    "LIGHT_PURPLE": "PURPLE_B",
    "LIGHT_ORANGE": "#FFB366",
    "LIGHT_TEAL": "TEAL_B",
    "DARK_GREEN": "GREEN_E",
    "DARK_RED": "RED_E",
    "DARK_YELLOW": "YELLOW_E",
    "DARK_PURPLE": "PURPLE_E",
    "DARK_ORANGE": "#E67300",
    "DARK_TEAL": "TEAL_E",
    "DARK_PINK": "MAROON_B",
    "DARKER_BLUE": "BLUE_E",
    "BRIGHT_YELLOW": "PURE_YELLOW",
    "BRIGHT_GREEN": "PURE_GREEN",
    "BRIGHT_RED": "PURE_RED",
    "BRIGHT_BLUE": "PURE_BLUE",
    "BRIGHT_ORANGE": "#FF9900",
    "NEON_GREEN": "#39FF14",
    "NEON_BLUE": "#1F51FF",
    "NEON_PINK": "#FF10F0",
    "ELECTRIC_BLUE": "#7DF9FF",
    "SKY": "BLUE_B",
    "GOLDEN": "GOLD",
    "AMBER": "#FFBF00",
    "COPPER": "#B87333",
    "BRONZE": "#CD7F32",
    "EMERALD": "#50C878",
    "JADE": "#00A86B",
    "MINT": "#98FF98",
    "LAVENDAR": "#E6E6FA",
    "LILAC": "#C8A2C8",
    "PEACH": "#FFDAB9",
    "CREAM": "#FFFDD0",
    "CHARCOAL": "#36454F",
    "RUBY": "#E0115F",
    "SCARLET": "#FF2400",
    "BURGUNDY": "#800020",
    "ROSE": "#FF007F",
    "MUSTARD": "#FFDB58",
    "ULTRAMARINE": "#120A8F",
    "CERULEAN": "#007BA7",
    "TRANSPARENT": "BLACK",
}

_SHADED = re.compile(r"([A-Z]+)_([A-Z])$")
_WORD = re.compile(r"(?:LIGHT|DARK|BRIGHT|DEEP|PALE|MEDIUM|SOFT|HOT|VIVID|PASTEL|NEON|PURE|LOGO)_(\w+)$")


def color(name: str) -> str:
    """What stands for a colour name: a name of manim, or "#rrggbb"; empty if it is no colour."""
    known = manim.exported()
    if name in ALIASES:
        return ALIASES[name]
    if (web := _web(name)) != "":
        return web
    if shaded := _SHADED.match(name):
        return _shade(shaded[1], shaded[2])
    if worded := _WORD.match(name):
        return worded[1] if worded[1] in known else color(worded[1])
    return ""


def _web(name: str) -> str:
    from PIL import ImageColor

    plain = name.replace("_", "").lower()
    found = ImageColor.colormap.get(plain) or ImageColor.colormap.get(plain.replace("grey", "gray"))
    return found.upper() if isinstance(found, str) else ""


def _shade(base: str, letter: str) -> str:
    """The nearest shade there is: `BLUE_F` is `BLUE_E`, `ORANGE_C` is `ORANGE`."""
    known = manim.exported()
    nearest = f"{base}_E" if letter > "E" else f"{base}_{letter}"
    if nearest in known:
        return nearest
    return base if base in known else color(base)
