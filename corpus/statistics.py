"""How a corpus is distributed: lengths, topics, idioms, dialects, licences, sources, years."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from core.snippet import Snippet

IDIOMS: dict[str, str] = {
    "updaters": r"add_updater|always_redraw|\.always\.|f_always",
    "value trackers": r"ValueTracker|ComplexValueTracker",
    ".animate": r"\.animate\b",
    "transforms of formulas": r"TransformMatching\w+|set_color_by_tex|t2c|tex_to_color_map|substrings_to_isolate",
    "transforms": r"\b(Replacement)?Transform\w*\(",
    "staggered animations": r"LaggedStart|AnimationGroup|Succession|lag_ratio",
    "moving camera": r"MovingCameraScene|camera\.frame|move_camera|set_camera_orientation",
    "3-D": r"ThreeDScene|ThreeDAxes|Surface\(|Sphere\(|Cube\(",
    "graphs of functions": r"\.plot\(|FunctionGraph|ParametricFunction|NumberPlane|Axes\(",
    "loops over animations": r"for .+:\n(?:\s+.*\n){0,3}?\s+self\.play\(",
    "rate functions": r"rate_func\s*=",
    "helper methods": r"def (?!construct|__init__|setup)\w+\(self",
    "grouping": r"VGroup\(|\.arrange\(",
}
"""What is looked for in code."""
TOPICS: dict[str, str] = {
    "calculus": r"derivativ|integral|tangent|limit|taylor|riemann|slope|gradient",
    "linear algebra": r"matri|vector|eigen|determinant|linear|basis|span|dot product",
    "probability": r"probab|distribution|bayes|random|gaussian|normal|expected|dice|coin",
    "geometry": r"circle|triangle|angle|polygon|pythag|ellipse|sphere|area",
    "complex numbers": r"complex|imaginary|euler|holomorphic|zeta",
    "number theory": r"prime|modul|divis|integer|fermat",
    "differential equations": r"differential|phase|ode\b|pde\b|heat|diffusion|pendulum",
    "waves and signals": r"fourier|wave|frequenc|signal|sine|cosine|convol",
    "physics": r"force|gravity|light|electric|collision|momentum|energy|orbit|quantum",
    "machine learning": r"neural|network|transformer|attention|gradient descent|backprop|embedding|loss",
    "algorithms": r"sort|search|graph|tree|algorithm|recurs|hash|stack|queue",
    "information": r"entropy|code|bit\b|hamming|crypto|cipher|information",
}
"""Words of titles, descriptions and texts, by topic."""
QUANTILES = (0.0, 0.25, 0.5, 0.75, 0.95, 1.0)


@dataclass
class Statistics:
    """Counts by value; `lengths` are quantiles of the lines of scenes, `difficulty` how many scenes each level has."""

    snippets: int = 0
    kinds: Counter[str] = field(default_factory=Counter[str])
    sources: Counter[str] = field(default_factory=Counter[str])
    licences: Counter[str] = field(default_factory=Counter[str])
    dialects: Counter[str] = field(default_factory=Counter[str])
    verified: Counter[str] = field(default_factory=Counter[str])
    years: Counter[str] = field(default_factory=Counter[str])
    topics: Counter[str] = field(default_factory=Counter[str])
    idioms: Counter[str] = field(default_factory=Counter[str])
    uses: Counter[str] = field(default_factory=Counter[str])
    difficulty: Counter[str] = field(default_factory=Counter[str])
    lengths: dict[str, int] = field(default_factory=dict[str, int])
    videos: int = 0
    scored: int = 0
    mean_score: float = 0.0
    with_findings: int = 0


def statistics(snippets: Iterable[Snippet]) -> Statistics:
    """Count everything in one pass. Reference entries count by kind, source and licence only."""
    found = Statistics()
    lines: list[int] = []
    videos: set[str] = set()
    scores: list[float] = []
    for snippet in snippets:
        _count_all(found, snippet)
        if snippet.kind == "api":
            continue
        _count_code(found, snippet)
        lines += [snippet.code.count("\n")] if snippet.scenes else []
        videos |= {snippet.video} - {""}
        scores += [snippet.score] if snippet.score >= 0 else []
    found.lengths = _quantiles(lines)
    found.videos, found.scored = len(videos), len(scores)
    found.mean_score = sum(scores) / len(scores) if scores else 0.0
    return found


def difficulty(code: str) -> int:
    """A cheap measure for curriculum order, 1 to 5: by lines, since longer scenes ask for more at once."""
    return next((level for level, most in enumerate((15, 40, 100, 250), 1) if code.count("\n") <= most), 5)


def topics(snippet: Snippet) -> list[str]:
    """The topics whose words stand in what the snippet says about itself, or in its path."""
    text = f"{snippet.title} {snippet.description} {snippet.video} {snippet.path}".lower()
    return [name for name, pattern in TOPICS.items() if re.search(pattern, text)] or ["other"]


def idioms(code: str) -> list[str]:
    """The idioms that code uses."""
    return [name for name, pattern in IDIOMS.items() if re.search(pattern, code)]


def _count_all(found: Statistics, snippet: Snippet) -> None:
    found.snippets += 1
    found.kinds[snippet.kind] += 1
    found.sources[snippet.source] += 1
    found.licences[snippet.licence] += 1


def _count_code(found: Statistics, snippet: Snippet) -> None:
    found.dialects[snippet.dialect] += 1
    found.verified[snippet.verified] += 1
    found.topics.update(topics(snippet))
    found.idioms.update(idioms(snippet.code))
    found.uses.update(tag for tag in snippet.tags if tag[:1].isupper())
    found.with_findings += snippet.findings > 0
    if snippet.year:
        found.years[str(snippet.year)] += 1
    if snippet.scenes:
        found.difficulty[str(difficulty(snippet.code))] += 1


def _quantiles(values: list[int]) -> dict[str, int]:
    ordered = sorted(values)
    return {f"{share:.0%}": ordered[round(share * (len(ordered) - 1))] for share in QUANTILES} if ordered else {}
