"""How well topics are told apart: measures and fits the confidence of the embedded composer's topic matches.

    python -m eval.bench.matching [--fit] [--show 0.6]

Three kinds of cases, none of them from outside. *Held-out wish*: an act loses one of its example wishes, which must
still find it. *Stranger*: the library loses an act, whose wishes should then be refused. *Off library*: a topic of
`agent/models/composer/missing_topics.txt`, which that list then lacks. A match to another act that is kin (of the same
module, or with nearly the same wishes: `Topics.kin`) is neither right nor wrong and is left out.
"""

from __future__ import annotations

import argparse
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

import numpy as np

from agent.models.composer.topics import TopicMatch, Topics, missing_topics
from components_cache.catalogue import catalogue
from core.component import Component
from retrieval.embedder import embed

LEVELS = (0.3, 0.4, 0.5, 0.55, 0.6, 0.65, 0.7, 0.8)
TRUST = {"held out": 1.0, "stranger": 0.4, "off library": 2.0}
"""Weight of a case in the fit: another act often does answer a stranger's wish, so strangers count less."""
Kin = dict[str, set[str]]


@dataclass(frozen=True)
class Case:
    """A wish, the best match, and whether that is right (None: a sibling of the right one)."""

    kind: str
    wish: str
    match: TopicMatch
    right: bool | None


def main() -> None:
    """Print shares for several thresholds; with --fit, the weights of a fresh fit."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--fit", action="store_true", help="fit the weights of agent/models/composer/confidence.py")
    parser.add_argument("--show", type=float, help="list the wrong matches at or above this confidence")
    options = parser.parse_args()
    cases = [case for case in _cases() if case.right is not None]
    if options.fit:
        _fit(cases)
    _print(cases)
    for case in sorted(cases, key=lambda case: -case.match.confidence):
        if options.show and not case.right and case.match.confidence >= options.show:
            print(f"  {case.match.confidence:.2f} {case.kind}: {case.wish!r} → {case.match.component.name}")


def _cases() -> list[Case]:
    acts = [component for component in catalogue().values() if component.kind == "act"]
    kin = _kin(acts)
    return [*_held_out(acts, kin), *_strangers(acts, kin), *_off_library(acts)]


def _kin(acts: list[Component]) -> Kin:
    """For each act, the names of those that may as well answer its wishes, itself among them."""
    index = Topics(acts, _encode)
    names = [act.name for act in acts]
    return {name: {names[j] for j in np.flatnonzero(row)} for name, row in zip(names, index.kin, strict=True)}


def _held_out(acts: list[Component], kin: Kin) -> list[Case]:
    cases: list[Case] = []
    for place in range(max(len(act.wishes) for act in acts)):
        index = Topics([_without(act, place) for act in acts], _encode)
        for act in acts:
            found = index.match(act.wishes[place], most=1) if len(act.wishes) > place else []
            cases += [Case("held out", act.wishes[place], match, _right(match, act, kin)) for match in found]
    return cases


def _without(act: Component, place: int) -> Component:
    return replace(act, wishes=act.wishes[:place] + act.wishes[place + 1 :])


def _right(match: TopicMatch, act: Component, kin: Kin) -> bool | None:
    if match.component.name == act.name:
        return True
    return None if match.component.name in kin[act.name] else False


def _strangers(acts: list[Component], kin: Kin) -> list[Case]:
    cases: list[Case] = []
    for act in acts:
        index = Topics([other for other in acts if other is not act], _encode)
        for wish in act.wishes[:3]:
            right = [(match, _right(match, act, kin)) for match in index.match(wish, most=1)]
            cases += [Case("stranger", wish, match, verdict) for match, verdict in right]
    return cases


def _off_library(acts: list[Component]) -> list[Case]:
    """Each missing topic as a wish, with all missing topics known but this one."""
    index = Topics(acts, _encode)
    known = _encode(list(missing_topics()))
    cases: list[Case] = []
    for place, wish in enumerate(missing_topics()):
        index.missing = np.delete(known, place, axis=0)
        cases += [Case("off library", wish, match, False) for match in index.match(wish, most=1)]
    return cases


def _print(cases: list[Case]) -> None:
    counts = {kind: sum(case.kind == kind for case in cases) for kind in ("held out", "stranger", "off library")}
    print("cases:", ", ".join(f"{count} {kind}" for kind, count in counts.items()))
    print("threshold   held out: found   wrong    stranger accepted   off library accepted")
    for level in LEVELS:
        sure = [case for case in cases if case.match.confidence >= level]
        found = sum(case.right is True for case in sure) / counts["held out"]
        wrong = sum(case.kind == "held out" and not case.right for case in sure) / counts["held out"]
        strangers = sum(case.kind == "stranger" for case in sure) / counts["stranger"]
        off = sum(case.kind == "off library" for case in sure)
        print(f"{level:9.2f} {found:17.1%} {wrong:7.1%} {strangers:18.1%} {off:14d} of {counts['off library']}")


def _fit(cases: list[Case]) -> None:
    from sklearn.linear_model import LogisticRegression
    from sklearn.metrics import roc_auc_score
    from sklearn.model_selection import cross_val_predict

    cases = [case for case in cases if case.match.evidence.margin < 1]  # exact names are not a matter of degree
    x = np.array([case.match.evidence.values() for case in cases])
    y = np.array([bool(case.right) for case in cases])
    trust = np.array([TRUST[case.kind] for case in cases])
    model = LogisticRegression(C=10, max_iter=3000)
    guesses: Any = cross_val_predict(model, x, y, cv=5, method="predict_proba")
    chances = guesses[:, 1]
    model.fit(x, y, sample_weight=trust)
    weights = ", ".join(f"{weight:.2f}" for weight in model.coef_[0])
    bias: Any = model.intercept_
    print(f"AUC {roc_auc_score(y, chances):.3f} (five folds)\nWEIGHTS = ({weights})\nBIAS = {bias[0]:.2f}")


@lru_cache(maxsize=1)
def _memory() -> dict[str, Any]:
    return {}


def _encode(texts: list[str]) -> Any:
    """Embeddings, each text embedded once in the whole run."""
    known = _memory()
    fresh = [text for text in dict.fromkeys(texts) if text not in known]
    known.update(zip(fresh, embed(fresh), strict=True))
    return np.stack([known[text] for text in texts])


if __name__ == "__main__":
    main()
