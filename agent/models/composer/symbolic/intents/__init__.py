"""Every module here knows one topic and exposes `INTENTS: tuple[Intent, ...]`; nothing has to be registered."""

from __future__ import annotations

import importlib
import pkgutil
from functools import lru_cache

from agent.models.composer.symbolic.intent import Intent


@lru_cache(maxsize=1)
def intents() -> tuple[Intent, ...]:
    """All intents of all topics, in the order of the module names."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    modules = [importlib.import_module(f"{__name__}.{name}") for name in names if not name.startswith("_")]
    return tuple(intent for module in modules for intent in module.INTENTS)
