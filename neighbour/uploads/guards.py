"""Who sees an upload: whoever sees what it belongs to. Each feature answers for its own things."""

from collections.abc import Callable
from uuid import UUID

from flask import Flask, current_app

from neighbour.uploads.models import Upload

Sees = Callable[[object, UUID], bool]
Withholds = Callable[[object, Upload], bool]


def guard(app: Flask, owner_kind: str, sees: Sees, withholds: Withholds | None = None) -> None:
    """`sees(viewer, owner_id)`; the viewer may be a Visitor. What has no guard is seen by nobody. `withholds(viewer,
    upload)` names single uploads that not everybody sees who sees their owner."""
    app.extensions.setdefault("upload_guards", {})[owner_kind] = (sees, withholds)


def is_visible(upload: Upload, viewer) -> bool:
    if upload.owner_id is None:
        return viewer.is_signed_in and upload.uploaded_by_id == viewer.id
    sees, withholds = current_app.extensions.get("upload_guards", {}).get(upload.owner_kind, (None, None))
    if sees is None or not sees(viewer, upload.owner_id):
        return False
    return withholds is None or not withholds(viewer, upload)
