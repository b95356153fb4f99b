"""Stand-ins for the modules that reach outside the scene, where it may not go: paths are text, nothing is there."""


class os:
    """Paths can be put together; only files that came along exist."""

    sep, pardir, curdir, linesep = "/", "..", ".", "\n"
    environ = {}

    class path:
        files = {}

        @staticmethod
        def join(*parts):
            return "/".join(str(part).rstrip("/") for part in parts if str(part))

        @staticmethod
        def exists(path):
            return os.path.basename(path) in os.path.files

        isfile = exists

        @staticmethod
        def isdir(path):
            return False

        @staticmethod
        def split(path):
            head, _, tail = str(path).rpartition("/")
            return head, tail

        @staticmethod
        def dirname(path):
            return str(path).rpartition("/")[0]

        @staticmethod
        def basename(path):
            return str(path).rpartition("/")[2]

        @staticmethod
        def splitext(path):
            stem, dot, ending = str(path).rpartition(".")
            return (stem, dot + ending) if dot else (str(path), "")

        @staticmethod
        def realpath(path):
            return str(path)

        abspath = expanduser = normpath = realpath

    @staticmethod
    def listdir(path="."):
        return []

    @staticmethod
    def makedirs(path, *args, **kwargs):
        return None

    mkdir = remove = system = makedirs

    @staticmethod
    def getenv(name, default=None):
        return default


class sys:
    argv = ["scene.py"]
    path = []
    maxsize = 2**63 - 1
    version_info = (3, 11, 0)

    @staticmethod
    def setrecursionlimit(limit):
        return None

    @staticmethod
    def exit(code=0):
        raise SystemExit(code)


class logging:
    """Nobody reads the log of a scene."""

    DEBUG, INFO, WARNING, ERROR = 10, 20, 30, 40

    @staticmethod
    def log(*args, **kwargs):
        return None

    debug = info = warning = warn = error = exception = basicConfig = log

    @staticmethod
    def getLogger(*args):
        return logging


class Path:
    """A path that is only its text."""

    def __init__(self, *parts):
        self.text = os.path.join(*parts)
        self.name = os.path.basename(self.text)
        self.stem, self.suffix = os.path.splitext(self.name)

    def __truediv__(self, part):
        return Path(self.text, part)

    def __str__(self):
        return self.text

    @property
    def parent(self):
        return Path(os.path.dirname(self.text))

    def resolve(self):
        return self

    absolute = expanduser = resolve

    def joinpath(self, *parts):
        return Path(self.text, *parts)

    def with_suffix(self, suffix):
        return Path(os.path.splitext(self.text)[0] + suffix)

    def exists(self):
        return os.path.exists(self.text)

    def is_dir(self):
        return False

    is_file = exists

    def mkdir(self, *args, **kwargs):
        return None

    @staticmethod
    def home():
        return Path("~")

    cwd = home

    def read_bytes(self, *args, **kwargs):
        raise FileNotFoundError(f"{self.text} is not available here")

    open = read_bytes

    def glob(self, pattern):
        return iter(())

    def iterdir(self):
        return iter(())

    def read_text(self, *args):
        return placeholder_text(self.text)


def placeholder_text(path):
    """A file that came along, or forty short lines that say which would stand here."""
    name = os.path.basename(path)
    return os.path.files[name] if name in os.path.files else "\n".join(f"{name} {n}" for n in range(1, 41))


def tqdm(iterable, *args, **kwargs):
    """A progress bar shows nothing in a video."""
    return iterable


ProgressDisplay = tqdm
