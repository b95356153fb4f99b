"""How the creature that stands in for pi creatures is drawn: a round body, two feet, big eyes, a mouth and arms."""

from manim import *

_MOODS = {
    # mode: (mouth, eye height, tilt of brows or None, left arm, right arm)
    "plain": ("smile", 1.0, None, "down", "down"),
    "happy": ("grin", 1.0, None, "down", "down"),
    "hooray": ("laugh", 1.1, None, "up", "up"),
    "speaking": ("open", 1.0, None, "down", "out"),
    "thinking": ("slant", 1.0, None, "down", "chin"),
    "pondering": ("slant", 0.9, None, "down", "chin"),
    "confused": ("wave", 1.0, 0.25, "down", "chin"),
    "maybe": ("wave", 1.0, 0.25, "out", "down"),
    "erm": ("flat", 1.0, 0.15, "down", "down"),
    "hesitant": ("flat", 1.0, 0.25, "down", "down"),
    "guilty": ("frown", 0.9, 0.35, "down", "down"),
    "pleading": ("frown", 1.15, 0.4, "chin", "chin"),
    "sad": ("frown", 0.8, 0.4, "down", "down"),
    "tired": ("flat", 0.45, None, "down", "down"),
    "sick": ("wave", 0.6, 0.3, "down", "down"),
    "concerned": ("frown", 1.0, 0.3, "down", "down"),
    "dejected": ("frown", 0.6, 0.4, "down", "down"),
    "concentrating": ("flat", 0.6, -0.2, "down", "chin"),
    "angry": ("frown", 0.75, -0.4, "down", "down"),
    "sassy": ("slant", 0.75, -0.15, "down", "hip"),
    "tease": ("slant", 0.85, None, "down", "out"),
    "conniving": ("slant", 0.6, -0.35, "chin", "chin"),
    "surprised": ("round", 1.25, 0.2, "out", "out"),
    "horrified": ("open", 1.3, 0.35, "up", "up"),
    "awe": ("round", 1.25, None, "down", "down"),
    "shruggie": ("flat", 1.0, 0.2, "out", "out"),
    "well": ("smile", 1.0, None, "out", "down"),
    "gracious": ("smile", 0.5, None, "chin", "chin"),
    "raise_right_hand": ("smile", 1.0, None, "up", "down"),
    "raise_left_hand": ("smile", 1.0, None, "down", "up"),
    "wave_1": ("grin", 1.0, None, "down", "up"),
    "wave_2": ("grin", 1.0, None, "down", "up"),
    "dance_1": ("grin", 1.0, None, "up", "out"),
    "dance_kick": ("laugh", 1.0, None, "out", "up"),
    "worried": ("frown", 1.0, 0.3, "down", "down"),
    "telepath": ("flat", 0.4, -0.2, "chin", "chin"),
    "soulful_musician": ("smile", 0.3, 0.2, "out", "chin"),
    "jamming": ("grin", 0.5, None, "out", "chin"),
    "heistant": ("flat", 1.0, 0.25, "down", "down"),
}

_ARMS = {
    # from the shoulder: elbow and hand
    "down": ((0.22, -0.28), (0.25, -0.62)),
    "out": ((0.38, -0.12), (0.72, 0.08)),
    "up": ((0.42, 0.12), (0.55, 0.68)),
    "chin": ((0.4, -0.35), (-0.12, 0.02)),
    "hip": ((0.5, -0.28), (0.1, -0.6)),
}

