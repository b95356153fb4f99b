"""What people do on the page, for the tests of it."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect


def wish(page: Page, words: str) -> None:
    """Type a wish at the start and send it by Enter."""
    field = page.get_by_label("Your wish")
    field.fill(words)
    field.press("Enter")


def made(page: Page, turn: int = 0, patience: int = 20_000) -> Locator:
    """The video of a turn, once it is there; `patience` in milliseconds."""
    video = page.get_by_role("article").nth(turn).locator("video")
    expect(video).to_be_visible(timeout=patience)
    return video


def plays(video: Locator) -> None:
    """The film really runs: its clock goes on."""
    video.evaluate("video => { video.muted = true; return video.play(); }")
    video.page.wait_for_function("video => video.currentTime > 0.3", arg=video.element_handle())
