"""What every row has: an id that sorts by time, and names for its constraints that migrations can rely on."""

from datetime import datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import MetaData, Uuid, inspect
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, object_session

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

    # Read by neighbour.db.revisions: where a row stands, what others say of it, how others name its kind.
    shown_on: ClassVar[tuple[str, ...]] = ()
    shown_on_kind: ClassVar[tuple[str, str] | None] = None
    shown: ClassVar[tuple[str, ...]] = ()
    kind_name: ClassVar[str] = ""

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid7, sort_order=-1)

    def lock(self) -> None:
        """Reads the row anew and keeps it from other writers until the transaction ends: what is compared now still
        holds when it is written. On SQLite there is one writer anyway."""
        columns = [column.key for column in inspect(type(self)).column_attrs]
        object_session(self).refresh(self, columns, with_for_update=True)


# Not in the class: Flask-SQLAlchemy derives a second base from it, and two of these maps are not allowed.
Model.registry.update_type_annotation_map({datetime: Moment(), UUID: Uuid()})
