"""Slots: the values in statements that become parameters, the most telling ones first."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from components_cache.extraction.flow import Step
from components_cache.extraction.naming import identifier, spoken, telling
from components_cache.extraction.reading import Source
from components_cache.extraction.values import Value, value_of
from convert.facts.manim import positional

MOST = 8
"""Parameters of one component; more degrees of freedom than that nobody fills."""
TEXTS = {"Text": "text", "MarkupText": "text", "Tex": "text", "Title": "text", "MathTex": "formula"}
TELLING = frozenset(
    """radius side_length width height n num_sides sides count values matrix table x_range y_range t_range x_length
    y_length angle start_angle outer_radius inner_radius n_points density color fill_color stroke_color
    shaft_color bar_names vertices edges number
    """.split()  # noqa: SIM905  # a table of names reads best as text
)
"""Keywords of mobjects that are worth a parameter."""


@dataclass(frozen=True, slots=True)
class Slot:
    """`places` are the expressions that the parameter stands for, `assignment` the statement that it replaces."""

    name: str
    value: Value
    said: str
    places: tuple[ast.expr, ...] = ()
    assignment: ast.stmt | None = None

    @property
    def line(self) -> str:
        """Its line in the docstring."""
        return "; ".join(filter(None, (self.said, self.value.range, self._words)))

    @property
    def _words(self) -> str:
        """The words beside which its value may stand in a wish."""
        found = telling(self.said) if self.value.annotation in ("int", "list[int]", "float", "list[float]") else []
        return f"said: {found[-1]}" if self.value.range and found else ""


def slots(source: Source, steps: list[Step], taken: Iterable[str] = ()) -> list[Slot]:
    """The parameters of statements that are lifted out, at most `MOST`, with names of their own."""
    variables = list(_variables(source, steps))
    found = [*variables, *_constants(source, steps), *_fields(source, steps), *_counts(steps), *_arguments(steps)]
    gone = {id(slot.assignment) for slot in variables}
    bound = {name for step in steps for name in step.binds} - {slot.name for slot in variables}
    used = {*taken, *bound, "scene", "self"}
    chosen: list[Slot] = []
    for slot in found:
        if len(chosen) == MOST:
            break
        if slot.assignment is None and any(id(place) in _under(gone, steps) for place in slot.places):
            continue
        named = replace(slot, name=slot.name if slot.assignment else _free(slot.name, used))
        used.add(named.name)
        chosen.append(named)
    return chosen


def _under(gone: set[int], steps: list[Step]) -> set[int]:
    """Expressions inside assignments that are dropped."""
    return {id(part) for step in steps if id(step.node) in gone for part in ast.walk(step.node)}


def _free(name: str, used: set[str]) -> str:
    choices = [name, *(f"{name}_{number}" for number in range(2, 99))]
    return next(choice for choice in choices if choice not in used)


def _variables(source: Source, steps: list[Step]) -> Iterator[Slot]:
    """Variables that are set once, to a constant, and never changed."""
    often = Counter(name for step in steps for name in step.binds)
    changed = {name for step in steps for name in step.changes}
    for step in steps:
        node = step.node
        if not isinstance(node, ast.Assign) or len(node.targets) != 1 or not isinstance(node.targets[0], ast.Name):
            continue
        name, value = node.targets[0].id, value_of(node.value)
        if value and often[name] == 1 and name not in changed and not name.startswith("_"):
            yield Slot(name, value, source.comments.get(node.lineno) or spoken(name), assignment=node)


def _constants(source: Source, steps: list[Step]) -> Iterator[Slot]:
    """Constants of the file that the statements read."""
    known = {
        node.targets[0].id: value
        for node in source.tree.body
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name) and (value := value_of(node.value))
    }
    bound = {name for step in steps for name in step.binds}
    for name, value in known.items():
        places = tuple(
            part
            for step in steps
            for part in ast.walk(step.node)
            if isinstance(part, ast.Name) and part.id == name and isinstance(part.ctx, ast.Load)
        )
        if places and name not in bound:
            yield Slot(identifier(name.lower()), value, spoken(name), places)


def _fields(source: Source, steps: list[Step]) -> Iterator[Slot]:
    """Values that the scene class sets for itself."""
    for name, node in source.fields.items():
        value = value_of(node)
        places = tuple(
            part
            for step in steps
            for part in ast.walk(step.node)
            if isinstance(part, ast.Attribute) and part.attr == name and _is_self(part.value)
        )
        if value and places and all(isinstance(place.ctx, ast.Load) for place in places):  # pyright: ignore[reportAttributeAccessIssue]  # attributes have one
            yield Slot(identifier(name), value, spoken(name), places)


def _is_self(node: ast.expr) -> bool:
    return isinstance(node, ast.Name) and node.id == "self"


def _counts(steps: list[Step]) -> Iterator[Slot]:
    """How often something is repeated: `for _ in range(4)`."""
    for step in steps:
        for part in ast.walk(step.node):
            if isinstance(part, ast.Call) and isinstance(part.func, ast.Name) and part.func.id == "range":
                value = value_of(part.args[-1]) if len(part.args) == 1 else None
                if value and value.annotation == "int":
                    owner = _owner(step.node)
                    said = f"how many {spoken(owner)}" if owner else "how many"
                    yield Slot("count", value, said, (part.args[-1],))


def _arguments(steps: list[Step]) -> Iterator[Slot]:
    """What mobjects are made with: texts and formulas first, then numbers, then colours."""
    found = [slot for step in steps for part in ast.walk(step.node) for slot in _given(part, _owner(step.node))]
    order = {"str": 0, "ManimColor": 2}
    yield from sorted(found, key=lambda slot: order.get(slot.value.annotation, 1))


def _owner(node: ast.stmt) -> str:
    """The variable that a statement sets."""
    target = node.targets[0] if isinstance(node, ast.Assign) and len(node.targets) == 1 else None
    return target.id if isinstance(target, ast.Name) else ""


def _given(part: ast.AST, owner: str) -> Iterator[Slot]:
    if not isinstance(part, ast.Call) or not isinstance(part.func, ast.Name) or _has_star(part):
        return
    kind = part.func.id
    names = positional(kind)
    pairs = [(names[place], value) for place, value in enumerate(part.args) if place < len(names)]
    pairs += [(keyword.arg, keyword.value) for keyword in part.keywords if keyword.arg]
    if kind in TEXTS and len(part.args) == 1:
        pairs.insert(0, ("", part.args[0]))
    for keyword, node in pairs:
        slot = _slot(kind, keyword, node, owner)
        if slot:
            yield slot


def _has_star(call: ast.Call) -> bool:
    return any(isinstance(argument, ast.Starred) for argument in call.args)


def _slot(kind: str, keyword: str, node: ast.expr, owner: str) -> Slot | None:
    value = value_of(node)
    if value is None or (keyword and keyword not in TELLING):
        return None
    if not keyword:
        if value.annotation != "str":
            return None
        what = TEXTS[kind]
        said = f"{'a TeX formula' if what == 'formula' else 'the text'}{f' of the {spoken(owner)}' if owner else ''}"
        return Slot(identifier("_".join(filter(None, (owner, what)))), value, said, (node,))
    if value.annotation == "str":
        return None
    said = f"{spoken(keyword)} of the {spoken(owner) if owner else spoken(kind)}"
    return Slot(identifier("_".join(filter(None, (owner, keyword)))), value, said, (node,))
