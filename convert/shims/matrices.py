"""Matrices with manimgl's arguments."""

from manim import *


class GlMatrix(Matrix):
    """Rows of entries of any kind; a plain list is a column."""

    entries_are_parts = False

    def __init__(
        self,
        matrix,
        v_buff=0.5,
        h_buff=0.5,
        bracket_h_buff=0.2,
        bracket_v_buff=0.25,
        height=None,
        element_config=None,
        element_to_mobject=None,
        element_alignment_corner=DOWN,
        add_background_rectangles_to_entries=False,
        include_background_rectangle=False,
        ellipses_row=None,
        ellipses_col=None,
        **kwargs,
    ):
        rows = [list(row) if isinstance(row, (list, tuple, np.ndarray)) else [row] for row in matrix]
        self.make, self.config_of_entries = element_to_mobject, element_config or {}
        entries = [[self.entry(value) for value in row] for row in rows]
        widest = max(entry.width for row in entries for entry in row)
        tallest = max(entry.height for row in entries for entry in row)
        super().__init__(
            entries,
            v_buff=tallest + v_buff,
            h_buff=widest + h_buff,
            bracket_h_buff=bracket_h_buff,
            bracket_v_buff=bracket_v_buff,
            element_to_mobject=lambda mob: mob,
            element_alignment_corner=ORIGIN,
        )
        self.matrix_of_values = rows
        self.mob_matrix, self.ellipses = _array_of_mobjects(self.mob_matrix), VGroup()
        self.swap_entries_for_ellipses(ellipses_row, ellipses_col)
        if height is not None:
            self.height = height
        if kwargs.get("color") is not None:
            self.set_color(kwargs["color"])
        if include_background_rectangle:
            self.add_background_rectangle()
        if self.entries_are_parts:
            self.spread_entries()

    def spread_entries(self):
        """The entries, dots among them, are parts of the matrix themselves, and the brackets its last two."""
        groups = (self.elements, self.ellipses)
        others = [mob for mob in self.submobjects if mob not in groups]
        self.submobjects = [*self.mob_matrix.flat, *others]
        self.rows, self.columns = self.get_rows(), self.get_columns()

    def entry(self, value):
        if isinstance(value, Mobject):
            return value
        if self.make is not None:
            return self.make(value, **self.config_of_entries)
        if isinstance(value, (float, complex, np.floating)):
            return DecimalNumber(value, **{"num_decimal_places": 1, **_number_words(self.config_of_entries)})
        return GlTex(str(value), **self.config_of_entries)

    def get_mob_matrix(self):
        return self.mob_matrix

    def get_column(self, index):
        return self.get_columns()[index]

    def get_row(self, index):
        return self.get_rows()[index]

    def get_entries(self):
        return VGroup(*self.elements)

    def get_ellipses(self):
        return VGroup(*self.ellipses)

    def swap_entry_for_dots(self, entry, dots):
        """The dots stand where the entry stood, and are no entry any more."""
        row, column = next(place for place, mob in np.ndenumerate(self.mob_matrix) if mob is entry)
        self.mob_matrix[row, column] = dots.move_to(entry)
        (self.elements if entry in self.elements.submobjects else self.ellipses).remove(entry)
        self.ellipses.add(dots)
        if entry in self.submobjects:
            self.submobjects[self.submobjects.index(entry)] = dots
        elif self.ellipses not in self.submobjects:
            self.submobjects.insert(1, self.ellipses)

    def swap_entries_for_ellipses(self, row_index=None, col_index=None, height_ratio=0.65, width_ratio=0.4):
        """Dots instead of a row and a column; one that the matrix does not have is passed over."""
        n_rows, n_cols = self.mob_matrix.shape
        down, across = row_index in range(-n_rows, n_rows), col_index in range(-n_cols, n_cols)
        height = height_ratio * self.get_rows().height / n_rows
        width = width_ratio * self.get_columns().width / n_cols
        for entry in list(self.mob_matrix[row_index, :]) if down else ():
            self.swap_entry_for_dots(entry, MathTex(r"\vdots").scale_to_fit_height(height))
        for entry in list(self.mob_matrix[:, col_index]) if across else ():
            self.swap_entry_for_dots(entry, MathTex(r"\dots").scale_to_fit_width(width))
        if down and across:
            self.mob_matrix[row_index, col_index].rotate(-45 * DEGREES)
        return self


def _install_entries_as_parts():
    """Since January 2024 the entries are no group in between."""
    GlMatrix.entries_are_parts = True


_install_entries_as_parts()


def _array_of_mobjects(rows):
    array = np.empty((len(rows), len(rows[0])), dtype=object)
    for i, row in enumerate(rows):
        for j, mob in enumerate(row):
            array[i, j] = mob
    return array


class TexMatrix(GlMatrix):
    pass


class GlIntegerMatrix(GlMatrix):
    def entry(self, value):
        return (
            value
            if isinstance(value, Mobject)
            else Integer(round(float(value)), **_number_words(self.config_of_entries))
        )


class GlDecimalMatrix(GlMatrix):
    def __init__(self, matrix, num_decimal_places=2, decimal_config=None, **kwargs):
        self.places = num_decimal_places
        kwargs["element_config"] = {**(kwargs.get("element_config") or {}), **(decimal_config or {})}
        super().__init__(matrix, **kwargs)

    def entry(self, value):
        if isinstance(value, Mobject):
            return value
        return DecimalNumber(
            float(value), **{"num_decimal_places": self.places, **_number_words(self.config_of_entries)}
        )


class GlMobjectMatrix(GlMatrix):
    def __init__(self, group, n_rows=None, n_cols=None, **kwargs):
        items = list(group)
        if n_rows is not None or n_cols is not None:
            n_cols = n_cols or int(np.ceil(len(items) / n_rows))
            items = [items[i : i + n_cols] for i in range(0, len(items), n_cols)]
        super().__init__(items, **kwargs)
