"""Which Manim a file was written for: today's manimgl, its ancestors, ManimCE old or new, or a mixture."""

from __future__ import annotations

import ast

from convert.facts.names import NAMES, OLD_CE_NAMES
from core.snippet import Dialect

# top-level modules of the library at each stage of its life
GL_MODULES = frozenset({"manimlib", "manimgl", "manim_imports_ext", "custom", "videos"})
OLD_GL_MODULES = frozenset({"big_ol_pile_of_manim_imports", "manimlib.imports", "from_3b1b", "once_useful_constructs"})
ANCIENT_MODULES = frozenset(
    """
    helpers constants utils mobject animation scene camera topics region image_mobject tex_mobject
    continual_animation for_3b1b_videos old_projects active_projects extract_scene
    """.split()  # noqa: SIM905  # a table of names reads best as text
)
GL_MARKERS = frozenset(
    """
    OldTex OldTexText TexText InteractiveScene ParametricSurface SurfaceMesh TexturedSurface GlowDot
    FlashAround VFadeIn TransformMatchingStrings ShowCreation TimeVaryingVectorField FRAME_WIDTH FRAME_HEIGHT
    VShowPassingFlash DEG TracingTail AnimatedStreamLines
    """.split()  # noqa: SIM905  # a table of names reads best as text
)
GL_METHODS = frozenset(
    """set_backstroke fix_in_frame unfix_from_frame set_shading make_number_changeable reorient set_euler_angles
    replicate set_flat_stroke f_always set_glow_factor apply_depth_test deactivate_depth_test increment_theta
    set_max_width set_max_height add_ambient_rotation to_default_state always_sort_to_camera
    set_anti_alias_width
    """.split()  # noqa: SIM905  # a table of names reads best as text
)
OLD_GL_MARKERS = frozenset({"OldTex", "OldTexText", "TexMobject", "TextMobject", "ContinualAnimation", "digest_config"})


def is_library(module: str) -> bool:
    """Whether a module name belongs to Manim of any age."""
    top = module.split(".")[0]
    return top in GL_MODULES or top in OLD_GL_MODULES or top in ANCIENT_MODULES or top in ("manim", "manimce")


def detect(code: str) -> Dialect:
    """The dialect of a module that parses."""
    tree = ast.parse(code)
    modules, names = _imported(tree), _used(tree)
    tops = {module.split(".")[0] for module in modules} | (modules & {"manimlib.imports"})
    if tops & {"manim", "manimce"}:
        return _community(tree, names)
    old = names & OLD_GL_MARKERS or _has_config(tree)
    if tops & OLD_GL_MODULES:
        return "old_gl"
    if tops & GL_MODULES:
        return "old_gl" if old else "gl"
    if tops & ANCIENT_MODULES and not tops & {"manim"}:
        return "ancient"
    if old:
        return "old_gl"
    return "gl" if names & GL_MARKERS else _community(tree, names)


def _community(tree: ast.Module, names: set[str]) -> Dialect:
    """ManimCE by its imports; names that only manimgl has make it a mixture."""
    foreign = names - _own(tree)
    if foreign & set(OLD_CE_NAMES):
        return "old_ce"
    if foreign & (set(NAMES) | GL_MARKERS) or _has_config(tree):
        return "mixed"
    methods = {
        node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Load)
    }
    return "mixed" if methods & GL_METHODS else "ce"


def _own(tree: ast.Module) -> set[str]:
    """Names that the module gives a meaning at its top level."""
    own: set[str] = set()
    for node in tree.body:
        if isinstance(node, (ast.ClassDef, ast.FunctionDef)):
            own.add(node.name)
        elif isinstance(node, ast.Assign):
            own |= {part.id for target in node.targets for part in ast.walk(target) if isinstance(part, ast.Name)}
    return own


def _imported(tree: ast.Module) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
        elif isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
    return found


def _used(tree: ast.Module) -> set[str]:
    return {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}


def _has_config(tree: ast.Module) -> bool:
    return any(
        isinstance(target, ast.Name) and target.id == "CONFIG"
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
        for line in node.body
        if isinstance(line, ast.Assign)
        for target in line.targets
    )
