"""The tables say what is true of the manim that is installed."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from convert.facts import manim
from convert.facts.keywords import CLASS_KEYWORDS, METHOD_KEYWORDS
from convert.facts.names import GL_NAMES, NAMES, OLD_CE_NAMES


def test_what_names_become_is_manimce() -> None:
    known = manim.exported() | {"config"}
    new = {name.split(".")[0] for table in (NAMES, OLD_CE_NAMES, GL_NAMES) for name in table.values()}
    assert {name for name in new if name.isidentifier()} <= known


def test_keywords_that_a_class_hands_on_are_known() -> None:
    assert "path_arc" in (manim.keywords("TransformMatchingTex") or ())
    assert "edge" in (manim.keywords("LaggedStartMap") or ())
    assert "nonsense" not in (manim.keywords("LaggedStartMap") or ())


def test_what_keywords_become_is_accepted() -> None:
    for (cls, _), new in CLASS_KEYWORDS.items():
        accepted = manim.keywords(cls)
        assert not new or accepted is None or new in accepted, (cls, new)
    for (method, _), new in METHOD_KEYWORDS.items():
        accepted = manim.method_keywords(method)
        assert not new or accepted is None or new in accepted, (method, new)


def test_no_row_renames_what_manimce_has() -> None:
    assert not set(NAMES) & manim.exported()
    assert not set(OLD_CE_NAMES) & manim.exported()


@pytest.mark.render
def test_the_facts_are_those_of_the_installed_manim() -> None:
    program = "import json; from convert.facts.generate import facts; print(json.dumps(facts(), sort_keys=True))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=120, check=True)
    kept = json.loads((manim.FILE).read_text(encoding="utf-8"))
    assert json.loads(done.stdout.splitlines()[-1]) == kept, "run python -m convert.facts.generate"
