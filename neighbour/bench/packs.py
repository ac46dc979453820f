"""What taking along costs: a whole pack of the demo, what a day changes of it, the question whether anything has."""

import json
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from neighbour.accounts import User
from neighbour.bench.figures import Figure
from neighbour.config import Config
from neighbour.db import db, migrating, now, uuid7
from neighbour.demo.loading import load
from neighbour.events import Event
from neighbour.forum import Topic
from neighbour.tools import Tool

HOST = "http://localhost"
WHOSE = {"email": "renate@demo.example", "password": "nachbarschaft", "device": "mine"}
# A day: so many answers in so many topics, and so many tools checked.
ANSWERS, TOPICS, TOOLS = 12, 4, 2


@contextmanager
def demo_house() -> Iterator[Flask]:
    from neighbour import create_app

    with tempfile.TemporaryDirectory(prefix="neighbour-packs-") as folder:
        app = create_app(Config(HOME=Path(folder), SECRET_KEY="measured only"))
        app.config["PACK_SECONDS"] = 60
        with app.app_context():
            migrating.bring_up_to_date()
            load()
            db.session.commit()
        yield app


class Device:
    """Renate's telephone, which takes along what is wanted by itself. Counts what travels."""

    def __init__(self, app: Flask):
        self.browser: FlaskClient = app.test_client()
        headers = {"Origin": HOST, "Sec-Fetch-Site": "same-origin"}
        self.browser.post("/sign-in", data=WHOSE, headers=headers)
        self.etag = ""
        self.etags: dict[str, str] = {}
        self.held: dict[str, str] = {}
        self.octets = 0

    def ask(self, address: str, etag: str = ""):
        known = {"If-None-Match": f'"{etag}"'} if etag else {}
        answer = self.browser.get(address, headers={"Accept-Encoding": "br", **known})
        self.octets += len(answer.data)
        return answer

    def read(self, address: str):
        """The same once more without compression, and not counted."""
        return self.browser.get(address)

    def sync(self, *, everything: bool = False) -> int:
        """As the worker does it; says how many octets of bodies came."""
        self.octets = 0
        answer = self.ask("/sync/packs", self.etag)
        if answer.status_code == 304:
            return self.octets
        self.etag = (answer.get_etag()[0] or "").partition(":")[0]
        for part in self.read("/sync/packs").get_json()["packs"]:
            if (part["wanted"] or everything) and self.etags.get(part["name"]) != part["etag"]:
                self.fetch(part["name"], part["etag"])
        return self.octets

    def fetch(self, name: str, etag: str) -> None:
        self.ask(f"/sync/packs/{name}")
        manifest = self.read(f"/sync/packs/{name}").get_json()
        wanted = [
            number for number, (url, version, *_) in enumerate(manifest["pages"]) if self.held.get(url) != version
        ]
        while wanted:
            address = f"/sync/packs/{name}/pages?of={etag}&want={','.join(map(str, wanted))}"
            self.ask(address)
            pages = [json.loads(line) for line in self.read(address).data.splitlines()]
            self.held |= {page["url"]: page["version"] for page in pages}
            wanted = wanted[len(pages) :]
        self.octets += sum(octets for url, _version, octets in manifest["files"] if url not in self.held)
        self.held |= {url: version for url, version, _octets in manifest["files"]}
        self.etags[name] = etag


def figures() -> list[Figure]:
    with demo_house() as app:
        device, all_of_it = Device(app), Device(app)
        wanted, everything = device.sync(), all_of_it.sync(everything=True)
        device.sync()  # that it has something is news to the server, once
        nothing = device.sync()
        day = after(app, live_a_day, device)
        return [
            Figure("pack wanted by itself (basic, tools, next event)", wanted / 1000, "kB", 250),
            Figure("  everything that Renate may take along", everything / 1000, "kB", 400),
            Figure("  pages", len(all_of_it.held), ""),
            Figure("nothing new, body", nothing, "B", 500),
            Figure("a day's changes: twelve answers, two tools checked", day / 1000, "kB", 10),
            Figure("  the next workshop written anew", after(app, change_the_next_event, device) / 1000, "kB"),
        ]


def after(app: Flask, act: Callable[[User], None], device: Device) -> int:
    """What the device fetches when this was done."""
    with app.app_context():
        act(db.session.scalars(select(User).where(User.handle == "jonas")).unique().one())
        db.session.commit()
    return device.sync()


def live_a_day(jonas: User) -> None:
    topics = db.session.scalars(select(Topic).where(Topic.closed_at.is_(None)).limit(TOPICS)).unique().all()
    for number in range(ANSWERS):
        topics[number % TOPICS].reply(jonas, f"Antwort {number}: Das machen wir seit Jahren so.", id=uuid7())
        db.session.flush()
    for tool in db.session.scalars(select(Tool).order_by(Tool.slug).limit(TOOLS)):
        tool.check(by=jonas, seen=tool.version)


def change_the_next_event(jonas: User) -> None:
    coming = select(Event).where(Event.ends_at > now()).order_by(Event.ends_at).limit(1)
    event = db.session.scalars(coming).unique().one()
    event.edit(jonas, version=event.version, food="Suppe und Kuchen")
