"""The rooms of the forum: opened, named and put in order. Who reads in one is fixed when it is opened."""

from collections.abc import Sequence
from uuid import UUID

from flask import Blueprint, redirect, request, url_for
from flask_login import current_user
from sqlalchemy import select
from sqlalchemy.orm import joinedload

from neighbour.db import db
from neighbour.desk.forms import NewRoomForm, RoomForm
from neighbour.desk.routes.pieces import desk_page
from neighbour.desk.words import KIND_WORDS
from neighbour.errors import Conflict
from neighbour.forum.models import Room
from neighbour.initiatives import Initiative
from neighbour.outbox import operation_id
from neighbour.web.forms import one_id


def add_to(bp: Blueprint) -> None:
    bp.add_url_rule("/desk/rooms", "rooms", rooms, methods=["GET"])
    bp.add_url_rule("/desk/rooms", "create_room", create_room, methods=["POST"])
    bp.add_url_rule("/desk/rooms/new", "new_room", new_room, methods=["GET"])
    bp.add_url_rule("/desk/rooms/<uuid:room_id>", "edit_room", edit_room, methods=["GET"])
    bp.add_url_rule("/desk/rooms/<uuid:room_id>", "update_room", update_room, methods=["POST"])


def rooms():
    known = select(Room).where(Room.shown_to(current_user)).options(joinedload(Room.initiative))
    known = known.order_by(Room.position, Room.name)
    return desk_page("desk/rooms.html", rooms=db.session.scalars(known).unique().all(), kinds=KIND_WORDS)


def without_room() -> Sequence[Initiative]:
    """An initiative has one room of its own."""
    homeless = Initiative.visible_to(current_user).where(Initiative.id.not_in(Room.housed())).order_by(Initiative.name)
    return db.session.scalars(homeless).unique().all()


def new_room():
    return desk_page("desk/new_room.html", form=NewRoomForm(None, without_room()))


def create_room():
    form = NewRoomForm(request.form, without_room())
    if not form.validate():
        return desk_page("desk/new_room.html", form=form), 422
    words = {name: form[name].data for name in ("name", "purpose", "position", "kind")}
    Room.open(by=current_user, id=operation_id(), initiative_id=one_id(form.initiative.data), **words)
    return redirect(url_for(".rooms"), code=303)


def find(room_id: UUID) -> Room:
    return db.first_or_404(Room.visible_to(current_user).where(Room.id == room_id))


def edit_room(room_id: UUID):
    room = find(room_id)
    return room_page(room, RoomForm(obj=room))


def room_page(room: Room, form: RoomForm, both: Conflict | None = None) -> str:
    return desk_page("desk/room.html", room=room, form=form, error=both)


def update_room(room_id: UUID):
    """Keeps the words, or shows both texts above what was typed: sending that once more settles it."""
    room = find(room_id)
    form = RoomForm(request.form)
    if not form.validate():
        return room_page(room, form), 422
    words = {name: form[name].data for name in ("name", "purpose", "position")}
    try:
        room.edit(by=current_user, version=form.read_version, **words)
    except Conflict as both:
        form.version.data = str(room.version or "")
        return room_page(room, form, both), 409
    return redirect(url_for(".rooms"), code=303)
