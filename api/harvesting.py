"""Harvest by hand: the scenes of a Manim file, tried as they are, then looked through."""

from __future__ import annotations

import ast
import asyncio
from pathlib import Path
from typing import Any

from components_cache.admission.admit import Verdict
from components_cache.extraction import naming
from components_cache.extraction.extract import may_be_taken
from components_cache.harvest import harvest
from components_cache.origin import Origin
from core.database import Database
from core.errors import BadInput, NotMade
from core.scene import SceneCode


async def harvest_file(file: Path, scene: str | None, licence: str, farm: Any, database: Database) -> list[Verdict]:
    """Verdicts on all pieces of one scene, or of all scenes of a file that run. Raises `BadInput`, `NotMade`."""
    if not may_be_taken(licence):
        advice = "components are taken from code whose licence lets its parts be used elsewhere"
        raise BadInput(f"{file} is under {licence}", advice=advice)
    try:
        code = file.read_text(encoding="utf-8")
        tree = ast.parse(code)
    except (UnicodeDecodeError, SyntaxError, ValueError) as error:
        raise BadInput(f"{file} is no Python file: {error}") from error
    run = await asyncio.to_thread(farm.probe, code, scene)
    names = [scene] if scene else list(run.scenes)
    if not names:
        problem = run.error.message if run.error else "it has no scene"
        raise NotMade(f"{file}: {problem}", advice="only scenes that run give components")
    docs = {node.name: ast.get_docstring(node) or "" for node in tree.body if isinstance(node, ast.ClassDef)}
    verdicts: list[Verdict] = []
    for name in names:
        ran = run if scene else await asyncio.to_thread(farm.probe, code, name)
        if ran.error:
            verdicts.append(Verdict(name, "act", "dropped", f"its scene fails: {ran.error.kind}", ran.error.message))
            continue
        title = naming.title(naming.spoken(name))
        origin = Origin("file", str(file.absolute()), name, title, docs.get(name, ""), licence=licence)
        verdicts += await harvest(SceneCode(code, name), origin, farm=farm, database=database)
    return verdicts
