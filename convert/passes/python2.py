"""Python-2-isms: what does not parse today is mended by fissix, what parses but means something else by rules."""

from __future__ import annotations

import ast
import warnings

import libcst as cst

from convert.passes.syntax import called, expression
from convert.passes.walk import Place

# fissix's fixers that make old syntax parse; those that only rename things are rules of ours
_FIXERS = (
    "print",
    "except",
    "raise",
    "exec",
    "ne",
    "repr",
    "tuple_params",
    "numliterals",
    "has_key",
    "unicode",
    "long",
    "xrange",
)


def parses(code: str) -> bool:
    """Whether today's Python reads it."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", SyntaxWarning)  # "\p" in a formula is how most people write TeX
        warnings.simplefilter("ignore", DeprecationWarning)
        try:
            ast.parse(code)
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            return False
    return True


def mend(code: str) -> tuple[str, list[str]]:
    """Code that parses, if Python 2 could read it; unchanged where it parses already or cannot be mended."""
    if parses(code):
        return code, []
    mended = _fixed(code.expandtabs(8) if "\t" in code else code)
    if mended is None or not parses(mended):
        return code, []
    return mended, ["Python 2 syntax was brought up to date"]


def _fixed(code: str) -> str | None:
    from fissix.pgen2.parse import ParseError
    from fissix.pgen2.tokenize import TokenError
    from fissix.refactor import RefactoringTool

    tool = RefactoringTool([f"fissix.fixes.fix_{name}" for name in _FIXERS])
    try:
        return str(tool.refactor_string(code if code.endswith("\n") else code + "\n", "<code>"))
    except (ParseError, TokenError, RecursionError, SyntaxError, KeyError, AssertionError, AttributeError):
        return None


_NAMES = {"xrange": "range", "unicode": "str", "basestring": "str", "long": "int", "raw_input": "input", "izip": "zip"}
_MODULE_ATTRIBUTES = {
    ("it", "izip"): "zip",
    ("it", "imap"): "map",
    ("it", "ifilter"): "filter",
    ("it", "izip_longest"): "it.zip_longest",
    ("string", "letters"): "string.ascii_letters",
    ("string", "lowercase"): "string.ascii_lowercase",
    ("string", "uppercase"): "string.ascii_uppercase",
    ("np", "float"): "float",
    ("np", "int"): "int",
    ("np", "bool"): "bool",
    ("np", "object"): "object",
    ("np", "complex"): "complex",
    ("np", "float_"): "np.float64",
    ("np", "product"): "np.prod",
    ("np", "cumproduct"): "np.cumprod",
    ("np", "Inf"): "np.inf",
    ("np", "infty"): "np.inf",
    ("np", "NaN"): "np.nan",
    ("np", "in1d"): "np.isin",
    ("np", "row_stack"): "np.vstack",
    ("np", "trapz"): "np.trapezoid",
    ("np", "alltrue"): "np.all",
    ("np", "sometrue"): "np.any",
    ("np", "round_"): "np.round",
    ("fractions", "gcd"): "math.gcd",
    ("string", "maketrans"): "str.maketrans",
    ("time", "clock"): "time.perf_counter",
    ("inspect", "getargspec"): "inspect.getfullargspec",
}
_ONCE_LISTS = frozenset({"map", "filter", "zip"})
_ITERATED = frozenset(
    {"list", "tuple", "set", "sorted", "sum", "dict", "zip", "map", "max", "min", "any", "all", "enumerate", "reversed"}
)


def old_name(name: cst.Name, place: Place) -> cst.BaseExpression:
    """`xrange` → `range` and the like."""
    parent = place.parent
    if name.value not in _NAMES or place.sheet.own(name.value):
        return name
    if (isinstance(parent, cst.Attribute) and parent.attr is place.original) or (
        isinstance(parent, cst.Arg) and parent.keyword
    ):
        return name
    place.note("info", "python2", f"{name.value} is {_NAMES[name.value]} in Python 3")
    return name.with_changes(value=_NAMES[name.value])


def old_attribute(node: cst.Attribute, place: Place) -> cst.BaseExpression:
    """`string.letters`, `np.float`: names that Python and NumPy have dropped."""
    if not isinstance(node.value, cst.Name):
        return node
    new = _MODULE_ATTRIBUTES.get((node.value.value, node.attr.value))
    if not new:
        return node
    place.note("info", "python2", f"{node.value.value}.{node.attr.value} is {new} today")
    return expression(new)


def as_list(call: cst.Call, place: Place) -> cst.Call:
    """`map(f, xs)[0]`, `len(zip(a, b))`, `names = filter(…)`: lists in Python 2, read once only in Python 3."""
    if (
        called(call) not in _ONCE_LISTS
        or place.sheet.own(called(call))
        or place.sheet.dialect not in ("old_gl", "ancient")
    ):
        return call
    if not _kept(place):
        return call
    return cst.Call(cst.Name("list"), [cst.Arg(call.with_changes(lpar=[], rpar=[]))], lpar=call.lpar, rpar=call.rpar)


def _kept(place: Place) -> bool:
    """Whether the result is kept, indexed or added to, rather than run through once."""
    parent = place.parent
    match parent:
        case (
            cst.Assign() | cst.BinaryOperation() | cst.Subscript() | cst.DictElement() | cst.Return() | cst.AnnAssign()
        ):
            return True
        case cst.Arg(star=""):
            outer = place.stack[-2] if len(place.stack) > 1 else None
            return called(outer) not in _ITERATED
        case _:
            return False


RULES = {cst.Call: (as_list,), cst.Name: (old_name,), cst.Attribute: (old_attribute,)}
