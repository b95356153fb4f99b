# one program per line reads better than a broken one
"""Machines and folders that the farm refuses to work with."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.settings import Settings
from render import guards
from render.farm import Farm

pytestmark = pytest.mark.render


def test_unguarded_machine_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from core.errors import FarmError

    state = dict.fromkeys(guards.LAYERS, "missing")
    monkeypatch.setattr(guards, "bubblewrap", lambda: "")
    monkeypatch.setattr(guards, "survey", lambda: state)
    settings = Settings(home=tmp_path / "h", runtime=tmp_path / "r")  # pyright: ignore[reportCallIssue]
    with pytest.raises(FarmError, match="no sandbox"):
        Farm.connect(settings=settings)


def test_someone_elses_runtime_folder_is_refused(tmp_path: Path) -> None:
    from core.errors import FarmError

    (tmp_path / "r").symlink_to(tmp_path)
    settings = Settings(home=tmp_path / "h", runtime=tmp_path / "r")  # pyright: ignore[reportCallIssue]
    with pytest.raises(FarmError, match="somebody else"):
        Farm.connect(settings=settings)
