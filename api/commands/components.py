"""`tulku components`: list, show, search, verify, export, import, revoke, add, gallery."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from api.asking import fail

if TYPE_CHECKING:
    from components_cache.admission.admit import Verdict
    from components_cache.store.record import Stored
    from components_cache.store.store import Store

STATES = click.Choice(["admitted", "rejected", "demoted", "revoked", "all"])
JSON = click.option("--json", "as_json", is_flag=True, help="print the result as JSON, nothing else")


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def components() -> None:
    """Building blocks taken from scenes that worked: proven, typed, called by the next scene."""


@components.command("list")
@click.option("--state", type=STATES, default="admitted", show_default=True)
@click.option("--kind", type=click.Choice(["act", "mobject"]), help="acts play beats, mobjects are built")
@click.option("-n", "most", type=click.IntRange(1, 10_000), default=50, show_default=True, help="most entries")
@JSON
def list_(state: str, kind: str | None, most: int, as_json: bool) -> None:
    """What is in the store, newest first, and why the rest is not."""
    from api.components_view import brief, listed

    async def work(store: Store) -> Any:
        wanted = "" if state == "all" else state
        return await store.listed(state=wanted, kind=kind or "", most=most), await store.counts()

    records, counts = _run(work, as_json)
    if as_json:
        _print(
            {"components": [brief(record) for record in records], "states": counts.states, "reasons": counts.reasons}
        )
        return
    listed(records, counts)


@components.command()
@click.argument("component")
@JSON
def show(component: str, as_json: bool) -> None:
    """Everything about COMPONENT (its id, the start of it, or its name): code, signature, proof, where it is from."""
    from api.components_view import full, shown

    record = _run(lambda store: _found(store, component), as_json)
    _print(full(record)) if as_json else shown(record)


@components.command()
@click.argument("query")
@click.option("-k", "most", type=click.IntRange(1, 100), default=5, show_default=True, help="most results")
@JSON
def search(query: str, most: int, as_json: bool) -> None:
    """The components nearest to QUERY, by meaning and by words."""
    from api.components_view import brief, listed

    async def work(store: Store) -> list[Stored]:
        from components_cache.store.meaning import near

        return await near(store, query, most)

    if not query.strip():
        fail({"kind": "BadInput", "message": "the search is empty", "advice": "say what you look for"}, as_json)
    records = _run(work, as_json)
    _print({"components": [brief(record) for record in records]}) if as_json else listed(records)


@components.command()
@click.argument("component", nargs=-1)
@JSON
def verify(component: tuple[str, ...], as_json: bool) -> None:
    """Prove COMPONENTS again, or all that are admitted; those that fail are demoted."""

    async def work(store: Store) -> list[dict[str, str]]:
        from components_cache.store.keeping import verify as prove
        from components_cache.store.meaning import bring_in_line

        farm = await asyncio.to_thread(_farm)
        chosen = [await _found(store, name) for name in component] or await store.listed(most=100_000)
        done = [{"id": r.id, "name": r.name, "problem": await prove(store, farm, r)} for r in chosen]
        await bring_in_line(store)
        return done

    done = _run(work, as_json)
    if as_json:
        _print({"verified": done})
    for row in done if not as_json else ():
        click.echo(f"{'✗' if row['problem'] else '✓'} {row['name']}  {row['problem']}".rstrip())
    sys.exit(4 if any(row["problem"] for row in done) else 0)


@components.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--restricted", is_flag=True, help="also components whose licence asks for more than credit")
@JSON
def export(file: Path, restricted: bool, as_json: bool) -> None:
    """Write all admitted components into FILE, one JSON object a line; what people wished for stays here."""

    async def work(store: Store) -> tuple[int, int]:
        from components_cache.store.exchange import export as write

        return await write(store, file, restricted=restricted)

    written, kept = _run(work, as_json)
    if as_json:
        _print({"written": written, "kept_back": kept, "file": str(file)})
        return
    click.echo(f"✓ {file}: {written} components")
    if kept:
        click.echo(f"  {kept} stay here because of their licence; --restricted takes them")


@components.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@JSON
def import_(file: Path, as_json: bool) -> None:
    """Take in an export. Every component is proven again in the sandbox; nothing is trusted."""

    async def work(store: Store) -> list[Verdict]:
        from components_cache.admission.admit import Gate
        from components_cache.store.exchange import take_in
        from components_cache.store.meaning import bring_in_line

        gate = Gate(await asyncio.to_thread(_farm), store)
        verdicts = [verdict async for verdict in take_in(gate, file)]
        await bring_in_line(store)
        return verdicts

    _verdicts(_run(work, as_json), as_json)


@components.command()
@click.argument("component", required=False)
@click.option("--wish", default="", help="all that was only found in scenes of this wish")
@click.option("--place", default="", help="all that was only found at this place: a run, a file")
@click.option("--source", default="", help="all that was only found in this source, such as manim-docs")
@click.option("--reason", default="revoked by hand", show_default=True)
@JSON
def revoke(component: str | None, wish: str, place: str, source: str, reason: str, as_json: bool) -> None:
    """Revoke COMPONENT, or what came from somewhere, with all that was made of it; it never comes back by itself."""

    async def work(store: Store) -> dict[str, str]:
        from components_cache.store.revoking import revoke as take_back

        key = (await _found(store, component)).id if component else ""
        done = await take_back(store, reason, component=key, wish=wish, place=place, source=source)
        return done.names

    if not (component or wish or place or source):
        advice = "name a component, or give --wish, --place or --source"
        fail({"kind": "BadInput", "message": "nothing to revoke", "advice": advice}, as_json)
    names = _run(work, as_json)
    if as_json:
        _print({"revoked": names})
        return
    for key, name in names.items():
        click.echo(f"revoked {name}  {key}")
    if not names:
        click.echo("nothing was found only there")


@components.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.argument("scene", required=False)
@click.option("--licence", default="LicenseRef-own", show_default=True, help="SPDX id of the file's licence")
@JSON
def add(file: Path, scene: str | None, licence: str, as_json: bool) -> None:
    """Look through a Manim FILE (one SCENE of it, or all) for components, as after a wish that was made."""

    async def work(store: Store) -> list[Verdict]:
        from api.harvesting import harvest_file

        return await harvest_file(file, scene, licence, await asyncio.to_thread(_farm), store.database)

    _verdicts(_run(work, as_json), as_json)


@components.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path), default=Path("components.html"))
@click.option("--state", type=STATES, default="admitted", show_default=True)
@click.option("--open", "show", is_flag=True, help="open the page")
def gallery(file: Path, state: str, show: bool) -> None:
    """Write an HTML page with a picture of every component into FILE; it needs nothing but itself."""

    async def work(store: Store) -> list[Stored]:
        records = await store.listed(state="" if state == "all" else state, most=10_000)
        return [await store.found(record.id) or record for record in records]

    from components_cache.gallery import gallery as page

    records = _run(work, as_json=False)
    file.write_text(page(records), encoding="utf-8")
    click.echo(f"✓ {file}: {len(records)} components")
    if show:
        click.launch(str(file))


def _run(work: Callable[[Store], Awaitable[Any]], as_json: bool) -> Any:
    """Do work on the store; an error ends the program as in the other commands."""
    from components_cache.store.store import Store
    from core.database import opened
    from core.errors import TulkuError

    async def opened_work() -> Any:
        async with opened() as database:
            return await work(Store(database))

    try:
        return asyncio.run(opened_work())
    except TulkuError as error:
        _failed(error, as_json)
    except KeyboardInterrupt:
        click.echo("stopped; what was finished is kept", err=True)
        sys.exit(130)


def _failed(error: Any, as_json: bool) -> NoReturn:
    fail({"kind": type(error).__name__, "message": error.message, "advice": error.advice}, as_json)


async def _found(store: Store, what: str) -> Stored:
    from core.errors import BadInput

    record = await store.found(what)
    if record is None:
        raise BadInput(f"no component {what!r}", advice="an id, the start of one, or a name: tulku components list")
    return record


def _farm() -> Any:
    from render.farm import Farm

    return Farm.connect()


def _verdicts(verdicts: list[Verdict], as_json: bool) -> None:
    from api.components_view import judged

    if as_json:
        from dataclasses import asdict

        _print({"verdicts": [asdict(verdict) for verdict in verdicts]})
        return
    judged(verdicts)


def _print(value: Any) -> None:
    click.echo(json.dumps(value, indent=1, ensure_ascii=False, default=str))
