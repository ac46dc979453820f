"""The list of needs, the page of one, its earlier texts."""

from uuid import UUID

from flask import Blueprint, request
from flask_babel import lazy_gettext as _l
from flask_login import current_user

from neighbour import notifications
from neighbour.db import db
from neighbour.errors import NotAllowed
from neighbour.needs.models import Need
from neighbour.needs.models.rules import homes_of
from neighbour.needs.reading import SHOWN, listed, needs_page, whole, with_responsible, with_versions
from neighbour.needs.routes.finding import find_need, need_words
from neighbour.pwa import not_kept
from neighbour.web.forms import one_id
from neighbour.web.fragments import page, page_or_fragment


def add_to(bp: Blueprint) -> None:
    bp.add_url_rule("", "needs", needs, methods=["GET"])
    bp.add_url_rule("/<uuid:need_id>", "need", need, methods=["GET"])
    bp.add_url_rule("/<uuid:need_id>/versions", "versions", versions, methods=["GET"])


def needs():
    show = request.args.get("show", "all")
    show = show if show in SHOWN else "all"
    before = one_id(request.args.get("before"))
    found, said = needs_page(with_responsible(listed(current_user, show)), before=before)
    words = {
        "needs": found,
        "counts": said,
        "show": show,
        "names": current_user.is_team or bool(homes_of(current_user)),
    }
    if before:
        return page_or_fragment("needs/needs.html", "needs/_rows.html", **words)
    return page("needs/needs.html", **words)


def need(need_id: UUID):
    found = find_need(need_id)
    words = need_words(found)
    if found.told_phone and found.texts_seen_by(current_user):
        not_kept()  # somebody's telephone number
    notifications.seen("need", found.id, *(other.id for other in words["merged"]))
    return page("needs/need.html", **words)


def versions(need_id: UUID):
    found = db.first_or_404(with_versions(whole(Need.visible_to(current_user).where(Need.id == need_id))))
    if not found.texts_seen_by(current_user):
        raise NotAllowed(_l("Frühere Fassungen lesen nur die Initiative und das Projektteam."))
    return page("needs/versions.html", need=found)
