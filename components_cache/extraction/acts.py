"""Acts: all that a scene plays, or each stretch of it from one empty stage to the next."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from components_cache.extraction import naming
from components_cache.extraction.candidate import Candidate, Dropped
from components_cache.extraction.definitions import argument
from components_cache.extraction.flow import Step, steps
from components_cache.extraction.lifting import Edit, Unliftable, body, replacing
from components_cache.extraction.reading import Source
from components_cache.extraction.slots import Slot, slots
from components_cache.extraction.writing import Head, candidate
from components_cache.origin import Origin
from convert.facts.manim import exported, has_method
from convert.inline.names import bound_names

MOST_PLAYS = 60
STAGE = frozenset("mobjects foreground_mobjects camera renderer time animations moving_mobjects".split())  # noqa: SIM905
"""What every scene has besides methods."""


def acts(source: Source, origin: Origin) -> Iterator[Candidate | Dropped]:
    """The whole scene as an act, and its stretches where it clears the stage in between."""
    construct = source.methods.get("construct")
    if construct is None or not origin.acts:
        return
    reason = _obstacle(source)
    every = steps(construct.body)
    plays = sum(_plays(step.node) for step in every)
    if reason is None and not 1 <= plays <= MOST_PLAYS:
        reason = "nothing is played in it" if plays == 0 else f"it plays {plays} times, which is no single act"
    if reason:
        yield Dropped(origin.scene, "act", reason, construct.lineno)
        return
    parts = _stretches(every)
    yield _act(source, every, origin, 0)
    if len(parts) > 1:
        yield from (_act(source, part, origin, number) for number, part in enumerate(parts, 1))


def _obstacle(source: Source) -> str | None:
    """Why the scene's code cannot be played by a function; None where it can."""
    if source.scene_kind is None:
        return "it is not a plain Scene, MovingCameraScene or ThreeDScene"
    if {"setup", "__init__", "tear_down"} & source.methods.keys():
        return "it sets itself up"
    parts = list(ast.walk(source.scene)) if source.scene else []
    if any(isinstance(part, ast.Name) and part.id in ("super", "scene") for part in parts):
        return "it calls the class above it"
    if any(isinstance(part, ast.Name) and part.id == "config" for part in ast.walk(source.tree)):
        return "it depends on the configuration of the frame"
    odd = [method for method in source.methods.values() if method.decorator_list or _first(method) != "self"]
    if odd:
        return f"its method {odd[0].name} is decorated"
    return _unknown(source, parts)


def _first(method: ast.FunctionDef) -> str:
    return method.args.args[0].arg if method.args.args else ""


def _unknown(source: Source, parts: list[ast.AST]) -> str | None:
    used = [part for part in parts if isinstance(part, ast.Attribute) and _is_self(part.value)]
    stored = {part.attr for part in used if isinstance(part.ctx, ast.Store)}
    known = stored | source.methods.keys() | source.fields.keys() | STAGE
    odd = [part.attr for part in used if part.attr not in known and not has_method(part.attr)]
    return f"nobody knows what self.{odd[0]} is" if odd else None


def _is_self(node: ast.expr) -> bool:
    return isinstance(node, ast.Name) and node.id == "self"


def _plays(node: ast.AST) -> int:
    return sum(isinstance(part, ast.Call) and _is_call(part, "play") for part in ast.walk(node))


def _is_call(call: ast.Call, name: str) -> bool:
    return isinstance(call.func, ast.Attribute) and call.func.attr == name and _is_self(call.func.value)


def _stretches(every: list[Step]) -> list[list[Step]]:
    """The statements between two moments at which everything goes; one list when they share a variable."""
    parts: list[list[Step]] = [[]]
    for step in every:
        parts[-1].append(step)
        if _clears(step.node):
            parts.append([])
    parts = [part for part in parts if sum(_plays(step.node) for step in part) > 1]
    for place, part in enumerate(parts[1:], 1):
        before = {name for other in parts[:place] for step in other for name in step.binds}
        own = {name for step in part for name in step.binds}
        if any(step.reads & (before - own) for step in part):
            return [every]
    return parts


def _clears(node: ast.stmt) -> bool:
    """`self.clear()`, or everything fades out."""
    for part in ast.walk(node):
        if isinstance(part, ast.Call) and _is_call(part, "clear"):
            return True
        if isinstance(part, ast.Call) and isinstance(part.func, ast.Name) and part.func.id == "FadeOut":
            return any(isinstance(inner, ast.Attribute) and inner.attr == "mobjects" for inner in ast.walk(node))
    return False


