"""„Bei uns auch“, and the letters below a need."""

from uuid import UUID

from flask import Blueprint, redirect, request
from flask_babel import gettext
from flask_login import current_user

from neighbour.needs import telling
from neighbour.needs.forms import AnswerForm, SameHereForm
from neighbour.needs.models import Need, SameHere
from neighbour.needs.routes.finding import find_need, need_address, need_words, where_it_went
from neighbour.outbox import operation_id
from neighbour.web.forms import one_id
from neighbour.web.fragments import fragment_or_redirect, page_or_fragment, wants_fragment


def add_to(bp: Blueprint) -> None:
    need = "/<uuid:need_id>"
    bp.add_url_rule(f"{need}/same-here", "create_same_here", create_same_here, methods=["POST"])
    bp.add_url_rule(f"{need}/same-here/withdrawal", "withdraw_same_here", withdraw_same_here, methods=["POST"])
    bp.add_url_rule(f"{need}/answers", "create_answer", create_answer, methods=["POST"])


def create_same_here(need_id: UUID):
    """To a need that was merged meanwhile it is said too, and counts where that one went."""
    found = find_need(need_id)
    form = SameHereForm(request.form, initiatives=found.homes_that_know_it(current_user))
    if form.initiative.choices and not form.validate():
        words = {**need_words(found), "same_here_form": form}
        return page_or_fragment("needs/need.html", "needs/_same_here.html", **words), 422
    target, is_new = found.end_of_way(), SameHere.of(found.id, current_user.id) is None
    found.say_same_here(current_user, words=form.words.data, initiative=one_id(form.initiative.data), id=operation_id())
    if is_new:
        telling.said_same_here(found, target, by=current_user)
    if target is not found:
        return where_it_went(target, gettext("Ihr „Bei uns auch“ zählt dort."))
    return same_here_answer(found)


def same_here_answer(need: Need):
    to = need_address(need, _anchor="same-here")
    if not wants_fragment():
        return redirect(to, code=303)
    return fragment_or_redirect("needs/_same_here.html", to=to, **need_words(need))


def withdraw_same_here(need_id: UUID):
    found = find_need(need_id)
    if found.withdraw_same_here(current_user):
        telling.unsaid_same_here(found, found.end_of_way(), by=current_user)
    return same_here_answer(found)


def create_answer(need_id: UUID):
    """A letter to a need that was merged meanwhile goes where that one went."""
    found = find_need(need_id)
    form = AnswerForm(request.form)
    if not form.validate():
        words = {**need_words(found), "form": form}
        return page_or_fragment("needs/need.html", "needs/_answer_form.html", **words), 422
    target = found.end_of_way()
    letter = target.answer(current_user, form.body.data, id=operation_id())
    telling.answered(target, by=current_user)
    if target is not found:
        return where_it_went(target, gettext("Ihre Antwort steht jetzt dort."))
    to = need_address(found, _anchor=f"answer-{letter.id}")
    return fragment_or_redirect("needs/_answer.html", to=to, answer=letter)
