"""From code of any Manim to one self-contained ManimCE file: mend, detect, inline, passes, shims, imports."""

from __future__ import annotations

import ast
import warnings

import libcst as cst
from libcst.metadata import MetadataWrapper, PositionProvider

from convert import bounds, passes
from convert.assemble import assemble
from convert.context import ConversionContext
from convert.dialect import detect
from convert.facts import eras
from convert.inline.inline import inline
from convert.passes import free_frames, nested_quotes, python2
from convert.passes.imports import LibraryImports, imports_inside
from convert.possible import impossible
from convert.result import ConversionResult, Note
from convert.scenes import scene_names
from convert.sheet import Sheet, read
from convert.shims import offered, supplied
from core.errors import BadInput
from core.snippet import Dialect

_NOTHING = ConversionContext()


def convert(code: str, context: ConversionContext = _NOTHING) -> ConversionResult:
    """Convert code to today's ManimCE; never runs it. What is ManimCE already comes back as it is.

    With `context.root` and `context.file`, what the file imports from its repository is inlined. Raises BadInput, with
    the line, for code that does not parse.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", SyntaxWarning)  # "\\p" in a formula is how many people write TeX
        warnings.simplefilter("ignore", DeprecationWarning)
        return _convert(code, context)


def _convert(code: str, context: ConversionContext) -> ConversionResult:
    bounds.check_text(code)
    source, notes = _mended(code)
    if python2.parses(source):
        bounds.check_tree(ast.parse(source))
    names: tuple[str, ...] = ()
    dialect: Dialect = detect(source) if python2.parses(source) else "gl"
    if context.root and context.file:
        closure = inline(source, context, supplied())
        source, names = closure.code, closure.inlined
        notes += closure.notes
        dialect = _older(dialect, source)
    _check(source)
    if dialect != "ce":
        source, frames = free_frames.given(source)
        notes += frames
    sheet = read(source, dialect, offered())
    if sheet.gl:
        sheet.wanted |= eras.features(context.year, dialect, sheet.attributes | sheet.loads)
    if sheet.gl and eras.indexes_parts(context.year, dialect):
        sheet.ask_for_parts()
    tree, found = _passes(source, sheet)
    result = assemble(tree.code, sheet)
    scenes = scene_names(source if context.scenes or not python2.parses(code) else code, context.scenes)
    reasons = impossible(source, scenes)
    notes += [*_placed(found, source, code), *result.notes, *reasons.notes]
    return ConversionResult(result.code, scenes, dialect, tuple(notes), names, result.shims, reasons.scenes)


def _mended(code: str) -> tuple[str, list[Note]]:
    """Syntax of another age of Python brought up to date."""
    if python2.parses(code) or not bounds.may_be_mended(code):
        return code, []
    source, words = python2.mend(nested_quotes.mend(code))
    return source, [Note("info", "python2", text) for text in words]


def _older(dialect: Dialect, source: str) -> Dialect:
    """What was inlined may be older than the file itself: the older dialect's rules cover both."""
    return "old_gl" if dialect == "gl" and python2.parses(source) and detect(source) == "old_gl" else dialect


def _check(code: str) -> None:
    try:
        ast.parse(code)
    except SyntaxError as error:
        raise BadInput(f"line {error.lineno}: {error.msg}", advice="mend the syntax first") from error
    except (ValueError, RecursionError, MemoryError) as error:
        raise BadInput(f"the code cannot be read: {error}", advice="mend the syntax first") from error


def _passes(source: str, sheet: Sheet) -> tuple[cst.Module, tuple[Note, ...]]:
    try:
        module = cst.parse_module(source)
    except (cst.ParserSyntaxError, cst.CSTValidationError, RecursionError) as error:
        line = getattr(error, "raw_line", 0)
        raise BadInput(f"line {line}: the code cannot be read", advice="mend the syntax first") from error
    tree = passes.run(module, sheet)
    if sheet.dialect != "ce":
        tree = tree.visit(LibraryImports(sheet.offered, deep=imports_inside(source)))
    return tree, sheet.notes(_lines(module, sheet))


def _lines(module: cst.Module, sheet: Sheet) -> dict[cst.CSTNode, int]:
    """The line of every node that has a remark; finding lines costs a traversal, so only when there are any."""
    nodes = {node for _, node in sheet.remarks.values() if node}
    if not nodes:
        return {}
    positions = MetadataWrapper(module, unsafe_skip_copy=True).resolve(PositionProvider)
    return {node: positions[node].start.line for node in nodes if node in positions}


def _placed(notes: tuple[Note, ...], source: str, code: str) -> list[Note]:
    """Notes with lines of the file as it was given: lines of inlined code are looked up by their text."""
    if source == code:
        return list(notes)
    from dataclasses import replace

    lines = source.splitlines()
    first: dict[str, int] = {}
    for number, text in enumerate(code.splitlines(), 1):
        first.setdefault(text.strip(), number)
    return [replace(note, line=first.get(lines[note.line - 1].strip(), 0) if note.line else 0) for note in notes]
