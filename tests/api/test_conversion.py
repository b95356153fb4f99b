"""`tulku convert`: what it writes, what it says, how it exits."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

from api.cli import main
from tests.convert.snippets import CE, scene


def run(*arguments: str):
    return CliRunner().invoke(main, ["convert", *arguments])


def test_the_converted_file_is_written(tmp_path: Path) -> None:
    file, out = tmp_path / "a.py", tmp_path / "out" / "b.py"
    file.write_text(scene("self.play(ShowCreation(Circle()))"))
    result = run(str(file), "-o", str(out))
    assert result.exit_code == 0
    assert "self.play(Create(Circle()))" in out.read_text()


def test_without_a_target_the_code_is_all_of_the_output(tmp_path: Path) -> None:
    file = tmp_path / "a.py"
    file.write_text(scene("self.wait()", header=CE))
    assert run(str(file)).stdout == file.read_text()


def test_json_says_what_happened(tmp_path: Path) -> None:
    file = tmp_path / "a.py"
    file.write_text(scene("c = Circle(gloss=1)"))
    answer = json.loads(run(str(file), "Demo", "--json").stdout)
    assert (answer["scenes"], answer["dialect"], answer["impossible"]) == (["Demo"], "gl", {})
    assert [note["code"] for note in answer["notes"] if note["severity"] == "lost"] == ["keyword"]


@pytest.mark.parametrize(
    ("code", "scenes", "exit_code"),
    [
        ("x = (", (), 2),
        (scene("pass"), ("Other",), 2),
        (scene("self.set_color_by_code('x')"), ("Demo",), 3),
        (scene("pass"), ("Demo",), 0),
    ],
)
def test_exit_codes(tmp_path: Path, code: str, scenes: tuple[str, ...], exit_code: int) -> None:
    file = tmp_path / "a.py"
    file.write_text(code)
    assert run(str(file), *scenes, "-o", str(tmp_path / "b.py")).exit_code == exit_code


def test_what_is_not_possible_gets_no_check_mark(tmp_path: Path) -> None:
    file = tmp_path / "a.py"
    file.write_text(scene("self.set_color_by_code('x')"))
    shown = run(str(file), "-o", str(tmp_path / "b.py")).output
    assert "not possible Demo: glsl_shader" in shown and "✗" in shown and "✓" not in shown


def test_text_that_is_not_utf8_is_bad_input(tmp_path: Path) -> None:
    file = tmp_path / "a.py"
    file.write_bytes(b"x = '\xff'\n")
    assert run(str(file)).exit_code == 2


def test_a_folder_is_only_taken_with_verify(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run(str(tmp_path)).exit_code == 2
    asked: list[list[str]] = []

    def started(command: list[str], check: bool) -> subprocess.CompletedProcess[bytes]:
        asked.append(command[1:])
        return subprocess.CompletedProcess(command, 0)

    monkeypatch.setattr(subprocess, "run", started)
    report = tmp_path / "out.html"
    assert (
        run(str(tmp_path), "--verify", "--report", str(report), "--sample", "3", "--years", "2020-2021").exit_code == 0
    )
    (command,) = asked
    assert command[:6] == ["-m", "eval.conversion", "--root", str(tmp_path), "--sample", "3"]
    assert command[6:] == ["--seed", "1", "--years", "2020-2021", "--render", "--report", str(report)]
