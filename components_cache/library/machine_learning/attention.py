"""Transformers: attention for one word, the attention pattern of a sentence, word embeddings."""

import numpy as np
from manim import *

from components_cache.library.machine_learning.drawing import halo
from components_cache.library.theme import (
    BACKGROUND,
    FOCUS,
    GHOST,
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

TOKENS = ["the", "cat", "slept", "it", "was", "tired"]


def softmax_of(scores: np.ndarray) -> np.ndarray:
    """Softmax along the last axis."""
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def polar_rows(rows: list[tuple[float, float]]) -> np.ndarray:
    """Plane vectors from (length, degrees) pairs."""
    return np.array([[r * np.cos(np.radians(a)), r * np.sin(np.radians(a))] for r, a in rows])


def vector_arrow(origin, vector, color, width: float = 5) -> Arrow:
    """An arrow from `origin` along a plane vector, in scene units."""
    tip = origin + np.array([vector[0], vector[1], 0])
    return Arrow(origin, tip, buff=0, color=color, stroke_width=width, max_tip_length_to_length_ratio=0.2)


def attention(scene: Scene, word: str = "it", sharpness: float = 1.0):
    """Attention: a query meets keys, softmax turns matches into weights, values are mixed.

    In the sentence "the cat slept, it was tired" one word asks a question (its query); every word offers a key. Dot products
    score the matches, softmax makes shares of them, and the output is the share-weighted sum of the value vectors.

    Tags: machine learning, transformer, attention, query, key, value, softmax, language model, self-attention
    Wishes:
        how does attention in transformers work?
        attention mechanism
        queries, keys and values
        scaled dot-product attention
        what is attention in a language model?
        transformer attention
        how do words look at each other in a language model?
        softmax of query key products
        Q, K and V in a transformer
        Visualize the attention weights of a word over a sentence
    Parameters:
        word: the word that asks; one of: it, tired, slept
        sharpness: factor on the scores before softmax; in [0.3, 2]; said: sharpness, scale
    """
    narrator = Narrator(scene)
    keys = polar_rows([(1.1, 275), (1.9, 62), (1.6, 135), (1.5, 10), (1.2, 325), (1.6, 185)])
    values = polar_rows([(0.9, 250), (1.7, 75), (1.8, 15), (1.2, 120), (0.9, 310), (1.7, 340)])
    question = {"it": (2.0, 76), "tired": (2.0, 30), "slept": (2.0, 48)}[word]
    query = polar_rows([question])[0]
    scores = sharpness * keys @ query / np.sqrt(2)
    weights = softmax_of(scores)
    asking = TOKENS.index(word)
    sentence = word_row(TOKENS, 36).move_to(2.45 * UP)
    sentence[asking].set_color(FOCUS)
    hint = {"it": "Who is “it”?", "tired": "Who is tired?", "slept": "Who slept?"}[word]
    narrator.say(f"A word must learn from the others. {hint}", FadeIn(sentence), wait=1.5)
    origin = 3.7 * LEFT + 0.2 * DOWN
    ground = Circle(2.0, color=GHOST, stroke_width=2).move_to(origin)
    arrows = VGroup(*[vector_arrow(origin, k, MAIN) for k in keys])
    labels = VGroup(*[_tip_label(t, origin, k, MAIN) for t, k in zip(TOKENS, keys, strict=True)])
    key_name = words("keys", size=28, color=MAIN).move_to(origin + 2.6 * LEFT + 1.7 * UP)
    narrator.say(
        "Every word offers a key: an arrow that says what it has to offer.",
        Create(ground),
        LaggedStart(*map(GrowArrow, arrows)),
        FadeIn(labels, key_name),
    )
    asker = vector_arrow(origin, query, FOCUS, 8)
    query_name = words(f"query of “{word}”", size=28, color=FOCUS)
    query_name.move_to(origin + 2.33 * DOWN)
    narrator.say(
        f"“{word}” sends out a query: an arrow that says what it looks for.", GrowArrow(asker), FadeIn(query_name)
    )
    table = _score_table(scores, weights, asking)
    narrator.say(
        "The dot product measures how well query and key point the same way.",
        FadeIn(table[0]),
        LaggedStart(*[FadeIn(s, shift=0.4 * RIGHT) for s in table[1]], lag_ratio=0.25),
    )
    narrator.say(
        "Softmax turns the scores into shares that add up to one.",
        FadeIn(table[4]),
        *[GrowFromEdge(b, LEFT) for b in table[2]],
        FadeIn(table[3]),
    )
    glow = [
        sentence[n].animate.set_opacity(0.35 + 0.65 * float(w / weights.max()))
        for n, w in enumerate(weights)
        if n != asking
    ]
    best = int(np.argmax(weights))
    narrator.say(f"“{word}” attends most to “{TOKENS[best]}”.", *glow, Indicate(table[3][best], color=FOCUS))
    value_arrows = VGroup(*[vector_arrow(origin, v, OTHER) for v in values])
    value_labels = VGroup(*[_tip_label(t, origin, v, OTHER) for t, v in zip(TOKENS, values, strict=True)])
    value_name = words("values", size=28, color=OTHER).move_to(key_name)
    narrator.say(
        "Each word also has a value: what it passes on if attended to.",
        FadeOut(asker, query_name, key_name, labels),
        Transform(arrows, value_arrows),
        FadeIn(value_labels, value_name),
    )
    chain, start = VGroup(), origin
    for share, v in zip(weights, values, strict=True):
        piece = share * np.array([v[0], v[1], 0])
        chain.add(Line(start, start + piece, color=OTHER, stroke_width=6))
        start = start + piece
    result = vector_arrow(origin, (start - origin)[:2], GOOD, 9)
    narrator.say(
        "Scale every value by its share and lay them tip to tail.",
        FadeOut(value_labels),
        Transform(arrows, chain, run_time=2),
    )
    out = words("output", size=28, color=GOOD).move_to(origin + 2.33 * DOWN)
    rule = formula(r"\mathrm{softmax}\!\left(\frac{q \cdot k}{\sqrt d}\right)", r"\cdot v", size=40).move_to(
        4.2 * RIGHT + 2.35 * DOWN
    )
    rule[0].set_color(WARM)
    rule[1].set_color(OTHER)
    narrator.say(
        f"The weighted sum is the new meaning of “{word}”, coloured by its context.",
        GrowArrow(result),
        FadeIn(out, rule),
        wait=2.5,
    )


def word_row(tokens: list[str], size: float) -> VGroup:
    """Words of a sentence on one base line, one group per word."""
    line, row, at = words("   ".join(tokens), size=size), VGroup(), 0
    for token in tokens:
        row.add(VGroup(*line.submobjects[at : at + len(token)]))
        at += len(token)
    return row


def _tip_label(text: str, origin, vector, color) -> Mobject:
    direction = normalize(np.array([vector[0], vector[1], 0]))
    label = words(text, size=24, color=color)
    return halo(
        label.move_to(
            origin
            + np.array([vector[0], vector[1], 0])
            + direction * (0.18 + 0.5 * label.width * abs(direction[0]) + 0.08)
        )
    )


def _score_table(scores, weights, asking: int) -> VGroup:
    """Columns of the table: words and headings, scores, bars, percentages, softmax heading."""
    names, numbers, bars, shares = VGroup(), VGroup(), VGroup(), VGroup()
    left = 0.6
    for n, token in enumerate(TOKENS):
        y = 1.15 - 0.5 * n
        names.add(words(token, size=26, color=FOCUS if n == asking else INK).move_to([left, y, 0], aligned_edge=LEFT))
        numbers.add(DecimalNumber(scores[n], font_size=32, color=INK, include_sign=True).move_to([left + 1.9, y, 0]))
        bar = Rectangle(
            width=max(0.03, 2.2 * float(weights[n])), height=0.3, stroke_width=0, fill_color=WARM, fill_opacity=0.9
        )
        bars.add(bar.move_to([left + 2.75, y, 0], aligned_edge=LEFT))
        shares.add(
            Integer(round(100 * float(weights[n])), unit=r"\%", font_size=32, color=WARM).next_to(bar, RIGHT, buff=0.15)
        )
    names.add(formula(r"q \cdot k / \sqrt{d}", size=30, color=MUTED).move_to([left + 1.85, 1.68, 0]))
    heading = words("softmax", size=26, color=WARM).move_to([left + 3.4, 1.68, 0])
    return VGroup(names, numbers, bars, shares, heading)


def self_attention(scene: Scene, count: int = 6, causal: bool = True, seed: int = 8):
    """Self-attention: every word asks every word, and the pattern is a grid of weights.

    Dot size is the attention weight; each row is one query and sums to one. With a causal mask no word looks ahead.

    Tags: machine learning, transformer, self-attention, attention pattern, causal mask, language model
    Wishes:
        self-attention
        attention matrix of a sentence
        causal mask in a transformer
        self-attention pattern with 5 words
        attention heat map between the words of a sentence
        causal masking so that tokens cannot see the future
        grid of attention scores
        which words attend to which in GPT?
    Parameters:
        count: how many words; in [3, 6]; said: words, tokens
        causal: whether words may only look back; said: causal, mask, masked
        seed: random seed of the scores; in [1, 99]; said: seed
    """
    narrator = Narrator(scene)
    tokens = TOKENS[:count]
    scores = np.random.default_rng(seed).normal(0, 1.6, (count, count)).round(1)
    scores[2:, 1] += 1.5
    cell = min(0.78, 4.5 / count)
    corner = np.array([-4.1, 1.75, 0])

    def spot(row: float, column: float) -> np.ndarray:
        return corner + np.array([1.25 * cell * (column + 0.5), -cell * (row + 0.5), 0])

    grid = VGroup()
    for n in range(count + 1):
        grid.add(Line(spot(n - 0.5, -0.5), spot(n - 0.5, count - 0.5), color=GHOST, stroke_width=2))
        grid.add(Line(spot(-0.5, n - 0.5), spot(count - 0.5, n - 0.5), color=GHOST, stroke_width=2))
    columns = VGroup(*[words(t, size=26, color=MAIN).move_to(spot(-0.9, n)) for n, t in enumerate(tokens)])
    rows = VGroup(
        *[words(t, size=26, color=FOCUS).move_to(spot(n, -0.75), aligned_edge=RIGHT) for n, t in enumerate(tokens)]
    )
    sides = VGroup(
        words("keys", size=28, color=MAIN).move_to(spot(-1.6, count / 2 - 0.5)),
        words("queries", size=28, color=FOCUS).move_to(rows.get_left() + 1.1 * LEFT),
    )
    narrator.say(
        "All words ask at once: one row per query, one column per key.", Create(grid), FadeIn(columns, rows, sides)
    )
    numbers = {
        (r, c): DecimalNumber(scores[r, c], num_decimal_places=1, font_size=28).move_to(spot(r, c))
        for r in range(count)
        for c in range(count)
    }
    note = words("scores: dot products", size=28).move_to(2.3 * RIGHT + 1.1 * UP, aligned_edge=LEFT)
    narrator.say(
        "Each cell is the dot product of that query with that key.",
        LaggedStart(*map(FadeIn, numbers.values()), lag_ratio=0.03),
        FadeIn(note),
    )
    if causal:
        ahead = [numbers[r, c] for r in range(count) for c in range(r + 1, count)]
        struck = VGroup(*[formula(r"-\infty", size=44, color=MUTED).move_to(n) for n in ahead])
        masked = words("mask: no looking ahead", size=28, color=MUTED).next_to(note, DOWN, buff=0.35, aligned_edge=LEFT)
        narrator.say(
            "A language model must not look ahead: later words are masked.",
            *[ReplacementTransform(a, b) for a, b in zip(ahead, struck, strict=True)],
            FadeIn(masked),
        )
        scores = np.where(np.tril(np.ones((count, count))) > 0, scores, -np.inf)
    weights = softmax_of(scores)
    dots = VGroup(
        *[
            Circle(0.46 * cell * np.sqrt(weights[r, c]), color=WARM, fill_opacity=0.9, stroke_width=0).move_to(
                spot(r, c)
            )
            for r in range(count)
            for c in range(count)
            if weights[r, c] > 0.001
        ]
    )
    total = words("softmax: rows sum to 1", size=28, color=WARM).next_to(
        note, DOWN, buff=1.0 if causal else 0.35, aligned_edge=LEFT
    )
    gone = (
        [*numbers.values()] if not causal else [numbers[r, c] for r in range(count) for c in range(r + 1)] + [*struck]
    )
    narrator.say(
        "Softmax along each row: scores become shares.",
        FadeOut(*gone),
        LaggedStart(*map(GrowFromCenter, dots), lag_ratio=0.03),
        FadeIn(total),
    )
    row = count - 1
    frame = Rectangle(width=1.25 * cell * count + 0.1, height=cell + 0.05, color=FOCUS).move_to(
        spot(row, count / 2 - 0.5)
    )
    best = int(np.argmax(weights[row]))
    source = "itself" if best == row else f"“{tokens[best]}”"
    narrator.say(
        f"The last row: “{tokens[row]}” takes {weights[row, best]:.0%} of its new meaning from {source}.",
        Create(frame),
        Indicate(columns[best], color=WARM),
        wait=2.4,
    )


def word_embeddings(scene: Scene, relation: str = "royalty"):
    """Word embeddings: words are points, and directions carry meaning.

    Hand-placed vectors in the plane show the idea of analogies; real embeddings have hundreds of dimensions.

    Tags: machine learning, word embeddings, word2vec, language model, vectors, analogy, king queen
    Wishes:
        word embeddings
        king minus man plus woman is queen
        how do language models turn words into vectors?
        word2vec analogies with capitals
        word vectors
        word2vec
        king - man + woman = queen
        meaning as directions in space
        how can a computer represent words as points?
        semantic vector arithmetic
    Parameters:
        relation: which analogy is shown; one of: royalty, capitals, tense
    """
    narrator = Narrator(scene)
    sets = {
        "royalty": (["man", "woman", "king", "queen"], ["apple", "bread", "horse", "dog"]),
        "capitals": (["France", "Paris", "Japan", "Tokyo"], ["river", "lake", "blue", "green"]),
        "tense": (["walk", "walked", "swim", "swam"], ["red", "yellow", "seven", "nine"]),
    }
    main, others = sets[relation]
    base, across, up = np.array([-3.2, -1.6, 0]), np.array([1.0, 2.2, 0]), np.array([3.6, 0.7, 0])
    spots = [base, base + across, base + up, base + across + up]
    far = [np.array([4.2, -1.9, 0]), np.array([5.2, -1.3, 0]), np.array([-5.4, 1.9, 0]), np.array([-4.7, 1.2, 0])]
    plane = NumberPlane(
        x_range=[-7, 7],
        y_range=[-3, 3],
        background_line_style={"stroke_color": GHOST, "stroke_opacity": 0.35},
        axis_config={"stroke_opacity": 0},
    )
    dots = VGroup(*[Dot(s, color=MAIN) for s in spots])
    dots_far = VGroup(*[Dot(s, color=MUTED) for s in far])
    tags = VGroup(
        *[
            halo(words(t, size=30)).next_to(d, DOWN if n % 2 == 0 else UP, buff=0.12)
            for n, (t, d) in enumerate(zip(main, dots, strict=True))
        ]
    )
    tags_far = VGroup(
        *[
            halo(words(t, size=26, color=MUTED)).next_to(d, DOWN, buff=0.1)
            for t, d in zip(others, dots_far, strict=True)
        ]
    )
    narrator.say(
        "Every word becomes a point in space. Words with like use lie close together.",
        FadeIn(plane),
        LaggedStart(*map(FadeIn, [*dots, *dots_far])),
        FadeIn(tags, tags_far),
    )
    first = Arrow(spots[0], spots[1], buff=0.1, color=WARM, stroke_width=6)
    narrator.say(f"From “{main[0]}” to “{main[1]}” is an arrow.", GrowArrow(first))
    second = first.copy()
    scene.play(second.animate.shift(up), run_time=1.5)
    narrator.say(
        f"The same arrow leads from “{main[2]}” ... to “{main[3]}”.",
        Indicate(tags[3], color=GOOD),
        Flash(spots[3], color=GOOD),
    )
    sums = [main[2], "-", main[0], "+", main[1], "=", main[3]]
    colors = [INK, MUTED, INK, MUTED, INK, MUTED, GOOD]
    row = VGroup(*[words(t.replace("-", "−"), size=34, color=c) for t, c in zip(sums, colors, strict=True)]).arrange(
        RIGHT, buff=0.25
    )
    ground = BackgroundRectangle(row, color=BACKGROUND, fill_opacity=0.9, buff=0.15)
    VGroup(ground, row).move_to(2.3 * UP + 3.2 * RIGHT)
    scene.play(FadeIn(ground), LaggedStart(*map(FadeIn, row), lag_ratio=0.2))
    narrator.say("Directions carry meaning: arithmetic with words.", wait=2.2)
