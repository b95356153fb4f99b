"""A creature with the interface of pi creatures: it looks, blinks, changes its mood, speaks and thinks."""

from manim import *


class PiCreature(VGroup):
    """`PiCreature("happy", color=BLUE_E)`; `change("hooray", look_at)` returns an animation."""

    def __init__(
        self,
        mode="plain",
        color=BLUE_E,
        height=3,
        flip_at_start=False,
        start_corner=None,
        file_name_prefix=None,
        **kwargs,
    ):
        super().__init__()
        if not isinstance(mode, str):
            mode = "plain"
        self.mode, self.bubble, self.is_a_target, self.flipped = mode, None, False, False
        self.add(*_creature_parts(mode))
        self.paint(color)
        self.height = kwargs.get("height_", height) or 3
        if flip_at_start:
            self.flip()
        if start_corner is not None:
            self.to_corner(start_corner)
        self.look(DOWN + (LEFT if flip_at_start else RIGHT))

    def _part(find):
        """A part of the drawing, which old classes set once more when they have changed it."""
        return property(find, lambda self, part: None)

    arms = _part(lambda self: VGroup(*self.submobjects[0:2]))
    body = _part(lambda self: self.submobjects[2])
    mouth = _part(lambda self: self.submobjects[3])
    eyes = _part(lambda self: self.submobjects[5])
    pupils = _part(lambda self: VGroup(*(eye.submobjects[1] for eye in self.eyes)))
    left_eye = _part(lambda self: self.eyes[0])
    right_eye = _part(lambda self: self.eyes[1])
    left_pupil = _part(lambda self: self.pupils[0])
    right_pupil = _part(lambda self: self.pupils[1])
    eye_parts = eyes

    def paint(self, color):
        for arm in self.submobjects[0:2]:
            arm.set_stroke(color, opacity=1)
        self.body.set_fill(color, 1)
        self.body_color = color
        return self

    def set_color(self, color, opacity=None, **kwargs):
        return self.paint(color)

    def get_color(self):
        return self.body.get_fill_color()

    def generate_target(self, use_deepcopy=False):
        super().generate_target()
        self.target.is_a_target = True
        return self.target

    def copy(self, *args, **kwargs):
        result = super().copy()
        result.is_a_target = False
        return result

    def become(self, mobject, **kwargs):
        super().become(mobject)
        for name in ("mode", "flipped", "body_color"):
            setattr(self, name, getattr(mobject, name, getattr(self, name)))
        return self

    def change_mode(self, mode, *args, **kwargs):
        """Take another mood, in place."""
        new = PiCreature(mode, color=self.body_color)
        if self.flipped:
            new.flip()
        new.height = self.body.height / new.body.height * new.height
        new.shift(self.body.get_center() - new.body.get_center())
        new.look(self.get_looking_direction())
        opacity = self.body.get_fill_opacity()
        for mine, other in zip(self.submobjects, new.submobjects):
            mine.become(other)
        if opacity < 1:
            self.set_opacity(opacity)
        self.mode = mode
        return self

    def change(self, new_mode="plain", look_at=None, *args, **kwargs):
        """An animation of a change of mood; on a target, the change itself."""
        if self.is_a_target:
            self.change_mode(new_mode)
            return self if look_at is None else self.look_at(look_at)
        builder = _Mood(self).change_mode(new_mode)
        return builder if look_at is None else builder.look_at(look_at)

    def get_mode(self):
        return self.mode

    def look(self, direction):
        for eye in self.eyes:
            if hasattr(eye, "look"):  # one that is there only to match a larger family does not
                eye.look(np.array(direction, dtype=float))
        return self

    def look_at(self, point_or_mobject, *args):
        if isinstance(point_or_mobject, Mobject):
            point_or_mobject = point_or_mobject.get_center()
        try:
            point = np.array(point_or_mobject, dtype=float)
        except (TypeError, ValueError):
            return self
        return self.look(point - self.eyes.get_center())

    def get_looking_direction(self):
        vector = self.pupils.get_center() - VGroup(*(eye.white for eye in self.eyes)).get_center()
        norm = np.linalg.norm(vector)
        return vector / norm if norm > 1e-3 else DOWN

    def get_look_at_spot(self):
        return self.eyes.get_center() + self.get_looking_direction()

    def make_eye_contact(self, other):
        self.look_at(other.eyes)
        other.look_at(self.eyes)
        return self

    def is_flipped(self):
        return self.flipped

    def flip(self, axis=UP, **kwargs):
        direction = self.get_looking_direction() if len(self.submobjects) > 5 else DOWN
        super().flip(axis)
        self.flipped = not self.flipped
        self.look(direction * [-1, 1, 1])
        return self

    def blink(self):
        """Close the eyes, in place."""
        bottom = self.eyes.get_bottom()[1]
        for mob in self.eyes.family_members_with_points():
            mob.points[:, 1] = bottom + 0.1 * (mob.points[:, 1] - bottom)
        return self

    def shrug(self):
        return self.change_mode("shruggie")

    def give_straight_face(self):
        return self.change_mode("plain")

    def make_mean(self):
        return self.change_mode("angry")

    def rewire_part_attributes(self, *args, **kwargs):
        return self

    def get_arm_copies(self):
        return self.arms.copy()

    def to_corner(self, vect=None, **kwargs):
        return super().to_corner(DL if vect is None else vect, **kwargs)

    def get_bubble(self, *args, **kwargs):
        """A bubble next to the creature; content and kind in any order, as old and new scenes give them."""
        kind = kwargs.pop("bubble_type", kwargs.pop("bubble_class", None))
        content = kwargs.pop("content", None)
        for arg in args:
            if isinstance(arg, type):
                kind = arg
            elif arg in ("speech", "thought"):
                kind = _Speech if arg == "speech" else _Thought
            elif content is None:
                content = arg
        bubble = (kind or _Thought)(content, **kwargs)
        bubble.pin_to(self)
        self.bubble = bubble
        return bubble

    def says(self, content="", mode="speaking", look_at=None, **kwargs):
        kwargs.setdefault("bubble_type", _Speech)
        return PiCreatureBubbleIntroduction(self, content, target_mode=mode, look_at=look_at, **kwargs)

    def thinks(self, content="", mode="thinking", look_at=None, **kwargs):
        kwargs.setdefault("bubble_type", _Thought)
        return PiCreatureBubbleIntroduction(self, content, target_mode=mode, look_at=look_at, **kwargs)

    def replace_bubble(self, content="", mode="pondering", look_at=None, **kwargs):
        old = self.bubble
        if old is None:
            return self.change(mode, look_at)
        new = self.get_bubble(content, bubble_type=type(old))
        return AnimationGroup(Transform(old, new), self.change(mode, look_at))

    def debubble(self, mode="plain", look_at=None, **kwargs):
        return RemovePiCreatureBubble(self, target_mode=mode, look_at=look_at, **kwargs)

    def get_all_pi_creature_modes(self):
        return list(_MOODS)


