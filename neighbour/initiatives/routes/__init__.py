"""Where initiatives are on the web: for readers, for who writes about them, for their people, and at the door."""

from flask import Blueprint, Flask
from flask_babel import lazy_gettext as _l

from neighbour.initiatives.drawing import NAMES_AT, land
from neighbour.initiatives.models.kinds import REGION_WORDS
from neighbour.initiatives.routes import editing, invitations, joining, members, reading
from neighbour.pwa import kept
from neighbour.web import navigation

bp = Blueprint("initiatives", __name__)
kept(
    bp,
    except_=(
        "edit_portrait",
        "edit_programme",
        "initiative",
        "invitations",
        "join",
        "join_with_account",
        "member",
        "new_initiative",
        "new_join",
        "removal",
        "slips",
        "welcome",
    ),
)
for part in (reading, editing, members, invitations, joining):
    part.add_to(bp)


def init_app(app: Flask) -> None:
    app.register_blueprint(bp)
    navigation.add(
        app, navigation.MENU, _l("Initiativen"), "initiatives.initiatives", icon="people", order=5,
        shown_to=lambda viewer: viewer.reads_content,
    )  # fmt: skip
    navigation.add(
        app, navigation.MENU, _l("Einladung einlösen"), "initiatives.new_join", icon="paper", order=10,
        shown_to=lambda viewer: not viewer.is_signed_in,
    )  # fmt: skip


@bp.context_processor
def drawing() -> dict:
    return {"land": land(), "names_at": NAMES_AT, "region_words": REGION_WORDS}
