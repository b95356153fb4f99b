"""A scene's source as a tree that can be edited: which name holds the mobject made at a line, what uses it, and where.

Nothing is run. Edits are statements put in, method calls added to an expression, arguments changed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

import libcst as cst
from libcst.metadata import MetadataWrapper, PositionProvider

MARK = "# layout"
"""Comment on every line that mending puts in."""


@dataclass(frozen=True)
class Origin:
    """Where a mobject comes from: the statement that makes it, in its block, and the name it is bound to (or empty).

    `call` is the expression that makes it, with the method calls chained to it. `looped` says that the statement may
    run more than once.
    """

    statement: cst.SimpleStatementLine
    block: cst.IndentedBlock
    name: str
    call: cst.Call
    looped: bool


class Source:
    """One file. Raises `libcst.ParserSyntaxError` for code that does not parse."""

    def __init__(self, code: str) -> None:
        self._wrapper = MetadataWrapper(cst.parse_module(code))
        self.module = self._wrapper.module
        self._positions = self._wrapper.resolve(PositionProvider)
        index = _Index()
        self.module.visit(index)
        self._index = index
        self._before: dict[cst.CSTNode, list[str]] = {}
        self._replaced: dict[cst.CSTNode, cst.CSTNode] = {}
        self.star = index.star
        self._text = code

    def origin(self, line: int) -> Origin | None:
        """The statement at a line that makes a mobject; None where there is none that can be edited."""
        statement = self.statement_at(line)
        if statement is None or len(statement.body) != 1:
            return None
        block, looped = self._index.home[statement]
        name, value = _assigned(statement.body[0])
        call = self._making(statement, line) if value is None or not isinstance(value, cst.Call) else value
        if call is None:
            return None
        return Origin(statement, block, name, call, looped)

    def statement_at(self, line: int) -> cst.SimpleStatementLine | None:
        """The simple statement that covers a line (1-based)."""
        for statement in self._index.home:
            first, last = self.lines(statement)
            if first <= line <= last:
                return statement
        return None

    def lines(self, node: cst.CSTNode) -> tuple[int, int]:
        """First and last line of a node."""
        where = self._positions[node]
        return where.start.line, where.end.line

    def text(self, node: cst.CSTNode) -> str:
        return self.module.code_for_node(node)

    def uses(self, name: str, node: cst.CSTNode) -> bool:
        """Whether a node reads or sets a name (`x` or `self.x`)."""
        found = _Uses(name)
        node.visit(found)
        return found.count > 0

    def after(self, statement: cst.SimpleStatementLine) -> list[cst.BaseStatement]:
        """The statements behind one in its own block."""
        block, _ = self._index.home[statement]
        body = list(block.body)
        return body[body.index(statement) + 1 :]

    def first_use(self, origin: Origin) -> cst.BaseStatement | None:
        """The first statement after a mobject is made and placed that does something with it.

        Calls of its own methods (`title.to_edge(UP)`) place it and are no use yet.
        """
        for statement in self.after(origin.statement):
            if self.uses(origin.name, statement) and not _places(statement, origin.name):
                return statement
        return None

    def placing(self, origin: Origin) -> list[cst.BaseStatement]:
        """The statements that make a mobject and place it."""
        calls = [node for node in self.after(origin.statement) if origin.name and _places(node, origin.name)]
        return [origin.statement, *calls]

    def used_after(self, name: str, statement: cst.BaseStatement) -> list[cst.BaseStatement]:
        """Statements behind one, in any enclosing block, that use a name."""
        line = self.lines(statement)[1]
        return [other for other in self._index.home if self.lines(other)[0] > line and self.uses(name, other)]

    def repeats(self, statement: cst.SimpleStatementLine) -> bool:
        """Whether a statement may run more than once."""
        return self._index.home[statement][1]

    def string_of(self, call: cst.Call) -> cst.SimpleString | None:
        """The one-line string that a `Text(...)` is made of, if it is given as it is."""
        inner: cst.BaseExpression = call
        while isinstance(inner, cst.Call) and isinstance(inner.func, cst.Attribute):
            inner = inner.func.value
        if not isinstance(inner, cst.Call) or not isinstance(inner.func, cst.Name) or inner.func.value != "Text":
            return None
        first = inner.args[0].value if inner.args else None
        plain = isinstance(first, cst.SimpleString) and first.prefix == "" and "\n" not in str(first.evaluated_value)
        return first if plain and isinstance(first, cst.SimpleString) else None

    def put_before(self, statement: cst.BaseStatement, line: str) -> None:
        """Put a statement in; the same one twice at one place is put once."""
        lines = self._before.setdefault(statement, [])
        if line not in lines and not self._stands_before(statement, line):
            lines.append(line)

    def chain(self, call: cst.BaseExpression, calls: str) -> None:
        """Add method calls (`.shift(UP)`) behind an expression."""
        known = self._replaced.get(call, call)
        text = self.text(cast("cst.BaseExpression", known)) + calls
        self._replaced[call] = cst.parse_expression(text, config=self.module.config_for_parsing)

    def replace(self, node: cst.CSTNode, other: cst.CSTNode) -> None:
        self._replaced[node] = other

    def animated(self, statement: cst.BaseStatement, name: str) -> cst.Call | None:
        """The chain `name.animate.shift(…)…` in a statement, as a whole."""
        found = _Animated(name)
        statement.visit(found)
        return found.chain

    def transformed_into(self, statement: cst.BaseStatement, name: str) -> str:
        """`b` where a statement plays `Transform(name, b)` or one of its like; otherwise an empty string."""
        found = _Transforms(name)
        statement.visit(found)
        return found.target

    def code(self) -> str:
        """The edited file."""
        return self.module.visit(_Edit(self._before, self._replaced)).code  # pyright: ignore[reportAttributeAccessIssue]

    def _making(self, statement: cst.SimpleStatementLine, line: int) -> cst.Call | None:
        """The call at a line of a longer expression that makes a mobject, with what is chained to it."""
        finder = _Makers()
        statement.visit(finder)
        at = [call for call in finder.found if self.lines(call)[0] <= line <= self.lines(call)[1]]
        return at[0] if len(at) == 1 else None

    def _stands_before(self, statement: cst.BaseStatement, line: str) -> bool:
        lines = self._text.splitlines()
        row = self.lines(statement)[0] - 2
        while row >= 0 and lines[row].rstrip().endswith(MARK):
            if lines[row].split(MARK)[0].strip() == line.strip():
                return True
            row -= 1
        return False


TEXTS = frozenset({"Text", "MathTex", "Tex", "MarkupText", "Title", "Paragraph", "BulletedList"})


class _Index(cst.CSTVisitor):
    """Every simple statement in a function body, with its block and whether a loop or another function repeats it."""

    def __init__(self) -> None:
        self.home: dict[cst.SimpleStatementLine, tuple[cst.IndentedBlock, bool]] = {}
        self.star = False
        self._blocks: list[cst.IndentedBlock] = []
        self._repeats = 0
        self._functions: list[str] = []

    def visit_ImportFrom(self, node: cst.ImportFrom) -> None:
        module = node.module
        if isinstance(node.names, cst.ImportStar) and isinstance(module, cst.Name) and module.value == "manim":
            self.star = True

    def visit_FunctionDef(self, node: cst.FunctionDef) -> None:
        self._functions.append(node.name.value)

    def leave_FunctionDef(self, original_node: cst.FunctionDef) -> None:
        self._functions.pop()

    def visit_For(self, node: cst.For) -> None:
        self._repeats += 1

    def leave_For(self, original_node: cst.For) -> None:
        self._repeats -= 1

    def visit_While(self, node: cst.While) -> None:
        self._repeats += 1

    def leave_While(self, original_node: cst.While) -> None:
        self._repeats -= 1

    def visit_IndentedBlock(self, node: cst.IndentedBlock) -> None:
        self._blocks.append(node)

    def leave_IndentedBlock(self, original_node: cst.IndentedBlock) -> None:
        self._blocks.pop()

    def visit_SimpleStatementLine(self, node: cst.SimpleStatementLine) -> None:
        if self._blocks and self._functions:
            repeated = self._repeats > 0 or self._functions != ["construct"]
            self.home[node] = (self._blocks[-1], repeated)


class _Uses(cst.CSTVisitor):
    def __init__(self, name: str) -> None:
        self._name = name
        self.count = 0

    def visit_Name(self, node: cst.Name) -> None:
        self.count += node.value == self._name

    def visit_Attribute(self, node: cst.Attribute) -> bool:
        if _dotted(node) == self._name:
            self.count += 1
            return False
        node.value.visit(self)  # the attribute's own name is no variable
        return False

    def visit_Arg_keyword(self, node: cst.Arg) -> None:
        return None


class _Animated(cst.CSTVisitor):
    """Finds the outermost call of a chain that starts with `name.animate`."""

    def __init__(self, name: str) -> None:
        self._start = f"{name}.animate"
        self.chain: cst.Call | None = None

    def visit_Call(self, node: cst.Call) -> bool:
        inner: cst.BaseExpression = node
        while isinstance(inner, cst.Call) and isinstance(inner.func, cst.Attribute):
            inner = inner.func.value
            plain = inner.func if isinstance(inner, cst.Call) else inner
            if isinstance(plain, cst.Attribute) and _dotted(plain) == self._start and self.chain is None:
                self.chain = node
                return False
        return True


class _Transforms(cst.CSTVisitor):
    def __init__(self, name: str) -> None:
        self._name = name
        self.target = ""

    def visit_Call(self, node: cst.Call) -> None:
        if isinstance(node.func, cst.Name) and "Transform" in node.func.value and len(node.args) >= 2:
            first, second = node.args[0].value, node.args[1].value
            if _dotted(first) == self._name and _dotted(second):
                self.target = _dotted(second)


class _Makers(cst.CSTVisitor):
    """Calls of texts' classes, each with the methods chained to it."""

    def __init__(self) -> None:
        self.found: list[cst.Call] = []

    def visit_Call(self, node: cst.Call) -> bool:
        inner: cst.BaseExpression = node
        while isinstance(inner, cst.Call) and isinstance(inner.func, cst.Attribute):
            if isinstance(inner.func.value, cst.Name):
                break  # a method of a name, or a class in a module
            inner = inner.func.value
        if isinstance(inner, cst.Call) and isinstance(inner.func, cst.Name) and inner.func.value in TEXTS:
            self.found.append(node)
            return False
        return True


