"""The database: one session, one model class, time in UTC, ids that sort by time."""

from neighbour.db import migrating
from neighbour.db.engine import db, init_app
from neighbour.db.model import Model
from neighbour.db.moments import Moment, now
from neighbour.db.revisions import Revised
from neighbour.db.uuid7 import uuid7

__all__ = ["Model", "Moment", "Revised", "db", "init_app", "migrating", "now", "uuid7"]
