"""The judge: who reads a wish, what fills the slots, what is refused. Wishes of our own, none from a suite."""

import pytest

from agent.models.composer.judge import judge
from core.errors import Unsupported
from core.storyboard import ScenePlan


def only_scene(wish: str) -> ScenePlan:
    scenes = judge(wish).scenes
    assert len(scenes) == 1
    return scenes[0]


@pytest.mark.parametrize(
    "wish",
    [
        "an orange triangle fades in",
        "draw two green circles side by side",
        "write 'Good morning' in the top left corner",
    ],
)
def test_drawings_go_to_the_grammar(wish: str) -> None:
    assert only_scene(wish).kind == "direct"


@pytest.mark.parametrize(
    ("wish", "component", "argument"),
    [
        ("graph x^2 - 2 between -3 and 3", "function_graphs", ""),
        ("eigenvectors of the matrix [[3,1],[0,2]]", "eigenvectors", "3"),
        ("binomial distribution with n=12 and p=0.4", "binomial_distribution", "12"),
    ],
)
def test_mathematics_goes_to_an_intent_with_its_numbers(wish: str, component: str, argument: str) -> None:
    calls = only_scene(wish).calls
    assert component in [call.component for call in calls]
    assert argument in str([call.arguments for call in calls])


@pytest.mark.parametrize(
    ("wish", "component", "arguments"),
    [
        ("show me how insertion sort works", "insertion_sort", {}),
        ("please animate the tower of hanoi with 3 disks", "tower_of_hanoi", {"discs": "3"}),
        ("a ball thrown at 60 degrees with air resistance", "projectile_motion", {"angle": "60.0"}),
    ],
)
def test_topics_go_to_the_library_with_slots_filled(wish: str, component: str, arguments: dict[str, str]) -> None:
    (call,) = only_scene(wish).calls
    assert call.component == component
    assert dict(call.arguments) == arguments


def test_a_wish_of_two_topics_becomes_two_scenes() -> None:
    board = judge("bubble sort, then merge sort")
    assert [scene.calls[0].component for scene in board.scenes] == ["bubble_sort", "merge_sort"]


@pytest.mark.parametrize(
    "wish",
    [
        "a lasagne recipe for eight people",
        "the plot of Macbeth in detail",
        "hack into my school's server",
        "who is the best football player",
        "photorealistic video of a dog on a beach",
        "zxcv bnmq wert",
        "send an email to my teacher",
    ],
)
def test_what_nothing_here_shows_is_refused(wish: str) -> None:
    with pytest.raises(Unsupported) as refusal:
        judge(wish)
    assert "TULKU_MODEL" in refusal.value.advice


@pytest.mark.parametrize(
    "wish",
    ["how does a double pendulum move", "explain diffusion models", "the Markov decision process", "TCP handshake"],
)
def test_a_neighbour_of_what_is_there_is_refused(wish: str) -> None:
    """Topics that the library has not, although one with a like name is there."""
    with pytest.raises(Unsupported):
        judge(wish)


def test_a_refusal_names_what_is_near() -> None:
    with pytest.raises(Unsupported) as refusal:
        judge("Galois theory of quintic polynomials and solvable groups")
    assert refusal.value.nearest


def test_numbers_out_of_range_are_said_in_the_plan() -> None:
    scene = only_scene("tower of hanoi with 40 discs")
    assert "40 is outside" in scene.brief


@pytest.mark.parametrize(
    ("wish", "shown"),
    [
        ("plot tan x with its asymptotes", "np.tan(x)"),
        ("sum of 1/n^2", "1 / n ** 2"),
        ("integrate x^2 from 0 to 4", "'4'"),
        ("area under x^2 between 1 and 3", "'3'"),
    ],
)
def test_an_example_wish_still_shows_its_own_function(wish: str, shown: str) -> None:
    """Words that an act names as its own do not hide the formula and the numbers that stand beside them."""
    assert shown in repr(judge(wish).scenes[0].calls[0].arguments)


@pytest.mark.parametrize(
    "wish", ["quotient rule", "explain the quotient rule for derivatives", "a red-black tree", "segment tree"]
)
def test_a_topic_known_to_be_missing_is_refused_not_replaced(wish: str) -> None:
    with pytest.raises(Unsupported):
        judge(wish)
