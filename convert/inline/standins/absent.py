"""Stands for packages and files that are not there."""


class Absent:
    """Something that is not available here; it fails only where it is really used."""

    def __init__(self, name, *_):
        self._name = name

    def __getattr__(self, attribute):
        if attribute.startswith("__"):
            raise AttributeError(attribute)
        return Absent(f"{self._name}.{attribute}")

    def __call__(self, *args, **kwargs):
        raise ModuleNotFoundError(f"{self._name} is not available here")


class absent_file:
    """Stands for `open`: nothing is written; what is read is a file that came along, or lines that say which would be
    there."""

    files = {}

    def __init__(self, path="", *args, **kwargs):
        name = str(path).rsplit("/", 1)[-1]
        lines = [f"{name} {n}\n" for n in range(1, 41)]
        self._lines = self.files[name].splitlines(keepends=True) if name in self.files else lines

    def __enter__(self):
        return self

    def __exit__(self, *args):
        return None

    def __iter__(self):
        return iter(self._lines)

    def read(self, *args):
        return "".join(self._lines)

    def readlines(self):
        return list(self._lines)

    def readline(self, *args):
        return self._lines[0] if self._lines else ""

    write = close = flush = lambda self, *args: None
