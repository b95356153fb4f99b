"""Layout: what a viewer would object to (layout/findings.py), and how near to it the rest is.

Overlap as a share of the frame's area, as Code2Video's aesthetics judges and NtrpyDev's layout probe look for it;
contrast is the ratio of WCAG 2.2 (1 to 21), letter height that of a lower-case x in units of a frame 8 high.
"""

from __future__ import annotations

from collections import Counter

from core.finding import Finding
from core.report import FRAME_HEIGHT, FRAME_WIDTH, SceneReport
from eval.harness.evidence import Evidence
from eval.scores.metric import Family, Metric, Scores
from eval.suites.suite import Case
from layout.findings import check
from layout.reading import letter_height
from layout.stage import stages

OVERLAPS = ("overlap", "left_over")
KINDS = ("off_frame", "overlap", "left_over", "crossed", "covered", "tiny_text", "low_contrast")


def measure(case: Case, evidence: Evidence) -> Scores:
    """Of the video as it came out, all its scenes together."""
    if not evidence.is_shown or not evidence.reports:
        return {}
    found = [finding for report in evidence.reports for finding in check(report)]
    counts = Counter(finding.kind for finding in found)
    sizes = [size for report in evidence.reports for size in _letters(report)]
    ratios = [ratio for report in evidence.reports for ratio in _contrasts(report)]
    return {
        "findings": len(found),
        "overlap_area": sum(_area(finding) for finding in found),
        **{kind: counts[kind] for kind in KINDS},
        **({"smallest_letter": min(sizes)} if sizes else {}),
        **({"lowest_contrast": min(ratios)} if ratios else {}),
    }


def _area(finding: Finding) -> float:
    return finding.size / (FRAME_WIDTH * FRAME_HEIGHT) if finding.kind in OVERLAPS else 0.0


def _letters(report: SceneReport) -> list[float]:
    """Heights of letters, at rest, of whatever says something."""
    texts = [text for stage in stages(report) if not stage.away for text in stage.texts]
    return [letter_height(text) for text in texts if any(char.isalnum() for char in text.text)]


def _contrasts(report: SceneReport) -> list[float]:
    """The best contrast that each text ever has: one that pales later was to be read before."""
    best: dict[int, float] = {}
    for stage in stages(report) if not report.three_d else ():
        for text in stage.texts:
            best[text.key] = max(best.get(text.key, 0.0), stage.text_contrast(text))
    return list(best.values())


FAMILY = Family(
    "Layout",
    (
        Metric("findings", "layout findings a video", "low", ""),
        Metric("overlap_area", "area of overlaps", "low", "part"),
        Metric("off_frame", "things that leave the frame", "low", "", detail=True),
        Metric("overlap", "overlapping texts", "low", "", detail=True),
        Metric("left_over", "left-overs under new content", "low", "", detail=True),
        Metric("crossed", "texts with a line through them", "low", "", detail=True),
        Metric("covered", "covered texts", "low", "", detail=True),
        Metric("tiny_text", "texts too small to read", "low", "", detail=True),
        Metric("low_contrast", "texts too pale to read", "low", "", detail=True),
        Metric("smallest_letter", "smallest letters of a video", "high", "units", gates=False),
        Metric("lowest_contrast", "lowest contrast of a text", "high", "ratio", gates=False),
    ),
    measure,
)
