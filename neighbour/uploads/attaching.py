"""Gives uploads to their owner, finds them again, and lets them go with it."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from sqlalchemy import delete, select

from neighbour.accounts import User
from neighbour.db import db, now
from neighbour.uploads.models import LONGEST_ALT, Upload
from neighbour.uploads.prepared import Prepared
from neighbour.uploads.receiving import Received


def attach(
    received: Received | Iterable[Prepared],
    owner_kind: str,
    owner_id: UUID | None,
    *,
    by: User | None,
    alt: str = "",
    at: datetime | None = None,
) -> list[Upload]:
    """Writes the rows, in the running transaction. `alt` says what the photos show."""
    prepared = received.all if isinstance(received, Received) else list(received)
    owner = {"owner_kind": owner_kind, "owner_id": owner_id}
    origin = {"uploaded_by_id": by.id if by else None, "uploaded_at": at or now()}
    uploads = [
        Upload(**vars(one), **owner, **origin, alt=alt[:LONGEST_ALT] if one.kind == "photo" else "", position=position)
        for position, one in enumerate(prepared)
    ]
    db.session.add_all(uploads)
    return uploads


def belonging_to(owner_kind: str, owner_ids: Iterable[UUID]) -> dict[UUID, list[Upload]]:
    """The uploads of many owners in one query, in the order in which they were chosen."""
    wanted = list(owner_ids)
    found: dict[UUID, list[Upload]] = defaultdict(list)
    if wanted:
        theirs = select(Upload).where(Upload.owner_id.in_(wanted), Upload.owner_kind == owner_kind)
        for upload in db.session.scalars(theirs.order_by(Upload.uploaded_at, Upload.position, Upload.id)):
            found[upload.owner_id].append(upload)
    return found


def change(owner_kind: str, owner_id: UUID, *, removed: Iterable[UUID | None] = (), alt: str | None = None) -> bool:
    """Takes some of its uploads from their owner and describes its photos anew; says whether that changed anything."""
    theirs = belonging_to(owner_kind, [owner_id])[owner_id]
    gone = [upload for upload in theirs if upload.id in set(removed)]
    described = [
        upload for upload in theirs if upload.is_photo and upload not in gone and alt is not None and upload.alt != alt
    ]
    for upload in gone:
        db.session.delete(upload)
    for upload in described:
        upload.alt = alt
    return bool(gone or described)


def let_go(owner_kind: str, owner_id: UUID) -> None:
    """The owner is gone: its rows go now, their bytes with the next sweep."""
    db.session.execute(delete(Upload).where(Upload.owner_id == owner_id, Upload.owner_kind == owner_kind))
