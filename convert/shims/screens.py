"""Rectangles of the size of a screen."""

from manim import *


class GlScreenRectangle(Rectangle):
    """A rectangle in the proportions of a screen."""

    def __init__(self, aspect_ratio=16 / 9, height=4, **kwargs):
        width = kwargs.pop("width", None)
        super().__init__(
            width=width or aspect_ratio * height,
            height=(width / aspect_ratio if width else height),
            **_words_of_shapes(kwargs),
        )


class GlFullScreenRectangle(Rectangle):
    """A rectangle that fills the frame."""

    def __init__(self, height=None, fill_color=GREY_E, fill_opacity=1, stroke_width=0, **kwargs):
        height = height or config.frame_height
        super().__init__(
            width=height * config.frame_width / config.frame_height, height=height,
            fill_color=kwargs.pop("color", None) or fill_color, fill_opacity=fill_opacity, stroke_width=stroke_width,
            **_words_of_shapes(kwargs),
        )  # fmt: skip


FullScreenRectangle = GlFullScreenRectangle


class FullScreenFadeRectangle(GlFullScreenRectangle):
    """It darkens what is behind it."""

    def __init__(self, stroke_width=0.0, fill_color=BLACK, fill_opacity=0.7, **kwargs):
        super().__init__(fill_color=fill_color, fill_opacity=fill_opacity, stroke_width=stroke_width, **kwargs)


class PictureInPictureFrame(Rectangle):
    def __init__(self, height=3, aspect_ratio=16 / 9, **kwargs):
        super().__init__(height=height, width=height * aspect_ratio, **_words_of_shapes(kwargs))


def _words_of_shapes(words):
    names = ("color", "fill_color", "fill_opacity", "stroke_color", "stroke_width", "stroke_opacity")
    return {name: value for name, value in words.items() if name in names}
