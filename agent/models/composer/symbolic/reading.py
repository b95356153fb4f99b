"""What was read in a wish: expressions, equations, intervals, points, matrices, numbers, and the words left over."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from agent.models.composer.symbolic.cas import cas
from agent.models.composer.symbolic.tree import Node, bare, to_tex

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Expression:
    """An expression. `sympy` is a SymPy object (never evaluated from text); `tex` keeps what was written.

    `name` is the left side of `y = …`, `f(x) = …` or `r = …`, else empty. `weak` marks a lone symbol or a bare
    function (`sin`), which counts only where the words around it make it a function. `span` lies in
    `MathReading.plain`.
    """

    sympy: Any
    node: Node
    span: Span
    name: str = ""
    weak: bool = False

    @property
    def tex(self) -> str:
        return to_tex(bare(self.node))

    @property
    def variable(self) -> Any:
        """The symbol that this is a function of: x, t, n or theta before others; x for a constant."""
        sympy = cas()

        free = sorted(self.sympy.free_symbols, key=str)
        for name in ("x", "t", "theta", "n", "z", "u", "k"):
            for symbol in free:
                if symbol.name == name:
                    return symbol
        return free[0] if free else sympy.Symbol("x", real=True)

    @property
    def source(self) -> str:
        """Python source of the value, in the variable's own name, with `np.` functions."""
        from agent.models.composer.symbolic.printing import source

        return source(self.sympy)

    @property
    def function(self) -> str:
        """Python source of a function of the variable: `lambda x: np.sin(x) / x`."""
        return f"lambda {self.variable.name}: {self.source}"


@dataclass(frozen=True, slots=True)
class Equation:
    """`left relation right`; the relation is one of = != < > <= >=. Symbols y', y'' stand for derivatives."""

    left: Expression
    right: Expression
    relation: str
    span: Span

    @property
    def tex(self) -> str:
        sign = {"<=": r"\le", ">=": r"\ge", "!=": r"\ne"}.get(self.relation, self.relation)
        return f"{self.left.tex} {sign} {self.right.tex}"

    @property
    def difference(self) -> Any:
        """left − right as a SymPy expression."""
        return self.left.sympy - self.right.sympy

    @property
    def symbols(self) -> frozenset[str]:
        """Names of the free symbols."""
        return frozenset(s.name for s in self.left.sympy.free_symbols | self.right.sympy.free_symbols)

    @property
    def gives_a_value(self) -> bool:
        """Whether it says what a name is worth, as `n = 6` does: there is nothing to solve."""
        return self.relation == "=" and self.left.sympy.is_Symbol and self.right.sympy.is_number


@dataclass(frozen=True, slots=True)
class Interval:
    """`low` to `high` (SymPy numbers, also ±oo); `variable` if it was named, `unit` the word right behind it."""

    low: Any
    high: Any
    variable: str = ""
    unit: str = ""
    span: Span = (0, 0)


@dataclass(frozen=True, slots=True)
class Approach:
    """`variable` tends to `target` from `side`: "+", "-" or "" for both."""

    variable: str
    target: Any
    side: str = ""
    span: Span = (0, 0)


@dataclass(frozen=True, slots=True)
class Count:
    """A number with the words right before and after it (lower case, empty if none): 64 `rectangles`, `order` 8."""

    value: Any
    before: str
    after: str
    span: Span


@dataclass(frozen=True, slots=True)
class Series:
    """Terms written out and continued by dots: 1/2 + 1/4 + 1/8 + … or 1, 4, 9, …; `joined` is "+" or ","."""

    terms: tuple[Any, ...]
    joined: str
    span: Span


@dataclass(frozen=True, slots=True)
class MathReading:
    """Everything read in `text`. Spans lie in `plain`, the same text in plain notation.

    `equations` holds every relation, also `y = …`; a number given to a name (`x = 1`, `n=20`) is in `assignments`
    as well. `points` are bracketed pairs or triples; `vectors` are points and lists where the words speak of vectors.
    `words` are the lower-case words that are no mathematics, in order.
    """

    text: str
    plain: str
    expressions: tuple[Expression, ...] = ()
    equations: tuple[Equation, ...] = ()
    assignments: tuple[tuple[str, Any], ...] = ()
    intervals: tuple[Interval, ...] = ()
    approaches: tuple[Approach, ...] = ()
    points: tuple[tuple[Any, ...], ...] = ()
    vectors: tuple[tuple[Any, ...], ...] = ()
    matrices: tuple[Any, ...] = ()
    numbers: tuple[Count, ...] = ()
    series: tuple[Series, ...] = ()
    words: tuple[str, ...] = field(default_factory=tuple)

    def says(self, *words: str) -> bool:
        """Whether one of the words (or phrases of several words) stands in the wish; a final `*` matches any ending."""
        joined = f" {' '.join(self.words)} "
        return any(f" {word[:-1]}" in joined if word.endswith("*") else f" {word} " in joined for word in words)

    def value(self, *names: str) -> Any | None:
        """The number assigned to one of the names, or standing right after or before one of them."""
        for name, value in self.assignments:
            if name in names:
                return value
        for near in (lambda n: n.before, lambda n: n.after):
            for number in self.numbers:
                if near(number).rstrip("s") in names or near(number) in names:
                    return number.value
        return None

    @property
    def functions(self) -> tuple[Expression, ...]:
        """Expressions with exactly one free symbol."""
        return tuple(e for e in self.expressions if len(getattr(e.sympy, "free_symbols", ())) == 1)
