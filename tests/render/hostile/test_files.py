# ruff: noqa: E501  # one program per line reads better than a broken one
"""Attacks on files: secrets, writes outside, other jobs, links, formulas."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from render import guards
from tests.render.conftest import scene
from tests.render.hostile.arena import REFUSED, Arena, settles

pytestmark = pytest.mark.render


def test_read_a_secret_file(arena: Arena, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("the crown jewels")
    secret.chmod(0o644)
    for path in (
        secret,
        "/etc/passwd",
        "/etc/shadow",
        Path.home() / ".bashrc",
        "/proc/1/environ",
        "/proc/self/environ",
    ):
        said = arena.said(f"raise ValueError(open({str(path)!r}).read())")
        assert said.startswith(REFUSED), said


def test_list_the_users_files(arena: Arena) -> None:
    for path in (Path.home(), "/", "/home", "/etc", "/proc", Path(__file__).parent):
        said = arena.said(f"raise ValueError(os.listdir({str(path)!r}))")
        assert said.startswith(REFUSED), (path, said)


def test_write_outside(arena: Arena, tmp_path: Path) -> None:
    open_to_all = tmp_path / "open"
    open_to_all.mkdir()
    for folder in (tmp_path, tmp_path.parent, open_to_all):
        folder.chmod(0o777)
    for path in (
        open_to_all / "x",
        "/tmp/tulku-was-here",
        arena.jobs / "x",
        arena.jobs.parent / "cache" / "x",
        guards.__file__,
    ):
        said = arena.said(f"open({str(path)!r}, 'a').write('x')\nraise ValueError('written')")
        assert said.startswith(REFUSED), (path, said)
    assert not (open_to_all / "x").exists()
    assert not Path("/tmp/tulku-was-here").exists()


def test_read_another_jobs_folder(arena: Arena) -> None:
    victim = scene("open('private', 'w').write('mine')\ntime.sleep(1.5)", head="import time")
    worker = threading.Thread(
        target=lambda: arena.farm._run(
            arena.farm._request(victim, "S", {"width": 854, "height": 480, "fps": 15}, 10, None, 0) | {"policy": False},
            None,
            None,
            None,
        )
    )
    worker.start()
    assert settles(lambda: bool(list(arena.jobs.glob("job-*/private"))))
    path = str(next(arena.jobs.glob("job-*/private")))
    for body in (f"raise ValueError(open({path!r}).read())", f"raise ValueError(os.listdir({str(arena.jobs)!r}))"):
        assert arena.said(body).startswith("PermissionError")
    assert arena.said(f"open({path!r}, 'w')").startswith("PermissionError")
    assert arena.said(f"os.link({path!r}, 'mine')").startswith(("PermissionError", "OSError"))
    worker.join()


def test_symlink_escape(arena: Arena, tmp_path: Path) -> None:
    assert arena.said("os.symlink('/etc/passwd', 'p')\nraise ValueError(open('p').read())").startswith(REFUSED)
    target = tmp_path / "victim"
    target.write_text("precious")
    target.chmod(0o666)
    out = tmp_path / "out"
    body = (
        f"self.play(Create(Circle()))\nos.symlink({str(target)!r}, 'video.mp4')\n"
        "os.symlink('/etc/passwd', 'poster.png')\nos.symlink('/etc', 'tex2')"
    )
    result = arena.attack(body, out=out)
    assert target.read_text() == "precious"
    for path in out.glob("*"):
        assert not path.is_symlink()
        assert b"root:" not in path.read_bytes()
    assert result.video is None or result.video.read_bytes()[4:8] == b"ftyp"


def test_results_that_are_links_are_left_behind(arena: Arena, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("the crown jewels")
    body = (
        "import json\nfor name, path in (('video.mp4', SECRET), ('poster.png', '/etc/passwd')):\n    os.symlink(path, name)\n"
        "os.mkfifo if False else None\n"
        "result = {'scene': 'S', 'scenes': [], 'report': {'head': ['S', 1, '#000000', False], 'moments': [], 'boxes': []},"
        " 'timings': [], 'files': {'video': 'video.mp4', 'poster': 'poster.png', 'contact_sheet': '../../x'}}\n"
        "handle = 3\nimport stat\n"
        "for h in range(3, 100):\n    try:\n        if stat.S_ISSOCK(os.fstat(h).st_mode): handle = h\n"
        "    except OSError: pass\n"
        "os.write(handle, json.dumps({'result': result}).encode() + b'\\n')\nos._exit(0)"
    ).replace("SECRET", repr(str(secret)))
    result = arena.attack(body, out=tmp_path / "out")
    assert result.video is None
    assert result.poster is None
    assert not list((tmp_path / "out").glob("*"))


@pytest.mark.parametrize(
    "formula",
    [
        r"\input{/etc/passwd}",
        r"\input{|id}",
        r"\immediate\write18{touch /tmp/tulku-tex}x",
        r"\openin5=/etc/passwd \ifeof5 \undefinedA \else \read5 to \x \x \fi",
        r"\special{psfile=/etc/passwd}\undefinedB",
        r"\immediate\openout5=/tmp/tulku-tex \immediate\write5{x}\immediate\closeout5 \undefinedC",
        r"\immediate\openout5=../tulku-tex \immediate\write5{x}\immediate\closeout5 \undefinedC",
        r"\loop\iftrue\repeat",
    ],
)
def test_tex_reads_writes_and_runs_nothing(arena: Arena, formula: str, monkeypatch: pytest.MonkeyPatch) -> None:
    result = arena.attack(f"raise ValueError(open(MathTex(r'''{formula}''').file_name).read())", timeout=2)
    assert result.error is not None
    shown = result.error.message + result.error.latex_log
    assert "root:" not in shown
    assert "uid=" not in shown
    assert not Path("/tmp/tulku-tex").exists()
    assert not list(arena.jobs.glob("tulku-tex*"))


def test_formula_cache_cannot_be_poisoned(arena: Arena) -> None:
    cache = arena.jobs.parent / "cache" / "tex"
    formula = "x_{17}+y_{42}"
    body = (
        f"cache = {str(cache)!r}\nfor name in ['a' * 64 + '.svg']:\n    try:\n        open(cache + '/' + name, 'w').write('<svg/>')\n"
        f"    except OSError:\n        pass\nm = MathTex(r'{formula}')\n"
        "for root, _, names in os.walk('.'):\n    for name in names:\n        if name.endswith('.svg'):\n"
        "            open(os.path.join(root, name), 'w').write('<svg></svg>')\nself.add(m)\nself.wait(0.1)"
    )
    assert arena.attack(body).ok
    report = arena.farm.probe(scene(f"self.add(MathTex(r'{formula}'))\nself.wait(0.1)"), "S").report
    assert report is not None
    assert report.moments[0].boxes[0].width > 1
    assert all(
        path.name.startswith(tuple("0123456789abcdef")) and "a" * 64 not in path.name for path in cache.iterdir()
    )
