"""Moving a topic to another room."""


def test_the_team_moves_a_topic(sign_in, open_topic, rooms):
    topic = open_topic("ada")

    sign_in("eva").post(f"{topic}/move", data={"room": "friends"})

    assert "verschoben aus Hall" in sign_in("cem").get(topic).text
    assert topic in sign_in("cem").get(rooms.friends).text
    assert topic not in sign_in("cem").get(rooms.hall).text


def test_others_do_not_move(sign_in, open_topic, rooms):
    topic = open_topic("ada")

    assert sign_in("ada").post(f"{topic}/move", data={"room": "friends"}).status_code == 403
    assert topic in sign_in("cem").get(rooms.hall).text


def test_what_was_written_in_a_small_circle_gets_no_more_readers(sign_in, open_topic):
    topic = open_topic("ada", "mill")

    for room in ("hall", "friends", "harbour", "board", "nowhere", "", "\x00", "mill"):
        assert sign_in("eva").post(f"{topic}/move", data={"room": room}).status_code == 422
    assert sign_in("cem").get(topic).status_code == 404
    assert sign_in("eva").post(f"{topic}/move", data={"room": "team"}).status_code == 303
    assert sign_in("ada").get(topic).status_code == 404
