"""Arrays that a scene saves are there for itself to load; there are no others."""

_SAVED = {}


def gl_save(path, array, *args, **kwargs):
    _SAVED[str(path)] = array


def gl_load(path, *args, **kwargs):
    if str(path) not in _SAVED:
        raise FileNotFoundError(f"{path} is not available here")
    return _SAVED[str(path)]
