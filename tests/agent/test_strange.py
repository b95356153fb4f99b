"""What a topic does not show makes it less likely."""

import pytest

from agent.models.composer.slots import fill
from agent.models.composer.strange import strange
from components_cache.catalogue import catalogue


def left_over(component: str, wish: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    act = catalogue()[component]
    return strange(act, fill(act, wish), wish)


@pytest.mark.parametrize(
    ("component", "wish"),
    [
        ("truth_table", "truth table of A and (B or C)"),
        ("newtons_method", "Newton's method for x^3 - 7x"),
        ("determinant_as_area", "determinant of [[1,2,3],[4,5,6],[7,8,1]]"),
        ("gradient_descent", "gradient descent on x^4 - x"),
        ("hash_table_chaining", "a hash table with theta = 30"),
    ],
)
def test_formulas_and_shapes_that_are_not_shown(component: str, wish: str) -> None:
    assert left_over(component, wish)[1]


@pytest.mark.parametrize(
    ("component", "wish"),
    [
        ("truth_table", "truth table of A xor B"),
        ("determinant_as_area", "determinant of [[4,2],[1,3]]"),
        ("euler_formula", "Euler's formula e^(i theta) = cos theta + i sin theta"),
        ("elastic_collision", "two colliding balls"),
        ("roots_of_a_number", "the roots of unity for n = 6"),
        ("tower_of_hanoi", "tower of hanoi with n = 4"),  # as it is anyway
    ],
)
def test_what_an_act_shows_is_not_strange(component: str, wish: str) -> None:
    assert left_over(component, wish) == ((), ())


def test_a_matrix_of_another_shape_is_not_taken() -> None:
    assert fill(catalogue()["determinant_as_area"], "[[1,2,3],[4,5,6],[7,8,1]]").arguments == ()
