"""The page for everyone: by keyboard, by screen reader, on a phone, in the dark."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.web.conftest import Opener
from tests.web.fake_api import DIST
from tests.web.steps import made, wish

pytestmark = pytest.mark.service
AXE = DIST.parent / "node_modules" / "axe-core" / "axe.min.js"
PHONE = {"width": 360, "height": 740}


def complaints_of_axe(page: Page) -> list[str]:
    """Serious and critical violations of what is shown now."""
    page.evaluate(Path(AXE).read_text())
    found = page.evaluate("axe.run({ resultTypes: ['violations'] })")
    bad = [rule for rule in found["violations"] if rule["impact"] in {"serious", "critical"}]
    return [
        f"{rule['id']}: {node['html'][:160]} {node['failureSummary'][:300]}" for rule in bad for node in rule["nodes"]
    ]


@pytest.fixture(params=["light", "dark"])
def colours(request: pytest.FixtureRequest, context: BrowserContext) -> str:
    context.add_init_script(
        f"if (location.protocol === 'http:') localStorage.setItem('tulku.theme', '{request.param}')"
    )
    return request.param


def test_axe_at_the_start(colours: str, open_page: Opener) -> None:
    page = open_page()
    page.get_by_role("button", name="More").click()
    expect(page.get_by_role("button", name="Binary search")).to_be_visible()
    assert complaints_of_axe(page) == []


def test_axe_while_it_is_made(colours: str, open_page: Opener) -> None:
    page = open_page()
    wish(page, "slow: a circle")
    expect(page.get_by_role("progressbar")).to_be_visible()
    assert complaints_of_axe(page) == []


def test_axe_on_a_conversation(colours: str, open_page: Opener) -> None:
    page = open_page()
    wish(page, "half a tiny circle with $x^2$")
    made(page)
    page.get_by_role("button", name="Good", exact=True).click()
    page.get_by_role("button", name="Export").click()
    page.get_by_text("What went wrong").click()
    assert complaints_of_axe(page) == []
    page.get_by_role("button", name="Edit").click()
    assert complaints_of_axe(page) == []


def test_axe_on_trouble(colours: str, open_page: Opener) -> None:
    page = open_page()
    wish(page, "an impossible thing")
    expect(page.get_by_role("button", name="the dot product")).to_be_visible()
    assert complaints_of_axe(page) == []
    page.goto("/#/c/gone")
    expect(page.get_by_role("alert")).to_be_visible()
    assert complaints_of_axe(page) == []


@pytest.mark.parametrize("address", ["/#/guide", "/#/code"])
def test_axe_on_other_pages(colours: str, open_page: Opener, address: str) -> None:
    page = open_page(address)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert complaints_of_axe(page) == []


def test_by_keyboard_alone(page: Page) -> None:
    expect(page.get_by_label("Your wish")).to_be_visible()  # a key pressed before there is a page goes nowhere
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the page")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_label("Your wish")).to_be_focused()
    page.keyboard.type("a circle")
    page.keyboard.press("Enter")
    made(page)
    _tab_to(page, "Export")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Film MP4")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Export")).to_be_focused()
    _tab_to(page, "Edit")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_label("Scene code")).to_be_focused()
    page.keyboard.press("Tab")  # the editor is no trap
    expect(page.get_by_role("button", name="Bring up to date")).to_be_focused()


def _tab_to(page: Page, name: str) -> None:
    """Press Tab until the button of that name has the focus."""
    button = page.get_by_role("button", name=name)
    for _ in range(40):
        if button.evaluate("button => button === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{name} is not reached by Tab")


def test_on_a_phone(open_page: Opener) -> None:
    page = open_page("/", **PHONE)
    expect(page.get_by_role("button", name="Binary search")).to_be_visible()
    assert _fits(page)
    page.get_by_role("button", name="More").click()
    assert _fits(page)
    wish(page, "half of a very long wish about Donaudampfschifffahrtsgesellschaftskapitänsmützen")
    made(page)
    assert _fits(page)
    history = page.get_by_role("button", name="History")
    history.click()
    expect(page.get_by_role("button", name="Close the history")).to_be_focused()
    page.keyboard.press("Escape")
    expect(history).to_be_focused()


def _fits(page: Page) -> bool:
    """Nothing makes the page scroll sideways."""
    return page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_colours_follow_the_system_and_the_choice_is_kept(page: Page) -> None:
    page.emulate_media(color_scheme="dark")
    ground = "getComputedStyle(document.body).backgroundColor"
    assert page.evaluate(ground) == "rgb(13, 16, 23)"
    page.get_by_role("button", name="Light colours").click()
    light = page.evaluate(ground)
    assert light != "rgb(13, 16, 23)"
    page.reload()
    assert page.evaluate(ground) == light


def test_who_wants_no_motion_gets_none(open_page: Opener, context: BrowserContext) -> None:
    page = open_page()
    page.emulate_media(reduced_motion="reduce")
    page.reload()
    canvas = page.locator("canvas")
    page.wait_for_timeout(300)
    first = canvas.evaluate("canvas => canvas.toDataURL()")
    page.wait_for_timeout(300)
    assert canvas.evaluate("canvas => canvas.toDataURL()") == first
