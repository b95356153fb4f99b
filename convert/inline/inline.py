"""From a file and the scenes wanted from it to one module that stands alone, still in the dialect it was written in.

Nothing is run. Definitions of other modules come along as far as they are needed; names that shims supply, and manim's
own, stay free for the passes that follow.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from convert.context import ConversionContext
from convert.inline.closure import Closure
from convert.inline.data_files import carried, in_pieces
from convert.inline.externals import has_stand_in, is_available, is_library, made_up, stand_in
from convert.inline.local_imports import local_imports
from convert.inline.modules import Import, Module, Star, Statement, load, read
from convert.inline.order import ordered
from convert.inline.purity import replacement, side_effect
from convert.inline.repository import Repository, repository
from convert.inline.resolve import OPEN, External, Resolver
from convert.inline.rewrite import Names, rewritten
from convert.result import Note

_MOST_BYTES = 2_000_000


@dataclass(frozen=True, slots=True)
class Inlined:
    """The module's source, the names that came from other modules, and what could not come along."""

    code: str
    inlined: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()


def inline(code: str, context: ConversionContext, supplied: frozenset[str] = frozenset()) -> Inlined:
    """Make `code` self-contained. `supplied` are names that shims bring (`GlBlink` is `Blink` as manimgl means it): the
    repository's own are not taken.

    Without wanted scenes, code that needs nothing of the repository comes back as it is.
    """
    home = (context.file or Path("<code>")).absolute()
    module = _module(code, home)
    folder = repository(context.root.absolute()) if context.root and context.file else None
    twins = {name.removeprefix("Gl") for name in supplied if name.startswith("Gl")}
    closure = Closure(Resolver(folder, supplied | twins))
    roots, notes = _roots(module, context.scenes)
    closure.grow(roots)
    if not context.scenes and all(statement.module == home for statement in closure.kept):
        return Inlined(code, (), tuple(notes))
    if closure.full:
        notes.append(Note("impossible", "too_big", "needs more definitions than one file should hold"))
    return _assemble(module, closure, folder, notes)


def _module(code: str, home: Path) -> Module:
    """The file's module: the one on disk where it says the same, so that it is parsed once for all its scenes."""
    known = load(home) if home.is_file() else None
    return known if known and home.read_text(encoding="utf-8", errors="replace") == code else read(code, home)


def _roots(module: Module, scenes: tuple[str, ...]) -> tuple[list[Statement], list[Note]]:
    notes = [
        Note("lost", "syntax", "this piece of the file does not parse and is left out", line) for line in module.broken
    ]
    if not scenes:
        return [statement for statement in module.statements() if statement.kind != "effect"], notes
    found = {name: module.last(name) for name in scenes}
    notes += [
        Note("impossible", "no_scene", f"there is no class {name} in the file") for name in scenes if not found[name]
    ]
    return [statement for statement in found.values() if statement], notes


def _assemble(module: Module, closure: Closure, folder: Repository | None, notes: list[Note]) -> Inlined:
    order = ordered(closure, module.path)
    own = [name for statement in order if statement.module == module.path for name in statement.names]
    names = Names(order, closure, own)
    body = "\n\n".join(_body(order, closure, names, folder, notes))
    if len(body) > _MOST_BYTES:
        notes.append(Note("impossible", "too_big", f"needs {len(body) // 1000} kB of other modules"))
    files = carried(order, folder.root, notes) if folder else {}
    imports = [*_imports(module, closure, notes), *_files(files, body, closure), *_alignment(folder, body)]
    gained = [s.names[0] for s in order if s.module != module.path and s.names]
    return Inlined("\n".join(imports) + "\n\n\n" + body, tuple(gained), tuple(notes))


def _body(
    order: list[Statement], closure: Closure, names: Names, folder: Repository | None, notes: list[Note]
) -> Iterator[str]:
    """The source of each statement, with a line of origin where another file begins."""
    origin: Path | None = None
    for statement in order:
        effect = side_effect(statement, closure)
        if effect:
            notes.append(_constant(statement, effect))
        text = replacement(statement) if effect else rewritten(statement, closure, names)
        head = "" if statement.module == origin else f"# From {_shown(statement.module, folder)}:\n"
        origin = statement.module
        yield head + (text if text.endswith("\n") else f"{text}\n")


