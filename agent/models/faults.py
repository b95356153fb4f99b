"""What went wrong between us and a provider, in words a person can act on, without secrets."""

from __future__ import annotations

import email.utils
import re
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from agent.models.endpoint import Endpoint

FaultKind = Literal[
    "key", "quota", "busy", "unknown_model", "no_provider", "unreachable", "timeout", "server", "too_long", "refused",
    "parameter", "request",
]  # fmt: skip

PASSING: frozenset[FaultKind] = frozenset({"busy", "unreachable", "timeout", "server"})
"""Faults that may be gone at the next try."""

_SAYS: dict[FaultKind, tuple[str, str]] = {
    "key": ("the key was refused", "set {key_name} to a valid key"),
    "quota": ("the account has no credit left", "top up the account, or set TULKU_MODEL_FALLBACKS"),
    "busy": ("the provider is busy", "wait a little, or set TULKU_MODEL_FALLBACKS to a second model"),
    "unknown_model": ("there is no such model", "check the name{listing}"),
    "no_provider": (
        "the name does not say which provider",
        "write PROVIDER/NAME as litellm does (openai/…, anthropic/…, ollama/…), "
        "or set TULKU_MODEL_BASE_URL to your OpenAI-compatible server",
    ),
    "unreachable": ("nothing answers at {where}", "start the server, or check TULKU_MODEL_BASE_URL and the network"),
    "timeout": ("no answer in time", "raise TULKU_MODEL_TIMEOUT, or take a faster model"),
    "server": ("the provider failed", "try again later, or set TULKU_MODEL_FALLBACKS to a second model"),
    "too_long": ("the prompt is longer than the model can read", "take a model with a longer context"),
    "refused": ("the provider declined to answer", "word the wish differently"),
    "parameter": ("the provider refuses a parameter", "report this with the model's name"),
    "request": ("the provider refused the request", "check the model's name and TULKU_MODEL_BASE_URL"),
}

_BY_CLASS: tuple[tuple[str, FaultKind], ...] = (
    ("ContextWindowExceededError", "too_long"),
    ("ContentPolicyViolationError", "refused"),
    ("PaymentRequiredError", "quota"),
    ("UnsupportedParamsError", "parameter"),
    ("LiteLLMUnknownProvider", "no_provider"),
    ("Timeout", "timeout"),
    ("APITimeoutError", "timeout"),
    ("ConnectError", "unreachable"),
    ("RemoteProtocolError", "server"),
    ("ReadError", "server"),
    ("ConnectionResetError", "server"),
    ("APIConnectionError", "unreachable"),
)
_BY_WORDS: tuple[tuple[str, FaultKind], ...] = (
    (r"insufficient_quota|exceeded your current quota|credit balance", "quota"),
    (r"missing credentials|no api[ _]key|api[ _]key (is )?(missing|required|not set)", "key"),
    (r"context (length|window)|prompt is too long|too many (input )?tokens", "too_long"),
    (r"model\b.{0,80}\b(not (be )?found|does not exist|not exist|unknown)", "unknown_model"),
)
_BY_STATUS: dict[int, FaultKind] = {
    401: "key", 402: "quota", 403: "key", 404: "unknown_model", 408: "timeout", 429: "busy",
}  # fmt: skip
_PARAMETERS = ("response_format", "temperature", "seed", "stream_options", "max_tokens")
_FORMAT_WORDS = ("json_schema", "json_object", "json mode", "structured output", "guided")


@dataclass(frozen=True, slots=True)
class Fault:
    """One failed request. `retry_after` is what the provider asked for, in seconds; `parameter` what it refused."""

    kind: FaultKind
    endpoint: Endpoint
    detail: str = ""
    retry_after: float | None = None
    parameter: str = ""

    @property
    def passing(self) -> bool:
        return self.kind in PASSING

    @property
    def message(self) -> str:
        """One line for the user: model, what happened, the provider's own words."""
        words = _SAYS[self.kind][0].format(where=_host(self.endpoint))
        return f"{self.endpoint.model}: {words}" + (f" ({self.detail})" if self.detail else "")

    @property
    def advice(self) -> str:
        provider = self.endpoint.model.partition("/")[0].upper().replace("-", "_")
        own = "TULKU_MODEL_API_KEY"
        key_name = own if self.endpoint.local or "/" not in self.endpoint.model else f"{provider}_API_KEY or {own}"
        listing = f"; `curl {_host(self.endpoint)}/models` lists what the server has" if self.endpoint.local else ""
        return _SAYS[self.kind][1].format(key_name=key_name, listing=listing)


