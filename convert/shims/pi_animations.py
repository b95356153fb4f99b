"""Creatures blink, speak and fall silent."""

from manim import *


class GlBlink(Transform):
    """The eyes close and open."""

    def __init__(self, pi_creature, rate_func=squish_rate_func(there_and_back), **kwargs):
        target = pi_creature.copy()
        eyes = target.eyes if hasattr(target, "eyes") else target
        bottom = eyes.get_bottom()[1]
        for mob in eyes.family_members_with_points():
            mob.points[:, 1] = bottom + 0.1 * (mob.points[:, 1] - bottom)
        words = {name: value for name, value in kwargs.items() if name in ("run_time", "lag_ratio")}
        super().__init__(pi_creature, target, rate_func=rate_func, **words)


class BlinkPiCreature(GlBlink):
    """Its name in 2015."""


class PiCreatureBubbleIntroduction(AnimationGroup):
    """A bubble appears next to the creature, which changes its mood."""

    def __init__(
        self,
        pi_creature,
        *content,
        target_mode="speaking",
        look_at=None,
        bubble_type=None,
        bubble_class=None,
        bubble_direction=None,
        direction=None,
        bubble_config=None,
        bubble_kwargs=None,
        bubble_creation_class=None,
        bubble_creation_kwargs=None,
        content_introduction_class=Write,
        content_introduction_kwargs=None,
        look_at_arg=None,
        change_mode_kwargs=None,
        run_time=None,
        **kwargs,
    ):
        settings = {**(bubble_kwargs or {}), **(bubble_config or {})}
        if bubble_direction is not None or direction is not None:
            settings["direction"] = bubble_direction if bubble_direction is not None else direction
        said = content[0] if len(content) == 1 else GlOldTexText(*content)
        bubble = pi_creature.get_bubble(said, bubble_type=bubble_type or bubble_class or _Speech, **settings)
        look_at = look_at if look_at is not None else look_at_arg
        look_at = bubble if look_at is None else look_at
        target = pi_creature.generate_target()
        target.change_mode(target_mode or "speaking")
        target.look_at(look_at)
        words = {} if run_time is None else {"run_time": run_time}
        introduction = content_introduction_class(bubble.content, **(content_introduction_kwargs or {}))
        super().__init__(MoveToTarget(pi_creature), FadeIn(bubble.shapes), introduction, **words)
        self.bubble = bubble

    def clean_up_from_scene(self, scene):
        super().clean_up_from_scene(scene)
        scene.remove(self.bubble.shapes, self.bubble.content)
        scene.add(self.bubble)


class PiCreatureSays(PiCreatureBubbleIntroduction):
    pass


class PiCreatureThinks(PiCreatureBubbleIntroduction):
    def __init__(self, pi_creature, *content, target_mode="thinking", **kwargs):
        kwargs.setdefault("bubble_type", _Thought)
        super().__init__(pi_creature, *content, target_mode=target_mode, **kwargs)


class RemovePiCreatureBubble(AnimationGroup):
    """The bubble fades, and the creature changes its mood."""

    def __init__(self, pi_creature, target_mode="plain", look_at=None, look_at_arg=None, run_time=None, **kwargs):
        target = pi_creature.generate_target()
        target.change_mode(target_mode)
        look_at = look_at if look_at is not None else look_at_arg
        if look_at is not None:
            target.look_at(look_at)
        fades = [] if pi_creature.bubble is None else [FadeOut(pi_creature.bubble)]
        words = {} if run_time is None else {"run_time": run_time}
        super().__init__(MoveToTarget(pi_creature), *fades, **words)
        pi_creature.bubble = None


class WalkPiCreature(Transform):
    """A creature goes to a place."""

    def __init__(self, pi_creature, destination, **kwargs):
        super().__init__(pi_creature, pi_creature.copy().move_to(destination), run_time=kwargs.get("run_time", 2))
