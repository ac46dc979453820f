"""The words of the desk for roles and for parts of the system."""

from flask_babel import lazy_gettext as _l

from neighbour.accounts.models import NETWORK_ROLE_WORDS
from neighbour.forum.models import RoomKind

ROLES = NETWORK_ROLE_WORDS

# The first part of an act in the log is the feature that wrote it.
PARTS = {
    "accounts": _l("Konten"),
    "initiatives": _l("Initiativen"),
    "forum": _l("Forum"),
    "events": _l("Termine"),
    "materials": _l("Materialien"),
    "programme": _l("Programm"),
    "tools": _l("Werkzeuge"),
    "uploads": _l("Dateien"),
    "desk": _l("Schreibtisch"),
}
ACTS = {
    "accounts.addition": _l("Konto angelegt"),
    "accounts.end": _l("Konto beendet"),
    "accounts.reopening": _l("Konto wieder geöffnet"),
    "accounts.role": _l("Rolle geändert"),
    "accounts.sign_in_slip": _l("Anmeldezettel gedruckt"),
    "desk.assignment": _l("Übernommen"),
    "desk.call": _l("Anruf notiert"),
    "desk.device": _l("Gerät abgemeldet"),
    "desk.letter_settlement": _l("Brief erledigt"),
    "desk.list": _l("Liste heruntergeladen"),
    "desk.return": _l("Zurückgegeben"),
    "events.announcement": _l("Termin angekündigt"),
    "events.call": _l("Wegen eines Termins angerufen"),
    "events.cancellation": _l("Termin abgesagt"),
    "events.edit": _l("Termin geändert"),
    "events.guest_link": _l("Link für Gäste erneuert"),
    "events.invitation": _l("Zu einem Termin eingeladen"),
    "events.move": _l("Termin verlegt"),
    "events.registration": _l("Zu einem Termin angemeldet"),
    "events.withdrawal": _l("Von einem Termin abgemeldet"),
    "forum.closure": _l("Thema geschlossen"),
    "forum.hiding": _l("Beitrag verborgen"),
    "forum.move": _l("Thema verschoben"),
    "forum.reopening": _l("Thema wieder geöffnet"),
    "forum.room": _l("Raum eingerichtet"),
    "forum.room_change": _l("Raum geändert"),
    "forum.unhiding": _l("Beitrag wieder gezeigt"),
    "initiatives.addition": _l("Initiative angelegt"),
    "initiatives.edit": _l("Initiative geändert"),
    "initiatives.invitation": _l("Eingeladen"),
    "initiatives.redemption": _l("Einladung eingelöst"),
    "initiatives.removal": _l("Aus der Initiative genommen"),
    "initiatives.role": _l("Rolle in der Initiative geändert"),
    "initiatives.withdrawal": _l("Einladung zurückgezogen"),
    "materials.addition": _l("Material dazugelegt"),
    "materials.replacement": _l("Material ersetzt"),
    "materials.withdrawal": _l("Fassung eines Materials zurückgezogen"),
    "needs.confirmation": _l("Bedarf bestätigt"),
    "needs.merger": _l("Bedarfe zusammengelegt"),
    "needs.responsibility": _l("Bedarf weitergegeben"),
    "needs.separation": _l("Bedarfe wieder getrennt"),
    "needs.sharing": _l("Bedarf geteilt"),
    "needs.spoken_confirmation": _l("Bedarf am Telefon bestätigt"),
    "needs.state": _l("Stand eines Bedarfs geändert"),
    "needs.unsharing": _l("Bedarf nicht mehr geteilt"),
    "needs.withdrawal": _l("Bedarf hat sich erledigt"),
    "programme.beginning": _l("Programm begonnen"),
    "tools.addition": _l("Werkzeug angelegt"),
    "tools.check": _l("Werkzeug geprüft"),
    "tools.edit": _l("Werkzeug geändert"),
}
KIND_WORDS = {
    RoomKind.EVERYONE: _l("Alle im Netzwerk"),
    RoomKind.FRIENDS: _l("Alle, vor allem Netzwerkfreunde"),
    RoomKind.INITIATIVE: _l("Nur eine Initiative und das Projektteam"),
    RoomKind.TEAM: _l("Nur das Projektteam"),
    RoomKind.BOARD: _l("Nur Beirat und Projektteam"),
}


def spoken_act(act: str) -> str:
    """What was done, in words; an act that has none yet is named after its part of the system."""
    return str(ACTS.get(act) or PARTS.get(act.partition(".")[0], act))
