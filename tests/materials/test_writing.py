"""The team writes a material beside a tool and replaces it; nothing of the old one is lost."""

import re
from concurrent.futures import ThreadPoolExecutor

from sqlalchemy import select

from neighbour.audit import LogLine
from neighbour.db import db
from neighbour.uploads import Upload
from tests.materials.sheets import TEXT, pdf, replace, uploads_on, version_of, write
from tests.uploads.documents import PDF
from tests.uploads.pictures import jpeg, sent

TOO_LARGE = b"%PDF-1.7\n" + bytes(16 * 1024 * 1024)


def test_what_the_team_writes_members_read_at_the_tool(sign_in, tool):
    address = write(sign_in("eva"), tool, files=[pdf()])
    ben = sign_in("ben")

    page = ben.get("/tools/chain").text
    assert "Telefonkette: das Blatt" in page and address in page
    page = ben.get(address).text
    assert "Zehn Namen, zehn Nummern." in page and "blatt.pdf" in page and "Fassung 1 vom" in page


def test_a_replaced_one_is_new_and_who_reads_the_old_one_is_told(sign_in, tool):
    eva = sign_in("eva")
    address = write(eva, tool, files=[pdf("alt.pdf")])
    assert replace(eva, address, body="Zwölf Namen.", note="Zwei mehr.").status_code == 303
    ben = sign_in("ben")

    new, old = ben.get(address).text, ben.get(f"{address}?version=1").text
    assert "Zwölf Namen." in new and "Zwei mehr." in new and "Es gibt eine neuere" not in new
    assert "Zehn Namen" in old and "Es gibt eine neuere" in old and "alt.pdf" in old


def test_the_file_that_was_replaced_is_still_there_for_who_reads_it(sign_in, tool):
    eva, ben = sign_in("eva"), sign_in("ben")
    address = write(eva, tool, files=[pdf("alt.pdf")])
    old = uploads_on(ben, address)
    removed = old[0].split("/")[2]
    replace(eva, address, removed=[removed], files=[pdf("neu.pdf", PDF + b"%new")])

    assert [one.rpartition("/")[2] for one in uploads_on(ben, address)] == ["neu.pdf"]
    assert uploads_on(ben, f"{address}?version=1") == old
    assert ben.get(old[0]).data == PDF


def test_a_new_text_keeps_photos_and_files(sign_in, tool, stage):
    eva = sign_in("eva")
    address = write(eva, tool, files=[pdf()], photos=[sent("foto.jpg", jpeg())], alt="Die Kette")
    before = uploads_on(eva, address)
    replace(eva, address, body="Zwölf Namen.")

    assert uploads_on(eva, address) == before and len(before) == 2
    with stage():
        assert len(db.session.scalars(select(Upload)).all()) == 2


def test_a_file_of_16_mb_is_refused_with_a_sentence_and_the_text_stays(sign_in, tool):
    eva = sign_in("eva")
    words = {"place": tool, **TEXT, "plain": "Ganz kurz."}
    answer = eva.post("/materials", data={**words, "files": [pdf("gross.pdf", TOO_LARGE)]})

    assert answer.status_code == 422
    assert "Das ist zu groß. Möglich sind 15 MB." in answer.text
    assert all(text in answer.text for text in (TEXT["title"], TEXT["body"], "Ganz kurz.", tool))

    address = write(eva, tool)
    answer = replace(eva, address, body="Zwölf Namen.", files=[pdf("gross.pdf", TOO_LARGE)])
    assert (answer.status_code, "Zwölf Namen." in answer.text) == (422, True)
    assert "Zwölf" not in eva.get(address).text


def test_of_two_who_replace_at_once_the_later_sees_both_texts(sign_in, tool):
    eva, lea = sign_in("eva"), sign_in("lea")
    address = write(eva, tool)
    seen = version_of(lea, address)
    replace(eva, address, body="Evas Fassung.")

    answer = replace(lea, address, body="Leas Fassung.", version=seen)

    assert answer.status_code == 409
    assert "Evas Fassung." in answer.text and "Leas Fassung." in answer.text
    assert "Evas Fassung." in eva.get(address).text
    newest = version_of(lea, address)
    assert newest in answer.text
    assert replace(lea, address, body="Leas Fassung.", version=newest).status_code == 303
    assert "Leas Fassung." in eva.get(address).text
    assert "Evas Fassung." in eva.get(f"{address}?version=2").text


