"""What a language model said, read as Python code or JSON. Nothing here runs the code.

Models wrap code in prose, fences (doubled, unclosed), thoughts or JSON, and stop in the middle. Public entries:
`read_code`, `read_json`, `joined`.
"""

from __future__ import annotations

import ast
import json
import re
import textwrap
from dataclasses import dataclass
from typing import Any, cast

from core.parsing import parsed_with

_THOUGHT = re.compile(r"<(think|thinking|thought)>.*?</\1>", re.DOTALL)
_OPEN_THOUGHT = re.compile(r"^\s*<(think|thinking|thought)>(?!.*</\1>).*", re.DOTALL)
_FENCE = re.compile(r"^\s{0,3}(`{3,}|~{3,})\s*([\w+.-]*)\s*$")
_CODE_START = re.compile(r"^(from\s+\S+\s+import\b|import\s+\w|class\s+\w+|def\s+\w+|@\w|#!|\"\"\")")
_SCENE_LINE = re.compile(r"^class\s+(\w+)\s*\(([^)]*Scene[^)]*)\)\s*:", re.MULTILINE)
_INCOMPLETE = 0x4000
"""`ast.PyCF_ALLOW_INCOMPLETE_INPUT`, which typeshed does not know: tells input that only stops too early."""


@dataclass(frozen=True, slots=True)
class CodeAnswer:
    """Code found in an answer. `cut` says that it stops in the middle, `scene` is the class to render or empty."""

    code: str
    scene: str
    cut: bool


def read_code(text: str, wanted: str = "") -> CodeAnswer:
    """The Python file in an answer. `wanted` is the scene class that was asked for; another one is taken if need be.

    A syntax error in the middle is no reason to refuse: that is for the repair loop to mend.
    """
    plain = _unwrapped(without_thoughts(text))
    blocks, open_fence = _blocks(plain)
    code = _best(blocks) if blocks else _bare(plain)
    code = textwrap.dedent(code).strip("\n")
    last = bool(blocks) and code == textwrap.dedent(blocks[-1]).strip("\n")
    cut = _stops_early(code) or (open_fence and last and not _parses(code))
    return CodeAnswer(f"{code}\n" if code else "", _scene(code, wanted), cut)


def without_thoughts(text: str) -> str:
    """The answer without the thinking that some models put before it."""
    return _OPEN_THOUGHT.sub("", _THOUGHT.sub("", text)).strip()


def joined(start: str, rest: str) -> str:
    """A broken off answer and its continuation as one file, whatever of the start the continuation says again."""
    more = _continuation(rest)
    if _parses(textwrap.dedent(more)) and _scene(more, "") and _imports(more):
        return more
    for size in range(min(len(start), len(more)), 3, -1):
        if start.endswith(more[:size]) and len(more[:size].strip()) > 3:  # equal indentation alone proves nothing
            return start + more[size:]
    lines = start.splitlines()
    if lines and more.lstrip().startswith(lines[-1].strip()) and lines[-1].strip():  # the last line is said again
        return "\n".join([*lines[:-1], _indent(lines[-1]) + more.lstrip()])
    return start + more


def read_json(text: str) -> Any:
    """The JSON value in an answer: alone, fenced, or in the middle of prose. Raises `ValueError` if there is none."""
    plain = without_thoughts(text)
    for candidate in (plain, *_blocks(plain)[0]):
        try:
            return json.loads(candidate)
        except ValueError:
            continue
    decoder = json.JSONDecoder()
    for found in re.finditer(r"[{\[]", plain):
        try:
            value, _ = decoder.raw_decode(plain, found.start())
        except ValueError:
            continue
        if isinstance(value, dict):
            return cast("dict[str, Any]", value)
    raise ValueError("no JSON object in the answer")


def scene_name(title: str) -> str:
    """A class name for a scene title: `Why L1 is sparse` gives `WhyL1IsSparse`."""
    words = re.findall(r"[A-Za-z0-9]+", title)[:8]
    name = "".join(word[0].upper() + word[1:] for word in words)[:40]
    return name if name[:1].isalpha() else f"Scene{name}" if name else "WishScene"


def _unwrapped(text: str) -> str:
    """Some models answer with JSON that holds the code."""
    if not text.startswith("{"):
        return text
    try:
        value: Any = json.loads(text)
    except ValueError:
        return text
    strings = [v for v in cast("dict[str, Any]", value).values() if isinstance(v, str) and "class " in v]
    return strings[0] if strings else text


