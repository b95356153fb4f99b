"""Arrays of things that are no numbers, which NumPy once made by itself."""

from manim import *


def gl_array(values, *args, **kwargs):
    """`np.array`, but mobjects and lists of unequal length are kept as they are, each in one place."""
    if _holds_mobjects(values):
        return _array_of_objects(values)
    try:
        return np.array(values, *args, **kwargs)
    except ValueError:
        return _array_of_objects(values)


def _holds_mobjects(values):
    if isinstance(values, Mobject):
        return any(isinstance(each, Mobject) for each in values)
    if isinstance(values, (list, tuple)) and values:
        return isinstance(values[0], Mobject) or _holds_mobjects(values[0])
    return False


def _array_of_objects(values):
    """One place for each mobject: a list of equally long lists of mobjects becomes a table."""
    rows = list(values)
    if rows and all(isinstance(row, (list, tuple)) for row in rows) and len({len(row) for row in rows}) == 1:
        table = np.empty((len(rows), len(rows[0])), dtype=object)
        for i, row in enumerate(rows):
            for j, value in enumerate(row):
                table[i, j] = value
        return table
    array = np.empty(len(rows), dtype=object)
    for i, value in enumerate(rows):
        array[i] = value
    return array
