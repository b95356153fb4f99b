"""Data files of the repository that the code names come along, long ones thinned."""

from __future__ import annotations

import json
from pathlib import Path

from tests.convert.inline.test_inline import inlined, loaded, repository, scene

READ = 'def lines(name):\n    with open("data/" + name) as file:\n        return file.read().split()\n\n'


def test_a_small_file_that_is_named_comes_along_whole(tmp_path: Path) -> None:
    files = {"data/few.txt": "red\nblue\n", "data/other.txt": "x\n", "main.py": READ + scene('lines("few.txt")')}
    result = inlined(repository(tmp_path, files), "main.py", "S")
    assert loaded(result).S().construct() == ["red", "blue"]
    assert "other.txt" not in result.code
    assert not [note for note in result.notes if "entries" in note.message]


def test_long_lists_keep_the_words_the_code_names_and_the_same_share_of_the_others(tmp_path: Path) -> None:
    words = [f"word{n}" for n in range(5000)]
    files = {
        "data/words.txt": "\n".join(words),
        "data/counts.json": json.dumps({word: len(word) for word in words}),
        "data/half.txt": "\n".join(words[::2]),
        "main.py": READ + scene('(lines("words.txt"), lines("half.txt"), "counts.json", "word4321")'),
    }
    result = inlined(repository(tmp_path, files), "main.py", "S")
    kept, half, *_ = loaded(result).S().construct()
    assert "word4321" in kept and 300 < len(kept) < 500
    counts = json.loads(loaded(result).absent_file.files["counts.json"])
    assert set(counts) == set(kept) > set(half)
    assert max(map(len, result.code.split("\n"))) < 5000
    assert [note.code for note in result.notes].count("missing_data") == 3


def test_files_that_are_not_there_read_as_lines_with_their_name(tmp_path: Path) -> None:
    result = inlined(repository(tmp_path, {"main.py": READ + scene('lines("lost.txt")')}), "main.py", "S")
    assert loaded(result).S().construct()[:2] == ["lost.txt", "1"]


def test_a_tokenizer_cuts_texts_into_words(tmp_path: Path) -> None:
    code = (
        "import tiktoken\n\ndef cut(text):\n    encoding = tiktoken.encoding_for_model('davinci')\n"
        "    tokens = encoding.encode(text)\n"
        "    return [encoding.decode([token]) for token in tokens], encoding.decode_with_offsets(tokens)[1]\n\n"
    )
    result = inlined(repository(tmp_path, {"main.py": code + scene('cut("A red box, 42")')}), "main.py", "S")
    assert loaded(result).S().construct() == (["A", " red", " box", ",", " 42"], [0, 1, 5, 9, 10])


def test_texts_stand_as_the_repository_s_configuration_says(tmp_path: Path) -> None:
    files = {
        "custom_config.yml": 'text:\n  font: "x"\n  alignment: "CENTER"\n',
        "main.py": scene(r'Text("a\nb")'),
        "other.py": scene('Text("a")'),
    }
    root = repository(tmp_path, files)
    assert 'Text.alignment = "CENTER"' in inlined(root, "main.py", "S").code
    assert "alignment" not in inlined(root, "other.py", "S").code
