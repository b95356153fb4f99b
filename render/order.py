"""What a client wants drawn."""

from __future__ import annotations

from dataclasses import dataclass

from render.encode import options


@dataclass(frozen=True, slots=True)
class Order:
    """What the client wants drawn. `format` is empty for a probe."""

    width: int
    height: int
    fps: int
    format: str = ""
    final: bool = False
    crf: int = 18
    painters: int = 1
    stamped: bool = False

    @property
    def stamp_head(self) -> str:
        """Everything but the scene that shapes a segment's bytes."""
        import av
        import cairo
        import manim

        versions = (manim.__version__, av.__version__, av.library_versions, cairo.cairo_version())
        return repr((self.width, self.height, self.fps, self.final, sorted(self.encoding.items()), versions))

    @property
    def encoding(self) -> dict[str, str]:
        """What x264 is told."""
        return options(self.crf, final=self.final)

    @property
    def stretch(self) -> int:
        """Frames per painter: a second or two for previews; more for finals, where each key frame costs bytes.

        A fork costs as much as ten small frames (each page written afterwards is copied), so few cores get long ones.
        """
        return self.fps * 8 if self.final else self.fps * 4 // max(2, min(4, self.painters - 1))

    @property
    def moves(self) -> bool:
        """Whether frames are drawn at all; a still draws its last frame only."""
        return self.format in {"mp4", "gif", "webm"}
