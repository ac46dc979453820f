"""Sends what is due: by SMTP, or into files when no mail server is named."""

import os
import smtplib
import ssl
from collections.abc import Callable
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import formatdate, make_msgid
from pathlib import Path
from urllib.parse import unquote, urlsplit

from flask import current_app

from neighbour.db import db
from neighbour.mail.models import Mail

SENDER = "Neighbour <neighbour@{host}>"
TIMEOUT_SECONDS = 20

Send = Callable[[EmailMessage], None]


def deliver_due(send: Send | None = None) -> int:
    """Sends every mail that is due, each in two short transactions. Returns how many were sent."""
    send = send or transport(current_app.config["MAIL_URL"], Path(current_app.config["HOME"]))
    sent = 0
    while mail := claimed():
        try:
            send(message(mail))
        except Exception as error:  # an address may break letter and server in many ways; the next mail still goes
            mail.failed(error)
            if mail.is_given_up:
                tell_given_up(mail)
        else:
            mail.delivered()
            sent += 1
        db.session.commit()
    return sent


def tell_given_up(mail: Mail) -> None:
    for tell in current_app.extensions["mails_given_up"]:
        tell(mail.cause)


def claimed() -> Mail | None:
    mail = Mail.claim()
    db.session.commit()
    return mail


def message(mail: Mail) -> EmailMessage:
    host = urlsplit(current_app.config["PUBLIC_URL"]).hostname or "localhost"
    letter = EmailMessage()
    letter["From"] = SENDER.format(host=host)
    letter["To"] = Address(addr_spec=mail.recipient)
    letter["Subject"] = mail.subject
    letter["Date"] = formatdate(localtime=False)
    letter["Message-ID"] = make_msgid(idstring=mail.id.hex, domain=host)
    letter.set_content(mail.text)
    return letter


def transport(url: str, home: Path) -> Send:
    return smtp(url) if url else into_files(home / "mail")


def into_files(folder: Path) -> Send:
    def send(letter: EmailMessage) -> None:
        folder.mkdir(exist_ok=True)
        name = letter["Message-ID"].strip("<>").split("@")[0].replace("/", "")
        partial = folder / f".{name}"
        partial.write_bytes(bytes(letter))
        os.replace(partial, folder / f"{name}.eml")

    return send


def smtp(url: str) -> Send:
    """`smtp://user:password@host:port`; port 465 speaks TLS from the start, others when the server offers it."""
    server = urlsplit(url)
    port = server.port or 25
    context = ssl.create_default_context()

    def send(letter: EmailMessage) -> None:
        connect = smtplib.SMTP_SSL if port == 465 else smtplib.SMTP
        secure = {"context": context} if port == 465 else {}
        with connect(server.hostname, port, timeout=TIMEOUT_SECONDS, **secure) as line:
            line.ehlo()
            if port != 465 and line.has_extn("starttls"):
                line.starttls(context=context)
            if server.username:
                line.login(unquote(server.username), unquote(server.password or ""))
            line.send_message(letter)

    return send
