"""The inliner on small made-up repositories: what comes along, what stays free, in which order, under which name."""

from __future__ import annotations

import ast
import os
import types
from pathlib import Path

from convert.context import ConversionContext
from convert.inline.inline import Inlined, inline


def repository(root: Path, files: dict[str, str]) -> Path:
    """Write the files below `root`."""
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


def inlined(root: Path, file: str, *scenes: str, supplied: frozenset[str] = frozenset()) -> Inlined:
    path = root / file
    return inline(path.read_text(encoding="utf-8"), ConversionContext(root, path, scenes), supplied)


def loaded(result: Inlined, **given: object) -> types.ModuleType:
    """Run the inlined code (ours, written here) without its imports of manim."""
    lines = [line for line in result.code.split("\n") if "manim" not in line and "from mobject" not in line]
    module = types.ModuleType("inlined")
    vars(module).update({"Scene": object, "VGroup": object, **given})
    exec(compile("\n".join(lines), "inlined", "exec", dont_inherit=True), vars(module))
    return module


def scene(body: str, *, base: str = "Scene") -> str:
    """A scene `S` that returns what `body` says."""
    return f"class S({base}):\n    def construct(self):\n        return {body}\n"


def defined(result: Inlined) -> list[str]:
    return [node.name for node in ast.parse(result.code).body if isinstance(node, (ast.ClassDef, ast.FunctionDef))]


def test_takes_what_is_needed_through_star_imports_and_nothing_else(tmp_path: Path) -> None:
    root = repository(
        tmp_path,
        {
            "lib_imports.py": "from manimlib import *\nfrom shapes.basic import *\n",
            "shapes/basic.py": "SIDE = 3\n\ndef make(n):\n    return [SIDE] * n\n\ndef unused():\n    return 1\n",
            "a/main.py": "from lib_imports import *\n\n" + scene("make(2)"),
        },
    )
    result = inlined(root, "a/main.py", "S")
    assert defined(result) == ["make", "S"]
    assert result.inlined == ("SIDE", "make")
    assert "from lib_imports" not in result.code
    assert "# From shapes/basic.py:" in result.code
    assert loaded(result).S().construct() == [3, 3]


def test_code_that_needs_no_repository_comes_back_as_it_is(tmp_path: Path) -> None:
    code = "from manim import *\n\n\nclass S(Scene):  # a remark\n    pass\n"
    root = repository(tmp_path, {"main.py": code})
    assert inlined(root, "main.py").code == code
    assert inline(code, ConversionContext()).code == code


def test_clashing_names_are_told_apart(tmp_path: Path) -> None:
    root = repository(
        tmp_path,
        {
            "one.py": "def value():\n    return 1\n\ndef first():\n    return value()\n",
            "two.py": "def value():\n    return 2\n\ndef second():\n    return f'{value()}'\n",
            "main.py": "from one import first\nfrom two import second\nfrom two import value as other\n\n"
            "def value():\n    return 3\n\n"
            "class S(Scene):\n    def construct(self):\n        return first(), second(), value(), other()\n",
        },
    )
    assert loaded(inlined(root, "main.py", "S")).S().construct() == (1, "2", 3, 2)


def test_local_names_that_look_like_renamed_ones_stay(tmp_path: Path) -> None:
    root = repository(
        tmp_path,
        {
            "one.py": "def pick():\n    return 1\n\ndef use(pick=None):\n    return pick\n\n"
            "def call():\n    return pick()\n",
            "main.py": "import one\nfrom one import *\n\ndef pick():\n    return 2\n\n"
            "class S(Scene):\n    def construct(self):\n        return one.call(), one.use(pick=5), pick()\n",
        },
    )
    assert loaded(inlined(root, "main.py", "S")).S().construct() == (1, 5, 2)


def test_side_effects_stay_out(tmp_path: Path) -> None:
    root = repository(
        tmp_path,
        {
            "lib.py": "import argparse\nimport json\nimport os\n\n"
            "print('loaded')\nargparse.ArgumentParser().parse_args()\n"
            "FOLDER = os.path.join('a', 'b')\nTABLE = json.load(open('table.json'))\n"
            "def read():\n    return open('words.txt').read()\n\nWORDS = read()\n"
            "SQUARES = [n * n for n in range(4)]\nif __name__ == '__main__':\n    raise SystemExit\n",
            "main.py": "from lib import *\n\nclass S(Scene):\n    def construct(self):\n"
            "        return FOLDER, TABLE, WORDS, SQUARES\n",
        },
    )
    result = inlined(root, "main.py", "S", supplied=frozenset({"os"}))
    assert loaded(result, os=os).S().construct() == ("a/b", None, None, [0, 1, 4, 9])
    assert "argparse" not in result.code
    assert "print" not in result.code
    assert [note.code for note in result.notes] == ["missing_data", "missing_data"]


def test_modules_that_import_each_other(tmp_path: Path) -> None:
    root = repository(
        tmp_path,
        {
            "one.py": "from two import *\n\nclass Base(Scene):\n    def show(self):\n        return helper()\n",
            "two.py": "from one import *\n\nclass Middle(Base):\n    pass\n\n"
            "def helper():\n    return Middle.__name__\n",
            "main.py": "from two import *\n\nclass S(Middle):\n    def construct(self):\n        return self.show()\n",
        },
    )
    assert loaded(inlined(root, "main.py", "S")).S().construct() == "Middle"


