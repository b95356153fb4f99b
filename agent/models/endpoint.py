"""Where a model answers: its litellm name, and the server and key if they are not the provider's own."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from core.errors import BadInput
from core.settings import Settings


@dataclass(frozen=True, slots=True)
class Endpoint:
    """One model behind one server. `base_url` is empty for the provider's own; the key is never shown."""

    model: str
    base_url: str = ""
    api_key: str = field(default="", repr=False)

    @property
    def local(self) -> bool:
        """Whether a server of the operator's own is meant."""
        return bool(self.base_url)


def endpoints(name: str, settings: Settings) -> tuple[Endpoint, ...]:
    """The chain of models to ask, first to last: `name`, then `Settings.model_fallbacks`.

    `Settings.model_base_url` and its key belong to `name`. Any entry may carry its own server: `NAME@http://host/v1`;
    the key goes along only to the same server. Raises `BadInput` for an entry without a name.
    """
    first = _entry(name, settings.model_base_url.rstrip("/"))
    rest = [_entry(entry, "") for entry in settings.model_fallbacks.split(",") if entry.strip()]
    key, server = settings.model_api_key, first.base_url
    keyed = [replace(entry, api_key=key) if server and entry.base_url == server else entry for entry in rest]
    return tuple(dict.fromkeys((replace(first, api_key=key), *keyed)))


def _entry(text: str, server: str) -> Endpoint:
    name, at, own = text.strip().partition("@http")
    if not name:
        raise BadInput(f"a model without a name: {text!r}", advice="write NAME, or NAME@http://host:port/v1")
    return Endpoint(name, f"http{own}".rstrip("/") if at else server)
