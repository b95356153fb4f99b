"""Single things as Manim code: one constructor per kind."""

from __future__ import annotations

from collections.abc import Callable
from math import cos, pi, radians, sin

from agent.models.composer.direct.figures import FIGURES
from agent.models.composer.direct.notation import color, number, quoted, raw, vector
from agent.models.composer.direct.nouns import CLOSED, LINES, SIDES, TEXTS
from agent.models.composer.direct.program import Program, Thing
from agent.models.composer.direct.sizes import room

Args = list[str]


def one(thing: Thing, program: Program, hue: str = "", scale: float = 1.0) -> str:
    """A single mobject; `hue` is code that stands for its colour."""
    build = BUILDERS.get(thing.kind, _dot)
    if not hue and _alone(thing, program):
        scale *= 1.25
    scale *= room(thing, program, scale)
    code = build(thing, scale, ", ".join(style_of(thing, program, hue)))
    return f"DashedVMobject({code}, num_dashes=36)" if "dashed" in thing.look and thing.kind in CLOSED else code


def _alone(thing: Thing, program: Program) -> bool:
    """Whether a thing has the stage for itself, and can be a little larger."""
    source = program.thing(thing.owner) if thing.role == "target" else None
    if source is not None and not _alone(source, program):
        return False
    kept = (thing.id, *_sources(thing, program), "floor")
    others = [t for t in program.things if t.role == "stage" and t.id not in kept]
    return (
        not others
        and thing.count == 1
        and thing.dims is None
        and thing.spot is None
        and thing.kind in CLOSED - {"ball"}
    )


def _sources(thing: Thing, program: Program) -> tuple[str, ...]:
    """What a thing was before it was transformed, all the way back."""
    source = program.thing(thing.owner) if thing.role == "target" else None
    return (source.id, *_sources(source, program)) if source is not None else ()


def style_of(thing: Thing, program: Program, hue: str = "") -> Args:
    """The keyword arguments for a thing's looks; `hue` is code that stands for its colour."""
    args: Args = []
    shown = hue or (color(_first_color(thing)) if thing.colors else "")
    if shown:
        args.append(f"color={shown}")
    if thing.kind in CLOSED:
        opacity = 0.0 if "dashed" in thing.look else _opacity(thing, program)
        if opacity:
            args.append(f"fill_opacity={number(opacity)}")
    if "stroke_width" in dict(thing.measures):
        args.append(f"stroke_width={number(thing.measure('stroke_width', 4))}")
    elif "borderless" in thing.look:
        args.append("stroke_width=0")
    elif "thick" in thing.look:
        args.append("stroke_width=10")
    elif "thin" in thing.look:
        args.append("stroke_width=2")
    return args


def _first_color(thing: Thing) -> str:
    """The colour a thing starts with, before any recolouring."""
    was = [look.removeprefix("was:") for look in thing.look if look.startswith("was:")]
    return was[0] if was else thing.color


def _opacity(thing: Thing, program: Program) -> float:
    if any(a.verb == "follow" and a.others == (thing.id,) for step in program.steps for a in step.actions):
        return 0.0
    if "opacity" in dict(thing.measures):
        return min(1.0, thing.measure("opacity", 0.5))
    if "outlined" in thing.look:
        return 0.0
    if "faint" in thing.look:
        return 0.2
    if "filled" in thing.look or thing.kind in ("ball", "disk"):
        return 1.0
    inside = any(
        t.owner == thing.id and t.role == "attached" and t.kind not in ("label", "right_angle", "corner_mark")
        for t in program.things
    )
    return 0.2 if inside or thing.kind == "right_triangle" else 0.5


# -- single shapes ----------------------------------------------------------------------------------------------


def _call(name: str, *args: str) -> str:
    return f"{name}({', '.join(arg for arg in args if arg)})"


def _radius(thing: Thing, default: float, scale: float) -> float:
    given = dict(thing.measures)
    if "radius" in given:
        return max(0.05, min(given["radius"], 3.2))
    if "diameter" in given:
        return max(0.05, min(given["diameter"] / 2, 3.2))
    return min(3.0, default * thing.size * scale)


def _circle(thing: Thing, scale: float, style: str) -> str:
    radius = _radius(thing, {"ball": 0.4, "disk": 1.0}.get(thing.kind, 1.2), scale)
    return _call("Circle", f"radius={number(radius)}", style)


def _dot(thing: Thing, scale: float, style: str) -> str:
    return _call("Dot", f"radius={number(_radius(thing, 0.15, 1))}", style)


def _square(thing: Thing, scale: float, style: str) -> str:
    side = thing.measure("side", thing.measure("width", thing.measure("length", 0)))
    side = min(side, 5.5) or min(5.0, 2 * thing.size * scale)
    return _call("Square", f"side_length={number(side)}", style)


