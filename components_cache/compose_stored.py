"""Composition with acts of the store: like that of the library, by way of the assembly."""

from __future__ import annotations

from components_cache.assemble import Piece, assemble, library_piece, stored_piece
from components_cache.catalogue import PACKAGE
from components_cache.closure import read_module
from components_cache.compose import library_component
from components_cache.store.opening import blocking
from components_cache.store.record import MARK, Stored
from core.component import Component
from core.scene import SceneCode
from core.storyboard import ActCall

THEME = f"{PACKAGE}.theme"
STAGE = ("open_stage", "clear_stage")


def compose_stored(title: str, calls: tuple[ActCall, ...], name: str) -> SceneCode:
    """A scene of acts, some of which are stored. Raises LookupError for one that is not there (any more)."""
    records = {record.label: record for record in _records(calls)}
    lost = [c.component for c in calls if c.component.startswith(MARK) and c.component not in records]
    if lost:
        raise LookupError(f"the store has no component {lost[0]!r}")
    acts = [
        records[call.component].component if call.component in records else library_component(call.component)
        for call in calls
    ]
    offered = {place: Piece("", place, read_module(THEME)) for place in STAGE}
    for act, call in zip(acts, calls, strict=True):
        stored = records.get(call.component)
        offered[act.name] = stored_piece(stored) if stored else library_piece(act)
    titled = all(record.leaves_title for record in records.values())
    return assemble(SceneCode(_scene(title, calls, name, acts, titled=titled), name), offered)


def _records(calls: tuple[ActCall, ...]) -> list[Stored]:
    labels = [call.component for call in calls if call.component.startswith(MARK)]
    return blocking(lambda store: store.get(labels))


def _scene(title: str, calls: tuple[ActCall, ...], name: str, acts: list[Component], *, titled: bool) -> str:
    base = next((act.scene_kind for act in acts if act.scene_kind != "Scene"), "Scene")
    lines = [f"open_stage(self, {title!r})" if titled else "open_stage(self)"]
    keep = ", headline" if titled else ""
    if titled and len(acts) > 1:
        lines.append("headline = self.mobjects[-1]")
    for number, (act, call) in enumerate(zip(acts, calls, strict=True)):
        given = ", ".join(["self", *(f"{key}={value}" for key, value in call.arguments)])
        lines += [*([f"clear_stage(self{keep})"] if number else []), f"{act.name}({given})"]
    body = "\n".join(f"        {line}" for line in [*lines, "self.wait()"])
    head = f'"""{title}\n\nMade by Tulku. Run with: manim -ql FILE.py {name}\n"""\n\nfrom manim import *\n\n\n'
    return f"{head}class {name}({base}):\n    def construct(self):\n{body}\n"
