"""The HTTP application: routes, errors, and what every answer carries. Public entry: `create_app`."""

from __future__ import annotations

from fastapi import FastAPI

from api import docs, problems
from api.edge import Edge
from api.routes import (
    chat,
    components,
    events,
    export,
    feedback,
    generate,
    health,
    library,
    login,
    page,
    tasks,
    videos,
)
from api.service import Service

DESCRIPTION = "Say what you want to understand; get a Manim video and the code behind it."


def create_app(service: Service) -> FastAPI:
    """The application that serves `service`."""
    app = FastAPI(title="Tulku", version="0.1.0", description=DESCRIPTION, docs_url=None, redoc_url=None)
    app.state.service = service
    app.add_middleware(Edge)
    problems.install(app)
    for module in (generate, chat, tasks, videos, export, events, feedback, components, library, health):
        app.include_router(module.router)
    login.install(app, service)
    docs.install(app)
    page.install(app)
    return app
