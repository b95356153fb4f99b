"""The page, as it was built: `index.html` and its files. Without a build, `/` leads to the documentation."""

from __future__ import annotations

from pathlib import Path

from fastapi import FastAPI
from fastapi.responses import RedirectResponse, Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

DIST = Path(__file__).parents[1] / "web" / "dist"
FOR_EVER = "public, max-age=31536000, immutable"


class Page(StaticFiles):
    """Files whose names hold their content's hash are kept for ever, all others are asked for again."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        response = await super().get_response(path, scope)
        response.headers["Cache-Control"] = FOR_EVER if path.startswith("assets/") else "no-cache"
        return response


def install(app: FastAPI, dist: Path = DIST) -> None:
    """Serve the page at `/`; last of all routes, for it takes every path."""
    if (dist / "index.html").is_file():
        app.mount("/", Page(directory=dist, html=True), name="page")
        return

    @app.get("/", include_in_schema=False)
    async def _start() -> Response:  # pyright: ignore[reportUnusedFunction]  # FastAPI uses it
        return RedirectResponse("/docs")
