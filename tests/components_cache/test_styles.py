import pytest

from components_cache.catalogue import LIBRARY
from components_cache.styles import HOUSE, STYLES, restyle


def test_every_replaced_colour_is_one_of_the_theme() -> None:
    theme = (LIBRARY / "theme.py").read_text(encoding="utf-8")
    for style in STYLES.values():
        assert all(f'"{house}"' in theme for house in style)


def test_a_style_changes_colours_and_nothing_else() -> None:
    code = 'BACKGROUND = "#0d1017"\nx = "#123456"\n'
    assert restyle(code, HOUSE) == code
    assert restyle(code, "black") == 'BACKGROUND = "#000000"\nx = "#123456"\n'
    with pytest.raises(KeyError):
        restyle(code, "neon")
