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
        self._lines = self.files[name].splitlines(keepends=True) if name in self.files else self._stand_in(name)

    def _stand_in(self, name):
        """Numbers that can be computed are; else some lines."""
        if "primes" in name and name.endswith(".json"):
            return [str(self._primes(10 ** int(name.partition("1e")[2][:1] or 5)))]
        return [f"{name} {n}\n" for n in range(1, 41)]

    def _primes(self, end):
        is_prime = bytearray([0, 0]) + bytearray([1]) * (end - 2)
        for n in range(2, int(end**0.5) + 1):
            if is_prime[n]:
                is_prime[n * n :: n] = bytes(len(range(n * n, end, n)))
        return [n for n in range(end) if is_prime[n]]

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
