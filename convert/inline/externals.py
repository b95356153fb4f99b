"""What lies outside the repository: manim libraries of ten years, packages that are there, and those that are not."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

_HOME = Path(__file__).with_name("standins")

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

_STAND_INS: dict[tuple[str, str], str] = {
    ("matplotlib", "colormaps"): "colormaps",
    ("matplotlib.pyplot", ""): "colormaps",
    ("open", ""): "absent_file",
    ("tiktoken", ""): "tiktoken",
    ("torch", ""): "torch",
    ("openai", ""): "made_up_openai",
    ("gensim", ""): "gensim",
    ("gensim.downloader", ""): "gensim.downloader",
    ("gensim.models", "KeyedVectors"): "KeyedVectors",
    ("model", "GPT"): "MadeUpCharacters",
    ("model", "GPTConfig"): "dict",
    ("pickle", ""): "made_up_pickle",
    ("transformers", "PreTrainedModel"): "MadeUpModel",
    **{
        ("transformers", f"{kind}Tokenizer{fast}"): "MadeUpTokenizer"
        for kind in ("GPT2", "Auto")
        for fast in ("", "Fast")
    },
    **{
        ("transformers", name): "MadeUpModel"
        for name in ("GPT2LMHeadModel", "AutoModelForCausalLM", "GPTNeoForCausalLM", "LlamaForCausalLM")
    },
}
"""(module, name) → what of the stand-ins does instead; whatever else is not available is `Absent`."""

_MODULES = {"tiktoken": "import re"}
"""What a stand-in imports."""

_MADE_UP = {
    "MadeUpModel": "its predictions are made up, real ones would differ",
    "MadeUpCharacters": "its predictions are made up, real ones would differ",
    "made_up_openai": "its predictions are made up, real ones would differ",
    "KeyedVectors": "its word vectors are made up, real ones would differ",
    "made_up_pickle": "what its files hold cannot be known: an alphabet stands for it",
    "gensim": "its word vectors are made up, real ones would differ",
}
"""Stand-ins whose numbers nobody may take for real ones, and what must be said of them."""


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


def made_up(source: str, name: str) -> str:
    """What must be said of the numbers that a stand-in gives, where they are made up."""
    return _MADE_UP.get(_STAND_INS.get((source, name), "").split(".")[0], "")


def stand_in(source: str, name: str, alias: str) -> tuple[tuple[str, ...], str]:
    """Definitions that must be there, and the line that binds `alias` (empty if a definition does)."""
    instead = _STAND_INS.get((source, name), "Absent")
    needed = dict.fromkeys(_needed(instead.split(".")[0]))
    texts = (*(_MODULES[own] for own in needed if own in _MODULES), *(_definitions()[own] for own in needed))
    if instead == "Absent":
        return texts, f'{alias} = Absent("{source}{"." if name else ""}{name}")'
    return texts, "" if alias == instead else f"{alias} = {instead}"


def _needed(name: str, asking: frozenset[str] = frozenset()) -> Iterator[str]:
    """The definition and those that it names, which come first."""
    if name in asking or name not in _definitions():
        return
    named = set(re.findall(r"\w+", _definitions()[name]))
    for other in _definitions():
        if other in named and other != name:
            yield from _needed(other, asking | {name})
    yield name


@lru_cache(maxsize=1)
def _definitions() -> dict[str, str]:
    """Name → source of what the files of stand-ins define, in the files' order."""
    return {name: text for file in sorted(_HOME.glob("*.py")) for name, text in _defined(file)}


def _defined(file: Path) -> Iterator[tuple[str, str]]:
    source = file.read_text(encoding="utf-8")
    for node in ast.parse(source).body:
        text = ast.get_source_segment(source, node) or ""
        match node:
            case ast.ClassDef(name=name) | ast.FunctionDef(name=name) | ast.Assign(targets=[ast.Name(id=name)]):
                yield name, text
            case _:
                pass
