"""`tulku search`: examples, reference and components, by meaning and by words."""

from __future__ import annotations

import json

import click

from api.asking import ask

KINDS = click.Choice(["snippets", "api", "components", "wishes"])


@click.command()
@click.argument("query", required=False, default="")
@click.option("--kind", type=KINDS, default="snippets", show_default=True, help="where to look")
@click.option("-k", "most", type=click.IntRange(1, 100), default=5, show_default=True, help="most results")
@click.option("--licence", multiple=True, help="only code under this licence (SPDX id); may be given more than once")
@click.option("--dialect", multiple=True, help="only code first written for ce, old_ce, gl")
@click.option("--verified", multiple=True, help="only code that is unchecked, static or probed")
@click.option("--source", multiple=True, help="only from this source, such as manim-docs")
@click.option("--rebuild", is_flag=True, help="make the index anew; alone or before the search")
@click.option("--json", "as_json", is_flag=True, help="print the results as JSON, nothing else")
def search(
    query: str,
    kind: str,
    most: int,
    licence: tuple[str, ...],
    dialect: tuple[str, ...],
    verified: tuple[str, ...],
    source: tuple[str, ...],
    rebuild: bool,
    as_json: bool,
) -> None:
    """Find examples for QUERY: a wish, an error message, or code."""
    request = {
        "do": "search",
        "query": query,
        "kind": kind,
        "k": most,
        "filters": {"licence": licence, "dialect": dialect, "verified": verified, "source": source},
        "rebuild": rebuild,
    }
    result = ask(request, as_json)
    if as_json:
        click.echo(json.dumps(result, indent=1))
        return
    from api.found import found

    found(result)
