"""Contact sheets inside the page: small, and as data."""

from __future__ import annotations

import base64
import io
from pathlib import Path

WIDTH, QUALITY = 800, 70


def inside(path: Path | None) -> str:
    """The picture as a data address; empty where there is none, or it cannot be read."""
    from PIL import Image, UnidentifiedImageError

    if path is None or not path.exists():
        return ""
    try:
        with Image.open(path) as image:
            small = image.convert("RGB")
            small.thumbnail((WIDTH, 4 * WIDTH))
            held = io.BytesIO()
            small.save(held, "JPEG", quality=QUALITY, optimize=True)
    except (OSError, UnidentifiedImageError):
        return ""
    return f"data:image/jpeg;base64,{base64.b64encode(held.getvalue()).decode()}"
