"""Where frames of one stretch end up: encoded into a segment, with small pictures and the segment's key beside it."""

from __future__ import annotations

import threading
from pathlib import Path
from queue import Queue
from typing import Any

import numpy as np
from PIL import Image

from render.encode import Encoder
from render.order import Order
from render.stamp import Stamp

THUMB_WIDTH = 320
"""Width in pixels of a picture on the contact sheet."""

_MOST_WAITING = 8


class Easel:
    """Takes the frames of one stretch. `encoding` off: only small pictures are kept.

    `threaded`: encoding happens on a thread of its own, beside the stepping and drawing of the next frames.
    """

    def __init__(
        self, order: Order, segment: Path, best: Path, *, encoding: bool = True, threaded: bool = False
    ) -> None:
        self._best_path, self._folder = best, best.parent
        self._encoder = self._new_encoder(order, segment) if encoding else None
        self._stamp = Stamp(order.stamp_head) if encoding and order.stamped else None
        self._blank = True
        self._ink = -1.0
        self._best: Any = None
        self._failure: BaseException | None = None
        self._waiting: Queue[tuple[Any, int] | None] = Queue(_MOST_WAITING)
        self._thread = threading.Thread(target=self._encode_waiting, daemon=True) if threaded else None
        if self._thread:
            self._thread.start()

    @staticmethod
    def _new_encoder(order: Order, segment: Path) -> Encoder:
        return Encoder(segment, order.width, order.height, order.fps, order.encoding)

    def stamp(self, renderer: Any, scene: Any, repeat: int) -> None:
        """Take a frame into the segment's key."""
        if self._stamp:
            self._stamp.frame(renderer, scene, repeat)

    def draw(self, pixels: Any, repeat: int) -> None:
        """Take a drawn frame. The array may be used again as soon as this returns."""
        if self._blank:
            self._blank = bool((pixels == pixels[0, 0]).all())
        if self._thread:
            self._waiting.put((pixels.copy(), repeat))
        elif self._encoder:
            self._encoder.add(pixels, repeat)

    def _encode_waiting(self) -> None:
        while (item := self._waiting.get()) is not None:
            try:
                if self._failure is None and self._encoder:
                    self._encoder.add(*item)
            except BaseException as problem:  # raised where the stretch is closed
                self._failure = problem

    def keep(self, renderer: Any, scene: Any, *, drawn: bool) -> None:
        """Keep a small picture of the stage at the end of an animation, and the fullest one in full."""
        if not (drawn and scene.is_current_animation_frozen_frame()):
            renderer.update_frame(scene)
        pixels = renderer.camera.pixel_array
        small = np.ascontiguousarray(
            np.asarray(Image.fromarray(pixels).reduce(-(-pixels.shape[1] // THUMB_WIDTH)))[:, :, :3]
        )
        ink = float((small != small[0, 0]).any(axis=2).mean())
        np.save(self._folder / f"{renderer.num_plays:06d}.thumb.npy", small)
        if ink >= self._ink:
            self._ink, self._best = ink, pixels.copy()

    def close(self) -> None:
        """Write everything. Raises what went wrong on the encoding thread."""
        if self._thread:
            self._waiting.put(None)
            self._thread.join()
        if self._failure:
            raise self._failure
        if self._best is not None:
            np.save(self._best_path, self._best)
        if self._encoder:
            key = self._stamp.key() if self._stamp else ""
            self._encoder.close({"blank": self._blank, "ink": self._ink, "key": key})


def drawn_event(renderer: Any, fps: int) -> dict[str, Any]:
    """What the client hears when an animation has been drawn."""
    place = {"animation": renderer.num_plays + 1, "of": None, "time": renderer.frame / fps}
    return {"event": {"stage": "draw", **place}}
