"""Scenes play and wait as manimgl's do: patches of methods that ManimCE has."""

import functools
from collections.abc import Iterator

from manim import *
from manim.animation.animation import prepare_animation
from manim.mobject.mobject import _AnimationBuilder


def _animations_from_methods(args):
    """Old scenes play methods: `play(mob.shift, UP, other.rotate, PI)`. A dictionary at the end holds animation settings."""
    animations, chains = [], {}
    args = list(_flat(args))
    position = 0
    while position < len(args):
        arg = args[position]
        position += 1
        if arg is None:
            continue
        if isinstance(getattr(arg, "__self__", None), Mobject) and callable(arg):
            values, settings = [], {}
            while position < len(args) and not _starts_animation(args[position]):
                values.append(args[position])
                position += 1
            if values and isinstance(values[-1], dict):
                settings = values.pop()
            owner = getattr(arg, "__self__", None)
            target = chains.get(id(owner))
            if target is None:
                owner.generate_target()
                target = chains[id(owner)] = owner.target
                animations.append(MoveToTarget(owner, **_animation_words(settings)))
            words = {name: value for name, value in settings.items() if name not in _animation_words(settings)}
            getattr(target, arg.__name__)(*values, **words)
        elif isinstance(arg, Mobject):
            animations.append(FadeIn(arg))
        else:
            animations.append(arg)
    return animations


def _flat(args):
    for arg in args:
        if isinstance(arg, (map, zip)) or isinstance(arg, Iterator):
            yield from _flat(arg)
        elif isinstance(arg, (list, tuple)) and arg and all(_starts_animation(each) for each in arg):
            yield from _flat(arg)
        elif not (isinstance(arg, (list, tuple)) and not len(arg)):
            yield arg


def _animation_words(settings):
    names = ("run_time", "rate_func", "lag_ratio", "path_arc", "remover", "submobject_mode")
    return {name: value for name, value in settings.items() if name in names}


def _starts_animation(arg):
    is_method = callable(arg) and isinstance(getattr(arg, "__self__", None), Mobject)
    return is_method or isinstance(arg, (Animation, _AnimationBuilder))


def _gl_play(play):
    """`play` with nothing to play, or for no time, is not an error; old scenes play methods."""

    @functools.wraps(play)
    def gl_play(self, *args, run_time=None, rate_func=None, lag_ratio=None, **kwargs):
        animations = _animations_from_methods(args)
        if not animations:
            return
        given = {"run_time": run_time, "rate_func": rate_func, "lag_ratio": lag_ratio}
        settings = {name: value for name, value in given.items() if value is not None}
        if run_time is not None:
            settings["run_time"] = max(run_time, 1 / config.frame_rate)
        animations = [_playable(animation) for animation in animations]
        if all(animation.run_time <= 0 for animation in animations) and "run_time" not in settings:
            settings["run_time"] = 1 / config.frame_rate
        for animation in animations:
            for name, value in settings.items():
                setattr(animation, name, value)
        play(self, *animations)

    return gl_play


def _playable(animation):
    if isinstance(animation, Animation):
        if isinstance(animation, AnimationGroup) and not animation.animations:
            return Wait(1 / config.frame_rate)
        return animation
    return animation.build() if hasattr(animation, "build") else prepare_animation(animation)


def _gl_wait(wait):
    @functools.wraps(wait)
    def gl_wait(self, duration=1.0, stop_condition=None, note=None, ignore_presenter_mode=False, **kwargs):
        if duration is not None and duration > 0:
            wait(self, duration, stop_condition=stop_condition)

    return gl_wait


def _laid_out(things):
    return [each for thing in things for each in (thing if isinstance(thing, (list, tuple)) else [thing])]


def _mobjects_among(things):
    found = [getattr(each, "mobject", each) if hasattr(each, "begin_wind_down") else each for each in _laid_out(things)]
    return [each for each in found if isinstance(each, Mobject)]


def _gl_add(add):
    """Only mobjects are added, and those of old continual animations; what else stands among them is passed over."""

    @functools.wraps(add)
    def gl_add(self, *mobjects, set_depth_test=True, perp_stroke=True):
        for each in _laid_out(mobjects):
            if hasattr(each, "begin_wind_down"):
                each.start()
        return add(self, *_mobjects_among(mobjects))

    return gl_add


def _gl_remove(remove):
    @functools.wraps(remove)
    def gl_remove(self, *mobjects):
        for each in mobjects:
            if hasattr(each, "begin_wind_down"):
                each.stop()
        return remove(self, *(mob for mob in mobjects if isinstance(mob, Mobject)))

    return gl_remove


def _no_sound(self, *args, **kwargs):
    """Sounds are not part of the conversion."""


def _scene_clock(self):
    return self.renderer.time + getattr(self, "_time_shift", 0)


def _set_scene_clock(self, value):
    """Scenes set their time themselves; the renderer's own goes on."""
    self._time_shift = value - self.renderer.time


Scene.time = property(_scene_clock, _set_scene_clock)
Scene.play = _gl_play(Scene.play)
Scene.wait = _gl_wait(Scene.wait)
Scene.add = _gl_add(Scene.add)
Scene.remove = _gl_remove(Scene.remove)
Scene.add_sound = _no_sound
