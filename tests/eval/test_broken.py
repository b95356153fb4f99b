"""The set of broken scripts: big enough, named once, its halves where they were."""

import hashlib

from eval.broken.cases import cases
from eval.repair.trial import kept


def test_the_set_is_as_big_as_it_says() -> None:
    found = cases()
    assert len({case.name for case in found}) == len(found)
    assert sum(case.origin == "written" for case in found) >= 120
    assert sum(case.origin != "working" for case in found) >= 200
    assert sum(case.origin == "working" for case in found) >= 30
    assert all(case.fault for case in found if case.origin != "working")


def test_the_halves_were_fixed_before_anything_was_tuned() -> None:
    report = ",".join(case.name for case in cases() if case.half == "report")
    assert hashlib.sha256(report.encode()).hexdigest()[:16] == "e4f0509fa8b20732"


def test_plays_that_are_kept_are_counted() -> None:
    code = "self.play(a)\nself.play(b)\n"
    assert kept(code, code) == 1.0
    assert kept(code, "self.play(a)\n") == 0.5
    assert kept(code + "self.play(c.shift(", code) == 1.0
