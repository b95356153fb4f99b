"""Scenes with creatures: one that watches, or a teacher and three students."""

import random

from manim import *


class PiCreatureScene(Scene):
    """A scene with creatures, made by `create_pi_creature`."""

    forgiving = "@tolerant"

    total_wait_time = 0
    seconds_to_blink = 3
    pi_creatures_start_on_screen = True
    default_pi_creature_kwargs = {"color": BLUE_E, "flip_at_start": False}
    default_pi_creature_start_corner = DL

    def setup(self):
        super().setup()
        self.pi_creatures = VGroup(*self.create_pi_creatures())
        self.pi_creature = self.get_primary_pi_creature()
        if self.pi_creatures_start_on_screen:
            self.add(*self.pi_creatures)

    def create_pi_creatures(self):
        return [self.create_pi_creature()]

    def create_pi_creature(self):
        creature = PiCreature(**self.default_pi_creature_kwargs)
        return creature.to_corner(self.default_pi_creature_start_corner)

    def get_pi_creatures(self):
        return self.pi_creatures

    def get_primary_pi_creature(self):
        creatures = getattr(self, "pi_creatures", ())
        return creatures[0] if len(creatures) else None

    def get_on_screen_pi_creatures(self):
        shown = set(self.get_mobject_family_members())
        return VGroup(*(creature for creature in self.pi_creatures if creature in shown))

    def any_pi_creatures_on_screen(self):
        return len(self.get_on_screen_pi_creatures()) > 0

    def pi_changes(self, *modes, look_at=None, lag_ratio=0.5, run_time=1):
        pairs = [(pi, mode) for pi, mode in zip(self.pi_creatures, modes) if mode is not None]
        return LaggedStart(*(pi.change(mode, look_at) for pi, mode in pairs), lag_ratio=lag_ratio, run_time=run_time)

    def introduce_bubble(
        self,
        pi_creature,
        *content,
        bubble_type=None,
        target_mode=None,
        look_at=None,
        added_anims=(),
        max_bubble_height=None,
        run_time=None,
        **kwargs,
    ):
        if not isinstance(pi_creature, PiCreature):
            content, pi_creature = (pi_creature, *content), self.get_primary_pi_creature()
        kind = bubble_type or kwargs.pop("bubble_class", None) or _Speech
        mode = target_mode or ("thinking" if issubclass(kind, _Thought) else "speaking")
        bubbles = dict.fromkeys(pi.bubble for pi in self.pi_creatures if pi.bubble is not None)
        gone = [bubble for bubble in bubbles if bubble in self.mobjects]
        talk = PiCreatureBubbleIntroduction(
            pi_creature, *content, bubble_type=kind, target_mode=mode, look_at=look_at, run_time=run_time, **kwargs
        )
        others = [pi for pi in self.get_on_screen_pi_creatures() if pi is not pi_creature]
        looks = [pi.animate.look_at(pi_creature.bubble) for pi in others]
        self.play(talk, *looks, *map(FadeOut, gone), *(added_anims or ()))

    def pi_creature_says(self, *args, **kwargs):
        self.introduce_bubble(*args, bubble_type=_Speech, **kwargs)

    def pi_creature_thinks(self, *args, **kwargs):
        self.introduce_bubble(*args, bubble_type=_Thought, **kwargs)

    def say(self, *content, **kwargs):
        self.pi_creature_says(self.get_primary_pi_creature(), *content, **kwargs)

    def think(self, *content, **kwargs):
        self.pi_creature_thinks(self.get_primary_pi_creature(), *content, **kwargs)

    def blink(self):
        shown = self.get_on_screen_pi_creatures()
        if len(shown):
            self.play(GlBlink(random.choice(list(shown))))

    def joint_blink(self, pi_creatures=None, shuffle=True, **kwargs):
        creatures = list(pi_creatures or self.get_on_screen_pi_creatures())
        if creatures:
            self.play(LaggedStart(*map(GlBlink, creatures), lag_ratio=0.3))
        return self

    random_blink = lambda self, num_times=1, **kwargs: [self.blink() for _ in range(int(num_times))] and None

    def wait(self, duration=1.0, blink=True, **kwargs):
        words = {name: value for name, value in kwargs.items() if name in ("stop_condition", "frozen_frame")}
        if duration is not None and duration > 0:
            super().wait(duration, **words)
        return self

    def non_blink_wait(self, duration=1.0, **kwargs):
        return self.wait(duration)

    wait_to_focus = non_blink_wait

    def change_mode(self, mode):
        self.play(self.get_primary_pi_creature().change(mode))

    def look_at(self, thing_to_look_at, pi_creatures=None, added_anims=None, **kwargs):
        creatures = self.get_pi_creatures() if pi_creatures is None else pi_creatures
        self.play(*(pi.animate.look_at(thing_to_look_at) for pi in creatures), *(added_anims or ()))


