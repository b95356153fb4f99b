"""Transforms that match parts of formulas by source or shape, with manimgl's arguments."""

from manim import *


def _shape_key(mobject):
    """Equal for glyphs of one shape, wherever and however large they are."""
    points = mobject.points
    if len(points) == 0:
        return ()
    size = max(np.ptp(points[:, 0]), np.ptp(points[:, 1])) or 1
    return tuple(np.round((points[::3] - points.mean(axis=0)) / size, 2)[:, :2].ravel())


def _leaves(mobject):
    return [mob for mob in mobject.family_members_with_points()]


class TransformMatchingParts(AnimationGroup):
    """Matched pairs and equal shapes move to each other; the rest fades or transforms."""

    def __init__(
        self,
        source,
        target,
        matched_pairs=(),
        match_animation=Transform,
        mismatch_animation=Transform,
        run_time=2,
        lag_ratio=0,
        **kwargs,
    ):
        self.source, self.target = source, target
        self.taken_sources, self.taken_targets = set(), set()
        words = {name: value for name, value in kwargs.items() if name in ("path_arc", "rate_func")}
        self.pairs = []
        for pair in matched_pairs:
            self.match(*pair)
        self.match_all()
        moves = [self.move(match_animation, first, second, words) for first, second in self.pairs]
        gone = [mob for mob in _leaves(source) if id(mob) not in self.taken_sources]
        new = [mob for mob in _leaves(target) if id(mob) not in self.taken_targets]
        fade = {"rate_func": words["rate_func"]} if "rate_func" in words else {}
        fades = [FadeOut(mob.copy(), target_position=target.get_center(), **fade) for mob in gone[:60]]
        fades += [FadeIn(mob.copy(), target_position=source.get_center(), **fade) for mob in new[:60]]
        everything = moves + fades or [FadeTransform(source.copy(), target.copy())]
        super().__init__(*everything, run_time=run_time, lag_ratio=lag_ratio)

    def move(self, match_animation, first, second, words):
        kind = match_animation if match_animation in (FadeTransform,) else Transform
        return kind(first.copy(), second.copy(), **words)

    def match(self, first, second):
        if first is None or second is None or not _leaves(first) or not _leaves(second):
            return
        ids = {id(mob) for mob in _leaves(first)}, {id(mob) for mob in _leaves(second)}
        if ids[0] & self.taken_sources or ids[1] & self.taken_targets:
            return
        self.taken_sources |= ids[0]
        self.taken_targets |= ids[1]
        self.pairs.append((first, second))

    def match_all(self):
        shapes = {}
        for mob in _leaves(self.target):
            shapes.setdefault(_shape_key(mob), []).append(mob)
        for mob in _leaves(self.source):
            same = [other for other in shapes.get(_shape_key(mob), ()) if id(other) not in self.taken_targets]
            if same:
                self.match(mob, min(same, key=lambda other: np.linalg.norm(other.get_center() - mob.get_center())))

    def _setup_scene(self, scene):
        scene.remove(self.source)
        scene.remove(*(mob for mob in self.source.get_family() if mob in scene.mobjects))
        super()._setup_scene(scene)

    def begin(self):
        super().begin()

    def clean_up_from_scene(self, scene):
        super().clean_up_from_scene(scene)
        for animation in self.animations:
            scene.remove(animation.mobject)
        scene.remove(self.source)
        scene.add(self.target)


class GlTransformMatchingShapes(TransformMatchingParts):
    """Equal shapes move to each other."""

    @staticmethod
    def get_mobject_key(mobject):
        return _shape_key(mobject)


def _parts_by_tex(mobject, tex):
    if hasattr(mobject, "select_parts"):
        return list(mobject.select_parts(tex))
    if hasattr(mobject, "get_parts_by_tex"):
        return list(mobject.get_parts_by_tex(tex))
    return [part for part in mobject.submobjects if getattr(part, "tex_string", "").strip() == tex.strip()]


class TransformMatchingStrings(TransformMatchingParts):
    """Parts with the same source move to each other: first those named by keys, then equal shapes."""

    def __init__(
        self,
        source,
        target,
        matched_keys=(),
        key_map=None,
        transform_mismatches=False,
        fade_transform_mismatches=False,
        **kwargs,
    ):
        self.matched_keys = [(key, key) for key in matched_keys]
        self.matched_keys += list((key_map or {}).items())
        super().__init__(source, target, **kwargs)

    def match_all(self):
        for old, new in self.matched_keys:
            for pair in zip(_parts_by_tex(self.source, old), _parts_by_tex(self.target, new)):
                self.match(*pair)
        for part in self.source.submobjects:
            tex = getattr(part, "tex_string", None)
            for other in self.target.submobjects if tex else ():
                if getattr(other, "tex_string", None) == tex:
                    self.match(part, other)
        super().match_all()


class GlTransformMatchingTex(TransformMatchingStrings):
    """The same for formulas."""
