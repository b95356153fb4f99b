"""Topics: which component of the library a wish means, by meaning and by its words."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from agent.models.composer.confidence import Evidence, confidence
from agent.models.composer.language import content
from components_cache.catalogue import catalogue
from core.component import Component
from retrieval.embedder import Matrix, embed
from retrieval.vectors import vectors

NEAREST_TEXTS = 3
KIN = 0.78
"""Cosine between the mean texts of two acts from which on either answers the other's wishes: they are no rivals."""
FORMULA = re.compile(r"[\d+=^\[({]")
MISSING = 0.03
"""How much nearer a wish must be to a topic that the library has not than to an act, to be taken for that topic."""
MISSED = 0.4
"""What that leaves of the act's confidence."""
VAGUE = 0.5
"""A single word that is not in a title ("test", "rings") may mean anything."""


@dataclass(frozen=True, slots=True)
class TopicMatch:
    """A component that a wish may mean, how sure that is (0 to 1), and the words of the wish that it does not know."""

    component: Component
    confidence: float
    evidence: Evidence
    unread: tuple[str, ...]


class Topics:
    """An index over acts. The benchmark gives subsets of the catalogue and an `encode` that remembers texts."""

    def __init__(self, components: list[Component], encode: Callable[[list[str]], Matrix] = vectors) -> None:
        self.encode = encode
        self.components = components
        self.texts = [text for component in components for text in _texts(component)]
        self.rows = _rows(components)
        self.vocabularies = [_vocabulary(component) for component in components]
        spread = Counter(word for vocabulary in self.vocabularies for word in vocabulary)
        self.rarity = {word: math.log(1 + len(components) / count) for word, count in spread.items()}
        self.exact = {key: i for i, component in enumerate(components) for key in _keys(component)}
        self.unknown = max(self.rarity.values(), default=1.0)

    @cached_property
    def matrix(self) -> Matrix:
        """One row a text."""
        return self.encode(self.texts)

    @cached_property
    def missing(self) -> Matrix:
        """One row a topic that the library has not."""
        return self.encode(list(missing_topics()))

    @cached_property
    def kin(self) -> NDArray[np.bool_]:
        """Which components are of one module or mean the same: square, symmetric, true on the diagonal."""
        means = np.stack([self.matrix[start:stop].mean(axis=0) for start, stop in self.rows])
        means /= np.linalg.norm(means, axis=1, keepdims=True)
        modules = np.array([component.module for component in self.components])
        return (means @ means.T >= KIN) | (modules[:, None] == modules[None, :])

    def named(self, wish: str) -> Component | None:
        """The component whose title or example wish this is, up to words that only ask."""
        place = self.exact.get(tuple(content(wish)))
        return None if place is None else self.components[place]

    def is_missing(self, wish: str) -> bool:
        """Whether this is the name of a topic that the library has not, up to words that only ask."""
        return tuple(content(wish)) in _missing_names() and self.named(wish) is None

    def match(self, wish: str, most: int = 5) -> list[TopicMatch]:
        """The best components for a wish, surest first; empty for a wish without content words."""
        words = content(wish)
        if not words or not self.components:
            return []
        named = self.named(wish)
        if named is not None:
            return [TopicMatch(named, 1.0, Evidence(1.0, 1.0, 1.0, 1.0), ())]
        found = self._measure(wish, words)
        return sorted(found, key=lambda match: -match.confidence)[:most]

    def _measure(self, wish: str, words: list[str]) -> list[TopicMatch]:
        meaning = (embed if self.encode is vectors else self.encode)([wish])[0]
        cosines, missing = self.matrix @ meaning, float((self.missing @ meaning).max())
        tops = [np.sort(cosines[start:stop])[::-1][:NEAREST_TEXTS] for start, stop in self.rows]
        words = self._joined(words)
        weights = {word: self.rarity.get(word, self.unknown) for word in words}
        coverages = [self._coverage(weights, vocabulary) for vocabulary in self.vocabularies]
        scores = [float(top[0]) + coverage for top, coverage in zip(tops, coverages, strict=True)]
        rivals = self._rivals(scores)
        foreign = sum(weight for word, weight in weights.items() if word not in self.rarity) / sum(weights.values())
        matches: list[TopicMatch] = []
        for i, component in enumerate(self.components):
            margin = scores[i] - rivals[i]
            evidence = Evidence(float(tops[i][0]), float(tops[i].mean()), coverages[i], margin, foreign)
            unread = tuple(word for word in weights if word not in self.vocabularies[i])
            vague = len(weights) == 1 and not weights.keys() & set(content(component.title))
            doubt = (VAGUE if vague else 1) * (MISSED if missing > evidence.nearest + MISSING else 1)
            matches.append(TopicMatch(component, confidence(evidence) * doubt, evidence, unread))
        return matches

    def _joined(self, words: list[str]) -> list[str]:
        """Two words that the library writes as one become that one: `quick sort` → `quicksort`."""
        joined: list[str] = []
        for word in words:
            if joined and joined[-1] + word in self.rarity:
                joined[-1] += word
            else:
                joined.append(word)
        return joined

    def _coverage(self, weights: dict[str, float], vocabulary: frozenset[str]) -> float:
        return sum(weight for word, weight in weights.items() if word in vocabulary) / sum(weights.values())

    def _rivals(self, scores: list[float]) -> list[float]:
        """For each component, the best score among those that are not kin."""
        return np.where(self.kin, 0.0, np.array(scores)).max(axis=1).tolist()


@lru_cache(maxsize=1)
def missing_topics() -> tuple[str, ...]:
    """Topics that the library has not, among them many whose names share words with those it has."""
    lines = (Path(__file__).parent / "missing_topics.txt").read_text(encoding="utf-8").splitlines()
    return tuple(line for line in lines if line and not line.startswith("#"))


@lru_cache(maxsize=1)
def _missing_names() -> frozenset[tuple[str, ...]]:
    return frozenset(key for topic in missing_topics() if (key := tuple(content(topic))))


@lru_cache(maxsize=1)
def topics() -> Topics:
    """The index over all acts of the library."""
    return Topics([component for component in catalogue().values() if component.kind == "act"])


@lru_cache(maxsize=4096)
def _keys(component: Component) -> tuple[tuple[str, ...], ...]:
    """The words of its title and wishes, without those whose point is a formula: `1 + 3 + 5 as a square`."""
    keys = [(text, tuple(content(text))) for text in (component.title, *component.wishes)]
    return tuple(key for text, key in keys if len(key) > 1 or (key and not FORMULA.search(text)))


def _texts(component: Component) -> list[str]:
    return [component.title, f"{component.title}: {component.summary}", *component.wishes]


def _rows(components: list[Component]) -> list[tuple[int, int]]:
    """For each component, where its texts start and stop among all texts."""
    ends = np.cumsum([len(_texts(component)) for component in components]).tolist()
    return list(zip([0, *ends[:-1]], ends, strict=True)) if components else []


@lru_cache(maxsize=4096)
def _vocabulary(component: Component) -> frozenset[str]:
    said = [word for parameter in component.parameters for word in parameter.said]
    texts = [component.title, component.summary, component.description, *component.wishes, *component.tags, *said]
    return frozenset(content(" ".join(texts)))
