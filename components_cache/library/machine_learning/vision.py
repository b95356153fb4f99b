"""Convolutional networks: a kernel slides over an image; pooling."""

import numpy as np
from manim import *

from components_cache.library.theme import (
    BACKGROUND,
    FOCUS,
    GHOST,
    INK,
    MAIN,
    MUTED,
    WARM,
    Narrator,
    fit,
    formula,
    words,
)


def picture(kind: str, size: int) -> np.ndarray:
    """A small picture with values 0 to 1: a cross, a square ring, or a slash."""
    y, x = np.mgrid[0:size, 0:size]
    middle = (size - 1) / 2
    if kind == "square":
        edge = np.maximum(np.abs(x - middle), np.abs(y - middle))
        return (edge <= size * 0.3).astype(float)
    if kind == "slash":
        return (np.abs(x + y - size + 1) <= 0.6 + size * 0.06).astype(float)
    return ((np.abs(x - middle) < 1) | (np.abs(y - middle) < 1)).astype(float)


def pixel_grid(values: np.ndarray, cell: float, numbers: bool = True, signed: bool = False) -> VGroup:
    """Squares shaded by value (signed: blue negative, orange positive), with the numbers in them."""
    rows, columns = values.shape
    top = max(np.abs(values).max(), 1e-6)
    grid = VGroup()
    for r in range(rows):
        for c in range(columns):
            v = values[r, c]
            base = (WARM if v >= 0 else MAIN) if signed else INK
            shade = interpolate_color(ManimColor(BACKGROUND), ManimColor(base), 0.85 * abs(v) / top)
            box = Square(cell, stroke_color=GHOST, stroke_width=1.5, fill_color=shade, fill_opacity=1)
            box.move_to([(c - (columns - 1) / 2) * cell, ((rows - 1) / 2 - r) * cell, 0])
            tag = VGroup()
            if numbers:
                dark = abs(v) / top > 0.55
                tag = words(
                    f"{round(v, 1):g}".replace("-", "−"),
                    size=max(24, 44 * cell / 0.8),
                    color=BACKGROUND if dark else INK,
                )
                fit(tag, width=0.84 * cell).move_to(box)
            grid.add(VGroup(box, tag))
    return grid


def cnn_convolution(scene: Scene, kernel: str = "edge", size: int = 7, image: str = "square"):
    """Convolution in a CNN: a small kernel slides over the image and lights up where it fits.

    Every output pixel is a sum of products of the kernel with the patch under it; the numbers are computed.

    Tags: machine learning, convolutional neural network, CNN, convolution, kernel, filter, feature map, edge detection, image
    Wishes:
        convolution in a CNN
        how does a convolutional neural network see?
        a kernel sliding over an image
        edge detection with a 3x3 filter
        blur an image with a convolution
        image convolution
        kernel sliding over pixels
        edge detection filter
        feature map of a CNN
        how do computers detect edges in pictures?
    Parameters:
        kernel: which filter slides; one of: edge, blur, horizontal
        size: pixels along one side of the image; in [5, 8]; said: size, pixels, image
        image: what the image shows; one of: square, cross, slash
    """
    narrator = Narrator(scene)
    kernels = {
        "edge": np.array([[-1, 0, 1], [-1, 0, 1], [-1, 0, 1]]),
        "horizontal": np.array([[-1, -1, -1], [0, 0, 0], [1, 1, 1]]),
        "blur": np.ones((3, 3), dtype=int),
    }
    weights = kernels[kernel]
    pixels = picture(image, size)
    count = size - 2
    out = np.array([[(pixels[r : r + 3, c : c + 3] * weights).sum() for c in range(count)] for r in range(count)])
    cell = 4.6 / size
    grid = pixel_grid(pixels, cell).move_to(4.1 * LEFT + 0.15 * DOWN)
    small = pixel_grid(weights, 0.62, signed=True).move_to(0.35 * RIGHT + 0.9 * UP)
    target = pixel_grid(out, 4.6 / max(count, 5) * 0.82, signed=True).move_to(4.6 * RIGHT + 0.15 * DOWN)
    heads = VGroup(
        words("image", size=28, color=MUTED).next_to(grid, UP, buff=0.15),
        words("kernel", size=28, color=FOCUS).next_to(small, UP, buff=0.15),
        words("feature map", size=28, color=MUTED).next_to(target, UP, buff=0.15),
    )
    narrator.say("An image is a grid of numbers.", FadeIn(grid, heads[0]))
    narrator.say("A kernel is a small pattern of weights.", FadeIn(small, heads[1]))
    empty = VGroup(*[t[0].copy().set_fill(opacity=0) for t in target])
    window = Square(3 * cell, color=FOCUS, stroke_width=6)

    def at(r: int, c: int) -> np.ndarray:
        return grid[(r + 1) * size + c + 1].get_center()

    window.move_to(at(0, 0))
    narrator.say("Lay it on the image, multiply pixel by pixel, add up.", Create(window), FadeIn(empty, heads[2]))
    total = VGroup(
        formula(r"\textstyle\sum =", size=42, color=FOCUS), Integer(int(out[0, 0]), font_size=42, color=FOCUS)
    )
    total.arrange(RIGHT, buff=0.15).move_to(0.25 * RIGHT + 1.0 * DOWN)
    patch = VGroup(*[grid[(r) * size + c][0].copy() for r in range(3) for c in range(3)])
    scene.play(patch.animate.scale_to_fit_width(1.86).move_to(small).set_opacity(0.0), run_time=0.9)
    scene.remove(patch)
    scene.play(Write(total), run_time=0.6)
    scene.play(FadeIn(target[0], target_position=total), run_time=0.7)
    narrator.say("The sum is one pixel of the result. Then slide on.", wait=0.2)
    for r in range(count):
        for c in range(count):
            if r == c == 0:
                continue
            first = r == 0 and c < 4
            total[1].set_value(int(out[r, c])).next_to(total[0], RIGHT, buff=0.15)
            scene.play(window.animate.move_to(at(r, c)), FadeIn(target[r * count + c]), run_time=0.5 if first else 0.16)
    endings = {
        "edge": "It answers where dark meets bright: this kernel detects upright edges.",
        "horizontal": "It answers at level edges, and is silent elsewhere.",
        "blur": "All weights equal: each pixel becomes the sum of its neighbours, a blur.",
    }
    narrator.say(endings[kernel], FadeOut(window, total), wait=1.2)
    narrator.say(
        "A CNN learns its kernels, and uses the same ones everywhere in the image.",
        Circumscribe(small, color=FOCUS),
        wait=2.2,
    )


