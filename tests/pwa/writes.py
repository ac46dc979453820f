"""One write of nearly every kind, in an order in which each is possible. `h` is the house, `found` finds what came since."""

from datetime import timedelta
from itertools import zip_longest

from neighbour.db import now
from tests.uploads.pictures import jpeg, sent

NEED = {"title": "Another need", "analogue_process": "By hand.", "difficulty": "It is slow."}


def day(number: int) -> str:
    return f"{now() + timedelta(days=number):%Y-%m-%d}"


def forum(h):
    key, second = f"/forum/topics/{h.key.id}", h.key.posts[1]
    yield "ben", f"{key}/posts", {"body": "A further answer"}
    yield "cem", f"{key}/posts", {"body": "With a photo", "photos": sent("p.jpg", jpeg()), "alt": "The key"}
    yield "cem", f"/forum/posts/{second}", {"body": "Changed words", "version": second}
    yield "ben", f"/forum/posts/{second}/report", {"reason": "Rude"}
    yield "eva", "/forum/reports/{Report}/settlement", {}
    yield "eva", f"/forum/posts/{second}/hiding", {"reason": "Not here"}
    yield "eva", f"/forum/posts/{second}/unhiding", {}
    yield "cem", f"/forum/posts/{second}/withdrawal", {}
    yield "cem", f"/forum/posts/{second}/withdrawal/end", {}
    yield "ada", f"{key}/answer", {"post": second}
    yield "ada", f"{key}/answer", {}
    yield "ada", f"{key}/unwatch", {}
    yield "ada", f"{key}/watch", {}
    yield "ada", f"{key}/closure", {"summary": "Ben has it"}
    yield "ada", f"{key}/reopening", {}
    yield "eva", f"/forum/topics/{h.noise.id}/move", {"room": "mill"}
    yield "ben", "/forum/topics", {"room": "mill", "title": "New", "body": "New words", "is_question": "y"}


def needs(h):
    sheet, notice, told = f"/needs/{h.sheet}", f"/needs/{h.notice}", f"/needs/{h.told}"
    yield "cem", "/needs", {**NEED, "initiative": "harbour", "share": "y"}
    yield "ada", sheet, {**NEED, "title": "Nobody reads it", "version": h.sheet}
    yield "cem", f"{sheet}/same-here", {"words": "Here too"}
    yield "cem", f"{sheet}/same-here/withdrawal", {}
    yield "cem", f"{sheet}/same-here", {"words": "Here as well"}
    yield "eva", f"{sheet}/answers", {"body": "Have you tried a board?"}
    yield "eva", f"{sheet}/states", {"state": "in_trial", "words": "Let us try"}
    yield "eva", f"{sheet}/responsibility", {"person": "{eva}", "words": ""}
    yield "lea", f"{notice}/merger", {"into": str(h.sheet)}
    yield "ben", f"{notice}/same-here", {"words": "Said to the merged one"}
    yield "lea", f"{notice}/separation", {}
    yield "ben", f"{told}/confirmation", {}
    yield "ada", f"/needs/{h.quiet}/sharing", {}
    yield "ada", f"/needs/{h.quiet}/sharing/withdrawal", {}
    yield "eva", f"{sheet}/settlement", {"outcome": "keep", "words": "The board helps"}
    yield "eva", f"{sheet}/declination", {"reason": "Not by us"}
    yield "cem", f"{notice}/withdrawal", {"words": "It hangs lower now"}
    yield "cem", f"{notice}/reopening", {}
    ferry = {"name": "Ferry", "place": "Quay", "region": "revier", "mark": "disc", "status": "selected"}
    yield "lea", "/initiatives", {**ferry, "companion_id": "", "map_x": "9", "map_y": "9"}
    yield "eva", "/needs", {**NEED, "initiative": "ferry", "told_by": "Otto"}
    yield "eva", "/needs/{Need}/spoken-confirmation", {"name": "Otto"}