def fault(error: BaseException, endpoint: Endpoint, secrets: tuple[str, ...] = ()) -> Fault:
    """Reads an exception of litellm, openai, httpx or asyncio."""
    text = redacted(str(error), (*secrets, endpoint.api_key))
    kind = _kind(error, text.lower())
    parameter = _parameter(text.lower()) if kind in ("parameter", "request") else ""
    return Fault(kind, endpoint, _detail(text, kind), _retry_after(error), parameter)


def redacted(text: str, secrets: tuple[str, ...] = ()) -> str:
    """The text without keys: those given, and whatever looks like one."""
    for secret in sorted(filter(None, secrets), key=len, reverse=True):
        if len(secret) >= 6:
            text = text.replace(secret, "[key]")
    text = re.sub(r"(?i)\b(bearer|basic)\s+[\w.~+/=-]{6,}", r"\1 [key]", text)
    text = re.sub(r"\b(sk|pk|gsk|xai|hf|AIza|key)[-_][\w*.-]{6,}|\bAIza[\w-]{10,}", "[key]", text)
    text = re.sub(r"(?i)((?:api[-_]?key|token|secret|password)[\"']?\s*[=:]\s*[\"']?)[^\s\"',&}]{6,}", r"\1[key]", text)
    return re.sub(r"(https?://)[^\s/@]+@", r"\1", text)


def _kind(error: BaseException, text: str) -> FaultKind:
    if "llm provider not provided" in text:
        return "no_provider"
    chain = list(_chain(error))
    classes = {type(inner).__name__ for inner in chain}
    for name, kind in _BY_CLASS:
        if name in classes:
            return kind
    if any(isinstance(inner, TimeoutError) for inner in chain):
        return "timeout"
    if any(isinstance(inner, ConnectionError) for inner in chain):
        return "unreachable"
    return _kind_by_status(int(getattr(error, "status_code", 0) or 0), text)


def _kind_by_status(status: int, text: str) -> FaultKind:
    for words, kind in _BY_WORDS:
        if re.search(words, text) and not (kind == "unknown_model" and status >= 500):
            return kind
    if status >= 500 or status == 0:
        return "server"
    return _BY_STATUS.get(status, "request")


def _chain(error: BaseException) -> Iterator[BaseException]:
    """The exception and what caused it: litellm hides a refused connection in a made-up status 500."""
    seen: set[int] = set()
    current: BaseException | None = error
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        yield current
        current = current.__cause__ or current.__context__


def _parameter(text: str) -> str:
    if any(word in text for word in _FORMAT_WORDS):
        return "response_format"
    return next((name for name in _PARAMETERS if name in text), "")


def _detail(text: str, kind: FaultKind) -> str:
    """The provider's own words, without litellm's prefixes; left out where they add nothing."""
    if kind in ("no_provider", "timeout", "unreachable"):
        return ""
    words = re.sub(r"^(?:(?:litellm\.)?\w+(?:Error|Exception|Timeout): )+", "", text)
    words = re.sub(r"^(?:\w*Exception - )+", "", " ".join(words.split()))
    return words if len(words) <= 240 else words[:239] + "…"


def _retry_after(error: BaseException) -> float | None:
    """Seconds the provider asks us to wait, from its headers."""
    for headers in _headers(error):
        found = _seconds(headers)
        if found is not None:
            return found
    return None


def _headers(error: BaseException) -> Iterator[Mapping[str, Any]]:
    for inner in _chain(error):
        for found in (
            getattr(inner, "litellm_response_headers", None),
            getattr(getattr(inner, "response", None), "headers", None),
        ):
            if found is not None:
                yield found


def _seconds(headers: Mapping[str, Any]) -> float | None:
    """`Retry-After` in its two forms, seconds or a date (RFC 9110, 10.2.3), and OpenAI's `retry-after-ms`."""
    low = {str(name).lower(): str(value) for name, value in headers.items()}
    try:
        if "retry-after-ms" in low:
            return max(0.0, float(low["retry-after-ms"]) / 1000)
        return max(0.0, float(low["retry-after"])) if "retry-after" in low else None
    except ValueError:
        pass
    try:
        return max(0.0, email.utils.parsedate_to_datetime(low["retry-after"]).timestamp() - time.time())
    except (ValueError, KeyError):
        return None


def _host(endpoint: Endpoint) -> str:
    return redacted(endpoint.base_url) if endpoint.base_url else "the provider's address"
