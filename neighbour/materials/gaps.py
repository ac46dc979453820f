"""What the newest versions of materials lack, for the team."""

from sqlalchemy import Select, and_, select
from sqlalchemy.orm import selectinload

from neighbour.materials.models import Material, MaterialVersion, PlainState

MISSING = {
    "plain": MaterialVersion.plain_state == PlainState.MISSING,
    "checked": MaterialVersion.plain_state == PlainState.DRAFT,
    "picture": MaterialVersion.has_photo.is_(False),
}


def lacking(missing: str) -> Select[tuple[Material]]:
    """The materials whose newest version lacks this; all of them for anything else."""
    newest = and_(MaterialVersion.material_id == Material.id, MaterialVersion.number == Material.newest)
    every = select(Material).join(MaterialVersion, newest).options(selectinload(Material.versions))
    return every.where(MISSING[missing]) if missing in MISSING else every
