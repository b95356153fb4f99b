"""The grammar of typed mathematics: tokens and a recursive-descent parser with implicit multiplication."""

from __future__ import annotations

import re
from dataclasses import dataclass

from agent.models.composer.symbolic.tree import CONSTANTS, FUNCTIONS, GREEK, INVERSE, Node, Unreadable

TOKEN = re.compile(
    r"(?P<word>\d+(?:st|nd|rd|th|D|d)\b|\d+by\d+|[A-Za-z]+'[A-Za-z]+"
    r"|[xyzXYZrn]-?(?:ax[ie]s|direction|coordinates?|intercepts?|values?)\b|[nk]-?th\b|[A-Za-z]{2,}(?:-[A-Za-z]+)+)"
    r"|(?P<num>\d+(?:\.\d+)?|\.\d+)"
    r"|(?P<id>log(?:2|10)(?=\s*\(|\s+[a-z0-9])|[A-Za-z]+(?:_[A-Za-z0-9]+)?'*)"
    r"|(?P<op>->|<=|>=|!=|\.\.\.|[-+*/^!|()\[\]{},=<>;:_±])"
    r"|(?P<other>\S)"
)
LETTERS = frozenset("abcdfghkmnpqrstuvwxyz")
GLUED_FUNCTION = re.compile(
    r"^([xytn]?)(sin|cos|tan|ln|log|exp|sqrt|arctan|arcsin|arccos|sinh|cosh|tanh)(x|y|t|n|u|theta|pi)$"
)
LEADING_LETTER = re.compile(r"^([xytn])(sin|cos|tan|ln|log|exp|sqrt|arctan|e)$")
NO_PRODUCT = frozenset(
    [
        "by",
        "my",
        "at",
        "it",
        "ny",
        "dx",
        "dy",
        "dz",
        "dt",
        "du",
        "dr",
        "cost",
        "cosy",
        "pt",
        "st",
        "rt",
        "tt",
        "rx",
        "re",
        "as",
        "an",
        "am",
        "pm",
    ]
)
PRODUCT = re.compile(
    r"^(?:[abcdkmnprt]?[xyzt]|xy|yx|xyz|abc|ab|ac|bc|ma|mc|mg|mgh|gh|px|qx|ix|pix|pit|pin|ik|st|uv|nt)$"
)
UNDEFINED = frozenset(("f", "g", "h", "F", "G", "H", "P", "Q", "u'", "f'", "g'", "h'", "f''"))
MAX_DEPTH, MAX_LEAVES, MAX_STEPS = 24, 60, 150


@dataclass(frozen=True, slots=True)
class Token:
    """A token: kind is num, id, op, word or other; `space` says whether white space comes before it."""

    kind: str
    text: str
    start: int
    end: int
    space: bool


def tokenize(text: str) -> list[Token]:
    """Tokens of a text in the plain notation; identifiers glued together (`xsinx`, `4ac`) come apart."""
    found: list[Token] = []
    last = 0
    for match in TOKEN.finditer(text):
        space = match.start() > last
        last = match.end()
        kind = match.lastgroup or "other"
        token = Token(kind, match[0], match.start(), match.end(), space)
        glued = not space and bool(found) and found[-1].kind == "num"
        found += _apart(token, glued=glued, following=text[last : last + 1]) if kind == "id" else [token]
    return found


def _apart(token: Token, *, glued: bool, following: str) -> list[Token]:
    """One identifier token, or the letters and functions it is made of."""
    text = token.text
    name = text.partition("_")[0].rstrip("'")
    if len(name) == 1 or name in FUNCTIONS or name in CONSTANTS or name in GREEK or text in NO_PRODUCT:
        return [token]
    if match := GLUED_FUNCTION.match(text):
        return _cut(token, [part for part in match.groups() if part])
    if match := LEADING_LETTER.match(text):
        return _cut(token, list(match.groups()))
    near = glued or (following in tuple("^+*/=)") and following)
    if PRODUCT.match(text) and (near or text[-1] in "xyz"):
        return _cut(token, ["pi", text[2:]] if text.startswith("pi") else list(text))
    if glued and len(text) <= 3 and set(text) <= set("abcxyz"):
        return _cut(token, list(text))
    return [token]


