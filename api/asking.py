"""Asking the warm process from the command line: events are shown, errors end the program with their exit code."""

from __future__ import annotations

import json
import sys
from typing import Any, NoReturn

import click

EXITS = {"BadInput": 2, "Unsupported": 3}


def ask(request: dict[str, Any], as_json: bool) -> dict[str, Any]:
    """Send a request, show its events, return its result; ends the program on an error."""
    from api.client import ask as answers_to
    from core.errors import SetupError

    try:
        answers = answers_to(request)
        first = next(answers)  # the work is under way while the display is still being imported
        from api.show import progress

        last = progress(first, answers, quiet=as_json)
    except SetupError as error:
        fail({"kind": "SetupError", "message": error.message, "advice": error.advice}, as_json)
    except KeyboardInterrupt:
        click.echo("stopped; nothing that was finished is lost", err=True)
        sys.exit(130)
    if "error" in last:
        fail(last["error"], as_json)
    return last["result"]


def fail(error: dict[str, Any], as_json: bool) -> NoReturn:
    if as_json:
        click.echo(json.dumps({"error": error}, indent=1))
    else:
        from api.show import failed

        failed(error)
    sys.exit(EXITS.get(error["kind"], 4))
