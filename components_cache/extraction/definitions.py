"""Functions and classes of a file that build mobjects; what they are called with becomes their defaults."""

from __future__ import annotations

import ast
import textwrap
from collections.abc import Iterator

from components_cache.catalogue import catalogue
from components_cache.extraction import naming
from components_cache.extraction.building import built, is_space
from components_cache.extraction.candidate import Candidate, Dropped
from components_cache.extraction.flow import steps
from components_cache.extraction.lifting import body
from components_cache.extraction.reading import Source
from components_cache.extraction.values import Value, value_of
from components_cache.extraction.writing import Head, candidate
from components_cache.origin import Origin
from core.component import SceneKind

ANY = Value("", "object")


def definitions(source: Source, origin: Origin) -> Iterator[Candidate | Dropped]:
    """One candidate for each function that returns a mobject, and for each class of mobjects."""
    for node in source.tree.body:
        if isinstance(node, ast.FunctionDef) and node.name not in catalogue():
            kind = built(source, node)
            if kind and not _is_staged(node):
                yield _function(source, node, kind, origin)
        elif isinstance(node, ast.ClassDef) and node is not source.scene and source.is_mobject(node.name):
            yield _class(source, node, origin)


def _is_staged(node: ast.FunctionDef) -> bool:
    """Whether it wants a scene, and so plays rather than builds."""
    return bool(node.args.args) and node.args.args[0].arg in ("self", "scene")


def _function(source: Source, node: ast.FunctionDef, kind: str, origin: Origin) -> Candidate | Dropped:
    found = "it takes any number of arguments" if node.args.vararg else _parameters(source, node.args, node.name)
    if isinstance(found, str) or node.decorator_list:
        return Dropped(node.name, "function", found if isinstance(found, str) else "it is decorated", node.lineno)
    keeps = naming.telling(node.name) and not node.name.startswith("_") and not node.args.kwarg
    taken = frozenset(source.module.definitions)
    name = node.name if keeps else naming.component_name(node.name, origin.title, taken=taken)
    head = _head(name, node, found, kind, origin, spoken=node.name)
    if name == node.name:
        text = body(source, steps(node.body), ())
        return candidate(source, head, text, "function", line=node.lineno, scene_kind=_scene(text))
    return candidate(source, head, _call(node.name, found), "function", line=node.lineno)


def _class(source: Source, node: ast.ClassDef, origin: Origin) -> Candidate | Dropped:
    """A class comes with a function that makes one: a component is called, and its signature read, as a function."""
    maker = next((n for n in node.body if isinstance(n, ast.FunctionDef) and n.name == "__init__"), None)
    arguments = maker.args if maker else ast.parse("def f(self): pass").body[0].args  # pyright: ignore[reportAttributeAccessIssue]  # a function has them
    found = _parameters(source, arguments, node.name, skip=1)
    if isinstance(found, str):
        return Dropped(node.name, "class", found, node.lineno)
    name = naming.component_name(node.name, origin.title, taken=frozenset(source.module.definitions))
    head = _head(name, node, found, node.name, origin, spoken=node.name)
    segment = ast.get_source_segment(source.code, node) or ""
    kind: SceneKind = "ThreeDScene" if is_space(segment) else "Scene"
    return candidate(source, head, _call(node.name, found), "class", line=node.lineno, scene_kind=kind)


def _scene(text: str) -> SceneKind:
    return "ThreeDScene" if is_space(textwrap.dedent(text)) else "Scene"


def _call(name: str, found: dict[str, Value]) -> str:
    return f"    return {name}({', '.join(f'{key}={key}' for key in found)})"


def _head(
    name: str,
    node: ast.FunctionDef | ast.ClassDef,
    found: dict[str, Value],
    kind: str,
    origin: Origin,
    spoken: str,
) -> Head:
    said = (ast.get_docstring(node) or "").strip()
    title = naming.title(naming.spoken(spoken), origin.title)
    first = naming.sentence(said) or f"{title.lower()}, as in {naming.title(origin.title, origin.scene)}"
    return Head(
        name,
        title,
        summary=first,
        arguments=tuple(argument(key, value) for key, value in found.items()),
        lines=tuple((key, "; ".join(filter(None, (naming.spoken(key), value.range)))) for key, value in found.items()),
        returns=kind,
        description=naming.sentence(origin.description),
        tags=tuple(dict.fromkeys((*naming.telling(spoken), *origin.tags)))[:8],
        wishes=(naming.spoken(name), f"{naming.spoken(name)}, as in {naming.title(origin.title, origin.scene)}"),
    )


def argument(name: str, value: Value) -> str:
    """A parameter of a signature, typed, with its default."""
    return f"{name}: {value.annotation} = {value.source}" if value.annotation != "object" else f"{name}={value.source}"


def _parameters(source: Source, arguments: ast.arguments, name: str, skip: int = 0) -> dict[str, Value] | str:
    """Parameters with the values they are called with, else their defaults; a reason when one has neither."""
    if arguments.posonlyargs:
        return "it has positional-only parameters"
    plain = arguments.args[skip:]
    defaults: dict[str, ast.expr] = dict(
        zip(
            [a.arg for a in arguments.args[len(arguments.args) - len(arguments.defaults) :]],
            arguments.defaults,
            strict=True,
        )
    )
    defaults |= {a.arg: d for a, d in zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True) if d is not None}
    seen = _seen(source, name, [argument.arg for argument in plain])
    found: dict[str, Value] = {}
    for parameter in [*plain, *arguments.kwonlyargs]:
        default = defaults.get(parameter.arg)
        value = value_of(default) if default is not None else seen.get(parameter.arg)
        if value is not None:
            found[parameter.arg] = value
        elif default is None:
            return f"no seen value for its parameter {parameter.arg}"
        else:
            found[parameter.arg] = Value(ast.unparse(default), _annotation(parameter))
    return found


def _annotation(parameter: ast.arg) -> str:
    return ast.unparse(parameter.annotation) if parameter.annotation else "object"


def _seen(source: Source, name: str, order: list[str]) -> dict[str, Value]:
    """Constants that the file calls it with, also by way of a variable that holds one."""
    held = {
        part.targets[0].id: value
        for part in ast.walk(source.tree)
        if isinstance(part, ast.Assign) and isinstance(part.targets[0], ast.Name) and (value := value_of(part.value))
    }
    found: dict[str, Value] = {}
    for part in ast.walk(source.tree):
        if not isinstance(part, ast.Call) or not isinstance(part.func, ast.Name) or part.func.id != name:
            continue
        pairs = [*zip(order, part.args, strict=False), *((k.arg, k.value) for k in part.keywords if k.arg)]
        for key, node in pairs:
            value = held.get(node.id) if isinstance(node, ast.Name) and node.id in held else value_of(node)
            if value:
                found.setdefault(key, value)
    return found