class MortyPiCreatureScene(PiCreatureScene):
    default_pi_creature_kwargs = {"color": GREY_BROWN, "flip_at_start": True}
    default_pi_creature_start_corner = DR


class RandolphScene(PiCreatureScene):
    pass


class TeacherStudentsScene(PiCreatureScene):
    """A teacher on the right and three students on the left."""

    student_colors = [BLUE_D, BLUE_E, BLUE_C]
    teacher_color = GREY_BROWN
    background_color = GREY_E
    student_scale_factor = 0.8
    seconds_to_blink = 2
    screen_height = 4
    camera_config = {"background_color": GREY_E}

    def setup(self):
        super().setup()
        self.background = FullScreenRectangle(fill_color=self.background_color, fill_opacity=1, stroke_width=0)
        self.add(self.background)
        self.bring_to_back(self.background)
        self.screen = GlScreenRectangle(height=self.screen_height, fill_color=BLACK, fill_opacity=1)
        self.screen.to_corner(UP + LEFT)
        self.hold_up_spot = self.teacher.get_corner(UP + LEFT) + MED_LARGE_BUFF * UP

    def create_pi_creatures(self):
        self.teacher = Mortimer(color=self.teacher_color).to_corner(DOWN + RIGHT).look(DOWN + LEFT)
        self.students = VGroup(*(Randolph(color=color) for color in self.student_colors))
        self.students.arrange(RIGHT).scale(self.student_scale_factor).to_corner(DOWN + LEFT)
        self.teacher.look_at(self.students[-1].eyes)
        for student in self.students:
            student.look_at(self.teacher.eyes)
        return [self.teacher, *self.students]

    def get_teacher(self):
        return self.teacher

    def get_students(self):
        return self.students

    def teacher_says(self, *content, **kwargs):
        return self.pi_creature_says(self.teacher, *content, **kwargs)

    def student_says(self, *content, target_mode=None, bubble_direction=LEFT, index=None, student_index=None, **kwargs):
        given = index if student_index is None else student_index
        student = self.students[2 if given is None else given]
        mode = target_mode or random.choice(["raise_right_hand", "raise_left_hand"])
        self.pi_creature_says(student, *content, target_mode=mode, **kwargs)
        for other in self.students if given is None else ():
            other.bubble = other.bubble or student.bubble  # which student spoke by default has changed over the years

    def teacher_thinks(self, *content, **kwargs):
        return self.pi_creature_thinks(self.teacher, *content, **kwargs)

    def student_thinks(self, *content, target_mode=None, index=2, student_index=None, **kwargs):
        student = self.students[index if student_index is None else student_index]
        return self.pi_creature_thinks(student, *content, target_mode=target_mode, **kwargs)

    def change_students(self, *modes, look_at=None, look_at_arg=None, lag_ratio=0.5, run_time=1, **kwargs):
        """An animation in which the students change their moods."""
        look_at = look_at if look_at is not None else look_at_arg
        pairs = [(student, mode) for student, mode in zip(self.students, modes) if mode is not None]
        changes = [student.change(mode, look_at) for student, mode in pairs] or [Wait(0.1)]
        return LaggedStart(*changes, lag_ratio=lag_ratio, run_time=run_time)

    def play_student_changes(self, *modes, added_anims=(), **kwargs):
        self.play(self.change_students(*modes, **kwargs), *(added_anims or ()))

    def play_all_student_changes(self, mode, **kwargs):
        self.play_student_changes(*[mode] * len(self.students), **kwargs)

    change_student_modes = play_student_changes
    change_all_student_modes = play_all_student_changes
    get_student_changes = change_students

    def zoom_in_on_thought_bubble(self, bubble=None, radius=16):
        bubble = bubble or next((pi.bubble for pi in self.pi_creatures if pi.bubble is not None), None)
        center = bubble.get_bubble_center() if bubble is not None else ORIGIN
        self.play(
            *(
                mob.animate.scale(4, about_point=center).set_opacity(0)
                for mob in self.mobjects
                if isinstance(mob, VMobject)
            )
        )

    def teacher_holds_up(self, mobject, target_mode="raise_right_hand", added_anims=(), **kwargs):
        mobject.move_to(self.hold_up_spot, DOWN).shift_onto_screen()
        self.play(FadeIn(mobject, shift=UP), self.teacher.change(target_mode, mobject), *(added_anims or ()))
