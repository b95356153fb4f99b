"""A small server that speaks the API's contract and serves the built page, for the page's own tests.

python -m tests.web.fake_api FOLDER --port 8199     FOLDER holds animation.mp4 and poster.png
"""

from __future__ import annotations

import argparse
import asyncio
import json
import uuid
from collections.abc import AsyncGenerator
from pathlib import Path
from typing import Annotated, Any

import uvicorn
from fastapi import Body, FastAPI, Header, HTTPException, Request
from fastapi.responses import FileResponse, JSONResponse, PlainTextResponse, StreamingResponse
from fastapi.staticfiles import StaticFiles
from starlette.middleware.base import RequestResponseEndpoint
from starlette.responses import Response

from tests.web.fake_jobs import Job

DIST = Path(__file__).parents[2] / "api" / "web" / "dist"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:; "
    "connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
CAPTIONS = "WEBVTT\n\n00:00.000 --> 00:02.000\nA circle.\n\n00:02.000 --> 00:04.000\nIt becomes a square.\n"
TOPICS = [
    ("fourier", "A Fourier series draws a square wave", "signals"),
    ("eigen", "Eigenvectors of a matrix", "linear algebra"),
    ("bayes", "Bayes' theorem", "probability"),
    ("sort", "Binary search", "algorithms"),
    ("chain", "The chain rule", "calculus"),
    ("euler", "Euler's formula $e^{i\\pi} = -1$", "complex numbers"),
]
LONGEST = 4000


def create_app(folder: Path) -> FastAPI:
    """The fake; `app.state.jobs` is what was asked, in order."""
    app = FastAPI()
    jobs: dict[str, Job] = {}
    app.state.jobs = jobs
    app.state.heard = []
    app.state.key = None  # with a key, only who knows it is let in
    app.middleware("http")(_with_policy)
    app.add_exception_handler(HTTPException, _problem)
    _making(app, jobs)
    _acting(app, jobs)
    _reading(app, jobs, folder)
    _conversations(app, jobs)
    _login(app)
    app.mount("/", StaticFiles(directory=DIST, html=True))
    return app


async def _with_policy(request: Request, call_next: RequestResponseEndpoint) -> Response:
    answer = await call_next(request)
    answer.headers["Content-Security-Policy"] = POLICY
    return answer


async def _problem(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)
    content = {"type": "about:blank", "status": error.status_code, "code": "invalid", "advice": ""}
    return JSONResponse(content | {"title": "No", "detail": error.detail}, error.status_code)


def _making(app: FastAPI, jobs: dict[str, Job]) -> None:
    def put(job: Job) -> dict[str, Any]:
        words = job.prompt.lower()
        job.held = words.startswith("slow:")
        if len(job.prompt) > LONGEST or "bad input" in words:
            raise HTTPException(422, "prompt: a wish has at most 4000 letters")
        jobs[job.id] = job
        return {"task_id": job.id, "status": "pending", "conversation_id": job.conversation}

    @app.post("/generate", status_code=202)
    async def generate(body: Annotated[dict[str, Any], Body()]) -> Any:
        options, project = body.get("options", {}), body.get("project", "")
        return put(Job(body["prompt"], uuid.uuid4().hex, project=project, options=options))

    @app.post("/chat", status_code=202)
    async def chat(body: Annotated[dict[str, Any], Body()]) -> Any:
        if "task_id" not in body:
            return put(Job(body["message"], body["conversation_id"], options=body.get("options", {})))
        parent = _find(jobs, body["task_id"])
        return put(Job(body["message"], parent.conversation, parent.id, parent.project))

    @app.post("/render", status_code=202)
    async def render(body: Annotated[dict[str, Any], Body()]) -> Any:
        conversation = body.get("conversation_id") or uuid.uuid4().hex
        return put(Job("Your own code", conversation, code=body["code"], options=body.get("options", {})))

    @app.post("/convert")
    async def convert(body: Annotated[dict[str, Any], Body()]) -> Any:
        return {"code": body["code"].replace("ShowCreation", "Create"), "notes": ["ShowCreation is Create now"]}


def _acting(app: FastAPI, jobs: dict[str, Job]) -> None:
    @app.post("/tasks/{task_id}/cancel")
    async def cancel(task_id: str) -> Any:
        _find(jobs, task_id).stopped = True
        return {}

    @app.post("/tasks/{task_id}/scenes/{index}/retry", status_code=202)
    async def retry(task_id: str, index: int) -> Any:
        _find(jobs, task_id).retry()
        return {}

    @app.post("/feedback")
    async def feedback(body: Annotated[dict[str, Any], Body()]) -> Any:
        _find(jobs, body["task_id"]).feedback = body
        return {}


