"""Faster and slower: one method in the scene's class scales every animation and every pause."""

from __future__ import annotations

import ast
import re

WORDS = re.compile(
    r"^(?:please\s+)?(?:(?:make|play|run|show)\s+(?:it|this|that|everything|the (?:video|animation))\s+)?"
    r"(?:(?:go|run|play)\s+)?(?P<how>(?:much|a (?:bit|little)|twice as|half as)\s+)?"
    r"(?P<what>slower|faster|slow(?:ly)?|fast|quicker|quickly|longer|shorter|"
    r"slow (?:it |this )?down|speed (?:it |this )?up)"
    r"(?:\s+please)?[.!]*$",
    re.IGNORECASE,
)
STEPS = {"much": 2.0, "twice as": 2.0, "half as": 2.0, "a bit": 1.25, "a little": 1.25, "": 1.5}
SCALED = re.compile(r"(animation\.run_time \*= )(\d+(?:\.\d+)?)")


def factor(message: str) -> float:
    """How many times as long everything is to take; 0 where the message is about something else."""
    found = WORDS.match(message.strip())
    if not found:
        return 0.0
    how = (found["how"] or "").strip().lower()
    slower = found["what"].lower().startswith(("slow", "long"))
    if how == "half as":  # half as fast is slower
        slower = not slower
    return STEPS[how] if slower else 1 / STEPS[how]


def paced(code: str, times: float) -> str:
    """The scene with every animation and pause `times` as long."""
    if SCALED.search(code):
        return SCALED.sub(lambda found: f"{found[1]}{float(found[2]) * times:.4g}", code)
    scene = _scene(ast.parse(code))
    lines = code.splitlines()
    at = scene.body[0].lineno - 1 - len(getattr(scene.body[0], "decorator_list", ()))
    pad = " " * scene.body[0].col_offset
    method = [
        "def compile_animations(self, *args, **kwargs):",
        f'    """Everything takes {times:.4g} times as long."""',
        "    animations = super().compile_animations(*args, **kwargs)",
        "    for animation in animations:",
        f"        animation.run_time *= {times:.4g}",
        "    return animations",
        "",
    ]
    return "\n".join([*lines[:at], *((pad + line).rstrip() for line in method), *lines[at:]]) + "\n"


def scaled(code: str) -> float:
    """How many times as long everything takes in this scene already."""
    found = SCALED.search(code)
    return float(found[2]) if found else 1.0


def scene_of(code: str) -> str:
    """The name of the scene to render. Raises ValueError where there is none."""
    return _scene(ast.parse(code)).name


def _scene(tree: ast.Module) -> ast.ClassDef:
    found = [node for node in tree.body if isinstance(node, ast.ClassDef) and any(map(_is_scene, node.bases))]
    if not found:
        raise ValueError("the code has no scene")
    return found[-1]


def _is_scene(base: ast.expr) -> bool:
    return ast.unparse(base).endswith("Scene")
