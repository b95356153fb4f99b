"""Slot filling: the numbers, lists, points and choices of a wish become a component's arguments."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass
from typing import Any

from agent.models.composer.language import NEGATIONS, NUMBER_WORDS, plain, stem, tokens
from agent.models.composer.symbolic.spelling import decimal_points
from core.component import Component, Parameter

NUMBER = r"-?\d+(?:\.\d+)?"
LIST = re.compile(rf"\[?\s*{NUMBER}(?:\s*(?:,|and|\s)\s*{NUMBER})+\s*\]?")
POINT = re.compile(rf"\(\s*{NUMBER}(?:\s*,\s*{NUMBER})+\s*\)")
POINTS = ("tuple[float,float]", "tuple[int,int]", "tuple[float,float,float]")
MATRICES = ("list[list[float]]", "list[list[int]]")
SIZE = re.compile(r"(?<![a-z])(?:n\s*(?:=|is)|(?:size|length)(?:\s+of)?|n)\s*(\d+)(?![\w.])")
PERCENT = re.compile(r"\s*(?:%|percent)")
MATRIX = re.compile(r"\[\s*(\[[^\[\]]*\](?:\s*,\s*\[[^\[\]]*\])*)\s*\]")


@dataclass(frozen=True, slots=True)
class Filled:
    """Arguments as Python source; `notes` says what could not be had as asked; `numbers_left` were not used."""

    arguments: tuple[tuple[str, str], ...]
    notes: tuple[str, ...] = ()
    numbers_left: tuple[str, ...] = ()


def fill(component: Component, text: str) -> Filled:
    """Arguments for `component` found in the wish `text`; parameters that are not mentioned keep their default."""
    spoken = _digits(plain(decimal_points(text)))
    found = _found(component, spoken)
    arguments: list[tuple[str, str]] = []
    notes: list[str] = []
    for parameter in component.parameters:
        if parameter.name not in found:
            continue
        kept, note = _bounded(parameter, found[parameter.name])
        notes += [note] if note else []
        if repr(kept) != parameter.default:
            arguments.append((parameter.name, repr(kept)))
    used = {float(number) for number in re.findall(NUMBER, repr(list(found.values())))}
    left = [number for number in re.findall(rf"(?<![\w.^]){NUMBER}(?!\w)", spoken) if float(number) not in used]
    return Filled(tuple(arguments), tuple(notes), tuple(left))


def _found(component: Component, text: str) -> dict[str, object]:
    """The value of every parameter that the text mentions."""
    found = _in_turn(component, text)
    for parameter in component.parameters:
        value = None if parameter.name in found else _find(parameter, text)
        if value is not None:
            found[parameter.name] = value
    size = SIZE.search(text)
    counts = [parameter for parameter in component.parameters if parameter.annotation == "int" and parameter.said]
    if size and counts and float(size[1]) not in found.values():
        found.setdefault(counts[0].name, int(size[1]))
    return found


def _digits(text: str) -> str:
    """Number words as digits: `eight bars` → `8 bars`."""
    return re.sub(
        r"[a-z]+", lambda m: str(NUMBER_WORDS[m[0]]) if m[0] in NUMBER_WORDS and m[0] != "one" else m[0], text
    )


def _find(parameter: Parameter, text: str) -> object | None:
    kind = parameter.annotation.replace(" ", "")
    if kind in ("int", "float"):
        return _number(parameter, text, whole=kind == "int")
    if kind == "bool":
        return _flag(parameter, text)
    if kind == "str":
        return _choice(parameter, text)
    if kind in ("list[int]", "list[float]"):
        return _numbers(parameter, text, whole=kind == "list[int]")
    if kind == "list[tuple[float,float]]":
        points = [_point(match[0]) for match in POINT.finditer(text)]
        return points if len(points) >= 2 and all(len(point) == 2 for point in points) else None
    return None


def _number(parameter: Parameter, text: str, *, whole: bool) -> int | float | None:
    """The number next to one of the words that name the parameter: before it, after it, or after `=`."""
    if not parameter.said and parameter.low is None:
        return None
    for word in (*parameter.said, parameter.name.replace("_", " ")):
        match = _beside(word, text)
        if match and (not whole or float(match[1]).is_integer()):
            return int(float(match[1])) if whole else _worth(parameter, match, text)
    return None


def _beside(word: str, text: str) -> re.Match[str] | None:
    """The number beside a word; a word with `#` in it says where the number stands: `# choose`, `fib(#)`."""
    if "#" in word:
        before, after = (re.escape(part.lower()) for part in word.split("#", 1))
        return re.search(rf"(?<![\w.]){before}({NUMBER})(?!\.?\d){after}".replace(r"\ ", r"\s+"), text)
    name = re.escape(word.lower()) + (r"(?:s|es)?" if len(word) > 2 else "")
    after = rf"(?<![a-z]){name}(?![a-z])\s*(?:=|:|is|of|equal to|equals|at)?\s*({NUMBER})(?![\w.]*[a-z])"
    called = rf"(?<![a-z]){name}\s*\(\s*({NUMBER})\s*\)"
    before = rf"(?<![\w.])({NUMBER})(?:st|nd|rd|th)?(?:[\s-]*|\s*x\s*\d+\s*|\s+[a-z]+\s+){name}(?![a-z])"
    return re.search(after, text) or re.search(called, text) or re.search(before, text)


def _worth(parameter: Parameter, match: re.Match[str], text: str) -> float:
    """The number of a match; a percentage where the parameter is a share."""
    share = parameter.high is not None and parameter.high <= 1 and PERCENT.match(text, match.end(1))
    return float(match[1]) / 100 if share else float(match[1])


def _flag(parameter: Parameter, text: str) -> bool | None:
    words = tokens(text)
    stems = [stem(word) for word in words]
    for said in parameter.said:
        target = [stem(word) for word in tokens(said)]
        for place in range(len(stems) - len(target) + 1):
            if target and stems[place : place + len(target)] == target:
                return not NEGATIONS & set(words[max(0, place - 2) : place])
    return None


def _choice(parameter: Parameter, text: str) -> str | None:
    words = {stem(word) for word in tokens(text)}
    for choice in parameter.choices:
        parts = {stem(word) for word in tokens(choice.replace("_", " "))}
        if parts and parts <= words:
            return choice
    return None


def _in_turn(component: Component, text: str) -> dict[str, object]:
    """Points and matrices: one beside a word of a parameter is its, the others are given out in order."""
    found: dict[str, object] = {}
    for pattern, read, kinds in ((POINT, _point, POINTS), (MATRIX, _matrix, MATRICES)):
        free = [parameter for parameter in component.parameters if parameter.annotation.replace(" ", "") in kinds]
        seen = [(text[: match.start()], read(match[0])) for match in pattern.finditer(text)] if free else []
        waiting = [(before, value) for before, value in seen if value is not None and _fits(value, free[0])]
        found |= _given_out(free, waiting)
    return found


def _given_out(free: list[Parameter], waiting: list[tuple[str, Any]]) -> dict[str, object]:
    found: dict[str, object] = {}
    rest: list[Any] = []
    for before, value in waiting:
        word = (re.findall(r"[a-z]+", before) or [""])[-1]
        owner = next((p for p in free if word in p.said and p.name not in found), None)
        if owner:
            found[owner.name] = value
        else:
            rest.append(value)
    others = [parameter.name for parameter in free if parameter.name not in found]
    return {**found, **dict(zip(others, rest, strict=False))}


def _fits(value: Any, parameter: Parameter) -> bool:
    """Whether a point has as many numbers as the parameter's type, and a matrix the shape of its default."""
    if isinstance(value, list):
        rows: list[list[float]] = ast.literal_eval(parameter.default)
        return [len(row) for row in value] == [len(row) for row in rows]
    return len(value) == parameter.annotation.count(",") + 1


