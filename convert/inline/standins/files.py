"""Stands for `os` and `pathlib`: paths can be put together, but no file is there."""


class os:
    """Paths without a file system."""

    sep = "/"
    environ = {}

    class path:
        join = staticmethod(lambda *parts: "/".join(str(part) for part in parts))
        exists = isfile = isdir = staticmethod(lambda path: False)
        basename = staticmethod(lambda path: str(path).rsplit("/", 1)[-1])
        dirname = staticmethod(lambda path: str(path).rpartition("/")[0])
        split = staticmethod(lambda path: (str(path).rpartition("/")[0], str(path).rsplit("/", 1)[-1]))
        splitext = staticmethod(lambda path: tuple(str(path).rsplit(".", 1)) if "." in str(path) else (str(path), ""))
        abspath = realpath = expanduser = normpath = staticmethod(str)

    listdir = staticmethod(lambda path=".": [])
    makedirs = mkdir = system = staticmethod(lambda *args, **kwargs: None)
    getcwd = staticmethod(lambda: ".")


class Path(str):
    """A path without a file system."""

    def __new__(cls, *parts):
        return str.__new__(cls, "/".join(str(part) for part in parts))

    def __truediv__(self, other):
        return Path(self, other)

    name = property(lambda self: self.rsplit("/", 1)[-1])
    stem = property(lambda self: self.name.rsplit(".", 1)[0])
    suffix = property(lambda self: "." + self.name.rsplit(".", 1)[1] if "." in self.name else "")
    parent = property(lambda self: Path(self.rpartition("/")[0]))
    exists = is_file = is_dir = lambda self: False
    glob = rglob = iterdir = lambda self, *args: []
    mkdir = unlink = write_text = write_bytes = lambda self, *args, **kwargs: None
    resolve = absolute = lambda self: self

    def read_text(self, *args):
        raise FileNotFoundError(f"{self} is not available here")
