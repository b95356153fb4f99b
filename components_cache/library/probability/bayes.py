"""Bayes' theorem with a medical test, conditional probability as areas, Simpson's paradox."""

import numpy as np
from manim import *

from components_cache.library.theme import (
    BACKGROUND,
    BAD,
    FOCUS,
    GOOD,
    INK,
    MAIN,
    MUTED,
    OTHER,
    WARM,
    Narrator,
    formula,
    words,
)


def crowd_places(count: int, width: float, height: float, centre) -> tuple[np.ndarray, float]:
    """Centres (count, 3) of a grid that is filled column by column, and the side of one person's square."""
    rows = max(1, round(np.sqrt(count * height / width)))
    columns = -(-count // rows)
    step = min(width / columns, height / rows, 0.62)
    index = np.arange(count)
    places = np.zeros((count, 3))
    places[:, 0] = (index // rows - (columns - 1) / 2) * step
    places[:, 1] = ((rows - 1) / 2 - index % rows) * step
    return places + centre, 0.78 * step


def crowd_squares(places: np.ndarray, side: float, color, opacity: float = 1.0) -> VMobject:
    """Many small squares in one mobject: fast to draw and to transform."""
    crowd, square = VMobject(stroke_width=0, fill_color=color, fill_opacity=opacity), Square(side).points
    crowd.points = np.concatenate([square + place for place in places]) if len(places) else crowd.points
    return crowd


def bayes_medical_test(
    scene: Scene,
    prevalence: float = 0.01,
    sensitivity: float = 0.9,
    false_positive_rate: float = 0.09,
    population: int = 1000,
):
    """Bayes' theorem: a positive test means less than it seems when the illness is rare.

    A grid of people: the ill, those whom the test finds, and the healthy whom it alarms. The answer is a count of squares.

    Tags: probability, Bayes, Bayes' theorem, medical test, base rate, conditional probability, false positive
    Wishes:
        Bayes' theorem with a medical test
        Bayes theorem
        what is the chance of being ill after a positive test?
        base rate fallacy with prevalence 2 percent
        false positives when a disease is rare
        Bayes
        Bayes rule
        base rate fallacy
        positive test result but still probably healthy
        how reliable is a medical test for a rare disease?
        update a probability with new evidence
        false positive paradox
        Visualize Bayes' rule with a population of dots
    Parameters:
        prevalence: share of people who are ill; in [0.004, 0.5]; said: prevalence, base rate
        sensitivity: share of the ill who test positive; in [0.3, 1]; said: sensitivity
        false_positive_rate: share of the healthy who test positive; in [0.01, 0.5]; said: false positive rate, false positives
        population: number of people shown; in [200, 1000]; said: people, population
    """
    narrator = Narrator(scene)
    ill = max(1, round(population * prevalence))
    found = min(ill, max(1, round(ill * sensitivity)))
    alarmed = max(1, round((population - ill) * false_positive_rate))
    places, side = crowd_places(population, 7.4, 5.2, 2.7 * LEFT + 0.05 * UP)
    cuts = [0, found, ill, ill + alarmed, population]
    hit, missed, false, calm = [
        crowd_squares(places[a:b], side, MUTED, 0.6) for a, b in zip(cuts, cuts[1:], strict=False)
    ]
    narrator.say(f"Here are {population} people.", *[FadeIn(group) for group in (hit, missed, false, calm)])
    right = 1.6

    def note(row: int, text: str, color) -> Text:
        return words(text, size=28, color=color).move_to([right, 2.35 - 0.55 * row, 0], aligned_edge=LEFT)

    narrator.say(
        f"{_percent(prevalence)} of them, {ill}, are ill.",
        hit.animate.set_fill(WARM, 1),
        missed.animate.set_fill(WARM, 1),
        FadeIn(note(0, f"ill: {ill}", WARM)),
    )
    narrator.say(
        f"The test finds {_percent(sensitivity)} of the ill: {found} true alarms.",
        hit.animate.set_fill(FOCUS, 1),
        FadeIn(note(1, f"ill and positive: {found}", FOCUS)),
    )
    narrator.say(
        f"But it also alarms {_percent(false_positive_rate)} of the healthy: {alarmed} false alarms.",
        false.animate.set_fill(BAD, 0.9),
        FadeIn(note(2, f"healthy and positive: {alarmed}", BAD)),
    )
    narrator.say(
        "You test positive. So you are one of these.", *[g.animate.set_opacity(0.1) for g in (missed, calm)], wait=0.8
    )
    near, wide = crowd_places(found + alarmed, 7.0, 4.2, 2.7 * LEFT + 0.05 * UP)
    moves = [
        Transform(hit, crowd_squares(near[:found], wide, FOCUS)),
        Transform(false, crowd_squares(near[found:], wide, BAD, 0.9)),
    ]
    narrator.say("How many of them are ill?", FadeOut(missed, calm), *moves)
    chance = found / (found + alarmed)
    rule = formula(
        r"P(\text{ill} \mid +) = ", r"{" + str(found), r"\over", str(found), "+", str(alarmed) + "}", size=46
    )
    rule[1].set_color(FOCUS)
    rule[3].set_color(FOCUS)
    rule[5].set_color(BAD)
    rule.move_to([right, -0.1, 0], aligned_edge=LEFT)
    result = formula(rf"\approx {100 * chance:.0f}\,\%", size=60, color=FOCUS).next_to(
        rule, DOWN, buff=0.4, aligned_edge=LEFT
    )
    narrator.say(
        f"{found} of {found + alarmed}: the chance of being ill is about {chance:.0%}.",
        Write(rule),
        FadeIn(result, shift=0.2 * UP),
    )
    general = formula(r"P(I \mid +) = \frac{P(+ \mid I)\,P(I)}{P(+)}", size=40).move_to(
        [right, -2.2, 0], aligned_edge=LEFT
    )
    takeaway = (
        "Most alarms are false, because the healthy are so many."
        if chance < 0.5
        else "The more common the illness, the more a positive test means."
    )
    narrator.say(takeaway, Write(general), wait=2.4)


def _percent(share: float) -> str:
    return f"{100 * share:.3g}%"


def conditional_probability(scene: Scene, first: float = 0.3, given: float = 0.6, otherwise: float = 0.2):
    """Conditional probability: knowing B shrinks the world to B.

    A unit square is cut into areas; conditioning keeps one part and stretches it to the whole.

    Tags: probability, conditional probability, area model, total probability, independence
    Wishes:
        conditional probability
        conditional probability as areas
        what does P(A given B) mean?
        law of total probability with a square
        probability of A given that B happened
        dependent and independent events
        area picture of conditional probabilities
        total probability
    Parameters:
        first: probability of A; in [0.1, 0.9]; said: P(A), A
        given: probability of B if A holds; in [0.1, 0.9]; said: given
        otherwise: probability of B if A does not hold; in [0.05, 0.95]; said: otherwise
    """
    narrator = Narrator(scene)
    side, corner = 4.6, np.array([-5.6, -2.35, 0])

    def block(x: float, y: float, w: float, h: float, color, opacity: float) -> Rectangle:
        box = Rectangle(
            width=side * w,
            height=side * h,
            stroke_color=BACKGROUND,
            stroke_width=2,
            fill_color=color,
            fill_opacity=opacity,
        )
        return box.move_to(corner + side * np.array([x + w / 2, y + h / 2, 0]))

    whole = Square(side, color=INK, stroke_width=3).move_to(corner + side / 2 * np.array([1, 1, 0]))
    parts = VGroup(
        block(0, 0, first, given, MAIN, 0.9),
        block(0, given, first, 1 - given, MAIN, 0.25),
        block(first, 0, 1 - first, otherwise, WARM, 0.9),
        block(first, otherwise, 1 - first, 1 - otherwise, WARM, 0.25),
    )
    names = VGroup(
        formula(f"A: {first:g}", size=36, color=MAIN).next_to(VGroup(parts[0], parts[1]), UP, buff=0.1),
        formula(rf"\overline{{A}}: {1 - first:.2g}", size=36, color=WARM).next_to(
            VGroup(parts[2], parts[3]), UP, buff=0.1
        ),
    )
    narrator.say("All that can happen is a square of area one.", Create(whole))
    narrator.say("A happens, or it does not: two strips.", FadeIn(parts), FadeIn(names))
    rows = VGroup(
        formula(r"P(A \cap B) =", rf"{first:g} \cdot {given:g} = {first * given:.3g}", size=40, color=MAIN),
        formula(
            r"P(\overline{A} \cap B) =",
            rf"{1 - first:.2g} \cdot {otherwise:g} = {(1 - first) * otherwise:.3g}",
            size=40,
            color=WARM,
        ),
        formula("P(B) =", f"{first * given + (1 - first) * otherwise:.3g}", size=40, color=INK),
    )
    rows.arrange(DOWN, aligned_edge=LEFT, buff=0.35).move_to([0.6, 1.3, 0], aligned_edge=LEFT)
    narrator.say(
        f"B happens in {given:.0%} of A and {otherwise:.0%} of the rest: the bright parts.",
        LaggedStart(*map(Write, rows[:2]), lag_ratio=0.4),
    )
    narrator.say(
        "Together they are the chance of B.",
        FadeIn(rows[2]),
        Indicate(parts[0], color=FOCUS),
        Indicate(parts[2], color=FOCUS),
    )
    total = first * given + (1 - first) * otherwise
    narrator.say("Now we learn that B happened: the faint parts are gone.", FadeOut(parts[1], parts[3], whole, names))
    share = first * given / total
    wide = VGroup(block(0, 0, share, 1, MAIN, 0.9), block(share, 0, 1 - share, 1, WARM, 0.9))
    frame = Square(side, color=INK, stroke_width=3).move_to(whole)
    narrator.say(
        "What is left becomes the whole world.",
        Transform(parts[0], wide[0]),
        Transform(parts[2], wide[1]),
        FadeIn(frame),
        wait=1,
    )
    rule = formula(r"P(A \mid B) =", r"\frac{P(A \cap B)}{P(B)}", rf"= {share:.2g}", size=46, color=FOCUS)
    rule.move_to([0.6, -1.3, 0], aligned_edge=LEFT)
    brace = Brace(parts[0], UP, color=FOCUS)
    tag = formula(f"{share:.2g}", size=36, color=FOCUS).next_to(brace, UP, buff=0.08)
    narrator.say(
        f"The share of A in it was {first:.0%}; given B it is {share:.0%}.",
        Write(rule),
        GrowFromCenter(brace),
        FadeIn(tag),
        wait=2.3,
    )


def simpsons_paradox(scene: Scene, gap: float = 1.5, groups: int = 3, seed: int = 3):
    """Simpson's paradox: the trend in every group is the opposite of the trend overall.

    Tags: statistics, Simpson's paradox, confounding, correlation, regression, groups
    Wishes:
        Simpson's paradox
        how can a trend reverse when groups are combined?
        why do groups and totals disagree?
        a trend reverses when data are pooled
        each group goes up but the whole goes down
        misleading aggregated statistics
        confounding variable
    Parameters:
        gap: how far apart the groups lie; in [1.1, 1.9]; said: gap, distance
        groups: number of groups; in [2, 4]; said: groups
        seed: random seed; in [1, 99]; said: seed
    """
    narrator = Narrator(scene)
    rng = np.random.default_rng(seed)
    colors = [MAIN, WARM, OTHER, GOOD][:groups]
    clouds = []
    scale = min(1.0, 2.6 / groups)
    for n in range(groups):
        step = (n - (groups - 1) / 2) * gap * scale
        xs = rng.uniform(-1.3, 1.3, 14) * scale
        ys = -0.75 * xs + rng.normal(0, 0.16, 14)
        clouds.append(np.column_stack([1.6 * step + 1.2 * xs, 0.95 * step + ys]))
    everything = np.concatenate(clouds)
    half_x, half_y = 5.4 / np.abs(everything[:, 0]).max(), 2.3 / np.abs(everything[:, 1]).max()

    def spot(p) -> np.ndarray:
        return np.array([half_x * p[0], half_y * p[1] + 0.1, 0])

    frame = VGroup(Line([-6, -2.5, 0], [6, -2.5, 0], color=MUTED), Line([-6, -2.5, 0], [-6, 2.7, 0], color=MUTED))
    dots = VGroup(*[Dot(spot(p), color=MUTED, radius=0.08) for p in everything])
    m, b = np.polyfit(everything[:, 0], everything[:, 1], 1)
    ends = [np.array([x, m * x + b]) for x in (-5.2 / half_x, 5.2 / half_x)]
    overall = Line(spot(ends[0]), spot(ends[1]), color=FOCUS, stroke_width=6)
    narrator.say(
        "More of one goes with more of the other.", Create(frame), LaggedStart(*map(FadeIn, dots), lag_ratio=0.02)
    )
    narrator.say("The line through all points goes up.", Create(overall))
    paint = [dots[14 * n + k].animate.set_color(colors[n]) for n in range(groups) for k in range(14)]
    narrator.say("But the points come from different groups.", *paint)
    lines = VGroup()
    for cloud, color in zip(clouds, colors, strict=True):
        slope, level = np.polyfit(cloud[:, 0], cloud[:, 1], 1)
        left, right = cloud[:, 0].min(), cloud[:, 0].max()
        lines.add(
            Line(spot([left, slope * left + level]), spot([right, slope * right + level]), color=color, stroke_width=6)
        )
    narrator.say(
        "Within each group, the line goes down!",
        overall.animate.set_stroke(opacity=0.3),
        LaggedStart(*map(Create, lines), lag_ratio=0.3),
    )
    narrator.say(
        "The group is a hidden cause: without it the data tell the opposite story.",
        overall.animate.set_stroke(opacity=1),
        wait=2.3,
    )
