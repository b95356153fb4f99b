"""The signature of a component as JSON schema, and which of its parameters are proven to take other values."""

from __future__ import annotations

import ast
from typing import Any

from core.component import Component, Parameter

SEEN = "(as seen)"
"""Stands in the description of a parameter that was only proven with the value it was seen with."""
TYPES: dict[str, dict[str, Any]] = {
    "int": {"type": "integer"},
    "float": {"type": "number"},
    "bool": {"type": "boolean"},
    "str": {"type": "string"},
    "ManimColor": {"type": "string", "format": "color"},
    "list[int]": {"type": "array", "items": {"type": "integer"}},
    "list[float]": {"type": "array", "items": {"type": "number"}},
    "list[str]": {"type": "array", "items": {"type": "string"}},
    "list[list[float]]": {"type": "array", "items": {"type": "array", "items": {"type": "number"}}},
    "tuple[float, float]": {"type": "array", "prefixItems": [{"type": "number"}, {"type": "number"}]},
}


def is_free(parameter: Parameter) -> bool:
    """Whether other values than the default are proven to work."""
    return SEEN not in parameter.description


def call_of(component: Component) -> str:
    """The call as a model sees it: the scene of an act, then what may be given."""
    shown = [f"{p.name}: {p.annotation} = {p.default}" for p in component.parameters if is_free(p)]
    return f"{component.name}({', '.join(['self', *shown] if component.kind == 'act' else shown)})"


def signature_schema(component: Component) -> dict[str, Any]:
    """The JSON schema of its arguments."""
    properties = {parameter.name: _property(parameter) for parameter in component.parameters}
    return {"type": "object", "title": component.name, "properties": properties, "additionalProperties": False}


def _property(parameter: Parameter) -> dict[str, Any]:
    found: dict[str, Any] = {**TYPES.get(parameter.annotation, {}), "description": parameter.description}
    default = _literal(parameter.default)
    found |= {"default": parameter.default if default is None else default}
    if not is_free(parameter):
        return found | {"const": found["default"]}
    if parameter.choices:
        return found | {"enum": list(parameter.choices)}
    return found | _bounds(parameter, str(found.get("type")))


def _bounds(parameter: Parameter, kind: str) -> dict[str, Any]:
    span = {"minimum": parameter.low, "maximum": parameter.high}
    if kind == "array":
        items = {**TYPES[parameter.annotation].get("items", {}), **_given(span)}
        return _given({"minItems": parameter.shortest, "maxItems": parameter.longest}) | {"items": items}
    if kind == "string":
        return _given({"minLength": parameter.shortest, "maxLength": parameter.longest})
    return _given(span)


def _given(values: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value is not None}


def _literal(source: str) -> Any:
    try:
        return ast.literal_eval(source)
    except (ValueError, SyntaxError):
        return None
