"""A role for many at once, given or taken: asked before, said afterwards."""

from collections.abc import Sequence

from flask import Blueprint, flash, redirect, request
from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from flask_login import current_user

from neighbour.accounts import User
from neighbour.desk.forms import RoleForm
from neighbour.desk.routes.pieces import desk_page, ticked
from neighbour.desk.words import ROLES
from neighbour.errors import Invalid
from neighbour.web.ways import own_path


def add_to(bp: Blueprint) -> None:
    bp.add_url_rule("/desk/people/roles", "create_roles", create_roles, methods=["POST"])
    bp.add_url_rule("/desk/people/roles/end", "end_roles", end_roles, methods=["POST"])


def chosen_role() -> str:
    form = RoleForm(request.form, current_user)
    if not form.role.data:
        raise Invalid(_l("Bitte wählen Sie zuerst eine Rolle."))
    if not form.validate():
        raise Invalid(form.role.errors[0])
    return form.role.data


def concerned(role: str, *, gives: bool) -> list[User]:
    """Those ticked for whom something changes, in the order of the table."""
    chosen = ticked(User.visible_to(current_user), User.id)
    changing = [person for person in chosen if (role in person.role_names) != gives]
    if not changing:
        raise Invalid(_l("Daran würde sich nichts ändern. Es wurde nichts geändert."))
    return sorted(changing, key=lambda person: person.handle)


def create_roles():
    role = chosen_role()
    people = concerned(role, gives=True)
    names = {"num": len(people), "name": people[0].name, "role": ROLES[role]}
    if is_to_be_asked(people):
        sentence = gettext("%(num)s Menschen werden %(role)s", **names)
        return question(people, role, sentence, gettext("Rolle geben"))
    for person in people:
        person.give_role(role, by=current_user)
    alone = gettext("%(name)s ist jetzt %(role)s.", **names)
    return told(alone if len(people) == 1 else gettext("%(num)s Menschen sind jetzt %(role)s.", **names))


def end_roles():
    role = chosen_role()
    people = concerned(role, gives=False)
    names = {"num": len(people), "name": people[0].name, "role": ROLES[role]}
    if is_to_be_asked(people):
        sentence = gettext("%(num)s Menschen sind dann nicht mehr %(role)s", **names)
        return question(people, role, sentence, gettext("Rolle wegnehmen"))
    for person in people:
        person.take_role(role, by=current_user)
    alone = gettext("%(name)s ist nicht mehr %(role)s.", **names)
    return told(alone if len(people) == 1 else gettext("%(num)s Menschen sind nicht mehr %(role)s.", **names))


def is_to_be_asked(people: Sequence[User]) -> bool:
    return len(people) > 1 and request.form.get("sure") != "yes"


def question(people: Sequence[User], role: str, sentence: str, label: str) -> str:
    """Nothing has happened yet: the names, and a second button that carries their ids."""
    back = own_path(request.form.get("back", ""))
    return desk_page("desk/role_question.html", people=people, role=role, sentence=sentence, label=label, back=back)


def told(sentence: str):
    flash(sentence, "notice")
    return redirect(own_path(request.form.get("back", "")), code=303)
