"""Nouns of the grammar: every thing that can be drawn, and every part of a thing that can be named."""

from __future__ import annotations

THINGS: dict[str, str] = {  # kind: spellings, singular; plurals are made
    "circle": "circle|wheel|hoop",
    "disk": "disk|disc|filled circle|coin",
    "ball": "ball|marble|bead|planet|sun|earth|electron|proton|nucleus|satellite|bubble",
    "dot": "dot|point|particle",
    "square": "square|tile",
    "rectangle": "rectangle|rect|bar|block|oblong",
    "box": "box|frame box",
    "rounded_rectangle": "rounded rectangle|rounded square|rounded box|capsule|pill",
    "wall": "wall|vertical wall|barrier",
    "floor": "floor|ground",
    "triangle": "triangle|equilateral triangle",
    "isosceles": "isosceles triangle|isosceles",
    "right_triangle": "right triangle|right angled triangle|right angle triangle|rightangled triangle",
    "polygon": "polygon|regular polygon",
    "quadrilateral": "quadrilateral",
    "pentagon": "pentagon",
    "hexagon": "hexagon",
    "heptagon": "heptagon",
    "octagon": "octagon",
    "nonagon": "nonagon",
    "decagon": "decagon",
    "diamond": "diamond|rhombus",
    "parallelogram": "parallelogram",
    "trapezoid": "trapezoid|trapezium",
    "star": "star",
    "ellipse": "ellipse|oval",
    "arc": "arc",
    "semicircle": "semicircle|half circle|semi circle",
    "sector": "sector|pie slice|wedge|circular sector",
    "ring": "ring|annulus|donut shape",
    "line": "line|line segment|segment|straight line|horizontal line",
    "vertical_line": "vertical line",
    "dashed_line": "dashed line|dotted line|dashed segment|dotted segment|broken line",
    "arrow": "arrow",
    "double_arrow": "double arrow|double headed arrow|two headed arrow|doubleheaded arrow",
    "curved_arrow": "curved arrow|bent arrow",
    "vector": "vector",
    "cross": "cross|x mark|plus sign",
    "heart": "heart",
    "spiral": "spiral",
    "smiley": "smiley|smiley face|smiling face|happy face|smile face|emoji",
    "sad_face": "sad face|frowning face|sad smiley",
    "house": "house",
    "snowman": "snowman",
    "traffic_light": "traffic light|stoplight|traffic lights",
    "tree": "tree|fir tree|christmas tree|pine tree",
    "flower": "flower|daisy",
    "crescent": "crescent|moon",
    "number_line": "number line|numberline|number ray",
    "axes": "axes|axis|coordinate axes|coordinate axis|coordinate system|set of axes|pair of axes|cartesian axes"
    "|xy axes",
    "plane": "coordinate plane|number plane|cartesian plane|coordinate grid|plane|xy plane|twod plane|coordinate grid",
    "grid": "grid|lattice|array|checkerboard|chessboard|matrix of",
    "brace": "brace|curly brace",
    "angle": "angle",
    "cube": "cube|threed cube",
    "sphere": "sphere|globe|threed sphere|threed ball",
    "cylinder": "cylinder|threed cylinder",
    "cone": "cone|threed cone",
    "torus": "torus|donut|doughnut",
    "prism": "prism|cuboid|rectangular prism|threed box",
    "axes3d": "threed axes|threed coordinate system|threed axis",
    "text": "text line|line of text|piece of text|text|word|sentence|phrase|message|greeting|string",
    "title": "title|heading|headline|header",
    "subtitle": "subtitle",
    "caption": "caption|footer|note|annotation|callout|comment",
    "takeaway": "takeaway|takeaway label|conclusion|summary|concluding label|concluding text|concluding takeaway"
    "|takeaway text|concluding takeaway label|final message|closing line",
    "label": "label|text label|name label|name tag",
    "formula": "formula|equation|math formula|mathematical formula|expression|identity|latex formula|math equation",
    "letter": "letter|character",
    "number": "number|digit|numeral",
    "counter": "counter|countdown|timer",
    "path": "path|trail|trajectory|track|route",
    "circular_path": "circular path|circular orbit|circular trajectory|circular track|round path|circular trail",
    "elliptical_path": "elliptical path|elliptical orbit|oval path|orbit",
    "square_path": "square path|rectangular path",
    "triangular_path": "triangular path",
    "zigzag": "zigzag|zig zag|zigzag path|zig zag path",
    "wave_path": "wavy path|sinusoidal path|wavy line|sine path|curved path|wave path",
    "eight_path": "figure eight|figure eight path|infinity path|infinity symbol",
    "shape": "shape|object|figure|element|item|thing|polygon shape",
    "camera": "camera|view|viewpoint|perspective",
    "screen": "screen|frame|scene|canvas|stage|picture|background|display|page|video|animation",
}

