"""A reply that is sent after the session has ended."""

from neighbour.db import uuid7
from tests.cast import PASSWORD


def test_a_page_shows_the_words_alone_and_signing_in_leads_back(visitor, open_topic):
    topic, operation = f"{open_topic('ada')}?at=1", str(uuid7())
    form = {"body": "My long text", "operation_id": operation}

    answer = visitor.post(
        f"{topic.partition('?')[0]}/posts", data=form, headers={"Referer": f"http://localhost{topic}"}
    )

    assert answer.status_code == 401
    assert "My long text" in answer.text
    assert operation not in answer.text
    assert sign_in_from(visitor) == topic


def test_a_script_gets_a_sentence_and_signing_in_elsewhere_leads_back(visitor, open_topic):
    topic = open_topic("ada")

    answer = visitor.script(
        "POST", f"{topic}/posts", data={"body": "My text"}, headers={"HX-Current-URL": f"http://localhost{topic}"}
    )

    assert answer.status_code == 401
    assert 'target="_blank"' in answer.text
    assert "<form" not in answer.text
    assert sign_in_from(visitor) == topic


def test_signing_in_leads_to_no_strange_address(visitor, open_topic):
    headers = {"HX-Current-URL": "http://elsewhere.example//evil.example/"}

    visitor.script("POST", f"{open_topic('ada')}/posts", data={"body": "My text"}, headers=headers)

    assert sign_in_from(visitor) == "/"


def test_no_password_is_ever_shown_again(visitor):
    form = {"password": "my secret words", "new_password": "other secret words", "about": "I like tea"}

    answer = visitor.post("/me", data=form)

    assert "I like tea" in answer.text
    assert "secret" not in answer.text


def sign_in_from(visitor) -> str:
    """Where Ben is after signing in."""
    form = {"email": "ben@example.org", "password": PASSWORD, "device": "mine"}
    return visitor.post("/sign-in", data=form).headers["Location"]
