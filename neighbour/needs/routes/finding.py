"""Finds needs for the viewer, and says where they are."""

from uuid import UUID

from flask import Response, flash, make_response, redirect, request, url_for
from flask_babel import gettext
from flask_login import current_user

from neighbour.db import db
from neighbour.needs.forms import AnswerForm, SameHereForm
from neighbour.needs.models import Need, SameHere
from neighbour.needs.reading import Home, homes, merged_here, similar, whole
from neighbour.needs.words import facts
from neighbour.uploads import belonging_to
from neighbour.web.fragments import wants_fragment

MOST_SIMILAR = 3
NOT_YET = UUID(int=0)  # the place of an id that a device will choose


def find_need(need_id: UUID, *others: UUID) -> Need:
    """A write locks its row, and those of `others` with it, always in the same order: of two writers one comes second,
    and sees what the first has done."""
    if request.method == "POST":
        rows = Need.visible_to(current_user).where(Need.id.in_([need_id, *others])).order_by(Need.id)
        db.session.execute(rows.with_for_update(of=Need).with_only_columns(Need.id))
    return db.first_or_404(whole(Need.visible_to(current_user).where(Need.id == need_id)))


def need_address(need: Need, **place) -> str:
    return url_for("needs.need", need_id=need.id, **place)


def need_words(need: Need) -> dict:
    """What the page of a need shows, beside the need itself."""
    merged = merged_here(need, current_user)
    may_say = need.homes_that_know_it(current_user)
    said = homes(need, merged)
    mine = next(
        (v for home in said for v in home.voices if v.person_id == current_user.id and v.need_id == need.id), None
    )
    return {
        "need": need,
        "facts": facts(need),
        "merged": merged,
        "homes": said,
        "my_voice": mine,
        "may_say": may_say,
        "uploads": belonging_to("need", [need.id])[need.id],
        "same_here_form": SameHereForm(initiatives=may_say, words=mine.words if mine else ""),
        "form": AnswerForm(),
        "similar": like_elsewhere(need),
        "counts": {},
        **waiting_words(need, may_say),
    }


def waiting_words(need: Need, homes: list) -> dict:
    """What somebody may say here, before it is said: a device shows it with their words while it waits."""
    me = current_user._get_current_object()
    voice = SameHere(person=me, words="")
    return {
        "waiting_answer": need.letter(me, "", id=NOT_YET) if need.answerable_by(me) else None,
        "waiting_home": Home(homes[0], voices=[voice]) if homes else None,
    }


def like_elsewhere(need: Need) -> list[Need]:
    """What other initiatives have named in like words: neither the need's own nor the reader's."""
    own = {need.initiative_id, *current_user.own_initiatives}
    found = similar(need.title, current_user, but=need.id)
    return [other for other in found if other.initiative_id not in own][:MOST_SIMILAR]


def where_it_went(need: Need, sentence: str) -> Response:
    """To the need into which another one was merged, with a sentence about what became of the words. A script opens that
    page: a redirect would put all of it into a part of that one."""
    merged = gettext("Dieser Bedarf wurde mit „%(title)s“ zusammengelegt.", title=need.title)
    flash(f"{merged} {sentence}", "plain")
    to = need_address(need)
    if not wants_fragment():
        return redirect(to, code=303)
    return make_response("", {"HX-Redirect": to})