class Randolph(PiCreature):
    pass


class Mortimer(PiCreature):
    def __init__(self, mode="plain", color=GREY_BROWN, flip_at_start=True, **kwargs):
        super().__init__(mode, color, flip_at_start=flip_at_start, **kwargs)


class Mathematician(PiCreature):
    def __init__(self, mode="plain", color=GREY, **kwargs):
        super().__init__(mode, color, **kwargs)


class BabyPiCreature(PiCreature):
    def __init__(self, mode="plain", height=1.5, **kwargs):
        kwargs = {name: value for name, value in kwargs.items() if not name.endswith("scale_factor")}
        super().__init__(mode, height=height, **kwargs)
        self.eyes.scale(1.2)


class TauCreature(PiCreature):
    pass


class ThreeLeggedPiCreature(PiCreature):
    pass


class Eyes(VGroup):
    """Eyes on a body of any shape."""

    def __init__(self, body, height=0.3, mode="plain", **kwargs):
        super().__init__(*Randolph(mode).eyes.submobjects)
        self.body = body
        self.height = height
        self.move_to(body.get_top(), DOWN)

    def look(self, direction):
        for eye in self:
            eye.look(np.array(direction, dtype=float))
        return self

    def look_at(self, target):
        point = target.get_center() if isinstance(target, Mobject) else np.array(target, dtype=float)
        return self.look(point - self.get_center())

    def change_mode(self, mode, look_at=None):
        height, center = self.height, self.get_center()
        self.become(VGroup(*Randolph(mode).eyes.submobjects))
        self.height = height
        self.move_to(center)
        return self if look_at is None else self.look_at(look_at)

    def blink(self, **kwargs):
        return Blink(self)

    def look_at_anim(self, target, **kwargs):
        return Transform(self, self.copy().look_at(target), **kwargs)

    def change_mode_anim(self, mode, **kwargs):
        return Transform(self, self.copy().change_mode(mode), **kwargs)

    def blink_anim(self, **kwargs):
        return GlBlink(self, **kwargs)


def get_all_pi_creature_modes():
    return list(_MOODS)
