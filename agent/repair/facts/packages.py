"""Packages that people use with manim and that scenes here do not have: the few lines that stand for them."""

from __future__ import annotations

STAND_INS: dict[str, str] = {
    "manim_voiceover": '''
class _Spoken:
    """A voice that is silent: it lasts as long as its words would."""

    def __init__(self, text=""):
        self.text, self.duration = text, max(1.0, 0.4 * len(str(text).split()))

    def __enter__(self):
        return self

    def __exit__(self, *problem):
        return False

    def get_remaining_duration(self, buff=0.0):
        return self.duration

    def time_until_bookmark(self, *marks, **kwargs):
        return 1.0


class VoiceoverScene(Scene):
    def set_speech_service(self, *args, **kwargs):
        pass

    def voiceover(self, text="", **kwargs):
        return _Spoken(text)

    def wait_until_bookmark(self, mark):
        self.wait(0.5)

    def wait_for_voiceover(self):
        self.wait(0.5)

    def safe_wait(self, duration):
        self.wait(max(duration, 0.1))


def _service(*args, **kwargs):
    return None


AzureService = GTTSService = RecorderService = OpenAIService = ElevenLabsService = CoquiService = _service
''',
    "manim_slides": '''
class Slide(Scene):
    """A scene whose slides follow one another without a pause."""

    def next_slide(self, *args, **kwargs):
        pass

    def start_loop(self, *args, **kwargs):
        pass

    end_loop = pause_slide = wait_slide = next_slide

    def wipe(self, old=(), new=(), **kwargs):
        old = old if isinstance(old, (list, tuple, Group)) else [old]
        new = new if isinstance(new, (list, tuple, Group)) else [new]
        self.play(*[FadeOut(m) for m in old], *[FadeIn(m) for m in new])


class ThreeDSlide(Slide, ThreeDScene):
    pass
''',
}
STAND_INS["manim_slide"] = STAND_INS["manim_slides"]
