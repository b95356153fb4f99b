"""`locals()`, which old classes handed on whole: written out as the names that it held."""

from __future__ import annotations

import libcst as cst

from convert.passes.syntax import called, expression
from convert.passes.walk import Place


def written_out(call: cst.Call, place: Place) -> cst.BaseExpression:
    """`digest_config(self, kwargs, locals())` → `digest_config(self, kwargs, {"radius": radius})`."""
    if called(call) != "locals" or call.args or place.sheet.own("locals"):
        return call
    function = place.enclosing(cst.FunctionDef)
    if function is None:
        return call
    names = [*_parameters(function), *_assigned_before(function, place)]
    if called(_outer(place)) == "digest_config":
        names = [name for name in names if name != "self"]
    return expression("{" + ", ".join(f'"{name}": {name}' for name in dict.fromkeys(names)) + "}")


def _outer(place: Place) -> cst.CSTNode | None:
    """The call whose argument this is."""
    return place.stack[-2] if len(place.stack) > 1 and isinstance(place.parent, cst.Arg) else None


def _parameters(function: cst.FunctionDef) -> list[str]:
    given = [*function.params.posonly_params, *function.params.params, *function.params.kwonly_params]
    extra = [each for each in (function.params.star_arg, function.params.star_kwarg) if isinstance(each, cst.Param)]
    return [each.name.value for each in (*given, *extra)]


def _assigned_before(function: cst.FunctionDef, place: Place) -> list[str]:
    """Names that plain statements of the function have set before the one with the call."""
    names: list[str] = []
    for line in function.body.body:
        if any(line is node for node in place.stack):
            break
        for statement in line.body if isinstance(line, cst.SimpleStatementLine) else ():
            if isinstance(statement, cst.Assign):
                names += [target.target.value for target in statement.targets if isinstance(target.target, cst.Name)]
    return names


def no_globals(call: cst.Call, place: Place) -> cst.BaseExpression:
    """`globals()["x"] = x`, a studio's way to look at a value afterwards: it goes nowhere."""
    if called(call) != "globals" or call.args or not place.sheet.gl:
        return call
    place.note("info", "python2", "globals() is out of a scene's reach")
    return expression("{}")


RULES = {cst.Call: (written_out, no_globals)}
