"""Modules that a scene may not import, because they reach outside it; shims stand in for some of them."""

from __future__ import annotations

OUTSIDE = frozenset(
    """
    os sys logging pathlib subprocess shutil glob pickle gzip urllib requests socket threading multiprocessing
    tempfile io csv platform getpass importlib traceback pdb tqdm argparse hashlib_ signal asyncio http
    zipfile tarfile webbrowser pydub IPython colour pprint readline code ast dis gc weakref ctypes sqlite3
    mimetypes configparser
    """.split()  # noqa: SIM905  # a table of names reads best as text
)

# (module, name) → the module in which it is today
MOVED: dict[tuple[str, str], str] = {
    ("fractions", "gcd"): "math",
    ("collections", "Iterable"): "collections.abc",
    ("collections", "Callable"): "collections.abc",
    ("collections", "Sequence"): "collections.abc",
    ("collections", "Mapping"): "collections.abc",
    ("scipy.misc", "comb"): "scipy.special",
    ("scipy.misc", "factorial"): "scipy.special",
}
