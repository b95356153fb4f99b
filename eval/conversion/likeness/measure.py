"""How alike two last frames are, as a person would say: is it the same picture?

Two programs never draw the same pixels: strokes differ in width, edges in smoothing, fonts in hinting, backgrounds in
shade. So the background is taken away, what remains (the ink) is scaled down and blurred, and a small shift of the
whole picture is forgiven. Two numbers, each from 0 to 1, are then measured where there is ink:

- `matched`: the share of ink with ink of about its colour close by in the other picture, in the worse direction;
- `structure`: SSIM (Wang et al. 2004) of how strong the ink is, over windows that hold ink.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from PIL import Image
from scipy import ndimage

SIZE = (320, 180)
SAME = 0.87
"""From this `score` on, two pictures count as the same; set by looking at pairs, see docs/results/likeness.md."""

_BLUR = 1.5
_WINDOW = 5.0
_NEAR = 4
_FARTHEST = 6
_FAINT = 0.06
_DIFFERS = 0.45

Picture = np.ndarray[Any, np.dtype[np.float64]]


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two pictures are; see the module."""

    matched: float
    structure: float

    @property
    def score(self) -> float:
        """One number: missing, misplaced or recoloured ink weighs most."""
        return float(self.matched**0.8 * self.structure**0.2)

    @property
    def same(self) -> bool:
        return self.score >= SAME


def compare(one: Image.Image, two: Image.Image) -> Likeness:
    """Compare two pictures of any size; two blank ones are alike, a blank one is like no other."""
    left, right = _ink(one), _ink(two)
    blank = [bool((_strength(ink) <= _FAINT).all()) for ink in (left, right)]
    if any(blank):
        return Likeness(1, 1) if all(blank) else Likeness(0, 0)
    right = _moved(right, _shift(_strength(left), _strength(right)))
    return Likeness(min(_matched(left, right), _matched(right, left)), _structure(left, right))


def _ink(picture: Image.Image) -> Picture:
    """How far each pixel is from the background, per channel (−1 to 1), scaled down and blurred."""
    pixels = np.asarray(picture.convert("RGB").resize(SIZE, Image.Resampling.BOX), dtype=np.float64) / 255
    return ndimage.gaussian_filter(pixels - _background(pixels), (_BLUR, _BLUR, 0))


def _background(pixels: Picture) -> Picture:
    """The commonest colour, to a sixteenth of each channel, as the mean of the pixels that have it."""
    coarse = np.minimum((pixels * 16).astype(int), 15) @ np.array([256, 16, 1])
    commonest = np.bincount(coarse.ravel()).argmax()
    return pixels[coarse == commonest].mean(axis=0)


def _strength(ink: Picture) -> Picture:
    return np.abs(ink).max(axis=2)


def _shift(left: Picture, right: Picture) -> tuple[int, int]:
    """The small shift of `right` that brings it nearest to `left`, by correlation."""
    agreement = np.fft.irfft2(np.fft.rfft2(left) * np.conj(np.fft.rfft2(right)), left.shape)
    reach = range(-_FARTHEST, _FARTHEST + 1)
    return max(((dy, dx) for dy in reach for dx in reach), key=lambda at: (agreement[at], -abs(at[0]) - abs(at[1])))


def _moved(ink: Picture, by: tuple[int, int]) -> Picture:
    return ndimage.shift(ink, (*by, 0), order=0, mode="constant")


def _matched(own: Picture, other: Picture) -> float:
    """The share of `own` ink with alike ink of `other` at most `_NEAR` pixels away; faint ink counts less."""
    reach = range(-_NEAR, _NEAR + 1, 2)  # the ink is blurred: every other pixel will do
    padded = np.pad(other, ((_NEAR, _NEAR), (_NEAR, _NEAR), (0, 0)))
    height, width = own.shape[:2]
    differs = np.full((height, width), np.inf)
    for dy in reach:
        for dx in reach:
            there = padded[_NEAR + dy : _NEAR + dy + height, _NEAR + dx : _NEAR + dx + width]
            differs = np.minimum(differs, np.abs(own - there).max(axis=2))
    strength = _strength(own)
    weight = np.minimum(strength, 0.3) * (strength > _FAINT)
    alike = differs < _DIFFERS * (strength + 0.1)
    return float((weight * alike).sum() / weight.sum())


def _structure(left: Picture, right: Picture) -> float:
    """SSIM with gaussian windows, averaged over those with ink in either picture."""
    a, b = (ndimage.gaussian_filter(np.minimum(_strength(ink), 0.6), 1.0) for ink in (left, right))

    def mean(of: Picture) -> Picture:
        return ndimage.gaussian_filter(of, _WINDOW)

    level, spread = 0.01**2, 0.03**2
    across, down = mean(a), mean(b)
    covariance = mean(a * b) - across * down
    variances = mean(a * a) - across**2 + mean(b * b) - down**2
    ssim = (2 * across * down + level) * (2 * covariance + spread)
    ssim /= (across**2 + down**2 + level) * (variances + spread)
    weight = np.maximum(a, b)
    return float(np.clip((ssim * weight).sum() / weight.sum(), 0, 1))
