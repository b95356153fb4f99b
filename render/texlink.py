"""A scene's end of the TeX desk: formulas are asked for over the job's channel, never typeset in the job."""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import re
from pathlib import Path
from typing import Any

from render.blame import TexFailed

_MARKS = re.compile(r"\\special\{dvisvgm:raw [^}]*\}")
"""What Manim puts around the parts of a formula to find them again in the picture."""


class Channel:
    """The job's line to the zygote. Painters share it with the scout, so a question and its answer hold a lock."""

    def __init__(self, handle: int, folder: Path) -> None:
        self.handle = handle
        self._folder = folder

    def say(self, message: dict[str, Any]) -> None:
        """Send one line."""
        data = json.dumps(message, separators=(",", ":")).encode() + b"\n"
        while data:
            data = data[os.write(self.handle, data) :]

    def ask(self, question: dict[str, Any]) -> dict[str, Any]:
        """Ask the TeX desk and wait for the answer to this very question."""
        with (self._folder / "channel.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            self.say({"tex": question})
            while True:
                answer = self._hear()
                if answer.get("id") == question["id"]:
                    return answer

    def _hear(self) -> dict[str, Any]:
        data = bytearray()
        while not data.endswith(b"\n"):
            part = os.read(self.handle, 1 << 16)
            if not part:
                raise EOFError("the render farm has gone")
            data += part
        return json.loads(data)


def question(expression: str, environment: str | None, tex_template: Any) -> dict[str, str]:
    """What to ask the TeX desk for a formula."""
    from manim import config

    template = tex_template or config["tex_template"]
    if environment is None:
        source = template.get_texcode_for_expression(expression)
    else:
        source = template.get_texcode_for_expression_in_env(expression, environment)
    return {"source": source, "compiler": template.tex_compiler, "format": template.output_format}


class TexLink:
    """Stands in for Manim's `tex_to_svg_file` in a job."""

    def __init__(self, channel: Channel, folder: Path) -> None:
        self._channel = channel
        self._folder = folder / "tex"
        self._folder.mkdir(exist_ok=True)

    def tex_to_svg_file(self, expression: str, environment: str | None = None, tex_template: Any = None) -> Path:
        """The SVG of a formula. Raises TexFailed."""
        return self._fetch(question(expression, environment, tex_template), expression)

    def _fetch(self, asked: dict[str, Any], expression: str) -> Path:
        name = hashlib.sha256(json.dumps(asked).encode()).hexdigest()[:24]
        kept = self._folder / f"{name}.svg"
        if kept.exists():
            return kept
        answer = self._channel.ask({**asked, "id": name})
        if "svg" not in answer:
            shown = _MARKS.sub("", expression).strip()
            raise TexFailed(f"LaTeX cannot typeset {shown}: {_first(answer)}", str(answer.get("log", "")))
        part = kept.with_suffix(f".{os.getpid()}")
        part.write_text(answer["svg"], "utf-8")
        part.rename(kept)
        return kept

    def install(self) -> None:
        """Put it in the place of Manim's own."""
        from manim.mobject.text import tex_mobject
        from manim.utils import tex_file_writing

        module: Any = tex_mobject
        module.tex_to_svg_file = self.tex_to_svg_file
        tex_file_writing.tex_to_svg_file = self.tex_to_svg_file


def _first(answer: dict[str, Any]) -> str:
    log = str(answer.get("log", "")).strip()
    return log.splitlines()[0].lstrip("! ") if log else str(answer.get("error", "unknown error"))
