"""Code that no person wrote ends in a clear error, soon and without ending the process."""

from __future__ import annotations

import pytest

from convert.convert import convert
from core.errors import BadInput
from tests.convert.snippets import scene

DEEP = {
    "brackets": "x = " + "(" * 3000 + "1" + ")" * 3000,
    "lists": "x = " + "[" * 150 + "1" + "]" * 150,
    "attributes": "x = a" + ".b" * 5000,
    "calls": "x = a" + ".shift(UP)" * 2000,
    "sum": "x = " + "+".join(["a"] * 20_000),
    "branches": "if a: pass\n" + "".join(f"elif a == {n}: pass\n" for n in range(3000)),
}
LARGE = {
    "line": "x = " + "+".join(["a"] * 1_000_000),
    "text": "x = '" + "a" * 2_000_000 + "'",
    "list": "x = [\n" + "Dot(),\n" * 100_000 + "]",
}


@pytest.mark.parametrize("lines", DEEP.values(), ids=DEEP)
def test_too_deep(lines: str) -> None:
    with pytest.raises(BadInput, match=r"deep|recursion"):
        convert(scene(lines))


@pytest.mark.parametrize("lines", LARGE.values(), ids=LARGE)
def test_too_large(lines: str) -> None:
    with pytest.raises(BadInput, match="more than"):
        convert(scene(lines))


def test_what_people_write_is_within_the_bounds() -> None:
    lines = "x = [" + ", ".join(["Dot()"] * 3000) + "]\ny = a" + ".shift(UP)" * 40
    assert convert(scene(lines)).scenes == ("Demo",)
