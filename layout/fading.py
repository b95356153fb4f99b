"""Fading out what is left over before new content takes its place."""

from __future__ import annotations

import libcst as cst

from core.report import Box
from layout.bench import Bench
from layout.findings import AXES
from layout.geometry import intersection, rect
from layout.source import Source
from layout.stage import Stage, subject


def fade_out_before(bench: Bench, stage: Stage, old: Box, new: Box) -> tuple[str, ...]:
    """Fade out `old`, and what lies on it, right before `new` comes. The names faded out; none where that is not safe.

    Safe means: every name is used later at most to be faded out or removed, which is then left out there.
    """
    source = bench.source
    statement = source.statement_at(stage.moment.line)
    known = source.star and statement is not None and "self." in source.text(statement)
    if statement is None or not known or source.repeats(statement):
        return ()
    names = _names(bench, stage, old, new)
    if not names or any(source.uses(name, statement) for name in names):
        return ()
    later = [other for name in names for other in source.used_after(name, statement)]
    edits = {other: _without(source, other, names) for other in later}
    if any(edit is None for edit in edits.values()):
        return ()
    for other, edit in edits.items():
        source.replace(other, edit)  # pyright: ignore[reportArgumentType]
    bench.faded.update(names)
    source.put_before(statement, f"self.play(FadeOut({', '.join(names)}))")
    return names


def _names(bench: Bench, stage: Stage, old: Box, new: Box) -> tuple[str, ...]:
    """Names of the old thing and, where it is axes or a chart, of what was drawn on it; none if one has no name."""
    before = stage.before.boxes if stage.before else ()
    kept = {box.key for box in before}
    gone = [box for box in before if subject(box) == subject(old)]
    if old.parents and old.parents[0] in AXES:
        place = stage.whole(old)
        gone += [b for b in before if b not in gone and not b.is_text and intersection(rect(b), place).area > 0]
    names: list[str] = []
    for box in gone:
        target = bench.target(stage, box) if box.key in kept else None
        if target is None or not target.origin.name or bench.repeated(target) or box.key == new.key:
            return ()
        names.append(target.origin.name)
    return tuple(dict.fromkeys(names))


def _without(source: Source, statement: cst.BaseStatement, names: tuple[str, ...]) -> cst.CSTNode | None:
    """A statement without the fading out of `names`; None where it does anything else with them."""
    done = statement.visit(_Forget(names))
    if isinstance(done, cst.RemovalSentinel) or not isinstance(done, cst.BaseStatement):
        return None
    if any(source.uses(name, done) for name in names):
        return None
    return cst.SimpleStatementLine([cst.Expr(cst.parse_expression("self.wait(0.1)"))]) if _is_bare(done) else done


class _Forget(cst.CSTTransformer):
    """Takes names out of `FadeOut(…)` and `self.remove(…)`, and empty calls of these out of what holds them."""

    def __init__(self, names: tuple[str, ...]) -> None:
        super().__init__()
        self._names = names

    def leave_Call(self, original_node: cst.Call, updated_node: cst.Call) -> cst.Call:
        if not _is_farewell(updated_node):
            kept = [arg for arg in updated_node.args if not _is_empty_farewell(arg.value)]
            return updated_node if len(kept) == len(updated_node.args) else _with_args(updated_node, kept)
        kept = [arg for arg in updated_node.args if not (arg.keyword is None and self._is_gone(arg.value))]
        return updated_node if len(kept) == len(updated_node.args) else _with_args(updated_node, kept)

    def _is_gone(self, node: cst.BaseExpression) -> bool:
        return isinstance(node, cst.Name) and node.value in self._names


def _is_farewell(call: cst.Call) -> bool:
    if isinstance(call.func, cst.Name):
        return call.func.value in ("FadeOut", "Uncreate", "Unwrite")
    return isinstance(call.func, cst.Attribute) and call.func.attr.value == "remove"


def _is_empty_farewell(node: cst.BaseExpression) -> bool:
    return isinstance(node, cst.Call) and _is_farewell(node) and not any(arg.keyword is None for arg in node.args)


def _is_bare(statement: cst.BaseStatement) -> bool:
    """Whether nothing is left to play or remove."""
    if not isinstance(statement, cst.SimpleStatementLine) or len(statement.body) != 1:
        return False
    expression = statement.body[0]
    if not isinstance(expression, cst.Expr) or not isinstance(expression.value, cst.Call):
        return False
    call = expression.value
    method = call.func.attr.value if isinstance(call.func, cst.Attribute) else ""
    return method in ("play", "remove") and not any(arg.keyword is None for arg in call.args)


def _with_args(call: cst.Call, args: list[cst.Arg]) -> cst.Call:
    if args:
        args[-1] = args[-1].with_changes(comma=cst.MaybeSentinel.DEFAULT)
    return call.with_changes(args=args)
