"""What goes wrong around the page: reloads, a server that is away, two tabs, bad input."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.web.conftest import Opener, Server
from tests.web.steps import made, plays, wish

pytestmark = pytest.mark.service
DRAWING = "Drawing: animation 4 of 5"


def test_a_reload_in_the_middle_goes_on_where_it_was(page: Page, server: Server) -> None:
    wish(page, "slow: a circle")
    expect(page.get_by_text(DRAWING)).to_be_visible()
    with page.expect_request("**/events/**"):
        page.reload()
    expect(page.get_by_text(DRAWING)).to_be_visible()
    server.release()
    plays(made(page))
    asked_after = [after for _, after in server.app.state.heard]
    assert asked_after[:2] == [
        "",
        "",
    ]  # a reload hears the stream from its start: no record has the number


def test_a_server_that_goes_away_and_comes_back(page: Page, server: Server) -> None:
    wish(page, "slow: a circle")
    expect(page.get_by_role("progressbar")).to_be_visible()
    server.stop()
    banner = page.get_by_text("server does not answer")
    page.get_by_role("button", name="Stop").click()
    expect(banner).to_be_visible()
    server.start()
    expect(banner).to_be_hidden()
    server.release()
    plays(made(page))


def test_a_wish_while_the_server_is_away_is_kept(page: Page, server: Server) -> None:
    expect(page.get_by_role("button", name="Binary search")).to_be_visible()
    server.stop()
    wish(page, "a circle")
    expect(page.get_by_role("alert")).to_contain_text("does not answer")
    expect(page.get_by_label("Your wish")).to_have_value("a circle")
    server.start()
    page.get_by_role("button", name="Send again").click()
    made(page)


def test_two_tabs_see_the_same(open_page: Opener, server: Server) -> None:
    one = open_page()
    wish(one, "slow: a circle")
    expect(one.get_by_role("progressbar")).to_be_visible()
    two = open_page(one.url)
    expect(two.get_by_role("status").filter(has_text="Drawing")).to_be_visible()
    server.release()
    made(one)
    made(two)


def test_nothing_is_not_sent(page: Page, server: Server) -> None:
    wish(page, "   ")
    expect(page.get_by_role("button", name="Send")).to_be_disabled()
    assert server.app.state.jobs == {}


def test_too_much_is_said_before_it_is_sent(page: Page, server: Server) -> None:
    wish(page, "x" * 4003)
    expect(page.get_by_text("3 letters too many")).to_be_visible()
    expect(page.get_by_label("Your wish")).to_have_attribute("aria-invalid", "true")
    assert server.app.state.jobs == {}


def test_what_the_server_refuses_is_said_in_its_words(page: Page) -> None:
    wish(page, "bad input")
    expect(page.get_by_role("alert")).to_contain_text("at most 4000 letters")
    expect(page.get_by_label("Your wish")).to_have_value("bad input")


def test_markup_in_a_wish_stays_text(page: Page) -> None:
    words = "<img src=x onerror=\"document.title='hacked'\"> $\\href{javascript:alert(1)}{x}$"
    wish(page, words)
    made(page)
    assert page.locator("article img, article a[href^='javascript']").count() == 0
    assert page.title() != "hacked"


def test_what_is_gone_says_so(open_page: Opener) -> None:
    page = open_page("/#/c/gone")
    expect(page.get_by_role("alert")).to_contain_text("no such conversation")
    page.get_by_role("link", name="Start anew").click()
    expect(page.get_by_label("Your wish")).to_be_visible()


def test_a_new_line_is_typed_by_shift_and_enter(page: Page, server: Server) -> None:
    field = page.get_by_label("Your wish")
    field.press_sequentially("one")
    field.press("Shift+Enter")
    field.press_sequentially("two")
    expect(field).to_have_value("one\ntwo")
    assert server.app.state.jobs == {}


def test_signing_in_and_out(open_page: Opener, server: Server) -> None:
    server.app.state.key = "a-long-secret"
    page = open_page()
    field = page.get_by_label("Key")
    field.fill("something else")
    field.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("This key is not valid.")
    field.fill("a-long-secret")
    field.press("Enter")
    wish(page, "a circle")
    made(page)
    server.app.state.key = "another-secret"  # the old one is revoked
    page.reload()
    field.fill("another-secret")
    field.press("Enter")
    made(page)
    page.get_by_role("button", name="Sign out").click()
    expect(field).to_be_visible()


def test_a_thought_not_sent_is_there_after_a_reload(page: Page) -> None:
    page.get_by_label("Your wish").fill("half a thou")
    page.reload()
    expect(page.get_by_label("Your wish")).to_have_value("half a thou")
