"""Writing anew what the hosts know of somebody who comes."""

from uuid import UUID

from flask_babel import lazy_gettext as _l

from neighbour.errors import NotAllowed
from neighbour.events.models.registration import Registration


def correct(registration: Registration, *, by, name: str, phone: str, initiative_id: UUID | None, **needs: str) -> None:
    """Whoever has an account keeps its name. Raises NotAllowed."""
    registration.lock()
    if not registration.event.hosted_by(by):
        raise NotAllowed(_l("Das darf nur, wer zu diesem Termin einlädt, oder das Projektteam."))
    if not registration.is_running:
        raise NotAllowed(_l("%(name)s ist nicht mehr angemeldet.", name=registration.name))
    if registration.person_id is None:
        registration.name = name
    registration.phone, registration.initiative_id = phone, initiative_id
    registration.say_needs(by=by, **needs)
