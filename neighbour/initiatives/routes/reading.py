"""The map with the list, and the page of each initiative."""

from flask import Blueprint, abort, current_app, request, url_for
from flask_babel import gettext
from flask_login import current_user

from neighbour.db import db
from neighbour.initiatives.directory import directory_for
from neighbour.initiatives.models import Initiative, Membership, MembershipRole
from neighbour.initiatives.models.initiative import PROMISE
from neighbour.uploads.person_photos import photo_url
from neighbour.web.fragments import page
from neighbour.web.slots import gather


def add_to(bp: Blueprint) -> None:
    bp.add_url_rule("/initiatives", "initiatives", initiatives, methods=["GET"])
    bp.add_url_rule("/initiatives/<slug>", "initiative", initiative, methods=["GET"])


def find(slug: str) -> Initiative:
    """The initiative with this address, as far as the viewer may see it; else 404."""
    if not slug.isprintable():
        abort(404)
    return db.first_or_404(Initiative.visible_to(current_user).where(Initiative.slug == slug))


def initiatives() -> str:
    wanted = request.args.get("q", "")[:100].strip()
    return page("initiatives/initiatives.html", directory=directory_for(current_user, wanted), wanted=wanted)


def initiative(slug: str) -> str:
    found = find(slug)
    people = db.session.scalars(Membership.of(found)).unique().all()
    sections = gather("initiative.sections", current_user, found)
    companion = found.companion
    photo = photo_url(companion) if companion else None
    words = {
        "companion": companion,
        "photo": photo,
        "promise": PROMISE,
        "facts": facts_of(found),
        **asking(found, people),
    }
    return page("initiatives/initiative.html", initiative=found, people=people, sections=sections, **words)


def asking(found: Initiative, people: list[Membership]) -> dict:
    """Where everybody in the network asks an initiative, if the forum is there, and whom to name in it."""
    if "forum.new_topic" not in current_app.view_functions:
        return {}
    coordinating = [person.user.handle for person in people if person.role == MembershipRole.COORDINATOR]
    title = gettext("Frage an %(name)s:", name=found.name) + " "
    address = url_for("forum.new_topic", room="alle", title=title)
    return {"asking": address, "asked": coordinating[0] if coordinating else ""}


def facts_of(found: Initiative) -> list[tuple[str, str]]:
    """What is known of the quarter, without empty lines."""
    known = [
        (gettext("Quartier"), found.quarter),
        (gettext("Kommune"), found.municipality),
        (gettext("Aktive"), str(found.active or "")),
    ]
    return [(label, words) for label, words in known if words]
