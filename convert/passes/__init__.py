"""The passes over the tree, in their order. Public entry: `convert.passes.run`.

Each module holds the rules of one subject; all are applied in one traversal, bottom up, in the order given here.
"""

from __future__ import annotations

import ast

import libcst as cst

from convert.passes import (
    arguments,
    arrays,
    configs,
    frames,
    methods,
    names,
    nested,
    play,
    python2,
    ranges,
    scenes,
    standins,
    tex,
    whole_numbers,
)
from convert.passes.walk import walk
from convert.sheet import Sheet

RULES = (
    standins.RULES,
    python2.RULES,
    whole_numbers.RULES,
    frames.RULES,
    play.RULES,
    methods.RULES,
    ranges.RULES,
    arguments.RULES,
    names.RULES,
    tex.RULES,
    arrays.RULES,
    nested.RULES,
    scenes.RULES,
    configs.RULES,
)


def run(module: cst.Module, sheet: Sheet) -> cst.Module:
    """Apply every rule once."""
    sheet.static_configs = configs.plan(sheet.code, sheet)
    sheet.counts = whole_numbers.counts(ast.parse(sheet.code)) if sheet.gl else set()
    sheet.remainders = whole_numbers.remainders(ast.parse(sheet.code)) if sheet.gl else set()
    sheet.cameras = scenes.cameras(sheet.code, sheet)
    return walk(module, sheet, *RULES)
