"""What an initiative's page shows of its needs."""

from flask import url_for
from flask_babel import gettext

from neighbour.initiatives.models import Status
from neighbour.needs.models import Need
from neighbour.needs.models.rules import homes_of
from neighbour.needs.reading import listed, needs_page

MOST = 5


def needs(viewer, initiative) -> list[tuple[str, dict]]:
    """Those that the viewer may read, and the way to name one for who may."""
    found, said = needs_page(listed(viewer).where(Need.initiative_id == initiative.id), size=MOST)
    is_home = initiative in homes_of(viewer)
    may_name = is_home or (viewer.is_team and initiative.status != Status.APPLIED)
    if not found.rows and not may_name:
        return []
    label = gettext("Bedarf nennen") if is_home else gettext("Bedarf für diese Initiative aufnehmen")
    address = url_for("needs.new_need", initiative=initiative.slug) if may_name else None
    words = {"needs": found, "counts": said, "names": address, "label": label}
    return [("needs/_initiative_section.html", words)]
