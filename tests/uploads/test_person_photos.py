"""One's own photo."""

from flask import render_template
from sqlalchemy import func, select

from neighbour import uploads
from neighbour.db import db
from neighbour.uploads import Upload
from neighbour.uploads.person_photos import photo_url
from tests.uploads import documents, pictures


def choose(browser, name: str = "ada.jpg", **more):
    return browser.post("/me/photo", data={"photo": pictures.sent(name, pictures.jpeg(2000, 1000)), **more})


def rows() -> int:
    return db.session.scalar(select(func.count()).select_from(Upload))


def test_a_photo_is_shown_to_others(sign_in):
    ada = sign_in("ada")

    answer = choose(ada)

    assert (answer.status_code, answer.headers["Location"]) == (303, "/me")
    seen = sign_in("cem").get(pictures.own_address(ada))
    assert (seen.status_code, seen.mimetype) == (200, "image/jpeg")
    assert pictures.size(seen.data) == (480, 240)


def test_a_new_photo_replaces_the_old_one(sign_in, stage):
    ada = sign_in("ada")
    choose(ada)
    old = pictures.own_address(ada)

    choose(ada)

    assert pictures.own_address(ada) != old
    assert ada.get(old).status_code == 404
    with stage():
        assert rows() == 1


def test_a_photo_can_be_removed(sign_in, stage):
    ada = sign_in("ada")
    choose(ada)
    old = pictures.own_address(ada)

    answer = ada.post("/me/photo/removal")

    assert (answer.status_code, answer.headers["Location"]) == (303, "/me")
    assert ada.get(old).status_code == 404
    with stage() as people:
        assert (people.ada.photo_id, rows()) == (None, 0)


def test_removing_ones_photo_leaves_the_others(sign_in):
    ada, ben = sign_in("ada"), sign_in("ben")
    choose(ada)
    choose(ben)

    ada.post("/me/photo/removal")

    assert ben.get(pictures.own_address(ben)).status_code == 200


def test_the_same_operation_twice_is_one_photo(sign_in, stage):
    ada, operation = sign_in("ada"), "0191f3c2-0000-7000-8000-000000000001"
    choose(ada, operation_id=operation)
    first = pictures.own_address(ada)

    answer = choose(ada, operation_id=operation)

    assert answer.headers["Idempotent-Replayed"] == "true"
    assert pictures.own_address(ada) == first
    with stage():
        assert rows() == 1


def test_another_photo_in_a_form_that_came_back_is_a_new_one(sign_in):
    ada, operation = sign_in("ada"), "0191f3c2-0000-7000-8000-000000000002"
    choose(ada, operation_id=operation)
    first = pictures.own_address(ada)

    form = {"photo": pictures.sent("ada.jpg", pictures.jpeg(500, 500)), "operation_id": operation}
    ada.post("/me/photo", data=form)

    assert pictures.own_address(ada) != first


def test_a_form_without_javascript_has_all_it_needs(sign_in):
    text = sign_in("ada").get("/me/photo").text

    assert 'enctype="multipart/form-data"' in text
    assert 'action="/me/photo"' in text
    assert 'type="file"' in text


def test_what_was_chosen_together_stays_in_its_order_and_apart_from_others(stage):
    with stage() as people:
        first, second, other = (uploads.prepare(f"{number}.pdf", documents.PDF) for number in range(3))
        uploads.attach([second, first], "person", people.ada.id, by=None)
        uploads.attach([other], "post", people.ada.id, by=None)
        db.session.flush()

        found = uploads.belonging_to("person", [people.ada.id])[people.ada.id]

    assert [upload.name for upload in found] == ["1.pdf", "0.pdf"]


def test_templates_show_photos_and_files(app, stage):
    with stage() as people:
        sent = {"a.jpg": pictures.jpeg(2000, 1000), "b.pdf": documents.PDF}
        prepared = [uploads.prepare(name, octets) for name, octets in sent.items()]
        uploads.attach(prepared, "person", people.ada.id, by=people.ada, alt="Die <Mühle>")
        shown = uploads.belonging_to("person", [people.ada.id, people.ben.id])
        with app.test_request_context():
            text = render_template("uploads/_uploads.html", uploads=shown[people.ada.id])
            none = photo_url(people.ben)

    assert 'alt="Die &lt;Mühle&gt;" width="480" height="240"' in text
    assert "PDF · 1 kB" in text
    assert none is None
