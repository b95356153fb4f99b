"""`tulku serve` and `tulku worker`: the service on this machine, and more machines for it."""

from __future__ import annotations

import click


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="0.0.0.0 opens it to the network")
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True)
@click.option("--jobs", type=click.IntRange(0, 256), help="tasks worked on at once; 0: one per core")
@click.option("--no-worker", is_flag=True, help="only take tasks in; `tulku worker` does them")
def serve(host: str, port: int, jobs: int | None, no_worker: bool) -> None:
    """Serve the API and the page, and work on the tasks."""
    from api.serving import serve as run

    _ended(lambda: run(host, port, jobs, working=not no_worker))


@click.command()
@click.option("--jobs", type=click.IntRange(0, 256), help="tasks worked on at once; 0: one per core")
def worker(jobs: int | None) -> None:
    """Work on the tasks of a service elsewhere: TULKU_REDIS_URL and TULKU_DATABASE_URL say where."""
    from api.serving import work as run

    _ended(lambda: run(jobs))


def _ended(run: object) -> None:
    from api.asking import fail
    from api.requests import error_message
    from core.errors import TulkuError

    assert callable(run)
    try:
        run()
    except TulkuError as error:
        fail(error_message(error)["error"], as_json=False)
