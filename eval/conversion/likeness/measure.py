"""How alike two last frames are, as a person would say: is it the same picture?

Two programs never draw the same pixels: strokes differ in width, edges in smoothing, fonts in hinting, backgrounds in
shade. So the background is taken away, what remains (the ink) is scaled down and blurred, and a small shift of the
whole picture is forgiven. Ink without ink of about its colour close by in the other picture is unmatched. Measured are:

- `fault`: the most unmatched ink in one place, 0 (none) to 0.3 (a missing solid shape): one arrow that is missing from
  a full picture is seen at once, however small its share;
- `matched`: the share of all ink that is matched, 0 to 1, in the worse direction;
- `structure`: SSIM (Wang et al. 2004) of how strong the ink is, 0 to 1, over windows that hold ink: it sees what the
  others do not in pictures so full that everything has a match.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from PIL import Image
from scipy import ndimage

SIZE = (320, 180)
FAULT, MATCHED, STRUCTURE = 0.06, 0.95, 0.4
"""At most this fault, and at least this much matched and structure, are the same; see docs/results/likeness.md."""

_BLUR = 1.5
_PLACE = 4.0
_WINDOW = 5.0
_NEAR = 4
_FARTHEST = 6
_FAINT = 0.06
_DIFFERS = 0.45

Picture = np.ndarray[Any, np.dtype[np.float64]]


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two pictures are; see the module. `blank`: there is nothing on either."""

    fault: float
    matched: float
    structure: float
    blank: bool = False

    @property
    def same(self) -> bool:
        return self.fault <= FAULT and self.matched >= MATCHED and self.structure >= STRUCTURE


BLANK, UNLIKE = Likeness(0, 1, 1, blank=True), Likeness(0.3, 0, 0)


def compare(one: Image.Image, two: Image.Image) -> Likeness:
    """Compare two pictures of any size; two blank ones are alike, a blank one is like no other."""
    left, right = _ink(one), _ink(two)
    blank = [bool((_strength(ink) <= _FAINT).all()) for ink in (left, right)]
    if any(blank):
        return BLANK if all(blank) else UNLIKE
    right = _moved(right, _shift(_strength(left), _strength(right)))
    faults, matched = zip(_matching(left, right), _matching(right, left), strict=True)
    return Likeness(max(faults), min(matched), _structure(left, right))


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


def _matching(own: Picture, other: Picture) -> tuple[float, float]:
    """The worst fault, and the share of `own` ink with alike ink of `other` at most `_NEAR` pixels away.

    Faint ink counts less.
    """
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
    fault = ndimage.gaussian_filter(weight * ~alike, _PLACE).max()
    return float(fault), float((weight * alike).sum() / weight.sum())


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