def _cut(token: Token, parts: list[str]) -> list[Token]:
    out: list[Token] = []
    start = token.start
    for number, part in enumerate(parts):
        out.append(Token("id", part, start, start + len(part), token.space and not number))
        start += len(part)
    return out


class Parser:
    """Reads one expression from `tokens` at `place`; `place` then stands behind it."""

    def __init__(self, tokens: list[Token], place: int = 0, end: int | None = None) -> None:
        self.tokens = tokens
        self.place = place
        self.end = len(tokens) if end is None else end
        self.depth = 0
        self.bars = 0
        self.steps = 0

    def step(self) -> None:
        """Count one operand. Raises Unreadable when there are too many for one expression."""
        self.steps += 1
        if self.steps > MAX_STEPS:
            raise Unreadable("too long")

    def peek(self, ahead: int = 0) -> Token | None:
        """The token `ahead` places further, or None behind the end."""
        at = self.place + ahead
        return self.tokens[at] if at < self.end else None

    def sees(self, *texts: str, ahead: int = 0) -> bool:
        """Whether the token there reads like one of `texts`."""
        token = self.peek(ahead)
        return token is not None and token.text in texts

    def take(self, text: str) -> None:
        """Step over `text`. Raises Unreadable if something else stands there."""
        if not self.sees(text):
            raise Unreadable(f"expected {text}")
        self.place += 1

    def sum(self) -> Node:
        """Terms joined by + and -. Raises Unreadable where no expression starts."""
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise Unreadable("too deeply nested")
        left = self.term()
        while self.sees("+", "-") and not self._ellipsis_follows():
            operator, back = self.tokens[self.place].text, self.place
            self.place += 1
            try:
                right = self.product()
            except Unreadable:
                self.place = back
                break
            left = Node(operator, args=(left, right))
        self.depth -= 1
        return left

    def _ellipsis_follows(self) -> bool:
        return self.sees("...", ahead=1)

    def term(self) -> Node:
        """A product, with a sign in front of the whole of it."""
        if not self.sees("-"):
            return self.product()
        self.step()
        self.place += 1
        return Node("neg", args=(self.term(),))

    def product(self) -> Node:
        """Factors joined by *, / or nothing."""
        left = self.unary()
        while True:
            back = self.place
            implicit = not self.sees("*", "/")
            if implicit and not self._joins(left):
                return left
            operator = "*" if implicit else self.tokens[self.place].text
            self.place += not implicit
            try:
                right = self.power() if implicit else self.unary()
            except Unreadable:
                self.place = back
                return left
            left = Node(operator, args=(left, right), implicit=implicit)

    def _joins(self, left: Node) -> bool:
        """Whether the next token multiplies `left` without a sign between them."""
        token = self.peek()
        if token is None or token.kind in ("num", "word", "other"):
            return False
        if token.kind == "op":
            return (
                token.text == "("
                or (token.text == "[" and not token.space)
                or (token.text == "|" and not self.bars and not token.space)
            )
        name = token.text
        if name in FUNCTIONS:
            return True
        if not token.space:
            return _is_symbol(name) and not (self.sees("=", ahead=1) and left.op == "num" and name not in "xyz")
        if self.sees("=", ahead=1) or not (_is_symbol(name) and name in (*"xyztnke", "theta", "pi", "i")):
            return False
        return left.op != "sym" or left.name in CONSTANTS or self.sees("^", "+", "-", "*", "/", ")", ahead=1)

    def unary(self) -> Node:
        """A signed factor."""
        self.step()
        if self.sees("-"):
            self.place += 1
            return Node("neg", args=(self.unary(),))
        if self.sees("+"):
            self.place += 1
            return self.unary()
        return self.power()

    def power(self) -> Node:
        """An atom with factorials and exponents."""
        self.step()
        base = self.atom()
        if self.sees("!") and not self.tokens[self.place].space and _may_be_factorial(base, self.peek(1)):
            self.place += 1
            base = Node("!", args=(base,))
        if not self.sees("^"):
            return base
        self.place += 1
        return Node("^", args=(base, self._exponent(base)))

    def _exponent(self, base: Node) -> Node:
        self.step()
        if self.sees("-", "+"):
            negative = self.sees("-")
            self.place += 1
            inside = self._exponent(base)
            return Node("neg", args=(inside,)) if negative else inside
        exponent = self.power()
        token = self.peek()
        loose = token is not None and not token.space and token.kind == "id" and _is_symbol(token.text)
        if loose and base == Node("sym", "e") and exponent.op in ("num", "sym"):  # e^2x is meant as e^(2x)
            return Node("*", args=(exponent, self.power()), implicit=True)
        return exponent

    def atom(self) -> Node:
        """A number, a symbol, a bracket, an absolute value, a function or a big operator."""
        token = self.peek()
        if token is None or token.kind in ("word", "other"):
            raise Unreadable("no expression here")
        if token.kind == "num":
            self.place += 1
            return Node("num", token.text)
        return self._bracket(token) if token.kind == "op" else self._name(token)

    def _bracket(self, token: Token) -> Node:
        closing = {"(": ")", "[": "]", "{": "}", "|": "|"}.get(token.text)
        if closing is None:
            raise Unreadable("no expression here")
        self.place += 1
        if closing == "|":
            self.bars += 1
            inside = self.sum()
            self.bars -= 1
            self.take("|")
            return Node("call", "abs", (inside,))
        bars, self.bars = self.bars, 0
        inside = self.sum()
        self.bars = bars
        self.take(closing)
        return Node("group", args=(inside,))

    def _name(self, token: Token) -> Node:
        name, _, below = token.text.partition("_")
        if name in ("int", "sum", "lim") or name == "d" or re.fullmatch(r"d[a-z]", name):
            from agent.models.composer.symbolic.operators import big_operator

            return big_operator(self, name, below)
        self.place += 1
        if name in FUNCTIONS and not (name in GREEK and not self.sees("(")):
            return self._call(name, below)
        if token.text in UNDEFINED and self.sees("(") and not self.tokens[self.place].space:
            raise Unreadable("a function that is not defined")
        if not _is_symbol(token.text):
            raise Unreadable(f"{token.text} is a word")
        return Node("sym", token.text)

    def _call(self, name: str, below: str) -> Node:
        exponent: Node | None = None
        if self.sees("_"):
            self.place += 1
            below = ""
            base = self.atom()
        else:
            base = Node("num", below) if below.isdigit() else Node("sym", below) if below else None
        if self.sees("^"):
            self.place += 1
            exponent = self._exponent(Node("num", "1"))
        arguments = self._arguments()
        if name == "log" and base is not None:
            arguments = (*arguments, base)
        if exponent is not None and _is_minus_one(exponent) and name in INVERSE:
            return Node("call", INVERSE[name].replace("a", "arc", 1), arguments)
        call = Node("call", name, arguments)
        return call if exponent is None else Node("^", args=(call, exponent))

    def _arguments(self) -> tuple[Node, ...]:
        if not self.sees("("):
            return (self._tight(),)
        self.place += 1
        found = [self.sum()]
        while self.sees(","):
            self.place += 1
            found.append(self.sum())
        self.take(")")
        return tuple(found)

    def _tight(self) -> Node:
        """The argument of a function without brackets: `sin 2 pi x`, but not what another function starts."""
        self.step()
        if self.sees("-"):
            self.place += 1
            return Node("neg", args=(self._tight(),))
        left = self.power()
        while (token := self.peek()) and token.kind == "id" and _is_symbol(token.text) and token.text not in FUNCTIONS:
            if (token.space and left.op == "sym" and left.name not in CONSTANTS) or self.sees("=", ahead=1):
                break
            if token.space and not (left.op == "num" or left.name in CONSTANTS or left.op == "*"):
                break
            left = Node("*", args=(left, self.power()), implicit=True)
        return left


def _may_be_factorial(base: Node, following: Token | None) -> bool:
    """`n!` and `5!` inside mathematics; not the exclamation mark that ends a sentence."""
    return (
        base.op in ("group",)
        or (base.op == "sym" and base.name in "nkm")
        or (base.op == "num" and following is not None)
    )


def _is_minus_one(node: Node) -> bool:
    inner = node.args[0] if node.op == "group" else node
    return inner == Node("neg", args=(Node("num", "1"),))


def _is_symbol(name: str) -> bool:
    stem = name.rstrip("'").partition("_")[0]
    return stem in LETTERS or stem in CONSTANTS or stem in GREEK or (len(stem) == 1 and stem.isupper())
