"""`tulku fix`: what it asks, shows, writes, and how it exits; and what the warm process answers."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from api.fixing import fixed
from core.errors import BadInput
from core.run import RunResult, SceneError
from core.settings import settings
from render.policy import check
from tests.api.test_cli import Answers, run

BROKEN = "from manim import *\n\nclass S(Scene):\n    def construct(self):\n        self.play(Crete(Dot()))\n"
GOOD = BROKEN.replace("Crete", "Create")
ERROR = {"kind": "import", "message": "NameError: name 'Crete' is not defined", "line": 5}


def told(status: str, code: str, **more: Any) -> dict[str, Any]:
    mend = {"id": "name.misspelt", "why": "`Crete` is spelt `Create` in manim", "error": ERROR, "diff": ""}
    mends = [mend] if status == "fixed" else []
    result = {"status": status, "code": code, "diff": "-a\n+b\n" if mends else "", "mends": mends, "error": None}
    return {"result": result | {"tried": [], "attempts": 1, "seconds": 0.1, "out": None} | more}


@pytest.fixture
def script(tmp_path: Path) -> Path:
    path = tmp_path / "s.py"
    path.write_text(BROKEN)
    return path


def test_a_fixed_script_is_shown_as_a_difference_with_reasons(monkeypatch: pytest.MonkeyPatch, script: Path) -> None:
    answers = Answers(told("fixed", GOOD))
    result = run(monkeypatch, answers, "fix", str(script))
    assert result.exit_code == 0 and result.stdout == "-a\n+b\n"
    assert "line 5: NameError" in result.stderr and "is spelt `Create`" in result.stderr
    assert answers.request == {"do": "fix", "code": BROKEN, "scene": None, "name": "s.py", "layout": False}
    assert script.read_text() == BROKEN


def test_out_and_in_place_write_what_was_fixed(monkeypatch: pytest.MonkeyPatch, script: Path, tmp_path: Path) -> None:
    out = tmp_path / "deep" / "out.py"
    assert run(monkeypatch, Answers(told("fixed", GOOD)), "fix", str(script), "-o", str(out)).exit_code == 0
    assert out.read_text() == GOOD and script.read_text() == BROKEN
    assert run(monkeypatch, Answers(told("fixed", GOOD)), "fix", str(script), "--in-place").exit_code == 0
    assert script.read_text() == GOOD


def test_a_script_that_works_is_copied_byte_for_byte(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    script, out = tmp_path / "s.py", tmp_path / "o.py"
    script.write_bytes("\ufefffrom manim import *\r\n# é".encode())
    result = run(monkeypatch, Answers(told("works", "x")), "fix", str(script), "-o", str(out))
    assert result.exit_code == 0 and out.read_bytes() == script.read_bytes()
    assert "nothing was changed" in result.stderr


def test_what_cannot_be_fixed_ends_with_three_and_writes_nothing(
    monkeypatch: pytest.MonkeyPatch, script: Path, tmp_path: Path
) -> None:
    stuck = told("stuck", BROKEN, error=ERROR, tried=["name.misspelt"])
    result = run(monkeypatch, Answers(stuck), "fix", str(script), "-o", str(tmp_path / "o.py"))
    assert result.exit_code == 3 and not (tmp_path / "o.py").exists()
    assert "line 5" in result.stderr and "name.misspelt" in result.stderr
    as_json = run(monkeypatch, Answers(stuck), "fix", str(script), "--json")
    assert as_json.exit_code == 3 and json.loads(as_json.stdout)["error"]["line"] == 5


@pytest.mark.parametrize("data", [b"", b"  \n", b"\xff\xfe"])
def test_what_is_no_script_is_bad_input(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, data: bytes) -> None:
    script = tmp_path / "s.py"
    script.write_bytes(data)
    assert run(monkeypatch, Answers(), "fix", str(script)).exit_code == 2


def test_two_places_to_write_to_are_bad_input(monkeypatch: pytest.MonkeyPatch, script: Path) -> None:
    assert run(monkeypatch, Answers(), "fix", str(script), "-o", "x.py", "--in-place").exit_code == 2


class PickyFarm:
    """Code that says `Crete` fails; everything else runs."""

    def probe(self, code: str, scene: str | None, **options: Any) -> RunResult:
        if "Crete" not in code:
            return RunResult("ok")
        error = SceneError("import", ERROR["message"], 5, '  File "scene.py", line 5, in construct')
        return RunResult("error", error=error)


@pytest.fixture
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TULKU_HOME", str(tmp_path))
    settings.cache_clear()


@pytest.mark.usefixtures("own_home")
def test_the_warm_process_mends_and_says_why() -> None:
    events: list[dict[str, Any]] = []
    answer = fixed({"code": BROKEN, "name": "s.py"}, PickyFarm(), events.append)
    assert answer["status"] == "fixed" and answer["code"] == GOOD
    assert "-        self.play(Crete(Dot()))" in answer["diff"] and "+++ b/s.py" in answer["diff"]
    assert [mend["id"] for mend in answer["mends"]] == ["name.misspelt"]
    assert answer["mends"][0]["error"]["message"] == ERROR["message"]
    assert events[0]["stage"] == "repair"


class GuardedFarm:
    """Refuses what the policy of the sandbox refuses; everything else runs."""

    def probe(self, code: str, scene: str | None, **options: Any) -> RunResult:
        error = check(code)
        return RunResult("error", error=error) if error else RunResult("ok")


@pytest.mark.usefixtures("own_home")
def test_what_only_the_sandbox_refuses_is_no_fault_of_a_script() -> None:
    working = f"import os\n{GOOD}"
    answer = fixed({"code": working}, GuardedFarm(), lambda event: None)
    assert (answer["status"], answer["code"], answer["mends"]) == ("works", working, [])
    absent = f"import manim_slides\n{GOOD}"
    assert fixed({"code": absent}, GuardedFarm(), lambda event: None)["code"] != absent


@pytest.mark.usefixtures("own_home")
def test_line_ends_stay_as_they_were() -> None:
    answer = fixed({"code": BROKEN.replace("\n", "\r\n")}, PickyFarm(), lambda event: None)
    assert answer["code"] == GOOD.replace("\n", "\r\n")


def test_a_scene_that_is_not_there_is_bad_input() -> None:
    with pytest.raises(BadInput, match="Nobody"):
        fixed({"code": BROKEN, "scene": "Nobody"}, PickyFarm(), lambda event: None)
