"""Stored files: kept once, served whole or not at all."""

from pathlib import Path

import pytest

from components_cache.wishes import files
from tests.components_cache.wishes.fakes import mp4


def test_equal_files_are_kept_once_and_come_back_whole(tmp_path: Path) -> None:
    one, other = tmp_path / "a.mp4", tmp_path / "b.mp4"
    for path in (one, other):
        path.write_bytes(mp4(b"frames"))
    assert files.put(one) == files.put(other)
    digest, size = files.put(one)
    assert files.checked("a.mp4", digest).read_bytes() == mp4(b"frames") and size == len(mp4(b"frames"))
    assert len([path for path in files.folder().rglob("*") if path.is_file()]) == 1


@pytest.mark.parametrize("damage", ["cut", "changed", "gone", "empty"])
def test_damage_is_found_even_after_it_was_seen_whole(tmp_path: Path, damage: str) -> None:
    path = tmp_path / "a.mp4"
    path.write_bytes(mp4(b"frames"))
    digest, _ = files.put(path)
    stored = files.checked("a.mp4", digest)
    whole = stored.read_bytes()
    stored.unlink()
    if damage != "gone":
        stored.write_bytes({"cut": whole[:-3], "changed": whole[:-1] + b"?", "empty": b""}[damage])
    with pytest.raises(files.Damaged):
        files.checked("a.mp4", digest)


def test_what_no_player_opens_is_damaged_from_the_start(tmp_path: Path) -> None:
    path = tmp_path / "a.mp4"
    path.write_bytes(b"no boxes at all, but long enough for one")
    digest, _ = files.put(path)
    with pytest.raises(files.Damaged):
        files.checked("a.mp4", digest)


def test_a_copy_shares_nothing_with_what_is_stored(tmp_path: Path) -> None:
    path = tmp_path / "scene.py"
    path.write_text("one")
    digest, _ = files.put(path)
    files.copy(files.checked("scene.py", digest), tmp_path / "mine.py")
    (tmp_path / "mine.py").write_text("edited")
    assert files.checked("scene.py", digest).read_text() == "one"


def test_a_copy_that_fails_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(OSError, match=r"none\.py"):
        files.copy(tmp_path / "none.py", tmp_path / "out.py")
    assert list(tmp_path.iterdir()) == [] or not (tmp_path / "out.py").exists()
