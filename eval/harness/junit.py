"""The result as JUnit XML, which every CI reads: a suite a contestant, a case a trial; spoilt trials are skipped."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

_NOT_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write(data: dict[str, Any], path: Path) -> None:
    """Write the file, whole or not at all."""
    root = ElementTree.Element("testsuites", name=f"tulku eval {data['suite']['name']}")
    for contestant in data["contestants"]:
        own = [one for one in data["outcomes"] if one["contestant"] == contestant["name"]]
        root.append(_suite(contestant["name"], own))
    ElementTree.indent(root)
    draft = path.with_suffix(".part")
    ElementTree.ElementTree(root).write(draft, encoding="utf-8", xml_declaration=True)
    draft.replace(path)


def _suite(name: str, own: list[dict[str, Any]]) -> ElementTree.Element:
    spoilt = sum(one["status"] == "excluded" for one in own)
    failed = sum(not one["right"] for one in own) - spoilt
    seconds = sum(one["seconds"] for one in own)
    suite = ElementTree.Element(
        "testsuite", name=name, tests=str(len(own)), failures=str(failed), skipped=str(spoilt), time=f"{seconds:.3f}"
    )
    for one in own:
        label = _plain(f"{one['wish'][:120]} [{one['trial'] + 1}]")
        case = ElementTree.SubElement(
            suite, "testcase", classname=_plain(f"{name}.{one['group']}"), name=label, time=f"{one['seconds']:.3f}"
        )
        if one["status"] == "excluded":
            ElementTree.SubElement(case, "skipped", message=_plain(one["detail"]))
        elif not one["right"]:
            message = _plain(f"{one['status']}: {one['detail']}")
            ElementTree.SubElement(case, "failure", message=message).text = _plain(_errors(one))
    return suite


def _errors(one: dict[str, Any]) -> str:
    return "\n".join(
        f"scene {fault['scene']}, attempt {fault['attempt']}: {fault['kind']} line {fault['line']}: {fault['message']}"
        for fault in one["faults"]
    )


def _plain(text: str) -> str:
    """Without what XML cannot hold."""
    return _NOT_XML.sub("�", text)
