"""Whether code parses, and where it does not."""

from __future__ import annotations

import ast
import warnings


def tree(code: str) -> ast.Module | None:
    """The syntax tree, or None."""
    found = parsed(code)
    return found if isinstance(found, ast.Module) else None


def parsed(code: str) -> ast.Module | str:
    """The syntax tree, or what is wrong, with the line."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # "\d" in a string that is not raw is the author's business
            return ast.parse(code)
    except SyntaxError as problem:
        return f"line {problem.lineno or 0}: {problem.msg}"
    except (ValueError, RecursionError, MemoryError) as problem:
        return f"line 0: {problem}"


def error_line(problem: str) -> int:
    """The line that a problem of `parsed` names, 0 if none."""
    number = problem.partition(":")[0].removeprefix("line ")
    return int(number) if number.isdigit() else 0
