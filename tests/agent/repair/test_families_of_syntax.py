"""What the families make of code that does not parse, from chats and from slips. The farm is not asked."""

from __future__ import annotations

import pytest
from inline_snapshot import snapshot

from tests.agent.repair.bench import case, first, scene

pytestmark = pytest.mark.usefixtures("own_home")


def test_fences_and_prose() -> None:
    told = "Sure!\n\n```python\nfrom manim import *\n```\nEnjoy."
    assert first(case(told, "invalid syntax: Sure!", 1, "syntax")) == snapshot(("chat.fences", ""))
    sentence = scene("a = Dot()\nNow we move it\nself.add(a)")
    assert first(case(sentence, "invalid syntax", 6, "syntax"), "chat.prose") == snapshot(
        ("chat.prose", "        # Now we move it")
    )
    quotes = scene("a = Text(“hi”)")
    assert first(case(quotes, "invalid character '“' (U+201C)", 5, "syntax")) == snapshot(
        ("chat.characters", '        a = Text("hi")')
    )


def test_indentation() -> None:
    flat = "from manim import *\nclass S(Scene):\n    def construct(self):\n    a = Dot()\n    self.add(a)\n"
    message = "expected an indented block after function definition on line 3"
    assert first(case(flat, message, 4, "syntax")) == snapshot(
        (
            "indentation.body",
            """\
        a = Dot()
        self.add(a)\
""",
        )
    )
    stray = scene("a = Dot()\n  self.add(a)")
    assert first(case(stray, "unexpected indent", 6, "syntax")) == snapshot(
        ("indentation.stray", "        self.add(a)")
    )


def test_code_that_breaks_off_loses_its_last_statement() -> None:
    code = scene("a = Dot()\nself.add(a)\nself.play(a.animate.shift(UP")
    one = case(code, "'(' was never closed", 7, "syntax")
    ended = {mend.id: mend.code for mend in __import__("agent.repair.families.cut_off", fromlist=["mends"]).mends(one)}
    assert ended == {"cut_off.statement": scene("a = Dot()\nself.add(a)")}


@pytest.mark.parametrize(
    ("line", "message", "mend"),
    [
        ("self.play(Create(a)", "'(' was never closed", "self.play(Create(a))"),
        ("self.play(Create(a)))", "unmatched ')'", "self.play(Create(a))"),
        ("for i in range(3)", "expected ':'", "for i in range(3):"),
        ('t = Text("a" font_size=40)', "invalid syntax. Perhaps you forgot a comma?", 't = Text("a", font_size=40)'),
        ('t = Text(font_size=40, "a")', "positional argument follows keyword argument", 't = Text("a", font_size=40)'),
        ("y = 2x + 1", "invalid decimal literal", "y = 2 * x + 1"),
    ],
)
def test_slips_of_syntax(line: str, message: str, mend: str) -> None:
    tail = "    pass\n" if line.startswith("for") else ""
    code = scene(line + "\n" + tail + "b = 1")
    assert first(case(code, message, 5, "syntax"))[1].strip() == mend
