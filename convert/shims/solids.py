"""Solids that are groups of their faces, as manimgl's are."""

from manim import *


class GlDodecahedron(VGroup):
    """Twelve pentagons; the corners of a cube of side 2 are among theirs."""

    def __init__(self, fill_color=BLUE_E, fill_opacity=1, stroke_color=BLUE_E, stroke_width=1, shading=None, **kwargs):
        super().__init__()
        for corners in Dodecahedron(edge_length=np.sqrt(5) - 1).extract_face_coords():
            self.add(Polygon(*corners, fill_color=fill_color, fill_opacity=fill_opacity))
        self.set_stroke(stroke_color, stroke_width)
        self.set_shade_in_3d(True)
