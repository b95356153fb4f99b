"""Our own library: every act, composed into a scene that runs by itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from core.component import Component
from core.scene import SceneCode
from core.snippet import Snippet, snippet_id
from corpus.sources.source import Document

NAME = "library"
LICENCE = "MIT"
Compose = Callable[[Component], SceneCode]


class Library:
    """Source: the acts among `components`. The caller gives them and `compose`: the library lies above the corpus."""

    name = NAME

    def __init__(self, components: Iterable[Component], compose: Compose, commit: str = "") -> None:
        self._components = components
        self._compose = compose
        self._commit = commit

    def documents(self) -> Iterator[Document]:
        for component in self._components:
            if component.kind == "act":
                yield Document(self._snippet(component))

    def _snippet(self, component: Component) -> Snippet:
        scene = self._compose(component)
        return Snippet(
            id=snippet_id(NAME, component.module, scene.name, scene.code),
            code=scene.code,
            title=component.title,
            description="\n\n".join(filter(None, (f"{component.title}: {component.summary}", component.description))),
            name=scene.name,
            scenes=(scene.name,),
            source=NAME,
            path=f"{component.module}.{component.name}",
            line=component.line,
            commit=self._commit,
            licence=LICENCE,
            wishes=component.wishes,
            tags=component.tags,
        )
