"""Code is cut at its syntax."""

import ast

from hypothesis import given, settings
from hypothesis import strategies as st

from retrieval.chunks import LONGEST, chunks


def scene(methods: int, statements: int) -> str:
    body = "".join(
        f"    def step_{m}(self):\n" + "".join(f"        self.wait({s})\n" for s in range(statements))
        for m in range(methods)
    )
    return f"from manim import *\n\n\nclass Long(Scene):\n    tempo = 2\n\n{body}\n\ndef helper():\n    return Dot()\n"


def test_what_is_short_stays_whole() -> None:
    code = scene(2, 5)
    assert [chunk.text for chunk in chunks(code)] == [code]


def test_a_long_scene_is_cut_into_methods_and_helpers() -> None:
    parts = [chunk.part for chunk in chunks(scene(5, 20))]
    assert parts == ["Long", *(f"Long.step_{m}" for m in range(5)), "helper"]


def test_a_long_method_is_cut_between_statements() -> None:
    code = scene(1, 150)
    runs = [chunk for chunk in chunks(code) if chunk.part == "Long.step_0"]
    assert len(runs) == 3 and all(run.last - run.first < LONGEST for run in runs)
    assert [run.first for run in runs[1:]] == [run.last + 1 for run in runs[:-1]]


def test_code_that_does_not_parse_is_one_chunk() -> None:
    code = "class (:\n" * 100
    assert [chunk.text for chunk in chunks(code)] == [code]


@settings(deadline=None)
@given(st.integers(1, 6), st.integers(1, 90))
def test_every_statement_of_a_definition_is_in_a_chunk(methods: int, statements: int) -> None:
    code = scene(methods, statements)
    covered = {line for chunk in chunks(code) for line in range(chunk.first, chunk.last + 1)}
    waits = {node.lineno for node in ast.walk(ast.parse(code)) if isinstance(node, ast.Expr)}
    assert waits <= covered
