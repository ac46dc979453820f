"""The words of the desk for roles and for parts of the system."""

from flask_babel import lazy_gettext as _l

from neighbour.forum.models import RoomKind
from neighbour.initiatives.forms import NETWORK_ROLES

ROLES = {name: words for name, words in NETWORK_ROLES if name}

# The first part of an act in the log is the feature that wrote it.
PARTS = {
    "accounts": _l("Konten"),
    "initiatives": _l("Initiativen"),
    "forum": _l("Forum"),
    "programme": _l("Programm"),
    "tools": _l("Werkzeuge"),
    "uploads": _l("Dateien"),
    "desk": _l("Schreibtisch"),
}
KIND_WORDS = {
    RoomKind.EVERYONE: _l("Alle im Netzwerk"),
    RoomKind.FRIENDS: _l("Alle, vor allem Netzwerkfreunde"),
    RoomKind.INITIATIVE: _l("Nur eine Initiative und das Projektteam"),
    RoomKind.TEAM: _l("Nur das Projektteam"),
    RoomKind.BOARD: _l("Nur Beirat und Projektteam"),
}
