"""Pictures beside the video: poster, contact sheet, stills; and turning an mp4 into gif or webm."""

from __future__ import annotations

import math
from fractions import Fraction
from pathlib import Path
from typing import Any

_GAP = 6
_MOST_PICTURES = 24


def poster(bests: list[tuple[float, Path]], path: Path) -> None:
    """Write the fullest end-of-animation frame as png; of equals, the latest."""
    import numpy as np
    from PIL import Image

    _, source = max(bests, key=lambda best: (round(best[0], 3), best[1].name))
    Image.fromarray(np.ascontiguousarray(np.load(source)[:, :, :3])).save(path, compress_level=1)


def contact_sheet(thumbs: list[Path], path: Path) -> None:
    """Write a grid of the stage at the ends of animations, in reading order, at most 24, as png."""
    import numpy as np
    from PIL import Image

    step = max(1, math.ceil(len(thumbs) / _MOST_PICTURES))
    chosen = thumbs[::-1][::step][::-1]  # always with the last
    pictures: list[Any] = [np.load(thumb) for thumb in chosen]
    height, width = pictures[0].shape[:2]
    columns = min(4, len(pictures)) if len(pictures) > 2 else len(pictures)
    rows = math.ceil(len(pictures) / columns)
    sheet = np.full((rows * (height + _GAP) + _GAP, columns * (width + _GAP) + _GAP, 3), 64, dtype=np.uint8)
    for number, picture in enumerate(pictures):
        top = _GAP + number // columns * (height + _GAP)
        left = _GAP + number % columns * (width + _GAP)
        sheet[top : top + height, left : left + width] = picture
    Image.fromarray(sheet).save(path, compress_level=1)


def convert(source: Path, target: Path, fps: int) -> None:
    """Turn an mp4 into gif (own palette) or webm (VP9)."""
    import av

    with av.open(str(source)) as video, av.open(str(target), "w") as out:
        origin = video.streams.video[0]
        if target.suffix == ".gif":
            _to_gif(video, origin, out, fps)
        else:
            _to_webm(video, origin, out, fps)


def _to_webm(video: Any, origin: Any, out: Any, fps: int) -> None:
    options = {"crf": "24", "b": "0", "deadline": "realtime", "cpu-used": "6", "row-mt": "1"}
    stream = out.add_stream("libvpx-vp9", rate=fps, options=options)
    stream.width, stream.height, stream.pix_fmt = origin.width, origin.height, "yuv420p"
    for number, frame in enumerate(video.decode(origin)):
        frame.pts, frame.time_base = number, Fraction(1, fps)
        out.mux(stream.encode(frame))
    out.mux(stream.encode(None))


def _to_gif(video: Any, origin: Any, out: Any, fps: int) -> None:
    from av.filter import Graph

    stream = out.add_stream("gif", rate=fps)
    stream.width, stream.height, stream.pix_fmt = origin.width, origin.height, "pal8"
    graph = Graph()
    source = graph.add_buffer(template=origin, time_base=Fraction(1, fps))
    split = graph.add("split")
    palette = graph.add("palettegen", "stats_mode=diff")
    use = graph.add("paletteuse", "dither=bayer:bayer_scale=5:diff_mode=rectangle")
    sink = graph.add("buffersink")
    source.link_to(split)
    split.link_to(palette, 0, 0)
    split.link_to(use, 1, 0)
    palette.link_to(use, 0, 1)
    use.link_to(sink)
    graph.configure()
    for number, frame in enumerate(video.decode(origin)):
        frame.pts, frame.time_base = number, Fraction(1, fps)
        graph.push(frame)
    graph.push(None)
    _drain(graph, stream, out, fps)


def _drain(graph: Any, stream: Any, out: Any, fps: int) -> None:
    from av.error import BlockingIOError, EOFError

    number = 0
    while True:
        try:
            frame = graph.pull()
        except (BlockingIOError, EOFError):
            break
        frame.pts, frame.time_base = number, Fraction(1, fps)
        number += 1
        out.mux(stream.encode(frame))
    out.mux(stream.encode(None))


def check(path: Path, frames: int) -> str:
    """Empty if the file plays: has its frames, and first and middle ones decode. Otherwise what is wrong."""
    import av
    from av.error import FFmpegError

    try:
        with av.open(str(path)) as video:
            stream = video.streams.video[0]
            stream.codec_context.thread_count = 1
            if frames and stream.frames and stream.frames != frames:
                return f"the video has {stream.frames} frames instead of {frames}"
            if next(video.decode(stream), None) is None:
                return "the video has no frames"
            video.seek((stream.duration or 0) // 2, stream=stream)
            if next(video.decode(stream), None) is None:
                return "the video breaks off"
    except (FFmpegError, OSError, IndexError) as problem:
        return f"the video cannot be played: {problem}"
    return ""
