"""Questions on the desk."""


def test_an_unanswered_question_waits_on_the_desk(sign_in, open_topic):
    topic, eva = open_topic("ada", title="Who pays the domain?"), sign_in("eva")
    assert "Who pays the domain?" in eva.get("/desk").text

    sign_in("ben").post(f"{topic}/posts", data={"body": "The county."})

    assert "Who pays the domain?" not in eva.get("/desk").text