PARTS: dict[str, str] = {
    "radius": "radius",
    "diameter": "diameter",
    "chord": "chord",
    "tangent": "tangent|tangent line",
    "circumference": "circumference|perimeter|outline|border|boundary",
    "center": "center|centre|middle",
    "midpoint": "midpoint|mid point|middle point",
    "vertex": "vertex|vertices|corner point",
    "endpoint": "endpoint|end point|end",
    "side": "side",
    "edge": "edge",
    "leg": "leg|cathetus|catheti",
    "hypotenuse": "hypotenuse",
    "base": "base",
    "height": "altitude|height",
    "diagonal": "diagonal|main diagonal",
    "antidiagonal": "antidiagonal|anti diagonal|other diagonal",
    "row": "row",
    "column": "column",
    "right_angle": "right angle|right angle mark|right angle marker|right angle symbol",
    "origin": "origin",
    "tick": "tick|tick mark",
    "path_of": "path of",
    "corner": "corner",
    "area": "area",
    "copy": "copy|duplicate|clone",
    "color": "color|colour",
    "size": "size",
    "position": "position|place|location|spot",
    "length": "length",
    "width": "width",
    "thickness": "stroke width|thickness|line width|stroke",
    "font": "font size",
    "bottom": "bottom",
    "top": "top",
    "each": "one|ones",
}

CLOSED = frozenset(
    [
        "circle",
        "disk",
        "ball",
        "square",
        "rectangle",
        "box",
        "rounded_rectangle",
        "triangle",
        "isosceles",
        "right_triangle",
        "polygon",
        "quadrilateral",
        "pentagon",
        "hexagon",
        "heptagon",
        "octagon",
        "nonagon",
        "decagon",
        "diamond",
        "parallelogram",
        "trapezoid",
        "star",
        "ellipse",
        "semicircle",
        "sector",
        "ring",
        "heart",
        "crescent",
    ]
)
"""Closed plane shapes: they can be filled and hold a label."""

SIDES = {"triangle": 3, "pentagon": 5, "hexagon": 6, "heptagon": 7, "octagon": 8, "nonagon": 9, "decagon": 10}
SOLIDS = frozenset({"cube", "sphere", "cylinder", "cone", "torus", "prism", "axes3d"})
TEXTS = frozenset(
    {"text", "title", "subtitle", "caption", "takeaway", "label", "letter", "number", "formula", "counter"}
)
LINES = frozenset({"line", "vertical_line", "dashed_line", "arrow", "double_arrow", "curved_arrow", "vector"})
COORDINATES = frozenset({"axes", "plane", "number_line"})
PATHS = frozenset(
    {
        "path",
        "circular_path",
        "elliptical_path",
        "square_path",
        "triangular_path",
        "zigzag",
        "wave_path",
        "eight_path",
    }
)
PLURALS = {"axis": "axes", "axes": "axes", "vertex": "vertices", "radius": "radii", "hypotenuse": "hypotenuses"}


def plural(word: str) -> str:
    """The plural of an English noun or noun phrase (its last word)."""
    head, _, last = word.rpartition(" ")
    return f"{head} {_plural(last)}".strip()


def _plural(word: str) -> str:
    if word in PLURALS:
        return PLURALS[word]
    if word.endswith(("s", "x", "ch", "sh", "z")):
        return word + "es"
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    return word + "s"
