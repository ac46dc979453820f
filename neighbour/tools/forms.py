"""What the team may say of a tool. Every fact can be left „nicht bekannt“."""

import re

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, HiddenField, SelectMultipleField, ValidationError
from wtforms.widgets import CheckboxInput

from neighbour.tools import words
from neighbour.web.forms import Form, choice, line, text

ADDRESS = re.compile(r"[\w.-]+\.[a-z]{2,}(/[\w./~%-]*)?", re.IGNORECASE)
BIGGEST_GROUP = 100_000
TEXTS = (
    "name", "one_line", "paper", "steps", "stays_on_paper", "watch_out", "rather_not", "plain",
    "cost_note", "provider", "hosting_note", "licence", "privacy_note", "caution", "site",
    "form_title", "form_intro", "form_columns", "form_footer",
)  # fmt: skip
NUMBERS = ("group_min", "group_max")


def spelled(value) -> str:
    """A fact as a form carries it; nothing for what is not known."""
    if value is None:
        return ""
    return ("yes" if value else "no") if isinstance(value, bool) else str(value)


def fact(name: str, label=None):
    """One of the values that are known for a fact, or not known."""
    offered = [(spelled(value), words_of) for value, words_of in words.EXPLAINED[name].items()]
    return choice(label or words.LABELS[name], [("", words.UNKNOWN), *offered], default="")


def several(label):
    return SelectMultipleField(label, validate_choice=False, validators=[all_listed], option_widget=CheckboxInput())


def all_listed(_form: Form, field) -> None:
    if not set(field.data or ()) <= {str(offered.value) for offered in field.iter_choices()}:
        raise ValidationError(_l("Bitte wählen Sie etwas aus der Liste."))


def page_text(label):
    return text(label, longest=4000, required=False)


def remark(label, longest: int = 200):
    return line(label, longest=longest, required=False)


class ToolForm(Form):
    """An entry of the catalogue, all of it."""

    version = HiddenField()
    name = line(_l("Name"), longest=80)
    one_line = line(_l("In einem Satz: Was tut es?"), longest=200)
    paper = BooleanField(_l("Papier, ohne Bildschirm"))
    category = choice(_l("Thema"), [], default="")
    wishes = several(_l("Hilft, wenn jemand das möchte"))
    beside = several(_l("Steht daneben"))

    steps = page_text(_l("So fangen Sie an"))
    stays_on_paper = page_text(_l("Was auf Papier bleibt"))
    watch_out = page_text(_l("Worauf Sie achten"))
    rather_not = page_text(_l("Wann lieber nicht"))
    plain = page_text(_l("In einfacher Sprache"))

    offline = fact("offline")
    account_participant = fact("account_participant")
    account_organiser = fact("account_organiser")
    cost_model = fact("cost_model")
    cost_note = remark(_l("Zu den Kosten"))
    difficulty = fact("difficulty")
    group_min = remark(_l("Ab wie vielen Personen"), 9)
    group_max = remark(_l("Bis zu wie vielen Personen"), 9)
    german = fact("german")
    eu_hosting = fact("eu_hosting")
    provider = remark(_l("Anbieter"), 160)
    hosting_note = remark(_l("Zum Anbieter"), 300)
    us_provider = fact("us_provider")
    self_host = fact("self_host")
    open_source = fact("open_source")
    licence = remark(_l("Lizenz"), 60)
    licence_precision = fact("licence_precision", _l("Wie sicher die Lizenz ist"))
    privacy_note = remark(_l("Daten"), 300)
    caution = remark(_l("Vorsicht"), 300)
    site = remark(_l("Seite im Internet"), 120)

    form_title = remark(_l("Überschrift des Vordrucks"), 80)
    form_intro = remark(_l("Anleitung auf dem Vordruck"), 400)
    form_columns = text(_l("Spalten des Vordrucks"), longest=300, required=False)
    form_footer = remark(_l("Unter der Tabelle"), 300)
    checked = BooleanField(_l("Ich habe alle Angaben geprüft und stehe dafür mit meinem Namen."))

    def validate_group_min(self, field) -> None:
        if field.data and not (field.data.isdecimal() and 0 < int(field.data) <= BIGGEST_GROUP):
            raise ValidationError(_l("Bitte schreiben Sie eine Zahl."))

    validate_group_max = validate_group_min

    def validate_site(self, field) -> None:
        field.data = re.sub(r"^https?://", "", field.data or "").rstrip("/")
        if field.data and not ADDRESS.fullmatch(field.data):
            raise ValidationError(_l("Bitte schreiben Sie die Adresse so: beispiel.de"))
