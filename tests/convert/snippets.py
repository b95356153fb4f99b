"""Snippets written for these tests: how one is put into a scene, and read back without what was put before it."""

from __future__ import annotations

from textwrap import dedent, indent

from convert.convert import convert

GL = "from manim_imports_ext import *"
OLD = "from big_ol_pile_of_manim_imports import *"
CE = "from manim import *"


def scene(lines: str, header: str = GL, base: str = "Scene") -> str:
    """A file with one scene, whose `construct` holds these lines."""
    return f"{header}\n\n\nclass Demo({base}):\n    def construct(self):\n{indent(dedent(lines).strip(), ' ' * 8)}\n"


def converted(lines: str, header: str = GL, base: str = "Scene") -> str:
    """The lines of `construct` after conversion."""
    return body(convert(scene(lines, header, base)).code)


def body(code: str) -> str:
    after = code.split("def construct(self):\n", 1)[1]
    return dedent(after).strip()


def classes(code: str, header: str = GL) -> str:
    """Module-level code after conversion, from its first own class on."""
    source = f"{header}\n\n\n{dedent(code).strip()}\n"
    result = convert(source).code
    name = source.split("class ", 1)[1].split("(")[0].split(":")[0]
    return result[result.index(f"class {name}") :].strip()
