"""`ZoomedScene` of all ages: until 2017 a little rectangle was shown larger in a corner."""

from manim import *

_CAMERA_WORDS = ("default_frame_stroke_width", "default_frame_stroke_color", "background_opacity", "background_color")


class GlZoomedScene(ZoomedScene):
    """`activate_zooming()`; then move `zoomed_camera.frame`, once called `little_rectangle`."""

    forgiving = "@tolerant"

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        _class_settings_win(self)

    def setup(self):
        self._take_old_settings()
        super().setup()

    def _take_old_settings(self):
        if self.zoom_factor > 1:
            self.zoom_factor = 1 / self.zoom_factor  # it was the factor of the picture, not of its frame
        shape = getattr(self, "zoomed_canvas_frame_shape", None)
        if shape is not None:
            self.zoomed_display_height, self.zoomed_display_width = shape
        for name in ("center", "corner", "corner_buff"):
            old = getattr(self, f"zoomed_canvas_{name}", None)
            if old is not None:
                setattr(self, f"zoomed_display_{name}", old)
        words = dict(self.zoomed_camera_config)
        self.zoomed_camera_config = {name: words[name] for name in _CAMERA_WORDS if name in words}

    @property
    def little_rectangle(self):
        return self.zoomed_camera.frame

    @property
    def big_rectangle(self):
        return self.zoomed_display

    def get_zoomed_camera_mobject(self):
        return self.zoomed_display

    def disactivate_zooming(self):
        self.zoom_activated = False
        self.remove(self.zoomed_camera.frame, self.zoomed_display)
        self.remove_foreground_mobjects(self.zoomed_camera.frame, self.zoomed_display)

    deactivate_zooming = disactivate_zooming

    def get_zoomed_display_pop_out_animation(self, **kwargs):
        words = {name: value for name, value in kwargs.items() if name in ("run_time", "rate_func")}
        display = self.zoomed_display
        display.save_state()
        display.replace(self.zoomed_camera.frame, stretch=True)
        return ApplyMethod(display.restore, **words)