def test_what_loading_needs_comes_first(tmp_path: Path) -> None:
    root = repository(
        tmp_path,
        {
            "main.py": "from lib import *\n\nclass S(Scene):\n    kind = build()\n    def construct(self):\n"
            "        return self.kind\n",
            "lib.py": "def build():\n    return Part().size\n\nclass Part:\n    size = later()\n",
            "once_useful_constructs/parts.py": "def later():\n    return LIMIT\n\nLIMIT = 7\n",
        },
    )
    assert loaded(inlined(root, "main.py", "S")).S().construct() == 7


def test_a_class_that_refines_its_namesake(tmp_path: Path) -> None:
    root = repository(
        tmp_path,
        {
            "main.py": "class Box:\n    size = 1\n\nclass Box(Box):\n    edge = 2\n\n"
            "class S(Scene):\n    def construct(self):\n        return Box.size, Box.edge\n",
        },
    )
    assert loaded(inlined(root, "main.py", "S")).S().construct() == (1, 2)


def test_moved_modules_are_found_by_the_end_of_their_path(tmp_path: Path) -> None:
    root = repository(
        tmp_path,
        {
            "_2016/hilbert/curves.py": "def curve():\n    return 'curve'\n",
            "_2017/eoc/chapter1.py": "def one():\n    return 1\n",
            "_2017/eoc/chapter2.py": "from hilbert.curves import curve\nfrom _2017.eoc.eoc.chapter1 import *\n"
            "from mobject.geometry import *\n\n"
            "class S(Scene):\n    def construct(self):\n        return curve(), one()\n",
        },
    )
    assert loaded(inlined(root, "_2017/eoc/chapter2.py", "S")).S().construct() == ("curve", 1)


def test_names_that_shims_supply_stay_free_unless_the_file_has_its_own(tmp_path: Path) -> None:
    files = {
        "custom/creature.py": "class Creature(VGroup):\n    pass\n",
        "main.py": "from custom.creature import *\n\n" + scene("Creature()"),
        "own.py": "class Creature(VGroup):\n    pass\n\n" + scene("Creature()"),
    }
    root = repository(tmp_path, files)
    assert defined(inlined(root, "main.py", "S", supplied=frozenset({"Creature"}))) == ["S"]
    assert defined(inlined(root, "main.py", "S")) == ["Creature", "S"]
    assert defined(inlined(root, "own.py", "S", supplied=frozenset({"Creature"}))) == ["Creature", "S"]


def test_hollow_classes_are_filled_from_the_shared_folders(tmp_path: Path) -> None:
    root = repository(
        tmp_path,
        {
            "once_useful_constructs/planes.py": "class PlaneScene(Scene):\n    def plane(self):\n        return 1\n",
            "main.py": "class PlaneScene(Scene):\n    def construct(self):\n        pass\n\n"
            "class S(PlaneScene):\n    def construct(self):\n        return self.plane()\n",
        },
    )
    assert loaded(inlined(root, "main.py", "S")).S().construct() == 1


def test_packages_that_are_not_there_fail_only_where_they_are_used(tmp_path: Path) -> None:
    root = repository(
        tmp_path,
        {
            "main.py": "import tensorflow\nimport numpy as np\nfrom tqdm import tqdm as bar\n\n"
            "class S(Scene):\n    def construct(self, deep=False):\n"
            "        return tensorflow.ones(3) if deep else [np.sign(n) for n in bar([1, -2])]\n",
        },
    )
    result = inlined(root, "main.py", "S", supplied=frozenset({"bar"}))
    assert loaded(result, bar=iter).S().construct() == [1, -1]
    assert [(note.code, note.message) for note in result.notes] == [
        ("missing_dependency", "the package tensorflow is not available; tensorflow is left out")
    ]
    try:
        loaded(result, bar=iter).S().construct(deep=True)
    except ModuleNotFoundError as problem:
        assert "tensorflow.ones" in str(problem)
    else:
        raise AssertionError("a package that is not there was used")


def test_pieces_that_do_not_parse_cost_only_themselves(tmp_path: Path) -> None:
    root = repository(
        tmp_path,
        {
            "main.py": "class Broken(Scene):\n    def construct(self):\n        return (1,\n\n"
            "class S(Scene):\n    def construct(self):\n        return 1\n\n"
            'class Quotes(Scene):\n    def construct(self):\n        return f"{\'-\'.join(["a"])}"\n',
        },
    )
    result = inlined(root, "main.py", "S")
    assert loaded(result).S().construct() == 1
    assert [(note.code, note.line) for note in result.notes] == [("syntax", 1)]


def test_an_import_that_was_lost_is_made_up_for_by_a_neighbour(tmp_path: Path) -> None:
    root = repository(
        tmp_path,
        {
            "chapters/one.py": "class Base(Scene):\n    number = 1\n\nclass Circle:\n    pass\n",
            "chapters/two.py": scene("self.number, Circle", base="Base"),
        },
    )
    result = inlined(root, "chapters/two.py", "S")
    assert defined(result) == ["Base", "S"]
    assert loaded(result, Circle=None).S().construct() == (1, None)


def test_a_scene_that_is_not_there(tmp_path: Path) -> None:
    root = repository(tmp_path, {"main.py": "class S(Scene):\n    pass\n"})
    assert [(note.severity, note.code) for note in inlined(root, "main.py", "T").notes] == [("impossible", "no_scene")]
