"""Attached things as Manim code: radii, sides, vertices, midpoints, angles, and labels."""

from __future__ import annotations

from dataclasses import replace

from agent.models.composer.direct.notation import color, label_code, number, raw, singular, vector
from agent.models.composer.direct.nouns import CLOSED, LINES
from agent.models.composer.direct.program import Program, Thing, root

DEFAULT_POINTS = ((-3.0, 1.0), (2.0, 2.0), (3.0, -2.0), (-2.0, -2.0), (0.0, -2.0), (4.0, 1.0))
"""Coordinates for labelled points whose place the wish leaves open."""


def part(thing: Thing, program: Program) -> str:
    """A part of its owner: radius, diameter, side, vertex, centre, midpoint …"""
    owner = program.thing(thing.owner)
    if thing.kind in SIMPLE_PARTS:
        return SIMPLE_PARTS[thing.kind].format(name=thing.owner, hue=color(thing.color))
    if thing.kind in ("center", "origin"):
        if owner is not None and owner.count > 1:
            member = singular(owner.id)
            return f"VGroup(*[Dot({member}.get_center(), color={color(thing.color)}) for {member} in {owner.id}])"
        on_axes = owner is not None and owner.kind in ("axes", "plane")
        where = f"{thing.owner}.c2p(0, 0)" if on_axes else f"{thing.owner}.get_center()"
        return f"Dot({where}, color={color(thing.color)})"
    if thing.kind == "midpoint":
        return _midpoint(thing, program)
    if thing.kind == "vertex":
        return _vertices(thing, owner)
    if thing.kind == "right_angle":
        return _right_angle(thing, owner, program)
    return _sides(thing, program)


SIMPLE_PARTS = {
    "radius": "Line({name}.get_center(), {name}.get_right(), color={hue})",
    "diameter": "Line({name}.get_left(), {name}.get_right(), color={hue})",
    "chord": "Line({name}.point_at_angle(140 * DEGREES), {name}.point_at_angle(40 * DEGREES), color={hue})",
    "tangent": "Line(2.2 * DOWN, 2.2 * UP, color={hue}).next_to({name}, RIGHT, buff=0)",
    "endpoint": "VGroup(Dot({name}.get_start(), color={hue}), Dot({name}.get_end(), color={hue}))",
    "corner_mark": "Square(side_length=0.35, color=GRAY_A, stroke_width=2).move_to({name}.get_corner(DL), "
    "aligned_edge=DL)",
    "copy": "{name}.copy().next_to({name}, RIGHT, buff=1)",
    "height": "DashedLine({name}.get_top(), [{name}.get_top()[0], {name}.get_bottom()[1], 0], color={hue})",
}
"""Parts that need nothing but their owner and a colour."""


def _right_angle(thing: Thing, owner: Thing | None, program: Program) -> str:
    if owner is not None and owner.kind in LINES:
        return _corner(thing, program)
    height = next((t.id for t in program.things if t.kind == "height" and t.owner == thing.owner), "")
    if height:
        return f"Square(side_length=0.3, color=GRAY_A, stroke_width=2).move_to({height}.get_end(), aligned_edge=DL)"
    height = next((t.id for t in program.things if t.kind == "height" and t.owner == thing.owner), "")
    if height:
        return f"Square(side_length=0.3, color=GRAY_A, stroke_width=2).move_to({height}.get_end(), aligned_edge=DL)"
    return SIMPLE_PARTS["corner_mark"].format(name=thing.owner)


def _vertices(thing: Thing, owner: Thing | None) -> str:
    name, hue = thing.owner, color(thing.color)
    if owner is None or owner.kind not in ("cube", "prism"):
        return f"VGroup(*[Dot(vertex, color={hue}) for vertex in {name}.get_vertices()])"
    dot = f"Dot3D({name}.get_center() + [x, y, z], radius=0.06, color={hue})"
    return f"VGroup(*[{dot} for z in {_half(owner)} for x, y in {_square(owner)}])"


def _half(owner: Thing) -> str:
    side = number(min(owner.measure("side", 2.2 * owner.size), 4) / 2)
    return f"[-{side}, {side}]"


