"""OpenTelemetry, where TULKU_OTLP_ENDPOINT names a collector: a span a request, and one a task. Else it costs nothing.

Spans tell routes, kinds, ids, statuses and times; never prompts, code, queries or who asked.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping
from contextlib import contextmanager
from typing import Any

from core.errors import SetupError
from core.settings import Settings

Note = Callable[[str, Any], None]
"""Adds an attribute to a span."""
_TRACER: list[Any] = []
"""The tracer of this process, once it is set up."""


def set_up(chosen: Settings, exporter: Any = None) -> Callable[[], None]:
    """Send spans to the configured collector, or to `exporter`; what is returned sends the last ones and ends it.

    Raises `SetupError` where a collector is configured and the packages are not there.
    """
    if not chosen.otlp_endpoint and exporter is None:
        return lambda: None
    try:
        from opentelemetry.sdk.resources import Resource
        from opentelemetry.sdk.trace import TracerProvider
        from opentelemetry.sdk.trace.export import BatchSpanProcessor

        exporter = exporter or _exporter(chosen.otlp_endpoint)
    except ImportError as error:
        raise SetupError(
            "TULKU_OTLP_ENDPOINT is set, but OpenTelemetry is not installed", advice="pip install 'tulku[telemetry]'"
        ) from error
    provider = TracerProvider(resource=Resource.create({"service.name": "tulku"}))
    provider.add_span_processor(BatchSpanProcessor(exporter))
    _TRACER[:] = [provider.get_tracer("tulku")]

    def end() -> None:
        _TRACER.clear()
        provider.shutdown()

    return end


@contextmanager
def span(name: str, headers: Mapping[str, str] | None = None, **about: Any) -> Generator[Note]:
    """A span for the length of the block; `headers` may name the caller's trace (W3C `traceparent`)."""
    if not _TRACER:
        yield lambda name, value: None
        return
    from opentelemetry.propagate import extract

    kept = {key.replace("_", "."): value for key, value in about.items()}
    with _TRACER[0].start_as_current_span(name, context=extract(dict(headers or {})), attributes=kept) as one:

        def note(key: str, value: Any) -> None:
            if key == "name":
                one.update_name(value)
            else:
                one.set_attribute(key, value)

        yield note


def _exporter(endpoint: str) -> Any:
    from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter

    return OTLPSpanExporter(endpoint=f"{endpoint.rstrip('/')}/v1/traces")
