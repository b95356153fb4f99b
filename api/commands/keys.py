"""`tulku keys`: who may use the service."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

import click

from api.asking import fail

if TYPE_CHECKING:
    from core.database import Database


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def keys() -> None:
    """API keys of the service: make, list, revoke. TULKU_AUTH=keys makes the service ask for them."""


@keys.command()
@click.argument("owner")
@click.option("--scope", "scopes", multiple=True, default=("read", "make"), show_default=True, help="read, make, admin")
@click.option("--name", default="", help="what it is for")
@click.option("--quota", type=click.IntRange(0), default=0, show_default=True, help="tasks a month; 0: no limit")
def create(owner: str, scopes: tuple[str, ...], name: str, quota: int) -> None:
    """Make a key for OWNER and print it. It is not shown again."""
    from api.auth import keys as store

    click.echo(_with(lambda database: store.create(database, owner, scopes, name, quota)))


@keys.command("list")
@click.option("--json", "as_json", is_flag=True)
def listing(as_json: bool) -> None:
    """Show all keys: whose, what they may, when they were used. Never the keys themselves."""
    from api.auth import keys as store

    rows = [
        {
            "id": key.id,
            "owner": key.owner,
            "name": key.name,
            "scopes": key.scopes,
            "quota": key.quota,
            "created": key.created.isoformat(timespec="seconds"),
            "used": key.used.isoformat(timespec="seconds") if key.used else None,
            "revoked": key.revoked.isoformat(timespec="seconds") if key.revoked else None,
        }
        for key in _with(store.listed)
    ]
    if as_json:
        click.echo(json.dumps(rows, indent=1))
        return
    for row in rows:
        state = "revoked" if row["revoked"] else f"used {row['used'] or 'never'}"
        click.echo(f"{row['id']}  {row['owner']:20} {row['scopes']:16} {state}  {row['name']}")


@keys.command()
@click.argument("key_id")
def revoke(key_id: str) -> None:
    """End the key with this id, at once."""
    from api.auth import keys as store

    if not _with(lambda database: store.revoke(database, key_id)):
        fail({"kind": "BadInput", "message": f"no key {key_id} that is still good", "advice": "tulku keys list"}, False)
    click.echo(f"revoked {key_id}")


def _with(work: Callable[[Database], Awaitable[Any]]) -> Any:
    from api.requests import error_message
    from core.database import opened
    from core.errors import TulkuError

    async def run() -> Any:
        async with opened() as database:
            return await work(database)

    try:
        return asyncio.run(run())
    except TulkuError as error:
        fail(error_message(error)["error"], as_json=False)
