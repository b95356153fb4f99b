"""Point clouds: k-means, k nearest neighbours, principal components."""

import numpy as np
from manim import *

from components_cache.library.machine_learning.drawing import dot_cloud, halo, plain_axes
from components_cache.library.theme import (
    BAD,
    FOCUS,
    GHOST,
    GOOD,
    INK,
    MAIN,
    MUTED,
    OTHER,
    PALETTE,
    WARM,
    Narrator,
    words,
)


def clustered_points(rng, centres: np.ndarray, each: int, spread: float) -> np.ndarray:
    """`each` normal points around every centre, as an array (n, 2)."""
    return np.concatenate([rng.normal(centre, spread, (each, 2)) for centre in centres])


def k_means(scene: Scene, k: int = 3, points: int = 60, rounds: int = 5, seed: int = 3):
    """k-means clustering: assign to the nearest centre, move centres to the mean, repeat.

    Tags: machine learning, clustering, k-means, unsupervised learning, centroids, Lloyd's algorithm
    Wishes:
        k-means clustering step by step
        k-means
        clustering points into 4 groups with k-means
        how does k-means find clusters?
        group points around centroids
        unsupervised clustering algorithm with moving centres
        Lloyd's algorithm
        how can an algorithm find groups in data?
        Animate clusters forming as centroids move
        clustering
    Parameters:
        k: number of clusters; in [2, 6]; said: k, clusters, groups, centres
        points: number of points; in [20, 120]; said: points, data points
        rounds: most rounds; in [2, 8]; said: rounds, iterations, steps
        seed: random seed; in [1, 99]; said: seed
    """
    narrator = Narrator(scene)
    rng = np.random.default_rng(seed)
    frame = plain_axes([-6, 6, 1], [-2.6, 2.6, 1], 12, 5.2)
    angles = np.linspace(0, TAU, k, endpoint=False) + rng.uniform(0, 1)
    true = np.stack([3.9 * np.cos(angles), 1.5 * np.sin(angles)], axis=1)
    data = np.clip(clustered_points(rng, true, -(-points // k), 0.55)[:points], [-6, -2.45], [6, 2.45])
    dots = dot_cloud(frame, data, MUTED)
    centres = _telling_start(rng, data, k)
    colors = PALETTE[:k]
    stars = VGroup(*[_centre_mark(frame, c, color) for c, color in zip(centres, colors, strict=True)])
    narrator.say("Points without labels. Which belong together?", LaggedStart(*map(FadeIn, dots), lag_ratio=0.01))
    narrator.say(f"Start with {k} centres, placed at random.", LaggedStart(*[FadeIn(s, scale=2) for s in stars]))
    belongs = np.full(len(data), -1)
    counter = VGroup(words("round", size=28, color=MUTED), Integer(1, font_size=36)).arrange(RIGHT, buff=0.15)
    counter.move_to(5.8 * LEFT + 2.6 * UP)
    scene.play(FadeIn(counter), run_time=0.3)
    for number in range(rounds):
        nearest = np.linalg.norm(data[:, None] - centres[None], axis=2).argmin(axis=1)
        if (nearest == belongs).all():
            break
        belongs = nearest
        counter[1].set_value(number + 1)
        paint = [dot.animate.set_color(colors[c]) for dot, c in zip(dots, belongs, strict=True)]
        rays = VGroup(
            *[
                Line(
                    d.get_center(),
                    stars[c].get_center(),
                    color=colors[c],
                    stroke_width=1,
                    stroke_opacity=0.5,
                    z_index=-1,
                )
                for d, c in zip(dots, belongs, strict=True)
            ]
        )
        moved = np.array([data[belongs == c].mean(axis=0) if (belongs == c).any() else centres[c] for c in range(k)])
        shifts = [s.animate.move_to(frame.c2p(*m)) for s, m in zip(stars, moved, strict=True)]
        if number == 0:
            narrator.say(
                "Assign: every point joins the nearest centre.",
                LaggedStart(*paint, lag_ratio=0.01),
                Create(rays, lag_ratio=0.01),
                wait=0.6,
            )
            narrator.say("Update: every centre moves to the mean of its points.", *shifts, FadeOut(rays), wait=0.5)
        else:
            if number == 1:
                narrator.say("Repeat, until nothing changes.", wait=0.2)
            scene.play(*paint, FadeIn(rays), run_time=0.7)
            scene.play(*shifts, FadeOut(rays), run_time=0.8)
        centres = moved
    rings = VGroup(*[Circle(0.3, color=c).move_to(s) for s, c in zip(stars, colors, strict=True)])
    narrator.say(
        "Each point is with its nearest centre, each centre in the middle of its points.", Create(rings), wait=2.2
    )


def _telling_start(rng, data: np.ndarray, k: int) -> np.ndarray:
    """Of sixteen random starts one that ends well, and not at once: k-means can get stuck in poor groupings."""
    tries = []
    for _ in range(16):
        start = data[rng.choice(len(data), k, replace=False)] + rng.normal(0, 0.15, (k, 2))
        centres, moves = start, 0
        for _ in range(12):
            belongs = np.linalg.norm(data[:, None] - centres[None], axis=2).argmin(axis=1)
            fresh = np.array(
                [data[belongs == c].mean(axis=0) if (belongs == c).any() else centres[c] for c in range(k)]
            )
            moves += not np.allclose(fresh, centres)
            centres = fresh
        cost = (np.linalg.norm(data[:, None] - centres[None], axis=2).min(axis=1) ** 2).sum()
        tries.append((round(cost, 1), -min(moves, 4), len(tries), start))
    return min(tries)[3]


def _centre_mark(frame, centre, color) -> VGroup:
    star = Star(
        outer_radius=0.24, inner_radius=0.11, color=INK, fill_color=color, fill_opacity=1, stroke_width=2, z_index=3
    )
    return star.move_to(frame.c2p(*centre))


def k_nearest_neighbours(
    scene: Scene, k: int = 5, points: int = 30, query: tuple[float, float] = (0.4, 0.2), seed: int = 4
):
    """k nearest neighbours: a new point is given the label of the majority around it.

    Tags: machine learning, classification, k-nearest neighbours, KNN, nearest neighbors, majority vote
    Wishes:
        k-nearest neighbours
        KNN classification with k = 7
        how does the nearest neighbor classifier work?
        classify a point by its closest neighbours
        KNN
        classify by a vote of the closest points
        who are my neighbours? majority vote classifier
        nearest neighbour classification
        Animate a new data point being labelled by its nearest points
    Parameters:
        k: how many neighbours vote; in [1, 11]; said: k, neighbours, neighbors
        points: how many labelled points; in [16, 60]; said: points
        query: where the new point is; in [-1.5, 1.5]; said: point, query, at
        seed: random seed; in [1, 99]; said: seed
    """
    narrator = Narrator(scene)
    rng = np.random.default_rng(seed)
    frame = plain_axes([-4.6, 4.6, 1], [-2.6, 2.6, 1], 9.2, 5.2).shift(1.8 * LEFT)
    data = clustered_points(rng, np.array([[-1.6, 0.3], [1.6, -0.3]]), points // 2, 1.05)
    data = np.clip(data, [-4.5, -2.4], [4.5, 2.4])
    label = np.repeat([0, 1], points // 2)
    dots = dot_cloud(frame, data, MAIN, 0.09)
    for dot, kind in zip(dots, label, strict=True):
        dot.set_color(WARM if kind else MAIN)
    new = Dot(frame.c2p(*query), color=INK, radius=0.12)
    mark = halo(words("?", size=34)).next_to(new, UP, buff=0.08)
    narrator.say("Labelled points of two kinds.", LaggedStart(*map(FadeIn, dots), lag_ratio=0.03))
    narrator.say("A new point arrives. Which kind is it?", FadeIn(new, scale=3), FadeIn(mark))
    gaps = np.linalg.norm(data - np.array(query), axis=1)
    order = np.argsort(gaps)[:k]
    ring = Circle(0.05, color=FOCUS, stroke_width=3).move_to(new)
    unit = np.linalg.norm(frame.c2p(1, 0) - frame.c2p(0, 0))
    tally = VGroup(
        VGroup(Dot(color=MAIN, radius=0.13), Integer(0, font_size=48, color=MAIN)).arrange(RIGHT, buff=0.3),
        VGroup(Dot(color=WARM, radius=0.13), Integer(0, font_size=48, color=WARM)).arrange(RIGHT, buff=0.3),
    )
    tally.arrange(DOWN, buff=0.4).move_to(4.9 * RIGHT + 0.2 * UP)
    head = words("votes", size=30, color=MUTED).next_to(tally, UP, buff=0.35)
    ask = "Ask its nearest neighbour." if k == 1 else f"Ask the {k} nearest neighbours."
    narrator.say(ask, FadeIn(ring, tally, head), FadeOut(mark), wait=0.3)
    for n, index in enumerate(order):
        kind = int(label[index])
        tally[kind][1].set_value(int((label[order[: n + 1]] == kind).sum()))
        link = Line(
            new.get_center(), dots[index].get_center(), color=WARM if kind else MAIN, stroke_width=3, z_index=-1
        )
        reach = (gaps[index] + 0.12) * unit
        scene.play(
            ring.animate.scale_to_fit_width(2 * reach), Create(link), Indicate(dots[index], color=INK), run_time=0.6
        )
    votes = [int((label[order] == kind).sum()) for kind in (0, 1)]
    if votes[0] == votes[1]:
        narrator.say(
            "A tie! That is why one takes an odd number of neighbours.", Circumscribe(tally, color=FOCUS), wait=2
        )
        return
    winner = int(votes[1] > votes[0])
    narrator.say(
        f"{max(votes)} of {k} neighbours agree: the new point joins them.",
        new.animate.set_color(WARM if winner else MAIN),
        Circumscribe(tally[winner], color=FOCUS),
        wait=2.2,
    )


def principal_components(scene: Scene, correlation: float = 0.85, points: int = 60, seed: int = 6):
    """Principal component analysis: turn the axes until one of them catches the most variance.

    Tags: machine learning, statistics, PCA, principal component analysis, dimensionality reduction, variance, eigenvectors
    Wishes:
        principal component analysis as rotating to the best axes
        PCA
        how does PCA find the direction of largest variance?
        reduce two dimensions to one with PCA
        principal components
        dimensionality reduction
        direction in which data varies most
        rotate the axes to fit a cloud of points
        project a data cloud onto its main axis
        eigenvectors of the covariance matrix
    Parameters:
        correlation: correlation of the two features; in [-0.95, 0.95]; said: correlation
        points: number of points; in [30, 100]; said: points, data points
        seed: random seed; in [1, 99]; said: seed
    """
    narrator = Narrator(scene)
    rng = np.random.default_rng(seed)
    data = rng.multivariate_normal([0, 0], [[1.5, correlation * 1.3], [correlation * 1.3, 1.15]], points)
    data = np.clip(data - data.mean(axis=0), [-3.4, -2.45], [3.4, 2.45])
    data -= data.mean(axis=0)
    spread, axes_ = np.linalg.eigh(np.cov(data.T))
    best = np.arctan2(axes_[1, 1], axes_[0, 1])
    best = (best + PI / 2) % PI - PI / 2
    centre = 2.4 * LEFT
    cross = VGroup(Line(3.9 * LEFT, 3.9 * RIGHT, color=GHOST), Line(2.6 * DOWN, 2.6 * UP, color=GHOST)).shift(centre)
    dots = VGroup(*[Dot(centre + np.array([x, y, 0]), radius=0.06, color=MAIN) for x, y in data])
    narrator.say(
        "A cloud of points with two features that vary together.",
        Create(cross),
        LaggedStart(*map(FadeIn, dots), lag_ratio=0.01),
    )
    begin = best + (1.1 if best < 0.2 else -1.1)
    turn = ValueTracker(begin)

    def direction() -> np.ndarray:
        return np.array([np.cos(turn.get_value()), np.sin(turn.get_value()), 0])

    def feet() -> np.ndarray:
        along = direction()[:2]
        return centre[:2] + np.outer(data @ along, along)

    axis = always_redraw(
        lambda: Line(centre - 3.0 * direction(), centre + 3.0 * direction(), color=FOCUS, stroke_width=4)
    )
    shadows = always_redraw(lambda: _shadow_mark(feet(), FOCUS))
    drops = always_redraw(lambda: _drop_lines(feet(), data + centre[:2]))
    variance = VGroup(
        words("variance along the line", size=28, color=FOCUS), DecimalNumber(0, font_size=44, color=FOCUS)
    )
    variance.arrange(DOWN, buff=0.25).move_to(4.3 * RIGHT + 1.4 * UP)
    variance[1].add_updater(lambda d: d.set_value(np.var(data @ direction()[:2], ddof=1)))
    bar = always_redraw(lambda: _variance_bar(np.var(data @ direction()[:2], ddof=1) / spread[1]))
    outline = Rectangle(width=3.6, height=0.36, color=MUTED, stroke_width=2).move_to(4.3 * RIGHT + 0.35 * UP)
    narrator.say(
        "Drop every point onto a line. How spread out are the shadows?",
        Create(axis),
        FadeIn(drops, shadows, variance, bar, outline),
    )
    narrator.say(
        "Turn the line and watch the spread change.",
        turn.animate(run_time=3, rate_func=smooth).set_value(best + PI / 2 if begin > best else best - PI / 2),
        wait=0.4,
    )
    narrator.say("The best line catches the most variance.", turn.animate(run_time=3.2).set_value(best), wait=0.6)
    drops.clear_updaters()
    shadows.clear_updaters()
    axis.clear_updaters()
    first = Arrow(centre, centre + 2.2 * direction(), buff=0, color=GOOD, stroke_width=7)
    side = np.array([-direction()[1], direction()[0], 0])
    second = Arrow(
        centre, centre + max(0.5, 2.2 * np.sqrt(spread[0] / spread[1])) * side, buff=0, color=OTHER, stroke_width=7
    )
    share = spread[1] / spread.sum()
    result = VGroup(
        words(f"PC 1: {share:.0%} of the variance", size=28, color=GOOD),
        words(f"PC 2: {1 - share:.0%}", size=28, color=OTHER),
    )
    result.arrange(DOWN, aligned_edge=LEFT, buff=0.25).move_to(4.3 * RIGHT + 0.9 * DOWN)
    narrator.say(
        "This is the first principal component; the second stands at right angles.",
        FadeOut(drops),
        GrowArrow(first),
        GrowArrow(second),
        FadeIn(result),
    )
    whole = VGroup(dots, axis, first, second, shadows)
    variance[1].clear_updaters()
    bar.clear_updaters()
    narrator.say(
        "Rotate, so that the components become the axes ...", Rotate(whole, -best, about_point=centre, run_time=2)
    )
    flat = [d.animate.move_to([d.get_center()[0], 0, 0]) for d in dots]
    narrator.say(
        f"... and keep only the first: one number per point holds {share:.0%} of the spread.",
        FadeOut(second, shadows),
        *flat,
        wait=2.4,
    )


def _shadow_mark(feet: np.ndarray, color) -> VMobject:
    """Small crosses at the feet of the drops, in one mobject."""
    marks, arm = VMobject(color=color, stroke_width=4), 0.045
    for x, y in feet:
        for dx, dy in ((arm, arm), (arm, -arm)):
            marks.start_new_path(np.array([x - dx, y - dy, 0]))
            marks.add_line_to(np.array([x + dx, y + dy, 0]))
    return marks


def _drop_lines(feet: np.ndarray, spots: np.ndarray) -> VMobject:
    lines = VMobject(color=BAD, stroke_width=1.5, stroke_opacity=0.6)
    for a, b in zip(feet, spots, strict=True):
        lines.start_new_path(np.array([*a, 0]))
        lines.add_line_to(np.array([*b, 0]))
    return lines


def _variance_bar(share: float) -> Rectangle:
    width = max(0.02, 3.6 * share)
    bar = Rectangle(width=width, height=0.36, stroke_width=0, fill_color=FOCUS, fill_opacity=0.8)
    return bar.move_to(4.3 * RIGHT + 0.35 * UP + (width - 3.6) / 2 * RIGHT)
