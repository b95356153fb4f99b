"""Relevance: is the video about the wish? By likeness of words, and by a vision model where one is configured.

The likeness is the cosine between the embedding of the wish and that of what can be read in the video (MiniLM, as the
search uses it): low for a video about something else, but never proof of a good one. The judge's note is kept beside
the evidence (eval/harness/judging.py).
"""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path

from eval.harness.evidence import Evidence
from eval.scores.metric import Family, Metric, Scores
from eval.scores.sights import Sights
from eval.suites.suite import Case

MOST = 1200
"""Characters of a video's texts that are compared; MiniLM reads no more than about 250 words."""
JUDGEMENT = "judgement.json"


def measure(case: Case, evidence: Evidence) -> Scores:
    """Of a video that says anything."""
    if not evidence.is_shown or not case.wish:
        return {}
    found: Scores = {}
    texts = [evidence.title, *Sights(evidence.reports).texts]
    shown = " ".join(filter(None, texts))[:MOST]
    if shown:
        found["likeness"] = _likeness(case.wish[:MOST], shown)
    note = Path(evidence.folder) / JUDGEMENT
    if evidence.folder and note.exists():
        found["judged"] = float(json.loads(note.read_text(encoding="utf-8"))["score"])
    return found


@lru_cache(maxsize=4096)
def _likeness(wish: str, shown: str) -> float:
    from retrieval.embedder import embed

    one, other = embed([wish, shown])
    return float(one @ other)


FAMILY = Family(
    "Relevance",
    (
        Metric("likeness", "likeness of the wish and the texts shown", "high", "cosine"),
        Metric("judged", "note of the vision model", "high", "part"),
    ),
    measure,
)