def _size(thing: Thing, width: float, height: float, scale: float) -> tuple[str, str]:
    wide = min(12.5, thing.measure("width", thing.measure("length", width * thing.size * scale)))
    high = min(5.5, thing.measure("height", height * thing.size * scale))
    return f"width={number(wide)}", f"height={number(high)}"


def _rectangle(thing: Thing, scale: float, style: str) -> str:
    return _call("Rectangle", *_size(thing, 3, 1.8, scale), style)


def _rounded(thing: Thing, scale: float, style: str) -> str:
    return _call("RoundedRectangle", "corner_radius=0.3", *_size(thing, 3, 1.8, scale), style)


def _ellipse(thing: Thing, scale: float, style: str) -> str:
    return _call("Ellipse", *_size(thing, 4, 2.2, scale), style)


def _regular(thing: Thing, scale: float, style: str) -> str:
    sides = SIDES.get(thing.kind, max(3, min(20, int(thing.measure("n", thing.measure("sides", 5))))))
    if thing.points:
        return _call("Polygon", *[point(p) for p in thing.points], style)
    radius = _radius(thing, 1.4, scale)
    if "side" in dict(thing.measures):
        radius = min(3.0, thing.measure("side", 2) / (2 * sin(pi / sides)))
    if sides == 3:
        return _call("Triangle", f"radius={number(radius)}", style)
    return _call("RegularPolygon", f"n={sides}", f"radius={number(radius)}", style)


def point(at: tuple[float, ...]) -> str:
    """A point of the frame as code, kept inside it."""
    x, y = _framed(at)
    return f"[{number(x)}, {number(y)}, 0]"


def _framed(point: tuple[float, ...]) -> tuple[float, float]:
    return max(-6.6, min(6.6, point[0])), max(-3.6, min(3.6, point[1]))


def _polygon(points: tuple[tuple[float, float], ...]) -> Callable[[Thing, float, str], str]:
    def build(thing: Thing, scale: float, style: str) -> str:
        if thing.points and len(thing.points) >= 3:
            return _call("Polygon", *[point(p) for p in thing.points], style)
        width, height = (max(abs(p[i]) for p in points) for i in (0, 1))
        x = thing.measure("width", 2 * width * thing.size * scale) / (2 * width)
        y = thing.measure("height", 2 * height * thing.size * scale) / (2 * height)
        return _call("Polygon", *[point((px * x, py * y)) for px, py in points], style)

    return build


def _star(thing: Thing, scale: float, style: str) -> str:
    points = int(thing.measure("n", thing.measure("sides", 5)))
    return _call(
        "Star", f"n={points}" if points != 5 else "", f"outer_radius={number(_radius(thing, 1.3, scale))}", style
    )


def _arc(thing: Thing, scale: float, style: str) -> str:
    angle = thing.measure("angle", 90)
    return _call("Arc", f"radius={number(_radius(thing, 1.8, scale))}", f"angle={number(angle)} * DEGREES", style)


def _semicircle(thing: Thing, scale: float, style: str) -> str:
    return _call(
        "Sector" if "fill" in style else "Arc", f"radius={number(_radius(thing, 1.5, scale))}", "angle=PI", style
    )


def _sector(thing: Thing, scale: float, style: str) -> str:
    return _call(
        "Sector",
        f"radius={number(_radius(thing, 1.6, scale))}",
        f"angle={number(thing.measure('angle', 60))} * DEGREES",
        style,
    )


def _ring(thing: Thing, scale: float, style: str) -> str:
    outer = _radius(thing, 1.4, scale)
    inner = min(thing.measure("inner_radius", outer * 0.6), outer * 0.95)
    return _call("Annulus", f"inner_radius={number(inner)}", f"outer_radius={number(outer)}", style)


def _line(thing: Thing, scale: float, style: str) -> str:
    name = {
        "dashed_line": "DashedLine",
        "arrow": "Arrow",
        "double_arrow": "DoubleArrow",
        "curved_arrow": "CurvedArrow",
        "vector": "Arrow",
    }
    start, end = _line_ends(thing, scale)
    buff = "buff=0" if thing.kind in ("arrow", "double_arrow", "vector") else ""
    return _call(name.get(thing.kind, "Line"), vector(*start), vector(*end), buff, style)


