"""Mathematics in a wish, as people write it: found, parsed and turned into SymPy objects, safely and with bounds.

`read` is the one entry. Its notation is plain typing, Unicode (x², √x, ∫, ≤), LaTeX and some English ("x squared").
No text is ever evaluated: a whitelisting parser builds SymPy objects itself.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from agent.models.composer.symbolic.cas import cas
from agent.models.composer.symbolic.grammar import MAX_LEAVES, Parser, tokenize
from agent.models.composer.symbolic.reading import (
    Approach,
    Count,
    Equation,
    Expression,
    Interval,
    MathReading,
    Series,
    Span,
)
from agent.models.composer.symbolic.spelling import plain
from agent.models.composer.symbolic.tree import FUNCTIONS, Node, TooLarge, Unreadable, bare, to_sympy

MAX_TEXT = 4000
MAX_MATH = 40
"""Most pieces of mathematics read in one wish."""
MAX_STEPS = 6000
"""Most operands looked at in one wish, failed tries included."""
RELATIONS = ("=", "<", ">", "<=", ">=", "!=")
_BEFORE = (
    "plot graph draw of under show sketch integrate differentiate between compare and vs versus with than for , or "
    "derive curve function line sum product to over against derivative integral plus"
)
FUNCTION_WORDS = {*_BEFORE.split()}
GROWING = {"goes", "approaches", "tends", "grows", "gets", "approaching", "going", "tending", "->", "moves", "nears"}


@lru_cache(maxsize=256)
def read(text: str) -> MathReading:
    """Everything mathematical in a wish. Unreadable or explosive parts stay words; the result is never an error."""
    clear = plain(text[:MAX_TEXT])
    scan = _Scan(clear)
    scan.run()
    words = tuple(
        t.text.lower() for t, used in zip(scan.tokens, scan.used, strict=True) if not used and t.text[0].isalpha()
    )
    vectors = scan.lists + (scan.points if re.search(r"\b(?:vectors?|cross|dot|span|project)", clear, re.I) else [])
    return MathReading(
        text, clear, tuple(scan.expressions), tuple(scan.equations), tuple(scan.assignments), tuple(scan.intervals),
        tuple(scan.approaches), tuple(scan.points), tuple(vectors), tuple(scan.matrices), tuple(scan.numbers),
        tuple(scan.series), words,
    )  # fmt: skip


class _Scan:
    """One pass over the tokens of a wish."""

    def __init__(self, text: str) -> None:
        self.tokens = tokenize(text)
        self.used = [False] * len(self.tokens)
        self.expressions: list[Expression] = []
        self.equations: list[Equation] = []
        self.assignments: list[tuple[str, Any]] = []
        self.intervals: list[Interval] = []
        self.approaches: list[Approach] = []
        self.points: list[tuple[Any, ...]] = []
        self.lists: list[tuple[Any, ...]] = []
        self.matrices: list[Any] = []
        self.numbers: list[Count] = []
        self.series: list[Series] = []
        self.parsed = 0
        self.steps = 0

    def run(self) -> None:
        """Read from left to right; at each place the most specific reading wins."""
        place, found = 0, 0
        readers = (self._interval, self._approach, self._tuple, self._bracketed, self._series, self._statement)
        while place < len(self.tokens) and found < MAX_MATH and self.steps < MAX_STEPS:
            for reader in readers:
                try:
                    end = reader(place)
                except TooLarge:
                    end = max(place + 1, self.parsed)
                    place = end
                    break
                except (Unreadable, ArithmeticError, TypeError, ValueError, IndexError, AttributeError):
                    continue  # SymPy refuses some combinations (0**-1, comparisons of complex numbers)
                if end > place:
                    for at in range(place, end):
                        self.used[at] = True
                    place, found = end, found + 1
                    break
            else:
                place += 1
        self._bare_functions()
        self.expressions.sort(key=lambda expression: expression.span)

    def text(self, place: int) -> str:
        return self.tokens[place].text.lower() if 0 <= place < len(self.tokens) else ""

    def parse(self, place: int) -> tuple[Node, int]:
        """An expression that starts at `place` and the place behind it. Raises Unreadable."""
        token = self.tokens[place]
        if token.text in ("a", "A", "I", "s") and not self._operator_follows(place):
            raise Unreadable("an article")
        parser = Parser(self.tokens, place)
        try:
            node = parser.sum()
        finally:
            self.steps += parser.steps
        self.parsed = parser.place
        if node.leaves() > MAX_LEAVES:
            raise Unreadable("too long")
        return node, parser.place

    def _operator_follows(self, place: int) -> bool:
        following = self.text(place + 1)
        return following in ("^", "+", "*", "/", "=", "-") or (following in "xyz" and following != "")

    def span(self, place: int, end: int) -> Span:
        return self.tokens[place].start, self.tokens[end - 1].end

    def constant(self, place: int) -> tuple[Any, int]:
        """A number (or ±infinity) at `place`, `x =` before it allowed. Raises Unreadable."""
        if self.text(place + 1) == "=" and self.tokens[place].kind == "id":
            place += 2
        node, end = self.parse(place)
        value = to_sympy(node)
        if value.free_symbols:
            raise Unreadable("not a number")
        return value, end

    def _interval(self, place: int) -> int:
        word = self.text(place)
        if word in ("from", "between"):
            return self._from_to(place, "and" if word == "between" else "to")
        if word in ("on", "over", "in", "interval", "domain", "for", "with", "range") or word == "ε":
            return self._on_brackets(place)
        if self.tokens[place].kind == "id" and self.text(place + 1) == "=":
            return self._counter(place)
        if self.tokens[place].kind in ("num", "op") or word in ("pi", "x"):
            return self._chain(place)
        return place

    def _counter(self, place: int) -> int:
        """`n = 0 to infinity`, `k=1..10`."""
        low, at = self.constant(place)
        if self.text(at) not in ("to", "...") and [self.text(at), self.text(at + 1)] != [".", "."]:
            raise Unreadable("no interval")
        high, end = self.constant(at + 1 + (self.text(at) == "."))
        return self._keep_interval(place, low, high, self.text(place), end)

    def _from_to(self, place: int, joint: str) -> int:
        start = place + 1
        variable = self.text(start) if self.text(start + 1) == "=" else self._named_before(place)
        low, at = self.constant(start)
        if self.text(at) not in (joint, "to", "and", "up", ",", "->", "until", "through"):
            raise Unreadable("no interval")
        at += 1 + (self.text(at) == "up")
        high, end = self.constant(at)
        return self._keep_interval(place, low, high, variable, end)

    def _keep_interval(self, place: int, low: Any, high: Any, variable: str, end: int) -> int:
        if not (high - low).is_real and not (high - low).is_infinite:
            raise Unreadable("no real interval")
        unit = self.text(end) if end < len(self.tokens) and self.tokens[end].kind in ("id", "word") else ""
        self.intervals.append(Interval(low, high, variable, unit, self.span(place, end)))
        return end

    def _named_before(self, place: int) -> str:
        before = self.text(place - 1)
        return before if before in ("x", "t", "n", "k", "theta", "y") else ""

    def _on_brackets(self, place: int) -> int:
        at = place + 1
        while self.text(at) in ("the", "interval", "domain", "x", "t", "in", "range"):
            at += 1
        if self.text(at) not in ("[", "("):
            raise Unreadable("no interval")
        low, at = self.constant(at + 1)
        if self.text(at) != ",":
            raise Unreadable("no interval")
        high, at = self.constant(at + 1)
        if self.text(at) not in ("]", ")") or not high > low:
            raise Unreadable("no interval")
        return self._keep_interval(place, low, high, "", at + 1)

    def _chain(self, place: int) -> int:
        """`0 <= x <= 2`."""
        low, at = self.constant(place)
        if self.text(at) not in ("<", "<=") or self.text(at + 2) not in ("<", "<=") or self.tokens[at + 1].kind != "id":
            raise Unreadable("no chain")
        high, end = self.constant(at + 3)
        return self._keep_interval(place, low, high, self.text(at + 1), end)

    def _approach(self, place: int) -> int:
        """`n goes to infinity`, `x -> 0+`, `x approaches 2 from the right`, `approaching 0`."""
        variable, at = "", place
        if (self.tokens[place].kind == "id" and len(self.text(place)) == 1) or self.text(place) == "theta":
            variable, at = self.text(place), place + 1
        arrow = self.text(at)
        direct = bool(variable) and arrow == "to" and self.text(at + 1) in ("infinity", "-", "0", "oo")
        if arrow not in GROWING and not direct:
            raise Unreadable("no approach")
        at += 1
        while self.text(at) in ("to", "towards", "toward", "close", "large", "very", "closer", "near"):
            at += 1
        target, end, side = *self.constant(at), ""
        if self.text(end) in ("+", "-") and not self.tokens[end].space:
            side, end = self.text(end), end + 1
        elif self.text(end) == "^" and self.text(end + 1) in ("+", "-"):
            side, end = self.text(end + 1), end + 2
        for words, mark in ((("right", "above"), "+"), (("left", "below"), "-")):
            if self.text(end) == "from" and {self.text(end + 1), self.text(end + 2)} & set(words):
                side, end = mark, end + 2 + (self.text(end + 1) == "the")
        self.approaches.append(Approach(variable, target, side, self.span(place, end)))
        return end

    def _numbers(self, place: int, closing: str) -> tuple[list[Any], int]:
        values: list[Any] = []
        at = place
        while True:
            value, at = self.constant(at)
            values.append(value)
            if self.text(at) == closing:
                return values, at + 1
            if self.text(at) not in (",", ";"):
                raise Unreadable("no list")
            at += 1

    def _tuple(self, place: int) -> int:
        opening = self.text(place)
        if opening not in ("(", "<") or (
            place
            and self.tokens[place - 1].kind == "id"
            and not self.tokens[place].space
            and self.text(place - 1) not in "abcpquvwmn"
        ):
            return place
        values, end = self._numbers(place + 1, ")" if opening == "(" else ">")
        if not 2 <= len(values) <= 4:
            raise Unreadable("no point")
        (self.points if opening == "(" else self.lists).append(tuple(values))
        return end

    def _bracketed(self, place: int) -> int:
        if self.text(place) != "[":
            return place
        if self.text(place + 1) != "[":
            values, end = self._numbers(place + 1, "]")
            if len(values) < 2:
                raise Unreadable("no vector")
            self.lists.append(tuple(values))
            return end
        sympy = cas()

        rows: list[list[Any]] = []
        at = place + 1
        while self.text(at) == "[":
            row, at = self._numbers(at + 1, "]")
            rows.append(row)
            at += self.text(at) in (",", ";")
        if self.text(at) != "]" or len({len(row) for row in rows}) != 1 or len(rows) > 6:
            raise Unreadable("no matrix")
        self.matrices.append(sympy.Matrix(rows))
        return at + 1

    def _series(self, place: int) -> int:
        """Three or more terms, joined by + (or − or commas), ending in dots."""
        if self.tokens[place].kind not in ("num", "id") or not any(
            t.text == "..." for t in self.tokens[place : place + 40]
        ):
            return place
        terms: list[Any] = []
        at, joined, sign = place, "", 1
        while self.text(at) != "...":
            parser = Parser(self.tokens, at)
            terms.append(sign * to_sympy(parser.product()))
            at = parser.place
            joint = self.text(at)
            if joint not in ("+", "-", ",") or (joined and (joint == ",") != (joined == ",")):
                raise Unreadable("no series")
            joined, sign, at = "," if joint == "," else "+", -1 if joint == "-" else 1, at + 1
        if len(terms) < 2:
            raise Unreadable("no series")
        self.series.append(Series(tuple(terms), joined, self.span(place, at + 1)))
        return at + 1

    def _statement(self, place: int) -> int:
        name, start = self._defined(place)
        left, at = self.parse(start)
        if name:
            self._keep(left, (place, at), name)
            return at
        relation = self.text(at)
        if relation not in RELATIONS:
            return self._alone(left, place, at)
        try:
            right, end = self.parse(at + 1)
        except Unreadable:
            return self._alone(left, place, at)
        return self._related(left, relation, right, (place, at, end))

    def _defined(self, place: int) -> tuple[str, int]:
        """`f(x) =` at `place`: the name and the place behind; otherwise no name and the same place."""
        texts = [self.text(place + k) for k in range(5)]
        if texts[0] in tuple("fghpquvysrxz") and texts[1] == "(" and texts[3] == ")" and texts[4] == "=":
            return texts[0], place + 5
        if texts[1] == "(" and texts[3] == "," and self.text(place + 5) == ")" and self.text(place + 6) == "=":
            return texts[0], place + 7
        return "", place

    def _alone(self, node: Node, place: int, end: int) -> int:
        inner = bare(node)
        if inner.op == "num" or (inner.op == "neg" and inner.args[0].op == "num"):
            self._count(to_sympy(node), place, end)
            return end
        if inner.op == "-" and {arg.op for arg in inner.args} == {"num"} and not self.tokens[place + 1].space:
            raise Unreadable("a range such as 2-3")
        if inner.op == "sym" and inner.name == "pi":
            self._count(to_sympy(node), place, end)
            return end
        if inner.op == "sym":
            if not self._stands_as_function(inner.name, place, end):
                raise Unreadable("a lone letter")
            self._keep(node, (place, end), weak=True)
            return end
        self._keep(node, (place, end))
        return end

    def _stands_as_function(self, name: str, place: int, end: int) -> bool:
        before, after = self.text(place - 1), self.text(end)
        if name in ("x", "t", "n", "k", "theta"):
            return before in FUNCTION_WORDS or after in ("and", ",", "vs", "versus")
        return False

    def _count(self, value: Any, place: int, end: int) -> None:
        before = self.text(place - 1) if place and self.tokens[place - 1].kind in ("id", "word") else ""
        after = self.text(end) if end < len(self.tokens) and self.tokens[end].kind in ("id", "word") else ""
        self.numbers.append(Count(value, before, after, self.span(place, end)))

    def _keep(self, node: Node, places: tuple[int, int], name: str = "", *, weak: bool = False) -> Expression:
        kept = Expression(to_sympy(node), node, self.span(*places), name, weak)
        self.expressions.append(kept)
        return kept

    def _related(self, left: Node, relation: str, right: Node, places: tuple[int, int, int]) -> int:
        place, at, end = places
        one = Expression(to_sympy(left), left, self.span(place, at))
        two = Expression(to_sympy(right), right, self.span(at + 1, end))
        equation = Equation(one, two, relation, self.span(place, end))
        self.equations.append(equation)
        lone = bare(left)
        if relation == "=" and lone.op == "sym":
            if not two.sympy.free_symbols:
                self.assignments.append((lone.name, two.sympy))
            if lone.name in self._named(two) and one.sympy not in two.sympy.free_symbols:
                self.expressions.append(Expression(two.sympy, right, equation.span, lone.name))
        return end

    @staticmethod
    def _named(right: Expression) -> str:
        """Letters that name a function on the left of `=`; `x = 1` is only a place."""
        return "yrfghxzwu" if right.sympy.free_symbols else "yrfgh"

    def _bare_functions(self) -> None:
        """`plot sin and cos`: functions named without an argument, when no other function was read."""
        x = Node("sym", "x")
        for place, token in enumerate(self.tokens):
            if (
                not self.used[place]
                and token.text in ("sin", "cos", "tan", "sqrt", "ln", "exp", "arctan", "sinh", "cosh", "tanh")
                and token.text in FUNCTIONS
                and self.text(place + 1) != "("
            ):
                self.used[place] = True
                self._keep(Node("call", token.text, (x,)), (place, place + 1), weak=True)