def _blocks(text: str) -> tuple[list[str], bool]:
    """Fenced blocks, and whether the last one was left open. Doubled fences count once."""
    blocks: list[str] = []
    current: list[str] | None = None
    for line in text.splitlines():
        fence = _FENCE.match(line)
        if not fence:
            if current is not None:
                current.append(line)
        elif current is None:
            current = []
        elif fence[2] and not any(part.strip() for part in current):
            current = []  # a second opening fence right after the first
        else:
            blocks.append("\n".join(current))
            current = [] if fence[2] else None
    left_open = current is not None and any(part.strip() for part in current)
    if current is not None and left_open:
        blocks.append("\n".join(current))
    return [block for block in blocks if block.strip()], left_open


def _best(blocks: list[str]) -> str:
    """The block with a scene, or all of them as one file, or the longest."""
    with_scene = [block for block in blocks if _scene(textwrap.dedent(block), "")]
    if with_scene:
        return max(with_scene, key=lambda block: (_parses(textwrap.dedent(block)), len(block)))
    whole = "\n\n".join(textwrap.dedent(block) for block in blocks)
    return whole if _parses(whole) and len(blocks) > 1 else max(blocks, key=len)


def _bare(text: str) -> str:
    """Code without a fence: from its first line to the last one before prose sets in again."""
    lines = text.splitlines()
    start = next((i for i, line in enumerate(lines) if _CODE_START.match(line)), None)
    if start is None:
        return ""
    lines = lines[start:]
    if _stops_early("\n".join(lines)):
        return "\n".join(lines)
    for end in range(len(lines), 0, -1):
        if _parses("\n".join(lines[:end])):
            return "\n".join(lines[:end])
        if lines[end - 1].startswith((" ", "\t")):  # prose is not indented: what is wrong lies inside the code
            break
    return "\n".join(lines)


def _continuation(rest: str) -> str:
    plain = without_thoughts(rest)
    blocks, _ = _blocks(plain)
    return max(blocks, key=len) if blocks else re.sub(r"\n\s*(`{3,}|~{3,})\s*$", "", rest).rstrip()


def _indent(line: str) -> str:
    return line[: len(line) - len(line.lstrip())]


def _imports(code: str) -> bool:
    return bool(re.search(r"^(from manim|import manim)", code, re.MULTILINE))


def _parses(code: str) -> bool:
    try:
        ast.parse(code)
    except (SyntaxError, ValueError):
        return False
    return True


def _stops_early(code: str) -> bool:
    """Whether the code is right so far but stops inside a statement, a bracket, a string or an empty body."""
    try:
        parsed_with(code + "\n", "<answer>", _INCOMPLETE)
    except SyntaxError as error:
        if "incomplete input" in (error.msg or ""):
            return True
        at_end = (error.lineno or 0) >= len(code.rstrip().splitlines())
        return at_end and str(error.msg).startswith(("unterminated", "expected an indented block", "'"))
    except ValueError:
        return False
    return False


def _scene(code: str, wanted: str) -> str:
    """The class to render: the one wanted, or the longest scene that no other one inherits from."""
    try:
        tree = ast.parse(code)
    except (SyntaxError, ValueError):
        names = [found[1] for found in _SCENE_LINE.finditer(code)]
        return wanted if wanted in names else names[-1] if names else ""
    classes = {node.name: node for node in tree.body if isinstance(node, ast.ClassDef)}
    scenes = {name: node for name, node in classes.items() if _is_scene(node, classes)}
    if wanted in scenes:
        return wanted
    inherited = {base for node in scenes.values() for base in _base_names(node)}
    leaves = [node for name, node in scenes.items() if name not in inherited]
    return max(leaves, key=lambda node: (node.end_lineno or 0) - node.lineno).name if leaves else ""


def _is_scene(node: ast.ClassDef, classes: dict[str, ast.ClassDef], depth: int = 0) -> bool:
    bases = _base_names(node)
    if any(base.endswith("Scene") and base not in classes for base in bases):
        return True
    return depth < 8 and any(base in classes and _is_scene(classes[base], classes, depth + 1) for base in bases)


def _base_names(node: ast.ClassDef) -> list[str]:
    found: list[str] = []
    for base in node.bases:
        inner = base.value if isinstance(base, ast.Subscript) else base
        if isinstance(inner, ast.Name):
            found.append(inner.id)
        elif isinstance(inner, ast.Attribute):
            found.append(inner.attr)
    return found
