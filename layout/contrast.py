"""How well one colour stands out from another: WCAG 2.2 contrast ratio, 1 (not at all) to 21."""

from __future__ import annotations

Rgb = tuple[float, float, float]


def contrast(one: Rgb, other: Rgb) -> float:
    """Contrast ratio of two opaque colours (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio)."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(color: Rgb) -> float:
    """Relative luminance of an sRGB colour, 0 to 1 (https://www.w3.org/TR/WCAG22/#dfn-relative-luminance)."""
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in color)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def rgb(code: str) -> Rgb:
    """`#rrggbb` as three numbers from 0 to 1; white for anything else."""
    digits = code.removeprefix("#")[:6]
    try:
        value = int(digits, 16) if len(digits) == 6 else 0xFFFFFF
    except ValueError:
        value = 0xFFFFFF
    return (value >> 16 & 255) / 255, (value >> 8 & 255) / 255, (value & 255) / 255


def blend(over: Rgb, under: Rgb, opacity: float) -> Rgb:
    """The colour seen where `over` with `opacity` (0 to 1) lies on `under`."""
    share = min(1.0, max(0.0, opacity))
    red, green, blue = (a * share + b * (1 - share) for a, b in zip(over, under, strict=True))
    return red, green, blue
