"""Coverage: which of the texts, formulas, objects and events that a case asks for can be found in the video.

Read off the scene report, so what the code only names does not count. Requirements in prose (ManiBench's events and
coverage, the visuals of manim-bench) are split into the objects, events and quoted texts they name; those in which no
word is known are left to a vision model, and their share is told.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from eval.harness.evidence import Evidence
from eval.scores.metric import Family, Metric, Scores
from eval.scores.sights import Sights, vocabulary
from eval.suites.suite import Case, Claim

_QUOTED = re.compile(r"'([^'\n]{2,60})'|\"([^\"\n]{2,60})\"|“([^”\n]{2,60})”")


def measure(case: Case, evidence: Evidence) -> Scores:
    """Shares of what is wanted; nothing of a video that was not made, whatever was wanted."""
    if case.expected == "refusal":
        return {}
    sights = Sights(evidence.reports, "\n".join(evidence.codes)) if evidence.is_shown else Sights(())
    found: Scores = {
        f"covered_{name}s": sum(map(has, wanted)) / len(wanted) for name, wanted, has in _looks(case, sights) if wanted
    }
    found |= _claims(case.wanted.claims, sights)
    parts = [value for name, value in found.items() if name != "claims_told"]
    return {"coverage": sum(parts) / len(parts), **found} if parts else found


def missing(case: Case, evidence: Evidence) -> list[str]:
    """What was wanted and not found, for people to look at."""
    if not evidence.is_shown:
        return []
    sights = Sights(evidence.reports, "\n".join(evidence.codes))
    return [
        f"{name} “{each}”" if name == "text" else f"{name} {each}"
        for name, wanted, has in _looks(case, sights)
        for each in wanted
        if not has(each)
    ]


def _looks(case: Case, sights: Sights) -> tuple[tuple[str, tuple[str, ...], Callable[[str], bool]], ...]:
    """Kinds of things, those of the kind that are wanted, and how one is looked for."""
    return (
        ("text", case.wanted.texts, sights.has_text),
        ("formula", case.wanted.formulas, sights.has_formula),
        ("object", case.wanted.objects, sights.has_object),
        ("event", case.wanted.events, sights.has_event),
    )


def _claims(claims: tuple[Claim, ...], sights: Sights) -> Scores:
    if not claims:
        return {}
    judged = [(claim.weight, checks) for claim in claims if (checks := [has() for has in _checks(claim.text, sights)])]
    told = {"claims_told": len(judged) / len(claims)}
    weight = sum(each for each, _ in judged)
    if not weight:
        return told
    return {"covered_claims": sum(each * sum(checks) / len(checks) for each, checks in judged) / weight, **told}


def _checks(text: str, sights: Sights) -> Iterator[Callable[[], bool]]:
    """What a sentence says that can be looked for."""
    for quoted in _QUOTED.findall(text):
        words = next(filter(None, quoted))
        yield lambda words=words: sights.has_text(words)
    lowered = _QUOTED.sub(" ", text.lower())
    for phrase in vocabulary()["other_senses"]:
        lowered = lowered.replace(phrase, " ")
    for name in vocabulary()["objects"]:
        if re.search(rf"\b{name}s?\b", lowered):
            yield lambda name=name: sights.has_object(name)
    for name, event in vocabulary()["events"].items():
        if re.search(rf"\b({'|'.join([name, *event['words']])})\b", lowered):
            yield lambda name=name: sights.has_event(name)


FAMILY = Family(
    "Coverage",
    (
        Metric("coverage", "of what was asked for, found", "high", "part"),
        Metric("covered_texts", "texts", "high", "part"),
        Metric("covered_formulas", "formulas", "high", "part"),
        Metric("covered_objects", "objects", "high", "part"),
        Metric("covered_events", "events", "high", "part"),
        Metric("covered_claims", "requirements in prose", "high", "part"),
        Metric("claims_told", "… that could be judged", "", "part"),
    ),
    measure,
)
