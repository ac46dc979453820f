"""People: found while typing, and those ticked as a list to take along."""

from flask import Blueprint, Response, request
from flask_babel import gettext, ngettext
from flask_login import current_user

from neighbour import audit
from neighbour.accounts import User
from neighbour.desk.forms import PeopleForm, offered_roles
from neighbour.desk.people import people as found_people
from neighbour.desk.routes.pieces import all_initiatives, desk_page, ticked
from neighbour.desk.spreadsheet import spreadsheet
from neighbour.desk.words import ROLES
from neighbour.web.fragments import wants_fragment


def add_to(bp: Blueprint) -> None:
    bp.add_url_rule("/desk/people", "people", people, methods=["GET"])
    bp.add_url_rule("/desk/people/list", "create_list", create_list, methods=["POST"])


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


def create_list() -> Response:
    """Addresses and phone numbers leave the house with this list: it is written down who took how many."""
    chosen = sorted(ticked(User.visible_to(current_user), User.id), key=lambda person: person.handle)
    taken = ngettext("Liste mit einer Person", "Liste mit %(num)d Personen", len(chosen))
    audit.log("desk.list", taken, by=current_user.id)
    head = (
        gettext("Name"),
        gettext("Kurzname"),
        gettext("Initiative"),
        gettext("Rolle"),
        gettext("E-Mail"),
        gettext("Telefon"),
    )
    return spreadsheet("neighbour-menschen.csv", head, [list_row(person) for person in chosen])


def list_row(person: User) -> tuple:
    inside = [membership.role_words for membership in person.memberships]
    outside = [ROLES[role] for role in ROLES if role in person.role_names]
    initiatives = ", ".join(membership.initiative.name for membership in person.memberships)
    roles = ", ".join(str(words) for words in inside + outside)
    return person.name, person.handle, initiatives, roles, person.email or "", person.phone
