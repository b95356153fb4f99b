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


def absent_file(path="", *args, **kwargs):
    """Stands for `open`: the file is not there."""
    raise FileNotFoundError(f"{path} is not available here")
