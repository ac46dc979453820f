"""People: found while typing, and what is done with many of them at once."""

from flask import Blueprint, Response, redirect, request
from flask_babel import gettext, ngettext
from flask_login import current_user

from neighbour import audit
from neighbour.accounts import User
from neighbour.desk.forms import PeopleForm, RoleForm, offered_roles
from neighbour.desk.people import people as found_people
from neighbour.desk.routes.pieces import all_initiatives, desk_page, ticked
from neighbour.desk.spreadsheet import spreadsheet
from neighbour.desk.words import ROLES
from neighbour.errors import Invalid
from neighbour.web.fragments import wants_fragment
from neighbour.web.ways import own_path


def add_to(bp: Blueprint) -> None:
    bp.add_url_rule("/desk/people", "people", people, methods=["GET"])
    bp.add_url_rule("/desk/people/list", "create_list", create_list, methods=["POST"])
    bp.add_url_rule("/desk/people/roles", "create_roles", create_roles, methods=["POST"])
    bp.add_url_rule("/desk/people/roles/end", "end_roles", end_roles, methods=["POST"])


def people():
    form = PeopleForm(request.args, all_initiatives())
    fits = form.validate()
    template = "desk/_people.html" if wants_fragment() else "desk/people.html"
    answer = desk_page(
        template,
        form=form,
        people=found_people(form, current_user) if fits else None,
        roles=ROLES,
        offered=offered_roles(current_user),
        filters={name: value for name, value in form.data.items() if value and name != "after"},
        back=request.full_path.rstrip("?"),
        all_ticked=request.args.get("ticked") == "all",
    )
    return answer, 200 if fits else 422


def chosen_role() -> str:
    form = RoleForm(request.form, current_user)
    if not form.validate():
        raise Invalid(form.role.errors[0])
    return form.role.data


def create_roles():
    role = chosen_role()
    for person in ticked(User.visible_to(current_user), User.id):
        person.give_role(role, by=current_user)
    return redirect(own_path(request.form.get("back", "")), code=303)


def end_roles():
    role = chosen_role()
    for person in ticked(User.visible_to(current_user), User.id):
        person.take_role(role, by=current_user)
    return redirect(own_path(request.form.get("back", "")), code=303)


def create_list() -> Response:
    """Phone numbers leave the house with this list: it is written down who took how many."""
    chosen = sorted(ticked(User.visible_to(current_user), User.id), key=lambda person: person.handle)
    taken = ngettext("Liste mit einer Person", "Liste mit %(num)d Personen", len(chosen))
    audit.log("desk.list", taken, by=current_user.id)
    head = gettext("Name"), gettext("Initiative"), gettext("Rolle"), gettext("Telefon")
    return spreadsheet("neighbour-menschen.csv", head, [list_row(person) for person in chosen])


def list_row(person: User) -> tuple:
    inside = [membership.role_words for membership in person.memberships]
    outside = [ROLES[role] for role in ROLES if role in person.role_names]
    initiatives = ", ".join(membership.initiative.name for membership in person.memberships)
    return person.name, initiatives, ", ".join(str(words) for words in inside + outside), person.phone
