"""`/docs`: the routes with their examples, as one plain page of our own.

The usual pages load scripts from elsewhere, which the content policy forbids and an offline machine cannot do.
"""

from __future__ import annotations

import html
import json
from functools import cache
from typing import Any

from fastapi import FastAPI
from fastapi.responses import HTMLResponse, Response

STYLE = """
:root { color-scheme: light dark; --line: #8884; --soft: #8881; }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 0 auto; padding: 1rem 1.2rem 4rem; }
h1 { margin-bottom: 0; } h2 { margin-top: 2.4rem; text-transform: capitalize; }
details { border: 1px solid var(--line); border-radius: .5rem; margin: .5rem 0; padding: .5rem .8rem; }
summary { cursor: pointer; } summary code { font-weight: 600; }
.method { display: inline-block; min-width: 4.2rem; font: 600 .85rem ui-monospace, monospace; }
pre { background: var(--soft); padding: .7rem; border-radius: .4rem; overflow-x: auto; font-size: .85rem; }
table { border-collapse: collapse; } td, th { text-align: left; padding: .15rem .9rem .15rem 0; vertical-align: top; }
"""


def install(app: FastAPI) -> None:
    """Serve the page and its style."""

    @app.get("/docs", include_in_schema=False)
    async def _docs() -> Response:  # pyright: ignore[reportUnusedFunction]  # FastAPI uses it
        return HTMLResponse(_page(app))

    @app.get("/docs.css", include_in_schema=False)
    async def _style() -> Response:  # pyright: ignore[reportUnusedFunction]  # FastAPI uses it
        return Response(STYLE, media_type="text/css")


@cache
def _page(app: FastAPI) -> str:
    document = app.openapi()
    groups: dict[str, list[str]] = {}
    for path, methods in document["paths"].items():
        for method, route in methods.items():
            groups.setdefault(route.get("tags", ["other"])[0], []).append(_route(document, method, path, route))
    body = "".join(f"<h2>{html.escape(tag)}</h2>{''.join(routes)}" for tag, routes in groups.items())
    about = html.escape(document["info"]["description"])
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Tulku: the API</title>'
        '<meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/docs.css"></head>'
        f'<body><h1>Tulku</h1><p>{about}</p><p><a href="/openapi.json">The OpenAPI document</a></p>{body}</body></html>'
    )


def _route(document: dict[str, Any], method: str, path: str, route: dict[str, Any]) -> str:
    title = f'<span class="method">{method.upper()}</span> <code>{html.escape(path)}</code>'
    parts = [f"<p>{html.escape(route.get('description', ''))}</p>", _parameters(route), _body(document, path, route)]
    answers = ", ".join(f"{status} {html.escape(a['description'])}" for status, a in route["responses"].items())
    return f"<details><summary>{title}</summary>{''.join(parts)}<p>Answers: {answers}</p></details>"


def _parameters(route: dict[str, Any]) -> str:
    rows = [
        f"<tr><td><code>{html.escape(p['name'])}</code></td><td>{p['in']}</td>"
        f"<td>{html.escape(p.get('description', ''))}</td></tr>"
        for p in route.get("parameters", ())
    ]
    return f"<table>{''.join(rows)}</table>" if rows else ""


def _body(document: dict[str, Any], path: str, route: dict[str, Any]) -> str:
    content = route.get("requestBody", {}).get("content", {}).get("application/json")
    if not content:
        return ""
    schema = document["components"]["schemas"][content["schema"]["$ref"].rsplit("/", 1)[1]]
    needed = schema.get("required", ())
    fields = [
        f"<tr><td><code>{html.escape(name)}</code></td><td>{'needed' if name in needed else ''}</td>"
        f"<td>{html.escape(field.get('description', ''))}</td></tr>"
        for name, field in schema["properties"].items()
    ]
    examples = [
        f"<pre>curl -X POST http://127.0.0.1:8000{html.escape(path)} -H 'Content-Type: application/json' \\\n"
        f"  -d '{html.escape(json.dumps(example))}'</pre>"
        for example in schema.get("examples", ())
    ]
    return f"<table>{''.join(fields)}</table>{''.join(examples)}"
