"""Whoever replies hears at their post that it has arrived."""

import io
import re

from neighbour.db import uuid7
from neighbour.outbox.words import spoken
from tests.outbox.device import send


def test_a_device_gets_the_post_its_receipt_word_and_the_new_number_of_posts(sign_in, open_topic):
    topic, operation = open_topic("ada"), uuid7()

    words = send(sign_in("ben"), f"{topic}/posts", operation, body="Here.").json

    post, _, rest = words["html"].partition("</article>")
    assert f'id="post-{operation}"' in post
    assert words["receipt_code"] == spoken(operation)
    assert re.search(r'id="topic-facts".*2 Beiträge', rest)


def test_without_a_script_the_receipt_stands_below_the_post_and_nowhere_else(sign_in, open_topic):
    topic, operation, ben = open_topic("ada"), uuid7(), sign_in("ben")
    answer = ben.post(f"{topic}/posts", data={"body": "Here.", "operation_id": str(operation)})

    page = ben.get(answer.headers["Location"].partition("#")[0]).text

    assert page.count(spoken(operation)) == 1
    assert page.index(f'id="post-{operation}"') < page.index(spoken(operation)) < page.index('id="post-form"')


def test_what_a_page_says_that_leads_to_no_post_stands_at_its_top(sign_in, open_topic):
    topic, operation, ada = open_topic("ada"), uuid7(), sign_in("ada")
    ada.post(f"{topic}/closure", data={"summary": "Ben has it.", "operation_id": str(operation)})

    page = ada.get(f"{topic}?at=77").text

    assert page.index(spoken(operation)) < page.index("<h1>")


def test_a_script_that_repeats_a_reply_is_led_to_its_post(sign_in, open_topic):
    topic, form, ben = open_topic("ada"), {"body": "Here.", "operation_id": str(uuid7())}, sign_in("ben")
    ben.script("POST", f"{topic}/posts", data=form)

    answer = ben.script("POST", f"{topic}/posts", data=form)

    assert (answer.status_code, answer.text) == (200, "")
    assert answer.headers["HX-Redirect"].startswith(f"{topic}?at=2#post-")
    assert "Quittungswort:" in ben.get(f"{topic}?at=2").text


def test_the_fold_with_a_rejected_photo_is_open(sign_in, open_topic):
    topic, ben = open_topic("ada"), sign_in("ben")
    form = {"body": "My words", "photos": (io.BytesIO(b"not a picture"), "board.png")}

    answer = ben.script("POST", f"{topic}/posts", data=form)

    assert '<details class="fold" open>' in answer.text
    assert "My words</textarea>" in answer.text
    assert '<details class="fold" open>' not in ben.get(topic).text


def test_a_link_below_the_title_leads_to_the_reply(sign_in, open_topic):
    page = sign_in("ben").get(open_topic("ada")).text

    assert page.index('href="#post-form"') < page.index("<article") < page.index('id="post-form"')