def _square(owner: Thing) -> str:
    side = number(min(owner.measure("side", 2.2 * owner.size), 4) / 2)
    return f"[(-{side}, -{side}), ({side}, -{side}), ({side}, {side}), (-{side}, {side})]"


def _midpoint(thing: Thing, program: Program) -> str:
    owner, hue = program.thing(thing.owner), color(thing.color)
    if len(thing.ends) > 1:
        return f"Dot(midpoint({thing.ends[0]}.get_center(), {thing.ends[1]}.get_center()), color={hue})"
    if owner and owner.count > 1:
        return f"Dot(midpoint({owner.id}[0].get_center(), {owner.id}[1].get_center()), color={hue})"
    if owner and owner.kind in LINES | {"side", "hypotenuse", "radius", "diameter"}:
        return f"Dot({thing.owner}.get_center(), color={hue})"
    return f"Dot({thing.owner}.get_center(), color={hue})"


def side_ends(owner: Thing, kind: str, index: int) -> tuple[str, str]:
    """Code of the end points of a side of a shape."""
    name = owner.id
    if owner.kind == "right_triangle":
        ends = {"hypotenuse": ("UL", "DR"), "base": ("DL", "DR")}.get(kind) or (
            ("DL", "DR"),
            ("DL", "UL"),
            ("UL", "DR"),
        )[index % 3]
        return f"{name}.get_corner({ends[0]})", f"{name}.get_corner({ends[1]})"
    if kind == "diagonal":
        pair = ((1, 3), (0, 2))[index % 2]
        return f"{name}.get_vertices()[{pair[0]}]", f"{name}.get_vertices()[{pair[1]}]"
    if kind == "base":
        return f"{name}.get_corner(DL)", f"{name}.get_corner(DR)"
    return (
        f"{name}.get_vertices()[{index}]",
        f"{name}.get_vertices()[{index + 1}]"
        if index < 2
        else f"{name}.get_vertices()[({index} + 1) % len({name}.get_vertices())]",
    )


def _sides(thing: Thing, program: Program) -> str:
    owner = program.thing(thing.owner)
    if owner is None:
        return f"Dot(color={color(thing.color)})"
    lines = [
        f"Line({', '.join(side_ends(owner, thing.kind, i))}, color={color(thing.color)}, stroke_width=6)"
        for i in range(thing.count)
    ]
    return lines[0] if len(lines) == 1 else f"VGroup({', '.join(lines)})"


def angle_lines(thing: Thing, program: Program) -> str:
    """Code of the two lines an angle lies between: two lines, or the sides at a corner of a shape."""
    if len(thing.ends) == 2:
        return ", ".join(thing.ends)
    owner = program.thing(thing.owner)
    if owner is not None and owner.kind in CLOSED:
        name, last = f"{thing.owner}.get_vertices()", "-1"
        return f"Line({name}[0], {name}[1]), Line({name}[0], {name}[{last}])"
    return f"{thing.owner}[0], {thing.owner}[1]"


# -- things between things ------------------------------------------------------------------------------------


def _corner(thing: Thing, program: Program) -> str:
    """The mark between two lines at right angles."""
    return f"RightAngle({angle_lines(thing, program)}, length=0.4, color={color(thing.color)})"


def attached(thing: Thing, program: Program) -> str:
    """Lines and arrows between things, dots and vectors on axes, angles, braces."""
    hue = color(thing.color) if thing.colors else "WHITE"
    if thing.kind == "loop":
        return _loop(thing, program, hue)
    if thing.kind == "brace":
        return f"Brace({thing.ends[0] if thing.ends else thing.owner}, DOWN)"
    if thing.kind == "angle" and any(t.id == thing.owner and "perpendicular" in t.look for t in program.things):
        return _corner(thing, program)
    if thing.kind == "angle":
        return f"Angle({angle_lines(thing, program)}, radius=0.9, color={hue})"
    if thing.ends:
        return _between(thing, program, hue)
    return _on_axes(thing, program, hue)