def test_of_two_at_the_same_moment_one_is_kept_and_one_is_asked(sign_in, tool):
    people = [sign_in("eva"), sign_in("lea")]
    address = write(people[0], tool)
    seen = version_of(people[0], address)

    with ThreadPoolExecutor(2) as both:
        texts = ["Evas Fassung.", "Leas Fassung."]
        answers = list(both.map(lambda who, text: replace(who, address, body=text, version=seen), people, texts))

    assert sorted(answer.status_code for answer in answers) == [303, 409]
    asked = next(answer.text for answer in answers if answer.status_code == 409)
    assert all(text in asked for text in texts)


def test_saving_without_a_change_makes_no_version(sign_in, tool):
    eva = sign_in("eva")
    address = write(eva, tool)
    replace(eva, address)

    assert "Fassung 1 vom" in eva.get(address).text and eva.get(f"{address}?version=2").status_code == 404


def test_sent_twice_it_is_there_once(sign_in, tool):
    eva = sign_in("eva")
    operation = re.search(r'name="operation_id" value="([^"]+)"', eva.get(f"/materials/new?place={tool}").text)[1]
    addresses = {write(eva, tool, operation_id=operation) for _ in range(2)}

    assert addresses == {f"/materials/{operation}"}
    assert eva.get("/tools/chain").text.count('id="material-') == 1


def test_a_field_that_is_wrong_is_named_and_the_rest_kept(sign_in, tool):
    eva = sign_in("eva")
    for wrong in (
        {"title": ""},
        {"body": " "},
        {"title": "x" * 121},
        {"plain_state": "perfect"},
        {"plain_state": " \t"},
        {"body": "\x00 a"},
    ):
        answer = eva.post("/materials", data={"place": tool, **TEXT, **wrong})
        assert answer.status_code == 422 and 'aria-invalid="true"' in answer.text


def test_blanks_around_a_choice_change_nothing(sign_in, tool):
    address = write(sign_in("eva"), tool, plain="Ganz kurz.", plain_state=" checked ")

    assert "Einfache Sprache: geprüft" in sign_in("ben").get(f"{address}?plain=1").text


def test_the_desk_reads_who_wrote_and_replaced(sign_in, tool, stage):
    eva = sign_in("eva")
    replace(eva, write(eva, tool), body="Zwölf Namen.")

    with stage():
        acts = db.session.scalars(select(LogLine.act).where(LogLine.act.startswith("materials")).order_by(LogLine.id))
        assert acts.all() == ["materials.addition", "materials.replacement"]


def test_the_size_is_that_of_texts_and_files(sign_in, tool):
    eva = sign_in("eva")
    address = write(eva, tool, body="a" * 9_000, files=[pdf(octets=PDF + bytes(30_000))])

    assert "39 kB" in eva.get(address).text and "39 kB" in eva.get("/tools/chain").text


def test_a_file_alone_is_a_material_and_nothing_at_all_is_none(sign_in, tool):
    eva = sign_in("eva")
    refused = eva.post("/materials", data={"place": tool, **TEXT, "body": ""})
    assert refused.status_code == 422 and "oder wählen Sie eine Datei" in refused.text

    address = write(eva, tool, body="", files=[pdf()])

    page = eva.get(address).text
    assert "blatt.pdf" in page and 'id="text"' not in page
    assert replace(eva, address, body="", note="Only a word").status_code == 303
    removed = uploads_on(eva, address)[0].split("/")[2]
    assert replace(eva, address, body="", removed=[removed]).status_code == 422


def test_strips_are_printed_only_where_they_fit_below_the_text(sign_in, tool):
    eva = sign_in("eva")
    short, long = write(eva, tool), write(eva, tool, title="Long", body="Many words. " * 300)

    assert eva.get(f"{short}/print").text.count("tearoff__strip") == 8
    assert "tearoff" not in eva.get(f"{long}/print").text


def test_what_a_kept_photo_shows_is_said_anew(sign_in, tool, stage):
    eva = sign_in("eva")
    address = write(eva, tool, photos=[sent("foto.jpg", jpeg())], alt="The chain")
    with stage():
        field = f"alt_{db.session.scalars(select(Upload)).one().id}"
    assert f'name="{field}" value="The chain"' in eva.get(f"{address}/edit").text

    assert replace(eva, address, **{field: "x" * 2000}).status_code == 422
    assert replace(eva, address, **{field: "Ten names on a wall"}).status_code == 303

    assert 'alt="Ten names on a wall"' in eva.get(address).text
    with stage():
        assert len(db.session.scalars(select(Upload)).all()) == 1
