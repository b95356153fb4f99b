"""Every source is read, and one that cannot be says so."""

from __future__ import annotations

import io
import json
import subprocess
import tarfile
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from core.component import Component
from core.errors import BadInput, SourceError
from core.scene import SceneCode
from corpus.clean.convert_step import has_own_imports
from corpus.sources import sdist
from corpus.sources.choose import DEFAULTS, choose
from corpus.sources.datasets import Dataset, recognise
from corpus.sources.docstring import examples, prose
from corpus.sources.folder import Folder
from corpus.sources.installed import exported_names
from corpus.sources.library import Library
from corpus.sources.manim_api import ManimApi, api
from corpus.sources.manim_docs import ManimDocs
from corpus.sources.repository import is_url, licence_of
from corpus.sources.runs import Runs
from corpus.sources.sdist import SourceDistribution
from corpus.sources.videos import Videos, belongs
from tests.corpus.fakes import scene

MIT = "MIT License\n\nPermission is hereby granted, free of charge, to any person"


def git(folder: Path, *arguments: str) -> str:
    command = ["git", "-c", "user.name=a", "-c", "user.email=a@example.com", "-C", str(folder), *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a scene, a notebook, Markdown, data that is no scene, and a virtual environment."""
    place = tmp_path / "mine"
    for name, text in {
        "LICENSE": MIT,
        "a/first.py": scene(1),
        "notes.py": "print('nothing to see')\n",
        "venv/lib/manim.py": scene(2),
        "read.md": f"# Shapes\n\nThis draws a shape.\n\n```python\n{scene(3)}```\n\n```sh\nmanim x\n```\n",
        "book.ipynb": json.dumps(
            {
                "cells": [
                    {"cell_type": "markdown", "source": ["# Title\n", "About shapes."]},
                    {"cell_type": "code", "source": ["from manim import *\n"]},
                    {"cell_type": "code", "source": "%%manim -qm Scene4\n" + scene(4)},
                    {"cell_type": "code", "source": "this is (not code"},
                ]
            }
        ),
    }.items():
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        (place / name).write_text(text)
    return place


def test_docstring_examples() -> None:
    text = (
        "Draws it.\n\nExamples\n--------\nA big one:\n\n.. manim:: Big\n    :save_last_frame:\n\n"
        "    class Big(Scene):\n        pass\n\n.. manim:: Small\n\n    >>> class Small(Scene):\n    ...     pass\n"
        "    >>> 1\n    1\n\nSee :class:`~.Circle`."
    )
    found = examples(text)
    assert [(one.name, one.code) for one in found] == [
        ("Big", "class Big(Scene):\n    pass"),
        ("Small", "class Small(Scene):\n    pass\n1"),
    ]
    assert found[0].prose.endswith("A big one:")
    assert prose(text) == "Draws it.\n\nA big one:\n\nSee Circle."


def test_installed_examples_and_reference() -> None:
    found = list(ManimDocs().documents())
    assert len(found) > 300
    assert all(document.snippet.licence == "MIT" and document.snippet.commit for document in found)
    entries = {entry.name: entry for entry in api()}
    circle = entries["manim.mobject.geometry.arc.Circle"]
    assert circle.code.startswith("Circle(radius: float | None=None")
    assert "manim.mobject.mobject.Mobject.next_to" in entries
    assert all(document.form == "entry" for document in ManimApi().documents())
    assert {"Circle", "RED", "np", "config", "rate_functions"} <= exported_names()
    assert "ShowCreation" not in exported_names()


def test_folder(folder: Path) -> None:
    found = {document.snippet.path: document for document in Folder("mine", folder).documents()}
    assert set(found) == {"a/first.py", "book.ipynb", "read.md"}
    assert all(document.snippet.licence == "MIT" for document in found.values())
    assert found["read.md"].snippet.title == "Shapes"
    assert found["read.md"].snippet.description == "This draws a shape."
    assert found["book.ipynb"].snippet.description == "About shapes."
    assert found["book.ipynb"].snippet.notes == ("1 cells of the notebook cannot be read",)
    assert "%%manim" not in found["book.ipynb"].snippet.code
    assert found["a/first.py"].root == str(folder) and found["a/first.py"].file == "a/first.py"


def test_the_source_of_manim_itself_is_no_scene(folder: Path) -> None:
    assert has_own_imports(str(folder))
    has_own_imports.cache_clear()
    for path in ("manimlib/__init__.py", "manimlib/mobject/circle.py", "manimlib/scene/shown.py", "manim/own.py"):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(scene(5))
    found = {document.snippet.path for document in Folder("mine", folder).documents()}
    assert found == {"a/first.py", "book.ipynb", "read.md", "manim/own.py"}
    assert not has_own_imports(str(folder)) and not has_own_imports("")


def test_a_repository_knows_its_commit_also_from_a_part_of_it(folder: Path, tmp_path: Path) -> None:
    git(folder, "init", "-q")
    git(folder, "add", ".")
    git(folder, "commit", "-q", "-m", "one")
    part = next(iter(Folder("part", folder / "a").documents()))
    assert part.snippet.commit == git(folder, "rev-parse", "HEAD")
    assert part.snippet.path == "a/first.py" and part.root == str(folder)
    cloned = Folder("cloned", url=f"file://{folder}", clones=tmp_path / "clones")
    assert {document.snippet.commit for document in cloned.documents()} == {part.snippet.commit}


def test_what_changes_beside_a_file_changes_its_context(folder: Path, tmp_path: Path) -> None:
    before = next(iter(Folder("mine", folder).documents())).context
    other = tmp_path / "other"
    folder.rename(other)
    (other / "helper.py").write_text("x = 1\n")
    assert next(iter(Folder("mine", other).documents())).context != before


def test_videos_know_their_year(tmp_path: Path) -> None:
    for path in ("manim_imports_ext.py", "_2019/diffyq/part1/pi.py", "outside_videos/one.py"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(scene(1))
    source = choose((f"videos={tmp_path}",), home=tmp_path)[0]
    assert isinstance(source, Videos)
    found = {document.snippet.path: document.snippet for document in source.documents()}
    pi = found["_2019/diffyq/part1/pi.py"]
    assert (pi.year, pi.video, pi.licence, pi.dialect) == (2019, "2019/diffyq", "CC-BY-NC-SA-4.0", "gl")
    assert belongs("_2018/fourier.py") == ("2018/fourier", 2018)
    assert belongs("outside_videos/one.py") == ("outside_videos", 0)


@pytest.mark.parametrize(
    ("row", "pair"),
    [
        ({"instruction": "draw", "output": "code"}, ("draw", "code")),
        ({"instruction": "draw", "input": "in red", "output": "code"}, ("draw\nin red", "code")),
        ({"prompt": "draw", "code": "code"}, ("draw", "code")),
        ({"code": "code"}, ("", "code")),
        (
            {"messages": [{"role": "user", "content": "a"}, {"role": "assistant", "content": "import b"}]},
            ("a", "import b"),
        ),
        ({"conversations": [{"from": "human", "value": "a"}, {"from": "gpt", "value": "class B"}]}, ("a", "class B")),
        ({"messages": [{"role": "user", "content": "a"}]}, None),
        ({"name": "x"}, None),
        ({"prompt": "draw", "code": " "}, None),
    ],
)
def test_columns_are_recognised(row: dict[str, Any], pair: tuple[str, str] | None) -> None:
    assert recognise(row) == pair


def test_datasets(tmp_path: Path) -> None:
    rows = [{"prompt": f"draw {number}", "code": scene(number)} for number in range(3)]
    (tmp_path / "README.md").write_text("---\nlicense: apache-2.0\n---\n")
    (tmp_path / "a.jsonl").write_text("\n".join(json.dumps(row) for row in rows) + "\nnot json\n")
    pq.write_table(pa.Table.from_pylist(rows), tmp_path / "b.parquet")
    found = list(choose((f"set={tmp_path}",), home=tmp_path)[0].documents())
    assert [document.snippet.path for document in found] == [
        f"{file}#{row}" for file in ("a.jsonl", "b.parquet") for row in range(3)
    ]
    assert {document.snippet.licence for document in found} == {"Apache-2.0"}
    assert found[1].snippet.description == "draw 1"


def test_runs_bring_their_votes(tmp_path: Path) -> None:
    place = tmp_path / "abc" / "scene-1"
    place.mkdir(parents=True)
    outcome = {"made": True, "plan": {"title": "T", "brief": "a brief"}, "code": {"code": scene(1), "name": "Scene1"}}
    (place / "outcome.json").write_text(json.dumps(outcome))
    (tmp_path / "abc" / "feedback.json").write_text('[{"vote": 1}, {"vote": 1}, {"vote": -1}, {"text": "hm"}]')
    (tmp_path / "bad" / "scene-1").mkdir(parents=True)
    (tmp_path / "bad" / "scene-1" / "outcome.json").write_text("{")
    found = list(Runs(tmp_path).documents())
    assert [(one.snippet.name, one.snippet.description, one.snippet.feedback) for one in found] == [
        ("Scene1", "a brief", 1)
    ]
    assert list(Runs(tmp_path / "none").documents()) == []


def test_library_gives_its_acts() -> None:
    act = Component("sort", "m", "Sort", "bars swap", "", "act", wishes=("sort it",))
    builder = Component("bar", "m", "Bar", "a bar", "", "mobject")
    found = list(Library([act, builder], lambda component: SceneCode(scene(1), "Scene1")).documents())
    assert [one.snippet.description for one in found] == ["Sort: bars swap"]
    assert found[0].snippet.wishes == ("sort it",)


def test_missing_and_broken_sources_say_so(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "bad.parquet").write_bytes(b"no parquet")
    broken = [
        Folder("gone", tmp_path / "gone"),
        Folder("empty", tmp_path / "empty"),
        Folder("url", url=f"file://{tmp_path}/none.git", clones=tmp_path / "clones"),
        Dataset("bad", tmp_path / "bad.parquet"),
        Dataset("none", tmp_path / "empty"),
    ]
    for source in broken:
        with pytest.raises(SourceError):
            list(source.documents())


def test_choosing(tmp_path: Path) -> None:
    library = Library([], lambda component: SceneCode("", ""))
    assert tuple(source.name for source in choose((), home=tmp_path, library=library)) == DEFAULTS
    assert choose(("x=/not/there",), home=tmp_path)[0].name == "x"
    assert is_url("https://github.com/3b1b/videos") and is_url("git@host:a/b.git") and not is_url("manim-docs")
    assert isinstance(choose(("https://github.com/3b1b/videos",), home=tmp_path)[0], Videos)
    with pytest.raises(BadInput, match="no source"):
        choose(("nonsense",), home=tmp_path)
    with pytest.raises(BadInput, match="two sources"):
        choose(("a=/x/y", "a=/x/z"), home=tmp_path)


def test_licences() -> None:
    assert licence_of(MIT) == "MIT"
    assert licence_of("Creative Commons\nAttribution-NonCommercial-ShareAlike 4.0 International") == "CC-BY-NC-SA-4.0"
    assert licence_of("all rights reserved") == ""


def _archive(files: dict[str, str]) -> bytes:
    data = io.BytesIO()
    with tarfile.open(fileobj=data, mode="w:gz") as archive:
        for name, text in files.items():
            member = tarfile.TarInfo(f"pack-1.0/{name}")
            member.size = len(text.encode())
            archive.addfile(member, io.BytesIO(text.encode()))
    return data.getvalue()


def test_source_distributions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import hashlib

    data = _archive({"examples.py": scene(1), "pack/inside.py": scene(2), "LICENSE": MIT, "../../evil.py": scene(3)})
    listing = {
        "files": [
            {"filename": "pack-1.0.tar.gz", "url": "u", "hashes": {"sha256": hashlib.sha256(data).hexdigest()}},
            {"filename": "pack-1.0-py3-none-any.whl", "url": "w", "hashes": {}},
        ]
    }
    answers = {sdist.INDEX.format(package="pack"): json.dumps(listing).encode(), "u": data}
    monkeypatch.setattr(sdist, "_get", answers.__getitem__)
    source = SourceDistribution("pack", "pack", ("pack",), tmp_path / "downloads")
    with pytest.raises(tarfile.FilterError):
        list(source.documents())
    data = _archive({"examples.py": scene(1), "pack/inside.py": scene(2), "LICENSE": MIT})
    listing["files"][0]["hashes"] = {"sha256": hashlib.sha256(data).hexdigest()}
    answers |= {sdist.INDEX.format(package="pack"): json.dumps(listing).encode(), "u": data}
    found = list(source.documents())
    assert [(one.snippet.path, one.snippet.commit, one.snippet.licence) for one in found] == [
        ("examples.py", "1.0", "MIT")
    ]
    answers["u"] = b"something else"
    assert len(list(source.documents())) == 1, "what was unpacked is not downloaded again"


def test_a_download_that_is_not_what_it_should_be_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    listing = {"files": [{"filename": "pack-1.0.tar.gz", "url": "u", "hashes": {"sha256": "0"}}]}
    answers = {sdist.INDEX.format(package="pack"): json.dumps(listing).encode(), "u": b"x"}
    monkeypatch.setattr(sdist, "_get", answers.__getitem__)
    with pytest.raises(SourceError, match="not what the registry says"):
        list(SourceDistribution("pack", "pack", ("pack",), tmp_path).documents())
