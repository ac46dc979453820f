"""What may stay on a device, and what never does."""

import pytest
from playwright.sync_api import expect

from tests.browser.worker.conftest import URLS

TOOL = "/tools/nuudel"
TOPICS = "/forum"


def main_of(reader, address: str) -> str:
    [row] = [row for row in reader.everything()["kept pages"] if row["url"] == address]
    return row["main"]


def settle(reader) -> None:
    """Whatever was to be kept of the last visit is kept: what is visited after it is."""
    reader.visit("/accessibility")


def test_an_answer_that_was_redirected_is_not_kept(heinz):
    heinz.page.goto("/sign-in")  # signed in: leads to the start page
    settle(heinz)
    assert "/sign-in" not in heinz.kept()


def test_a_failure_is_not_kept(heinz, line):
    line.becomes("error", f"GET {TOOL}", times=1)
    heinz.page.goto(TOOL)
    settle(heinz)
    assert TOOL not in heinz.kept()


def test_an_address_that_is_not_there_is_not_kept(heinz):
    heinz.page.goto("/tools/gibt-es-nicht")
    settle(heinz)
    assert "/tools/gibt-es-nicht" not in heinz.kept()


def test_half_an_answer_is_not_kept(heinz, line):
    line.becomes("half", f"GET {TOOL}")
    heinz.page.goto(TOOL)
    expect(heinz.page.locator("h1")).to_have_text("Diese Seite liegt nicht auf diesem Gerät")
    line.becomes("ok")
    settle(heinz)
    assert TOOL not in heinz.kept()


def test_pages_with_the_needs_of_others_are_not_kept(reader_of):
    jonas = reader_of("jonas")
    for address in ("/desk", "/me/password", "/sign-out"):
        jonas.page.goto(address)
    settle(jonas)
    assert not {"/desk", "/me/password", "/sign-out"} & set(jonas.kept())


def test_on_a_device_of_several_people_no_page_is_kept(reader_of, line):
    erna = reader_of("erna", device="shared")
    erna.page.goto(TOOL)
    erna.page.goto(TOPICS)
    assert not erna.kept()
    line.becomes("refuse")
    erna.page.goto(TOOL)
    expect(erna.page.locator("h1")).to_have_text("Diese Seite liegt nicht auf diesem Gerät")


def test_a_part_of_a_page_does_not_take_the_place_of_the_page(heinz, line):
    heinz.visit(TOPICS)
    heinz.page.evaluate(
        "fetch('/forum', {headers: {'HX-Request': 'true', 'HX-Request-Type': 'partial', 'HX-Target': 'p'}})"
    )
    settle(heinz)
    line.becomes("refuse")
    heinz.page.goto(TOPICS)
    expect(heinz.page.locator(".topbar")).to_be_visible()
    assert main_of(heinz, TOPICS).startswith("<main")


def test_main_alone_is_kept_as_the_page(heinz, line):
    main = "{headers: {'HX-Request': 'true', 'HX-Request-Type': 'partial', 'HX-Target': 'main#main'}}"
    heinz.page.evaluate(f"fetch('{TOOL}', {main}).then(answer => answer.text())")
    settle(heinz)
    line.becomes("refuse")
    heinz.page.goto(TOOL)
    expect(heinz.page.locator(".topbar")).to_be_visible()
    expect(heinz.page.locator("h1")).to_contain_text("nuudel")


def test_addresses_with_different_queries_are_different_pages(heinz, line):
    heinz.visit("/needs?show=mine")
    heinz.visit("/needs")
    assert {"/needs", "/needs?show=mine"} <= set(heinz.kept())
    line.becomes("refuse")
    heinz.page.goto("/needs?show=other")
    expect(heinz.page.locator("h1")).to_have_text("Diese Seite liegt nicht auf diesem Gerät")


def test_what_is_true_only_once_is_not_kept(heinz, hand_of):
    topic = hand_of("heinz").open_topic("Einmal nur")
    heinz.visit(topic)
    main = main_of(heinz, topic)
    assert 'name="operation_id"' not in main
    assert 'class="flash"' not in main


def test_the_shell_says_nothing_of_the_person(heinz):
    heinz.visit(TOOL)
    [shell] = [row for row in heinz.everything()["kept shell"] if "html" in row]
    account = heinz.page.locator("main").get_attribute("data-account")
    assert account
    assert account not in shell["html"]
    assert "Heinz" not in shell["html"]


@pytest.mark.parametrize("status", [401, 404])
def test_what_was_taken_away_is_not_shown_a_second_time(heinz, line, status):
    heinz.visit(TOOL)
    line.becomes("error", f"GET {TOOL}", status=f"{status} Nicht da")
    heinz.page.goto(TOOL)
    heinz.wait(f"async address => !(await ({URLS})()).includes(address)", TOOL)  # it is asked for behind the page
    heinz.wait("performance.getEntriesByType('navigation')[0].type === 'reload'")
    line.becomes("refuse")
    heinz.page.goto(TOOL)
    expect(heinz.page.locator("h1")).to_have_text("Diese Seite liegt nicht auf diesem Gerät")


def test_another_persons_answer_empties_the_device(heinz, line, hand_of):
    heinz.visit(TOOL)
    old = heinz.page.locator("main").get_attribute("data-account")
    others = hand_of("renate").request.storage_state()["cookies"]
    heinz.phone.context.add_cookies(others)  # signed in as somebody else in a way no page has seen
    heinz.page.goto(TOOL)
    gone = "async old => !(await indexedDB.databases()).some(({name}) => name === `kept-${old}`)"
    heinz.wait(gone, old)
    expect(heinz.page.locator("main")).not_to_have_attribute("data-account", old)
