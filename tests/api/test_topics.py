"""Lists of topics: what is read, what is said of lines that cannot be used; and the list that is shipped."""

from collections import Counter
from pathlib import Path

import pytest

from api.topics import POPULAR, read
from components_cache.wishes.canonical import canonical
from core.errors import BadInput


def put(tmp_path: Path, name: str, text: str) -> Path:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_plain_list_has_a_wish_a_line(tmp_path: Path) -> None:
    topics, problems = read(put(tmp_path, "t.txt", "\ufeffbubble sort\n\n# a note\n  binary search  \n" + "x" * 5000))
    assert [(topic.line, topic.wish) for topic in topics] == [(1, "bubble sort"), (4, "binary search")]
    assert [(problem.line, "5000 characters" in problem.message) for problem in problems] == [(5, True)]


def test_a_table_has_columns_for_options_and_bad_lines_do_not_stop_it(tmp_path: Path) -> None:
    table = (
        "Wish,quality,seed,field,level\n"
        '"a circle, then a square",high,7,geometry,school\n'
        "a dot,huge,,,\n"
        ",low,,,\n"
        "a star,,x,,\n"
        "a line,,,,,too many\n"
        "a cube\n"
    )
    topics, problems = read(put(tmp_path, "t.csv", table))
    assert [topic.wish for topic in topics] == ["a circle, then a square", "a cube"]
    assert dict(topics[0].options) == {"quality": "high", "seed": 7}
    assert (topics[0].field, topics[0].level) == ("geometry", "school")
    said = {problem.line: problem.message for problem in problems}
    assert said.keys() == {3, 4, 5, 6}
    assert "huge" in said[3] and "no wish" in said[4] and "whole number" in said[5] and "6 cells" in said[6]


def test_json_lines(tmp_path: Path) -> None:
    lines = '{"wish": "a circle", "style": "black"}\nnonsense\n[1]\n{"topic": "a dot"}\n{"wish": "a\\u0000b"}\n'
    topics, problems = read(put(tmp_path, "t.jsonl", lines))
    assert [topic.wish for topic in topics] == ["a circle", "a dot"]
    assert [problem.line for problem in problems] == [2, 3, 5]


@pytest.mark.parametrize(("name", "text"), [("t.xls", "x"), ("t.csv", "name,age\nx,3\n"), ("t.csv", "")])
def test_a_file_that_is_no_list_is_bad_input(tmp_path: Path, name: str, text: str) -> None:
    with pytest.raises(BadInput):
        read(put(tmp_path, name, text))


def test_a_file_that_is_no_text_is_bad_input(tmp_path: Path) -> None:
    (tmp_path / "t.txt").write_bytes(b"\xff\xfe\x00\x80")
    with pytest.raises(BadInput, match="cannot be read"):
        read(tmp_path / "t.txt")


def test_folders_are_harmless_and_depend_on_the_wish_alone(tmp_path: Path) -> None:
    one, _ = read(put(tmp_path, "a.txt", "../../etc/passwd\nA circle\n"))
    other, _ = read(put(tmp_path, "b.txt", "A circle\n"))
    assert "/" not in one[0].folder and ".." not in one[0].folder
    assert one[1].folder == other[0].folder


def test_the_shipped_list_is_large_varied_and_without_doubles() -> None:
    topics, problems = read(POPULAR)
    assert not problems and len(topics) >= 200
    assert all(topic.field and topic.level in ("school", "university") for topic in topics)
    assert len(Counter(topic.field for topic in topics)) >= 10
    assert [wish for wish, count in Counter(canonical(topic.wish) for topic in topics).items() if count > 1] == []
