"""Files beside photos: known by what is in them, named safely, given out as attachments."""

import pytest

from neighbour import uploads
from neighbour.errors import Invalid
from tests.uploads import documents, pictures

ODF = documents.ODF
OOXML = "application/vnd.openxmlformats-officedocument."
WORD, EXCEL = OOXML + "wordprocessingml.document", OOXML + "spreadsheetml.sheet"
POWERPOINT = OOXML + "presentationml.presentation"
TAKEN = {
    "consent.pdf": (lambda: documents.PDF, "application/pdf", "pdf"),
    "letter.odt": (lambda: documents.libreoffice("text"), ODF + "text", "odt"),
    "cash.ods": (lambda: documents.libreoffice("spreadsheet"), ODF + "spreadsheet", "ods"),
    "talk.odp": (lambda: documents.libreoffice("presentation"), ODF + "presentation", "odp"),
    "letter.docx": (lambda: documents.microsoft("word/document.xml"), WORD, "docx"),
    "cash.xlsx": (lambda: documents.microsoft("xl/workbook.xml"), EXCEL, "xlsx"),
    "talk.pptx": (lambda: documents.microsoft("ppt/presentation.xml"), POWERPOINT, "pptx"),
    "list.txt": (lambda: "Brötchen für alle\r\n".encode(), "text/plain", "txt"),
    "old.txt": (lambda: "Brötchen für alle\r\n".encode("cp1252"), "text/plain", "txt"),
    "list.CSV": (lambda: b"name;day\nAda;Monday\n", "text/csv", "csv"),
    "really-a-pdf.txt": (lambda: documents.PDF, "application/pdf", "pdf"),
    "picture.pdf": (pictures.jpeg, "image/jpeg", "jpg"),
}
REFUSED = {
    "page.html": lambda: b"<!doctype html><script>alert(1)</script>",
    "page.txt": lambda: b"\xef\xbb\xbf \n<HTML><script>alert(1)</script>",
    "drawing.csv": lambda: b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
    "program.exe": lambda: b"MZ" + bytes(200),
    "program.pdf": lambda: b"MZ" + bytes(200) + documents.PDF,
    "noise.txt": lambda: bytes(range(256)),
    "many.zip": lambda: documents.package({"a.txt": b"a", "b.txt": b"b"}),
    "many.docx": lambda: documents.package({"a.txt": b"a", "b.txt": b"b"}),
    "macro.docx": lambda: documents.microsoft("word/document.xml", **{"word/vbaProject.bin": b"x"}),
    "program.odt": lambda: documents.package({"mimetype": b"application/java-archive", "content.xml": b""}),
    "half.docx": lambda: documents.microsoft("word/document.xml")[:120],
    "swelling.docx": documents.swelling,
    "crowded.docx": documents.crowded,
    "film.mp4": lambda: b"\x00\x00\x00\x18ftypmp42" + bytes(100),
    "empty.txt": lambda: b"",
    "large.pdf": lambda: documents.PDF + bytes(15 * 1024 * 1024),
}
NAMES = {
    "../../etc/passwd.pdf": "passwd.pdf",
    "..\\..\\x.pdf": "x.pdf",
    "C:\\Users\\Ada\\Brief an Ben.pdf": "Brief_an_Ben.pdf",
    "Grüße.pdf": "Grüße.pdf",
    ".htaccess": "htaccess.pdf",
    "a\r\nSet-Cookie: x=1.pdf": "a_Set-Cookie_x_1.pdf",
    'a";filename=b.exe.pdf': "a_filename_b.exe.pdf",
    "invoice\u202efdp.exe": "invoice_fdp.pdf",
    "...": "datei.pdf",
    "x" * 300 + ".pdf": "x" * 80 + ".pdf",
}


@pytest.mark.parametrize("name", TAKEN)
def test_a_file_is_taken_for_what_it_is(app, name):
    make, mime, extension = TAKEN[name]

    with app.app_context():
        prepared = uploads.prepare(name, make())

    assert (prepared.mime, prepared.name.rpartition(".")[2]) == (mime, extension)


@pytest.mark.parametrize("name", REFUSED)
def test_every_other_file_is_refused(app, name):
    with app.app_context(), pytest.raises(Invalid):
        uploads.prepare(name, REFUSED[name]())


@pytest.mark.parametrize("name", NAMES)
def test_names_become_safe(app, name):
    with app.app_context():
        assert uploads.prepare(name, documents.PDF).name == NAMES[name]


@pytest.mark.parametrize("name", ["../../x.pdf", "Grüße.pdf", "page.csv"])
def test_a_file_comes_as_an_attachment_that_nothing_runs_in(sign_in, stage, name):
    octets = b"a;b\n" if name.endswith("csv") else documents.PDF
    with stage() as people:
        [upload] = uploads.attach([uploads.prepare(name, octets)], "person", people.ada.id, by=people.ada)
        address = f"/uploads/{upload.id}/{upload.name}"

    answer = sign_in("ben").get(address)

    assert (answer.status_code, answer.data) == (200, octets)
    assert answer.headers["Content-Disposition"].startswith("attachment; filename")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
