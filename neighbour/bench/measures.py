"""What is measured, in the order of the table in the design."""

from statistics import median

from sqlalchemy import event, select

from neighbour.bench.figures import Figure
from neighbour.bench.house import House
from neighbour.bench.visits import Visit, cpu_per_request
from neighbour.db import db
from neighbour.forum.models import Room, Topic
from neighbour.web.paging import moment_key

ROUNDS = 3


class Bench:
    """Everything that is asked of one house."""

    def __init__(self, house: House, requests: int):
        self.house = house
        self.requests = requests
        self.visit = Visit(house)
        self.visit.sign_in("person1@bench.example")
        with house.app.app_context():
            topics = select(Topic.id).join(Topic.room).where(Room.slug == "small").order_by(Topic.last_at.desc())
            self.topics = [str(id) for id in db.session.scalars(topics)]
            self.pages = {"first": "/forum/rooms/small", "first of many": "/forum/rooms/large"}
            self.pages |= {"last": last_page("small"), "last of many": last_page("large")}

    def topic(self, number: int) -> str:
        return f"/forum/topics/{self.topics[number % len(self.topics)]}"

    def figures(self) -> list[Figure]:
        return [*self.weights(), *self.queries(), *self.costs(), *self.growth(), *self.memory()]

    def weights(self) -> list[Figure]:
        first = self.visit.page_with_its_files(self.topic(0))
        scripts = sum(len(answer.body) for at, answer in first.items() if at.endswith(".js"))
        styles = sum(len(answer.body) for at, answer in first.items() if at.endswith(".css"))
        worker = self.visit.ask("GET", "/service-worker.js")
        figures = [
            Figure("first visit of a topic page", sum(answer.octets for answer in first.values()) / 1000, "kB", 28),
            Figure("  requests", len(first), "", 5),
            Figure("a later topic page", self.visit.ask("GET", self.topic(1)).octets / 1000, "kB", 6),
            Figure("JavaScript on the page", scripts / 1000, "kB", 20),
            Figure("style on the page", styles / 1000, "kB"),
        ]
        if worker.status == 200:
            figures.append(Figure("service worker", len(worker.body) / 1000, "kB", 8))
        new = self.visit.reply(self.topics[0], 0)
        return [*figures, Figure("a new post on a known page, body", len(new.body) / 1000, "kB", 0.5)]

    def queries(self) -> list[Figure]:
        pages = {"topic": (self.topic(2), 5), "room": (self.pages["first"], None), "forum": ("/forum", None)}
        pages |= {"catalogue": ("/tools", None), "start": ("/", None)}
        return [
            Figure(f"queries of the {name} page", self.queries_of(at), "", goal) for name, (at, goal) in pages.items()
        ]

    def queries_of(self, address: str) -> int:
        """Asked of the application in this process, where statements can be counted."""
        browser, sent = self.house.app.test_client(), []
        name, _, token = self.visit.cookie.partition("=")
        browser.set_cookie(name, token)
        with self.house.app.app_context():
            engine = db.engine
        browser.get(address)
        note = lambda _connection, _cursor, statement, *_rest: sent.append(statement)  # noqa: E731
        event.listen(engine, "before_cursor_execute", note)
        browser.get(address)
        event.remove(engine, "before_cursor_execute", note)
        return sum(not statement.startswith(("BEGIN", "PRAGMA")) for statement in sent)

    def cost(self, act) -> float:
        return cpu_per_request(self.house, self.visit.cookie, act, self.requests)

    def costs(self) -> list[Figure]:
        bare = self.cost(lambda visit, _number: visit.ask("GET", "/livez"))
        shown = self.cost(lambda visit, number: visit.ask("GET", self.topic(number)))
        kept = self.cost(lambda visit, number: visit.reply(self.topics[number % len(self.topics)], number))
        return [
            Figure("an answer without a page, CPU", bare * 1000, "ms"),
            Figure("topic page signed in, CPU", shown * 1000, "ms"),
            Figure("  a second and core", 1 / shown if shown else 0, "", 600, more_is_better=True),
            Figure("durable reply with receipt, CPU", kept * 1000, "ms"),
            Figure("  a second and core", 1 / kept if kept else 0, "", 400, more_is_better=True),
        ]

    def growth(self) -> list[Figure]:
        """Pages of the small and the large room in turn, so that what else runs here disturbs both."""
        spent: dict[str, list[float]] = {name: [] for name in self.pages}
        for _round in range(ROUNDS):
            for name, at in self.pages.items():
                spent[name].append(self.cost(lambda visit, _number, at=at: visit.ask("GET", at)))
        cost = {name: median(rounds) or 1e-9 for name, rounds in spent.items()}
        return [
            Figure("topic list, CPU", cost["first"] * 1000, "ms"),
            Figure("  first page, many topics to few", cost["first of many"] / cost["first"], "×", 1.1),
            Figure("  last page, many topics to few", cost["last of many"] / cost["last"], "×", 1.1),
        ]

    def memory(self) -> list[Figure]:
        return [Figure("memory, server and worker", self.house.megabytes(), "MB", 250)]


def last_page(room: str) -> str:
    """The address of the page with the twenty oldest topics."""
    oldest = select(Topic).join(Topic.room).where(Room.slug == room).order_by(Topic.last_at, Topic.id).limit(21)
    before = db.session.scalars(oldest).unique().all()[-1]
    return f"/forum/rooms/{room}?before={moment_key(before.last_at, before.id)}"
