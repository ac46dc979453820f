"""What stands on a slip, and in which order slips come."""

from tests.initiatives.doors import invite

MILL = "/initiatives/mill/invitations"


def slip_of(page: str) -> str:
    return page[page.index('<article class="slips__slip"') :]


def test_a_slip_names_who_invites_and_whom_to_call(sign_in, stage):
    with stage() as people:
        people.ada.phone, people.eva.phone = "0221 4710-201", "0221 4710-133"
        invite()

    slip = slip_of(sign_in("ada").get("/initiatives/invitations/slips").text)

    assert "Ada lädt Sie ein: The Mill" in slip
    assert "Mit der Kamera:" in slip and "Ohne Kamera:" in slip
    assert "0221 4710-201" in slip and "0221 4710-133" not in slip


def test_without_a_number_of_their_own_the_companion_is_to_be_called(sign_in, stage):
    with stage() as people:
        people.eva.phone = "0221 4710-133"
        invite()

    slip = slip_of(sign_in("ada").get("/initiatives/invitations/slips").text)

    assert "Ada lädt Sie ein" in slip
    assert "Eva, " in slip and "0221 4710-133" in slip


def test_the_page_and_the_slips_have_one_order(sign_in, stage):
    ada, names = sign_in("ada"), ["Willi", "Anni", "Hein"]
    ada.post(f"{MILL}/many", data={"names": "\n".join(names)})

    for page in (ada.get(MILL).text, ada.get("/initiatives/invitations/slips").text):
        page = page[page.index('id="main"') :]
        assert [page.index(name) for name in names] == sorted(page.index(name) for name in names)
