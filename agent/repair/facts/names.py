"""Names that models invent or remember from elsewhere, and what stands for them in manim: one row a fact.

Names of manimgl and of older ManimCE are in `convert.facts.names`; colours in `agent.repair.facts.colors`.
"""

from __future__ import annotations

# Constants, functions and classes that take the same arguments under another name.
NAMES: dict[str, str] = {
    "DEGREE": "DEGREES",
    "CENTER": "ORIGIN",
    "MIDDLE": "ORIGIN",
    "UP_LEFT": "UL",
    "UP_RIGHT": "UR",
    "DOWN_LEFT": "DL",
    "DOWN_RIGHT": "DR",
    "TOP_LEFT": "UL",
    "TOP_RIGHT": "UR",
    "BOTTOM_LEFT": "DL",
    "BOTTOM_RIGHT": "DR",
    "UPPER_LEFT": "UL",
    "UPPER_RIGHT": "UR",
    "LOWER_LEFT": "DL",
    "LOWER_RIGHT": "DR",
    "LEFT_UP": "UL",
    "RIGHT_UP": "UR",
    "LEFT_DOWN": "DL",
    "RIGHT_DOWN": "DR",
    "CORNER_UL": "UL",
    "CORNER_UR": "UR",
    "FORWARD": "OUT",
    "BACK": "IN",
    "SMALL": "SMALL_BUFF",
    "LARGE": "LARGE_BUFF",
    "MEDIUM_BUFF": "MED_SMALL_BUFF",
    "MED_BUFF": "MED_SMALL_BUFF",
    "TINY_BUFF": "SMALL_BUFF",
    "DEFAULT_BUFF": "MED_SMALL_BUFF",
    "BOLD_ITALIC": "BOLD",
    "INFINITY": "np.inf",
    "INF": "np.inf",
    "E": "np.e",
    "pi": "PI",
    "tau": "TAU",
    "ease_in_out": "smooth",
    "ease_out": "rate_functions.ease_out_sine",
    "ease_in": "rate_functions.ease_in_sine",
    "ease": "smooth",
    "linear_rate_func": "linear",
    "smooth_step": "smooth",
    "smoothstep_in_out": "smooth",
    "easeInOut": "smooth",
    "Latex": "Tex",
    "LaTeX": "Tex",
    "MathText": "MathTex",
    "TextBox": "Text",
    "Caption": "Text",
    "Subtitle": "Text",
    "Header": "Title",
    "Number": "DecimalNumber",
    "Float": "DecimalNumber",
    "Real": "DecimalNumber",
    "Counter": "Integer",
    "Bullet": "Dot",
    "Ball": "Dot",
    "Box": "Square",
    "Rect": "Rectangle",
    "RoundedRect": "RoundedRectangle",
    "RoundedSquare": "RoundedRectangle",
    "Oval": "Ellipse",
    "Ring": "Annulus",
    "Ray": "Arrow",
    "ArrowVector": "Vector",
    "Vec": "Vector",
    "CurvedLine": "ArcBetweenPoints",
    "CurveArrow": "CurvedArrow",
    "DottedLine": "DashedLine",
    "Grid": "NumberPlane",
    "Plane": "NumberPlane",
    "CoordinatePlane": "NumberPlane",
    "CartesianPlane": "NumberPlane",
    "Axis": "NumberLine",
    "Axes2D": "Axes",
    "Axes3D": "ThreeDAxes",
    "Graph2D": "Axes",
    "FunctionPlot": "FunctionGraph",
    "VectorField2D": "ArrowVectorField",
    "Image": "ImageMobject",
    "SVG": "SVGMobject",
    "Point3D": "Dot3D",
    "Box3D": "Prism",
    "Cuboid": "Prism",
    "Pyramid": "Tetrahedron",
    "Group3D": "Group",
    "VectorGroup": "VGroup",
    "HGroup": "VGroup",
    "MGroup": "Group",
    "TextGroup": "VGroup",
    "MathTable2D": "MathTable",
    "CodeBlock": "Code",
    "List": "BulletedList",
    "BulletList": "BulletedList",
    "NumberedList": "BulletedList",
    "Curly": "Brace",
    "Braces": "Brace",
    "CurlyBrace": "Brace",
    "Tracker": "ValueTracker",
    "Highlight": "SurroundingRectangle",
    "HighlightBox": "SurroundingRectangle",
    "BoundingBox": "SurroundingRectangle",
    "FrameBox": "SurroundingRectangle",
    "SurroundingBox": "SurroundingRectangle",
    "Frame": "SurroundingRectangle",
    "Draw": "Create",
    "DrawBorder": "Create",
    "DrawLine": "Create",
    "DrawArrow": "GrowArrow",
    "Creation": "Create",
    "CreateText": "Write",
    "WriteText": "Write",
    "WriteTex": "Write",
    "ShowText": "Write",
    "Show": "FadeIn",
    "Appear": "FadeIn",
    "FadeInText": "FadeIn",
    "FadeInFromPoint": "FadeIn",
    "FadeInFromCenter": "GrowFromCenter",
    "FadeInAndShift": "FadeIn",
    "FadeInFrom": "FadeIn",
    "FlashIn": "FadeIn",
    "Reveal": "FadeIn",
    "PopIn": "GrowFromCenter",
    "PopUp": "GrowFromCenter",
    "ZoomIn": "GrowFromCenter",
    "ZoomOut": "ShrinkToCenter",
    "Grow": "GrowFromCenter",
    "GrowIn": "GrowFromCenter",
    "Shrink": "ShrinkToCenter",
    "ShrinkOut": "ShrinkToCenter",
    "FadeOutAll": "FadeOut",
    "ClearScene": "FadeOut",
    "Vanish": "FadeOut",
    "Disappear": "FadeOut",
    "Hide": "FadeOut",
    "Remove": "FadeOut",
    "Erase": "Uncreate",
    "UnCreate": "Uncreate",
    "UnWrite": "Unwrite",
    "Typewriter": "AddTextLetterByLetter",
    "TypeWriter": "AddTextLetterByLetter",
    "TypeText": "AddTextLetterByLetter",
    "Morph": "Transform",
    "MorphTo": "Transform",
    "ReplaceTransform": "ReplacementTransform",
    "TransformMatching": "TransformMatchingShapes",
    "TransformMatchingMathTex": "TransformMatchingTex",
    "CrossFade": "FadeTransform",
    "FadeTransformFrom": "FadeTransform",
    "Pulse": "Indicate",
    "Emphasize": "Indicate",
    "Bounce": "Indicate",
    "Glow": "Indicate",
    "Surround": "Circumscribe",
    "Shake": "Wiggle",
    "Jiggle": "Wiggle",
    "Spin": "Rotate",
    "RotateIn": "SpinInFromNothing",
    "MoveAlong": "MoveAlongPath",
    "Parallel": "AnimationGroup",
    "Sequence": "Succession",
    "LaggedStartMapped": "LaggedStartMap",
    "Pause": "Wait",
    "Delay": "Wait",
}

