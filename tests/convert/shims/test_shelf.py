"""The shelf: exactly the shims that are needed, each after what it needs."""

import ast
import inspect
from collections import Counter
from pathlib import Path

from convert import shims as shims_module
from convert.shims import offered, shims_for, supplied


def test_nothing_is_asked_for_nothing_comes() -> None:
    assert shims_for(set()).code == ""
    assert shims_for({"no_such_shim", ".no_such_method"}).names == frozenset()


def test_a_name_brings_its_bases_before_it() -> None:
    code = shims_for({"FlashUnder"}).code
    assert code.index("class VShowPassingFlash(") < code.index("class FlashAround(") < code.index("class FlashUnder(")


def test_a_method_is_a_patch_of_manims_class() -> None:
    code = shims_for({".replicate"}).code
    assert "Mobject.replicate = _replicate" in code
    assert "set_backstroke" not in code


def test_a_feature_is_installed_by_a_call() -> None:
    assert shims_for({"@tolerant"}).code.rstrip().endswith("_install_tolerant()")


def test_a_shim_can_ask_for_a_feature_and_what_it_runs_comes_before() -> None:
    code = shims_for({"GraphScene"}).code
    assert code.count("\n_install_tolerant()") == 1
    assert code.index("def _let_properties_be_early(") < code.index("\n_install_tolerant()")


def test_imports_stand_first() -> None:
    tree = ast.parse(shims_for({"gen_choose", "shuffled", "@config"}).code)
    kinds = [isinstance(node, ast.Import | ast.ImportFrom) for node in tree.body]
    assert kinds == sorted(kinds, reverse=True)


def test_private_names_are_not_offered() -> None:
    assert not [key for key in offered() if key.startswith("_")]
    assert not [name for name in supplied() if name[0] in ".@"]


WANTED = """
GlTex GlTexText GlOldTex GlOldTexText GlText TeacherStudentsScene Randolph Mortimer PiCreatureScene
FlashAround VFadeIn GlowDot FullScreenFadeRectangle RemovePiCreatureBubble GlAxes GlNumberPlane GlNumberLine
GlComplexPlane GlThreeDAxes GraphScene GlMovingCameraScene GlThreeDScene digest_config FadeInFromDown
SurfaceMesh TracingTail VCube .set_backstroke .fix_in_frame .replicate .get_grid .f_always .set_anim_args
.set_width .set_shading .play @tolerant @config
"""


def test_what_3b1b_uses_most_is_offered() -> None:
    assert set(WANTED.split()) - offered() == set()


def test_every_shim_comes_as_code_that_parses() -> None:
    for key in sorted(offered()):
        shims = shims_for({key})
        assert key in shims.names
        ast.parse(shims.code)


def test_no_two_shims_share_a_name() -> None:
    """They end in one file: the later one would take the place of the other."""
    folder = Path(inspect.getfile(shims_module)).parent
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in folder.glob("*.py")]
    names = Counter(name for tree in trees for node in tree.body for name in _defined(node))
    assert [name for name, count in names.items() if count > 1] == []


def _defined(node: ast.stmt) -> list[str]:
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        return [node.name]
    return [target.id for target in getattr(node, "targets", []) if isinstance(target, ast.Name)]
