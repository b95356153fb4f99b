"""Joining the videos of several scenes, rendered with the same options, into one."""

from __future__ import annotations

from pathlib import Path
from typing import Any


def join(parts: list[Path], target: Path) -> float:
    """Write the mp4s `parts` one after another to `target`, without encoding again; the whole duration in seconds.

    All parts must have the same size, frame rate and encoder options, as renders of one quality have.
    Raises ValueError when they do not, OSError or an FFmpeg error when a part cannot be read.
    """
    import av

    draft = target.with_name(f".{target.name}.part")
    base: Any = None
    shape: Any = None
    start = 0
    with av.open(str(draft), "w", format="mp4", options={"movflags": "+faststart"}) as out:
        stream: Any = None
        for part in parts:
            with av.open(str(part)) as video:
                origin = video.streams.video[0]
                if stream is None:
                    stream, base, shape = out.add_stream_from_template(origin), origin.time_base, _shape(origin)
                if _shape(origin) != shape:
                    raise ValueError(f"{part} differs in size, rate or encoding from the videos before it")
                start = _append(video, origin, out, stream, start)
    draft.replace(target)
    return float(start * base)


def _shape(stream: Any) -> tuple[Any, ...]:
    context = stream.codec_context
    return context.width, context.height, stream.average_rate, stream.time_base, bytes(context.extradata or b"")


def _append(video: Any, origin: Any, out: Any, stream: Any, start: int) -> int:
    """Copy one video's packets, shifted by `start` ticks; the tick at which the next one begins."""
    end = start
    for packet in video.demux(origin):
        if packet.dts is None:
            continue
        packet.pts += start
        packet.dts += start
        end = max(end, packet.pts + packet.duration)
        packet.stream = stream
        out.mux(packet)
    return end