# Animations that differ by a keyword: class, keyword, value.
WITH_KEYWORD: dict[str, tuple[str, str, str]] = {
    **{
        f"FadeIn{way}": ("FadeIn", "shift", value)
        for way, value in (("Up", "UP"), ("Down", "DOWN"), ("Left", "LEFT"), ("Right", "RIGHT"))
    },
    **{
        f"FadeOut{way}": ("FadeOut", "shift", value)
        for way, value in (("Up", "UP"), ("Down", "DOWN"), ("Left", "LEFT"), ("Right", "RIGHT"))
    },
    **{
        f"FadeInFrom{way}": ("FadeIn", "shift", value)
        for way, value in (("Up", "DOWN"), ("Top", "DOWN"), ("Bottom", "UP"), ("Left", "RIGHT"), ("Right", "LEFT"))
    },
    **{
        f"SlideIn{way}": ("FadeIn", "shift", value)
        for way, value in (("Up", "UP"), ("Down", "DOWN"), ("Left", "LEFT"), ("Right", "RIGHT"))
    },
    **{
        f"GrowFrom{way}": ("GrowFromEdge", "edge", value)
        for way, value in (("Bottom", "DOWN"), ("Top", "UP"), ("Left", "LEFT"), ("Right", "RIGHT"), ("Corner", "DL"))
    },
    "FadeInFromLarge": ("FadeIn", "scale", "2"),
    "SlideIn": ("FadeIn", "shift", "RIGHT"),
    "SlideOut": ("FadeOut", "shift", "RIGHT"),
    "FadeInScale": ("FadeIn", "scale", "0.5"),
    "FadeOutScale": ("FadeOut", "scale", "0.5"),
}

