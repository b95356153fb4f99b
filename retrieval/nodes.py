"""Snippets as LlamaIndex nodes, one a chunk, and back.

What a node is found by are its `FIELDS`; what it can be filtered by are the rest of its metadata.
"""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import asdict
from typing import Any
from uuid import UUID

from llama_index.core.schema import MetadataMode, TextNode

from core.snippet import Snippet
from retrieval.chunks import Chunk, chunks
from retrieval.tokens import FIELD

FIELDS = ("names", "title", "description", "wishes")
"""Metadata that are embedded, before the code itself."""
FILTERS = ("licence", "dialect", "verified", "source", "kind", "called")
"""Metadata that searches can ask for; the stores index them."""
LIBRARY = "library"
"""The source of our own components; their acts composed into scenes are snippets of the corpus."""
STORE = "store"
"""The source of components that were extracted from scenes."""
LONGEST_DESCRIPTION = 1200
"""Characters of a description that are kept with a node."""
EMBEDDED, EMBEDDED_ENTRY = 800, 240
"""Characters of a node, and of an entry of the reference, that the embedder is given. Its time grows with them."""

_WHOLE = 2
"""Version of the form of a node; raise it when what is embedded changes."""
_CAPITAL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|[._]+")


def nodes(snippet: Snippet) -> list[TextNode]:
    """The nodes of a snippet, without embeddings. Equal content gives equal ids."""
    whole = [Chunk(snippet.code)] if is_entry(snippet.kind, snippet.source) else chunks(snippet.code)
    return [_node(snippet, chunk) for chunk in whole]


def dense_text(node: TextNode) -> str:
    """What the embedder reads: names as words, then what it is about, then code."""
    data = node.metadata
    names = spelt(str(data["names"]))
    most = EMBEDDED_ENTRY if is_entry(data["kind"], data["source"]) else EMBEDDED
    title = "" if data["kind"] == "api" else data["title"]
    said = [names, title, data["description"][: most // 2], data["wishes"].replace("\n", ". "), node.text]
    return ". ".join(dict.fromkeys(str(part) for part in said if part))[:most]


def is_entry(kind: str, source: str) -> bool:
    """Whether it is described well enough that its code need not be cut or embedded: the reference, components."""
    return kind == "api" or source in (LIBRARY, STORE)


def spelt(name: str) -> str:
    """`Axes.get_riemann_rectangles` as words."""
    return " ".join(_CAPITAL.sub(" ", name).split())


def snippet_of(data: dict[str, Any], code: str) -> Snippet:
    """The snippet that a node was made of, with the chunk's code."""
    known = {key: data[key] for key in _KEPT if key in data}
    wishes = tuple(filter(None, str(data.get("wishes", "")).split("\n")))
    return Snippet(id=str(data["snippet"]), code=code, wishes=wishes, **known)


_KEPT = (
    "title", "description", "name", "kind", "source", "path", "line", "commit", "licence", "dialect", "video", "year",
    "verified",
)  # fmt: skip


def _node(snippet: Snippet, chunk: Chunk) -> TextNode:
    names, called = _names(snippet, chunk)
    known = asdict(snippet)
    metadata: dict[str, Any] = {
        "names": names,
        "title": snippet.title,
        "description": snippet.description[:LONGEST_DESCRIPTION],
        "wishes": "\n".join(snippet.wishes),
        **{key: known[key] for key in _KEPT if key not in FIELDS},
        "snippet": snippet.id,
        "part": chunk.part,
        "first": chunk.first,
        "last": chunk.last,
        "called": called,
    }
    rest = [key for key in metadata if key not in FIELDS]
    return TextNode(
        id_=_id(metadata, chunk.text),
        text=chunk.text,
        metadata=metadata,
        excluded_embed_metadata_keys=rest,
        metadata_template="{value}",
        metadata_separator=FIELD,
        text_template=f"{{metadata_str}}{FIELD}{{content}}",
    )


def sparse_text(node: TextNode) -> str:
    """What the sparse encoder reads: the fields and the code, apart."""
    return node.get_content(metadata_mode=MetadataMode.EMBED)


def _names(snippet: Snippet, chunk: Chunk) -> tuple[str, list[str]]:
    """The names it is found by: of the scene and of what it documents; and the same as code would call them."""
    owner = _ending(snippet.path) if _is_dotted(snippet.path) else ""
    name = _ending(snippet.name) if snippet.kind == "api" else snippet.name
    found = list(dict.fromkeys(filter(None, (owner, name, chunk.part))))
    called = list(dict.fromkeys(part for text in found for part in (text, text.rpartition(".")[2])))
    return " ".join(found), called


def _is_dotted(path: str) -> bool:
    return "." in path and "/" not in path and not path.endswith((".py", ".md", ".ipynb"))


def _ending(dotted: str) -> str:
    """`manim.….Axes.plot` → `Axes.plot`, `manim.….Axes` → `Axes`."""
    parts = dotted.split(".")
    keep = 2 if len(parts) > 1 and parts[-2][:1].isupper() else 1
    return ".".join(parts[-keep:])


def _id(metadata: dict[str, Any], text: str) -> str:
    whole = json.dumps([_WHOLE, metadata, text], sort_keys=True, ensure_ascii=False)
    return str(UUID(hashlib.sha256(whole.encode("utf-8", "replace")).hexdigest()[:32]))
