"""Names that are spelt differently in today's ManimCE: one row a fact."""

from __future__ import annotations

RENAMES: dict[str, str] = {
    "ShowCreation": "Create",
    "ShowCreationThenDestruction": "ShowPassingFlash",
    "ShowCreationThenFadeOut": "ShowPassingFlash",
    "TexMobject": "MathTex",
    "TextMobject": "Tex",
    "TexText": "Tex",
    "OldTex": "MathTex",
    "OldTexText": "Tex",
    "FadeInFromDown": "FadeIn",
    "FadeOutAndShiftDown": "FadeOut",
    "CircleIndicate": "Circumscribe",
    "FlashAround": "Circumscribe",
    "ShowPassingFlashAround": "Circumscribe",
    "ParametricCurve": "ParametricFunction",
    "ParametricSurface": "Surface",
    "GlowDot": "Dot",
    "DEG": "DEGREES",
}
