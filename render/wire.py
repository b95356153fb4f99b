"""What travels between client, zygote and job: frames, lines, and `RunResult` as JSON.

Client and zygote exchange frames: one kind byte, four length bytes, JSON. A job and the zygote exchange JSON lines.
Nothing is ever unpickled: a job is a stranger.
"""

from __future__ import annotations

import json
import socket
import struct
from typing import Any

from core.report import Box, Moment, SceneReport
from core.run import AnimationTiming, SceneError

HEAD = struct.Struct(">cI")
EVENT, EXIT, FAILED = b"E", b"X", b"F"
MOST = 64 << 20
"""Longest frame or line in bytes: a report of a big scene is about 1 MB."""


def frame(kind: bytes, payload: bytes) -> bytes:
    """One frame."""
    return HEAD.pack(kind, len(payload)) + payload


def line(message: dict[str, Any]) -> bytes:
    """One JSON line."""
    return json.dumps(message, separators=(",", ":")).encode() + b"\n"


def receive(link: socket.socket) -> tuple[bytes, dict[str, Any]] | None:
    """The next frame, or None when the other side hung up. Raises ValueError on nonsense, TimeoutError when silent."""
    head = _exactly(link, HEAD.size)
    if head is None:
        return None
    kind, length = HEAD.unpack(head)
    if length > MOST:
        raise ValueError("frame too long")
    body = _exactly(link, length)
    return None if body is None else (kind, json.loads(body))


def _exactly(link: socket.socket, length: int) -> bytes | None:
    parts: list[bytes] = []
    while length:
        part = link.recv(min(length, 1 << 20))
        if not part:
            return None
        parts.append(part)
        length -= len(part)
    return b"".join(parts)


_BOX_FIELDS = tuple(Box.__dataclass_fields__)


def pack_report(report: SceneReport) -> dict[str, Any]:
    """A report as JSON data. Boxes that stay the same from one moment to the next are sent once."""
    table: dict[Box, int] = {}
    moments = [
        [m.index, m.time, m.run_time, [table.setdefault(box, len(table)) for box in m.boxes], m.animations, m.line]
        for m in report.moments
    ]
    boxes = [[getattr(box, name) for name in _BOX_FIELDS] for box in table]
    head = [report.scene, report.duration, report.background, report.three_d]
    return {"head": head, "moments": moments, "boxes": boxes}


def unpack_report(data: dict[str, Any]) -> SceneReport:
    """The report that `pack_report` packed. Raises KeyError, TypeError, ValueError or IndexError on nonsense."""
    boxes = [_box(row) for row in data["boxes"]]
    moments = tuple(
        Moment(int(i), float(t), float(run), tuple(boxes[k] for k in keys), tuple(map(str, names)), int(at))
        for i, t, run, keys, names, at in data["moments"]
    )
    scene, duration, background, three_d = data["head"]
    return SceneReport(str(scene), moments, float(duration), str(background), bool(three_d))


def _box(row: list[Any]) -> Box:
    values = dict(zip(_BOX_FIELDS, row, strict=True))
    values["parents"] = tuple(map(str, values["parents"]))
    values["path"] = tuple((float(x), float(y)) for x, y in values["path"])
    return Box(**values)


def unpack_error(data: dict[str, Any]) -> SceneError:
    """The error that a job sent. Raises KeyError or TypeError on nonsense."""
    return SceneError(
        data["kind"], str(data["message"]), int(data["line"]), str(data["traceback"]), str(data["latex_log"])
    )


def unpack_timings(rows: list[Any]) -> tuple[AnimationTiming, ...]:
    """Timings from rows of index, run time, wall."""
    return tuple(AnimationTiming(int(i), float(run), float(wall)) for i, run, wall in rows)
