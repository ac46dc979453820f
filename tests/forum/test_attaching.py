"""Photos and files beside a post."""

import io
import re

from PIL import Image

from neighbour.db import db
from neighbour.forum.models import Post


def photo() -> io.BytesIO:
    stream = io.BytesIO()
    Image.new("RGB", (40, 30), "green").save(stream, "PNG")
    stream.seek(0)
    return stream


def test_who_reads_the_post_sees_its_photo_and_nobody_else(sign_in, open_topic):
    topic = open_topic("ada", "mill")
    form = {"body": "The board", "photos": (photo(), "board.png"), "alt": "A board of wood"}

    sign_in("ben").post(f"{topic}/posts", data=form)

    page = sign_in("ada").get(topic).text
    address = re.search(r'src="(/uploads/[^"]+)"', page)[1]
    assert 'alt="A board of wood"' in page
    assert [sign_in(somebody).get(address).status_code for somebody in ("ada", "eva", "cem")] == [200, 200, 404]


def test_the_photo_of_a_hidden_post_is_hidden_too(sign_in, open_topic, posts_of):
    topic = open_topic("ada")
    sign_in("ben").post(f"{topic}/posts", data={"body": "See", "photos": (photo(), "board.png")})
    address = re.search(r'src="(/uploads/[^"]+)"', sign_in("cem").get(topic).text)[1]

    sign_in("eva").post(f"{posts_of(topic)[1]}/hiding", data={"reason": "No faces"})

    assert [sign_in(somebody).get(address).status_code for somebody in ("ben", "eva", "cem")] == [200, 200, 404]


def test_a_picture_that_is_none_keeps_the_text(sign_in, open_topic, stage):
    topic = open_topic("ada")
    form = {"body": "My words", "photos": (io.BytesIO(b"not a picture"), "board.png")}

    answer = sign_in("ben").post(f"{topic}/posts", data=form)

    assert answer.status_code == 422
    assert "My words" in answer.text
    with stage():
        assert db.session.query(Post).count() == 1
