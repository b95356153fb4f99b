"""Step: what a snippet shows, in words, from all that it says about itself."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass, replace

from core.snippet import Snippet
from corpus.clean.syntax import tree
from corpus.sources.docstring import first_sentence
from corpus.sources.installed import exported_names

TEXTS = frozenset(("Text", "Tex", "Title", "MarkupText", "Paragraph", "BulletedList"))
FORMULAS = frozenset(("MathTex", "SingleStringMathTex", "Matrix"))
LEAST_WORDS = 4
"""Descriptions of fewer words say too little by themselves."""
_LONGEST = 600
_MOST_TAGS = 16


@dataclass(frozen=True, slots=True)
class Facts:
    """What code says: texts and formulas it shows, names of ManimCE it uses in order, its docstrings."""

    texts: tuple[str, ...] = ()
    formulas: tuple[str, ...] = ()
    uses: tuple[str, ...] = ()
    docstring: str = ""


def describe(snippet: Snippet) -> Snippet:
    """The snippet with a title, a description of at least a sentence, and the names it uses as tags."""
    if snippet.kind == "api":
        return snippet
    facts = facts_of(snippet.code, snippet.name)
    title = snippet.title or first_sentence(facts.docstring) or words(snippet.name).capitalize()
    given = snippet.description or facts.docstring
    enough = len(given.split()) >= LEAST_WORDS
    description = given if enough else "\n".join(filter(None, (given or title, derived(snippet, facts))))
    tags = tuple(dict.fromkeys((*snippet.tags, *facts.uses)))[:_MOST_TAGS]
    return replace(snippet, title=title[:200], description=description.strip(), tags=tags)


def derived(snippet: Snippet, facts: Facts) -> str:
    """Sentences made of comments, texts, formulas and the names used."""
    parts = [
        " ".join(_sentence(comment) for comment in snippet.comments[:5]),
        _listed("Shows", facts.texts, "“{}”"),
        _listed("Formulas:", facts.formulas, "${}$"),
        _listed("Uses", facts.uses[:8], "{}"),
    ]
    return " ".join(filter(None, parts))[:_LONGEST]


def facts_of(code: str, name: str = "") -> Facts:
    """The facts of code that parses; `name` is the definition whose docstring counts."""
    found = tree(code)
    if found is None:
        return Facts()
    nodes = list(ast.walk(found))
    calls = [node for node in nodes if isinstance(node, ast.Call)]
    return Facts(
        texts=_strings(calls, TEXTS),
        formulas=_strings(calls, FORMULAS),
        uses=_uses(calls),
        docstring=_docstring(nodes, name),
    )


def words(name: str) -> str:
    """The words in a name: `SquareToCircle2D` → `square to circle 2D`."""
    parts = re.findall(r"[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z]+|[A-Z]+|\d+\w*", name)
    return " ".join(part if part.isupper() and len(part) > 1 else part.lower() for part in parts)


def _strings(calls: list[ast.Call], names: frozenset[str]) -> tuple[str, ...]:
    found = [
        node.value.strip()
        for call in calls
        if isinstance(call.func, ast.Name) and call.func.id in names
        for argument in call.args
        for node in ast.walk(argument)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]
    return tuple(dict.fromkeys(" ".join(text.split()) for text in found if len(text) > 1))[:8]


def _uses(calls: list[ast.Call]) -> tuple[str, ...]:
    called = sorted((call.lineno, call.col_offset, call.func.id) for call in calls if isinstance(call.func, ast.Name))
    return tuple(dict.fromkeys(name for _, _, name in called if name in exported_names()))


def _docstring(nodes: list[ast.AST], name: str) -> str:
    """The docstring of the definition, or of its `construct`, or of the file."""
    owners = [node for node in nodes if isinstance(node, ast.ClassDef | ast.FunctionDef) and node.name == name]
    inside = [part for owner in owners for part in owner.body if isinstance(part, ast.FunctionDef)]
    constructs = [part for part in inside if part.name == "construct"]
    modules = [node for node in nodes if isinstance(node, ast.Module)]
    texts = (ast.get_docstring(node) for node in (*owners, *constructs, *modules))
    return next((text.strip() for text in texts if text), "")


def _listed(head: str, items: tuple[str, ...], form: str) -> str:
    return f"{head} {', '.join(form.format(item[:80]) for item in items)}." if items else ""


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?", ":")) else f"{text}."
