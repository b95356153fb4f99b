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


@pytest.mark.parametrize("text", ["", "[1, 2]", "{}", "\x00\x01", '{"form": 99}', '{"form": 1}', "[" * 20_000])
def test_what_is_no_result_is_not_compared(tmp_path: Path, text: str) -> None:
    file = tmp_path / "old.json"
    file.write_text(text)
    done = told("--compare", file, file)
    assert done.exit_code == 2 and "is no result of tulku eval" in done.output


def test_parts_and_groups_that_there_are_none_of_are_said(suite: Path) -> None:
    for arguments, said in ((("--ablate", "magic"), "no part magic"), (("--group", "magic"), "no group magic")):
        done = told(suite, *arguments)
        assert done.exit_code == 2 and said in done.output


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("empty.json", b"", "cannot be read"),
        ("list.json", b"[]", "no shape of a suite"),
        ("none.json", b'{"g": []}', "no shape of a suite"),
        ("blank.json", b'{"g": [{"wish": "  "}]}', "no shape of a suite"),
        ("binary.json", bytes(range(256)), "cannot be read"),
        ("binary.parquet", bytes(range(256)), "cannot be read"),
        ("binary.csv", bytes(range(256)), "cannot be read"),
        ("long.csv", b"prompt,code\n" + b"x" * 200_000 + b",1\n", "cannot be read"),
        ("deep.json", b"[" * 20_000, "nested too deeply"),
        ("deep.yaml", b"[" * 3_000, "nested too deeply"),
        ("odd.json", b'{"g": [{"wish": "a circle", "texts": 5}]}', "`texts` of the wish"),
        ("words.txt", b"a circle", "no file of a suite"),
    ],
)
def test_what_is_no_suite_is_said(tmp_path: Path, name: str, data: bytes, said: str) -> None:
    (tmp_path / name).write_bytes(data)
    done = told(tmp_path / name)
    assert done.exit_code == 2 and said in done.output and "Traceback" not in done.output


def test_numbers_that_cannot_be_are_said(suite: Path) -> None:
    for option, value in (("--trials", "0"), ("--jobs", "0"), ("--limit", "-1"), ("--quality", "ultra")):
        assert told(suite, option, value).exit_code == 2
