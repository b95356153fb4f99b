"""Logs: one JSON object a line, or colours on a terminal; secrets are blotted out."""

from __future__ import annotations

import logging
import sys
from typing import Any

import structlog

from core.environment import secret_values


def set_up() -> None:
    """Configure structlog and the standard library's logging for this process."""
    shared: list[Any] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        _blot,
    ]
    last = (
        structlog.dev.ConsoleRenderer(exception_formatter=structlog.dev.plain_traceback)
        if sys.stderr.isatty()
        else structlog.processors.JSONRenderer(default=str)
    )
    structlog.configure(
        processors=[*shared, structlog.processors.format_exc_info, last],
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        cache_logger_on_first_use=True,
    )
    formatter = structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=shared,
        processors=[
            structlog.stdlib.ProcessorFormatter.remove_processors_meta,
            structlog.processors.format_exc_info,
            last,
        ],
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(formatter)
    logging.basicConfig(handlers=[handler], level=logging.WARNING, force=True)


def _blot(logger: Any, method: str, event: Any) -> Any:
    """Put stars where a secret of the environment stands."""
    for name, value in list(event.items()):
        if isinstance(value, str):
            for secret in _secrets():
                value = value.replace(secret, "***")  # noqa: PLW2901
            event[name] = value
    return event


def _secrets() -> tuple[str, ...]:
    return tuple(value for value in secret_values() if len(value) >= 8)
