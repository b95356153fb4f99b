"""Calculations line by line: every formula grows out of the one above it."""

import re

from manim import *

from components_cache.library.theme import BAD, FOCUS, GOOD, INK, MAIN, MUTED, OTHER, Narrator, fit, formula, words


def formula_steps(
    scene: Scene,
    lines: list[list[str]] = [
        ["x^2 - 5x + 6", "= 0"],
        ["(x - 2)", "(x - 3)", "= 0"],
        ["x = 2", r"\text{ or }", "x = 3"],
    ],
    notes: list[str] = ["", "two numbers with sum 5 and product 6", "a product is zero when a factor is"],
    tints: list[list[int]] = [[0, 0], [1, 3, 0], [1, 0, 3]],
    remark: str = "",
    takeaway: str = "",
):
    """A calculation step by step: a formula is transformed line by line, with the reason beside every line.

    Tags: algebra, equation, solve, derivative, integral, simplify, steps
    Wishes:
        solve x^2 - 5x + 6 = 0 step by step
        a worked calculation line by line
        simplify an expression line by line
        solve an equation line by line with reasons
        simplify a fraction step by step
        expand and factor an expression
        differentiate an expression showing every rule
    Parameters:
        lines: the formulas, each as pieces of TeX
        notes: the reason for every line; empty for none
        tints: a colour number for every piece: 0 plain, 1 blue, 2 yellow, 3 green, 4 red, 5 teal
        remark: the opening sentence
        takeaway: the closing sentence
    """
    narrator = Narrator(scene)
    rows = [_row(parts, colors) for parts, colors in zip(lines, tints, strict=True)]
    comments = [_note(text) for text in notes]
    left, reasons = _columns(rows, comments)
    heights = sum(row.height for row in rows)
    gap = min(0.75, max(0.32, (5.3 - heights) / max(1, len(rows) - 1)))
    first = min(2.6, (heights + gap * (len(rows) - 1)) / 2 + 0.1)
    shown = VGroup()
    for k, (row, comment) in enumerate(zip(rows, comments, strict=True)):
        top = first if not shown else shown[-1][0].get_bottom()[1] - gap
        drop = _scroll(scene, shown, top - row.height)
        row.move_to([left, top + drop - row.height / 2, 0], aligned_edge=LEFT)
        comment.move_to([reasons, row.get_y(), 0], aligned_edge=LEFT)
        _appear(scene, narrator, rows[k - 1] if k else None, row, comment, remark)
        shown.add(VGroup(row, comment) if notes[k] else VGroup(row))
    box = SurroundingRectangle(rows[-1], color=FOCUS, buff=0.15, corner_radius=0.1)
    narrator.say(takeaway, Create(box)) if takeaway else scene.play(Create(box))
    scene.wait(1.5)


def _columns(rows, comments):
    """Where the formulas and the reasons begin; short ones grow, and together they stand in the middle."""
    wide = [max(mobject.width for mobject in column) for column in (rows, comments)]
    space = min(1.0, 12.9 - sum(wide)) if any(len(comment) for comment in comments) else 0.0
    factor = min(1.4, 5.0 / (sum(row.height for row in rows) + 0.6 * len(rows)), 12.6 / (sum(wide) + space))
    if factor > 1:
        for mobject in (*rows, *comments):
            mobject.scale(factor)
        wide = [factor * width for width in wide]
    left = -(sum(wide) + space) / 2
    return left, left + wide[0] + space


def _row(parts: list[str], colors: list[int]) -> MathTex:
    row = formula(*parts, size=48)
    for part, number in zip(row, colors, strict=False):
        part.set_color([INK, MAIN, FOCUS, GOOD, BAD, OTHER][number])
    return fit(row, width=7.6, height=1.4)


def _note(text: str) -> Mobject:
    if not text:
        return VGroup()
    rows = VGroup()
    for part in _wrapped(text):
        rows.add(Tex(part, font_size=34, color=MUTED) if "$" in part else words(part, size=27, color=MUTED))
    return fit(rows.arrange(DOWN, buff=0.14, aligned_edge=LEFT), width=4.9)


def _wrapped(text: str, width: int = 29) -> list[str]:
    """Lines of about `width` characters; a formula between dollar signs is never broken."""
    lines, filled = [""], 0
    for token in re.findall(r"[^\s$]*\$[^$]*\$\S*|\S+", text):
        size = len(re.sub(r"\\[a-z]+|[{}$^_\\]", "", token)) + 1
        if filled and filled + size > width:
            lines.append("")
            filled = 0
        lines[-1] += f" {token}" if lines[-1] else token
        filled += size
    return lines


def _scroll(scene: Scene, shown: VGroup, bottom: float) -> float:
    """Move the lines up when the next one would leave the stage; returns by how much."""
    rise = max(0.0, -2.7 - bottom)
    if not rise:
        return 0.0
    gone = [line for line in shown if line.get_top()[1] + rise > 2.9]
    kept = [line for line in shown if line not in gone]
    for line in gone:
        shown.remove(line)
    scene.play(
        *[FadeOut(line, shift=UP) for line in gone], *[line.animate.shift(rise * UP) for line in kept], run_time=0.7
    )
    return rise


def _appear(
    scene: Scene, narrator: Narrator, before: MathTex | None, row: MathTex, comment: Mobject, remark: str
) -> None:
    if before is None:
        narrator.say(remark, Write(row)) if remark else scene.play(Write(row))
        scene.wait(0.6)
        return
    if len(comment):
        scene.play(FadeIn(comment, shift=0.2 * LEFT), run_time=0.6)
    scene.play(TransformMatchingShapes(before.copy(), row, path_arc=0.3), run_time=1.4)
    scene.wait(1.0)