def max_pooling(scene: Scene, size: int = 6, mode: str = "max", seed: int = 2):
    """Pooling: each block of pixels is replaced by one number.

    Tags: machine learning, CNN, pooling, max pooling, average pooling, downsampling
    Wishes:
        max pooling
        pooling layer in a CNN
        average pooling of a 4x4 image
        how does pooling shrink an image?
        downsampling an image in a neural network
        take the maximum of each 2x2 block
        pooling layer
        shrink a feature map
    Parameters:
        size: pixels along one side, made even; in [4, 8]; said: size, pixels, image
        mode: what is kept of each block; one of: max, average
        seed: random seed; in [1, 99]; said: seed
    """
    narrator = Narrator(scene)
    size -= size % 2
    pixels = np.random.default_rng(seed).integers(0, 10, (size, size)).astype(float)
    half = size // 2
    blocks = pixels.reshape(half, 2, half, 2).transpose(0, 2, 1, 3).reshape(half, half, 4)
    out = blocks.max(axis=2) if mode == "max" else blocks.mean(axis=2)
    cell = 4.8 / size
    grid = pixel_grid(pixels, cell).move_to(3.3 * LEFT)
    target = pixel_grid(out, cell * 1.15).move_to(3.5 * RIGHT)
    narrator.say("A feature map with more detail than we need.", FadeIn(grid))
    window = Square(2 * cell, color=FOCUS, stroke_width=6).move_to(grid[0].get_center() + cell / 2 * (RIGHT + DOWN))
    verb = "its largest number" if mode == "max" else "its mean"
    narrator.say(f"Of each block of four pixels keep only {verb}.", Create(window), wait=0.4)
    for r in range(half):
        for c in range(half):
            corner = grid[2 * r * size + 2 * c].get_center() + cell / 2 * (RIGHT + DOWN)
            k = int(blocks[r, c].argmax())
            source = grid[(2 * r + k // 2) * size + 2 * c + k % 2]
            slow = r == 0 and c < 2
            scene.play(window.animate.move_to(corner), run_time=0.4 if slow else 0.18)
            scene.play(TransformFromCopy(source, target[r * half + c]), run_time=0.8 if slow else 0.3)
    narrator.say(f"A quarter of the numbers is left, {half} by {half}.", FadeOut(window), wait=0.8)
    narrator.say("What was found matters more than where exactly: small shifts change little.", wait=2.2)
