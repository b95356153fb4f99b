"""Deterministic mending of layout findings. Public entry: `mend`.

A mend is one statement put in right after a mobject was placed, before anything else uses it, or a method call added
to the expression that makes or moves it. Anything that might break what belongs together is left to the model: the
caller probes the new code and keeps it only if there are fewer findings.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable

import libcst as cst

from core.finding import Finding, FindingKind
from core.report import Box, SceneReport
from layout.bench import Bench, Target
from layout.contrast import contrast
from layout.fading import fade_out_before
from layout.geometry import SAFE, Point, Rect, inside_shift, pushes
from layout.reading import TINY, letter_height
from layout.source import Source
from layout.stage import Stage

READABLE = 0.16
"""Letter height in units that too small text is brought to: font size 22."""
FARTHEST = 3.0
"""Units that a text may be pushed to get clear of another one."""
ASIDE = 1.6
"""Units that a text may be moved to get clear of a line; farther, it gets a halo instead."""

ORDER: tuple[FindingKind, ...] = (
    "left_over", "tiny_text", "off_frame", "overlap", "covered", "crossed", "low_contrast",
)  # fmt: skip
"""What goes first makes room for what comes after."""


def mend(code: str, findings: tuple[Finding, ...], report: SceneReport) -> tuple[str, tuple[str, ...]] | None:
    """New code and notes on what was mended, or None when nothing can be mended safely.

    The new code parses whenever the old one does. Mending what it returns, with findings from a new probe, puts
    nothing in twice. Scenes in three dimensions are left alone.
    """
    if report.three_d:
        return None
    try:
        bench = Bench(Source(code), report)
    except cst.ParserSyntaxError:
        return None
    notes = [note for kind in ORDER for finding in findings if finding.kind == kind if (note := _mend(bench, finding))]
    if not notes:
        return None
    new = bench.source.code()
    return (new, tuple(dict.fromkeys(notes))) if new != code and _parses(new) else None


def _mend(bench: Bench, finding: Finding) -> str:
    """Mend one finding; what was done, or an empty string."""
    stage = bench.stage(finding)
    boxes = bench.boxes(stage, finding) if stage else []
    if stage is None or len(boxes) < len(finding.keys) or not boxes:
        return ""
    return _MENDERS[finding.kind](bench, stage, boxes)


def _off_frame(bench: Bench, stage: Stage, boxes: list[Box]) -> str:
    target = bench.target(stage, boxes[0])
    if target is None or SAFE.grown(0.2).contains(target.bounds):
        return ""
    if not target.texts_only and any(bench.independent(stage, target)):
        return ""
    bounds = target.bounds
    factor = min(1.0, SAFE.width / max(bounds.width, 1e-6), SAFE.height / max(bounds.height, 1e-6))
    wide = target.single and target.box.is_text and factor < 0.75 and not _moves(stage, target)
    if wide and _wrap(bench, target, factor):
        return f"broke {_name(target)} into lines"
    if any(box.is_text and letter_height(box) * factor < TINY for box in target.boxes):
        return ""
    small = bounds.scaled(factor)
    shift = inside_shift(small)
    if target.single and target.box.is_text and not bench.clear(target, small.shifted(*shift)):
        aside = bench.free_shift(target, small.shifted(*shift), FARTHEST)
        shift = (shift[0] + aside[0], shift[1] + aside[1]) if aside else shift
    if not _place(bench, stage, target, factor, shift):
        return ""
    return f"brought {_name(target)} into the frame"


def _overlap(bench: Bench, stage: Stage, boxes: list[Box]) -> str:
    new, old = boxes
    moving, still = bench.target(stage, new), bench.target(stage, old)
    if moving and still and moving.origin.statement is still.origin.statement and moving.origin.name:
        return _arrange(bench, stage, moving)
    for target, other in ((moving, old), (still, new)):
        if target and target.texts_only and _push(bench, stage, target, bench.place(other)):
            return f"moved {_name(target)} clear of {_label(other)}"
    return ""


def _left_over(bench: Bench, stage: Stage, boxes: list[Box]) -> str:
    old, new = boxes
    target = bench.target(stage, old)
    if target and target.origin.name in bench.faded:
        return ""  # gone since an earlier moment
    if gone := fade_out_before(bench, stage, old, new):
        return f"faded out {', '.join(gone)} before {_label(new)}"
    return _overlap(bench, stage, [new, old]) if new.is_text and old.is_text else ""


def _covered(bench: Bench, stage: Stage, boxes: list[Box]) -> str:
    text = boxes[0]
    target = bench.target(stage, text)
    if target is None or not target.texts_only:
        return ""
    shift = bench.free_shift(target, target.bounds, FARTHEST) if target.single else None
    if shift and _place(bench, stage, target, 1.0, shift):
        return f"moved {_name(target)} out from under {_label(boxes[1])}"
    return f"brought {_name(target)} to the front" if _say(bench, target, ".set_z_index(2)") else ""


def _crossed(bench: Bench, stage: Stage, boxes: list[Box]) -> str:
    text, line = boxes
    target = bench.target(stage, text)
    if target is None or not target.texts_only:
        return ""
    if target.single and bench.clear(target, target.bounds):
        return ""  # an earlier mend has cleared it
    if target.single and not bench.enclosed(stage, text):
        shift = bench.free_shift(target, target.bounds, ASIDE)
        if shift and _place(bench, stage, target, 1.0, shift):
            return f"moved {_name(target)} clear of {_label(line)}"
    if _is_old_words(stage, text, line) and (gone := fade_out_before(bench, stage, text, line)):
        return f"faded out {', '.join(gone)} before {_label(line)}"
    front = ".set_z_index(2)" if stage.above(line, text) else ""
    halo = f".set_stroke({_background(bench)}, width=8, background=True){front}"
    return f"put a halo behind {_name(target)}" if _say(bench, target, halo) else ""


def _is_old_words(stage: Stage, text: Box, shape: Box) -> bool:
    """Whether a phrase was there before the shape that now runs through it."""
    before = {box.key for box in stage.before.boxes} if stage.before else set[int]()
    return text.key in before and shape.key not in before and len(text.text.split()) > 1


def _tiny(bench: Bench, stage: Stage, boxes: list[Box]) -> str:
    target = bench.target(stage, boxes[0])
    if target is None or not target.texts_only:
        return ""
    least = min(letter_height(box) for box in target.boxes)
    for height in (READABLE, 1.2 * TINY):
        factor = math.ceil(height / max(least, 1e-3) * 100) / 100
        large = target.bounds.scaled(factor)
        shift = (0.0, 0.0) if bench.clear(target, large) else bench.free_shift(target, large, 1.0)
        if shift is not None and _place(bench, stage, target, factor, shift):
            return f"enlarged {_name(target)}"
    return ""


def _pale(bench: Bench, stage: Stage, boxes: list[Box]) -> str:
    target = bench.target(stage, boxes[0])
    if target is None or not target.texts_only:
        return ""
    ground = stage.ground(target.box)
    white = contrast((1.0, 1.0, 1.0), ground) >= contrast((0.0, 0.0, 0.0), ground)
    color = ("WHITE" if white else "BLACK") if bench.source.star else ('"#ffffff"' if white else '"#000000"')
    return f"recoloured {_name(target)}" if _say(bench, target, f".set_color({color})") else ""


_MENDERS: dict[FindingKind, Callable[[Bench, Stage, list[Box]], str]] = {
    "off_frame": _off_frame,
    "overlap": _overlap,
    "left_over": _left_over,
    "covered": _covered,
    "crossed": _crossed,
    "tiny_text": _tiny,
    "low_contrast": _pale,
}


def _push(bench: Bench, stage: Stage, target: Target, still: Rect) -> bool:
    for dx, dy in pushes(target.bounds, still, 0.2):
        short = abs(dx) + abs(dy) <= FARTHEST
        if short and bench.clear(target, target.bounds.shifted(dx, dy)) and _place(bench, stage, target, 1.0, (dx, dy)):
            return True
    return False


def _arrange(bench: Bench, stage: Stage, target: Target) -> str:
    """Set the texts of a group that nobody arranged below each other."""
    name = target.origin.name
    arranged = re.search(rf"(?<!\w){re.escape(name)}\s*\.arrange", bench.source.text(bench.source.module))
    if arranged or ".arrange" in bench.source.text(target.origin.statement) or not target.texts_only:
        return ""
    (x, y), height = target.bounds.center, sum(box.height + 0.3 for box in target.boxes)
    if height > SAFE.height:
        return ""
    back = "" if abs(x) + abs(y) < 0.1 else f".move_to([{x:.2f}, {y:.2f}, 0])"
    return f"arranged {_name(target)}" if _say(bench, target, f".arrange(DOWN, buff=0.3){back}") else ""


def _place(bench: Bench, stage: Stage, target: Target, factor: float, shift: Point) -> bool:
    """Scale about the middle, then shift."""
    if bench.repeated(target) or bench.stale(target):
        return False
    dx, dy = (math.copysign(math.ceil(abs(d) * 100 - 1e-6) / 100, d) for d in shift)
    factor = math.floor(factor * 1000) / 1000
    calls = f".scale({factor:g})" if abs(factor - 1) > 1e-3 else ""
    if max(abs(dx), abs(dy)) > 0.005:
        calls += f".shift({_vector(bench, dx, dy)})"
    if not calls or not (_follow(bench, stage, target, calls) if _moves(stage, target) else _say(bench, target, calls)):
        return False
    bench.note_move(target, target.bounds.scaled(factor).shifted(dx, dy))
    return True


def _moves(stage: Stage, target: Target) -> bool:
    """Whether an animation brought the target to where it is, after it had been elsewhere."""
    before = stage.before.boxes if stage.before else ()
    return any(box.key == target.box.key for box in before) and stage.changed(target.box)


def _follow(bench: Bench, stage: Stage, target: Target, calls: str) -> bool:
    """Change the animation that moves a target: where `.animate` leads to, or what it is transformed into."""
    name, statement = target.origin.name, bench.source.statement_at(stage.moment.line)
    if not name or statement is None:
        return False
    chain = bench.source.animated(statement, name)
    if chain is not None:
        bench.source.chain(chain, calls)
        return True
    other = bench.source.transformed_into(statement, name)
    if other:
        bench.source.put_before(statement, f"{other}{calls}")
    return bool(other)


def _say(bench: Bench, target: Target, calls: str) -> bool:
    """Put method calls in where the target is made: behind its expression, or before its first use."""
    origin = target.origin
    if not origin.name:
        bench.source.chain(origin.call, calls)
        return True
    use = bench.source.first_use(origin)
    if use is None:
        return False
    bench.source.put_before(use, f"{origin.name}{calls}")
    return True


def _wrap(bench: Bench, target: Target, factor: float) -> bool:
    """Break the string of a `Text` into lines that fit."""
    literal = bench.source.string_of(target.origin.call)
    if literal is None or bench.repeated(target):
        return False
    words = str(literal.evaluated_value).split(" ")
    lines = bench_lines(words, math.ceil(1 / (factor * 0.95)))
    if len(lines) < 2:
        return False
    bench.source.replace(literal, cst.SimpleString(_quoted("\n".join(lines))))
    return True


def bench_lines(words: list[str], count: int) -> list[str]:
    """Words set in at most `count` + 1 lines of about equal length."""
    most = math.ceil(len(" ".join(words)) / max(1, count))
    lines = [""]
    for word in words:
        if lines[-1] and len(lines[-1]) + 1 + len(word) > most + 3:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def _quoted(text: str) -> str:
    """A string as source, in double quotes."""
    inner = repr(text + "'")[1:-2] if '"' not in text else repr(text)[1:-1].replace('"', '\\"')
    return f'"{inner}"'


def _vector(bench: Bench, dx: float, dy: float) -> str:
    if not bench.source.star:
        return f"[{dx:.2f}, {dy:.2f}, 0]"
    parts = [f"{abs(d):g} * {names[d < 0]}" for d, names in ((dx, ("RIGHT", "LEFT")), (dy, ("UP", "DOWN"))) if d]
    return " + ".join(parts)


def _background(bench: Bench) -> str:
    color = bench.report.background
    return "BLACK" if color == "#000000" and bench.source.star else f'"{color}"'


def _name(target: Target) -> str:
    return target.origin.name or _label(target.box)


def _label(box: Box) -> str:
    return f"“{' '.join(box.text.split())[:30]}”" if box.text else box.kind


def _parses(code: str) -> bool:
    try:
        compile(code, "<mended>", "exec")
    except (SyntaxError, ValueError):
        return False
    return True