def events(h):
    soup, ball = f"/events/{h.soup}", f"/events/{h.ball}"
    words = {"kind": "meeting", "title": "Stew", "audience": "all", "places": "9", "contact_id": "{ada}"}
    when = {"day": day(12), "starts": "14:00", "ends": "17:00", "venue": "The barn"}
    line = {"lines-0-time": "14:00", "lines-0-minutes": "10", "lines-0-goal": "Arrive"}
    yield "ada", f"{soup}/registrations", {"whom": "me"}
    yield "ada", f"{soup}/registrations", {"whom": "other", "name": "Aunt Ida", "initiative": "{mill}"}
    yield "cem", f"{ball}/registrations", {"whom": "me"}
    yield "ben", f"{ball}/registrations", {"whom": "me"}
    yield "cem", f"{ball}/cancellations", {"registration": "{Registration:person_id=cem}"}
    yield "eva", f"{soup}/registrations/proxy", {"name": "Caller", "initiative": "{harbour}", "channel": "phone"}
    yield "ada", soup, {**words, "version": "{Event.version}"}
    yield "ada", f"{soup}/run-sheet", {**line, "version": "{Event.run_sheet_version}"}
    yield "ada", f"{soup}/moves", {**when, "reason": "Rain", "version": "{Event.version}"}
    yield "ada", "/materials", {"place": f"event:{h.soup}", "title": "Shopping", "body": "Leek"}
    yield "ada", f"/materials/{h.recipe}", {
        "title": "Recipe", "body": "Peel thinly.", "version": "{MaterialVersion:recipe}", "photos": sent("p.jpg", jpeg()), "alt": "A leek",
    }  # fmt: skip
    yield "ada", f"/materials/{h.recipe}/versions/2/withdrawal", {"reason": "Salted"}
    yield "ada", f"{soup}/guest-link/renewal", {}
    yield "eva", f"{soup}/mailing", {"initiatives": "{harbour}"}
    yield "eva", "/events", {**words, **when, "title": "Another", "initiative_id": "", "contact_id": ""}
    yield "eva", f"{ball}/cancellation", {"reason": "No band"}


def tools(_h):
    words = {
        "name": "Chain",
        "one_line": "One calls the next.",
        "paper": "y",
        "version": "{Tool.version}",
        "steps": "Call.",
    }
    yield "eva", "/tools/chain", words
    yield "eva", "/tools/chain/checks", {"version": "{Tool.version}"}
    yield "eva", "/tools", {"name": "Blackboard", "one_line": "To write on.", "wishes": ["reach"], "beside": ["chain"]}
    yield (
        "eva",
        "/materials/{Material:tool}",
        {"title": "List", "body": "More names.", "version": "{MaterialVersion:tool}"},
    )


def people(_h):
    me = {"name": "Ada Long", "phone": "0221 1", "about": "Mills", "knows": "Flour"}
    yield "ada", "/me", me
    yield "ben", "/me", {"name": "Benno", "phone": "0221 2"}
    yield "ben", "/me/photo", {"photo": sent("me.jpg", jpeg())}
    yield "ben", "/me/photo/removal", {}
    yield "eva", "/me", {"name": "Eva Team", "phone": "0221 3"}
    yield "ada", "/me/tour", {}
    yield "ada", "/me/reading", {"text_size": "large", "look": "dark", "language": "de", "reads_plain": "y"}
    yield "ada", "/reading", {"step": "down"}
    yield "ada", "/me/notifications/reading", {"until": "99999999999999999"}
    yield "ada", "/initiatives/mill/invitations", {"name": "Ida"}
    yield (
        "ada",
        "/initiatives/mill/edit",
        {"about": "We mill", "active": "3", "light": "good", "portrait": "Long", "version": ""},
    )
    yield "lea", "/initiatives/mill/programme", {
        "name": "The Windmill", "place": "Milltown", "region": "bergland", "mark": "disc", "status": "selected",
        "companion_id": "{lea}", "version": "{Initiative.version}", "slug": "mill", "map_x": "50", "map_y": "50",
    }  # fmt: skip
    yield "lea", "/desk/rooms/{Room:hall}", {"name": "Great hall", "purpose": "All", "position": "3", "version": ""}
    yield "lea", "/desk/rooms", {"name": "Cellar", "kind": "everyone", "position": "4"}
    yield "lea", "/desk/people/{gil}/roles", {"role": "board"}
    yield "lea", "/desk/people/{gil}/roles/end", {"role": "board"}
    yield "ada", "/initiatives/mill/members/{Membership:ben}", {"role": "deputy"}
    yield "ada", "/initiatives/mill/members/{Membership:ben}/removal", {}
    yield "lea", "/desk/people/{ben}/end", {}


def apart(h):
    """Writes of different features touch different pages, so one look at them serves all four."""
    yield from zip_longest(forum(h), needs(h), events(h), tools(h))


def one_by_one(h):
    """What people change of themselves, of their initiative and of rooms shows on pages of every feature."""
    yield from ([write] for write in people(h))


EVERYTHING = (apart, one_by_one)
