"""Version conflicts: names of manimgl or of an older ManimCE in what the model wrote, and whether that ran at all.

After ManiBench's "version-conflict error rate" and "executability", but read by line: a rate of runs says little where
one run has one slip and another fifty. Names that the code defines itself are its own; strings and comments are not
read.
"""

from __future__ import annotations

import ast
import io
import keyword
import tokenize
from collections.abc import Iterator

from convert.dialect import GL_MARKERS, GL_METHODS, OLD_GL_MARKERS
from convert.facts.manim import exported
from convert.facts.names import RENAMES
from eval.harness.evidence import Evidence
from eval.scores.metric import Family, Metric, Scores
from eval.suites.suite import Case

MODULES = frozenset({"manimlib", "manim_imports_ext", "manimgl", "big_ol_pile_of_manim_imports"})
NAMES = (frozenset(RENAMES) | GL_MARKERS | OLD_GL_MARKERS | MODULES | {"CONFIG"}) - exported()


def measure(case: Case, evidence: Evidence) -> Scores:
    """Of the code as the model wrote it first, before anything was mended."""
    if not evidence.first:
        return {}
    lines = sum(len(list(_lines(code))) for code in evidence.first)
    bad = sum(len(conflicts(code)) for code in evidence.first)
    return {
        "executable": evidence.first_ran,
        "conflict_free": bad == 0,
        "conflict_lines": bad / lines if lines else 0.0,
    }


def conflicts(code: str) -> set[int]:
    """Lines that use a name which today's ManimCE does not have, but manimgl or an older ManimCE does."""
    names = list(_names(code))
    own = _defined(code)
    bad = {line for name, line, after_dot in names if name in NAMES - own and not after_dot}
    return bad | {line for name, line, after_dot in names if after_dot and name in GL_METHODS - own}


def _names(code: str) -> Iterator[tuple[str, int, bool]]:
    """Names with their lines, and whether a dot stands before them; up to where the code is torn."""
    before = ""
    try:
        for token in tokenize.generate_tokens(io.StringIO(code).readline):
            if token.type == tokenize.NAME and not keyword.iskeyword(token.string):
                yield token.string, token.start[0], before == "."
            before = token.string
    except (tokenize.TokenError, SyntaxError):
        return


def _defined(code: str) -> set[str]:
    try:
        tree = ast.parse(code)
    except (SyntaxError, ValueError):
        return set()
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
    return {node.name for node in ast.walk(tree) if isinstance(node, kinds)}


def _lines(code: str) -> Iterator[str]:
    """Lines with code on them."""
    yield from (line for line in code.splitlines() if line.strip() and not line.lstrip().startswith("#"))


FAMILY = Family(
    "Versions",
    (
        Metric("executable", "the first code of every scene ran"),
        Metric("conflict_free", "no name of another Manim"),
        Metric("conflict_lines", "lines with a name of another Manim", "low", "part"),
    ),
    measure,
)
