"""Who was told how stands on the page of calls, also after somebody has called."""

from sqlalchemy import select

from neighbour.audit import LogLine
from neighbour.db import db, now
from neighbour.mail.models import Mail
from tests.architecture.pages import Page
from tests.events.registration.test_telling import move


def test_app_mail_and_telephone_are_named_for_each(sign_in, stage, announce):
    address, eva = announce(), sign_in("eva")
    sign_in("ada").post(f"{address}/registrations")
    eva.post(f"{address}/registrations/proxy", data={"name": "Otto B."})
    assert "Wer wie Bescheid bekam" not in eva.get(f"{address}/calls").text
    move(eva, address)
    with stage():
        for mail in db.session.scalars(select(Mail)):
            mail.sent_at = now()
    calls = eva.get(f"{address}/calls").text
    assert "noch anrufen" in calls and "<s>" not in calls
    [form] = [form for form in Page(calls).forms if form.action == f"{address}/calls"]
    told = calls.partition('name="told" value="')[2].partition('"')[0]

    eva.post(form.action, data=form.untouched | {"told": told})

    after = eva.get(f"{address}/calls").text
    table = after[after.index("Wer wie Bescheid bekam") :]
    otto, ada = table.index("<s>Otto B.</s>"), table.index("Ada")
    assert ", Eva" in table[otto:] and "noch anrufen" not in table
    assert table[ada:otto].count("<time") == 2 and "nicht nötig" in table[ada:otto]
    with stage():
        line = db.session.scalars(select(LogLine).where(LogLine.act == "events.call")).one()
        assert line.sentence == "Soup, Nr. 2"
