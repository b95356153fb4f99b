"""Running the service: its own redis-server, the HTTP server, the worker and the sweeper, until SIGTERM."""

from __future__ import annotations

import asyncio
import contextlib
import fcntl
import signal
import socket
from collections.abc import AsyncGenerator, Generator
from contextlib import asynccontextmanager, contextmanager
from typing import IO

import structlog
import uvicorn

from agent.cached import Maker
from api import tracing
from api.app import create_app
from api.client import private_folder
from api.idle import Idle
from api.jobs import retention
from api.jobs.scope import scoped
from api.jobs.sweeper import Sweeper
from api.jobs.work import Workshop
from api.jobs.worker import Worker
from api.logs import set_up
from api.requests import farm
from api.service import Service, opened
from core.errors import SetupError
from core.parsing import one_at_a_time
from core.redis_server import RedisServer
from core.settings import Settings, settings

WATCH = 1.0
log = structlog.get_logger("tulku.service")


def serve(host: str, port: int, jobs: int | None, *, working: bool) -> None:
    """Serve until SIGTERM or Ctrl-C. Raises `SetupError`."""
    set_up()
    one_at_a_time()
    chosen = _settings(jobs)
    with _only_one(chosen), _listening(host, port) as link, _traced(chosen):
        asyncio.run(_serve(chosen, link, working))


def work(jobs: int | None) -> None:
    """Work until SIGTERM or Ctrl-C. Raises `SetupError`."""
    set_up()
    one_at_a_time()
    chosen = _settings(jobs)
    if not chosen.redis_url:
        raise SetupError("a worker needs the service's Redis", advice="set TULKU_REDIS_URL and TULKU_DATABASE_URL")
    with _traced(chosen):
        asyncio.run(_work(chosen))


@contextmanager
def _traced(chosen: Settings) -> Generator[None]:
    end = tracing.set_up(chosen)
    try:
        yield
    finally:
        end()


def _settings(jobs: int | None) -> Settings:
    chosen = settings()
    return chosen if jobs is None else chosen.model_copy(update={"jobs": jobs})


async def _serve(chosen: Settings, link: socket.socket, working: bool) -> None:
    async with _redis(chosen) as url, opened(chosen, url) as service:
        config = uvicorn.Config(
            create_app(service),
            log_config=None,
            access_log=False,
            timeout_graceful_shutdown=5,
            timeout_keep_alive=75,  # browsers and nginx keep a line that long: the one who asks closes it first
            server_header=False,
            forwarded_allow_ips=chosen.trusted_proxies,
        )
        server = _Server(config)
        worker = _worker(service) if working else None
        stopping = _signalled()
        tasks = [asyncio.create_task(Sweeper(service.queue, service.redis).run())]
        tasks.append(asyncio.create_task(retention.run(service)))
        tasks += [_idling(worker), asyncio.create_task(worker.run())] if worker else []
        answering = asyncio.create_task(server.serve([link]))
        host, port = link.getsockname()[:2]
        log.info("serving", url=f"http://{host}:{port}", jobs=service.queue.slots if working else 0)
        await stopping.wait()
        log.info("draining")
        if worker:
            worker.stop()
            await tasks.pop()  # clients still see how their tasks end
        server.handle_exit(signal.SIGTERM, None)
        await answering
        await _ended(tasks)


class _Server(uvicorn.Server):
    """A server that leaves the signals to us."""

    @contextmanager
    def capture_signals(self) -> Generator[None]:
        yield


async def _work(chosen: Settings) -> None:
    async with opened(chosen, chosen.redis_url) as service:
        worker = _worker(service)
        stopping = _signalled()
        tasks = [asyncio.create_task(Sweeper(service.queue, service.redis).run()), _idling(worker)]
        labour = asyncio.create_task(worker.run())
        log.info("working", jobs=service.queue.slots)
        await stopping.wait()
        worker.stop()
        await labour
        await _ended(tasks)


def _signalled() -> asyncio.Event:
    """An event that SIGTERM or Ctrl-C sets; a second signal ends the process at once."""
    stopping, loop = asyncio.Event(), asyncio.get_running_loop()

    def note(name: signal.Signals) -> None:
        stopping.set()
        loop.remove_signal_handler(name)

    for name in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(name, note, name)
    return stopping


def _worker(service: Service) -> Worker:
    """Makes tasks with the agent and its cache, on the service's own database and Redis."""
    maker = Maker(service.cache, scoped(farm))
    return Worker(service, service.queue, Workshop(service.settings, scoped(farm), maker))


def _idling(worker: Worker) -> asyncio.Task[None]:
    """Scenes are looked through for components while no task runs here."""
    return asyncio.create_task(Idle(worker.busy).watch(worker.quiet, lambda: worker.served))


async def _ended(tasks: list[asyncio.Task[None]]) -> None:
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


@asynccontextmanager
async def _redis(chosen: Settings) -> AsyncGenerator[str]:
    """The address of the configured Redis, or of one of our own, which is started again when it dies."""
    if chosen.redis_url:
        yield chosen.redis_url
        return
    server = RedisServer(chosen.home / "redis", private_folder() / f"redis-{_mark(chosen)}.sock")
    await asyncio.to_thread(server.start)
    watching = asyncio.create_task(_watch(server))
    try:
        yield server.url
    finally:
        watching.cancel()
        await asyncio.to_thread(server.stop)


def _mark(chosen: Settings) -> str:
    """Tells the sockets of different homes apart."""
    import hashlib

    return hashlib.sha256(str(chosen.home.absolute()).encode()).hexdigest()[:12]


async def _watch(server: RedisServer) -> None:
    while True:
        await asyncio.sleep(WATCH)
        if not await asyncio.to_thread(server.answers):
            log.warning("redis-server ended; starting it again")
            with contextlib.suppress(SetupError):
                await asyncio.to_thread(server.start)


@contextmanager
def _only_one(chosen: Settings) -> Generator[IO[str]]:
    """One service a home: two would take each other's redis-server away."""
    chosen.home.mkdir(parents=True, exist_ok=True)
    with (chosen.home / "serve.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise SetupError(
                f"another `tulku serve` runs with {chosen.home}", advice="stop it, or set TULKU_HOME"
            ) from error
        yield lock


@contextmanager
def _listening(host: str, port: int) -> Generator[socket.socket]:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as link:
        link.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            link.bind((host, port))
            link.listen(1024)  # from here on clients wait instead of being refused
        except OSError as error:
            raise SetupError(
                f"{host}:{port} cannot be used: {error.strerror}", advice="choose another --port"
            ) from error
        yield link
