"""`tulku eval` and what cannot be done: one line that says why, and nothing is made for it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from api.commands.evaluate import evaluate
from render.farm import Farm


@pytest.fixture
def suite(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A suite of one wish; there is no farm, so nothing can be made."""
    monkeypatch.setattr(Farm, "connect", lambda: None)
    file = tmp_path / "one.json"
    file.write_text(json.dumps({"shapes": [{"wish": "draw a red circle"}]}))
    return file


def told(*arguments: str | Path) -> Result:
    return CliRunner().invoke(evaluate, [str(argument) for argument in arguments])


def test_a_folder_that_cannot_be_written_is_said_before_anything_is_made(suite: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    done = told(suite, "--out", tmp_path / "file" / "reports")
    assert done.exit_code == 2 and "cannot be written" in done.output and "--out" in done.output


@pytest.mark.parametrize("text", ["", "[1, 2]", "{}", "\x00\x01", '{"form": 99}'])
def test_what_is_no_result_is_not_compared(tmp_path: Path, text: str) -> None:
    file = tmp_path / "old.json"
    file.write_text(text)
    done = told("--compare", file, file)
    assert done.exit_code == 2 and "is no result of tulku eval" in done.output


def test_parts_and_groups_that_there_are_none_of_are_said(suite: Path) -> None:
    for arguments, said in ((("--ablate", "magic"), "no part magic"), (("--group", "magic"), "no group magic")):
        done = told(suite, *arguments)
        assert done.exit_code == 2 and said in done.output
