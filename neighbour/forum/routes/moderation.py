"""Closing, moving, hiding, marking the answer, reporting."""

from uuid import UUID

from flask import Blueprint, flash, redirect, request
from flask_babel import gettext
from flask_login import current_user

from neighbour.db import db
from neighbour.forum import telling
from neighbour.forum.forms import ClosureForm, MoveForm, ReasonForm
from neighbour.forum.models import Post, Report, Room
from neighbour.forum.routes.finding import find_post, find_topic, post_address, topic_address
from neighbour.outbox import operation_id
from neighbour.web.forms import one_id
from neighbour.web.fragments import page


def add_to(bp: Blueprint) -> None:
    topic, post = "/topics/<uuid:topic_id>", "/posts/<uuid:post_id>"
    bp.add_url_rule(f"{topic}/closure", "new_closure", new_closure, methods=["GET"])
    bp.add_url_rule(f"{topic}/closure", "create_closure", create_closure, methods=["POST"])
    bp.add_url_rule(f"{topic}/reopening", "create_reopening", create_reopening, methods=["POST"])
    bp.add_url_rule(f"{topic}/move", "new_move", new_move, methods=["GET"])
    bp.add_url_rule(f"{topic}/move", "create_move", create_move, methods=["POST"])
    bp.add_url_rule(f"{topic}/answer", "create_answer", create_answer, methods=["POST"])
    bp.add_url_rule(f"{post}/hiding", "new_hiding", new_hiding, methods=["GET"])
    bp.add_url_rule(f"{post}/hiding", "create_hiding", create_hiding, methods=["POST"])
    bp.add_url_rule(f"{post}/unhiding", "create_unhiding", create_unhiding, methods=["POST"])
    bp.add_url_rule(f"{post}/report", "new_report", new_report, methods=["GET"])
    bp.add_url_rule(f"{post}/report", "create_report", create_report, methods=["POST"])
    bp.add_url_rule("/reports/<uuid:report_id>/settlement", "create_settlement", create_settlement, methods=["POST"])


def new_closure(topic_id: UUID):
    found = find_topic(topic_id)
    found.refuse_closing(current_user)
    return page("forum/closure.html", topic=found, form=ClosureForm())


def create_closure(topic_id: UUID):
    found, form = find_topic(topic_id), ClosureForm(request.form)
    if not form.validate():
        return page("forum/closure.html", topic=found, form=form), 422
    found.close(current_user, form.summary.data)
    telling.topic_closed(found, by=current_user)
    return redirect(topic_address(found), code=303)


def create_reopening(topic_id: UUID):
    found = find_topic(topic_id)
    found.reopen(current_user)
    return redirect(topic_address(found), code=303)


def rooms_for(topic) -> list[Room]:
    rooms = db.session.scalars(Room.visible_to(current_user).order_by(Room.position, Room.name))
    return [room for room in rooms if room.takes_from(topic.room)]


def new_move(topic_id: UUID):
    found = find_topic(topic_id)
    found.refuse_moving(current_user)
    return page("forum/move.html", topic=found, form=MoveForm(rooms=rooms_for(found)))


def create_move(topic_id: UUID):
    found = find_topic(topic_id)
    rooms = rooms_for(found)
    form = MoveForm(request.form, rooms=rooms)
    if not form.validate():
        return page("forum/move.html", topic=found, form=form), 422
    found.move(current_user, next(room for room in rooms if room.slug == form.room.data))
    return redirect(topic_address(found), code=303)


def create_answer(topic_id: UUID):
    """The post that answers the topic; without one the mark is taken away."""
    found = find_topic(topic_id)
    wanted = request.form.get("post", "")
    own = Post.visible_to(current_user).where(Post.id == one_id(wanted), Post.topic_id == found.id)
    post = db.first_or_404(own) if wanted else None
    found.mark_answer(current_user, post)
    if post:
        telling.answer_marked(post, by=current_user)
    return redirect(topic_address(found), code=303)


def new_hiding(post_id: UUID):
    found = find_post(post_id)
    found.refuse_hiding(current_user)
    return page("forum/hiding.html", post=found, form=ReasonForm())


def create_hiding(post_id: UUID):
    found, form = find_post(post_id), ReasonForm(request.form)
    if not form.validate():
        return page("forum/hiding.html", post=found, form=form), 422
    found.hide(current_user, form.reason.data)
    telling.post_hidden(found, by=current_user)
    return redirect(post_address(found), code=303)


def create_unhiding(post_id: UUID):
    found = find_post(post_id)
    found.unhide(current_user)
    return redirect(post_address(found), code=303)


def new_report(post_id: UUID):
    return page("forum/report.html", post=find_post(post_id), form=ReasonForm())


def create_report(post_id: UUID):
    found, form = find_post(post_id), ReasonForm(request.form)
    if not form.validate():
        return page("forum/report.html", post=found, form=form), 422
    Report.make(found, by=current_user, reason=form.reason.data, id=operation_id())
    flash(gettext("Danke. Das Projektteam schaut sich den Beitrag an."), "notice")
    return redirect(post_address(found), code=303)


def create_settlement(report_id: UUID):
    report = db.first_or_404(Report.visible_to(current_user).where(Report.id == report_id))
    report.settle(current_user)
    flash(gettext("Die Meldung ist erledigt."), "notice")
    return redirect(post_address(report.post), code=303)
