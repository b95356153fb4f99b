"""The option `complexity`: what it adds to a storyboard of the composer, and what it says where it adds nothing."""

import pytest

from agent.models.composer.composer import Composer
from agent.models.composer.depth import ALONE, DRAWING, PARTS, SHORT
from core.storyboard import Storyboard
from core.wish import Complexity, Wish, WishOptions


async def board(text: str, complexity: Complexity) -> Storyboard:
    return (await Composer().plan(Wish(text, WishOptions(complexity=complexity)), ())).value


async def test_high_goes_on_with_another_act_of_the_topic() -> None:
    plain, deep = [await board("gradient descent", depth) for depth in ("medium", "high")]
    assert len(plain.scenes) == 1 and plain.notes == ()
    assert deep.scenes[0] == plain.scenes[0] and deep.title == plain.title and deep.notes == ()
    assert deep.scenes[1].calls[0].component not in ("", plain.scenes[0].calls[0].component)
    assert "descent" in deep.scenes[1].title.lower()


async def test_every_further_act_can_be_written() -> None:
    wish = Wish("the Pythagorean theorem", WishOptions(complexity="high"))
    plan = (await Composer().plan(wish, ())).value
    codes = [(await Composer().write(wish, scene, ())).value for scene in plan.scenes]
    assert len({code.name for code in codes}) == len(codes) == 2


@pytest.mark.parametrize(
    ("wish", "complexity", "note"),
    [
        ("gradient descent", "low", SHORT),
        ("draw two green circles side by side", "high", DRAWING),
        ("bubble sort, then the Pythagorean theorem", "high", PARTS),
        ("the Doppler effect", "high", ALONE),
    ],
)
async def test_what_cannot_be_done_is_said(wish: str, complexity: Complexity, note: str) -> None:
    plain, asked = await board(wish, "medium"), await board(wish, complexity)
    assert asked.notes == (note,) and asked.scenes == plain.scenes
