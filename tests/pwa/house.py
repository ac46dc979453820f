"""A small house in which everything hangs together that has pages in a pack."""

from datetime import timedelta
from types import SimpleNamespace

from neighbour.db import db, now
from neighbour.events.models import Event
from neighbour.forum.models import Room, Topic
from neighbour.materials.models import Material
from neighbour.materials.places import Place
from neighbour.needs.models import Need
from neighbour.tools.models import Category, Offer, Tool, Wish
from tests.cast import initiative

NEED = {"analogue_process": "On a sheet.", "difficulty": "It comes too late.", "body": ""}


def furnish(people) -> SimpleNamespace:
    """Writes it into the open session, and says where each thing is."""
    house = SimpleNamespace()
    tools(house)
    forum(house, people)
    needs(house, people)
    events(house, people)
    db.session.flush()
    return house


def tools(house) -> None:
    lists, wish = Category(code="lists", label="Lists"), Wish(code="reach", sentence="reach everybody", position=1)
    chain = Tool(slug="chain", name="Chain", paper=True, category=lists, steps="Call.", has_page=True)
    board = Tool(slug="board", name="Board", category=lists, steps="Write.", has_page=True)
    board.beside = [chain]
    board.offers = [Offer(wish=wish, position=1)]
    db.session.add_all([lists, wish, chain, board])
    db.session.flush()
    house.chain, house.board = chain.id, board.id


def forum(house, people) -> None:
    hall = Room(slug="hall", name="Hall", kind="everyone")
    team = Room(slug="team", name="Team", kind="team", position=1)
    mill = Room(slug="mill", name="Mill", kind="initiative", initiative=initiative("mill"), position=2)
    db.session.add_all([hall, team, mill])
    db.session.flush()
    house.hall = hall.id
    house.key = topic(hall, people.ada, "Who has the key?", [people.cem, people.eva])
    house.noise = topic(hall, people.cem, "Too loud", [people.ben])
    house.own = topic(mill, people.ben, "Among us", [])
    house.inside = topic(team, people.eva, "For the team", [])


def topic(room, by, title, repliers) -> SimpleNamespace:
    opened = Topic.open_in(room, by=by, title=title, body=f"{title} I ask.")
    db.session.flush()
    posts = [opened.reply(person, f"{person.name} answers") for person in repliers if db.session.flush() is None]
    db.session.flush()
    return SimpleNamespace(id=opened.id, posts=[opened.id, *(post.id for post in posts)])


def needs(house, people) -> None:
    sheet = Need.name(initiative("mill"), by=people.ada, title="Nobody reads the sheet", **NEED)
    sheet.share(people.ada)
    notice = Need.name(initiative("harbour"), by=people.cem, title="The notice hangs too high", **NEED)
    notice.share(people.cem)
    told = Need.name(initiative("mill"), by=people.eva, title="Told on the telephone", **NEED)
    quiet = Need.name(initiative("mill"), by=people.ada, title="Only for us", **NEED)
    db.session.flush()
    house.sheet, house.notice, house.told, house.quiet = sheet.id, notice.id, told.id, quiet.id


def events(house, people) -> None:
    starts = now().replace(second=0, microsecond=0) + timedelta(days=10)
    when = {"starts_at": starts, "ends_at": starts + timedelta(hours=3)}
    soup = Event.announce(by=people.ada, title="Soup", venue="The hall", initiative_id=initiative("mill").id, **when)
    ball = Event.announce(by=people.eva, title="Ball", venue="The barn", initiative_id=None, places=1, **when)
    db.session.flush()
    house.soup, house.ball = soup.id, ball.id
    recipe = Material.write(place_of(soup), by=people.ada, title="Recipe", body="Peel.", plain="Peel it.")
    sheet = Material.write(
        Place("tool", house.chain, "Chain", editable=True), by=people.eva, title="List", body="Names."
    )
    house.recipe, house.list = recipe.id, sheet.id


def place_of(event) -> Place:
    return Place("event", event.id, event.title, f"/events/{event.id}", event.ends_at, True)
