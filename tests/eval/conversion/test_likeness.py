"""Likeness of pictures, on pictures drawn here; finding references; the report page."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from eval.conversion.likeness import page
from eval.conversion.likeness.measure import BLANK, Likeness, compare
from eval.conversion.likeness.pairs import Pair, references
from eval.conversion.survey import Listed

BLUE, RED, WHITE = "#58C4DD", "#FC6255", "#FFFFFF"


def drawn(
    *, at: tuple[int, int] = (300, 160), size: int = 120, colour: str = BLUE, ground: str = "#000000",
    width: int = 4, caption: bool = True, scale: float = 1.0,
) -> Image.Image:  # fmt: skip
    """A circle with an axis, a square and, unless left out, a row of words as small bars."""
    picture = Image.new("RGB", (854, 480), ground)
    pen = ImageDraw.Draw(picture)
    x, y = at
    pen.ellipse((x, y, x + size, y + size), outline=colour, width=width)
    pen.line((80, 400, 770, 400), fill=WHITE, width=width)
    pen.rectangle((600, 200, 700, 300), fill=colour)
    if caption:
        for start in range(100, 500, 40):
            pen.rectangle((start, 50, start + 28, 62), fill=WHITE)
    return picture.resize((round(854 * scale), round(480 * scale)))


@pytest.mark.parametrize(
    "other",
    [
        drawn(),
        drawn(ground="#333333"),
        drawn(width=3),
        drawn(at=(306, 163)),
        drawn(scale=1.5),
        drawn(colour="#29ABCA"),
    ],
    ids=["itself", "background", "stroke", "nudge", "resolution", "shade"],
)
def test_what_a_person_would_not_mind_is_the_same(other: Image.Image) -> None:
    assert compare(drawn(), other).same


@pytest.mark.parametrize(
    "other",
    [
        drawn(caption=False),
        drawn(at=(100, 200)),
        drawn(size=230),
        drawn(colour=RED),
        Image.new("RGB", (854, 480)),
    ],
    ids=["missing", "moved", "scaled", "recoloured", "blank"],
)
def test_what_a_person_would_see_is_not_the_same(other: Image.Image) -> None:
    assert not compare(drawn(), other).same


def test_comparison_does_not_care_which_is_the_reference() -> None:
    one, two = drawn(), drawn(at=(330, 200), caption=False)
    there, back = compare(one, two), compare(two, one)
    assert there.fault == pytest.approx(back.fault, abs=0.02)
    assert there.matched == pytest.approx(back.matched, abs=0.02)


def test_two_blank_pictures_are_alike() -> None:
    assert compare(Image.new("RGB", (854, 480)), Image.new("RGB", (854, 480), "#222222")) == BLANK


def test_a_small_shift_of_everything_is_forgiven() -> None:
    moved = Image.new("RGB", (854, 480))
    moved.paste(drawn(), (8, 5))
    assert compare(drawn(), moved).matched > 0.95


def test_references_are_found_by_module_path_and_scene(tmp_path: Path) -> None:
    root, frames = tmp_path / "clone", tmp_path / "frames"
    listed = [Listed(root / "_2021/topic/part.py", "One", 2021), Listed(root / "_2021/other.py", "Two", 2021)]
    for name in ("_2021/topic/part/One.png", "2021/other/Two.png", "2021/other/Unknown.png"):
        path = frames / name
        path.parent.mkdir(parents=True, exist_ok=True)
        drawn().save(path)
    assert {scene.name for scene, _ in references(frames, root, listed)} == {"One", "Two"}


def test_the_page_shows_pairs_and_counts_what_did_not_render(tmp_path: Path) -> None:
    left, right = tmp_path / "left.png", tmp_path / "right.png"
    drawn().save(left)
    drawn(caption=False).save(right)
    listed = [Listed(Path("a.py"), name, 2021) for name in ("Good", "Bad", "Lost")]
    pairs = [
        Pair(listed[0], left, "same", left, Likeness(0, 1, 1)),
        Pair(listed[1], left, "other", right, Likeness(0.2, 0.4, 0.3)),
        Pair(listed[2], left, "failed", message="runtime: <oh> no"),
    ]
    page.write(pairs, tmp_path / "out.html", tmp_path, "python -m x")
    text = (tmp_path / "out.html").read_text()
    assert "1 of 3 look the same (2 rendered; 0 are blank in both)" in text
    assert "runtime: &lt;oh&gt; no" in text
    assert text.index("Bad: other") < text.index("Good: same")
    assert len(list(tmp_path.glob("pair-*.jpg"))) == 2