_MOUTHS = {
    # points of a curve in a box of width 1; True closes and fills it
    "smile": (((-0.5, 0.08), (0, -0.12), (0.5, 0.08)), False),
    "grin": (((-0.6, 0.15), (0, -0.22), (0.6, 0.15)), False),
    "frown": (((-0.45, -0.12), (0, 0.1), (0.45, -0.12)), False),
    "flat": (((-0.4, 0), (0, 0.005), (0.4, 0)), False),
    "slant": (((-0.35, -0.04), (0.05, -0.04), (0.5, 0.14)), False),
    "wave": (((-0.5, 0), (-0.2, 0.1), (0.15, -0.1), (0.5, 0.02)), False),
    "laugh": (((-0.55, 0.12), (0, 0.05), (0.55, 0.12), (0.3, -0.3), (0, -0.4), (-0.3, -0.3)), True),
    "open": (((-0.35, 0.1), (0, 0.16), (0.35, 0.1), (0.25, -0.22), (0, -0.3), (-0.25, -0.22)), True),
    "round": (((-0.2, 0), (0, 0.22), (0.2, 0), (0, -0.22)), True),
}


def _flat_points(points):
    return [np.array([x, y, 0.0]) for x, y in points]


def _body():
    """One path: a gumdrop on two feet."""
    outline = [(-0.05, 0.95), (-0.62, 0.72), (-0.86, 0.1), (-0.84, -0.7), (-0.6, -1.18), (0, -1.27)]
    points = outline + [(-x, y) for x, y in outline[-2::-1]]
    body = VMobject(stroke_width=0, fill_opacity=1)
    body.set_points_smoothly(_flat_points([*points, points[0]]))
    for side in (-1, 1):
        foot = Ellipse(width=0.62, height=0.34).move_to([0.42 * side, -1.33, 0])
        body.append_points(foot.points)
    return body


def _arm(side, pose):
    shoulder = np.array([0.74 * side, -0.12, 0])
    elbow, hand = (shoulder + np.array([side * x, y, 0]) for x, y in _ARMS[pose])
    return VMobject(stroke_width=14, fill_opacity=0).set_points_smoothly([shoulder, elbow, hand])


def _mouth(kind):
    points, closed = _MOUTHS[kind]
    mouth = VMobject(stroke_color=BLACK, stroke_width=4)
    corners = _flat_points(points)
    mouth.set_points_smoothly([*corners, corners[0]] if closed else corners)
    mouth.set_fill(BLACK, 1 if closed else 0)
    return mouth.scale(0.62, about_point=ORIGIN).shift(0.22 * DOWN)


class _Eye(VGroup):
    """White, pupil and glint."""

    def __init__(self, side, height):
        white = Ellipse(
            width=0.54, height=0.6 * height, stroke_color=BLACK, stroke_width=2, fill_color=WHITE, fill_opacity=1
        )
        pupil = Dot(radius=0.14, color=BLACK)
        glint = Dot(radius=0.045, color=WHITE).shift(0.05 * UL)
        super().__init__(white, VGroup(pupil, glint))
        self.move_to([0.29 * side, 0.42, 0])

    @property
    def white(self):
        return self.submobjects[0]

    @property
    def pupil(self):
        return self.submobjects[1]

    def look(self, direction):
        white = self.white
        radius = (
            np.array(
                [max(0.0, white.width - 0.9 * self.pupil.width), max(0.0, white.height - 0.9 * self.pupil.height), 0]
            )
            / 2
        )
        norm = np.linalg.norm(direction[:2])
        unit = np.array([direction[0], direction[1], 0]) / norm if norm > 0 else np.zeros(3)
        self.pupil.move_to(white.get_center() + 0.8 * unit * radius)


def _brow(side, tilt):
    brow = Line(0.17 * LEFT, 0.17 * RIGHT, stroke_color=BLACK, stroke_width=0 if tilt is None else 4)
    return brow.rotate(-side * (tilt or 0)).move_to([0.3 * side, 0.82, 0])


def _creature_parts(mode):
    """Left arm, right arm, body, mouth, brows, eyes; the same number of parts in all moods."""
    mouth, eye_height, tilt, left, right = _MOODS.get(mode, _MOODS["plain"])
    brows = VGroup(_brow(-1, tilt), _brow(1, tilt))
    eyes = VGroup(_Eye(-1, eye_height), _Eye(1, eye_height))
    return [_arm(-1, left), _arm(1, right), _body(), _mouth(mouth), brows, eyes]
