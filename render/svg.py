"""SVG parsing without a temporary file: ManimCE writes one beside the source, which forked painters would share."""

from __future__ import annotations

import io
from typing import Any
from xml.etree import ElementTree as ET


def install() -> None:
    """Put the in-memory version in the place of ManimCE's `SVGMobject.generate_mobject`."""
    from manim import SVGMobject

    SVGMobject.generate_mobject = _generate_mobject  # type: ignore[method-assign]


def _generate_mobject(self: Any) -> Any:
    import svgelements
    from manim import RIGHT

    tree = self.modify_xml_tree(ET.parse(self.get_file_path()))  # noqa: S314  # Manim does so; expat has no network
    source = io.BytesIO()
    tree.write(source)
    source.seek(0)
    mobjects, self.id_to_vgroup_dict = self.get_mobjects_from(svgelements.SVG.parse(source))
    self.add(*mobjects)
    self.flip(RIGHT)  # SVG's y axis points down
    return self
