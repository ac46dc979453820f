"""Which pages may stay on a device of one's own. Every new page has to be named in one of the two lists."""

import pytest

from neighbour.pwa.keeping import HEADER, may_stay
from tests.architecture.addresses import rules
from tests.cast import PASSWORD

STAYS = """
events.edit_event events.edit_run_sheet events.event events.events events.new_cancellation events.new_event
events.new_move events.new_registration events.new_withdrawal
forum.edit_post forum.forum forum.new_closure forum.new_report forum.new_topic forum.new_withdrawal forum.post forum.room
forum.topic forum.topics forum.unanswered_topics forum.versions
initiatives.initiatives
materials.edit_material materials.material materials.new_material materials.sheet materials.versions
navigation.menu
needs.edit_need needs.need needs.needs needs.new_need needs.new_sharing needs.new_withdrawal needs.versions
notifications.notifications
outbox.letter outbox.new_letter outbox.outbox
pages.accessibility pages.imprint pages.plain_language pages.privacy pages.questions
pwa.pack
start.start
tools.compare tools.left_out tools.paper_form tools.sheet tools.tool tools.tools tools.wish tools.wishes
""".split()

# Who comes, who needs what, who is called where; links that open something; who is signed in; what is only the team's.
GOES = """
accounts.devices accounts.link accounts.me accounts.new_link accounts.password accounts.reading accounts.sign_in
accounts.sign_out
desk.audit desk.audit_list desk.calls desk.edit_room desk.initiatives desk.invitations desk.letter desk.letters
desk.new_room desk.people desk.person desk.receipts desk.rooms desk.today
events.attendance_sheet events.calls events.edit_registration events.guest events.invitation events.needs_sheet
events.new_guest_cancellation events.new_mailing events.new_slip_cancellation events.registrations events.slip
forum.found forum.new_hiding forum.new_move
initiatives.edit_portrait initiatives.edit_programme initiatives.initiative initiatives.invitations initiatives.join
initiatives.join_with_account initiatives.member initiatives.new_initiative initiatives.new_join initiatives.removal
initiatives.slips initiatives.welcome
materials.new_withdrawal materials.upkeep
needs.new_declination needs.new_merger needs.new_responsibility needs.new_settlement needs.new_spoken_confirmation
needs.new_state needs.similar
person_photos.photo
tools.edit_tool tools.found tools.new_tool tools.upkeep
""".split()

# No pages: files, lists for calendars, answers to devices and machines.
NO_PAGES = """
events.calendar events.guest_calendar language.language outbox.key outbox.ping outbox.receipts packs.pack packs.packs
packs.pages pwa.manifest shell.shell start.livez start.readyz uploads.small
uploads.upload worker.script
""".split()


def test_every_page_is_decided(app):
    decided = {*STAYS, *GOES, *NO_PAGES}
    there = {rule.endpoint for rule in rules(app, "GET")}

    assert there - decided == set()
    assert decided - there == set()


def test_what_is_decided_is_so(app):
    there = {rule.endpoint for rule in rules(app, "GET")} - set(NO_PAGES)

    assert {endpoint for endpoint in there if may_stay(endpoint)} == set(STAYS)


@pytest.fixture
def sharing(app):
    """Ada on a telephone that several people use."""
    browser = app.test_client()
    browser.post("/sign-in", data={"email": "ada@example.org", "password": PASSWORD, "device": "shared"})
    return browser


def test_a_page_may_stay_on_ones_own_device_only(sign_in, sharing, visitor):
    assert sign_in("ada").get("/forum").headers[HEADER] == "account"
    assert HEADER not in sharing.get("/forum").headers
    assert HEADER not in visitor.get("/help").headers


@pytest.mark.parametrize("address", ["/me", "/initiatives/mill", "/desk", "/forum/search?q=x", "/sign-in", "/livez"])
def test_what_is_not_named_never_stays(sign_in, address):
    assert HEADER not in sign_in("eva").get(address).headers


def test_neither_refusals_nor_what_is_not_there_stays(sign_in):
    ada = sign_in("ada")

    assert HEADER not in ada.get("/forum/rooms/nothing").headers
    assert HEADER not in ada.post("/forum/topics", data={"title": ""}).headers


def test_a_number_that_somebody_left_on_the_telephone_does_not_stay(sign_in):
    eva = sign_in("eva")
    told = {
        "initiative": "mill",
        "title": "Nobody reads it",
        "difficulty": "It hangs too high",
        "told_by": "Otto",
        "unknown": "y",
    }
    quiet = eva.post("/needs", data=told).headers["Location"]
    with_number = eva.post("/needs", data={**told, "told_phone": "0221 4711"}).headers["Location"]

    assert "4711" in eva.get(with_number).text
    assert HEADER not in eva.get(with_number).headers
    assert eva.get(quiet).headers[HEADER] == "account"
