"""Step: bytes to text, and characters that have no place in code."""

from __future__ import annotations

import codecs
import re

from corpus.clean.step import Cleaned

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_INVISIBLE = re.compile("[\ufeff\u200b\u200c\u200d\u2060\u00ad\x00-\x08\x0b-\x0c\x0e-\x1f\x7f]")
_SPACES = re.compile("[\u00a0\u2028\u2029\x85\u2000-\u200a\u202f\u205f\u3000]")


def decode(data: bytes) -> str:
    """Text of a file: UTF-8, UTF-16 with its mark, or else Windows-1252, which every byte but five is valid in."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data.decode(name, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def tidy(code: str) -> Cleaned:
    """Plain line ends and spaces, no invisible characters, no halves of characters, one line end at the end."""
    notes: list[str] = []
    text = code.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    for what, fixed in (
        ("line ends", lambda text: re.sub("\r\n?", "\n", text)),
        ("invisible characters", lambda text: _INVISIBLE.sub("", text)),
        ("odd spaces", lambda text: _SPACES.sub(" ", text)),
    ):
        after = fixed(text)
        if after != text:
            notes.append(f"mended {what}")
        text = after
    return Cleaned(text.strip("\n").rstrip() + "\n", tuple(notes))
