"""Writing about an initiative: its own words by its coordination, its place in the programme by the team."""

from flask import Blueprint, redirect, request, url_for
from flask_babel import lazy_gettext as _l
from flask_login import current_user

from neighbour.db import db
from neighbour.errors import Conflict, NotAllowed
from neighbour.initiatives.forms import PortraitForm, ProgrammeForm, VersionedForm
from neighbour.initiatives.models import Initiative
from neighbour.initiatives.routes.reading import find
from neighbour.initiatives.slugs import free_slug
from neighbour.outbox import operation_id
from neighbour.web.fragments import page


def add_to(bp: Blueprint) -> None:
    bp.add_url_rule("/initiatives/new", "new_initiative", new_initiative, methods=["GET"])
    bp.add_url_rule("/initiatives", "create_initiative", create_initiative, methods=["POST"])
    bp.add_url_rule("/initiatives/<slug>/edit", "edit_portrait", edit_portrait, methods=["GET"])
    bp.add_url_rule("/initiatives/<slug>/edit", "update_portrait", update_portrait, methods=["POST"])
    bp.add_url_rule("/initiatives/<slug>/programme", "edit_programme", edit_programme, methods=["GET"])
    bp.add_url_rule("/initiatives/<slug>/programme", "update_programme", update_programme, methods=["POST"])


def require_team() -> None:
    if not current_user.is_team:
        raise NotAllowed(_l("Das darf nur das Projektteam."))


def require_editor(initiative: Initiative) -> None:
    if not initiative.editable_by(current_user):
        raise NotAllowed(_l("Das darf nur die Koordination oder das Projektteam."))


def programme_form(*args, **words) -> ProgrammeForm:
    form = ProgrammeForm(*args, **words)
    form.offer_companions(db.session.scalars(Initiative.possible_companions()).unique())
    return form


def version_of(initiative: Initiative) -> str:
    return str(initiative.version or "")


def new_initiative() -> str:
    require_team()
    return page("initiatives/new.html", form=programme_form())


def create_initiative():
    require_team()
    form = programme_form(request.form)
    if not form.validate():
        return page("initiatives/new.html", form=form), 422
    slug = free_slug(form.name.data)
    initiative = Initiative.add(by=current_user, id=operation_id(), slug=slug, **form.words)
    return redirect(url_for(".initiative", slug=initiative.slug), code=303)


def edit_portrait(slug: str) -> str:
    initiative = find(slug)
    require_editor(initiative)
    return portrait_page(initiative, PortraitForm(obj=initiative))


def update_portrait(slug: str):
    initiative = find(slug)
    require_editor(initiative)
    form = PortraitForm(request.form)
    words = {name: value for name, value in form.data.items() if name != "version"}
    return updated(initiative, form, words, portrait_page)


def edit_programme(slug: str) -> str:
    require_team()
    initiative = find(slug)
    form = programme_form(obj=initiative, companion_id=str(initiative.companion_id or ""))
    form.companion_id.data = str(initiative.companion_id or "")
    return programme_page(initiative, form)


def update_programme(slug: str):
    require_team()
    form = programme_form(request.form)
    return updated(find(slug), form, form.words, programme_page)


def updated(initiative: Initiative, form: VersionedForm, words: dict, form_page):
    """Keeps the words, or shows both texts above what was typed: sending that once more settles it."""
    if not form.validate():
        return form_page(initiative, form), 422
    try:
        initiative.edit(current_user, version=form.read_version, **words)
    except Conflict as both:
        form.version.data = form.version.raw_data = version_of(initiative)
        return form_page(initiative, form, both), 409
    return redirect(url_for(".initiative", slug=initiative.slug), code=303)


def portrait_page(initiative: Initiative, form: PortraitForm, both: Conflict | None = None) -> str:
    return page("initiatives/edit.html", initiative=initiative, form=form, error=both)


def programme_page(initiative: Initiative, form: ProgrammeForm, both: Conflict | None = None) -> str:
    return page("initiatives/programme.html", initiative=initiative, form=form, error=both)
