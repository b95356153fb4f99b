"""`tulku corpus`: build, stats, export, show."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

if TYPE_CHECKING:
    from core.component import Component
    from core.errors import TulkuError
    from core.scene import SceneCode
    from corpus.build import Options
    from corpus.sources.source import Source


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def corpus() -> None:
    """The memory of how good scenes are written: gather, clean, check, share."""


@corpus.command()
@click.argument("sources", nargs=-1)
@click.option(
    "--probe-minutes", type=float, default=10.0, show_default=True, help="time for trying scenes out; 0: none"
)
@click.option("--workers", type=click.IntRange(1, 64), default=2, show_default=True)
@click.option("--judge/--no-judge", default=True, help="score how well descriptions fit; a configured model mends them")
@click.option("--only", is_flag=True, help="leave out sources of earlier builds")
@click.option("--json", "as_json", is_flag=True, help="print the report as JSON, nothing else")
def build(sources: tuple[str, ...], probe_minutes: float, workers: int, judge: bool, only: bool, as_json: bool) -> None:
    """Build the corpus from SOURCES, or from all that is here.

    A source is one of library, manim-docs, manim-api, manim-sdist, manimgl, runs, a folder, a git address, or a
    Parquet/JSONL file; NAME=PLACE names it. A second build does only what is new.
    """
    from core.errors import TulkuError

    try:
        from api.corpus_progress import Progress, printed
        from core.settings import settings
        from corpus.build import build as run
        from corpus.sources.choose import choose

        chosen = choose(sources, home=settings().home, library=_library())
        with nullcontext() if as_json else Progress() as progress:
            options = _options(probe_minutes, workers, judge, only, progress.note if progress else _silent)
            report = run(chosen, options, progress.event if progress else _silent_event)
    except TulkuError as error:
        _fail(error, as_json)
    except KeyboardInterrupt:
        click.echo("stopped; what was finished is kept, the next build goes on from there", err=True)
        sys.exit(130)
    click.echo(json.dumps(asdict(report) | {"share": report.share}, indent=1)) if as_json else printed(report)
    sys.exit(0 if report.snippets else 4)


@corpus.command()
@click.option("--json", "as_json", is_flag=True)
def stats(as_json: bool) -> None:
    """How the corpus is distributed: lengths, topics, idioms, dialects, licences."""
    from api.corpus_progress import counted
    from core.errors import TulkuError
    from corpus import store
    from corpus.statistics import statistics

    try:
        found = statistics(store.read(store.combined()))
    except TulkuError as error:
        _fail(error, as_json)
    click.echo(json.dumps(vars(found), indent=1)) if as_json else counted(found)


@corpus.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.option("--restricted", is_flag=True, help="also code whose licence asks for more than credit (CC BY-NC-SA …)")
@click.option("--verified", is_flag=True, help="only what ran")
@click.option("--validation", type=float, default=0.05, show_default=True, help="share of videos held back")
@click.option("--json", "as_json", is_flag=True)
def export(folder: Path, restricted: bool, verified: bool, validation: float, as_json: bool) -> None:
    """Write the corpus as a data set into FOLDER: parquet, chats, a card with the licences."""
    from core.errors import TulkuError
    from corpus import store
    from corpus.export import Wanted, export

    try:
        done = export(store.combined(), folder, Wanted(restricted, verified, validation))
    except TulkuError as error:
        _fail(error, as_json)
    if as_json:
        click.echo(json.dumps(asdict(done), default=str, indent=1))
        return
    click.echo(f"✓ {done.folder}: {done.snippets} snippets, {done.train} + {done.validation} conversations")
    if done.kept_back:
        click.echo(f"  {done.kept_back} snippets stay out because of their licence; --restricted takes them")


@corpus.command()
@click.argument("what")
@click.option("--json", "as_json", is_flag=True)
def show(what: str, as_json: bool) -> None:
    """Show a snippet by its id (or the start of it), its scene's name, or words of its title."""
    from core.errors import BadInput, TulkuError
    from corpus import store

    try:
        found = next(filter(_matcher(what), store.read(store.combined())), None)
        if found is None:
            raise BadInput(f"no snippet {what!r}", advice="an id, the name of a scene, or words of a title")
    except TulkuError as error:
        _fail(error, as_json)
    if as_json:
        click.echo(json.dumps(store.to_row(found), indent=1, ensure_ascii=False))
        return
    from api.corpus_progress import shown

    shown(found)


def _matcher(what: str) -> Callable[[Any], bool]:
    lowered = what.lower()
    return lambda snippet: (
        snippet.id.startswith(lowered) or snippet.name.lower() == lowered or lowered in snippet.title.lower()
    )


def _library() -> Source:
    """Our own library as a source: the catalogue and its composition lie above the corpus."""
    from components_cache.catalogue import catalogue
    from corpus.ledger import code_of
    from corpus.sources.library import Library

    return Library(catalogue().values(), _composed, f"tree:{code_of('components_cache')}")


def _composed(act: Component) -> SceneCode:
    """An act as a scene of its own; composed once for each state of the library, for it takes a while."""
    from components_cache.compose import compose, scene_name
    from core.scene import SceneCode
    from core.storyboard import ActCall
    from corpus import store
    from corpus.ledger import Ledger, code_of, key

    known = key("compose", code_of("components_cache"), act.module, act.name)
    with Ledger(store.home() / "steps.sqlite") as ledger:
        found = ledger.get(known)
        if found is None:
            scene = compose(act.title, (ActCall(act.name),), scene_name(act.title))
            found = {"code": scene.code, "name": scene.name}
            ledger.put([(known, found)])
    return SceneCode(found["code"], found["name"])


def _options(minutes: float, workers: int, wanted: bool, only: bool, note: Callable[[str], None]) -> Options:
    from core.settings import settings
    from corpus.build import Options

    chosen = None
    if wanted:
        from api.judges import judge

        chosen = judge(settings())
    return Options(workers, _farm(note) if minutes > 0 else None, minutes * 60, chosen, only)


def _farm(note: Callable[[str], None]) -> Any:
    """The render farm, or None where it cannot start: then nothing is probed."""
    from core.errors import FarmError
    from render.farm import Farm

    try:
        return Farm.connect()
    except FarmError as error:
        note(f"nothing is probed: {error.message}")
        return None


def _silent(message: str) -> None:
    pass


def _silent_event(event: dict[str, Any]) -> None:
    pass


def _fail(error: TulkuError, as_json: bool) -> NoReturn:
    """End the program with an error, as the other commands do."""
    from api.requests import error_message
    from api.show import failed

    message = error_message(error)["error"]
    click.echo(json.dumps({"error": message}, indent=1)) if as_json else failed(message)
    sys.exit(2 if message["kind"] == "BadInput" else 4)
