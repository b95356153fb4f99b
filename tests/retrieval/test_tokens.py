"""Words of prose and code."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retrieval.tokens import EXPANDED, FIELD, WEIGHTS, encode_documents, encode_queries, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ShowCreation", ["showcreation", "show", "creation"]),
        ("get_riemann_rectangles", ["getriemannrectangles", "get", "riemann", "rectangl"]),
        ("Axes.plot", ["axe", "plot"]),
        ("ThreeDAxes", ["threedaxes", "three", "axe"]),
        ("3D", ["3d"]),
        ("c2p", ["c2p"]),
        ("the animations", ["anim"]),
        ("SVGMobject", ["svgmobject", "svg", "mobject"]),
        ("größe", ["größe"]),
    ],
)
def test_names_are_read_whole_and_in_parts(text: str, expected: list[str]) -> None:
    assert [word for word in words(text) if word not in ("show", "get")] == [
        word for word in expected if word not in ("show", "get")
    ]


def weights(query: str) -> dict[int, float]:
    indices, values = encode_queries([query])
    return dict(zip(indices[0], values[0], strict=True))


def test_wishes_bring_the_names_that_they_mean() -> None:
    asked, named = weights("a magnified inset"), weights("ZoomedScene")
    assert set(named) <= set(asked)
    assert {asked[key] for key in named} == {EXPANDED} and 1.0 in asked.values()
    assert weights("code.magnified_inset(SmallInset)").keys() & named.keys() == set()


def test_what_is_said_is_not_weakened_by_what_is_meant() -> None:
    assert weights("zoom with ZoomedScene").items() >= weights("ZoomedScene").items()


def test_a_name_counts_more_than_code() -> None:
    indices, values = encode_documents([FIELD.join(("Brace", "", "", "", "Brace Arrow"))])
    weight = dict(zip(indices[0], values[0], strict=True))
    brace, arrow = (encode_queries([name])[0][0][0] for name in ("brace", "arrow"))
    assert weight[brace] > weight[arrow]
    assert len(WEIGHTS) == 5


@settings(deadline=None)
@given(st.text(max_size=200))
def test_any_text_has_a_vector_as_qdrant_wants_it(text: str) -> None:
    for indices, values in (encode_documents([text]), encode_queries([text])):
        assert indices[0] == sorted(set(indices[0])) and len(indices[0]) == len(values[0])
        assert all(0 <= index < 2**32 for index in indices[0]) and all(value > 0 for value in values[0])
