"""Reading without a network where there is no Background Sync: Firefox and WebKitGTK."""

import pytest

TOOL = "/tools/nuudel"
CONTROLLED = "return navigator.serviceWorker.ready.then(() => !!navigator.serviceWorker.controller)"
KEPT = """
  const { name } = (await indexedDB.databases()).find(({ name }) => name.startsWith("kept-"))
  const db = await new Promise(resolve => indexedDB.open(name).onsuccess = event => resolve(event.target.result))
  const keys = await new Promise(resolve => db.transaction("pages").objectStore("pages").getAllKeys().onsuccess = event => resolve(event.target.result))
  db.close()
  return keys.includes("%s")
"""


@pytest.fixture(params=["firefox", "webkit"])
def browser_at_home(request, line):
    """Signed in on a device of one's own, with the worker in charge and a tool read."""
    browser = request.getfixturevalue(request.param)
    browser.open(f"{line.address}/sign-in")
    browser.write("form:has([type=password]) [name=email]", "heinz@demo.example")
    browser.write("form:has([type=password]) [name=password]", "nachbarschaft")
    browser.press("form:has([type=password]) [name=device][value=mine]")
    browser.press("form:has([type=password]) button")
    assert browser.sees(lambda: "Heinz" in browser.words("h1"))
    assert browser.sees(lambda: browser.script(CONTROLLED))
    browser.open(line.address + TOOL)
    assert browser.sees(lambda: browser.script(KEPT % TOOL))
    return browser


def test_a_visited_page_opens_without_a_network(browser_at_home, line):
    line.becomes("refuse")
    browser_at_home.open(line.address + TOOL)
    assert browser_at_home.words("h1").startswith("nuudel")
    assert browser_at_home.sees(
        lambda: "Von diesem Gerät. Stand: heute" in browser_at_home.words("[data-offline-notice]")
    )


def test_a_page_never_visited_says_what_is_there(browser_at_home, line):
    line.becomes("refuse")
    browser_at_home.open(line.address + "/needs")
    assert browser_at_home.words("h1") == "Diese Seite liegt nicht auf diesem Gerät"
    assert "nuudel" in browser_at_home.words()


def test_a_portal_is_named(browser_at_home, line):
    line.becomes("portal-200")
    browser_at_home.open(line.address + TOOL)
    assert browser_at_home.words("h1").startswith("nuudel")
    assert browser_at_home.sees(lambda: "Dieses WLAN will" in browser_at_home.words("[data-offline-notice]"))


def test_a_page_out_of_the_network_comes_through_whole(browser_at_home, line):
    browser_at_home.open(line.address + "/forum")
    assert browser_at_home.words("h1") == "Forum"
    browser_at_home.reload()
    assert browser_at_home.words("h1") == "Forum"


def test_loading_an_answer_to_a_form_anew_does_not_send_the_form_again(browser_at_home, line):
    """As static/js/renewing.js does it."""
    browser_at_home.script(
        """const form = document.createElement("form")
        Object.assign(form, { method: "post", action: "/forum/topics" })
        document.body.append(form)
        form.submit()"""
    )
    assert browser_at_home.sees(lambda: line.reached("POST /forum/topics") == 1)
    assert browser_at_home.sees(
        lambda: (
            browser_at_home.script("return document.readyState === 'complete' && location.pathname") == "/forum/topics"
        )
    )
    browser_at_home.script(
        "history.replaceState(history.state, '', location.href); setTimeout(() => location.reload(), 50)"
    )
    assert browser_at_home.sees(lambda: line.reached("GET /forum/topics") >= 1), line.visits
    assert line.reached("POST /forum/topics") == 1
