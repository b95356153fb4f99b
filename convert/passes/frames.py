"""`locals()`, which scenes once handed to `digest_config`: written out as the parameters that they were."""

from __future__ import annotations

import libcst as cst

from convert.passes.syntax import called, expression, with_args
from convert.passes.walk import Place

_DIGESTERS = frozenset({"digest_config", "digest_locals"})


def written_out(call: cst.Call, place: Place) -> cst.Call:
    """`digest_config(self, kwargs, locals())` → `digest_config(self, kwargs, {"radius": radius})`."""
    name = called(call)
    if name not in _DIGESTERS or not any(called(arg.value) == "locals" for arg in call.args):
        return call
    function = place.enclosing(cst.FunctionDef)
    names = _parameters(function) if function else []
    display = expression("{" + ", ".join(f'"{name}": {name}' for name in names) + "}")
    args = [arg.with_changes(value=display) if called(arg.value) == "locals" else arg for arg in call.args]
    return with_args(call, args)


def _parameters(function: cst.FunctionDef) -> list[str]:
    """Named parameters but `self`; the rest went by `**kwargs`, which is digested too."""
    given = [*function.params.posonly_params, *function.params.params, *function.params.kwonly_params]
    return [each.name.value for each in given if each.name.value != "self"]


RULES = {cst.Call: (written_out,)}