def _line_ends(thing: Thing, scale: float) -> tuple[tuple[float, float], tuple[float, float]]:
    if len(thing.points) >= 2:
        return _framed(thing.points[0]), _framed(thing.points[1])
    if thing.kind == "vector" and thing.points:
        return (0.0, 0.0), _framed(thing.points[0])
    half = min(6.0, thing.measure("length", 5 * thing.size * scale) / 2)
    angle = thing.measure("angle", 0) + 90 * thing.measure("direction", 0)
    if "vertical" in thing.look or thing.kind == "vertical_line":
        angle, half = 90, min(half, 2.5)
    if "diagonal" in thing.look:
        angle = 45
    x, y = half * cos(radians(angle)), half * sin(radians(angle))
    return (-x, -y), (x, y)


def _wall(thing: Thing, scale: float, style: str) -> str:
    return _call("Line", "2 * DOWN", "2 * UP", "stroke_width=8", "color=GRAY_B" if "color" not in style else style)


def _floor(thing: Thing, scale: float, style: str) -> str:
    return _call("Line", "5 * LEFT", "5 * RIGHT", "color=GRAY_B" if "color" not in style else style)


def _number_line(thing: Thing, scale: float, style: str) -> str:
    first, last = sorted(thing.span or (-5, 5))
    last = last if last > first else first + 1
    step = next(
        (s for s in (0.1, 0.25, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000) if (last - first) / s <= 12),
        (last - first) / 10,
    )
    return _call(
        "NumberLine",
        f"x_range=[{number(first)}, {number(last)}, {number(step)}]",
        "length=11",
        "include_numbers=True",
        style,
    )


def _axes(thing: Thing, scale: float, style: str) -> str:
    settings = 'axis_config={"color": GRAY_B, "include_numbers": True, "font_size": 26}'
    low, high = sorted(thing.span) if thing.span else (-5.0, 5.0)
    reach = max([abs(c) for p in thing.points for c in p] or [0])
    high, low = max(high, reach + 1), min(low, -reach - 1 if reach else low)
    step = 1 if high - low <= 16 else 5
    up, down = min(high, 3 * step) if not reach else high, max(low, -3 * step) if not reach else low
    ranges = (f"x_range=[{number(low)}, {number(high)}, {step}]", f"y_range=[{number(down)}, {number(up)}, {step}]")
    return _call("Axes", *ranges, "x_length=10", "y_length=5.6", settings)


def _plane(thing: Thing, scale: float, style: str) -> str:
    return _call(
        "NumberPlane", "x_range=[-7, 7, 1]", "y_range=[-4, 4, 1]",
        'background_line_style={"stroke_color": BLUE_E, "stroke_opacity": 0.5}',
    )  # fmt: skip


def _text(thing: Thing, scale: float, style: str) -> str:
    size = {"title": 44, "subtitle": 32, "caption": 30, "takeaway": 30, "number": 96, "letter": 96, "text": 56}.get(
        thing.kind, 36
    )
    size = int(thing.measure("font_size", size * (thing.size if thing.kind in ("text", "number", "letter") else 1)))
    size = min(size, int(1400 / max(8, len(thing.content)) * 1.35)) if thing.content else size
    if len(thing.colors) > 1 and thing.count == 1:
        style = f"gradient=({', '.join(color(c) for c in thing.colors)})"
    extra = ["weight=BOLD" if "bold" in thing.look else "", "slant=ITALIC" if "italic" in thing.look else ""]
    return _call("Text", quoted(thing.content or "Text"), f"font_size={max(18, size)}", *extra, style)


def _formula(thing: Thing, scale: float, style: str) -> str:
    size = int(60 * min(thing.size, 2.0)) if len(thing.content) < 60 else 44
    isolated = sorted({look.removeprefix("isolate:") for look in thing.look if look.startswith("isolate:")})
    if isolated:
        style = ", ".join(part for part in (style, f"substrings_to_isolate={isolated!r}".replace("'", '"')) if part)
    return _call(
        "MathTex", raw(thing.content or "a^2 + b^2 = c^2"), f"font_size={int(thing.measure('font_size', size))}", style
    )


def _counter(thing: Thing, scale: float, style: str) -> str:
    first = thing.span[0] if thing.span else 0
    if first != int(first):
        return _call("DecimalNumber", number(first), "font_size=96", style)
    return _call("Integer", number(first), "font_size=96", style)


def _solid(name: str, *defaults: str) -> Callable[[Thing, float, str], str]:
    def build(thing: Thing, scale: float, style: str) -> str:
        shade = style.replace("color=", "fill_color=") if name in ("Cube", "Prism") else ""
        size = f".scale({number(thing.size * scale)})" if thing.size * scale != 1 else ""
        paint = "" if shade or not thing.colors else f".set_color({color(thing.color)})"
        return _call(name, *defaults, shade) + paint + size

    return build


def _sphere(thing: Thing, scale: float, style: str) -> str:
    paint = f".set_color({color(thing.color)})" if thing.colors else ""
    return _call("Sphere", f"radius={number(_radius(thing, 1.5, scale))}", "resolution=(24, 24)") + paint


