"""The catalogue on the web: readers find and compare, the team keeps it up."""

from flask import Blueprint

from neighbour.pwa import kept
from neighbour.tools.routes import catalogue, editing, paper, tool

bp = Blueprint("tools", __name__)
kept(bp, except_=("edit_tool", "found", "new_tool", "upkeep"))
for part in (catalogue, editing, paper, tool):
    part.add_to(bp)
