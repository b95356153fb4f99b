"""`tulku components` from the outside: lists, shows, exports, imports, revokes, and says what is wrong."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from api.cli import main
from components_cache.admission.admit import Gate
from components_cache.origin import Origin
from components_cache.store.meaning import bring_in_line
from components_cache.store.store import Store
from core.database import opened
from tests.components_cache.conftest import own_home
from tests.components_cache.extraction.scenes import BLOCK
from tests.components_cache.fakes import FakeFarm, ring

__all__ = ["own_home"]


@pytest.fixture(autouse=True)
def filled(own_home: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A store with one component; returns its id."""
    monkeypatch.setattr("api.commands.components._farm", FakeFarm)

    async def fill() -> str:
        async with opened() as database:
            origin = Origin("wish", "run1", "Rings", wish="some [rings]", licence="MIT")
            verdict = await Gate(FakeFarm(), Store(database)).pass_through(ring(), origin)
            await bring_in_line(Store(database))
            return verdict.id

    return asyncio.run(fill())


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["components", *arguments])


def said(*arguments: str) -> Any:
    result = run(*arguments, "--json")
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def test_it_lists_shows_and_searches(filled: str) -> None:
    assert [entry["id"] for entry in said("list")["components"]] == [filled]
    assert "ring_row" in run("list").output and "1 admitted" in run("list").output
    full = said("show", filled[:6])
    assert full["origins"][0]["wish"] == "some [rings]" and full["schema"]["properties"]["count"]["maximum"] == 6
    assert "some [rings]" in run("show", "ring_row").output
    assert said("search", "rings")["components"][0]["id"] == filled


def test_export_revoke_import(filled: str, tmp_path: Path) -> None:
    file = tmp_path / "all.jsonl"
    assert said("export", str(file)) == {"written": 1, "kept_back": 0, "file": str(file)}
    assert said("revoke", "--wish", "some [rings]")["revoked"] == {filled: "ring_row"}
    assert said("list")["components"] == []
    (verdict,) = said("import", str(file))["verdicts"]
    assert (verdict["state"], verdict["reason"]) == ("known", "revoked before")


def test_verify_proves_again(filled: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run("verify").exit_code == 0
    monkeypatch.setattr("api.commands.components._farm", lambda: FakeFarm(lambda code: "gone"))
    result = run("verify", "ring_row")
    assert result.exit_code == 4 and "✗ ring_row" in result.output
    assert said("list", "--state", "demoted")["components"][0]["id"] == filled


def test_add_looks_through_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "scene.py").write_text(BLOCK)
    states = {v["shape"]: v["state"] for v in said("add", str(tmp_path / "scene.py"), "DotsInARow")["verdicts"]}
    assert states["block"] == "admitted"
    assert "pieces are components now" in run("add", str(tmp_path / "scene.py"), "DotsInARow").output


def test_the_gallery_is_one_file(tmp_path: Path) -> None:
    assert run("gallery", str(tmp_path / "page.html")).exit_code == 0
    assert "A row of rings" in (tmp_path / "page.html").read_text()


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("show", "nothing"), 2),
        (("revoke",), 2),
        (("search", " "), 2),
        (("import", "/does/not/exist"), 2),
        (("list", "--state", "odd"), 2),
    ],
)
def test_what_is_wrong_is_bad_input(arguments: tuple[str, ...], code: int) -> None:
    assert run(*arguments).exit_code == code


def test_a_file_under_a_licence_that_forbids_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "scene.py").write_text(BLOCK)
    result = run("add", str(tmp_path / "scene.py"), "--licence", "CC-BY-NC-SA-4.0")
    assert result.exit_code == 2 and "CC-BY-NC-SA-4.0" in result.output


def test_a_file_that_is_no_python_is_bad_input(tmp_path: Path) -> None:
    (tmp_path / "x.py").write_text("class X(")
    result = run("add", str(tmp_path / "x.py"))
    assert result.exit_code == 2 and "no Python file" in result.output
