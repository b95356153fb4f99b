"""English colour names and what Manim calls them."""

from __future__ import annotations

COLORS: dict[str, str] = {
    "red": "RED", "blue": "BLUE", "green": "GREEN", "yellow": "YELLOW", "orange": "ORANGE", "purple": "PURPLE",
    "violet": "PURPLE", "lilac": "PURPLE_A", "lavender": "PURPLE_A", "pink": "PINK", "teal": "TEAL",
    "cyan": "PURE_CYAN",
    "aqua": "TEAL_A", "turquoise": "TEAL", "magenta": "PURE_MAGENTA", "gold": "GOLD", "golden": "GOLD",
    "maroon": "MAROON",
    "crimson": "RED_E", "scarlet": "PURE_RED", "brown": "LIGHT_BROWN", "white": "WHITE", "gray": "GRAY",
    "grey": "GRAY",
    "black": "GRAY_E", "silver": "GRAY_B", "lime": "PURE_GREEN", "olive": "#808000", "indigo": "#4B0082",
    "navy": "DARK_BLUE", "beige": "#F5F5DC", "salmon": "RED_A", "coral": "#FF7F50", "mint": "GREEN_A",
    "khaki": "#F0E68C",
    "tan": "#D2B48C", "peach": "#FFDAB9", "amber": "#FFBF00", "ruby": "#E0115F", "emerald": "#50C878",
    "sapphire": "#0F52BA", "ivory": "#FFFFF0", "azure": "BLUE_A", "fuchsia": "PURE_MAGENTA", "charcoal": "GRAY_D",
}  # fmt: skip
"""Black would vanish on the dark ground, so it is drawn as a very dark grey."""

_SHADED = {"RED", "BLUE", "GREEN", "YELLOW", "PURPLE", "TEAL", "GOLD", "MAROON", "GRAY"}
_SHADES = {"light": "A", "pale": "A", "pastel": "A", "bright": "C", "dark": "E", "deep": "E", "vivid": "C", "neon": "C"}
SHADE_WORDS = frozenset(_SHADES)
_SPECIAL = {("light", "BROWN"): "LIGHT_BROWN", ("dark", "LIGHT_BROWN"): "DARK_BROWN", ("light", "PINK"): "LIGHT_PINK"}

PALETTE = ("BLUE", "YELLOW", "GREEN", "RED", "TEAL", "PURPLE", "ORANGE", "PINK")
"""Given in this order to things whose colour the wish leaves open."""

RAINBOW = ("RED", "ORANGE", "YELLOW", "GREEN", "TEAL", "BLUE", "PURPLE", "PINK", "GOLD", "MAROON")
"""Used for "each a different colour"."""


def shaded(shade: str, color: str) -> str:
    """The lighter or darker sister of a Manim colour; the colour itself where it has none."""
    if (shade, color) in _SPECIAL:
        return _SPECIAL[shade, color]
    return f"{color}_{_SHADES[shade]}" if color in _SHADED else color


def contrast(color: str, others: tuple[str, ...]) -> str:
    """The first palette colour not among `color` and `others`."""
    return next((candidate for candidate in PALETTE if candidate not in (color, *others)), "WHITE")