def _constant(statement: Statement, effect: str) -> Note:
    name = ", ".join(statement.names)
    return Note("lost", "missing_data", f"{name} is left empty: computing it {effect}", statement.line)


def _shown(path: Path, folder: Repository | None) -> str:
    return path.relative_to(folder.root).as_posix() if folder and folder.root in path.parents else path.name


def _imports(module: Module, closure: Closure, notes: list[Note]) -> Iterator[str]:
    """The file's imports of manim as they are, then what binds each outside name that is used."""
    if any("->" in s.text or ": " in s.text.split("\n")[0] for s in closure.kept):
        yield "from __future__ import annotations\n"
    lines = [_line(binding) for binding in module.bindings if not isinstance(binding, Statement)]
    library = [line for line, source in lines if is_library(source)]
    yield from dict.fromkeys(library or ["from manimlib import *"])
    supplied = closure.resolver.supplied
    targets = {use.target for use in closure.uses.values() if isinstance(use.target, External)}
    targets = {external for external in targets if is_available(external.source) or external.alias not in supplied}
    outside = sorted(targets, key=lambda external: external.text)
    yield from (external.text for external in outside if is_available(external.source))
    replaced = [external for external in outside if not is_available(external.source)]
    replaced = list(dict.fromkeys([*replaced, *(one for s in closure.kept for one in _local(s))]))
    notes += _made_up(replaced, module, closure)
    yield from _stand_ins(replaced, notes)


def _files(files: dict[str, str], body: str, closure: Closure) -> Iterator[str]:
    """The lines that tell the stand-ins of `open`, `os` and `Path` which files came along."""
    opens = any(use.target == OPEN for use in closure.uses.values())
    owners = [
        name for name, is_used in (("absent_file", opens), ("os.path", re.search(r"\b(os|Path)\b", body))) if is_used
    ]
    if files and owners:
        entries = "".join(f"    {name!r}: {in_pieces(text)},\n" for name, text in files.items())
        yield f"\n\n{' = '.join(f'{owner}.files' for owner in owners)} = {{\n{entries}}}"


def _alignment(folder: Repository | None, body: str) -> Iterator[str]:
    """Texts of several lines stand as the repository's own configuration says."""
    config = folder.root / "custom_config.yml" if folder else None
    if config and config.is_file() and re.search(r"\bText\(", body) and re.search(r'\\n|"""', body):
        said = re.search(r'(?m)^\s+alignment:\s*"?(CENTER|RIGHT)', config.read_text(encoding="utf-8"))
        yield from [f'\n\nText.alignment = "{said[1]}"'] if said else []


def _stand_ins(outside: list[External], notes: list[Note]) -> Iterator[str]:
    """What is there instead of modules that are not."""
    definitions: dict[str, None] = {}
    lines: list[str] = []
    for external in outside:
        needed, line = stand_in(external.source, external.name, external.alias)
        definitions.update(dict.fromkeys(needed))
        lines += [line] if line else []
        if not has_stand_in(external.source, external.name):
            notes.append(_missing(external))
    yield from (f"\n\n{definition}\n" for definition in definitions)
    yield from lines


def _local(statement: Statement) -> list[External]:
    return [external for _, bound in local_imports(statement) for external in bound]


def _made_up(replaced: list[External], module: Module, closure: Closure) -> Iterator[Note]:
    """Where numbers come from that are nobody's: the first statement of the file that asks for them."""
    for external in replaced:
        said = made_up(external.source, external.name)
        users = [s for (s, _), use in closure.uses.items() if use.target == external]
        users += [s for s in closure.kept if external in _local(s)]
        lines = [s.line for s in users if s.module == module.path]
        if said:
            yield Note("lost", "missing_data", f"{external.alias} is not available here; {said}", min(lines, default=0))


def _line(binding: Star | Import) -> tuple[str, str]:
    text = binding.text if isinstance(binding, Import) else f"from {binding.source} import *"
    return text, binding.source


def _missing(external: External) -> Note:
    top = external.source.split(".")[0]
    return Note("lost", "missing_dependency", f"the package {top} is not available; {external.alias} is left out")
