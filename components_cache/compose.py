"""Composition: library acts → one self-contained ManimCE file.

Exactly what is used is inlined; nothing of ours is imported.
"""

from __future__ import annotations

import re
from collections import Counter

from components_cache.catalogue import PACKAGE, catalogue
from components_cache.closure import Closure, Definition, closure
from components_cache.formatting import format_code, plain_docstring
from core.component import Component
from core.scene import SceneCode
from core.storyboard import ActCall

THEME = f"{PACKAGE}.theme"


def compose(title: str, calls: tuple[ActCall, ...], name: str, *, seed: int = 0) -> SceneCode:
    """A scene `name` that opens with `title` and plays the acts in order on one stage.

    Raises LookupError for a component that is not in the library, or in the store for one called `store:<id>`.
    """
    if any(call.component.startswith("store:") for call in calls):
        from components_cache.compose_stored import compose_stored

        return compose_stored(title, calls, name)
    acts = [library_component(call.component) for call in calls]
    wanted = [(THEME, "open_stage"), *[(act.module, act.name) for act in acts]]
    if len(acts) > 1:
        wanted.append((THEME, "clear_stage"))
    parts = closure(wanted)
    source = "\n\n".join(
        [
            f'"""{title}\n\nMade by Tulku. Run with: manim -ql FILE.py {name}\n"""',
            _imports(parts),
            _body(parts),
            _scene(title, name, acts, calls, seed),
        ]
    )
    return SceneCode(format_code(source), name, tuple(dict.fromkeys(act.name for act in acts)))


def scene_name(title: str) -> str:
    """A class name from a title: `Bubble sort: 8 bars` → `BubbleSort8Bars`."""
    parts = re.findall(r"[A-Za-z0-9]+", title)
    joined = "".join(part[:1].upper() + part[1:] for part in parts)[:48]
    return joined if joined[:1].isalpha() else f"Scene{joined}"


def library_component(name: str) -> Component:
    """A component of the library by name. Raises LookupError."""
    try:
        return catalogue()[name]
    except KeyError:
        raise LookupError(f"the library has no component {name!r}") from None


def _imports(parts: Closure) -> str:
    return "\n".join([*sorted(parts.imports), "", "from manim import *"])


def _body(parts: Closure) -> str:
    clashing = _clashes(parts)
    seen: set[tuple[str, int]] = set()
    constants: list[str] = []
    functions: list[str] = []
    for definition in parts.definitions:
        if (definition.module, definition.order) in seen:
            continue
        seen.add((definition.module, definition.order))
        source = _renamed(definition, clashing)
        if definition.constant:
            constants.append(source)
        else:
            functions.append(plain_docstring(source))
    return "\n".join(constants) + "\n\n\n" + "\n\n\n".join(functions)


def _clashes(parts: Closure) -> set[str]:
    owners = Counter(name for name, _ in {(d.name, d.module) for d in parts.definitions})
    return {name for name, count in owners.items() if count > 1}


def _renamed(definition: Definition, clashing: set[str]) -> str:
    """The source with every clashing name of its module suffixed by the module's own name."""
    own = definition.module.rsplit(".", 1)[-1]
    source = definition.source
    for name in clashing & ({definition.name} | definition.needs):
        source = re.sub(rf"(?<![\w.]){re.escape(name)}(?!\w|\s*=[^=])", f"{name}_{own}", source)
    return source


def _scene(title: str, name: str, acts: list[Component], calls: tuple[ActCall, ...], seed: int) -> str:
    base = next((act.scene_kind for act in acts if act.scene_kind != "Scene"), "Scene")
    lines = [f"class {name}({base}):", "    def construct(self):", f"        open_stage(self, {title!r})"]
    if len(acts) > 1:
        lines.append("        headline = self.mobjects[-1]")
    for number, (act, call) in enumerate(zip(acts, calls, strict=True)):
        if number:
            lines.append("        clear_stage(self, headline)")
        arguments = ", ".join(["self", *[f"{key}={value}" for key, value in call.arguments]])
        lines.append(f"        {act.name}({arguments})")
    lines.append("        self.wait()")
    return "\n\n" + "\n".join(lines) + "\n"
