"""Write `manim.json`, the facts about the installed ManimCE that conversion needs without importing it.

python -m convert.facts.generate
"""

from __future__ import annotations

import inspect
import json
from pathlib import Path
from typing import Any

TARGET = Path(__file__).with_name("manim.json")


def facts() -> dict[str, Any]:
    """Exported names; classes with their bases and keywords; methods and functions with their parameters."""
    names: dict[str, Any] = {}
    exec("from manim import *", names)  # noqa: S102  # a constant of ours; only so are star imports seen
    names.pop("__builtins__", None)
    classes = {name: thing for name, thing in names.items() if inspect.isclass(thing)}
    return {
        "version": _version(),
        "names": sorted(
            name for name in names if not inspect.ismodule(names[name]) or name in ("np", "rate_functions")
        ),
        "classes": {name: _class(thing) for name, thing in sorted(classes.items())},
        "methods": _methods(list(classes.values())),
        "functions": {name: _parameters(thing) for name, thing in sorted(names.items()) if inspect.isfunction(thing)},
    }


def _version() -> str:
    from importlib.metadata import version

    return version("manim")


def _class(cls: type) -> dict[str, Any]:
    keywords: list[str] = []
    takes_any = False
    for base in cls.__mro__:
        if "__init__" not in vars(base) or base is object:
            continue
        own = _parameters(base.__init__)
        keywords += [name for name in own if name not in keywords and not name.startswith("*")]
        takes_any = any(name.startswith("**") for name in own)
        if not takes_any:
            break
    own = (
        [name for name in _parameters(cls.__init__) if not name.startswith("**")]
        if cls.__init__ is not object.__init__
        else []
    )
    return {"bases": [b.__name__ for b in cls.__mro__[1:-1]], "own": own, "keywords": keywords, "any": takes_any}


def _methods(classes: list[type]) -> dict[str, list[str]]:
    """Parameters of every method name, of all classes that have one together; `**` if any takes any keyword."""
    found: dict[str, set[str]] = {}
    for cls in classes:
        if cls.__name__.startswith("OpenGL"):
            continue
        for name in dir(cls):
            thing = inspect.getattr_static(cls, name, None)
            if name.startswith("__"):
                continue
            found.setdefault(name, set()).update(_parameters(thing) if callable(thing) else [])
    return {name: sorted(found[name]) for name in sorted(found)}


def _parameters(thing: Any) -> list[str]:
    thing = getattr(thing, "__func__", thing)
    try:
        parameters = list(inspect.signature(thing).parameters.values())
    except (TypeError, ValueError):
        return ["*args", "**kwargs"]
    stars = {inspect.Parameter.VAR_POSITIONAL: "*", inspect.Parameter.VAR_KEYWORD: "**"}
    return [stars.get(p.kind, "") + p.name for p in parameters if p.name != "self"]


def rows(table: dict[str, Any]) -> str:
    """The facts as JSON with one row a fact, so that a new manim shows as a small difference."""
    parts = [f"{json.dumps(name)}: {_lines(value)}" for name, value in sorted(table.items())]
    return "{\n" + ",\n".join(parts) + "\n}\n"


def _lines(value: Any) -> str:
    if isinstance(value, dict):
        return "{\n" + ",\n".join(f"{json.dumps(key)}: {json.dumps(value[key])}" for key in sorted(value)) + "\n}"
    if isinstance(value, list):
        return "[\n" + ",\n".join(json.dumps(item) for item in value) + "\n]"
    return json.dumps(value)


if __name__ == "__main__":
    TARGET.write_text(rows(facts()), encoding="utf-8")