def _loop(thing: Thing, program: Program, hue: str) -> str:
    if len(thing.ends) == 1:
        member = singular(thing.ends[0])
        return f"Polygon(*[{member}.get_center() for {member} in {thing.ends[0]}], color={hue})"
    return f"Polygon({', '.join(f'{end}.get_center()' for end in thing.ends)}, color={hue})"


def _between(thing: Thing, program: Program, hue: str) -> str:
    name = {
        "dashed_line": "DashedLine",
        "arrow": "Arrow",
        "double_arrow": "DoubleArrow",
        "curved_arrow": "CurvedArrow",
        "vector": "Arrow",
    }
    call = name.get(thing.kind, "Line")
    if thing.kind == "arrow" and "dashed" in thing.look and len(thing.ends) == 2:
        return f"DashedVMobject({_between(replace(thing, look=()), program, hue)}, num_dashes=20)"
    if len(thing.ends) == 1:
        return f"{call}(2 * LEFT, ORIGIN, color={hue}).next_to({thing.ends[0]}, LEFT, buff=0.2)"
    first, second = thing.ends
    if thing.kind == "curved_arrow":
        return f"CurvedArrow({first}.get_top(), {second}.get_top(), angle=-PI / 3, color={hue})"
    small = all(
        (t := program.thing(end)) is not None and t.kind in ("dot", "center", "midpoint", "vertex")
        for end in thing.ends
    )
    if small and thing.kind in ("line", "dashed_line"):
        return f"{call}({first}.get_center(), {second}.get_center(), color={hue})"
    one, two = program.thing(first), program.thing(second)
    sides = facing(one, two, program) if one and two and "[" not in first + second else None
    if sides:
        return (
            f"{call}({first}.{sides[0]}(), {second}.{sides[1]}(){', buff=0.2' if 'Arrow' in call else ''}, color={hue})"
        )
    return f"{call}({first}, {second}{', buff=0.2' if 'Arrow' in call else ''}, color={hue})"


def _said_beside(one: Thing, two: Thing) -> tuple[str, str] | None:
    """The facing sides when one of two things was placed next to the other."""
    faces = {"RIGHT": ("get_right", "get_left"), "LEFT": ("get_left", "get_right")}
    faces |= {"UP": ("get_top", "get_bottom"), "DOWN": ("get_bottom", "get_top")}
    for placed, other in ((two, one), (one, two)):
        if placed.spot and placed.spot.value in faces and placed.spot.refs[:1] == (other.id,):
            pair = faces[placed.spot.value]
            return pair if placed is two else (pair[1], pair[0])
    return None


def facing(one: Thing, two: Thing, program: Program) -> tuple[str, str] | None:
    """The sides two things turn to each other when they stand in a row or a column of the stage."""
    regions = {t.spot.value: t.id for t in (one, two) if t.spot and t.spot.kind == "region"}
    if one.spot and two.spot and len(regions) == 2:
        for low, high, sides in (
            ("LEFT", "RIGHT", ("get_right", "get_left")),
            ("DOWN", "UP", ("get_top", "get_bottom")),
        ):
            if set(regions) == {low, high}:
                return sides if regions[low] == one.id else (sides[1], sides[0])
        return None
    if (beside := _said_beside(one, two)) is not None:
        return beside
    if one.spot or two.spot or one.role != "stage" or two.role != "stage":
        return None
    order = [t.id for t in program.things]
    first = order.index(one.id) < order.index(two.id)
    if "column" in (one.formation, two.formation):
        return ("get_bottom", "get_top") if first else ("get_top", "get_bottom")
    return ("get_right", "get_left") if first else ("get_left", "get_right")


def coordinates(thing: Thing) -> tuple[tuple[float, ...], ...]:
    """Where the dots of a thing are on its axes."""
    if thing.points:
        return thing.points
    if thing.spot and thing.spot.point and thing.spot.kind == "point":
        return (thing.spot.point,)
    if thing.spot and thing.spot.kind == "coordinate":
        value = thing.spot.point[0]
        return ((value, 0.0) if thing.spot.value == "x" else (0.0, value),)
    if thing.kind == "vector":
        return ((3.0, 2.0),)
    return tuple(DEFAULT_POINTS[i % len(DEFAULT_POINTS)] for i in range(thing.count))


