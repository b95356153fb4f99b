"""Positional arguments as people write them, where manim's own order differs: one row a fact."""

from __future__ import annotations

TEXTS = frozenset({"Text", "MarkupText", "Paragraph", "Tex", "MathTex", "Title", "BulletedList"})
"""What takes words first: a number or a colour after them is meant by keyword."""

ORDERS: dict[str, tuple[str, ...]] = {
    "Rectangle": ("width", "height"),
    "RoundedRectangle": ("width", "height", "corner_radius"),
}

SPREAD = frozenset(
    """Polygon ArcPolygon Polygram VGroup Group AnimationGroup Succession LaggedStart FadeIn FadeOut Union Intersection
    SurroundingRectangle Create Write ConvexHull""".split()  # noqa: SIM905  # a table of names reads best as text
)
"""What takes its things one by one, not in a list."""

POINTS = frozenset({"Polygon", "ArcPolygon", "Polygram", "ConvexHull"})
"""What takes points one by one: a name alone is a list of them."""

DEFAULTS: dict[str, str] = {
    "FadeToColor": "YELLOW",
    "GrowFromEdge": "DOWN",
    "GrowFromPoint": "ORIGIN",
    "ScaleInPlace": "1.2",
    "Rotate": "PI",
    "Integer": "0",
    "RegularPolygram": "5",
}
