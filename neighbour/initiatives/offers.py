"""What initiatives put on other pages: the companion, the next step of a coordination, whom to ask again."""

from datetime import timedelta

from flask import Flask, url_for
from flask_babel import gettext

from neighbour.db import db, now
from neighbour.initiatives.models import Initiative, Invitation, Membership, Status
from neighbour.initiatives.models.initiative import PROMISE
from neighbour.uploads.person_photos import photo_url
from neighbour.web.slots import fill

FEW = 3
MANY = 50
SOON = timedelta(days=7)


def init_app(app: Flask) -> None:
    fill(app, "start.companion", companions)
    fill(app, "start.next", next_step, order=90)
    fill(app, "desk.waiting", people_to_ask)
    fill(app, "me.extras", lambda viewer: ["initiatives/_note_link.html"])


def companions(viewer) -> list[dict]:
    """Who accompanies the viewer's initiatives, each person once."""
    accompanied = [m.initiative for m in viewer.memberships if m.initiative.companion is not None]
    people = {initiative.companion_id: initiative.companion for initiative in accompanied}
    return [
        {
            "name": person.name,
            "role_words": gettext("Ihre Begleitung aus dem Projektteam"),
            "phone": person.phone,
            "photo_url": photo_url(person),
            "promise": PROMISE,
        }
        for person in people.values()
    ]


def next_step(viewer) -> list[dict]:
    """For who decides, when nothing more urgent is next: a portrait, open invitations, more people."""
    deciding = [m.initiative for m in viewer.memberships if m.decides and m.initiative.status != Status.APPLIED]
    steps = [step_of(initiative, viewer) for initiative in deciding]
    return [step for step in steps if step]


def step_of(initiative: Initiative, viewer) -> dict | None:
    if not initiative.portrait:
        return step(
            gettext("Stellen Sie Ihre Initiative vor"),
            gettext("Drei Sätze genügen: wer Sie sind, was gelingt, was schwer ist."),
            gettext("Portrait schreiben"),
            url_for("initiatives.edit_portrait", slug=initiative.slug),
        )
    invitations = url_for("initiatives.invitations", slug=initiative.slug)
    late = Invitation.waiting(viewer).where(Invitation.initiative_id == initiative.id)
    if waiting := db.session.scalars(late.limit(MANY)).unique().all():
        said = gettext("Die Einladung an %(name)s ist noch offen. Ein Anruf hilft oft.", name=waiting[0].name)
        if len(waiting) > 1:
            said = gettext("%(count)s Einladungen sind noch offen. Ein Anruf hilft oft.", count=len(waiting))
        return step(gettext("Fragen Sie noch einmal nach"), said, gettext("Einladungen ansehen"), invitations)
    if len(db.session.scalars(Membership.of(initiative).limit(FEW)).unique().all()) < FEW:
        said = gettext("Mit Link oder Zettel. Eine E-Mail-Adresse ist nicht nötig.")
        return step(gettext("Laden Sie jemanden ein"), said, gettext("Einladen"), invitations)
    return None


def step(title: str, sentence: str, label: str, href: str) -> dict:
    kicker = gettext("Für Ihre Initiative")
    return {"kicker": kicker, "title": title, "lines": [sentence], "label": label, "href": href, "at": None}


def people_to_ask(viewer) -> list[dict]:
    """For the team: invitations that nobody has redeemed for a week."""
    if not viewer.is_team:
        return []
    return [
        asked(invitation, viewer) for invitation in db.session.scalars(Invitation.waiting(viewer).limit(50)).unique()
    ]


def asked(invitation: Invitation, viewer) -> dict:
    initiative = invitation.initiative
    address = url_for("initiatives.invitations", slug=initiative.slug if initiative else None)
    return {
        "title": gettext("%(name)s nach der Einladung fragen", name=invitation.name),
        "href": address + f"#invitation-{invitation.id}",
        "lines": [initiative.name if initiative else gettext("Netzwerk")],
        "since": invitation.invited_at,
        "due": invitation.expires_at,
        "state": ("needs", gettext("läuft bald ab")) if expires_soon(invitation) else ("plain", gettext("noch offen")),
        "label": gettext("Nachfragen"),
        "mark": initiative.mark if initiative else None,
        "region": initiative.region if initiative else None,
        "mine": bool(initiative and initiative.companion_id == viewer.id),
        "owed": False,
    }


def expires_soon(invitation: Invitation) -> bool:
    return invitation.expires_at - now() < SOON
