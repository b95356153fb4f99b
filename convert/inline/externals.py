"""What lies outside the repository: manim libraries of ten years, packages that are there, and those that are not."""

from __future__ import annotations

import ast
import sys
from functools import lru_cache
from pathlib import Path

LIBRARY_ROOTS = frozenset(
    """manimlib manimgl manim manim_imports_ext big_ol_pile_of_manim_imports imports helpers constants animation mobject
    scene camera utils topics region tk_scene image_mobject number_line combinatorics characters continual_animation
    container geometry for_3b1b_videos ka_playgrounds_lib extract_scene
    """.split()  # noqa: SIM905  # a table of names reads best as text
)
"""First parts of module paths under which manim's own code has been found since 2015."""

AVAILABLE = frozenset(
    """numpy scipy sympy mpmath networkx PIL math random itertools functools collections dataclasses typing enum string
    fractions decimal statistics cmath colorsys operator heapq bisect textwrap re copy __future__ abc time warnings
    numbers datetime calendar json types contextlib unicodedata struct hashlib array
    """.split()  # noqa: SIM905  # a table of names reads best as text
)
"""What a scene may import, in the sandbox too: ManimCE's own companions and the plain parts of the standard library."""

_STAND_INS: dict[tuple[str, str], tuple[str, str]] = {
    ("matplotlib", "colormaps"): ("colormaps", "colormaps"),
    ("matplotlib.pyplot", ""): ("colormaps", "colormaps"),
    ("open", ""): ("absent", "absent_file"),
    ("tiktoken", ""): ("tokens", "tiktoken"),
}
"""(module, name) → file of stand-ins, and what in it does instead; whatever else is not available is `Absent`."""

_MODULES = {"tokens": "import re"}
"""What a file of stand-ins imports."""


def is_library(dotted: str) -> bool:
    """Whether an import of that path means manim itself, in any of its ages."""
    return dotted.split(".")[0] in LIBRARY_ROOTS


def is_available(dotted: str) -> bool:
    """Whether converted code may import the package."""
    return dotted.split(".")[0] in AVAILABLE


def is_known_package(top: str) -> bool:
    """Whether a module path that starts so can only mean a package from outside."""
    return top in AVAILABLE or top in sys.stdlib_module_names


def has_stand_in(source: str, name: str) -> bool:
    """Whether something of ours does what the import is mostly used for."""
    return (source, name) in _STAND_INS


def stand_in(source: str, name: str, alias: str) -> tuple[tuple[str, ...], str]:
    """Definitions that must be there, and the line that binds `alias` (empty if a definition does)."""
    file, instead = _STAND_INS.get((source, name), ("absent", "Absent"))
    definitions = _definitions(file)
    top = instead.split(".")[0]
    needed = tuple(text for own, text in definitions.items() if own == top or own in definitions[top])
    needed = ((_MODULES[file],) if file in _MODULES else ()) + needed
    if instead == "Absent":
        return needed, f'{alias} = Absent("{source}{"." if name else ""}{name}")'
    return needed, "" if alias == instead else f"{alias} = {instead}"


@lru_cache(maxsize=64)
def _definitions(file: str) -> dict[str, str]:
    """Name → source of what a file of stand-ins defines."""
    source = (Path(__file__).with_name("standins") / f"{file}.py").read_text(encoding="utf-8")
    tree = ast.parse(source)
    return {
        node.name: ast.get_source_segment(source, node) or ""
        for node in tree.body
        if isinstance(node, (ast.ClassDef, ast.FunctionDef))
    }
