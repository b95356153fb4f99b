"""Animations of manimgl, and of its ancestors, that ManimCE lacks or gives other arguments."""

from manim import *


class GlLaggedStart(LaggedStart):
    """Also in the old form: `LaggedStart(FadeIn, group)`."""

    def __init__(self, *animations, lag_ratio=None, run_time=None, **kwargs):
        if animations and isinstance(animations[0], type):
            make, mobject, *rest = animations
            creator = rest[0] if rest else lambda mob: (mob,)
            words = {name: value for name, value in kwargs.items() if name not in ("group",)}
            animations = [make(*creator(mob), **words) for mob in mobject]
            kwargs = {}
            run_time = 2 if run_time is None else run_time
        animations = [anim for anim in animations if anim is not None] or [Wait(0.1)]
        super().__init__(*animations, lag_ratio=0.05 if lag_ratio is None else lag_ratio, run_time=run_time, **kwargs)


class GlLaggedStartMap(LaggedStart):
    """One animation for each submobject, one after the other."""

    def __init__(self, animation_class, group, arg_creator=None, run_time=2.0, lag_ratio=0.05, **kwargs):
        if not isinstance(animation_class, type) and isinstance(group, type):
            animation_class, group = group, animation_class
        arguments = [arg_creator(mob) if arg_creator else (mob,) for mob in group]
        arguments = [args if isinstance(args, (tuple, list)) else (args,) for args in arguments]
        animations = [animation_class(*args, **kwargs) for args in arguments] or [Wait(0.1)]
        super().__init__(*animations, run_time=run_time, lag_ratio=lag_ratio)


class GlAnimationGroup(AnimationGroup):
    """Nothing to play is not an error."""

    def __init__(self, *animations, **kwargs):
        super().__init__(*(_played(animations) or [Wait(0.1)]), **_words_of_groups(kwargs))


class GlSuccession(Succession):
    """Also in the old form: classes and their arguments one after the other."""

    def __init__(self, *animations, **kwargs):
        super().__init__(*(_played(_instances(animations)) or [Wait(0.1)]), **_words_of_groups(kwargs))


def _words_of_groups(words):
    return {
        name: value
        for name, value in words.items()
        if name in ("run_time", "rate_func", "lag_ratio", "group", "time_span", "remover")
    }


def _played(animations):
    return [
        anim
        for each in animations
        for anim in (each if isinstance(each, (list, tuple)) else [each])
        if anim is not None
    ]


def _instances(animations):
    done, pending = [], []
    for each in [*animations, None]:
        if each is None or isinstance(each, (Animation, type)) or hasattr(each, "build"):
            if pending:
                make, *args = pending
                words = args.pop() if args and isinstance(args[-1], dict) else {}
                done.append(make(*args, **words))
                pending = []
            if isinstance(each, type):
                pending = [each]
            elif each is not None:
                done.append(each)
        elif pending:
            pending.append(each)
        else:
            done.append(each)
    return done


class GlShowIncreasingSubsets(ShowIncreasingSubsets):
    def __init__(self, group, int_func=np.round, suspend_mobject_updating=False, **kwargs):
        words = {name: value for name, value in kwargs.items() if name in ("run_time", "rate_func")}
        super().__init__(group, suspend_mobject_updating=suspend_mobject_updating, int_func=int_func, **words)


class GlShowSubmobjectsOneByOne(ShowSubmobjectsOneByOne):
    def __init__(self, group, int_func=np.ceil, **kwargs):
        words = {name: value for name, value in kwargs.items() if name in ("run_time", "rate_func")}
        super().__init__(group, int_func=int_func, **words)


class GlAddTextWordByWord(Write):
    def __init__(self, string_mobject, time_per_word=0.2, run_time=None, **kwargs):
        words = max(1, len(str(getattr(string_mobject, "string", "")).split()))
        super().__init__(string_mobject, run_time=run_time or time_per_word * words, rate_func=linear)


class GlRotating(Rotating):
    """Also with `radians`, its old name for the angle."""

    def __init__(
        self,
        mobject,
        angle=TAU,
        axis=OUT,
        about_point=None,
        about_edge=None,
        run_time=5,
        rate_func=linear,
        radians=None,
        in_place=None,
        **kwargs,
    ):
        if isinstance(angle, np.ndarray):
            angle, axis = TAU, angle
        words = {
            name: value
            for name, value in kwargs.items()
            if name in ("suspend_mobject_updating", "time_span", "remover", "lag_ratio")
        }
        angle = angle if radians is None else radians
        super().__init__(mobject, angle, axis, about_point, about_edge, run_time, rate_func, **words)


class GlBroadcast(LaggedStart):
    """Circles spread from a point."""

    def __init__(
        self,
        focal_point=ORIGIN,
        small_radius=0.0,
        big_radius=5.0,
        n_mobs=5,
        start_stroke_width=8.0,
        color=WHITE,
        lag_ratio=0.2,
        run_time=3,
        remover=True,
        **kwargs,
    ):
        point = focal_point.get_center() if isinstance(focal_point, Mobject) else np.array(focal_point)
        circles = []
        for _ in range(n_mobs):
            circle = Circle(radius=big_radius, stroke_color=color, stroke_width=0).move_to(point)
            start = circle.copy().set_stroke(color, start_stroke_width).scale(max(small_radius, 1e-3) / big_radius)
            circles.append(Transform(start, circle, remover=remover))
        super().__init__(*circles, lag_ratio=lag_ratio, run_time=run_time)


class GlMoveAlongPath(MoveAlongPath):
    def __init__(self, mobject, path, suspend_mobject_updating=False, **kwargs):
        super().__init__(mobject, path, suspend_mobject_updating=suspend_mobject_updating, **kwargs)


class CountInFrom(ChangingDecimal):
    """A number counts from a value to its own."""

    def __init__(self, decimal_mob, source_number=0, **kwargs):
        start, end = source_number, decimal_mob.get_value()
        words = {name: value for name, value in kwargs.items() if name in ("run_time", "rate_func", "time_span")}
        super().__init__(
            decimal_mob, lambda alpha: interpolate(start, end, alpha), suspend_mobject_updating=False, **words
        )


class GlChangeDecimalToValue(ChangingDecimal):
    def __init__(self, decimal_mob, target_number, **kwargs):
        start = decimal_mob.get_value()
        words = {name: value for name, value in kwargs.items() if name in ("run_time", "rate_func", "time_span")}
        super().__init__(decimal_mob, lambda alpha: interpolate(start, target_number, alpha), **words)


class GlChangingDecimal(ChangingDecimal):
    """The old form follows a tracked mobject; it stays where it is here."""

    def __init__(
        self,
        decimal_mob,
        number_update_func,
        suspend_mobject_updating=False,
        tracked_mobject=None,
        position_update_func=None,
        **kwargs,
    ):
        words = {name: value for name, value in kwargs.items() if name in ("run_time", "rate_func", "time_span")}
        super().__init__(decimal_mob, number_update_func, suspend_mobject_updating=suspend_mobject_updating, **words)


ChangeDecimalToValue = GlChangeDecimalToValue


class EmptyAnimation(Wait):
    def __init__(self, *args, **kwargs):
        super().__init__(run_time=1 / config.frame_rate)


class GlUpdateFromFunc(UpdateFromFunc):
    def __init__(self, mobject, update_function, suspend_mobject_updating=False, **kwargs):
        words = {
            name: value for name, value in kwargs.items() if name in ("run_time", "rate_func", "remover", "time_span")
        }
        super().__init__(mobject, update_function, suspend_mobject_updating=suspend_mobject_updating, **words)