def _act(source: Source, part: list[Step], origin: Origin, number: int) -> Candidate | Dropped:
    line = part[0].first
    said = _said(source, part) if number else ""
    taken = frozenset(source.module.definitions)
    called = naming.component_name(naming.brief(said), "" if number else origin.title, origin.scene, taken=taken)
    name = f"show_{called}"
    found = slots(source, part, [name])
    try:
        text = body(source, part, found, _on_stage(source, part, found))
        extra = "\n\n\n".join(_method(source, method) for method in _called(source, part))
    except Unliftable as problem:
        return Dropped(name, "act", str(problem), line)
    kind = source.scene_kind or "Scene"
    title = naming.title(said, origin.title, naming.spoken(origin.scene))
    head = Head(
        name,
        title,
        summary=said or naming.sentence(origin.description) or title,
        arguments=(f"scene: {kind}", *(argument(slot.name, slot.value) for slot in found)),
        lines=tuple((slot.name, slot.line) for slot in found),
        description=naming.sentence(origin.description) if said else "",
        tags=tuple(dict.fromkeys((*naming.telling(origin.scene), *origin.tags)))[:8],
        wishes=tuple(
            dict.fromkeys(filter(None, (title.lower(), "" if number else origin.wish, naming.spoken(called))))
        ),
    )
    return candidate(source, head, text, "act", line=line, scene_kind=kind, extra=extra)


def _said(source: Source, part: list[Step]) -> str:
    return naming.safe(source.comments.get(part[0].first - 1, ""))


def _on_stage(source: Source, part: list[Step], found: list[Slot]) -> list[Edit]:
    """`self` becomes the scene that is given; own methods become functions that take it."""
    gone = {id(place) for slot in found for place in slot.places}
    edits: list[Edit] = []
    handled: set[int] = set()
    for node in (inner for step in part for inner in ast.walk(step.node)):
        if id(node) in gone and isinstance(node, ast.Attribute):
            handled.add(id(node.value))
        elif isinstance(node, ast.Call) and (method := _own(source, node)):
            edits += _calling(node, _function_name(source, method))
            handled.add(id(node.func.value))  # pyright: ignore[reportAttributeAccessIssue]  # `_own` looked
        elif isinstance(node, ast.Attribute) and _is_self(node.value) and _is_field(source, node):
            edits.append(replacing(node, f"({ast.unparse(source.fields[node.attr])})"))
            handled.add(id(node.value))
    inner = [n for step in part for n in ast.walk(step.node) if isinstance(n, ast.Name) and n.id == "self"]
    return [*edits, *(replacing(node, "scene") for node in inner if id(node) not in handled)]


def _is_field(source: Source, node: ast.Attribute) -> bool:
    return node.attr in source.fields and isinstance(node.ctx, ast.Load)


def _own(source: Source, call: ast.Call) -> str:
    func = call.func
    known = isinstance(func, ast.Attribute) and _is_self(func.value) and func.attr in source.methods
    return func.attr if known and isinstance(func, ast.Attribute) else ""


def _function_name(source: Source, method: str) -> str:
    """What a method is called as a function: its own name, unless something else is called so."""
    inside = {name for other in source.methods.values() for name in bound_names(other.body)}
    arguments = {part.arg for other in source.methods.values() for part in ast.walk(other) if isinstance(part, ast.arg)}
    taken = inside | arguments | source.module.definitions.keys() | exported()
    return f"scene_{method}" if method in taken else method


def _calling(call: ast.Call, function: str) -> list[Edit]:
    """`self.draw(a)` → `draw(scene, a)`."""
    func = call.func
    comma = ", " if call.args or call.keywords else ""
    end = (func.end_lineno or func.lineno, (func.end_col_offset or 0) + 1)
    return [Edit((func.lineno, func.col_offset), end, f"{function}(scene{comma}")]


def _called(source: Source, part: list[Step]) -> list[ast.FunctionDef]:
    """Own methods that the statements call, and those that these call."""
    found: dict[str, ast.FunctionDef] = {}
    waiting: list[ast.AST] = [step.node for step in part]
    while waiting:
        for call in ast.walk(waiting.pop()):
            name = _own(source, call) if isinstance(call, ast.Call) else ""
            if name and name not in found:
                found[name] = source.methods[name]
                waiting.append(source.methods[name])
    return list(found.values())


def _method(source: Source, node: ast.FunctionDef) -> str:
    """A method as a function. Raises `Unliftable` where its text cannot be edited."""
    inner = steps(node.body)
    text = body(source, inner, (), _on_stage(source, inner, []))
    arguments = ast.unparse(node.args)
    return f"def {_function_name(source, node.name)}({arguments.replace('self', 'scene', 1)}):\n{text}"
