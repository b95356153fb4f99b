"""What stands in for things that cannot come along: one row a name, with severity, code and a word for the reader.

`{0}` and `{1}` are the first arguments of the call, `{name}` is the name itself.
"""

from __future__ import annotations

from convert.result import Severity

Row = tuple[Severity, str, str]

_CREATURE: Row = ("approximated", "creature", "{name}: pi creatures are drawn anew, with the same interface")
_BUBBLE: Row = ("approximated", "bubble", "{name}: bubbles are drawn anew")
_PICTURE: Row = ("approximated", "image", "the picture {0} is shown as a labelled placeholder")
_DRAWING: Row = ("approximated", "svg", "the drawing {0} is shown as simple shapes or a labelled placeholder")
_TEXTURE: Row = ("approximated", "texture", "the texture {1} is left out: the surface gets a plain colour")
_MODEL: Row = ("approximated", "model", "the three-dimensional model {0} is shown as a labelled placeholder")
_PROP: Row = ("approximated", "drawing", "{name} is a simple drawing of our own")
_GLOW: Row = ("approximated", "glow", "{name}: glow is drawn as rings that fade")
_PATRONS: Row = ("approximated", "end_screen", "{name}: an end screen without the names and pictures of the original")
_FILM: Row = ("approximated", "film", "{name}: a film from outside is shown as a labelled placeholder")

CALLS: dict[str, Row] = {
    "ImageMobject": _PICTURE,
    "SVGMobject": _DRAWING,
    "TexturedSurface": _TEXTURE,
    "TexturedGeometry": _TEXTURE,
    "ThreeDModel": _MODEL,
    "OBJModel": _MODEL,
    "open": ("lost", "missing_data", "the file {0} is only its author's"),
    **dict.fromkeys(("GlowDot", "GlowDots"), _GLOW),
    **dict.fromkeys(("ExternallyAnimatedScene", "VideoWrapper"), _FILM),
    **dict.fromkeys(
        """Bubble SpeechBubble ThoughtBubble OldSpeechBubble OldThoughtBubble DoubleSpeechBubble""".split(),  # noqa: SIM905  # a table of names reads best as text
        _BUBBLE,
    ),
    **dict.fromkeys(
        """PiCreature Randolph Mortimer Mathematician BabyPiCreature TauCreature ThreeLeggedPiCreature Eyes
        PiCreatureScene MortyPiCreatureScene RandolphScene TeacherStudentsScene""".split(),  # noqa: SIM905
        _CREATURE,
    ),
    **dict.fromkeys(
        """Lightbulb Speedometer Laptop VideoIcon VideoSeries Clock DieFace Dartboard PatreonLogo Logo SuitSymbol
        BitcoinLogo Car SunGlasses Headphones PartyHat Guitar AoPSLogo""".split(),  # noqa: SIM905
        _PROP,
    ),
    **dict.fromkeys(
        """PatreonThanks PatreonEndScreen SideScrollEndScreen EndScene Banner OpeningQuote""".split(),  # noqa: SIM905
        _PATRONS,
    ),
}

METHODS: dict[str, Row] = {
    "add_sound": ("lost", "sound", "the sound {0} is left out"),
    "set_texture": _TEXTURE,
}