# What is not there under any name: a few lines that make it, put before its first use.
STAND_INS: dict[str, str] = {
    **{
        name: f"def {name}(**kwargs):\n    return RegularPolygon({sides}, **kwargs)"
        for name, sides in (("Diamond", 4), ("Pentagon", 5), ("Hexagon", 6), ("Heptagon", 7), ("Octagon", 8))
    },
    **{
        name: f"def {name}(**kwargs):\n    return Polygon({corners}, **kwargs)"
        for name, corners in (
            ("Trapezoid", "[-1.5, -0.75, 0], [1.5, -0.75, 0], [0.8, 0.75, 0], [-0.8, 0.75, 0]"),
            ("Parallelogram", "[-1.5, -0.75, 0], [1, -0.75, 0], [1.5, 0.75, 0], [-1, 0.75, 0]"),
            ("Rhombus", "[-1, 0, 0], [0, -0.6, 0], [1, 0, 0], [0, 0.6, 0]"),
            ("RightTriangle", "ORIGIN, 3 * RIGHT, 2 * UP"),
        )
    },
    **{
        name: f"def {name}(**kwargs):\n    corners = [0.2 * LEFT, 0.2 * DOWN, 0.4 * RIGHT + 0.3 * UP]\n"
        "    return VMobject(**kwargs).set_points_as_corners(corners)"
        for name in ("Checkmark", "CheckMark")
    },
    "Heart": """def Heart(**kwargs):
    def outline(t):
        y = 13 * np.cos(t) - 5 * np.cos(2 * t) - 2 * np.cos(3 * t) - np.cos(4 * t)
        return np.array([16 * np.sin(t) ** 3, y, 0]) / 12

    return ParametricFunction(outline, t_range=[0, TAU], **kwargs)""",
    "Parabola": "def Parabola(**kwargs):\n    return FunctionGraph(lambda x: x**2, x_range=[-2, 2], **kwargs)",
}

# Words in the name of an unknown animation, and the animation that comes nearest.
ANIMATION_WORDS: tuple[tuple[str, str], ...] = (
    ("Out", "FadeOut"),
    ("Vanish", "FadeOut"),
    ("Remov", "FadeOut"),
    ("Hide", "FadeOut"),
    ("Morph", "Transform"),
    ("Transform", "Transform"),
    ("Write", "Write"),
    ("Type", "Write"),
    ("Draw", "Create"),
    ("Creat", "Create"),
    ("Trace", "Create"),
    ("Grow", "GrowFromCenter"),
    ("Pop", "GrowFromCenter"),
    ("Flash", "Indicate"),
    ("Highlight", "Indicate"),
    ("Pulse", "Indicate"),
    ("Shake", "Wiggle"),
    ("Rotat", "Rotate"),
    ("In", "FadeIn"),
    ("Show", "FadeIn"),
    ("Appear", "FadeIn"),
)
