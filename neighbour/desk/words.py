"""The words of the desk for roles and for parts of the system."""

from flask_babel import lazy_gettext as _l

from neighbour.initiatives.forms import NETWORK_ROLES

ROLES = {name: words for name, words in NETWORK_ROLES if name}

# The first part of an act in the log is the feature that wrote it.
PARTS = {
    "accounts": _l("Konten"),
    "initiatives": _l("Initiativen"),
    "forum": _l("Forum"),
    "tools": _l("Werkzeuge"),
    "uploads": _l("Dateien"),
    "desk": _l("Schreibtisch"),
}
