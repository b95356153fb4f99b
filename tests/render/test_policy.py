# ruff: noqa: E501  # one program per line reads better than a broken one
"""Early refusals: what is named, and that ordinary scenes pass."""

from __future__ import annotations

import pytest

from render.policy import check


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ("import os", "os"),
        ("import os.path as p", "os"),
        ("from subprocess import run", "subprocess"),
        ("import numpy, socket", "socket"),
        ("from . import x", "relative"),
        ("open('x')", "open"),
        ("eval('1')", "eval"),
        ("exec('1')", "exec"),
        ("__import__('os')", "__import__"),
        ("().__class__.__bases__", "__bases__"),
        ("print.__globals__", "__globals__"),
        ("__builtins__", "__builtins__"),
        ("from manimlib import *", "another Manim"),
    ],
)
def test_refused_with_its_line(line: str, word: str) -> None:
    error = check(f"x = 1\n{line}\n")
    assert error is not None
    assert (error.kind, error.line) == ("policy", 2)
    assert word in error.message


@pytest.mark.parametrize(
    "code",
    [
        "from manim import *\nimport numpy as np, math, random\nfrom itertools import cycle\nfrom scipy.integrate import odeint",
        "class A(VGroup):\n    def __init__(self, **k):\n        super().__init__(**k)\n        self.name = self.__class__.__name__",
        "import networkx as nx\nimport sympy\nfrom dataclasses import dataclass\nfrom __future__ import annotations",
        "if __name__ == '__main__':\n    pass",
    ],
)
def test_ordinary_scenes_pass(code: str) -> None:
    assert check(code) is None


def test_syntax_error_has_line_and_text() -> None:
    error = check("x = 1\nfor i in\n")
    assert error is not None
    assert (error.kind, error.line) == ("syntax", 2)
    assert "for i in" in error.message


@pytest.mark.parametrize("code", ["x = " + "(" * 5000, "x = " + "-" * 200_000 + "1", "\0", "a" + ".a" * 50_000])
def test_code_that_breaks_parsers_is_refused_not_fatal(code: str) -> None:
    import subprocess
    import sys

    program = "import sys; from render.policy import check; print(check(sys.stdin.read()))"
    done = subprocess.run([sys.executable, "-c", program], input=code, text=True, capture_output=True, timeout=60)
    assert done.returncode == 0 or done.returncode < 0, done.stderr  # a crash is why this runs in the sandbox
