"""Motion: blank or static videos, and their pace: how long nothing moves, how fast words come.

People read subtitles at about 3 words a second (the guideline of the BBC is 160 to 180 words a minute); words that come
faster than they can be read are lost.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from core.report import Moment, SceneReport
from eval.harness.evidence import Evidence
from eval.scores.metric import Family, Metric, Scores
from eval.suites.suite import Case
from layout.captions import cues
from layout.findings import check


def measure(case: Case, evidence: Evidence) -> Scores:
    """Of the video as it came out, all its scenes together."""
    reports = evidence.reports if evidence.is_shown else ()
    moments = [moment for report in reports for moment in report.moments]
    length = sum(report.duration for report in reports)
    kinds = {finding.kind for report in reports for finding in check(report)}
    if not reports:
        return {}
    found: Scores = {"blank": "empty" in kinds, "static": "static" in kinds, "length": length}
    if length > 0:
        stills = list(_stills(moments))
        moving = len([moment for moment in moments if not _is_still(moment)])
        words = sum(_words(report) for report in reports)
        found |= {
            "still_share": sum(stills) / length,
            "longest_still": max(stills, default=0.0),
            "animations_minute": 60 * moving / length,
            "words_second": words / length,
        }
    return found


def _stills(moments: list[Moment]) -> Iterator[float]:
    """Seconds of each stretch in which nothing moves."""
    for still, group in groupby(moments, _is_still):
        if still:
            yield sum(moment.run_time for moment in group)


def _is_still(moment: Moment) -> bool:
    return set(moment.animations) <= {"Wait"}


def _words(report: SceneReport) -> int:
    return sum(len(cue.text.split()) for cue in cues(report))


FAMILY = Family(
    "Motion",
    (
        Metric("blank", "nothing to see", "low", detail=True),
        Metric("static", "nothing moves", "low", detail=True),
        Metric("length", "length of the video", "", "s"),
        Metric("still_share", "time in which nothing moves", "", "part"),
        Metric("longest_still", "longest stretch without motion", "", "s"),
        Metric("animations_minute", "animations a minute", "", ""),
        Metric("words_second", "new words a second", "", ""),
    ),
    measure,
)
