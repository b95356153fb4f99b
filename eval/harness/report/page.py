"""The page of a run: what came of it at a glance, models side by side, what parts are worth, failures, every video."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

from eval.harness.report.pictures import inside
from eval.harness.report.plots import Part, Span, bars, spans
from eval.harness.run import Outcome

Data = dict[str, Any]
ENDS = {
    "first": "made at the first try",
    "repaired": "made after repair or conversion",
    "partial": "made in part",
    "refused": "refused, as it should be",
    "unable": "refused",
    "failed": "failed",
    "excluded": "excluded: network or farm",
}
"""How a trial can end, in the order of the bars; also the classes that colour them."""
HEADLINES = ("right", "first_try", "runs_raw", "runs_convert", "runs_repair", "clean", "coverage", "seconds")
DELTAS = ("right", "made", "first_try", "clean", "findings", "coverage", "seconds")
"""Scores that the table of parts shows the change of."""
LOOKS = 6
"""Colours for contestants."""
STAGES = ("plan", "planned", "retrieve", "write", "convert", "check", "render", "repair", "kept", "run")
"""Stages of the graph, as the page's style colours them."""


def write(data: Data, outcomes: list[Outcome], path: Path) -> None:
    """Write the page, whole or not at all."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    rooms: Any = Environment(
        loader=FileSystemLoader(Path(__file__).parent), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True,
    )  # fmt: skip
    rooms.filters["value"], rooms.filters["change"], rooms.filters["range"] = shown, changed, ranged
    busy = _busy(data)
    page = rooms.get_template("page.html").render(
        data=data,
        contestants=[each for each in data["contestants"] if each["name"] in busy],
        heads=[_head(contestant, data) for contestant in data["contestants"] if not contestant["without"]],
        ends=ENDS,
        plots={"ends": _ends(data, busy), "groups": _groups(data), "stages": _stages(data, busy)},
        stages=[stage for stage in STAGES if any(stage in each["stages"] for each in data["contestants"])],
        families=_families(data),
        deltas=DELTAS,
        errors=_errors(data),
        failures=_failures(data, outcomes),
        cases=_cases(data, outcomes),
    )
    draft = path.with_suffix(".part")
    draft.write_text(page, encoding="utf-8")
    draft.replace(path)


def shown(value: float | None, unit: str) -> str:
    """A score as people read it."""
    if value is None:
        return "–"
    if unit in ("share", "part"):
        return f"{100 * value:.1f} %" if 0 < abs(value) < 0.9995 else f"{100 * value:.0f} %"
    digits = f"{value:.0f}" if abs(value) >= 100 else f"{value:.2f}" if abs(value) < 10 else f"{value:.1f}"
    return f"{digits} {unit}".strip()


def ranged(found: Data, unit: str) -> str:
    """An interval; nothing where there is none to speak of."""
    if found["low"] == found["high"]:
        return ""
    sign = " %" if unit in ("share", "part") else ""
    return f"{shown(found['low'], unit if sign else '').removesuffix(sign)} – {shown(found['high'], unit)}"


def changed(value: float, unit: str) -> str:
    """A change, with its sign."""
    sign = "+" if value > 0 else "−" if value < 0 else "±"
    return f"{sign}{shown(abs(value), unit)}"


def end_of(one: Data) -> str:
    """How a trial ended: a key of `ENDS`."""
    status = one["status"]
    if status == "made":
        return "first" if one["scores"].get("first_try") else "repaired"
    if status == "refused":
        return "refused" if one["expected"] == "refusal" else "unable"
    return status


def _own(data: Data, name: str) -> list[Data]:
    return [one for one in data["outcomes"] if one["contestant"] == name]


def _busy(data: Data) -> list[str]:
    """Contestants that are not just the same as the whole."""
    return list(dict.fromkeys(one["contestant"] for one in data["outcomes"] if not one["same"]))


def _whole(data: Data) -> set[str]:
    """Contestants with all their parts."""
    return {each["name"] for each in data["contestants"] if not each["without"]}


def _head(contestant: Data, data: Data) -> Data:
    """The figures that everybody asks for first."""
    scores, metrics = contestant["scores"], data["metrics"]
    figures = [
        {"title": metrics[name]["title"], "unit": metrics[name]["unit"], **scores[name]}
        for name in HEADLINES
        if name in scores
    ]
    return {"name": contestant["name"], "trials": contestant["trials"], "figures": figures}


def _looks(data: Data) -> dict[str, str]:
    """A colour for each contestant."""
    return {each["name"]: f"c{place % LOOKS}" for place, each in enumerate(data["contestants"])}


def _ends(data: Data, busy: list[str]) -> str:
    rows: list[tuple[str, list[Part], str]] = []
    for name in busy:
        own = _own(data, name)
        counts = Counter(map(end_of, own))
        parts = [Part(end, counts[end], f"{counts[end]} {words}") for end, words in ENDS.items() if counts[end]]
        rows.append((name, parts, f"{sum(one['right'] for one in own)} of {len(own)} right"))
    return bars(rows)


def _groups(data: Data) -> str:
    """Shares of right outcomes, for each group of cases, contestants one under another."""
    looks = _looks(data)
    whole = [each for each in data["contestants"] if not each["without"]]
    groups = dict.fromkeys(group for each in whole for group in each["groups"])
    rows = [
        Span(
            group if len(whole) == 1 else f"{group} · {each['name']}",
            looks[each["name"]],
            found["mean"], found["low"], found["high"], f"{found['cases']} cases",
        )
        for group in groups
        for each in whole
        if (found := each["groups"].get(group))
    ]  # fmt: skip
    return spans(rows)


def _stages(data: Data, busy: list[str]) -> str:
    rows: list[tuple[str, list[Part], str]] = []
    for each in data["contestants"]:
        if each["name"] not in busy:
            continue
        stages = [(stage, each["stages"][stage]) for stage in STAGES if stage in each["stages"]]
        parts = [Part(f"s-{name}", seconds, f"{name}: {seconds:.2f} s") for name, seconds in stages if seconds > 0]
        rows.append((each["name"], parts, f"{sum(each['stages'].values()):.1f} s a trial"))
    return bars(rows)


def _families(data: Data) -> list[tuple[str, list[tuple[str, Data]], list[str]]]:
    """Metrics that anybody has, by family; and the details that are 0 for all."""
    found: dict[str, tuple[list[tuple[str, Data]], list[str]]] = {}
    for name, metric in data["metrics"].items():
        scores = [each["scores"][name] for each in data["contestants"] if name in each["scores"]]
        told, nothing = found.setdefault(metric["family"], ([], []))
        if metric["detail"] and scores and not any(score["mean"] for score in scores):
            nothing.append(metric["title"])
        elif scores:
            told.append((name, metric))
    return [(family, told, nothing) for family, (told, nothing) in found.items() if told or nothing]


def _errors(data: Data) -> list[tuple[str, int, str]]:
    """What attempts of whole contestants died of: kind and first line of the message, how often, for instance where."""
    whole = _whole(data)
    rows = [
        (f"{fault['kind']}: {fault['message'].splitlines()[0][:110]}" if fault["kind"] else "layout", one["wish"])
        for one in data["outcomes"]
        if one["contestant"] in whole
        for fault in one["faults"]
        if fault["message"]
    ]
    example = dict(reversed(rows))
    return [(error, count, example[error]) for error, count in Counter(error for error, _ in rows).most_common(20)]


def _failures(data: Data, outcomes: list[Outcome]) -> list[Data]:
    """Trials of whole contestants that did not end as they should, with the code that was to blame."""
    codes = {(one.contestant.name, one.case.id, one.trial): one.evidence for one in outcomes}
    found: list[Data] = []
    whole = _whole(data)
    for one in data["outcomes"]:
        if one["right"] or one["contestant"] not in whole:
            continue
        evidence = codes[one["contestant"], one["case"], one["trial"]]
        fault = next((each for each in reversed(evidence.faults) if each.kind), None)
        lines = _around(fault.code, fault.line) if fault else []
        found.append({**one, "end": ENDS[end_of(one)], "lines": lines, "fault": fault})
    return found


def _around(code: str, line: int, reach: int = 4) -> list[tuple[int, str, bool]]:
    """Lines near the one to blame, or the first ones where that is not known."""
    rows = code.splitlines()
    first = max(0, line - 1 - reach) if line else 0
    return [(number + 1, rows[number], number + 1 == line) for number in range(first, min(len(rows), first + 9))]


def _cases(data: Data, outcomes: list[Outcome]) -> list[Data]:
    """Every case with what each contestant made of it; the same once is enough."""
    sheets = {(one.contestant.name, one.case.id, one.trial): one for one in outcomes if not one.is_same}
    rows: dict[str, Data] = {}
    for one in data["outcomes"]:
        row = rows.setdefault(one["case"], {"wish": one["wish"], "group": one["group"], "shots": []})
        if one["same"] or one["trial"]:
            continue
        held = sheets[one["contestant"], one["case"], one["trial"]]
        row["shots"].append({**one, "end": end_of(one), "picture": inside(held.evidence.sheet)})
    return [row for row in rows.values() if row["shots"]]
