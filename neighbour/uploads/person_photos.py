"""A person's photo: chosen on one's own page, seen by everybody who reads content."""

from uuid import UUID

from flask import Blueprint, Flask, Response, redirect, url_for
from flask_babel import gettext
from flask_login import current_user

from neighbour.accounts import User
from neighbour.uploads.attaching import attach, let_go
from neighbour.uploads.forms import PhotoForm
from neighbour.uploads.guards import guard
from neighbour.uploads.receiving import received, receiving
from neighbour.web.fragments import page
from neighbour.web.slots import fill
from neighbour.web.transaction import preparing

KIND = "person"
bp = Blueprint("person_photos", __name__)


def init_app(app: Flask) -> None:
    app.register_blueprint(bp)
    app.context_processor(lambda: {"photo_url": photo_url, "new_photo_form": PhotoForm})
    fill(app, "me.extras", lambda _viewer: ["uploads/_my_photo.html"])
    guard(app, KIND, sees)


def sees(viewer, person_id: UUID) -> bool:
    return viewer.reads_content or viewer.id == person_id


def photo_url(person: User) -> str | None:
    """The small photo of a person; asks no database."""
    return url_for("uploads.small", upload_id=person.photo_id) if person.photo_id else None


@bp.get("/me/photo")
def photo() -> str:
    return page("uploads/my_photo.html", form=PhotoForm())


@bp.post("/me/photo")
@preparing(receiving(photos_in="photo", files_in=None, most_photos=1))
def create_photo() -> Response | tuple[str, int]:
    form = PhotoForm()
    if received().fits(form) and not received().photos:
        form.refuse("photo", gettext("Bitte wählen Sie ein Foto."))
    if form.errors:
        return page("uploads/my_photo.html", form=form), 422
    let_go(KIND, current_user.id)
    [upload] = attach(received(), KIND, current_user.id, by=current_user, alt=current_user.name)
    current_user.photo_id = upload.id
    return redirect(url_for("accounts.me"), code=303)


@bp.post("/me/photo/removal")
def create_removal() -> Response:
    let_go(KIND, current_user.id)
    current_user.photo_id = None
    return redirect(url_for("accounts.me"), code=303)
