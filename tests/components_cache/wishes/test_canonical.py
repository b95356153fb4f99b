"""The canonical form: what makes no difference to a wish, and what does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components_cache.wishes.canonical import canonical, family, key
from core.wish import Wish, WishOptions

WISHES = ("explain gradient descent", "plot x^2 from -2 to 2", "a red circle", "eigenvectors of [[2,1],[1,2]]")
BEFORE = ("please ", "Can you ", "hello, ", "Could you please ", "I'd like to ", "  ", "Hi there! ", "ok, ")
AFTER = (" please", ", thanks!", "?", "  ", " thank you", ".", " for me", " Thanks a lot")


@given(st.text(max_size=80))
def test_it_is_idempotent_on_any_text(text: str) -> None:
    assert canonical(canonical(text)) == canonical(text)


@given(st.sampled_from(WISHES), st.sampled_from(BEFORE), st.sampled_from(AFTER), st.integers(0, 2))
def test_politeness_space_and_case_make_no_difference(wish: str, before: str, after: str, case: int) -> None:
    shaped = (wish, wish.capitalize(), wish.replace(" ", "   "))[case]
    assert canonical(before + shaped + after) == canonical(wish)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("plot x²", "plot x^2"),
        ("solve x²−5x+6=0", "solve x^2-5x+6=0"),
        ("½ of a circle", "(1/2) of a circle"),
        ("“Hello” in red", '"Hello" in red'),
        ("SHOW THE UNIT CIRCLE", "show the unit circle"),
        ("ﬁbonacci", "fibonacci"),
        ("the unit circle\n", "the unit circle"),
    ],
)
def test_ways_to_type_the_same(one: str, other: str) -> None:
    assert canonical(one) == canonical(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ('write "Hello"', 'write "hello"'),
        ("write Hello", "write hello"),
        ("show 5!", "show 5"),
        ("vector A and vector b", "vector a and vector b"),
        ("plot x^2", "plot x2"),
        ("show thanks giving", "show giving"),
        ("a circle for me and you", "a circle and you"),
    ],
)
def test_what_does_make_a_difference(one: str, other: str) -> None:
    assert canonical(one) != canonical(other)


@pytest.mark.parametrize(
    "options",
    [
        WishOptions(quality="high"),
        WishOptions(style="black"),
        WishOptions(model="openai/gpt-4o"),
        WishOptions(seed=1),
        WishOptions(temperature=0.9),
    ],
)
def test_every_option_and_the_version_are_part_of_the_key(options: WishOptions) -> None:
    wish = Wish("a circle")
    assert family(wish) == family(Wish("A circle, please"))
    assert family(wish) != family(Wish("a circle", options))
    assert key(wish, "1") != key(wish, "2")
