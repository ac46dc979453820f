"""What materials show on other pages: on the page of a tool, in the menu of the desk."""

from flask import Flask, url_for
from flask_babel import gettext

from neighbour.materials.places import Place
from neighbour.materials.reading import hung_at
from neighbour.web.slots import fill


def init_app(app: Flask) -> None:
    fill(app, "tool.sections", beside_tool, order=40)
    fill(app, "desk.pages", desk_pages, order=55)


def desk_pages(viewer) -> list[dict]:
    if not viewer.is_team:
        return []
    return [{"label": gettext("Materialien"), "href": url_for("materials.upkeep"), "icon": "paper"}]


def beside_tool(viewer, tool) -> list[tuple[str, dict]]:
    """What hangs beside a tool that the viewer is reading; to who keeps the tool also the way to write more."""
    place = Place(kind="tool", id=tool.id, title=tool.name, editable=tool.editable_by(viewer))
    materials = hung_at(place)
    if not (materials or place.editable):
        return []
    return [("materials/_section.html", {"materials": materials, "place": place})]
