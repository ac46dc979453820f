"""The team writes a material beside a tool and replaces it; nothing of the old one is lost."""

from tests.materials.conftest import pdf, replace, version_of, write


def test_what_the_team_writes_members_read_at_the_tool(sign_in, tool):
    address = write(sign_in("eva"), tool, files=[pdf()])
    ben = sign_in("ben")

    page = ben.get("/tools/chain").text
    assert "Telefonkette: das Blatt" in page and address in page
    page = ben.get(address).text
    assert "Zehn Namen, zehn Nummern." in page and "blatt.pdf" in page


def test_a_replaced_one_is_new_and_the_old_one_stays_readable(sign_in, tool):
    eva = sign_in("eva")
    address = write(eva, tool, files=[pdf("alt.pdf")])
    assert replace(eva, address, body="Zwölf Namen.", note="Zwei mehr.").status_code == 303
    ben = sign_in("ben")

    new, old = ben.get(address).text, ben.get(f"{address}?version=1").text
    assert "Zwölf Namen." in new and "Zwei mehr." in new and "Es gibt eine neuere" not in new
    assert "Zehn Namen" in old and "Es gibt eine neuere" in old and "alt.pdf" in old


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
