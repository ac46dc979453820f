"""WebKitGTK, the nearest to Safari that runs here: one browser, one story."""

from selenium.webdriver.common.by import By
from selenium.webdriver.support.wait import WebDriverWait

TOPICS = "main a[href*='/forum/topics/']"
REPLY = "main form[action$='/posts']"


def open_a_topic_to_reply_to(browser, server) -> None:
    """The first one that is not closed."""
    browser.get(f"{server.address}/forum")
    links = [link.get_property("href") for link in browser.find_elements(By.CSS_SELECTOR, TOPICS)]
    browser.implicitly_wait(0)
    while not browser.find_elements(By.CSS_SELECTOR, REPLY):
        browser.get(links.pop(0))
    browser.implicitly_wait(5)


def test_signing_in_reading_and_replying_work_in_webkit(webkit, server):
    webkit = webkit.driver
    webkit.get(f"{server.address}/sign-in")
    webkit.find_element(By.XPATH, "//main//button[contains(., 'Jonas W')]").click()
    WebDriverWait(webkit, 30).until(lambda browser: "Jonas" in browser.find_element(By.TAG_NAME, "h1").text)

    webkit.get(f"{server.address}/tools")
    webkit.find_element(By.CSS_SELECTOR, "main a[href^='/tools/']").click()
    assert webkit.execute_script("return getComputedStyle(document.querySelector('.topbar')).display") != "block"

    open_a_topic_to_reply_to(webkit, server)
    words = "Ein Wort aus WebKit."
    webkit.find_element(By.CSS_SELECTOR, f"{REPLY} textarea[name=body]").send_keys(words)
    webkit.find_element(By.CSS_SELECTOR, f"{REPLY} button[type=submit]").click()
    WebDriverWait(webkit, 30).until(lambda browser: words in browser.find_element(By.CSS_SELECTOR, "main").text)

    webkit.refresh()
    WebDriverWait(webkit, 30).until(lambda browser: words in browser.find_element(By.CSS_SELECTOR, "#posts").text)
    assert webkit.find_element(By.CSS_SELECTOR, "#posts").text.count(words) == 1
