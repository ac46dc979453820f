"""What may be typed at the desk."""

import re

from flask_babel import lazy_gettext as _l
from wtforms import SelectField, ValidationError

from neighbour.accounts.models import RoleName
from neighbour.desk.words import KIND_WORDS, PARTS, ROLES
from neighbour.forum.models import RoomKind
from neighbour.initiatives.forms import ADDRESS, MANY, NAME_LENGTH, NETWORK_ROLES, VersionedForm, number
from neighbour.initiatives.models.kinds import ROLE_WORDS
from neighbour.web.forms import Form, choice, line, named, one_line, text

ENDED = "ended"
SEPARATORS = ";,\t"
HEADS = {"name", "namen", "vorname"}
ADDRESS_HEADS = {"e-mail", "email", "mail", "e-mail-adresse", "adresse"}
ALL_ROLES = [("", _l("Alle")), *ROLE_WORDS.items(), *ROLES.items(), (ENDED, _l("Konto beendet"))]


class PeopleForm(Form):
    """Which people the table shows; `after` is the handle of the last one on the page before."""

    q = line(_l("Name"), longest=80, required=False)
    initiative = choice(_l("Initiative"), [])
    role = choice(_l("Rolle"), ALL_ROLES, default="")
    after = line(_l("Ab"), longest=42, required=False)

    def __init__(self, typed, initiatives):
        super().__init__(typed)
        self.initiative.choices = named([("", _l("Alle")), *((each.slug, each.name) for each in initiatives)])
        self.initiative.data = self.initiative.data or ""
        self.role.data = self.role.data or ""


class RoleForm(Form):
    """One role of the network, to be given or taken."""

    role = choice(_l("Rolle"), [])

    def __init__(self, typed, viewer):
        super().__init__(typed)
        self.role.choices = named(offered_roles(viewer))


def offered_roles(viewer) -> list[tuple[str, str]]:
    """What this person may give and take."""
    return [(name, ROLES[name]) for name in RoleName if viewer.role_changeable_by(viewer, name)]


class CallForm(Form):
    """A call, in the few fields that one fills while the other person is still talking."""

    who = line(_l("Mit wem?"), longest=80, required=False)
    initiative = SelectField(_l("Initiative"), validate_choice=False)
    said = text(_l("Was wurde gesagt?"), longest=5000, required=_l("Bitte schreiben Sie, was gesagt wurde."))


class AuditForm(Form):
    """Which lines of the log are shown: of one part of the system, of one person."""

    part = choice(_l("Bereich"), [("", _l("Alle")), *PARTS.items()], default="")
    who = line(_l("Wer"), longest=80, required=False)

    def __init__(self, typed):
        super().__init__(typed)
        self.part.data = self.part.data or ""


class RoomForm(VersionedForm):
    """What may change about a room."""

    name = line(_l("Name"), longest=80, required=_l("Bitte schreiben Sie, wie der Raum heißt."))
    purpose = text(_l("Worum es hier geht"), longest=300, required=False)
    position = number(_l("Stelle in der Liste"), most=999)


class NewRoomForm(RoomForm):
    """A new room also says who reads in it; that stays as it is."""

    kind = choice(_l("Wer hier liest"), list(KIND_WORDS.items()), default=RoomKind.EVERYONE)
    initiative = choice(_l("Initiative, wenn nur sie hier liest"), [])

    def __init__(self, typed, without_room):
        super().__init__(typed)
        self.initiative.choices = named([("", _l("Keine")), *((str(each.id), each.name) for each in without_room)])
        self.initiative.data = self.initiative.data or ""

    def validate_initiative(self, field) -> None:
        if (self.kind.data == RoomKind.INITIATIVE) != bool(field.data):
            raise ValidationError(
                _l("Liest hier nur eine Initiative? Dann wählen Sie sie aus. Sonst lassen Sie das Feld leer.")
            )


class InvitationsForm(Form):
    """Many invitations at once: a name a line, with or without an address."""

    people = text(_l("Name; E-Mail"), longest=MANY * 340, required=_l("Bitte schreiben Sie mindestens einen Namen."))
    initiative = choice(_l("Initiative"), [])
    membership_role = choice(_l("Rolle in der Initiative"), list(ROLE_WORDS.items()), default="member")

    def __init__(self, typed, initiatives):
        super().__init__(typed)
        known = ((str(each.id), each.name) for each in initiatives)
        self.initiative.choices = named([("", _l("Keine, nur ins Netzwerk")), *known])
        self.initiative.data = self.initiative.data or ""

    @property
    def numbered(self) -> list[tuple[int, str, str]]:
        """(number of the line, name, address) of every line that says something; the head of a table says nothing."""
        lines = enumerate((self.people.data or "").split("\n"), start=1)
        parts = [(place, *apart(each)) for place, each in lines if each.strip(SEPARATORS + " ")]
        return parts[1:] if parts and is_head(*parts[0][1:]) else parts

    @property
    def listed(self) -> list[tuple[str, str]]:
        return [(name, address) for _number, name, address in self.numbered]

    def validate_people(self, field) -> None:
        if not self.listed:
            raise ValidationError(_l("Bitte schreiben Sie mindestens einen Namen."))
        if len(self.listed) > MANY:
            raise ValidationError(_l("Das sind mehr als %(many)s Namen. Bitte in zwei Schritten.", many=MANY))
        known = set()
        for place, name, address in self.numbered:
            if sentence := wrong_with(name, address, known):
                raise ValidationError(_l("Zeile %(number)s: %(sentence)s", number=place, sentence=sentence))
            known |= {name.casefold(), address.casefold()}


def apart(typed: str) -> tuple[str, str]:
    """Name and address, as one types them or as they come out of a spreadsheet."""
    name, *more = re.split(f"[{SEPARATORS}]", typed.strip(SEPARATORS + " "), maxsplit=1)
    if typed.lstrip(" ")[0] in SEPARATORS:
        name, more = "", [name, *more]
    return one_line(name), one_line(" ".join(more)).strip(SEPARATORS + " ")


def is_head(name: str, address: str) -> bool:
    return name.casefold() in HEADS and address.casefold() in {"", *ADDRESS_HEADS}


def wrong_with(name: str, address: str, known: set[str]):
    """A sentence about one line, or nothing; `known` is what stands above it."""
    if "@" in name:
        return _l("„%(name)s“ ist eine Adresse. Davor fehlt der Name.", name=name[:80])
    if not name or len(name) > NAME_LENGTH:
        return _l("„%(name)s“: Ein Name hat 1 bis 80 Zeichen.", name=(name or address)[:80])
    if address and (len(address) > 254 or not ADDRESS.fullmatch(address)):
        return _l("„%(address)s“ ist keine E-Mail-Adresse.", address=address[:80])
    twice = next((each for each in (address, name) if each and each.casefold() in known), None)
    return _l("„%(twice)s“ steht zweimal da.", twice=twice) if twice else None


class NetworkInvitationsForm(InvitationsForm):
    """Only the lead invites to a role in the network."""

    role = choice(_l("Rolle im Netzwerk"), NETWORK_ROLES, default="")


class SettlementForm(Form):
    """A letter is settled, with a sentence for who wrote it."""

    answer = text(_l("Was Sie dazu sagen möchten"), longest=2_000, required=False)
