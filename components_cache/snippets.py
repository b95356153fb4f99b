"""The library as snippets, for the search: each component with its source, and each of its example wishes."""

from __future__ import annotations

from components_cache.catalogue import catalogue
from components_cache.closure import read_module
from core.component import Component
from core.snippet import Snippet, snippet_id

SOURCE = "library"


def components() -> list[Snippet]:
    """One snippet a component: its own source, which may call the rest of the library."""
    return [_component(component) for component in catalogue().values()]


def wishes() -> list[Snippet]:
    """One snippet an example wish; its `name` is the component that answers it, its `code` the call."""
    return [_wish(component, wish) for component in catalogue().values() for wish in component.wishes]


def _component(component: Component) -> Snippet:
    code = read_module(component.module).definitions[component.name].source
    return _snippet(
        component,
        code,
        title=component.title,
        description="\n\n".join(filter(None, (component.summary, component.description))),
        wishes=component.wishes,
    )


def _wish(component: Component, wish: str) -> Snippet:
    return _snippet(component, component.signature, title=wish)


def _snippet(
    component: Component, code: str, *, title: str, description: str = "", wishes: tuple[str, ...] = ()
) -> Snippet:
    return Snippet(
        id=snippet_id(SOURCE, component.module, f"{component.name} {title}", code),
        code=code,
        title=title,
        description=description,
        name=component.name,
        kind="component",
        source=SOURCE,
        path=f"{component.module}.{component.name}",
        line=component.line,
        licence="MIT",
        wishes=wishes,
        tags=component.tags,
        verified="probed",
    )
