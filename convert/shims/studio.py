"""What scenes ask of manimgl's window and of its writer of files: no key is down, nothing is selected or written."""

from manim import *


class _FileWriter:
    """Names of folders; a converted scene finds nothing in them."""

    output_directory = "assets/output"
    partial_movie_directory = "assets/output/partial"

    def get_default_module_directory(self):
        return "scenes"

    def get_default_scene_name(self):
        return "scene"

    def get_output_file_rootname(self):
        return Path("assets/output/videos/scene")

    def get_movie_file_path(self):
        return "assets/output/scene.mp4"


class _PointOfMouse:
    """Where the mouse would be: in the middle, until something moves it."""

    def __init__(self, name):
        self.name = name

    def __get__(self, scene, cls=None):
        if scene is None:
            return self
        point = VectorizedPoint()
        setattr(scene, self.name, point)
        return point


def _stay(self, *args, **kwargs):
    return self


def _point_to_mobject(self, point, search_set=None, buff=0):
    """The topmost mobject whose box holds the point."""
    for mob in reversed(list(self.mobjects if search_set is None else search_set)):
        low, high = mob.get_corner(DL) - buff, mob.get_corner(UR) + buff
        if np.all(low[:2] <= point[:2]) and np.all(point[:2] <= high[:2]):
            return mob
    return None


Scene.file_writer = _FileWriter()
Scene.window = None
Scene.mouse_point = _PointOfMouse("mouse_point")
Scene.mouse_drag_point = _PointOfMouse("mouse_drag_point")
Scene.selection = VGroup()
Scene.clear_selection = _stay
Scene.toggle_selection_mode = _stay
Scene.add_to_selection = _stay
Scene.enable_selection = _stay
Scene.lock_static_mobject_data = _stay
Scene.unlock_mobject_data = _stay
Scene.point_to_mobject = _point_to_mobject
