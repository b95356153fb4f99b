"""What is the same is found; what is not, is kept; words are never lost."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.snippet import Snippet
from corpus.dedupe.deduper import MOST_VERSIONS, Deduper, Same
from corpus.dedupe.fingerprint import fingerprint, similarity
from tests.corpus.fakes import scene, snippet

LONG = scene(4) + "".join(f"        self.play(Rotate(shape, {step}))\n" for step in range(40))


def offered(deduper: Deduper, found: Snippet) -> Same | None:
    return deduper.offer(found, fingerprint(found.code))


@pytest.mark.parametrize(
    ("changed", "how"),
    [
        (LONG, "exact"),
        (LONG.replace("shape", "thing"), "normalised"),
        (LONG.replace("Scene4", "Other"), "normalised"),
        (LONG.replace("        self.wait()", "        # pause\n\n        self.wait()"), "normalised"),
        (LONG.replace('"""Number 4 is drawn as a shape of its own"""', '"""Says something else"""'), "normalised"),
        (LONG.replace("Rotate(shape, 7)", "Rotate(shape, 77)"), "near"),
        (LONG.replace("Rotate(shape", "ScaleInPlace(shape"), None),
        (scene(5), None),
    ],
)
def test_the_same_is_found(changed: str, how: str | None) -> None:
    deduper = Deduper()
    first = snippet(LONG)
    assert offered(deduper, first) is None
    same = offered(deduper, snippet(changed))
    assert (same and same.how) == how
    assert same is None or same.kept == first.id


def test_which_local_is_which_counts() -> None:
    one = "a = 1\nb = 2\nc = f(a, b)\n"
    other = "a = 1\nb = 2\nc = f(b, a)\n"
    assert fingerprint(one).normalised == fingerprint(one.replace("a", "z")).normalised
    assert fingerprint(one).normalised != fingerprint(other).normalised


def test_scenes_that_share_most_of_their_code_are_not_the_same() -> None:
    shared = LONG.replace("Scene4", "Base")
    bodies = ("self.play(FadeIn(Circle()))", "self.play(Write(Text('another thing altogether')))")
    codes = [f"{shared}\n\nclass S(Base):\n    def construct(self):\n        {body}\n" for body in bodies]
    deduper = Deduper()
    assert [deduper.offer(snippet(code, name="S"), fingerprint(code, "S")) for code in codes] == [None, None]
    blind = Deduper()
    assert [blind.offer(snippet(code), fingerprint(code)) is None for code in codes] == [True, False]


def test_same_code_other_description_keeps_both_descriptions() -> None:
    deduper = Deduper()
    first = snippet(LONG, description="A shape that turns around.")
    offered(deduper, first)
    offered(deduper, snippet(LONG, description="a shape   that turns around"))
    offered(deduper, snippet(LONG, description="Rotate a star many times", wishes=("turn a star",)))
    assert deduper.wishes[first.id] == ["Rotate a star many times", "turn a star"]


def test_same_description_other_code_is_kept_up_to_a_number() -> None:
    deduper = Deduper()
    versions = [snippet(scene(number), description="Draw a shape and move it") for number in range(MOST_VERSIONS + 2)]
    assert all(offered(deduper, version) is None for version in versions)
    assert [deduper.too_many(version) for version in versions] == [False] * MOST_VERSIONS + [True, True]
    vague = [replace(version, description="Introduction") for version in versions]
    assert not any(deduper.too_many(version) for version in vague)


def test_examples_are_compared_strictly_only() -> None:
    deduper = Deduper()
    offered(deduper, snippet(LONG, kind="example"))
    assert offered(deduper, snippet(LONG.replace("Rotate(shape, 7)", "Rotate(shape, 77)"), kind="example")) is None
    assert offered(deduper, snippet(LONG, kind="example", path="b")) is not None


@given(st.text(max_size=200))
def test_anything_has_a_fingerprint(text: str) -> None:
    prints = fingerprint(text)
    assert similarity(prints.signature, prints.signature) == 1.0
    assert prints == fingerprint(text)
