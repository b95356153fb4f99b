"""What lies outside the repository: manim libraries of ten years, packages that are there, and those that are not."""

from __future__ import annotations

import sys

LIBRARY_ROOTS = frozenset(
    """manimlib manimgl manim manim_imports_ext big_ol_pile_of_manim_imports imports helpers constants animation mobject
    scene camera utils topics region tk_scene image_mobject number_line combinatorics characters continual_animation
    container for_3b1b_videos ka_playgrounds_lib extract_scene
    """.split()  # noqa: SIM905  # a table of names reads best as text
)
"""First parts of module paths under which manim's own code has been found since 2015."""

PACKAGES = frozenset("numpy scipy sympy networkx PIL mpmath tqdm".split())  # noqa: SIM905
"""Packages that ManimCE brings with it or that Tulku installs."""

STAND_INS: dict[tuple[str, str], str] = {
    ("tqdm", "tqdm"): "def {alias}(iterable, *args, **kwargs):\n    return iterable\n",
    ("tqdm", ""): "def {alias}(iterable, *args, **kwargs):\n    return iterable\n",
}
"""(module, name) → source that does the same without the package. A progress bar shows nothing in a video."""


def is_library(dotted: str) -> bool:
    """Whether an import of that path means manim itself, in any of its ages."""
    return dotted.split(".")[0] in LIBRARY_ROOTS


def is_available(dotted: str) -> bool:
    """Whether converted code may count on the package."""
    top = dotted.split(".")[0]
    return top in PACKAGES or top in sys.stdlib_module_names
