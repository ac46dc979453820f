"""The people of an initiative: another role, removal, and leaving by oneself."""

from uuid import UUID

from flask import Blueprint, flash, redirect, request, url_for
from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from flask_login import current_user

from neighbour.db import db
from neighbour.errors import NotAllowed
from neighbour.initiatives.forms import MemberForm
from neighbour.initiatives.models import Membership, MembershipRole
from neighbour.initiatives.routes.reading import find
from neighbour.web.fragments import page

MEMBER = "/initiatives/<slug>/members/<uuid:member_id>"


def add_to(bp: Blueprint) -> None:
    bp.add_url_rule(MEMBER, "member", member, methods=["GET"])
    bp.add_url_rule(MEMBER, "update_member", update_member, methods=["POST"])
    bp.add_url_rule(f"{MEMBER}/removal", "removal", removal, methods=["GET"])
    bp.add_url_rule(f"{MEMBER}/removal", "create_removal", create_removal, methods=["POST"])


def find_member(slug: str, member_id: UUID) -> Membership:
    return db.first_or_404(Membership.of(find(slug)).where(Membership.id == member_id))


def may(allowed: bool) -> None:
    if not allowed:
        raise NotAllowed(_l("Das darf nur die Koordination oder das Projektteam."))


def member(slug: str, member_id: UUID) -> str:
    membership = find_member(slug, member_id)
    may(membership.changeable_by(current_user))
    return page("initiatives/member.html", membership=membership, form=MemberForm(obj=membership))


def update_member(slug: str, member_id: UUID):
    membership = find_member(slug, member_id)
    may(membership.changeable_by(current_user))
    form = MemberForm(request.form)
    if not form.validate():
        return page("initiatives/member.html", membership=membership, form=form), 422
    membership.become(MembershipRole(form.role.data), by=current_user)
    return redirect(url_for(".initiative", slug=slug), code=303)


def removal(slug: str, member_id: UUID) -> str:
    """Asks before somebody is removed, or leaves."""
    membership = find_member(slug, member_id)
    may(membership.removable_by(current_user))
    return page("initiatives/removal.html", membership=membership)


def create_removal(slug: str, member_id: UUID):
    membership = find_member(slug, member_id)
    membership.remove(by=current_user)
    flash(gettext("%(name)s gehört nicht mehr zur Initiative.", name=membership.user.name), "notice")
    return redirect(url_for(".initiative", slug=slug), code=303)
