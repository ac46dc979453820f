"""The nouns of the desk."""

from neighbour.desk.models.assignment import Assignment
from neighbour.desk.models.call_note import CallNote

__all__ = ["Assignment", "CallNote"]