def _reading(app: FastAPI, jobs: dict[str, Job], folder: Path) -> None:
    @app.get("/status/{task_id}")
    async def status(task_id: str) -> Any:
        return _find(jobs, task_id).record()

    @app.get("/videos/{task_id}/{name}")
    async def videos(task_id: str, name: str) -> Response:
        _find(jobs, task_id)
        return (
            PlainTextResponse(CAPTIONS, media_type="text/vtt")
            if name == "captions.vtt"
            else FileResponse(folder / name)
        )

    @app.get("/export/{name}")
    async def export(name: str) -> Response:
        task_id, _, form = name.partition(".")
        return PlainTextResponse(
            _find(jobs, task_id).code, headers={"Content-Disposition": f"attachment; filename=scene.{form}"}
        )

    @app.get("/events/{task_id}")
    async def events(
        task_id: str, last_event_id: str = "", from_header: Annotated[str, Header(alias="last-event-id")] = ""
    ) -> StreamingResponse:
        after = from_header or last_event_id
        app.state.heard.append((task_id, after))
        return StreamingResponse(_stream(_find(jobs, task_id), int(after or 0)), media_type="text/event-stream")

    @app.get("/topics")
    async def topics() -> Any:
        return {"topics": [_topic(folder, *row) for row in TOPICS]}

    @app.get("/pictures/{name}")
    async def pictures(name: str) -> Response:
        return FileResponse(folder / name)

    @app.get("/healthz")
    async def healthz() -> Any:
        return {}


def _conversations(app: FastAPI, jobs: dict[str, Job]) -> None:
    @app.get("/conversations")
    async def conversations() -> Any:
        last = {job.conversation: job for job in jobs.values()}
        first = {job.conversation: job for job in reversed(jobs.values())}
        return {"conversations": [_conversation(first[key], last[key]) for key in last], "cursor": None}

    @app.get("/conversations/{conversation_id}")
    async def conversation(conversation_id: str) -> Any:
        mine = [job for job in jobs.values() if job.conversation == conversation_id]
        if not mine:
            raise HTTPException(404, "there is no such conversation")
        return _conversation(mine[0], mine[-1]) | {"tasks": [job.line() for job in mine]}

    @app.delete("/conversations/{conversation_id}", status_code=204)
    async def forget(conversation_id: str) -> None:
        for job in [job for job in jobs.values() if job.conversation == conversation_id]:
            del jobs[job.id]


def _login(app: FastAPI) -> None:
    def known(request: Request) -> bool:
        return app.state.key is None or request.cookies.get("key") == app.state.key

    @app.middleware("http")
    async def guard(request: Request, call_next: RequestResponseEndpoint) -> Response:
        path = request.url.path
        if known(request) or path == "/" or path.startswith(("/auth/", "/assets/", "/theme.js", "/favicon")):
            return await call_next(request)
        return JSONResponse({"detail": "you are not known here", "code": "unauthorized"}, 401)

    @app.get("/auth/me")
    async def me(request: Request) -> Any:
        return {"owner": "ada" if known(request) else None, "login": ["key"] if app.state.key else []}

    @app.post("/auth/session", status_code=204)
    async def enter(body: Annotated[dict[str, Any], Body()], response: Response) -> None:
        if body["key"] != app.state.key:
            raise HTTPException(401, "this key is not valid")
        response.set_cookie("key", body["key"], httponly=True, samesite="strict")

    @app.delete("/auth/session", status_code=204)
    async def leave(response: Response) -> None:
        response.delete_cookie("key")


def _conversation(first: Job, last: Job) -> dict[str, Any]:
    when = last.created.isoformat()
    return {"conversation_id": first.conversation, "title": first.title, "project": first.project, "updated": when}


def _topic(folder: Path, key: str, title: str, field: str) -> dict[str, Any]:
    picture = f"{key}.png" if (folder / f"{key}.png").exists() else "poster.png"
    return {
        "topic_id": key,
        "title": title,
        "prompt": title,
        "field": field,
        "level": "",
        "poster_url": f"/pictures/{picture}",
    }


def _find(jobs: dict[str, Job], task_id: str) -> Job:
    if task_id not in jobs:
        raise HTTPException(404, "there is no such task")
    return jobs[task_id]


async def _stream(job: Job, after: int) -> AsyncGenerator[str]:
    told = job.happenings()
    for place, (share, name, data) in enumerate(told, 1):
        while job.share < share and not job.ended:
            await asyncio.sleep(0.03)
        if place > after and not job.stopped:
            yield f"id: {place}\nevent: {name}\ndata: {json.dumps(data)}\n\n"
    while not job.ended:
        await asyncio.sleep(0.03)
    yield f"id: {len(told) + 1}\nevent: done\ndata: {json.dumps({'status': job.status})}\n\n"


if __name__ == "__main__":
    asked = argparse.ArgumentParser()
    asked.add_argument("folder", type=Path)
    asked.add_argument("--port", type=int, default=8199)
    given = asked.parse_args()
    uvicorn.run(create_app(given.folder), port=given.port, log_level="warning")
