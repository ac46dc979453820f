"""Who is told what became of a need."""

from uuid import UUID

from flask import Flask, url_for
from flask_babel import gettext, ngettext
from sqlalchemy import Select, or_, select
from sqlalchemy.orm import aliased

from neighbour import notifications
from neighbour.accounts import User
from neighbour.db import db
from neighbour.initiatives import Membership
from neighbour.initiatives.models.membership import DECIDING
from neighbour.needs.models import Answer, Need, SameHere
from neighbour.needs.models.kinds import STATE_WORDS, State


def init_app(app: Flask) -> None:
    notifications.subject(app, "need", visible)
    notifications.kind(app, "need_answer", answer_sentence, icon="speech")
    notifications.kind(app, "need_state", state_sentence, icon="bulb")
    notifications.kind(app, "same_here", same_here_sentence, icon="people")
    notifications.kind(app, "need_merged", merged_sentence, icon="link")
    notifications.kind(app, "need_handed", handed_sentence, icon="person")
    notifications.kind(app, "need_withdrawn", withdrawn_sentence, icon="bulb")
    notifications.kind(app, "need_to_confirm", to_confirm_sentence, icon="phone")


def visible(viewer, ids: set[UUID]) -> dict[UUID, dict]:
    """With the titles as they are now; whoever reads a need reads the one into which it went."""
    into = aliased(Need)
    there = Need.visible_to(viewer).where(Need.id.in_(ids)).outerjoin(into, Need.merged_into_id == into.id)
    found = db.session.execute(there.with_only_columns(Need.id, Need.title, into.title))
    return {id: {"title": title, "into": went or ""} for id, title, went in found}


def answer_sentence(words: dict, count: int) -> str:
    if count > 1:
        return ngettext("Neue Antwort: %(title)s", "%(num)d neue Antworten: %(title)s", count, title=words["title"])
    return gettext("%(name)s antwortet: %(title)s", **words)


def state_sentence(words: dict, _count: int) -> str:
    state = STATE_WORDS[State(words["state"])]
    return gettext("Neuer Stand „%(state)s“: %(title)s", state=state, title=words["title"])


def same_here_sentence(words: dict, count: int) -> str:
    if count > 1:
        return ngettext(
            "Einmal „Bei uns auch“: %(title)s", "%(num)d-mal „Bei uns auch“: %(title)s", count, title=words["title"]
        )
    return gettext("%(name)s sagt „Bei uns auch“: %(title)s", **words)


def merged_sentence(words: dict, _count: int) -> str:
    if not words["into"]:
        return gettext("„%(title)s“ war zusammengelegt und steht wieder für sich", title=words["title"])
    return gettext("Zusammengelegt: „%(title)s“ steht jetzt bei „%(into)s“", **words)


def to_confirm_sentence(words: dict, _count: int) -> str:
    return gettext("%(name)s hat am Telefon mitgeschrieben. Stimmt es? %(title)s", **words)


def handed_sentence(words: dict, _count: int) -> str:
    return gettext("%(name)s gibt Ihnen einen Bedarf weiter: %(title)s", **words)


def withdrawn_sentence(words: dict, _count: int) -> str:
    if words["state"] == State.WITHDRAWN:
        return gettext("Hat sich erledigt: %(title)s", title=words["title"])
    return gettext("Wieder geöffnet: %(title)s", title=words["title"])


def home_of(need: Need):
    """The author and who decides for the initiative, as a condition on people."""
    deciding = select(Membership.user_id).where(
        Membership.initiative_id == need.initiative_id, Membership.role.in_(DECIDING)
    )
    return or_(User.id == need.author_id, User.id.in_(deciding))


def voices_of(need: Need) -> Select:
    return select(SameHere.person_id).where(SameHere.need_id == need.id, SameHere.person_id.is_not(None))


def tell(kind: str, who, need: Need, *, by: User, href: str = "", **words) -> None:
    """`who` is a condition on people."""
    address = href or url_for("needs.need", need_id=need.id)
    said = {"title": need.title, **words}
    notifications.notify(kind, select(User.id).where(who), subject=("need", need.id), by=by, href=address, words=said)


def to_confirm(need: Need, *, by: User) -> None:
    tell("need_to_confirm", home_of(need), need, by=by, name=by.name)


def answered(need: Need, *, by: User) -> None:
    """Those at home, whoever wrote here before, and who of the team takes care of it."""
    writers = select(Answer.author_id).where(Answer.need_id == need.id, Answer.author_id.is_not(None))
    who = or_(home_of(need), User.id.in_(writers), User.id == need.responsible_id)
    tell("need_answer", who, need, by=by, name=by.name)


def moved(need: Need, *, by: User) -> None:
    tell("need_state", or_(home_of(need), User.id.in_(voices_of(need))), need, by=by, state=need.state)


def handed(need: Need, *, by: User) -> None:
    """Whoever takes care of it from now on."""
    tell("need_handed", User.id == need.responsible_id, need, by=by, name=by.name)


def withdrawn(need: Need, *, by: User) -> None:
    """Its initiative has ended it or opened it again: who takes care of it, and who said „bei uns auch“."""
    who = or_(home_of(need), User.id.in_(voices_of(need)), User.id == need.responsible_id)
    tell("need_withdrawn", who, need, by=by, state=need.state)


def said_same_here(need: Need, counts_at: Need, *, by: User) -> None:
    """Those at home of the need that it was said to, and of the one where it counts."""
    tell("same_here", home_of(need), need, by=by, name=by.name)
    if counts_at is not need:
        tell("same_here", home_of(counts_at), counts_at, by=by, name=by.name)


def unsaid_same_here(need: Need, counts_at: Need, *, by: User) -> None:
    """Whoever has not read it is told of one fewer, in the name of who said it before."""
    before = SameHere.newest_of({need.id, counts_at.id}, but=by.id)
    for one in {need, counts_at}:
        last = (before.person, {"title": one.title, "name": before.person.name}) if before else None
        notifications.told_one_less("same_here", ("need", one.id), by=by, last=last)


def merged(need: Need, into: Need, *, by: User) -> None:
    """Everybody who has a part in one of them."""
    address = url_for("needs.need", need_id=into.id)
    who = or_(home_of(need), User.id.in_(voices_of(need)), home_of(into))
    tell("need_merged", who, need, by=by, href=address, into=into.title)
