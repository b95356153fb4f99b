"""`tulku corpus` from the outside, on a folder of made-up scenes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from api.cli import main
from core import settings as configuration
from tests.corpus.fakes import scene

QUICK = ("--probe-minutes", "0", "--no-judge", "--workers", "1")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("TULKU_HOME", str(tmp_path / "home"))
    configuration.settings.cache_clear()
    yield tmp_path / "home"
    configuration.settings.cache_clear()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "mine"
    place.mkdir()
    (place / "LICENSE").write_text("MIT License")
    for number in range(3):
        (place / f"{number}.py").write_text(scene(number))
    return place


def tulku(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["corpus", *arguments])


def test_build_then_look_then_share(folder: Path, tmp_path: Path) -> None:
    built = tulku("build", f"mine={folder}", f"gone={tmp_path}/gone", *QUICK)
    assert built.exit_code == 0, built.output
    assert f"gone: there is no folder {tmp_path}/gone" in built.output.replace("\n", " ").replace("  ", " ")
    assert "3 snippets in" in built.output
    counted = json.loads(tulku("stats", "--json").output)
    assert counted["snippets"] == 3 and counted["licences"] == {"MIT": 3}
    assert "sources: mine 3" in tulku("stats").output
    shown = json.loads(tulku("show", "scene1", "--json").output)
    assert shown["name"] == "Scene1" and shown["verified"] == "static"
    assert "class Scene1(Scene)" in tulku("show", shown["id"][:8]).output
    shared = tulku("export", str(tmp_path / "out"), "--validation", "0")
    assert "3 snippets, 3 + 0 conversations" in shared.output
    assert (tmp_path / "out" / "README.md").is_file()


def test_report_as_json(folder: Path) -> None:
    report = json.loads(tulku("build", f"mine={folder}", *QUICK, "--json").output)
    assert report["snippets"] == 3 and report["sources"][0]["new"] == 3
    assert json.loads(tulku("build", f"mine={folder}", *QUICK, "--json").output)["sources"][0]["new"] == 0


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("build", "nonsense", *QUICK), "no source 'nonsense'"),
        (("stats",), "there is no corpus"),
        (("show", "x"), "there is no corpus"),
        (("export", "out"), "there is no corpus"),
    ],
)
def test_errors_say_what_to_do(arguments: tuple[str, ...], says: str) -> None:
    failed = tulku(*arguments)
    assert failed.exit_code == 2
    assert says in failed.output


def test_unknown_snippet(folder: Path) -> None:
    tulku("build", f"mine={folder}", *QUICK)
    assert "no snippet 'nothing like it'" in tulku("show", "nothing like it").output
