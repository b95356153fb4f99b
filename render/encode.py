"""Frames to video: H.264 segments made side by side, joined without encoding again.

A segment file is one JSON line (its facts) followed by its packets. Every segment begins with
a key frame and counts its own frames from 0; the joiner shifts them.
"""

from __future__ import annotations

import json
import struct
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

from core.wish import Quality

_PACKET = struct.Struct("<qqqBI")

PREVIEW = {"preset": "ultrafast", "threads": "1"}
FINAL = {"preset": "slow", "tune": "animation", "threads": "1"}
"""One thread each: segments run side by side, one per core."""
CRF: dict[Quality, int] = {"low": 20, "medium": 19, "high": 18, "4k": 17}
"""x264's constant rate factor: less is better and larger; 18 is about where one sees no difference any more."""


def options(crf: int, *, final: bool) -> dict[str, str]:
    """What x264 is told."""
    return {**(FINAL if final else PREVIEW), "crf": str(crf)}


class Encoder:
    """Encodes RGBA frames (height × width × 4, uint8) into one segment file; `told` are x264's options."""

    def __init__(self, path: Path, width: int, height: int, fps: int, told: dict[str, str]) -> None:
        import av
        from av.codec.context import Flags
        from av.video.reformatter import VideoReformatter

        self.path = path
        self.frames = 0
        self._av = av
        self._base = Fraction(1, fps)
        self._reformat = VideoReformatter().reformat
        codec: Any = av.CodecContext.create("libx264", "w")
        codec.width, codec.height, codec.pix_fmt = width, height, "yuv420p"
        codec.time_base, codec.framerate = self._base, Fraction(fps)
        codec.options = dict(told)
        codec.flags |= Flags.global_header
        codec.open()
        self._codec = codec
        self._packets: list[bytes] = []

    def add(self, pixels: Any, repeat: int) -> None:
        """Encode one frame `repeat` times. The array may be used again as soon as this returns."""
        picture = self._reformat(self._av.VideoFrame.from_numpy_buffer(pixels, format="rgba"), format="yuv420p")
        picture.time_base = self._base
        for _ in range(repeat):
            picture.pts = self.frames
            picture.pict_type = 0
            self.frames += 1
            self._keep(self._codec.encode(picture))

    def _keep(self, packets: list[Any]) -> None:
        for packet in packets:
            data = bytes(packet)
            duration = packet.duration or 1
            self._packets.append(
                _PACKET.pack(packet.pts, packet.dts, duration, bool(packet.is_keyframe), len(data)) + data
            )

    def close(self, facts: dict[str, Any]) -> None:
        """Write the segment, complete or not at all."""
        self._keep(self._codec.encode(None))
        head = {"frames": self.frames, **facts}
        part = self.path.with_suffix(".part")
        part.write_bytes(json.dumps(head).encode() + b"\n" + b"".join(self._packets))
        part.rename(self.path)


@dataclass(frozen=True, slots=True)
class Segment:
    """A finished segment: its facts and its packets as (pts, dts, duration, key, data) in frames from its own start."""

    facts: dict[str, Any]
    packets: tuple[tuple[int, int, int, bool, bytes], ...]

    @classmethod
    def load(cls, path: Path) -> Segment:
        """Read a segment file. Raises OSError or ValueError."""
        data = path.read_bytes()
        end = data.index(b"\n")
        packets: list[tuple[int, int, int, bool, bytes]] = []
        at = end + 1
        while at < len(data):
            pts, dts, duration, key, length = _PACKET.unpack_from(data, at)
            at += _PACKET.size
            packets.append((pts, dts, duration, bool(key), data[at : at + length]))
            at += length
        return cls(json.loads(data[:end]), tuple(packets))

    @property
    def frames(self) -> int:
        return int(self.facts["frames"])


def join(segments: list[Segment], path: Path, size: tuple[int, int], fps: int, told: dict[str, str]) -> None:
    """Write an mp4 (H.264, yuv420p, index first) from segments in order, without encoding again."""
    import av

    with av.open(str(path), "w", format="mp4", options={"movflags": "+faststart"}) as out:
        # This stream's encoder never encodes: opened with the segments' own options, it gives the file their header.
        stream: Any = out.add_stream("libx264", rate=fps, options=dict(told))
        stream.width, stream.height, stream.pix_fmt = *size, "yuv420p"
        stream.time_base = Fraction(1, fps)
        start = 0
        for segment in segments:
            for pts, dts, duration, key, data in segment.packets:
                packet = av.Packet(data)
                packet.pts, packet.dts, packet.duration = pts + start, dts + start, duration
                packet.time_base, packet.stream, packet.is_keyframe = Fraction(1, fps), stream, key
                out.mux(packet)
            start += segment.frames