def _on_axes(thing: Thing, program: Program, hue: str) -> str:
    owner = program.thing(thing.owner)
    if owner and owner.kind == "number_line":
        first, last = owner.span or (-5.0, 5.0)
        values = [p[0] for p in thing.points] or ([thing.spot.point[0]] if thing.spot and thing.spot.point else [])
        values = values or [first + (last - first) * i / max(1, thing.count) for i in range(thing.count)]
        if thing.count > 1:
            listed = ", ".join(number(value) for value in values)
            return f"VGroup(*[Dot({owner.id}.n2p(x), radius=0.14, color={hue}) for x in [{listed}]])"
        return f"Dot({owner.id}.n2p({number(values[0])}), radius=0.14, color={hue})"
    points = [f"({number(p[0])}, {number(p[1])})" for p in coordinates(thing)]
    if thing.kind == "vector" and thing.count > 1:
        arrow = f"Arrow({thing.owner}.c2p(0, 0), {thing.owner}.c2p(x, y), buff=0, color={hue})"
        return f"VGroup(*[{arrow} for x, y in [{', '.join(points)}]])"
    if thing.kind == "vector":
        x, y = coordinates(thing)[-1][:2]
        return f"Arrow({thing.owner}.c2p(0, 0), {thing.owner}.c2p({number(x)}, {number(y)}), buff=0, color={hue})"
    if thing.count > 1:
        return f"VGroup(*[Dot({thing.owner}.c2p(x, y), radius=0.1, color={hue}) for x, y in [{', '.join(points)}]])"
    return f"Dot({thing.owner}.c2p{points[0]}, radius=0.1, color={hue})"


# -- labels -----------------------------------------------------------------------------------------------------


def label(thing: Thing, program: Program) -> str:
    """The label or labels of a thing, placed beside, above or inside it."""
    owner = program.thing(thing.owner)
    if owner is None:
        return label_code(thing.labels[0])
    names = thing.labels
    if owner.kind in ("leg", "side", "hypotenuse", "base", "diagonal") and owner.owner:
        return _side_labels(owner, names, program)
    if owner.kind in LINES | {"chord"} and owner.count == 1 and len(names) == 2:
        start, end = (f"{owner.id}.get_start(), LEFT", f"{owner.id}.get_end(), RIGHT")
        return f"VGroup({label_code(names[0])}.next_to({start}), {label_code(names[1])}.next_to({end}))"
    cornered = owner.kind in CLOSED - {"circle", "disk", "ball", "ellipse", "ring", "sector", "semicircle", "heart"}
    if owner.count > 1 or owner.kind == "vertex" or (len(names) > 1 and (cornered or owner.kind not in CLOSED)):
        return _many(owner, names, program)
    name = next(iter(names), thing.content)
    return label_code(name) + _beside(owner, name, program)


def _side_labels(owner: Thing, names: tuple[str, ...], program: Program) -> str:
    shape = program.thing(owner.owner)
    if shape is None:
        return label_code(names[0])
    if (
        shape.kind == "right_triangle"
        and len(names) > 1
        and all(n.isdigit() for n in names[:2])
        and int(names[0]) < int(names[1])
    ):
        names = (names[1], names[0], *names[2:])  # the drawn triangle is wider than high
    if (
        shape.kind == "right_triangle"
        and len(names) > 1
        and all(n.isdigit() for n in names[:2])
        and int(names[0]) < int(names[1])
    ):
        names = (names[1], names[0], *names[2:])  # the drawn triangle is wider than high
    codes = [label_code(name) + _outside(shape, owner.kind, i) for i, name in enumerate(names)]
    return codes[0] if len(codes) == 1 else f"VGroup({', '.join(codes)})"


def _outside(shape: Thing, kind: str, index: int) -> str:
    if shape.kind == "right_triangle":
        if kind == "hypotenuse" or index % 3 == 2:
            return f".next_to({shape.id}.get_center(), UR, buff=0.2)"
        return f".next_to({shape.id}, {('DOWN', 'LEFT')[index % 2]})"
    if kind == "base":
        return f".next_to({shape.id}, DOWN)"
    start, end = side_ends(shape, kind, index)
    return f".move_to(1.5 * midpoint({start}, {end}) - 0.5 * {shape.id}.get_center())"


