"""What every row has: an id that sorts by time, and names for its constraints that migrations can rely on."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import MetaData, Uuid
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from neighbour.db.moments import Moment
from neighbour.db.uuid7 import uuid7

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Model(DeclarativeBase):
    """One kind of thing that is kept. The id may be given: a device chooses it when it saves first."""

    metadata = MetaData(naming_convention=NAMES)

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid7, sort_order=-1)


# Not in the class: Flask-SQLAlchemy derives a second base from it, and two of these maps are not allowed.
Model.registry.update_type_annotation_map({datetime: Moment(), UUID: Uuid()})
