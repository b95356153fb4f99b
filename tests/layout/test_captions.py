"""Captions: words as they appear, no formulas, a file that players read."""

from core.report import Box, Moment, SceneReport
from layout.captions import Cue, cues, webvtt


def text(words: str, top: float = 0.0) -> Box:
    return Box(1, "Text", -1, top - 1, 1, top, text=words, is_text=True)


def scene(*moments: tuple[Box, ...]) -> SceneReport:
    found = tuple(Moment(i, 2.0 * (i + 1), 2.0, boxes) for i, boxes in enumerate(moments))
    return SceneReport("S", found, duration=2.0 * len(moments))


def test_words_are_shown_from_when_they_appear_to_when_others_do() -> None:
    title, first, second = text("A title", 3), text("first"), text("second")
    assert cues(scene((title, first), (title, first), (title, second))) == (
        Cue(0.0, 4.0, "A title · first"),
        Cue(4.0, 6.0, "second"),
    )


def test_formulas_and_single_letters_are_left_out() -> None:
    assert cues(scene((text(r"\frac{a}{b}"), text("x"), text("3.14")))) == ()


def test_a_scene_without_words_has_no_captions() -> None:
    assert cues(scene((), ())) == () and webvtt(()) == "WEBVTT\n"


def test_the_file_is_webvtt() -> None:
    assert webvtt((Cue(0.5, 61.25, "a < b & c"),)) == ("WEBVTT\n\n00:00:00.500 --> 00:01:01.250\na &lt; b &amp; c\n")
