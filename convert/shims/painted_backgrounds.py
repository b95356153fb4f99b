"""Pictures that old scenes compute, save as a file and load again: here they stay in memory."""

from __future__ import annotations

from manim import *
from PIL import Image

_pictures = {}
_SKIPPED = 4


def _get_image_file_path(self, name, *args):
    return name


def _save_image(self, path="", *args, **kwargs):
    _pictures[str(path)] = Image.fromarray(np.uint8(self.camera.background))


def _get_pixel_width(self):
    return self.pixel_width


def _get_pixel_height(self):
    return self.pixel_height


def _set_background_from_func(self, coords_to_colors_func):
    """One colour for every fourth pixel each way, drawn big: the function is slow."""
    width, height = self.pixel_width // _SKIPPED, self.pixel_height // _SKIPPED
    xs = (np.arange(width) + 0.5) / width * self.frame_width - self.frame_width / 2
    ys = self.frame_height / 2 - (np.arange(height) + 0.5) / height * self.frame_height
    colors = [[np.array(coords_to_colors_func(np.array([x, y])), dtype=float) for x in xs] for y in ys]
    pixels = np.uint8(255 * np.clip(np.nan_to_num(np.array(colors)), 0, 1))
    picture = Image.fromarray(pixels).resize((self.pixel_width, self.pixel_height), Image.Resampling.BILINEAR)
    self.background = np.array(picture)


def _with_pictures(init_background):
    def load(self):
        picture = _pictures.get(str(self.background_image))
        if picture is None:
            self.background_image = None
            init_background(self)
        else:
            self.background = np.array(picture.resize((self.pixel_width, self.pixel_height)))

    return load


def _color_using_background_image(self, background_image):
    """The picture of that name, or the mobject's own colour where there is none."""
    picture = _pictures.get(str(background_image), background_image)
    if not isinstance(picture, str):
        self.background_image = picture
        self.set_color(WHITE)
        for part in self.submobjects:
            part.color_using_background_image(picture)
    return self


def _get_background_image_file(self):
    return self.get_background_image()


Scene.get_image_file_path = _get_image_file_path
Scene.save_image = _save_image
Camera.get_pixel_width = _get_pixel_width
Camera.get_pixel_height = _get_pixel_height
Camera.set_background_from_func = _set_background_from_func
Camera.init_background = _with_pictures(Camera.init_background)
VMobject.color_using_background_image = _color_using_background_image
VMobject.get_background_image_file = _get_background_image_file
