"""Methods of manimgl's Scene that ManimCE's lacks."""

import inspect

from manim import *


def _embed(self, *args, **kwargs):
    """A video has no console."""


def _get_mobjects(self):
    return list(self.mobjects)


def _get_mobject_copies(self):
    return [mobject.copy() for mobject in self.mobjects]


def _get_group(self, *mobjects):
    return VGroup(*mobjects) if all(isinstance(mob, VMobject) for mob in mobjects) else Group(*mobjects)


def _get_time(self):
    return self.time


def _add_mobjects_among(self, values):
    self.add(*(value for value in values if isinstance(value, Mobject)))
    return self


def _save_state(self):
    """What `restore` puts back: the mobjects as they are now."""
    self.saved_mobjects = [(mob, mob.copy()) for mob in self.mobjects]
    return self


def _update_mobjects(self, dt=0):
    """Scenes of the early years also call it themselves, with no time gone by."""
    for mobject in self.mobjects:
        mobject.update(dt)


def _restore(self):
    self.clear()
    for mob, state in self.saved_mobjects:
        self.add(mob.become(state))
    return self


def _wait_to(self, time, **kwargs):
    if time > self.time:
        self.wait(time - self.time)


def _as_it_is(self, *args, **kwargs):
    return self


def _remove_all_except(self, *mobjects_to_keep):
    self.remove(*(mob for mob in self.mobjects if mob not in mobjects_to_keep))


def _set_variables_as_attrs(self, *objects, **named):
    """Set local variables of the caller as attributes of the scene, by their names."""
    caller = inspect.currentframe().f_back.f_locals
    for name, value in caller.items():
        if name != "self" and any(value is each for each in objects):
            setattr(self, name, value)
    for name, value in named.items():
        setattr(self, name, value)
    return self


def _get_mobjects_from_last_animation(self):
    """Those of the last `play`."""
    return [animation.mobject for animation in (self.animations or ())]


def _get_image(self):
    return self.camera.get_image()


Scene.embed = _embed
Scene.interact = _embed
Scene.checkpoint_paste = _embed
Scene.get_mobjects = _get_mobjects
Scene.get_mobject_copies = _get_mobject_copies
Scene.get_group = _get_group
Scene.get_time = _get_time
Scene.add_mobjects_among = _add_mobjects_among
Scene.save_state = _save_state
Scene.restore = _restore
Scene.update_mobjects = _update_mobjects
Scene.wait_to = _wait_to
Scene.force_skipping = _as_it_is
Scene.revert_to_original_skipping_status = _as_it_is
Scene.set_floor_plane = _as_it_is
Scene.show_frame = _as_it_is
Scene.set_background_color = _as_it_is
Scene.disable_interaction = _as_it_is
Scene.update_frame = _as_it_is
Scene.remove_all_except = _remove_all_except
Scene.set_variables_as_attrs = _set_variables_as_attrs
Scene.get_mobjects_from_last_animation = _get_mobjects_from_last_animation
Camera.get_pixel_width = lambda self: self.pixel_width
Camera.get_pixel_height = lambda self: self.pixel_height
Scene.get_image = _get_image
Scene.show = _embed
Scene.play_all = lambda self, *animations, **kwargs: self.play(*animations, **kwargs)
Scene.reset_camera = _as_it_is
Scene.freeze_background = _as_it_is
