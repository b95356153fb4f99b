import pytest

from agent.models.composer.slots import fill
from core.component import Component, Parameter

SORT = Component(
    name="sort_bars",
    module="m",
    title="Sort",
    summary="",
    description="",
    kind="act",
    parameters=(
        Parameter("count", "int", "6", "how many bars", 3, 12, said=("bars", "elements", "n")),
        Parameter("values", "list[int]", "[3, 1, 2]", "the numbers", 1, 99, 3, 8),
        Parameter("rate", "float", "0.1", "learning rate", 0.01, 1.0, said=("learning rate", "rate")),
        Parameter("start", "tuple[float, float]", "(0, 0)", "where it starts"),
        Parameter("matrix", "list[list[float]]", "[[1, 0], [0, 1]]", "the matrix"),
        Parameter("order", "str", "'ascending'", "direction", choices=("ascending", "descending")),
        Parameter("marks", "bool", "False", "show marks", said=("marks", "markers")),
    ),
)


@pytest.mark.parametrize(
    ("wish", "arguments"),
    [
        ("sort 8 bars", {"count": "8"}),
        ("sort eight bars", {"count": "8"}),
        ("sort with n = 5", {"count": "5"}),
        ("a learning rate of 0.3", {"rate": "0.3"}),
        ("learning rate 0.3", {"rate": "0.3"}),
        ("sort [5, 2, 9, 1]", {"values": "[5, 2, 9, 1]"}),
        ("sort 5, 2, 9 and 1", {"values": "[5, 2, 9, 1]"}),
        ("start at (1, -2)", {"start": "(1.0, -2.0)"}),
        ("the matrix [[1,1],[0,1]]", {"matrix": "[[1, 1], [0, 1]]"}),
        ("sort in descending order", {"order": "'descending'"}),
        ("sort with markers", {"marks": "True"}),
        ("sort without marks", {}),
        ("just sort", {}),
    ],
)
def test_slots_are_filled_from_words(wish: str, arguments: dict[str, str]) -> None:
    assert dict(fill(SORT, wish).arguments) == arguments


def test_a_value_out_of_range_is_moved_and_said() -> None:
    filled = fill(SORT, "sort 500 bars")
    assert dict(filled.arguments) == {"count": "12"}
    assert "count 500 is outside" in filled.notes[0]


def test_numbers_that_no_slot_took_are_named() -> None:
    assert fill(SORT, "sort 8 bars in 3 rounds").numbers_left == ("3",)


PAIR = Component(
    name="pair",
    module="m",
    title="Pair",
    summary="",
    description="",
    kind="act",
    parameters=(
        Parameter("u", "tuple[float, float]", "(1, 0)", "first", said=("of",)),
        Parameter("v", "tuple[float, float]", "(0, 1)", "second", said=("onto",)),
        Parameter("left", "list[list[float]]", "[[1, 0], [0, 1]]", "first"),
        Parameter("right", "list[list[float]]", "[[1, 0], [0, 1]]", "second"),
        Parameter("n", "int", "5", "how many", 2, 9, said=("# choose", "n")),
        Parameter("k", "int", "2", "chosen", 1, 9, said=("choose", "k")),
        Parameter("share", "float", "0.5", "share", 0.0, 1.0, said=("share",)),
        Parameter("inner", "int", "3", "not to be spoken of"),
    ),
)


@pytest.mark.parametrize(
    ("wish", "arguments"),
    [
        ("(2,1) and then (3,-1)", {"u": "(2.0, 1.0)", "v": "(3.0, -1.0)"}),
        ("onto (2,1) the vector (3,-1)", {"u": "(3.0, -1.0)", "v": "(2.0, 1.0)"}),
        ("(1,2,3) is no point of the plane", {}),
        ("[[1,2],[3,4]] times [[0,1],[1,0]]", {"left": "[[1, 2], [3, 4]]", "right": "[[0, 1], [1, 0]]"}),
        ("6 choose 3", {"n": "6", "k": "3"}),
        ("a share of 30 percent", {"share": "0.3"}),
        ("a share of 30%", {"share": "0.3"}),
        ("the 4th k", {"k": "4"}),
        ("n(7)", {"n": "7"}),
        ("inner 4", {}),
    ],
)
def test_points_and_matrices_are_given_out_and_words_show_where_numbers_stand(
    wish: str, arguments: dict[str, str]
) -> None:
    assert dict(fill(PAIR, wish).arguments) == arguments


@pytest.mark.parametrize("wish", ["with n = 9", "an array of size 9", "a list of length 9"])
def test_a_size_without_a_unit_is_the_first_count(wish: str) -> None:
    bars = Component(
        "s", "m", "S", "", "", "act", parameters=(Parameter("count", "int", "6", "", 3, 12, said=("bars",)),)
    )
    assert dict(fill(bars, wish).arguments) == {"count": "9"}
