"""Scenes made by other scenes: until 2020 a scene ran its `construct` as soon as it was made. Feature `@nested_scenes`."""

import functools
import inspect

from manim import *


def _made_by_a_scene():
    """Whether a scene's `construct` or `setup` is under way."""
    frame = inspect.currentframe().f_back
    while frame:
        if frame.f_code.co_name in ("construct", "setup") and isinstance(frame.f_locals.get("self"), Scene):
            return True
        frame = frame.f_back
    return False


def _play_at_once(scene, *args, **kwargs):
    """The state after the animations, without a frame."""
    for animation in scene.compile_animations(*args, **kwargs):
        animation._setup_scene(scene)
        animation.begin()
        animation.finish()
        animation.clean_up_from_scene(scene)


def _run_through(scene):
    """All that the scene does, in no time."""
    scene.play = functools.partial(_play_at_once, scene)
    scene.wait = scene.wait_until = scene.dither = scene.add_sound = lambda *args, **kwargs: None
    scene.setup()
    scene.construct()


def _nesting(init):
    @functools.wraps(init)
    def nesting(self, *args, **kwargs):
        own = {name: kwargs.pop(name) for name in list(kwargs) if name not in _SCENE_WORDS}
        init(self, *args, **kwargs)
        for name, value in own.items():
            setattr(self, name, value)
        if _made_by_a_scene():
            _run_through(self)

    return nesting


def _install_nested_scenes():
    if not hasattr(Scene.__init__, "nests"):
        Scene.__init__ = _nesting(Scene.__init__)
        Scene.__init__.nests = True


_install_nested_scenes()
