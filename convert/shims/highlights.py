"""A highlight of several outlines."""

from manim import *


class VHighlight(VGroup):
    """Outlines of a mobject, the widest behind, each with a colour between two bounds."""

    def __init__(self, vmobject, n_layers=5, color_bounds=(GREY_C, GREY_E), max_stroke_addition=5.0):
        outlines = [vmobject.copy().set_fill(opacity=0) for _ in range(n_layers)]
        widths = np.linspace(0, max_stroke_addition, n_layers + 1)[1:]
        for outline, width, color in zip(reversed(outlines), widths, color_gradient(color_bounds, n_layers)):
            for part in outline.family_members_with_points():
                part.set_stroke(color, part.get_stroke_width() + width)
        super().__init__(*outlines)
