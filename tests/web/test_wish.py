"""From a wish to a playing video, in a real browser."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.web.conftest import Opener, Server
from tests.web.steps import made, plays, wish

pytestmark = pytest.mark.service


def test_from_a_wish_to_a_playing_video(page: Page, server: Server) -> None:
    wish(page, "slow: a circle that becomes a square")
    expect(page.get_by_role("list", name="Steps")).to_be_visible()
    expect(page.get_by_text("Drawing: animation 4 of 5")).to_be_visible()
    server.release()
    video = made(page)
    plays(video)
    assert video.get_attribute("poster")
    cues = "video => { const t = video.textTracks[0]; t.mode = 'hidden'; return t.cues?.length === 2; }"
    page.wait_for_function(cues, arg=video.element_handle())


def test_the_code_is_shown_highlighted_every_time(page: Page) -> None:
    wish(page, "a circle")
    made(page)
    change = page.get_by_label("Change this video")
    change.fill("make it red")
    change.press("Enter")
    made(page, 1)
    codes = page.get_by_role("region", name="Scene code")
    expect(codes).to_have_count(2)
    for turn in range(2):
        expect(codes.nth(turn).locator(".tok-keyword", has_text="class")).to_be_visible()


def test_a_change_belongs_to_the_video_before(page: Page, server: Server) -> None:
    wish(page, "a circle")
    made(page)
    page.get_by_role("button", name="Slower").click()
    made(page, 1)
    first, second = server.app.state.jobs.values()
    assert (second.prompt, second.parent, second.conversation) == ("Slower", first.id, first.conversation)


def test_an_example_button_makes_its_wish(page: Page) -> None:
    page.get_by_role("button", name="Bayes' theorem").click()
    made(page)
    expect(page.get_by_role("heading", name="Bayes' theorem", level=2)).to_be_visible()


def test_formulas_are_typeset(page: Page) -> None:
    wish(page, "why is $e^{i\\pi} = -1$")
    formula = page.get_by_role("article").locator(".katex").first
    expect(formula.locator("math")).to_have_count(1)
    # The exponent is raised by a style that KaTeX sets: it works under the page's policy.
    raised = formula.locator(".vlist > span").first
    assert raised.evaluate("span => getComputedStyle(span).top") != "0px"


def test_options_are_sent_and_kept(page: Page, server: Server) -> None:
    page.get_by_role("button", name="More").click()
    page.get_by_role("radio", name="Fine").check()
    page.get_by_role("radio", name="Chalkboard").check()
    page.get_by_label("Project").fill("Physics / Waves")
    wish(page, "a wave")
    made(page)
    (job,) = server.app.state.jobs.values()
    assert job.options == {"quality": "high", "style": "chalkboard", "complexity": "medium"}
    assert job.project == "Physics / Waves"
    page.reload()
    expect(page.get_by_role("button", name="More")).to_contain_text("Fine · Chalkboard")


def test_an_unsupported_wish_offers_what_is_near(page: Page, server: Server) -> None:
    wish(page, "an impossible thing")
    expect(page.get_by_role("heading", name="not something Tulku can show")).to_be_visible()
    page.get_by_role("button", name="the dot product").click()
    made(page, 1)
    first, second = server.app.state.jobs.values()
    assert (second.prompt, second.conversation) == ("the dot product", first.conversation)


def test_a_failure_says_what_happened(page: Page) -> None:
    wish(page, "a broken wish")
    expect(page.get_by_role("heading", name="could not be made")).to_be_visible()
    expect(page.get_by_text("Say it more simply")).to_be_visible()
    expect(page.get_by_role("button", name="Try again")).to_be_visible()


def test_a_missing_scene_is_tried_again_by_itself(page: Page) -> None:
    wish(page, "half of a square")
    made(page)
    expect(page.get_by_role("heading", name="One scene is missing: The square")).to_be_visible()
    page.get_by_role("button", name="Try again: The square").click()
    expect(page.get_by_role("heading", name="One scene is missing")).to_be_hidden()
    made(page)


def test_layout_findings_are_named(page: Page) -> None:
    wish(page, "a tiny label")
    made(page)
    findings = page.get_by_role("region", name="Layout")
    expect(findings).to_contain_text("Small text")
    expect(findings).to_contain_text("too small to read")


def test_a_wish_can_be_stopped(page: Page) -> None:
    wish(page, "slow: a long film")
    page.get_by_role("button", name="Stop").click()
    expect(page.get_by_role("heading", name="Stopped")).to_be_visible()


def test_code_can_be_changed_and_rendered(page: Page, server: Server) -> None:
    wish(page, "a circle")
    made(page)
    page.get_by_role("button", name="Edit").click()
    editor = page.get_by_label("Scene code")
    editor.click()
    editor.press("Control+End")
    page.keyboard.type("        self.wait(2)")
    page.keyboard.press("Enter")
    page.keyboard.type("self.wait(3)")
    page.get_by_role("button", name="Render this").click()
    made(page, 1)
    first, second = server.app.state.jobs.values()
    assert second.code == first.code + "        self.wait(2)\n        self.wait(3)"
    assert second.conversation == first.conversation


def test_old_code_is_brought_up_to_date(open_page: Opener) -> None:
    page = open_page("/#/code")
    page.get_by_label("Scene code").fill("self.play(ShowCreation(c))")
    page.get_by_role("button", name="Bring up to date").click()
    expect(page.get_by_label("Scene code")).to_have_value("self.play(Create(c))")


def test_opinions_arrive(page: Page, server: Server) -> None:
    wish(page, "a circle")
    made(page)
    page.get_by_role("button", name="Not good").click()
    page.get_by_label("What should be better?").fill("too fast")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Thank you.")).to_be_visible()
    (job,) = server.app.state.jobs.values()
    page.wait_for_timeout(200)
    assert job.feedback == {"task_id": job.id, "thumb": "down", "text": "too fast"}


def test_exports_download(page: Page) -> None:
    wish(page, "a circle")
    made(page)
    page.get_by_role("button", name="Export").click()
    with page.expect_download() as download:
        page.get_by_role("link", name="Notebook").click()
    assert download.value.suggested_filename.endswith(".ipynb")
    expect(page.get_by_role("link", name="Notebook")).to_be_hidden()


def test_a_lesson_is_planned(open_page: Opener, server: Server) -> None:
    page = open_page("/#/guide")
    page.get_by_role("button", name="The chain rule").click()
    page.get_by_role("radio", name="University").check()
    page.get_by_role("radio", name="One idea").check()
    page.get_by_label("Project").fill("Calculus / Rules")
    page.get_by_role("button", name="Make a preview").click()
    made(page)
    (job,) = server.app.state.jobs.values()
    assert job.prompt == "The chain rule, for first-year students, one idea only"
    assert job.options["quality"] == "low"
    history = page.get_by_role("navigation", name="History")
    expect(history.get_by_role("heading", name="Calculus")).to_be_visible()
    expect(history.get_by_role("heading", name="Rules")).to_be_visible()


def test_history_opens_and_deletes(page: Page) -> None:
    wish(page, "a circle")
    made(page)
    page.get_by_role("link", name="New wish").click()
    wish(page, "a square")
    made(page)
    history = page.get_by_role("navigation", name="History")
    history.get_by_role("link", name="a circle").click()
    expect(page.get_by_role("article", name="a circle")).to_be_visible()
    page.on("dialog", lambda dialog: dialog.accept())
    history.get_by_role("link", name="a circle").hover()
    history.get_by_role("button", name="Delete a circle").click()
    expect(history.get_by_role("link", name="a circle")).to_be_hidden()
    expect(page.get_by_role("heading", name="What would you like to see?")).to_be_visible()