def _cube(thing: Thing, scale: float, style: str) -> str:
    side = thing.measure("side", 2.2 * thing.size * scale)
    stroke = ["fill_opacity=0.35", "stroke_color=WHITE", "" if "stroke_width" in style else "stroke_width=2"]
    return _call("Cube", f"side_length={number(min(side, 4))}", style.replace("color=", "fill_color="), *stroke)


def _curve(body: str, low: str, high: str) -> Callable[[Thing, float, str], str]:
    def build(thing: Thing, scale: float, style: str) -> str:
        grow = f".scale({number(thing.size * scale)})" if thing.size * scale != 1 else ""
        return _call("ParametricFunction", f"lambda t: {body}", f"t_range=[{low}, {high}]", style) + grow

    return build


def _path(build: str) -> Callable[[Thing, float, str], str]:
    def make(thing: Thing, scale: float, style: str) -> str:
        shown = style if thing.look and "said" in thing.look else "color=GRAY, stroke_width=2"
        return build.replace("STYLE", shown)

    return make


_HEART = (
    "0.1 * np.array([16 * np.sin(t) ** 3, 13 * np.cos(t) - 5 * np.cos(2 * t) - 2 * np.cos(3 * t) - np.cos(4 * t), 0])"
)


def _cross(thing: Thing, scale: float, style: str) -> str:
    return _call("Cross", f"scale_factor={number(thing.size * scale)}", f"stroke_{style}" if style else "")


def _crescent(thing: Thing, scale: float, style: str) -> str:
    return _call("Difference", "Circle(radius=1.3)", "Circle(radius=1.2).shift(0.6 * RIGHT)", style)


BUILDERS: dict[str, Callable[[Thing, float, str], str]] = {
    "circle": _circle, "ball": _circle, "disk": _circle, "dot": _dot, "square": _square, "rectangle": _rectangle,
    "box": _rectangle, "rounded_rectangle": _rounded, "ellipse": _ellipse, "star": _star, "arc": _arc, "ring": _ring,
    "semicircle": _semicircle, "sector": _sector, "wall": _wall, "floor": _floor, "number_line": _number_line,
    "axes": _axes, "plane": _plane, "formula": _formula, "counter": _counter, "sphere": _sphere, "cube": _cube,
    "polygon": _regular, **dict.fromkeys(SIDES, _regular), **dict.fromkeys(LINES, _line),
    **dict.fromkeys(TEXTS - {"formula", "counter"}, _text),
    "right_triangle": _polygon(((-2, -1.5), (2, -1.5), (-2, 1.5))),
    "isosceles": _polygon(((-1.2, -1.3), (1.2, -1.3), (0, 1.5))),
    "diamond": _polygon(((-1.1, 0), (0, -1.6), (1.1, 0), (0, 1.6))),
    "parallelogram": _polygon(((-2, -0.9), (1.2, -0.9), (2, 0.9), (-1.2, 0.9))),
    "trapezoid": _polygon(((-1.8, -0.9), (1.8, -0.9), (1, 0.9), (-1, 0.9))),
    "cylinder": _solid("Cylinder", "radius=1", "height=2.5"), "cone": _solid("Cone", "base_radius=1.2", "height=2.4"),
    "torus": _solid("Torus", "major_radius=1.6", "minor_radius=0.5"),
    "prism": _solid("Prism", "dimensions=[3, 2, 1.5]"),
    "axes3d": lambda thing, scale, style: "ThreeDAxes()",
    "cross": _cross, "crescent": _crescent, "heart": _curve(_HEART, "0", "TAU"),
    **FIGURES,
    "spiral": _curve("0.18 * t * np.array([np.cos(t), np.sin(t), 0])", "0", "4 * PI"),
    "circular_path": _path("Circle(radius=2.2, STYLE)"),
    "elliptical_path": _path("Ellipse(width=7, height=3.6, STYLE)"),
    "square_path": _path("Square(side_length=4, STYLE)"), "triangular_path": _path("Triangle(radius=2.4, STYLE)"),
    "path": _path("ArcBetweenPoints(4 * LEFT + DOWN, 4 * RIGHT + DOWN, angle=-PI / 2, STYLE)"),
    "zigzag": _path("VMobject(STYLE).set_points_as_corners([[x, (-1) ** x, 0] for x in range(-5, 6)])"),
    "wave_path": _path("FunctionGraph(lambda x: 1.2 * np.sin(1.5 * x), x_range=[-5, 5], STYLE)"),
    "eight_path": _path(
        "ParametricFunction(lambda t: np.array([3 * np.sin(t), 1.6 * np.sin(2 * t), 0]), t_range=[0, TAU], STYLE)"
    ),
}  # fmt: skip
