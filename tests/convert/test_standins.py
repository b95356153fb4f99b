"""Whoever reads the result hears of each thing that something else stands in for, with its line."""

from __future__ import annotations

from inline_snapshot import snapshot

from convert.convert import convert
from tests.convert.snippets import CE, converted, scene

THINGS = """
photo = ImageMobject("Portrait")
icon = SVGMobject("bulb.svg")
self.add_sound("pop.wav")
globe = TexturedSurface(Sphere(), "EarthMap", "NightMap")
friend = Randolph()
again = ImageMobject("Portrait")
other = ImageMobject("Landscape")
"""


def test_each_has_a_note_with_its_line() -> None:
    notes = convert(scene(THINGS, base="TeacherStudentsScene")).notes
    told = {(note.severity, note.code, note.line) for note in notes if note.severity != "info"}
    assert told == {
        ("approximated", "creature", 4),
        ("approximated", "image", 6),
        ("approximated", "svg", 7),
        ("lost", "sound", 8),
        ("approximated", "texture", 9),
        ("approximated", "creature", 10),
        ("approximated", "image", 12),
    }
    assert any("EarthMap" in note.message for note in notes)


def test_a_class_of_the_file_s_own_stands_in_for_nothing() -> None:
    code = "class Randolph(Square):\n    pass\n\n\n" + scene("self.add(Randolph())").split("\n", 1)[1]
    assert not [
        note for note in convert("from manim_imports_ext import *\n\n\n" + code).notes if note.code == "creature"
    ]


def test_manimce_has_its_own_pictures() -> None:
    assert convert(scene('self.add(ImageMobject("a.png"))', CE)).notes == ()


def test_pixels_of_a_picture_that_is_not_there() -> None:
    assert converted("pixels = np.array(Image.open(get_full_raster_image_path(name)))") == snapshot(
        "pixels = np.array(gl_open_picture(Glget_full_raster_image_path(name)))"
    )
