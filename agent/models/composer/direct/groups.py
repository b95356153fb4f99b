"""Things as Manim code: one, a group, a grid, or a part of another thing. Public entry: `construct`."""

from __future__ import annotations

from agent.models.composer.direct.notation import color, number, quoted, raw
from agent.models.composer.direct.nouns import COORDINATES, LINES, SIDES, TEXTS
from agent.models.composer.direct.program import Program, Thing
from agent.models.composer.direct.shapes import one, point, style_of
from agent.models.composer.direct.sizes import member_scale, width_of


def construct(thing: Thing, program: Program) -> str:
    """The expression that builds a thing (not yet placed)."""
    if thing.kind == "label":
        from agent.models.composer.direct.parts import label

        return label(thing, program)
    if thing.role == "attached" and thing.kind not in LINES | COORDINATES | {"dot", "loop", "angle", "brace"}:
        from agent.models.composer.direct.parts import part

        return part(thing, program)
    if thing.ends or (thing.role == "attached" and thing.kind in ("dot", "vector", "angle", "brace")):
        from agent.models.composer.direct.parts import attached

        return attached(thing, program)
    if thing.dims:
        return _grid(thing, program)
    if thing.count > 1:
        return _group(thing, program)
    return one(thing, program)


def _group(thing: Thing, program: Program) -> str:
    scale = member_scale(thing)
    if "directions" in thing.look:
        ways = ", ".join(look for look in thing.look if look in ("UP", "DOWN", "LEFT", "RIGHT"))
        return (
            f"VGroup(*[Arrow(0.4 * way, 2.4 * way, buff=0, {', '.join(style_of(thing, program))}) for way in [{ways}]])"
        )
    if thing.kind == "line" and "angle" in dict(thing.measures):
        angle = number(thing.measure("angle", 60))
        style = ", ".join(style_of(thing, program))
        vertex = "1.5 * LEFT + DOWN"
        line = f"Line(ORIGIN, 4 * RIGHT, {style})"
        return f"VGroup({line}, {line}.rotate({angle} * DEGREES, about_point=ORIGIN)).shift({vertex})"
    if (
        (thing.kind == "line" and "overlapping" in thing.look)
        or "crossing" in thing.look
        or "perpendicular" in thing.look
    ):
        style = ", ".join(style_of(thing, program))
        second = (
            "2.2 * DOWN, 2.2 * UP" if "perpendicular" in thing.look else "3 * LEFT + 1.5 * UP, 3 * RIGHT + 1.5 * DOWN"
        )
        first = (
            "3 * LEFT, 3 * RIGHT" if "perpendicular" in thing.look else "3 * LEFT + 1.5 * DOWN, 3 * RIGHT + 1.5 * UP"
        )
        return f"VGroup(Line({first}, {style}), Line({second}, {style}))"
    if len(thing.points) == thing.count and thing.kind == "vector":
        ends = ", ".join(point(p) for p in thing.points)
        return f"VGroup(*[Arrow(ORIGIN, end, buff=0, {', '.join(style_of(thing, program))}) for end in [{ends}]])"
    if len(thing.points) == thing.count and thing.kind not in LINES:
        member = one(thing, program, scale=scale)
        places = ", ".join(point(p) for p in thing.points)
        return f"VGroup(*[{member}.move_to(point) for point in [{places}]])"
    if "concentric" in thing.look or thing.formation == "concentric":
        style = ", ".join(arg for arg in style_of(thing, program) if "fill" not in arg)
        if len(thing.colors) > 1:
            hues = ", ".join(color(hue) for hue in thing.colors)
            style = "color=color"
            return f"VGroup(*[{_concentric(thing)}, {style}) for size, color in enumerate([{hues}], start=1)])"
        return f"VGroup(*[{_concentric(thing)}, {style}) for size in range(1, {thing.count + 1})])"
    return f"VGroup(*[{_members(thing, program, scale)}])"


def _concentric(thing: Thing) -> str:
    step = number(2.4 / thing.count)
    if thing.kind in ("square",):
        return f"Square(side_length={number(4.8 / thing.count)} * size"
    if thing.kind in SIDES:
        return f"RegularPolygon(n={SIDES[thing.kind]}, radius={step} * size"
    return f"Circle(radius={step} * size"


def _members(thing: Thing, program: Program, scale: float) -> str:
    total = thing.count if not thing.dims else thing.dims[0] * thing.dims[1]
    if len(thing.colors) > 1:
        hues = [color(thing.colors[i % len(thing.colors)]) for i in range(total)]
        return f"{one(thing, program, 'color', scale)} for color in [{', '.join(hues)}]"
    if thing.kind == "formula" and "\n" in thing.content:
        listed = ", ".join(raw(tex) for tex in thing.content.split("\n"))
        return f"MathTex(tex{', color=' + color(thing.color) if thing.colors else ''}) for tex in [{listed}]"
    if "graded" in thing.look:
        steps = ", ".join(number(0.4 + 0.6 * i / max(1, total - 1)) for i in range(total))
        return f"{one(thing, program, scale=scale)}.scale(factor) for factor in [{steps}]"
    if thing.kind in TEXTS and "\n" in thing.content:
        words = ", ".join(quoted(word) for word in thing.content.split("\n"))
        return (
            f"Text(word, font_size=72{', color=' + color(thing.color) if thing.colors else ''}) for word in [{words}]"
        )
    if thing.kind == "text" and not thing.content:
        return f"Text(str(i + 1)) for i in range({total})"
    return f"{one(thing, program, scale=scale)} for _ in range({total})"


def _grid(thing: Thing, program: Program) -> str:
    rows, columns = thing.dims or (4, 4)
    rows, columns = min(rows, 12), min(columns, 16)
    if thing.noun.startswith(("chess", "checker")):
        side = number(min(5.6 / rows, 10.0 / columns))
        shade = "fill_color=WHITE if (row + column) % 2 else GRAY_E"
        square = f"Square(side_length={side}, stroke_width=1, fill_opacity=1, {shade})"
        cells = f"for row in range({rows}) for column in range({columns})"
        return f"VGroup(*[{square} {cells}]).arrange_in_grid(rows={rows}, cols={columns}, buff=0)"
    cell = min(5.4 / rows, 10.0 / columns, 1.4)
    element = thing.element or "square"
    from dataclasses import replace

    member = replace(thing, kind=element, count=1, dims=(rows, columns), measures=(), size=1.0)
    touching = element == "square" and thing.noun in ("grid", "checkerboard", "chessboard", "lattice", "array")
    scale = cell / width_of(member) * (1.0 if touching else 0.7)
    if element in ("dot",):
        scale = 1.0
    buff = 0.0 if touching else (cell - (0.3 if element == "dot" else cell * 0.7))
    grid = f".arrange_in_grid(rows={rows}, cols={columns}, buff={number(max(0, buff))})"
    return f"VGroup(*[{_members(member, program, scale)}]){grid}"