class _Edit(cst.CSTTransformer):
    def __init__(self, before: dict[cst.CSTNode, list[str]], replaced: dict[cst.CSTNode, cst.CSTNode]) -> None:
        super().__init__()
        self._before, self._replaced = before, replaced

    def on_leave(
        self, original_node: cst.CSTNodeT, updated_node: cst.CSTNodeT
    ) -> cst.CSTNodeT | cst.RemovalSentinel | cst.FlattenSentinel[cst.CSTNodeT]:
        if original_node in self._replaced:
            return cast("cst.CSTNodeT", self._replaced[original_node])
        done = super().on_leave(original_node, updated_node)
        lines = self._before.get(original_node)
        if not lines or not isinstance(done, cst.BaseStatement):
            return done
        new = [cst.parse_statement(f"{line}  {MARK}") for line in lines]
        first = _with_leading(new[0], done)
        return cst.FlattenSentinel([first, *new[1:], _with_leading(done, None)])  # pyright: ignore[reportReturnType]


def _with_leading(statement: cst.BaseStatement, other: cst.BaseStatement | None) -> cst.BaseStatement:
    """A statement with the blank lines and comments above another one, or none."""
    lines = () if other is None else getattr(other, "leading_lines", ())
    return statement.with_changes(leading_lines=lines) if hasattr(statement, "leading_lines") else statement


def _assigned(statement: cst.BaseSmallStatement) -> tuple[str, cst.BaseExpression | None]:
    """Name and value of a plain assignment; empty and None for anything else."""
    if isinstance(statement, cst.Assign) and len(statement.targets) == 1:
        return _dotted(statement.targets[0].target), statement.value
    if isinstance(statement, cst.AnnAssign) and statement.value is not None:
        return _dotted(statement.target), statement.value
    return "", None


def _places(statement: cst.BaseStatement, name: str) -> bool:
    """Whether a statement only calls methods of `name` on itself."""
    if not isinstance(statement, cst.SimpleStatementLine) or len(statement.body) != 1:
        return False
    expression = statement.body[0]
    if not isinstance(expression, cst.Expr):
        return False
    inner: cst.BaseExpression = expression.value
    while isinstance(inner, cst.Call) and isinstance(inner.func, cst.Attribute):
        inner = inner.func.value
    return _dotted(inner) == name


def _dotted(node: cst.CSTNode) -> str:
    """`a` or `self.a` as text; an empty string for anything else."""
    if isinstance(node, cst.Name):
        return node.value
    if isinstance(node, cst.Attribute):
        inner = _dotted(node.value)
        return f"{inner}.{node.attr.value}" if inner else ""
    return ""
