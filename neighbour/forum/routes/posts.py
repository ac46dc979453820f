"""Writing a reply, changing it, reading its earlier versions, withdrawing it."""

from uuid import UUID

from flask import Blueprint, redirect, request
from flask_login import current_user

from neighbour.errors import Conflict
from neighbour.forum import telling
from neighbour.forum.forms import EditForm, PostForm
from neighbour.forum.mentioning import keep_mentions
from neighbour.forum.models import Post, ReadMark
from neighbour.forum.routes.finding import find_post, find_topic, post_address, post_words
from neighbour.outbox import operation_id
from neighbour.uploads import Upload, attach, belonging_to, change, received, receiving
from neighbour.web.fragments import fragment_or_redirect, page, page_or_fragment, wants_fragment
from neighbour.web.transaction import preparing


def add_to(bp: Blueprint) -> None:
    bp.add_url_rule("/topics/<uuid:topic_id>/posts", "create_post", create_post, methods=["POST"])
    bp.add_url_rule("/posts/<uuid:post_id>", "post", post, methods=["GET"])
    bp.add_url_rule("/posts/<uuid:post_id>/edit", "edit_post", edit_post, methods=["GET"])
    bp.add_url_rule("/posts/<uuid:post_id>", "update_post", update_post, methods=["POST"])
    bp.add_url_rule("/posts/<uuid:post_id>/versions", "versions", versions, methods=["GET"])
    bp.add_url_rule("/posts/<uuid:post_id>/withdrawal", "new_withdrawal", new_withdrawal, methods=["GET"])
    bp.add_url_rule("/posts/<uuid:post_id>/withdrawal", "create_withdrawal", create_withdrawal, methods=["POST"])
    bp.add_url_rule("/posts/<uuid:post_id>/withdrawal/end", "end_withdrawal", end_withdrawal, methods=["POST"])


@preparing(receiving())
def create_post(topic_id: UUID):
    topic = find_topic(topic_id)
    form = PostForm(request.form)
    if not (form.validate() and received().fits(form)):
        words = {"topic": topic, "form": form}
        return page_or_fragment("forum/reply.html", "forum/_post_form.html", **words), 422
    post = topic.reply(current_user, form.body.data, id=operation_id())
    telling.reply_written(post, mentioned=keep_mentions(post))
    attach(received(), "post", post.id, by=current_user, alt=form.alt.data)
    ReadMark.pass_own(post)
    return fragment_or_redirect("forum/_reply.html", to=post_address(post), post=post, **shown(post))


def shown(post: Post) -> dict:
    return post_words(post.topic, [post], swapped_in=True)


def post(post_id: UUID):
    """The post on the page of its topic; for a script the post alone, as it stands."""
    found = find_post(post_id)
    if wants_fragment():
        return page("forum/_post.html", post=found, **shown(found))
    return redirect(post_address(found), code=303)


def edit_post(post_id: UUID):
    found = find_post(post_id)
    found.refuse_editing(current_user)
    uploads = uploads_of(found)
    return edit_page(found, EditForm.of(found, uploads), uploads)


def uploads_of(post: Post) -> list[Upload]:
    return belonging_to("post", [post.id])[post.id]


def edit_page(post: Post, form: EditForm, uploads: list[Upload]):
    words = {"post": post, "form": form, "uploads": uploads}
    return page_or_fragment("forum/edit_post.html", "forum/_edit_form.html", **words)


def update_post(post_id: UUID):
    found = find_post(post_id)
    form = EditForm(request.form)
    if not form.validate():
        return edit_page(found, form, uploads_of(found)), 422
    try:
        found.edit(current_user, form.body.data, version=form.version.data, id=operation_id())
    except Conflict as conflict:
        words = {"post": found, "form": form, "error": conflict, "uploads": uploads_of(found)}
        return page_or_fragment("forum/conflict.html", "forum/_conflict.html", **words), conflict.status
    telling.post_mentions(found, keep_mentions(found))
    if change("post", found.id, removed=form.removed.data, alt=form.new_alt):
        found.topic.touch()
    return fragment_or_redirect("forum/_post.html", to=post_address(found), post=found, **shown(found))


def versions(post_id: UUID):
    found = find_post(post_id)
    if not found.shows_text_to(current_user):
        return redirect(post_address(found), code=303)
    return page("forum/versions.html", post=found)


def new_withdrawal(post_id: UUID):
    found = find_post(post_id)
    found.refuse_withdrawing(current_user)
    return page("forum/withdrawal.html", post=found)


def create_withdrawal(post_id: UUID):
    found = find_post(post_id)
    found.withdraw(current_user)
    return redirect(post_address(found), code=303)


def end_withdrawal(post_id: UUID):
    found = find_post(post_id)
    found.put_back(current_user)
    return redirect(post_address(found), code=303)