def _many(owner: Thing, names: tuple[str, ...], program: Program) -> str:
    member = singular(owner.id)
    if all(len(name) == 1 and name.isalpha() for name in names):
        listed, make = f'"{"".join(names)}"', "MathTex(name)"
    else:
        symbols = all("Math" in label_code(name) for name in names)
        listed = "[" + ", ".join(raw(name) for name in names) + "]"
        make = "MathTex(name)" if symbols else "Text(name, font_size=28)"
    shape = program.thing(owner.owner)
    if owner.kind == "vertex" and shape is not None:
        away = f"0.4 * normalize({member}.get_center() - {shape.id}.get_center())"
        back = ".add_background_rectangle(buff=0.05)" if shape.kind in ("cube", "prism") else ""
        place = f"{make}.move_to({member}.get_center() + {away}){back}"
        return f"VGroup(*[{place} for name, {member} in zip({listed}, {owner.id})])"
    if owner.kind in CLOSED and owner.kind != "ball" and owner.count > 1:
        return f"VGroup(*[{make}.move_to({member}) for name, {member} in zip({listed}, {owner.id})])"
    if owner.count == 1 and owner.kind in CLOSED:
        place = f"{make}.move_to(1.25 * vertex - 0.25 * {owner.id}.get_center())"
        return f"VGroup(*[{place} for name, vertex in zip({listed}, {owner.id}.get_vertices())])"
    return f"VGroup(*[{make}.next_to({member}, UP) for name, {member} in zip({listed}, {owner.id})])"


def _beside(owner: Thing, name: str, program: Program) -> str:
    if owner.kind == "angle":
        return f".move_to(Angle({angle_lines(owner, program)}, radius=1.5).point_from_proportion(0.5))"
    if owner.kind in CLOSED and owner.kind != "ball":
        occupied = any(
            t.owner == owner.id and t.kind not in ("label", "right_angle", "corner_mark") for t in program.things
        )
        return f".move_to({owner.id})" if len(name) <= 2 and not occupied else f".next_to({owner.id}, DOWN)"
    if owner.kind == "brace":
        return f".next_to({owner.id}, DOWN)"
    along = slope(owner, program)
    if along is not None and abs(along) > 0.15:
        return (
            f".next_to({owner.id}.get_center(), {'UL' if along > 0 else 'UR'}, buff=0.15)"
            if abs(along) < 8
            else f".next_to({owner.id}, RIGHT)"
        )
    if owner.kind in ("cube", "sphere", "cylinder", "cone", "torus", "prism"):
        return ".to_edge(DOWN)"
    return f".next_to({owner.id}, UP, buff=0.2)"


def slope(owner: Thing, program: Program) -> float | None:
    """The slope of a line with known ends (or of the line a midpoint is on); None when unknown."""
    if owner.kind == "midpoint":
        line = program.thing(owner.owner)
        if line is not None and line.kind == "dot" and line.count > 1:
            points = coordinates(line)
            return (points[1][1] - points[0][1]) / ((points[1][0] - points[0][0]) or 1e-3)
        return slope(line, program) if line is not None else None
    if owner.kind in LINES and len(owner.points) >= 2:
        (x0, y0), (x1, y1) = owner.points[0][:2], owner.points[1][:2]
        return (y1 - y0) / ((x1 - x0) or 1e-3)
    if owner.kind == "vertical_line":
        return 100.0
    return None


def is_virtual(thing: Thing, program: Program) -> bool:
    """Sides that are only there to carry labels: not drawn, because the shape draws them."""
    if thing.kind not in ("leg", "side", "base") or not thing.labels:
        return False
    return not any(
        root(target) == thing.id
        for step in program.steps
        for action in step.actions
        if action.verb != "enter"
        for target in action.targets
    ) and all(
        action.style != "draw" for step in program.steps for action in step.actions if action.targets == (thing.id,)
    )


__all__ = ["attached", "coordinates", "is_virtual", "label", "part", "vector"]
