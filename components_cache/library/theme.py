"""The shared look: colours with meaning, type sizes, the bands of the frame, the narrator.

The frame is 14.22 x 8 units. Title band: y from 3.1 to 3.8. Stage: |x| <= 6.6, y from -2.75 to 2.85.
Caption band: y from -3.75 to -3.0. Acts draw on the stage and speak through the narrator.
"""

from manim import *

BACKGROUND = "#0d1017"
INK = "#f4f1ea"  # texts and formulas
MUTED = "#8d96a7"  # axes, construction lines, secondary text
GHOST = "#3a4252"  # grids and things that are only remembered
MAIN = BLUE_C  # the object of the scene
FOCUS = YELLOW  # what to look at now
GOOD = GREEN_C  # right, found, accepted
BAD = RED_C  # wrong, rejected, error
OTHER = TEAL_C  # a second object
THIRD = PURPLE_B  # a third object
WARM = ORANGE  # a fourth object
PALETTE = [BLUE_C, YELLOW, GREEN_C, RED_C, TEAL_C, PURPLE_B, ORANGE, PINK]

FONT = "CMU Serif"
RAISED = dict.fromkeys("¹²³", "DejaVu Serif")  # those of the house font look bold
STAGE_WIDTH, STAGE_HEIGHT, STAGE_CENTER = 13.2, 5.6, 0.05 * UP
TITLE_Y, CAPTION_Y = 3.45, -3.4


def words(text: str, size: float = 30, color: str = INK) -> Text:
    """Plain text in the house font; `size` in points (24 is the smallest that reads well)."""
    return Text(text, font=FONT, font_size=size, color=color, t2f=RAISED, warn_missing_font=False)


def formula(*tex: str, size: float = 42, color: str = INK) -> MathTex:
    """A TeX formula; several strings become parts that can be coloured and transformed one by one."""
    return MathTex(*tex, font_size=size, color=color)


def fit(mobject: Mobject, width: float = STAGE_WIDTH, height: float = STAGE_HEIGHT) -> Mobject:
    """Shrink a mobject until it is at most `width` x `height` units; never enlarge it."""
    factor = min(1.0, width / max(mobject.width, 1e-6), height / max(mobject.height, 1e-6))
    return mobject.scale(factor)


def backed(label: Mobject, opacity: float = 0.85) -> VGroup:
    """A label on a patch of background, readable over lines and curves."""
    patch = BackgroundRectangle(label, color=BACKGROUND, fill_opacity=opacity, buff=0.08)
    return VGroup(patch, label)


def plot_axes(x_range, y_range, width: float = 9.0, height: float = 5.0, numbers: bool = True) -> Axes:
    """Axes in the house style: muted, thin, with numbers at every step unless `numbers` is off."""
    return Axes(
        x_range=x_range,
        y_range=y_range,
        x_length=width,
        y_length=height,
        axis_config={
            "color": MUTED,
            "stroke_width": 2,
            "include_numbers": numbers,
            "font_size": 26,
            "tip_length": 0.18,
            "tip_width": 0.14,
        },
    )


def pin(scene: Scene, *mobjects: Mobject) -> None:
    """In a 3-D scene keep flat texts facing the viewer; elsewhere do nothing."""
    if isinstance(scene, ThreeDScene):
        scene.camera.add_fixed_in_frame_mobjects(*mobjects)


def open_stage(scene: Scene, title: str = "") -> None:
    """Dark ground and, if given, the title in its band."""
    scene.camera.background_color = BACKGROUND
    if not title:
        return
    headline = fit(words(title, size=40), width=12.6).move_to(TITLE_Y * UP)
    pin(scene, headline)
    scene.play(FadeIn(headline, shift=0.2 * DOWN), run_time=0.7)


def clear_stage(scene: Scene, *keep: Mobject) -> None:
    """Fade out everything but `keep`, so that the next act starts clean."""
    gone = [mobject for mobject in scene.mobjects if mobject not in keep]
    for mobject in gone:
        mobject.clear_updaters()
    if gone:
        scene.play(*[FadeOut(mobject) for mobject in gone], run_time=0.6)


class Narrator:
    """Captions in the bottom band, one at a time. Text between dollar signs is set as mathematics."""

    def __init__(self, scene: Scene):
        self.scene = scene
        self.caption = None

    def say(self, text: str, *animations: Animation, color: str = INK, wait: float | None = None) -> None:
        """Show a caption (replacing the last one) while `animations` play, then leave time to read it.

        `wait` in seconds; by default about 0.045 s a character, at most 2.5 s, less what the animations took.
        """
        caption = Tex(text, font_size=36, color=color) if "$" in text else words(text, size=28, color=color)
        fit(caption, width=12.8, height=0.75).move_to(CAPTION_Y * UP)
        pin(self.scene, caption)
        if self.caption is not None:
            self.scene.play(FadeOut(self.caption), run_time=0.25)
        self.caption = caption
        self.scene.play(FadeIn(caption, run_time=0.5), *animations)
        pause = min(2.5, max(0.6, 0.045 * len(text))) if wait is None else wait
        if pause > 0:
            self.scene.wait(pause)

    def hush(self) -> None:
        """Take the caption away."""
        if self.caption is not None:
            self.scene.play(FadeOut(self.caption), run_time=0.3)
            self.caption = None
