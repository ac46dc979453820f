"""Photos and files beside a post."""

import io
import re

import pytest
from PIL import Image

from neighbour.db import db
from neighbour.forum.models import Post
from neighbour.uploads import belonging_to
from tests.forum.conftest import topic_id


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


@pytest.fixture
def shown(sign_in, open_topic, posts_of, stage):
    """The address of Ben's post with a photo and a text file, and the form to change it with."""
    topic = open_topic("ada")
    form = {"body": "See", "alt": "A board", "photos": (photo(), "board.png"), "files": (io.BytesIO(b"Rules"), "r.txt")}
    sign_in("ben").post(f"{topic}/posts", data=form)
    post = posts_of(topic)[1]
    with stage():
        version = str(db.session.get(Post, topic_id(post)).version)
        ids = {upload.kind: str(upload.id) for upload in belonging_to("post", [topic_id(post)])[topic_id(post)]}
    return post, {"body": "See", "version": version, "alt": "A board"}, ids


@pytest.mark.parametrize("way", ["post", "script"])
def test_the_author_takes_a_photo_out_and_keeps_the_file(sign_in, shown, way):
    (post, form, ids), ben = shown, sign_in("ben")
    assert f'value="{ids["photo"]}"' in ben.get(f"{post}/edit").text

    send = ben.post if way == "post" else lambda *words, **more: ben.script("POST", *words, **more)
    assert send(post, data={**form, "removed": ids["photo"]}).status_code == (303 if way == "post" else 200)

    page = ben.get(post, follow_redirects=True).text
    assert ids["photo"] not in page
    assert ids["file"] in page
    assert sign_in("cem").get(f"/uploads/{ids['photo']}/small").status_code == 404


def test_the_author_describes_the_photos_anew(sign_in, shown):
    post, form, _ids = shown

    sign_in("ben").post(post, data={**form, "alt": "The board of the mill"})

    assert 'alt="The board of the mill"' in sign_in("cem").get(post, follow_redirects=True).text


def test_a_form_that_does_not_ask_for_it_leaves_the_description(sign_in, shown):
    post, form, _ids = shown

    sign_in("ben").post(post, data={"body": "New words", "version": form["version"]})

    assert 'alt="A board"' in sign_in("cem").get(post, follow_redirects=True).text


@pytest.mark.parametrize("refused", ["somebody else", "another version", "no words"])
def test_a_refused_change_takes_nothing_out(sign_in, shown, refused):
    post, form, ids = shown
    who = "eva" if refused == "somebody else" else "ben"
    form |= {"another version": {"version": ids["file"]}, "no words": {"body": " "}}.get(refused, {})

    answer = sign_in(who).post(post, data={**form, "removed": ids["photo"]})

    assert answer.status_code in (403, 409, 422)
    assert ids["photo"] in sign_in("cem").get(post, follow_redirects=True).text
    if who == "ben":
        assert f'value="{ids["photo"]}" checked' in answer.text


def test_only_what_belongs_to_the_post_can_be_taken_out(sign_in, shown, open_topic, stage):
    post, form, ids = shown
    mine = open_topic("ben", body="Mine")
    with stage():
        version = str(db.session.get(Post, topic_id(mine)).version)

    for removed in (ids["photo"], "abc", ""):
        sign_in("ben").post(
            f"/forum/posts/{topic_id(mine)}", data={"body": "Mine", "version": version, "removed": removed}
        )

    assert ids["photo"] in sign_in("cem").get(post, follow_redirects=True).text


def test_photos_that_came_with_a_refused_form_are_asked_for_again(sign_in, open_topic):
    topic, ben = open_topic("ada"), sign_in("ben")

    without_text = ben.post(f"{topic}/posts", data={"body": "", "photos": (photo(), "board.png")})
    beside_a_bad_one = ben.post(
        f"{topic}/posts",
        data={"body": "See", "photos": (photo(), "board.png"), "files": (io.BytesIO(b"MZ"), "a.exe")},
    )

    for answer in (without_text, beside_a_bad_one):
        assert answer.status_code == 422
        assert "Bitte wählen Sie die Fotos noch einmal aus." in answer.text
