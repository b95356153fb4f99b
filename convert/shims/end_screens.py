"""Scenes around a video: quotes, thanks, end screens, clips made elsewhere. Names and pictures of others are left out."""

from manim import *


class OpeningQuote(Scene):
    """A quotation, and who said it."""

    quote = []
    quote_arg_separator = " "
    highlighted_quote_terms = {}
    author = ""
    fade_in_kwargs = {}
    text_size = r"\Large"
    use_quotation_marks = True
    top_buff = 1.0
    author_buff = 1.0

    def construct(self):
        self.quote = self.get_quote()
        self.author = self.get_author(self.quote)
        self.play(FadeIn(self.quote, lag_ratio=0.5, run_time=3))
        self.wait(2)
        self.play(Write(self.author, run_time=3))
        self.wait()

    def get_quote(self, max_width=None):
        words = type(self).quote
        pieces = list(words) if isinstance(words, (list, tuple)) else [words]
        pieces = [piece + self.quote_arg_separator for piece in pieces[:-1]] + pieces[-1:]
        terms = self.highlighted_quote_terms
        terms = terms if isinstance(terms, dict) else dict.fromkeys(terms, PURE_YELLOW)
        marks = ("``", "''") if self.use_quotation_marks else ("", "")
        quote = GlOldTexText(marks[0], *pieces, marks[1], tex_to_color_map=terms)
        if quote.width > config.frame_width - 1:
            quote.width = config.frame_width - 1
        return quote.to_edge(UP, buff=self.top_buff)

    def get_author(self, quote):
        return (
            GlOldTexText("--" + str(type(self).author))
            .set_color(PURE_YELLOW)
            .next_to(quote, DOWN, buff=self.author_buff)
        )


class _Placeholder(Scene):
    """A card with a title."""

    title_of_card = ""

    def construct(self):
        words = self.title_of_card or type(self).__name__
        self.play(FadeIn(Text(str(words), font_size=48)))
        self.wait()


class ExternallyAnimatedScene(_Placeholder):
    """What was animated with another program."""

    title_of_card = "Animated elsewhere"


class TODOStub(Scene):
    message = ""

    def construct(self):
        self.add(GlOldTexText("TODO: " + str(self.message)))
        self.wait()


class PatreonThanks(_Placeholder):
    """The names of those who support the videos, so many at once."""

    title_of_card = "Thanks to all who support this"
    specific_patrons = []
    max_patron_group_size = 20

    def construct(self):
        super().construct()
        names, size = list(self.specific_patrons), max(1, self.max_patron_group_size)
        for start in range(0, len(names), size):
            self.remove(*self.mobjects)
            self.play(LaggedStart(*map(FadeIn, _columns_of(names[start : start + size], 2)), lag_ratio=0.05))
            self.wait()


def _columns_of(names, count):
    """Names in columns, as large as fits."""
    words = VGroup(*(Text(str(name), font_size=24) for name in names))
    columns = VGroup(*(VGroup(*words[n::count]).arrange(DOWN, aligned_edge=LEFT) for n in range(count)))
    columns.arrange(RIGHT, buff=LARGE_BUFF, aligned_edge=UP)
    return words.scale(min(1, (config.frame_width - 1) / (columns.width or 1))).center()


class PatreonEndScreen(PatreonThanks, GlMovingCameraScene):
    """A title between two creatures; the names go by below."""

    thanks_words = ""
    title_text = "Clicky Stuffs"
    n_patron_columns = 3
    run_time = 20

    def construct(self):
        self.add_title()
        self.scroll_through_patrons()

    def get_names(self):
        """Of the scene itself; the list of supporters is not there, so some stand for them."""
        return list(self.specific_patrons) or [f"Supporter {number}" for number in range(1, 41)]

    def add_title(self):
        self.title = GlOldTexText(str(self.title_text)).scale(1.5).to_edge(UP, buff=MED_SMALL_BUFF)
        self.pi_creatures = VGroup(Randolph(), Mortimer())
        for creature, side in zip(self.pi_creatures, (LEFT, RIGHT)):
            creature.scale_to_fit_height(self.title.height).change_mode("thinking").look(DOWN)
            creature.next_to(self.title, side, buff=MED_LARGE_BUFF)
        self.add(self.title, self.pi_creatures)

    def scroll_through_patrons(self):
        names = _columns_of(self.specific_patrons, max(1, self.n_patron_columns))
        names.next_to(config.bottom, DOWN)
        self.play(names.animate.next_to(self.title, UP, buff=LARGE_BUFF), run_time=self.run_time, rate_func=linear)


class SideScrollEndScreen(PatreonThanks):
    pass


class EndScene(PatreonEndScreen):
    title_of_card = "The end"


class VideoWrapper(Scene):
    """A frame in which a clip would play, with its title."""

    animate_boundary = True
    title = ""
    wait_time = 32
    screen_height = 6.25

    def construct(self):
        self.add(GlFullScreenRectangle())
        screen = GlScreenRectangle(height=self.screen_height, fill_color=BLACK, fill_opacity=1).to_edge(DOWN)
        self.add(screen)
        if self.title:
            title = GlOldTexText(str(self.title)) if not isinstance(self.title, Mobject) else self.title
            if title.width > config.frame_width - 1:
                title.width = config.frame_width - 1
            title.next_to(screen, UP)
            self.play(Write(title))
        boundary = SurroundingRectangle(screen, color=BLUE_D, stroke_width=2, buff=0)
        self.play(Create(boundary, run_time=3))
        self.wait()


class Banner(Scene):
    message_height = 0.4
    message_width = 9.0
    n_pis = 6

    def construct(self):
        creatures = VGroup(*(PiCreature("hooray" if k % 2 else "happy", height=1.5) for k in range(self.n_pis)))
        creatures.arrange(RIGHT).to_edge(DOWN)
        message = Text(str(self.get_message()) if hasattr(self, "get_message") else "")
        self.add(creatures, message)
        self.wait()


class ReconfigurableScene(Scene):
    """A scene that plays its end once more with other settings; here it is played once."""

    allow_recursion = False

    def transition_to_alt_config(self, return_to_original_configuration=True, transformation_kwargs=None, **new_config):
        self.wait(0.5)
