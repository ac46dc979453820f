"""Hearing of new posts in a topic."""


def test_who_opened_a_topic_hears_of_answers(sign_in, open_topic):
    topic, ada = open_topic("ada"), sign_in("ada")
    ada.get(topic)
    sign_in("ben").post(f"{topic}/posts", data={"body": "Here"})

    assert "Ben antwortet: The key of the hall" in ada.get("/").text
    ada.get(topic)
    assert "Ben antwortet" not in ada.get("/").text


def test_who_watches_hears_and_who_stopped_does_not(sign_in, open_topic):
    topic, cem, ben = open_topic("ada"), sign_in("cem"), sign_in("ben")
    cem.get(topic)
    cem.post(f"{topic}/watch")
    ben.post(f"{topic}/posts", data={"body": "One"})
    assert "Ben antwortet" in cem.get("/").text

    cem.post(f"{topic}/unwatch")
    ben.post(f"{topic}/posts", data={"body": "Two"})

    assert "Ben antwortet" not in cem.get("/").text


def test_a_reply_does_not_begin_an_ended_watching_again(sign_in, open_topic):
    topic, cem = open_topic("ada"), sign_in("cem")
    cem.post(f"{topic}/watch")
    cem.post(f"{topic}/unwatch")

    cem.post(f"{topic}/posts", data={"body": "Still not watching"})

    assert f"{topic}/watch" in cem.get(topic).text


def test_a_script_gets_the_other_button(sign_in, open_topic):
    topic = open_topic("ada")

    assert f'action="{topic}/unwatch"' in sign_in("cem").script("POST", f"{topic}/watch").text


def test_several_replies_are_told_as_one_number(sign_in, open_topic):
    topic, ada = open_topic("ada"), sign_in("ada")
    for name in ("ben", "cem", "ben"):
        sign_in(name).post(f"{topic}/posts", data={"body": f"{name} writes"})

    assert "3 neue Beiträge: The key of the hall" in ada.get("/").text
