"""A finished task in other forms: its code, a project that plain manim runs, a notebook, a gif, a webm, a still."""

from __future__ import annotations

import io
import json
import zipfile
from fractions import Fraction
from pathlib import Path
from typing import Any

from agent.pace import scene_of
from api.jobs.tables import Job
from core.errors import BadInput, NotThere

FORMATS = ("py", "zip", "ipynb", "gif", "webm", "png")
GIF_WIDTH, GIF_RATE = 480, 10
"""Size and frames a second of a gif: it has no compression to speak of."""
README = """# {title}

{wish}

Made with Tulku. The code needs nothing but Manim Community Edition:

    pip install manim
{commands}
"""


def codes(job: Job) -> dict[str, str]:
    """Code files by name. Raises `NotThere` where there is none."""
    found = [scene["code"] for scene in job.scenes if scene.get("code")] or ([job.code] if job.code else [])
    if not found:
        raise NotThere("this task has no code", advice="wait until it has ended")
    return {"scene.py" if len(found) == 1 else f"scene_{n}.py": code for n, code in enumerate(found, 1)}


def text(job: Job) -> bytes:
    """All code as one text."""
    return "\n\n".join(codes(job).values()).encode()


def project(job: Job, video: Path | None) -> bytes:
    """A zip with code, README, requirements, and the video where it still is there."""
    files = codes(job)
    commands = "\n".join(f"    manim -ql {name} {_scene(code)}" for name, code in files.items())
    readme = README.format(title=job.title or "Animation", wish=job.wish or job.prompt, commands=commands)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in {**files, "README.md": readme, "requirements.txt": "manim>=0.19\n"}.items():
            archive.writestr(name, content)
        if video:
            archive.write(video, "animation.mp4", zipfile.ZIP_STORED)
    return buffer.getvalue()


def notebook(job: Job) -> bytes:
    """A Jupyter notebook with a cell of manim magic for each scene."""
    cells: list[dict[str, Any]] = [_markdown(f"# {job.title or 'Animation'}\n\n{job.wish or job.prompt}")]
    cells.append(_code("%pip install -q manim"))
    cells += [_code(f"%%manim -ql -v WARNING {_scene(code)}\n\n{code}") for code in codes(job).values()]
    whole = {
        "cells": [cell | {"id": f"cell-{number}"} for number, cell in enumerate(cells)],
        "metadata": {"language_info": {"name": "python"}},
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    return json.dumps(whole, indent=1).encode()


def still(video: Path) -> bytes:
    """The last frame, in the video's own size."""
    import av

    last: Any = None
    with av.open(str(video)) as container:
        for frame in container.decode(video=0):
            last = frame
    if last is None:
        raise BadInput("the video has no frame")
    buffer = io.BytesIO()
    last.to_image().save(buffer, "PNG")
    return buffer.getvalue()


def gif(video: Path) -> bytes:
    """The video as a gif, smaller and with fewer frames."""
    import av
    from PIL import Image

    frames: list[Image.Image] = []
    with av.open(str(video)) as container:
        shown = -1.0
        for frame in container.decode(video=0):
            moment = float(frame.time or 0.0)
            if moment - shown < 1 / GIF_RATE - 1e-3:
                continue
            shown = moment
            picture = frame.to_image()
            picture.thumbnail((GIF_WIDTH, GIF_WIDTH))
            frames.append(picture.quantize(64))
    buffer = io.BytesIO()
    frames[0].save(
        buffer, "GIF", save_all=True, append_images=frames[1:], duration=1000 // GIF_RATE, loop=0, optimize=True
    )
    return buffer.getvalue()


def webm(video: Path, target: Path) -> bytes:
    """The video in VP9."""
    import av

    with av.open(str(video)) as source, av.open(str(target), "w", format="webm") as out:
        origin = source.streams.video[0]
        rate = origin.average_rate or Fraction(30)
        stream: Any = out.add_stream("libvpx-vp9", rate=rate, options={"crf": "33", "b": "0", "cpu-used": "6"})
        stream.width, stream.height, stream.pix_fmt = origin.width, origin.height, "yuv420p"
        for frame in source.decode(origin):
            frame.pict_type = 0  # pyright: ignore[reportAttributeAccessIssue]  # the encoder chooses key frames
            for packet in stream.encode(frame):
                out.mux(packet)
        for packet in stream.encode(None):
            out.mux(packet)
    return target.read_bytes()


def _scene(code: str) -> str:
    try:
        return scene_of(code)
    except (ValueError, SyntaxError):
        return ""


def _markdown(source: str) -> dict[str, Any]:
    return {"cell_type": "markdown", "metadata": {}, "source": source}


def _code(source: str) -> dict[str, Any]:
    return {"cell_type": "code", "metadata": {}, "execution_count": None, "outputs": [], "source": source}