def _point(text: str) -> tuple[float, ...]:
    return tuple(float(number) for number in re.findall(NUMBER, text))


def _matrix(text: str) -> list[list[float]] | None:
    try:
        rows = ast.literal_eval(text)
    except (ValueError, SyntaxError):
        return None
    sizes = {len(row) for row in rows}
    numeric = all(isinstance(value, (int, float)) for row in rows for value in row)
    return rows if len(sizes) == 1 and numeric else None


def _numbers(parameter: Parameter, text: str, *, whole: bool) -> list[int] | list[float] | None:
    if parameter.shortest is None:
        return None  # a list without a stated length is computed, never read off the wish
    for match in LIST.finditer(MATRIX.sub(" ", POINT.sub(" ", text))):
        found = re.findall(NUMBER, match[0])
        if len(found) >= parameter.shortest:
            return [int(float(n)) for n in found] if whole else [float(n) for n in found]
    return None


def _bounded(parameter: Parameter, value: object) -> tuple[object, str]:
    """The value moved into the parameter's range, and a note when that changed it."""
    kept = value
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        kept = _clamp(parameter, value)
    elif isinstance(value, list) and parameter.longest and all(isinstance(v, (int, float)) for v in value):
        kept = [_clamp(parameter, v) for v in value[: parameter.longest]]
    if kept == value:
        return value, ""
    return kept, f"{parameter.name} {value} is outside what this scene can show well; shown with {kept}"


def _clamp(parameter: Parameter, value: int | float) -> int | float:
    low = value if parameter.low is None else max(value, parameter.low)
    kept = low if parameter.high is None else min(low, parameter.high)
    return int(kept) if isinstance(value, int) else kept
