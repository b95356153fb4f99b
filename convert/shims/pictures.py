"""Pictures that are not there: labelled placeholders that fit what they stand for."""

from manim import *

_FIGURES = (
    "person",
    "man",
    "woman",
    "people",
    "portrait",
    "face",
    "student",
    "teacher",
    "figure",
    "stick",
    "character",
    "avatar",
    "human",
)


def _name_of(file_name):
    """`images/cool_photo.png` is "cool photo"."""
    stem = str(file_name).replace("\\", "/").split("/")[-1].split(".")[0]
    return stem.replace("_", " ").replace("-", " ").strip() or "picture"


def _figure(color=GREY_B):
    """A person: head and shoulders."""
    return (
        VGroup(Circle(radius=0.5).shift(0.55 * UP), Sector(radius=1, angle=PI).shift(DOWN))
        .set_fill(color, 1)
        .set_stroke(width=0)
    )


class _MissingPicture(VGroup):
    """A frame with the picture's name, as large as the picture would be."""

    def __init__(self, file_name="", height=4, aspect=1.5, **kwargs):
        super().__init__()
        frame = Rectangle(
            width=height * aspect, height=height, stroke_color=GREY_B, stroke_width=2, fill_color=GREY_E, fill_opacity=1
        )
        label = Text(_name_of(file_name)[:28], font_size=24, color=GREY_A)
        label.scale(min(0.8 * frame.width / (label.width or 1), 0.3 * frame.height / (label.height or 1)))
        self.add(frame)
        if any(word in _name_of(file_name).lower().split() for word in _FIGURES):
            person = _figure().scale(0.3 * height).move_to(frame).shift(0.1 * height * UP)
            self.add(person)
            label.next_to(frame.get_bottom(), UP, buff=0.05 * height)
        self.add(label)
        self.frame, self.label = frame, label
        self.pixel_array = np.full((90, 160, 4), 120, dtype=np.uint8)

    def get_pixel_array(self):
        return self.pixel_array

    def point_to_rgb(self, point):
        return np.array([0.5, 0.5, 0.5])

    def set_resampling_algorithm(self, *args):
        return self


class GlImageMobject(_MissingPicture):
    """An image; a placeholder where its file is not there."""

    def __init__(self, filename_or_array="", height=4.0, width=None, opacity=1, **kwargs):
        is_name = not isinstance(filename_or_array, (np.ndarray, list, tuple)) and not hasattr(
            filename_or_array, "size"
        )
        super().__init__(filename_or_array if is_name else "picture", height or 4)
        self.image_path = str(filename_or_array) if is_name else ""
        if not is_name:
            image = ImageMobject(np.array(filename_or_array, dtype=np.uint8))
            image.height = height or 4
            self.submobjects, self.pixel_array = [image], image.pixel_array
        if width is not None:
            self.width = width
        if opacity is not None and opacity < 1:
            self.set_opacity(opacity)


class GlSVGMobject(VGroup):
    """A drawing from a file that is not there: simple shapes of about the right look."""

    file_name = None

    def __init__(
        self,
        file_name=None,
        *args,
        height=2,
        width=None,
        color=None,
        fill_color=None,
        fill_opacity=None,
        stroke_color=None,
        stroke_width=None,
        **kwargs,
    ):
        super().__init__()
        self.file_name = file_name or type(self).file_name or ""
        self.add(*_icon(_name_of(self.file_name)).submobjects)
        chosen = color or fill_color
        if chosen is not None:
            self.set_color(chosen)
        if fill_opacity is not None:
            self.set_fill(opacity=fill_opacity)
        if stroke_width is not None or stroke_color is not None:
            self.set_stroke(stroke_color, stroke_width)
        if height:
            self.height = height
        if width:
            self.width = width


def _icon(name):
    """Shapes for what a drawing is called; twelve parts in all, for code that picks parts by number."""
    words = name.lower().split()
    body = _figure() if any(word in words for word in _FIGURES) else _shape_for(words)
    parts = VGroup(*body.submobjects)
    while len(parts) < 12:
        parts.add(Dot(radius=0.01, fill_opacity=0, stroke_width=0).move_to(body))
    return parts


def _shape_for(words):
    filled = {"fill_color": GREY_B, "fill_opacity": 1, "stroke_width": 0}
    if {"heart", "love"} & set(words):
        return VGroup(
            Circle(radius=0.5, **filled).shift(0.45 * LEFT),
            Circle(radius=0.5, **filled).shift(0.45 * RIGHT),
            Triangle(**filled).scale(0.98).rotate(PI).shift(0.55 * DOWN),
        )
    if {"house", "home", "building"} & set(words):
        return VGroup(Square(1.4, **filled), Triangle(**filled).scale(0.9).shift(1.1 * UP))
    if {"car", "truck", "bus", "train"} & set(words):
        wheels = [
            Circle(radius=0.25, fill_color=GREY_D, fill_opacity=1, stroke_width=0).shift(
                0.6 * side * RIGHT + 0.5 * DOWN
            )
            for side in (-1, 1)
        ]
        return VGroup(
            Rectangle(width=2, height=0.6, **filled),
            Rectangle(width=1.1, height=0.5, **filled).shift(0.5 * UP),
            *wheels,
        )
    if {"coin", "ball", "earth", "globe", "moon", "sun", "planet"} & set(words):
        return VGroup(Circle(radius=1, **filled))
    if {"computer", "laptop", "screen", "monitor", "phone", "tv"} & set(words):
        return VGroup(
            RoundedRectangle(width=2, height=1.3, corner_radius=0.1, **filled),
            Rectangle(width=1.8, height=1.1, fill_color=GREY_E, fill_opacity=1, stroke_width=0),
            Rectangle(width=0.9, height=0.15, **filled).shift(0.8 * DOWN),
        )
    if {"hand", "finger", "fist", "thumb"} & set(words):
        fingers = [
            RoundedRectangle(width=0.18, height=0.8, corner_radius=0.09, **filled).shift(
                (0.24 * k - 0.36) * RIGHT + 0.75 * UP
            )
            for k in range(4)
        ]
        return VGroup(RoundedRectangle(width=1, height=1, corner_radius=0.2, **filled), *fingers)
    outline = RoundedRectangle(width=2, height=2, corner_radius=0.3, **filled)
    return VGroup(outline, Circle(radius=0.6, fill_color=GREY_D, fill_opacity=1, stroke_width=0))


class ThreeDModel(VGroup):
    """A model of a solid that is not there: a cube of its size."""

    def __init__(self, file_name="", *args, height=2, **kwargs):
        super().__init__(Cube(side_length=height or 2, fill_opacity=0.5))


def Glget_full_raster_image_path(name):
    return str(name)


Glget_full_vector_image_path = Glget_full_raster_image_path
Glget_full_sound_file_path = Glget_full_raster_image_path


def gl_open_picture(path, *args):
    """A small picture for one that is not there: a bright disc with a dark middle, on blue."""
    from PIL import Image

    down, across = np.mgrid[-1:1:24j, -1:1:24j]
    far = np.sqrt(down**2 + across**2)
    pixels = np.full((24, 24, 3), (40, 60, 110), dtype=np.uint8)
    pixels[far < 0.8] = (250, 200, 80)
    pixels[far < 0.3] = (90, 40, 20)
    return Image.fromarray(pixels)
