"""Errors over HTTP: RFC 9457 problem JSON, always with a code for programs and advice for people."""

from __future__ import annotations

import http
import math
import re
from functools import lru_cache
from typing import Any

import structlog
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel, Field
from redis.exceptions import RedisError
from sqlalchemy.exc import SQLAlchemyError
from starlette.exceptions import HTTPException
from starlette.routing import compile_path

from core import errors

MEDIA = "application/problem+json"
STATUS: tuple[tuple[type[errors.TulkuError], int, str], ...] = (
    (errors.BadInput, 422, "bad_input"),
    (errors.Unsupported, 422, "unsupported"),
    (errors.NotThere, 404, "not_found"),
    (errors.Conflict, 409, "conflict"),
    (errors.TooMuch, 429, "too_much"),
    (errors.Unreachable, 503, "unreachable"),
    (errors.ModelError, 502, "model"),
    (errors.FarmError, 503, "farm"),
    (errors.IndexUnusable, 503, "index"),
    (errors.SetupError, 503, "setup"),
)
HTTP_CODES = {400: "unreadable", 404: "not_found", 405: "method_not_allowed", 413: "too_large"}
RETRY = 5
"""Seconds after which a client may try again when something is unreachable."""
log = structlog.get_logger("tulku.http")


class Problem(BaseModel):
    """A problem, after RFC 9457."""

    type: str = Field("about:blank", examples=["about:blank"])
    title: str = Field(examples=["Unprocessable Content"])
    status: int = Field(examples=[422])
    detail: str = Field(examples=["prompt: String should have at least 1 character"])
    code: str = Field(examples=["invalid"])
    advice: str = Field("", examples=["see /docs for what is expected"])


def problem(
    status: int, code: str, detail: str, advice: str = "", headers: dict[str, str] | None = None
) -> JSONResponse:
    """The answer for a problem."""
    title = http.HTTPStatus(status).phrase
    content = Problem(type="about:blank", title=title, status=status, detail=detail, code=code, advice=advice)
    return JSONResponse(content.model_dump(), status, headers, media_type=MEDIA)


def documented(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """The `responses` of a route that may answer with these problems."""
    schema = {"schema": {"$ref": "#/components/schemas/Problem"}}
    return {
        status: {"description": http.HTTPStatus(status).phrase, "content": {MEDIA: schema}}
        for status in (400, *statuses, 401, 403, 413, 422, 429, 503)
    }


def install(app: FastAPI) -> None:
    """Give the app its error answers, and its document their form."""
    plain = app.openapi

    def openapi() -> dict[str, Any]:
        document = plain()
        document["components"]["schemas"].setdefault("Problem", Problem.model_json_schema())
        return document

    app.openapi = openapi  # FastAPI's own way to extend the document
    app.add_exception_handler(errors.TulkuError, _known)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(SQLAlchemyError, _gone)
    app.add_exception_handler(RedisError, _gone)
    app.add_exception_handler(Exception, _defect)


async def _known(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, errors.TulkuError)
    if isinstance(error, errors.NotAllowed):
        return _not_allowed(error)
    status, code = next(((s, c) for kind, s, c in STATUS if isinstance(error, kind)), (500, "defect"))
    headers: dict[str, str] = {}
    if isinstance(error, errors.TooMuch):
        headers["Retry-After"] = str(math.ceil(error.wait))
    elif status == 503:
        headers["Retry-After"] = str(RETRY)
    return problem(status, code, error.message, error.advice, headers)


def _not_allowed(error: errors.NotAllowed) -> JSONResponse:
    if error.known:
        return problem(403, "forbidden", error.message, error.advice)
    return problem(401, "unauthorized", error.message, error.advice, {"WWW-Authenticate": "Bearer"})


async def _invalid(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)
    told = [f"{_place(fault['loc'])}: {fault['msg']}" for fault in error.errors()[:5]]
    return problem(422, "invalid", "; ".join(told), "see /docs for what is expected")


def _place(parts: tuple[str | int, ...]) -> str:
    shown = [str(part) for part in parts if part not in ("body", "query", "path", "header")]
    return ".".join(shown)[:80] or "body"


async def _http(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)
    status, detail, headers = error.status_code, str(error.detail), dict(error.headers or {})
    methods = _methods(request)
    if status == 404 and methods and request.method not in methods:
        status, detail = 405, "Method Not Allowed"  # the page, which takes every path, has no such file
    if status == 405:
        headers["Allow"] = ", ".join(sorted(methods))
    return problem(status, HTTP_CODES.get(status, "http"), detail, headers=headers)


def _methods(request: Request) -> set[str]:
    """What can be done at this address: several routes may share it."""
    path = request.url.path
    return {method for pattern, methods in _documented_paths(request.app) if pattern.match(path) for method in methods}


@lru_cache(maxsize=4)
def _documented_paths(app: FastAPI) -> tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]:
    """Every address of the document, and its methods; the routes themselves are nested in ways that are not ours."""
    paths: dict[str, dict[str, Any]] = app.openapi()["paths"]
    return tuple((compile_path(path)[0], tuple(method.upper() for method in told)) for path, told in paths.items())


async def _gone(request: Request, error: Exception) -> JSONResponse:
    log.warning("unreachable", kind=type(error).__name__, error=str(error)[:300])
    part = "the database" if isinstance(error, SQLAlchemyError) else "Redis"
    advice = f"nothing is lost; try again in {RETRY} seconds"
    return problem(503, "unreachable", f"{part} does not answer", advice, {"Retry-After": str(RETRY)})


async def _defect(request: Request, error: Exception) -> JSONResponse:
    return problem(500, "defect", "something went wrong inside Tulku", "try again; if it happens again, report it")
