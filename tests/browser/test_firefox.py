"""Firefox, driven by Mozilla's own client: one browser, one story."""

import re

from marionette_driver.by import By
from marionette_driver.wait import Wait

TOPICS = "main a[href*='/forum/topics/']"
REPLY = "main form[action$='/posts']"


def heading(browser) -> str:
    return browser.find_element(By.TAG_NAME, "h1").text


def press(browser, words: str) -> None:
    browser.find_element(By.XPATH, f"//main//button[contains(., '{words}')]").click()


def open_a_topic_to_reply_to(browser, server) -> None:
    """The first one that is not closed."""
    browser.navigate(f"{server.address}/forum")
    links = [link.get_property("href") for link in browser.find_elements(By.CSS_SELECTOR, TOPICS)]
    browser.timeout.implicit = 0
    while not browser.find_elements(By.CSS_SELECTOR, REPLY):
        browser.navigate(links.pop(0))
    browser.timeout.implicit = 5


def test_signing_in_reading_and_replying_work_in_firefox(firefox, server):
    firefox = firefox.driver
    firefox.navigate(f"{server.address}/sign-in")
    press(firefox, "Renate K")
    Wait(firefox, 10).until(lambda browser: "Renate" in heading(browser))

    firefox.navigate(f"{server.address}/tools")
    firefox.find_element(By.CSS_SELECTOR, "main a[href^='/tools/']").click()
    assert firefox.execute_script("return getComputedStyle(document.querySelector('.topbar')).display") != "block"

    open_a_topic_to_reply_to(firefox, server)
    words = "Ein Gruß aus Firefox."
    firefox.find_element(By.CSS_SELECTOR, f"{REPLY} textarea[name=body]").send_keys(words)
    firefox.find_element(By.CSS_SELECTOR, f"{REPLY} button[type=submit]").click()
    Wait(firefox, 10).until(lambda browser: words in browser.find_element(By.CSS_SELECTOR, "main").text)

    firefox.navigate(re.sub(r"#.*", "", firefox.get_url()))
    assert firefox.find_element(By.CSS_SELECTOR, "main").text.count(words) == 1
