"""How needs and calls are said."""

from flask_babel import gettext

from neighbour.events.models.registration import News, Registration


def need_words() -> list[tuple[str, str, str]]:
    """Each need with its label and an example."""
    return [
        ("food", gettext("Essen"), gettext("Zum Beispiel: vegetarisch, keine Nüsse.")),
        ("travel", gettext("Hin und zurück"), gettext("Zum Beispiel: Abholung am Bus.")),
        ("childcare", gettext("Kinder"), gettext("Zum Beispiel: zwei, 4 und 7 Jahre.")),
        ("access", gettext("Hören, Sehen, Gehen"), gettext("Zum Beispiel: Platz vorn, Rollstuhl.")),
    ]


def log_words(registration: Registration) -> str:
    """Without the name: the log is kept for ever."""
    return gettext("%(title)s, Nr. %(number)s", title=registration.event.title, number=registration.number)


def call_lines(registration: Registration) -> list[str]:
    """What to say on the phone."""
    said = {
        News.MOVED: gettext("Bitte sagen: Der Termin ist verlegt."),
        News.CANCELLED: gettext("Bitte sagen: Der Termin fällt aus."),
        News.PLACE_FREE: gettext("Bitte sagen: Ein Platz ist frei geworden."),
        News.TAKEN_OFF: gettext("Bitte sagen: Sie sind abgemeldet."),
    }
    lines = [registration.initiative.name if registration.initiative else "", said[News(registration.to_tell)]]
    if registration.person and registration.person.email:
        lines.append(gettext("Bekam auch eine Mail."))
    if not registration.call_at:
        lines.append(gettext("Keine Nummer bekannt. Vielleicht weiß sie die Initiative."))
    return [line for line in lines if line]
