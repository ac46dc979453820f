"""Searching what was written."""

from flask import Blueprint, request
from flask_login import current_user

from neighbour.forum.forms import SearchForm
from neighbour.forum.searching import search
from neighbour.web.fragments import page_or_fragment


def add_to(bp: Blueprint) -> None:
    bp.add_url_rule("/search", "found", found, methods=["GET"])


def found():
    form = SearchForm(request.args)
    status = 200 if form.validate() else 422
    hits = search(form.q.data, current_user) if status == 200 else []
    words = {"form": form, "hits": hits, "words": tuple((form.q.data or "").split())}
    return page_or_fragment("forum/search.html", "forum/_found.html", **words), status
