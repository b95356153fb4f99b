"""ManimCE's scenes of linear algebra, with settings of the class and methods that they had until 2019."""

from manim import *


def _class_settings_win(scene):
    """What the scene's own class says counts more than the defaults of ManimCE's constructor."""
    for name in list(getattr(scene, "__dict__", {})):
        for cls in type(scene).mro():
            if cls.__module__.startswith("manim."):
                break
            if isinstance(getattr(cls, name, None), (bool, int, float, str, list, tuple, dict, np.ndarray, ManimColor)):
                setattr(scene, name, getattr(cls, name))
                break


class GlVectorScene(VectorScene):
    """Vectors in a plane."""

    forgiving = "@tolerant"

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        _class_settings_win(self)

    def freeze_background(self):
        pass

    def add_plane(self, animate=False, **kwargs):
        plane = GlNumberPlane(**kwargs)
        if animate:
            self.play(Create(plane, lag_ratio=0.5))
        self.add(plane)
        self.plane = plane
        return plane

    def lock_in_faded_grid(self, dimness=0.7, axes_dimness=0.5):
        plane = self.add_plane()
        plane.fade(dimness)
        plane.get_axes().set_color(WHITE).fade(axes_dimness)

    def get_vector(self, numerical_vector, **kwargs):
        origin = self.plane.coords_to_point(0, 0) if hasattr(self, "plane") else ORIGIN
        words = {name: kwargs[name] for name in ("color", "stroke_width") if name in kwargs}
        return GlArrow(origin, origin + _spot(numerical_vector), buff=0, **words)

    def get_vector_label(self, vector, label, at_tip=False, direction="left", *args, buff_factor=1, **kwargs):
        """Until 2017 the direction came first, and the label stood off by a number of small buffs."""
        if isinstance(at_tip, str):
            at_tip, direction = False, at_tip
        scale = kwargs.pop("label_scale_val", None)
        if scale is not None:
            kwargs["label_scale_factor"] = scale
        label = VectorScene.get_vector_label(self, vector, label, at_tip, direction, *args, **kwargs)
        away = rotate_vector(UP if direction == "left" else DOWN, vector.get_angle())
        return label.shift(0.1 * (buff_factor - 1) * away)


class GlLinearTransformationScene(LinearTransformationScene):
    """A plane and its vectors under a matrix."""

    forgiving = "@tolerant"
    t_matrix = ((3, 0), (1, 2))

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        _class_settings_win(self)
        for name in ("background_plane_kwargs", "foreground_plane_kwargs"):
            setattr(self, name, _plane_words(getattr(self, name)))

    def setup(self):
        super().setup()
        self.t_matrix = np.array(self.t_matrix)

    def freeze_background(self):
        pass

    lock_in_faded_grid = GlVectorScene.lock_in_faded_grid
    add_plane = GlVectorScene.add_plane
    get_vector_label = GlVectorScene.get_vector_label


def _plane_words(words):
    """Settings of a plane that ManimCE's knows; old radii become ranges."""
    words = dict(words)
    for axis in "xy":
        radius = words.pop(f"{axis}_radius", None)
        if radius is not None:
            words[f"{axis}_range"] = [-np.ceil(radius), np.ceil(radius), 1]
    known = (
        "x_range",
        "y_range",
        "x_length",
        "y_length",
        "background_line_style",
        "faded_line_style",
        "faded_line_ratio",
        "axis_config",
        "color",
    )
    return {name: value for name, value in words.items() if name in known}
