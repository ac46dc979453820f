"""A role for many at once, given or taken: asked before, said afterwards."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from flask import Blueprint, flash, redirect, request
from flask_babel import lazy_gettext as _l
from flask_login import current_user

from neighbour.accounts import User
from neighbour.desk.forms import RoleForm
from neighbour.desk.routes.pieces import desk_page, ticked
from neighbour.desk.words import ROLES
from neighbour.errors import Invalid
from neighbour.web.ways import own_path


@dataclass(frozen=True)
class Act:
    """What becomes of a role, and how it is said before and after."""

    gives: bool
    write: Callable[..., None]
    asked: str
    label: str
    said_of_one: str
    said_of_many: str


GIVING = Act(
    gives=True,
    write=User.give_role,
    asked=_l("%(num)s Menschen werden %(role)s"),
    label=_l("Rolle geben"),
    said_of_one=_l("%(name)s ist jetzt %(role)s."),
    said_of_many=_l("%(num)s Menschen sind jetzt %(role)s."),
)
TAKING = Act(
    gives=False,
    write=User.take_role,
    asked=_l("%(num)s Menschen sind dann nicht mehr %(role)s"),
    label=_l("Rolle wegnehmen"),
    said_of_one=_l("%(name)s ist nicht mehr %(role)s."),
    said_of_many=_l("%(num)s Menschen sind nicht mehr %(role)s."),
)


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
    return change(GIVING)


def end_roles():
    return change(TAKING)


def change(act: Act):
    role = chosen_role()
    people = concerned(role, gives=act.gives)
    names = {"num": len(people), "name": people[0].name, "role": ROLES[role]}
    if is_to_be_asked(people):
        return question(people, role, act.asked % names, act.label)
    for person in people:
        act.write(person, role, by=current_user)
    return told((act.said_of_one if len(people) == 1 else act.said_of_many) % names)


def is_to_be_asked(people: Sequence[User]) -> bool:
    return len(people) > 1 and request.form.get("sure") != "yes"


def question(people: Sequence[User], role: str, sentence: str, label: str) -> str:
    """Nothing has happened yet: the names, and a second button that carries their ids."""
    back = own_path(request.form.get("back", ""))
    return desk_page("desk/role_question.html", people=people, role=role, sentence=sentence, label=label, back=back)


def told(sentence: str):
    flash(sentence, "notice")
    return redirect(own_path(request.form.get("back", "")), code=303)
